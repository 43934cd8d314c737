"""Whom words about harm are meant for: those who do it, never those who suffer it."""

from __future__ import annotations

import pytest

from tests.extraction.whole import reading

CASES = [
    ("“We reject the illegal sanctions against Chile,” Kenya said.", "REJECT", set()),
    ("Kenya rejected the accusations against Peru.", "REJECT", set()),
    ("Kenya rejected the Peruvian proposal.", "REJECT", {"Peru"}),
    ("Norway condemned the arrest of Rosa Quispe, a Peruvian editor.", "ACCUSE", set()),
    ("Norway condemned the Peruvian invasion of Chile.", "ACCUSE", {"Peru"}),
    ("Norway condemned the crimes of Peru.", "ACCUSE", {"Peru"}),
    ("Peru criticised Kenya's sanctions on Chile.", "ACCUSE", {"Kenya"}),
    ("Norway voiced concern over rocket attacks on Chilean soldiers.", "ACCUSE", set()),
    ("Norway filed a complaint against Peru.", "ACCUSE", {"Peru"}),
    ("Norway demanded an end to the violence against Chile.", "REQUEST", set()),
    ("Kenya imposed sanctions against Mali.", "COERCE", {"Mali"}),
    ("Kenya lifted the sanctions on Mali.", "CONCEDE", {"Mali"}),
]


@pytest.mark.parametrize(("sentence", "kind", "whom"), CASES, ids=[c[0] for c in CASES])
def test_who_suffers_is_not_who_is_meant(sentence: str, kind: str, whom: set[str]) -> None:
    read = reading(sentence, "2023-06-13")
    (event,) = [event for event in read.events if event.type == kind]
    assert {read.actors[one].name for one in event.recipients} == whom


ASKED = [
    ("Chile demanded that the rebels withdraw from Peru.", {"rebels"}),
    ("Chile demanded that Kenya withdraw its troops from Peru.", {"Kenya"}),
    ("Chile demanded an apology from Peru.", {"Peru"}),
]


@pytest.mark.parametrize(("sentence", "whom"), ASKED, ids=[c[0] for c in ASKED])
def test_who_is_to_act_is_asked(sentence: str, whom: set[str]) -> None:
    read = reading(sentence, "2023-06-13")
    (event,) = [event for event in read.events if event.type == "REQUEST"]
    assert {read.actors[one].name for one in event.recipients} == whom


def test_all_between_whom_something_is_are_meant() -> None:
    read = reading("Norway welcomed the agreement between Kenya and Peru.", "2023-06-13")
    (event,) = [event for event in read.events if event.type == "SUPPORT"]
    assert {read.actors[one].name for one in event.recipients} == {"Kenya", "Peru"}


def test_who_brokered_a_truce_is_not_who_is_supported() -> None:
    read = reading("The truce, brokered by Norway, was signed by Kenya and Peru.", "2023-06-13")
    assert [event.recipients for event in read.events if event.type == "SUPPORT"] == [()]
