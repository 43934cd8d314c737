"""Whether a word for or against something is asserted: not asked, supposed, refused, left open."""

from __future__ import annotations

from communique.extraction.clauses import lemma
from communique.lexicon.load import words
from communique.model.text import Text

_OPENING = frozenset({"if", "whether", "unless", "why", "how"})
_POSSIBLE = frozenset({"can", "could", "may", "might"})
_HARDLY = frozenset({"less", "least", "hardly", "barely", "scarcely"})
_MEANS = frozenset({"by", "without", "despite", "instead"})
_GOVERNED = frozenset({"xcomp", "ccomp", "acl", "advcl", "conj", "nmod", "obl", "obj"})
NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nor", "without"})
_REACH = 4
"""Steps up the tree within which what governs a word is looked for."""


def is_open(text: Text, index: int) -> bool:
    """Whether a word stands in a question or supposition, in what somebody does not do ("declined
    to back", "not ready to support", "has not endorsed"), or is a means to something else."""
    if _is_put_off(text, index) or _is_possible(text, index):
        return True
    for step in range(_REACH):
        token = text.tokens[index]
        marks = [lemma(text, c) for c in text.children[index] if c < index]
        leading = [
            lemma(text, c)
            for c in text.children[index]
            if c < index and text.tokens[c].deprel in ("mark", "advmod", "case")
        ]
        if _OPENING.intersection(leading) or (step == 0 and _MEANS.intersection(leading)):
            return True
        if step and (token.lemma.lower() in words("held_back.tsv") or "yet" in marks):
            return True
        deprel = token.deprel.partition(":")[0]
        if token.head < 0 or deprel not in _GOVERNED:
            return False
        if deprel == "xcomp" and is_negated(text, token.head):
            return True
        index = token.head
    return False


def _is_possible(text: Text, index: int) -> bool:
    """Of "may support", "less hostile to", "if he stays, I will vote for him"."""
    for below in text.children[index]:
        word = lemma(text, below)
        if word in _HARDLY or (word in _POSSIBLE and not is_negated(text, index)):
            return True
        if text.tokens[below].deprel == "advcl" and any(
            lemma(text, mark) in ("if", "unless") for mark in text.children[below]
        ):
            return True
    return False


def _is_put_off(text: Text, index: int) -> bool:
    """Of "has not endorsed", "did not back", "has yet to endorse": that is not yet against."""
    before = [c for c in text.children[index] if c < index]
    if not is_negated(text, index):
        return any(lemma(text, c) == "yet" for c in before)
    aux = [(lemma(text, c), text.tokens[c].xpos) for c in before if text.tokens[c].deprel == "aux"]
    return any(word == "have" or (word == "do" and tag == "VBD") for word, tag in aux)


def is_negated(text: Text, index: int) -> bool:
    """Whether a word is denied: "not", "never", "no" before it."""
    return any(
        lemma(text, c) in NEGATIONS or text.word(c).lower() in NEGATIONS
        for c in text.children[index]
        if c < index
    )
