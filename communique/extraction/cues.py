"""Words that say that somebody says, asks, promises, rejects or believes something."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from communique.extraction.clauses import lemma
from communique.lexicon.load import table
from communique.model.text import Span, Text

SPOKEN = frozenset({"say", "stress", "ask", "pledge", "accept", "reject", "warn", "report"})
"""The classes of words that tell of something said or written, not only felt or thought."""
_PARTICLES = frozenset({"compound:prt", "prt"})
_BEFORE = frozenset({"aux", "aux:pass", "auxpass", "advmod", "neg"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A line of cues.tsv: `content` and `told` are arguments, in the order of preference."""

    word: str
    kind: str
    content: tuple[str, ...]
    told: tuple[str, ...]


@cache
def cue_words(pos: str) -> Mapping[str, Cue]:
    """The cues of a part of speech ("verb", "noun") by lemma, particle included."""
    return {
        row["cue"]: Cue(
            row["cue"], row["class"], tuple(row["content"].split()), tuple(row["told"].split())
        )
        for row in table("cues.tsv")
        if row["pos"] == pos
    }


def verb_cue(text: Text, index: int) -> Cue | None:
    """The cue that a token is as a verb, its particle taken into account."""
    token = text.tokens[index]
    if token.upos != "VERB":
        return None
    known = cue_words("verb")
    base = token.lemma.lower()
    for below in text.children[index]:
        if text.tokens[below].deprel in _PARTICLES:
            return known.get(f"{base} {lemma(text, below)}") or known.get(base)
    return known.get(base)


def noun_cue(text: Text, index: int) -> Cue | None:
    """The cue that a token is as a noun."""
    token = text.tokens[index]
    return cue_words("noun").get(token.lemma.lower()) if token.upos == "NOUN" else None


def cue_in(text: Text, span: Span) -> tuple[int, Cue | None]:
    """The word that makes a span of characters a cue: its token, and its entry where it has one.

    -1 when the span holds no token.
    """
    inside = text.tokens_in(span.start, span.end)
    for find in (verb_cue, noun_cue):
        for index in inside:
            cue = find(text, index)
            if cue is not None:
                return index, cue
    if not inside:
        return -1, None
    verbs = [i for i in inside if text.tokens[i].upos == "VERB"]
    return (verbs[-1] if verbs else inside[-1]), None


def cue_span(text: Text, index: int, preposition: int | None = None) -> Span:
    """The characters of a verbal cue: its auxiliaries and adverbs right before it, its particle,
    and the preposition that leads to the content ("has also called for")."""
    first = last = index
    children = set(text.children[index])
    while first - 1 in children and text.tokens[first - 1].deprel in _BEFORE:
        first -= 1
    for below in (*text.children[index], *([] if preposition is None else [preposition])):
        is_part = text.tokens[below].deprel in _PARTICLES or below == preposition
        if is_part and below == last + 1:
            last = below
    return Span(text.tokens[first].start, text.tokens[last].end)
