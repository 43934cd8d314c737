"""From words to the numbers the model reads. Used by training and run time alike, so that the
two cannot drift apart.

The encoder's vocabulary is uncased and blind to white space. What it cannot see is given beside
each word's first piece: its *shape* (case, digits, kind of punctuation) and the *gap* before it
(joined, space, line break, blank line, start of a segment).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

DATA = Path(__file__).parent / "data"

Ints = NDArray[np.int64]

UNK, CLS, SEP, MASK = 100, 101, 102, 103
# A web address of a hundred pieces would fill a window; its ends say enough.
MAX_PIECES = 8

NO_SHAPE = 0  # shape and gap of a piece that opens no word
SHAPES = (
    "none", "lower", "title", "upper", "capital", "mixed", "digits", "digits+letters", "stop",
    "comma", "quote", "open quote", "close quote", "open bracket", "close bracket", "dash",
    "currency", "symbol", "abbreviation", "ordinal",
)  # fmt: skip
GAPS = ("none", "joined", "space", "line", "blank line", "start", "other")
_SHAPE = {name: i for i, name in enumerate(SHAPES)}
START, LINE, BLANK_LINE = (GAPS.index(name) for name in ("start", "line", "blank line"))

# Signs that mean the same to a reader and look different to the vocabulary.
_SAME = str.maketrans(
    {
        "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u02bc": "'", "\u2032": "'",
        "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u00ab": '"', "\u00bb": '"', "\u2033": '"',
        "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2015": "\u2014", "\u2026": "...",
        "`": "'", "\u00b4": "'", "\u00ad": "", "\u200b": "",
    }
)  # fmt: skip
_PUNCTUATION = {
    **dict.fromkeys(".?!", "stop"), **dict.fromkeys(",;:", "comma"),
    **dict.fromkeys("\"'`", "quote"), **dict.fromkeys("\u2018\u201c\u201e\u00ab", "open quote"),
    **dict.fromkeys("\u2019\u201d\u00bb", "close quote"), **dict.fromkeys("([{<", "open bracket"),
    **dict.fromkeys(")]}>", "close bracket"),
    **dict.fromkeys("-\u2010\u2011\u2012\u2013\u2014\u2015", "dash"),
    **dict.fromkeys("$\u20ac\u00a3\u00a5", "currency"), "\u2026": "stop",
}  # fmt: skip


@dataclass(frozen=True)
class Encoded:
    """The words of a text as numbers. `pieces[offsets[i]:offsets[i + 1]]` are those of word i."""

    pieces: Ints
    offsets: Ints  # one more than there are words
    shapes: Ints
    gaps: Ints

    def __len__(self) -> int:
        return len(self.shapes)


@dataclass(frozen=True)
class Window:
    """What one run of the model reads: pieces with [CLS] and [SEP], and where its words lie."""

    pieces: Ints
    shapes: Ints
    gaps: Ints
    first: Ints  # index of each word's first piece
    last: Ints


@lru_cache(maxsize=1)
def _vocabulary() -> dict[str, int]:
    lines = (DATA / "pieces.txt").read_text(encoding="utf-8").split("\n")
    return {piece: i for i, piece in enumerate(lines) if piece}


def _parts(word: str) -> list[str]:
    """Lower case, accents off, every punctuation mark and every CJK sign apart, as BERT does."""
    plain = unicodedata.normalize("NFD", word.translate(_SAME).lower())
    parts, joined = [], False
    for char in plain:
        category = unicodedata.category(char)
        if category == "Mn" or category[0] in "CZ":
            continue
        alone = category[0] == "P" or char in "$+<=>^`|~" or "\u4e00" <= char <= "\u9fff"
        if alone or not joined:
            parts.append(char)
        else:
            parts[-1] += char
        joined = not alone
    return parts


@lru_cache(maxsize=1 << 16)
def piece_ids(word: str) -> tuple[int, ...]:
    """WordPiece: the longest pieces of the vocabulary from the left (Wu et al., 2016)."""
    vocabulary = _vocabulary()
    ids: list[int] = []
    for part in _parts(word):
        start, found = 0, []
        while start < len(part):
            end = len(part)
            while end > start:
                piece = part[start:end] if start == 0 else "##" + part[start:end]
                if piece in vocabulary:
                    break
                end -= 1
            if end == start:
                found = [UNK]
                break
            found.append(vocabulary[piece])
            start = end
        ids.extend(found)
    if len(ids) > MAX_PIECES:
        ids = ids[: MAX_PIECES - 3] + ids[-3:]
    return tuple(ids) or (UNK,)


@lru_cache(maxsize=1 << 16)
def shape_id(word: str) -> int:
    """What the vocabulary does not see of a word, as an index into SHAPES."""
    letters = [char for char in word if char.isalpha()]
    digits = any(char.isdigit() for char in word)
    if not letters and not digits:
        return _SHAPE[_PUNCTUATION.get(word[:1], "symbol")]
    if digits and letters:
        return _SHAPE["ordinal" if word[0].isdigit() and word[-1].islower() else "digits+letters"]
    if digits:
        return _SHAPE["digits"]
    if word.endswith("."):
        return _SHAPE["abbreviation"]
    if all(char.isupper() for char in letters):
        return _SHAPE["upper" if len(letters) > 1 else "capital"]
    if not any(char.isupper() for char in letters):
        return _SHAPE["lower"]
    if letters[0].isupper() and not any(char.isupper() for char in letters[1:]):
        return _SHAPE["title"]
    return _SHAPE["mixed"]


@lru_cache(maxsize=1 << 12)
def gap_id(between: str) -> int:
    """The characters between two words, as an index into GAPS."""
    if not between:
        return 1
    if between == " ":
        return 2
    lines = between.count("\n")
    if lines > 1:
        return 4
    return 3 if lines or "\r" in between else 6


def encode(words: Sequence[str], gaps: Sequence[int]) -> Encoded:
    """Words with the gaps before them, as numbers."""
    ids = [piece_ids(word) for word in words]
    offsets = np.zeros(len(ids) + 1, dtype=np.int64)
    np.cumsum([len(word) for word in ids], out=offsets[1:])
    return Encoded(
        pieces=np.array([i for word in ids for i in word], dtype=np.int64),
        offsets=offsets,
        shapes=np.array([shape_id(word) for word in words], dtype=np.int64),
        gaps=np.asarray(gaps, dtype=np.int64),
    )


def window(encoded: Encoded, start: int, end: int) -> Window:
    """The words from `start` to `end`, ready for the model."""
    offsets = encoded.offsets[start : end + 1] - encoded.offsets[start] + 1
    size = int(offsets[-1]) + 1
    pieces = np.empty(size, dtype=np.int64)
    pieces[0], pieces[-1] = CLS, SEP
    pieces[1:-1] = encoded.pieces[encoded.offsets[start] : encoded.offsets[end]]
    shapes = np.zeros(size, dtype=np.int64)
    gaps = np.zeros(size, dtype=np.int64)
    shapes[offsets[:-1]] = encoded.shapes[start:end]
    gaps[offsets[:-1]] = encoded.gaps[start:end]
    return Window(pieces, shapes, gaps, offsets[:-1], offsets[1:] - 1)
