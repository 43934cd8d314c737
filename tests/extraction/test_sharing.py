"""What an expression of time has from its neighbour."""

from __future__ import annotations

import pytest

from tests.extraction.timing_cases import times_of


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("It ran from May 3 to June 4, 2009.", ["2009-05-03", "2009-06-04"]),
        ("It ran from December 30 to January 2, 2009.", ["2008-12-30", "2009-01-02"]),
        ("It was on 26 June in 2008.", ["2008-06-26", "2008"]),
        ("It ran from 26 June to 28 July in 2008.", ["2008-06-26", "2008-07-28", "2008"]),
        ("They will meet next Monday or Tuesday.", ["2011-03-14", "2011-03-15"]),
        (
            "They will meet Monday, Thursday or Friday next week.",
            ["2011-03-14", "2011-03-17", "2011-03-18"],
        ),
        (
            "They will meet next week, between Wednesday and Friday.",
            ["2011-W11", "2011-03-16", "2011-03-18"],
        ),
        ("It runs from May to February.", ["2010-05", "2011-02"]),
        ("They will meet from Monday to Thursday.", ["2011-03-14", "2011-03-17"]),
        ("They met from Tuesday to Thursday.", ["2011-03-01", "2011-03-03"]),
        (
            "They landed at 10 a.m. (0700 GMT) on Friday.",
            ["2011-03-04T10:00", "2011-03-04T07:00", "2011-03-04"],
        ),
    ],
)
def test_what_is_shared(sentence: str, values: list[str]) -> None:
    assert [t.value for t in times_of(sentence)] == values


def test_what_is_put_in_order_says_so() -> None:
    first, _ = times_of("It runs from May to February.")
    assert first.why.endswith("a year earlier, as the range ends with 2011-02.")


def test_the_following_week_of_a_text_without_a_time_counts_from_the_report() -> None:
    (found,) = times_of("They will meet the following week.")
    assert (found.value, found.basis) == ("2011-W11", "inferred")


def test_what_is_moved_is_no_range() -> None:
    first, second = times_of("They brought the vote forward from Thursday to Tuesday.")
    assert (first.value, second.value) == ("2011-03-03", "2011-03-08")
    assert "range" not in first.why
