"""The rounds of a series of talks: which number, when, where, who gave the place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from communique.extraction.deciding import word_at
from communique.extraction.ground import Ground
from communique.extraction.meetings import time_near, venue
from communique.extraction.process_names import Named
from communique.extraction.talk_words import round_nouns
from communique.lexicon.load import table, words
from communique.model.findings import Evidence, Round, Word

_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)$")
_FIRSTS = frozenset({"launch", "initiate", "inaugurate", "found", "establish"})
_OPENS = frozenset({"begin", "start", "open", "commence", "kick"})


@cache
def _numbers(kind: str) -> dict[str, int]:
    return {
        row["word"]: int(row["number"]) for row in table("round_words.tsv") if row["kind"] == kind
    }


def rounds_of(ground: Ground, named: Named) -> list[Round]:
    """The rounds that one mention of a series of talks tells of."""
    if named.round is not None:
        count = _count(ground, named.round)
        if count:
            return _several(ground, named, count)
        return _one(ground, named, named.round, _ordinal(ground, named.round))
    number = _ordinal(ground, named.talks) if named.key is not None else None
    if number is not None:
        return _one(ground, named, named.talks, number)
    verb = ground.head(named.talks)
    if verb < 0 or not ground.is_verb(verb):
        return []
    relation = ground.rels[named.talks]
    if ground.lemmas[verb] in _FIRSTS | _OPENS and relation in {"nsubj", "obj"}:
        number = 1 if ground.lemmas[verb] in _FIRSTS else None
        return [r for r in _one(ground, named, named.talks, number) if r.start]
    return []


def _ordinal(ground: Ground, index: int) -> int | None:
    following = ground.lower[index + 1 : index + 2]
    if ground.lemmas[index] in round_nouns() and following:
        numbers = _numbers("cardinal")
        if following[0] in numbers or following[0].isdigit():
            return numbers.get(following[0]) or int(following[0])
    for kid in ground.kids(index, "amod", "nummod", "compound", "det"):
        word = ground.lower[kid]
        match = _ORDINAL.match(word)
        if match or word in _numbers("ordinal"):
            return int(match.group(1)) if match else _numbers("ordinal")[word]
    return None


def _count(ground: Ground, index: int) -> int | None:
    if ground.lower[index] != "rounds":
        return None
    for kid in ground.kids(index, "nummod", "amod", "compound"):
        word = ground.lower[kid]
        if word in _numbers("cardinal"):
            return _numbers("cardinal")[word]
        if word.isdigit() and 1 < int(word) < 100:
            return int(word)
    return None


def _one(ground: Ground, named: Named, index: int, number: int | None) -> list[Round]:
    """A round with the time and place of its clause; none without a number, time or place."""
    verb = next(_held(ground, index, named.talks), ground.clause(index))
    time = time_near(ground, index, verb, ())
    place = venue(ground, index, verb, (named.talks,))
    when = ground.times[time.index] if time else None
    where = place.index if place else named.place
    if number is None and when is None and where is None:
        return []
    end = max(
        named.span.end,
        when.text.end
        if when and when.text and _same_sentence(ground, when.text.start, index)
        else 0,
    )
    why = f"round {number}" if number else "a round whose number is not told"
    proof = Evidence(named.span.start, end, "round", 0.8, why, _words(ground, index))
    return [
        Round(
            number=number,
            start=when.start if when else None,
            end=(when.end or when.start) if when else None,
            place=ground.places[where].name if where is not None else None,
            host=host_of(ground, verb),
            evidence=proof,
        )
    ]


def _held(ground: Ground, *nouns: int) -> Iterator[int]:
    """The verbs that describe a round: "the first round, which was held in Oslo"."""
    for noun in dict.fromkeys(nouns):
        for kid in ground.kids(noun, "acl"):
            if ground.is_verb(kid) and ground.lemmas[kid] in words("taking_place.tsv"):
                yield kid


def _words(ground: Ground, index: int) -> tuple[Word, ...]:
    """The word for a round or for the talks, and the one that numbers or counts it."""
    kids = ground.kids(index, "amod", "nummod", "compound", "det")
    told = [k for k in kids if _ORDINAL.match(ground.lower[k]) or ground.lower[k] in _counted()]
    words = [word_at(ground.text, index, "talks_words.tsv")]
    return (*words, *(word_at(ground.text, k, "round_words.tsv") for k in told))


@cache
def _counted() -> frozenset[str]:
    return frozenset(row["word"] for row in table("round_words.tsv") if row["number"])


def _same_sentence(ground: Ground, offset: int, index: int) -> bool:
    return ground.text.sentence_at(offset) == ground.text.sentence_of[index]


def _several(ground: Ground, named: Named, count: int) -> list[Round]:
    """ "three rounds, held on A, B and C": numbered in the order of their dates, if there is a date
    for each; a count of further rounds gives no numbers."""
    index = named.round if named.round is not None else named.talks
    sentence = ground.text.sentence_of[index]
    dated = [
        ground.times[n]
        for n, head in enumerate(ground.time_heads)
        if head > index and ground.text.sentence_of[head] == sentence and ground.times[n].start
    ]
    if len(dated) != count:
        return []
    more = any(
        ground.lower[k] in {"more", "further", "additional", "other"} for k in ground.kids(index)
    )
    verb = ground.clause(index)
    where = named.place if named.place is not None else subject_place(ground, verb)
    found = []
    for number, time in enumerate(sorted(dated, key=lambda t: t.start or ""), start=1):
        assert time.text is not None
        proof = Evidence(
            named.span.start, time.text.end, "rounds with dates", 0.8,
            f"date {number} of {count} rounds", _words(ground, index),
        )  # fmt: skip
        found.append(
            Round(
                number=None if more else number,
                start=time.start,
                end=time.end or time.start,
                place=ground.places[where].name if where is not None else None,
                host=host_of(ground, verb),
                evidence=proof,
            )
        )
    return found


def subject_place(ground: Ground, verb: int) -> int | None:
    """The city that hosts: "the capital Lusaka hosted talks"."""
    if ground.lemmas[verb] not in {"host", "house"} or ground.passive(verb):
        return None
    for subject in ground.holders(verb):
        below = set(ground.text.subtree(subject))
        here = [
            n
            for n, head in enumerate(ground.place_heads)
            if head in below and ground.places[n].feature != "PCLI"
        ]
        if here:
            return here[-1]
    return None


def hosting_state(ground: Ground, verb: int) -> int | None:
    """The actor that hosts by the verb of a clause, as subject or owner of the city."""
    if ground.lemmas[verb] not in {"host", "house", "co-host"}:
        return None
    for subject in ground.subjects(verb):
        span = ground.phrase(subject)
        for actor in ground.named_in(span):
            if ground.actors[actor].type in {"state", "organization"}:
                return actor
        owners = ground.named(subject)
        if owners:
            return owners[0]
    return None


def host_of(ground: Ground, verb: int) -> str | None:
    """The name of who hosts by the verb of a clause."""
    actor = hosting_state(ground, verb)
    return ground.actors[actor].name if actor is not None else None
