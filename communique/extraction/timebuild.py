"""What one matched expression of time says: its pieces as fields, or None where they say nothing.

Each pattern of `timex` has a builder here; one that declines leaves the words to the next pattern.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from communique.extraction.moments import exists
from communique.extraction.timeforms import Expression, Match, direction, duration, number
from communique.extraction.timewords import Piece


def _date(m: Match) -> Expression | None:
    """A day of a month, with or without year, weekday and time of day."""
    day = int(m.group("day")[0].value)
    month = int(m.value("M"))
    if not exists(m.year(), month, day):
        return None
    return m.make(
        "date",
        year=m.year(),
        month=month,
        day=day,
        weekday=int(m.value("Ww") or 0) or None,
        clock=m.clock(),
    )


def _days(m: Match) -> Expression | None:
    """A range of days, in one month or two."""
    first, last = int(m.group("first")[0].value), int(m.group("last")[0].value)
    month = int(m.value("M"))
    second = m.group("second")
    other = int(second[0].value) if second else month
    year = m.year()
    if not (exists(None, month, first) and exists(year, other, last)):
        return None
    if other == month and first >= last:
        return None
    start = year - 1 if year and other < month else year
    return m.make("date", year=start, month=month, day=first, until=(year, other, last))


def _iso(m: Match) -> Expression | None:
    date, _, clock = m.pieces[0].value.partition("t")
    year, month, day = (int(part) for part in re.split(r"[-/.]", date))
    if not exists(year, month, day):
        return None
    time = "T" + clock[:5] if clock else m.clock()
    return m.make("date", year=year, month=month, day=day, clock=time)


def _figures(m: Match) -> Expression | None:
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
    if not exists(year, month, day):
        return None
    return m.make("date", year=year, month=month, day=day, clock=m.clock())


NAMES_OF_PEOPLE = frozenset({3, 4, 5, 6, 8})
"""March, April, May, June, August: alone they need a word of time or a preposition before them."""


def _month(m: Match) -> Expression | None:
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


def _months(m: Match) -> Expression | None:
    year, last = m.year(), int(m.group("second")[0].value)
    first = int(m.value("M"))
    start = year - 1 if year and last < first else year
    return m.make("date", year=start, month=first, until=(year, last, None))


def _part(m: Match) -> str:
    return next((p.value for p in m.group("early") if p.kind in "me"), "")


def _season(m: Match) -> Expression | None:
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


def _quarter(m: Match) -> Expression | None:
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


def _short_quarter(m: Match) -> Expression | None:
    """ "Q3 2011"."""
    return m.make("quarter", year=m.year(), amount=int(m.value("u")))


def _half(m: Match) -> Expression | None:
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


def _century(m: Match) -> Expression | None:
    nth = m.group("nth")
    if m.group("unit")[0].value != "100Y" or all(p.kind == "N" for p in nth):
        return None
    place = int(number(nth) or 0)
    if not 1 <= place <= 30:
        return None
    era = m.group("era")
    value = f"BC{place - 1:02d}" if era and era[0].value == "BC" else f"{place - 1:02d}"
    return m.make("century", value=value, part=_part(m))


def _decade(m: Match) -> Expression | None:
    piece = m.of_kind("D")[0]
    bare = len(m.words[piece.start : piece.end].strip("'’s")) != 4
    if bare and m.words[piece.start] not in "'’" and not any(p.kind in "tm" for p in m.pieces):
        return None
    return m.make("decade", value=piece.value, part=_part(m))


def _era(m: Match) -> Expression | None:
    first = m.group("first")[0]
    if not first.value.isdigit():
        return None
    bc = m.value("B") == "BC"
    value = f"BC{int(first.value):04d}" if bc else f"{int(first.value):04d}"
    return m.make("reference", value=value, unit="Y")


def _year(m: Match) -> Expression | None:
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


def _years(m: Match) -> Expression | None:
    first, last = int(m.group("first")[0].value), m.group("last")[0].value
    if len(last) == 2:
        last = str(first // 100) + last
    if not last.isdigit() or len(last) != 4 or not first < int(last) <= 2199:
        return None
    return m.make("date", year=first, until=(int(last), None, None))


def _weekday(m: Match) -> Expression | None:
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


def _day_of_month(m: Match) -> Expression | None:
    """ "the 20th of this month"."""
    unit, day = m.pieces[-1].value, int(m.group("day")[0].value)
    if unit != "M" or not 1 <= day <= 31:
        return None
    shift, base = m.relative("rel")
    return m.make("day_of_month", day=day, unit="M", shift=shift, base=base)


def _weekday_of_week(m: Match) -> Expression | None:
    """ "Friday next week", "last week on Monday"."""
    if m.value("U") != "W":
        return None
    shift, _ = m.relative("rel")
    return m.make("weekday", weekday=int(m.value("W")), shift=shift, base="week")


def _today(m: Match) -> Expression | None:
    head = m.of_kind("H")[0]
    part = m.group("part")
    clock = m.clock()
    if part:
        clock = "T" + part[0].value
    return m.make("day", amount=float(head.value), clock=clock)


def _ago(m: Match) -> Expression | None:
    unit, way = m.group("unit")[-1].value, m.group("way")[0]
    event_follows = m.after is not None and re.match(r"\w", m.words[m.after.start : m.after.end])
    if event_follows and m.words[way.start : way.end].lower() in {"before", "after"}:
        return None
    amount = 0.5 if m.name == "half_ago" else number(m.group("amount"))
    sign = 1 if way.kind == "l" else -1
    if way.kind == "f":
        return m.make("offset", unit=unit, amount=amount, shift=1)
    base = "now" if way.kind == "g" else "text"
    return m.make("offset", unit=unit, amount=amount, shift=sign, base=base)


def _weekend(m: Match) -> Expression | None:
    """ "the weekend": this one or the last, as the tense says."""
    if m.group("unit")[0].value != "WE" or _plural(m, "unit"):
        return None
    return m.make("period", unit="WE", value="nearest")


def _past(m: Match) -> Expression | None:
    """ "the past three years", "the next two weeks": durations."""
    return m.make(
        "duration",
        unit=m.group("unit")[-1].value,
        amount=number(m.group("amount")),
        shift=m.relative("dir")[0],
    )


def _recent(m: Match) -> Expression | None:
    unit = m.group("unit")[0]
    return m.make("reference", value="PAST_REF") if unit.value not in {"S"} else None


def _past_unit(m: Match) -> Expression | None:
    unit = m.group("unit")[0].value
    return m.make("duration", unit=unit, amount=1.0 if not _plural(m, "unit") else None, shift=-1)


def _plural(m: Match, name: str) -> bool:
    """Whether a unit stands in the plural; the lexicon keeps one value for both."""
    return m.words[m.group(name)[-1].start : m.group(name)[-1].end].lower().endswith("s")


def _edge(m: Match) -> Expression | None:
    """ "the end of the year", "mid-week": a part of the current unit."""
    unit = m.group("unit")[0]
    if _plural(m, "unit") or unit.value in {"S", "MIN", "H"}:
        return None
    if not any(p.kind == "t" for p in m.pieces) and m.group("early")[0].kind == "m":
        return m.make("period", unit=unit.value, part=_part(m)) if unit.value in "YWM" else None
    return m.make("period", unit=unit.value, part=_part(m))


def _period(m: Match) -> Expression | None:
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


def _set(m: Match) -> Expression | None:
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


def _sets(m: Match) -> Expression | None:
    return m.make("set", value=m.pieces[0].value)


def _duration(m: Match) -> Expression | None:
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


def _is_rate(before: Piece, m: Match) -> bool:
    """Whether a unit after "a" is a rate: "twice a week", "5 a day"."""
    return before.kind in "dNn" or before.value.lower() in {"twice", "once", "times", "percent"}


def _bare(m: Match) -> Expression | None:
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


def _reference(m: Match) -> Expression | None:
    piece = m.pieces[-1]
    if piece.kind == "T":
        return m.make("reference", value="PRESENT_REF") if piece.value == "current" else None
    if piece.kind == "P":
        return m.make("reference", value="PAST_REF") if len(m.pieces) > 1 else None
    return m.make("reference", value=piece.value)


def _feast(m: Match) -> Expression | None:
    return m.make("feast", year=m.year(), value=m.value("h"))


def _clock_alone(m: Match) -> Expression | None:
    clock = m.clock()
    first = m.pieces[0]
    if not clock or (first.kind == "k" and len(first.value.partition(":")[2]) < 2):
        return None
    return m.make("clock", clock=clock)


def _part_alone(m: Match) -> Expression | None:
    """ "in the morning": a part of the day last named."""
    before = m.before
    if m.pieces[0].kind != "t" or before is None or before.kind not in "i":
        return None
    return m.make("clock", clock="T" + m.value("p"))


BUILDERS: dict[str, Callable[[Match], Expression | None]] = {
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
    "short_quarter": _short_quarter,
    "half": _half,
    "century": _century,
    "decade": _decade,
    "era": _era,
    "era_before": _era,
    "years": _years,
    "year": _year,
    "day_of_month": _day_of_month,
    "weekday_of_week": _weekday_of_week,
    "week_weekday": _weekday_of_week,
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
