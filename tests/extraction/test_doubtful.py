"""What sounds like an event and is none: figures of speech, contests, opinions, silence."""

from __future__ import annotations

import pytest

from tests.extraction.whole import reading


def told(sentence: str) -> list[str]:
    """The types of the events of a sentence, without their order."""
    return sorted({event.type for event in reading(sentence).events})


@pytest.mark.parametrize(
    "sentence",
    [
        "Candidate Ana Rojas captured the mood of the voters.",
        "Ana Rojas beat Luis Paz in the primary election.",
        "Ana Rojas fought for the tax bill.",
        "The company Fjordtek launched a campaign for its new phone.",
        "Judge Ana Rojas struck down the law on land.",
        "Ana Rojas conceded a penalty.",
        "Ana Rojas defended her record.",
    ],
)
def test_a_verb_of_force_is_no_force_among_civilians(sentence: str) -> None:
    assert "ASSAULT" not in told(sentence)
    assert "CONCEDE" not in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "type"),
    [
        ("Rebels of the Chadian Liberation Front attacked the army of Chad.", "ASSAULT"),
        ("The Kenyan army shelled the Somali town of Kismayo.", "ASSAULT"),
        ("Chilean Prime Minister Ana Rojas launched an attack on the Labour Party.", "ACCUSE"),
        ("Peru refused to meet Chilean Foreign Minister Ana Rojas.", "REJECT"),
        ("Peru suggested that Kenya lift the embargo.", "REQUEST"),
    ],
)
def test_what_is_done_by_the_armed_or_asked_of_a_state_stays(sentence: str, type: str) -> None:
    assert type in told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Peruvian President Ana Rojas insisted that the economy was growing.",
        "Peruvian President Ana Rojas suggested that prices were too low.",
        "Peruvian President Ana Rojas conceded that the plan had failed.",
        "Reporters asked Peruvian President Ana Rojas whether she was tired.",
    ],
)
def test_an_opinion_asks_and_concedes_nothing(sentence: str) -> None:
    assert not {"REQUEST", "CONCEDE"} & {*told(sentence)}


@pytest.mark.parametrize("deed", ["declined to comment", "refused to say why", "would not comment"])
def test_refused_words_reject_nothing(deed: str) -> None:
    assert told(f"Peruvian President Ana Rojas {deed}.") == []


def test_calls_for_something_are_no_telephone_calls() -> None:
    assert "CONSULT" not in told("Chilean President Ana Rojas joined the calls to delay the vote.")
    assert "CONSULT" in told("Ana Rojas held a call with Kenyan President Tom Okoye.")


def test_what_one_without_office_thinks_of_a_plan_is_no_public_act() -> None:
    assert told("Ana Rojas supports the plan.") == []
    assert told("Ana Rojas supports Kenya.") == ["SUPPORT"]


def test_who_beats_a_state_wins_a_match() -> None:
    assert told("The striker scored twice as Peru beat Chile in the qualifier.") == []
    assert told("Chilean police beat the protesters in Arica.") == ["ASSAULT"]
