"""A report's lines, labelled: headline, dateline, byline, body, and what the site put around them.

Nothing is taken away: every line that holds anything is in a segment, in order, and only those
that hold prose are read. Lines are told apart first by themselves (`labels`), then by where they
stand: above the body, in it, or below it.
"""

from __future__ import annotations

from collections.abc import Sequence

from communique.intake import headline
from communique.intake.body import body_range
from communique.intake.datelines import find_dateline
from communique.intake.edges import glued_head
from communique.intake.items import (
    SENTENCE,
    Identify,
    Item,
    is_paragraph,
    is_prose,
    is_short_sentence,
    items_of,
)
from communique.intake.lines import Line, paragraphs
from communique.model.report import Segment

__all__ = ["Identify", "segment"]


def segment(
    text: str, *, title: str | None = None, identify: Identify | None = None
) -> tuple[Segment, ...]:
    """The segments of a report, in order; kinds as in `model.report.SEGMENT_KINDS`.

    `title` is the headline where the source gives it apart from the text. `identify` tells the
    language of a line; without it no line is put aside for its language.
    """
    items = items_of(text, identify)
    first, last = body_range(items, title)
    _label_head(items, first, last, title)
    _label_body(items, first, last)
    _label_tail(items, last)
    return tuple(_segments(items))


# --- above the body ------------------------------------------------------------------------------


def _label_head(items: Sequence[Item], first: int, last: int, known: str | None) -> None:
    head = items[:first]
    free = [item for item in head if item.free]
    below = [item.line for item in items[first:last] if item.free]
    chosen = headline.choose([item.line for item in free], below, known)
    if chosen is None and not free:
        # A headline may begin with a word that links begin with, as "Watch: …" does.
        free = [i for i in head[:3] if i.hit and not i.hit.whole and len(i.line.words) >= 5]
        chosen = headline.choose([item.line for item in free], below, known)
    seen = False
    for item in head:
        if chosen is not None and item.line is chosen:
            item.kind, item.hit, seen = "title", None, True
        elif item.hit is not None:
            item.kind = _own_kind(item)
        elif item.foreign:
            item.kind = "other"
        else:
            item.kind = _near_headline(item.line, chosen, below=seen)


def _near_headline(line: Line, chosen: Line | None, *, below: bool) -> str:
    """What an unlabelled line above the body is: the headline again, a line above or under it, a
    name, or something of the site's."""
    if chosen is not None and headline.same(line, chosen):
        return "other"
    if line.flat.endswith(":") and len(line.words) <= 6:
        return "kicker"
    if (below or chosen is None) and (is_prose(line) or line.flat.endswith(":")):
        return "body"
    if below and 2 <= len(line.words) <= 4 and all(w[0].isupper() for w in line.words):
        return "byline"
    if below and len(line.words) >= SENTENCE:
        return "kicker"
    return "other"


def _own_kind(item: Item) -> str:
    """The kind that the line's own signs give. A caption that only names its photographer is a
    credit."""
    assert item.hit is not None
    if item.hit.kind == "caption" and len(item.line.words) < 7:
        return "credit"
    return item.hit.kind


# --- the body and what stands below it -----------------------------------------------------------


def _label_body(items: Sequence[Item], first: int, last: int) -> None:
    listing: str | None = None
    for number in range(first, last):
        item = items[number]
        if item.hit is not None:
            item.kind = _own_kind(item)
            listing = item.kind if item.hit.opens else None
        elif item.foreign:
            item.kind = "other"
        elif is_paragraph(item.line) or (listing is None and _goes_on(items, number, last)):
            item.kind, listing = "body", None
        else:
            item.kind = listing or "other"


def _goes_on(items: Sequence[Item], number: int, last: int) -> bool:
    """Whether a short line inside the body belongs to its prose: a short sentence, an
    announcement ("He said:"), an item of a list, or the broken half of a sentence."""
    line = items[number].line
    count = len(line.words)
    if is_short_sentence(line):
        return True
    if line.flat.endswith((":", ",", ";", "-", "–", "—")) and count >= 2:
        return number + 1 < last
    if line.flat[0] in '"“‘«' and count >= 3:
        return True
    if line.flat[0] in "•·-*–▪●" and count >= SENTENCE:
        return True
    small = sum(word[0].islower() for word in line.words)
    return small == count >= SENTENCE or (count >= 12 and 2 * small >= count)


def _label_tail(items: Sequence[Item], last: int) -> None:
    listing = "other"
    for item in items[last:]:
        if item.kind is not None:
            continue
        if item.hit is not None:
            item.kind = _own_kind(item)
            if item.hit.opens:
                listing = item.kind
        elif item.foreign:
            item.kind = "other"
        else:
            item.kind = listing


# --- segments ------------------------------------------------------------------------------------


def _segments(items: Sequence[Item]) -> list[Segment]:
    words = frozenset(word for item in items for word in item.line.words)
    found: list[Segment] = []
    bodies = 0
    for item in items:
        kind = item.kind or "other"
        if kind == "title":
            found.extend(_title(item.line, words))
        elif kind == "body":
            found.extend(_paragraph(item.line, words, first=bodies < 2))
            bodies += 1
        else:
            found.append(Segment(kind, item.line.start, item.line.end))
    return found


def _title(line: Line, words: frozenset[str]) -> list[Segment]:
    """The headline, with a section's name glued to its head and the site's name behind it."""
    head = glued_head(line.flat, words)
    length, site = headline.split_site(line.flat)
    parts = [("other", 0, head), ("title", head, length)]
    if site is not None:
        parts.append(("credit", length, len(line.flat)))
    cuts = [(kind, line.cut(line.start + a, line.start + b)) for kind, a, b in parts]
    return [Segment(kind, part.start, part.end) for kind, part in cuts if part]


def _paragraph(line: Line, words: frozenset[str], *, first: bool) -> list[Segment]:
    """The segments of a paragraph: what is glued to its head, its dateline, its prose."""
    found: list[Segment] = []
    start = line.start + glued_head(line.flat, words)
    if start > line.start:
        found.append(Segment("other", line.start, start))
    prose = line.cut(start, line.end)
    return [*found, *_datelined(prose, first=first)] if prose else found


def _datelined(prose: Line, *, first: bool) -> list[Segment]:
    """A paragraph, its dateline apart where it opens with one."""
    dateline = find_dateline(prose.flat, first=first)
    if dateline is None:
        return [Segment("body", prose.start, prose.end)]
    head = prose.flat[: dateline.length].rstrip()
    line = Segment("dateline", prose.start, prose.start + len(head))
    rest = prose.cut(prose.start + dateline.length, prose.end)
    return [line, Segment("body", rest.start, rest.end)] if rest else [line]


def clean_segments(text: str) -> tuple[Segment, ...]:
    """The paragraphs of clean prose, the dateline at its head apart."""
    found: list[Segment] = []
    for line in paragraphs(text):
        lined = any(s.kind == "dateline" for s in found)
        found += (
            [Segment("body", line.start, line.end)] if lined else _datelined(line, first=not found)
        )
    return tuple(found)
