"""`stats`: the record in numbers."""

from __future__ import annotations

import dataclasses

import click

from communique.settings import Settings
from communique.views.cli.console import console, counted, print_json
from communique.views.cli.options import with_settings


@click.command(short_help="What the record holds, in numbers.")
@click.option("--json", "as_json", is_flag=True, help="As one line of JSON.")
@with_settings("db")
def stats(as_json: bool, settings: Settings) -> None:
    """What the record holds, in numbers."""
    from communique.store.questions import overview
    from communique.store.session import open_record

    with open_record(settings.db, create=False) as store:
        found = overview(store)
    if as_json:
        print_json(dataclasses.asdict(found))
        return
    from rich.table import Table

    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(justify="right")
    table.add_column()
    when = f", {found.first} to {found.last}" if found.first else ""
    table.add_row(f"{found.reports:,}", f"reports of {counted(found.outlets, 'outlet')}{when}")
    table.add_row(f"{found.read:,}", "read")
    table.add_row(f"{found.skipped:,}", "skipped (communique show skipped)")
    if found.unlinked:
        table.add_row(f"{found.unlinked:,}", "read but not linked yet (communique link)")
    table.add_row(f"{found.origins:,}", "independent origins")
    for kind, count in found.entities.items():
        table.add_row(f"{count:,}", f"entities: {kind}")
    for kind, count in found.occurrences.items():
        table.add_row(f"{count:,}", f"occurrences: {kind}")
    for name in ("statements", "agreements", "processes", "differences", "decisions"):
        table.add_row(f"{getattr(found, name):,}", name)
    console().print(table)
