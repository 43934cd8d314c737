"""When two times may be the same day."""

import datetime as dt

import pytest

from communique.model.report import Time
from communique.record.days import Days, agrees, days_of, gap, resolved
from tests.build import find, time


@pytest.mark.parametrize(
    ("start", "end", "first", "last"),
    [
        ("2011-05-03", None, "2011-05-03", "2011-05-03"),
        ("2011-05-03T09:30", None, "2011-05-03", "2011-05-03"),
        ("2012-02", None, "2012-02-01", "2012-02-29"),
        ("2011", None, "2011-01-01", "2011-12-31"),
        ("2011-05-03", "2011-05-05", "2011-05-03", "2011-05-05"),
        ("2011-05-03", "2011-05", "2011-05-03", "2011-05-31"),
    ],
)
def test_a_time_covers_days(start: str, end: str | None, first: str, last: str) -> None:
    found = days_of(time(start, end))
    assert (str(found.first), str(found.last)) == (first, last)


@pytest.mark.parametrize("start", ["XXXX-05-03", "2011-13-45", "soon", "", "2011-W18", None])
def test_what_has_no_year_or_is_no_date_is_open(start: str | None) -> None:
    assert not days_of(time(start)).known


def test_a_day_without_year_keeps_month_and_day() -> None:
    assert days_of(time("XXXX-05-03")).month_day == (5, 3)


@pytest.mark.parametrize("value", ["XXXX-WXX-2", "PRESENT_REF"])
def test_a_weekday_is_known_by_value_or_by_name(value: str) -> None:
    chars = "They met late on Tuesday."
    said = Time(None, None, find(chars, "Tuesday"), value, "day", "stated", "")
    assert days_of(said, chars).weekday == 1


@pytest.mark.parametrize(
    ("left", "right", "days"),
    [
        ("2011-05-03", "2011-05-03", 0),
        ("2011-05-03", "2011-05", 0),
        ("2011-05-03", "2011-05-04", 1),
        ("2011-04", "2011-05-04", 4),
        ("2011-05-03", "XXXX-05-03", None),
    ],
)
def test_the_gap_of_two_times(left: str, right: str, days: int | None) -> None:
    one, other = days_of(time(left)), days_of(time(right))
    assert gap(one, other) == gap(other, one) == days


@pytest.mark.parametrize(
    ("pattern", "fits"),
    [
        (Days(weekday=1), True),
        (Days(weekday=2), False),
        (Days(month_day=(5, 3)), True),
        (Days(month_day=(5, 3), weekday=2), False),
        (Days(), None),
    ],
)
def test_a_day_fits_what_is_known_of_it(pattern: Days, fits: bool | None) -> None:
    assert agrees(pattern, dt.date(2011, 5, 3)) is fits


@pytest.mark.parametrize(
    ("said", "day"),
    [("XXXX-WXX-2", "2011-05-03"), ("XXXX-05-03", "2011-05-03"), ("XXXX-05-06", "2010-05-06")],
)
def test_an_open_day_is_the_last_one_before_the_report(said: str, day: str) -> None:
    assert str(resolved(days_of(time(said)), days_of(time("2011-05-05")))) == day
