"""`inspect`: reports and all that is read from them, nothing kept."""

from __future__ import annotations

from typing import Any

import click

from communique.settings import Settings
from communique.views.cli.console import print_json
from communique.views.cli.options import reports_argument, with_settings


@click.command(short_help="Reports and all that is read from them; keeps nothing.")
@reports_argument
@click.option("--json", "as_json", is_flag=True, help="One reading a line (docs/schema).")
@click.option("--tokens", is_flag=True, help="With words, tags and trees; implies --json.")
@click.option("--prose", is_flag=True, help="Only the prose: what is read for findings.")
@with_settings("model", "workers")
def inspect(
    paths: tuple[str, ...], as_json: bool, tokens: bool, prose: bool, settings: Settings
) -> None:
    """Show reports with everything that is read from them. REPORTS are files and folders; - is
    standard input. Nothing is kept."""
    from communique.model.contract import skipped_json
    from communique.model.reading import Skipped
    from communique.pipeline.inspect import inspect as inspect_reports

    if prose and (as_json or tokens):
        raise click.UsageError("Take --prose or --json, not both.")
    for found in inspect_reports(paths, settings):
        if isinstance(found, Skipped):
            click.echo(f"skipped {found.source}: {found.reason}", err=True)
            if as_json or tokens:
                print_json(skipped_json(found))
        elif as_json or tokens:
            print_json(found.json(tokens=tokens))
        elif prose:
            _print_prose(found.json())
        else:
            from communique.views.cli.highlight import print_reading

            print_reading(found.json())


def _print_prose(line: dict[str, Any]) -> None:
    from communique.model.contract import report_from_json

    report = report_from_json(line["report"])
    for start, end in report.prose:
        click.echo(report.text[start:end].encode("utf-8", "backslashreplace"))
