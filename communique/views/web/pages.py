"""The pages: for each, what its template may use, and the function that asks for it."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from communique.errors import NotFound
from communique.model.contract import Json
from communique.model.identity import Difference, Entity, Occurrence
from communique.model.reading import Skipped
from communique.model.record import AgreementRow, ProcessRow, StatementRow
from communique.store import questions
from communique.store.answers import (
    EntityCard,
    EntityPage,
    Hit,
    IssueCard,
    IssuePage,
    Known,
    Listing,
    OccurrencePage,
    Overview,
    PairPage,
    ProcessPage,
    ReportCard,
)
from communique.store.session import Store
from communique.views.web.axis import day
from communique.views.web.charts import Circle, Timeline, circle, timeline
from communique.views.web.maps import Map, map_of
from communique.views.web.marks import Block, blocks
from communique.views.web.terms import Terms, terms
from communique.views.web.words import kind, when

Row = ReportCard | EntityCard | Occurrence | StatementRow | AgreementRow | ProcessRow

PAGE = 50
"""Rows on one page of a list."""
CHARTED = 2000
"""Meetings that the pictures of the overview are drawn from."""


@dataclass(frozen=True, slots=True)
class Start:
    """The overview."""

    overview: Overview
    timeline: Timeline
    circle: Circle
    latest: tuple[Occurrence, ...]
    statements: tuple[StatementRow, ...]
    processes: tuple[ProcessRow, ...]
    issues: tuple[IssueCard, ...]
    differences: int
    known: Known


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, by kind."""

    words: str
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """A page of a list, with the words that filtered it and the addresses of its neighbours."""

    listing: Listing[
        ReportCard | EntityCard | Occurrence | StatementRow | AgreementRow | ProcessRow
    ]
    filters: dict[str, str]
    offset: int
    size: int = PAGE

    @property
    def earlier(self) -> int | None:
        """The offset of the page before, if there is one."""
        return max(0, self.offset - self.size) if self.offset else None

    @property
    def later(self) -> int | None:
        """The offset of the next page, if there is one."""
        after = self.offset + self.size
        return after if after < self.listing.total else None


@dataclass(frozen=True, slots=True)
class ReportPage:
    """A report with everything that was read from it, and where its places lie. `actors` and
    `places` are the ids, across reports, of those that are linked, by index."""

    card: ReportCard
    reading: Json
    blocks: tuple[Block, ...]
    cited: tuple[int, int] | None
    map: Map | None
    actors: Mapping[int, str]
    places: Mapping[int, str]

    def actor(self, index: int | None) -> str:
        """The name of an actor of this reading."""
        return "" if index is None else str(self.reading["actors"][index]["name"])


@dataclass(frozen=True, slots=True)
class ActorPage:
    """An actor, with its offices over time, a time line of the events, a map of the places, those
    most often met, and what it speaks about, the most first."""

    entity: EntityPage
    terms: Terms
    timeline: Timeline
    map: Map | None
    met: tuple[tuple[Entity, int], ...]
    spoke: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class TwoPage:
    """A pair, with a time line of what both took part in."""

    pair: PairPage
    timeline: Timeline


@dataclass(frozen=True, slots=True)
class TalksPage:
    """A process, with a time line of its events and a map of its places."""

    talks: ProcessPage
    timeline: Timeline
    map: Map | None
    agreements: tuple[AgreementRow, ...]
    known: Known


@dataclass(frozen=True, slots=True)
class Differences:
    """Where reports differ."""

    differences: tuple[Difference, ...]
    known: Known


@dataclass(frozen=True, slots=True)
class SkippedPage:
    """Reports that were not read."""

    listing: Listing[Skipped]


def event_words(occurrence: Occurrence, known: Known) -> str:
    """An occurrence in a few words: "Talks: Ana Ruiz, Per Dahl – Oslo, 3 May 1998"."""
    what = kind(occurrence.type, occurrence.mode, occurrence.format)
    who = ", ".join(known.name(i) for i in (*occurrence.actors, *occurrence.recipients)) or "?"
    place = f"{known.name(occurrence.place)}, " if occurrence.place else ""
    return f"{what}: {who} – {place}{when(occurrence.time)}"


def line_of(occurrences: Sequence[Occurrence], known: Known) -> Timeline:
    """The time line of these occurrences."""
    return timeline(occurrences, [event_words(o, known) for o in occurrences])


def grounded(store: Store, known: Known, rows: Iterable[object]) -> Known:
    """What is known, with what the times and places of the events and statements among these rows
    were read from."""
    told = [row for row in rows if isinstance(row, (Occurrence, StatementRow))]
    return dataclasses.replace(known, grounds=questions.grounds(store, told)) if told else known


def listed(store: Store, listing: Listing[Any], filters: dict[str, str], offset: int) -> Rows:
    """A page of a list."""
    known = grounded(store, listing.known, listing.rows)
    return Rows(dataclasses.replace(listing, known=known), filters, offset)


def occurrences(store: Store, *, claimed: str | None = None, **given: Any) -> Listing[Occurrence]:
    """Events, as `questions.occurrences`; `claimed` is "yes" for those that are only claimed, or
    "no"."""
    only = {"yes": True, "no": False}.get(claimed or "")
    return questions.occurrences(store, claimed=only, **given)


def start(store: Store) -> Start:
    """The overview of the record."""
    met = questions.meetings(store, limit=CHARTED)
    said = questions.statements(store, limit=6)
    talks = questions.processes(store, limit=12)
    shown = [*met.rows, *said.rows, *talks.rows]
    latest = tuple(reversed([m for m in met.rows if day(m.time)][-8:])) or met.rows[:8]
    return Start(
        overview=questions.overview(store),
        timeline=line_of(met.rows, questions.known(store, met.rows)),
        circle=circle(met.rows),
        latest=latest,
        statements=said.rows,
        processes=talks.rows,
        issues=questions.issues(store)[:16],
        differences=len(questions.differences(store)),
        known=grounded(store, questions.known(store, shown), [*latest, *said.rows]),
    )


def report_page(store: Store, id: str, cited: tuple[int, int] | None) -> ReportPage:
    """A report with its findings. Raises NotFound."""
    card = questions.report(store, id)
    reading = questions.reading_json(store, card.id)
    places, entities = questions.named_in(store, card.id)
    actors = ((a["evidence"]["start"], a["evidence"]["end"]) for a in reading["actors"])
    linked = {(place.start, place.end): place.entity for place in places}
    spots = (linked.get(tuple(place["span"])) for place in reading["places"])
    return ReportPage(
        card=card,
        reading=reading,
        blocks=blocks(reading, cited),
        cited=cited,
        map=map_of(places),
        actors={n: e for n, span in enumerate(actors) if (e := entities.get((card.id, *span)))},
        places={n: spot for n, spot in enumerate(spots) if spot},
    )


def actor_page(store: Store, id: str) -> ActorPage:
    """An actor or a place. Raises NotFound."""
    page = questions.entity(store, id)
    times: dict[str, int] = {}
    for occurrence in page.occurrences:
        together = {*occurrence.actors, *occurrence.recipients}
        if occurrence.type == "CONSULT" and page.entity.id in together:
            for other in together - {page.entity.id}:
                times[other] = times.get(other, 0) + 1
    most = sorted(times, key=lambda other: (-times[other], other))
    met = tuple((page.known.entities[i], times[i]) for i in most if i in page.known.entities)
    return ActorPage(
        entity=page,
        terms=terms(page.offices, page.told, page.known),
        timeline=line_of(page.occurrences, page.known),
        map=map_of(page.places),
        met=met,
        spoke=_spoke(page.statements),
    )


def _spoke(statements: Sequence[StatementRow]) -> tuple[tuple[str, int], ...]:
    counts = Counter(issue for row in statements for issue in row.issues)
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def pair_page(store: Store, left: str, right: str) -> TwoPage:
    """Two actors. Raises NotFound."""
    pair = questions.pair(store, left, right)
    told = [*pair.occurrences, *pair.left_about_right, *pair.right_about_left, *pair.joint]
    pair = dataclasses.replace(pair, known=grounded(store, pair.known, told))
    return TwoPage(pair, line_of(pair.occurrences, pair.known))


def process_page(store: Store, id: str) -> TalksPage:
    """A process with what was agreed about its topic. Raises NotFound."""
    talks = questions.process(store, id)
    topic = talks.process.topic
    agreed = questions.agreements(store, topic=topic).rows if topic else ()
    known = dataclasses.replace(
        questions.known(store, [talks.process, *talks.occurrences, *agreed]),
        grounds=talks.known.grounds,
    )
    return TalksPage(
        talks=talks,
        timeline=line_of(talks.occurrences, known),
        map=map_of(talks.places),
        agreements=agreed,
        known=known,
    )


def occurrence_page(store: Store, id: str) -> OccurrencePage:
    """An event. Raises NotFound."""
    page = questions.occurrence(store, id)
    grounds = {page.occurrence.id: page.ground}
    return dataclasses.replace(page, known=dataclasses.replace(page.known, grounds=grounds))


def issue_page(store: Store, name: str) -> IssuePage:
    """An issue. Raises NotFound."""
    page = questions.issue(store, name)
    return dataclasses.replace(page, known=grounded(store, page.known, page.statements))


def cited_span(value: str | None) -> tuple[int, int] | None:
    """`120-180` as a span. Raises NotFound for anything else."""
    if not value:
        return None
    first, _, last = value.partition("-")
    if not (first.isdecimal() and last.isdecimal() and int(first) < int(last)):
        raise NotFound(f"{value!r} is no span of characters; give it as 120-180.")
    return int(first), int(last)
