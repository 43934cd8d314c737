"""Fiscal years."""

from __future__ import annotations

import pytest

from tests.extraction.timing_cases import only, times_of


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("in fiscal 2017", "2017"),
        ("in fiscal year 2017", "2017"),
        ("in FY2017", "2017"),
        ("in FY 17", "2017"),
        ("in the financial year 2017-18", "2017/2018"),
        ("in FY2017-18", "2017/2018"),
        ("in the current fiscal year", "2011"),
        ("in the last fiscal year", "2010"),
        ("in the fiscal first quarter", "2011-Q1"),
        ("in the second fiscal quarter of 2010", "2010-Q2"),
    ],
)
def test_a_fiscal_year_has_a_value_and_no_days(words: str, value: str) -> None:
    found = only(words)
    assert (found.start, found.value) == (None, value)
    assert "whose first and last days are not given" in found.why


@pytest.mark.parametrize(
    ("ending", "start", "end"),
    [
        ("ending March 2019", "2018-04", "2019-03"),
        ("ended June 30, 2010", "2009-07-01", "2010-06-30"),
    ],
)
def test_a_fiscal_year_of_which_the_end_is_given(ending: str, start: str, end: str) -> None:
    found = times_of(f"It grew in the fiscal year {ending}.")[0]
    assert (found.start, found.end, found.basis) == (start, end, "resolved")


def test_a_fiscal_year_of_which_the_beginning_is_given() -> None:
    found = times_of("It grew in the current fiscal year (started March 20, 2010).")[0]
    assert (found.start, found.end, found.value) == ("2010-03-20", "2011-03-19", "2011")


def test_a_year_of_another_calendar_begins_when_the_report_says() -> None:
    found = times_of("It grew in the Iranian year 1389 (began March 22, 2010).")[0]
    assert (found.start, found.end) == ("2010-03-22", "2011-03-21")


def test_other_fiscal_matters_are_no_time() -> None:
    assert times_of("They spoke of the fiscal crisis.") == []
