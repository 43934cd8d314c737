"""Parts of a day."""

from __future__ import annotations

import pytest

from tests.extraction.timing_cases import only, times_of


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Tuesday in the afternoon", "2011-03-08TAF"),
        ("late Tuesday night", "2011-03-08TNI"),
        ("on Tuesday early-morning", "2011-03-08TMO"),
        ("in the early-morning on Tuesday", "2011-03-08TMO"),
        ("in early afternoon", "2011-03-09TAF"),
        ("later in the evening", "2011-03-09TEV"),
        ("mid-afternoon yesterday", "2011-03-08TAF"),
        ("this morning at 7", "2011-03-09T07:00"),
        ("tonight at 8", "2011-03-09T20:00"),
        ("tomorrow evening at 7", "2011-03-10T19:00"),
        ("today pm", "2011-03-09TAF"),
    ],
)
def test_a_part(words: str, value: str) -> None:
    assert only(words).value == value


def test_a_number_after_another_day_is_no_hour() -> None:
    (found,) = times_of("They met today at 7 places.")
    assert found.value == "2011-03-09"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("at 10:30 on Tuesday evening", "2011-03-08T22:30"),
        ("on Tuesday PM", "2011-03-08TAF"),
        ("at 3 p.m. on Sat", "2011-03-05T15:00"),
        ("by the end of today", "2011-03-09"),
        ("in the afternoon at 3", "2011-03-09T15:00"),
        ("twenty minutes past five yesterday evening", "2011-03-08T17:20"),
    ],
)
def test_an_hour_in_a_part(words: str, value: str) -> None:
    assert only(words).value == value
