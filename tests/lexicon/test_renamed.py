"""What a place was called when."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from communique.lexicon import gazetteer
from communique.lexicon.gazetteer import Entry, Told, carried, countries
from communique.lexicon.load import table
from communique.lexicon.renamed import DatedName, names_of

ROWS = table("places_renamed.tsv")


@pytest.fixture(autouse=True)
def _carried_alone() -> Iterator[None]:
    yield
    gazetteer.use(None)


def names(name: str, country: str) -> list[tuple[str, str, str]]:
    (number,) = {
        int(row["geonameid"])
        for row in ROWS
        if row["country"] == country and name in (row["name"], row["city"])
    }
    return [(n.name, n.since, n.until) for n in names_of(number)]


def test_a_name_may_come_back() -> None:
    assert names("Astana", "KAZ")[-4:] == [
        ("Astana", "1998-05", "2019-03"),
        ("Nur-Sultan", "2019-03", "2022-09"),
        ("Nursultan", "2019-03", "2022-09"),
        ("Astana", "2022-09", ""),
    ]


@pytest.mark.parametrize(
    ("name", "country", "wanted"),
    [
        ("Saigon", "VNM", [("Saigon", "", "1976"), ("Ho Chi Minh City", "1976", "")]),
        ("Burma", "MMR", [("Burma", "", "1989-06"), ("Myanmar", "1989-06", "")]),
        ("Türkiye", "TUR", [("Turkey", "", "2022-06"), ("Türkiye", "2022-06", "")]),
        ("Kiev", "UKR", [("Kiev", "", ""), ("Kyiv", "", "")]),
    ],
)
def test_the_name_that_is_listed_and_that_of_the_gazetteer_are_both_told(
    name: str, country: str, wanted: list[tuple[str, str, str]]
) -> None:
    assert [one for one in names(name, country) if one[0] != "Turkiye"] == wanted


def test_a_place_of_one_name_has_none_listed() -> None:
    (lima, *_) = carried("Lima")
    assert lima.geonameid is not None
    assert names_of(lima.geonameid) == ()


def test_an_index_adds_the_names_it_dates() -> None:
    class Dated:
        version = "few"

        def find(self, key: str) -> tuple[Entry, ...]:
            return ()

        def dated(self, geonameid: int) -> tuple[Told, ...]:
            return (Told("Ciudad de los Reyes", "1535", "1821"),)

    gazetteer.use(Dated())
    assert names_of(1) == (DatedName("Ciudad de los Reyes", "1535", "1821", "renamed"),)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['name']} {row['country']}")
def test_the_number_is_that_of_the_place(row: dict[str, str]) -> None:
    state = countries().get(row["country"])
    places = [*carried(row["city"]), *([state] if state else [])]
    assert int(row["geonameid"]) in {place.geonameid for place in places}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['name']} {row['country']}")
def test_a_name_that_was_official_has_dates(row: dict[str, str]) -> None:
    assert row["kind"] in {"renamed", "spelling"}
    assert row["kind"] == "spelling" or row["from"] or row["to"]
    assert not (row["from"] and row["to"]) or row["from"] < row["to"]
