"""Whether an event is history, still to come, only supposed, or denied."""

from __future__ import annotations

import pytest

from communique.extraction.aux_modes import aux_modes, is_history
from communique.model.report import Time
from tests.extraction.grounds import ground

CASES = [
    ("Kenya/NNP/nsubj/2 left|leave/VBD/root/0", "left", ()),
    ("Kenya/NNP/nsubj/3 will/MD/aux/3 leave/VB/root/0", "leave", ("future",)),
    ("Kenya/NNP/nsubj/3 may/MD/aux/3 leave/VB/root/0", "leave", ("hypothetical",)),
    (
        "Kenya/NNP/nsubj/4 did|do/VBD/aux/4 not/RB/advmod/4 leave/VB/root/0",
        "leave",
        ("negation",),
    ),
    (
        "Kenya/NNP/nsubj/2 plans|plan/VBZ/root/0 to/TO/mark/4 leave/VB/xcomp/2",
        "leave",
        ("future",),
    ),
    (
        "Kenya/NNP/nsubj/2 refused|refuse/VBD/root/0 to/TO/mark/4 leave/VB/xcomp/2",
        "leave",
        ("negation",),
    ),
    (
        "Kenya/NNP/nsubj:pass/3 is|be/VBZ/aux:pass/3 expected|expect/VBN/root/0 to/TO/mark/5 "
        "leave/VB/xcomp/3",
        "leave",
        ("future",),
    ),
    ("Kenya/NNP/nsubj/4 is|be/VBZ/aux/4 to/TO/mark/4 leave/VB/root/0", "leave", ("future",)),
    (
        "If/IN/mark/3 Kenya/NNP/nsubj/3 leaves|leave/VBZ/advcl/5 Peru/NNP/nsubj/5 "
        "stays|stay/VBZ/root/0",
        "leaves",
        ("hypothetical",),
    ),
    (
        "It/PRP/nsubj/2 acted|act/VBD/root/0 to/TO/mark/4 help/VB/advcl/2 Peru/NNP/obj/4",
        "help",
        ("hypothetical",),
    ),
    (
        "They/PRP/nsubj/2 made|make/VBD/root/0 it/PRP/expl/2 possible/JJ/xcomp/2 to/TO/mark/6 "
        "leave/VB/csubj/4",
        "leave",
        (),
    ),
]


@pytest.mark.parametrize(("lines", "word", "expected"), CASES)
def test_the_mode_of_a_verb(lines: str, word: str, expected: tuple[str, ...]) -> None:
    on = ground(lines, ())
    index = lines.split().index(next(w for w in lines.split() if w.startswith(word)))
    assert aux_modes(on, index, index) == expected


@pytest.mark.parametrize(
    ("word", "expected"), [("upcoming", ("future",)), ("possible", ("hypothetical",))]
)
def test_the_mode_of_a_noun(word: str, expected: tuple[str, ...]) -> None:
    on = ground(f"{word}/JJ/amod/2 talks|talk/NNS/root/0", ())
    assert aux_modes(on, 1, 1) == expected


@pytest.mark.parametrize(
    ("day", "published", "expected"),
    [
        ("2017-01-23", "2019-12-11", True),
        ("2019-12-10", "2019-12-11", False),
        ("2012", "2019-12-11", True),
        ("2019-12", "2019-12-11", False),
        ("XXXX-01-23", "2019-12-11", False),
        (None, "2019-12-11", False),
    ],
)
def test_history_is_two_months_old(day: str | None, published: str, expected: bool) -> None:
    time = Time(day, day, None, day or "", "day", "stated", "given")
    assert is_history(time, published) is expected
