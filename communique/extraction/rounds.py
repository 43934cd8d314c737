"""The rounds of a series of talks: which number, when, where, who gave the place."""

from __future__ import annotations

import re
from functools import cache

from communique.extraction.frames import Scene
from communique.extraction.meetings import time_near, venue
from communique.extraction.process_names import Named
from communique.lexicon.load import table
from communique.model.findings import Evidence, Round

_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)$")
_FIRSTS = frozenset({"launch", "initiate", "inaugurate", "found", "establish"})
_OPENS = frozenset({"begin", "start", "open", "commence", "kick"})


@cache
def _numbers(kind: str) -> dict[str, int]:
    return {
        row["word"]: int(row["number"]) for row in table("round_words.tsv") if row["kind"] == kind
    }


def rounds_of(scene: Scene, named: Named) -> list[Round]:
    """The rounds that one mention of a series of talks tells of."""
    if named.round is not None:
        count = _count(scene, named.round)
        if count:
            return _several(scene, named, count)
        return _one(scene, named, named.round, _ordinal(scene, named.round))
    verb = scene.head(named.talks)
    if verb < 0 or not scene.is_verb(verb):
        return []
    relation = scene.rels[named.talks]
    if scene.lemmas[verb] in _FIRSTS | _OPENS and relation in {"nsubj", "obj"}:
        number = 1 if scene.lemmas[verb] in _FIRSTS else None
        return [r for r in _one(scene, named, named.talks, number) if r.start]
    return []


def _ordinal(scene: Scene, index: int) -> int | None:
    for kid in scene.kids(index, "amod", "nummod", "compound", "det"):
        word = scene.lower[kid]
        match = _ORDINAL.match(word)
        if match or word in _numbers("ordinal"):
            return int(match.group(1)) if match else _numbers("ordinal")[word]
    return None


def _count(scene: Scene, index: int) -> int | None:
    if scene.lower[index] != "rounds":
        return None
    for kid in scene.kids(index, "nummod", "amod", "compound"):
        word = scene.lower[kid]
        if word in _numbers("cardinal"):
            return _numbers("cardinal")[word]
        if word.isdigit() and 1 < int(word) < 100:
            return int(word)
    return None


def _one(scene: Scene, named: Named, index: int, number: int | None) -> list[Round]:
    """A round with the time and place of its clause; none without a number, time or place."""
    verb = scene.clause(index)
    time = time_near(scene, index, verb, ())
    place = venue(scene, index, verb, (named.talks,))
    when = scene.times[time.index] if time else None
    where = place.index if place else named.place
    if number is None and when is None and where is None:
        return []
    end = max(
        named.span.end,
        when.text.end
        if when and when.text and _same_sentence(scene, when.text.start, index)
        else 0,
    )
    why = f"round {number}" if number else "a round whose number is not told"
    proof = Evidence(named.span.start, end, "round", 0.8, why)
    return [
        Round(
            number=number,
            start=when.start if when else None,
            end=(when.end or when.start) if when else None,
            place=scene.places[where].name if where is not None else None,
            host=host_of(scene, verb),
            evidence=proof,
        )
    ]


def _same_sentence(scene: Scene, offset: int, index: int) -> bool:
    return scene.text.sentence_at(offset) == scene.text.sentence_of[index]


def _several(scene: Scene, named: Named, count: int) -> list[Round]:
    """ "three rounds, held on A, B and C": numbered in the order of their dates, if there is a date
    for each; a count of further rounds gives no numbers."""
    index = named.round if named.round is not None else named.talks
    sentence = scene.text.sentence_of[index]
    dated = [
        scene.times[n]
        for n, head in enumerate(scene.time_heads)
        if head > index and scene.text.sentence_of[head] == sentence and scene.times[n].start
    ]
    if len(dated) != count:
        return []
    more = any(
        scene.lower[k] in {"more", "further", "additional", "other"} for k in scene.kids(index)
    )
    verb = scene.clause(index)
    where = named.place if named.place is not None else subject_place(scene, verb)
    found = []
    for number, time in enumerate(sorted(dated, key=lambda t: t.start or ""), start=1):
        assert time.text is not None
        proof = Evidence(
            named.span.start, time.text.end, "rounds with dates", 0.8,
            f"date {number} of {count} rounds",
        )  # fmt: skip
        found.append(
            Round(
                number=None if more else number,
                start=time.start,
                end=time.end or time.start,
                place=scene.places[where].name if where is not None else None,
                host=host_of(scene, verb),
                evidence=proof,
            )
        )
    return found


def subject_place(scene: Scene, verb: int) -> int | None:
    """The city that hosts: "the capital Lusaka hosted talks"."""
    if scene.lemmas[verb] not in {"host", "house"} or scene.passive(verb):
        return None
    for subject in scene.holders(verb):
        below = set(scene.text.subtree(subject))
        here = [
            n
            for n, head in enumerate(scene.place_heads)
            if head in below and scene.places[n].feature != "PCLI"
        ]
        if here:
            return here[-1]
    return None


def hosting_state(scene: Scene, verb: int) -> int | None:
    """The actor that hosts by the verb of a clause, as subject or owner of the city."""
    if scene.lemmas[verb] not in {"host", "house", "co-host"}:
        return None
    for subject in scene.subjects(verb):
        span = scene.phrase(subject)
        for actor in scene.named_in(span):
            if scene.actors[actor].type in {"state", "organization"}:
                return actor
        owners = scene.named(subject)
        if owners:
            return owners[0]
    return None


def host_of(scene: Scene, verb: int) -> str | None:
    """The name of who hosts by the verb of a clause."""
    actor = hosting_state(scene, verb)
    return scene.actors[actor].name if actor is not None else None
