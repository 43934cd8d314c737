"""`show`: questions to the record, answered as tables, JSON or CSV."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from communique.settings import Settings
from communique.views.cli.lazy import LazyGroup
from communique.views.cli.options import with_settings

HERE = "communique.views.cli.show"
SUBJECTS = {
    "actor": (f"{HERE}:actor", "All about one: offices, meetings, statements, agreements."),
    "pair": (f"{HERE}:pair", "Two together: meetings, and what each says about the other."),
    "process": (f"{HERE}:process", "A series of talks: rounds, roles, events."),
    "issue": (f"{HERE}:issue", "What was said and agreed about an issue."),
    "occurrence": (f"{HERE}:occurrence", "An event, with the sentences of every report."),
    "agreement": (f"{HERE}:agreement", "An agreement: its history, and the sentences of reports."),
    "report": (f"{HERE}:report", "A report and all that is read from it."),
    "meetings": (f"{HERE}:meetings", "Who met whom, when and where."),
    "occurrences": (f"{HERE}:occurrences", "All events."),
    "events": (f"{HERE}:occurrences", "The same as occurrences."),
    "statements": (f"{HERE}:statements", "Who said what about what."),
    "matrix": (f"{HERE}:matrix", "Who spoke about what, with stances."),
    "agreements": (f"{HERE}:agreements", "What was agreed, and what became of it."),
    "actors": (f"{HERE}:actors", "Persons, organizations, states and groups."),
    "places": (f"{HERE}:places", "Places."),
    "processes": (f"{HERE}:processes", "Series of talks."),
    "issues": (f"{HERE}:issues", "What is spoken about."),
    "reports": (f"{HERE}:reports", "The reports."),
    "differences": (f"{HERE}:differences", "Where reports tell the same thing differently."),
    "skipped": (f"{HERE}:skipped", "What was not read, and why."),
}


@click.group(
    cls=LazyGroup,
    lazy=SUBJECTS,
    short_help="Ask the record: who met whom, who said what, what was agreed.",
)
def show() -> None:
    """Ask the record. Names match whatever their case and accents, in part too; dates may be as
    short as a year. Every answer can be had as a table, as --json or as --csv."""


def _asks(*names: str) -> Callable[[Callable[..., Any]], Callable[..., None]]:
    """A command that asks the open record (its first argument) and prints the Answer it gets;
    `names` are the options it takes beside --json and --csv."""

    def decorate(ask: Callable[..., Any]) -> Callable[..., None]:
        def run(settings: Settings, as_json: bool, as_csv: bool, **given: Any) -> None:
            from communique.store.session import open_record
            from communique.views.cli.answer import print_answer

            if as_json and as_csv:
                raise click.UsageError("Take --json or --csv, not both.")
            with open_record(settings.db, create=False) as store:
                answer = ask(store, **given)
            print_answer(answer, "json" if as_json else "csv" if as_csv else "table")

        run.__doc__, run.__name__ = ask.__doc__, ask.__name__
        run.__click_params__ = getattr(ask, "__click_params__", [])  # type: ignore[attr-defined]
        run = with_settings("db")(run)
        run = click.option("--csv", "as_csv", is_flag=True, help="As CSV, with a header.")(run)
        run = click.option("--json", "as_json", is_flag=True, help="As JSON, a row a line.")(run)
        for name in reversed(names):
            run = FILTERS[name](run)
        return run

    return decorate


FILTERS: dict[str, Callable[[Any], Any]] = {
    "actor": click.option("--actor", metavar="NAME", help="Only those NAME takes part in."),
    "speaker": click.option(
        "--speaker", "--by", "speaker", metavar="NAME", help="Only what NAME said."
    ),
    "about": click.option("--about", metavar="NAME", help="Only what was said about NAME."),
    "issue": click.option("--issue", metavar="ISSUE", help="Only those about ISSUE."),
    "words": click.option("--words", metavar="WORDS", help="Only those that hold all WORDS."),
    "type": click.option("--type", "type", metavar="TYPE", help="Only those of TYPE."),
    "country": click.option("--country", metavar="XXX", help="Only of a country (ISO, 3 letters)."),
    "party": click.option("--party", metavar="NAME", help="Only those that bind NAME."),
    "topic": click.option("--topic", metavar="TOPIC", help="Only those about TOPIC."),
    "status": click.option("--status", metavar="STATUS", help="Only those that are now STATUS."),
    "outlet": click.option("--outlet", metavar="NAME", help="Only those of an outlet."),
    "name": click.option("--name", metavar="NAME", help="Only those named so, in part too."),
    "form": click.option(
        "--form",
        type=click.Choice(("direct", "indirect", "mixed")),
        help="Only statements of this form.",
    ),
    "stance": click.option(
        "--stance",
        type=click.Choice(("for", "against", "any")),
        help="Only those that are for or against something.",
    ),
    "latest": click.option("--latest", is_flag=True, help="The latest first."),
    "claimed": click.option(
        "--claimed/--told",
        default=None,
        help="Only what no report tells but in others' words; or only what one does.",
    ),
    "level": click.option("--level", metavar="LEVEL", help="Only meetings of a level (minister)."),
    "cameo": click.option("--cameo", metavar="CODE", help="Only those of a CAMEO code (05, 057)."),
    "since": click.option(
        "--since", "--from", "since", metavar="DATE", help="Not before DATE (2019, 2019-12 …)."
    ),
    "until": click.option("--until", "--to", "until", metavar="DATE", help="Not after DATE."),
    "rows": click.option(
        "--rows",
        type=click.IntRange(1, 200),
        default=30,
        show_default=True,
        help="Speakers at most.",
    ),
    "columns": click.option(
        "--columns",
        type=click.IntRange(1, 200),
        default=8,
        show_default=True,
        help="Issues at most.",
    ),
    "limit": click.option(
        "--limit",
        type=click.IntRange(1, 1_000_000),
        default=100,
        show_default=True,
        help="Rows at most.",
    ),
}


@click.command()
@click.argument("name")
@_asks()
def actor(store: Any, name: str) -> Any:
    """All about one person, organization, state, group or place."""
    from communique.views.cli import answer

    return answer.actor(store, name)


@click.command()
@click.argument("left")
@click.argument("right")
@_asks()
def pair(store: Any, left: str, right: str) -> Any:
    """Two together: meetings, agreements, and what each says about the other."""
    from communique.views.cli import answer

    return answer.pair(store, left, right)


@click.command()
@click.argument("name")
@_asks()
def process(store: Any, name: str) -> Any:
    """A series of talks: rounds, roles, events."""
    from communique.views.cli import answer

    return answer.process(store, name)


@click.command()
@click.argument("name")
@_asks()
def issue(store: Any, name: str) -> Any:
    """What was said and agreed about an issue."""
    from communique.views.cli import answer

    return answer.issue(store, name)


@click.command()
@click.argument("id")
@_asks()
def occurrence(store: Any, id: str) -> Any:
    """An event, with the sentences of every report that tells it. ID may be shortened."""
    from communique.views.cli import answer

    return answer.occurrence(store, id)


@click.command()
@click.argument("id")
@_asks()
def agreement(store: Any, id: str) -> Any:
    """An agreement: what became of it, with the sentences that tell it. ID may be shortened."""
    from communique.views.cli import answer

    return answer.agreement(store, id)


@click.command()
@click.argument("id")
@with_settings("db")
@click.option("--json", "as_json", is_flag=True, help="As `inspect --json` prints it.")
def report(id: str, as_json: bool, settings: Settings) -> None:
    """A report of the record and all that is read from it. ID may be shortened, or a source."""
    from communique.store.questions import reading_json
    from communique.store.session import open_record
    from communique.views.cli.console import print_json
    from communique.views.cli.highlight import print_reading

    with open_record(settings.db, create=False) as store:
        line = reading_json(store, id)
    if as_json:
        print_json(line)
    else:
        print_reading(line)


@click.command()
@_asks("actor", "level", "since", "until", "limit")
def meetings(store: Any, **given: Any) -> Any:
    """Who met whom, when and where."""
    from communique.views.cli import answer

    return answer.meetings(store, **given)


@click.command()
@_asks("actor", "type", "country", "cameo", "level", "claimed", "since", "until", "limit")
def occurrences(store: Any, **given: Any) -> Any:
    """All events. TYPE is PLOVER's: AGREE, CONSULT, SUPPORT, THREATEN …"""
    from communique.views.cli import answer

    return answer.occurrences(store, **given)


@click.command()
@_asks("speaker", "about", "issue", "words", "form", "stance", "since", "until", "latest", "limit")
def statements(store: Any, **given: Any) -> Any:
    """Who said what about what. All filters hold together."""
    from communique.views.cli import answer

    return answer.statements(store, **given)


@click.command()
@_asks("type", "about", "form", "stance", "since", "until", "rows", "columns")
def matrix(store: Any, **given: Any) -> Any:
    """Who spoke about what: how many statements, +n of them for something, −n against. TYPE is of
    the speakers (person, state …). As JSON and CSV a row for each cell."""
    from communique.views.cli import answer

    return answer.matrix(store, **given)


@click.command()
@_asks("party", "topic", "type", "status", "limit")
def agreements(store: Any, **given: Any) -> Any:
    """What was agreed, and what became of it."""
    from communique.views.cli import answer

    return answer.agreements(store, **given)


@click.command()
@_asks("name", "type", "country", "limit")
def actors(store: Any, **given: Any) -> Any:
    """Persons, organizations, states and groups, most reported first."""
    from communique.views.cli import answer

    return answer.actors(store, **given)


@click.command()
@_asks("name", "country", "limit")
def places(store: Any, **given: Any) -> Any:
    """Places, most reported first."""
    from communique.views.cli import answer

    return answer.places(store, **given)


@click.command()
@_asks("limit")
def processes(store: Any, **given: Any) -> Any:
    """Series of talks."""
    from communique.views.cli import answer

    return answer.processes(store, **given)


@click.command()
@_asks()
def issues(store: Any) -> Any:
    """What is spoken about, most first."""
    from communique.views.cli import answer

    return answer.issues(store)


@click.command()
@_asks("words", "outlet", "since", "until", "limit")
def reports(store: Any, **given: Any) -> Any:
    """The reports, latest first."""
    from communique.views.cli import answer

    return answer.reports(store, **given)


@click.command()
@_asks()
def differences(store: Any) -> Any:
    """Where reports tell the same thing differently, with the words of each."""
    from communique.views.cli import answer

    return answer.differences(store)


@click.command()
@_asks("limit")
def skipped(store: Any, **given: Any) -> Any:
    """What was not read, and why."""
    from communique.views.cli import answer

    return answer.skipped(store, **given)
