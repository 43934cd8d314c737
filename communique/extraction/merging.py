"""The same event told more than once in one report becomes one event, with the fullest telling as
its evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from communique.extraction.ground import Ground
from communique.extraction.levels import UNRANKED
from communique.model.findings import Event

FACE_TO_FACE = frozenset(
    {"meeting", "talks", "negotiations", "consultations", "exchange of views", "dialogue"}
    | {"audience", "session"}
)
"""Formats that are words for one thing: two people who meet also talk."""


@dataclass(frozen=True, slots=True)
class Told:
    """One telling of an event; `definite` when its words take it for known ("the meeting"),
    `joint` when they say that it is, `news` when they tell it as what has just happened, `there`
    when they tell of somebody who is where the report is written."""

    event: Event
    definite: bool
    joint: bool
    news: bool = False
    there: bool = False


def shared(ground: Ground, told: Sequence[Told]) -> list[Told]:
    """The tellings, a joint press conference of one person given to all whom that person met, in
    the meeting told of nearest to it."""
    found = []
    for one in told:
        event = one.event
        if one.joint and len(event.actors) == 1 and not event.recipients:
            met = [
                t.event
                for t in told
                if t.event.format in FACE_TO_FACE
                and len(t.event.actors) > 1
                and event.actors[0] in t.event.actors
                and t.event.aux == event.aux
            ]
            if met:
                near = min(met, key=lambda e: abs(e.evidence.start - event.evidence.start))
                why = f"{event.evidence.why}; joint, so of those who met"
                proof = replace(event.evidence, why=why)
                one = replace(one, event=replace(event, actors=near.actors, evidence=proof))
        found.append(one)
    return found


def merged(ground: Ground, told: Sequence[Told]) -> list[Told]:
    """The tellings, those of the same event joined; of several that fit the latest is meant."""
    kept: list[Told] = []
    for one in told:
        for n in reversed(range(len(kept))):
            if _same(ground, kept[n].event, one):
                event = _joined(ground, kept[n].event, one.event)
                kept[n] = replace(kept[n], event=event, news=kept[n].news or one.news)
                break
        else:
            kept.append(one)
    return kept


def _same(ground: Ground, known: Event, one: Told) -> bool:
    event = one.event
    if (known.type, known.mode, known.aux) != (event.type, event.mode, event.aux):
        return False
    if _kind(known) != _kind(event) or known.process != event.process:
        return False
    if event.type != "CONSULT":
        return known.about == event.about and _parties(known) == _parties(event)
    if not _same_people(ground, known, one):
        return False
    return _same_place(ground, known, event) and _same_day(ground, known.time, event.time)


def _parties(event: Event) -> set[int]:
    return {*event.actors, *event.recipients}


def _same_people(ground: Ground, known: Event, one: Told) -> bool:
    """The same parties; or some of them, where the telling takes the meeting for known; or the
    states of all of them, as "both sides" are."""
    left, right = _parties(known), _parties(one.event)
    if left == right:
        return bool(left)
    if one.definite and right < left:
        return True
    if _kind(known) != "meeting" and not one.definite:
        return False
    return _are_states(ground, left) != _are_states(ground, right) and (
        None not in _countries(ground, left)
        and _countries(ground, left) == _countries(ground, right)
    )


def _are_states(ground: Ground, parties: set[int]) -> bool:
    return bool(parties) and all(ground.actors[p].type == "state" for p in parties)


def _countries(ground: Ground, parties: set[int]) -> set[str | None]:
    return {ground.actors[p].country for p in parties}


def _kind(event: Event) -> str | None:
    return "meeting" if event.format in FACE_TO_FACE else event.format


def _same_place(ground: Ground, known: Event, event: Event) -> bool:
    if known.place is None or event.place is None:
        return True
    return ground.places[known.place].name == ground.places[event.place].name


def _same_day(ground: Ground, left: int | None, right: int | None) -> bool:
    if left is None or right is None or left == right:
        return True
    one, two = ground.times[left].start, ground.times[right].start
    return one is None or two is None or one.startswith(two) or two.startswith(one)


def _joined(ground: Ground, known: Event, event: Event) -> Event:
    """Two tellings as one: the fuller one's evidence (of equals the first), the persons rather
    than their states, and what only one of them adds."""
    best, other = (event, known) if fullness(event) > fullness(known) else (known, event)
    people = _are_states(ground, _parties(best)) and not _are_states(ground, _parties(other))
    if people or len(_parties(other)) > len(_parties(best)):
        best = replace(best, actors=other.actors, recipients=other.recipients)
    timed = best if best.time is not None else other
    claimed = known.claimed and event.claimed
    proof = best.evidence
    if best.claimed and not claimed:
        proof = replace(proof, why=f"{proof.why}; told by the report too")
    level = best.level or (other.level if best.format not in UNRANKED else None)
    if best.level is None and level is not None:
        proof = replace(proof, why=f"{proof.why}; its level as told elsewhere")
    return replace(
        best,
        contexts=tuple(sorted({*best.contexts, *other.contexts})),
        hosts=best.hosts or other.hosts,
        occasion=best.occasion or other.occasion,
        place=best.place if best.place is not None else other.place,
        time=timed.time,
        time_from=timed.time_from,
        about=tuple(dict.fromkeys((*known.about, *event.about))),
        cameo=best.cameo or other.cameo,
        claimed=claimed,
        claimed_by=tuple(sorted({*known.claimed_by, *event.claimed_by})) if claimed else (),
        level=level,
        duration=best.duration if best.duration is not None else other.duration,
        evidence=proof,
    )


def fullness(event: Event) -> int:
    """How much a telling says of the circumstances."""
    said = [event.place, event.time, event.occasion, event.process]
    return sum(part is not None for part in said)
