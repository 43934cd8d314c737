"""From scores of tags to spans. Tags: O, then B I E S of type 0, B I E S of type 1."""

import numpy as np
import pytest

from communique.language import decode

O, B, I, E, S = range(5)  # noqa: E741 (the names of the tags)


def scores(*tags: int, by: float = 4.0) -> np.ndarray:
    table = np.zeros((len(tags), 9), dtype=np.float32)
    table[np.arange(len(tags)), tags] = by
    return table


@pytest.mark.parametrize("tags", [(O, O), (S,), (B, E), (O, B, I, E, O), (S, S), (B, E, 5, 7)])
def test_a_sound_sequence_stays(tags: tuple[int, ...]) -> None:
    assert tuple(decode.viterbi(scores(*tags), 9)) == tags


@pytest.mark.parametrize("tags", [(O, I, O), (B, O), (B, 7), (E, O), (O, B), (I, I)])
def test_an_unsound_sequence_becomes_sound(tags: tuple[int, ...]) -> None:
    path = decode.viterbi(scores(*tags), 9)
    moves = decode.follows(9)
    steps = [moves[a, b] for a, b in zip([0, *path], [*path, 0], strict=True)]
    assert all(step == 0 for step in steps)


def test_a_span_does_not_go_over_a_break() -> None:
    breaks = np.array([True, False, True, False])
    path = decode.viterbi(scores(B, I, I, E), 9, breaks)
    assert all(b <= 2 or a >= 2 for a, b, _ in decode.spans(path))


def test_leaving_out_what_is_surely_outside_changes_nothing() -> None:
    random = np.random.default_rng(3)
    table = random.normal(size=(60, 9)).astype(np.float32) * 3
    table[10:40, 0] += 30
    whole = decode._search(table, decode.follows(9), None)
    np.testing.assert_array_equal(decode.viterbi(table, 9), whole)


def test_spans_of_a_path() -> None:
    assert decode.spans(np.array([O, S, B, I, E, O, 8])) == [(1, 2, 0), (2, 5, 0), (6, 7, 1)]


def test_no_words_no_tags() -> None:
    assert len(decode.viterbi(np.zeros((0, 9), dtype=np.float32), 9)) == 0
