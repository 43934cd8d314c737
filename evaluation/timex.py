"""Times: extents and values of TIMEX3 expressions, scored as TempEval-3 does, from raw text.

Takes a folder of TimeML files (`.tml`), or one such file. The text of the TEXT element is read
as a report that was published on the day of the DCT element.

strict: F1 of expressions with exactly the gold's extent. relaxed: F1 of expressions that overlap
one of the gold's, each counted once. value, type: relaxed F1 times the share of the overlapping
pairs whose attribute is the gold's, character for character (UzZaman et al., SemEval-2013 task 1).
strict + value: exact extents with the right value, as WikiWars is reported.

A range ("3-5 May", "1914-1918") is one time in a reading and two in TIMEX3, which has no value
for it: it is parted at its dash or its word before scoring.

    python -m evaluation.timex --gold FILE_OR_FOLDER [--documents N]
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from evaluation.inspecting import CORPORA, f1, inspect, need
from evaluation.report import ErrorClass, Figures, arguments, show
from evaluation.timex_errors import Pair, Timex, classes

TIMEBANK = CORPORA / "tbaq" / "TimeBank"
AQUAINT = CORPORA / "tbaq" / "AQUAINT"
WIKIWARS = CORPORA / "wikiwars"

KEPT_BACK = 6
"""Of WikiWars, the last files by name are measured; the others are there to learn from."""


class Document(NamedTuple):
    """A text, the day it was published, and its expressions in order."""

    text: str
    published: str | None
    times: list[Timex]


def read(path: Path) -> list[Document]:
    """The documents of a folder in the order of their names, or the one of a file."""
    return [_document(file) for file in files(path)]


def files(path: Path) -> list[Path]:
    """The files to score; of the folder of WikiWars only those kept back."""
    if not path.is_dir():
        return [path]
    found = sorted(path.glob("*.tml"))
    return found[-KEPT_BACK:] if path.name == WIKIWARS.name else found


def _document(path: Path) -> Document:
    root = ET.parse(path).getroot()
    text = root.find("TEXT")
    created = root.find("DCT/TIMEX3")
    if text is None:
        raise ValueError(f"{path}: no TEXT element.")
    parts: list[str] = []
    times: list[Timex] = []
    _walk(text, parts, times)
    given = created.get("value", "") if created is not None else ""
    day = re.match(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?", given)
    return Document("".join(parts), day.group() if day else None, sorted(times))


def _walk(element: ET.Element, parts: list[str], times: list[Timex]) -> None:
    """Collects the text below an element, and the expressions in it where they stand."""
    start = sum(map(len, parts))
    parts.append(element.text or "")
    for child in element:
        _walk(child, parts, times)
        parts.append(child.tail or "")
    if element.tag == "TIMEX3":
        inside = "".join(parts)[start:]
        kept = start + len(inside) - len(inside.lstrip())
        end = start + len(inside.rstrip())
        times.append(Timex(kept, end, element.get("type", ""), element.get("value", "")))


def printed_times(text: str, line: dict[str, Any]) -> list[Timex]:
    """The expressions of a printed reading, in order; the day of publication is none."""
    times = line.get("times", [])
    return expressions(text, [(*time["text"], time["value"]) for time in times if time["text"]])


def expressions(text: str, times: list[tuple[int, int, str]]) -> list[Timex]:
    """Spans and values as TIMEX3 has them: each range parted in two."""
    found = []
    for start, end, value in times:
        first, _, last = value.partition("/")
        link = last and _LINK.search(text, start + 1, end - 1)
        if link:
            found.append(Timex(start, link.start(), kind_of(first), first))
            found.append(Timex(link.end(), end, kind_of(last), last))
        else:
            found.append(Timex(start, end, kind_of(value), value))
    return sorted(found)


_LINK = re.compile(
    r"\s*[-–—/]\s*|\s+(?:to|and|or|until|till|through|thru)\s+|\s*&\s*", re.IGNORECASE
)


def kind_of(value: str) -> str:
    """The TIMEX3 type of a value. A set is told from a length by no value, only by its words."""
    if re.match(r"P(?:T?[\dX]|[A-Z]{2}$)", value):
        return "DURATION"
    return "TIME" if re.search(r"T(?:\d\d|MO|MI|AF|EV|NI|DT|PM)", value) else "DATE"


def pair(gold: list[Timex], system: list[Timex]) -> list[tuple[Timex, Timex]]:
    """Each expression of the gold with the one of ours that overlaps it, each used once; those
    of the same extent first."""
    exact = {(time.start, time.end): time for time in system}
    pairs = [(g, exact[g.start, g.end]) for g in gold if (g.start, g.end) in exact]
    used = {(one.start, one.end) for _, one in pairs}
    for g in gold:
        if (g.start, g.end) in exact:
            continue
        for s in system:
            if (s.start, s.end) not in used and s.start < g.end and g.start < s.end:
                pairs.append((g, s))
                used.add((s.start, s.end))
                break
    return sorted(pairs)


@cache
def _compared(gold: Path, most: int | None) -> list[Pair]:
    """The gold's expressions and ours side by side, None where one of the two has none."""
    documents = read(need(gold))
    if most and most < len(documents):
        documents = [documents[i * len(documents) // most] for i in range(most)]
    printed = inspect([d.text for d in documents], published=[d.published for d in documents])
    return [
        found
        for document, line in zip(documents, printed, strict=True)
        for found in compare(document.text, document.times, printed_times(document.text, line))
    ]


def compare(text: str, gold: list[Timex], system: list[Timex]) -> list[Pair]:
    """The expressions of one text side by side."""
    pairs = pair(gold, system)
    seen, used = {g for g, _ in pairs}, {s for _, s in pairs}
    both = [Pair(text, g, s) for g, s in pairs]
    both += [Pair(text, g, None) for g in gold if g not in seen]
    return both + [Pair(text, None, s) for s in system if s not in used]


def figures(pairs: list[Pair]) -> Figures:
    """F1 in per cent, a figure each."""
    counts: Counter[str] = Counter()
    for found in pairs:
        counts["gold"] += found.gold is not None
        counts["system"] += found.ours is not None
        if found.gold is None or found.ours is None:
            continue
        strict = (found.gold.start, found.gold.end) == (found.ours.start, found.ours.end)
        same = found.gold.value == found.ours.value
        counts["strict"] += strict
        counts["relaxed"] += 1
        counts["value"] += same
        counts["type"] += found.gold.type.replace("SET", "DURATION") == found.ours.type
        counts["strict + value"] += strict and same
    names = ("strict", "relaxed", "value", "type", "strict + value")
    return {name: f1(counts[name], counts["gold"], counts["system"])["F1"] for name in names}


def evaluate(gold: Path = TIMEBANK, most: int | None = None) -> Figures:
    """F1 in per cent of extents and values."""
    return figures(_compared(gold, most))


def errors(gold: Path = TIMEBANK, most: int | None = None) -> list[ErrorClass]:
    """What goes wrong over a gold, by class."""
    return classes(_compared(gold, most))


if __name__ == "__main__":
    given = arguments(__doc__, TIMEBANK)
    show(f"times: {given.gold}", evaluate(given.gold, given.documents))
