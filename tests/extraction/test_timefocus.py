"""What a report is about, a quarter or a year, and the expressions that lean on it."""

from __future__ import annotations

import pytest

from communique.extraction.times import find_times
from communique.model.text import Span, Text
from tests import build

AUTUMN = "1989-11-02"


@pytest.mark.parametrize(
    ("chars", "expected"),
    [
        ("Profit rose in the third quarter from that of a year earlier.",
         {"the third quarter": "1989-Q3", "a year earlier": "1988-Q3"}),
        ("Profit rose in the second quarter. In the year-earlier period it fell.",
         {"the second quarter": "1989-Q2", "the year-earlier period": "1988-Q2"}),
        ("Profit rose in the quarter.", {"the quarter": "1989-Q3"}),
        ("Profit rose in the latest quarter.", {"the latest quarter": "1989-Q3"}),
        ("It beat this year's first quarter.", {"this year's first quarter": "1989-Q1"}),
        ("It beat the 1974 third quarter.", {"the 1974 third quarter": "1974-Q3"}),
        ("Profit rose for the full year.", {"the full year": "1989"}),
        ("Profit rose in the first nine months.", {"the first nine months": "P9M"}),
        ("They talked for the three days.", {"the three days": "P3D"}),
        ("A six-year-old boy and a man of 40 years of age came.", {}),
        ("She is 52 years old.", {}),
        ("A year-long strike hit the third-quarter results.",
         {"year-long": "P1Y", "third-quarter": "1989-Q3"}),
        ("It rose later in the year.", {"later in the year": "1989"}),
        ("It rose early in 1962.", {"early in 1962": "1962"}),
        ("It rose in nineteen sixty-two.", {"nineteen sixty-two": "1962"}),
        ("It rose by the year two thousand.", {"the year two thousand": "2000"}),
        ("In 1962 it rose. On 3 May of that year it fell.",
         {"1962": "1962", "3 May of that year": "1962-05-03"}),
        ("It took 2 1/2 years.", {"2 1/2 years": "P2.5Y"}),
        ("It began a week or so ago.", {"a week or so ago": "1989-W43"}),
        ("It took almost a hundred years.", {"almost a hundred years": "P100Y"}),
        ("Months later it failed.", {"Months later": "PXM"}),
        ("They wait at night.", {"night": "XXXX-XX-XXTNI"}),
        ("A three-year period followed.", {"A three-year period": "P3Y"}),
        ("A period of three years followed.", {"A period of three years": "P3Y"}),
        ("It opens by year-end.", {"year-end": "1989"}),
        ("They waited another seven months.", {"another seven months": "P7M"}),
        ("They waited two more weeks.", {"two more weeks": "P2W"}),
        ("They met last December.", {"last December": "1988-12"}),
    ],
)  # fmt: skip
def test_expressions_that_lean_on_what_the_report_is_about(
    chars: str, expected: dict[str, str]
) -> None:
    report = build.report(chars, published=AUTUMN)
    found = find_times(report, Text(chars, (Span(0, len(chars)),)))
    values = {chars[t.text.start : t.text.end]: t.value for t in found if t.text}
    assert values == expected
