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
    r"|(?<=[/\]])\.?\s+|(?<=[A-Z]{3})[–—](?=[A-Z\"“])"
)
_SMALL = frozenset({"of", "the", "and", "al", "el", "de", "la", "del", "do", "da", "on", "upon"})
_PART = re.compile(r"[,;/()\[\]|·•]+|\s[-–—]+\s|(?<=[a-z]{3})\.\s")
_FILLER = re.compile(
    r"^(?:\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?|gmt|utc|local time|in|at|from)$", re.I
)
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
        return found if found and found.place and (found.date or found.agency) else None
    for mark in _MARK.finditer(flat, 1, LONGEST):
        if mark.end() >= len(flat):
            break
        found = _read(flat[: mark.start()], mark.end(), mark.group().strip(), first=first)
        if found is not None:
            return found
    return None


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
        if not part or _FILLER.match(part):
            continue
        if _WEEKDAY.match(part):
            weekday = True
        elif known := names.agency(part) or names.outlet(part):
            agencies.append(known)
        elif _looks_like_a_place(part, after=bool(places)):
            places.append(part)
        elif _in_brackets(head, part):
            agencies.append(part)
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
    if len(pieces) > 4 or part.lower() in _labels():
        return False
    if after and _STATE_ABBREVIATION.match(part):
        return True
    return all(_PLACE_WORD.match(piece) or piece.lower() in _SMALL for piece in pieces) and (
        pieces[0].lower() not in _SMALL or len(pieces) > 1
    )


def _in_brackets(head: str, part: str) -> bool:
    """Whether the part stands in brackets or between strokes, as only agencies do, and is short."""
    return len(part.split()) <= 5 and bool(
        re.search(rf"[(\[/]\s*{re.escape(part)}\s*[)\]/]", head) and part[0].isupper()
    )


def _convinces(places: list[str], mark: str, *, evidence: bool, first: bool) -> bool:
    """Whether the places are places: by date or agency beside them, by capitals, or by name."""
    if evidence or not places:
        return True
    capitals = places[0].isupper() and len(places[0]) > 3
    if mark == ":":
        # "PARIS: …" is a dateline, "MINISTER: …" and "Sudan: …" are a speaker or a heading.
        return capitals and first and names.is_place(places[0])
    if capitals:
        return first or names.is_place(places[0])
    return first and names.is_place(places[0])


def _place(places: list[str]) -> str | None:
    """The first place, with the state or country that follows it left to the gazetteer."""
    return places[0] if places else None


def _labels() -> frozenset[str]:
    """Words that stand before a dash or colon as a place would: BREAKING, UPDATE, ANALYSIS."""
    return words("labels.tsv")
