"""Which names are of one person, and names made whole."""

import pytest

from tests.extraction.whole import told


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "He met Amir Jabir al-Nur, Prime Minister Nur, and Foreign Minister Nur.",
            ["Jabir al-Nur", "Nur", "Nur"],
        ),
        ("He met King Salim and Crown Prince Hamad bin Salim.", ["Salim", "Hamad bin Salim"]),
        ("President Jose (Pepe) Alba of Chile spoke.", ["Jose (Pepe) Alba"]),
        ("President Paul Ames, Jr. of Palau spoke.", ["Paul Ames, Jr."]),
        ("Sultan Qasim bin Said of Oman spoke.", ["Qasim bin Said"]),
    ],
)
def test_who_is_named(sentence: str, names: list[str]) -> None:
    found = [a.name.rstrip(".") for a in told(sentence).actors if a.type == "person"]
    assert found == [name.rstrip(".") for name in names]


@pytest.mark.parametrize(
    ("sentence", "name", "country"),
    [
        ("President Ivo Lang and Premier Jan Zima of Poland flew in.", "Ivo Lang", "POL"),
        ("Polish President Ivo Lang and Premier Jan Zima flew in.", "Jan Zima", "POL"),
        ("Rwanda's Vincent Biruta joined them.", "Vincent Biruta", "RWA"),
        (
            "The envoy visited Chad. She met with President Idris Haroun.",
            "Idris Haroun",
            "TCD",
        ),
        (
            "The envoy visited Chad. She met with Polish President Ivo Lang.",
            "Ivo Lang",
            "POL",
        ),
    ],
)
def test_of_which_country(sentence: str, name: str, country: str) -> None:
    (person,) = [a for a in told(sentence).actors if a.name == name]
    assert person.country == country


def test_the_companion_is_not_of_the_country_visited() -> None:
    told_ = told("The envoy visited Chad. She accompanied President Ivo Lang.")
    (person,) = [a for a in told_.actors if a.name == "Ivo Lang"]
    assert person.country is None


@pytest.mark.parametrize(
    ("sentence", "name", "sector"),
    [
        ("Ruth Hale of Amnesty International disagreed.", "Ruth Hale", "NGO"),
        ("Hamas official Salim Hamdan denied it.", "Salim Hamdan", "REB"),
        ("Former Peruvian president Luis Quispe spoke.", "Luis Quispe", "ELI"),
        ("Sana Haddad, a member of the Lebanese parliament, objected.", "Sana Haddad", "LEG"),
    ],
)
def test_the_sector_comes_from_the_office_or_the_body(
    sentence: str, name: str, sector: str
) -> None:
    (person,) = [a for a in told(sentence).actors if a.name == name]
    assert person.sector == sector
