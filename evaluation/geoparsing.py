"""Places: which toponyms are found, and where they are said to lie, on GeoWebNews and LGL.

Gold of recognition:
- GeoWebNews (Gritta, Pilehvar and Collier 2020): the toponyms that the corpus gives a point, 2,601
  of its 2,720: literal ones, modifiers ("Canadian wheat", "the Lima court"), metonymic and mixed
  ones, coerced ones (buildings), and those inside other names. Languages, people ("Canadians"),
  homonyms, expressions without a name and names that hold no place have none and are no gold.
- LGL (Lieberman et al. 2010): all 5,088, with or without a record of GeoNames.

Two ways to match, each one to one: `F1` as the platform EUPEG does, from which Stanford NER's
figure is (Wang and Hu 2019): the middles of the two stretches lie less than ten characters apart.
`F1 exact` wants the same characters. Every place of the reading counts, whatever its role; the
reading has no place rows for nationalities and for parts of other names, so those of the gold are
missed.

Resolution, of the toponyms that are found (overlapping stretches) and have a point in the gold: the
share with the right country, and within 161 km (100 miles). The same number in GeoNames is no
distance at all, since the point of a state is where each gazetteer likes to put it; without a point
is wrong. The country of a gold record is the one it names, or else that of the nearest town, but
for continents, seas and what else lies in several. These shares are over the toponyms that the
embedded gazetteer holds: under this name, the gold's normalised name or its name in GeoNames, by
number or within 161 km; with `all` they are over all toponyms found. Mean and median of the
distance in km and AUC (the area under the logarithms of the distances, in per cent, 0 is best;
Gritta et al.) are over the toponyms that were given a point.

    python -m evaluation.geoparsing --gold FILE [--documents N]
"""

from __future__ import annotations

import math
import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from evaluation.inspecting import CORPORA, f1, inspect, need
from evaluation.report import ErrorClass, Figures, arguments, show
from evaluation.toponyms import (
    NEAR,
    Document,
    Toponym,
    country,
    distance,
    held,
    is_state,
    read,
)

GWN = CORPORA / "geoparsing" / "GWN.xml"
LGL = CORPORA / "geoparsing" / "lgl.xml"

HALF_ROUND = math.pi * 6371.0
"""Kilometres: no two points of the Earth lie further apart."""
BESIDE = 10
"""Characters by which the middles of two stretches may differ (EUPEG)."""

Reading = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Found:
    """A gold toponym and the place of the reading that overlaps it, if one does."""

    gold: Toponym
    place: dict[str, Any] | None


# Matching.


def match(gold: Sequence[Toponym], places: Sequence[dict[str, Any]]) -> list[tuple[int, int]]:
    """Pairs of indices, one to one: the same stretch first, then those that overlap most, then
    those whose middles lie nearest."""
    pairs = []
    for i, toponym in enumerate(gold):
        for j, place in enumerate(places):
            start, end = place["span"]
            apart = abs(toponym.start + toponym.end - start - end) / 2
            overlap = min(toponym.end, end) - max(toponym.start, start)
            if apart < BESIDE:
                same = (toponym.start, toponym.end) == (start, end)
                pairs.append((not same, -max(overlap, 0), apart, i, j))
    left: set[int] = set()
    right: set[int] = set()
    chosen = []
    for _, _, _, i, j in sorted(pairs):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            chosen.append((i, j))
    return sorted(chosen)


def _overlap(toponym: Toponym, place: dict[str, Any]) -> bool:
    start, end = place["span"]
    return bool(toponym.start < end and start < toponym.end)


def _resolved(documents: Sequence[Document], lines: Sequence[Reading]) -> list[Found]:
    found = []
    for document, line in zip(documents, lines, strict=True):
        places = line.get("places", [])
        pairs = dict(match(document.toponyms, places))
        for i, toponym in enumerate(document.toponyms):
            place = places[pairs[i]] if i in pairs else None
            hit = place is not None and _overlap(toponym, place)
            found.append(Found(toponym, place if hit else None))
    return found


def error(found: Found) -> float | None:
    """Kilometres between gold and reading; None where one of them has no point."""
    gold, place = found.gold, found.place
    if place is None or gold.point is None:
        return None
    if gold.geonameid is not None and place["geonameid"] == gold.geonameid:
        return 0.0
    if place["lat"] is None:
        return None
    return distance(gold.point, (place["lat"], place["lon"]))


# Figures.


@cache
def _documents(gold: Path, most: int | None) -> tuple[Document, ...]:
    documents = read(need(gold))
    if most and most < len(documents):
        documents = [documents[i * len(documents) // most] for i in range(most)]
    return tuple(documents)


@cache
def _lines(gold: Path, most: int | None) -> tuple[Reading, ...]:
    return tuple(inspect([d.text for d in _documents(gold, most)]))


def evaluate(gold: Path = GWN, most: int | None = None) -> Figures:
    """Recognition and resolution in per cent; counts, kilometres and AUC as they are."""
    documents, lines = _documents(gold, most), _lines(gold, most)
    return recognition(documents, lines) | resolution(_resolved(documents, lines))


def recognition(documents: Sequence[Document], lines: Sequence[Reading]) -> Figures:
    """P, R and F1 as EUPEG matches, and F1 of the exact stretches."""
    golden = sum(len(d.toponyms) for d in documents)
    system = right = exact = 0
    for document, line in zip(documents, lines, strict=True):
        places = line.get("places", [])
        spans = {tuple(p["span"]) for p in places}
        system += len(places)
        right += len(match(document.toponyms, places))
        exact += len({(t.start, t.end) for t in document.toponyms} & spans)
    return f1(right, golden, system) | {"F1 exact": f1(exact, golden, system)["F1"]}


def resolution(found: Sequence[Found]) -> Figures:
    """Country and distance of the toponyms found, all of them and those the gazetteer holds."""
    told = [f for f in found if f.place is not None and f.gold.point is not None]
    have = [f for f in told if held(f.gold)]
    errors = sorted(e for f in told if (e := error(f)) is not None)
    figures = {
        "country": _share([_right_country(f) for f in have if country(f.gold)]),
        "within 161 km": _share([_near(f) for f in have]),
        "country, all": _share([_right_country(f) for f in told if country(f.gold)]),
        "within 161 km, all": _share([_near(f) for f in told]),
        "found with a point in the gold": float(len(told)),
        "not in the gazetteer": float(len(told) - len(have)),
    }
    if errors:
        logs = sum(math.log1p(e) / math.log(HALF_ROUND) for e in errors) / len(errors)
        figures |= {"mean km": statistics.fmean(errors), "median km": statistics.median(errors)}
        figures |= {"AUC": 100 * logs}
    return figures


def _share(right: Sequence[bool]) -> float:
    return 100 * sum(right) / len(right) if right else 0.0


def _right_country(found: Found) -> bool:
    return found.place is not None and found.place["country"] == country(found.gold)


def _near(found: Found) -> bool:
    off = error(found)
    return off is not None and off <= NEAR


# What goes wrong.

_MISSED = {
    "adjective": ("an adjective of a nation or region", "“Peruvian officers”, as Peru"),
    "Embedded": ("part of another name", "“the Lima Stock Exchange”, as Lima"),
    "Coercion": ("a building or event taken for its place", "“at the Miller Grocery”"),
    "apart": ("another stretch was taken", "“the Gulf of Riga coast” for “Gulf of Riga”"),
    "organization": ("taken for an organization", "“Boxholm won twice”"),
    "person": ("taken for a person", "“Victoria voted”"),
    "known": ("known to the gazetteer, not taken for a place", "“SIBIU: two hurt”"),
    "unknown": ("unknown to the gazetteer, not taken for a place", "“on Elm Lane”"),
}
_SPURIOUS = {
    "apart": ("people, a language or a namesake", "“the Chileans”"),
    "overlap": ("another stretch than the gold's", "“Lake Sevan shore” for “Lake Sevan”"),
    "venue": ("taken for a place where something happens", "“at Harbour View”"),
    "other": ("no place to the gold", "“Dawn said”"),
}
_WRONG = {
    "no point": ("no point given", "“the Aller valley”"),
    "unheld": ("the gazetteer lacks the place", "a hamlet taken for the town of its name"),
    "state": ("a town for a state, or a state for a town", "“Georgia”, as a town in Cuba"),
    "province": ("a town for a province or county of its name, or the reverse", "“Córdoba”"),
    "country": ("a namesake in another country", "“Valencia”, as the one in Venezuela"),
    "same": ("a namesake in the same country", "“Springfield”, as the one in Ohio"),
}


def errors(gold: Path = GWN, most: int | None = None) -> list[ErrorClass]:
    """Classes of missed, spurious and wrongly placed toponyms, counted over the gold."""
    documents, lines = _documents(gold, most), _lines(gold, most)
    missed: Counter[str] = Counter()
    spurious: Counter[str] = Counter()
    for document, line in zip(documents, lines, strict=True):
        pairs = match(document.toponyms, line.get("places", []))
        hit, used = {i for i, _ in pairs}, {j for _, j in pairs}
        missed.update(_why_missed(t, line) for i, t in enumerate(document.toponyms) if i not in hit)
        spurious.update(
            _why_spurious(p, document)
            for j, p in enumerate(line.get("places", []))
            if j not in used
        )
    found = _resolved(documents, lines)
    told = (f for f in found if f.place is not None and f.gold.point is not None)
    wrong = Counter(_why_wrong(f) for f in told if not _near(f))
    return [
        *_classes("R", _MISSED, missed),
        *_classes("P", _SPURIOUS, spurious),
        *_classes("within 161 km, all", _WRONG, wrong),
    ]


def _classes(
    figure: str, words: dict[str, tuple[str, str]], counted: Counter[str]
) -> Iterator[ErrorClass]:
    for key, count in counted.most_common():
        yield ErrorClass(figure, words[key][0], count, words[key][1])


def _why_missed(gold: Toponym, line: Reading) -> str:
    if gold.kind.endswith("adjective"):
        return "adjective"
    for kind in ("Embedded", "Coercion"):
        if gold.kind.startswith(kind):
            return kind
    if any(_overlap(gold, place) for place in line.get("places", [])):
        return "apart"
    for name in line.get("names", []):
        start, end = name["start"], name["end"]
        if not (gold.start < end and start < gold.end):
            continue
        if name["type"] == "nationality":
            return "adjective"
        if start <= gold.start and gold.end <= end and (start, end) != (gold.start, gold.end):
            return "Embedded"
        if name["type"] in {"organization", "person"}:
            return str(name["type"])
    return "known" if gold.point is not None and held(gold) else "unknown"


def _why_spurious(place: dict[str, Any], document: Document) -> str:
    start, end = place["span"]
    if any(t.start < end and start < t.end for t in document.toponyms):
        return "overlap"
    kinds = {kind for a, b, kind in document.apart if a < end and start < b}
    if kinds & {"Demonym", "Language", "Homonym"}:
        return "apart"
    return "venue" if place["role"] == "venue" else "other"


def _level(feature: str) -> str:
    if re.match(r"PCL|CONT|RGN", feature):
        return "state"
    return {"P": "town", "A": "province"}.get(feature[:1], "")


def _why_wrong(found: Found) -> str:
    gold, place = found.gold, found.place
    if place is None or place["lat"] is None:
        return "no point"
    if not held(gold):
        return "unheld"
    ours = _level(place["feature"] or "")
    theirs = "state" if is_state(gold) else _level(gold.feature)
    if "state" in {ours, theirs} and ours != theirs:
        return "state"
    if {ours, theirs} == {"town", "province"}:
        return "province"
    return "same" if place["country"] == country(gold) else "country"


if __name__ == "__main__":
    given = arguments(__doc__, GWN)
    show(f"places: {given.gold}", evaluate(given.gold, given.documents))
    for mistake in errors(given.gold, given.documents):
        print(f"  {mistake.figure:20} {mistake.count:5} {mistake.name}")
