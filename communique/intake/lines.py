"""The lines of a report: where they stand, and a form of their words that is easy to compare.

Offsets always point into the text as received; `flat` has the same length, so they hold in both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

_BLANKS = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
)
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"
_FLAT = str.maketrans(
    dict.fromkeys(_BLANKS + _INVISIBLE, " ") | {"‘": "'", "’": "'", "‛": "'", "`": "'", "´": "'"}
)
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_EDGES = " \t•·●■▪◆►▶»«›‹<>|*#=_-–—:;.!?,…/\\[](){}\"'“”→←↑↓+~^✓✔×"
_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")
_CLOSED = re.compile(
    r"[.!?…。؟][\"”“'’»)\]]*$|[.!?…,][\"”']$|[\"”»]$"
    r"|[.!?…][\"”'’]*\s*(?:[-–—/]\s*\w+|[(\[][^()\[\]]{2,40}[)\]])$"
)

WRAPPED_AT = range(45, 101)
"""The lengths that a line has where a program broke a paragraph: mail and teletype columns."""


@dataclass(frozen=True)
class Line:
    """A line (or a paragraph whose lines a program broke), without the blanks at its ends.

    `start` and `end` are offsets into the report; `flat` is the text between them with every kind
    of blank as a space and every apostrophe straight, character for character.
    """

    start: int
    end: int
    flat: str

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words, without punctuation."""
        return tuple(_WORD.findall(self.flat))

    @cached_property
    def key(self) -> str:
        """Its words in lower case, numbers as `#`, without bullets and punctuation at the ends."""
        return key(self.flat)

    @cached_property
    def closed(self) -> bool:
        """Whether it ends as a sentence or a quotation does."""
        return bool(_CLOSED.search(self.flat))

    def cut(self, start: int, end: int) -> Line | None:
        """The part between two offsets into the report, None where nothing is in it."""
        return line_of(self.flat, start - self.start, end - self.start, self.start)


def flatten(text: str) -> str:
    """The text with every kind of blank as a space and every apostrophe straight; same length."""
    return text.translate(_FLAT)


def key(flat: str) -> str:
    """A form in which two lines that say the same are equal (see `Line.key`)."""
    lowered = " ".join(flat.lower().split()).replace(" :", ":")
    numbered = re.sub(r"\d+(?:[.,]\d+)*", "#", lowered)
    # "#" is a bullet at the edge of a line as well as our sign for a number: the latter stays.
    return numbered.strip(_EDGES.replace("#", ""))


def line_of(flat: str, start: int, end: int, offset: int = 0) -> Line | None:
    """The line between two places of `flat`, blanks at its ends left out; None if nothing is."""
    piece = flat[start:end]
    left = len(piece) - len(piece.lstrip())
    stripped = piece.strip()
    if not stripped:
        return None
    begin = offset + start + left
    return Line(begin, begin + len(stripped), stripped)


def split_lines(text: str) -> list[Line]:
    """The lines of a report that hold anything; lines of a broken paragraph are one."""
    flat = flatten(text)
    found, follows = _standing(flat)
    return _rejoined(flat, found, follows) if _is_wrapped(found, follows) else found


def paragraphs(text: str) -> list[Line]:
    """The paragraphs of clean prose: a line that stops in the middle of a sentence goes on in the
    next one, if no blank line is between them."""
    flat = flatten(text)
    joined: list[Line] = []
    for line, close in zip(*_standing(flat), strict=True):
        if close and joined and not joined[-1].closed:
            joined[-1] = Line(joined[-1].start, line.end, flat[joined[-1].start : line.end])
        else:
            joined.append(line)
    return joined


def _standing(flat: str) -> tuple[list[Line], list[bool]]:
    """The lines that hold anything, and whether each stands right below another."""
    found: list[Line] = []
    follows: list[bool] = []
    position = 0
    blank = True
    for match in [*_BREAK.finditer(flat), None]:
        end = match.start() if match else len(flat)
        line = line_of(flat, position, end)
        if line is not None:
            found.append(line)
            follows.append(not blank)
        blank = line is None
        position = match.end() if match else len(flat)
    return found, follows


def _rejoined(flat: str, lines: Sequence[Line], follows: Sequence[bool]) -> list[Line]:
    joined: list[Line] = []
    before = 0
    for line, close in zip(lines, follows, strict=True):
        if close and joined and before in WRAPPED_AT:
            joined[-1] = Line(joined[-1].start, line.end, flat[joined[-1].start : line.end])
        else:
            joined.append(line)
        before = len(line.flat)
    return joined


def _is_wrapped(lines: Sequence[Line], follows: Sequence[bool]) -> bool:
    """Whether paragraphs run over several lines: most lines that another follows at once have the
    length of a column, stop in the middle of a sentence and go on in lower case."""
    pairs = [
        (first, second)
        for first, second, close in zip(lines, lines[1:], follows[1:], strict=False)
        if close
    ]
    broken = [
        first
        for first, second in pairs
        if len(first.flat) in WRAPPED_AT and not first.closed and second.flat[0].islower()
    ]
    return len(broken) >= 3 and 3 * len(broken) >= len(pairs)
