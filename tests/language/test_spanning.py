"""Spans by their own probabilities. Tags: O, then B I E S of type 0, B I E S of type 1."""

from itertools import product

import numpy as np
import pytest

from communique.language.decode import follows, spans
from communique.language.spanning import Found, best_spans

O, B, I, E, S = range(5)  # noqa: E741 (the names of the tags)
MOVES = follows(9)
HALF = np.array([0.5, 0.5])


def table(*tags: int, by: float = 9.0) -> np.ndarray:
    scores = np.zeros((len(tags), 9))
    scores[np.arange(len(tags)), tags] = by
    return scores


def places(scores: np.ndarray, *breaks: int, least: float = 0.5) -> list[tuple[int, int, int]]:
    at = np.isin(np.arange(len(scores)), breaks)
    return [span[:3] for span in best_spans(scores, MOVES, at, np.array([least, least]))]


def chances(scores: np.ndarray, moves: np.ndarray) -> dict[tuple[int, int, int], float]:
    """The probability of every span, by going through all sequences."""
    found: dict[tuple[int, int, int], float] = {}
    whole = 0.0
    for tags in product(range(9), repeat=len(scores)):
        steps = zip((0, *tags), (*tags, 0), strict=True)
        weight = np.exp(
            sum(scores[i, t] for i, t in enumerate(tags)) + sum(moves[a, b] for a, b in steps)
        )
        whole += weight
        for span in spans(np.array(tags)) if weight > 0 else []:
            found[span] = found.get(span, 0.0) + weight
    return {span: weight / whole for span, weight in found.items()}


@pytest.mark.parametrize(
    ("tags", "found"),
    [
        ((O, O), []),
        ((S,), [(0, 1, 0)]),
        ((O, B, I, E, O), [(1, 4, 0)]),
        ((S, S), [(0, 1, 0), (1, 2, 0)]),
        ((B, E, 5, 7), [(0, 2, 0), (2, 4, 1)]),
    ],
)
def test_sure_tags_are_their_spans(
    tags: tuple[int, ...], found: list[tuple[int, int, int]]
) -> None:
    assert places(table(*tags)) == found


def test_a_span_is_as_likely_as_all_sequences_with_it() -> None:
    random = np.random.default_rng(5)
    scores = random.normal(size=(4, 9)) * 2
    moves = np.where(MOVES < 0, MOVES, random.normal(size=(9, 9)) / 2)
    wanted = chances(scores, moves)
    none = np.zeros(4, bool)
    for one in best_spans(scores, moves, none, np.zeros(2)):
        assert one.likely == pytest.approx(wanted[one[:3]])


def test_of_spans_that_overlap_the_likelier_is_taken() -> None:
    scores = table(B, I, E)
    scores[0, O], scores[1, B] = 10.0, 10.0
    assert places(scores) == [(1, 3, 0)]


def test_a_span_of_uncertain_limits_is_left_out_where_more_is_asked_for() -> None:
    scores = table(B, I, I, E)
    scores[2, E], scores[3, O] = 9.0, 9.0
    assert places(scores, least=0.3) != []
    assert places(scores, least=0.6) == []


def test_no_span_goes_over_a_break() -> None:
    assert all(end <= 2 or first >= 2 for first, end, _ in places(table(B, I, I, E), 2, least=0.1))


def test_what_is_surely_outside_changes_nothing() -> None:
    scores = np.concatenate([table(S), table(*[O] * 9, by=40.0), table(B, E)])
    assert places(scores) == [(0, 1, 0), (10, 12, 0)]


def test_nothing_in_nothing() -> None:
    assert best_spans(np.zeros((0, 9)), MOVES, np.zeros(0, bool), HALF) == []


def test_a_span_tells_how_sure_its_type_is() -> None:
    (one,) = best_spans(table(B, E), MOVES, np.zeros(2, bool), HALF)
    assert isinstance(one, Found)
    assert one.sure > 0.99
