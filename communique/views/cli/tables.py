"""Rows of the record as rows of a table: columns that a person reads and a program parses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from communique.model.identity import Difference, Occurrence
from communique.model.reading import Skipped
from communique.model.record import AgreementRow, OfficeRow, ProcessRow, StatementRow, Status
from communique.model.report import Time
from communique.store.answers import EntityCard, IssueCard, Known, Matrix, ReportCard
from communique.views.matrix import COLUMNS, signs, tidy

Cells = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: shown to people, written as CSV (as `tidy` has it, where that is another), or as one
    JSON object a row (`data`)."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[Cells, ...]
    data: tuple[object, ...] = ()
    tidy: tuple[tuple[str, ...], tuple[Cells, ...]] | None = None


def when(time: Time | None) -> str | None:
    """A time in few characters: its start, or both its ends; ~ marks an inferred one."""
    if time is None or time.start is None:
        return None
    text = time.start if time.end in (None, time.start) else f"{time.start} – {time.end}"
    return f"~{text}" if time.basis == "inferred" else text


def named(ids: Iterable[str], known: Known) -> str | None:
    """Names, joined by commas."""
    return ", ".join(known.name(id) for id in ids) or None


def joined(words: Iterable[object]) -> str | None:
    """Words, joined by commas."""
    return ", ".join(str(word) for word in words if word is not None) or None


def who(row: Occurrence, known: Known) -> str | None:
    """Those who act, with whom, and the hosts."""
    parts = (
        named(row.actors, known),
        f"with {named(row.recipients, known)}" if row.recipients else None,
        f"(host: {named(row.hosts, known)})" if row.hosts else None,
    )
    return " ".join(part for part in parts if part) or None


def what(row: Occurrence, known: Known) -> str:
    """The type of an event, its mode and what else is known of it."""
    first = f"{row.type.lower()}{f' ({row.mode})' if row.mode else ''}"
    process = None
    if row.process:
        number = f", round {row.round}" if row.round is not None else ""
        process = f"{known.name(row.process)}{number}"
    claimed = None
    if row.claimed:
        claimed = f"claimed by {named(row.claimed_by, known)}" if row.claimed_by else "claimed"
    level = f"{row.level} level" if row.level else None
    told = (row.format, level, row.duration, row.occasion, process)
    return joined((first, *told, *row.aux, claimed)) or first


def reports_table(rows: Iterable[ReportCard], title: str = "Reports") -> Table:
    """Reports."""
    cards = tuple(rows)
    cells = tuple(
        (when(c.published), c.outlet, c.title or c.source, joined(c.agencies), c.origin, c.id)
        for c in cards
    )
    return Table(title, ("published", "outlet", "title", "agencies", "origin", "id"), cells, cards)


def skipped_table(rows: Iterable[Skipped]) -> Table:
    """What was not read, and why."""
    cards = tuple(rows)
    return Table("Skipped", ("source", "reason"), tuple((c.source, c.reason) for c in cards), cards)


def entities_table(rows: Iterable[EntityCard]) -> Table:
    """Entities."""
    cards = tuple(rows)
    cells = tuple(
        (
            c.entity.name,
            c.entity.type,
            c.entity.country,
            joined(office_words(office) for office in c.offices[-1:]),
            c.reports,
            c.occurrences,
            c.statements,
            c.entity.id,
        )
        for c in cards
    )
    columns = ("name", "type", "country", "office", "reports", "occurrences", "statements", "id")
    return Table("Entities", columns, cells, cards)


def places_table(rows: Iterable[EntityCard]) -> Table:
    """Places."""
    cards = tuple(rows)
    cells = tuple(
        (c.entity.name, c.entity.country, joined(c.entity.aliases), c.reports, c.entity.id)
        for c in cards
    )
    return Table("Places", ("name", "country", "also", "reports", "id"), cells, cards)


def office_words(office: OfficeRow) -> str:
    """An office and how long it is known to have been held."""
    title = f"{office.title}, {office.body}" if office.body else office.title
    if office.start and office.end and office.start != office.end:
        return f"{title} ({office.start} – {office.end})"
    return f"{title} ({office.start or office.end})" if office.start or office.end else title


def occurrences_table(rows: Iterable[Occurrence], known: Known, title: str) -> Table:
    """Events."""
    cards = tuple(rows)
    cells = tuple(
        (
            when(o.time),
            who(o, known),
            what(o, known),
            known.name(o.place) if o.place else None,
            o.cameo,
            len(o.reports),
            o.origins,
            o.id,
        )
        for o in cards
    )
    columns = ("when", "who", "what", "where", "cameo", "reports", "origins", "id")
    return Table(title, columns, cells, cards)


def statements_table(
    rows: Iterable[StatementRow], known: Known, title: str = "Statements"
) -> Table:
    """Statements."""
    cards = tuple(rows)
    cells = tuple(
        (
            when(s.time),
            named(s.speakers, known),
            s.text,
            s.form,
            joined(s.issues),
            joined(f"{stance.polarity} {known.name(stance.toward)}" for stance in s.stances),
            len(s.reports),
            s.origins,
            s.id,
        )
        for s in cards
    )
    columns = ("when", "who", "what", "form", "issues", "stances", "reports", "origins", "id")
    return Table(title, columns, cells, cards)


def agreements_table(
    rows: Iterable[AgreementRow], known: Known, title: str = "Agreements"
) -> Table:
    """Agreements: the latest of their history, and all of it where it is longer."""
    cards = tuple(rows)
    cells = tuple(
        (
            when(a.history[-1].time) if a.history else None,
            a.history[-1].status if a.history else None,
            a.type,
            named(a.parties, known),
            a.commitment or joined(a.topics),
            " → ".join(step_words(step) for step in a.history) if len(a.history) > 1 else None,
            a.id,
        )
        for a in cards
    )
    columns = ("when", "status", "type", "parties", "about", "history", "id")
    return Table(title, columns, cells, cards)


def step_words(step: Status) -> str:
    """A status with its day: "signed 1984-11-29", "announced by 1984-10-18"."""
    time = step.time
    by = f"by {time.end}" if time is not None and time.start is None and time.end else None
    return " ".join(filter(None, (step.status or "mentioned", when(time) or by)))


def history_table(row: AgreementRow) -> Table:
    """What became of an agreement: a row for each status and each report's words for it."""
    cells = tuple(
        (step.status, when(step.time) or (step.time.end if step.time else None), c.text, c.report)
        for step in row.history
        for c in step.evidence
    )
    return Table("History", ("status", "when", "words", "report"), cells, row.history)


def matrix_table(found: Matrix) -> Table:
    """Who spoke about what: a row for each speaker, a column for each issue."""
    cells = {(cell.speaker, cell.issue): cell for cell in found.cells}
    rows = tuple(
        (
            entity.name,
            *(
                signs(cell) if (cell := cells.get((entity.id, issue))) else None
                for issue, _ in found.issues
            ),
            total,
        )
        for entity, total in found.speakers
    )
    columns = ("speaker", *(issue for issue, _ in found.issues), "all")
    return Table("Who spoke about what", columns, rows, found.cells, (COLUMNS, tidy(found)))


def processes_table(rows: Iterable[ProcessRow], known: Known, title: str = "Processes") -> Table:
    """Series of talks."""
    cards = tuple(rows)
    cells = tuple(
        (
            p.name,
            p.topic,
            len(p.rounds),
            joined(f"{known.name(role.entity)} ({role.role})" for role in p.roles),
            p.id,
        )
        for p in cards
    )
    return Table(title, ("name", "topic", "rounds", "roles", "id"), cells, cards)


def rounds_table(process: ProcessRow, known: Known) -> Table:
    """The rounds of a process."""
    cells = tuple(
        (
            r.number,
            when(r.time),
            known.name(r.place) if r.place else None,
            known.name(r.host) if r.host else None,
            r.occurrence,
        )
        for r in process.rounds
    )
    columns = ("round", "when", "where", "host", "occurrence")
    return Table("Rounds", columns, cells, process.rounds)


def issues_table(rows: Iterable[IssueCard]) -> Table:
    """Issues."""
    cards = tuple(rows)
    cells = tuple((c.issue, c.statements, c.agreements) for c in cards)
    return Table("Issues", ("issue", "statements", "agreements"), cells, cards)


def differences_table(rows: Iterable[Difference], known: Known) -> Table:
    """Where reports differ: a row for each value, with its words."""
    cards = tuple(rows)
    columns = ("about", "field", "value", "report", "words", "id")
    return Table("Differences", columns, tuple(_differing(cards, known)), cards)


def _differing(differences: Iterable[Difference], known: Known) -> Iterator[Cells]:
    for d in differences:
        for value in d.values:
            for cited in value.evidence:
                yield (known.name(d.about), d.field, value.value, cited.report, cited.text, d.id)


def flattened(tables: Iterable[Table]) -> tuple[tuple[str, ...], list[Cells]]:
    """Several tables as one, for CSV: every column that any has, led by the table's title."""
    shown = [table for table in tables if table.rows]
    columns = list(dict.fromkeys(column for table in shown for column in table.columns))
    rows: list[Cells] = []
    for table in shown:
        for row in table.rows:
            cells: dict[str, Any] = dict(zip(table.columns, row, strict=True))
            rows.append((table.title, *(cells.get(column) for column in columns)))
    return ("table", *columns), rows
