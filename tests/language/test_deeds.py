"""What is done to whom, by the model as it ships, on sentences of our own."""

import pytest

from communique.language.deeds import ROOTS
from communique.language.reader import load
from communique.model.text import Text

SENTENCES = [
    ("CONSULT", "The governor of Amber met the envoy of Birkland.", "governor", "envoy"),
    ("ACCUSE", "The harbour council sharply condemned the fishing league.", "council", "league"),
    ("YIELD", "The islanders released the Birkish sailors on Friday.", "islanders", "sailors"),
    ("COERCE", "Police in Amber detained three sailors on Friday.", "Police", "sailors"),
    ("REJECT", "The council refused to lift the ban on the league.", "council", "league"),
    ("AGREE", "The council agreed to lift the ban on the league.", "council", "league"),
    ("ASSAULT", "Gunmen attacked the lighthouse guards.", "Gunmen", "guards"),
    ("REQUEST", "The mayor asked the league to send boats.", "mayor", "league"),
    ("AID", "The league sent food and blankets to the islanders.", "league", "islanders"),
]


def read(chars: str) -> Text:
    return load().read(chars, [(0, len(chars))])


def roots(text: Text, source: str, target: str) -> dict[str, float]:
    words = [text.word(i) for i in range(len(text.tokens))]
    assert text.deeds is not None
    return dict(text.deeds.roots([words.index(source)], [words.index(target)]))


@pytest.mark.parametrize(("root", "sentence", "source", "target"), SENTENCES)
def test_the_root_of_a_plain_deed(root: str, sentence: str, source: str, target: str) -> None:
    found = roots(read(sentence), source, target)
    assert max(found, key=lambda name: found[name]) == root


def test_chances_of_all_roots_add_up_to_one() -> None:
    found = roots(read(SENTENCES[0][1]), "governor", "envoy")
    assert tuple(found) == ROOTS
    assert sum(found.values()) == pytest.approx(1)


def test_the_same_pair_has_the_same_answer() -> None:
    one, other = read(SENTENCES[1][1]), read(SENTENCES[1][1])
    assert roots(one, "council", "league") == roots(other, "council", "league")


def test_a_party_may_be_missing() -> None:
    text = read("The governor resigned on Monday.")
    assert text.deeds is not None
    found = text.deeds.roots([1], [])
    assert max(found, key=lambda name: found[name]) == "YIELD"
