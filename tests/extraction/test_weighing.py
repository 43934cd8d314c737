"""What a model of deeds decides, on trees in one line and a model that says one thing."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

import pytest

from communique.language.deeds import ROOTS
from tests.extraction.grounds import actor, events, ground

WHO = (actor("Kenya", "state", "KEN"), actor("Peru", "state", "PER"))


@dataclass(frozen=True)
class Says:
    """A model that gives one root a chance and the rest of it to the others."""

    root: str
    chance: float

    def roots(self, source: Collection[int], target: Collection[int]) -> Mapping[str, float]:
        rest = (1 - self.chance) / (len(ROOTS) - 1)
        return {root: self.chance if root == self.root else rest for root in ROOTS}


def told(verb: str, deeds: Says | None) -> list[str]:
    lines = f"Kenya/NNP/nsubj/2 {verb}/VBD/root/0 Peru/NNP/obj/2 ././punct/2"
    on = ground(lines, WHO)
    return [e.type for e in events(replace(on, text=replace(on.text, deeds=deeds)))]


@pytest.mark.parametrize(
    ("deeds", "types"),
    [
        (None, []),
        (Says("ACCUSE", 0.99), ["ACCUSE"]),
        (Says("YIELD", 0.99), ["CONCEDE"]),
        (Says("ACCUSE", 0.6), []),
    ],
)
def test_a_verb_without_a_trigger_tells_what_the_model_is_sure_of(
    deeds: Says | None, types: list[str]
) -> None:
    assert told("lampooned|lampoon", deeds) == types


def test_no_model_makes_a_deed_of_a_verb_of_being() -> None:
    assert told("resembled|resemble", None) == told("became|become", Says("ACCUSE", 0.99)) == []


def test_of_two_types_of_one_word_the_likelier_is_told() -> None:
    assert told("released|release", Says("YIELD", 0.9)) == ["RETREAT"]
    assert told("extradited|extradite", Says("COERCE", 0.9)) == ["COERCE"]


CURFEW = (
    "Kenya/NNP/nsubj/2 ordered|order/VBD/root/0 a/DT/det/4 curfew/NN/obj/2 in/IN/case/6 "
    "Peru/NNP/nmod/4 ././punct/2"
)


@pytest.mark.parametrize(
    ("deeds", "types"),
    [
        (None, ["COERCE"]),
        (Says("SANCTION", 0.9), ["SANCTION"]),
        (Says("SANCTION", 0.5), ["COERCE"]),
        (Says("PROTEST", 0.9), ["COERCE"]),
    ],
)
def test_another_type_of_the_same_word_stands_where_the_model_is_sure(
    deeds: Says | None, types: list[str]
) -> None:
    on = ground(CURFEW, WHO)
    assert [e.type for e in events(replace(on, text=replace(on.text, deeds=deeds)))] == types


def test_an_event_of_another_type_says_why() -> None:
    on = ground(CURFEW, WHO)
    (event,) = events(replace(on, text=replace(on.text, deeds=Says("SANCTION", 0.9))))
    assert "the model of deeds gives that type a chance of 0.90" in event.evidence.why
