"""The office of somebody as an actor."""

import pytest

from tests.extraction.whole import told


@pytest.mark.parametrize(
    ("sentence", "words", "name", "country"),
    [
        (
            "The Israeli prime minister's office declined to comment.",
            "The Israeli prime minister's office",
            "Israeli prime minister's office",
            "ISR",
        ),
        (
            "Kenyan President Peter Odhiambo spoke. His office said so.",
            "His office",
            "Peter Odhiambo's office",
            "KEN",
        ),
        (
            "The office of the president of Chad said talks had begun.",
            "The office of the president of Chad",
            "office of the president of Chad",
            "TCD",
        ),
        (
            "Iraqi Prime Minister Karim Aziz's office confirmed it.",
            "Iraqi Prime Minister Karim Aziz's office",
            "Karim Aziz's office",
            "IRQ",
        ),
    ],
)
def test_an_office_is_an_actor(sentence: str, words: str, name: str, country: str) -> None:
    found = told(sentence)
    start = sentence.index(words)
    (actor,) = {m.actor for m in found.mentions if (m.start, m.end) == (start, start + len(words))}
    assert (found.actors[actor].name, found.actors[actor].country) == (name, country)
    assert found.actors[actor].type == "organization"
    assert found.actors[actor].sector == "GOV"


def test_a_term_of_office_is_none() -> None:
    found = told("Her term of office ended in May.")
    assert not [a for a in found.actors if a.type == "organization"]


@pytest.mark.parametrize(
    ("sentence", "name", "country"),
    [
        ("Kenyan President Peter Odhiambo met his deputy, Ruth Kamau.", "Ruth Kamau", "KEN"),
        (
            "Belarusian President Pavel Lukin left. Lukin's spokeswoman, Anna Zaitseva, said so.",
            "Anna Zaitseva",
            "BLR",
        ),
    ],
)
def test_who_serves_somebody_is_of_his_country(sentence: str, name: str, country: str) -> None:
    (person,) = [a for a in told(sentence).actors if a.name == name]
    assert person.country == country
    assert "the one served" in person.offices[0].evidence.why
