"""How scorers take their arguments and show their figures."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

Figures = dict[str, float]


@dataclass(frozen=True)
class ErrorClass:
    """A class of errors behind a figure: what goes wrong, how often in the gold that was scored,
    and an example of our own writing, since the gold's sentences stay where they are."""

    figure: str
    name: str
    count: int
    example: str


def arguments(doc: str | None, gold: Path, **more: str) -> argparse.Namespace:
    """`--gold PATH` and `--documents N`, as every scorer takes them, and options of its own with
    what they are by default."""
    parser = argparse.ArgumentParser(description=(doc or "").split("\n", 1)[0])
    parser.add_argument("--gold", type=Path, default=gold, help="data in the form of the corpus")
    parser.add_argument("--documents", type=int, help="score only so many, evenly spread")
    for name, default in more.items():
        parser.add_argument(f"--{name}", default=default, help=f"{default} if not given")
    return parser.parse_args()


def show(title: str, figures: Mapping[str, float], peers: Mapping[str, str] | None = None) -> None:
    """A small table: figure, value, and what the peers reach."""
    print(title)
    for name, value in figures.items():
        peer = (peers or {}).get(name, "")
        print(f"  {name:32} {value:6.1f}  {peer}".rstrip())
