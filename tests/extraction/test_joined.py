"""Whom a mention means by the reader's chains."""

from dataclasses import replace

import pytest

from communique.extraction.cast import Draft
from communique.extraction.joined import Joined, with_joined
from communique.model.text import Chain, Span, Text
from tests.extraction.trees import actor, mention, span, tree

PERSON = frozenset({"person"})


def joined(*chains: tuple[int, ...]) -> Joined:
    made = tuple(Chain("person", tuple(Span(h, h + 1) for h in heads), heads) for heads in chains)
    return Joined.of(Text("", chains=made))


def test_the_actor_of_a_chain_is_found_from_any_of_its_mentions() -> None:
    birk, found = Draft("person", "Ada Birk"), joined((0, 4, 9), (2, 6))
    found.note(4, birk)
    assert found.draft(9, PERSON) is birk
    assert found.draft(0, PERSON) is birk
    assert found.draft(6, PERSON) is None


def test_a_mention_is_not_its_own_witness() -> None:
    found = joined((0, 4))
    found.note(4, Draft("person", "Ada Birk"))
    assert found.draft(4, PERSON) is None


def test_a_chain_of_several_people_tells_nothing() -> None:
    found = joined((0, 4, 9))
    found.note(0, Draft("person", "Ada Birk"))
    found.note(4, Draft("person", "Ines Roe"))
    assert found.draft(9, PERSON) is None


@pytest.mark.parametrize("kind", ["state", "organization", "group"])
def test_actors_of_another_type_do_not_count(kind: str) -> None:
    found = joined((0, 4))
    found.note(0, Draft(kind, "Port Amber"))
    assert found.draft(4, PERSON) is None


def test_the_first_actor_at_a_head_stays() -> None:
    birk, found = Draft("person", "Ada Birk"), joined((0, 4))
    found.note(0, birk)
    found.note(0, Draft("person", "Ines Roe"))
    found.note(None, Draft("person", "Nobody"))
    assert found.draft(4, PERSON) is birk


def test_of_two_chains_with_one_head_the_longer_counts() -> None:
    birk, found = Draft("person", "Ada Birk"), joined((0, 4, 9), (0, 2))
    found.note(4, birk)
    assert found.draft(0, PERSON) is birk


def test_a_word_in_no_chain_means_nobody() -> None:
    assert joined((0, 4)).draft(7, PERSON) is None


@pytest.mark.parametrize(
    ("words", "wanted"),
    [("The envoy", "Ada Birk"), ("the river", None), ("envoys", None), ("Roe", "Ines Roe")],
)
def test_a_chain_joins_descriptions_of_people_only(words: str, wanted: str | None) -> None:
    text = tree(
        "Ada/PROPN/2/flat Birk/PROPN/3/nsubj met/VERB/0/root Ines/PROPN/5/flat Roe/PROPN/3/obj\n"
        "The/DET/2/det envoy/NOUN/3/nsubj saw/VERB/0/root the/DET/5/det river/NOUN/3/obj "
        "and/CCONJ/7/cc envoys|envoy/NOUN/5/conj\n"
        "Roe/PROPN/2/nsubj left/VERB/0/root"
    )
    people = (actor("Ada Birk"), actor("Ines Roe"))
    known = (mention(text, "Ada Birk", 0), mention(text, "Ines Roe", 1))
    start, end = span(text, words, words == "Roe")
    head = text.head_of(start, end)
    named = text.head_of(*span(text, "Ines Roe" if words == "Roe" else "Ada Birk"))
    assert head is not None
    assert named is not None
    chain = Chain("person", (Span(0, 1), Span(start, end)), (named, head))
    _, mentions = with_joined(replace(text, chains=(chain,)), people, known)
    found = [people[m.actor].name for m in mentions if (m.start, m.end) == (start, end)]
    assert found == ([wanted] if wanted else [])
