"""An expression of time as fields, and a match of a pattern over the pieces of a text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from communique.extraction.clock import clock_of, zone_end
from communique.extraction.timewords import Piece


@dataclass(frozen=True, slots=True)
class Expression:
    """What an expression says. `kind` is a key of `dates._RESOLVERS`: date, weekday, day (counted
    from today), period (this, last, next unit), offset (so many units ago or later), duration,
    set, reference, clock and others. Fields that it does not give are None.

    `until` is the last day of a range as (year, month, day). `shift` is -1, 0 or 1: last, this,
    next; `base` says what it counts from: now, the time last named in the text, for a weekday
    also a week so many from now, or what the tense says (free).
    """

    start: int
    end: int
    kind: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    until: tuple[int | None, int | None, int | None] | None = None
    weekday: int | None = None
    unit: str = ""
    amount: float | None = None
    shift: int = 0
    base: str = "now"
    clock: str = ""
    value: str = ""
    part: str = ""


class Match:
    """One match of a pattern over the letters, with the pieces behind them."""

    def __init__(
        self, name: str, match: re.Match[str], all_pieces: list[Piece], words: str
    ) -> None:
        self.name = name
        self.words = words
        self.match = match
        self.all = all_pieces
        self.pieces = all_pieces[match.start() : match.end()]

    def group(self, name: str) -> list[Piece]:
        """The pieces of a group; none when it took no part."""
        if name not in self.match.re.groupindex:
            return []
        start, end = self.match.span(name)
        return self.all[start:end] if start >= 0 else []

    def of_kind(self, kinds: str) -> list[Piece]:
        """The pieces of these classes."""
        return [p for p in self.pieces if p.kind in kinds]

    def value(self, kinds: str) -> str:
        """The value of the first piece of these classes."""
        return next((p.value for p in self.pieces if p.kind in kinds), "")

    @property
    def before(self) -> Piece | None:
        """The piece before the match."""
        return self.all[self.match.start() - 1] if self.match.start() else None

    @property
    def after(self) -> Piece | None:
        """The piece after the match."""
        return self.all[self.match.end()] if self.match.end() < len(self.all) else None

    def year(self, name: str = "year") -> int | None:
        """The year that a group names; two digits are of 1930-2029."""
        for piece in self.group(name):
            if piece.kind in "yY":
                year = int(piece.value)
                return year if year > 99 else year + (1900 if year >= 30 else 2000)
        return None

    def make(self, kind: str, **fields: object) -> Expression:
        """An expression over all characters of the match, without an article that belongs to the
        noun after it ("the third-quarter results", "a year-long strike")."""
        first = self.pieces[0]
        hyphened = len(self.pieces) > 2 and self.pieces[-2].kind + self.pieces[-1].kind
        if first.kind in "tA" and hyphened in {"-U", "-r"}:
            first = self.pieces[1]
        start, end = first.start, self.pieces[-1].end
        if self.pieces[-1].kind in "kjOCz":
            end = zone_end(self.words, end)
        return Expression(start, end, kind, **fields)  # type: ignore[arg-type]

    def relative(self, name: str) -> tuple[int, str]:
        """Shift and base of a group that says last, this or next."""
        return direction(self.group(name))

    def part(self) -> str:
        """Which part of a period the match names: START, MID, END or none."""
        return next((p.value for p in self.group("early") if p.kind in "me"), "")

    def clock(self, within: str = "") -> str:
        """The time of day of the match as TIMEX3 (T22:16, TMO); empty where it gives none. A part
        of the day that the words are `within` tells morning from evening, and no more."""
        parts = [p for p in [*self.group("night"), *self.group("part")] if p.kind == "p"]
        part = parts[0].value if parts else ""
        half = part or within
        found = clock_of(self.group("back"), half) or clock_of(self.group("clock"), half)
        return found or ("T" + part if part else "")


def direction(found: list[Piece]) -> tuple[int, str]:
    """Shift and base: "last" -1, "this" 0, "next" 1; "the next", "previous" and "same" count
    from the time that the text named last."""
    the = any(p.kind == "t" for p in found)
    for piece in found:
        if piece.kind in "LP":
            return -1, "now" if piece.value in {"last", "past"} else "text"
        if piece.kind == "X":
            return 1, "text" if the or piece.value == "following" else "now"
        if piece.kind == "S":
            return 0, "text"
    return 0, "now"


def number(found: list[Piece]) -> float | None:
    """The number that pieces name: "twenty-five", "2,000", "half a"; None when left open."""
    total, current, seen = 0.0, 0.0, False
    for piece in found:
        if piece.kind in "#&" and seen:
            total, current = 0.0, 0.0
        elif piece.kind == "N":
            value = float(piece.value)
            if value in {100, 1000, 12} and (current or value != 12):
                current = max(current, 1) * value
            else:
                current += value
            seen = True
        elif piece.kind in "dny0KAqo" and piece.value:
            current += float(piece.value) if not (piece.kind == "A" and seen) else 0.0
            seen = True
        elif piece.kind == "q":
            return None
    if any(p.kind == "q" and p.value for p in found):
        return 2.0
    if found and found[0].kind == "0" and found[0].value:
        return 0.5
    return total + current if seen else None


LONG = {"10Y": 10, "100Y": 100, "1000Y": 1000}
"""Units of many years, with how many."""


def duration(unit: str, amount: float | None) -> str:
    """A TIMEX3 duration: P10Y, PT24H, P2W, PXM; weekends and fortnights as TIMEX3 has them."""
    if unit == "FN":
        unit, amount = "W", amount * 2 if amount else None
    scale = LONG.get(unit)
    if scale and amount is not None:
        unit, amount = "Y", amount * scale
    elif scale:
        unit = {"10Y": "DE", "100Y": "CE", "1000Y": "ML"}[unit]
    if unit == "Q" and amount is not None:
        unit, amount = "M", amount * 3
    count = "X" if amount is None else f"{amount:g}"
    if unit in {"H", "MIN", "S"}:
        return f"PT{count}{unit[0]}"
    return f"P{count}{unit}"
