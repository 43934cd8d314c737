"""What can be told of one mention without the others: numbers for the model of coreference."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from communique.language.mentions import JOINED, Mention
from communique.lexicon.load import table
from communique.model.text import Text, Token

Ints = NDArray[np.int64]

UPOS = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "SYM", "X", "VERB", "ADV")
XPOS = (
    "NN",
    "NNS",
    "NNP",
    "NNPS",
    "PRP",
    "PRP$",
    "DT",
    "WP",
    "WDT",
    "WP$",
    "CD",
    "JJ",
    "EX",
    "WRB",
)
RELATIONS = (
    "nsubj", "nsubj:pass", "nsubj:outer", "obj", "iobj", "obl", "obl:agent", "obl:unmarked", "nmod",
    "nmod:poss", "nmod:unmarked", "nmod:desc", "compound", "appos", "conj", "root", "vocative",
    "dislocated", "parataxis", "list", "ccomp", "xcomp", "advcl", "acl", "acl:relcl", "dep",
    "nummod", "amod", "det", "advmod", "expl", "orphan", "csubj", "flat",
)  # fmt: skip
NAMES = (
    "person", "organization", "place", "nationality", "date", "money", "facility", "product",
    "event",
)  # fmt: skip
PRONOUNS = {
    "i": "i me my mine myself",
    "we": "we us our ours ourselves 's",
    "you": "you your yours yourself yourselves",
    "he": "he him his himself",
    "she": "she her hers herself",
    "it": "it its itself",
    "they": "they them their theirs themselves 'em themself",
    "this": "this that",
    "these": "these those",
    "who": "who whom whose which what whoever whatever",
    "there": "there here",
    "other": "each one another other",
    "some": "everyone everybody someone somebody anyone anybody nobody none something anything "
    "everything nothing all both some any many most few several others",
}
CLASSES = tuple(PRONOUNS)
ME, WE, YOU, HE, SHE, IT, THEY, THIS, THESE, WHO, THERE, OTHER, SOME = range(1, len(CLASSES) + 1)
_CLASS = {
    word: number
    for number, words in enumerate(PRONOUNS.values(), start=1)
    for word in words.split()
}
DETERMINERS = {
    "the": "the", "a": "a an", "this": "this that these those",
    "own": "my your his her its our their", "all": "all every each both",
    "no": "no any neither either", "some": "some many few several most more much other another",
    "which": "which what whose",
}  # fmt: skip
_DETERMINER = {
    word: number
    for number, words in enumerate(DETERMINERS.values(), start=1)
    for word in words.split()
}
OWNED, COUNTED = len(DETERMINERS) + 1, len(DETERMINERS) + 2
MALE, FEMALE = 1, 2
SINGULAR, PLURAL = 1, 2
OWNER = 2  # of "inside": the mention owns what it stands in

FIELDS = {
    "kind": 4, "upos": len(UPOS) + 1, "xpos": len(XPOS) + 1, "relation": len(RELATIONS) + 1,
    "name": len(NAMES) + 1, "pronoun": len(CLASSES) + 1, "determiner": COUNTED + 1, "number": 3,
    "gender": 3, "length": 7, "quoted": 2, "opens": 2, "asked": 2, "inside": 3, "own": 2,
    "clause": 3, "title": 2, "possessive": 2, "reflexive": 2,
}  # fmt: skip
"""The categorical signs of a mention and how many values each has."""

_LENGTHS = (1, 2, 3, 4, 7, 12)


@dataclass(frozen=True)
class Signs:
    """Arrays with one entry a mention. `fields` (mentions, len(FIELDS)) are the categories."""

    fields: Ints
    order: Ints  # its place among all mentions of the text
    head: Ints
    first: Ints
    last: Ints
    sentence: Ints
    paragraph: Ints
    turn: Ints  # how often questions and answers have changed places before it
    quote: Ints  # a number for each quotation, 0 outside
    source: Ints  # the head of the source of the quotation or reported content it stands in, or -1
    above: Ints  # the head's own head, or -1
    low: tuple[str, ...]  # the words of the head, in lower case
    lemma: tuple[str, ...]
    content: tuple[tuple[str, ...], ...]  # its words that say something, in lower case
    named: tuple[tuple[str, ...], ...]  # its proper nouns as written, from the head's own phrase
    called: tuple[tuple[str, ...], ...]  # lemmas of nouns that its sentence calls it

    def take(self, index: Ints) -> Signs:
        """Some of the mentions."""
        chosen = index.tolist()
        values: dict[str, Any] = {
            name: value[index] if isinstance(value, np.ndarray) else tuple(value[i] for i in chosen)
            for name, value in vars(self).items()
        }
        return Signs(**values)

    def field(self, name: str) -> Ints:
        """One category of every mention."""
        column: Ints = self.fields[:, _COLUMN[name]]
        return column


_COLUMN = {name: i for i, name in enumerate(FIELDS)}
_SILENT = frozenset(
    [
        *("the", "a", "an", "this", "that", "these", "those", "'s", "’s", "'", "of", "and"),
        *(",", ".", "(", ")", '"', "“", "”", "‘", "’", "-", "–", ":", ";"),
        *("my", "your", "his", "her", "its", "our", "their"),
        *("in", "on", "at", "for", "to", "with", "by", "from"),
    ]
)
_UPOS, _XPOS, _RELATION = (
    {value: number for number, value in enumerate(values, start=1)}
    for values in (UPOS, XPOS, RELATIONS)
)


@cache
def _genders() -> dict[str, int]:
    rows = [*table("given_names.tsv"), *table("gendered_nouns.tsv")]
    return {
        row.get("name") or row.get("word") or "": MALE if row["gender"] == "m" else FEMALE
        for row in rows
    }


def paragraphs(text: Text) -> list[int]:
    """The number of the paragraph of every token: a line break or a new range opens one."""
    numbers, number = [], 0
    begins = {span.start for span in text.prose}
    for i, token in enumerate(text.tokens):
        if i:
            between = text.chars[text.tokens[i - 1].end : token.start]
            number += "\n" in between or token.start in begins
        numbers.append(number)
    return numbers


def quotations(words: list[str], paragraph: list[int]) -> list[int]:
    """For every token the number of the quotation it stands in, 0 outside. A quotation ends with
    its paragraph."""
    numbers, number, inside = [], 0, False
    for i, word in enumerate(words):
        if i and paragraph[i] != paragraph[i - 1]:
            inside = False
        if word in {"\u201c", "``"} or (word == '"' and not inside):
            inside, number = True, number + 1
        elif word in {"\u201d", '"', "''"}:
            inside = False
        numbers.append(number if inside else 0)
    return numbers


def sources(text: Text) -> list[int]:
    """For every token the head of the source that says it, as the reader's attributions have it;
    -1 for none. The innermost counts."""
    owner = [-1] * len(text.tokens)
    spans = [
        (span, attribution.source)
        for attribution in text.attributions
        if attribution.source is not None
        for span in attribution.content
    ]
    for span, source in sorted(spans, key=lambda pair: pair[0].start - pair[0].end):
        head = text.head_of(*source)
        for i in text.tokens_in(*span):
            owner[i] = -1 if head is None else head
    return owner


def read(text: Text, found: list[Mention]) -> Signs:
    """The signs of the mentions of a text."""
    tokens, children = text.tokens, text.children
    words = [text.chars[token.start : token.end] for token in tokens]
    lows = [word.lower().replace("’", "'") for word in words]
    paragraph = paragraphs(text)
    quote, source = quotations(words, paragraph), sources(text)
    asked = {paragraph[i] for i, word in enumerate(words) if word == "?"}
    named = _named(text)
    heads = {m.head for m in found}
    opening = {sentence.first for sentence in text.sentences}
    bases = [token.deprel.partition(":")[0] for token in tokens]
    rows, contents, names = [], [], []
    for m in found:
        h, token = m.head, tokens[m.head]
        pronoun = _CLASS.get(lows[h], 0) if token.upos in {"PRON", "DET", "ADV"} else 0
        below = [c for c in children[h] if m.first <= c <= m.last]
        near = sorted([h, *(c for c in below if bases[c] in _NEAR)])
        rows.append(
            (
                m.kind,
                _UPOS.get(token.upos, 0),
                _XPOS.get(token.xpos, 0),
                _RELATION.get(token.deprel) or _RELATION.get(bases[h], 0),
                named.get(h, 0),
                pronoun,
                _determiner(tokens, lows, m, below),
                _number(token.feats, m.kind, pronoun),
                _gender(lows, near, pronoun, token.lemma),
                bisect_left(_LENGTHS, m.last - m.first + 1),
                int(quote[h] > 0),
                int(m.first in opening),
                int(paragraph[h] in asked),
                OWNER if token.deprel == "nmod:poss" else int(token.head in heads),
                int(any(lows[c] in _DETERMINER for c in below)),
                _clause(tokens, children[h]),
                int(words[h][:1].isupper()),
                int("Poss=Yes" in token.feats),
                int("Reflex=Yes" in token.feats or lows[h].endswith(("self", "selves"))),
            )
        )
        content = [low for low in lows[m.first : m.last + 1] if low not in _SILENT]
        contents.append(tuple(dict.fromkeys(content)))
        names.append(tuple(words[i] for i in near if tokens[i].upos == "PROPN"))
    index = np.array([m[:3] for m in found], dtype=np.int64).reshape(-1, 3)
    at = [m.head for m in found]

    def of(values: Sequence[int]) -> Ints:
        return np.array([values[i] for i in at], dtype=np.int64)

    return Signs(
        fields=np.array(rows, dtype=np.int64).reshape(-1, len(FIELDS)),
        order=np.arange(len(found)),
        head=index[:, 0],
        first=index[:, 1],
        last=index[:, 2],
        sentence=of(text.sentence_of),
        paragraph=of(paragraph),
        turn=of(_turns(paragraph, asked)),
        quote=of(quote),
        source=of(source),
        above=np.array([tokens[i].head for i in at], dtype=np.int64),
        low=tuple(lows[i] for i in at),
        lemma=tuple(tokens[i].lemma.lower() for i in at),
        content=tuple(contents),
        named=tuple(names),
        called=tuple(_called(text, i) for i in at),
    )


_NEAR = frozenset({"flat", "compound", "nmod", "goeswith", "amod"})


def _named(text: Text) -> dict[int, int]:
    """The types of names, one more than their places in NAMES, by token."""
    found: dict[int, int] = {}
    for name in text.names:
        kind = NAMES.index(name.type) + 1 if name.type in NAMES else 0
        found.update(dict.fromkeys(text.tokens_in(name.start, name.end), kind))
    return found


def _determiner(tokens: tuple[Token, ...], lows: list[str], m: Mention, below: list[int]) -> int:
    if m.first == m.head:
        return 0
    first = _DETERMINER.get(lows[m.first], 0)
    if first:
        return first
    relations = {tokens[c].deprel for c in below if c < m.head}
    return OWNED if "nmod:poss" in relations else COUNTED if "nummod" in relations else 0


def _number(feats: str, kind: int, pronoun: int) -> int:
    if kind == JOINED or pronoun in {WE, THEY, THESE}:
        return PLURAL
    if pronoun in {ME, HE, SHE, IT, THIS}:
        return SINGULAR
    if pronoun:
        return 0
    return PLURAL if "Number=Plur" in feats else SINGULAR if "Number=Sing" in feats else 0


def _gender(lows: list[str], near: list[int], pronoun: int, lemma: str) -> int:
    if pronoun:
        return MALE if pronoun == HE else FEMALE if pronoun == SHE else 0
    known = _genders()
    found = known.get(lemma.lower(), 0)
    for i in near:
        found = found or known.get(lows[i].strip(".'-"), 0)
    return found


def _turns(paragraph: list[int], asked: set[int]) -> list[int]:
    """For every token how often a paragraph with a question and one without have alternated."""
    turns, turn, last = [], 0, None
    for number in paragraph:
        if last is not None and number != last and (number in asked) != (last in asked):
            turn += 1
        turns.append(turn)
        last = number
    return turns


_TITLE = frozenset({"compound", "nmod:desc", "appos", "flat"})


def _called(text: Text, head: int) -> tuple[str, ...]:
    """The nouns that a noun is called by: its title, its apposition, its predicate."""
    tokens = text.tokens
    nouns = [c for c in text.children[head] if tokens[c].deprel in _TITLE]
    above = tokens[head].head
    if tokens[head].deprel.startswith("nsubj") and tokens[above].upos == "NOUN":
        nouns.append(above)
    return tuple(dict.fromkeys(tokens[i].lemma.lower() for i in nouns if tokens[i].upos in _NOUNS))


_NOUNS = frozenset({"NOUN", "PROPN"})


def _clause(tokens: tuple[Token, ...], below: list[int]) -> int:
    """1: a relative clause follows; 2: it is a predicate."""
    for c in below:
        if tokens[c].deprel == "cop":
            return 2
        if tokens[c].deprel.startswith("acl"):
            return 1
    return 0
