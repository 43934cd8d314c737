"""This pair must rank above that one."""

import pytest

from communique.record.judge import EVENTS, PERSONS, explanations, weigh
from communique.record.link import link
from tests.build import judgement
from tests.record.small import holder

NAMES = {
    "the same name and office": (("Ana Ruiz", "PER", "envoy"), ("Ana Ruiz", "PER", "envoy")),
    "the same name": (("Ana Ruiz", "PER", "envoy"), ("Ana Ruiz", "PER", "judge")),
    "another spelling": (("Sergei Moroz", "RUS", "envoy"), ("Sergey Moroz", "RUS", "judge")),
    "a longer name": (("Ana Ruiz", "PER", "envoy"), ("Ana Eva Ruiz", "PER", "judge")),
    "the family name": (("Ana Ruiz", "PER", "envoy"), ("Ruiz", "PER", "judge")),
    "the family name alone": (("Ana Ruiz", "PER", "envoy"), ("Ruiz", None, None)),
    "another country": (("Ana Ruiz", "PER", "envoy"), ("Ana Ruiz", "ESP", "judge")),
}


def score(name: str) -> float:
    """What the signs make of a pair."""
    left, right = NAMES[name]
    found = link([holder(*left), holder(*right)]).judgements
    return max((j.score for j in found), default=0.0)


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("the same name", "another spelling"),
        ("another spelling", "a longer name"),
        ("a longer name", "the family name"),
        ("the family name", "the family name alone"),
        ("the family name", "another country"),
    ],
)
def test_the_better_pair_ranks_above(better: str, worse: str) -> None:
    assert score(better) > score(worse)


def test_a_score_is_the_sum_of_its_reasons() -> None:
    (found,) = link([holder(*pair) for pair in NAMES["another spelling"]]).judgements
    assert found.score == pytest.approx(sum(sign.weight for sign in found.why))
    assert all(sign.values for sign in found.why)


def test_every_sign_is_explained_in_a_sentence() -> None:
    assert all(text.endswith(".") for text in explanations().values())
    assert {sign.__name__ for sign, _ in (*PERSONS, *EVENTS)} <= set(explanations())


def test_nothing_in_common_weighs_nothing() -> None:
    assert weigh("a", "b", [(lambda left, right: None, 1.0)]) == (0.0, ())


def test_a_decision_is_part_of_the_record() -> None:
    decision = judgement("a/actor/0-1", "b/actor/0-1", by="ivana", at="2020-01-01")
    assert link([], [decision]).judgements == (decision,)
