"""Arithmetic on days of which something may be unknown."""

from __future__ import annotations

from datetime import date

from communique.extraction.moments import (
    FUTURE,
    PAST,
    PERHAPS_PAST,
    UNKNOWN,
    Moment,
    easter,
    nearest_year,
    plus_days,
)


def test_a_day_that_leap_years_decide_stays_open() -> None:
    assert plus_days(Moment(None, 3, 1), -1) is None


def test_easter_is_where_the_almanac_has_it() -> None:
    assert [str(easter(y)) for y in (1961, 2000, 2024)] == [
        "1961-04-02",
        "2000-04-23",
        "2024-03-31",
    ]


def test_the_nearest_year_looks_both_ways() -> None:
    day = date(2009, 6, 15)
    assert nearest_year(day, Moment(None, 6, 15), PAST) == 2009
    assert nearest_year(day, Moment(None, 6, 16), PAST) == 2008
    assert nearest_year(day, Moment(None, 6, 14), FUTURE) == 2010
    assert nearest_year(day, Moment(None, 7, 1), UNKNOWN) == 2009
    assert nearest_year(day, Moment(None, 3), UNKNOWN) == 2009
    assert nearest_year(day, Moment(None, 12), UNKNOWN) == 2008
    assert nearest_year(day, Moment(None, 6, 16), PERHAPS_PAST) == 2009
    assert nearest_year(day, Moment(None, 11), PERHAPS_PAST) == 2008
