"""Printing: counts, progress, tables for people, JSON and CSV for programs."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from communique.pipeline.progress import Progress

if TYPE_CHECKING:
    from rich.console import Console


def counted(number: int, one: str, more: str | None = None) -> str:
    """A number with its noun: "1 report", "2 reports"."""
    return f"{number:,} {one if number == 1 else more or one + 's'}"


def print_json(data: Any) -> None:
    """One line of JSON in UTF-8, whatever the terminal's encoding."""
    line = json.dumps(data, ensure_ascii=False)
    # Half of a surrogate pair has no UTF-8, but as \udXXX it is JSON all the same.
    click.echo(line.encode("utf-8", "backslashreplace"))


def print_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """CSV (RFC 4180, lines ended by a newline) in UTF-8, with a header."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    click.echo(out.getvalue().encode("utf-8", "backslashreplace"), nl=False)


def print_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A table for people; nothing for no rows."""
    from rich.table import Table
    from rich.text import Text

    table = Table(title=title, title_justify="left", box=None, header_style="bold", pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold", no_wrap=column == "id")
    for row in rows:
        table.add_row(*(Text("" if cell is None else str(cell)) for cell in row))
    if table.row_count:
        console().print(table)


def console(*, stderr: bool = False) -> Console:
    """A terminal, or a plain stream where there is none; NO_COLOR is respected."""
    from rich.console import Console

    stream = sys.stderr if stderr else sys.stdout
    # A table in a file is not cut at 80 columns, where a person would scroll.
    width = None if stream.isatty() or "COLUMNS" in os.environ else 160
    return Console(stderr=stderr, width=width, highlight=False, soft_wrap=False)


KEPT = "what was done so far is kept, and the same command goes on from there"


@contextmanager
def progress_bar(stopped: str = KEPT) -> Iterator[Progress]:
    """What is being done and how long it will take: a bar on a terminal, a line a step else.
    On Ctrl-C it says what became of what was done."""
    try:
        if sys.stderr.isatty():
            with _bar() as show:
                yield show
        else:
            yield _line
    except KeyboardInterrupt:
        click.echo(f"\nStopped; {stopped}.", err=True)
        raise SystemExit(130) from None


def _line(step: str, done: int, total: int) -> None:
    if done == 0 and total:
        click.echo(f"{step} …", err=True)


@contextmanager
def _bar() -> Iterator[Progress]:
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(elapsed_when_finished=True),
    )
    with Bar(*columns, console=console(stderr=True)) as bar:
        tasks: dict[str, Any] = {}

        def show(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bar.add_task(step, total=total)
            bar.update(tasks[step], completed=done, total=total)

        yield show
