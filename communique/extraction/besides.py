"""What a name can mean by its form, and what the text beside it says of where it lies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from communique.extraction.atlas import country_of
from communique.extraction.senses import Sense, is_short, senses, short_forms
from communique.lexicon.gazetteer import countries
from communique.lexicon.load import words as words_of
from communique.model.text import Span

AREA = 1.5
"""By how much a division may be less likely than a town of its name, to be what "in" leads to."""

Where = tuple[str, str]
"""A country, and a division of it or ""."""


# The forms of a name.

_BEFORE = re.compile(
    r"^(?:the|north|south|east|west|northern|southern|eastern|western|central|north-?eastern|"
    r"north-?western|south-?eastern|south-?western|north-?east|north-?west|south-?east|south-?west|"
    r"greater|downtown|occupied|mainland|continental|upper|lower|inner|outer|metro|rural|historic|"
    r"old town|capital(?: city)?|"
    r"(?:city|town|village|province|state|district|port|governorate) of|(?-i:[a-z][\w-]*))\s+",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s+(?P<kind>city|town|village|province|governorate|region|state|oblast|district|"
    r"area|countryside|airport|international airport|palace|border|port|prefecture|republic|"
    r"(?-i:[a-z][a-z ]*))$",
    re.IGNORECASE,
)
_DIVISION = frozenset(
    {"province", "governorate", "region", "state", "oblast", "prefecture", "republic"}
)
PROVINCE = re.compile(r"\s+(?:(?i:province|governorate|region|oblast|prefecture)|state)\b")


def options(name: str, kind: str) -> tuple[Sense, ...]:
    """The senses of the first form of a name that has any."""
    if kind == "county":
        found = senses(f"{name} County")
        return tuple(s for s in found if s.feature.startswith("ADM")) or senses(name)
    for form, division in _forms(name):
        found = senses(form, division or kind == "province")
        if found:
            return found
    return _named_after(name)


def _named_after(name: str) -> tuple[Sense, ...]:
    """A building that bears the name of its town: "Salem Town Hall" stands in a Salem."""
    words = name.split()
    if words[-1].lower() not in words_of("places_buildings.tsv"):
        return ()
    between = words_of("places_building_words.tsv")
    for size in range(min(3, len(words) - 1), 0, -1):
        towns = senses(" ".join(words[:size]))
        plain = all(word.lower() in between for word in words[size:-1])
        if plain and towns and towns[0].feature[:3] in IN_TOWN:
            return tuple(_building(t) for t in towns if t.main and t.feature[:3] in IN_TOWN)
    return ()


IN_TOWN = frozenset({"PPL", "ADM"})


def _building(town: Sense) -> Sense:
    site = replace(town.site, geonameid=None, feature="BLDG", state=False)
    return replace(town, site=site, kind=f"building named after {town.name}")


def _forms(name: str) -> Iterator[tuple[str, bool]]:
    """A name, and what is left of it without words like "northern" and "province"."""
    yield name, False
    after = _AFTER.search(name)
    short = name[: after.start()] if after else name
    division = after is not None and after["kind"].lower() in _DIVISION
    if after:
        yield short, division
    before = _BEFORE.match(short)
    while before:
        division = division or "province" in before.group().lower()
        short = short[before.end() :]
        yield short, division
        before = _BEFORE.match(short)


# What the text says.

_PART = r"((?:the )?[A-ZÀ-Þ][\w’'-]*(?:\.[A-Z]\w*)*\.?(?: [A-ZÀ-Þ][\w’'-]+){0,3})"
_LIES_IN = re.compile(r"\s*(?:,|\(|,? in)\s*" + _PART + r"(?:,\s*" + _PART + ")?")
_OF_STATE = re.compile(
    r"((?:[A-Z][\w.]+ ){0,2}[A-Z][\w.]+)['’]s(?: (?:capital|port|city|town|\w+ern))* $"
)
_TOWN = r"(?:[a-z-]+ ){0,2}?(?:capital|city|town|village|port|resort|suburb|enclave)"
_STATE = r"(?P<state>(?:[A-ZÀ-Þ][\w.]+ ){0,2}[A-ZÀ-Þ][\w.-]+?)"
_TOWN_OF = re.compile(_STATE + r"(?:['’]s?)? " + _TOWN + r"(?: city| town)?(?: of|,)? $")
_IS_TOWN = re.compile(
    rf",\s(?:an? |the )?(?:[a-z-]+ )?{_STATE}(?:['’]s?)? {_TOWN}\b"
    rf"|,\s(?:an? |the )?{_TOWN} (?:in|of) (?:[a-z]+ )?(?P<where>{_PART})"
)
_COMMA = re.compile(r",\s*")


class Said(NamedTuple):
    """The countries or divisions that the text puts a place in, and in which words; () and "" when
    it says nothing of it."""

    areas: tuple[Where, ...] = ()
    words: str = ""


def said(chars: str, span: Span) -> Said:
    """Where the text puts a place: "Bari, Italy", "Italy's Bari". A state lies in no other ("Peru,
    Chile and Bolivia"), but its name may be a town's ("Peru, Indiana")."""
    found = _told(chars, span)
    own = _areas(" ".join(chars[span.start : span.end].split()))
    if found.areas and own and not own[0][1] and any(not division for _, division in found.areas):
        return Said()
    return found


def _told(chars: str, span: Span) -> Said:
    comma = _COMMA.match(chars, span.end)
    short = short_forms().match(chars, comma.end()) if comma else None
    if short:
        return Said(_areas(short.group()), short.group())
    after = _LIES_IN.match(chars, span.end)
    if after:
        for part in filter(None, after.groups()):
            found = _area_of(part)
            if found.areas:
                return found
    before = _OF_STATE.search(chars, max(0, span.start - 50), span.start)
    if before:
        return Said(tuple(w for w in _areas(before.group(1)) if not w[1]), before.group(1))
    return _of_country(chars, span)


def _of_country(chars: str, span: Span) -> Said:
    """The country of "the Lebanese port of Tripoli" and of "Tripoli, Lebanon's second city"."""
    found = _TOWN_OF.search(chars, max(0, span.start - 60), span.start)
    found = found or _IS_TOWN.match(chars, span.end)
    if found is None:
        return Said()
    if found.groupdict().get("where"):
        return _area_of(found["where"])
    words = found["state"].split()
    for first in range(len(words)):
        told = " ".join(words[first:])
        country = country_of(told)
        if country:
            state = countries().get(country)
            return Said(((country, ""),), state.name if state else told)
    return Said()


def _area_of(part: str) -> Said:
    part = part.removeprefix("the ")
    for words in (part, part.rpartition(" ")[0], part.partition(" ")[0]):
        words = words if is_short(words) else words.rstrip(".,")
        found = _areas(words) if words else ()
        if found:
            return Said(found, words)
    return Said()


def _areas(name: str) -> tuple[Where, ...]:
    """The countries and divisions of a name; none where it is far rather a town's."""
    found = []
    options = senses(name)
    least = options[0].prior - AREA if options and not _is_area(options[0]) else 0.0
    for sense in options:
        if not _is_area(sense) or sense.prior < least:
            continue
        country, division = sense.site.country or "", sense.division
        found.append((country, "" if sense.feature.startswith("PCL") else division))
    return tuple(dict.fromkeys(found))


def _is_area(sense: Sense) -> bool:
    if sense.feature.startswith("PCL"):
        return sense.site.country is not None
    return sense.feature.startswith("ADM") and sense.main
