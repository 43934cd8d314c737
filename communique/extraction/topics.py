"""What named talks are about, from the whole report: "the Vienna talks", told elsewhere in it to be
talks "on Yemen" or "between the Yemeni government and the rebels"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from communique.extraction.clauses import lemma, subtree
from communique.extraction.issues import state_named
from communique.lexicon.load import words
from communique.model.text import Span, Text

_ABOUT = frozenset({"on", "about", "over", "concerning", "regarding"})
_ADJECTIVAL = frozenset({"amod", "compound", "nmod:poss", "poss", "nmod:desc"})
Topics = Mapping[str, tuple[str, ...]]


def topics_of_talks(text: Text) -> Topics:
    """By the name that talks go by, small, the states they are about, in the order of the text."""
    found: dict[str, list[str]] = {}
    states = [
        (text.head_of(name.start, name.end), state)
        for name in text.names
        if (state := state_named(text.slice((name.start, name.end)))) is not None
    ]
    for index in _talks(text):
        below = set(subtree(text, index))
        about = [
            state
            for head, state in states
            if head is not None and head in below and _is_about(text, head)
        ]
        for name in _names(text, index, below):
            known = found.setdefault(name, [])
            known.extend(state for state in about if state not in known)
    return {name: tuple(known) for name, known in found.items() if known}


def topics_in(text: Text, spans: Sequence[Span], topics: Topics) -> list[tuple[int, str]]:
    """The states that the talks which some stretches name are about, with where they are named."""
    found: list[tuple[int, str]] = []
    for start, end in spans:
        inside = text.tokens_in(start, end)
        for index in inside:
            if lemma(text, index) in words("process_words.tsv"):
                for name in _names(text, index, set(inside)):
                    found.extend((text.tokens[index].start, s) for s in topics.get(name, ()))
    return found


def _talks(text: Text) -> list[int]:
    known = words("process_words.tsv")
    return [
        index
        for index, token in enumerate(text.tokens)
        if token.upos in ("NOUN", "PROPN") and token.lemma.lower() in known
    ]


def _names(text: Text, index: int, within: set[int]) -> list[str]:
    """The names before a noun for talks, and the place that they are held in."""
    found = []
    for below in text.children[index]:
        token = text.tokens[below]
        if token.upos != "PROPN" or below not in within:
            continue
        cases = [lemma(text, c) for c in text.children[below]]
        if token.deprel in _ADJECTIVAL or (token.deprel in ("nmod", "obl") and "in" in cases):
            found.append(text.word(below).lower())
    return found


def _is_about(text: Text, head: int) -> bool:
    token = text.tokens[head]
    if token.deprel in _ADJECTIVAL:
        return True
    return any(lemma(text, c) in _ABOUT for c in text.children[head])
