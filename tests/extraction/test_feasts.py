"""Feasts, and the day of each."""

from __future__ import annotations

import pytest

from tests.extraction.timing_cases import only, times_of


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("on Thanksgiving 2010", "2010-11-25"),
        ("on Martin Luther King Day 2010", "2010-01-18"),
        ("on Memorial Day 2010", "2010-05-31"),
        ("on Easter Sunday 2018", "2018-04-01"),
        ("on Orthodox Easter 2018", "2018-04-08"),
        ("on Ash Wednesday 2018", "2018-02-14"),
        ("on Nowruz 2018", "2018-03-21"),
        ("on Eid al-Fitr 2019", "2019-06-04"),
        ("on Ashura 2019", "2019-09-09"),
        ("on International Quds Day 2019", "2019-05-31"),
        ("on Rosh Hashanah 2020", "2020-09-19"),
        ("on Passover 2021", "2021-03-28"),
        ("on Purim 2019", "2019-03-21"),
        ("on Yalda Night 2018", "2018-12-21"),
        ("on the weekend of Halloween 2021", "2021-W43-WE"),
        ("on Labor Day weekend 2010", "2010-W35-WE"),
        ("last Easter", "2010-04-04"),
        ("on Christmas Day of last year", "2010-12-25"),
        ("at 5 p.m. on Christmas Day 2010", "2010-12-25T17:00"),
    ],
)
def test_a_feast(words: str, value: str) -> None:
    assert only(words).value == value


def test_a_month_of_fasting_is_a_stretch() -> None:
    found = only("in Ramadan 2019")
    assert (found.start, found.end) == ("2019-05-06", "2019-06-03")


def test_what_hangs_on_the_moon_is_inferred() -> None:
    assert only("on Eid al-Adha 2019").basis == "inferred"


@pytest.mark.parametrize("name", ["Independence Day", "Diwali", "Victory Day"])
def test_a_day_that_differs_stays_open(name: str) -> None:
    assert only(f"on {name}").start is None


def test_without_a_day_to_count_from_a_fixed_feast_keeps_its_month_and_day() -> None:
    assert only("on Christmas Day", published=None).value == "XXXX-12-25"


def test_the_next_feast_where_the_clause_looks_ahead() -> None:
    (found,) = times_of("They will meet on Easter Monday.")
    assert found.value == "2011-04-25"
