"""What expressions say that lean on a quarter or year the report is about: "the quarter", "the
year-earlier period", "the first nine months".

Builders of patterns of `timex`, as those of `timecalendar` and `timebuild`.
"""

from __future__ import annotations

from collections.abc import Callable

from communique.extraction.timeforms import Expression, Match, number

_ENDED = frozenset({"ended", "ending", "to", "through"})


def _year_quarter(m: Match) -> Expression | None:
    """ "last year's third quarter", "the 1988 quarter", "the 1988 period"."""
    unit, nth = m.group("unit")[0], m.group("nth")
    shift, _ = m.relative("rel")
    if _many(m) or (unit.kind == "U" and unit.value != "Q") or (unit.kind == "c" and nth):
        return None
    if m.group("rel") and m.group("rel")[-2].value != "Y":
        return None
    if not nth:
        return m.make("focus", year=m.year(), shift=shift, unit="Q" if unit.kind == "U" else "")
    place = int(nth[0].value) if nth[0].kind == "o" else 4
    if not 1 <= place <= 4:
        return None
    return m.make("quarter", year=m.year(), amount=place, shift=shift, unit="Y")


def _year_before(m: Match) -> Expression | None:
    """ "the year-earlier quarter", "year-ago": the same stretch of the year before."""
    nth = m.group("nth")
    unit = m.group("unit")
    if unit and (_many(m) or unit[0].value not in {"Q", ""}):
        return None
    if nth and unit and 1 <= int(nth[0].value) <= 4:
        return m.make("quarter", amount=int(nth[0].value), shift=-1, unit="Y")
    return None if nth else m.make("focus", shift=-1, unit="Q" if unit and unit[0].value else "")


def _latest(m: Match) -> Expression | None:
    """ "the latest quarter", "the latest period"."""
    unit, first = m.group("unit")[0], m.of_kind("R")[0]
    if first.value != "latest" or _many(m) or unit.value not in {"Q", ""}:
        return None
    return m.make("focus", unit=unit.value)


def _whole(m: Match) -> Expression | None:
    """ "the quarter", "for the full year", "the comparable period last year"."""
    unit = m.group("unit")[0]
    compared = any(p.kind == "Q" for p in m.pieces)
    if _many(m) or _in_a_name(m) or (m.after and m.after.kind in "gbl"):
        return None
    shift = m.relative("rel")[0]
    if unit.value == "Q" or (unit.kind == "c" and compared):
        return m.make("focus", unit=unit.value, shift=shift)
    before, after = m.before, m.after
    placed = m.group("early") or (before is not None and before.kind in "iFf")
    if unit.value not in {"Y", "M", "W"} or not placed or m.group("rel"):
        return None
    if after and after.value.lower() in _ENDED and unit.value == "Y":
        return m.make("duration", unit="Y", amount=1.0)
    return m.make("period", unit=unit.value, value="whole")


def _first_of(m: Match) -> Expression | None:
    """ "the first nine months", "the three weeks": a length of time."""
    if not _many(m) or _in_a_name(m):
        return None
    return m.make("duration", unit=m.group("unit")[-1].value, amount=number(m.group("amount")))


def _of_length(m: Match) -> Expression | None:
    """ "A three-year period", "a period of three years"."""
    unit = m.group("unit")[0]
    return m.make("duration", unit=unit.value, amount=number(m.group("amount")))


def _in_a_name(m: Match) -> bool:
    """ "the Seven Years" is a name, and no length of time."""
    return m.words[m.group("unit")[-1].start].isupper()


def _end(m: Match) -> Expression | None:
    """ "year-end", "the month's end"."""
    unit = m.group("unit")[0]
    if unit.value not in {"Y", "M", "W", "Q"} or _many(m) or m.value("e") != "END":
        return None
    if m.words[m.pieces[-1].start : m.pieces[-1].end].lower() != "end":
        return None
    return m.make("period", unit=unit.value, part="END")


def _many(m: Match) -> bool:
    last = m.group("unit")[-1]
    return m.words[last.start : last.end].lower().endswith("s")


FOCUSED: dict[str, Callable[[Match], Expression | None]] = {
    "year_quarter": _year_quarter,
    "year_before": _year_before,
    "latest": _latest,
    "whole": _whole,
    "first_of": _first_of,
    "of_length": _of_length,
    "period_of": _of_length,
    "end": _end,
}
