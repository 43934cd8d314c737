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

_HOUR = r"(?:k(?:,?j)?|[dN](?:j|O(?:,?j)?))"
"""An hour that is known for one: with minutes, a half of the day or o'clock."""

_PART = r"(?:it?p|p)"
ONE = rf"(?:(?:{_MINUTES}P|{_UNTIL}#)(?:{_HOUR}|[dN]){_PART}?|{_HOUR}(?:it?p)?|[dN]it?p|[d]C|C)"
_BARE = r"[dN](?:it?p)?"
RANGE = (
    rf"(?:{ONE}(?:-|#){ONE}|[dN](?:-|#)(?:{_HOUR}(?:it?p)?|[dN]it?p)|(?<=f)(?:{ONE}|[dN])&{ONE}"
    rf"|(?<=f){ONE}(?:-|#|&)[dN](?![UNM])|{ONE}#[dN](?![UNM.&'(-]))"
)
CLOCK = rf"(?:{RANGE}|{ONE})z?z?"
"""A time of day, or a stretch of them: in "5 to 6 p.m." the first is known by the second."""

_ONE = re.compile(ONE)
_PARTED = re.compile(rf"(?P<first>{ONE}|[dN])(?:-|#|&)(?P<last>{ONE}|{_BARE})")
_AFTERNOON = frozenset({"AF", "EV"})
DAY = 1440


def clock_of(found: list[Piece], part: str = "") -> str:
    """The time of day of some pieces as TIMEX3 writes it: T22:16, TMO, and for a stretch
    T17:00/T18:00; `part` is the part of the day that the words around them name. Empty where
    they give none."""
    codes = "".join(piece.kind for piece in found).rstrip("z,iF")
    if _ONE.fullmatch(codes):
        return _written(_time(found[: len(codes)], _of_part(found, part)))
    match = _PARTED.fullmatch(codes)
    if not match:
        return ""
    first = found[slice(*match.span("first"))]
    last = found[slice(*match.span("last"))]
    half = _half(last) or _of_part(last, part)
    end = _time(last, half)
    start = _time(first, _half(first) or ("" if _half(last) else _of_part(first, part)))
    if not start or not end or ":" not in start or ":" not in end:
        return ""
    if half and not _half(first):
        start = _nearest(_both(start), end, -1)
    elif (not half and _half(first)) or (not half and end <= start):
        end = _nearest(_both(end), start, 1)
    return f"{_written(start)}/{_written(end)}"


def _of_part(found: list[Piece], part: str) -> str:
    """The half of the day of an hour without one, in a part of the day."""
    hour = next((int(p.value.partition(":")[0]) for p in found if p.kind in "kd"), 0)
    if not part or _half(found) or hour > 12:
        return ""
    if part == "NI":
        return "PM" if 5 <= hour < 12 else "AM"
    return "PM" if part in _AFTERNOON else "AM" if part == "MO" else ""


def _both(time: str) -> list[str]:
    """A time of the first half of the day, in both."""
    hour = int(time[:2])
    return [time, f"{hour + 12:02d}{time[2:]}"] if hour < 12 else [time]


def _nearest(candidates: list[str], other: str, way: int) -> str:
    """The time that is soonest after another (1), or latest before it (-1)."""
    return min(candidates, key=lambda t: (way * (_minutes(t) - _minutes(other)) - 1) % DAY)


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
    if hour > 24 or minute > 59 or (hour == 24 and minute):
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
