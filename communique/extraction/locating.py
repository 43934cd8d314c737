"""Which place each name of a report means, all names weighed together.

First the names that can mean hardly anything else, nationalities, the country of the paper and
"Salem, Oregon" say of which countries and divisions the report speaks; then every name takes the
likeliest of its senses in their light, and once more with the places so found as neighbours. A name
means one place in a report unless the text itself says otherwise. The weights were set by hand and
tried on every other report of LGL; none is sharp: halved or doubled, most move the share of places
within 161 km by less than half a point.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from communique.extraction.atlas import Site
from communique.extraction.besides import PROVINCE, Said, Where, options, said
from communique.extraction.leanings import Hint, Weights
from communique.extraction.senses import Sense
from communique.model.text import Span

CLEAR = 2.0
"""Tenfolds by which a sense leads the next where a name counts as evidence for other names."""
SURE = 0.5
"""The lead, after the first round, from which a place counts as a neighbour of others."""
AGAIN = 0.5
"""What such a place weighs as evidence in the second round, beside 1 for a clear name."""
PRESENT, SHARE = 2.0, 2.0
"""For a country that the report speaks of, and for all of the report being about it."""
DIVISION_PRESENT, DIVISION_SHARE = 0.5, 2.0
SAID, SAID_DIVISION = 6.0, 1.5
NEIGHBOURS = ((60.0, 2.0), (160.0, 1.4), (400.0, 0.7))
"""Kilometres to the nearest other town of the report, and what that is worth."""
DEGREE = 111.2
ALIKE = 3.5
"""For a state in a list of states: "Oregon and Washington"."""
LEAST_OTHER = 2.0
"""Below it an other name of a town is rather somebody's surname."""
SMALL_TOWN, SMALL_PROVINCE = 5.2, 5.6
"""A town of under 15,000 people, or a province whose seat has its name, in a country the report
does not speak of is not believed where it clearly speaks of others."""
FOREIGN = 3.0


@dataclass(frozen=True, slots=True)
class Located:
    """Where a name lies, if that is known, and why there."""

    site: Site | None
    why: str


@dataclass(slots=True)
class _Name:
    """A name of the report: its senses, and where the text says that it lies."""

    words: str
    senses: tuple[Sense, ...]
    said: Said
    count: int = 0
    alike: bool = False
    chosen: Sense | None = None
    lead: float = 0.0
    reasons: tuple[str, ...] = ()


def locate(
    chars: str, spans: Sequence[Span], hints: Sequence[Hint], counties: frozenset[Span]
) -> list[Located]:
    """Where the names at some spans lie, in their order. `counties` are those in a list that ends
    in "counties"."""
    names = _names(chars, spans, counties)
    _mark_lists(chars, spans, names)
    distinct = list({id(name): name for name in names}.values())
    weights = _weigh(distinct, hints)
    for name in distinct:
        _choose(name, weights, ())
    points, weights = _points(distinct), _weigh(distinct, hints)
    for name in distinct:
        _choose(name, weights, points)
    found = {id(name): _located(name) for name in distinct}
    return [found[id(name)] for name in names]


def _names(chars: str, spans: Sequence[Span], counties: frozenset[Span]) -> list[_Name]:
    """The name at each span; spans with one name that are said to lie in one place share it."""
    words = [" ".join(chars[span.start : span.end].split()) for span in spans]
    usual = {name.casefold(): name for name in reversed(words) if not name.isupper()}
    words = [_usual(name, usual) for name in words]
    where = [said(chars, span) for span in spans]
    told = reversed(list(zip(words, where, strict=True)))
    known = {name: found for name, found in told if found.areas}
    names: dict[tuple[str, str, tuple[Where, ...]], _Name] = {}
    result = []
    for span, name, found in zip(spans, words, where, strict=True):
        kind = "province" if PROVINCE.match(chars, span.end) else ""
        kind = "county" if span in counties else kind
        found = found if found.areas else known.get(name, found)
        key = name, kind, found.areas
        if key not in names:
            names[key] = _Name(name, options(name, kind), found)
        names[key].count += 1
        result.append(names[key])
    return result


def _usual(name: str, usual: Mapping[str, str]) -> str:
    """A name as the report writes it elsewhere, where it stands in capitals."""
    if not name.isupper() or len(name) < 5 or "." in name:
        return name
    return usual.get(name.casefold(), name.title())


_LIST = re.compile(r",? (?:and|or) |, (?:and |or )?")


def _mark_lists(chars: str, spans: Sequence[Span], names: Sequence[_Name]) -> None:
    """Mark the names beside a name that can only be a state or province, in one list with it."""
    for n in range(len(spans) - 1):
        one, two = names[n], names[n + 1]
        if _LIST.fullmatch(chars, spans[n].end, spans[n + 1].start):
            one.alike = one.alike or _is_division(two)
            two.alike = two.alike or _is_division(one)


def _is_division(name: _Name) -> bool:
    found = name.senses
    return bool(found) and found[0].feature == "ADM1" and _lead(found) >= SURE


def _lead(senses: Sequence[Sense]) -> float:
    return senses[0].prior - senses[1].prior if len(senses) > 1 else CLEAR


@dataclass(frozen=True, slots=True)
class _Point:
    lat: float
    lon: float
    words: str


def _points(names: Iterable[_Name]) -> tuple[_Point, ...]:
    """The towns and counties that the first round was sure of."""
    found = []
    for name in names:
        site = name.chosen.site if name.chosen else None
        if site is None or site.lat is None or site.lon is None:
            continue
        if (name.said.areas or name.lead >= SURE) and _is_small(site.feature or ""):
            found.append(_Point(site.lat, site.lon, name.words))
    return tuple(found)


def _is_small(feature: str) -> bool:
    return feature.startswith(("PPL", "ADM2", "BLDG", "PAL"))


# What a report speaks of.


def _weigh(names: Iterable[_Name], hints: Sequence[Hint]) -> Weights:
    """What hints and the clear names of a report speak for; in the second round also the names
    that the first was sure of."""
    weights = Weights()
    for hint in hints:
        weights.add((hint.country, ""), hint.weight, hint.words)
    for name in names:
        weight = math.sqrt(name.count)
        areas = [a for a in name.said.areas if any(_said_bonus(s, [a]) for s in name.senses)]
        if areas:
            weights.add(areas[0], weight, name.words)
        elif name.senses and _lead(name.senses) >= CLEAR:
            weights.add(_where(name.senses[0]), weight, name.words)
        elif name.chosen and name.lead >= SURE:
            weights.add(_where(name.chosen), weight * AGAIN, name.words)
    return weights


def _where(sense: Sense) -> Where:
    division = "" if sense.kind in {"state", "capital"} else sense.division
    return sense.site.country or "", division


# Weighing.


def _choose(name: _Name, weights: Weights, points: Sequence[_Point]) -> None:
    """Give a name its likeliest sense, with its lead over the next and the reasons."""
    name.chosen, second = None, -math.inf
    best = -math.inf
    for sense in name.senses:
        score, reasons = _score(sense, name, weights, points)
        if score > best:
            best, second = score, best
            name.chosen, name.reasons = sense, reasons
        else:
            second = max(second, score)
    name.lead = min(best - second, CLEAR)
    if name.chosen is None:
        return
    rest = weights.total - weights.own[name.words]
    least = SMALL_TOWN if name.chosen.kind == "town" else SMALL_PROVINCE
    foreign = not name.reasons and rest >= FOREIGN and name.chosen.prior < least
    if foreign or (best < LEAST_OTHER and not name.chosen.main):
        name.chosen = None


def _score(
    sense: Sense, name: _Name, weights: Weights, points: Sequence[_Point]
) -> tuple[float, tuple[str, ...]]:
    """How likely a sense is in its report, and what speaks for it beside the prior."""
    score, reasons = sense.prior, []
    where = _where(sense)
    if name.said.areas and (bonus := _said_bonus(sense, name.said.areas)):
        score += bonus
        reasons.append(f"the text puts it in {name.said.words}")
    whole = weights.total - weights.own[name.words] + 1
    if where[1] and (weight := weights.without(where, name.words)):
        score += DIVISION_PRESENT * min(1.0, weight) + DIVISION_SHARE * weight / whole
        _add(reasons, "in view of {}", weights.chief(where, name.words))
    country = (where[0], "")
    weight = weights.without(country, name.words)
    if name.senses[0].kind == "state" and sense.kind != "state":
        # A town or division with a state's name needs more than that its country is spoken of.
        weight = min(weight, weights.inner[where[0]])
    if weight:
        score += PRESENT * min(1.0, weight) + SHARE * weight / whole
        if not reasons:
            _add(reasons, "in view of {}", weights.chief(country, name.words))
    if name.alike and sense.feature == "ADM1":
        score += ALIKE
        reasons.append("it stands in a list of states")
    if points and _is_small(sense.feature):
        bonus, near = _neighbour(sense, name, points)
        score += bonus
        if near:
            _add(reasons, "{} is not far", near)
    return score, tuple(reasons)


def _add(reasons: list[str], why: str, words: str) -> None:
    """Add a reason whose words no other has."""
    if not any(words in reason for reason in reasons):
        reasons.append(why.format(words))


def _said_bonus(sense: Sense, where: Sequence[Where]) -> float:
    """What it is worth that the text puts a name in these places; a division lies in none."""
    country, division = sense.site.country, sense.division
    if any(d for _, d in where):
        if sense.feature.startswith(("PCL", "ADM1")):
            return 0.0
        if division and (country, division) in where:
            return SAID + SAID_DIVISION
        return SAID if not division and any(c == country for c, _ in where) else 0.0
    same = any(c == country for c, _ in where)
    return SAID if same and not sense.feature.startswith("PCL") else 0.0


def _neighbour(sense: Sense, name: _Name, points: Sequence[_Point]) -> tuple[float, str]:
    """What the nearest other town of the report is worth, and which it is."""
    lat, lon = sense.site.lat, sense.site.lon
    if lat is None or lon is None:
        return 0.0, ""
    narrow = math.cos(math.radians(lat))
    far, near = NEIGHBOURS[-1][0] / DEGREE, ""
    for point in points:
        up = abs(point.lat - lat)
        if up >= far or point.words == name.words:
            continue
        off = math.hypot(up, (point.lon - lon) * narrow)
        if off < far:
            far, near = off, point.words
    worth = next((w for km, w in NEIGHBOURS if far * DEGREE <= km), 0.0) if near else 0.0
    return worth, near


# Why.


def _located(name: _Name) -> Located:
    sense = name.chosen
    if sense is not None:
        return Located(sense.site, _why(name, sense))
    if name.senses:
        return Located(None, "no place of this name lies where the report speaks of")
    return Located(None, "no gazetteer knows it")


def _why(name: _Name, sense: Sense) -> str:
    """What the place is, of how many, and what speaks for it."""
    others = len(name.senses) - 1
    kind = "capital" if sense.feature == "PPLC" else sense.kind
    if not others:
        return f"{kind}, the only place of its name"
    reasons = list(name.reasons)
    if not reasons or sense is name.senses[0]:
        reasons.append("the largest" if kind in {"town", "city"} else "the best known")
    return f"{kind}, one of {others + 1} places of its name: {'; '.join(reasons)}"
