"""The answers of `show`: what is asked of the store, and how it is laid out."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any

import click

from communique.model.identity import Entity
from communique.store import questions as ask
from communique.store.answers import Listing, Passage
from communique.store.rows import as_json
from communique.store.session import Store
from communique.views.cli import tables as t
from communique.views.cli.console import console, counted, print_csv, print_json, print_table
from communique.views.cli.tables import Table


@dataclass(frozen=True, slots=True)
class Answer:
    """Lines about the one that was asked for, then tables. `about` is that one as data; a list
    has none, and `total` when it was cut."""

    tables: tuple[Table, ...]
    head: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
    about: object = None
    total: int | None = None


def print_answer(answer: Answer, form: str) -> None:
    """Print an answer as a `table` for people, as `csv`, or as `json`: one object for a page, a
    line a row for a list."""
    if form == "json":
        _print_json(answer)
    elif form == "csv":
        _print_csv(answer)
    else:
        _print_tables(answer)


def _print_json(answer: Answer) -> None:
    if answer.about is not None:
        print_json(_page_json(answer.about))
        return
    for table in answer.tables:
        for row in table.data:
            print_json(as_json(row))


def _page_json(page: Any) -> dict[str, Any]:
    """A page as JSON; `names` says what the ids in it stand for."""
    known = page.known
    named = {**known.entities, **known.processes}
    fields = (field.name for field in dataclasses.fields(page) if field.name != "known")
    data = {name: as_json(getattr(page, name)) for name in fields}
    return data | {"names": {id: named[id].name for id in sorted(named)}}


def _print_csv(answer: Answer) -> None:
    if len(answer.tables) == 1:
        print_csv(*(answer.tables[0].tidy or (answer.tables[0].columns, answer.tables[0].rows)))
    else:
        print_csv(*t.flattened(answer.tables))


def _print_tables(answer: Answer) -> None:
    for line in answer.head:
        console().print(line, markup=False)
    for passage in answer.passages:
        _print_passage(passage)
    for table in answer.tables:
        if answer.head and table.rows:
            click.echo()
        print_table(table.title if answer.head else "", table.columns, table.rows)
    if not any(table.rows for table in answer.tables) and not answer.passages:
        click.echo("Nothing of this kind is in the record.", err=True)
    shown = len(answer.tables[0].rows) if answer.tables else 0
    if answer.total is not None and answer.total > shown:
        click.echo(f"{shown:,} of {answer.total:,}; --limit shows more.", err=True)


def _print_passage(passage: Passage) -> None:
    from rich.padding import Padding
    from rich.text import Text

    card = passage.report
    source = t.joined((card.outlet, card.title, card.source))
    console().print(f"\n{source} [{card.id}:{passage.start}-{passage.end}]", markup=False)
    text = Text(passage.text)
    for cited in passage.cited:
        text.stylize("bold", cited.start - passage.start, cited.end - passage.start)
    console().print(Padding(text, (0, 0, 0, 2)))


def _entity_head(entity: Entity, *more: str) -> tuple[str, ...]:
    kind = t.joined((entity.type, entity.country, entity.sector))
    names = (f"also {', '.join(entity.aliases)}",) if entity.aliases else ()
    return (f"{entity.name} ({kind})  {entity.id}", *names, *more)


def actor(store: Store, name: str) -> Answer:
    """All about one entity."""
    page = ask.entity(store, name)
    known = page.known
    offices = (t.office_words(office) for office in page.offices)
    groups = (f"member of {', '.join(g.name for g in page.groups)}",) if page.groups else ()
    return Answer(
        tables=(
            t.occurrences_table(page.occurrences, known, "Occurrences"),
            t.statements_table(page.statements, known),
            t.statements_table(page.about, known, "Statements by others"),
            t.agreements_table(page.agreements, known),
            t.processes_table(page.processes, known),
            t.differences_table(page.differences, page.known),
            t.reports_table(page.reports),
        ),
        head=_entity_head(page.entity, *offices, *groups),
        about=page,
    )


def pair(store: Store, left: str, right: str) -> Answer:
    """Two entities together."""
    page = ask.pair(store, left, right)
    known, one, other = page.known, page.left, page.right
    return Answer(
        tables=(
            t.occurrences_table(page.occurrences, known, "Together"),
            t.statements_table(page.left_about_right, known, f"{one.name} about {other.name}"),
            t.statements_table(page.right_about_left, known, f"{other.name} about {one.name}"),
            t.statements_table(page.joint, known, "Both"),
            t.agreements_table(page.agreements, known),
            t.processes_table(page.processes, known),
        ),
        head=(*_entity_head(one), *_entity_head(other)),
        about=page,
    )


def process(store: Store, name: str) -> Answer:
    """A series of talks."""
    page = ask.process(store, name)
    row, known = page.process, page.known
    roles = tuple(f"{role.role}: {known.name(role.entity)}" for role in row.roles)
    aliases = (f"also {', '.join(row.aliases)}",) if row.aliases else ()
    return Answer(
        tables=(
            t.rounds_table(row, known),
            t.occurrences_table(page.occurrences, known, "Occurrences"),
            t.differences_table(page.differences, page.known),
        ),
        head=(t.joined((row.name, row.topic)) or row.name, *aliases, *roles),
        passages=page.passages,
        about=page,
    )


def issue(store: Store, name: str) -> Answer:
    """What was said and agreed about an issue."""
    page = ask.issue(store, name)
    speakers = t.joined(f"{entity.name} ({count})" for entity, count in page.speakers)
    return Answer(
        tables=(
            t.statements_table(page.statements, page.known),
            t.agreements_table(page.agreements, page.known),
        ),
        head=(page.issue, *((f"speakers: {speakers}",) if speakers else ())),
        about=page,
    )


def occurrence(store: Store, id: str) -> Answer:
    """An event with the sentences of its reports."""
    page = ask.occurrence(store, id)
    row, known = page.occurrence, page.known
    lines = (
        f"{t.what(row, known)}  {row.id}",
        t.who(row, known),
        t.joined((t.when(row.time), known.name(row.place) if row.place else None)),
        f"{counted(len(row.reports), 'report')}, {row.origins} independent",
    )
    return Answer(
        tables=(t.differences_table(page.differences, page.known),),
        head=tuple(line for line in lines if line),
        passages=page.passages,
        about=page,
    )


def agreement(store: Store, id: str) -> Answer:
    """An agreement with its history and the sentences of its reports."""
    page = ask.agreement(store, id)
    row, known = page.agreement, page.known
    lines = (
        f"{row.type}  {row.id}",
        t.named(row.parties, known),
        row.commitment,
        t.joined(row.topics),
    )
    return Answer(
        tables=(
            t.history_table(row),
            t.agreements_table(page.commitments, known, "Commitments"),
            t.differences_table(page.differences, known),
        ),
        head=tuple(line for line in lines if line),
        passages=page.passages,
        about=page,
    )


def meetings(store: Store, **given: Any) -> Answer:
    """Occurrences of type CONSULT."""
    found = ask.meetings(store, **given)
    return _list(found, t.occurrences_table(found.rows, found.known, "Meetings"))


def occurrences(store: Store, **given: Any) -> Answer:
    """All events."""
    found = ask.occurrences(store, **given)
    return _list(found, t.occurrences_table(found.rows, found.known, "Occurrences"))


def statements(store: Store, **given: Any) -> Answer:
    """Who said what."""
    found = ask.statements(store, **given)
    return _list(found, t.statements_table(found.rows, found.known))


def matrix(store: Store, **given: Any) -> Answer:
    """Who spoke about what."""
    return Answer((t.matrix_table(ask.matrix(store, **given)),))


def agreements(store: Store, **given: Any) -> Answer:
    """What was agreed."""
    found = ask.agreements(store, **given)
    return _list(found, t.agreements_table(found.rows, found.known))


def actors(store: Store, **given: Any) -> Answer:
    """Entities that act."""
    found = ask.entities(store, places=False, **given)
    return _list(found, t.entities_table(found.rows))


def places(store: Store, **given: Any) -> Answer:
    """Entities that are places."""
    found = ask.entities(store, type="place", **given)
    return _list(found, t.places_table(found.rows))


def processes(store: Store, **given: Any) -> Answer:
    """Series of talks."""
    found = ask.processes(store, **given)
    return _list(found, t.processes_table(found.rows, found.known))


def issues(store: Store) -> Answer:
    """Issues."""
    return Answer((t.issues_table(ask.issues(store)),))


def reports(store: Store, **given: Any) -> Answer:
    """Reports."""
    found = ask.reports(store, **given)
    return _list(found, t.reports_table(found.rows))


def differences(store: Store) -> Answer:
    """Where reports differ."""
    found = ask.differences(store)
    return Answer((t.differences_table(found, ask.known(store, found)),))


def skipped(store: Store, **given: Any) -> Answer:
    """What was not read."""
    found = ask.skipped(store, **given)
    return _list(found, t.skipped_table(found.rows))


def _list(found: Listing[Any], table: Table) -> Answer:
    return Answer((table,), total=found.total)
