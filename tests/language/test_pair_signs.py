"""What is told of mentions side by side, on trees of our own."""

import numpy as np
import pytest

from communique.language import mention_signs, pair_signs
from communique.language.mentions import find
from communique.model.text import Text
from tests import build


def read(text: Text) -> tuple[mention_signs.Signs, pair_signs.Words]:
    signs = mention_signs.read(text, find(text))
    return signs, pair_signs.read(signs)


def said(*words: str) -> Text:
    return build.text(*(f"{w}/PROPN/nsubj/2 slept/VERB/root/0" for w in words))


def tagged(text: Text) -> Text:
    """With the fine tags of names, which `build.text` leaves out."""
    tokens = tuple(
        type(t)(t.start, t.end, t.lemma, t.upos, "NNP", "_", t.head, t.deprel)
        if t.upos == "PROPN"
        else t
        for t in text.tokens
    )
    return Text(text.chars, text.prose, tokens, text.sentences, text.names)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("Norway", "Oslo", True), ("Norway", "Peru", False), ("Kenya", "Nairobi", True)],
)
def test_a_state_and_its_capital_are_one_place(one: str, other: str, same: bool) -> None:
    _, words = read(tagged(said(one, other)))
    assert (words.place[0] == words.place[1]) == same


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [("Quispe", "Quispee", True), ("Quispe", "Rojas", False), ("Ito", "Itoo", False)],
)
def test_names_nearly_the_same_may_be_one(one: str, other: str, alike: bool) -> None:
    _, words = read(tagged(said(one, other)))
    assert bool(words.alike[0, 1]) == alike


def test_an_acronym_has_the_initials_of_the_name() -> None:
    text = build.text(
        "Grain/PROPN/compound/2 Board/PROPN/nsubj/3 met/VERB/root/0",
        "GB/PROPN/nsubj/2 slept/VERB/root/0",
    )
    _, words = read(tagged(text))
    assert words.acronym[0][0] == words.acronym[1][-1] >= 0


def test_pairs_go_from_the_later_to_the_earlier() -> None:
    signs, words = read(said("Birk", "Roe", "Osei"))
    left, right = pair_signs.candidates(signs, words)
    assert sorted(zip(left.tolist(), right.tolist(), strict=True)) == [(0, 1), (0, 2), (1, 2)]


def test_far_ones_are_held_against_one_another_only_with_something_in_common() -> None:
    signs, words = read(said("Birk", *(f"Name{n}" for n in range(80)), "Birk"))
    left, right = pair_signs.candidates(signs, words)
    assert 0 in left[right == 81]
    assert 1 not in left[right == 81]


def test_signs_have_one_row_a_pair_and_codes_within_their_table() -> None:
    signs, words = read(said("Birk", "Roe", "Birk"))
    left, right = pair_signs.candidates(signs, words)
    told = pair_signs.pairs(signs, words, left, right)
    assert len(told.flags) == len(told.codes) == len(told.ratio) == len(left)
    assert (told.codes < np.cumsum(pair_signs.CODES)).all()
    assert (told.codes >= pair_signs.OFFSETS).all()
    same = (left == 0) & (right == 2)
    assert told.ratio[same][0, 0] == 1
