"""The unit records of PETRARCH: source, target and root of every coded event, from the raw text.

The records test its pattern matcher with sentences about invented lands, and their event codes are
those of WEIS, CAMEO's forerunner, not of CAMEO: "restore full diplomatic ties" is 064, "welcomed"
041. `ROOTS` gives the roots of PLOVER that a code may be. Left out are, by this rule: events with a
party that is no actor of the dictionaries (---, ###, a quoted phrase), codes outside WEIS (three
digits above 22, letters: markers of which pattern matched), and comments (02), which PLOVER does
not code. A record all of whose events are left out is not read; one that has none counts as such.

`pair` is the F1 of (source, target), `event` of (source, target, root); a meeting of equals counts
both ways round, as the records have it. A party is known by the words of its mentions (`NAMES`).
PETRARCH itself codes its records as they stand: they are its regression test. It codes a deed that
is still to come ("is about to restore ties") as the deed, PLOVER as an AGREE that announces it:
`event, announced` takes such an AGREE for the deed.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from evaluation.events import root
from evaluation.inspecting import CORPORA, f1, inspect, need
from evaluation.report import ErrorClass, Figures, arguments, show

RECORDS = CORPORA / "petrarch2" / "PETR.UnitTest.records.xml"
ROOTS = {
    "03": {"CONSULT"}, "04": {"SUPPORT"}, "05": {"AGREE"}, "06": {"SUPPORT", "YIELD"},
    "07": {"AID"}, "08": {"AGREE", "SUPPORT"}, "09": {"REQUEST"}, "10": {"REQUEST"},
    "11": {"REJECT"}, "12": {"ACCUSE"}, "13": {"ACCUSE"}, "14": {"REJECT"}, "15": {"REQUEST"},
    "16": {"THREATEN"}, "17": {"THREATEN"}, "18": {"MOBILIZE", "PROTEST"},
    "19": {"SANCTION", "REJECT"}, "20": {"COERCE"}, "21": {"COERCE"}, "22": {"ASSAULT"},
}  # fmt: skip
"""The roots of PLOVER that a code of WEIS may be, by its first two digits."""
NAMES = {
    "AFG": "afghan", "ARN": "arnor", "AUS": "australia", "BIL": "bilbo", "BRE": "bree",
    "CAF": "central african", "CAL": "calenardhon", "DAG": "dagolath", "DNK": "danish|denmark",
    "DOL": "dol amroth", "ELF": "elves|elven", "ELR": "elrond", "ERI": "eriador",
    "ETH": "ethiopia", "FOR": "fornost", "FRA": "france|french", "FRO": "frodo",
    "GAL": "galadriel", "GON": "gondor|minas tirith", "HOB": "gamgee|gollum|hobbit|slinker",
    "ITH": "ithilen", "KOR": "seoul|south korea", "KUW": "kuwait", "LBY": "libya",
    "MOR": "mordor|cirith ungol|barad-dur|morgul", "NZE": "new zealand", "OSG": "osgiliath",
    "PAK": "pakistan", "PHL": "philippine", "PRK": "hermit kingdom|north korea",
    "ROH": "rohan", "RUS": "russia|moscow", "SAM": "sam", "SHR": "shire|michel delving",
    "USA": "white house|united states|us|u.s.",
}  # fmt: skip
"""Words by which the actor of a code is known, in small letters."""


ANNOUNCED = frozenset({"SUPPORT", "AID", "COOPERATE", "YIELD"})
"""Roots of deeds whose announcement PLOVER codes as AGREE."""


class Coded(NamedTuple):
    """One event of a record: codes of lands, and the roots that it may be."""

    source: str
    target: str
    roots: frozenset[str]


class Record(NamedTuple):
    """A sentence and its events."""

    text: str
    events: tuple[Coded, ...]


def read(path: Path) -> list[Record]:
    """The records that are scored."""
    found = []
    for sentence in ET.parse(path).getroot().iter("Sentence"):
        text = " ".join((sentence.findtext("Text") or "").split())
        codings = sentence.findall("EventCoding")
        events = tuple(filter(None, map(_coded, codings)))
        silent = any(c.get("noevents") for c in codings)
        if text and (events or silent):
            found.append(Record(text, events))
    return found


def _coded(coding: ET.Element) -> Coded | None:
    """An event of a record, None for one that is left out."""
    source, target = (coding.get(f"{side}code", "")[:3] for side in ("source", "target"))
    code = coding.get("eventcode", "")
    roots = ROOTS.get(code[:2]) if re.fullmatch(r"\d{3}", code) else None
    if source not in NAMES or target not in NAMES or not roots:
        return None
    return Coded(source, target, frozenset(roots))


def told(line: dict[str, Any], announced: bool = False) -> Iterator[Coded]:
    """The events that are printed, one for every source and target; with `announced` an AGREE that
    announces a deed may be the deed too."""
    text = line["report"]["text"].lower() if line else ""
    codes: dict[int, set[str]] = {}
    for mention in line.get("mentions", []):
        words = text[mention["start"] : mention["end"]]
        known = {c for c, names in NAMES.items() if re.search(rf"\b(?:{names})", words)}
        codes.setdefault(mention["actor"], set()).update(known)
    for event in line.get("events", []):
        if {"negation", "hypothetical"} & {*event["aux"]}:
            continue
        actors = [c for a in event["actors"] for c in sorted(codes.get(a, ()))]
        others = [c for a in event["recipients"] for c in sorted(codes.get(a, ()))]
        sides = [(a, b) for a in actors for b in others or actors if a != b]
        for source, target in sides:
            ahead = announced and event["evidence"]["rule"].endswith(", announced")
            deeds = ANNOUNCED if ahead and event["type"] == "AGREE" else frozenset()
            yield Coded(source, target, deeds | {root(event["type"])})


def figures(records: list[Record], lines: list[dict[str, Any]]) -> Figures:
    """F1 of pairs and of events, and how many of either the records have."""
    gold = ours = pairs = 0
    events = [0, 0]
    for record, line in zip(records, lines, strict=True):
        printed = set(told(line))
        wanted = {(e.source, e.target) for e in record.events}
        gold += len(wanted)
        ours += len({(e.source, e.target) for e in printed})
        pairs += len(wanted & {(e.source, e.target) for e in printed})
        for number, those in enumerate((printed, set(told(line, announced=True)))):
            events[number] += sum(_coded_so(record, pair, those) for pair in wanted)
    return {
        "pair": f1(pairs, gold, ours)["F1"],
        "event": f1(events[0], gold, ours)["F1"],
        "event, announced": f1(events[1], gold, ours)["F1"],
        "pairs of the records": float(gold),
    }


def _coded_so(record: Record, pair: tuple[str, str], printed: set[Coded]) -> bool:
    """Whether an event of a record between two is printed with one of its roots."""
    return any(
        (e.source, e.target) == pair and (p.source, p.target) == pair and bool(e.roots & p.roots)
        for e in record.events
        for p in printed
    )


def evaluate(gold: Path = RECORDS) -> Figures:
    """The figures over a file of records."""
    records = read(need(gold))
    return figures(records, inspect([record.text for record in records]))


def errors(gold: Path = RECORDS) -> list[ErrorClass]:
    """What goes wrong over a file of records, by class."""
    records = read(need(gold))
    missed = other = 0
    for record, line in zip(records, inspect([r.text for r in records]), strict=True):
        printed = set(told(line))
        for event in record.events:
            alike = [p for p in printed if (p.source, p.target) == (event.source, event.target)]
            missed += not alike
            other += bool(alike) and not any(p.roots & event.roots for p in alike)
    return [
        ErrorClass(
            "event", "missed", missed, "*Oz* warned of *the Prince of Ix* (an invented land)."
        ),
        ErrorClass("event", "another root", other, "Oz *celebrated the feast* with Ix."),
    ]


if __name__ == "__main__":
    given = arguments(__doc__, RECORDS)
    show(f"petrarch: {given.gold}", evaluate(given.gold))
