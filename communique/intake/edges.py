"""What is glued to the ends of a paragraph by a missing blank or line break, cut off."""

from __future__ import annotations

import re

from communique.intake import names
from communique.intake.lines import Line
from communique.intake.phrases import boilerplate, section_names
from communique.lexicon.load import words as words_of

Part = tuple[str, Line]
"""A kind of segment and the characters it covers."""

REACH = 160
"""How many characters from the end of a paragraph glued pieces are sought."""

_BREAKS = re.compile(
    r"(?<=[.!?…\"”)])\s*(?=[A-Z©(\[/—–-])|(?<=[a-z])(?=[A-Z])|(?<=[.!?…\"”)\]])\s+"
)
_GLUED = re.compile(
    r"^(?P<head>(?:[A-Z][\w'&-]*\s){0,3}[A-Z]?[\w'&-]*?[a-z])(?P<tail>[A-Z][a-z']*)"
)
_SIGNED = re.compile(r"(?<=[.!?…\"”])\s*[-–—]?\s*(?P<name>[(\[/]?[A-Z][\w /&.-]{1,40}[)\]]?)\s*$")
_CODE = re.compile(r"^[(\[/]*[A-Z]{2,8}(?:\s?/\s?[A-Z]{2,8})+[)\]]?$|^/\d{2,4}$")


def cut_edges(line: Line, words: frozenset[str]) -> tuple[list[Part], Line | None, list[Part]]:
    """What is glued to the head of a paragraph, the paragraph, and what is glued to its end.

    `words` are the words of the whole report: a name glued to another is told by its standing
    elsewhere by itself.
    """
    before: list[Part] = []
    after: list[Part] = []
    prose: Line | None = line
    length = glued_head(line.flat, words)
    if length:
        head = line.cut(line.start, line.start + length)
        before = [("other", head)] if head else []
        prose = line.cut(line.start + length, line.end)
    while prose is not None and (found := _glued_end(prose)):
        kind, start = found
        tail = prose.cut(start, prose.end)
        after = [(kind, tail), *after] if tail else after
        prose = prose.cut(prose.start, start)
    return before, prose, after


def glued_head(flat: str, words: frozenset[str]) -> int:
    """The length of a section's or country's name glued to the first word ("SudanThe talks …"),
    0 when none is. The word must be one that begins sentences, or stand alone elsewhere."""
    match = _GLUED.match(flat)
    if match is None:
        return 0
    head, tail = match["head"], match["tail"]
    if head.lower() not in section_names() and not _all_sections(head):
        return 0
    return len(head) if tail.lower() in words_of("openers.tsv") or tail in words else 0


def _all_sections(head: str) -> bool:
    pieces = head.lower().split()
    return bool(pieces) and all(
        any(
            " ".join(pieces[a:b]) in section_names()
            for a in range(n + 1)
            for b in range(n + 1, len(pieces) + 1)
        )
        for n in range(len(pieces))
    )


def _glued_end(line: Line) -> tuple[str, int] | None:
    """The kind and offset of the piece glued to the end of a paragraph, None when none is."""
    if found := _signed(line):
        return found
    flat = line.flat
    for mark in _BREAKS.finditer(flat, max(1, len(flat) - REACH)):
        tail = line.cut(line.start + mark.end(), line.end)
        if tail is None:
            continue
        hit = boilerplate(tail)
        if hit and (
            (hit.whole and len(tail.words) >= 2) or (not hit.whole and _sure(tail, hit.kind))
        ):
            return hit.kind, tail.start
    return None


def _sure(tail: Line, kind: str) -> bool:
    """Whether a piece that only begins or holds a phrase is glued on, and no sentence of the
    article: copyright lines and notices are, "Read more" without more is."""
    return kind in {"notice", "disclaimer", "comment", "tags"} or (
        kind in {"navigation", "credit"} and len(tail.words) <= 14
    )


def _signed(line: Line) -> tuple[str, int] | None:
    """An agency's name or initials after the last sentence."""
    match = _SIGNED.search(line.flat)
    if match is None:
        return None
    name = match["name"].strip()
    known = names.agency(name) or all(names.agency(part) for part in re.split(r"[/&]| and ", name))
    if known or _CODE.match(name):
        return "credit", line.start + match.start("name")
    return None
