"""The states are complete: measured against ISO 3166 and CLDR, and by what every line must tell."""

from __future__ import annotations

import re

import babel
import pycountry
import pytest

from communique.extraction.known import state_names
from communique.lexicon.load import Row, table

ROWS = table("states.tsv")
ISO = {c.alpha_3: c for c in pycountry.countries}
CLDR = babel.Locale("en").territories
EMPTY = frozenset({"ATA", "ATF", "BVT", "CCK", "HMD", "UMI"})
"""Nobody's home, or without a seat of government."""
DISPUTED = ("Kosovo", "Taiwan", "Palestine", "Western Sahara", "Northern Cyprus", "Abkhazia",
            "South Ossetia", "Transnistria", "Somaliland", "Nagorno-Karabakh")  # fmt: skip
OTHERWISE = frozenset({"Pitcairn", "Myanmar (Burma)", "Congo", "Saint Martin"})
"""Names of ISO or CLDR that mean more than the state, or two in one."""


def _first(iso3: str) -> Row:
    return next(row for row in ROWS if row["iso3"] == iso3)


def _names(row: Row) -> set[str]:
    return {_plain(n) for n in (row["name"], row["official"], *row["variants"].split("|"))}


def _plain(name: str) -> str:
    name = re.sub(r" *\((?:French|Dutch) part\)$", "", name).replace("’", "'")
    if (", " in name and name.endswith(("of", "the"))) or name.endswith((", U.S.", ", British")):
        last, first = name.rsplit(", ", 1)
        name = f"{first} {last}"
    return re.sub(r"^the ", "", name, flags=re.I).replace(" & ", " and ").casefold()


@pytest.mark.parametrize("iso3", sorted(ISO))
def test_every_country_of_iso_is_there_under_its_names(iso3: str) -> None:
    country = ISO[iso3]
    told = [country.name, getattr(country, "official_name", ""), CLDR[country.alpha_2]]
    told += [getattr(country, "common_name", "")]
    rows = [row for row in ROWS if row["iso3"] == iso3]
    known = set[str]().union(*(_names(row) for row in rows))
    known |= {name.replace("saint ", "st. ") for name in known}
    missing = {n for n in told if n and n not in OTHERWISE and _plain(n) not in known}
    assert not {m for m in missing if m not in {"Holy See (Vatican City State)"}} - {
        "Taiwan, Province of China"
    }


@pytest.mark.parametrize("iso3", sorted(set(ISO) - EMPTY | {"XKX"}))
def test_every_state_tells_people_capital_and_official_name(iso3: str) -> None:
    row = _first(iso3)
    assert row["demonyms"]
    assert row["capital"]
    assert row["official"]


@pytest.mark.parametrize("name", DISPUTED)
def test_the_disputed_states_are_there(name: str) -> None:
    row = next(row for row in ROWS if row["name"] == name)
    assert row["demonyms"]
    assert row["capital"]
    assert row["official"]


@pytest.mark.parametrize("row", [r for r in ROWS if r["until"]], ids=lambda r: r["name"])
def test_a_state_that_is_no_more_has_its_days(row: Row) -> None:
    assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", row["from"])
    assert row["from"] < row["until"]


@pytest.mark.parametrize(
    "name", ["Soviet Union", "Yugoslavia", "Czechoslovakia", "East Germany", "North Yemen"]
)
def test_former_states_are_dated(name: str) -> None:
    assert next(row for row in ROWS if row["name"] == name)["until"]


@pytest.mark.parametrize(
    ("word", "name", "kind"),
    [
        ("Chilean", "Chile", "demonym"),
        ("Chileans", "Chile", "people"),
        ("Britons", "United Kingdom", "people"),
        ("Danes", "Denmark", "people"),
        ("Frenchmen", "France", "people"),
        ("Kingston", "Jamaica", "capital"),
        ("Georgetown", "Guyana", "capital"),
        ("Congo", "Democratic Republic of the Congo", "name"),
        ("Republic of China", "Taiwan", "name"),
        ("Federal Republic of Germany", "Germany", "name"),
        ("Northern Irish", "United Kingdom", "demonym"),
        ("the Netherlands", "Netherlands", "name"),
    ],
)
def test_a_word_means_its_state(word: str, name: str, kind: str) -> None:
    words = tuple(word.removeprefix("the ").split())
    found = state_names().match(words, 0)
    assert found is not None
    assert (found[1].name, found[1].kind) == (name, kind)
