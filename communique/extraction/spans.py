"""How stretches of characters lie to each other."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from communique.model.text import Span

Thing = TypeVar("Thing")

SAME = 0.8
"""Two stretches are as good as the same when they share this part of the longer one."""
BLOCK = 256
"""Characters that `Nearby` looks at together."""


def overlap(left: Span, right: Span) -> bool:
    """Whether they share a character."""
    return left.start < right.end and right.start < left.end


def touches(span: Span, others: Iterable[Span]) -> bool:
    """Whether a stretch shares a character with any of the others."""
    return any(overlap(span, other) for other in others)


def within(span: Span, others: Iterable[Span]) -> bool:
    """Whether any of the others holds all of a stretch."""
    return any(other.start <= span.start and span.end <= other.end for other in others)


def alike(left: Span, right: Span) -> bool:
    """Whether they are as good as the same."""
    shared = min(left.end, right.end) - max(left.start, right.start)
    return shared >= SAME * max(left.end - left.start, right.end - right.start)


class Nearby(Generic[Thing]):
    """Things by where their stretches lie, so that a long report is not searched for each."""

    def __init__(self, things: Iterable[tuple[Thing, Iterable[Span]]]) -> None:
        self._things: list[Thing] = []
        self._blocks: dict[int, set[int]] = {}
        for number, (thing, spans) in enumerate(things):
            self._things.append(thing)
            for block in _blocks(spans):
                self._blocks.setdefault(block, set()).add(number)

    def to(self, *spans: Span) -> list[Thing]:
        """In their order, all that share a character with one of some stretches or lie right beside
        it, and some that are only near."""
        numbers = {n for block in _blocks(spans) for n in self._blocks.get(block, ())}
        return [self._things[n] for n in sorted(numbers)]


def _blocks(spans: Iterable[Span]) -> set[int]:
    ends = ((span.start // BLOCK, span.end // BLOCK) for span in spans)
    return {n for first, last in ends for n in range(first - 1, last + 2)}
