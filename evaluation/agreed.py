"""Agreements and commitments: how many of those printed are right, by our own judgement of each.

The texts are those of `wire.py`; `agreement_labels.tsv` says of every agreement and commitment that
was printed for them whether it is one, whether its status and its parties are right. A printed one
is known again by its text, its type and characters that it shares; what is not judged yet is
counted, and reads as wrong in no figure. Only the texts with a judgement are read, all of them with
--all.

    python -m evaluation.agreed [--gold LABELS] [--all]
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from communique.lexicon.load import parse
from evaluation import wire
from evaluation.inspecting import inspect
from evaluation.report import Figures, arguments, show

LABELS = Path(__file__).parent / "agreement_labels.tsv"
ASPECTS = ("object", "status", "parties")


@dataclass(frozen=True)
class Label:
    """What was judged of one printed agreement: `right` are the aspects that are."""

    text: str
    start: int
    end: int
    type: str
    right: frozenset[str]


def labels(path: Path) -> list[Label]:
    """The judgements of a file."""
    return [
        Label(
            row["text"],
            int(row["start"]),
            int(row["end"]),
            row["type"],
            frozenset(aspect for aspect in ASPECTS if row[aspect] == "y"),
        )
        for row in parse(path.name, path.read_text(encoding="utf-8"))
    ]


def judged(text: str, found: dict[str, Any], known: Iterable[Label]) -> Label | None:
    """The judgement of one printed agreement, the one that shares most characters with it."""
    start, end = found["evidence"]["start"], found["evidence"]["end"]
    best: tuple[int, Label] | None = None
    for label in known:
        shared = min(end, label.end) - max(start, label.start)
        if label.text == text and label.type == found["type"] and shared > 0:
            best = max(best or (0, label), (shared, label), key=lambda b: b[0])
    return best[1] if best else None


def score(printed: Iterable[tuple[str, dict[str, Any]]], known: list[Label]) -> Figures:
    """Per cent of the judged ones that are agreements, and of these those with the right status
    and parties; how many are judged, and how many are not."""
    told = [judged(text, found, known) for text, found in printed]
    seen = [label for label in told if label is not None]
    real = [label for label in seen if "object" in label.right]
    figures = {"object": _part(len(real), len(seen))}
    for aspect in ASPECTS[1:]:
        figures[aspect] = _part(sum(aspect in label.right for label in real), len(real))
    return figures | {"judged": float(len(seen)), "not judged": float(len(told) - len(seen))}


def _part(right: int, whole: int) -> float:
    return 100 * right / whole if whole else 0.0


def evaluate(gold: Path = LABELS, most: int | None = None, whole: bool = False) -> Figures:
    """The figures over the texts that a label names, or over all texts."""
    known = labels(gold)
    named = {label.text for label in known}
    texts = {name: told for name, told in wire.texts().items() if whole or name in named}
    names = list(texts)[:most]
    lines = inspect([texts[n][0] for n in names], published=[texts[n][1] for n in names])
    printed = (
        (name, found)
        for name, line in zip(names, lines, strict=True)
        for found in line.get("agreements", ())
    )
    return score(printed, known)


def main() -> None:
    """Print the figures."""
    whole = "--all" in sys.argv
    sys.argv = [a for a in sys.argv if a != "--all"]
    given = arguments(__doc__, LABELS)
    show("agreements and commitments", evaluate(given.gold, given.documents, whole))


if __name__ == "__main__":
    main()
