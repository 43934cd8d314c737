"""Whole attributions held against printed statements."""

from typing import Any

import pytest

from evaluation.attribution_gold import Gold, golden, is_named_or_titled, share_quoted
from evaluation.speakers import closest, is_right, is_whole, printed

TEXT = "Ana Torres said it was late. \u201cVery late,\u201d her aide said."
BRAT = (
    "T1\tSource 0 10\tAna Torres\nT2\tCue 11 15\tsaid\nT3\tContent 16 27\tit was late\n"
    "E1\tAttribution:T9 Content:T3 Cue:T2 Source:T1\n"
)


def line(speaker: str, content: tuple[int, int], mention: tuple[int, int]) -> dict[str, Any]:
    return {
        "actors": [{"name": speaker, "aliases": []}],
        "mentions": [{"start": mention[0], "end": mention[1], "actor": 0}],
        "statements": [
            {"source": [0, 10], "cue": [11, 15], "content": [list(content)], "speakers": [0]}
        ],
    }


def only() -> Gold:
    (gold,) = golden(TEXT, BRAT)
    return gold


def test_an_attribution_has_its_parts_in_visible_characters() -> None:
    gold = only()
    assert (gold.said, gold.form) == ("Ana Torres", "indirect")
    assert gold.parts == {"source": [(0, 9)], "cue": [(9, 13)], "content": [(13, 22)]}


@pytest.mark.parametrize(
    ("content", "share"),
    [
        ("it was late", None),
        ("\u201cVery late,\u201d", 1.0),
        ('"Very late', 1.0),
        ("that it was \u201clate\u201d", 0.31),
    ],
)
def test_how_much_is_quoted(content: str, share: float | None) -> None:
    found = share_quoted(content, [(0, len(content))])
    assert found == share if share is None else found == pytest.approx(share, abs=0.01)


@pytest.mark.parametrize(
    ("content", "whole"), [((16, 27), True), ((19, 27), False), ((30, 40), None)]
)
def test_the_statement_with_most_of_the_content_is_compared(
    content: tuple[int, int], whole: bool | None
) -> None:
    best = closest(only(), printed(TEXT, line("Ana Torres", content, (0, 10))))
    assert (None if best is None else is_whole(only(), best)) == whole


@pytest.mark.parametrize(
    ("speaker", "mention", "right"),
    [
        ("Ana Torres", (40, 42), True),  # by name
        ("A. Torres", (4, 10), True),  # by a mention inside the source
        ("Ana", (30, 34), False),
    ],
)
def test_a_speaker_is_right_by_name_or_mention(
    speaker: str, mention: tuple[int, int], right: bool
) -> None:
    assert is_right(only(), line(speaker, (16, 27), mention), [0]) == right


@pytest.mark.parametrize(
    ("said", "right"),
    [("the spokesman of Mora", False), ("Mora's aide", False), ("Mr. Mora", True)],
)
def test_who_only_owns_or_completes_a_source_is_not_its_speaker(said: str, right: bool) -> None:
    gold = Gold({}, said, (0, len(said)), None)
    start = said.index("Mora")
    assert is_right(gold, line("Luis Mora", (0, 1), (start, start + 4)), [0]) == right


@pytest.mark.parametrize(
    ("source", "counts"),
    [
        ("Ana Torres, a senator from Lima", True),
        ("the foreign minister", True),
        ("Chile's", True),
        ("he", False),
        ("Democrats", False),
        ("several officials", False),
        ("People in other towns", False),  # the article has "people"
        ("polls of the Senate", False),
    ],
)
def test_only_names_and_titles_count(source: str, counts: bool) -> None:
    assert is_named_or_titled(source, {"people"}) == counts
