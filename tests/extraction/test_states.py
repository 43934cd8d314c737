import pytest

from tests.extraction.plain import read

SUBJECT = "/PROPN/nsubj/2"


@pytest.mark.parametrize(
    ("sentence", "words", "state"),
    [
        ("Chile signed.", "Chile", "Chile"),
        ("the Chilean government signed", "the Chilean government", "Chile"),
        ("senior Chilean officials signed", "Chilean officials", "Chile"),
        ("the Chilean side signed", "the Chilean side", "Chile"),
        ("Ottawa/PROPN/nsubj/2 signed/VERB/root/0 it.", "Ottawa", "Canada"),
        ("the Kremlin/PROPN/nsubj/3 said/VERB/root/0", "Kremlin", "Russia"),
        ("talks between Ottawa and Lima", "Lima", "Peru"),
        ("Ottawa-Lima cooperation", "Ottawa", "Canada"),
        ("Chile-Peru relations", "Peru", "Peru"),
        ("Franco-German talks", "Franco", "France"),
        ("Chilean-Peruvian talks", "Peruvian", "Peru"),
        ("officials in Ottawa and Lima", "Lima", "Peru"),
        ("the Norwegians signed", "Norwegians", "Norway"),
        ("new US sanctions", "US", "United States"),
    ],
)
def test_words_that_stand_for_a_state(sentence: str, words: str, state: str) -> None:
    found = read(sentence)
    assert found.who(words) == state
    assert found.actor(state).type == "state"


@pytest.mark.parametrize(
    "sentence",
    [
        "Chilean media reported it.",
        "the talks/NOUN/root/0 in/ADP/case/4 Ottawa/PROPN/nmod/2",
        "rain in Chile",
        "the city of Lima",
        "Ottawa airport",
        "They flew/VERB/root/0 to/ADP/case/4 Ottawa/PROPN/obl/2",
        "OSLO, May 3 (Reuters) -",
        "South American talks",
        "an accord for Indo-China",
    ],
)
def test_words_that_do_not(sentence: str) -> None:
    assert not read(sentence).names("state")


def test_a_state_is_one_actor_however_it_is_named() -> None:
    found = read(
        "Ottawa/PROPN/nsubj/2 signed/VERB/root/0\nthe Canadian government agreed\nCanada met"
    )
    assert found.names("state") == ["Canada"]
    assert found.actor("Canada").aliases == ("Ottawa",)
    assert found.actor("Canada").country == "CAN"


def test_a_state_inside_a_title_is_no_mention() -> None:
    found = read("President of Chile Ana Rojas met them.", "Ana Rojas")
    assert found.names() == ["Ana Rojas"]


def test_a_state_inside_a_longer_name_is_no_mention() -> None:
    found = read("The Bank of Chile met.", ("Bank of Chile", "organization"))
    assert found.names("state") == []


def test_a_capital_is_of_the_state_of_its_time() -> None:
    found = read(
        "Soviet Foreign Minister Ana Petrova met them.\nMoscow/PROPN/nsubj/2 agreed/VERB/root/0",
        "Ana Petrova",
    )
    assert found.names("state") == ["Soviet Union"]
