"""Which expressions of time are none."""

from __future__ import annotations

import pytest

from communique.extraction.times import find_times
from tests import build


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The/DET/det/3 annual/ADJ/amod/3 report/NOUN/root/0", []),
        ("It/PRON/nsubj/2 meets/VERB/root/0 annually/ADV/advmod/2", ["annually"]),
        ("Daily/ADJ/amod/2 flights/NOUN/root/0", ["Daily"]),
        ("She/PRON/nsubj/2 left/VERB/root/0 Radio/PROPN/obj/2 Today/PROPN/flat/3", []),
        ("Today/NOUN/obl/3 she/PRON/nsubj/3 left/VERB/root/0", ["Today"]),
        (
            "They/PRON/nsubj/2 fought/VERB/root/0 Nine/NUM/obj/2 Weeks/PROPN/flat/3 War/X/flat/3",
            [],
        ),
        ("They/PRON/nsubj/2 stayed/VERB/root/0 nine/NUM/nummod/4 weeks/NOUN/obl/2", ["nine weeks"]),
        ("She/PRON/nsubj/2 left/VERB/root/0 Friday/PROPN/obl/2", ["Friday"]),
    ],
)
def test_names_and_kinds_of_things_are_no_times(sentence: str, expected: list[str]) -> None:
    text = build.text(sentence)
    found = find_times(build.report(text.chars, published="2009-06-15"), text)
    assert [text.slice(t.text) for t in found if t.text] == expected


def test_a_feast_in_the_name_of_a_place_is_no_time() -> None:
    sentence = "She/PRON/nsubj/2 left/VERB/root/0 Easter/PROPN/compound/4 Island/PROPN/obj/2"
    for names, wanted in (([("Easter Island", "place")], 1), ([], 2)):
        text = build.text(sentence, names=names)
        assert len(find_times(build.report(text.chars, published="2009-06-15"), text)) == wanted


@pytest.mark.parametrize(
    ("name", "times"), [("Agreement", 0), ("Accords", 0), ("talks", 1), ("Offensive", 1)]
)
def test_a_feast_in_the_name_of_a_treaty_is_no_time(name: str, times: int) -> None:
    sentence = f"They/PRON/nsubj/2 left/VERB/root/0 Easter/PROPN/compound/4 {name}/PROPN/obj/2"
    text = build.text(sentence)
    found = find_times(build.report(text.chars, published="2009-06-15"), text)
    assert len([time for time in found if time.text]) == times
