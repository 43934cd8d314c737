"""How times, names and links are written on a page."""

from __future__ import annotations

import calendar
import re
from urllib.parse import quote, urlencode

from communique.model.identity import Citation
from communique.model.report import Time

MONTHS = calendar.month_name
WEEKDAYS = calendar.day_name


def when(time: Time | None) -> str:
    """A time as people write it: "23–24 January 2017", "21 October, year not given"."""
    if time is None:
        return "time not given"
    if time.start is None:
        weekday = re.fullmatch(r"XXXX-WXX-([1-7])", time.value)
        return f"a {WEEKDAYS[int(weekday[1]) - 1]}" if weekday else time.value
    if not time.end or time.end == time.start:
        return day_words(time.start)
    if time.start[:7] == time.end[:7] and len(time.start) == len(time.end) == 10:
        return f"{int(time.start[8:])}–{day_words(time.end)}"
    return f"{day_words(time.start)} – {day_words(time.end)}"


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


def cite(citation: Citation) -> str:
    """The address of the page that shows a citation in its report."""
    return cite_span(citation.report, citation.start, citation.end)


def cite_span(report: str, start: int, end: int) -> str:
    """The address of the page that shows these characters of a report."""
    return f"/reports/{quote(report)}?cite={start}-{end}#cited"


def address(kind: str, id: str) -> str:
    """The address of a thing's page."""
    return f"/{kind}/{quote(id, safe='')}"


def query(path: str, **values: str | int | None) -> str:
    """An address with those values that are given."""
    given = {key: value for key, value in values.items() if value not in (None, "", 0)}
    return f"{path}?{urlencode(given)}" if given else path
