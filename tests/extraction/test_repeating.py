"""What comes again."""

from __future__ import annotations

import pytest

from tests.extraction.timing_cases import only, times_of


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("every other Friday", "XXXX-WXX-5"),
        ("every other week", "P2W"),
        ("every third month", "P3M"),
        ("every day at 7:30 p.m.", "XXXX-XX-XXT19:30"),
        ("9 a.m. every Sunday", "XXXX-WXX-7T09:00"),
        ("Sundays at 9 a.m.", "XXXX-WXX-7T09:00"),
        ("9 a.m. on Sundays", "XXXX-WXX-7T09:00"),
        ("on Friday mornings", "XXXX-WXX-5TMO"),
        ("every night at 9", "XXXX-XX-XXT21:00"),
        ("twice a week", "P1W"),
        ("three times a day", "P1D"),
        ("several times a year", "P1Y"),
        ("on the 19th of every month", "XXXX-XX-19"),
        ("bi-monthly", "P2M"),
    ],
)
def test_a_set(words: str, value: str) -> None:
    found = only(words)
    assert (found.start, found.value) == (None, value)


def test_one_friday_morning_is_no_set() -> None:
    (found,) = times_of("They met on Friday morning.")
    assert found.value == "2011-03-04TMO"
