"""Of which countries and divisions a report speaks, and in which words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from communique.extraction.besides import Where


@dataclass(frozen=True, slots=True)
class Hint:
    """A country that something other than the names of places speaks for, and how strongly."""

    country: str
    weight: float
    words: str


@dataclass(slots=True)
class Weights:
    """How much of a report speaks for countries and their divisions, and which words do."""

    total: float = 0.0
    sums: defaultdict[Where, float] = field(default_factory=lambda: defaultdict(float))
    words: dict[Where, dict[str, float]] = field(default_factory=dict)
    own: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    inner: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    """For each country, what its towns and divisions say of it, the capital left out."""

    def add(self, where: Where, weight: float, words: str) -> None:
        """Count some words of the report."""
        country, division = where
        if not country:
            return
        self.total += weight
        self.own[words] += weight
        self.inner[country] += weight if division else 0.0
        for area in ((country, ""), where) if division else (where,):
            self.sums[area] += weight
            said = self.words.setdefault(area, {})
            said[words] = said.get(words, 0.0) + weight

    def without(self, where: Where, words: str) -> float:
        """What speaks for a country or division, these words left out."""
        found = self.words.get(where)
        return self.sums[where] - found.get(words, 0.0) if found else 0.0

    def chief(self, where: Where, own: str) -> str:
        """The words that speak most for a country or division, up to three."""
        said = self.words[where]
        words = sorted((w for w in said if w != own), key=lambda w: (-said[w], w))[:3]
        return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " and " + words[-1]
