"""Whom a mention means by the reader's chains."""

import pytest

from communique.extraction.cast import Draft
from communique.extraction.joined import Joined
from communique.model.text import Chain, Span, Text

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
