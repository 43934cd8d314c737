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
    # Inside such a run no tag but O is within reach of the best path: to open a span costs more
    # there than any span could win back, which holds when O leads by 8 for two words together.
    busy = scores[:, 0] < scores[:, 1:].max(axis=1) + 8.0
    near = busy.copy()
    near[1:] |= busy[:-1]
    near[:-1] |= busy[1:]
    edges = np.flatnonzero(np.diff(np.concatenate(([0], near.astype(np.int8), [0]))))
    runs = list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))
    closed = np.zeros(count, np.bool_) if breaks is None else breaks
    # The longest first, so that those still going on are always the first of the batch.
    runs.sort(key=lambda run: run[0] - run[1])
    for first in range(0, len(runs), BATCH):
        _search(scores, closed, runs[first : first + BATCH], follows(tags), path)
    return path


BATCH = 256
"""Runs that are searched side by side: a step costs numpy as much for many as for one."""


def _search(
    scores: Floats,
    closed: NDArray[np.bool_],
    runs: list[tuple[int, int]],
    moves: Floats,
    path: Ints,
) -> None:
    """Writes the best tags of some runs of words, the longest run first, into `path`."""
    starts = np.array([start for start, _ in runs])
    lengths = np.array([end - start for start, end in runs])
    opening, ending = moves[0], moves[:, 0]
    best = scores[starts] + opening
    back = np.zeros((lengths[0], *best.shape), dtype=np.int64)
    for i in range(1, lengths[0]):
        going = int((lengths > i).sum())
        at, last = starts[:going] + i, best[:going]
        reach = last[:, :, None] + moves
        for row in np.flatnonzero(closed[at]):
            reach[row] = (last[row] + ending)[:, None] + opening[None, :]
        back[i, :going] = reach.argmax(axis=1)
        best[:going] = reach.max(axis=1) + scores[at]
    last_tags: list[int] = (best + ending).argmax(axis=1).tolist()
    for row, (start, end) in enumerate(runs):
        tag = last_tags[row]
        path[end - 1] = tag
        for i in range(end - start - 1, 0, -1):
            tag = int(back[i, row, tag])
            path[start + i - 1] = tag


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
