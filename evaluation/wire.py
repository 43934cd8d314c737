"""The news texts on which agreements, commitments and processes are judged: the news of GUM, the
reports of MEANTIME, sixty articles of worldwide-newswire from the tenth that is kept back from
training; and, since these hold little diplomacy, PolNeAR's dev part, TimeBank and AQUAINT."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from evaluation import timex
from evaluation.inspecting import CORPORA, need
from evaluation.names import WORLDWIDE
from training import conllu
from training.data import held_out

ARTICLES = 60


def texts() -> dict[str, tuple[str, str | None]]:
    """The texts by id with their days of publication, in a fixed order."""
    undated = [*_gum(), *_meantime(), *_worldwide(), *_polnear()]
    return {name: (text, None) for name, text in undated} | dict(_dated())


def _polnear() -> Iterator[tuple[str, str]]:
    for path in sorted(need(CORPORA / "polnear").glob("dev/**/*.txt")):
        yield f"polnear/{path.stem}", path.read_text(encoding="utf-8")


def _dated() -> Iterator[tuple[str, tuple[str, str | None]]]:
    for folder in (timex.TIMEBANK, timex.AQUAINT):
        for path, document in zip(timex.files(folder), timex.read(folder), strict=True):
            yield f"{folder.name}/{path.stem}", (document.text, document.published)


def _gum() -> Iterator[tuple[str, str]]:
    for path in sorted(need(CORPORA / "gum").glob("*/GUM_news_*.conllu")):
        for document in conllu.read(path):
            yield f"gum/{document.name}", document.text


def _meantime() -> Iterator[tuple[str, str]]:
    content = need(CORPORA / "meantime" / "meantime.conll").read_text(encoding="utf-8")
    for part in content.split("#begin document (")[1:]:
        name = part.partition(")")[0]
        sentences = [
            [line.split("\t")[3] for line in block.splitlines() if line.count("\t") >= 4]
            for block in part.split("\n\n")
        ]
        yield f"meantime/{name}", spaced(sentences)


def _worldwide() -> Iterator[tuple[str, str]]:
    files = [f for f in need(WORLDWIDE).glob("*.tsv") if held_out(f.name)]
    for path in sorted(files, key=lambda f: _hash(f))[:ARTICLES]:
        blocks = path.read_text(encoding="utf-8").split("\n\n")
        rows = [
            [line.split("\t")[0] for line in block.splitlines() if "\t" in line] for block in blocks
        ]
        yield f"worldwide/{path.name}", spaced(rows)


def _hash(path: Path) -> str:
    return hashlib.sha256(path.name.encode()).hexdigest()


def spaced(sentences: list[list[str]]) -> str:
    """A text from tokens, a sentence a line, spaced as print would."""
    lines = []
    for tokens in sentences:
        line = re.sub(r" ([,.;:!?%)\]’”]|n't\b|'s\b|’s\b)", r"\1", " ".join(tokens))
        lines.append(re.sub(r"([(\[$“‘]) ", r"\1", line))
    return "\n".join(line for line in lines if line)
