"""What the model is given of a word."""

import numpy as np
import pytest

from communique.language import pieces


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("talks", "lower"), ("Talks", "title"), ("TALKS", "upper"), ("A", "capital"),
        ("McCain", "mixed"), ("2017", "digits"), ("14th", "ordinal"), ("F16", "digits+letters"),
        (".", "stop"), (",", "comma"), ('"', "quote"), ("“", "open quote"), ("’", "close quote"),
        ("(", "open bracket"), ("]", "close bracket"), ("—", "dash"), ("€", "currency"),
        ("%", "symbol"), ("U.S.", "abbreviation"),
    ],
)  # fmt: skip
def test_shape_says_what_the_vocabulary_cannot_see(word: str, shape: str) -> None:
    assert pieces.SHAPES[pieces.shape_id(word)] == shape


@pytest.mark.parametrize(
    ("between", "gap"),
    [("", "joined"), (" ", "space"), ("\n", "line"), ("\n \n", "blank line"), ("\u00a0", "other")],
)
def test_gap_says_what_stands_before_a_word(between: str, gap: str) -> None:
    assert pieces.GAPS[pieces.gap_id(between)] == gap


@pytest.mark.parametrize(("one", "other"), [("don’t", "don't"), ("“", '"'), ("Élysée", "elysee")])
def test_signs_that_mean_the_same_are_the_same_pieces(one: str, other: str) -> None:
    assert pieces.piece_ids(one) == pieces.piece_ids(other)


def test_every_word_has_a_piece_and_none_has_many() -> None:
    assert pieces.piece_ids("\u200b") == (pieces.UNK,)
    assert len(pieces.piece_ids("https://example.org/" + "x9" * 200)) == pieces.MAX_PIECES


def test_a_window_is_the_same_wherever_it_is_cut_from() -> None:
    strings = ["They", "reaffirmed", "it", "in", "Nursultan", "."]
    whole = pieces.encode(strings, [5, 2, 2, 2, 2, 1])
    part = pieces.encode(strings[2:5], [2, 2, 2])
    one, other = pieces.window(whole, 2, 5), pieces.window(part, 0, 3)
    for name in ("pieces", "shapes", "gaps", "first", "last"):
        np.testing.assert_array_equal(getattr(one, name), getattr(other, name))
    assert one.pieces[0] == pieces.CLS
    assert one.pieces[-1] == pieces.SEP
