"""From the events of readings to happenings, as the signs see them."""

from __future__ import annotations

from communique.model.findings import Event, Place
from communique.model.reading import Reading
from communique.record.corpus import Corpus, Item
from communique.record.days import OPEN, Days, days_of, resolved
from communique.record.entities import Entities
from communique.record.happenings import Happening, Spot
from communique.record.words import content_stems


def happenings(
    corpus: Corpus,
    entities: Entities,
    processes: dict[Item, str],
    published: dict[int, Days],
) -> list[Happening]:
    """All events of the corpus as the signs see them, in order of their keys."""
    company = [entities.company(number, read.reading) for number, read in enumerate(corpus.reads)]
    found = []
    for item, key in corpus.keys["event"].items():
        event = corpus.reading(item).events[item.index]
        found.append(
            _happening(
                corpus, entities, processes, item, key, event, company, published[item.report]
            )
        )
    return sorted(found, key=lambda h: h.key)


def _happening(
    corpus: Corpus,
    entities: Entities,
    processes: dict[Item, str],
    item: Item,
    key: str,
    event: Event,
    company: list[frozenset[str]],
    published: Days,
) -> Happening:
    reading, text = corpus.reading(item), corpus.report(item).text
    parties = entities.parties(item.report, (*event.actors, *event.recipients))
    states = frozenset(p for p in parties if entities.type(p) == "state")
    process = processes.get(Item(item.report, event.process)) if event.process is not None else None
    return Happening(
        key=key,
        item=item,
        span=(event.evidence.start, event.evidence.end),
        report=corpus.ids[item.report],
        type=event.type,
        mode=event.mode,
        aux=frozenset(event.aux),
        parties=parties,
        named=parties - states,
        states=states,
        countries=frozenset(c for c in map(entities.country, parties) if c),
        days=_days(reading, event, text, published),
        published=published,
        spot=_spot(entities, item.report, reading.places, event.place),
        format=event.format,
        occasion=content_stems(event.occasion or ""),
        process=process,
        round=event_round(corpus, item, event),
        about=frozenset(event.about),
        words=content_stems(text[event.evidence.start : event.evidence.end]),
        company=company[item.report],
    )


def _days(reading: Reading, event: Event, text: str, published: Days) -> Days:
    """The event's days; of a day without its year or week, the last one before the report. That of
    the report is none of its own: it may have been the day before, as another report may say."""
    if event.time is None or event.time_from == "report":
        return OPEN
    days = days_of(reading.times[event.time], text)
    return days if "future" in event.aux else resolved(days, published)


def _spot(
    entities: Entities, report: int, places: tuple[Place, ...], index: int | None
) -> Spot | None:
    if index is None:
        return None
    place = places[index]
    entity = entities.place(report, index)
    told = place.role != "dateline"
    return Spot(entity, place.name, place.country, place.lat, place.lon, place.feature, told)


def event_round(corpus: Corpus, item: Item, event: Event) -> int | None:
    """The number of the round that an event was, where its process has one there or that day."""
    if event.process is None:
        return None
    reading = corpus.reading(item)
    rounds = reading.processes[event.process].rounds
    span = event.evidence
    for round in rounds:
        if round.evidence.start < span.end and span.start < round.evidence.end:
            return round.number
    start = reading.times[event.time].start if event.time is not None else None
    return next((r.number for r in rounds if start and r.start == start), None)
