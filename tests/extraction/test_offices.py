import pytest

from communique.extraction.description import Description
from communique.extraction.offices import find_descriptions
from tests.extraction.plain import read, view


def only(sentence: str, *names: str | tuple[str, str]) -> Description:
    found = view(sentence, *names)
    (description,) = find_descriptions(found)
    return description


@pytest.mark.parametrize(
    ("sentence", "title", "body", "country"),
    [
        ("the Chilean foreign minister", "foreign minister", None, "CHL"),
        ("Chile's foreign minister", "foreign minister", None, "CHL"),
        ("the President of Chile", "President", None, "CHL"),
        ("the President of the Republic of Chile", "President", None, "CHL"),
        ("Minister of Foreign Affairs of Peru", "Minister of Foreign Affairs", None, "PER"),
        ("Minister for Trade and Energy", "Minister for Trade and Energy", None, None),
        ("Norwegian Defence and Interior Minister", "Defence and Interior Minister", None, "NOR"),
        ("Secretary of the Norwegian Security Council", "Secretary", "Security Council", "NOR"),
        ("Kenyan Parliament Speaker", "Speaker", "Parliament", "KEN"),
        ("Speaker of the Senate of Kenya", "Speaker", "Senate", "KEN"),
        ("Polish Internal Security Agency (ABW) Chief", "Chief", "Internal Security Agency", "POL"),
        ("UN special envoy for Cyprus", "special envoy for Cyprus", "UN", None),
        ("the Hungarian ambassador to Brazil", "ambassador to Brazil", None, "HUN"),
        ("UN Secretary-General", "Secretary-General", "UN", None),
        ("European Commission spokeswoman", "spokeswoman", "European Commission", None),
        ("US Secretary of State", "Secretary of State", None, "USA"),
        ("top Norwegian negotiator", "negotiator", None, "NOR"),
        ("acting President", "acting President", None, None),
        ("Vice President", "Vice President", None, None),
        ("spokesman for the Ministry of Trade", "spokesman", "Ministry of Trade", None),
    ],
)  # fmt: skip
def test_a_description_is_read(
    sentence: str, title: str, body: str | None, country: str | None
) -> None:
    d = only(sentence)
    assert (d.title, d.body, d.state.iso3 if d.state else None) == (title, body, country)


@pytest.mark.parametrize(
    ("sentence", "former"),
    [
        ("former Chilean president", True),
        ("ex-president", True),
        ("then-Prime Minister", True),
        ("outgoing president", False),
    ],
)
def test_an_office_no_longer_held(sentence: str, former: bool) -> None:
    assert only(sentence).former is former


def test_the_acronym_of_a_body_is_kept() -> None:
    d = only("Secretary of the Supreme Electoral Council (SEC)")
    assert (d.body, d.acronym) == ("Supreme Electoral Council", "SEC")


def test_a_body_ends_where_a_name_begins() -> None:
    found = view("Secretary of the Supreme Council Omar Haddad spoke.", "Omar Haddad")
    found.add_person(5, 7)
    (d,) = find_descriptions(found)
    assert d.body == "Supreme Council"
    assert d.last == 5


def test_a_body_without_a_marked_name_ends_with_its_kind() -> None:
    assert only("Secretary of the Supreme Council Omar").body == "Supreme Council"


def test_a_plural_names_several_states() -> None:
    d = only("the presidents of Chile, Peru and Bolivia")
    assert d.plural
    assert [state.iso3 for state in d.states] == ["CHL", "PER", "BOL"]


def test_a_verb_is_no_title() -> None:
    assert not find_descriptions(view("She chairs/VERB/root/0 it."))


@pytest.mark.parametrize(
    ("sentence", "reader", "name", "title", "body"),
    [
        ("The Personal Envoy of the UN Secretary-General for Chad, Olaf Brandt, spoke.",
         "Olaf Brandt", "Olaf Brandt", "Personal Envoy of the UN Secretary-General for Chad", "UN"),
        ("UN special envoy for Chad Nina Holm spoke.",
         "Chad Nina Holm", "Nina Holm", "special envoy for Chad", "UN"),
        ("EU special representative for the Sahel Nuno Prado spoke.",
         "Sahel Nuno Prado", "Nuno Prado", "special representative for the Sahel", "EU"),
        ("A spokesman for the rebel Kasai Committee, Nuno Prado, spoke.",
         "Nuno Prado", "Nuno Prado", "spokesman", "Kasai Committee"),
    ],
)  # fmt: skip
def test_whom_and_what_a_servant_is_for(
    sentence: str, reader: str, name: str, title: str, body: str
) -> None:
    found = read(sentence, reader, ("Kasai Committee", "organization"))
    assert found.names("person") == [name]
    (office,) = found.actor(name).offices
    assert (office.title, office.body, office.country) == (title, body, None)
    assert found.actor(name).country is None


def test_ministers_of_the_two_countries() -> None:
    found = read(
        "Chile and Peru agreed.\n"
        "The foreign ministers of the two countries, Ana Rojas and Luis Paz, spoke.",
        "Ana Rojas",
        "Luis Paz",
    )
    assert (found.actor("Ana Rojas").country, found.actor("Luis Paz").country) == ("CHL", "PER")
    assert "in the order" in found.actor("Ana Rojas").offices[0].evidence.why
