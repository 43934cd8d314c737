"""How times, names and links are written on a page."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from functools import cache
from urllib.parse import quote, urlencode

from communique.lexicon.gazetteer import feature_word
from communique.lexicon.load import table
from communique.lexicon.renamed import names_of
from communique.model.contract import Json, time_from_json
from communique.model.identity import Citation
from communique.model.report import Time

MONTHS = calendar.month_name
WEEKDAYS = calendar.day_name
BASES = {
    "stated": "the report gives it",
    "resolved": "worked out from the words and the day of the report",
    "dateline": "taken from the dateline",
    "inferred": "not said: concluded from other things",
}
FROM = {"syntax": "its own words", "sentence": "its sentence", "report": "the day of the report"}
"""What gives an event or statement its time."""


AUX = {
    "historical": "of the past",
    "future": "still to come",
    "hypothetical": "only supposed",
    "negation": "did not happen",
}
"""PLOVER's auxiliary modes as people say them."""


def kind(type: str, mode: str | None, format: str | None) -> str:
    """What an event is, in few words: a meeting by its format or mode ("Press conference"), another
    by its type, with its mode beside it ("Request (yield)")."""
    if format or (type == "CONSULT" and mode):
        return (format or mode or "").replace("-", " ").capitalize()
    return f"{type.capitalize()} ({mode.replace('-', ' ')})" if mode else type.capitalize()


def when(time: Time | None) -> str:
    """A time as people write it: "23–24 January 2017", "by 2 May 2017", "21 October, year
    not given"."""
    if time is None:
        return "time not given"
    if time.start is None and time.end:
        return f"by {day_words(time.end)}"
    if time.start is None:
        weekday = re.fullmatch(r"XXXX-WXX-([1-7])", time.value)
        return f"a {WEEKDAYS[int(weekday[1]) - 1]}" if weekday else time.value
    if not time.end or time.end == time.start:
        return day_words(time.start)
    if time.start[:7] == time.end[:7] and len(time.start) == len(time.end) == 10:
        return f"{int(time.start[8:])}–{day_words(time.end)}"
    return f"{day_words(time.start)} – {day_words(time.end)}"


LENGTHS = {"Y": "year", "M": "month", "W": "week", "D": "day", "H": "hour", "S": "second"}


def lasting(value: str) -> str:
    """A TIMEX3 length as people write it: "2 hours", "1 hour 30 minutes"; one of another form stays
    as it is."""
    day, _, clock = value.removeprefix("P").partition("T")
    parts = [(n, LENGTHS.get(unit)) for n, unit in re.findall(r"([\d.]+)([A-Z])", day)]
    clocked = re.findall(r"([\d.]+)([HMS])", clock)
    parts += [(n, "minute" if unit == "M" else LENGTHS[unit]) for n, unit in clocked]
    if not parts or any(word is None for _, word in parts):
        return value
    return " ".join(f"{n} {word}{'' if n == '1' else 's'}" for n, word in parts)


def told_when(time: Json) -> str:
    """A time of a reading (format 1) as people write it."""
    return when(time_from_json(time))


def day_words(value: str) -> str:
    """An ISO 8601 date of any precision in words; what is of another form stays as it is."""
    match = re.fullmatch(r"(\d{4}|XXXX)(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d:\d\d).*)?", value)
    if not match or (match[2] and not 1 <= int(match[2]) <= 12):
        return value
    year, month, day, clock = match.groups()
    words = str(int(day)) if day else ""
    if month:
        words = f"{words} {MONTHS[int(month)]}".strip()
    if year == "XXXX":
        words += ", year not given"
    else:
        words = f"{words} {year}".strip()
    return f"{words}, {clock}" if clock else words


@cache
def _countries() -> dict[str, str]:
    return {row["iso3"]: row["name"] for row in table("states.tsv")[::-1] if row["iso3"]}


def country_name(code: str | None) -> str:
    """The usual English name of a country; a code of none stays as it is."""
    return _countries().get(code, code) if code else ""


def other_names(name: str, geonameid: int | None) -> tuple[str, ...]:
    """The other names that a place has or had, with their years: "Bombay (until 1995)"."""
    told = names_of(geonameid) if geonameid else ()
    dated = [(one.name, _years(one.since, one.until)) for one in told if one.name != name]
    return tuple(f"{other} ({years})" if years else other for other, years in dated)


def _years(start: str, end: str) -> str:
    if start and end:
        return f"{day_words(start)} – {day_words(end)}"
    return f"until {day_words(end)}" if end else f"from {day_words(start)}" if start else ""


def point(lat: float, lon: float) -> str:
    """Coordinates in degrees: "23.13° N, 82.38° W"."""
    north, east = ("N" if lat >= 0 else "S"), ("E" if lon >= 0 else "W")
    return f"{abs(lat):.2f}° {north}, {abs(lon):.2f}° {east}"


def feature(code: str | None) -> str:
    """What kind of place a feature code of GeoNames is, in a word."""
    return feature_word(code or "")


def cite(citation: Citation) -> str:
    """The address of the page that shows a citation in its report."""
    return cite_span(citation.report, citation.start, citation.end)


def cite_span(report: str, start: int, end: int) -> str:
    """The address of the page that shows these characters of a report."""
    return f"/reports/{quote(report)}?cite={start}-{end}#cited"


def address(kind: str, id: str) -> str:
    """The address of a thing's page."""
    return f"/{kind}/{quote(id, safe='')}"


def choices(values: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """What a choice of a form offers: nothing, which is all, and these."""
    return (("", "all"), *((value, value) for value in values))


def query(path: str, **values: str | int | None) -> str:
    """An address with those values that are given."""
    given = {key: value for key, value in values.items() if value not in (None, "", 0)}
    return f"{path}?{urlencode(given)}" if given else path
