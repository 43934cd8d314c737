"""Candidate mentions, on trees of our own."""

import pytest

from communique.language.mentions import APPOSED, CORE, JOINED, NAME, find
from communique.model.text import Text
from tests import build


def told(text: Text) -> list[tuple[str, int]]:
    return [
        (text.chars[text.tokens[m.first].start : text.tokens[m.last].end], m.kind)
        for m in find(text)
    ]


CASES = {
    "a noun phrase keeps what modifies it, not its preposition": (
        "On/ADP/case/3 the/DET/det/3 ship/NOUN/obl/6 of/ADP/case/5 Birk/PROPN/nmod/3 "
        "slept/VERB/root/0 she/PRON/nsubj/6",
        [("the ship of Birk", CORE), ("Birk", CORE), ("she", CORE)],
    ),
    "a relative clause belongs to its noun": (
        "Envoys/NOUN/nsubj/4 who/PRON/nsubj/3 sailed/VERB/acl:relcl/1 slept/VERB/root/0",
        [("Envoys who sailed", CORE), ("who", CORE)],
    ),
    "what 'and' joins makes a mention of its own": (
        "Birk/PROPN/nsubj/4 and/CCONJ/cc/3 Roe/PROPN/conj/1 slept/VERB/root/0",
        [("Birk and Roe", JOINED), ("Birk", CORE), ("Roe", CORE)],
    ),
    "so does an apposition": (
        "Birk/PROPN/nsubj/5 ,/PUNCT/punct/4 the/DET/det/4 envoy/NOUN/appos/1 slept/VERB/root/0",
        [("Birk, the envoy", APPOSED), ("Birk", CORE), ("the envoy", CORE)],
    ),
    "a predicate leaves its subject and its clause outside": (
        "Birk/PROPN/nsubj/4 was/AUX/cop/4 our/PRON/nmod:poss/4 envoy/NOUN/root/0 then/ADV/advmod/4",
        [("Birk", CORE), ("our envoy", CORE), ("our", CORE)],
    ),
    "adjectives and numbers inside a phrase are none": (
        "Two/NUM/nummod/3 old/ADJ/amod/3 ships/NOUN/nsubj/4 sank/VERB/root/0",
        [("Two old ships", CORE)],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_mentions_are_whole_phrases(case: str) -> None:
    sentence, wanted = CASES[case]
    assert told(build.text(sentence)) == wanted


def test_a_name_inside_a_phrase_is_one_too() -> None:
    sentence = "Port/PROPN/compound/3 Amber/PROPN/flat/1 pilots/NOUN/nsubj/4 slept/VERB/root/0"
    found = told(build.text(sentence, names=[("Port Amber", "place")]))
    assert ("Port Amber", CORE) in found or ("Port Amber", NAME) in found


@pytest.mark.parametrize("kind", ["date", "money", "nationality"])
def test_names_of_no_actor_are_none(kind: str) -> None:
    sentence = "Old/ADJ/amod/3 May/PROPN/flat/3 pilots/NOUN/nsubj/4 slept/VERB/root/0"
    assert [m.kind for m in find(build.text(sentence, names=[("May", kind)]))] == [CORE]


def test_a_bracket_that_opens_is_closed() -> None:
    sentence = (
        "The/DET/det/2 Guild/PROPN/nsubj/6 (/PUNCT/punct/4 TG/PROPN/dep/2 )/PUNCT/punct/4 "
        "slept/VERB/root/0"
    )
    assert ("The Guild (TG)", CORE) in told(build.text(sentence))


def test_a_text_without_words_has_none() -> None:
    assert find(Text("")) == []
