"""What is glued to the ends of a paragraph by a missing blank or line break, cut off."""

from __future__ import annotations

import re

from communique.intake import names
from communique.intake.lines import Line
from communique.intake.phrases import Hit, boilerplate, section_names
from communique.lexicon.load import words as words_of

SHORTEST = 6
"""The fewest words of a paragraph at whose end something may be glued."""

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


def cut_ends(line: Line) -> list[Line]:
    """A line as the paragraph and the pieces glued to its end: copyright, links, an agency's
    name. The line alone when nothing is glued on."""
    pieces: list[Line] = []
    rest: Line | None = line
    while rest is not None and len(rest.words) >= SHORTEST and (start := _glued_end(rest)):
        tail = rest.cut(start, rest.end)
        pieces = [tail, *pieces] if tail else pieces
        rest = rest.cut(rest.start, start)
    return [rest, *pieces] if rest else pieces


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


def _glued_end(line: Line) -> int | None:
    """The offset of the piece glued to the end of a paragraph, None when none is."""
    if found := _signed(line):
        return found
    flat = line.flat
    for mark in _BREAKS.finditer(flat, max(1, len(flat) - REACH)):
        tail = line.cut(line.start + mark.end(), line.end)
        if tail is None:
            continue
        hit = boilerplate(tail)
        if hit and _sure(tail, hit):
            return tail.start
    return None


def _sure(tail: Line, hit: Hit) -> bool:
    """Whether a piece that a phrase is found in is glued on, and no sentence of the article."""
    if hit.whole:
        return len(tail.words) >= 2 or hit.kind == "credit"
    if hit.kind in {"navigation", "credit"}:
        return len(tail.words) <= 14
    return hit.kind in {"notice", "disclaimer", "comment", "tags"}


def _signed(line: Line) -> int | None:
    """The offset of an agency's name or initials after the last sentence."""
    match = _SIGNED.search(line.flat)
    if match is None:
        return None
    name = match["name"].strip()
    known = names.agency(name) or all(names.agency(part) for part in re.split(r"[/&]| and ", name))
    if known or _CODE.match(name):
        return line.start + match.start()
    return None
