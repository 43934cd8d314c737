"""The last look at events: each told once, with the place and day that the report gives them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.extraction.ground import Ground
from communique.extraction.lasting import with_durations
from communique.extraction.levels import with_level
from communique.extraction.meetings import Found, dateline_place, is_state
from communique.extraction.merging import FACE_TO_FACE, Told, merged, shared
from communique.extraction.timing import Timing, When
from communique.model.findings import Event

ARRIVED = frozenset(
    f"event: {word}" for word in ("visit", "trip", "tour", "arrive in", "land in", "touch down in")
)
"""The rules that tell that somebody is where the journey leads."""


def finished(
    timing: Timing, ground: Ground, told: list[Told], heads: list[Told]
) -> tuple[Event, ...]:
    """Events told once each, with the place, day, level and length that the rest of the
    report gives them."""
    kept = merged(ground, shared(ground, told))
    kept += [h for h in heads if not any(_same_story(h.event, k.event) for k in kept)]
    events = [one.event for one in kept]
    settled = [with_level(ground, _settled(timing, ground, one, events)) for one in kept]
    return tuple(
        sorted(
            with_durations(ground, settled),
            key=lambda e: (e.evidence.start, e.evidence.end, e.type, e.mode or ""),
        )
    )


def _same_story(head: Event, event: Event) -> bool:
    """Whether the body tells what a title says: any event that shares a party with it."""
    mine = {*head.actors, *head.recipients}
    return bool(mine & {*event.actors, *event.recipients}) or head.type == event.type


def _settled(timing: Timing, ground: Ground, one: Told, others: Sequence[Event]) -> Event:
    """An event with the day that the report tells of, a meeting also with the place of a visit or
    of the dateline, where nothing nearer was named."""
    event = one.event
    if event.aux:
        return event
    reasons = []
    place = _placed(ground, one, others)
    if place is not None:
        event = replace(event, place=place.index)
        reasons.append(place.why)
    if event.time is None and one.news:
        day = _day(timing, event)
        if day is not None:
            event = replace(event, time=day.time, time_from=day.source)
            reasons.append(f"its time by {day.source}: {day.why}")
    if not reasons:
        return event
    proof = event.evidence
    why = "; ".join([proof.why, "not said beside it: " + ", ".join(reasons)])
    score = proof.score * 0.9 if event.type == "CONSULT" else proof.score
    return replace(event, evidence=replace(proof, why=why, score=round(score, 2)))


def _placed(ground: Ground, one: Told, others: Sequence[Event]) -> Found | None:
    """Where a meeting was that the report places only elsewhere, and the town of a visit to the
    country that the report is written from."""
    event = one.event
    if event.type != "CONSULT" or event.mode == "phone":
        return None
    line = dateline_place(ground, event.evidence.start)
    if event.mode == "visit":
        if event.place is None:
            return line if one.there and (one.news or event.time is None) else None
        return line if one.news and _town_in(ground, line, event.place) else None
    if event.place is not None:
        region = ground.places[event.place].country is None
        return line if region and one.news else None
    near = _nearby(ground, event, others) or _visited(event, others)
    if near is not None and line is not None and _town_in(ground, line, near.index):
        return line
    return near or line


def _town_in(ground: Ground, line: Found | None, place: int) -> bool:
    """Whether the town of the dateline lies in a place that is a state."""
    if line is None:
        return False
    state, town = ground.places[place], ground.places[line.index]
    return is_state(state) and state.country is not None and state.country == town.country


def _day(timing: Timing, event: Event) -> When | None:
    """The day of the report; for a meeting in a report without one, the first day that it names."""
    if timing.news is not None or event.type != "CONSULT":
        return timing.news
    return timing.first_day


def _nearby(ground: Ground, event: Event, others: Sequence[Event]) -> Found | None:
    """The place of another meeting of the same people in the same sentence: a press conference is
    held where the talks were."""
    here = ground.text.sentence_at(event.evidence.start)
    for other in others:
        if other.format not in FACE_TO_FACE or other.place is None or other.aux != event.aux:
            continue
        if ground.text.sentence_at(other.evidence.start) == here and (
            {*other.actors, *other.recipients} & {*event.actors, *event.recipients}
        ):
            return Found(other.place, "the place of the meeting told of in the same sentence")
    return None


def _visited(event: Event, others: Sequence[Event]) -> Found | None:
    for other in others:
        if other.evidence.rule not in ARRIVED or other.place is None or other.aux:
            continue
        if set(other.actors) & set(event.actors):
            return Found(other.place, "the place of the visit during which it was held")
    return None
