"""Where reports tell the same thing differently: each value with the words that give it.

What a report leaves out is no difference, and neither is a value that is only more precise than
another (a city of the country, a day of the month). Nothing is settled here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

from communique.model.identity import Citation, Difference, DifferentValue
from communique.model.record import ProcessRow
from communique.record.agreements import Deals
from communique.record.corpus import Corpus, citations, row_id
from communique.record.days import Days, gap
from communique.record.entities import Entities
from communique.record.event_signs import different_place
from communique.record.happenings import Happening, format_kind
from communique.record.numbers import Counted, Told, pairs_of_reports
from communique.record.occurrences import Occurrences, told_length
from communique.record.processes import Talks, facet
from communique.record.row_signs import GENERAL_TYPES
from communique.record.words import fold


def find_differences(
    corpus: Corpus,
    entities: Entities,
    occurrences: Occurrences,
    talks: Talks,
    rows: tuple[ProcessRow, ...],
    deals: Deals,
) -> tuple[Difference, ...]:
    """All differences, sorted by id."""
    found: list[Difference] = []
    for id, told in sorted(occurrences.tellings.items()):
        if len({h.report for h in told}) > 1:
            found += _of_occurrence(corpus, id, told)
    for row in rows:
        found += _of_roles(corpus, entities, talks, row)
        found += _of_rounds(corpus, talks, row)
    found += _of_agreements(corpus, deals)
    found += _of_numbers(corpus, occurrences, deals)
    return tuple(sorted(found, key=lambda d: (d.id, d.field)))


def _of_occurrence(corpus: Corpus, id: str, told: tuple[Happening, ...]) -> Iterator[Difference]:
    times: list[Told] = []
    days: dict[str, Days] = {}
    places: list[Told] = []
    spots: dict[str, Happening] = {}
    formats: list[Told] = []
    lengths: list[Told] = []
    for h in told:
        event = corpus.reading(h.item).events[h.item.index]
        cited = corpus.cite(h.item.report, event.evidence)
        if h.days.known:
            span = corpus.reading(h.item).times[event.time or 0].text
            times.append((str(h.days), corpus.cite(h.item.report, span) if span else cited))
            days[str(h.days)] = h.days
        if h.spot is not None and event.place is not None:
            span = corpus.reading(h.item).places[event.place].span
            places.append((h.spot.name, corpus.cite(h.item.report, (span.start, span.end))))
            spots[h.spot.name] = h
        if h.format:
            formats.append((h.format, cited))
        if (length := told_length(corpus, h)) is not None:
            value, said = length
            lengths.append((value, corpus.cite(h.item.report, said) if said else cited))
    yield from _difference(id, "time", times, lambda a, b: (gap(days[a], days[b]) or 0) > 0)
    yield from _difference(
        id, "place", places, lambda a, b: different_place(spots[a], spots[b]) is not None
    )
    yield from _difference(id, "format", formats, lambda a, b: format_kind(a) != format_kind(b))
    yield from _difference(id, "duration", lengths, lambda a, b: a != b)


def _difference(
    about: str, name: str, told: Iterable[Told], differ: Callable[[str, str], bool]
) -> Iterator[Difference]:
    """The values of one field, where two that different reports give cannot both be."""
    cited: dict[str, list[Citation]] = defaultdict(list)
    for value, citation in told:
        cited[value].append(citation)
    apart = {
        value
        for one, other in combinations(sorted(cited), 2)
        if differ(one, other) and _reports(cited[one]) != _reports(cited[other])
        for value in (one, other)
    }
    if apart:
        values = tuple(DifferentValue(v, citations(cited[v])) for v in sorted(apart))
        yield Difference(row_id("d", about, name), about, name, values)


def _reports(cited: list[Citation]) -> frozenset[str]:
    return frozenset(c.report for c in cited)


def _of_numbers(corpus: Corpus, occurrences: Occurrences, deals: Deals) -> Iterator[Difference]:
    """Counts of the same things ("12 people", "fifteen people") in reports that tell the same
    event or agreement, about the first that they share."""
    counted = Counted(corpus)
    seen: set[tuple[int, int]] = set()
    shared = [
        *((id, [h.item.report for h in told]) for id, told in occurrences.tellings.items()),
        *((id, [item.report for item in items]) for id, items in deals.tellings.items()),
    ]
    for id, reports in sorted(shared, key=lambda s: (s[0][0] != "o", s[0])):
        found: dict[str, list[Told]] = defaultdict(list)
        for two in pairs_of_reports(reports):
            for thing, values in () if two in seen else counted.otherwise(*two):
                found[thing] += values
            seen.add(two)
        for thing, values in sorted(found.items()):
            yield from _difference(id, f"number of {thing}", values, lambda a, b: a != b)


def _of_roles(
    corpus: Corpus, entities: Entities, talks: Talks, row: ProcessRow
) -> Iterator[Difference]:
    """Two words for what the same actors are to the same talks, in two reports of which neither
    uses the other's."""
    by_facet: dict[str, dict[str, dict[str, list[Told]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(list))
    )
    for item in talks.members[row.id]:
        for role in corpus.reading(item).processes[item.index].roles:
            question = facet(role.role)
            for entity in entities.parties(item.report, [role.actor]) if question else ():
                cited = corpus.cite(item.report, role.evidence)
                by_facet[question or ""][entity][corpus.id(item)].append((role.role, cited))
    for _, told in sorted(by_facet.items()):
        alike: dict[tuple[str, ...], list[Told]] = defaultdict(list)
        for _, reports in sorted(told.items()):
            said = {report: {role for role, _ in roles} for report, roles in reports.items()}
            if any(a.isdisjoint(b) for a, b in combinations(said.values(), 2)):
                roles = sorted({role for found in said.values() for role in found})
                alike[tuple(roles)] += [value for found in reports.values() for value in found]
        for words, values in sorted(alike.items()):
            yield Difference(row_id("d", row.id, "role", *words), row.id, "role", _values(values))


def _values(told: Iterable[Told]) -> tuple[DifferentValue, ...]:
    cited: dict[str, list[Citation]] = defaultdict(list)
    for value, citation in told:
        cited[value].append(citation)
    return tuple(DifferentValue(value, citations(cited[value])) for value in sorted(cited))


def _of_rounds(corpus: Corpus, talks: Talks, row: ProcessRow) -> Iterator[Difference]:
    begun: dict[int, list[Told]] = defaultdict(list)
    held: dict[int, list[Told]] = defaultdict(list)
    for item in talks.members[row.id]:
        for round in corpus.reading(item).processes[item.index].rounds:
            cited = corpus.cite(item.report, round.evidence)
            if round.number is not None and round.start:
                begun[round.number].append((round.start, cited))
            if round.number is not None and round.place:
                held[round.number].append((round.place, cited))
    for number, values in sorted(begun.items()):
        yield from _difference(
            row.id, f"round {number}: start", values, lambda a, b: not _within(a, b)
        )
    for number, values in sorted(held.items()):
        yield from _difference(
            row.id, f"round {number}: place", values, lambda a, b: not _one_name(a, b)
        )


def _within(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _one_name(one: str, other: str) -> bool:
    return fold(one) in fold(other) or fold(other) in fold(one)


def _of_agreements(corpus: Corpus, deals: Deals) -> Iterator[Difference]:
    for id, items in sorted(deals.tellings.items()):
        types: list[Told] = []
        for item in items:
            deal = corpus.reading(item).agreements[item.index]
            if fold(deal.type) not in GENERAL_TYPES:
                types.append((deal.type, corpus.cite(item.report, deal.evidence)))
        yield from _difference(id, "type", types, lambda a, b: not _one_name(a, b))
