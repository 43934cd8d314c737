"""On what occasion something was said: "at a news conference after talks in Lima", verbatim."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from communique.extraction.clauses import lemma, subtree, trimmed
from communique.lexicon.load import table
from communique.model.text import Span, Text


@cache
def _openers() -> Mapping[str, frozenset[str]]:
    """By noun, the prepositions that make it an occasion."""
    return {row["noun"]: frozenset(row["after"].split()) for row in table("occasions.tsv")}


_LIMIT = 30
"""Words of the longest occasion that is given; a longer phrase has taken in something else."""
_GAP = 2
"""Characters between two phrases that are one occasion: a comma and a space."""
_REMARKS = frozenset({"remark", "comment", "statement", "announcement", "declaration", "speech"})


def occasion_in(text: Text, sentence: int, outside: list[Span]) -> Span | None:
    """The first occasion that a sentence names outside some spans (what was said, and by whom),
    together with one that follows at once ("in an interview after the summit")."""
    kinds = _openers()
    found: list[Span] = []
    number = text.sentences[sentence]
    for index in range(number.first, number.last):
        token = text.tokens[index]
        if token.upos not in ("NOUN", "PROPN") or lemma(text, index) not in kinds:
            continue
        if _is_addressed(text, index):
            span = _whole(text, index)
        elif any(span.start <= token.start < span.end for span in outside):
            continue
        else:
            span = _phrase(text, index, outside)
        if span is not None:
            found.append(span)
    if not found:
        return None
    found.sort()
    first = found[0]
    for span in found[1:]:
        if span.start <= first.end + _GAP:
            first = Span(first.start, max(first.end, span.end))
    return first


def told_occasion(text: Text, cue: int) -> Span | None:
    """The gathering that something was told: "told a regular briefing"."""
    kinds = _openers()
    for below in text.children[cue]:
        token = text.tokens[below]
        is_case = any(text.tokens[c].deprel == "case" for c in text.children[below])
        told = token.deprel in ("obj", "iobj", "dobj", "dative", "obl") and not is_case
        if told and lemma(text, below) in kinds:
            return _whole(text, below)
    return None


def _is_addressed(text: Text, index: int) -> bool:
    """Whether a gathering is spoken to: "addressing the assembly"."""
    token = text.tokens[index]
    objects = token.deprel in ("obj", "dobj") and token.head >= 0
    return objects and lemma(text, token.head) == "address"


def _whole(text: Text, index: int) -> Span | None:
    tokens = subtree(text, index)
    return trimmed(text, tokens[0], tokens[-1] + 1) if len(tokens) < _LIMIT else None


def _phrase(text: Text, index: int, outside: list[Span]) -> Span | None:
    """The prepositional phrase around a noun: from its preposition to its last word."""
    top = index
    while text.tokens[top].deprel in ("compound", "flat", "conj", "nmod:desc"):
        top = text.tokens[top].head
        if top < 0:
            return None
    if lemma(text, top) not in _openers():
        return None  # a "convention center" is a building
    first = _opener(text, top, _openers()[lemma(text, index)])
    if first is None:
        return None
    tokens = [i for i in subtree(text, top) if i >= first]
    ends = text.tokens[tokens[-1]].end
    around = [s for s in outside if not text.tokens[first].start <= s.start < s.end <= ends]
    last = tokens[0]
    for token in tokens[1:]:
        if token != last + 1 or any(s.start <= text.tokens[token].start < s.end for s in around):
            break
        last = token
    if last - first >= _LIMIT or last < index:
        return None
    return trimmed(text, first, last + 1)


def _opener(text: Text, index: int, openers: frozenset[str]) -> int | None:
    """The preposition that opens a phrase; a phrase inside another ("on the sidelines of the
    forum") opens with the outer one."""
    for _ in range(4):
        token = text.tokens[index]
        cases = [
            c
            for c in text.children[index]
            if text.tokens[c].deprel in ("case", "mark") and c < index
        ]
        if cases and lemma(text, cases[0]) in openers:
            return cases[0]
        if token.deprel == "pobj" and lemma(text, token.head) in openers:
            return token.head
        if token.deprel not in ("nmod", "pobj") or token.head < 0:
            return None
        index = token.head
        if text.tokens[index].upos == "ADP":
            index = text.tokens[index].head
        openers = _openers().get(lemma(text, index), frozenset())
    return None


def made_remarks(text: Text, sentence: int) -> int | None:
    """The verb of "They made the remarks at ...", if a sentence says that and nothing else."""
    number = text.sentences[sentence]
    for index in range(number.first, number.last):
        token = text.tokens[index]
        if token.upos == "VERB" and token.lemma.lower() in ("make", "deliver", "issue"):
            for below in text.children[index]:
                inner = text.tokens[below]
                if inner.deprel in ("obj", "dobj", "nsubj:pass", "nsubjpass") and (
                    lemma(text, below) in _REMARKS and _is_definite(text, below)
                ):
                    return index
    return None


def _is_definite(text: Text, index: int) -> bool:
    return any(
        lemma(text, c) in ("the", "this", "these", "his", "her", "their", "its")
        for c in text.children[index]
    )
