"""A place in a longer stretch."""

from __future__ import annotations

import pytest

from tests.extraction.timing_cases import only, times_of


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("on the first Friday of July 2010", "2010-07-02"),
        ("on the last Thursday in November 2010", "2010-11-25"),
        ("on the second Monday of next month", "2011-04-11"),
        ("in the third week of 2010", "2010-W03"),
        ("in the first week of this year", "2011-W01"),
        ("in the last week of December 2010", "2010-W52"),
        ("in the third month of 2010", "2010-03"),
        ("on the 15th day of next month", "2011-04-15"),
        ("in week 31 of last year", "2010-W31"),
        ("in the week of April 10, 2010", "2010-W14"),
        ("in the week beginning 4 February 2010", "2010-W05"),
        ("on Friday the 4th", "2011-03-04"),
        ("in the last quarter of 2010", "2010-Q4"),
    ],
)
def test_a_place(words: str, value: str) -> None:
    assert only(words).value == value


def test_the_first_so_many_is_a_length() -> None:
    first, year = times_of("It grew in the first two weeks of 2010.")
    assert (first.value, first.start, first.end) == ("P2W", "2010-01-01", "2010-01-14")
    assert year.value == "2010"


def test_days_of_a_month() -> None:
    found = only("from 4 to 22 next month")
    assert (found.start, found.end) == ("2011-04-04", "2011-04-22")


def test_a_day_alone_is_the_last_one_before() -> None:
    assert only("on the 5th", "They were said to have met").value == "2011-03-05"


def test_a_day_alone_without_a_day_to_count_from_stays_open() -> None:
    found = only("on the 5th", published=None)
    assert (found.start, found.value) == (None, "XXXX-XX-05")


@pytest.mark.parametrize(
    ("words", "times"),
    [
        ("on the 5th floor", []),
        ("on the second", []),
        ("on Monday, the third drop", ["Monday"]),
    ],
)
def test_places_in_a_row_are_no_days(words: str, times: list[str]) -> None:
    chars = f"It ended {words}."
    found = [t.text for t in times_of(chars) if t.text]
    assert [chars[span.start : span.end] for span in found] == times


def test_a_fifth_friday_that_the_month_has_not() -> None:
    assert only("on the fifth Friday of June 2010").start is None


def test_centuries_in_a_row_are_no_days() -> None:
    assert {t.precision for t in times_of("It lasted from the 5th through 9th centuries.")} == {
        "century"
    }
