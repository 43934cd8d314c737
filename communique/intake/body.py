"""Where in a report its body stands: from which line to which."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

from communique.intake import headline
from communique.intake.datelines import find_dateline
from communique.intake.items import Item, is_paragraph, is_short_sentence
from communique.intake.lines import Line

TAIL = MappingProxyType({"comment": 0.5, "tags": 0.9, "navigation": 0.85, "notice": 0.85})
"""The share of a report's prose that must stand above the head of a list, for all below it to
belong to it: readers' comments are long, the article goes on below a box of related stories."""


LOSS = 5
"""What a line that is no prose takes from a stretch of prose, in words."""
SHORT = 8
"""The words of a paragraph that add nothing: teasers of other stories are little longer."""
NEAR = 4
"""Lines that may stand between two paragraphs of one article: buttons, a picture, a heading."""


def body_range(items: Sequence[Item], known: str | None) -> tuple[int, int]:
    """The first line of the body and the line after its last; equal when there is no body."""
    prose = [n for n, item in enumerate(items) if item.free and is_paragraph(item.line)]
    if not prose:
        return len(items), len(items)
    prose = _densest(items, prose)
    first = _first_paragraph(items, prose, known)
    prose = [n for n in prose if n >= first]
    end = _tail_start(items, prose)
    inside = [n for n in prose if n < end]
    last = inside[-1] + 1 if inside else first
    while last < end and items[last].free and is_short_sentence(items[last].line):
        last += 1
    return first, last


def _densest(items: Sequence[Item], prose: Sequence[int]) -> list[int]:
    """The prose of the stretch that holds most of it: each paragraph adds its words, each other
    line in between takes some away (the greatest sum of a stretch, after Bentley)."""
    words = {n: min(len(items[n].line.words), 50) - SHORT for n in prose}
    best = total = 0.0
    begin, bounds = 0, (0, len(items))
    for number in range(len(items)):
        total += words.get(number, -LOSS)
        if total > best:
            best, bounds = total, (begin, number + 1)
        if total <= 0:
            total, begin = 0.0, number + 1
    inside = [n for n in prose if bounds[0] <= n < bounds[1]] or list(prose)
    before = [n for n in prose if n < inside[0]]
    after = [n for n in prose if n > inside[-1]]
    while before and inside[0] - before[-1] <= NEAR + 1:
        inside.insert(0, before.pop())
    while after and after[0] - inside[-1] <= NEAR + 1:
        inside.append(after.pop(0))
    return inside


def _first_paragraph(items: Sequence[Item], prose: Sequence[int], known: str | None) -> int:
    """The first line of prose, unless it is a headline that ends as a sentence does."""
    free = [n for n, item in enumerate(items) if item.free]
    first = prose[0]
    line = items[first].line
    if len(prose) > 1 and known and headline.same(line, Line(0, len(known), known)):
        return prose[1]
    if (
        len(prose) > 1
        and not known
        and first == free[0]
        and _may_be_headline(line, items[prose[1]].line)
    ):
        return prose[1]
    repeated = any(headline.same(items[n].line, line) for n in free if n != first)
    if len(prose) > 1 and repeated and len(line.words) <= headline.LONGEST:
        return next((n for n in prose if not headline.same(items[n].line, line)), first)
    return first


def _may_be_headline(line: Line, following: Line) -> bool:
    """Whether the first line of a report, though it ends as a sentence, is its headline: short, no
    dateline before it, and no more than two thirds of the paragraph below it."""
    short = len(line.words) <= 16 or (len(line.words) <= 24 and not line.flat.endswith("."))
    return (
        short
        and find_dateline(line.flat) is None
        and (3 * len(line.words) <= 2 * len(following.words) or not line.flat.endswith("."))
    )


def _tail_start(items: Sequence[Item], prose: Sequence[int]) -> int:
    """The line from which all is comment form, related stories and the like: the first that opens
    a list with less of the report's prose below it than above it."""
    total = sum(len(items[n].line.flat) for n in prose)
    for number, item in enumerate(items):
        if number <= prose[0] or item.hit is None or not item.hit.opens:
            continue
        above = sum(len(items[n].line.flat) for n in prose if n < number)
        share = above / total
        if share >= TAIL[item.hit.kind]:
            return number
    return len(items)
