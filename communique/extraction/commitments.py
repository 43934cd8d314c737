"""Commitments: what a party agrees, pledges or promises to do, what becomes of a pledge, and what
two "will" do together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from communique.extraction.aux_modes import aux_modes
from communique.extraction.deciding import word_at
from communique.extraction.ground import Ground
from communique.extraction.issues import issues_of
from communique.extraction.stages import ruling_verb
from communique.extraction.timing import Timing, When
from communique.lexicon.load import table
from communique.model.findings import Agreement, Evidence, Stage
from communique.model.text import Span

_PEOPLE = frozenset({"participant", "party", "side", "delegation", "leader", "minister", "state"})


@cache
def _commits(kind: str) -> dict[str, str]:
    return {r["word"]: r["status"] for r in table("commitments.tsv") if r["kind"] == kind}


def commitment(ground: Ground, timing: Timing, index: int) -> Agreement | None:
    """What a verb or noun commits somebody to, if it does."""
    if ground.is_verb(index):
        return _promised(ground, timing, index) or _joint_will(ground, timing, index)
    if ground.lemmas[index] in _commits("noun"):
        return _pledge(ground, timing, index)
    return None


def _pledge(ground: Ground, timing: Timing, index: int) -> Agreement | None:
    """ "gave a pledge to", "broke its promise to": the noun's own phrase says to what."""
    verb = ruling_verb(ground, index)
    status = _commits("of noun").get(ground.lemmas[verb]) if verb is not None else None
    if verb is None or status is None:
        return None
    modes = aux_modes(ground, verb, verb)
    told_of = [k for k in ground.kids(index, "acl") if "to" in ground.marks(k)]
    told_of += ground.obliques(index, "to")
    if {"hypothetical", "negation", "future"} & {*modes} or not told_of:
        return None
    holders = [k for k in ground.kids(index, "nmod") if ground.text.tokens[k].deprel == "nmod:poss"]
    subjects = [h for h in holders if ground.named(h)] or ground.subjects(verb)
    parties = ground.members(a for t in subjects for a in ground.named(t))
    if not parties:
        return None
    span = _trimmed(ground, told_of[0])
    own = _own_span(ground, verb, subjects, span)
    why = f"is a pledge that somebody has {status}" if status == "broken" else "is a pledge"
    return _committed(ground, timing, (index, verb), parties, status, span, own, why)


def _promised(ground: Ground, timing: Timing, index: int) -> Agreement | None:
    """ "agreed to", "pledged that", "it was agreed that"."""
    status = _commits("verb").get(ground.lemmas[index])
    if status is None or {"hypothetical", "negation"} & set(aux_modes(ground, index, index)):
        return None
    content = _content(ground, index)
    if content is None:
        return None
    top, span = content
    lemma = ground.lemmas[index]
    subjects = ground.holders(index)
    if not subjects and not ground.passive(index) and ground.text.tokens[index].xpos == "VB":
        return None
    if lemma in _commits("to") and any(not _self(ground, k) for k in ground.kids(index, "obj")):
        return None
    opinion = lemma in _commits("opinion") and _as_it_is(ground, top)
    parties = [a for t in subjects for a in ground.named(t)]
    if ground.passive(index) or not subjects:
        inner = [a for t in ground.holders(top) for a in ground.named(t)]
        parties = parties or inner or list(_inside(ground, ground.holders(top)))
    partners = [a for t in ground.obliques(index, "with") for a in ground.named(t)]
    found = ground.members([*parties, *partners])
    together = len(found) > 1 and all(_is_body(ground, a) for a in found)
    if opinion or (lemma in _commits("together") and not together):
        return None
    if lemma in _commits("opinion") and len(found) < 2 and _ought(ground, top):
        return None
    if not found and not any(ground.lemmas[t] in _PEOPLE for t in subjects):
        return None
    own = _own_span(ground, index, subjects, span)
    why = "says what is committed to"
    return _committed(ground, timing, (index,), found, status, span, own, why)


def _self(ground: Ground, index: int) -> bool:
    return ground.lower[index].endswith(("self", "selves"))


def _is_body(ground: Ground, actor: int) -> bool:
    return ground.actors[actor].type in {"state", "organization", "group"}


def _as_it_is(ground: Ground, top: int) -> bool:
    """Whether a clause tells how things are, not what somebody will do: "agreed that the fault
    lay elsewhere"."""
    if ground.rels[top] != "ccomp":
        return False
    helpers = {ground.lower[k] for k in ground.kids(top, "aux")}
    finite = ground.text.tokens[top].xpos in {"VBD", "VBZ", "VBP"} or bool(ground.kids(top, "cop"))
    there = bool(ground.kids(top, "expl"))
    return there or (not helpers & _AHEAD and (finite or bool(helpers)))


def _ought(ground: Ground, top: int) -> bool:
    """Whether a clause tells what ought to be, which of one alone is an opinion."""
    helpers = {ground.lower[k] for k in ground.kids(top, "aux")}
    return ground.rels[top] == "ccomp" and bool(helpers & _OUGHT)


_OUGHT = frozenset({"should", "must", "ought"})
_AHEAD = _OUGHT | {"will", "would", "shall", "'ll", "’ll", "to"}


def _inside(ground: Ground, tokens: Sequence[int]) -> tuple[int, ...]:
    return ground.members(a for t in tokens for a in ground.named_in(ground.whole(t)))


def _content(ground: Ground, index: int) -> tuple[int, Span] | None:
    """The head and characters of what a verb of commitment governs."""
    for kid in ground.kids(index, "xcomp", "ccomp", "csubj", "advcl"):
        if kid > index and (ground.rels[kid] != "advcl" or ground.passive(index)):
            return kid, _trimmed(ground, kid)
    for kid in ground.kids(index, "obl"):
        said_to = ground.case(kid) in {"on", "to"} and ground.lemmas[kid] not in _nouns()
        if kid > index and said_to and kid not in ground.of_dates:
            return kid, _trimmed(ground, kid)
    if ground.passive(index) or ground.lemmas[index] in _commits("to"):
        return None
    for kid in ground.objects(index):
        if kid > index and ground.lemmas[kid] not in _nouns():
            return kid, _trimmed(ground, kid)
    return None


@cache
def _nouns() -> frozenset[str]:
    """The nouns of agreements, which are findings of their own: "agreed a truce"."""
    return frozenset(row["word"].rstrip("*").split(" ")[-1] for row in table("agreements.tsv"))


def _trimmed(ground: Ground, top: int) -> Span:
    """A clause without the asides after it ("…, he said", "among other points")."""
    below = {top}
    todo = [top]
    while todo:
        current = todo.pop()
        for kid in ground.kids(current):
            if ground.rels[kid] not in {"parataxis", "punct", "discourse"}:
                below.add(kid)
                todo.append(kid)
    opening = [k for k in ground.kids(top, "mark") if ground.lower[k] == "to" and k < top]
    opening += [k for k in ground.kids(top, "advmod") if opening and ground.lower[k] == "not"]
    that = {k for k in ground.kids(top, "mark") if ground.lower[k] == "that"}
    joined = {k for k in ground.kids(top, "cc") if k < top}
    first = min(opening or below - that - joined)
    return Span(ground.text.tokens[first].start, ground.text.tokens[max(below)].end)


def _own_span(ground: Ground, index: int, subjects: Sequence[int], span: Span) -> Span:
    start = ground.text.tokens[index].start
    here = ground.text.sentence_of[index]
    for token in subjects:
        if ground.text.sentence_of[token] == here and token < index:
            own = ground.phrase(token)
            if ground.clause(token) == index:
                start = min(start, own.start)
    return Span(start, max(span.end, ground.text.tokens[index].end))


def _joint_will(ground: Ground, timing: Timing, index: int) -> Agreement | None:
    """What two states "will" do together: "both countries will coordinate their efforts"."""
    if ground.lemmas[index] in _commits("never") or ground.passive(index):
        return None
    above = ground.head(index)
    if above >= 0 and ground.rels[index] == "ccomp" and ground.lemmas[above] in _commits("expect"):
        return None
    joint = _jointly_stated(ground, index)
    if not _wills(ground, index, _WILL | {"would"} if joint else _WILL):
        return None
    if not joint and "hypothetical" in aux_modes(ground, index, index):
        return None
    subjects = ground.kids(index, "nsubj")
    parties = ground.members(a for t in subjects for a in ground.named(t))
    kinds = {"state", "organization", "person"} if joint else {"state", "organization"}
    if len(parties) < 2 or any(ground.actors[a].type not in kinds for a in parties):
        return None
    span = _trimmed(ground, index)
    why = "says what both will do"
    return _committed(ground, timing, (index,), parties, "announced", span, span, why, ahead=True)


_WILL = frozenset({"will", "shall"})


def _wills(ground: Ground, index: int, wanted: frozenset[str]) -> bool:
    kids = ground.kids(index, "aux", "advmod")
    words = {ground.lower[k] for k in kids}
    return bool(words & wanted) and not words & {"not", "n't", "n’t", "never"}


def _jointly_stated(ground: Ground, index: int) -> bool:
    """Whether a clause is what several say together: "in a joint statement, they said that"."""
    above = ground.head(index)
    if above < 0 or ground.rels[index] != "ccomp":
        return False
    return any(
        ground.lower[kid] == "joint"
        for token in ground.obliques(above, "in")
        for kid in ground.kids(token, "amod")
    )


def _committed(
    ground: Ground,
    timing: Timing,
    words: tuple[int, ...],
    parties: tuple[int, ...],
    status: str,
    content: Span,
    own: Span,
    why: str,
    ahead: bool = False,
) -> Agreement:
    """A commitment with its one stage; `words` make it, `ahead` says that they are of the time when
    it will be met, not of that when it was made."""
    index = words[0]
    when = None if ahead else _made(timing, words, content)
    proof = Evidence(
        own.start, own.end, f"commitment: {ground.lemmas[index]}", 0.75,
        f"'{ground.text.word(index)}' {why}", (word_at(ground.text, index, "commitments.tsv"),),
    )  # fmt: skip
    stage = Stage(status, proof, when.time if when else None, when.source if when else None)
    return Agreement(
        type="commitment",
        parties=parties,
        topics=issues_of(ground.text, [content], ()),
        status=status,
        commitment=ground.text.slice(content),
        evidence=proof,
        history=(stage,),
    )


def _made(timing: Timing, words: tuple[int, ...], content: Span) -> When | None:
    """When somebody made a commitment: no time of what is committed to."""
    found = timing.of(*words)
    if found is not None:
        span = timing.times[found.time].text
        if span is None or not (content.start <= span.start < content.end):
            return found
    return timing.news if timing.is_news(words[-1]) else None
