"""How stretches of characters lie to each other."""

import pytest

from communique.extraction.spans import BLOCK, Nearby
from communique.model.text import Span

THINGS = (
    ("late", [Span(9000, 9010)]),
    ("wide", [Span(10, 9005)]),
    ("two", [Span(0, 5), Span(5, 9)]),
)


@pytest.mark.parametrize(
    ("span", "near"),
    [
        (Span(9002, 9003), ["late", "wide"]),
        (Span(9010, 9012), ["late", "wide"]),
        (Span(3, 6), ["wide", "two"]),
        (Span(4000, 4001), ["wide"]),
        (Span(20 * BLOCK * 10, 20 * BLOCK * 10 + 1), []),
    ],
)
def test_what_is_near_is_told_in_its_order_and_once(span: Span, near: list[str]) -> None:
    assert Nearby(THINGS).to(span) == near


def test_near_several_stretches_is_what_is_near_any() -> None:
    assert Nearby(THINGS).to(Span(0, 1), Span(9002, 9003)) == ["late", "wide", "two"]
    assert Nearby(THINGS).to() == []
