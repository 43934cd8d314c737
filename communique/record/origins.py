"""Which reports go back to one original: copies, and agency text in other clothes.

Compared are runs of five words of the body, those inside quotation marks left out: two reporters
at one press conference write down the same words of the speaker, but each in words of their own.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator

from communique.model.report import PROSE_KINDS, Report
from communique.record.clusters import Clusters
from communique.record.corpus import Corpus
from communique.record.words import fold

RUN = 5
COPY = 0.5
"""The part of the shorter report's runs that makes one a copy of the other."""
SAME_AGENCY = 0.25
"""The same where both name one agency as their origin."""
SAMPLE = 4
"""One run in so many looks for candidates; the exact comparison uses all."""
FEW = 20
"""Runs that more reports than this have are compared with the first of them only."""

_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]")


def find_origins(corpus: Corpus) -> dict[str, str]:
    """For every report the id of its group: the first id of those that go back to one original."""
    runs = [_runs(read.report) for read in corpus.reads]
    groups = Clusters(corpus.ids)
    for left, right in _candidates(runs):
        if _one_origin(corpus, runs, left, right):
            groups.join(corpus.ids[left], corpus.ids[right])
    return {id: groups.find(id) for id in corpus.ids}


def _runs(report: Report) -> frozenset[int]:
    """The runs of words of a report's prose, each as a checksum."""
    spans = [s for s in report.segments if s.kind in PROSE_KINDS and s.kind != "title"]
    text = " ".join(report.text[s.start : s.end] for s in spans) or report.text
    own = fold(_QUOTED.sub(" ", text)).split()
    words = own if len(own) >= 10 * RUN else fold(text).split()
    if len(words) < RUN:
        return frozenset({zlib.crc32(" ".join(words).encode())})
    return frozenset(
        zlib.crc32(" ".join(words[n : n + RUN]).encode()) for n in range(len(words) - RUN + 1)
    )


def _candidates(runs: list[frozenset[int]]) -> Iterator[tuple[int, int]]:
    where: dict[int, list[int]] = defaultdict(list)
    for number, found in enumerate(runs):
        for run in found:
            if run % SAMPLE == 0 or len(found) < 20:
                where[run].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for reports in where.values():
        for n, left in enumerate(reports[:FEW] if len(reports) <= FEW else reports[:2]):
            for right in reports[n + 1 :]:
                shared[left, right] += 1
    return (pair for pair in sorted(shared))


def _one_origin(corpus: Corpus, runs: list[frozenset[int]], left: int, right: int) -> bool:
    least = min(len(runs[left]), len(runs[right]))
    part = len(runs[left] & runs[right]) / least if least else 0.0
    if part >= COPY:
        return True
    agencies = _agencies(corpus.reads[left].report) & _agencies(corpus.reads[right].report)
    return bool(agencies) and part >= SAME_AGENCY


def _agencies(report: Report) -> frozenset[str]:
    named = {*report.agencies, report.dateline.agency if report.dateline else None}
    return frozenset(fold(agency) for agency in named if agency)


def count_origins(origins: dict[str, str], reports: tuple[str, ...]) -> int:
    """How many independent originals some reports go back to."""
    return len({origins[report] for report in reports})
