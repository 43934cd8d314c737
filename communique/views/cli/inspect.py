"""`inspect`: reports and all that is read from them, nothing kept."""

from __future__ import annotations

import click

from communique.settings import Settings
from communique.views.cli.console import print_json
from communique.views.cli.options import reports_argument, with_settings


@click.command(short_help="Reports and all that is read from them; keeps nothing.")
@reports_argument
@click.option("--json", "as_json", is_flag=True, help="One reading a line (docs/schema).")
@click.option("--tokens", is_flag=True, help="With words, tags and trees; implies --json.")
@click.option("--chains", is_flag=True, help="With all that mentions one thing; implies --json.")
@click.option("--explain", is_flag=True, help="Why each was found: rule, words, path.")
@click.option("--prose", is_flag=True, help="Take the whole text for prose: no boilerplate.")
@with_settings("model", "workers", "places")
def inspect(
    paths: tuple[str, ...],
    as_json: bool,
    tokens: bool,
    chains: bool,
    explain: bool,
    prose: bool,
    settings: Settings,
) -> None:
    """Show reports with everything that is read from them. REPORTS are files and folders; - is
    standard input. Nothing is kept."""
    from communique.model.contract import skipped_json
    from communique.model.reading import Skipped
    from communique.pipeline.inspect import inspect as inspect_reports

    as_json = as_json or tokens or chains
    for found in inspect_reports(paths, settings, clean=prose):
        if isinstance(found, Skipped):
            click.echo(f"skipped {found.source}: {found.reason}", err=True)
            if as_json:
                print_json(skipped_json(found))
        elif as_json:
            print_json(found.json(tokens=tokens, chains=chains, explain=explain))
        else:
            from communique.views.cli.highlight import print_reading

            line = found.json(explain=explain)
            print_reading(line)
            if explain:
                from communique.views.cli.explain import print_explanations

                print_explanations(line)
