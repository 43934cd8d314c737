"""What can be told of two mentions side by side: numbers for the model of coreference."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from communique.language import mention_signs as ms
from communique.language.mention_signs import Signs
from communique.lexicon.load import table

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

_SENTENCES = np.array([1, 2, 3, 4, 6, 9, 16, 31])
_MENTIONS = np.array([2, 3, 4, 5, 8, 16, 32, 64, 128])
_PARAGRAPHS = np.array([1, 2, 3, 5])
ALIKE = 86
"""Two names of this likeness (rapidfuzz's ratio) and four letters may be one misspelt."""


@dataclass(frozen=True)
class Words:
    """The strings of all mentions as numbers, equal numbers for equal strings."""

    head: Ints
    lemma: Ints
    whole: Ints
    acronym: Ints  # of the initials of its proper nouns; -1 for fewer than two
    place: Ints  # the state that it names; -1 for none
    first_name: Ints
    last_name: Ints
    shared: Floats  # (mentions, mentions): how many words of content two have in common
    sizes: Floats
    shared_names: Floats  # likewise for their proper nouns
    name_sizes: Floats
    told: Flags  # (mentions, mentions): the row is called by the noun that heads the column
    alike: Flags  # (mentions, mentions): heads that are names and nearly the same


def _numbers(values: list[Any], none: Any = None) -> Ints:
    known: dict[Any, int] = {}
    return np.array(
        [-1 if v is none or v == none else known.setdefault(v, len(known)) for v in values],
        dtype=np.int64,
    )


def _shared(groups: Sequence[tuple[str, ...]]) -> tuple[Floats, Floats]:
    """(groups, groups): how many words two have in common; and how many each has."""
    holders: dict[str, list[int]] = {}
    for number, words in enumerate(groups):
        for word in dict.fromkeys(words):
            holders.setdefault(word, []).append(number)
    shared = np.zeros((len(groups), len(groups)), np.float32)
    for numbers in holders.values():
        if len(numbers) > 1:
            shared[np.ix_(numbers, numbers)] += 1
    sizes = np.array([len(set(words)) for words in groups], np.float32)
    return shared, sizes


def _told(signs: Signs) -> Flags:
    """(mentions, mentions): the row is called by the common noun that heads the column."""
    nouns: dict[str, list[int]] = {}
    for i in np.flatnonzero(np.isin(signs.field("xpos"), (1, 2))).tolist():
        nouns.setdefault(signs.lemma[i], []).append(i)
    found = np.zeros((len(signs.lemma), len(signs.lemma)), bool)
    for row, called in enumerate(signs.called):
        for lemma in called:
            found[row, nouns.get(lemma, [])] = True
    return found


@cache
def _states() -> dict[str, str]:
    """Names, demonyms and capitals of states, in lower case, to the state."""
    found: dict[str, str] = {}
    for row in table("states.tsv"):
        forms = [row["name"], row["official"], *row["variants"].split("|")]
        forms += [*row["demonyms"].split("|"), row["capital"], *row["capital_variants"].split("|")]
        for form in forms:
            found.setdefault(form.lower(), row["name"])
    for row in table("metonyms.tsv"):
        found.setdefault(row["name"].lower(), row["iso3"])
    found.pop("", None)
    return found


def read(signs: Signs) -> Words:
    """The strings of the mentions of a text."""
    contents = list(signs.content)
    wholes = [" ".join(words) for words in contents]
    # "UN" is the acronym of itself and of any name with its initials.
    initials = [
        "".join(w[0] for w in names if w[0].isupper()) if len(names) > 1 else ""
        for names in signs.named
    ]
    plain = [re.sub(r"\W", "", low).upper() if len(low) < 9 else "" for low in signs.low]
    acronyms = _numbers([*initials, *plain], "")
    count = len(wholes)
    states = _states()
    lowered = [tuple(word.lower() for word in names) for names in signs.named]
    persons = [len(names) > 1 for names in lowered]
    shared, sizes = _shared(contents)
    shared_names, name_sizes = _shared(lowered)
    return Words(
        head=_numbers(list(signs.low)),
        lemma=_numbers(list(signs.lemma)),
        whole=_numbers(wholes, ""),
        acronym=np.stack([acronyms[:count], acronyms[count:]]),
        place=_numbers(
            [states.get(" ".join(n)) or states.get(w) for n, w in zip(lowered, wholes, strict=True)]
        ),
        first_name=_numbers([n[0] if p else "" for n, p in zip(lowered, persons, strict=True)], ""),
        last_name=_numbers([n[-1] if n else "" for n in lowered], ""),
        shared=shared,
        sizes=sizes,
        shared_names=shared_names,
        name_sizes=name_sizes,
        told=_told(signs),
        alike=_alike(signs),
    )


def _alike(signs: Signs) -> Flags:
    from rapidfuzz.process import cdist

    found = np.zeros((len(signs.low), len(signs.low)), bool)
    proper = np.flatnonzero(np.isin(signs.field("xpos"), (3, 4)))
    proper = proper[[len(signs.low[i]) > 4 for i in proper.tolist()]]
    if len(proper) > 1:
        words = [signs.low[i] for i in proper.tolist()]
        found[np.ix_(proper, proper)] = cdist(words, words, score_cutoff=ALIKE) > 0
    return found


NEAR_PRONOUN, NEAR_NOUN, NEAR_NAME = 50, 40, 30
"""A mention is held against so many before it, and beyond that against those with a word, a name
or the person of the pronoun in common: 99 % of the mentions of GUM's dev and test parts that have
an antecedent among the candidates keep one."""


def candidates(signs: Signs, words: Words) -> tuple[Ints, Ints]:
    """The pairs worth looking at: the earlier and the later mention of each."""
    pronoun = signs.field("pronoun")
    akin = (words.shared > 0) | words.alike
    akin |= (words.place[:, None] == words.place) & (words.place >= 0)
    acronym = (words.acronym[0][:, None] == words.acronym[1]) & (words.acronym[1] >= 0)
    akin |= acronym | acronym.T
    akin &= (pronoun[:, None] == 0) & (pronoun == 0)
    akin |= (pronoun[:, None] == pronoun) & (pronoun > 0) & (pronoun <= ms.YOU)
    near = np.where(_classes(signs) == NAMED, NEAR_NAME, NEAR_NOUN)
    near[pronoun > 0] = NEAR_PRONOUN
    akin |= signs.order[:, None] - signs.order <= near[:, None]
    right, left = np.nonzero(np.tril(akin, -1))
    return left, right


NOMINAL, NAMED = 0, 1


def _classes(signs: Signs) -> Ints:
    """What a mention is at its barest: a noun, a name, or which pronoun."""
    pronoun = signs.field("pronoun")
    named = np.isin(signs.field("xpos"), (3, 4))
    return np.where(pronoun > 0, pronoun + 1, named.astype(np.int64))


CLASSES = len(ms.CLASSES) + 2


CODES = (len(_SENTENCES) + 1, len(_MENTIONS) + 1, len(_PARAGRAPHS) + 1, CLASSES, CLASSES)
OFFSETS = np.cumsum((0, *CODES[:-1]))
"""How many values each code has, and where those of each begin: they are one table together."""


class Told(NamedTuple):
    """The signs of pairs, one row a pair."""

    flags: Flags
    codes: Ints
    ratio: Floats  # (pairs, 1): words in common of all


def pairs(signs: Signs, words: Words, left: Ints, right: Ints) -> Told:
    """Signs of pairs of mentions: `left` the earlier, `right` the later of each."""
    both = (left, right)

    def of(values: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
        return values[both[0]], values[both[1]]

    def same(values: Ints) -> Flags:
        a, b = of(values)
        return np.asarray((a == b) & (a >= 0))

    sentence, paragraph, quote = of(signs.sentence), of(signs.paragraph), of(signs.quote)
    head, first, last = of(signs.head), of(signs.first), of(signs.last)
    number, gender = of(signs.field("number")), of(signs.field("gender"))
    name, pronoun = of(signs.field("name")), of(signs.field("pronoun"))
    relation, asked = of(signs.field("relation")), of(signs.field("asked"))
    above, source = of(signs.above), of(signs.source)
    kind = _classes(signs)
    plain = of(kind < 2)
    named = of(kind == NAMED)
    shared = words.shared[left, right]
    size = of(words.sizes)
    shared_names = words.shared_names[left, right]
    name_size = of(words.name_sizes)
    smaller = np.minimum(name_size[0], name_size[1])
    head_word = same(words.head)
    acronym_a = (words.acronym[0][left] == words.acronym[1][right]) & (words.acronym[0][left] >= 0)
    acronym_b = (words.acronym[1][left] == words.acronym[0][right]) & (words.acronym[0][right] >= 0)
    turns = signs.turn[right] - signs.turn[left]
    gap = first[1] - last[0]
    subject = np.isin(signs.field("relation"), (1, 2))
    subjects = of(subject)
    reflexive = signs.field("reflexive")[right] > 0
    flags = [
        plain[0] & plain[1] & same(words.lemma),
        plain[0] & plain[1] & head_word,
        plain[0] & plain[1] & same(words.whole),
        same(words.whole),
        plain[0] & plain[1] & (shared >= size[1]) & (shared > 0),
        plain[0] & plain[1] & (shared >= size[0]) & (shared > 0),
        plain[0] & plain[1] & head_word & (shared < size[0]) & (shared < size[1]),
        plain[0] & plain[1] & (shared > 0),
        shared > 1,
        (shared_names >= smaller) & (smaller > 0),
        (shared_names > 0) & (shared_names < smaller),
        (shared_names == 0) & (smaller > 0),
        shared_names > 1,
        same(words.last_name) & (name[0] == 1) & (name[1] == 1),
        same(words.last_name),
        same(words.first_name),
        same(words.last_name)
        & ~same(words.first_name)
        & (words.first_name[left] >= 0)
        & (words.first_name[right] >= 0),
        acronym_a | acronym_b,
        same(words.place),
        (words.place[left] >= 0) & (words.place[right] >= 0) & ~same(words.place),
        words.alike[left, right] & ~head_word,
        words.told[left, right],
        words.told[right, left],
        turns == 0,
        turns == 1,
        turns == 2,
        turns % 2 == 0,
        named[0] & named[1] & (name[0] == name[1]) & (name[0] > 0),
        named[0] & named[1] & (name[0] != name[1]) & (name[0] > 0) & (name[1] > 0),
        (pronoun[0] == pronoun[1]) & (pronoun[0] > 0),
        (number[0] == number[1]) & (number[0] > 0),
        (number[0] != number[1]) & (number[0] > 0) & (number[1] > 0),
        (gender[0] == gender[1]) & (gender[0] > 0),
        (gender[0] != gender[1]) & (gender[0] > 0) & (gender[1] > 0),
        (sentence[0] == sentence[1]),
        first[1] <= last[0],
        (first[1] <= last[0]) & (head[0] == head[1]),
        (first[1] <= last[0]) & (above[1] == head[0]),
        head[1] < head[0],
        (above[0] == above[1]) & (above[0] >= 0),
        (above[0] == above[1]) & (above[0] >= 0) & subjects[0] & reflexive,
        (above[0] == above[1]) & (above[0] >= 0) & subjects[0] & ~reflexive,
        (above[0] == head[1]) | (above[1] == head[0]),
        (quote[0] > 0) & (quote[0] == quote[1]),
        (quote[0] > 0) & (quote[1] > 0) & (quote[0] != quote[1]),
        (quote[0] > 0) & (quote[1] == 0),
        (quote[0] == 0) & (quote[1] > 0),
        source[1] == head[0],
        source[0] == head[1],
        (source[0] == source[1]) & (source[0] >= 0),
        (source[0] != source[1]) & (source[0] >= 0) & (source[1] >= 0),
        subjects[0],
        subjects[0] & subjects[1],
        (relation[0] == relation[1]),
        (asked[0] == 1) & (asked[1] == 0),
        (asked[0] == 0) & (asked[1] == 1),
        (asked[0] == 1) & (asked[1] == 1),
        (gap >= 0) & (gap <= 2) & (sentence[0] == sentence[1]),
    ]
    between = sentence[1] - sentence[0]
    apart = signs.order[right] - signs.order[left]
    codes = (
        np.searchsorted(_SENTENCES, np.abs(between), side="right"),
        np.searchsorted(_MENTIONS, apart, side="right"),
        np.searchsorted(_PARAGRAPHS, np.abs(paragraph[1] - paragraph[0]), side="right"),
        kind[left],
        kind[right],
    )
    ratio = shared / np.maximum(1, size[0] + size[1] - shared)
    return Told(np.stack(flags, axis=1), np.stack(codes, axis=1) + OFFSETS, ratio[:, None])
