"""Expressions of time in running text: what the words say, before any day is known.

The words of time (lexicon/data/times_words.tsv) and numbers become one letter each, everything
else a dot; regular expressions over these letters find the expressions. What an expression says
is kept as fields (`Expression`); `dates.resolve` turns them into days.
Kinds and values follow TIMEX3 (TimeML 1.2.1).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from communique.extraction.timewords import Piece, pieces


@dataclass(frozen=True, slots=True)
class Expression:
    """What an expression says. `kind`: date, weekday, day (counted from today), period (this,
    last, next unit), offset (so many units ago or later), duration, set, reference, decade,
    century, season, quarter, half, feast or clock. Fields that it does not give are None.

    `until` is the last day of a range as (year, month, day). `shift` is -1, 0 or 1: last, this,
    next; `base` says what it counts from: now, or the time last named in the text.
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


# The patterns. NUM: a number in words or figures; EARLY: "early", "the end of"; CLOCK: "9:30 p.m."
_NUM = r"(?:[dny]|N(?:-?N)*)"
_EARLY = r"(?P<early>t?(?:m-?|eF|[bl](?=[TLX]))t?)?"
_CLOCK = r"(?P<clock>k,?j?|[dN]j|[dN]O(?:Fthe)?|C)z?z?"
_AT = rf"(?:,?-?i?a?{_CLOCK})?"
_YEAR = r"(?P<year>,?F?[yY](?!-?U))"
_ON = r"(?:W,?|w,?|W<?)?"
_BACK = r"(?:(?:k,?j?|[dN]j|[dN]O|C)z?z?,?i?)?"

PATTERNS: tuple[tuple[str, str], ...] = (
    ("iso", rf"(?P<date>I){_AT}"),
    ("figures", rf"(?P<date>J){_AT}"),
    (
        "month_days",
        rf"{_ON}M(?P<first>[do])(?:-|#|&)t?(?P<last>[do])(?!-?[UN]){_YEAR}?",
    ),
    (
        "months_days",
        rf"{_ON}M(?P<first>[do])-(?P<second>M)(?P<last>[do]){_YEAR}?",
    ),
    (
        "days_month",
        rf"{_ON}t?(?P<first>[do])(?:-|#|&)t?(?P<last>[do])F?M{_YEAR}?",
    ),
    (
        "days_months",
        rf"{_ON}t?(?P<first>[do])F?M-(?P<last>[do])F?(?P<second>M){_YEAR}?",
    ),
    (
        "month_day",
        rf"(?P<night>t?pFt?)?(?P<back>{_BACK}){_ON}Mt?(?P<day>[do])(?![NU]|-U){_YEAR}?{_AT}",
    ),
    ("day_month", rf"(?P<night>t?pFt?)?(?P<back>{_BACK}){_ON}t?(?P<day>[do])F?M{_YEAR}?{_AT}"),
    ("months", rf"{_EARLY}M(?:-|/)(?P<second>M),?F?(?P<year>y)"),
    ("month", rf"{_EARLY}(?P<dir>[LPXT])?M(?:{_YEAR}|,?F?(?P<rel>t?[LXTS]U))?"),
    ("season", rf"{_EARLY}(?P<dir>t?[LPXTS]|t)?s(?:{_YEAR}|,?F?(?P<rel>t?[LXT]U))?"),
    ("quarter", rf"{_EARLY}t?(?P<nth>o|L|X|T)-?(?P<unit>U)(?:,?F?(?P<year>y)|F(?P<rel>t?[LXT]U))?"),
    ("half", r"t?(?P<nth>o|L)-?0(?:F?(?P<year>y)|F(?P<rel>t?[LXT]U|tU))?"),
    ("century", rf"{_EARLY}t?(?P<nth>[oN](?:-o)?)-?(?P<unit>U)(?P<era>B)?"),
    ("decade", rf"{_EARLY}t?(?:m-?)?D"),
    ("era", r"(?P<first>[dny])(?:-(?P<last>[dny]))?B"),
    ("era_before", r"B(?P<first>[dny])"),
    ("years", rf"{_EARLY}(?P<first>y)[-/](?P<last>y|d|n)(?!-?U)"),
    ("year", rf"{_EARLY}(?P<y>[yY])(?!-U)"),
    ("weekday", rf"(?P<night>t?pFt?)?(?P<back>{_BACK})(?P<dir>t?[LPXTS])?W(?P<part>p)?{_AT}"),
    ("short_weekday", r"(?P<dir>[LPXTS])w"),
    ("today", rf"(?P<back>{_BACK})(?P<early>m|[bl])?H(?P<part>p|C)?{_AT}"),
    ("ago", rf"a?(?P<amount>(?:A?q|A|0|{_NUM}(?:#{_NUM})?)K?)t?(?P<unit>-?U)(?P<way>[glb])"),
    ("half_ago", r"(?P<half>0)(?P<unit>U)(?P<way>g|l|b)"),
    ("past", rf"(?P<dir>t?[LPXT])a?(?P<amount>A?q|{_NUM}(?:(?:#|&){_NUM})?)(?P<unit>-?U)"),
    ("recent", r"t?R(?P<unit>U)"),
    ("past_unit", r"t?P(?P<unit>U)"),
    ("edge", r"t?(?P<early>m|eF)t?(?P<unit>U)"),
    ("period", rf"{_EARLY}(?P<dir>t?[LXTS])(?P<unit>U|p)(?:U)?"),
    ("weekend", r"t(?P<unit>U)"),
    ("set", r"(?P<every>v)(?P<amount>0|[Ndo])?(?P<unit>U|W|p|M|s)"),
    ("sets", r"V"),
    (
        "duration",
        rf"a?(?P<amount>(?:A?q|A0|0A?|A|{_NUM}(?:(?:#|-|&){_NUM})?)K?)-?(?P<unit>U)-?r?(?P<way>)",
    ),
    ("bare", r"(?P<unit>U)-?r?"),
    ("reference", r"G|(?:t?P|T)(?![\dUNdnqMWsp])"),
    ("feast", rf"h{_YEAR}?"),
    ("clock", rf"{_CLOCK}"),
    ("part", r"t?(?P<part>p)"),
)


@cache
def _search() -> re.Pattern[str]:
    groups = "|".join(
        f"(?P<{name}>{re.sub(r'[?]P<[a-z]+>', '?:', body)})" for name, body in PATTERNS
    )
    return re.compile(f"(?=[^.,'&])(?:{groups})")


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(dict(PATTERNS)[name])


class _Match:
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
        return [p for p in self.pieces if p.kind in kinds]

    def value(self, kinds: str) -> str:
        """The value of the first piece of these classes."""
        return next((p.value for p in self.pieces if p.kind in kinds), "")

    @property
    def before(self) -> Piece | None:
        return self.all[self.match.start() - 1] if self.match.start() else None

    @property
    def after(self) -> Piece | None:
        return self.all[self.match.end()] if self.match.end() < len(self.all) else None

    def year(self, name: str = "year") -> int | None:
        """The year that a group names; two digits are of 1930-2029."""
        for piece in self.group(name):
            if piece.kind in "yY":
                year = int(piece.value)
                return year if year > 99 else year + (1900 if year >= 30 else 2000)
        return None

    def make(self, kind: str, **fields: object) -> Expression:
        start, end = self.pieces[0].start, self.pieces[-1].end
        return Expression(start, end, kind, **fields)  # type: ignore[arg-type]

    def relative(self, name: str) -> tuple[int, str]:
        """Shift and base of a group that says last, this or next."""
        return direction(self.group(name))

    def clock(self) -> str:
        night = [p for p in self.group("night") if p.kind == "p"]
        found = _clock([*self.group("back"), *self.group("clock")])
        return found or ("T" + night[0].value if night else "")


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


def _clock(found: list[Piece]) -> str:
    """A time of day as TIMEX3 (T22:16, TMO), empty when the pieces hold none."""
    half = next((p.value for p in found if p.kind == "j"), "")
    for piece in found:
        if piece.kind == "C":
            return "T" + piece.value
        if piece.kind == "k" or (
            piece.kind in "dN" and (half or any(p.kind == "O" for p in found))
        ):
            hour, _, rest = piece.value.partition(":")
            minute = rest.partition(":")[0] or "00"
            number = int(hour) % 12 + (12 if half == "PM" else 0) if half else int(hour)
            if number > 24 or int(minute) > 59:
                return ""
            return f"T{number:02d}:{int(minute):02d}"
    return ""


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


def _date(m: _Match) -> Expression | None:
    """A day of a month, with or without year, weekday and time of day."""
    day = int(m.group("day")[0].value)
    month = int(m.value("M"))
    if not 1 <= day <= 31:
        return None
    return m.make("date", year=m.year(), month=month, day=day, clock=m.clock())


def _days(m: _Match) -> Expression | None:
    """A range of days, in one month or two."""
    first, last = int(m.group("first")[0].value), int(m.group("last")[0].value)
    month = int(m.value("M"))
    second = m.group("second")
    other = int(second[0].value) if second else month
    if not (1 <= first <= 31 and 1 <= last <= 31) or (other == month and first >= last):
        return None
    year = m.year()
    start = year - 1 if year and other < month else year
    return m.make("date", year=start, month=month, day=first, until=(year, other, last))


def _iso(m: _Match) -> Expression | None:
    date, _, clock = m.pieces[0].value.partition("t")
    year, month, day = (int(part) for part in date.split("-"))
    time = "T" + clock[:5] if clock else m.clock()
    return m.make("date", year=year, month=month, day=day, clock=time)


def _figures(m: _Match) -> Expression | None:
    """28/03/2017; where day and month cannot be told apart, only the year is known."""
    text = m.pieces[0].value
    first, second, last = (int(part) for part in re.split(r"[/.-]", text))
    year = last if last > 99 else last + (1900 if last >= 30 else 2000)
    if "." in text and last < 100:
        return None
    if first == second or second > 12 >= first:
        month, day = first, second
    elif first > 12 >= second or "." in text:
        month, day = second, first
    else:
        return m.make("date", year=year, clock=m.clock())
    return m.make("date", year=year, month=month, day=day, clock=m.clock()) if month < 13 else None


NAMES_OF_PEOPLE = frozenset({3, 4, 5, 6, 8})
"""March, April, May, June, August: alone they need a word of time or a preposition before them."""


def _month(m: _Match) -> Expression | None:
    month, year = int(m.value("M")), m.year()
    shift, base = m.relative("dir")
    marked = bool(m.group("dir") or m.group("early") or m.group("rel") or year)
    before = m.before
    if not marked and (month in NAMES_OF_PEOPLE or m.pieces[0].end - m.pieces[0].start <= 4):
        prior = before.kind if before else ""
        if not (prior and prior in "ifF#&-blt'"):
            return None
    if m.group("rel"):
        rel, base = m.relative("rel")
        return m.make("date", month=month, shift=rel, unit="Y", value="rel", base=base)
    explicit = m.group("dir")
    return m.make(
        "month" if explicit and not year else "date",
        year=year,
        month=month,
        shift=shift,
        base=base,
        part=_part(m),
    )


def _months(m: _Match) -> Expression | None:
    year, last = m.year(), int(m.group("second")[0].value)
    first = int(m.value("M"))
    start = year - 1 if year and last < first else year
    return m.make("date", year=start, month=first, until=(year, last, None))


def _part(m: _Match) -> str:
    return next((p.value for p in m.group("early") if p.kind in "me"), "")


def _season(m: _Match) -> Expression | None:
    shift, base = m.relative("dir")
    year = m.year()
    det = "".join(p.kind for p in m.group("dir"))
    if year is None and not m.group("rel"):
        before = m.before.kind if m.before else ""
        after = m.after.kind if m.after else ""
        if det in {"", "t"} and (before not in set("ifbl") and not m.group("early")):
            return None
        if det == "t" and after == "F":
            return None
    if m.group("rel"):
        return m.make("season", value=m.value("s"), shift=m.relative("rel")[0], unit="Y")
    return m.make(
        "season",
        year=year,
        value=m.value("s"),
        shift=shift,
        base=base,
        unit="" if det in {"", "t"} else "S",
    )


def _quarter(m: _Match) -> Expression | None:
    if m.group("unit")[0].value != "Q":
        return None
    nth = m.group("nth")[0]
    year = m.year()
    if nth.kind == "o":
        place = int(nth.value)
        if not (1 <= place <= 4 or place == -1):
            return None
        place = 4 if place == -1 else place
        shift = m.relative("rel")[0]
        return m.make(
            "quarter", year=year, amount=place, shift=shift, unit="Y" if m.group("rel") else ""
        )
    shift, base = direction([nth])
    return m.make("period", unit="Q", shift=shift, base=base)


def _half(m: _Match) -> Expression | None:
    nth = m.group("nth")[0]
    place = int(nth.value) if nth.kind == "o" else 2
    year = m.year()
    if place not in {1, 2} or not (year or m.group("rel")):
        return None
    return m.make(
        "half",
        year=year,
        amount=place,
        shift=m.relative("rel")[0],
        unit="Y" if m.group("rel") else "",
    )


def _century(m: _Match) -> Expression | None:
    nth = m.group("nth")
    if m.group("unit")[0].value != "100Y" or all(p.kind == "N" for p in nth):
        return None
    place = int(number(nth) or 0)
    if not 1 <= place <= 30:
        return None
    era = m.group("era")
    value = f"BC{place - 1:02d}" if era and era[0].value == "BC" else f"{place - 1:02d}"
    return m.make("century", value=value, part=_part(m))


def _decade(m: _Match) -> Expression | None:
    piece = m.of_kind("D")[0]
    worded = piece.end - piece.start > 5
    if worded and not any(p.kind in "tm" for p in m.pieces):
        return None
    return m.make("decade", value=piece.value, part=_part(m))


def _era(m: _Match) -> Expression | None:
    first = m.group("first")[0]
    if not first.value.isdigit():
        return None
    bc = m.value("B") == "BC"
    value = f"BC{int(first.value):04d}" if bc else f"{int(first.value):04d}"
    return m.make("reference", value=value, unit="Y")


def _year(m: _Match) -> Expression | None:
    """A year alone: in words that allow it, and never a count ("2000 troops")."""
    year = m.year("y")
    if year is None:
        return None
    piece = m.of_kind("yY")[0]
    before = m.before.kind if m.before else ""
    after = m.after
    placed = (bool(before) and before in "ifF#&blt<LXTPG-") or bool(m.group("early"))
    if piece.kind == "Y" and before not in set("ifF#&m") and not m.group("early"):
        return None
    if not placed and not 1900 <= year <= 2099:
        return None
    if before == "." and m.before is not None and m.before.value in {"$", "€", "£", "#", "No"}:
        return None
    if after is not None and (after.kind in "UNK" or after.value in {"%", "percent"}):
        return None
    if (
        after is not None
        and not placed
        and after.kind == "."
        and re.match(r"[a-z]+s$", after.value)
    ):
        return None
    return m.make("date", year=year, part=_part(m))


def _years(m: _Match) -> Expression | None:
    first, last = int(m.group("first")[0].value), m.group("last")[0].value
    if len(last) == 2:
        last = str(first // 100) + last
    if not last.isdigit() or len(last) != 4 or not first < int(last) <= 2199:
        return None
    return m.make("date", year=first, until=(int(last), None, None))


def _weekday(m: _Match) -> Expression | None:
    shift, _ = m.relative("dir")
    det = m.group("dir")
    part = m.group("part")
    clock = m.clock() or ("T" + part[0].value if part else "")
    return m.make(
        "weekday",
        weekday=int(m.value("W") or m.value("w")),
        shift=shift,
        base="free" if not det else ("text" if det[-1].kind == "S" else "now"),
        clock=clock,
    )


def _today(m: _Match) -> Expression | None:
    head = m.of_kind("H")[0]
    part = m.group("part")
    clock = m.clock()
    if part:
        clock = "T" + part[0].value
    return m.make("day", amount=float(head.value), clock=clock)


def _ago(m: _Match) -> Expression | None:
    unit, way = m.group("unit")[-1].value, m.group("way")[0]
    event_follows = m.after is not None and re.match(r"\w", m.words[m.after.start : m.after.end])
    if event_follows and m.words[way.start : way.end].lower() in {"before", "after"}:
        return None
    amount = 0.5 if m.name == "half_ago" else number(m.group("amount"))
    sign = 1 if way.kind == "l" else -1
    base = "now" if way.kind == "g" or way.value == "hence" else "text"
    return m.make("offset", unit=unit, amount=amount, shift=sign, base=base)


def _weekend(m: _Match) -> Expression | None:
    """ "the weekend": this one or the last, as the tense says."""
    if m.group("unit")[0].value != "WE" or _plural(m, "unit"):
        return None
    return m.make("period", unit="WE", value="nearest")


def _past(m: _Match) -> Expression | None:
    """ "the past three years", "the next two weeks": durations."""
    return m.make(
        "duration",
        unit=m.group("unit")[-1].value,
        amount=number(m.group("amount")),
        shift=m.relative("dir")[0],
    )


def _recent(m: _Match) -> Expression | None:
    unit = m.group("unit")[0]
    return m.make("reference", value="PAST_REF") if unit.value not in {"S"} else None


def _past_unit(m: _Match) -> Expression | None:
    unit = m.group("unit")[0].value
    return m.make("duration", unit=unit, amount=1.0 if not _plural(m, "unit") else None, shift=-1)


def _plural(m: _Match, name: str) -> bool:
    """Whether a unit stands in the plural; the lexicon keeps one value for both."""
    return m.words[m.group(name)[-1].start : m.group(name)[-1].end].lower().endswith("s")


def _edge(m: _Match) -> Expression | None:
    """ "the end of the year", "mid-week": a part of the current unit."""
    unit = m.group("unit")[0]
    if _plural(m, "unit") or unit.value in {"S", "MIN", "H"}:
        return None
    if not any(p.kind == "t" for p in m.pieces) and m.group("early")[0].kind == "m":
        return m.make("period", unit=unit.value, part=_part(m)) if unit.value in "YWM" else None
    return m.make("period", unit=unit.value, part=_part(m))


def _period(m: _Match) -> Expression | None:
    shift, base = m.relative("dir")
    unit = m.group("unit")[0]
    if unit.kind == "p":
        if base == "text" and m.group("dir")[-1].kind != "S":
            return None
        offset = -1.0 if shift < 0 else float(shift)
        return m.make("day", amount=offset, clock="T" + unit.value, base=base)
    if unit.value in {"S", "MIN"}:
        return None
    if _plural(m, "unit"):
        kind = m.group("dir")[-1].kind
        if kind == "S" or shift == 0:
            return None
        return m.make("duration", unit=unit.value, amount=None, shift=shift)
    if unit.value == "H":
        return None
    return m.make("period", unit=unit.value, shift=shift, base=base, part=_part(m))


def _set(m: _Match) -> Expression | None:
    unit, amount = m.group("unit")[0], m.group("amount")
    if unit.kind == "U":
        count = number(amount) if amount and amount[0].kind != "0" else 1.0
        return m.make("set", value=duration(unit.value, count), unit=unit.value)
    values = {
        "W": f"XXXX-WXX-{unit.value}",
        "M": f"XXXX-{int(unit.value or 0):02d}" if unit.kind == "M" else "",
        "p": f"XXXX-XX-XXT{unit.value}",
        "s": f"XXXX-{unit.value}",
    }
    return m.make("set", value=values[unit.kind])


def _sets(m: _Match) -> Expression | None:
    return m.make("set", value=m.pieces[0].value)


def duration(unit: str, amount: float | None) -> str:
    """A TIMEX3 duration: P10Y, PT24H, P2W, PXM; weekends and fortnights as TIMEX3 has them."""
    if unit == "FN":
        unit, amount = "W", amount * 2 if amount else None
    scale = {"10Y": 10, "100Y": 100, "1000Y": 1000}.get(unit)
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


def _duration(m: _Match) -> Expression | None:
    unit = m.group("unit")[-1]
    amount = number(m.group("amount"))
    if unit.value == "Q":
        return None
    first = m.group("amount")[0]
    if first.kind == "A" and len(m.group("amount")) == 1:
        before = m.before
        if unit.value in {"S", "Q"} or _plural(m, "unit"):
            return None
        if before is not None and before.kind in "dNnq.'" and _is_rate(before, m):
            return m.make("set", value=duration(unit.value, 1.0), unit=unit.value)
    return m.make("duration", unit=unit.value, amount=amount)


def _is_rate(before: Piece, m: _Match) -> bool:
    """Whether a unit after "a" is a rate: "twice a week", "5 a day"."""
    return before.kind in "dNn" or before.value.lower() in {"twice", "once", "times", "percent"}


def _bare(m: _Match) -> Expression | None:
    """Units alone: "for years", "decades of war", "year-long"."""
    unit = m.group("unit")[0]
    before = m.before
    long = len(m.pieces) > 1 and m.pieces[-1].kind == "r"
    if long:
        return m.make("duration", unit=unit.value, amount=1.0)
    if len(m.pieces) > 1 or not _plural(m, "unit") or unit.value in {"S", "Q"}:
        return None
    if before is None or before.kind not in "i" or before.value not in {""}:
        return None
    word = m.words[before.start : before.end].lower()
    if word not in {"for", "in", "over", "within", "during", "throughout"}:
        return None
    return m.make("duration", unit=unit.value, amount=None)


def _reference(m: _Match) -> Expression | None:
    piece = m.pieces[-1]
    if piece.kind == "T":
        return m.make("reference", value="PRESENT_REF") if piece.value == "current" else None
    if piece.kind == "P":
        return m.make("reference", value="PAST_REF") if len(m.pieces) > 1 else None
    return m.make("reference", value=piece.value)


def _feast(m: _Match) -> Expression | None:
    return m.make("feast", year=m.year(), value=m.value("h"))


def _clock_alone(m: _Match) -> Expression | None:
    clock = m.clock()
    first = m.pieces[0]
    if not clock or (first.kind == "k" and len(first.value.partition(":")[2]) < 2):
        return None
    return m.make("clock", clock=clock)


def _part_alone(m: _Match) -> Expression | None:
    """ "in the morning": a part of the day last named."""
    before = m.before
    if m.pieces[0].kind != "t" or before is None or before.kind not in "i":
        return None
    return m.make("clock", clock="T" + m.value("p"))


BUILDERS: dict[str, Callable[[_Match], Expression | None]] = {
    "iso": _iso,
    "figures": _figures,
    "month_days": _days,
    "months_days": _days,
    "days_month": _days,
    "days_months": _days,
    "month_day": _date,
    "day_month": _date,
    "months": _months,
    "month": _month,
    "season": _season,
    "quarter": _quarter,
    "half": _half,
    "century": _century,
    "decade": _decade,
    "era": _era,
    "era_before": _era,
    "years": _years,
    "year": _year,
    "weekday": _weekday,
    "short_weekday": _weekday,
    "today": _today,
    "ago": _ago,
    "half_ago": _ago,
    "past": _past,
    "recent": _recent,
    "past_unit": _past_unit,
    "edge": _edge,
    "period": _period,
    "weekend": _weekend,
    "set": _set,
    "sets": _sets,
    "duration": _duration,
    "bare": _bare,
    "reference": _reference,
    "feast": _feast,
    "clock": _clock_alone,
    "part": _part_alone,
}


def expressions(chars: str, start: int, end: int) -> Iterator[Expression]:
    """The expressions of a stretch of text, in order, none overlapping another."""
    found = pieces(chars, start, end)
    codes = "".join(piece.kind for piece in found)
    position = 0
    while match := _search().search(codes, position):
        name = match.lastgroup or ""
        made, position = None, match.start() + 1
        for candidate in _candidates(name):
            again = _pattern(candidate).match(codes, match.start())
            if again and again.end() > again.start():
                made = BUILDERS[candidate](_Match(candidate, again, found, chars))
                if made:
                    position = again.end()
                    yield made
                    break


@cache
def _candidates(name: str) -> tuple[str, ...]:
    """The pattern that matched and those after it: one that declines leaves it to the next."""
    names = [n for n, _ in PATTERNS]
    return tuple(names[names.index(name) :])
