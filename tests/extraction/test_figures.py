"""Stretches written with figures."""

from __future__ import annotations

import pytest

from tests.extraction.timing_cases import only, times_of


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("in H1 2010", "2010-H1"),
        ("in 2010-Q3", "2010-Q3"),
        ("in 11/2010", "2010-11"),
        ("in 2010-03", "2010-03"),
        ("in 2010 November", "2010-11"),
        ("in the year 2008", "2008"),
        ("in the month of April 2008", "2008-04"),
        ("over 10 previous weeks", "P10W"),
    ],
)
def test_a_stretch(words: str, value: str) -> None:
    assert only(words).value == value


def test_years_that_follow_stay_a_stretch_of_years() -> None:
    found = only("in 2008-09")
    assert (found.start, found.end) == ("2008", "2009")


def test_a_count_before_last_year_is_a_count() -> None:
    assert [t.value for t in times_of("They paid 300,000 last year.")] == ["2010"]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("on 05-Aug-2010", "2010-08-05"),
        ("in August 99", "1999-08"),
        ("in the week after next", "2011-W12"),
        ("at 3 p.m. 25/05/2010", "2010-05-25T15:00"),
    ],
)
def test_other_notations(words: str, value: str) -> None:
    assert only(words).value == value


def test_a_half_without_a_year_may_be_anything() -> None:
    assert times_of("They grew H1 and H2.") == []


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_beyond_the_years_of_the_calendar_nothing_is_counted(day: str) -> None:
    for words in ("next week", "last Sunday", "in two days", "two years ago", "the weekend"):
        assert all(t.why for t in times_of(f"They will meet {words}.", day))
