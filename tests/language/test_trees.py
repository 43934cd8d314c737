"""From arc scores to trees."""

import itertools

import numpy as np
import pytest

from communique.language import trees


def is_tree(heads: np.ndarray) -> bool:
    """One root, and every word below it."""
    top = heads
    for _ in heads:
        top = heads[top]
    return len(set(top.tolist())) == 1 and int((heads == np.arange(len(heads))).sum()) == 1


def best_by_trying_all(scores: np.ndarray) -> float:
    size = len(scores)
    everything = (np.array(h) for h in itertools.product(range(size), repeat=size))
    return max(float(scores[np.arange(size), h].sum()) for h in everything if is_tree(h))


@pytest.mark.parametrize("seed", range(20))
def test_the_best_tree_is_found(seed: int) -> None:
    random = np.random.default_rng(seed)
    scores = random.normal(size=(5, 5)) * 3
    heads = trees.tree(scores)
    assert is_tree(heads)
    assert scores[np.arange(5), heads].sum() == pytest.approx(best_by_trying_all(scores))


@pytest.mark.parametrize("size", [1, 2, 3, 40])
def test_any_scores_give_a_tree(size: int) -> None:
    scores = np.random.default_rng(size).normal(size=(size, size))
    assert is_tree(trees.tree(scores))


def test_two_words_that_hang_from_each_other_are_parted() -> None:
    scores = np.array([[0.0, 5.0], [5.0, 1.0]])
    assert trees.tree(scores).tolist() == [1, 1]


def test_every_sentence_of_a_window_is_its_own_tree() -> None:
    scores = np.random.default_rng(7).normal(size=(12, 12))
    heads = trees.heads(scores, np.array([0, 5, 6]))
    for a, b in ((0, 5), (5, 6), (6, 12)):
        assert is_tree(heads[a:b] - a)
