"""At what level a meeting was held."""

from __future__ import annotations

import pytest

from communique.extraction.levels import levels, office_level
from communique.lexicon.load import table
from tests.build import actor, office
from tests.extraction.whole import reading

BERG = "Norwegian President Anna Berg"
OTIENO = "Kenyan President Joel Otieno"
RUIZ = "Peruvian Foreign Minister Ana Ruiz"
KAMAU = "Kenyan Foreign Minister Ruth Kamau"
SAID = [
    ("Peru and Chile held talks at ministerial level in Lima.", "minister"),
    ("Peru and Chile met at the level of deputy foreign ministers.", "deputy minister"),
    ("Peru and Chile held consultations at the level of ambassadors.", "ambassador"),
    ("Peru and Chile held talks at the highest level in Lima.", "leader"),
    ("Peru and Chile held expert-level talks in Lima.", "expert"),
    ("Peru and Chile held working-level talks in Lima.", "official"),
    ("Peru and Chile held a technical meeting in Lima.", "expert"),
    ("Peru and Chile held ambassadorial talks in Lima.", "ambassador"),
    ("Kenya hosted a ministerial meeting between Peru and Chile.", "minister"),
    ("Peru and Chile held talks at the level of heads of state.", "leader"),
    ("The leaders of Peru and Chile met in Lima.", "leader"),
    ("The foreign ministers of Peru and Chile met in Lima.", "minister"),
    ("Peru and Chile held a foreign ministers' meeting in Lima.", "minister"),
    ("Peru and Chile held a meeting of African leaders in Lima.", "leader"),
    ("The deputy energy ministers of Peru and Chile met in Lima.", "deputy minister"),
    ("Peru and Chile held a summit in Lima.", "leader"),
    ("Experts from Peru and Chile held talks in Lima.", "expert"),
    ("Envoys of Peru and Chile met in Lima.", "ambassador"),
    ("Peru and Chile held a high-level meeting in Lima.", "senior official"),
    (f"{RUIZ} held a high-level meeting with {KAMAU} in Lima.", "minister"),
    (f"{RUIZ} held expert-level talks with Kenya in Lima.", "expert"),
]
HELD = [
    (f"{BERG} met {OTIENO} in Oslo.", "leader"),
    (f"{BERG} met {RUIZ} in Oslo.", "minister"),
    (f"{RUIZ} held talks with {KAMAU} in Lima.", "minister"),
    (f"{RUIZ} met with Kenyan officials in Nairobi.", "official"),
    (f"{RUIZ} met Kenyan Ambassador Ruth Wako in Lima.", "ambassador"),
    (f"{RUIZ} met Norwegian Deputy Foreign Minister Per Dahl in Lima.", "deputy minister"),
    (f"{OTIENO} spoke by phone with {BERG}.", "leader"),
    (f"{RUIZ} arrived in Nairobi for a visit.", "minister"),
    (f"{BERG} visited Kenya.", "leader"),
    (f"{BERG} met Omar Haddad in Oslo.", None),
    (f"Former Peruvian President Ana Ruiz met {OTIENO} in Nairobi.", None),
    ("Peru and Chile held talks in Lima.", None),
    (f"{RUIZ} held talks with Kenya in Nairobi.", None),
    (f"{BERG} held talks with Kenyan opposition leaders in Nairobi.", None),
    (f"{BERG} held talks with Kenyan business leaders in Nairobi.", None),
    (f"{BERG} held talks with Kenyan leaders in Nairobi.", "leader"),
    (f"{RUIZ} visited Lima for a 2 pm conversation with {KAMAU}.", "minister"),
    (f"{RUIZ} gave a press conference in Nairobi.", None),
]


@pytest.mark.parametrize(("sentence", "level"), SAID + HELD)
def test_the_level_of_a_meeting(sentence: str, level: str | None) -> None:
    found = {event.level for event in reading(sentence, "2023-06-13").events}
    assert found - {None} == {level} - {None}


def test_a_level_says_what_it_rests_on() -> None:
    (said,) = reading("Peru and Chile held talks at ministerial level in Lima.").events
    assert "its level is said: “ministerial level”" in said.evidence.why
    assert "meeting_levels.tsv: ministerial" in [word.entry for word in said.evidence.words]
    (held,) = (e for e in reading(f"{BERG} met {OTIENO} in Oslo.").events if e.level)
    assert "its level is that of who takes part" in held.evidence.why


def test_what_announces_a_meeting_has_no_level_of_its_own() -> None:
    events = reading("Peru and Chile will hold talks at ministerial level next week.").events
    assert {e.type: e.level for e in events} == {"CONSULT": "minister", "AGREE": None}


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("President", "leader"),
        ("Prime Minister", "leader"),
        ("Secretary-General", "leader"),
        ("Vice President", "deputy leader"),
        ("Minister of Foreign Affairs", "minister"),
        ("Deputy Minister of Fisheries", "deputy minister"),
        ("Special Envoy", "ambassador"),
        ("National Security Adviser", "senior official"),
        ("Political Director", "senior official"),
        ("Judge", None),
        ("Party Leader", None),
    ],
)
def test_the_level_of_an_office(title: str, level: str | None) -> None:
    assert office_level(actor("Ana Ruiz", offices=(office(title),))) == level


def test_of_several_offices_the_highest_that_is_held_counts() -> None:
    held = (office("Ambassador"), office("Foreign Minister"), office("President", former=True))
    assert office_level(actor("Ana Ruiz", offices=held)) == "minister"


def test_every_line_leads_to_a_level_that_there_is() -> None:
    rows = [row for row in table("meeting_levels.tsv") if row["kind"] != "down"]
    assert {row["level"] for row in rows} == set(levels())


def test_every_class_and_title_is_one_of_the_offices() -> None:
    rows = table("meeting_levels.tsv")
    for kind, column in (("class", "class"), ("title", "title")):
        known = {row[column] for row in table("offices.tsv")}
        assert {row["word"] for row in rows if row["kind"] == kind} <= known
