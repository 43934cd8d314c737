"""Places among the names that the reader took for something else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from communique.extraction.atlas import known
from communique.extraction.besides import said
from communique.extraction.placecuts import DOT, PARTY, POSSESSIVE, is_known, split_pair
from communique.extraction.senses import is_short, senses
from communique.lexicon.load import words as words_of
from communique.model.text import Name, Span, Text

WHOLE = frozenset({"organization", "event", "misc", "product"})
"""Names that may hold the name of a place without being one; one that is nothing but the name of
a state or capital is taken as that place, whatever the reader called it."""
MISTAKEN = WHOLE | {"person", "nationality"}
"""What the reader takes a place for where it stands as subject or owner: "Samos waited"."""

_LEADING = re.compile(r"[A-Z][\w.]+(?: [A-Z][\w.]+)?[-–][A-Z][\w.]+(?: [A-Z][\w.]+)?(?= [a-z])")
_IN = re.compile(r"(?:\b(?:in|near|outside|inside|around) (?:the )?|[A-Z]\w+,? of )$")
_NEXT_WORD = re.compile(r" ([a-z]+)")


def mistaken(text: Text, sure: set[Span], surnames: frozenset[str]) -> Iterator[Span]:
    """Names that the reader took for something else, and what is a place in them."""
    places = Counter(text.slice(span) for span in sure)
    other = Counter(_bare(text, n) for n in text.names if n.type in MISTAKEN)
    for name in text.names:
        if name.type not in MISTAKEN:
            continue
        words = _bare(text, name)
        span = Span(name.start, name.start + len(words))
        party = PARTY.match(words)
        if party:
            yield from _of_party(text.chars, Span(span.start + party.end(), span.end))
        elif pair := _pair(text.chars, span, name.type):
            yield from pair
        elif name.type in WHOLE and known(words) is not None:
            yield span
        elif words not in surnames and senses(words):
            often = places[words] * 3 >= other[words] > 0 and places[words] > 0
            if often or _is_used_as_place(text, name, words):
                yield span


def _of_party(chars: str, span: Span) -> Iterator[Span]:
    """ "Ore." in "Sen. Ann Lee, D-Ore." """
    if DOT.match(chars, span.end) and is_short(chars[span.start : span.end + 1]):
        yield Span(span.start, span.end + 1)
    elif senses(chars[span.start : span.end]):
        yield span


def _pair(chars: str, span: Span, type: str) -> list[Span]:
    """The two states of "Lima-Quito" and "the Lima-Quito summit", whatever the reader called it."""
    if type in {"event", "misc"}:
        match = _LEADING.match(chars, span.start, span.end)
        span = Span(*match.span()) if match else span
    if type not in WHOLE:
        return []
    pair = split_pair(chars, span)
    return pair if all(known(chars[s.start : s.end]) for s in pair) else []


def _is_used_as_place(text: Text, name: Name, words: str) -> bool:
    """Whether a name known to the gazetteer stands as places do: at the head of a dateline, after
    "in", before "police" or a comma and its country, or, of a country, by itself."""
    if words.isupper() and len(words) > 3:
        return _opens_line(text.chars, name)
    if name.type == "person" and " " not in words and _is_government(words):
        return True
    if not is_known(words):
        return False
    span = Span(name.start, name.end)
    after = _NEXT_WORD.match(text.chars, name.end)
    return (
        _IN.search(text.chars, max(0, name.start - 40), name.start) is not None
        or (after is not None and after[1] in words_of("places_locals.tsv"))
        or bool(said(text.chars, span).areas)
    )


_OPENING = re.compile(r"(?:, [A-Z][\w.]+)?(?: \([A-Z][\w/ ]+\))? ?(?:--|[—–]| - )")


def _opens_line(chars: str, name: Name) -> bool:
    first = name.start == 0 or chars[name.start - 1] == "\n" or chars[name.start - 2] in ".\n"
    return first and _OPENING.match(chars, name.end) is not None


_AT = re.compile(r"\b(?:in|at|to|from|near|outside|inside|into) (?:the |a |an )?$")


def is_building(text: Text, name: Name) -> bool:
    """An organization named as the building it sits in: "at St Anne's Hospital"."""
    last = text.chars[name.start : name.end].rpartition(" ")[2].lower()
    if name.type != "organization" or last not in words_of("places_buildings.tsv"):
        return False
    return _AT.search(text.chars, max(0, name.start - 15), name.start) is not None


def given(text: Text, name: Name) -> list[str]:
    """The words of a person's name of several."""
    words = text.chars[name.start : name.end].split()
    return words if len(words) > 1 else []


def _bare(text: Text, name: Name) -> str:
    words = text.chars[name.start : name.end]
    tail = POSSESSIVE.search(words)
    return words[: tail.start()] if tail else words


def _is_government(words: str) -> bool:
    """Whether a word is a state's or its capital's name and nobody's given name."""
    site = known(words)
    given = words.casefold() in words_of("given_names.tsv", "name")
    return site is not None and site.state and not given
