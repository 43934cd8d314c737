"""Reports that tell a history count their days from one another."""

from __future__ import annotations

import pytest

from communique.extraction.times import find_times
from communique.model.report import Time
from communique.model.text import Span, Text
from tests import build

HISTORY = (
    "The league was founded in March 1861. Two ports joined it in 1862 and two more in 1863. "
    "The fleet was built by November 1864. "
)


def times_of(chars: str) -> dict[str, Time]:
    """The times of a report of 2009, by their words."""
    text = Text(chars, (Span(0, len(chars)),))
    found = find_times(build.report(chars, published="2009-06-15"), text)
    return {chars[t.text.start : t.text.end]: t for t in found if t.text}


@pytest.mark.parametrize(
    ("sentence", "words", "value"),
    [
        ("It sailed in December.", "December", "1864-12"),
        ("It sailed on 3 December.", "3 December", "1864-12-03"),
        ("It sailed at the end of the year.", "the end of the year", "1864"),
        ("It sailed on 2 May 1865. It was lost the next day.", "the next day", "1865-05-03"),
        ("It sailed on 2 May 1865. It was lost on Friday.", "Friday", "1865-05-05"),
        ("It sailed on 2 December 1864, and again in January.", "January", "1865-01"),
        ("It sailed on 2 May 1865, and the next morning was lost.", "the next morning",
         "1865-05-03TMO"),
        ("Its bell hangs there today.", "today", "2009-06-15"),
    ],
)  # fmt: skip
def test_a_history_counts_from_the_date_named_last(sentence: str, words: str, value: str) -> None:
    assert times_of(HISTORY + sentence)[words].value == value


def test_a_year_taken_from_the_date_before_is_inferred() -> None:
    time = times_of(HISTORY + "It sailed in December.")["December"]
    assert time.basis == "inferred"
    assert "history" in time.why


@pytest.mark.parametrize(
    "news",
    [
        "The league was founded in March 1861. It sailed in December.",
        "They met on 3 March. " + HISTORY + "It sails in December.",
        HISTORY + "Last week they met, and on Friday they parted. It sails in December.",
    ],
)
def test_news_counts_from_its_own_day(news: str) -> None:
    assert times_of(news)["December"].basis == "resolved"
