"""The lines of a report with what their own signs say, and which of them can be prose."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from communique.intake.datelines import find_dateline
from communique.intake.edges import cut_ends
from communique.intake.labels import label
from communique.intake.lines import Line, split_lines
from communique.intake.phrases import Hit

Identify = Callable[[str], tuple[str, float]]
"""Text to the code of its language (ISO 639) and a score from 0 to 1."""

SENTENCE = 4
"""The words that a line which ends as a sentence does must have, to be prose by itself."""
LONG = 18
"""The words from which a line without a full stop is prose: headings are shorter."""
ENOUGH_LETTERS = 40
"""Below so many letters the language of a line cannot be told: py3langid took a third of English
headlines of under forty letters for another language."""
SURE = 0.9
"""The score from which the language of a line is believed."""


@dataclass
class Item:
    """A line and what is known of it: what its signs say, its kind once that is settled, and
    whether it is in another language than the report."""

    line: Line
    hit: Hit | None = None
    kind: str | None = None
    foreign: bool = False

    @property
    def free(self) -> bool:
        """Whether no sign has told what the line is."""
        return self.hit is None and not self.foreign


def items_of(text: str, identify: Identify | None) -> list[Item]:
    """The lines of a report, in parts where something is glued to the end of a paragraph."""
    items = [item for line in split_lines(text) for item in _parts(line)]
    if identify is not None:
        _mark_foreign(items, identify)
    return items


def _parts(line: Line) -> list[Item]:
    """A line with its label; in parts where something is glued to the end of a paragraph."""
    hit = label(line)
    if hit is None or (not hit.whole and len(line.words) >= LONG):
        parts = [Item(part, label(part)) for part in cut_ends(line)]
        if len(parts) > 1 and parts[0].hit is None:
            return parts
    return [Item(line, hit)]


def _mark_foreign(items: Sequence[Item], identify: Identify) -> None:
    """Mark the lines in another language than most of the report's words."""
    told: list[tuple[Item, str]] = []
    weight: dict[str, int] = {}
    for item in items:
        if sum(map(str.isalpha, item.line.flat)) < ENOUGH_LETTERS:
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


def is_prose(line: Line) -> bool:
    """Whether a line can be the article's own: sentences, or the first words of a quotation."""
    count = len(line.words)
    if count >= LONG:
        return not _is_list(line)
    return count >= SENTENCE and line.closed and not _is_list(line)


def is_paragraph(line: Line) -> bool:
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


def is_short_sentence(line: Line) -> bool:
    """Whether a line of few words is a sentence, if it stands in or next to the article."""
    return (
        len(line.words) >= 2 and line.closed and any(word[0].islower() for word in line.words[1:])
    )
