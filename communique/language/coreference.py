"""Which mentions mean the same: every mention joined to the best one before it, or to none.

A ranker after Lee et al. (2017) over frozen states of the reader and plain signs: what a mention is
comes from the states of its head, its first and its last word and from its categories; each pair of
mentions then gets a score, and a mention is joined to the best of those before it where that is
above zero. Weights and recipe: `training/coreference.py`; figures: `docs/reader.md`.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from communique.language import mention_signs, mentions, pair_signs
from communique.language.mention_signs import Signs
from communique.model.text import Chain, Span, Text

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

TYPES = (
    "none", "person", "organization", "place", "abstract", "event", "object", "time", "substance",
    "animal", "plant",
)  # fmt: skip
"""What GUM calls the things that are mentioned; "none": it is no mention."""
ACTORS = TYPES[1:4]

NEVER_A_MENTION = float(np.log(0.6))
LIKELY_NONE = float(np.log(0.5))
"""Above the first chance of being none a mention takes no part, above the other not alone."""


class Ranker:
    """The model of coreference: two graphs on ONNX Runtime, one a mention and one a pair."""

    def __init__(self, of_mentions: Any, of_pairs: Any) -> None:
        """The two graphs as sessions."""
        self._of_mentions, self._of_pairs = of_mentions, of_pairs

    def chains(self, text: Text, states: Floats) -> tuple[Chain, ...]:
        """The chains of a text by their first mention; `states` (words, 768): the first and the
        last piece of every word, as the reader's graph gives them."""
        found = mentions.find(text)
        chains: list[Chain] = []
        for start in range(0, len(found), STRETCH):
            chains += self._stretch(text, states, found[start : start + STRETCH])
        return tuple(chains)

    def _stretch(
        self, text: Text, states: Floats, found: list[mentions.Mention]
    ) -> tuple[Chain, ...]:
        signs = mention_signs.read(text, found)
        places = np.stack([signs.head, signs.first, signs.last], axis=1)
        seen = {"states": states[places].reshape(len(places), -1), "fields": signs.fields}
        types, *vectors = self._of_mentions.run(None, seen)
        kept = np.flatnonzero(types[:, 0] < NEVER_A_MENTION)
        signs = signs.take(kept)
        before = self._antecedents(signs, [v[kept] for v in vectors], states[signs.head])
        return _join(text, signs, types[kept], before)

    def _antecedents(self, signs: Signs, vectors: list[Floats], heads: Floats) -> list[int]:
        """For every mention the one it is joined to, or -1."""
        words = pair_signs.read(signs)
        left, right = pair_signs.candidates(signs, words)
        liked: list[tuple[int, float, int]] = []
        for start in range(0, len(left), BLOCK):
            a, b = left[start : start + BLOCK], right[start : start + BLOCK]
            seen: dict[str, Any] = dict(zip(VECTORS, [heads, *vectors], strict=True))
            seen |= {"earlier": a, "later": b}
            seen |= pair_signs.pairs(signs, words, a, b)._asdict()
            scores = self._of_pairs.run(None, seen)[0]
            good = np.flatnonzero(scores > 0)
            liked += zip(b[good].tolist(), (-scores[good]).tolist(), a[good].tolist(), strict=True)
        return _greedy(signs, sorted(liked))


def _greedy(signs: Signs, liked: list[tuple[int, float, int]]) -> list[int]:
    """Every mention to the best before it (`liked`: later, minus its score, earlier) whose chain
    holds nobody of the other gender."""
    genders = signs.field("gender").tolist()
    before, chain = [-1] * len(genders), list(range(len(genders)))
    for later, _, earlier in liked:
        if before[later] >= 0:
            continue
        first = chain[earlier]
        if genders[later] and genders[first] and genders[later] != genders[first]:
            continue
        before[later], chain[later] = earlier, first
        genders[first] = genders[first] or genders[later]
    return before


VECTORS = ("heads", "alone", "left", "right", "by_left", "by_right")
BLOCK = 1 << 14
"""Pairs scored at once."""
STRETCH = 1500
"""Mentions held against one another, some 3,600 words; chains end with their stretch, since what
they cost grows with its square."""


def _speakers(signs: Signs, types: Floats) -> dict[int, int]:
    """Whose "I" stands in a quotation: the person who is its source by the reader's attributions,
    or whose statement is. On GUM's train part 33 of 36 sources are right."""
    person = types[:, 1:].argmax(axis=1) + 1 == TYPES.index("person")
    phrase: dict[int, int] = {}
    own = (signs.field("pronoun") == mention_signs.ME) & (signs.quote > 0)
    if not own.any():
        return {}
    owned = signs.field("inside") == mention_signs.OWNER
    places = np.where(owned, signs.above, signs.head).tolist()
    for i in np.argsort(signs.first - signs.last, kind="stable").tolist():
        if person[i]:
            phrase.setdefault(places[i], i)
    sources = {i: phrase.get(int(signs.source[i])) for i in np.flatnonzero(own).tolist()}
    return {i: j for i, j in sources.items() if j is not None and j != i}


def _join(text: Text, signs: Signs, types: Floats, before: list[int]) -> tuple[Chain, ...]:
    """Chains from the links; mentions with no link are chains where they are likely mentions."""
    links = dict(enumerate(before)) | _speakers(signs, types)
    owner = list(range(len(before)))

    def first(i: int) -> int:
        while owner[i] != i:
            i = owner[i]
        return i

    for i, j in links.items():
        if j >= 0:
            a, b = sorted((first(i), first(j)))
            owner[b] = a
    chains: dict[int, list[int]] = {}
    for i in range(len(owner)):
        chains.setdefault(first(i), []).append(i)
    alone = (types[:, 1:].argmax(axis=1) + 1).tolist()
    likely = (types[:, 0] < LIKELY_NONE).tolist()
    spans = [
        Span(text.tokens[a].start, text.tokens[b].end)
        for a, b in zip(signs.first.tolist(), signs.last.tolist(), strict=True)
    ]
    heads = signs.head.tolist()
    found = []
    for chain in chains.values():
        number = alone[chain[0]]
        if len(chain) > 1:
            number = int(types[chain, 1:].sum(axis=0).argmax()) + 1
        elif not likely[chain[0]]:
            continue
        kind = TYPES[number] if TYPES[number] in ACTORS else "other"
        places = tuple(spans[i] for i in chain)
        found.append(Chain(kind, places, tuple(heads[i] for i in chain)))
    return tuple(found)
