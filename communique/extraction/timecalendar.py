"""What an expression that names a date of the calendar says: days, months, years, quarters, eras.

Each pattern of `timex` has a builder, here or in `timebuild`; it returns None where the words say
nothing, and so leaves them to the next pattern.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from communique.extraction.moments import exists
from communique.extraction.timeforms import Expression, Match, direction, number
from communique.extraction.timewords import Piece
from communique.lexicon.load import table, words


def _date(m: Match) -> Expression | None:
    """A day of a month, with or without year, weekday and time of day."""
    day = int(m.group("day")[0].value)
    month = int(m.value("M"))
    shift, base = m.relative("rel")
    of_year = m.group("rel")
    if not exists(m.year(), month, day) or (of_year and of_year[-1].value != "Y"):
        return None
    return m.make(
        "date",
        year=m.year(),
        month=month,
        day=day,
        shift=shift,
        base=base if of_year else "now",
        unit="Y" if of_year else "",
        value="rel" if of_year else "",
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
    date, _, clock = m.value("I").partition("t")
    year, month, day = (int(part) for part in re.split(r"[-/.]", date))
    if not exists(year, month, day):
        return None
    time = "T" + re.split(r"[z+-]", clock)[0] if clock else m.clock()
    return m.make("date", year=year, month=month, day=day, clock=time)


def _figures(m: Match) -> Expression | None:
    """28/03/2017; where day and month cannot be told apart, only the year is known."""
    text = m.value("J")
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
        if prior == "t" and m.after is not None and m.after.kind in "iF":
            return None  # "the March on Lisbon"
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
        part=m.part(),
    )


def _months(m: Match) -> Expression | None:
    year, last = m.year(), int(m.group("second")[0].value)
    first = int(m.value("M"))
    start = year - 1 if year and last < first else year
    return m.make("date", year=start, month=first, until=(year, last, None))


def _season(m: Match) -> Expression | None:
    shift, base = m.relative("dir")
    year = m.year() or m.year("before")
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
    """ "Q3 2011"; "H1" alone may be anything."""
    if not m.value("u").isdigit():
        return None
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
    return m.make("century", value=value, part=m.part())


def _decade(m: Match) -> Expression | None:
    piece = m.of_kind("D")[0]
    bare = len(m.words[piece.start : piece.end].strip("'’s")) != 4
    if bare and m.words[piece.start] not in "'’" and not any(p.kind in "tm" for p in m.pieces):
        return None
    if not bare and piece.value.endswith("0") and piece.value < "200":
        return m.make("century", value=piece.value[:2], part=m.part())
    return m.make("decade", value=piece.value, part=m.part())


def _era(m: Match) -> Expression | None:
    first = m.group("first")[0]
    if not first.value.isdigit() or not 0 < int(first.value) < 10000:
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
    if m.before is not None and _numbered(m, m.before):
        return None
    if after is not None and (after.kind in "UNK" or after.value in {"%", "percent"}):
        return None
    counts = not placed or (before in {"#", "&"} and not m.group("early") and not _paired(m))
    if counts and after is not None and after.kind == "." and _is_plural(after.value):
        return None
    return m.make("date", year=year, part=m.part())


def _numbered(m: Match, before: Piece) -> bool:
    """Whether the word before a number says that it is none of a year: "page 1998", "$ 2000",
    "at least 1950"; "about 1950" may be one."""
    word = m.words[before.start : before.end].lower()
    return word in _beside("before") or (before.kind == "a" and word != "about")


def _paired(m: Match) -> bool:
    """Whether another year is joined to this one: "between 2003 and 2005 talks stalled"."""
    start = m.match.start()
    return start > 1 and m.all[start - 2].kind in "yY"


def _is_plural(word: str) -> bool:
    """Whether a word looks like a plural: "was" and "its" do not count."""
    ends = re.match(r"[a-z]+s$", word) and word not in words("function_words.tsv")
    return bool(ends) or word in _beside("after")


@cache
def _beside(place: str) -> frozenset[str]:
    """The words beside a number that is no year."""
    return frozenset(row["word"] for row in table("no_years.tsv") if row["place"] == place)


def _spoken_year(m: Match) -> Expression | None:
    """ "nineteen ninety-six", "the year two thousand", "January nineteen ninety-six"."""
    first, *rest = (int(p.value) for p in m.of_kind("N"))
    named = m.group("named")
    if named and named[-1].value != "Y":
        return None
    if 16 <= first <= 20 and 10 <= sum(rest) <= 99:
        year = first * 100 + sum(rest)
    elif first == 2 and rest[0] == 1000 and named:
        year = 2000 + sum(rest[1:])
    else:
        return None
    month = m.value("M")
    return m.make("date", year=year, month=int(month) if month else None)


def _years(m: Match) -> Expression | None:
    first, piece = int(m.group("first")[0].value), m.group("last")[0]
    last = m.words[piece.start : piece.end]
    if len(last) == 2:
        last = str(first // 100) + last
    if not last.isdigit() or len(last) != 4 or not first < int(last) <= 2199:
        return None
    return m.make("date", year=first, until=(int(last), None, None))


CALENDAR: dict[str, Callable[[Match], Expression | None]] = {
    "iso": _iso,
    "figures": _figures,
    "month_days": _days,
    "months_days": _days,
    "days_month": _days,
    "days_months": _days,
    "month_day_of": _date,
    "day_month_of": _date,
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
    "spoken_year": _spoken_year,
    "years": _years,
    "year": _year,
}
