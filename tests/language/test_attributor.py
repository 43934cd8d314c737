"""What the second look at attributions is told, and in which windows it looks."""

import numpy as np
import pytest

from communique.language import attributor
from communique.language.attributor import Attributor, signs_of, windows
from tests.extraction.trees import tree

TEXT = tree(
    "\u201c/PUNCT/2/punct Go/VERB/0/root \u201d/PUNCT/2/punct\n\n"
    "he/PRON/2/nsubj said/VERB/0/root to/ADP/4/case Ana/PROPN/2/obl"
)
TAGS, LABELS = np.arange(7), np.arange(7) + 10
SIGNS = signs_of(TEXT, TAGS, LABELS, (50, 60))


@pytest.mark.parametrize(
    ("sign", "values"),
    [
        (2, [1, 50, 1, 4, 50, 6, 4]),  # the head's part of speech; 50 where there is none
        (3, [11, 60, 11, 14, 60, 16, 14]),
        (4, [1, 0, 1, 1, 0, 2, 1]),  # depth
        (5, [6, 5, 4, 6, 5, 6, 3]),  # distance and side of the head: 5 is none
        (6, [1, 1, 0, 0, 0, 0, 0]),  # in quotation marks
        (7, [1, 0, 0, 1, 0, 0, 0]),  # first of its sentence
        (8, [1, 0, 0, 1, 0, 0, 0]),  # first of its paragraph
    ],
)
def test_the_signs_of_words(sign: int, values: list[int]) -> None:
    assert SIGNS[:, sign].tolist() == values


def starts(*sentences: int, count: int) -> np.ndarray:
    signs = np.zeros((count, 9), np.int64)
    signs[list(sentences), attributor.SENTENCE] = 1
    return signs


@pytest.mark.parametrize(
    ("sentences", "count", "found"),
    [
        ((0,), 150, [(0, 150)]),
        ((0, 100, 155), 200, [(0, 155), (155, 200)]),
        ((0,), 200, [(0, 160), (160, 200)]),  # a sentence of 200 words is cut
    ],
)
def test_windows_end_with_sentences(
    sentences: tuple[int, ...], count: int, found: list[tuple[int, int]]
) -> None:
    assert windows(starts(*sentences, count=count)) == found


class Session:
    """Gives every word the number of its head in the window as its score."""

    def run(self, _: None, seen: dict[str, np.ndarray]) -> list[np.ndarray]:
        scores = np.repeat(seen["heads"][:, None], 13, 1).astype(np.float32)
        return [scores, np.ones((13, 13), np.float32)]


def test_every_word_is_looked_at_once_with_its_head_in_the_window() -> None:
    heads = np.array([0] * 160 + [160, 0])
    roles = np.zeros((162, 13), np.float32)
    signs = starts(0, 160, count=162)
    look = Attributor(Session()).look(np.zeros((162, 768), np.float32), roles, signs, heads)
    assert look.scores[:, 0].tolist() == [0.0] * 162
    assert look.moves.shape == (13, 13)
