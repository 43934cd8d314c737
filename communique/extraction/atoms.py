"""A text as atoms: its words once more, hyphenated compounds apart, and phrases found in them.

Names and titles of the lexicon are looked up in atoms, so that "vice-president", "Vice President"
and "Vice‐President" are one entry, and "Iran-Iraq" is two states.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Generic, TypeVar

from communique.lexicon.load import table
from communique.model.text import Text

_HYPHENS = "-\u2010\u2011\u2013"
_STRAIGHT = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'", "`": "'"})
_PIECE = re.compile(r"'s(?!\w)|[^\W_]+(?:(?!'s(?!\w))[.'][^\W_]+)*\.?|[^\w\s]")

T = TypeVar("T")


@dataclass(slots=True)
class Atoms:
    """Parallel lists, one entry an atom.

    `words` have straight apostrophes and no full stops; `lows` are the same in lower case;
    `tokens` point into Text.tokens; `joined` says that a hyphen binds the atom to the one before.
    `units` number stretches that no full stop or line break interrupts: a sentence that the reader
    cut in two is one unit.
    """

    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    lows: list[str] = field(default_factory=list)
    tokens: list[int] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    joined: list[bool] = field(default_factory=list)
    units: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.starts)

    def add(
        self, start: int, end: int, word: str, token: int, sentence: int, joined: bool, unit: int
    ) -> None:
        """Take in one more atom, in every list."""
        self.starts.append(start)
        self.ends.append(end)
        self.words.append(word)
        self.lows.append(word.lower())
        self.tokens.append(token)
        self.sentences.append(sentence)
        self.joined.append(joined)
        self.units.append(unit)

    def inside(self, start: int, end: int) -> tuple[int, int]:
        """The atoms that overlap the characters `start`..`end`, as first and last excluded."""
        first = bisect.bisect_right(self.ends, start)
        return first, max(first, bisect.bisect_left(self.starts, end))

    def capital(self, index: int) -> bool:
        """Whether an atom begins with a capital letter."""
        return self.words[index][:1].isupper()


def key(word: str) -> str:
    """A word as it is looked up: straight apostrophes, no full stops ("U.S." is "US")."""
    word = word.translate(_STRAIGHT)
    return word.replace(".", "") or word


def pieces(phrase: str) -> tuple[str, ...]:
    """A phrase of the lexicon as the keys of its atoms."""
    plain = phrase.translate(_STRAIGHT)
    for hyphen in _HYPHENS:
        plain = plain.replace(hyphen, " ")
    return tuple(key(piece) for piece in _PIECE.findall(plain))


def atoms_of(text: Text) -> Atoms:
    """All atoms of a text."""
    atoms = Atoms()
    chars, owner = text.chars, text.sentence_of
    bound, unit = False, 0
    for index, token in enumerate(text.tokens):
        word = chars[token.start : token.end]
        if (
            index
            and owner[index] != owner[index - 1]
            and _ends(chars, text.tokens[index - 1].end, token.start)
        ):
            unit += 1
        if word.isalpha():  # most words: nothing to cut, nothing to make plain
            atoms.add(token.start, token.end, word, index, owner[index], bound, unit)
            bound = False
            continue
        if len(word) == 1 and word in _HYPHENS:
            before = token.start > 0 and chars[token.start - 1].isalnum()
            if before and chars[token.end : token.end + 1].isalnum():
                bound = True
                continue
        if any(h in word for h in _HYPHENS) and len(word) > 2 and word[0].isalnum():
            spans = [m.span() for m in re.finditer(rf"[^{_HYPHENS}]+", word)]
        else:
            spans = [(0, len(word))]
        for number, (a, b) in enumerate(spans):
            start, end = token.start + a, token.start + b
            joined = bound or number > 0
            atoms.add(start, end, key(word[a:b]), index, owner[index], joined, unit)
            bound = False
    return atoms


@cache
def _abbreviations() -> frozenset[str]:
    """Ranks cut short, at whose full stop no sentence ends."""
    return frozenset(row["rank"].split()[-1] for row in table("ranks.tsv") if row["full"])


def _ends(chars: str, end: int, start: int) -> bool:
    """Whether a sentence ends before `start`: by its mark, a quotation mark, or a line break."""
    if chars[end - 1] == "." and "\n" not in chars[end:start]:
        word = chars[max(0, end - 8) : end - 1].split()[-1:]
        return not word or word[0].lower() not in _abbreviations()
    return chars[end - 1] in '.!?:;"”’»' or "\n" in chars[end:start]


class Phrases(Generic[T]):
    """Phrases of a lexicon, found in a sequence of keys, the longest first."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        table: dict[str, dict[tuple[str, ...], T]] = {}
        for phrase, value in entries:
            keys = pieces(phrase)
            if keys:
                table.setdefault(keys[0], {}).setdefault(keys[1:], value)
        self._table = {
            first: (tuple(sorted({len(rest) for rest in rests}, reverse=True)), rests)
            for first, rests in table.items()
        }

    @property
    def firsts(self) -> frozenset[str]:
        """The keys that phrases begin with."""
        return frozenset(self._table)

    def match(
        self, keys: Sequence[str], index: int, stop: int | None = None
    ) -> tuple[int, T] | None:
        """The end and the value of the longest phrase that begins at `index` and ends by `stop`,
        if any."""
        found = self._table.get(keys[index])
        if found is None:
            return None
        lengths, rests = found
        start = index + 1
        for length in lengths:
            end = start + length
            if stop is not None and end > stop:
                continue
            value = rests.get(tuple(keys[start:end]))
            if value is not None:
                return end, value
        return None
