"""Which way a clause looks, by the tense of its verb: to what was, or to what will be."""

from __future__ import annotations

import re

from communique.extraction.moments import FUTURE, PAST, PERHAPS_PAST, UNKNOWN
from communique.lexicon.load import table, words
from communique.model.text import Text

_AHEAD = re.compile(
    r"\b(?:will|shall|would|won['’]t|(?:is|are|was|were|be) (?:to|set) |"
    r"going to|scheduled|planned|slated|due|upcoming|forthcoming|plans? to|to be held|"
    r"expected to|agreed to|ahead of|tomorrow)\b|['’]ll\b",
    re.IGNORECASE,
)


_BEHIND = re.compile(
    r"\b(?:was|were|had|has|have|did|said|told|met|held|made|took|went|\w{3,}ed)\b"
)


def tense(text: Text, start: int, end: int) -> int:
    """Which way the clause of an expression looks: PAST, PERHAPS_PAST, FUTURE or UNKNOWN.

    By the verb above it where the text is parsed, else by the nearest word before it that says.
    """
    head = text.head_of(start, end)
    if head is None:
        return _tense_of_words(text, start)
    if _at_present(text, head) or _moved_to(text, head):
        return FUTURE
    found = _tense_of_verb(text, head)
    if found == UNKNOWN and _without_past(text, head):
        return FUTURE
    return PERHAPS_PAST if found == PAST and not _tells_when(text, head) else found


def _at_present(text: Text, head: int) -> bool:
    """Whether an expression tells when a verb in the present happens, whatever stands above that:
    "she said the embassy opens in May"."""
    above = text.tokens[head].head
    if above < 0 or not text.tokens[head].deprel.startswith("obl") or _marked(text, head, _BACK):
        return False
    verb = text.tokens[above]
    helpers = any(text.tokens[k].deprel.startswith("aux") for k in text.children[above])
    return verb.xpos in {"VBP", "VBZ"} and not helpers


def _moved_to(text: Text, head: int) -> bool:
    """Whether something was put off to an expression: "extended until May"."""
    above = text.tokens[head].head
    moved = above >= 0 and text.tokens[above].lemma.lower() in words("times_moved.tsv")
    return moved and _marked(text, head, _BOUNDS - {"by", "before"})


def _without_past(text: Text, head: int) -> bool:
    """Whether the verb at which an expression stands is in no past: "to resume Monday"."""
    above = text.tokens[head].head
    here = text.tokens[head].deprel.startswith("obl") and above >= 0
    return here and text.tokens[above].xpos in {"VB", "VBG", "VBP", "VBZ"}


_BOUNDS = frozenset({"to", "until", "till", "by", "through", "before"})
_BACK = frozenset({"since"})


def _tells_when(text: Text, head: int) -> bool:
    """Whether an expression stands at a verb itself and says when, not until when."""
    above = text.tokens[head].head
    if above >= 0 and text.tokens[above].upos not in {"VERB", "AUX"}:
        return False
    return not _marked(text, head, _BOUNDS)


def _marked(text: Text, head: int, prepositions: frozenset[str]) -> bool:
    """Whether an expression stands after one of these prepositions."""
    return any(
        text.tokens[child].deprel == "case" and text.tokens[child].lemma.lower() in prepositions
        for child in text.children[head]
    )


def _tense_of_words(text: Text, start: int) -> int:
    before = re.split(r"[.!?]\s|\n", text.chars[max(0, start - 160) : start])[-1]
    ahead = max((m.end() for m in _AHEAD.finditer(before)), default=-1)
    behind = max((m.end() for m in _BEHIND.finditer(before)), default=-1)
    if ahead < 0 and behind < 0:
        return UNKNOWN
    return FUTURE if ahead >= behind else PAST


def _tense_of_verb(text: Text, head: int) -> int:
    """The tense of the nearest verb above a token; nouns on the way may look ahead themselves."""
    index, steps = head, 0
    while index >= 0 and steps < 8:
        token = text.tokens[index]
        below = [text.tokens[child] for child in text.children[index]]
        if any(t.lemma.lower() in words("times_ahead.tsv") and t.deprel == "amod" for t in below):
            return FUTURE
        if token.upos in {"VERB", "AUX"} or any(t.deprel in {"cop", "aux"} for t in below):
            found = _tense_at(text, index)
            if found != UNKNOWN:
                return found
        elif token.upos == "ADJ" and token.lemma.lower() in words("times_ahead.tsv"):
            return FUTURE
        index, steps = token.head, steps + 1
    return UNKNOWN


def _done(text: Text, index: int) -> bool:
    """Whether a participle tells a deed that was done: "the truce was agreed in May"."""
    deeds = {row["word"] for row in table("times_ahead.tsv") if row["kind"]}
    below = [text.tokens[child] for child in text.children[index]]
    helped = any(t.xpos == "VBD" and t.deprel.startswith("aux") for t in below)
    to_do = any(t.deprel in {"xcomp", "advcl", "ccomp", "csubj"} for t in below)
    return text.tokens[index].lemma.lower() in deeds and helped and not to_do


def _tense_at(text: Text, index: int) -> int:
    """The tense of one verb, by its form and auxiliaries."""
    token = text.tokens[index]
    below = [text.tokens[child] for child in text.children[index]]
    helpers = {t.lemma.lower() for t in below if t.deprel.startswith(("aux", "cop"))}
    if helpers & {"will", "shall", "would", "'ll", "’ll"}:
        return FUTURE
    if token.lemma.lower() in words("times_ahead.tsv") and token.xpos in {"VBN", "JJ"}:
        return PAST if _done(text, index) else FUTURE
    if any(t.lemma.lower() == "to" and t.upos == "PART" for t in below):
        parent = text.tokens[token.head] if token.head >= 0 else None
        if parent is None or parent.lemma.lower() in words("times_ahead.tsv") | {"be"}:
            return FUTURE
        return UNKNOWN
    past = any(
        t.xpos == "VBD" or "Tense=Past" in t.feats
        for t in below
        if t.deprel != "nmod" and t.deprel.startswith(("aux", "cop"))
    )
    if past or token.xpos in {"VBD", "VBN"} or "Tense=Past" in token.feats or "have" in helpers:
        return PAST
    return UNKNOWN
