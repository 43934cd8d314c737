"""A report's lines, labelled: headline, dateline, byline, body, and what the site put around them.

Nothing is taken away: every line that holds anything is in a segment, in order, and only those
that hold prose are read. Lines are told apart first by themselves (`labels`), then by where they
stand: above the body, in it, or below it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from communique.intake import headline
from communique.intake.datelines import find_dateline
from communique.intake.edges import cut_ends, glued_head
from communique.intake.labels import label
from communique.intake.lines import Line, split_lines
from communique.intake.phrases import Hit
from communique.model.report import Segment

Identify = Callable[[str], tuple[str, float]]
"""Text to the code of its language (ISO 639) and a score from 0 to 1."""

SENTENCE = 4
"""The words that a line which ends as a sentence does must have, to be prose by itself."""
LONG = 18
"""The words from which a line without a full stop is prose: headings are shorter."""
ENOUGH_LETTERS = 40
"""Below so many letters the language of a line cannot be told: py3langid took a third of English
headlines of under forty letters for another language."""
TAIL = MappingProxyType({"comment": 0.5, "tags": 0.9, "navigation": 0.85, "notice": 0.85})
"""The share of a report's prose that must stand above the head of a list, for all below it to
belong to it: readers' comments are long, the article goes on below a box of related stories."""
SURE = 0.9
"""The score from which the language of a line is believed."""


@dataclass
class _Item:
    line: Line
    hit: Hit | None = None
    kind: str | None = None
    foreign: bool = False

    @property
    def free(self) -> bool:
        """Whether no sign has told what the line is."""
        return self.hit is None and not self.foreign


def segment(
    text: str, *, title: str | None = None, identify: Identify | None = None
) -> tuple[Segment, ...]:
    """The segments of a report, in order; kinds as in `model.report.SEGMENT_KINDS`.

    `title` is the headline where the source gives it apart from the text. `identify` tells the
    language of a line; without it no line is put aside for its language.
    """
    items = [item for line in split_lines(text) for item in _items(line)]
    if identify is not None:
        _mark_foreign(items, identify)
    first, last = _body_range(items, title)
    _label_head(items, first, title)
    _label_body(items, first, last)
    _label_tail(items, last)
    return tuple(_segments(items))


def _items(line: Line) -> list[_Item]:
    """A line with its label; in parts where something is glued to the end of a paragraph."""
    hit = label(line)
    if hit is None or (not hit.whole and len(line.words) >= LONG):
        parts = [_Item(part, label(part)) for part in cut_ends(line)]
        if len(parts) > 1 and parts[0].hit is None:
            return parts
    return [_Item(line, hit)]


# --- prose ---------------------------------------------------------------------------------------


def is_prose(line: Line) -> bool:
    """Whether a line can be the article's own: sentences, or the first words of a quotation."""
    count = len(line.words)
    if count >= LONG:
        return not _is_list(line)
    return count >= SENTENCE and line.closed and not _is_list(line)


def _is_paragraph(line: Line) -> bool:
    """Whether a line is prose, or announces some behind a dateline."""
    if is_prose(line):
        return True
    dateline = find_dateline(line.flat) if len(line.words) > SENTENCE else None
    return dateline is not None and bool(dateline.agency or dateline.date)


def _is_list(line: Line) -> bool:
    """Names and headings one after another: hardly a word in small letters."""
    long_words = [word for word in line.words if len(word) > 1]
    small = sum(word[0].islower() for word in long_words)
    return len(long_words) >= 8 and small * 5 < len(long_words) and not line.closed


def _mark_foreign(items: Sequence[_Item], identify: Identify) -> None:
    """Mark the lines in another language than most of the report's words."""
    told: list[tuple[_Item, str]] = []
    weight: dict[str, int] = {}
    for item in items:
        if sum(character.isalpha() for character in item.line.flat) < ENOUGH_LETTERS:
            continue
        code, score = identify(item.line.flat)
        if score >= SURE:
            told.append((item, code))
            if item.hit is None:
                weight[code] = weight.get(code, 0) + len(item.line.flat)
    if not weight:
        return
    main = max(sorted(weight), key=lambda code: weight[code])
    for item, code in told:
        item.foreign = code != main and item.hit is None


# --- where the body stands -----------------------------------------------------------------------


def _body_range(items: Sequence[_Item], known: str | None) -> tuple[int, int]:
    """The first line of the body and the line after its last; equal when there is no body."""
    prose = [n for n, item in enumerate(items) if item.free and _is_paragraph(item.line)]
    if not prose:
        return len(items), len(items)
    first = _first_paragraph(items, prose, known)
    prose = [n for n in prose if n >= first]
    end = _tail_start(items, prose)
    inside = [n for n in prose if n < end]
    last = inside[-1] + 1 if inside else first
    while last < end and items[last].free and _is_short_sentence(items[last].line):
        last += 1
    return first, last


def _first_paragraph(items: Sequence[_Item], prose: Sequence[int], known: str | None) -> int:
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


def _tail_start(items: Sequence[_Item], prose: Sequence[int]) -> int:
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


# --- above the body ------------------------------------------------------------------------------


def _label_head(items: Sequence[_Item], first: int, known: str | None) -> None:
    head = items[:first]
    free = [item for item in head if item.free]
    below = [item.line for item in items[first:] if item.free]
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
    if chosen is not None and len(line.words) >= SENTENCE:
        return "kicker"
    return "other"


def _own_kind(item: _Item) -> str:
    """The kind that the line's own signs give. A caption that only names its photographer is a
    credit."""
    assert item.hit is not None
    if item.hit.kind == "caption" and len(item.line.words) < 7:
        return "credit"
    return item.hit.kind


# --- the body and what stands below it -----------------------------------------------------------


def _label_body(items: Sequence[_Item], first: int, last: int) -> None:
    listing: str | None = None
    for number in range(first, last):
        item = items[number]
        if item.hit is not None:
            item.kind = _own_kind(item)
            listing = item.kind if item.hit.opens else None
        elif item.foreign:
            item.kind = "other"
        elif _is_paragraph(item.line) or (listing is None and _goes_on(items, number, last)):
            item.kind, listing = "body", None
        else:
            item.kind = listing or "other"


def _is_short_sentence(line: Line) -> bool:
    return (
        len(line.words) >= 2 and line.closed and any(word[0].islower() for word in line.words[1:])
    )


def _goes_on(items: Sequence[_Item], number: int, last: int) -> bool:
    """Whether a short line inside the body belongs to its prose: a short sentence, an
    announcement ("He said:"), an item of a list, or the broken half of a sentence."""
    line = items[number].line
    count = len(line.words)
    if _is_short_sentence(line):
        return True
    if line.flat.endswith((":", ",", ";", "-", "–", "—")) and count >= 2:
        return number + 1 < last
    if line.flat[0] in '"“‘«' and count >= 3:
        return True
    if line.flat[0] in "•·-*–▪●" and count >= SENTENCE:
        return True
    small = sum(word[0].islower() for word in line.words)
    return small == count >= SENTENCE or (count >= 12 and 2 * small >= count)


def _label_tail(items: Sequence[_Item], last: int) -> None:
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


def _segments(items: Sequence[_Item]) -> list[Segment]:
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
    dateline = find_dateline(prose.flat, first=first) if prose else None
    if prose and dateline:
        head = prose.flat[: dateline.length].rstrip()
        found.append(Segment("dateline", prose.start, prose.start + len(head)))
        prose = prose.cut(prose.start + dateline.length, prose.end)
    return [*found, Segment("body", prose.start, prose.end)] if prose else found
