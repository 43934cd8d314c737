"""Times of day and stretches of them."""

from __future__ import annotations

import pytest

from communique.extraction.times import find_times
from communique.model.report import Time
from communique.model.text import Span, Text
from tests import build

PUBLISHED = "2011-03-09"


def times_of(chars: str) -> list[Time]:
    """The times of an unparsed text."""
    text = Text(chars, (Span(0, len(chars)),))
    return [t for t in find_times(build.report(chars, published=PUBLISHED), text) if t.text]


@pytest.mark.parametrize(
    ("words", "clock"),
    [
        ("half past eight", "T08:30"),
        ("half past eight in the evening", "T20:30"),
        ("a quarter to seven in the morning", "T06:45"),
        ("ten past 9 in the evening", "T21:10"),
        ("three minutes to eight", "T07:57"),
        ("8.10 pm", "T20:10"),
        ("8p.m.", "T20:00"),
        ("7:56:30 pm", "T19:56:30"),
        ("2200 GMT", "T22:00"),
        ("10 a.m. GMT", "T10:00"),
        ("4 in the afternoon", "T16:00"),
        ("3 at night", "T03:00"),
        ("12 noon", "T12:00"),
        ("10 a.m. Lima time", "T10:00"),
        ("1 p.m. (UTC+8)", "T13:00"),
    ],
)
def test_a_time_of_day(words: str, clock: str) -> None:
    (found,) = times_of(f"The vote began at {words}.")
    assert found.value == PUBLISHED + clock
    assert found.text == Span(18, 18 + len(words))


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("5 to 6 p.m.", "T17:00", "T18:00"),
        ("5-6 pm", "T17:00", "T18:00"),
        ("11 to 3pm", "T11:00", "T15:00"),
        ("9:30 a.m. until 2 p.m.", "T09:30", "T14:00"),
        ("14:00 to 16:30", "T14:00", "T16:30"),
    ],
)
def test_a_stretch_of_a_day(words: str, first: str, last: str) -> None:
    (found,) = times_of(f"Polls are open {words} here.")
    assert (found.start, found.end) == (PUBLISHED + first, PUBLISHED + last)
    assert found.value == f"{found.start}/{found.end}"


def test_a_stretch_past_midnight_ends_on_the_next_day() -> None:
    (found,) = times_of("A curfew holds from 10 p.m. to 5 a.m. daily"[:37])
    assert (found.start, found.end) == ("2011-03-09T22:00", "2011-03-10T05:00")


def test_between_two_hours() -> None:
    (found,) = times_of("They met between 5 and 6 p.m. there.")
    assert found.value == f"{PUBLISHED}T17:00/{PUBLISHED}T18:00"


def test_a_day_and_a_stretch_of_it() -> None:
    (found,) = times_of("They met on Tuesday from 3:15 to 4:45 pm there.")
    assert (found.start, found.end) == ("2011-03-08T15:15", "2011-03-08T16:45")


@pytest.mark.parametrize("words", ["won 3-2 again", "by ten to six votes", "for 5 to 6 people"])
def test_bare_numbers_are_no_hours(words: str) -> None:
    assert times_of(f"They {words}.") == []


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("from 11 p.m. to 3", "2011-03-09T23:00", "2011-03-10T03:00"),
        ("from 11 a.m. to 3", "2011-03-09T11:00", "2011-03-09T15:00"),
        ("from 11 to 3 a.m.", "2011-03-09T23:00", "2011-03-10T03:00"),
        ("from 10:30 to 3 p.m.", "2011-03-09T10:30", "2011-03-09T15:00"),
    ],
)
def test_the_half_that_is_not_said(words: str, first: str, last: str) -> None:
    (found,) = times_of(f"They met {words}.")
    assert (found.start, found.end) == (first, last)
