"""Lengths that lead to a day or fill one."""

from __future__ import annotations

import pytest

from communique.extraction.offsets import shifted
from tests.extraction.timing_cases import times_of


@pytest.mark.parametrize(
    ("sentence", "start"),
    [
        ("They met two weeks before May 20, 2010.", "2010-05-06"),
        ("They met three months after May 2010.", "2010-08"),
        ("They met two days from today.", "2011-03-11"),
        ("They will meet in three weeks.", "2011-03-30"),
        ("They will meet in two years.", "2013-03-09"),
    ],
)
def test_where_a_length_leads(sentence: str, start: str) -> None:
    found = times_of(sentence)[0]
    assert found.value.startswith("P")
    assert (found.start, found.basis) == (start, "resolved")


def test_a_length_with_a_place_leads_nowhere() -> None:
    assert times_of("It will grow in the first nine months.")[0].start is None


def test_in_a_clause_that_looks_back_it_is_how_long_something_took() -> None:
    assert times_of("They finished it in three weeks.")[0].start is None


@pytest.mark.parametrize(
    ("sentence", "start", "end"),
    [
        ("They met for two hours from 2 p.m.", "2011-03-09T14:00", "2011-03-09T16:00"),
        ("A truce of 3 days starting on May 3, 2010.", "2010-05-03", "2010-05-05"),
    ],
)
def test_what_a_length_fills(sentence: str, start: str, end: str) -> None:
    found = times_of(sentence)[0]
    assert (found.start, found.end) == (start, end)


def test_hours_after_a_length() -> None:
    found = times_of("They met from 2 p.m. for two hours.")[1]
    assert (found.start, found.end) == ("2011-03-09T14:00", "2011-03-09T16:00")


def test_minutes_are_counted_from_a_minute() -> None:
    (found,) = [t for t in times_of("It fell two hours ago.", "2011-03-09T16:12") if t.text]
    assert found.start == "2011-03-09T14:12"


@pytest.mark.parametrize(
    ("base", "length", "way", "moment"),
    [
        ("2011-01-31", "P1M", 1, "2011-02-28"),
        ("2011", "P2W", 1, None),
        ("2011", "P2Y", -1, "2009"),
        ("2011-03-09", "PT2H", 1, None),
        ("2011-03-09T23:00", "PT2H", 1, "2011-03-10T01:00"),
        ("2011-03-09", "PXD", 1, None),
    ],
)
def test_shifting(base: str, length: str, way: int, moment: str | None) -> None:
    assert shifted(base, length, way) == moment
