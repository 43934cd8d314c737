import pytest

from communique.model.report import Time
from communique.views.web.words import day_words, query, when

TIMES = [
    ("2017-01-23", "2017-01-24", "23–24 January 2017"),
    ("2017-01-30", "2017-02-02", "30 January 2017 – 2 February 2017"),
    ("2017-01-23", None, "23 January 2017"),
    ("XXXX-10-21", None, "21 October, year not given"),
    ("2017-03", "2017-03", "March 2017"),
    ("2017-03-28T22:16", None, "28 March 2017, 22:16"),
]


@pytest.mark.parametrize(("start", "end", "words"), TIMES)
def test_a_time_is_written_as_people_do(start: str, end: str | None, words: str) -> None:
    assert when(Time(start, end, None, "", "day", "stated", "")) == words


def test_a_weekday_without_a_week_is_only_that() -> None:
    assert when(Time(None, None, None, "XXXX-WXX-2", "day", "stated", "")) == "a Tuesday"


def test_no_time_is_said_so() -> None:
    assert when(None) == "time not given"


def test_what_is_no_date_stays_as_it_is() -> None:
    assert day_words("PRESENT_REF") == "PRESENT_REF"


def test_only_given_values_are_in_an_address() -> None:
    assert query("/x", a="b c", d=None, e="") == "/x?a=b+c"
