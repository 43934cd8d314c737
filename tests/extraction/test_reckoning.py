"""Other calendars in days of the common one."""

from __future__ import annotations

from datetime import date

import pytest

from communique.extraction.reckoning import Days, days_of, feast, orthodox_easter


@pytest.mark.parametrize(
    ("calendar", "given", "day"),
    [
        ("Iranian", (1397, 1, 1), date(2018, 3, 21)),
        ("Iranian", (1399, 12, 30), date(2021, 3, 20)),
        ("Iranian", (1357, 11, 22), date(1979, 2, 11)),
        ("Islamic", (1440, 9, 1), date(2019, 5, 6)),
        ("Hebrew", (5781, 1, 1), date(2020, 9, 19)),
        ("Hebrew", (5781, 7, 15), date(2021, 3, 28)),
        ("Ethiopian", (2000, 1, 1), date(2007, 9, 12)),
        ("Ethiopian", (2011, 1, 1), date(2018, 9, 11)),
    ],
)
def test_a_day(calendar: str, given: tuple[int, int, int], day: date) -> None:
    assert days_of(calendar, *given) == Days(day, day)


@pytest.mark.parametrize(
    ("calendar", "given"),
    [
        ("Iranian", (1398, 12, 30)),
        ("Iranian", (1397, 13, 1)),
        ("Iranian", (900, 1, 1)),
        ("Islamic", (1440, 9, 31)),
        ("Iranian", (1397, 1, 0)),
    ],
)
def test_a_day_that_is_not(calendar: str, given: tuple[int, int, int]) -> None:
    assert days_of(calendar, *given) is None


def test_a_year() -> None:
    assert days_of("Iranian", 1397) == Days(date(2018, 3, 21), date(2019, 3, 20))


def test_an_islamic_feast_may_come_twice_a_year() -> None:
    assert [d.first for d in feast("islamic 10-01", 2000)] == [date(2000, 1, 8), date(2000, 12, 27)]


def test_orthodox_easter_is_where_the_almanac_has_it() -> None:
    assert [str(orthodox_easter(y)) for y in (2010, 2016, 2024)] == [
        "2010-04-04",
        "2016-05-01",
        "2024-05-05",
    ]


def test_a_rule_that_is_none_gives_nothing() -> None:
    assert feast("", 2010) == []
