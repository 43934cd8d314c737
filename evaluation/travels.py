"""Journeys: how many notes of a journey give a meeting or visit with its traveller, country, place
and dates.

Takes the folder `travels` of the Office of the Historian, the journeys of Presidents and
Secretaries of State since 1990, and writes each as a note: a dateline of place and days, the
traveller, and the list's own remark. How a note is put is no part of the list, so there are several
`CARRIERS`; the figures are of the first, and `all` of each of the others is printed beside them. A
note is right when one printed event that has taken place, of type CONSULT, has among its parties a
person of the traveller's last name, stands in the country (its place lies there, or it has that
state for a party) and at one of the towns of the row, from the day it names to the day it names.
Scored is the fifth of the rows that is kept back by a hash of their ids (office_gold.py).

    python -m evaluation.travels --gold FOLDER [--documents N] [--worked-on]
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Any

from evaluation.inspecting import inspect, need
from evaluation.office_gold import code, held_back, plain, rows, spoken, words
from evaluation.offices import TRAVELS
from evaluation.report import ErrorClass, Figures, arguments, show

SINCE = "1990"
EVERY = 3
"""The notes of which one is scored by the carriers after the first, evenly spread."""
PARTS = ("traveller", "country", "place", "start", "end")
SUPPOSED = frozenset({"future", "hypothetical", "negation"})

_SAME = {
    "SUN": "RUS", "YUG": "SRB", "SCG": "SRB", "CSK": "CZE", "DDR": "DEU", "XKX": "SRB", "ZAR": "COD"
}  # fmt: skip
"""States that a later map knows by another code."""
_BESIDE_CODES = {"West Bank": "PSE", "Gaza": "PSE", "Antarctica": "ATA"}
"""Lands that are no states, as the map codes their towns."""
_BESIDE = {"PSE": {"PSE", "ISR"}}
"""What lies in a land that is not a state of its own to all: the country of its towns."""

_CLASSES = {
    "none": ("no meeting or visit was found", "LIMA, May 3–4, 1994 — Secretary Lind. Rested."),
    "traveller": (
        "the event is of those whom the traveller met alone",
        "Secretary Lind. Premier Okoye and Minister Sato met with exiles.",
    ),
    "country": ("the place lies elsewhere", "VALENCIA, Venezuela, May 3, 1994"),
    "place": (
        "the place is one that the remark speaks of",
        "LIMA … Discussed the summit in Quito with President Rojas.",
    ),
    "start": (
        "the day is one that the remark names",
        "LIMA, May 3–5, 1994 … Met with President Rojas on May 4.",
    ),
    "end": ("the end of the days is not kept", "LIMA, February 27–March 2, 1994"),
}


@dataclass(frozen=True)
class Journey:
    """A row of the list. `countries`: the codes that a place of it may have; `towns`: the names
    that it may go by, folded; `start` and `end` in ISO 8601."""

    id: str
    office: str
    name: str
    start: date
    end: date
    country: str
    locale: str
    remark: str
    countries: frozenset[str]
    towns: frozenset[str]

    @property
    def days(self) -> str:
        """ "March 3, 1994", "March 3–5, 1994", "March 30–April 2, 1994"."""
        a, b = self.start, self.end
        if a == b:
            return _day(a)
        if a.year != b.year:
            return f"{_day(a)}–{_day(b)}"
        if a.month != b.month:
            return f"{a:%B} {a.day}–{b:%B} {b.day}, {b.year}"
        return f"{a:%B} {a.day}–{b.day}, {b.year}"

    @property
    def days_first(self) -> str:
        """ "3 March 1994", "3-5 March 1994", "30 March - 2 April 1994"."""
        a, b = self.start, self.end
        if a == b:
            return f"{a.day} {a:%B %Y}"
        if a.year != b.year:
            return f"{a.day} {a:%B %Y} - {b.day} {b:%B %Y}"
        if a.month != b.month:
            return f"{a.day} {a:%B} - {b.day} {b:%B %Y}"
        return f"{a.day}-{b.day} {b:%B %Y}"

    @property
    def city(self) -> str:
        """The first town, or the country where there is none."""
        return re.split(r",| \(", self.locale)[0] or spoken(self.country).removeprefix("the ")

    @property
    def land(self) -> str:
        """The country, as a sentence names it."""
        return spoken(self.country)

    @property
    def holder(self) -> str:
        """ "President Ana Rojas", "Secretary of State Ana Rojas"."""
        return f"{self.office} {self.name}"

    @property
    def going_on(self) -> str:
        """The remark as it goes on after its subject."""
        return self.remark[:1].lower() + self.remark[1:]


def _day(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"


def _line(j: Journey) -> str:
    return f"{j.city.upper()}, {j.land.removeprefix('the ')}" if j.locale else j.city.upper()


def _span(j: Journey) -> str:
    if j.start == j.end:
        return f"on {_day(j.start)}"
    return f"from {j.start:%B} {j.start.day} to {_day(j.end)}"


CARRIERS: dict[str, Callable[[Journey], str]] = {
    "dateline, name. remark": lambda j: f"{_line(j)}, {j.days} — {j.holder}. {j.remark}",
    "country in brackets": lambda j: (
        f"{j.city.upper()}, {j.days} ({j.land.removeprefix('the ')}) - {j.holder}. {j.remark}"
    ),
    "name: remark": lambda j: f"{_line(j)}, {j.days} - {j.holder}: {j.remark}",
    "day first": lambda j: f"{_line(j)}, {j.days_first} - {j.holder}. {j.remark}",
    "name in a line above": lambda j: (
        f"{j.name} ({j.office.upper()})\n\n{_line(j)}, {j.days} — {j.remark}"
    ),
    "subject of the remark": lambda j: f"{_line(j)}, {j.days} — {j.holder} {j.going_on}",
    "visited, remark": lambda j: (
        f"{j.city.upper()}, {j.days} — {j.holder} visited {j.land}. {j.remark}"
    ),
    "town in small letters": lambda j: (
        f"{_line(j).replace(j.city.upper(), j.city)}, {j.days}: "
        f"The {j.office}, {j.name}. {j.remark}"
    ),
    "visited from … to": lambda j: (
        f"{j.city.upper()}, {_day(j.end)} - {j.holder} visited {j.city}, {j.land}, {_span(j)}. "
        f"{j.remark}"
    ),
    "journey to": lambda j: (
        f"{j.city.upper()}, {j.days} — {j.holder} travelled to {j.city}, {j.land}. {j.remark}"
    ),
}


def journeys(folder: Path) -> Iterator[Journey]:
    """The rows since 1990 whose country is known."""
    for row in rows(folder, "trip"):
        start, end = row.findtext("start-date") or "", row.findtext("end-date") or ""
        country, locale = words(row.find("country")), words(row.find("locale"))
        land = _BESIDE_CODES.get(country) or code(country)
        if start < SINCE or not land or not words(row.find("remarks")):
            continue
        towns = [plain(t) for t in re.split(r"[,()/;]| and ", locale) if t.strip()]
        yield Journey(
            f"travels/{row.findtext('id')}",
            "President" if row.get("role") == "president" else "Secretary of State",
            words(row.find("name")),
            date.fromisoformat(start),
            date.fromisoformat(end),
            country,
            locale,
            words(row.find("remarks")),
            frozenset({land, _SAME.get(land, land)} | _BESIDE.get(land, set())),
            frozenset(towns or [plain(spoken(country).removeprefix("the "))]),
        )


def judge(journey: Journey, line: dict[str, Any]) -> frozenset[str]:
    """Which parts the best of the printed events has right; nothing where there is no event."""
    best: frozenset[str] = frozenset()
    for event in line.get("events", ()):
        if event["type"] != "CONSULT" or SUPPOSED & {*event["aux"]}:
            continue
        best = max(best, _right(journey, line, event), key=lambda r: (len(r), "traveller" in r))
    return best


def _right(journey: Journey, line: dict[str, Any], event: dict[str, Any]) -> frozenset[str]:
    right = {"event"}
    people = [line["actors"][i] for i in (*event["actors"], *event["recipients"], *event["hosts"])]
    last = plain(journey.name).split()[-1]
    if any(p["type"] == "person" and plain(p["name"]).split()[-1:] == [last] for p in people):
        right.add("traveller")
    place = line["places"][event["place"]] if event["place"] is not None else None
    lands = {p["country"] for p in people if p["type"] == "state"}
    if journey.countries & (lands | {place["country"] if place else None}):
        right.add("country")
    if place and plain(place["name"]) in journey.towns:
        right.add("place")
    time = line["times"][event["time"]] if event["time"] is not None else None
    if time and (time["start"] or "")[:10] == journey.start.isoformat():
        right.add("start")
    if time and (time["end"] or time["start"] or "")[:10] == journey.end.isoformat():
        right.add("end")
    return frozenset(right)


Answer = tuple[Journey, frozenset[str]]


@cache
def answers(gold: Path, most: int | None, kept_back: bool, carrier: str) -> tuple[Answer, ...]:
    """Every journey of one part, put by one carrier, with what is right of it."""
    items = [j for j in journeys(need(gold)) if held_back(j.id) == kept_back]
    if most and most < len(items):
        items = [items[i * len(items) // most] for i in range(most)]
    lines = inspect([CARRIERS[carrier](item) for item in items])
    return tuple((item, judge(item, line)) for item, line in zip(items, lines, strict=True))


def evaluate(gold: Path = TRAVELS, most: int | None = None, kept_back: bool = True) -> Figures:
    """Per cent of the notes that have everything right (`all`), and each part, by the first
    carrier; then `all` by each of the others, of one note in `EVERY`, and the lowest and the mean
    of all of them."""
    first, *others = CARRIERS
    found = answers(gold, most, kept_back, first)
    score = partial(answers, gold, max(1, len(found) // EVERY), kept_back)
    figures = {"all": _share(found, *PARTS)}
    figures |= {part: _share(found, part) for part in PARTS}
    told = {name: _share(score(name), *PARTS) for name in others}
    every = [figures["all"], *told.values()]
    summary = {"all, mean of carriers": sum(every) / len(every), "all, lowest": min(every)}
    return figures | told | summary | {"journeys": float(len(found))}


def _share(found: tuple[Answer, ...], *parts: str) -> float:
    return 100 * sum(right.issuperset(parts) for _, right in found) / max(1, len(found))


def errors(gold: Path = TRAVELS) -> list[ErrorClass]:
    """What is wrong with the notes of the first carrier that are not right, the first part each."""
    counts: Counter[str] = Counter()
    for _, right in answers(gold, None, True, next(iter(CARRIERS))):
        if not right:
            counts["none"] += 1
        elif wrong := next((part for part in PARTS if part not in right), None):
            counts[wrong] += 1
    return [
        ErrorClass("all", _CLASSES[kind][0], count, _CLASSES[kind][1])
        for kind, count in counts.most_common()
    ]


def main() -> None:
    """Print the figures of one folder."""
    worked_on = "--worked-on" in sys.argv
    sys.argv = [a for a in sys.argv if a != "--worked-on"]
    given = arguments(__doc__, TRAVELS)
    show(f"journeys: {given.gold}", evaluate(given.gold, given.documents, not worked_on))


if __name__ == "__main__":
    main()
