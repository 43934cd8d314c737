"""Where: which names are places, where they lie, what they are to their sentence."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from communique.extraction.atlas import country_of, known
from communique.extraction.places import find_places
from communique.lexicon.gazetteer import look_up
from communique.lexicon.load import table
from communique.model.findings import Place
from communique.model.report import Dateline
from communique.model.text import Name, Text
from tests import build


def places_of(
    chars: str, names: Iterable[tuple[str, str]] = (), dateline: Dateline | None = None
) -> tuple[Place, ...]:
    """The places of an unparsed text, in which the reader found these names."""
    found = tuple(Name(*build.find(chars, name), type) for name, type in names)
    text = Text(chars, ((0, len(chars)),), names=found)  # type: ignore[arg-type]
    return find_places(build.report(chars, dateline=dateline), text)


def only(chars: str, *names: str) -> Place:
    (place,) = places_of(chars, [(name, "place") for name in names])
    return place


@pytest.mark.parametrize(
    ("name", "country", "feature"),
    [
        ("Peru", "PER", "PCLI"),
        ("Republic of Peru", "PER", "PCLI"),
        ("UK", "GBR", "PCLI"),
        ("U.S.", "USA", "PCLI"),
        ("Burma", "MMR", "PCLI"),
        ("Kosovo", "XKX", "PCLI"),
        ("Ivory Coast", "CIV", "PCLI"),
        ("Soviet Union", "SUN", "PCLI"),
        ("Lima", "PER", "PPLC"),
        ("Washington", "USA", "PPLC"),
        ("Kiev", "UKR", "PPLC"),
        ("Gdansk", "POL", "PPL"),
        ("Marseille", "FRA", "PPL"),
        ("Bombay", "IND", "PPL"),
        ("Leningrad", "RUS", "PPL"),
        ("California", "USA", "ADM1"),
        ("Helmand", "AFG", "ADM1"),
        ("Helmand province", "AFG", "ADM1"),
        ("northern Chile", "CHL", "PCLI"),
        ("Élysée Palace", "FRA", "PAL"),
        ("La Moneda", "CHL", "PAL"),
        ("Red Sea", None, "SEA"),
        ("Balkans", None, "RGN"),
        ("Gaza Strip", "PSE", "RGN"),
    ],
)
def test_a_name_is_found_where_it_lies(name: str, country: str | None, feature: str) -> None:
    place = only(f"Much was written on {name} then.", name)
    assert (place.name, place.country, place.feature) == (name, country, feature)


@pytest.mark.parametrize(
    ("name", "printed"),
    [("LIMA", "Lima"), ("USSR", "USSR"), ("PORT-AU-PRINCE", "Port-au-Prince"), ("Oslo", "Oslo")],
)
def test_a_name_in_capitals_is_printed_in_ordinary_letters(name: str, printed: str) -> None:
    assert only(f"{name} is a city.", name).name == printed


def test_a_city_has_a_point_and_a_number() -> None:
    place = only("They met in Reykjavik.", "Reykjavik")
    assert place.geonameid == 3413829
    assert (round(place.lat or 0), round(place.lon or 0)) == (64, -22)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Saigon", "Ho Chi Minh City"),
        ("Peking", "Beijing"),
        ("Rangoon", "Yangon"),
        ("Calcutta", "Kolkata"),
        ("Stalingrad", "Volgograd"),
        ("Constantinople", "Istanbul"),
        ("Christiania", "Oslo"),
    ],
)
def test_a_renamed_city_is_one_place(old: str, new: str) -> None:
    left, right = only(f"They met in {old}.", old), only(f"They met in {new}.", new)
    assert left.name == old
    assert left.geonameid == right.geonameid is not None


@pytest.mark.parametrize(
    ("chars", "name", "country"),
    [
        ("They met in Tripoli, Lebanon.", "Tripoli", "LBN"),
        ("They met in Tripoli.", "Tripoli", "LBY"),
        ("They met in Lebanon's Tripoli.", "Tripoli", "LBN"),
        ("They met in Vienna, Virginia.", "Vienna", "USA"),
        ("Spain sent help to Valencia.", "Valencia", "ESP"),
        ("Venezuela sent help to Valencia.", "Valencia", "VEN"),
        ("Canada sent him to Victoria.", "Victoria", "CAN"),
        ("The Seychelles and its neighbours met in Victoria.", "Victoria", "SYC"),
        ("Georgia and Armenia spoke of Georgia.", "Georgia", "GEO"),
    ],
)
def test_homonyms_are_told_apart_by_what_the_report_says(
    chars: str, name: str, country: str
) -> None:
    start = chars.rindex(name)
    text = Text(chars, ((0, len(chars)),), names=(Name(start, start + len(name), "place"),))  # type: ignore[arg-type]
    found = {p.span.start: p for p in find_places(build.report(chars), text)}
    assert (found[start].name, found[start].country) == (name, country)


def test_a_place_that_only_the_reader_knows_has_no_country() -> None:
    place = only("They met in Xyzzyville.", "Xyzzyville")
    assert (place.country, place.lat, place.geonameid, place.feature) == (None,) * 4


@pytest.mark.parametrize("name", ["Eastern Lamp Oil Co.", "World Food Programme", "Easter Monday"])
def test_a_company_a_body_or_a_feast_is_no_place(name: str) -> None:
    assert not places_of(f"It came from {name} in time.", [(name, "place")])


def test_every_place_says_why_its_name_means_it() -> None:
    found = places_of("Quito, Lima and Xyzzyville agreed.", [("Xyzzyville", "place")])
    assert [bool(p.why) for p in found] == [True, True, True]


@pytest.mark.parametrize(
    ("outlet", "country"), [(None, "IND"), ("The Hindu", "IND"), ("Dawn", "PAK")]
)
def test_the_country_of_the_paper_speaks_for_a_namesake_there(
    outlet: str | None, country: str
) -> None:
    chars = "Hyderabad is quiet."
    text = Text(chars, ((0, len(chars)),), names=(Name(0, 9, "place"),))  # type: ignore[arg-type]
    (place,) = find_places(build.report(chars, outlet=outlet), text)
    assert place.country == country


def test_a_seat_that_acts_is_no_place() -> None:
    assert places_of("The Kremlin agreed.", [("Kremlin", "organization")]) == ()


@pytest.mark.parametrize(
    "chars",
    [
        "The Lima Times wrote so.",
        "The Peru Project closed.",
        "Mr Paris Hill came.",
        "Some turkey was eaten by us.",
        "It is nice.",
    ],
)
def test_part_of_another_name_is_no_place(chars: str) -> None:
    assert places_of(chars) == ()


def test_a_name_of_another_kind_keeps_its_places_to_itself() -> None:
    assert places_of("The Geneva Conventions hold.", [("Geneva Conventions", "misc")]) == ()


def test_a_state_that_the_reader_missed_is_found() -> None:
    assert [p.country for p in places_of("The delegation of Peru left for Quito.")] == [
        "PER",
        "ECU",
    ]


def test_places_stand_in_the_order_of_the_text() -> None:
    found = places_of("Quito, Lima and Bogota agreed.", [("Bogota", "place"), ("Quito", "place")])
    assert [p.name for p in found] == ["Quito", "Lima", "Bogota"]


def test_a_pair_with_a_hyphen_is_two_actors() -> None:
    sentence = "Lima-Quito/PROPN/compound/2 trade/NOUN/nsubj/3 grew/VERB/root/0 ./PUNCT/punct/3"
    text = build.text(sentence, names=[("Lima-Quito", "place")])
    found = find_places(build.report(text.chars), text)
    assert [(p.name, p.role) for p in found] == [("Lima", "actor"), ("Quito", "actor")]


def test_the_place_of_the_dateline_is_marked() -> None:
    chars = "LIMA, June 3 - Peru agreed."
    found = places_of(chars, dateline=Dateline("LIMA", None, None, 0, 12))
    assert next((p.name, p.country, p.role) for p in found) == ("Lima", "PER", "dateline")


# Roles.


def role(name: str, *sentences: str, type: str = "place") -> str:
    text = build.text(*sentences, names=[(name, type)])
    return next(p.role for p in find_places(build.report(text.chars), text) if p.name == name)


@pytest.mark.parametrize(
    ("name", "sentence", "wanted"),
    [
        ("Oslo", "They/PRON/nsubj/2 met|meet/VERB/root/0 in/ADP/case/4 Oslo/PROPN/obl/2", "venue"),
        (
            "Oslo",
            "Talks|talk/NOUN/nsubj/4 in/ADP/case/3 Oslo/PROPN/nmod/1 ended|end/VERB/root/0",
            "venue",
        ),
        (
            "Oslo",
            "His/PRON/nmod:poss/2 visit/NOUN/nsubj/5 to/ADP/case/4 Oslo/PROPN/nmod/2 "
            "ended|end/VERB/root/0",
            "venue",
        ),
        ("Oslo", "He/PRON/nsubj/2 visited|visit/VERB/root/0 Oslo/PROPN/obj/2", "venue"),
        (
            "Oslo",
            "The/DET/det/3 Oslo/PROPN/compound/3 talks|talk/NOUN/nsubj/4 ended|end/VERB/root/0",
            "venue",
        ),
        (
            "Oslo",
            "Talks|talk/NOUN/nsubj/7 with/ADP/case/3 Minister/PROPN/nmod/1 Berg/PROPN/flat/3 "
            "in/ADP/case/6 Oslo/PROPN/nmod/3 ended|end/VERB/root/0",
            "venue",
        ),
        ("Norway", "Norway/PROPN/nsubj/2 agreed|agree/VERB/root/0", "actor"),
        (
            "Oslo",
            "Talks|talk/NOUN/nsubj/6 between/ADP/case/3 Oslo/PROPN/nmod/1 and/CCONJ/cc/5 "
            "Lima/PROPN/conj/3 ended|end/VERB/root/0",
            "actor",
        ),
        (
            "Norway",
            "Norway/PROPN/nmod:poss/3 's/PART/case/1 minister/NOUN/nsubj/4 left|leave/VERB/root/0",
            "actor",
        ),
        (
            "Norway",
            "Norway/PROPN/nmod:poss/3 's/PART/case/1 coast/NOUN/nsubj/4 froze|freeze/VERB/root/0",
            "topic",
        ),
        (
            "Norway",
            "Peace/NOUN/nsubj/4 in/ADP/case/3 Norway/PROPN/nmod/1 lasted|last/VERB/root/0",
            "topic",
        ),
        (
            "Norway",
            "The/DET/det/2 government/NOUN/nsubj/5 of/ADP/case/4 Norway/PROPN/nmod/2 "
            "fell|fall/VERB/root/0",
            "actor",
        ),
        ("Bergen", "Bergen/PROPN/nsubj/2 burned|burn/VERB/root/0", "topic"),
    ],
)
def test_a_place_has_a_role_in_its_sentence(name: str, sentence: str, wanted: str) -> None:
    assert role(name, sentence) == wanted


# The lexicon and the gazetteer.


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Peruvian", "PER"),
        ("Peruvians", "PER"),
        ("Dutch", "NLD"),
        ("South Korean", "KOR"),
        ("Lima", "PER"),
        ("Dominican", "DOM"),
        ("us", None),
    ],
)
def test_a_nationality_leads_to_its_country(name: str, country: str | None) -> None:
    assert country_of(name) == country


@pytest.mark.parametrize("row", table("states.tsv"), ids=lambda row: row["name"])
def test_every_state_is_known_by_all_its_names(row: dict[str, str]) -> None:
    for name in (row["name"], row["official"], *row["variants"].split("|")):
        assert not name or known(name) is not None


def test_every_seat_lies_in_a_city_of_the_gazetteer() -> None:
    for row in table("places_seats.tsv"):
        site = known(row["name"])
        assert site is not None
        assert site.lat is not None, row["name"]


def test_every_renamed_city_is_in_the_gazetteer() -> None:
    for row in table("places_renamed.tsv"):
        assert any(e.country == row["country"] for e in look_up(row["city"])), row["city"]
