"""How stretches of characters lie to each other."""

from __future__ import annotations

from collections.abc import Iterable

from communique.model.text import Span

SAME = 0.8
"""Two stretches are as good as the same when they share this part of the longer one."""


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
