"""From scores of tags to spans: the best sequence in which tags follow each other as they must."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]
Ints = NDArray[np.int64]


@lru_cache(maxsize=8)
def follows(tags: int) -> NDArray[np.float32]:
    """(tags, tags): 0 where the column may follow the row, -1e4 elsewhere.

    Tags are O and then B, I, E, S of each type: B and I go on to I or E of their type; O, E and S
    to O or to B or S of any type.
    """
    allowed = np.full((tags, tags), -1e4, dtype=np.float32)
    outside = [0, *range(3, tags, 4), *range(4, tags, 4)]
    opening = [0, *range(1, tags, 4), *range(4, tags, 4)]
    allowed[np.ix_(outside, opening)] = 0.0
    for begin in range(1, tags, 4):
        allowed[begin : begin + 2, begin + 1 : begin + 3] = 0.0
    return allowed


def viterbi(scores: Floats, tags: int, breaks: NDArray[np.bool_] | None = None) -> Ints:
    """The best sequence of tags for (words, tags) scores.

    Where `breaks` is true a span may not go on from the word before. A run of words that are
    surely O decides itself, so only the rest is searched (one word in five on press reports).
    """
    count = len(scores)
    path = np.zeros(count, dtype=np.int64)
    if not count:
        return path
    moves = follows(tags)
    # Inside such a run no tag but O is within reach of the best path: to open a span costs more
    # there than any span could win back, which holds when O leads by 8 for two words together.
    busy = scores[:, 0] < scores[:, 1:].max(axis=1) + 8.0
    near = busy.copy()
    near[1:] |= busy[:-1]
    near[:-1] |= busy[1:]
    edges = np.flatnonzero(np.diff(np.concatenate(([0], near.astype(np.int8), [0]))))
    for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        path[start:end] = _search(
            scores[start:end], moves, breaks[start:end] if breaks is not None else None
        )
    return path


def _search(scores: Floats, moves: Floats, breaks: NDArray[np.bool_] | None) -> Ints:
    count, tags = scores.shape
    opening = moves[0]
    ending = moves[:, 0]
    best = scores[0] + opening
    back = np.zeros((count, tags), dtype=np.int64)
    for i in range(1, count):
        reach = best[:, None] + moves
        if breaks is not None and breaks[i]:
            reach = (best + ending)[:, None] + opening[None, :]
        back[i] = reach.argmax(axis=0)
        best = reach.max(axis=0) + scores[i]
    path = np.zeros(count, dtype=np.int64)
    path[-1] = int((best + ending).argmax())
    for i in range(count - 1, 0, -1):
        path[i - 1] = back[i, path[i]]
    return path


def spans(path: Ints) -> list[tuple[int, int, int]]:
    """(first word, end, type number) of every span of a sequence of tags."""
    found, start = [], 0
    for i in np.flatnonzero(path).tolist():
        place = (int(path[i]) - 1) % 4
        if place in (0, 3):
            start = i
        if place in (2, 3):
            found.append((start, i + 1, (int(path[i]) - 1) // 4))
    return found
