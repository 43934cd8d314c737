"""Lengths of several units, or of one that is whole."""

from __future__ import annotations

import pytest

from tests.extraction.timing_cases import only, times_of


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("two weeks and three days", "P2W3D"),
        ("one year, two months and 21 days", "P1Y2M21D"),
        ("an hour and a half", "PT1H30M"),
        ("one year and a quarter", "P1.25Y"),
        ("another week", "P1W"),
        ("all day", "P1D"),
        ("a full year", "P1Y"),
        ("two nights", "P2D"),
        ("four working days", "P4D"),
    ],
)
def test_a_length(words: str, value: str) -> None:
    found = only(words, "They waited for")
    assert (found.start, found.value) == (None, value)


def test_two_units_ago() -> None:
    assert only("two weeks and two days ago").value == "2011-02-21"


def test_units_that_are_apart_stay_apart() -> None:
    found = times_of("They waited for three days and met two weeks later.")
    assert next(t.value for t in found) == "P3D"
