"""`add` and its three steps: `collect`, `read`, `link`."""

from __future__ import annotations

from collections.abc import Iterable

import click

from communique.model.reading import Skipped
from communique.model.record import Record
from communique.settings import Settings
from communique.views.cli.console import counted, progress_bar
from communique.views.cli.options import reports_argument, with_settings


@click.command(short_help="Read reports into the record: collect, read and link.")
@reports_argument
@with_settings("db", "model", "workers", "places")
def add(paths: tuple[str, ...], settings: Settings) -> None:
    """Read reports into the record.

    REPORTS are files and folders (text, pages, JSON lines); - is standard input. Reports that
    cannot be read are listed with the reason and stop nothing. Adding twice changes nothing;
    stopped by Ctrl-C, the same command goes on where it was.
    """
    from communique.pipeline.add import add as add_reports
    from communique.store.session import open_record

    with open_record(settings.db) as store, progress_bar() as progress:
        added = add_reports(paths, store, settings, progress)
    collected = added.collected
    click.echo(f"{counted(collected.sources, 'report')} found, {len(collected.new)} new.")
    click.echo(f"{counted(added.read.read, 'report')} read, {len(added.skipped)} skipped.")
    _show_skipped(added.skipped)
    _show_record(added.record, store.where)


@click.command(short_help="First step of add: keep reports as received.")
@reports_argument
@with_settings("db", "workers")
def collect(paths: tuple[str, ...], settings: Settings) -> None:
    """Keep reports as received, without reading them."""
    from communique.pipeline.collect import collect as collect_reports
    from communique.store.session import open_record

    with open_record(settings.db) as store, progress_bar() as progress:
        collected = collect_reports(paths, store, settings, progress)
    click.echo(
        f"{counted(collected.sources, 'report')} found, {len(collected.new)} new, "
        f"{len(collected.skipped)} skipped."
    )
    _show_skipped(collected.skipped)


@click.command(short_help="Second step of add: read what is kept and not read yet.")
@click.option("--again", is_flag=True, help="Read also what this version has read already.")
@with_settings("db", "model", "workers", "places")
def read(again: bool, settings: Settings) -> None:
    """Read the reports that this version of the reader has not read yet."""
    from communique.pipeline.read import read as read_reports
    from communique.store.session import open_record

    with open_record(settings.db, create=False) as store, progress_bar() as progress:
        done = read_reports(store, settings, progress, again=again)
    click.echo(f"{counted(done.read, 'report')} read, {len(done.skipped)} skipped.")
    _show_skipped(done.skipped)


@click.command(short_help="Third step of add: one account from all that was read.")
@with_settings("db")
def link(settings: Settings) -> None:
    """Derive one account from everything that was read and decided."""
    from communique.pipeline.link import link as link_readings
    from communique.store.session import open_record

    with open_record(settings.db, create=False) as store, progress_bar() as progress:
        record = link_readings(store, progress)
    _show_record(record, store.where)


def _show_skipped(skipped: Iterable[Skipped]) -> None:
    for one in skipped:
        click.echo(f"skipped {one.source}: {one.reason}", err=True)


def _show_record(record: Record, where: str) -> None:
    meetings = sum(occurrence.type == "CONSULT" for occurrence in record.occurrences)
    parts = [
        counted(len(record.entities), "entity", "entities"),
        f"{counted(len(record.occurrences), 'occurrence')} ({counted(meetings, 'meeting')})",
        counted(len(record.statements), "statement"),
        counted(len(record.agreements), "agreement"),
        counted(len(record.processes), "process", "processes"),
        counted(len(record.differences), "difference"),
    ]
    click.echo(f"The record {where}: {', '.join(parts)}.")
