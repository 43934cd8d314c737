"""`export`: the record in a format that other programs read."""

from __future__ import annotations

from pathlib import Path

import click

from communique.settings import Settings
from communique.views.cli.console import counted
from communique.views.cli.options import with_settings

FORMATS = ("jsonl",)
"""Repeated from views.export, which loads the store (a test holds the two together)."""


@click.command(short_help="Write the record in a format that other programs read.")
@click.option("--format", "format", type=click.Choice(FORMATS), required=True, help="The format.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@with_settings("db")
def export(format: str, folder: Path, settings: Settings) -> None:
    """Write the record into the folder DIR, whole or not at all.

    \b
    jsonl   everything the record holds, as nine files of JSON lines
    """
    from communique.store.session import open_record
    from communique.views.export import export as write

    with open_record(settings.db, create=False) as store:
        written = write(store, format, folder)
    click.echo(f"{counted(len(written), 'file')} written into {folder}.")
