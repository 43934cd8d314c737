import pytest

from communique.model.report import Time
from communique.views.web.words import (
    country_name,
    day_words,
    feature,
    kind,
    other_names,
    point,
    query,
    when,
)

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


def test_not_later_than_is_said_so() -> None:
    time = Time(None, "1998-05-03", None, "1998-05-03", "day", "inferred", "")
    assert when(time) == "by 3 May 1998"


PLACES = [(23.13, -82.38, "23.13° N, 82.38° W"), (-18.1, 178.4, "18.10° S, 178.40° E")]


@pytest.mark.parametrize(("lat", "lon", "words"), PLACES)
def test_coordinates_are_written_in_degrees(lat: float, lon: float, words: str) -> None:
    assert point(lat, lon) == words


FEATURES = [("PPLC", "capital"), ("PPLA2", "town"), ("PCLI", "country"), ("ADM1", "region")]


@pytest.mark.parametrize(("code", "word"), [*FEATURES, ("HTL", ""), (None, "")])
def test_a_kind_of_place_has_a_word(code: str | None, word: str) -> None:
    assert feature(code) == word


NAMES = [
    ("Mumbai", 1275339, "Bombay (until 1995)"),
    ("Nur-Sultan", 1526273, "Tselinograd (1961 – 1992)"),
    ("Astana", 1526273, "Nursultan (March 2019 – September 2022)"),
]


@pytest.mark.parametrize(("name", "number", "other"), NAMES)
def test_a_renamed_city_has_its_names_with_their_years(name: str, number: int, other: str) -> None:
    assert other in other_names(name, number)


@pytest.mark.parametrize("number", [1, None])
def test_a_city_elsewhere_has_no_share_in_them(number: int | None) -> None:
    assert other_names("Astana", number) == ()


def test_a_country_is_called_by_its_name() -> None:
    assert [country_name(code) for code in ("NOR", "ZZZ", None)] == ["Norway", "ZZZ", ""]


def test_no_time_is_said_so() -> None:
    assert when(None) == "time not given"


def test_what_is_no_date_stays_as_it_is() -> None:
    assert day_words("PRESENT_REF") == "PRESENT_REF"


def test_only_given_values_are_in_an_address() -> None:
    assert query("/x", a="b c", d=None, e="") == "/x?a=b+c"


@pytest.mark.parametrize(
    ("type", "mode", "format", "words"),
    [
        ("CONSULT", "visit", "press conference", "Press conference"),
        ("CONSULT", "third-party", None, "Third party"),
        ("CONSULT", None, None, "Consult"),
        ("REQUEST", "yield", None, "Request (yield)"),
        ("ASSAULT", "suicide-attack", None, "Assault (suicide attack)"),
        ("AGREE", None, None, "Agree"),
    ],
)
def test_an_event_is_called_by_what_it_is(
    type: str, mode: str | None, format: str | None, words: str
) -> None:
    assert kind(type, mode, format) == words
