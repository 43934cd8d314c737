"""The outlines of the countries, for the maps: rings of points, by country.

They are outlines.txt beside this file, made by `build` from countries-50m.json of the npm package
world-atlas 2.0.2 (ISC), which holds Natural Earth 4.1.0 at 1:50 million (public domain). Borders
are drawn there as they are held, whatever is claimed. To write it again:

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python -m communique.views.web.outlines package/countries-50m.json
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("outlines.txt")
STEPS = 50
"""Units of the file in a degree: 0.02° is a pixel where 12 degrees are 600 pixels wide."""
SHA256 = "04342cdc1e3016bcd7db1630de95684d67b79fe3c8c460321e87aef469502394"
"""Of the file that `build` reads."""
NO_NUMBER = {"Kosovo": "XKX", "Somaliland": "SOM", "N. Cyprus": "CYP"}
"""Areas that Natural Earth draws without an ISO number, and the country that reports name."""

LICENCE = """
Copyright 2013-2019 Michael Bostock (world-atlas)

Permission to use, copy, modify, and/or distribute this software for any purpose with or without
fee is hereby granted, provided that the above copyright notice and this permission notice appear
in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS
SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE
AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES
WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT,
NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE
OF THIS SOFTWARE.
"""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Ring:
    """One ring of a country's outline, closed by its first point. `country` is ISO 3166-1 alpha-3,
    empty where there is none; the box is in degrees, its longitudes run on beyond 180 where the
    ring does."""

    country: str
    west: float
    south: float
    east: float
    north: float
    steps: str

    def points(self) -> Iterator[Point]:
        """Longitude and latitude of each corner, in degrees."""
        numbers = map(int, self.steps.split(" "))
        lon = lat = 0
        for right, up in zip(numbers, numbers, strict=True):
            lon, lat = lon + right, lat + up
            yield lon / STEPS, lat / STEPS


@cache
def rings() -> tuple[Ring, ...]:
    """All rings, by country; the points of each are worked out only when they are asked for."""
    found = []
    for line in FILE.read_text(encoding="ascii").splitlines():
        if not line.startswith("#"):
            country, box, steps = line.split("\t")
            west, south, east, north = (int(edge) / STEPS for edge in box.split(" "))
            found.append(Ring(country, west, south, east, north, steps))
    return tuple(found)


@cache
def mainland(country: str) -> Ring | None:
    """The ring of a country that takes the most room."""
    own = [ring for ring in rings() if ring.country == country]
    return max(own, key=lambda r: (r.east - r.west) * (r.north - r.south), default=None)


# Making the file.


def build(atlas: Path) -> str:
    """The text of the file. Raises ValueError for another atlas than the one above."""
    data = atlas.read_bytes()
    if hashlib.sha256(data).hexdigest() != SHA256:
        raise ValueError(f"{atlas} is not countries-50m.json of world-atlas 2.0.2")
    topology = json.loads(data)
    lines = [
        "# Outlines of the countries: Natural Earth 4.1.0, 1:50 million (public domain), from",
        "# world-atlas 2.0.2 (ISC). Borders as they are held, whatever is claimed. A ring a line:",
        "# country (ISO 3166-1 alpha-3), west south east north, then the first corner and the",
        f"# steps from corner to corner, longitude and latitude, in 1/{STEPS} degrees.",
        "# Written by python -m communique.views.web.outlines; do not edit.",
        *(f"# {line}".rstrip() for line in LICENCE.splitlines()),
    ]
    arcs = list(_arcs(topology))
    found = []
    for shape in topology["objects"]["countries"]["geometries"]:
        kept = [ring for ring in map(_grid, _rings(shape, arcs)) if _has_room(ring)]
        found += [_line(_code(shape), ring) for ring in kept]
    return "\n".join([*lines, *sorted(found)]) + "\n"


def _arcs(topology: Any) -> Iterator[list[Point]]:
    """The arcs of a TopoJSON topology in degrees."""
    (wide, high), (west, south) = (topology["transform"][k] for k in ("scale", "translate"))
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for right, up in arc:
            x, y = x + right, y + up
            points.append((x * wide + west, y * high + south))
        yield points


def _rings(shape: Any, arcs: Sequence[list[Point]]) -> Iterator[list[Point]]:
    polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
    for polygon in polygons:
        for indices in polygon:
            ring: list[Point] = []
            for index in indices:
                arc = arcs[index] if index >= 0 else arcs[~index][::-1]
                ring += arc[1:] if ring else arc
            yield ring


def _grid(ring: Iterable[Point]) -> list[tuple[int, int]]:
    """A ring on the grid of the file, without a corner twice, running on over 180° east; one
    around a pole is closed along it."""
    found: list[tuple[int, int]] = []
    turn = 360 * STEPS
    for lon, lat in ring:
        x, y = round(lon * STEPS), round(lat * STEPS)
        if found:
            x += round((found[-1][0] - x) / turn) * turn
        if not found or found[-1] != (x, y):
            found.append((x, y))
    if abs(found[-1][0] - found[0][0]) == turn:
        pole = 90 * STEPS if found[0][1] > 0 else -90 * STEPS
        return [*found, (found[-1][0], pole), (found[0][0], pole)]
    return found[:-1] if found[0] == found[-1] else found


def _has_room(ring: Sequence[tuple[int, int]]) -> bool:
    return all(len(set(axis)) > 1 for axis in zip(*ring, strict=True)) and len(ring) > 2


def _code(shape: Any) -> str:
    import pycountry

    number = shape.get("id")
    country = pycountry.countries.get(numeric=number) if number else None
    return country.alpha_3 if country else NO_NUMBER.get(shape["properties"]["name"], "")


def _line(country: str, ring: Sequence[tuple[int, int]]) -> str:
    xs, ys = zip(*ring, strict=True)
    west = min(xs)
    shift = -round((west + 180 * STEPS) // (360 * STEPS)) * 360 * STEPS
    box = (west + shift, min(ys), max(xs) + shift, max(ys))
    steps, last = [], (-shift, 0)
    for x, y in ring:
        steps += [x - last[0], y - last[1]]
        last = x, y
    return f"{country}\t{' '.join(map(str, box))}\t{' '.join(map(str, steps))}"


if __name__ == "__main__":
    FILE.write_text(build(Path(sys.argv[1])), encoding="ascii")
