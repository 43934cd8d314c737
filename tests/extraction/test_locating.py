"""Which place a name means in its report, and the reason that is given for it."""

from __future__ import annotations

import pytest

from communique.extraction.besides import options, said
from communique.extraction.leanings import Hint
from communique.extraction.locating import Located, locate
from communique.extraction.senses import is_short, senses, stands_alone
from communique.model.text import Span
from tests import build


def where(chars: str, *names: str, hints: tuple[Hint, ...] = ()) -> dict[str, Located]:
    """Where the names of a text lie."""
    spans = sorted(Span(*build.find(chars, name)) for name in names)
    found = locate(chars, spans, hints, frozenset())
    return {chars[s.start : s.end]: place for s, place in zip(spans, found, strict=True)}


def country(located: Located) -> str | None:
    return located.site.country if located.site else None


@pytest.mark.parametrize(
    ("chars", "names", "wanted"),
    [
        ("Georgia and Armenia met in Tbilisi.", ("Georgia", "Armenia", "Tbilisi"), "GEO"),
        ("Georgia voted, from Atlanta to Savannah.", ("Georgia", "Atlanta", "Savannah"), "USA"),
        ("Georgia lies south of Tennessee.", ("Georgia", "Tennessee"), "USA"),
        ("Georgia thanked the United States.", ("Georgia", "United States"), "GEO"),
        ("Lebanon spoke for Syria and Jordan.", ("Lebanon", "Syria", "Jordan"), "LBN"),
        ("Lebanon, Ohio, has a fair.", ("Lebanon", "Ohio"), "USA"),
        ("Cambridge and Norwich are wet.", ("Cambridge", "Norwich"), "GBR"),
        ("Cambridge is wet, said Boston, Mass.", ("Cambridge", "Boston"), "USA"),
        ("Paris lies between Dallas and Tulsa, Okla.", ("Paris", "Dallas", "Tulsa"), "USA"),
        ("Paris wrote to Washington and Texas.", ("Paris", "Washington", "Texas"), "FRA"),
        ("Peru, Chile and Bolivia met.", ("Peru", "Chile", "Bolivia"), "PER"),
        ("Mexico, the United States and Canada met.", ("Mexico", "United States", "Canada"), "MEX"),
    ],
)
def test_a_name_means_what_its_report_makes_likely(
    chars: str, names: tuple[str, ...], wanted: str
) -> None:
    assert country(where(chars, *names)[names[0]]) == wanted


def test_a_name_means_one_place_in_a_report() -> None:
    chars = "They met in Tripoli, Lebanon. Tripoli was quiet."
    spans = [Span(12, 19), Span(21, 28), Span(30, 37)]
    found = locate(chars, spans, (), frozenset())
    assert [country(place) for place in found] == ["LBN", "LBN", "LBN"]


def test_the_nearest_town_of_the_report_decides_among_namesakes() -> None:
    found = where("From Holyoke to Springfield it rained.", "Holyoke", "Springfield")
    site = found["Springfield"].site
    assert site is not None
    assert round(site.lat or 0, 1) == 42.1


def test_the_paper_speaks_for_its_country() -> None:
    hints = (Hint("CAN", 0.5, "the paper (Ontario Star)"),)
    assert country(where("Windsor is quiet.", "Windsor", hints=hints)["Windsor"]) == "CAN"


def test_a_hamlet_abroad_is_not_believed() -> None:
    chars = "Lagos, Abuja, Kano and Ibadan wrote to Jindabyne."
    found = where(chars, "Lagos", "Abuja", "Kano", "Ibadan", "Jindabyne")["Jindabyne"]
    assert found == Located(None, "no place of this name lies where the report speaks of")


def test_states_in_a_list_of_states_are_states() -> None:
    chars = "Laws of Oregon, Idaho and Washington differ."
    found = where(chars, "Oregon", "Idaho", "Washington")["Washington"]
    assert found.site is not None
    assert found.site.feature == "ADM1"


@pytest.mark.parametrize(
    ("chars", "names", "why"),
    [
        ("They met in Quito.", ("Quito",), "capital, the only place of its name"),
        ("They met in Xyzzyville.", ("Xyzzyville",), "no gazetteer knows it"),
        ("They met in Bari, Italy.", ("Bari", "Italy"), "the text puts it in Italy"),
        ("Venezuela sent help to Valencia.", ("Valencia", "Venezuela"), "in view of Venezuela"),
        ("He left Birmingham.", ("Birmingham",), "the largest"),
        ("He left Peru.", ("Peru",), "the best known"),
        ("He sailed the Black Sea.", ("Black Sea",), "sea, the only place of its name"),
    ],
)
def test_the_reason_is_told(chars: str, names: tuple[str, ...], why: str) -> None:
    assert why in where(chars, *names)[names[0]].why


# What stands beside a name.


@pytest.mark.parametrize(
    ("chars", "name", "areas"),
    [
        ("in Bari, Italy.", "Bari", {("ITA", "")}),
        ("Italy's Bari", "Bari", {("ITA", "")}),
        ("in Salem, Ore., on", "Salem", {("USA", "OR")}),
        ("in Salem, Oregon, on", "Salem", {("USA", "OR")}),
        ("in Salem (Oregon)", "Salem", {("USA", "OR")}),
        ("Chad, Niger and Mali", "Chad", set()),
        ("in Bari, where", "Bari", set()),
        ("the Italian port city of Bari", "Bari", {("ITA", "")}),
        ("In Italy's southern port of Bari", "Bari", {("ITA", "")}),
        ("in Bari, Italy's ninth city, on", "Bari", {("ITA", "")}),
        ("in Bari, the southern Italian port, on", "Bari", {("ITA", "")}),
        ("in Bari, a port in southern Italy, on", "Bari", {("ITA", "")}),
        ("in Bari, port city of Italy, on", "Bari", {("ITA", "")}),
        ("in Bari, Italian ministers said", "Bari", set()),
    ],
)
def test_the_text_puts_a_place_somewhere(
    chars: str, name: str, areas: set[tuple[str, str]]
) -> None:
    assert set(said(chars, Span(*build.find(chars, name))).areas) == areas


@pytest.mark.parametrize(
    ("name", "feature"),
    [
        ("northern Chile", "PCLI"),
        ("downtown Lima", "PPLC"),
        ("Lugo province", "ADM"),
        ("Quito airport", "PPLC"),
        ("Salem Town Hall", "BLDG"),
        ("Geneva International Conference Centre", "BLDG"),
    ],
)
def test_a_name_is_sought_without_words_around_it(name: str, feature: str) -> None:
    found = options(name, "")
    assert found[0].feature.startswith(feature)


@pytest.mark.parametrize("name", ["Ann Smith Memorial Library", "Georgetown Blue Hotel"])
def test_a_building_with_somebodys_name_is_nowhere(name: str) -> None:
    assert options(name, "") == ()


# Senses.


@pytest.mark.parametrize(
    ("name", "first"),
    [("Lima", "PER"), ("Georgia", "GEO"), ("London", "GBR"), ("US", "USA"), ("Calif.", "USA")],
)
def test_the_likeliest_sense_comes_first(name: str, first: str) -> None:
    assert senses(name)[0].site.country == first


@pytest.mark.parametrize("name", ["sterling", "XYZ", "Xyzzyville"])
def test_what_is_no_name_of_a_place_has_no_sense(name: str) -> None:
    assert senses(name) == ()


def test_a_province_known_by_its_seat_alone_has_no_number() -> None:
    assert all(s.site.geonameid is None or s.feature != "PPL" for s in senses("Malatya", True))


@pytest.mark.parametrize(
    ("name", "short", "alone"),
    [("N.J.", True, True), ("NJ", True, False), ("Mass.", True, False), ("Lima", False, False)],
)
def test_some_short_forms_need_a_town_before_them(name: str, short: bool, alone: bool) -> None:
    assert (is_short(name), stands_alone(name)) == (short, alone)
