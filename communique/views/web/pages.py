"""The pages: for each, what its template may use, and the function that asks for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
    Known,
    Listing,
    Overview,
    PairPage,
    ProcessPage,
    ReportCard,
)
from communique.store.session import Store
from communique.views.web.charts import Circle, Timeline, circle, timeline
from communique.views.web.marks import Block, blocks
from communique.views.web.words import when

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
    """A report with everything that was read from it."""

    card: ReportCard
    reading: Json
    blocks: tuple[Block, ...]
    cited: tuple[int, int] | None

    def actor(self, index: int | None) -> str:
        """The name of an actor of this reading."""
        return "" if index is None else str(self.reading["actors"][index]["name"])


@dataclass(frozen=True, slots=True)
class ActorPage:
    """An actor, with a time line of the events and those most often met."""

    entity: EntityPage
    timeline: Timeline
    met: tuple[tuple[Entity, int], ...]


@dataclass(frozen=True, slots=True)
class TwoPage:
    """A pair, with a time line of what both took part in."""

    pair: PairPage
    timeline: Timeline


@dataclass(frozen=True, slots=True)
class TalksPage:
    """A process, with a time line of its events."""

    talks: ProcessPage
    timeline: Timeline
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
    what = occurrence.format or occurrence.mode or occurrence.type.lower()
    who = ", ".join(known.name(i) for i in (*occurrence.actors, *occurrence.recipients)) or "?"
    place = f"{known.name(occurrence.place)}, " if occurrence.place else ""
    return f"{what.replace('-', ' ').capitalize()}: {who} – {place}{when(occurrence.time)}"


def line_of(occurrences: Sequence[Occurrence], known: Known) -> Timeline:
    """The time line of these occurrences."""
    return timeline(occurrences, [event_words(o, known) for o in occurrences])


def start(store: Store) -> Start:
    """The overview of the record."""
    met = questions.meetings(store, limit=CHARTED)
    said = questions.statements(store, limit=6)
    talks = questions.processes(store, limit=12)
    shown = [*met.rows, *said.rows, *talks.rows]
    return Start(
        overview=questions.overview(store),
        timeline=line_of(met.rows, questions.known(store, met.rows)),
        circle=circle(met.rows),
        latest=tuple(reversed([m for m in met.rows if m.time][-8:])) or met.rows[:8],
        statements=said.rows,
        processes=talks.rows,
        issues=questions.issues(store)[:16],
        differences=len(questions.differences(store)),
        known=questions.known(store, shown),
    )


def report_page(store: Store, id: str, cited: tuple[int, int] | None) -> ReportPage:
    """A report with its findings. Raises NotFound."""
    card = questions.report(store, id)
    reading = questions.reading_json(store, card.id)
    return ReportPage(card, reading, blocks(reading, cited), cited)


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
    return ActorPage(page, line_of(page.occurrences, page.known), met)


def pair_page(store: Store, left: str, right: str) -> TwoPage:
    """Two actors. Raises NotFound."""
    pair = questions.pair(store, left, right)
    return TwoPage(pair, line_of(pair.occurrences, pair.known))


def process_page(store: Store, id: str) -> TalksPage:
    """A process with what was agreed about its topic. Raises NotFound."""
    talks = questions.process(store, id)
    topic = talks.process.topic
    agreed = questions.agreements(store, topic=topic).rows if topic else ()
    known = questions.known(store, [talks.process, *talks.occurrences, *agreed])
    return TalksPage(talks, line_of(talks.occurrences, known), agreed, known)


def cited_span(value: str | None) -> tuple[int, int] | None:
    """`120-180` as a span. Raises NotFound for anything else."""
    if not value:
        return None
    first, _, last = value.partition("-")
    if not (first.isdecimal() and last.isdecimal() and int(first) < int(last)):
        raise NotFound(f"{value!r} is no span of characters; give it as 120-180.")
    return int(first), int(last)
