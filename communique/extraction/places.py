"""Where: the places that a report names, where they lie, and the place of an event.

Names of places come from the reader; capitalised words that the lexicon knows are added, and the
dateline. `atlas` says where a name lies; here stands what a place is to its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from communique.extraction.atlas import Context, Site, country_of, known, locate, longest
from communique.lexicon.load import table, words
from communique.model.findings import Place
from communique.model.report import Report
from communique.model.text import Span, Text

AT = frozenset({"in", "at", "inside", "near", "outside", "within"})
TOWARDS = frozenset({"to", "into"})
AMONG = frozenset({"with", "between", "by", "against", "among", "alongside", "amongst"})
SUBJECT = frozenset({"nsubj", "iobj", "obj", "vocative", "root", "list", "dislocated", "parataxis"})
WHOLE = frozenset({"organization", "event", "misc", "product"})
"""Names that may hold the name of a place without being one; one that is nothing but the name of
a state or capital is taken as that place, whatever the reader called it."""


class _Found(NamedTuple):
    """A name that may be a place. `sure` when the reader took it for one."""

    span: Span
    sure: bool


def find_places(report: Report, text: Text) -> tuple[Place, ...]:
    """The places a report names, sorted by where they stand.

    A place that only the reader knows is kept without country or point. The same city under an
    old and a new name has one `geonameid`; `name` is as the text has it.
    """
    line = _dateline_span(report)
    found = {f.span: f for f in (*_named(text), *_capitalised(text, _headlines(report)))}
    if line and not any(s.start < line.end and line.start < s.end for s in found):
        found[line] = _Found(line, True)
    spans = sorted(found)
    context = _context(text, spans, line)
    places = []
    for span in spans:
        site = locate(text.chars, span, context)
        if site is None and country_of(text.slice(span)) is not None:
            continue
        if site is None and not (found[span].sure and _looks_like_name(text.slice(span))):
            continue
        at_line = line is not None and span.start < line.end and line.start < span.end
        role = "dateline" if at_line else role_of(text, span, site)
        places.append(_place(text.slice(span), site, role, span))
    return tuple(places)


def _looks_like_name(words_of: str) -> bool:
    """Whether an unknown place of the reader's can stay: no small letter first, no acronym."""
    return words_of[:1].isupper() and not (len(words_of) < 4 and words_of.isupper())


def _place(name: str, site: Site | None, role: str, span: Span) -> Place:
    name = " ".join(name.split())
    if site is None:
        return Place(name, None, None, None, None, None, role, span)
    return Place(name, site.country, site.lat, site.lon, site.geonameid, site.feature, role, span)


def same_place(left: Place, right: Place) -> bool:
    """Whether two findings are one place: the same number in GeoNames, or names of one city."""
    if left.geonameid is not None and right.geonameid is not None:
        return left.geonameid == right.geonameid
    if left.country != right.country:
        return False
    return canonical(left.name, left.country) == canonical(right.name, right.country)


def canonical(name: str, country: str | None) -> str:
    """The name a city has in GeoNames, for one of its earlier or other names; else the name."""
    plain = " ".join(name.replace("’", "'").split())
    for row in table("places_renamed.tsv"):
        if row["name"].casefold() == plain.casefold() and country in {None, row["country"]}:
            return row["city"]
    return plain


# Which words are places.

_POSSESSIVE = re.compile(r"['’]s?$")
_PAIR = re.compile(r"\s*[-–/]\s*")


def _named(text: Text) -> Iterator[_Found]:
    """What the reader took for a place, and any other of its names that is a state or capital."""
    for name in text.names:
        is_place = name.type in {"place", "facility"}
        if not is_place and name.type not in WHOLE:
            continue
        words_of = text.chars[name.start : name.end]
        tail = _POSSESSIVE.search(words_of)
        end = name.start + tail.start() if tail else name.end
        span = Span(name.start, end)
        pair = _split_pair(text.chars, span)
        if pair:
            yield from (_Found(part, is_place) for part in pair)
        elif is_place or known(text.slice(span)) is not None:
            yield _Found(span, is_place)


def _split_pair(chars: str, span: Span) -> list[Span]:
    """ "Lima-Quito" as two states, where the whole is no place."""
    words_of = chars[span.start : span.end]
    parts = list(_PAIR.finditer(words_of))
    if not parts or known(words_of) is not None:
        return []
    edges = [0, *(edge for m in parts for edge in m.span()), len(words_of)]
    spans = [
        Span(span.start + a, span.start + b) for a, b in zip(edges[::2], edges[1::2], strict=True)
    ]
    return spans if all(known(chars[s.start : s.end]) for s in spans) else []


_CAPITAL = re.compile(r"(?<![\w@#])[A-ZÀ-Þ][^\W\d_]*(?:[.'’-][^\W\d_]+)*\.?")


def _capitalised(text: Text, headlines: frozenset[Span]) -> Iterator[_Found]:
    """States, capitals and regions that the reader missed: no part of a name, no neighbour of
    another capitalised word, which would make them part of one."""
    taken = sorted((n.start, n.end) for n in text.names)
    for start, end in text.prose:
        matches = list(_CAPITAL.finditer(text.chars, start, end))
        headline = Span(start, end) in headlines
        position = start
        for match in matches:
            if match.start() < position:
                continue
            size = longest(text.chars, match.start(), end)
            if not size:
                continue
            span = Span(match.start(), match.start() + size)
            position = span.end
            if any(a < span.end and span.start < b for a, b in taken):
                continue
            if headline or not _has_neighbour(text.chars, span):
                yield _Found(span, False)


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


def _dateline_span(report: Report) -> Span | None:
    line = report.dateline
    if line is None or not line.place:
        return None
    at = report.text.casefold().find(line.place.casefold(), line.start, line.end)
    return Span(at, at + len(line.place)) if at >= 0 else None


def _context(text: Text, spans: list[Span], line: Span | None) -> Context:
    """The countries that a report speaks of: named, by nationality, or by the dateline."""
    countries: dict[str, int] = {}
    names = [text.slice(s) for s in spans]
    names += [text.chars[n.start : n.end] for n in text.names if n.type == "nationality"]
    for name in names:
        country = country_of(name)
        if country:
            countries[country] = countries.get(country, 0) + 1
    return Context(countries, country_of(text.slice(line)) if line else None)


# What a place is to its sentence.


def role_of(text: Text, span: Span, site: Site | None) -> str:
    """venue, actor or topic.

    A place is a venue after "in" or "at" where something happens (places_occasions.tsv; for a
    town, any verb), as the goal of a visit, and before "talks". A state or capital is an actor as
    subject, object or possessor, after "between", "with" or "by", in a pair with a hyphen, and
    where something is done "of" it (places_deeds.tsv). All else is a topic.
    """
    head = text.head_of(*span)
    if head is None:
        return _role_by_words(text.chars, span)
    index = _top(text, head)
    if _is_venue(text, index, site):
        return "venue"
    if site is None or not site.state:
        return "topic"
    return "actor" if _in_pair(text.chars, span) or _acts(text, index) else "topic"


def _top(text: Text, index: int) -> int:
    """The token that stands in the sentence for a name in a list, an apposition or before a word
    like "palace" and "province"."""
    while True:
        token = text.tokens[index]
        above = text.tokens[token.head].lemma.lower() if token.head >= 0 else ""
        if token.deprel == "compound" and above in words("places_parts.tsv"):
            index = token.head
            continue
        if token.deprel.split(":")[0] not in {"conj", "appos", "flat"} or token.head < 0:
            return index
        if _prepositions(text, index) or text.tokens[token.head].upos in {"VERB", "AUX"}:
            return index
        index = token.head


def _prepositions(text: Text, index: int) -> set[str]:
    return {
        text.tokens[child].lemma.lower()
        for child in text.children[index]
        if text.tokens[child].deprel == "case" and text.word(child)[0].isalpha()
    }


def _is_venue(text: Text, index: int, site: Site | None) -> bool:
    token = text.tokens[index]
    if token.head < 0:
        return False
    relation = token.deprel.split(":")[0]
    prepositions = _prepositions(text, index)
    parent = text.tokens[_past_people(text, token.head)]
    lemma = parent.lemma.lower()
    happens = lemma in words("places_occasions.tsv")
    wide = site is not None and site.feature in {"PCLI", "PCL", "RGN", "CONT"}
    if prepositions & AT:
        return happens or (relation == "obl" and parent.upos == "VERB" and not wide)
    if prepositions & TOWARDS:
        return happens
    if prepositions:
        return False
    if relation == "obj":
        return lemma in {"visit", "tour", "leave", "reach"}
    if relation == "nsubj":
        return lemma == "host" and not wide
    return relation == "compound" and happens and not wide


def _past_people(text: Text, index: int) -> int:
    """Up from persons: in "talks with his colleague Ann Lee in Bern" they were held in Bern."""
    for _ in range(4):
        token = text.tokens[index]
        named = token.upos == "PROPN" or any(
            text.tokens[child].deprel.split(":")[0] in {"flat", "appos"}
            and text.tokens[child].upos == "PROPN"
            for child in text.children[index]
        )
        if not named or token.head < 0:
            return index
        index = token.head
    return index


def _in_pair(chars: str, span: Span) -> bool:
    """ "Lima-Quito trade": another state on the other side of a hyphen."""
    after = re.match(r"[-–]([A-Z]\w+)", chars[span.end : span.end + 30])
    before = re.search(r"([A-Z]\w+)[-–]$", chars[max(0, span.start - 30) : span.start])
    return any(known(m.group(1)) is not None for m in (after, before) if m)


def _acts(text: Text, index: int) -> bool:
    """Whether a state or capital does something, or has somebody who does."""
    token = text.tokens[index]
    relation = token.deprel.split(":")[0]
    prepositions = _prepositions(text, index)
    owner = text.tokens[token.head] if token.head >= 0 else None
    if prepositions & AMONG:
        return True
    if any(text.tokens[child].deprel == "cop" for child in text.children[index]):
        return True
    if prepositions or token.deprel.endswith(":poss"):
        if owner is None or not (prepositions <= {"of"}):
            return False
        lemma = owner.lemma.lower()
        if prepositions:
            return lemma in words("places_deeds.tsv") or text.chars[owner.start].isupper()
        name = text.chars[owner.start : owner.end]
        return known(name) is None and lemma not in words("places_parts.tsv")
    return relation in SUBJECT


_BEFORE = re.compile(r"\b(in|at|near|inside|to|between|with|by|against|and)\s+(?:the\s+)?$", re.I)


def _role_by_words(chars: str, span: Span) -> str:
    """The role by the word before, for text without a parse."""
    match = _BEFORE.search(chars, max(0, span.start - 20), span.start)
    word = match.group(1).lower() if match else ""
    return "venue" if word in AT else "actor" if word in AMONG else "topic"


# The place of an event.


def place_for(
    text: Text, places: tuple[Place, ...], start: int, end: int, *, fallback: bool = True
) -> int | None:
    """The index of the place where what the characters `start`..`end` tell of happened.

    In this order: a venue below the head of these words or of the verb of their clause; any venue
    of the sentence; and, where `fallback` is set and the words stand in the first four sentences
    of the prose, the place of the dateline.
    """
    sentence = text.sentence_at(start)
    head = text.head_of(start, end)
    if sentence is None or head is None:
        return None
    first, last = text.sentence_span(sentence)
    here = {
        i: p.span
        for i, p in enumerate(places)
        if p.role == "venue" and first <= p.span.start and p.span.end <= last
    }
    for step in _clause(text, head):
        below = set(text.subtree(step))
        inside = {i: s for i, s in here.items() if text.head_of(*s) in below}
        if inside:
            return _closest(inside, start, end)
    free = {i: s for i, s in here.items() if not _is_compound(text, s)}
    if free:
        return _closest(free, start, end)
    if fallback and _leads(text, sentence):
        return next((i for i, p in enumerate(places) if p.role == "dateline"), None)
    return None


def _is_compound(text: Text, span: Span) -> bool:
    """Whether a place only names what was held there: "the Bern talks"."""
    head = text.head_of(*span)
    return head is not None and text.tokens[head].deprel.split(":")[0] == "compound"


def _clause(text: Text, head: int) -> Iterator[int]:
    """The head of an event's words and the heads above it, up to the verb of its clause."""
    index = head
    while index >= 0:
        yield index
        if text.tokens[index].upos in {"VERB", "AUX"}:
            return
        index = text.tokens[index].head


def _closest(spans: dict[int, Span], start: int, end: int) -> int:
    return min(spans, key=lambda i: (max(spans[i].start - end, start - spans[i].end, 0), i))


def _leads(text: Text, sentence: int) -> bool:
    """Whether a sentence is among the first four, headlines (which end without a stop) not
    counted: further down, reports turn to other places."""
    spans = (text.sentence_span(n) for n in range(sentence))
    return sum(text.chars[end - 1] in ".!?”\"'’" for _, end in spans) < 4
