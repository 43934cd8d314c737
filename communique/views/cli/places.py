"""`places`: take in all of GeoNames, and look a place up."""

from __future__ import annotations

import dataclasses

import click

from communique.settings import Settings
from communique.views.cli.console import counted, print_json, print_table, progress_bar
from communique.views.cli.lazy import LazyGroup
from communique.views.cli.options import with_settings

HERE = "communique.views.cli.places"
COMMANDS = {
    "import": (f"{HERE}:take_in", "Make an index of all of GeoNames from its dumps."),
    "find": (f"{HERE}:find", "All places of a name, the most populous first."),
}


@click.group(
    cls=LazyGroup, lazy=COMMANDS, short_help="Which places are known; take in all of GeoNames."
)
def places() -> None:
    """Which places reports are read with: those that Communique carries (towns above 1,000 people,
    states and their divisions), and those of an index of GeoNames, which `import` makes."""


@click.command("import", short_help="Make an index of all of GeoNames from its dumps.")
@click.argument("dumps", metavar="DUMPS…", nargs=-1, required=True, type=click.Path())
@with_settings("places")
def take_in(dumps: tuple[str, ...], settings: Settings) -> None:
    """Make an index of all of GeoNames from its dumps.

    DUMPS are allCountries or countries' files, as .txt or .zip, from
    https://download.geonames.org/export/dump; alternateNamesV2 may be added for the dates of
    names. They are streamed: 6 million made-up places took 131 s of one processor's time, 256 MB of
    memory and 1.3 GB of disk on the way, for an index of 0.6 GB. All 13 million should need the
    same memory and twice the rest. The index is complete or not there: stopped by Ctrl-C, the same
    command begins again.

    What is read from then on is read with it, and `communique read` reads anew what was read
    without.
    """
    from communique.pipeline.places import import_places

    with progress_bar("the index was not made, and what was there before is as it was") as progress:
        done = import_places(dumps, settings, progress)
    click.echo(
        f"{counted(done.places, 'place')}, {counted(done.names, 'name')} and "
        f"{counted(done.dated, 'dated name')} in {settings.places}, version {done.version}."
    )
    if settings.places != Settings().places:
        click.echo(f"To read with it: COMMUNIQUE_PLACES={settings.places}")


@click.command(short_help="All places of a name, the most populous first.")
@click.argument("name")
@click.option("--json", "as_json", is_flag=True, help="One place a line.")
@with_settings("places")
def find(name: str, as_json: bool, settings: Settings) -> None:
    """All places of a name, the most populous first."""
    from communique.lexicon.gazetteer import look_up
    from communique.pipeline.places import index_of, use

    use(index_of(settings))
    found = look_up(name)
    if as_json:
        for entry in found:
            print_json(dataclasses.asdict(entry))
        return
    columns = ("geonameid", "name", "country", "division", "feature", "population", "lat", "lon")
    print_table("", columns, [[getattr(entry, c) for c in columns] for entry in found])
    if not found:
        click.echo(f"No place called {name!r} is known.", err=True)
