"""From scores of tags to the set of spans that is right most often.

The best sequence of tags may hold a span that hardly anything speaks for, where its probability is
spread over several limits. So every span gets its own probability from the chain of tags (forward
and backward sums of a conditional random field), and those are chosen whose probability is highest
above a threshold, no two of them overlapping: what they gain in exact F1 is in `docs/reader.md`.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]
Flags = NDArray[np.bool_]

SURELY_OUTSIDE = 8.0
"""By how much O must lead, two words running, for what is on either side to be apart."""
LEAST = 0.05
"""Less likely starts, ends and spans are not looked at."""


class Found(NamedTuple):
    """A span of words, how likely it is as a whole, and how likely its words are of its type."""

    first: int
    end: int
    type: int
    likely: float
    sure: float


def best_spans(scores: Floats, moves: Floats, breaks: Flags, thresholds: Floats) -> list[Found]:
    """The chosen spans in order, for (words, tags) scores and (tags, tags) scores of transitions.

    Tags are as in `decode.follows`; `moves` is below -1000 where a tag may not follow. No span goes
    over a word where `breaks` is true. `thresholds`: one a type.
    """
    chosen: list[Found] = []
    parts = _stretches(scores, breaks)
    for numbers in _of_like_length(parts):
        chain = _Chain([scores[a:b] for a, b in (parts[n] for n in numbers)], moves)
        for row, number in enumerate(numbers):
            start = parts[number][0]
            found = chain.spans(row)
            for span in _choose(found, thresholds):
                first, end = span.first + start, span.end + start
                chosen.append(span._replace(first=first, end=end))
    return sorted(chosen)


def _stretches(scores: Floats, breaks: Flags) -> list[tuple[int, int]]:
    """Where spans may be: between breaks and runs of words that are surely outside."""
    if not len(scores):
        return []
    busy = scores[:, 0] < scores[:, 1:].max(axis=1) + SURELY_OUTSIDE
    near = busy.copy()
    near[1:] |= busy[:-1]
    near[:-1] |= busy[1:]
    begins = near & (breaks | ~np.concatenate(([False], near[:-1])))
    ends = near & (np.concatenate((breaks[1:], [True])) | ~np.concatenate((near[1:], [False])))
    firsts, lasts = np.flatnonzero(begins).tolist(), np.flatnonzero(ends).tolist()
    return [(a, b + 1) for a, b in zip(firsts, lasts, strict=True)]


def _of_like_length(parts: list[tuple[int, int]]) -> list[list[int]]:
    """The numbers of stretches in groups that are computed side by side."""
    order = sorted(range(len(parts)), key=lambda n: parts[n][1] - parts[n][0])
    groups: list[list[int]] = []
    for number in order:
        length = parts[number][1] - parts[number][0]
        if groups and length <= 2 * (parts[groups[-1][0]][1] - parts[groups[-1][0]][0]) + 16:
            groups[-1].append(number)
        else:
            groups.append([number])
    return groups


class _Chain:
    """Forward and backward sums over some stretches, each sum of a step scaled to one."""

    def __init__(self, parts: list[Floats], moves: Floats) -> None:
        count, longest, tags = len(parts), max(map(len, parts)), len(moves)
        self.lengths = [len(part) for part in parts]
        self.moves = np.where(moves < -1000, -np.inf, moves).astype(np.float64)
        weights = np.exp(self.moves)
        self.words = np.ones((longest, count, tags))
        for row, part in enumerate(parts):
            lifted = part.astype(np.float64)
            self.words[: len(part), row] = np.exp(lifted - lifted.max(axis=1, keepdims=True))
        ended = np.array(self.lengths)[:, None] - 1
        self.scales = np.ones((longest, count))
        self.before = np.zeros((longest, count, tags))
        at = weights[0] * self.words[0]
        for step in range(longest):
            if step:
                at = (at @ weights) * self.words[step]
            self.scales[step] = at.sum(axis=1)
            at = at / self.scales[step][:, None]
            self.before[step] = at
        closing = np.broadcast_to(weights[:, 0], (count, tags))
        self.after = np.zeros((longest, count, tags))
        at = closing
        for step in range(longest - 1, -1, -1):
            if step < longest - 1:
                at = ((at * self.words[step + 1]) @ weights.T) / self.scales[step + 1][:, None]
            at = np.where(step >= ended, closing, at)
            self.after[step] = at

    def spans(self, row: int) -> list[Found]:
        """The likely spans of one stretch."""
        length = self.lengths[row]
        before, after = self.before[:length, row], self.after[:length, row]
        total = float((before[-1] * after[-1]).sum())
        chances = before * after
        chances = chances / chances.sum(axis=1, keepdims=True)
        scales = np.concatenate(([0.0], np.cumsum(np.log(self.scales[:length, row]))))
        with np.errstate(divide="ignore"):
            words = np.log(self.words[:length, row])
            before, after = np.log(before), np.log(after)
        found: list[Found] = []
        for kind in range((chances.shape[1] - 1) // 4):
            begin, inside, end, single = range(1 + 4 * kind, 5 + 4 * kind)
            of_kind = np.concatenate(([0.0], np.cumsum(chances[:, begin : single + 1].sum(axis=1))))
            for a in np.flatnonzero(chances[:, single] > LEAST).tolist():
                sure = float(of_kind[a + 1] - of_kind[a])
                found.append(Found(a, a + 1, kind, float(chances[a, single]), sure))
            starts = np.flatnonzero(chances[:, begin] > LEAST).tolist()
            ends = np.flatnonzero(chances[:, end] > LEAST)
            within = np.concatenate(([0.0], np.cumsum(words[:, inside])))
            goes_on, closes = self.moves[inside, inside], self.moves[inside, end]
            for a in starts:
                b = ends[ends > a]
                between = b - a - 1
                joined = np.where(
                    between > 0,
                    self.moves[begin, inside] + goes_on * (between - 1) + closes,
                    self.moves[begin, end],
                )
                likely = np.exp(
                    before[a, begin]
                    + joined
                    + within[b]
                    - within[a + 1]
                    + words[b, end]
                    - (scales[b + 1] - scales[a + 1])
                    + after[b, end]
                )
                for last, chance in zip(b.tolist(), (likely / total).tolist(), strict=True):
                    if chance > LEAST:
                        sure = float(of_kind[last + 1] - of_kind[a]) / (last + 1 - a)
                        found.append(Found(a, last + 1, kind, chance, sure))
        return found


def _choose(found: list[Found], thresholds: Floats) -> list[Found]:
    """Of spans those that overlap none other and are together most above their thresholds."""
    kept = sorted((f for f in found if f.likely > thresholds[f.type]), key=lambda f: f.end)
    ends = [f.end for f in kept]
    best, taken = [0.0], list[int | None]()
    for number, span in enumerate(kept):
        earlier = bisect_right(ends, span.first, 0, number)
        worth = best[earlier] + span.likely - float(thresholds[span.type])
        taken.append(earlier if worth > best[-1] else None)
        best.append(max(worth, best[-1]))
    chosen = []
    at = len(kept)
    while at > 0:
        earlier_of = taken[at - 1]
        if earlier_of is None:
            at -= 1
        else:
            chosen.append(kept[at - 1])
            at = earlier_of
    return chosen[::-1]
