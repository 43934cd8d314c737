"""Where and when a meeting was held, on what occasion, under which host."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from communique.extraction.frames import FAR
from communique.extraction.ground import Ground
from communique.lexicon.load import table
from communique.model.findings import Place
from communique.model.report import Time
from communique.model.text import Span

INSIDE = frozenset({"in", "at", "inside", "outside", "near", "aboard"})
TOWARDS = frozenset({"to", "into", "for", "in", "at"})
_ASIDE = re.compile(
    r"\bon (?:the )?(?:side-?lines?|side lines|margins?|fringes?|occasion|edges?) of "
    r"(?:the |a |an )?([^.;:“”\"]+)"
)
_ENOUGH = re.compile(
    r",| (?:hosted|held|which|that|where|organi[sz]ed|convened|and|said|on \w+day)\b"
    r"| in [A-Z]| to [a-z]| for (?:talks|a )"
)


@dataclass(frozen=True, slots=True)
class Found:
    """An index into the times or places of a ground, and how it was come by."""

    index: int
    why: str


def venue(
    ground: Ground, index: int, verb: int, parties: Iterable[int], *, wide: bool = True
) -> Found | None:
    """The place that hangs on an event's noun or verb by "in" or "at", or on one of its parties,
    else, where `wide`, the one that the governing clause names."""
    near = {index, verb, *parties}
    for place in _places_after(ground, index, INSIDE):
        head = ground.place_heads[place]
        if ground.head(head) in near or _within(ground, head, near):
            return Found(place, "the place is named with it")
    if not wide:
        return None
    led = _where(ground, verb)
    if led is not None:
        return Found(led, "the place that 'where' stands for")
    if ground.head(index) < 0:
        return None
    above = ground.clause(ground.head(index)) if ground.case(index) == "for" else -1
    for place in _places_after(ground, index, TOWARDS):
        if above >= 0 and ground.head(ground.place_heads[place]) == above:
            return Found(place, "the journey for it leads there")
    for place in _places_of(ground, index):
        head = ground.place_heads[place]
        if ground.case(head) in INSIDE and ground.head(head) == ground.clause(ground.head(index)):
            return Found(place, "the place is named in its clause")
    return None


def _where(ground: Ground, verb: int) -> int | None:
    """The place that the "where" of a clause stands for: the last one before it that the clause
    describes, or that hangs on the verb above it."""
    if not any(ground.lower[k] == "where" for k in ground.kids(verb, "advmod", "mark")):
        return None
    above = ground.head(verb)
    near = {above, *ground.kids(above)} if above >= 0 else set()
    if ground.rels[verb] == "acl" and above >= 0:
        near |= set(ground.kids(ground.clause(above)))
    for place in _places_of(ground, verb):
        if ground.place_heads[place] in near and ground.place_heads[place] < verb:
            return place
    return None


def destination(ground: Ground, index: int, verb: int) -> Found | None:
    """The place that a journey leads to: "to Oslo", "visited Oslo"."""
    objects = set(ground.objects(verb)) if index == verb else set()
    for place in _places_of(ground, index):
        head = ground.place_heads[place]
        if head in objects:
            return Found(place, "it is what was visited")
    for place in _places_of(ground, index):
        head = ground.place_heads[place]
        if ground.case(head) in TOWARDS and ground.head(head) in {index, verb}:
            return Found(place, "the journey leads there")
    return None


def _places_of(ground: Ground, index: int) -> list[int]:
    """The places named in the sentence of a token, the nearest after it first."""
    sentence = ground.text.sentence_of[index]
    found = [
        n
        for n, head in enumerate(ground.place_heads)
        if head >= 0 and ground.text.sentence_of[head] == sentence
    ]
    return sorted(
        found, key=lambda n: (ground.place_heads[n] < index, abs(ground.place_heads[n] - index))
    )


def _places_after(ground: Ground, index: int, cases: frozenset[str]) -> list[int]:
    return [n for n in _places_of(ground, index) if ground.case(ground.place_heads[n]) in cases]


def _within(ground: Ground, head: int, near: set[int]) -> bool:
    """Whether a phrase hangs below one of the tokens with no other verb or actor between."""
    current = ground.head(head)
    for _ in range(FAR):
        if current < 0 or ground.is_verb(current):
            return current in near
        if current in near:
            return True
        if ground.rels[current] not in {"flat", "appos", "nmod", "conj", "compound"}:
            return False
        current = ground.head(current)
    return False


def time_near(ground: Ground, index: int, verb: int, parties: Iterable[int]) -> Found | None:
    """The time that hangs on an event's noun or verb, else the only one of its clause."""
    near = {index, verb, *parties}
    sentence = ground.text.sentence_of[index]
    here = [
        (n, head)
        for n, head in enumerate(ground.time_heads)
        if head >= 0 and ground.text.sentence_of[head] == sentence and _is_day(ground.times[n])
    ]
    for n, head in here:
        if ground.head(head) in near or head in near:
            return Found(n, "the time is named with it")
    for n, head in here:
        if _within(ground, head, near):
            return Found(n, "the time is named with it")
    above = ground.clause(max(ground.head(verb), 0)) if ground.head(verb) >= 0 else verb
    for n, head in here:
        if _of_another(ground, head):
            continue
        if ground.head(head) == above or ground.clause(head) in {verb, above}:
            return Found(n, "the time is named in its sentence")
    return None


def _of_another(ground: Ground, head: int) -> bool:
    """Whether a time is that of what a deed is about: "blamed them for last month's attack"."""
    matter = ground.head(head)
    owned = ground.text.tokens[head].deprel == "nmod:poss"
    return owned and ground.case(matter) in {"for", "over", "of", "about", "from"}


def _is_day(time: Time) -> bool:
    """Whether an expression says when: it has a day or longer span, or is a weekday left open."""
    return time.start is not None or time.precision == "day"


def dateline_place(ground: Ground, start: int) -> Found | None:
    """The place of the dateline, if it is a town (a country is where a report is about) and no
    other town is a venue before the character `start`: a report from Lima of a ceremony in Quito
    goes on about Quito."""
    for n, line in enumerate(ground.places):
        if line.role == "dateline" and (not is_state(line) or _is_city(line)):
            before = (p for p in ground.places if p.role == "venue" and p.span.end <= start)
            away = any(_spot(p) != _spot(line) and not is_state(p) for p in before)
            return None if away else Found(n, "the place of the dateline")
    return None


def _is_city(place: Place) -> bool:
    """Whether a state has the name of its capital, so that a dateline names the town."""
    return (place.country, place.name.casefold()) in _cities()


@cache
def _cities() -> frozenset[tuple[str | None, str]]:
    return frozenset((row["iso3"], row["capital"].casefold()) for row in table("states.tsv"))


def is_state(place: Place) -> bool:
    """Whether a place is a whole state."""
    return (place.feature or "").startswith("PCL")


def _spot(place: Place) -> object:
    return place.geonameid or (place.name, place.country)


def occasion(ground: Ground, index: int) -> tuple[str, Span] | None:
    """The occasion in the sentence of an event: "on the sidelines of the assembly", as written."""
    start, end = ground.text.sentence_span(ground.text.sentence_of[index])
    found = _ASIDE.search(ground.text.chars, start, end)
    if found is None:
        return None
    stop = _ENOUGH.search(found.group(1))
    size = stop.start() if stop else len(found.group(1))
    span = Span(found.start(1), found.start(1) + size)
    return ground.text.slice(span).strip(), span


def hosts(ground: Ground, index: int) -> tuple[int, ...]:
    """Who hosts what a noun names: "talks hosted by Kenya"."""
    found: list[int] = []
    clauses = ground.kids(index, "acl")
    for kid in [*clauses, *(c for k in clauses for c in ground.kids(k, "conj"))]:
        if ground.lemmas[kid] == "host":
            for agent in ground.kids(kid, "obl"):
                if ground.agent(agent):
                    found += ground.named(agent)
    return tuple(found)
