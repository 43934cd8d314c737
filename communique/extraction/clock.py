"""Times of day and stretches of them: "9:30 p.m.", "half past eight", "ten to six in the evening",
"between 5 and 6 p.m.", "2200 GMT", "noon", with the zone that follows.

The patterns are over the letters of `timewords`, like those of `timex`.
"""

from __future__ import annotations

import re

from communique.extraction.timewords import Piece

_MINUTES = r"(?:0|A?U|[dN](?:-?N)?U?)"
_UNTIL = r"(?:A?U|[dN](?:-?N)?U)"
"""What stands before "to": a bare number does not ("ten to six" may be a vote)."""

_HOUR = r"(?:k,?j?|[dN](?:j|O(?:,?j)?))"
"""An hour that is known for one: with minutes, a half of the day or o'clock."""

_PART = r"(?:it?p|p)"
ONE = rf"(?:(?:{_MINUTES}P|{_UNTIL}#)(?:{_HOUR}|[dN]){_PART}?|{_HOUR}(?:it?p)?|[dN]it?p|[d]C|C)"
_BARE = r"[dN](?:it?p)?"
RANGE = (
    rf"(?:{ONE}(?:-|#){ONE}|[dN](?:-|#)(?:{_HOUR}(?:it?p)?|[dN]it?p)|(?<=f)(?:{ONE}|[dN])&{ONE}"
    rf"|(?<=f){ONE}(?:-|#|&)[dN](?![UNM]))"
)
CLOCK = rf"(?:{RANGE}|{ONE})z?z?"
"""A time of day, or a stretch of them: in "5 to 6 p.m." the first is known by the second."""

_PARTED = re.compile(
    rf"(?P<first>{ONE}|[dN])(?P<link>-|#|&)(?P<last>{ONE}|{_BARE})(?=z|$)|(?P<only>{ONE})"
)
_AFTERNOON = frozenset({"AF", "EV"})


def clock_of(found: list[Piece]) -> str:
    """The time of day of some pieces as TIMEX3 writes it: T22:16, TMO, and for a stretch
    T17:00/T18:00. Empty where they give none."""
    match = _PARTED.search("".join(piece.kind for piece in found))
    if not match:
        return ""
    if match["only"]:
        return _written(_time(found[slice(*match.span("only"))]))
    first = found[slice(*match.span("first"))]
    last = found[slice(*match.span("last"))]
    half = _half(last) or ("" if _half(first) != "PM" else "PM")
    end = _time(last, "" if _half(last) else half)
    start = _time(first, "")
    if not _half(first) and half:
        tried = _time(first, half)
        start = tried if _minutes(tried) < _minutes(end) else _time(first, "AM")
    if not start or not end:
        return ""
    return f"{_written(start)}/{_written(end)}"


def _written(time: str) -> str:
    return f"T{time}" if time else ""


def _minutes(time: str) -> int:
    return int(time[:2]) * 60 + int(time[3:5]) if time[2:3] == ":" else 0


def _half(found: list[Piece]) -> str:
    """AM or PM, as the pieces say it or their part of the day does."""
    for piece in found:
        if piece.kind == "j":
            return piece.value
        if piece.kind == "p" and piece.value != "NI":
            return "PM" if piece.value in _AFTERNOON else "AM"
    return ""


def _time(found: list[Piece], half: str = "") -> str:
    """One time of day, HH:MM or HH:MM:SS, or a part of the day (MO); empty for none."""
    kinds = "".join(piece.kind for piece in found)
    if kinds.endswith("C") and "k" not in kinds:
        return found[-1].value
    shift = 0
    split = re.search(r"[P#]", kinds)
    if split:
        past = found[split.start()].kind == "P"
        if past and found[split.start()].value != "past":
            return ""
        count = _count(found[: split.start()])
        if count is None:
            return ""
        shift = count if past else -count
        found = found[split.end() :]
    hour = next((p for p in found if p.kind in "kdN"), None)
    if hour is None or not re.fullmatch(r"\d{1,2}(?::\d{1,2}){0,2}", hour.value):
        return ""
    half = half or _half(found)
    night = any(p.kind == "p" and p.value == "NI" for p in found)
    return _at(hour.value, half, night, shift)


def _at(written: str, half: str, night: bool, shift: int) -> str:
    parts = [int(part) for part in written.split(":")]
    hour, minute = parts[0], parts[1] if len(parts) > 1 else 0
    if night and not half and hour <= 12:
        half = "PM" if 6 <= hour < 12 else "AM"
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "PM" else 0)
    if hour > 24 or minute > 59 or (len(parts) == 1 and not half and hour > 24):
        return ""
    total = (hour * 60 + minute + shift) % 1440 if shift else hour * 60 + minute
    seconds = f":{parts[2]:02d}" if len(parts) > 2 and parts[2] else ""
    return f"{total // 60:02d}:{total % 60:02d}{seconds}"


def _count(found: list[Piece]) -> int | None:
    """Minutes: "half", "a quarter", "twenty", "thirty-six minutes"."""
    total = 0
    for piece in found:
        if piece.kind == "0":
            return 30
        if piece.kind == "U":
            if piece.value == "Q":
                return 15 * (total or 1)
            if piece.value != "MIN":
                return None
        elif piece.kind in "dN":
            total += int(float(piece.value))
    return total if 0 < total < 60 else None


_ZONE = re.compile(
    r"\s*\(\s?[A-Z]{2,5}(?:\s?[+-]\s?\d{1,2}(?::?\d\d)?h?)?\s?\)"
    r"|\s(?:UTC|GMT|MSK)\s?[+-]\s?\d{1,2}(?::?\d\d)?h?\b"
    r"|(?<=MT|TC|SK)\s?[+-]\s?\d{1,2}(?::?\d\d)?h?\b"
    r"|\s(?:[A-Z][a-z]+ ){1,2}(?:standard |daylight |Standard |Daylight )?[Tt]ime(?:\s?zone)?\b"
    r"|\s(?:[a-z]+ )?time\s?zone\b"
    r"|\s(?:Eastern|Central|Mountain|Pacific)\b(?! [A-Z])"
)


def zone_end(chars: str, end: int) -> int:
    """Where the zone that follows a time of day ends, "10 a.m. Tehran time", "1 p.m. (UTC+8)";
    `end` where none does."""
    match = _ZONE.match(chars, end)
    return match.end() if match else end
