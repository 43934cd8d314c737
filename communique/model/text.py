"""Text owns the characters of a report; tokens, sentences and names point into them.

Offsets count Unicode code points, start included, end excluded.
"""

from __future__ import annotations

import bisect
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, Protocol


class Span(NamedTuple):
    """A stretch of characters: start included, end excluded."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Token:
    """A word as in CoNLL-U; `head` is an index into `Text.tokens`, -1 for a root."""

    start: int
    end: int
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    deprel: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as a range of token indices: `first` included, `last` excluded."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Name:
    """A name: person, organization, place, nationality, date, money, facility, product, event
    or misc."""

    start: int
    end: int
    type: str


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is cited (`source`), by which words (`cue`), as saying what (`content`)."""

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Chain:
    """All that mentions one thing: `type` is person, organization, place or other; `mentions` in
    the order of the text, each with the index of its head token in `heads`. One mention alone is
    a chain too."""

    type: str
    mentions: tuple[Span, ...]
    heads: tuple[int, ...]


class Deeds(Protocol):
    """What a parser that knows of deeds can say of any two parties of a text."""

    def roots(self, source: Collection[int], target: Collection[int]) -> Mapping[str, float]:
        """How likely the source does a deed of each root to the target: PLOVER's types, CONCEDE
        and RETREAT together as YIELD, their chances with the sum of one. A party is the tokens of
        the phrase that names it, of one sentence or two near; either may be empty, not both."""


@dataclass(frozen=True)
class Text:
    """The characters of one report and what the parser found in its prose.

    `prose` are the ranges that were read (the report's segments that hold prose, in order);
    nothing outside them has tokens. `deeds` is there if the parser has a model for them.
    """

    chars: str
    prose: tuple[Span, ...] = ()
    tokens: tuple[Token, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    names: tuple[Name, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    chains: tuple[Chain, ...] = ()
    model: str = field(default="reader", compare=False)
    deeds: Deeds | None = field(default=None, compare=False, repr=False)

    def slice(self, span: tuple[int, int] | Span) -> str:
        """The characters of a span."""
        return self.chars[span[0] : span[1]]

    def word(self, index: int) -> str:
        """The characters of a token."""
        token = self.tokens[index]
        return self.chars[token.start : token.end]

    @cached_property
    def starts(self) -> list[int]:
        """The start offset of every token, ascending."""
        return [token.start for token in self.tokens]

    @cached_property
    def lower(self) -> list[str]:
        """Every token as written, in lower case."""
        return [self.chars[token.start : token.end].lower() for token in self.tokens]

    @cached_property
    def relations(self) -> list[str]:
        """The relation of every token to its head, without its subtype."""
        return [token.deprel.partition(":")[0] for token in self.tokens]

    @cached_property
    def sentence_of(self) -> list[int]:
        """For every token, the index of its sentence."""
        owner = [0] * len(self.tokens)
        for number, sentence in enumerate(self.sentences):
            for index in range(sentence.first, sentence.last):
                owner[index] = number
        return owner

    @cached_property
    def children(self) -> list[list[int]]:
        """For every token, the indices of its dependents, ascending."""
        below: list[list[int]] = [[] for _ in self.tokens]
        for index, token in enumerate(self.tokens):
            if token.head >= 0:
                below[token.head].append(index)
        return below

    def tokens_in(self, start: int, end: int) -> range:
        """The indices of the tokens that overlap the characters `start`..`end`."""
        first = bisect.bisect_right(self.starts, start) - 1
        if first < 0 or self.tokens[first].end <= start:
            first += 1
        return range(first, max(first, bisect.bisect_left(self.starts, end)))

    def sentence_at(self, offset: int) -> int | None:
        """The index of the sentence that holds (or next follows) a character, if any."""
        inside = self.tokens_in(offset, offset + 1)
        index = inside.start if inside else bisect.bisect_left(self.starts, offset)
        return self.sentence_of[index] if index < len(self.tokens) else None

    def sentence_span(self, number: int) -> Span:
        """The characters of a sentence."""
        sentence = self.sentences[number]
        return Span(self.tokens[sentence.first].start, self.tokens[sentence.last - 1].end)

    def subtree(self, index: int) -> list[int]:
        """A token and all below it, ascending."""
        found, todo = [], [index]
        while todo:
            current = todo.pop()
            found.append(current)
            todo.extend(self.children[current])
        return sorted(found)

    def head_of(self, start: int, end: int) -> int | None:
        """The syntactic head of a span: its first token whose own head lies outside the span."""
        inside = self.tokens_in(start, end)
        for index in inside:
            if self.tokens[index].head not in inside:
                return index
        return None
