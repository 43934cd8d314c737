"""Options and arguments that several commands take."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

import click

from communique.settings import Settings

Command = TypeVar("Command", bound=Callable[..., Any])


def with_settings(*names: str) -> Callable[[Command], Command]:
    """Give a command `settings`: those of the environment, changed by options of these names."""

    def decorate(command: Command) -> Command:
        def run(*args: Any, **kwargs: Any) -> Any:
            ctx = click.get_current_context()
            given = {name: kwargs.pop(name) for name in names}
            changed = {name: value for name, value in given.items() if value is not None}
            settings = replace(ctx.find_object(Settings) or Settings(), **changed)
            return command(*args, settings=settings, **kwargs)

        run.__doc__, run.__name__ = command.__doc__, command.__name__
        run.__click_params__ = getattr(command, "__click_params__", [])  # type: ignore[attr-defined]
        for name in reversed(names):
            run = OPTIONS[name](run)
        return run  # type: ignore[return-value]

    return decorate


OPTIONS: dict[str, Callable[[Any], Any]] = {
    "db": click.option(
        "--db", metavar="FILE|URL", help="The record: a file, or a postgresql:// URL."
    ),
    "model": click.option(
        "--model", metavar="NAME", help="Our 'reader', or a spaCy pipeline by name or folder."
    ),
    "workers": click.option(
        "--workers", type=click.IntRange(0), help="Processes that work at once; 0 for one a core."
    ),
    "places": click.option(
        "--places", metavar="FILE", help="An index of places that `places import` made."
    ),
    "host": click.option("--host", help="The address to listen at."),
    "port": click.option(
        "--port", type=click.IntRange(0, 65535), help="The port to listen at; 0 for a free one."
    ),
}

reports_argument = click.argument(
    "paths", metavar="REPORTS…", nargs=-1, required=True, type=click.Path(allow_dash=True)
)
"""Files and folders; - is standard input."""
