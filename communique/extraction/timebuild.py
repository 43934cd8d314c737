"""What an expression that counts from some day, or names no day at all, says: "last week", "two
years ago", "for ten days", "every year", "recently".

Each pattern of `timex` has a builder, here or in `timecalendar`; it returns None where the words
say nothing, and so leaves them to the next pattern.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from communique.extraction.calendars import CALENDARS
from communique.extraction.dayparts import PARTS
from communique.extraction.feasts import FEASTS
from communique.extraction.figures import FIGURES
from communique.extraction.fiscal import FISCAL
from communique.extraction.lengths import LENGTHS
from communique.extraction.nth import NTH
from communique.extraction.repeating import SETS
from communique.extraction.timecalendar import CALENDAR
from communique.extraction.timefocus import FOCUSED
from communique.extraction.timeforms import Expression, Match, direction, duration, number
from communique.extraction.timewords import Piece


def _weekday(m: Match) -> Expression | None:
    shift, _ = m.relative("dir")
    det = m.group("dir")
    told = bool(det) and (det[-1].kind == "S" or det[-1].value == "following")
    return m.make(
        "weekday",
        weekday=int(m.value("W") or m.value("w")),
        shift=shift,
        base="free" if not det else "text" if told else "now",
        clock=m.clock(),
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
    return m.make("weekday", weekday=int(m.value("Ww")), shift=shift, base="week")


def _today(m: Match) -> Expression | None:
    head = m.of_kind("H")[0]
    tonight = m.words[head.start : head.end].lower() == "tonight"
    clock = m.clock(within="NI" if tonight else "")
    noon = [p for p in m.group("part") if p.kind == "C"]
    if noon:
        clock = "T" + noon[0].value
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


def _units_ago(m: Match) -> Expression | None:
    """ "Months ago", "years later"."""
    return _ago(m) if _plural(m, "unit") else None


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
    if _plural(m, "unit"):
        return m.make("duration", unit=unit.value)
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
        return m.make("period", unit=unit.value, part=m.part()) if unit.value in "YWM" else None
    return m.make("period", unit=unit.value, part=m.part())


def _period(m: Match) -> Expression | None:
    shift, base = direction([*m.group("early"), *m.group("dir")])
    unit = m.group("unit")[0]
    if unit.kind == "p":
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
    return m.make("period", unit=unit.value, shift=shift, base=base, part=m.part())


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


HUNDRED = 100
"""From here on a number takes an article: "a hundred years"."""


def _hour_of(m: Match, first: Piece, unit: Piece) -> str:
    """The time of day of "at 1400 hours"; empty for a length."""
    written = re.fullmatch(r"([01]\d|2[0-3])([0-5]\d)", m.words[first.start : first.end])
    if not written or unit.value != "H" or m.before is None or m.before.kind not in "if":
        return ""
    word = m.words[m.before.start : m.before.end].lower()
    return f"T{written[1]}:{written[2]}" if word in {"at", "by", "from", "around"} else ""


def _duration(m: Match) -> Expression | None:
    unit = m.group("unit")[-1]
    amount = number(m.group("amount"))
    if unit.value == "Q":
        return None
    first = m.group("amount")[0]
    if hour := _hour_of(m, first, unit):
        return m.make("clock", clock=hour)
    if first.kind == "q" and m.before is not None and m.before.value.lower() == "as":
        return None  # "the third in as many months" names no number
    if first.kind == "A" and m.group("amount")[-1].kind == "N" and (amount or 0) < HUNDRED:
        return None
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


def _clock_alone(m: Match) -> Expression | None:
    clock = m.clock()
    first = m.pieces[0]
    if not clock or (first.kind == "k" and len(first.value.partition(":")[2]) < 2):
        return None
    return m.make("clock", clock=clock)


def _part_alone(m: Match) -> Expression | None:
    """ "in the morning": a part of the day last named; "at night": of no day."""
    before = m.before
    if before is not None and m.words[before.start : m.pieces[0].end].lower() == "at night":
        return m.make("reference", value="XXXX-XX-XXTNI")
    if m.pieces[0].kind != "t" or before is None or before.kind not in "i":
        return None
    return m.make("clock", clock="T" + m.value("p"))


BUILDERS: dict[str, Callable[[Match], Expression | None]] = {
    **CALENDAR,
    **NTH,
    **PARTS,
    **FEASTS,
    **CALENDARS,
    **FISCAL,
    **FIGURES,
    **SETS,
    **LENGTHS,
    **FOCUSED,
    "day_of_month": _day_of_month,
    "weekday_of_week": _weekday_of_week,
    "week_weekday": _weekday_of_week,
    "weekday": _weekday,
    "short_weekday": _weekday,
    "today": _today,
    "ago": _ago,
    "half_ago": _ago,
    "units_ago": _units_ago,
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
    "clock": _clock_alone,
    "part": _part_alone,
}
