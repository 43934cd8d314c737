"""Numbers of the same things in two reports, and what is counted otherwise."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations

from communique.lexicon.load import table
from communique.model.identity import Citation
from communique.model.report import Report
from communique.record.corpus import Corpus
from communique.record.words import content_stems, fold

Told = tuple[str, Citation]
"""A value that a report gives, and where."""

MOST_REPORTS = 6
"""Of an event told by more reports only the first so many are compared for their numbers."""
ALIKE = 0.3
"""The part of the stems of two sentences that must be the same for their counts to be of one
matter."""

_COUNT = re.compile(
    r"(?<![\w.,/-])(\d{1,3}(?:,\d{3})+|\d+|[a-z]+(?:-[a-z]+)?)"
    r"(?= ([a-z]{3,})\b(?: ([a-z]{3,})\b)?)",
    re.IGNORECASE,
)
"""A number, in digits or words, with the two words after it."""
_PLURAL = re.compile(r"(?:[^s]s|men|people|children)$")
_END = re.compile(r"(?<=[.!?])[”’\"]?\s+(?=[“\"]?[A-Z])|\n+")


def pairs_of_reports(reports: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The reports that tell one thing, by number, two by two."""
    return combinations(sorted(set(reports))[:MOST_REPORTS], 2)


class Counted:
    """What every report counts; each is read once."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._found: dict[int, dict[str, list[tuple[int, Citation]]]] = {}

    def otherwise(self, one: int, other: int) -> Iterator[tuple[str, list[Told]]]:
        """The things of which two reports, in sentences that are alike, give other numbers; each
        report must give one number of them alone."""
        left, right = self._of(one), self._of(other)
        for thing in sorted(left.keys() & right.keys()):
            mine, theirs = ({number for number, _ in told[thing]} for told in (left, right))
            if len(mine) == len(theirs) == 1 and mine != theirs and _matter(left, right, thing):
                yield thing, [(str(n), cited) for told in (left, right) for n, cited in told[thing]]

    def _of(self, report: int) -> dict[str, list[tuple[int, Citation]]]:
        if report not in self._found:
            found: dict[str, list[tuple[int, Citation]]] = defaultdict(list)
            for start, end in _sentences(self._corpus.reads[report].report):
                cited = self._corpus.cite(report, (start, end))
                for thing, number in counts(cited.text):
                    found[thing].append((number, cited))
            self._found[report] = found
        return self._found[report]


def _matter(
    left: dict[str, list[tuple[int, Citation]]],
    right: dict[str, list[tuple[int, Citation]]],
    thing: str,
) -> bool:
    """Whether a sentence of each is about the same matter."""
    return any(_alike(a.text, b.text) for _, a in left[thing] for _, b in right[thing])


def _sentences(report: Report) -> Iterator[tuple[int, int]]:
    for span in report.prose:
        at = span.start
        for match in _END.finditer(report.text, span.start, span.end):
            if report.text[at : match.start()].strip():
                yield at, match.start()
            at = match.end()
        if report.text[at : span.end].strip():
            yield at, span.end


def _alike(one: str, other: str) -> bool:
    left, right = content_stems(one), content_stems(other)
    return len(left & right) >= ALIKE * min(len(left), len(right)) and len(left & right) > 2


def counts(text: str) -> Iterator[tuple[str, int]]:
    """The things that are counted in some words, and how many of them."""
    for match in _COUNT.finditer(text):
        number = _number(match[1].casefold())
        near = [fold(word) for word in (match[2], match[3]) if word]
        thing = next((word for word in near if _PLURAL.search(word)), None)
        if number is not None and thing is not None and thing not in _units():
            yield thing, number


def _number(said: str) -> int | None:
    digits = said.replace(",", "")
    if digits.isdigit():
        return int(digits)
    parts = [_values().get(part) for part in said.split("-")]
    known = [part for part in parts if part is not None]
    return sum(known) if len(known) == len(parts) else None


@lru_cache(maxsize=1)
def _values() -> dict[str, int]:
    return {r["word"]: int(r["value"]) for r in table("number_words.tsv") if r["value"]}


@lru_cache(maxsize=1)
def _units() -> frozenset[str]:
    return frozenset(r["word"] for r in table("number_words.tsv") if not r["value"])
