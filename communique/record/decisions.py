"""A person's decisions, brought back to the findings they are about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from communique.model.identity import Judgement
from communique.record.corpus import KINDS, Corpus, row_id
from communique.record.profiles import PLACE, STATE

_KEY = re.compile(r"(?P<report>[^/]+)/(?P<kind>[a-z]+)/(?P<start>\d+)-(?P<end>\d+)(?:#\d+)?$")
_LETTERS = {"actor": "e", "place": "e", "event": "o", "statement": "s", "agreement": "a"}


def understood(corpus: Corpus, decisions: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """The decisions with both sides as keys of findings that the readings have.

    A side may be a finding's key, as it is or as an older reading had it (then the finding of
    that kind that overlaps it most is meant), or the id of an entity, occurrence, statement or
    agreement. A decision about what is not in the readings is left out.
    """
    if not decisions:
        return ()
    places = _Places(corpus)
    found = []
    for decision in decisions:
        left, right = places.find(decision.left), places.find(decision.right)
        if left is not None and right is not None and left != right:
            found.append(replace(decision, left=left, right=right))
    return tuple(found)


class _Places:
    """Where the findings of a corpus are, by key and by the ids that rows have had."""

    def __init__(self, corpus: Corpus) -> None:
        self._keys = {key for kind in KINDS for key in corpus.keys[kind].values()}
        self._ids: dict[str, str] = {}
        self._spans: dict[tuple[str, str], list[tuple[int, int, str]]] = {}
        for kind in KINDS:
            for item, key in corpus.keys[kind].items():
                self._ids.setdefault(row_id(_LETTERS.get(kind, "p"), key), key)
                match = _KEY.match(key)
                if match:
                    span = (int(match["start"]), int(match["end"]), key)
                    self._spans.setdefault((corpus.id(item), kind), []).append(span)
        for item, key in corpus.keys["actor"].items():
            actor = corpus.reading(item).actors[item.index]
            if actor.type == STATE and actor.country:
                self._ids.setdefault(row_id("e", STATE, actor.country), key)
        for item, key in corpus.keys["place"].items():
            place = corpus.reading(item).places[item.index]
            if place.geonameid is not None:
                self._ids.setdefault(row_id("e", PLACE, place.geonameid), key)

    def find(self, name: str) -> str | None:
        """The key that a key or id of whatever age stands for."""
        if name in self._keys:
            return name
        match = _KEY.match(name)
        if match is None:
            return self._ids.get(name)
        start, end = int(match["start"]), int(match["end"])
        near = [
            (min(end, last) - max(start, first), key)
            for first, last, key in self._spans.get((match["report"], match["kind"]), [])
            if min(end, last) > max(start, first)
        ]
        return max(near, key=lambda n: (n[0], n[1]))[1] if near else None
