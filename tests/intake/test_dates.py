"""Dates as sites and datelines write them."""

import pytest

from communique.intake.dates import find_dates


@pytest.mark.parametrize(
    ("text", "iso", "precision"),
    [
        ("Mar 28, 2007, 10:16 PM", "2007-03-28T22:16", "minute"),
        ("March 28th, 2007", "2007-03-28", "day"),
        ("28 March 2007", "2007-03-28", "day"),
        ("the 28th of March, 2007", "2007-03-28", "day"),
        ("28-Mar-2007", "2007-03-28", "day"),
        ("December 11, 2009 - 21:6", "2009-12-11T21:06", "minute"),
        ("2009-12-11", "2009-12-11", "day"),
        ("2009-12-11T21:06:55Z", "2009-12-11T21:06", "minute"),
        ("2009/12/11 9:30", "2009-12-11T09:30", "minute"),
        ("11.12.2009", "2009-12-11", "day"),
        ("11.12.2009 14.05", "2009-12-11T14:05", "minute"),
        ("25/12/2009", "2009-12-25", "day"),
        ("12/25/2009", "2009-12-25", "day"),
        ("03/04/2009", "2009", "year"),
        ("Tuesday, 3 May 1998 | 12:20 am", "1998-05-03T00:20", "minute"),
        ("12.30 p.m., 3 May 1998", "1998-05-03T12:30", "minute"),
        ("21:05 GMT, 3 May 1998", "1998-05-03T21:05", "minute"),
        ("May 1998", "1998-05", "month"),
        ("Oct 21", "XXXX-10-21", "day"),
        ("21 October", "XXXX-10-21", "day"),
        ("Feb 29", "XXXX-02-29", "day"),
        ("Sept. 4, 2012 at 4:05 PM EDT", "2012-09-04T16:05", "minute"),
    ],
)
def test_a_date_is_as_long_as_its_precision(text: str, iso: str, precision: str) -> None:
    assert [(date.iso, date.precision) for date in find_dates(text)] == [(iso, precision)]


@pytest.mark.parametrize(
    "text",
    ["February 30, 2007", "13/13/2009", "2009-00-12", "none", "1398/09/20", "10:16", "may"],
)
def test_what_is_no_date(text: str) -> None:
    assert find_dates(text) == []


def test_weekday_and_time_belong_to_the_date() -> None:
    text = "Posted: Tuesday, 3 May 1998, 10:15 by Berg"
    (date,) = find_dates(text)
    assert text[date.start : date.end] == "Tuesday, 3 May 1998, 10:15"


def test_an_impossible_time_is_left_out() -> None:
    assert find_dates("3 May 1998 27:15")[0].iso == "1998-05-03"


def test_dates_come_in_order() -> None:
    found = find_dates("Published 3 May 1998, updated 2 May 1999")
    assert [date.iso for date in found] == ["1998-05-03", "1999-05-02"]


def test_a_date_that_can_be_read_in_two_ways_says_so() -> None:
    assert "day or month" in find_dates("03/04/2009")[0].why
