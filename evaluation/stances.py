"""Stances and issues: how many of those printed are right, by labels of our own.

Takes a folder with PolNeAR's `text/*.txt`. `evaluation/stances.tsv` holds, for articles of its
train part, judgements of stances and issues that some version printed there: by article, by where
the content begins, and by a digest of the target. Figures in per cent: of the printed stances and
issues that were judged, those judged right; and how many of the right ones are still printed. What
nobody judged does not count, so a figure here is of the same findings made anew, not of new ones.

    python -m evaluation.stances --gold FOLDER [--documents N]
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from communique.lexicon.load import parse
from evaluation.inspecting import CORPORA, inspect, need
from evaluation.report import Figures, arguments, show

POLNEAR = CORPORA / "polnear" / "train"
LABELS = Path(__file__).with_suffix(".tsv")
Key = tuple[str, int, str, str, str]


def digest(words: str) -> str:
    """What stands for a target or issue among the labels."""
    plain = " ".join(words.lower().split())
    return hashlib.sha256(plain.encode()).hexdigest()[:8]


def labels(path: Path = LABELS) -> dict[Key, bool]:
    """Whether each judged stance (article, place, kind, digest, polarity) or issue is right."""
    rows = parse(path.name, path.read_text(encoding="utf-8"))
    return {
        (r["article"], int(r["at"]), r["kind"], r["of"], r["polarity"]): r["right"] == "yes"
        for r in rows
    }


def printed(article: str, line: dict[str, Any]) -> Iterator[Key]:
    """The stances and issues of a printed reading."""
    for statement in line.get("statements", []):
        at = statement["content"][0][0]
        for stance in statement["stances"]:
            toward = stance["toward"]
            name = line["actors"][toward]["name"] if isinstance(toward, int) else toward
            yield article, at, "stance", digest(name), stance["polarity"]
        for issue in statement["issues"]:
            yield article, at, "issue", digest(issue), ""


@cache
def _counted(gold: Path, most: int | None) -> Counter[str]:
    judged = labels()
    names = sorted({key[0] for key in judged})
    if most and most < len(names):
        names = [names[i * len(names) // most] for i in range(most)]
    texts = [(need(gold) / "text" / f"{name}.txt").read_bytes().decode("utf-8") for name in names]
    counts: Counter[str] = Counter()
    for key, right in judged.items():
        counts[f"{key[2]} known"] += right and key[0] in names
    for name, line in zip(names, inspect(texts), strict=True):
        for key in set(printed(name, line)) & judged.keys():
            counts[f"{key[2]} judged"] += 1
            counts[f"{key[2]} right"] += judged[key]
    return counts


def evaluate(gold: Path, most: int | None = None) -> Figures:
    """Per cent of the judged ones that are right, and of the right ones that are still printed."""
    counts = _counted(gold, most)
    figures = {}
    for kind in ("stance", "issue"):
        right = counts[f"{kind} right"]
        figures[f"{kind}s right"] = 100 * right / max(1, counts[f"{kind} judged"])
        figures[f"{kind}s kept"] = 100 * right / max(1, counts[f"{kind} known"])
    return figures


if __name__ == "__main__":
    given = arguments(__doc__, POLNEAR)
    show(f"stances: {given.gold}", evaluate(given.gold, given.documents))
