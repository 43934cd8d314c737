"""Events that nouns tell: "held talks", "his meeting with", "the signing of"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from communique.extraction.aux_modes import aux_modes, of_object
from communique.extraction.carriers import carrier
from communique.extraction.drafts import NOTED, UNSAID, Draft, definite_noun, named_by, owner
from communique.extraction.ground import Ground
from communique.extraction.triggers import Trigger, mode_of, names_meeting
from communique.extraction.verbals import private
from communique.lexicon.load import words

ATTENDED = frozenset({"attend", "participate", "take", "join", "chair", "co-chair", "open"})
"""Verbs by which somebody in office is at a meeting that all know: "attended the conference"."""
SOLO = frozenset({"press conference", "visit", "summit", "phone call"})
"""Formats that a report may tell of one participant alone."""

_ASIDES = frozenset({"sideline", "margin", "fringe", "edge", "side", "eve", "occasion"})
"""Nouns of the time or place beside a meeting."""


def nominal(ground: Ground, index: int, trigger: Trigger) -> Draft | None:
    """The event that a noun tells by a trigger, if its parties are named."""
    if ground.rels[index] in {"compound", "flat"} or _in_name(ground, index):
        return None
    verb, part = carrier(ground, index)
    tokens: dict[str, list[int]] = {}
    for slot in (*trigger.actor, *trigger.recipient):
        tokens[slot] = _noun_slot(ground, index, None if part == "climb" else verb, slot)
    actors = [t for slot in trigger.actor for t in tokens[slot]]
    recipients = [t for slot in trigger.recipient for t in tokens[slot]]
    hosts: tuple[int, ...] = ()
    why, sure = "", 0.85
    if verb is not None and part == "target":
        recipients += ground.subjects(verb)
        hosts = named_by(ground, ground.subjects(verb)) if trigger.meeting else ()
        actors += ground.obliques(index, "from") + ground.obliques(verb, "from")
    if verb is not None and part in {"holder", "host"} and "holder" in tokens:
        subject = ground.subjects(verb)
        if part == "host" and not trigger.meeting:
            return None
        if part == "host":
            hosts = named_by(ground, subject)
        elif not tokens.get("between"):
            actors = subject + actors
    elif part == "climb" and _beside(ground, index) and trigger.mode != "visit":
        part = "none"
    elif part == "climb" and _wants_subject(ground, index, trigger, actors, tokens):
        actors = _climbed(ground, verb) + actors
        why, sure = "who takes part is the subject of its clause", 0.75
    doer = ground.unsaid.get(index)
    if doer is not None and verb is None:
        actors, part = [doer, *actors], "own"
        why, sure = UNSAID, NOTED
    if part == "climb":
        actors = _cataphora(ground, index, verb, actors)
    named = named_by(ground, actors)
    targets = tuple(a for a in named_by(ground, recipients) if a not in named)
    there = verb is not None and ground.lemmas[verb] in ATTENDED
    there = there and not any(private(ground, a) for a in named)
    if not _enough(ground, index, trigger, named, targets, hosts, part, there=there):
        return None
    return Draft(
        index=index,
        verb=verb if verb is not None else index,
        trigger=trigger,
        mode=mode_of(ground, index, trigger),
        actors=named,
        recipients=targets or (hosts if trigger.mode == "visit" else ()),
        hosts=hosts,
        aux=_noun_aux(ground, index, verb, part),
        parties=(*actors, *recipients),
        sure=sure,
        why=why,
        part=part,
    )


def _beside(ground: Ground, index: int) -> bool:
    """Whether a meeting is the occasion beside which others meet: "on the sidelines of the
    summit" says nothing of who takes part in it."""
    above = ground.head(index)
    if above < 0 or ground.case(index) != "of":
        return False
    return ground.lower[above].removesuffix("s") in _ASIDES


def _cataphora(ground: Ground, index: int, verb: int | None, actors: list[int]) -> list[int]:
    """ "After their talks, A and B said": the possessive stands for the subject that follows."""
    owners = [t for t in actors if ground.text.tokens[t].xpos == "PRP$"]
    if not owners or len(owners) != len(actors):
        return actors
    following = [t for t in _climbed(ground, verb) if t > index]
    several = {ground.lower[t] for t in owners} <= {"their"}
    if following and (len(named_by(ground, following)) > 1) == several:
        return following
    return actors


def _wants_subject(
    ground: Ground,
    index: int,
    trigger: Trigger,
    actors: Sequence[int],
    tokens: Mapping[str, Sequence[int]],
) -> bool:
    """Whether a noun lacks a party that the subject of its clause can be."""
    if tokens.get("between") or tokens.get("holder") or len(named_by(ground, actors)) > 1:
        return False
    if trigger.mode == "visit" and definite_noun(ground, index):
        return False
    return trigger.meeting or not actors


def _noun_aux(ground: Ground, index: int, verb: int | None, part: str) -> tuple[str, ...]:
    if verb is None or part == "climb":
        own = aux_modes(ground, index, index)
        if part == "climb" and verb is not None and ground.case(index) in {"before", "ahead of"}:
            return tuple(sorted({*own, "future"}))
        return own
    found = set(aux_modes(ground, index, verb))
    if ground.lemmas[verb] in {"cancel", "postpone", "suspend"}:
        found = {"negation"}
    elif ground.lemmas[verb] in {"schedule", "plan", "arrange"} and "hypothetical" not in found:
        found.add("future")
    elif part == "none" and not found:
        found |= of_object(ground, index)
    return tuple(sorted(found))


def _enough(
    ground: Ground,
    index: int,
    trigger: Trigger,
    named: Sequence[int],
    targets: Sequence[int],
    hosts: Sequence[int],
    part: str,
    *,
    there: bool,
) -> bool:
    """Whether a noun with these parties is told as an event, not only talked about; `there` says
    that somebody in office was at it."""
    if not trigger.meeting:
        return bool(named) and (bool(targets) or part in {"holder", "own", "target"})
    if trigger.mode == "third-party":
        return bool(named) and bool(targets)
    everyone = {*named, *targets}
    if len(everyone) > 1:
        return True
    if trigger.format in SOLO or trigger.mode == "visit":
        return len(everyone) == 1 and part != "none"
    if ground.lower[index] == "rounds":
        return bool(everyone)
    if part == "holder" and len(everyone) == 1 and definite_noun(ground, index):
        return there
    return part == "own" or (bool(everyone or hosts) and part in {"holder", "host"})


def _in_name(ground: Ground, index: int) -> bool:
    """Whether a noun is part of a proper name that does not end with it."""
    token = ground.text.tokens[index]
    return token.upos == "PROPN" and any(
        ground.text.tokens[k].upos == "PROPN" and k > index
        for k in ground.kids(index, "flat", "compound")
    )


def _noun_slot(ground: Ground, index: int, verb: int | None, slot: str) -> list[int]:
    if slot == "holder":
        return [
            k
            for k in ground.kids(index, "nmod", "amod", "compound")
            if k < index
            and owner(ground, k)
            and (k in ground.headed or k in ground.covering)
            and not _venue_name(ground, k)
            and not _of_name(ground, k)
        ]
    if slot == "subj":
        return ground.holders(index) if ground.kids(index, "cop") else []
    found = ground.obliques(index, slot)
    if ground.lemmas[index] == "round":
        talks = [k for k in ground.obliques(index, "of") if names_meeting(ground, k)]
        found += [party for k in talks for party in ground.obliques(k, slot)]
    if slot == "by":
        found += [
            a for k in ground.kids(index, "acl") for a in ground.kids(k, "obl") if ground.agent(a)
        ]
    elif slot in {"with", "between", "among"} and verb is not None:
        found += ground.obliques(verb, slot)
    found = [k for k in found if k not in ground.time_heads and not ground.in_role(k)]
    return found or _right_after(ground, index, slot)


def _right_after(ground: Ground, index: int, slot: str) -> list[int]:
    """The name that follows "meeting with" at once, where the tree puts it elsewhere."""
    if slot not in {"with", "between"} or ground.lower[index + 1 : index + 2] != [slot]:
        return []
    first = index + 2
    while first < len(ground.lower) and ground.text.tokens[first].upos in {"DET", "PRON", "ADJ"}:
        if first in ground.covering:
            break
        first += 1
    mention = ground.covering.get(first)
    if mention is None:
        return []
    head = ground.text.head_of(mention.start, mention.end)
    return [head] if head is not None and head > index else []


def _of_name(ground: Ground, index: int) -> bool:
    """Whether a word before "talks" says of what kind they are ("Six-Party")."""
    kinds = words("talks_topics.tsv")
    mention = ground.covering.get(index)
    told = {ground.lower[index]}
    if mention is not None:
        told.add(ground.text.slice((mention.start, mention.end)).lower())
    return bool(told & kinds)


def _venue_name(ground: Ground, index: int) -> bool:
    """Whether a noun before "talks" is the city they are called after."""
    return ground.rels[index] == "compound" and any(
        head == index and not (place.feature or "").startswith("PCL")
        for head, place in zip(ground.place_heads, ground.places, strict=True)
    )


def _climbed(ground: Ground, verb: int | None) -> list[int]:
    if verb is None:
        return []
    found = ground.subjects(verb) or (ground.objects(verb) if ground.passive(verb) else [])
    return [t for t in found if _can_take_part(ground, t)]


def _can_take_part(ground: Ground, token: int) -> bool:
    types = {ground.actors[a].type for a in ground.named(token)}
    return bool(types & {"person", "state", "group", "organization"})
