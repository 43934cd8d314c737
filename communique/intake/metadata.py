"""What a report says of itself: title, outlet, agencies, author, dateline, day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.intake import headline, names
from communique.intake.datelines import Found, find_dateline
from communique.intake.dates import Stated, find_dates
from communique.intake.lines import flatten
from communique.lexicon.load import words
from communique.model.report import Dateline, Segment, Time
from communique.model.text import Span

_WORD = r"[A-Z][\w'&-]*(?:\.\w[\w'&-]*)*"
_NAMED = rf"(?P<name>(?:the\s+)?{_WORD}(?:\s+(?:of|the|and|&|de|la|{_WORD})){{0,5}})"
_OUTLET = tuple(
    re.compile(pattern, re.IGNORECASE if loose else 0)
    for pattern, loose in (
        (rf"^{_NAMED}\s+(?:is|are|does|do|bears|accepts|takes|assumes)\s+(?:not|no)\b", False),
        (rf"\b(?:views?|position|policy|opinions?|stance)\s+of\s+{_NAMED}", False),
        (
            rf"(?:©|\([Cc]\)|[Cc]opyright)\s*(?:©\s*)?(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?)?,?\s*(?:by\s+)?{_NAMED}",
            False,
        ),
        (rf"\b[Aa]ll\s+[Rr]ights\s+[Rr]eserved\s+(?:by|to|for)\s+{_NAMED}", False),
        (rf"\b(?:[Aa]ppeared|[Pp]ublished)\s+(?:in|on|by|at)\s+{_NAMED}", False),
        (rf"\b[Rr]epublished\s+from\s+{_NAMED}", False),
    )
)
_PRINTED = re.compile(rf"\b[Pp]ublished\s+(?:in|on)\s+{_NAMED}")
_NOT_OUTLETS = re.compile(
    r"^(?:the\s+)?(?:authors?|writers?|editors?|all|this|views|opinions|content|comments?|material|we|"
    r"copyright|rights|its|his|her|their|any|website|site|publisher|company|owner)\b",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"\s+(?:all|rights?|reserved|and|or|the|of|in|copyright|inc\.?|ltd\.?|llc\.?)$", re.IGNORECASE
)
_CREDIT_LABEL = re.compile(
    r"^[(\[]?\s*(?:(?:original\s+|news\s+)?sources?|via|agency|agencies|fonte|fuente|quelle|credits?|"
    r"with\s+(?:additional\s+)?(?:inputs?|files|reporting)\s+(?:from|by)|courtesy(?:\s+of)?)\s*[:\-–—|]?\s*",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\b(?:reporting|writing|editing|compiled|translated|edited|written)\b", re.IGNORECASE
)
_PICTURE = re.compile(r"\b(?:photos?|images?|picture|getty|pic|file)\b", re.IGNORECASE)
_AND = re.compile(r"\s*(?:[/,;&|]|\band\b)\s*")
_GENERIC = re.compile(
    r"^(?:news\s+)?(?:agenc(?:y|ies)|websites?|media|news|wires?|internet|staff|press|various|others?|"
    r"web\s+desk|news\s+desk|services?|news\s+services?|end|ends|sources?|"
    r"(?:local|foreign|international|state|national|russian|iranian|arab|western)\s+\w+)$",
    re.IGNORECASE,
)
_BY = re.compile(r"^(?:by|author|written by|reporter|writer)\b[:\s]+(?P<names>.+)$", re.IGNORECASE)
_PUBLISHED = re.compile(r"\b(?:publi|posted|first|release|issue|creat|date)", re.IGNORECASE)
_CHANGED = re.compile(r"\b(?:updat|modif|edited|last)", re.IGNORECASE)


CHANGED = 1
"""What a date above the body is worth that is called the day of a change."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a report says of itself; None or empty where it says nothing."""

    title: str | None
    outlet: str | None
    agencies: tuple[str, ...]
    author: str | None
    dateline: Dateline | None
    published: Time | None


def read_metadata(text: str, segments: Sequence[Segment]) -> Metadata:
    """What the labelled lines of a report say of it."""
    flat = flatten(text)
    found = _dateline(flat, segments)
    return Metadata(
        title=_title(text, segments),
        outlet=_outlet(flat, segments),
        agencies=_agencies(flat, segments),
        author=_author(flat, segments),
        dateline=found[1] if found else None,
        published=_published(flat, segments, found),
    )


def time_of(date: Stated, offset: int | None, basis: str = "stated") -> Time:
    """A date of publication as a Time. `offset` is where the line stands in the report, None when
    the date is not in its text."""
    span = None if offset is None else Span(offset + date.start, offset + date.end)
    return Time(date.iso, None, span, date.iso, date.precision, basis, date.why)


def stated_time(value: str, where: str) -> Time | None:
    """The date that a source gives apart from the text, None when it holds none."""
    dates = [date for date in find_dates(flatten(value)) if date.has_year]
    if not dates:
        return None
    return Time(
        dates[0].iso, None, None, dates[0].iso, dates[0].precision, "stated", f"stated in {where}"
    )


def _of(segments: Sequence[Segment], *kinds: str) -> Iterator[Segment]:
    return (segment for segment in segments if segment.kind in kinds)


def _title(text: str, segments: Sequence[Segment]) -> str | None:
    return next((text[s.start : s.end] for s in _of(segments, "title")), None)


# --- outlet --------------------------------------------------------------------------------------


def _outlet(flat: str, segments: Sequence[Segment]) -> str | None:
    """The outlet that a disclaimer, a copyright line or the headline's own line names."""
    for segment in _of(segments, "disclaimer", "notice", "byline"):
        line = flat[segment.start : segment.end]
        for pattern in (_PRINTED,) if segment.kind == "byline" else _OUTLET:
            for match in pattern.finditer(line):
                if name := _outlet_name(match["name"]):
                    return name
    return _site(flat, segments)


def _outlet_name(name: str) -> str | None:
    name = name.strip(" .,'\"")
    while (shorter := _TRAILING.sub("", name)) != name:
        name = shorter
    if not name or _NOT_OUTLETS.match(name) or not name[0].isalpha():
        return None
    if name.split()[0].lower() in words("months.tsv") or name.lower().endswith("day"):
        return None
    return name


def _site(flat: str, segments: Sequence[Segment]) -> str | None:
    """The site's name behind the headline ("… - Daily Example"), or on a line of its own."""
    title = next((flat[s.start : s.end] for s in _of(segments, "title")), None)
    for segment in _of(segments, "credit", "other"):
        line = flat[segment.start : segment.end]
        if _follows_headline(segment, flat, segments):
            return line.strip(" |-–—»«:") or None
        length, site = headline.split_site(line)
        if site and title and line[:length].strip() == title:
            return site
    for segment in _of(segments, "credit"):
        if known := names.outlet(flat[segment.start : segment.end]):
            return known
    return None


def _follows_headline(segment: Segment, flat: str, segments: Sequence[Segment]) -> bool:
    """Whether it stands behind the headline on the same line."""
    return segment.kind == "credit" and any(
        title.end <= segment.start and not flat[title.end : segment.start].strip(" ")
        for title in _of(segments, "title")
    )


# --- agencies ------------------------------------------------------------------------------------


def _agencies(flat: str, segments: Sequence[Segment]) -> tuple[str, ...]:
    """The agencies that the dateline and the credits name, in the order of the text."""
    found: dict[str, str] = {}
    for segment in _of(segments, "dateline", "credit", "byline"):
        line = flat[segment.start : segment.end]
        if segment.kind == "dateline":
            dateline = _reread(line)
            named = [dateline.agency] if dateline and dateline.agency else []
        elif segment.kind == "byline":
            named = [n for n in map(names.agency, re.split(r"[,|(/]|\s[-–—]\s", line)) if n]
        else:
            named = [] if _follows_headline(segment, flat, segments) else _credited(line)
        for name in named:
            found.setdefault(names.plain(name), name)
    return tuple(found.values())


def _credited(line: str) -> list[str]:
    """The agencies that a credit names. Photographs' credits name none of the text's."""
    labelled = _CREDIT_LABEL.match(line)
    rest = line[labelled.end() :] if labelled else line
    if _PEOPLE.search(line) or (_PICTURE.search(line) and not labelled):
        return []
    found: list[str] = []
    for part in _AND.split(rest.strip(" .()[]|-–—")):
        part = part.strip(" .()[]*'\"")
        if ":" in part or any(character.isdigit() for character in part):
            continue
        known = names.agency(part) or (names.outlet(part) if labelled else None)
        if known:
            found.append(known)
        elif labelled and _is_name(part) and not _GENERIC.match(part):
            found.append(part)
    return found


def _is_name(part: str) -> bool:
    words = part.split()
    return 0 < len(words) <= 5 and part[0].isupper() and "http" not in part and "www" not in part


# --- author --------------------------------------------------------------------------------------


def _author(flat: str, segments: Sequence[Segment]) -> str | None:
    for segment in _of(segments, "byline"):
        match = _BY.match(flat[segment.start : segment.end])
        if match:
            author = re.split(r"\s*[|,(•·]|\s[-–—]\s", match["names"])[0].strip()
            dates = find_dates(author)
            author = author[: dates[0].start].strip() if dates else author
            if author and not names.agency(author) and not re.search(r"\bstaff\b", author, re.I):
                return author
    return None


# --- dateline and day of publication -------------------------------------------------------------


def _reread(line: str) -> Found | None:
    """The dateline again, from its segment: what stands behind its mark does not matter."""
    return find_dateline(f"{line} X") or find_dateline(line, alone=True)


def _dateline(flat: str, segments: Sequence[Segment]) -> tuple[Segment, Dateline, Found] | None:
    for segment in _of(segments, "dateline"):
        found = _reread(flat[segment.start : segment.end])
        if found is not None:
            date = found.date.iso if found.date else None
            end = segment.start + len(flat[segment.start : segment.end].rstrip())
            return segment, Dateline(found.place, date, found.agency, segment.start, end), found
    return None


def _published(
    flat: str, segments: Sequence[Segment], dateline: tuple[Segment, Dateline, Found] | None
) -> Time | None:
    """The day of publication: a date on a line of its own, best above the body or called one of
    publication; else the dateline's; else a day without its year; else None."""
    lines = _dated_lines(flat, segments)
    full = [(worth, time) for worth, time in lines if not (time.start or "").startswith("XXXX")]
    best = max(full, key=lambda entry: entry[0]) if full else None
    at_line = _of_dateline(dateline)
    if best and (best[0] > CHANGED or at_line is None or at_line.basis == "dateline"):
        if best[1].precision == "minute":
            return best[1]
        # The same day may stand elsewhere with its time.
        days = [time for _, time in full if (time.start or "").startswith(best[1].start or "-")]
        return max(days, key=lambda time: len(time.start or ""))
    return at_line or (lines[0][1] if lines else None)


def _dated_lines(flat: str, segments: Sequence[Segment]) -> list[tuple[int, Time]]:
    """The days on lines of their own, each with how likely it is the day of publication."""
    body = next((s.start for s in _of(segments, "body")), len(flat))
    found: list[tuple[int, Time]] = []
    for segment in _of(segments, "byline", "credit", "tags"):
        line = flat[segment.start : segment.end]
        for date in find_dates(line):
            worth = _worth(line[: date.start], above=segment.start < body)
            if date.precision in ("day", "minute") and worth > 0:
                found.append((worth, time_of(date, segment.start)))
    return found


def _of_dateline(dateline: tuple[Segment, Dateline, Found] | None) -> Time | None:
    if dateline is None or dateline[2].date is None:
        return None
    date = dateline[2].date
    return time_of(date, dateline[0].start, "stated" if date.has_year else "dateline")


def _worth(before: str, *, above: bool) -> int:
    """How likely the date behind these words is the day of publication; 0 where it is not: inside
    and below the body only a date that is called so."""
    called = bool(_PUBLISHED.search(before))
    return 4 * called + (CHANGED + 2) * above - 2 * bool(_CHANGED.search(before))
