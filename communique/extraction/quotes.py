"""Quotation marks: where somebody's own words stand in the prose of a report.

Only outer quotations are given; a quotation inside a quotation belongs to the outer one. The
press opens a quotation again in each paragraph and closes it in the last, so a quotation ends
with its paragraph at the latest.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from communique.model.text import Span, Text

CLOSING = {"\u201c": "\u201d", "\u201e": "\u201c\u201d", "\u00ab": "\u00bb"}
_SINGLE = {"\u2018": "\u2019", "'": "'"}
_STRAIGHT = ('"', "''")
DIRECT_SHARE = 0.9
"""The share of letters inside quotation marks from which a content is direct."""
MIXED_LETTERS = 3
"""Fewer letters in quotation marks than this are no quotation."""

_MARK = re.compile("''|``|['\"\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019]")
_OPENING = "\"'`\u201c\u201e\u00ab\u2018"
_STOP = re.compile(r"[.?!]\s+[^\W\d_a-z]")
_BREAK = re.compile(r"\n[^\S\n]*\n\s*|(?<=[.?!:\"\u201d\u2019\u00bb\u2026])[^\S\n]*\n\s*")


@dataclass(frozen=True, slots=True)
class Quotation:
    """From the opening mark to the closing one, both included; `closed` is false where the
    paragraph ends first."""

    start: int
    end: int
    closed: bool


def paragraphs(text: Text) -> tuple[Span, ...]:
    """The paragraphs of the prose: cut at empty lines, and at ends of lines that end a sentence."""
    found = []
    for start, end in text.prose:
        at = start
        for gap in _BREAK.finditer(text.chars, start, end):
            if text.chars[at : gap.start()].strip():
                found.append(Span(at, gap.start()))
            at = gap.end()
        if text.chars[at:end].strip():
            found.append(Span(at, end))
    return tuple(found)


def find_quotations(text: Text, blocks: Sequence[Span]) -> tuple[Quotation, ...]:
    """The outer quotations of each paragraph, in order."""
    found: list[Quotation] = []
    for number, (start, end) in enumerate(blocks):
        inside = _in_paragraph(text.chars, start, end)
        runs_on = number + 1 < len(blocks) and text.chars[blocks[number + 1].start] in _OPENING
        if inside and not inside[-1].closed and not runs_on:
            inside[-1] = _cut(text.chars, inside[-1])
        found.extend(inside)
    return tuple(found)


def _cut(chars: str, quotation: Quotation) -> Quotation:
    """A quotation whose closing mark was forgotten: its first sentence, for no more is sure."""
    stop = _STOP.search(chars, quotation.start, quotation.end)
    return Quotation(quotation.start, stop.start() + 1 if stop else quotation.end, False)


def _in_paragraph(chars: str, start: int, end: int) -> list[Quotation]:
    found: list[Quotation] = []
    opened, depth = -1, 0
    wanted: str | tuple[str, ...] = ""
    for match in _MARK.finditer(chars, start, end):
        mark, at = match.group(), match.start()
        if opened < 0:
            closing = _opens(chars, mark, at, start, end)
            if closing:
                opened, wanted, depth = at, closing, 1
        elif mark == chars[opened] and mark in "\u201c\u00ab\u2018" and mark not in wanted:
            depth += 1
        elif mark in _STRAIGHT and mark in wanted and _opens(chars, mark, at, start, end):
            found.append(Quotation(opened, opened + len(chars[opened:at].rstrip()), False))
            opened = at  # opened again without having been closed
        elif mark in wanted and _closes(chars, mark, match.end(), end):
            depth -= 1
            if depth == 0:
                found.append(Quotation(opened, match.end(), True))
                opened = -1
    if opened >= 0 and wanted not in _SINGLE.values():
        found.append(Quotation(opened, len(chars[start:end].rstrip()) + start, False))
    return found


def _opens(chars: str, mark: str, at: int, start: int, end: int) -> str | tuple[str, ...]:
    """The marks that close what this mark opens; empty when it opens nothing."""
    before = chars[at - 1] if at > start else " "
    after = chars[at + len(mark)] if at + len(mark) < end else " "
    if mark in _SINGLE:  # the British press quotes in single marks
        opens = not before.isalnum() and (
            mark != "'" or (before in " (\n\u00a0" and after.isalpha())
        )
        return _SINGLE[mark] if opens else ""
    if mark == "``":
        return "''"
    if mark == "\u201d":  # some write it for the opening mark too
        return mark if before.isspace() or before in "-\u2013\u2014\u2015(" else ""
    if mark in _STRAIGHT:  # some write '' for the closing mark of "
        opens = not after.isspace() and (before.isspace() or before in "([-\u2013\u2014")
        return _STRAIGHT if opens else ""
    return CLOSING.get(mark, "")


def _closes(chars: str, mark: str, after: int, end: int) -> bool:
    """Whether a mark closes: an apostrophe inside a word or after a plural does not."""
    if mark not in _SINGLE.values():
        return True
    if after < end and chars[after].isalnum():
        return False
    following = chars[after : after + 2]
    return chars[after - 2] != "s" or not (following[:1] == " " and following[1:].islower())


def share_quoted(chars: str, spans: Iterable[Span], quotations: Sequence[Quotation]) -> float:
    """The share of the letters and digits of some spans that stands inside quotation marks."""
    starts = [q.start for q in quotations]
    inside = total = 0
    for start, end in spans:
        total += _letters(chars, start, end)
        first = max(0, bisect_right(starts, start) - 1)
        for quotation in quotations[first:]:
            if quotation.start >= end:
                break
            inside += _letters(chars, max(start, quotation.start), min(end, quotation.end))
    return inside / total if total else 0.0


def form_of(chars: str, spans: Sequence[Span], quotations: Sequence[Quotation]) -> str:
    """direct, indirect or mixed."""
    share = share_quoted(chars, spans, quotations)
    if share >= DIRECT_SHARE:
        return "direct"
    letters = sum(_letters(chars, start, end) for start, end in spans)
    return "mixed" if share * letters >= MIXED_LETTERS else "indirect"


def quotation_at(quotations: Sequence[Quotation], offset: int) -> Quotation | None:
    """The quotation that holds a character."""
    index = bisect_right([q.start for q in quotations], offset) - 1
    if index >= 0 and offset < quotations[index].end:
        return quotations[index]
    return None


def _letters(chars: str, start: int, end: int) -> int:
    return sum(map(str.isalnum, chars[start:end])) if end > start else 0
