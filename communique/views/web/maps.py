"""The map of the places that something is told about: what the template draws as SVG."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from communique.lexicon.gazetteer import countries
from communique.store.answers import PlaceMention
from communique.views.web.outlines import Point, Ring, mainland, rings
from communique.views.web.words import cite_span, country_name

WIDE = 480.0
"""Units of the picture's width."""
GRID = 0.6
"""Units of the picture between the points that its outlines may run through."""
TALLEST, FLATTEST = 0.8, 0.5
"""Height as a part of the width."""
LEAST = 12.0
"""Degrees of latitude that a map shows at least: around one town, its country and neighbours."""
ROLES = ("venue", "dateline", "topic", "actor")
LETTER, LINE = 7.0, 14.0
"""Width and height of a letter of a label."""
MOST_LABELS = 14
"""Places whose names are written; the others tell theirs when one points at them."""
MOST_COUNTRIES = 8
"""Names of countries around them."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with its mentions. `x`, `y` and `r` in units of the picture, None where nothing is
    known of where it lies; `area` for a country or region, which its dot is only the middle of;
    `role` the one it has most; `label_x`, `label_y` and `anchor` as in SVG, no anchor where there
    is no room for the name."""

    name: str
    entity: str | None
    country: str | None
    area: bool
    role: str
    roles: tuple[tuple[str, int], ...]
    mentions: tuple[PlaceMention, ...]
    x: float | None = None
    y: float | None = None
    r: float = 0.0
    label_x: float = 0.0
    label_y: float = 0.0
    anchor: str = ""

    @property
    def title(self) -> str:
        """The place in a line: "Oslo, Norway: venue 2, topic 1"."""
        where = country_name(self.country)
        words = ", ".join(f"{role} {count}" for role, count in self.roles)
        return f"{self.name}{f', {where}' if where and where != self.name else ''}: {words}"

    @property
    def href(self) -> str:
        """The address of the first mention in the role that it has most."""
        first = next(m for m in self.mentions if m.role == self.role)
        return cite_span(first.report, first.start, first.end)

    @property
    def known(self) -> PlaceMention:
        """The mention that most is known of."""
        return next((m for m in self.mentions if m.lat is not None), self.mentions[0])


@dataclass(frozen=True, slots=True)
class Land:
    """A country as an SVG path; `named` where it is one of the places."""

    path: str
    country: str
    named: bool


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a country that is only there for orientation, around its middle."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Map:
    """Places on a map, the most mentioned first; `height` in units of the picture, 0 where no
    place can be drawn; `names` of the countries around."""

    height: float
    lands: tuple[Land, ...]
    spots: tuple[Spot, ...]
    names: tuple[Name, ...] = ()

    @property
    def drawn(self) -> tuple[Spot, ...]:
        """Those that lie on the map, the largest first, so that the small lie on top."""
        return tuple(spot for spot in self.spots if spot.x is not None)

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles that its dots have."""
        return tuple(role for role in ROLES if any(spot.role == role for spot in self.drawn))


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of the world that is shown: equirectangular, true in its middle latitude. Degrees;
    `east` may lie beyond 180."""

    west: float
    south: float
    east: float
    north: float

    @property
    def scale(self) -> tuple[float, float]:
        """Units of the picture in a degree of longitude and of latitude."""
        high = WIDE / ((self.east - self.west) * _squeeze(self.south, self.north))
        return WIDE / (self.east - self.west), high

    @property
    def height(self) -> float:
        """The height of the picture."""
        return round((self.north - self.south) * self.scale[1], 1)

    def project(self, lon: float, lat: float) -> Point:
        """Where a point lies in the picture."""
        right, up = self.scale
        return (lon - self.west) * right, (self.north - lat) * up

    def turned(self, lon: float) -> float:
        """A longitude as the frame counts it, from its western edge on."""
        return self.west + (lon - self.west) % 360


def map_of(mentions: Iterable[PlaceMention]) -> Map | None:
    """The map of these mentions, one dot a place; None without any."""
    groups: dict[object, list[PlaceMention]] = defaultdict(list)
    for m in mentions:
        groups[m.entity or m.geonameid or (m.name, m.country)].append(m)
    spots = sorted((_spot(group) for group in groups.values()), key=_order)
    located = [spot for spot in spots if spot.known.lat is not None]
    if not spots:
        return None
    if not located:
        return Map(0, (), tuple(spots))
    frame = frame_of(located)
    placed = place_labels([_placed(spot, frame) for spot in located], frame.height)
    missing = [spot for spot in spots if spot.known.lat is None]
    named = {spot.country for spot in located if spot.area and _is_country(spot)}
    lands = lands_in(frame, named)
    others = [land.country for land in lands if not land.named]
    names = country_names(frame, others, [box for spot in placed for box in _boxes(spot)])
    return Map(frame.height, lands, (*placed, *missing), names)


def _spot(mentions: Sequence[PlaceMention]) -> Spot:
    roles = Counter(m.role for m in mentions)
    ordered = sorted(roles.items(), key=lambda pair: (-pair[1], _rank(pair[0]), pair[0]))
    names = Counter(m.name for m in mentions)
    best = next((m for m in mentions if m.lat is not None), mentions[0])
    return Spot(
        name=min(names, key=lambda n: (n.isupper(), -names[n], n)),
        entity=best.entity,
        country=best.country,
        area=bool(best.feature) and not str(best.feature).startswith(("PPL", "S")),
        role=ordered[0][0],
        roles=tuple(ordered),
        mentions=tuple(mentions),
    )


def _rank(role: str) -> int:
    return ROLES.index(role) if role in ROLES else len(ROLES)


def _order(spot: Spot) -> tuple[object, ...]:
    return (-len(spot.mentions), spot.name, spot.country or "")


def _is_country(spot: Spot) -> bool:
    return str(spot.known.feature).startswith("PCL")


def _placed(spot: Spot, frame: Frame) -> Spot:
    x, y = frame.project(frame.turned(spot.known.lon or 0.0), spot.known.lat or 0.0)
    r = min(4 + 1.8 * math.sqrt(len(spot.mentions) - 1), 11)
    return replace(spot, x=round(x, 1), y=round(y, 1), r=round(r, 1))


def _squeeze(south: float, north: float) -> float:
    """How much narrower a degree of longitude is than one of latitude."""
    return max(math.cos(math.radians((south + north) / 2)), 0.2)


def frame_of(spots: Sequence[Spot]) -> Frame:
    """The frame that holds these places with some margin; countries alone with their mainland."""
    points = [(spot.known.lon or 0.0, spot.known.lat or 0.0) for spot in spots]
    if all(spot.area for spot in spots):
        points += [corner for spot in spots if _is_country(spot) for corner in _corners(spot)]
    west, wide = _arc([lon for lon, _ in points])
    south, north = min(lat for _, lat in points), max(lat for _, lat in points)
    high = max((north - south) * 1.35, LEAST)
    middle = (south + north) / 2
    squeeze = _squeeze(middle - high / 2, middle + high / 2)
    wide_needed = max(wide * 1.35, high / TALLEST / squeeze)
    lon_span = min(wide_needed, 360.0)
    high = min(max(high, lon_span * squeeze * FLATTEST), 180.0)
    south = min(max(middle - high / 2, -90.0), 90.0 - high)
    start = west + wide / 2 - lon_span / 2
    return Frame(start, south, start + lon_span, south + high)


def _corners(spot: Spot) -> Iterator[Point]:
    """The corners of a country's mainland, or of the part of it around its middle."""
    land = mainland(spot.country or "")
    if land is not None:
        lon, lat = spot.known.lon or 0.0, spot.known.lat or 0.0
        yield max(land.west, lon - 30), max(land.south, lat - 15)
        yield min(land.east, lon + 30), min(land.north, lat + 15)


def _arc(lons: Sequence[float]) -> tuple[float, float]:
    """The shortest arc that holds these longitudes: where it begins, and its length."""
    around = sorted(lon % 360 for lon in lons)
    gaps = [
        (after - before, after % 360)
        for before, after in zip(around, [*around[1:], around[0] + 360], strict=True)
    ]
    gap, start = max(gaps)
    return start, 360 - gap


def lands_in(frame: Frame, named: Iterable[str | None] = ()) -> tuple[Land, ...]:
    """The countries in a frame, as paths in steps of GRID, by code."""
    marked = set(named)
    return tuple(Land(path, country, country in marked) for country, path in _paths(frame))


@lru_cache(maxsize=64)
def _paths(frame: Frame) -> tuple[tuple[str, str], ...]:
    """The path of each country in a frame; a quarter of a second for half the world."""
    paths: dict[str, list[str]] = defaultdict(list)
    for ring in rings():
        if ring.north < frame.south or ring.south > frame.north:
            continue
        for turn in (-360, 0, 360, 720):
            if ring.west + turn < frame.east and ring.east + turn > frame.west:
                paths[ring.country].append(_path(ring, turn, frame))
    return tuple((code, path) for code in sorted(paths) if (path := "".join(paths[code])))


def _path(ring: Ring, turn: int, frame: Frame) -> str:
    """A ring as an SVG path, cut a little outside the frame; nothing for a speck."""
    corners = [frame.project(lon + turn, lat) for lon, lat in ring.points()]
    cut = clip(corners, -4, -4, WIDE + 4, frame.height + 4)
    kept = _bends([(round(x / GRID), round(y / GRID)) for x, y in cut])
    if len(kept) < 3 or all(max(axis) - min(axis) < 2 for axis in zip(*kept, strict=True)):
        return ""
    steps = " ".join(f"{x - a} {y - b}" for (a, b), (x, y) in pairwise(kept))
    return f"M{kept[0][0]} {kept[0][1]}l{steps.replace(' -', '-')}z"


def _bends(points: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The points of a line where it changes its direction."""
    kept: list[tuple[int, int]] = []
    for x, y in points:
        if kept and kept[-1] == (x, y):
            continue
        if len(kept) > 1:
            (ax, ay), (bx, by) = kept[-2:]
            if (bx - ax) * (y - by) == (by - ay) * (x - bx):
                kept.pop()
        kept.append((x, y))
    return kept


def clip(
    corners: Sequence[Point], left: float, top: float, right: float, bottom: float
) -> list[Point]:
    """The part of a polygon inside a rectangle (Sutherland and Hodgman 1974)."""
    found = list(corners)
    for axis, edge, sign in ((0, left, 1), (0, right, -1), (1, top, 1), (1, bottom, -1)):
        before, found = found, []
        for a, b in zip([*before[-1:], *before], before, strict=False):
            inside, was = (b[axis] - edge) * sign >= 0, (a[axis] - edge) * sign >= 0
            if inside != was:
                part = (edge - a[axis]) / (b[axis] - a[axis])
                found.append((a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])))
            if inside:
                found.append(b)
    return found


Box = tuple[float, float, float, float]


def place_labels(spots: Sequence[Spot], height: float) -> list[Spot]:
    """The names beside their dots where there is room, the most mentioned first."""
    taken: list[Box] = [_dot(spot) for spot in spots]
    found = []
    for number, spot in enumerate(spots):
        choices = _choices(spot) if number < MOST_LABELS else []
        others = [box for at, box in enumerate(taken) if at != number]
        for label, box in choices:
            if _inside(box, height) and not any(_meet(box, other) for other in others):
                taken.append(box)
                spot = label
                break
        found.append(spot)
    return found


def country_names(frame: Frame, codes: Iterable[str], taken: Iterable[Box]) -> tuple[Name, ...]:
    """The names of countries where they have room beside what is there, the largest first."""
    right, _ = frame.scale
    boxes, found = list(taken), []
    known = countries()
    lands = [land for code in codes if (land := mainland(code)) and code in known]
    lands.sort(key=lambda land: -(land.east - land.west) * (land.north - land.south))
    for land in lands:
        entry, text = known[land.country], country_name(land.country)
        wide = len(text) * LETTER
        if entry.lon is None or entry.lat is None or (land.east - land.west) * right < wide * 0.8:
            continue
        x, y = frame.project(frame.turned(entry.lon), entry.lat)
        box = (x - wide / 2, y - LINE / 2, x + wide / 2, y + LINE / 2)
        if _inside(box, frame.height) and not any(_meet(box, other) for other in boxes):
            boxes.append(box)
            found.append(Name(round(x, 1), round(y + 4, 1), text))
    return tuple(found[:MOST_COUNTRIES])


def _boxes(spot: Spot) -> list[Box]:
    """The room that a dot and its name take."""
    wide = len(spot.name) * LETTER
    left = spot.label_x - {"start": 0.0, "middle": wide / 2, "end": wide}.get(spot.anchor, 0.0)
    label = (left, spot.label_y - LINE + 4, left + wide, spot.label_y + 4)
    return [_dot(spot), label] if spot.anchor else [_dot(spot)]


def _dot(spot: Spot) -> Box:
    x, y = spot.x or 0.0, spot.y or 0.0
    return x - spot.r, y - spot.r, x + spot.r, y + spot.r


def _choices(spot: Spot) -> list[tuple[Spot, Box]]:
    """The name to the right, left, above and below of its dot, each with its box."""
    x, y, away = spot.x or 0.0, spot.y or 0.0, spot.r + 3
    wide = len(spot.name) * LETTER
    spots = (
        (x + away, y + 4, "start", x + away),
        (x - away, y + 4, "end", x - away - wide),
        (x, y - away - 2, "middle", x - wide / 2),
        (x, y + away + 10, "middle", x - wide / 2),
    )
    return [
        (
            replace(spot, label_x=round(lx, 1), label_y=round(ly, 1), anchor=anchor),
            (left, ly - LINE + 4, left + wide, ly + 4),
        )
        for lx, ly, anchor, left in spots
    ]


def _inside(box: Box, height: float) -> bool:
    left, top, right, bottom = box
    return min(left, top) >= 2 and right <= WIDE - 2 and bottom <= height - 2


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
