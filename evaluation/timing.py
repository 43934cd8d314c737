"""Times of events and statements, from raw text: is the time that we give one that the gold
links to the event?

Takes a folder of TimeML files (`.tml`) with TLINKs, or one such file. The text of the TEXT element
is read as a report that was published on the day of the DCT element. An event of the gold is ours
where its word triggers one of our events, or stands in the cue of one of our statements; what we
say of its time is judged where the gold links that event to a time at all.

A time given by syntax, or by the sentence, is right where the gold says that the event lies in
that time, holds it, or is at one with it, or where such a time of the gold is of the same day. A
time that the gold puts the event before or after is wrong, and so is any where the gold has
another time for the event; where the gold links the event only to the day of the report the two
may both hold, and it is not judged. A day of the report is right where the gold has the event on
that day, or before the time stamp of a report of that day and in no other time. `found` is the
share of the events, of those that the gold puts in a time of the text, that have the right one.

    python -m evaluation.timing --gold FILE_OR_FOLDER [--documents N]
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from evaluation.inspecting import CORPORA, inspect, need
from evaluation.report import ErrorClass, Figures, arguments, show

TIMEBANK = CORPORA / "tbaq" / "TimeBank"
AQUAINT = CORPORA / "tbaq" / "AQUAINT"
SOURCES = ("syntax", "sentence", "report")
IN = frozenset({"IS_INCLUDED", "SIMULTANEOUS", "IDENTITY", "DURING", "BEGUN_BY", "ENDED_BY"})
"""What the gold calls it when an event lies in a time, or fills it."""
PARTLY = frozenset({"INCLUDES", "DURING_INV", "BEGINS", "ENDS"})
"""And when it lasts longer than the time, or marks its edge."""
TURNED = {
    "BEFORE": "AFTER", "AFTER": "BEFORE", "INCLUDES": "IS_INCLUDED", "IS_INCLUDED": "INCLUDES",
    "DURING": "DURING_INV", "DURING_INV": "DURING", "BEGINS": "BEGUN_BY", "BEGUN_BY": "BEGINS",
    "ENDS": "ENDED_BY", "ENDED_BY": "ENDS", "IBEFORE": "IAFTER", "IAFTER": "IBEFORE",
}  # fmt: skip
RIGHT = "right"
BESIDE = "the gold puts the event before or after that time"
OTHER_HERE = "the gold has another time of that sentence"
OTHER_FAR = "the gold has a time of another sentence"
LASTS = "the gold has it last, or still to come, on the day of the report"
NOTHING = "no time is given"
EXAMPLES = {
    BESIDE: "On *Monday* the council mourned those who had died in the *flood*.",
    OTHER_HERE: "She praised the accord *signed* in *May* when she spoke on Friday.",
    OTHER_FAR: "Two bridges *fell*. The storm had come on *Sunday*.",
    LASTS: "The envoys *stayed* in the town.",
    NOTHING: "The two have not *met* since they quarrelled on *Friday*.",
}


class Linked(NamedTuple):
    """An event of the gold: its characters, and the times it is linked to, by relation."""

    start: int
    end: int
    links: dict[str, str]


class Timex(NamedTuple):
    """A time of the gold: its characters, None for the report's own, and its TIMEX3 value."""

    span: tuple[int, int] | None
    value: str


@dataclass
class Document:
    """A text with its linked events and its times by id; `own` is the report's."""

    text: str
    own: str = ""
    times: dict[str, Timex] = field(default_factory=dict)
    events: list[Linked] = field(default_factory=list)

    @property
    def published(self) -> str | None:
        """The day or minute of the report."""
        value = self.times[self.own].value if self.own in self.times else ""
        day = re.match(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?", value)
        return day.group() if day else None


class Given(NamedTuple):
    """A time that we give an event of the gold: what from, and the TIME printed."""

    source: str
    time: dict[str, Any]


def read(path: Path) -> list[Document]:
    """The documents of a folder in the order of their names, or the one of a file."""
    return [_document(file) for file in (sorted(path.glob("*.tml")) if path.is_dir() else [path])]


def _document(path: Path) -> Document:
    root = ET.parse(path).getroot()
    body, created = root.find("TEXT"), root.find("DCT/TIMEX3")
    if body is None:
        raise ValueError(f"{path}: no TEXT element.")
    spans: dict[str, tuple[int, int]] = {}
    found = Document("")
    parts: list[str] = []
    _walk(body, parts, spans, found.times)
    found.text = "".join(parts)
    if created is not None:
        found.own = created.get("tid", "")
        found.times[found.own] = Timex(None, created.get("value", ""))
    events = {m.get("eiid"): m.get("eventID", "") for m in root.iter("MAKEINSTANCE")}
    links: dict[str, dict[str, str]] = {}
    for link in root.iter("TLINK"):
        instance, time, kind = _ends(link)
        if time is not None and events.get(instance) in spans:
            links.setdefault(events[instance], {})[time] = kind
    found.events = [Linked(*spans[event], links[event]) for event in sorted(links, key=spans.get)]  # type: ignore[arg-type]
    return found


def _walk(
    element: ET.Element,
    parts: list[str],
    spans: dict[str, tuple[int, int]],
    times: dict[str, Timex],
) -> None:
    """Collects the text below an element, and the events and times in it where they stand."""
    start = sum(map(len, parts))
    parts.append(element.text or "")
    for child in element:
        _walk(child, parts, spans, times)
        parts.append(child.tail or "")
    inside = "".join(parts)[start:]
    span = start + len(inside) - len(inside.lstrip()), start + len(inside.rstrip())
    if element.tag == "EVENT":
        spans[element.get("eid", "")] = span
    elif element.tag == "TIMEX3":
        times[element.get("tid", "")] = Timex(span, element.get("value", ""))


def _ends(link: ET.Element) -> tuple[str | None, str | None, str]:
    """A link from an event to a time: its event, its time, its relation; no time for others."""
    kind = link.get("relType", "")
    if link.get("timeID"):
        return link.get("relatedToEventInstance"), link.get("timeID"), TURNED.get(kind, kind)
    return link.get("eventInstanceID"), link.get("relatedToTime"), kind


def printed(line: dict[str, Any], event: Linked) -> Given | None:
    """The time that a printed reading gives an event of the gold, if that is one of its own."""
    for said in line.get("statements", []):
        if said["cue"] and said["cue"][0] <= event.start < said["cue"][1]:
            return _given(line, said)
    lemmas = {
        token["lemma"].lower()
        for token in line.get("tokens", [])
        if token["start"] < event.end and event.start < token["end"]
    }
    for told in line.get("events", []):
        proof = told["evidence"]
        words = proof["rule"].removeprefix("event: ").split(",")[0].split()
        if proof["start"] <= event.start < proof["end"] and lemmas & set(words):
            return _given(line, told)
    return None


def _given(line: dict[str, Any], finding: dict[str, Any]) -> Given:
    if finding["time"] is None:
        return Given("none", {})
    return Given(finding["time_from"], line["times"][finding["time"]])


def judged(document: Document, event: Linked, ours: Given) -> str | None:
    """RIGHT, or what is wrong with the time that we give an event; None where the gold says
    nothing of it, or we give none."""
    held = [time for time, kind in event.links.items() if kind in IN]
    days = {day for time in held if (day := _day(document.times[time].value))}
    elsewhere = [time for time in held if time != document.own]
    if ours.source == "none":
        return None
    if _day(ours.time["start"] or ours.time["value"]) in days:
        return RIGHT
    if ours.source == "report":
        if elsewhere:
            return _where(document, event, elsewhere)
        kind = event.links.get(document.own)
        return None if kind is None else RIGHT if kind in IN | {"BEFORE"} else LASTS
    named = _named(document, ours.time["text"])
    if named is None:
        return None
    if event.links.get(named, "") in IN | PARTLY or _day(document.times[named].value) in days:
        return RIGHT
    if named in event.links:
        return BESIDE
    return _where(document, event, elsewhere) if elsewhere else None


def _named(document: Document, span: list[int] | None) -> str | None:
    """The time of the gold that overlaps some characters."""
    for time, (own, _) in document.times.items():
        if own and span and own[0] < span[1] and span[0] < own[1]:
            return time
    return None


def _where(document: Document, event: Linked, times: list[str]) -> str:
    """Whether the gold's time of an event stands in the event's sentence."""
    start = document.text.rfind(". ", 0, event.start) + 1
    end = document.text.find(". ", event.end)
    spans = [document.times[time].span for time in times]
    here = any(s and start <= s[0] and s[1] <= (end + 1 or len(document.text)) for s in spans)
    return OTHER_HERE if here else OTHER_FAR


def _day(value: str) -> str:
    """What two values must share to be of one day; nothing for a vague one."""
    return value[:10] if value[:1].isdigit() else ""


class Case(NamedTuple):
    """An event of the gold that is ours: what gives its time, the judgement on it, and whether
    the gold has it in a date of the text."""

    source: str
    judgement: str | None
    dated: bool
    where: str


def cases(document: Document, line: dict[str, Any]) -> Iterator[Case]:
    """The linked events of a document that are ours too."""
    for event in document.events:
        ours = printed(line, event)
        if ours is None:
            continue
        dates = [
            time
            for time, kind in event.links.items()
            if kind in IN and time != document.own and _day(document.times[time].value)
        ]
        where = _where(document, event, dates) if dates else ""
        yield Case(ours.source, judged(document, event, ours), bool(dates), where)


@cache
def _cases(gold: Path, most: int | None) -> list[Case]:
    documents = read(need(gold))
    if most and most < len(documents):
        documents = [documents[i * len(documents) // most] for i in range(most)]
    days = [document.published for document in documents]
    lines = inspect([document.text for document in documents], "--tokens", published=days)
    return [c for d, line in zip(documents, lines, strict=True) for c in cases(d, line)]


def figures(found: list[Case]) -> Figures:
    """Per cent of the times of each source that are right, and how many of these there are; per
    cent of the events dated in the text that have the right time."""
    shown: Figures = {}
    counts = Counter((case.source, case.judgement == RIGHT) for case in found if case.judgement)
    for source in SOURCES:
        right, wrong = counts[source, True], counts[source, False]
        shown[source] = 100 * right / (right + wrong) if right + wrong else 0.0
        shown[f"{source}, judged"] = float(right + wrong)
    dated = [case.judgement == RIGHT for case in found if case.dated]
    shown["found"] = 100 * sum(dated) / len(dated) if dated else 0.0
    shown["found, right"] = float(sum(dated))
    return shown


def evaluate(gold: Path = TIMEBANK, most: int | None = None) -> Figures:
    """The figures over a gold."""
    return figures(_cases(gold, most))


def errors(gold: Path = TIMEBANK, most: int | None = None) -> list[ErrorClass]:
    """What goes wrong over a gold, by class."""
    counts: Counter[tuple[str, str]] = Counter()
    for case in _cases(gold, most):
        if case.judgement not in {None, RIGHT}:
            counts[case.source, str(case.judgement)] += 1
        elif case.dated and case.judgement is None:
            counts["found", NOTHING] += case.source == "none"
    return [
        ErrorClass(figure, name, count, EXAMPLES[name])
        for (figure, name), count in sorted(counts.items(), key=lambda c: (-c[1], c[0]))
        if count
    ]


if __name__ == "__main__":
    arguments_given = arguments(__doc__, TIMEBANK)
    show(
        f"times of events: {arguments_given.gold}",
        evaluate(arguments_given.gold, arguments_given.documents),
    )
