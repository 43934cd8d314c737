"""Dates of other calendars."""

from __future__ import annotations

import pytest

from communique.extraction.times import find_times
from communique.model.report import Dateline
from communique.model.text import Span, Text
from tests import build
from tests.extraction.timing_cases import only, times_of


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("on 15 Farvardin 1397", "2018-04-04", None),
        ("on Bahman 22, 1357", "1979-02-11", None),
        ("on the 12th of Ramadan 1440", "2019-05-17", None),
        ("in the Iranian month of Mehr 1397", "2018-09-23", "2018-10-22"),
        ("in the Iranian year 1397", "2018-03-21", "2019-03-20"),
        ("in the Iranian calendar year 1397", "2018-03-21", "2019-03-20"),
        ("in the current Iranian year", "2010-03-21", "2011-03-20"),
        ("in 1440 AH", "2018-09-11", "2019-08-30"),
        ("in the Jewish year 5781", "2020-09-19", "2021-09-06"),
        ("in the Ethiopian year 2011", "2018-09-11", "2019-09-11"),
        ("in 2561 BE", "2018", None),
        ("in Heisei 30", "2018", None),
        ("in Reiwa 1", "2019", None),
    ],
)
def test_another_calendar(words: str, start: str, end: str | None) -> None:
    found = only(words)
    assert (found.start, found.end) == (start, end)


def test_it_says_by_which_calendar() -> None:
    found = only("on 15 Farvardin 1397")
    assert found.basis == "resolved"
    assert found.why == "Day 15, month 1, year 1397 of the Iranian calendar."


def test_a_day_without_year_is_the_last_one() -> None:
    found = only("on Bahman 22", "They were said to have met")
    assert found.start == "2011-02-11"


def test_a_bare_year_beside_an_iranian_one_is_inferred() -> None:
    _, bare = times_of("It fell in the Iranian year 1396 and rose in 1397.")
    assert (bare.start, bare.basis) == ("2018-03-21", "inferred")


@pytest.mark.parametrize(
    "sentence", ["Mehr reported it.", "They will be 2561 be it so.", "Bahman said so."]
)
def test_names_are_no_months(sentence: str) -> None:
    assert times_of(sentence) == []


def test_a_dateline_of_another_calendar_is_the_day_to_count_from() -> None:
    chars = "TEHRAN, Farvardin 15, 1397 - They met yesterday."
    line = Dateline("TEHRAN", None, None, 0, 26)
    report = build.report(chars, dateline=line)
    found = find_times(report, Text(chars, (Span(29, len(chars)),)))
    assert [(t.value, t.basis) for t in found] == [
        ("2018-04-04", "dateline"),
        ("2018-04-03", "resolved"),
    ]
