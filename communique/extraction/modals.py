"""Events that an auxiliary tells whatever its verb is: what others must do is asked of them
("said that Chad must disarm"), and what somebody will not do is refused ("will not accept")."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from communique.extraction.drafts import Draft, named_by
from communique.extraction.ground import Ground
from communique.extraction.triggers import Trigger, mode_of
from communique.lexicon.load import table, words

MUST = frozenset({"must"})
WILL = frozenset({"will", "wo", "would", "'ll"})
NEVER = frozenset({"not", "n't", "n’t", "never"})
PERSONAL = frozenset({"i", "we", "he", "she", "they"})
"""Pronouns that can stand for who is speaking."""
SLOTS = ("to", "with", "on", "from", "for", "against", "of", "in")
ASKED = Trigger(("must",), "verb", "REQUEST", "?", ("subj",), ("obj",), (), None, True, "")
REFUSED = Trigger(
    ("will", "not"), "verb", "REJECT", "?", ("subj",), ("obj",), (), None, False, "refusals.tsv"
)


def demand(ground: Ground, index: int) -> Draft | None:
    """Who says of somebody else what they must do."""
    above = ground.head(index)
    if above < 0 or ground.rels[index] != "ccomp" or ground.lemmas[above] not in sayings():
        return None
    if not any(ground.lower[k] in MUST for k in ground.kids(index, "aux")):
        return None
    speakers = ground.subjects(above)
    asked = ground.kids(index, "nsubj") or ground.objects(index)
    named = named_by(ground, speakers)
    targets = tuple(a for a in named_by(ground, asked) if a not in named)
    if not named or not targets:
        return None
    why = "what somebody is said to have to do is asked of them"
    return _draft(ground, index, ASKED, named, targets, (*speakers, *asked), why)


def refusal(ground: Ground, index: int) -> Draft | None:
    """Who will not do what, and to whom."""
    if ground.lemmas[index] not in words("refusals.tsv") or not ground.predicate(index):
        return None
    told = {ground.lower[k] for k in ground.kids(index, "aux")}
    denied = {ground.lower[k] for k in ground.kids(index, "advmod")} & NEVER
    if not (told & WILL and denied) or ground.marks(index) & {"if", "unless", "whether"}:
        return None
    actors = ground.subjects(index)
    if not named_by(ground, actors):
        actors = speakers_above(ground, index)
    named = named_by(ground, actors)
    if not named:
        return None
    objects = ground.objects(index)
    facing = [t for o in (index, *objects) for t in ground.obliques(o, *SLOTS)]
    found = named_by(ground, objects) or named_by(ground, facing) or until(ground, index)
    targets = tuple(a for a in found if a not in named)
    why = "what somebody will not do is refused"
    return _draft(ground, index, REFUSED, named, targets, (*actors, *objects), why)


def until(ground: Ground, index: int) -> tuple[int, ...]:
    """Of whom somebody waits for something: "will not lift the ban until Peru pays"."""
    clauses = [k for k in ground.kids(index, "advcl") if ground.marks(k) & {"until", "unless"}]
    return named_by(
        ground, [s for k in clauses for s in (*ground.kids(k, "nsubj"), *ground.subjects(k, 0))]
    )


def speakers_above(ground: Ground, index: int) -> list[int]:
    """Who says a clause whose subject is a pronoun of nobody known: "the guards said they will"."""
    above = ground.head(index)
    if above < 0 or ground.rels[index] != "ccomp" or ground.lemmas[above] not in sayings():
        return []
    own = ground.kids(index, "nsubj")
    if any(ground.text.tokens[k].upos != "PRON" or ground.named(k) for k in own):
        return []
    speakers = ground.subjects(above)
    if all(ground.lower[k] in PERSONAL for k in own):
        return speakers
    # "Peru said it would", but never "the minister said it would".
    things = {ground.lower[k] for k in own} == {"it"}
    persons = any(ground.actors[a].type == "person" for t in speakers for a in ground.named(t))
    return speakers if things and not persons else []


@cache
def sayings() -> frozenset[str]:
    """The verbs by which somebody says something."""
    return frozenset(
        row["cue"].split(" ")[0]
        for row in table("cues.tsv")
        if row["pos"] == "verb" and row["class"] in {"say", "stress", "report", "pledge", "warn"}
    )


def _draft(
    ground: Ground,
    index: int,
    trigger: Trigger,
    named: tuple[int, ...],
    targets: tuple[int, ...],
    parties: Sequence[int],
    why: str,
) -> Draft:
    return Draft(
        index=index,
        verb=index,
        trigger=trigger,
        mode=mode_of(ground, index, trigger),
        actors=named,
        recipients=targets,
        hosts=(),
        aux=(),
        parties=tuple(parties),
        sure=0.7,
        why=why,
    )
