"""The door of the evaluation: texts in, what `communique inspect --json` prints out."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

SHARED = Path(__file__).resolve().parents[2] / "shared"
CORPORA = SHARED / "corpora"


class CorpusMissing(SystemExit):
    """The gold data is not where it was looked for."""


def need(path: Path) -> Path:
    """The path, or a plain sentence that it is not there."""
    if not path.exists():
        raise CorpusMissing(f"{path} is not there; docs/reader.md says where to get it.")
    return path


def inspect(
    texts: Sequence[str], *options: str, published: Sequence[str | None] | None = None
) -> list[dict[str, Any]]:
    """One printed reading for every text, in order; {} where a text was skipped.

    The texts are clean prose, so they are read whole (`--prose`). `published` gives each its day
    or minute of publication in ISO 8601, None where it has none.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.jsonl"
        days = published or [None] * len(texts)
        lines = (
            json.dumps({"text": text} | ({"published": day} if day else {}), ensure_ascii=False)
            for text, day in zip(texts, days, strict=True)
        )
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        printed = inspect_files([path], "--prose", *options)
    if len(printed) != len(texts):
        raise RuntimeError(f"{len(texts)} texts were given and {len(printed)} lines printed")
    return [line if "report" in line else {} for line in printed]


def inspect_files(paths: Iterable[Path], *options: str) -> list[dict[str, Any]]:
    """What `communique inspect PATHS --json` prints, a dictionary a line."""
    command = [sys.executable, "-m", "communique", "inspect", "--json", *options]
    done = subprocess.run(
        [*command, *map(str, paths)], capture_output=True, text=True, encoding="utf-8", check=False
    )
    if done.returncode:
        raise RuntimeError(f"communique inspect failed: {done.stderr.strip()[-2000:]}")
    # Not splitlines: a text may hold other characters that end a line.
    return [json.loads(line) for line in done.stdout.split("\n") if line]


class Dense:
    """Offsets of a text with its white space left out, so that differently spaced texts of the
    same characters can be compared."""

    def __init__(self, text: str) -> None:
        self.before = [0]
        for character in text:
            self.before.append(self.before[-1] + (not character.isspace()))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A span of the text as a span of its visible characters."""
        return self.before[start], self.before[end]


def f1(right: int, gold: int, system: int) -> dict[str, float]:
    """Precision, recall and F1 in per cent."""
    precision = 100 * right / system if system else 0.0
    recall = 100 * right / gold if gold else 0.0
    both = precision + recall
    return {"P": precision, "R": recall, "F1": 2 * precision * recall / both if both else 0.0}
