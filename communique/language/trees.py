"""From arc scores to trees: each word's best head, and where that is no tree, the best tree."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]
Ints = NDArray[np.int64]

_NEVER = -1e9


def heads(scores: Floats, starts: Ints) -> Ints:
    """The head of every word of a window, one tree a sentence; a root is its own head.

    `scores` (words, words): from a word to its head, the diagonal being the root; `starts`: the
    first word of every sentence, the first being 0. Nine sentences in ten are trees when every
    word takes its best head; only the others are searched.
    """
    count = len(scores)
    sentence = np.zeros(count, dtype=np.int64)
    sentence[starts[1:]] = 1
    sentence = np.cumsum(sentence)
    within = np.where(sentence[:, None] == sentence[None, :], scores, _NEVER)
    found: Ints = within.argmax(axis=1)
    own = np.arange(count)
    roots = np.bincount(sentence[found == own], minlength=len(starts))
    top = found
    for _ in range(max(1, count.bit_length())):
        top = top[top]  # after k rounds, the ancestor 2^k steps up: a root, or a cycle's member
    loose = np.bincount(sentence[found[top] != top], minlength=len(starts))
    ends = np.append(starts[1:], count)
    for number in np.flatnonzero((roots != 1) | (loose > 0)).tolist():
        a, b = int(starts[number]), int(ends[number])
        found[a:b] = tree(scores[a:b, a:b]) + a
    return found


def tree(scores: Floats) -> Ints:
    """The best tree with one root over the words of a sentence (Chu and Liu, 1965; Edmonds, 1967).

    The root is sought among the three words that lose least by being it. (One search with a penalty
    on every root finds the same trees, through ten times as many contractions.)
    """
    count = len(scores)
    if count == 1:
        return np.zeros(1, dtype=np.int64)
    as_root = np.diagonal(scores)
    below = scores.copy()
    np.fill_diagonal(below, _NEVER)
    candidates = np.argsort(below.max(axis=1) - as_root, kind="stable")[:3]
    best, found = -np.inf, np.zeros(count, dtype=np.int64)
    for root in candidates.tolist():
        # Node 0 is the root itself: the words, with the root moved to the front.
        order = np.array([root, *range(root), *range(root + 1, count)])
        table = below[np.ix_(order, order)]
        above = order[_arborescence(table)]
        heads = np.empty(count, dtype=np.int64)
        heads[order] = above
        heads[root] = root
        total = float(scores[np.arange(count), heads].sum())
        if total > best:
            best, found = total, heads
    return found


def _cycle(above: Ints) -> list[int]:
    """The nodes of one cycle, or none; node 0 is the root."""
    colour = np.zeros(len(above), dtype=np.int64)
    colour[0] = -1
    for start in range(1, len(above)):
        node, path = start, []
        while colour[node] == 0:
            colour[node] = start
            path.append(node)
            node = int(above[node])
        if colour[node] == start:
            return path[path.index(node) :]
    return []


def _arborescence(scores: Floats) -> Ints:
    """The best head of every node so that all hang from node 0; `scores` from node to head."""
    above: Ints = scores.argmax(axis=1)
    above[0] = 0
    cycle = _cycle(above)
    if not cycle:
        return above
    inside = np.zeros(len(scores), dtype=bool)
    inside[cycle] = True
    rest = np.flatnonzero(~inside)
    ring = np.array(cycle)
    kept = scores[ring, above[ring]]
    # Into the ring: what is won by breaking it at each of its nodes. Out of it: its best node.
    entering = scores[np.ix_(ring, rest)] - kept[:, None]
    leaving = scores[np.ix_(rest, ring)]
    size = len(rest) + 1
    smaller = np.full((size, size), _NEVER)
    smaller[:-1, :-1] = scores[np.ix_(rest, rest)]
    smaller[-1, :-1] = entering.max(axis=0)
    smaller[:-1, -1] = leaving.max(axis=1)
    inner = _arborescence(smaller)
    found = above.copy()
    for i, node in enumerate(rest.tolist()):
        if i:  # node 0 stays the root
            up = int(inner[i])
            found[node] = ring[leaving[i].argmax()] if up == size - 1 else rest[up]
    outer = int(inner[-1])
    broken = int(entering[:, outer].argmax())
    found[ring[broken]] = rest[outer]
    return found
