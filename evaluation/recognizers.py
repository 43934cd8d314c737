"""Expressions of time: the English cases of Microsoft's Recognizers-Text.

Recall, in per cent, of the expressions that a press report could contain
(`recognizers_gold.LEFT_OUT` says which it could not, and why): `extent` those found with the same
words, and by kind and over all those found and meaning the same at the reference time. Words that
only lead up to an expression or join its ends ("from", "between", "before", "the") are no part of
a TIMEX3 and make no difference here; a range may be found as its two ends. A case without a
meaning in the files is right with its extent.

    python -m evaluation.recognizers [--gold FOLDER] [--documents N] [--left-out] [--missed]
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from evaluation.inspecting import CORPORA, inspect, need
from evaluation.recognizers_gold import LEFT_OUT, Case, read
from evaluation.recognizers_meaning import agree
from evaluation.report import ErrorClass, Figures, show

DEFAULT = CORPORA / "recognizers-datetime-english"

KINDS = {
    "date": "dates",
    "daterange": "stretches of days",
    "datetime": "days with hours",
    "datetimerange": "stretches of hours on a day",
    "datetimealt": "alternatives",
    "time": "times of day",
    "timerange": "stretches of a day",
    "duration": "durations",
    "set": "sets",
    "holiday": "holidays",
}
"""The files' kinds in plain words."""

_LOOSE = re.compile(
    r"\b(?:(?:no |or |on or |before or )?(?:later|earlier|sooner) than(?: or (?:at|in|on))?|"
    r"(?:or|and) (?:later|after|earlier|before|on)|(?:on|at) or (?:before|after)|"
    r"before or (?:on|in)|as (?:late|early) as|in advance of|prior to|ending with|"
    r"(?:starting|beginning|commencing)(?: from| on)?(?= (?!of))|any time|sometime|up to|"
    r"(?:more|less) than|the|of|in|on|at|by|from|to|between|and|until|till?|through|during|within|"
    r"for|around|about|circa|since|before|after|or)\b|[^\w']+",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Outcome:
    """A case and what became of it: "right", or what is wrong."""

    case: Case
    result: str
    found: tuple[str, ...]

    @property
    def extent(self) -> bool:
        """Whether its words were found."""
        return self.result in {"right", "another value"}


def _words(line: str, start: int, end: int) -> set[int]:
    """Where the words of a stretch of a line begin that carry an expression."""
    loose = list(_LOOSE.finditer(line, start, end))
    kept = set(range(start, end)) - {i for m in loose for i in range(m.start(), m.end())}
    return {m.start() for m in re.finditer(r"[\w']+", line) for i in [m.start()] if i in kept}


def judge(case: Case, times: list[dict[str, Any]]) -> Outcome:
    """What became of a case, given the times of a record of its line."""
    over = [t for t in times if t["text"][0] < case.end and case.start < t["text"][1]]
    shown = tuple(f"{case.line[slice(*t['text'])]}={t['value']}" for t in over)
    if not over:
        return Outcome(case, "not found", shown)
    golden = _words(case.line, case.start, case.end)
    ours = {i for t in over for i in _words(case.line, *t["text"])}
    if golden != ours:
        less = ours < golden
        return Outcome(case, "found in part" if less else "found with other words", shown)
    if case.meaning is None or agree(case.meaning, case.words, case.reference, over):
        return Outcome(case, "right", shown)
    return Outcome(case, "another value", shown)


@cache
def outcomes(gold: Path, most: int | None = None) -> tuple[Outcome, ...]:
    """What became of every case; each line is read once for each reference time."""
    cases = read(need(gold))
    if most and most < len(cases):
        cases = [cases[i * len(cases) // most] for i in range(most)]
    lines = sorted({(case.line, case.reference) for case in cases})
    printed = inspect([line for line, _ in lines], published=[day for _, day in lines])
    times = {
        key: [t for t in reading.get("times", []) if t["text"]]
        for key, reading in zip(lines, printed, strict=True)
    }
    return tuple(judge(case, times[case.line, case.reference]) for case in cases)


def evaluate(gold: Path = DEFAULT, most: int | None = None) -> Figures:
    """Recall in per cent: of the extents, and of extents with values by kind and over all; the
    last two figures say what leaving cases out does: how many count, and the recall over all that
    are in the files, time zones and chat among them."""
    every = outcomes(gold, most)
    found = [o for o in every if not o.case.left_out]
    total = Counter(o.case.kind for o in found)
    right = Counter(o.case.kind for o in found if o.result == "right")
    figures = {KINDS[kind]: 100 * right[kind] / total[kind] for kind in KINDS if total[kind]}
    figures["extent"] = _share([o.extent for o in found])
    figures["all"] = _share([o.result == "right" for o in found])
    figures["cases that count"] = _share([not o.case.left_out for o in every])
    figures["nothing left out"] = _share([o.result == "right" for o in every])
    return figures


def _share(yes: list[bool]) -> float:
    return 100 * sum(yes) / len(yes) if yes else 0.0


EXAMPLES = {
    "dates": "“They meet the second Sunday after the vote.”",
    "stretches of days": "“The truce held from the ninth till the eleventh.”",
    "days with hours": "“The envoy lands Friday 23 at 4.”",
    "stretches of hours on a day": "“They spoke for two hours from nine on Monday.”",
    "alternatives": "“Talks resume this or next week.”",
    "times of day": "“The vote began at ten to six.”",
    "stretches of a day": "“Polls are open from 8 to half past seven.”",
    "durations": "“The siege took one year and a quarter.”",
    "sets": "“They met the 19th of every month.”",
    "holidays": "“The amnesty was read out on Juneteenth.”",
}
"""A sentence of our own for each kind."""


def errors() -> list[ErrorClass]:
    """What is missed, by kind and by what is wrong, the largest first."""
    counted = Counter(
        (KINDS[o.case.kind], o.result)
        for o in outcomes(DEFAULT)
        if o.result != "right" and not o.case.left_out
    )
    rows = [
        ErrorClass("all", f"{kind}: {result}", count, EXAMPLES[kind])
        for (kind, result), count in counted.items()
    ]
    return sorted(rows, key=lambda row: (-row.count, row.name))


def left_out(gold: Path) -> Mapping[str, int]:
    """How many cases are left out for each reason."""
    counted = Counter(case.left_out for case in read(need(gold)) if case.left_out)
    return {reason.name: counted[reason.name] for reason in LEFT_OUT}


def main() -> None:
    """The figures and what is left out; with `--left-out` or `--missed` the cases themselves."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--gold", type=Path, default=DEFAULT, help="a folder of such cases")
    parser.add_argument("--documents", type=int, help="score only so many cases, evenly spread")
    parser.add_argument("--left-out", action="store_true", help="list what is left out, and why")
    parser.add_argument("--missed", action="store_true", help="list what is not right")
    given = parser.parse_args()
    if given.left_out:
        for case in read(need(given.gold)):
            if case.left_out:
                print(f"{case.left_out}\t{case.kind}\t{case.words}\t{case.line}")
        return
    if given.missed:
        for o in outcomes(given.gold, given.documents):
            if o.result != "right" and not o.case.left_out:
                print(
                    o.result, o.case.kind, o.case.words, o.case.line, "; ".join(o.found), sep="\t"
                )
        return
    found = outcomes(given.gold, given.documents)
    show(f"recognizers: {given.gold}, {len(found)} cases", evaluate(given.gold, given.documents))
    print("left out")
    for reason in LEFT_OUT:
        count = left_out(given.gold)[reason.name]
        print(f"  {reason.name:36} {count:4}  {reason.why}")


if __name__ == "__main__":
    main()
