"""The lexicon of offices, organisations and bodies: codes that are known, no entry twice."""

from __future__ import annotations

from collections import Counter

import pytest

from communique.lexicon.load import table

SECTORS = frozenset(
    {
        *("BUS", "CHR", "CIV", "COP", "CRM", "CVL", "EDU", "ELI", "GOV", "HRI", "JRN", "JUD"),
        *("LAB", "LEG", "MED", "MIL", "OPP", "PTY", "REB", "REF", "REL", "SET", "SPY", "UAF"),
        *("EUR", "IGO", "IMG", "ISM", "MNC", "NGM", "NGO", "UIS", "UNO"),
    }
)
STATES = {row["iso3"] for row in table("states.tsv")}
ORGANIZATIONS = {
    form: row
    for row in table("organizations.tsv")
    for form in (row["name"], *row["variants"].split("|"))
    if form
}


@pytest.mark.parametrize("name", ["offices.tsv", "organizations.tsv", "bodies.tsv", "ranks.tsv"])
def test_sectors_are_plover_s(name: str) -> None:
    assert {row["sector"] for row in table(name)} - {""} <= SECTORS


@pytest.mark.parametrize("name", ["offices.tsv", "organizations.tsv"])
def test_countries_are_states(name: str) -> None:
    assert {row["country"] for row in table(name)} - {""} <= STATES


@pytest.mark.parametrize(
    ("name", "column"),
    [("offices.tsv", "title"), ("ranks.tsv", "rank"), ("organizations.tsv", "name")],
)
def test_no_entry_stands_twice(name: str, column: str) -> None:
    counts = Counter(row[column] for row in table(name))
    assert [entry for entry, count in counts.items() if count > 1] == []


@pytest.mark.parametrize(
    ("name", "sector", "country"),
    [
        ("Knesset", "LEG", "ISR"),
        ("Majlis", "LEG", "IRN"),
        ("Duma", "LEG", "RUS"),
        ("Sejm", "LEG", "POL"),
        ("Bundestag", "LEG", "DEU"),
        ("Riksdag", "LEG", "SWE"),
        ("Lok Sabha", "LEG", "IND"),
        ("Verkhovna Rada", "LEG", "UKR"),
        ("Storting", "LEG", "NOR"),
        ("Sabor", "LEG", "HRV"),
        ("Jatiya Sangsad", "LEG", "BGD"),
        ("Legislative Yuan", "LEG", "TWN"),
        ("CIA", "SPY", "USA"),
        ("MI6", "SPY", "GBR"),
        ("Mossad", "SPY", "ISR"),
        ("SVR", "SPY", "RUS"),
        ("ASIO", "SPY", "AUS"),
        ("Revolutionary Guards", "MIL", "IRN"),
        ("PLA", "MIL", "CHN"),
        ("Bundesbank", "GOV", "DEU"),
        ("ECOWAS", "IGO", ""),
        ("MINUSCA", "UNO", ""),
        ("FARC", "REB", "COL"),
        ("LDP", "PTY", "JPN"),
    ],
)
def test_a_body_that_the_world_knows(name: str, sector: str, country: str) -> None:
    row = ORGANIZATIONS[name]
    assert (row["sector"], row["country"]) == (sector, country)


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Kremlin", "RUS"),
        ("White House", "USA"),
        ("Élysée", "FRA"),
        ("Downing Street", "GBR"),
        ("Foggy Bottom", "USA"),
        ("Quai d'Orsay", "FRA"),
        ("Blue House", "KOR"),
        ("Planalto", "BRA"),
        ("Casa Rosada", "ARG"),
        ("Zhongnanhai", "CHN"),
        ("Itamaraty", "BRA"),
        ("Palazzo Chigi", "ITA"),
        ("Malacañang", "PHL"),
        ("Aso Rock", "NGA"),
    ],
)
def test_a_seat_that_stands_for_a_government(name: str, country: str) -> None:
    seats = {(row["name"], row["iso3"]) for row in table("metonyms.tsv")}
    assert (name, country) in seats
