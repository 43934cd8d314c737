"""Which words of a report are names of places.

What the reader took for one, cut to the name; other names of the reader that are nothing but a
state's, or that the same report calls a place elsewhere; and capitalised words that the lexicon
knows. Parts of other names are left alone: the Tehran Times is not in Tehran.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from communique.extraction.atlas import known, longest
from communique.extraction.besides import said
from communique.extraction.senses import is_short, senses, short_forms, stands_alone
from communique.lexicon.load import words as words_of
from communique.model.report import Report
from communique.model.text import Name, Span, Text

WHOLE = frozenset({"organization", "event", "misc", "product"})
"""Names that may hold the name of a place without being one; one that is nothing but the name of
a state or capital is taken as that place, whatever the reader called it."""
MISTAKEN = WHOLE | {"person", "nationality"}
"""What the reader takes a place for where it stands as subject or owner: "Samos waited"."""
TOWN = 4.7
"""The prior of a town of 5,000: smaller ones are not believed against the reader."""


@dataclass(frozen=True, slots=True)
class Found:
    """Names of places in a report: their spans, sorted; those the reader took for places; those
    in a list that ends in "counties"; and the one of the dateline."""

    spans: tuple[Span, ...]
    sure: frozenset[Span]
    counties: frozenset[Span]
    line: Span | None


def find(report: Report, text: Text) -> Found:
    """The names of places in a report."""
    line = _dateline_span(report)
    named = (name for name in text.names if _is_place(name) or _is_building(text, name))
    sure = {span for name in named for span in _cut(text.chars, name)}
    others = {s for s in (*_mistaken(text, sure), *_missed(text, report)) if not _touches(s, sure)}
    if line and not _touches(line, sure | others):
        sure.add(line)
    others |= {s for s in _after_commas(text, sure | others) if not _touches(s, sure | others)}
    spans = sorted({_whole(text.chars, s) for s in sure | others if not _titles(text.chars, s)})
    spans = [s for n, s in enumerate(spans) if n == 0 or s.start >= spans[n - 1].end]
    counties = _counties(text.chars, spans)
    cut = {span: _without_counties(text.chars, span) for span in spans}
    return Found(
        tuple(cut[span] for span in spans),
        frozenset(cut.get(span, span) for span in sure),
        frozenset(cut[span] for span in counties),
        line,
    )


def _is_place(name: Name) -> bool:
    return name.type in {"place", "facility"}


def _touches(span: Span, spans: Iterable[Span]) -> bool:
    return any(s.start < span.end and span.start < s.end for s in spans)


# The names of the reader, cut to the name of the place.

_POSSESSIVE = re.compile(r"['’]s?$")
_PAIR = re.compile(r"\s*[-–/]\s*")
_LOWER = re.compile(
    r"(?!(?:north|south|east|west|central|al |el |la |le |de |da |di |du |es |as |at ))"
    r"(?:[a-z][\w-]*\s+)+(?=[A-ZÀ-Þ])"
)
_PARTY = re.compile(r"(?:D|R|I|DFL|Dem|Rep)\.?[-–](?=[A-Z])")
_DOT = re.compile(r"\.(?!\w)")


def _cut(chars: str, name: Name) -> list[Span]:
    """One place or several: "SALEM, Ore" and "Lima-Quito" are two, "northern Chile" is Chile."""
    start, end = name.start, name.end
    prefix = _LOWER.match(chars, start, end) or _PARTY.match(chars, start, end)
    start = prefix.end() if prefix else start
    tail = _POSSESSIVE.search(chars, start, end)
    end = tail.start() if tail else end
    if _DOT.match(chars, end) and is_short(chars[start : end + 1].rpartition(", ")[2]):
        end += 1
    comma = chars.find(", ", start, end)
    if (
        comma > 0
        and known(chars[start:end]) is None
        and senses(chars[start:comma])
        and _is_area(chars[comma + 2 : end])
    ):
        return [Span(start, comma), Span(comma + 2, end)]
    return _split_pair(chars, Span(start, end)) or [Span(start, end)]


def _is_area(words: str) -> bool:
    found = senses(words)
    return is_short(words) or bool(found and found[0].feature.startswith(("PCL", "ADM")))


def _split_pair(chars: str, span: Span) -> list[Span]:
    """ "Lima-Quito" as two places, where the whole is none."""
    words_of = chars[span.start : span.end]
    parts = list(_PAIR.finditer(words_of))
    if not parts or senses(words_of):
        return []
    edges = [0, *(edge for m in parts for edge in m.span()), len(words_of)]
    spans = [
        Span(span.start + a, span.start + b) for a, b in zip(edges[::2], edges[1::2], strict=True)
    ]
    return spans if all(_is_known(chars[s.start : s.end]) for s in spans) else []


def _is_known(words: str) -> bool:
    found = senses(words)
    return known(words) is not None or bool(found and found[0].main and found[0].prior >= TOWN)


# Names that the reader took for something else.

_LEADING = re.compile(r"[A-Z][\w.]+(?: [A-Z][\w.]+)?[-–][A-Z][\w.]+(?: [A-Z][\w.]+)?(?= [a-z])")
_IN = re.compile(r"(?:\b(?:in|near|outside|inside|around) (?:the )?|[A-Z]\w+,? of )$")
_NEXT_WORD = re.compile(r" ([a-z]+)")


def _mistaken(text: Text, sure: set[Span]) -> Iterator[Span]:
    """Names that the reader took for something else, and what is a place in them."""
    places = Counter(text.slice(span) for span in sure)
    other = Counter(_bare(text, n) for n in text.names if n.type in MISTAKEN)
    people = (n for n in text.names if n.type == "person")
    surnames = {word for n in people for word in _given(text, n)}
    for name in text.names:
        if name.type not in MISTAKEN:
            continue
        words = _bare(text, name)
        span = Span(name.start, name.start + len(words))
        party = _PARTY.match(words)
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
    if _DOT.match(chars, span.end) and is_short(chars[span.start : span.end + 1]):
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
    pair = _split_pair(chars, span)
    return pair if all(known(chars[s.start : s.end]) for s in pair) else []


def _is_used_as_place(text: Text, name: Name, words: str) -> bool:
    """Whether a name known to the gazetteer stands as places do: at the head of a dateline, after
    "in", before "police" or a comma and its country, or, of a country, by itself."""
    if words.isupper() and len(words) > 3:
        return _opens_line(text.chars, name)
    if name.type == "person" and " " not in words and _is_government(words):
        return True
    if not _is_known(words):
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


def _is_building(text: Text, name: Name) -> bool:
    """An organization named as the building it sits in: "at St Anne's Hospital"."""
    last = text.chars[name.start : name.end].rpartition(" ")[2].lower()
    if name.type != "organization" or last not in words_of("places_buildings.tsv"):
        return False
    return _AT.search(text.chars, max(0, name.start - 15), name.start) is not None


def _given(text: Text, name: Name) -> list[str]:
    """The words of a person's name of several."""
    words = text.chars[name.start : name.end].split()
    return words if len(words) > 1 else []


def _bare(text: Text, name: Name) -> str:
    words = text.chars[name.start : name.end]
    tail = _POSSESSIVE.search(words)
    return words[: tail.start()] if tail else words


def _is_government(words: str) -> bool:
    """Whether a word is a state's or its capital's name and nobody's given name."""
    site = known(words)
    given = words.casefold() in words_of("given_names.tsv", "name")
    return site is not None and site.state and not given


_LEADING = re.compile(r"[A-Z][\w.]+(?: [A-Z][\w.]+)?[-–][A-Z][\w.]+(?: [A-Z][\w.]+)?(?= [a-z])")


# Names that the reader missed.

_CAPITAL = re.compile(r"(?<![\w@#])[A-ZÀ-Þ][^\W\d_]*(?:[.'’-][^\W\d_]+)*\.?")


def _missed(text: Text, report: Report) -> Iterator[Span]:
    """States, capitals and regions that the reader missed: no part of a name, no neighbour of
    another capitalised word, which would make them part of one."""
    headlines = _headlines(report)
    taken = sorted((n.start, n.end) for n in text.names)
    for start, end in text.prose:
        headline = Span(start, end) in headlines
        position = start
        for match in _CAPITAL.finditer(text.chars, start, end):
            if match.start() < position:
                continue
            size = longest(text.chars, match.start(), end)
            if not size and stands_alone(match.group()):
                size = len(match.group())
            if not size:
                continue
            span = Span(match.start(), match.start() + size)
            position = span.end
            if any(a < span.end and span.start < b for a, b in taken):
                continue
            if headline or not _has_neighbour(text.chars, span):
                yield span


def _headlines(report: Report) -> frozenset[Span]:
    """The titles in which most words begin with a capital, as in American papers."""
    titles = (Span(s.start, s.end) for s in report.segments if s.kind == "title")
    return frozenset(s for s in titles if _is_capitalised(report.text[s.start : s.end]))


def _is_capitalised(words_of: str) -> bool:
    found = re.findall(r"\b[^\W\d_]{4,}", words_of)
    return sum(1 for word in found if word[0].isupper()) > 0.6 * len(found)


def _has_neighbour(chars: str, span: Span) -> bool:
    before = re.search(r"([A-Z][\w’'-]*) $", chars[max(0, span.start - 30) : span.start])
    after = re.match(r"[ -][A-Z]", chars[span.end : span.end + 2])
    sentence = span.start - len(before.group()) if before else 0
    starts = re.search(r"(?:[.!?:]['\"”’)]*\s+|\n\s*|^)$", chars[:sentence][-6:])
    return bool(after) or (before is not None and starts is None)


def _after_commas(text: Text, spans: Iterable[Span]) -> Iterator[Span]:
    """ "Ore." in "Salem, Ore." """
    taken = sorted((n.start, n.end) for n in text.names)
    for span in spans:
        if not text.chars.startswith(", ", span.end):
            continue
        match = short_forms().match(text.chars, span.end + 2)
        if match and not any(
            a < match.end() and match.start() < b and not (match.start() <= a and b <= match.end())
            for a, b in taken
        ):
            yield Span(*match.span())


def _dateline_span(report: Report) -> Span | None:
    line = report.dateline
    if line is None or not line.place:
        return None
    at = report.text.casefold().find(line.place.casefold(), line.start, line.end)
    return Span(at, at + len(line.place)) if at >= 0 else None


# Names of several words that were cut in two, and lists.

_FORMER = re.compile(r"((?:[A-Z][\w.]+ ){1,3}and )$")
_LATTER = re.compile(r",? (?:and )?[A-Z][\w.]+")
_TITLE = re.compile(r" ([A-Z]\w+)")
_SEPARATOR = re.compile(r",? (?:and|or) |, |/")
_PLURAL = re.compile(r"\s+[Cc]ounties\b")


def _whole(chars: str, span: Span) -> Span:
    """ "Trinidad and Tobago", of which the reader found Tobago, and "Washington, D.C." """
    after = _LATTER.match(chars, span.end)
    if after and known(chars[span.start : after.end()]) is not None:
        return Span(span.start, after.end())
    before = _FORMER.search(chars, max(0, span.start - 40), span.start)
    if before and known(before.group() + chars[span.start : span.end]) is not None:
        return Span(before.start(), span.end)
    return span


def _titles(chars: str, span: Span) -> bool:
    """Whether a noun after it, or at its end, makes another name of a place's: "Dayton
    Agreement"."""
    after = _TITLE.match(chars, span.end)
    nouns = [after[1]] if after else []
    words = chars[span.start : span.end].split()
    if len(words) > 1 and not senses(" ".join(words)):
        nouns.append(words[-1])
    titles = words_of("places_titles.tsv")
    return any(noun in titles or noun.removesuffix("s") in titles for noun in nouns)


def _counties(chars: str, spans: list[Span]) -> list[Span]:
    """The names in "Clay, Becker and Grant counties"."""
    found: list[Span] = []
    for n in range(len(spans) - 1, -1, -1):
        span, after = spans[n], spans[n + 1] if n + 1 < len(spans) else None
        plural = _PLURAL.match(chars, span.end) or _PLURAL.search(chars, span.start, span.end)
        joined = after in found and _SEPARATOR.fullmatch(chars, span.end, after.start)
        if plural or joined:
            found.append(span)
    return found


def _without_counties(chars: str, span: Span) -> Span:
    plural = _PLURAL.search(chars, span.start, span.end)
    return Span(span.start, plural.start()) if plural else span
