"""A second look at who says what: the reader's scores for source, cue and content, weighed again
with the tree, the quotation marks and the words around.

A small network (`training/attributor.py`) over the reader's states, its first scores and signs of
the tree. Its scores are those of a conditional random field, so that spans have probabilities.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from communique.language.mention_signs import paragraphs, quotations
from communique.model.text import Text

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

WINDOW = 160
"""Words that are looked at together; a window ends with a sentence."""
DEEPEST = 9
FARTHEST = 5
"""A head this many powers of two away is far, however far."""


class Looked(NamedTuple):
    """What the second look gives: scores of tags (words, tags) and of their transitions (tags,
    tags)."""

    scores: Floats
    moves: Floats


class Attributor:
    """The network, as a session of ONNX Runtime."""

    def __init__(self, session: Any) -> None:
        self._session = session

    def look(self, states: Floats, roles: Floats, signs: Ints, heads: Ints) -> Looked:
        """`states` (words, 768) and `roles` (words, tags) as the reader gives them, `signs` as
        `signs_of`; `heads`: the head of every word, a root's is itself."""
        scores = np.zeros_like(roles)
        moves = np.zeros((roles.shape[1], roles.shape[1]), np.float32)
        for start, end in windows(signs):
            inside = np.clip(heads[start:end], start, end - 1) - start
            seen = {
                "states": states[start:end],
                "roles": roles[start:end],
                "signs": signs[start:end],
                "heads": inside,
            }
            scores[start:end], moves = self._session.run(None, seen)
        return Looked(scores, moves)


def windows(signs: Ints) -> list[tuple[int, int]]:
    """Runs of whole sentences of at most `WINDOW` words; a longer sentence is cut."""
    count = len(signs)
    starts = np.flatnonzero(signs[:, SENTENCE])
    cuts = [0]
    while count - cuts[-1] > WINDOW:
        limit = cuts[-1] + WINDOW
        within = starts[(starts > cuts[-1]) & (starts <= limit)]
        cuts.append(int(within[-1]) if len(within) else limit)
    return list(zip(cuts, [*cuts[1:], count], strict=True))


SENTENCE = 7


def sizes(tags: int, labels: int) -> tuple[int, ...]:
    """How many values each of the signs has, with so many parts of speech and relations."""
    return tags, labels, tags + 1, labels + 1, DEEPEST + 2, 2 * FARTHEST + 1, 2, 2, 2


def signs_of(text: Text, tags: Ints, labels: Ints, classes: tuple[int, int]) -> Ints:
    """(words, 9): part of speech, relation and those of the head, depth in the tree, the distance
    of the head, whether in quotation marks, first of a sentence, first of a paragraph.

    `tags` and `labels` are the numbers of the parts of speech and relations, `classes` how many
    there are of each: that number stands for the head of a root.
    """
    count = len(text.tokens)
    heads = np.array([token.head for token in text.tokens])
    words = [text.chars[token.start : token.end] for token in text.tokens]
    block = paragraphs(text)
    quoted = np.array(quotations(words, block)) > 0
    sentence, paragraph = np.array(text.sentence_of), np.array(block)
    found = np.zeros((count, 9), np.int64)
    found[:, 0], found[:, 1] = tags, labels
    found[:, 2] = np.where(heads >= 0, tags[heads], classes[0])
    found[:, 3] = np.where(heads >= 0, labels[heads], classes[1])
    above = np.append(heads, -1)  # the head of no word is no word
    at = heads
    for _ in range(DEEPEST):
        found[:, 4] += at >= 0
        at = above[at]
    apart = np.where(heads >= 0, heads - np.arange(count), 0)
    steps = np.minimum(np.ceil(np.log2(np.abs(apart) + 1)), FARTHEST)
    found[:, 5] = np.sign(apart) * steps + FARTHEST
    found[:, 6] = quoted
    found[:, SENTENCE] = np.diff(sentence, prepend=-1) != 0
    found[:, 8] = np.diff(paragraph, prepend=-1) != 0
    return found
