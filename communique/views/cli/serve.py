"""`serve`: the record as web pages and JSON API."""

from __future__ import annotations

import click

from communique.settings import Settings
from communique.views.cli.options import with_settings


@click.command(short_help="The record as web pages and JSON API, on this machine.")
@with_settings("db", "host", "port")
def serve(settings: Settings) -> None:
    """Show the record as web pages, with a JSON API at /api, until Ctrl-C.

    It listens at 127.0.0.1 only, unless --host says otherwise: whoever reaches it may read all.
    """
    from communique.views.web.app import serve as serve_pages

    def ready(address: str) -> None:
        click.echo(f"The record is at {address} (stop with Ctrl-C)")

    serve_pages(settings.db, settings.host, settings.port, ready)
