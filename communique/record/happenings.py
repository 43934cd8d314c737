"""What the signs see of an event: who, when and where as the record names them."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from communique.lexicon.load import table
from communique.record.corpus import Item
from communique.record.days import Days
from communique.record.words import fold


@dataclass(frozen=True, slots=True)
class Spot:
    """Where: the entity, and what a gazetteer knows of it."""

    entity: str
    name: str
    country: str | None
    lat: float | None
    lon: float | None
    feature: str | None
    told: bool = True
    """Whether the report says so, rather than only having been written there."""

    @property
    def broad(self) -> bool:
        """Whether it is a country or region rather than a town or building."""
        return (self.feature or "").startswith(("PCL", "ADM1", "RGN", "CONT"))


@dataclass(frozen=True, slots=True)
class Happening:
    """One event of one report. Parties are entity ids, groups with members taken apart."""

    key: str
    item: Item
    span: tuple[int, int]
    report: str
    type: str
    mode: str | None
    aux: frozenset[str]
    parties: frozenset[str]
    """Everyone who took part: those named, and the states."""
    named: frozenset[str]
    states: frozenset[str]
    countries: frozenset[str]
    days: Days
    published: Days
    spot: Spot | None
    format: str | None
    occasion: frozenset[str]
    process: str | None
    round: int | None
    about: frozenset[str]
    words: frozenset[str]
    company: frozenset[str]
    """The entities that its report names anywhere."""

    @property
    def dated(self) -> bool:
        """Whether its own time is known to within some days."""
        return self.days.exact

    @property
    def news(self) -> bool:
        """Whether it is told as what has just happened or is about to."""
        return "historical" not in self.aux


@lru_cache(maxsize=4096)
def format_kind(format: str | None) -> str:
    """Formats of one kind can be one occasion in other words; "talks" where nothing is said."""
    plain = f" {fold(format or '')} "
    return next(
        (row["kind"] for row in table("meeting_formats.tsv") if f" {row['format']} " in plain),
        "talks",
    )


def kilometres(one: Spot, other: Spot) -> float | None:
    """The distance of two places over the ground (haversine, sphere of 6,371 km)."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    a, b = math.radians(one.lat), math.radians(other.lat)
    turn = math.radians(other.lon - one.lon)
    arc = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(turn / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(arc))


class Rarity:
    """How much it tells that two reports name the same entity: the fewer name it, the more."""

    def __init__(self, found: list[Happening]) -> None:
        reports = {h.report: h.company for h in found}
        count = Counter(entity for company in reports.values() for entity in company)
        self._weight = {e: math.log(1 + len(reports) / n) for e, n in count.items()}
        self._whole = {report: self._sum(company) for report, company in reports.items()}

    def shared(self, left: Happening, right: Happening) -> tuple[float, tuple[str, ...]]:
        """The part (0 to 1) of the lesser company, beside the parties, that both name."""
        aside = left.parties | right.parties
        common = (left.company & right.company) - aside
        least = min(self._whole[h.report] - self._sum(h.company & aside) for h in (left, right))
        return (self._sum(common) / least if least > 0.001 else 0.0), tuple(sorted(common))

    def _sum(self, company: frozenset[str]) -> float:
        # math.fsum is exact, so the order of the set does not matter.
        return math.fsum(self._weight[e] for e in company)
