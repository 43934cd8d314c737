"""Datelines: the place, date and agency at the head of a report's first paragraph.

A dateline is what stands before a dash, a colon or an agency's own mark, when all of it can be
told apart into places, a date, agencies and nothing else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from communique.intake import names
from communique.intake.dates import Stated, find_dates
from communique.lexicon.load import words

LONGEST = 110
"""The most characters of a dateline; the longest of wire style (two places, date, agency in full)
have some 90."""

_MARK = re.compile(
    r"\s*(?:[-–—]{1,3}|:)\s+|\s+[-–—]{1,3}\s*|(?<=[)\]/])\s*[-–—:]{1,2}\s*|(?<=\))\.?\s+(?=[A-Z\"“])"
    r"|(?<=\w[/\]])\.?\s+|(?<=[A-Z]{3})[–—](?=[A-Z\"“])|(?P<stop>\.\s+)(?=[A-Z\"“])"
)
_OPENS = re.compile(r"[A-Z0-9\"'“‘«(\[À-Ý]")
_ARTICLES = frozenset({"the", "al", "el", "la", "los", "las", "le"})
_SMALL = _ARTICLES | {"of", "and", "de", "del", "do", "da", "on", "upon", "in", "at", "by"}
_PART = re.compile(r"[,;/()\[\]|·•]+|\s[-–—]+\s|(?<=[A-Za-z]{3})\.\s")
_FILLER = re.compile(
    r"^(?:\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?|gmt|utc|local time|in|at|from)$", re.I
)
_ACRONYM = re.compile(r"^[A-Z]{2,6}$|^[A-Z]+[a-z]+[A-Z]\w*$")
_WEEKDAY = re.compile(r"^(?:mon|tues|wednes|thurs|fri|satur|sun)day$", re.I)
_PLACE_WORD = re.compile(r"^[A-Z][\w'’.-]*$")
_STATE_ABBREVIATION = re.compile(r"^(?:[A-Z][a-z]{1,4}\.|[A-Z]\.[A-Z]\.|[A-Z]{2})$")


@dataclass(frozen=True, slots=True)
class Found:
    """A dateline: its length in characters, with the mark that ends it, and what it says."""

    length: int
    place: str | None
    date: Stated | None
    agency: str | None


def find_dateline(flat: str, *, first: bool = True, alone: bool = False) -> Found | None:
    """The dateline at the head of a paragraph, or None.

    `first` says that the paragraph opens the report: there a place in ordinary letters before a
    dash is enough, further down capitals, a date or an agency are asked for. With `alone` the
    whole line must be a dateline, and needs no mark at its end.
    """
    if alone:
        found = _read(flat, len(flat), "", first=first)
        return found if found and _stands_alone(found) else None
    best: Found | None = None
    for mark in _MARK.finditer(flat, 1, LONGEST):
        if mark.end() >= len(flat) or not _OPENS.match(flat[mark.end()]):
            continue
        found = _read(flat[: mark.start()], mark.end(), mark.group().strip(), first=first)
        if found is not None and (best is None or _says_more(found, best)):
            best = found
    return best


def _says_more(longer: Found, shorter: Found) -> bool:
    """Whether a second mark ends the dateline: behind the first stands its date or agency
    ("MOSCOW, May 3 - Example News. …"), or the end of its days, not a word of the sentence."""
    more = (longer.date and not shorter.date) or (longer.agency and not shorter.agency)
    if longer.date and shorter.date:
        more = more or longer.date.end > shorter.date.end >= longer.date.start
    return bool(more) and longer.place == shorter.place


def _stands_alone(found: Found) -> bool:
    """Whether a line without prose is a dateline: a place in capitals, or with date or agency
    ("Name / Agency" credits a photograph)."""
    if not found.place or not names.is_place(found.place):
        return False
    alone = found.place.isupper() and found.length == len(found.place)
    return alone or bool(found.date or found.agency)


def _read(head: str, length: int, mark: str, *, first: bool) -> Found | None:
    dates = find_dates(head)
    if len(dates) > 1:
        return None
    date = dates[0] if dates else None
    rest = f"{head[: date.start]},{head[date.end :]}" if date else head
    places: list[str] = []
    agencies: list[str] = []
    weekday = False
    for part in (part.strip(" .-–—:") for part in _PART.split(rest)):
        if not part or _FILLER.match(part) or _of_another_calendar(part):
            continue
        if _WEEKDAY.match(part):
            weekday = True
        elif known := names.agency(part) or names.outlet(part):
            agencies.append(known)
        elif _sent_by(part, head, after=bool(places)):
            if places and len(places[-1].split()) > 2 and not names.is_place(places[-1]):
                return None  # "Joint Maritime Agency (JMA)": letters that stand for the words
            agencies.append(part)
        elif _looks_like_a_place(part, after=bool(places)):
            places.append(part)
        else:
            return None
    evidence = bool(date or agencies or weekday)
    if len(places) > 3 or not _convinces(places, mark, evidence=evidence, first=first):
        return None
    if not places and not (agencies and (first or date)):
        return None
    return Found(length, _place(places), date, agencies[0] if agencies else None)


def _looks_like_a_place(part: str, *, after: bool) -> bool:
    pieces = part.split()
    if len(pieces) > (6 if after else 4) or part.lower() in _labels():
        return False
    if after and _STATE_ABBREVIATION.match(part):
        return True
    return all(_PLACE_WORD.match(piece) or piece.lower() in _SMALL for piece in pieces) and (
        pieces[0].lower() in _ARTICLES or pieces[0].lower() not in _SMALL
    )


def _sent_by(part: str, head: str, *, after: bool) -> bool:
    """Whether the part stands where agencies do and is no place: in brackets or between strokes,
    or as an acronym behind the place."""
    if not part[0].isupper() or len(part.split()) > 5 or _STATE_ABBREVIATION.match(part):
        return False
    bracketed = re.search(rf"[(\[/]\s*{re.escape(part)}\s*[)\]/]", head)
    if not bracketed and not (after and _ACRONYM.match(part)):
        return False
    return not names.is_place(part)


def _convinces(places: list[str], mark: str, *, evidence: bool, first: bool) -> bool:
    """Whether the places are places: by date or agency beside them, by capitals, or by name."""
    if not places:
        return mark != "."
    if mark == ".":
        return evidence and (places[0].isupper() or names.is_place(places[0]))
    if evidence:
        return True
    known = names.is_place(places[0])
    if mark == ":":
        # "PARIS: …" is a dateline, "MINISTER: …" and "Sudan: …" are a speaker or a heading.
        return known and first and places[0].isupper()
    # Six letters: alliances and agencies in capitals are shorter, and stand before dashes too.
    capitals = places[0].isupper()
    return (known and (first or capitals)) or (first and capitals and len(places[0]) >= 6)


def _place(places: list[str]) -> str | None:
    """The first place, with the state or country that follows it left to the gazetteer."""
    return places[0] if places else None


def _of_another_calendar(part: str) -> bool:
    word = part.split()[0].lower()
    return word in words("calendar_words.tsv") or (part.isdigit() and len(part) == 4)


def _labels() -> frozenset[str]:
    """Words that stand before a dash or colon as a place would: BREAKING, UPDATE, ANALYSIS."""
    return words("labels.tsv")
