"""Small dumps in GeoNames' form, of an invented part of Peru."""

from __future__ import annotations

from pathlib import Path

PLACES = [
    # number, name, other names, lat, lon, class, feature, country, division, people
    (9001, "Marisol", "Port Marisol,MAR,Марисоль", -5.5, -75.25, "P", "PPL", "PE", "11", 4000),
    (9002, "Marisol", "", -6.0, -76.0, "P", "PPL", "CL", "02", 90_000),
    (9003, "Río Verde", "Green River", -7.0, -77.0, "H", "STM", "PE", "11", 0),
    (9004, "Marisol", "", -8.0, -78.0, "S", "HTL", "PE", "11", 0),
    (9005, "Marisol", "", -8.0, -78.0, "A", "ADM3", "PE", "11", 0),
]
NAMES = [
    # number, place, language, name, preferred, short, colloquial, historic, from, to
    (1, 9001, "en", "Santa Marisol", "", "", "", "1", "1904", "1961-05"),
    (2, 9001, "en", "Marisol", "1", "", "", "", "1961-05", ""),
    (3, 9001, "fr", "Sainte-Marisol", "", "", "", "1", "1904", "1961"),
    (4, 9001, "en", "Port Marisol", "", "", "", "", "", ""),
]


def places(*rows: tuple[object, ...]) -> str:
    """A dump of places."""
    lines = []
    for number, name, others, lat, lon, kind, feature, country, division, people in rows or PLACES:
        cells = [number, name, name, others, lat, lon, kind, feature, country, "", division]
        cells += ["", "", "", people, "", 12, "America/Lima", "2020-01-01"]
        lines.append("\t".join(map(str, cells)))
    return "\n".join(lines) + "\n"


def write(folder: Path) -> Path:
    """A dump of places as a file."""
    path = folder / "PE.txt"
    path.write_text(places(), encoding="utf-8")
    return path


def write_names(folder: Path) -> Path:
    """A dump of names as a file."""
    path = folder / "alternateNamesV2.txt"
    path.write_text("".join("\t".join(map(str, row)) + "\n" for row in NAMES), encoding="utf-8")
    return path
