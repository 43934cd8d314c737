"""Every figure beside its peers'.

python -m evaluation [TASK…]        the whole test sets
python -m evaluation --gate         the gate's part of them, against floors.json
python -m evaluation --gate --raise write today's figures as floors where they are higher
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

from evaluation.report import Figures, show
from evaluation.suite import TASKS

FLOORS = Path(__file__).with_name("floors.json")
SLACK = 0.3
"""Points under a measured figure at which its floor is set: processors round sums differently."""


def below(name: str, figures: Figures, floors: dict[str, Figures]) -> list[str]:
    """What fell under its floor, a sentence each. A figure that is no longer printed has."""
    wanted = floors.get(name, {})
    return [
        f"{name} {key}: {figures.get(key, 0.0):.1f} is under the floor of {floor:.1f}"
        for key, floor in wanted.items()
        if figures.get(key, 0.0) < floor
    ]


def raised(figures: Figures, floors: Figures) -> Figures:
    """The floors, each lifted to its figure less the slack; none is ever lowered."""
    lifted = {key: round(value - SLACK, 1) for key, value in figures.items()}
    return {key: max(lifted.get(key, 0.0), floors.get(key, 0.0)) for key in {**floors, **lifted}}


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m evaluation")
    parser.add_argument("tasks", nargs="*", choices=[*TASKS, []], help=", ".join(TASKS))
    parser.add_argument("--gate", action="store_true", help="a part of each, against the floors")
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift the floors")
    given = parser.parse_args(arguments)
    floors: dict[str, Figures] = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    failures: list[str] = []
    for name in given.tasks or TASKS:
        task, begun = TASKS[name], time.monotonic()
        figures = task.evaluate(task.part if given.gate else None)
        show(f"{task.title} ({time.monotonic() - begun:.0f} s)", figures, task.peers)
        if given.gate and given.lift:
            floors[name] = raised(figures, floors.get(name, {}))
        elif given.gate:
            failures += below(name, figures, floors)
    if given.lift:
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n")
    print("\n".join(failures) or ("gate: every figure stands on its floor" if given.gate else ""))
    return bool(failures)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
