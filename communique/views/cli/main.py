"""`communique`: the group of all commands, and what a person sees when something fails."""

from __future__ import annotations

import os
import sys
from dataclasses import replace

import click

import communique
from communique.errors import CommuniqueError
from communique.settings import Settings
from communique.views.cli.lazy import LazyGroup

HERE = "communique.views.cli"
COMMANDS = {
    "add": (f"{HERE}.add:add", "Read reports into the record: collect, read and link."),
    "serve": (f"{HERE}.serve:serve", "The record as web pages and JSON API, on this machine."),
    "inspect": (
        f"{HERE}.inspect:inspect",
        "Reports and all that is read from them; keeps nothing.",
    ),
    "show": (f"{HERE}.show:show", "Ask the record: who met whom, who said what, what was agreed."),
    "export": (f"{HERE}.export:export", "Write the record in a format that other programs read."),
    "places": (f"{HERE}.places:places", "Which places are known; take in all of GeoNames."),
    "stats": (f"{HERE}.stats:stats", "What the record holds, in numbers."),
    "doctor": (f"{HERE}.doctor:doctor", "Is everything there and sound?"),
    "collect": (f"{HERE}.add:collect", "First step of add: keep reports as received."),
    "read": (f"{HERE}.add:read", "Second step of add: read what is kept and not read yet."),
    "link": (f"{HERE}.add:link", "Third step of add: one account from all that was read."),
    "completion": (f"{HERE}.completion:completion", "A script that completes commands with Tab."),
}

EXIT_STOPPED = 1
EXIT_INTERRUPTED = 130


@click.group(
    cls=LazyGroup,
    lazy=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Begin with: communique add REPORTS…, then communique serve.",
)
@click.option("--db", metavar="FILE|URL", help="The record [COMMUNIQUE_DB, communique.db].")
@click.version_option(communique.__version__, message="communique %(version)s")
@click.pass_context
def group(ctx: click.Context, db: str | None) -> None:
    """Communique reads press reports of diplomacy and keeps the record, every line sourced."""
    try:
        settings = Settings.from_environment()
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    ctx.obj = replace(settings, db=db) if db else settings


def main(arguments: list[str] | None = None) -> None:
    """Run a command and exit: 0 when it is done, 1 when it could not go on, 2 when it was not
    understood, 130 on Ctrl-C."""
    sys.exit(_run(arguments))


def _run(arguments: list[str] | None) -> int:
    try:
        result = group.main(arguments, prog_name="communique", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("\nStopped.", err=True)
        return EXIT_INTERRUPTED
    except CommuniqueError as error:
        click.echo(f"communique: {error}", err=True)
        return EXIT_STOPPED
    except BrokenPipeError:
        return _broken_pipe()
    except Exception as error:
        return _unforeseen(error)
    return result if isinstance(result, int) else 0


def _broken_pipe() -> int:
    # Whoever read our output went away, which is no fault; but Python would complain once more
    # when it flushes at the end (https://docs.python.org/3/library/signal.html#note-on-sigpipe).
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return EXIT_STOPPED


def _unforeseen(error: Exception) -> int:
    if os.environ.get("COMMUNIQUE_DEBUG"):
        raise error
    click.echo(
        f"communique: a fault of Communique itself ({type(error).__name__}: {error}); nothing "
        "recorded is lost. Please report it, with what COMMUNIQUE_DEBUG=1 shows.",
        err=True,
    )
    return EXIT_STOPPED
