"""Names of places cut to what they name: one place or several, whole and without other words."""

from __future__ import annotations

import re

from communique.extraction.atlas import known
from communique.extraction.senses import is_short, senses
from communique.lexicon.load import words as words_of
from communique.model.text import Name, Span

TOWN = 4.0
"""The prior of a town of 1,000: smaller ones are not believed against the reader."""
POSSESSIVE = re.compile(r"['’]s?$")
_PAIR = re.compile(r"\s*[-–/]\s*")
_LOWER = re.compile(
    r"(?!(?:north|south|east|west|central|al |el |la |le |de |da |di |du |es |as |at ))"
    r"(?:[a-z][\w-]*\s+)+(?=[A-ZÀ-Þ])"
)
PARTY = re.compile(r"(?:D|R|I|DFL|Dem|Rep)\.?[-–](?=[A-Z])")
DOT = re.compile(r"\.(?!\w)")


def cut(chars: str, name: Name) -> list[Span]:
    """One place or several: "SALEM, Ore" and "Lima-Quito" are two, "northern Chile" is Chile."""
    start, end = name.start, name.end
    prefix = _LOWER.match(chars, start, end) or PARTY.match(chars, start, end)
    start = prefix.end() if prefix else start
    tail = POSSESSIVE.search(chars, start, end)
    end = tail.start() if tail else end
    if DOT.match(chars, end) and is_short(chars[start : end + 1].rpartition(", ")[2]):
        end += 1
    comma = chars.find(", ", start, end)
    if (
        comma > 0
        and known(chars[start:end]) is None
        and senses(chars[start:comma])
        and _is_area(chars[comma + 2 : end])
    ):
        return [Span(start, comma), Span(comma + 2, end)]
    return split_pair(chars, Span(start, end)) or [Span(start, end)]


def _is_area(words: str) -> bool:
    found = senses(words)
    return is_short(words) or bool(found and found[0].feature.startswith(("PCL", "ADM")))


def split_pair(chars: str, span: Span) -> list[Span]:
    """ "Lima-Quito" as two places, where the whole is none."""
    name = chars[span.start : span.end]
    parts = list(_PAIR.finditer(name))
    if not parts or senses(name):
        return []
    edges = [0, *(edge for m in parts for edge in m.span()), len(name)]
    spans = [
        Span(span.start + a, span.start + b) for a, b in zip(edges[::2], edges[1::2], strict=True)
    ]
    return spans if all(is_known(chars[s.start : s.end]) for s in spans) else []


def is_known(words: str) -> bool:
    """Whether the lexicon knows a name, or the gazetteer a town of it that is no hamlet."""
    found = senses(words)
    return known(words) is not None or bool(found and found[0].main and found[0].prior >= TOWN)


# Names of several words that were cut in two, and lists.

_FORMER = re.compile(r"((?:[A-Z][\w.]+ ){1,3}and )$")
_LATTER = re.compile(r"(?:,? (?:and )?|-)(?:[A-Z]\w+|[A-Z][\w.]+)")
_TITLE = re.compile(r" ([A-Z]\w+)")
_RANK = re.compile(r"\b([A-Z]\w+) $")
_SEPARATOR = re.compile(r",? (?:and|or) |, |/")
_PLURAL = re.compile(r"\s+[Cc]ounties\b")


def whole(chars: str, span: Span) -> Span:
    """ "Trinidad and Tobago", of which the reader found Tobago, "Washington, D.C." and
    "Congo-Kinshasa"."""
    after = _LATTER.match(chars, span.end)
    if after and known(chars[span.start : after.end()]) is not None:
        return Span(span.start, after.end())
    before = _FORMER.search(chars, max(0, span.start - 40), span.start)
    if before and known(before.group() + chars[span.start : span.end]) is not None:
        return Span(before.start(), span.end)
    return span


def is_titled(chars: str, span: Span) -> bool:
    """Whether a noun after it, or at its end, makes another name of a place's ("Dayton
    Agreement"), or a rank before it a person's ("Lord York")."""
    rank = _RANK.search(chars, max(0, span.start - 20), span.start)
    if rank and rank[1] in words_of("places_peerage.tsv"):
        return True
    after = _TITLE.match(chars, span.end)
    nouns = [after[1]] if after else []
    words = chars[span.start : span.end].split()
    if len(words) > 1 and not senses(" ".join(words)):
        nouns.append(words[-1])
    titles = words_of("places_titles.tsv")
    return any(noun in titles or noun.removesuffix("s") in titles for noun in nouns)


def counties(chars: str, spans: list[Span]) -> list[Span]:
    """The names in "Clay, Becker and Grant counties"."""
    found: list[Span] = []
    for n in range(len(spans) - 1, -1, -1):
        span, after = spans[n], spans[n + 1] if n + 1 < len(spans) else None
        plural = _PLURAL.match(chars, span.end) or _PLURAL.search(chars, span.start, span.end)
        joined = after in found and _SEPARATOR.fullmatch(chars, span.end, after.start)
        if plural or joined:
            found.append(span)
    return found


def without_counties(chars: str, span: Span) -> Span:
    """ "Grant" of "Grant counties"."""
    plural = _PLURAL.search(chars, span.start, span.end)
    return Span(span.start, plural.start()) if plural else span
