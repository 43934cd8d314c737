"""Every figure beside its peers'.

python -m evaluation [TASK…]        all figures, some 80 seconds
python -m evaluation --write        the same, into docs/quality.md
python -m evaluation --gate         the same, against floors.json
python -m evaluation --gate --raise write today's figures as floors where they are higher
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

from evaluation.report import ErrorClass, Figures, show
from evaluation.suite import TASKS, Task

FLOORS = Path(__file__).with_name("floors.json")
QUALITY = Path(__file__).resolve().parents[1] / "docs" / "quality.md"


def below(name: str, figures: Figures, floors: dict[str, Figures]) -> list[str]:
    """What fell under its floor, a sentence each. A figure that is no longer printed has."""
    wanted = floors.get(name, {})
    return [
        f"{name} {key}: {figures.get(key, 0.0):.1f} is under the floor of {floor:.1f}"
        for key, floor in wanted.items()
        if figures.get(key, 0.0) < floor
    ]


def raised(figures: Figures, floors: Figures, task: Task) -> Figures:
    """The floors, each lifted to its figure less the slack; none is ever lowered."""
    held = figures if task.held is None else {key: figures[key] for key in task.held}
    lifted = {key: round(value - task.slack, 1) for key, value in held.items()}
    return {key: max(lifted.get(key, 0.0), floors.get(key, 0.0)) for key in {**floors, **lifted}}


def quality(measured: list[tuple[Task, Figures]]) -> str:
    """The figures as a page: a table a task, and what goes wrong where one falls short."""
    parts = ["# How good it is\n\nWritten by `python -m evaluation --write`, never by hand."]
    for task, figures in measured:
        rows = "\n".join(
            f"| {key} | {value:.1f} | {_wanted(task, key, value)} | {task.peers.get(key, '')} |"
            for key, value in figures.items()
        )
        head = "| figure | here | wanted | peers |\n| --- | ---: | --- | --- |"
        parts.append(f"## {task.title}\n\n{head}\n{rows}")
        if task.errors and any(figures[key] < wanted for key, wanted in task.wanted.items()):
            parts.append(_error_table(task.errors()))
    return "\n\n".join(parts) + "\n"


def _wanted(task: Task, key: str, value: float) -> str:
    if key not in task.wanted:
        return ""
    short = task.wanted[key] - value
    return f"{task.wanted[key]:g}" + (f", short by {short:.1f}" if short > 0 else "")


def _error_table(classes: list[ErrorClass]) -> str:
    ordered = sorted(classes, key=lambda c: (c.figure, -c.count, c.name))
    rows = "\n".join(f"| {c.figure} | {c.name} | {c.count} | {c.example} |" for c in ordered)
    head = "| figure | what goes wrong | times | for example |\n| --- | --- | ---: | --- |"
    return f"{head}\n{rows}"


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m evaluation")
    parser.add_argument("tasks", nargs="*", choices=[*TASKS, []], help=", ".join(TASKS))
    parser.add_argument("--gate", action="store_true", help="hold them to their floors")
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift the floors")
    parser.add_argument("--write", action="store_true", help="write docs/quality.md as well")
    given = parser.parse_args(arguments)
    floors: dict[str, Figures] = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    failures: list[str] = []
    measured: list[tuple[Task, Figures]] = []
    for name in given.tasks or TASKS:
        task, begun = TASKS[name], time.monotonic()
        figures = task.evaluate()
        show(f"{task.title} ({time.monotonic() - begun:.0f} s)", figures, task.peers)
        measured.append((task, figures))
        if given.gate and given.lift:
            floors[name] = raised(figures, floors.get(name, {}), task)
        elif given.gate:
            failures += below(name, figures, floors)
    if given.write and not given.gate and not given.tasks:
        QUALITY.write_text(quality(measured), encoding="utf-8")
    if given.lift:
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n")
    print("\n".join(failures) or ("gate: every figure stands on its floor" if given.gate else ""))
    return bool(failures)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
