"""Who is meant, by the model as it ships, on reports of our own writing."""

import pytest

from communique.language.reader import load
from communique.model.text import Chain, Text

REPORT = (
    "Ambassador Runa Tveit arrived in Port Amber on Monday. She met the governor, Carl Osei, "
    "at his residence. “I came to listen,” Tveit said.\n\n"
    "The Harbour Council said it would vote on Friday. Osei told reporters that he trusted "
    "the council."
)


@pytest.fixture(scope="module")
def text() -> Text:
    return load().read(REPORT, [(0, len(REPORT))])


def chain_of(text: Text, words: str, after: int = 0) -> Chain:
    at = text.chars.index(words, after)
    return next(c for c in text.chains if any(s.start <= at < s.end for s in c.mentions[:1]))


def told(text: Text, chain: Chain) -> list[str]:
    return [text.slice(span) for span in chain.mentions]


def test_a_name_its_short_form_and_its_pronouns_are_one(text: Text) -> None:
    found = told(text, chain_of(text, "Ambassador Runa"))
    assert {"She", "I", "Tveit"} <= set(found)


def test_two_people_stay_two(text: Text) -> None:
    found = told(text, chain_of(text, "the governor"))
    assert {"Osei", "he"} <= set(found)
    assert "She" not in found


def test_a_body_is_called_it_and_by_its_kind(text: Text) -> None:
    chain = chain_of(text, "The Harbour Council")
    assert {"it", "the council"} <= set(told(text, chain))
    assert chain.type == "organization"


def test_chains_have_types(text: Text) -> None:
    assert chain_of(text, "Ambassador Runa").type == "person"
    assert chain_of(text, "Port Amber").type == "place"


def test_every_mention_has_its_head_inside(text: Text) -> None:
    for chain in text.chains:
        for span, head in zip(chain.mentions, chain.heads, strict=True):
            assert span.start <= text.tokens[head].start < span.end


def test_no_mention_is_in_two_chains_and_chains_begin_in_order(text: Text) -> None:
    spans = [span for chain in text.chains for span in chain.mentions]
    assert len(spans) == len(set(spans))
    firsts = [chain.mentions[0].start for chain in text.chains]
    assert firsts == sorted(firsts)


def test_the_same_text_has_the_same_chains(text: Text) -> None:
    assert load().read(REPORT, [(0, len(REPORT))]).chains == text.chains


@pytest.mark.parametrize("chars", ["", " ", "!", "Rain.", "and or but"])
def test_texts_with_nothing_to_join(chars: str) -> None:
    found = load().read(chars, [(0, len(chars))]).chains
    assert all(len(chain.mentions) == 1 for chain in found)
