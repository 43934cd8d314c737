"""Dates in figures of which day and month cannot be told apart."""

from __future__ import annotations

import pytest

from communique.extraction.times import find_times
from communique.model.report import Dateline, Time
from communique.model.text import Span, Text
from tests import build


def of(chars: str, outlet: str | None = None, place: str | None = None) -> list[Time]:
    text = Text(chars, (Span(0, len(chars)),))
    dateline = Dateline(place, None, None, 0, 0) if place else None
    report = build.report(chars, published="2011-03-09", outlet=outlet, dateline=dateline)
    return [t for t in find_times(report, text) if t.text]


def test_without_a_sign_only_the_year_is_known() -> None:
    (found,) = of("They met on 03/04/2009 there.")
    assert (found.start, found.value, found.precision) == ("2009", "2009", "year")
    assert found.why == "Day and month in figures, and nothing tells which is which."


def test_the_order_that_the_report_shows_elsewhere() -> None:
    first, _ = of("They met on 03/04/2009 and on 28/04/2009 there.")
    assert (first.value, first.basis) == ("2009-04-03", "inferred")
    assert first.why == "The day comes first as in 28/04/2009 of the same report."


def test_a_report_that_shows_both_orders_tells_nothing() -> None:
    assert of("On 03/04/2009, 28/04/2009 and 04/28/2009 they met.")[0].value == "2009"


def test_a_date_that_begins_with_its_year_shows_no_order() -> None:
    assert of("They met on 03/04/2009 and on 2021-11-09 there.")[0].value == "2009"


@pytest.mark.parametrize(
    ("outlet", "place", "value"),
    [
        ("Ahram Online", None, "2009-04-03"),
        ("ABC News", None, "2009-03-04"),
        (None, "Nairobi", "2009"),
        (None, "LIMA", "2009-04-03"),
        (None, "Washington", "2009-03-04"),
        (None, "Somewhere", "2009"),
    ],
)
def test_the_order_of_the_country(outlet: str | None, place: str | None, value: str) -> None:
    assert of("They met on 03/04/2009 there.", outlet, place)[0].value == value


def test_a_time_of_day_stays_with_its_day() -> None:
    (found,) = of("They met at 3 p.m. 03/04/2009 there.", "Ahram Online")
    assert found.start == "2009-04-03T15:00"
