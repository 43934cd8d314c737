"""`doctor`: is everything there and sound?"""

from __future__ import annotations

import platform
import time
from collections.abc import Callable
from pathlib import Path

import click

import communique
from communique.errors import CommuniqueError, NotFound
from communique.settings import Settings
from communique.views.cli.options import with_settings

SENTENCE = "The foreign ministers of Norway and Chile met in Oslo on 3 May 1994."


@click.command(short_help="Is everything there and sound?")
@with_settings("db", "model", "places")
@click.pass_context
def doctor(ctx: click.Context, settings: Settings) -> None:
    """Check versions, the lexicon, the model and the record; exit 1 if anything is wrong."""
    checks: tuple[tuple[str, Callable[[Settings], str]], ...] = (
        ("versions", _versions),
        ("lexicon", _lexicon),
        ("places", _places),
        ("model", _model),
        ("record", _record),
    )
    sound = True
    for name, check in checks:
        try:
            click.echo(f"{click.style('ok', fg='green'):>4}  {name}: {check(settings)}")
        except CommuniqueError as error:
            sound = False
            click.echo(f"{click.style('no', fg='red'):>4}  {name}: {error}")
    ctx.exit(0 if sound else 1)


def _versions(_: Settings) -> str:
    from importlib.metadata import version

    libraries = ", ".join(
        f"{name} {version(name)}" for name in ("onnxruntime", "sqlalchemy", "trafilatura")
    )
    return f"communique {communique.__version__}, Python {platform.python_version()}, {libraries}"


def _lexicon(_: Settings) -> str:
    from communique.lexicon import load

    names = load.names()
    entries = sum(len(load.table(name)) for name in names)
    return f"{len(names)} files, {entries:,} entries, version {load.version()}"


def _places(settings: Settings) -> str:
    from communique.lexicon import gazetteer
    from communique.pipeline.places import index_of, version_of

    index, states = index_of(settings), len(gazetteer.countries())
    own = f"{states} states and their towns, version {gazetteer.version()}"
    if not index:
        return own
    return f"{own}, and {index}, version {version_of(index).rpartition('-')[2]}"


def _model(settings: Settings) -> str:
    from communique.model.report import Report, Segment
    from communique.pipeline.one import reader

    chosen = reader(settings.model)
    report = Report("doctor", SENTENCE, segments=(Segment("body", 0, len(SENTENCE)),))
    chosen.parse(report)
    begin = time.perf_counter()
    text = chosen.parse(report)
    took = (time.perf_counter() - begin) * 1000
    if not text.tokens:
        from communique.errors import ModelMissing

        raise ModelMissing(f"{chosen.method.model} found no words in a sentence; reinstall it.")
    return f"{chosen.method.model}, {len(text.tokens)} words read in {took:.0f} ms"


def _record(settings: Settings) -> str:
    from communique.store.health import check
    from communique.store.questions import overview
    from communique.store.session import open_record

    try:
        store = open_record(settings.db, create=False)
    except NotFound:
        where = settings.db if "://" in settings.db else Path(settings.db).absolute()
        return f"none yet at {where}; `communique add REPORTS…` makes one"
    with store:
        check(store)
        found = overview(store)
        waiting = f", {found.unlinked} not linked yet" if found.unlinked else ""
        return f"{store.where}, {found.reports:,} reports, {found.read:,} read{waiting}"
