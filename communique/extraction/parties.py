"""Who of those that a report only describes takes part in anything, and so is an actor of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from communique.extraction.described import RULE
from communique.extraction.drafts import Draft
from communique.extraction.ground import LAND, Ground
from communique.model.findings import Event, Mention, Stance, Statement
from communique.model.reading import Reading
from communique.model.text import Span

PUBLIC = frozenset({"GOV", "MIL", "REB", "UAF", "JUD", "LEG", "OPP", "SPY"})
"""Sectors whose doings are public affairs."""


def kept(ground: Ground, wide: Ground, reading: Reading) -> Reading:
    """A reading of a wide ground with those of its described actors that take part in anything:
    a party of an event or an agreement, who says something or is spoken to. Actors are counted
    anew."""
    own = len(ground.actors)
    used = {a for e in reading.events for a in (*e.actors, *e.recipients, *e.hosts)}
    used |= {a for agreement in reading.agreements for a in agreement.parties}
    used |= {a for s in reading.statements for a in _heard(s)}
    extra = sorted(index for index in used if index >= own)
    number = {index: own + place for place, index in enumerate(extra)}

    def renumbered(indices: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(number.get(index, index) for index in indices)

    told = [
        replace(m, actor=number.get(m.actor, m.actor))
        for m in wide.mentions
        if m.actor < own or m.actor in number
    ]
    told += _by_their_places(wide, reading.events, number)
    events = (
        replace(
            e,
            actors=renumbered(e.actors),
            recipients=renumbered(e.recipients),
            hosts=renumbered(e.hosts),
            claimed_by=renumbered(e.claimed_by),
        )
        for e in reading.events
    )
    statements = (
        replace(
            s,
            speakers=renumbered(s.speakers),
            addressees=renumbered(s.addressees),
            via=None if s.via is None else number.get(s.via, s.via),
            stances=tuple(_toward(stance, number) for stance in s.stances),
        )
        for s in reading.statements
    )
    agreements = (replace(a, parties=renumbered(a.parties)) for a in reading.agreements)
    return replace(
        reading,
        actors=(*ground.actors, *(wide.actors[index] for index in extra)),
        mentions=tuple(sorted(told, key=lambda m: (m.start, -m.end))),
        events=tuple(events),
        statements=tuple(statements),
        agreements=tuple(agreements),
    )


def _heard(statement: Statement) -> Iterator[int]:
    """Everyone who has a part in a statement."""
    yield from statement.speakers
    yield from statement.addressees
    if statement.via is not None:
        yield statement.via
    for stance in statement.stances:
        if isinstance(stance.toward, int):
            yield stance.toward


def _toward(stance: Stance, number: Mapping[int, int]) -> Stance:
    """The same stance, its target by its new number."""
    if isinstance(stance.toward, int) and stance.toward in number:
        return replace(stance, toward=number[stance.toward])
    return stance


def anchored(ground: Ground, found: Draft) -> bool:
    """Whether an event is of the world that reports are about: somebody named takes part, or
    somebody of a named country; or those who rule, fight or judge do something to somebody. What
    people of no name and country do among themselves is daily life, but for a protest and for
    violence upon those who serve the state."""
    everyone = [ground.actors[a] for a in (*found.actors, *found.recipients, *found.hosts)]
    if not everyone or any(a.country or a.evidence.rule != RULE for a in everyone):
        return True
    if found.trigger.type == "PROTEST":
        return True
    if found.trigger.type == "ASSAULT":
        return bool(found.recipients) and any(a.sector in PUBLIC | {"COP"} for a in everyone)
    return bool(found.recipients) and any(ground.actors[a].sector in PUBLIC for a in found.actors)


def _by_their_places(
    wide: Ground, events: Sequence[Event], number: Mapping[int, int]
) -> Iterator[Mention]:
    """The words that name a state by a place or an adjective, in the sentences of its events."""
    taken = {(m.start, m.end) for m in wide.mentions}
    for index, kept_as in number.items():
        land = wide.actors[index]
        if land.evidence.rule != LAND:
            continue
        sentences = {
            wide.text.sentence_at(e.evidence.start)
            for e in events
            if index in {*e.actors, *e.recipients, *e.hosts}
        }
        spans = [p.span for p in wide.places if p.country == land.country]
        spans += [
            Span(token.start, token.end)
            for place, token in enumerate(wide.text.tokens)
            if wide.nationality(place) == land.country
        ]
        for span in spans:
            if span not in taken and wide.text.sentence_at(span.start) in sentences:
                yield Mention(span.start, span.end, kept_as)
