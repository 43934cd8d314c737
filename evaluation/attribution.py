"""Attribution: exact-span F1 of source, cue and content, from raw text, as PolNeAR marks them.

Takes a folder with `text/*.txt` and `attributions/*.ann` (brat stand-off); where an article has
several annotators, the first by name counts. A span in several pieces counts a piece, pieces
with only white space between them as one. Printed spans are those of `statements`.

    python -m evaluation.attribution --gold FOLDER [--documents N]
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

from evaluation.inspecting import CORPORA, Dense, f1, inspect, need
from evaluation.report import Figures, arguments, show

POLNEAR = CORPORA / "polnear" / "dev"
KINDS = ("source", "cue", "content")
Marked = set[tuple[str, int, int]]


def read(folder: Path) -> list[tuple[str, Marked]]:
    """The articles with their spans, in visible characters."""
    articles = []
    for path in sorted((folder / "text").glob("*.txt")):
        annotated = sorted((folder / "attributions").glob(f"{path.stem}_*.ann"))
        if annotated:
            text = path.read_bytes().decode("utf-8")
            articles.append((text, _marked(text, annotated[0].read_text(encoding="utf-8"))))
    return articles


def _marked(text: str, annotation: str) -> Marked:
    dense, marked = Dense(text), set()
    for line in annotation.splitlines():
        match = re.match(r"T\d+\t(Source|Cue|Content) ([\d ;]+)\t", line)
        if not match:
            continue
        pieces = sorted(
            dense.span(*map(int, piece.split())) for piece in match[2].split(";") if piece
        )
        marked |= {(match[1].lower(), *piece) for piece in joined(pieces)}
    return marked


def joined(pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in pieces:
        if joined and joined[-1][1] == start:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return [piece for piece in joined if piece[0] < piece[1]]


def printed_spans(text: str, line: dict[str, Any]) -> Marked:
    """The spans of the printed statements."""
    dense, found = Dense(text), set()
    for statement in line.get("statements", []):
        for kind in KINDS[:2]:
            if statement[kind]:
                found.add((kind, *dense.span(*statement[kind])))
        pieces = joined(sorted(dense.span(*span) for span in statement["content"]))
        found |= {("content", *piece) for piece in pieces}
    return found


def evaluate(gold: Path, most: int | None = None) -> Figures:
    """Exact F1 in per cent of the three kinds of span."""
    articles = read(need(gold))
    if most and most < len(articles):
        articles = [articles[i * len(articles) // most] for i in range(most)]
    right: Counter[str] = Counter()
    golden: Counter[str] = Counter()
    system: Counter[str] = Counter()
    for (text, marked), line in zip(articles, inspect([t for t, _ in articles]), strict=True):
        ours = printed_spans(text, line)
        golden.update(kind for kind, _, _ in marked)
        system.update(kind for kind, _, _ in ours)
        right.update(kind for kind, _, _ in marked & ours)
    return {kind: f1(right[kind], golden[kind], system[kind])["F1"] for kind in KINDS}


if __name__ == "__main__":
    given = arguments(__doc__, POLNEAR)
    show(f"attribution: {given.gold}", evaluate(given.gold, given.documents))
