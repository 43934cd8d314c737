"""Fiscal years: "fiscal 2017", "FY2018", "the current fiscal year", "the fiscal first quarter".

When a fiscal year begins differs from country to country and company to company, so it has a
value and no days, unless the report says when it ends. The patterns are over the letters of
`timewords`, like those of `timex`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from communique.extraction.moments import Moment
from communique.extraction.offsets import shifted
from communique.extraction.resolved import (
    NO_ANCHOR,
    Anchor,
    Resolved,
    base_name,
    counted_from,
    unresolved,
)
from communique.extraction.timeforms import Expression, Match
from communique.model.report import Time
from communique.model.text import Text

FISCAL_PATTERNS: tuple[tuple[str, str], ...] = (
    (
        "fiscal_quarter",
        r"t?4-?(?P<nth>o)-?(?P<unit>U)|t?(?P<nth_>o)-?4-?(?P<unit_>U)(?:F4?(?P<year>y))?",
    ),
    ("fiscal_year", r"t?4F?(?P<year>[yYd])(?:[-/](?P<last>[dny]))?|7"),
    ("this_fiscal", r"t?(?P<dir>[TLXPSR])4|t4"),
)


def _fiscal_quarter(m: Match) -> Expression | None:
    unit, nth = [*m.group("unit"), *m.group("unit_")][0], [*m.group("nth"), *m.group("nth_")][0]
    if unit.value != "Q" or not 1 <= int(nth.value) <= 4:
        return None
    return m.make("fiscal", year=m.year(), amount=float(nth.value))


def _fiscal_year(m: Match) -> Expression | None:
    if m.pieces[0].kind == "7":
        first, _, last = m.pieces[0].value.partition("-")
        return m.make("fiscal", year=_full(first), value=last)
    year = m.group("year")[0]
    if year.kind == "d" and m.words[m.pieces[0].start : m.pieces[0].end] != "FY":
        return None
    last_piece = m.group("last")
    last = m.words[last_piece[0].start : last_piece[0].end] if last_piece else ""
    number = m.year() or _full(m.words[year.start : year.end])
    return m.make("fiscal", year=number, value=last if len(last) in {2, 4} else "")


def _full(year: str) -> int:
    return int(year) if len(year) == 4 else 2000 + int(year)


def _this_fiscal(m: Match) -> Expression | None:
    """ "This fiscal year", "the fiscal year"; "the fiscal crisis" is none."""
    if m.pieces[-1].value != "year":
        return None
    found = m.group("dir")
    shift, base = (-1, "now") if found and found[-1].kind == "R" else m.relative("dir")
    return m.make("fiscal", shift=shift, base=base, unit="Y")


FISCAL: dict[str, Callable[[Match], Expression | None]] = {
    "fiscal_quarter": _fiscal_quarter,
    "fiscal_year": _fiscal_year,
    "this_fiscal": _this_fiscal,
}

OPEN = "a fiscal year, whose first and last days are not given"


def resolve_fiscal(
    expression: Expression, anchor: Anchor | None, direction: int, last: Moment | None
) -> Resolved:
    """The value of a fiscal year or quarter, as TIMEX3 writes it; its days stay open."""
    year, why = expression.year, OPEN
    base = counted_from(expression, anchor, last)
    if year is None and base and base.year is not None:
        year = base.year + expression.shift
        why = f"{OPEN}; its year is counted from {base_name(expression, anchor)}"
    quarter = f"-Q{int(expression.amount)}" if expression.amount else ""
    precision = "quarter" if quarter else "year"
    if year is None:
        return unresolved("XXXX" + quarter, precision, f"{OPEN}, and {NO_ANCHOR}")
    until = expression.value
    if until:
        until = "/" + (until if len(until) == 4 else f"{year:04d}"[:2] + until)
    return unresolved(f"{year:04d}{quarter}{until}", precision, why)


def quarter_of(resolved: Resolved) -> Moment | None:
    """The first month of a fiscal quarter as if its year were a common one, for what leans on it:
    "a year earlier"."""
    match = re.fullmatch(r"(\d{4})-Q(\d)", resolved.value) if resolved.start is None else None
    return Moment(int(match[1]), int(match[2]) * 3 - 2) if match else None


_ENDING = re.compile(
    r"\s*,?\s+\(?(?:(?:that |which )ends|end(?:ed|ing)|to|through)\s+(?:in |on )?(?:the )?"
)
_STARTING = re.compile(
    r"\s*,?\s+\(?(?:that |which )?(?:start(?:s|ed|ing)?|beg[aiu]n(?:s|ning)?)\s+"
    r"(?:in |on )?(?:the )?"
)
_YEARS = (OPEN, "year ", "a year of the ")


def with_ends(text: Text, times: list[Time]) -> list[Time]:
    """A fiscal year of which the report says the end or the beginning has days: "ending March
    2019", "(started March 21, 2018)". So has a year of another calendar what the report says."""
    found = list(times)
    for index, (time, other) in enumerate(pairwise(times)):
        if time.text is None or other.text is None or not other.start or "X" in other.start:
            continue
        if not time.why.lower().startswith(_YEARS) or time.precision != "year":
            continue
        if other.precision not in {"day", "month"}:
            continue
        fiscal = time.why.lower().startswith(OPEN) and not other.end
        if fiscal and _ENDING.fullmatch(text.chars, time.text.end, other.text.start):
            found[index] = _ending(time, other.start)
        elif _STARTING.fullmatch(text.chars, time.text.end, other.text.start):
            found[index] = _starting(time, other.start)
    return found


def _ending(time: Time, last: str) -> Time:
    before = shifted(last, "P1Y", -1)
    first = shifted(before, _unit(last), 1) if before else None
    if first is None:
        return time
    why = f"A year that ends with {last}, as the text says."
    value = f"{first}/{last}" if "X" in time.value else time.value
    return replace(time, start=first, end=last, value=value, basis="resolved", why=why)


def _starting(time: Time, first: str) -> Time:
    after = shifted(first, "P1Y", 1)
    last = shifted(after, _unit(first), -1) if after else None
    if last is None:
        return time
    why = f"A year that begins with {first}, as the text says."
    value = f"{first}/{last}" if "/" in time.value or "X" in time.value else time.value
    return replace(time, start=first, end=last, value=value, basis="resolved", why=why)


def _unit(iso: str) -> str:
    """A day or a month, as precise as a date is."""
    return "P1D" if len(iso) == 10 else "P1M"
