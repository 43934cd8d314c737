"""Where: the places that a report names.

`placenames` says which words are names of places, `locating` where they lie, `placeroles` what
they are to their sentences.
"""

from __future__ import annotations

import math
from dataclasses import replace
from functools import cache
from string import capwords

from communique.extraction.atlas import Site, country_of
from communique.extraction.leanings import Hint
from communique.extraction.locating import Located, locate
from communique.extraction.placenames import find
from communique.extraction.placeroles import role_of
from communique.lexicon.gazetteer import key, look_up
from communique.lexicon.load import table, words
from communique.model.findings import Place
from communique.model.report import Report
from communique.model.text import Span, Text


def find_places(report: Report, text: Text) -> tuple[Place, ...]:
    """The places a report names, sorted by where they stand.

    A place that only the reader knows is kept without country or point. The same city under an
    old and a new name has one `geonameid`; `name` is as the text has it, but in ordinary letters.
    A seat of government that stands for those who sit there ("the White House said") is an actor's
    name and no place.
    """
    found = find(report, text)
    located = locate(text.chars, found.spans, _hints(report, text), found.counties)
    line = report.dateline
    said = Span(line.start, line.end) if line is not None else None
    places = []
    for span, where in zip(found.spans, located, strict=True):
        sure = span in found.sure
        if where.site is None and not (sure and _can_stay(text.slice(span))):
            continue
        at_line = any(_touch(span, line) for line in (found.line, said) if line is not None)
        role = "dateline" if at_line else role_of(text, span, where.site)
        if not sure and role != "venue" and _is_seat(where.site):
            continue
        places.append(_place(text.slice(span), where, role, span))
    return tuple(_of_line(places))


def _of_line(places: list[Place]) -> list[Place]:
    """The places, a town of the dateline that nobody knows in the state named beside it there."""
    states = [p for p in places if p.role == "dateline" and (p.feature or "").startswith("PCL")]
    if not states:
        return places
    why = f"not in the gazetteer; the dateline says {states[0].name}"
    return [
        replace(p, country=states[0].country, why=why)
        if p.role == "dateline" and p.country is None
        else p
        for p in places
    ]


def _touch(left: Span, right: Span) -> bool:
    return left.start < right.end and right.start < left.end


def _is_seat(site: Site | None) -> bool:
    return site is not None and site.feature in {"PAL", "BLDG", "CSTL"}


def _hints(report: Report, text: Text) -> list[Hint]:
    """The countries that a report speaks of by nationality, and that of its paper."""
    counts: dict[str, int] = {}
    for name in text.names:
        if name.type == "nationality":
            words_of = text.chars[name.start : name.end]
            counts[words_of] = counts.get(words_of, 0) + 1
    found = [(country_of(told), math.sqrt(n), told) for told, n in counts.items()]
    if report.outlet:
        found.append((_home(report.outlet), PAPER, f"the paper ({report.outlet})"))
    return [Hint(country, weight, told) for country, weight, told in found if country]


PAPER = 0.5
"""What the country of the paper weighs, beside 1 for a name of the text."""


def _home(outlet: str) -> str | None:
    """The country of a paper or broadcaster that the lexicon knows."""
    return _homes().get(outlet.casefold().removeprefix("the "))


@cache
def _homes() -> dict[str, str]:
    rows = (row for row in table("outlets.tsv") if row["country"])
    return {row["word"].casefold().removeprefix("the "): row["country"] for row in rows}


def _can_stay(words_of: str) -> bool:
    """Whether an unknown place of the reader's can stay: no nationality, small letter first,
    acronym, feast, company or body that the lexicon knows."""
    short = len(words_of) < 3 or (len(words_of) < 6 and words_of.isupper())
    if not words_of[:1].isupper() or short or country_of(words_of) is not None:
        return False
    plain = words_of.replace("’", "'").casefold()
    last = plain.split()[-1].strip(".,")
    return plain not in _no_places() and last not in words("company_words.tsv")


@cache
def _no_places() -> frozenset[str]:
    """The names of feasts and of bodies, case folded."""
    bodies = (
        name.casefold()
        for row in table("organizations.tsv")
        for name in (row["name"], *row["variants"].split("|"))
    )
    return words("feasts.tsv").union(bodies)


def _place(name: str, where: Located, role: str, span: Span) -> Place:
    site = where.site
    name = _printed(" ".join(name.split()), site)
    if site is None:
        return Place(name, None, None, None, None, None, role, span, where.why)
    return Place(
        name, site.country, site.lat, site.lon, site.geonameid, site.feature, role, span, where.why
    )


LETTERS = 5
"""Capitals up to so many may be an acronym."""


def _printed(name: str, site: Site | None) -> str:
    """A name in capitals, as datelines have it, as the gazetteer prints it."""
    if not name.isupper():
        return name
    for entry in look_up(name):
        if site and entry.geonameid == site.geonameid and key(entry.name) == key(name):
            return entry.name
    return capwords(name) if len(name) > LETTERS else name
