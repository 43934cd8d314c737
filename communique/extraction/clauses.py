"""Asking the tree of a sentence: whose subject, whose object, which words belong together.

Works on Universal Dependencies, and on the labels of spaCy's English pipelines where they differ
(`dobj`, `nsubjpass`, a `prep` with its `pobj`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from communique.model.text import Span, Text

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "nsubjpass", "csubj"})
PASSIVE = frozenset({"nsubj:pass", "nsubjpass", "aux:pass", "auxpass"})
OBJECTS = frozenset({"obj", "dobj"})
ADDRESSED = frozenset({"iobj", "dative"})
_ABOUT = frozenset({"on", "about", "regarding", "concerning", "over"})
NAME_PARTS = frozenset({"flat", "flat:name", "appos", "goeswith", "fixed"})
QUOTE_MARKS = frozenset("\"\u201c\u201d\u201e\u2018\u2019\u00ab\u00bb'") | {"''", "``"}
_BRACKETS = frozenset("()[]%")


class Oblique(NamedTuple):
    """A phrase that a preposition opens: the preposition, its token, and the head of the rest."""

    preposition: str
    at: int
    head: int


_OF_BLAME = frozenset({"for", "of", "as"})


def lemma(text: Text, index: int) -> str:
    """The lemma of a token, small."""
    return text.tokens[index].lemma.lower()


def child(text: Text, index: int, labels: frozenset[str]) -> int | None:
    """The first dependent with one of these labels."""
    for below in text.children[index]:
        if text.tokens[below].deprel in labels:
            return below
    return None


def is_passive(text: Text, index: int) -> bool:
    """Whether a verb is in the passive: by its auxiliary or subject, or as a bare participle
    ("asked about the raid, ...")."""
    token = text.tokens[index]
    if token.xpos in ("VBN", "VBD") and token.deprel in ("advcl", "acl"):
        bare = child(text, index, SUBJECTS) is None
        return bare and not any(lemma(text, below) == "have" for below in text.children[index])
    return any(text.tokens[below].deprel in PASSIVE for below in text.children[index])


def own_subject(text: Text, index: int) -> int | None:
    """The subject that a verb itself has; of a relative clause what it belongs to, and of a
    participle after a noun that noun ("a letter saying ...")."""
    token = text.tokens[index]
    found = child(text, index, SUBJECTS)
    if found is not None and found > index and token.xpos == "VBG":
        found = None  # "saying the plan failed": the plan is no subject of "saying"
    relative = found is None or text.tokens[found].xpos in ("WDT", "WP")
    if token.deprel in ("acl:relcl", "relcl") and relative:
        return token.head
    if found is None and token.deprel == "acl" and token.xpos == "VBG":
        return token.head
    return found


def subject(text: Text, index: int) -> int | None:
    """The subject of a verb, its own or that of the clause it hangs on."""
    seen = 0
    while index >= 0 and seen < 12:
        found = own_subject(text, index)
        if found is not None:
            return found
        deprel = text.tokens[index].deprel.partition(":")[0]
        if deprel not in ("conj", "advcl", "xcomp", "ccomp", "parataxis", "aux", "pcomp", "prep"):
            return None
        if deprel == "advcl" and (blamed := _blamed(text, index)) is not None:
            return blamed
        index, seen = text.tokens[index].head, seen + 1
    return None


def _blamed(text: Text, index: int) -> int | None:
    """Who does it in "attacked the envoy for saying", "accused her of claiming": the object."""
    if text.tokens[index].xpos != "VBG":
        return None
    marks = (lemma(text, c) for c in text.children[index] if c < index)
    held = any(mark in _OF_BLAME for mark in marks)
    return child(text, text.tokens[index].head, OBJECTS) if held else None


def obliques(text: Text, index: int) -> Iterator[Oblique]:
    """The prepositional phrases of a verb or noun."""
    for below in text.children[index]:
        token = text.tokens[below]
        if token.deprel == "prep":
            for inner in text.children[below]:
                if text.tokens[inner].deprel in ("pobj", "pcomp"):
                    yield Oblique(lemma(text, below), below, inner)
        elif token.deprel.partition(":")[0] in ("obl", "nmod", "advcl"):
            for inner in text.children[below]:
                if text.tokens[inner].deprel in ("case", "mark") and inner < below:
                    yield Oblique(lemma(text, inner), inner, below)
                    break


def asides(text: Text, index: int) -> list[Span]:
    """What a sentence says, before its verb, that it is about: "commenting on the raid, ...",
    "asked about the raid, ...", "on the raid, ..."."""
    found: list[Span] = []
    for below in text.children[index]:
        token = text.tokens[below]
        if below >= index:
            break
        if token.deprel == "advcl" and token.xpos in ("VBG", "VBN"):
            for inner in text.children[below]:
                if text.tokens[inner].deprel.partition(":")[0] in ("obl", "obj", "dobj", "prep"):
                    found.extend(runs(text, subtree(text, inner)))
        elif any(lemma(text, c) in _ABOUT for c in text.children[below]):
            found.extend(runs(text, subtree(text, below)))
    return found


def subtree(text: Text, index: int, without: Iterable[int] = ()) -> list[int]:
    """A token and all below it, ascending, but for some of its branches."""
    skip, found, todo = set(without), [], [index]
    while todo:
        current = todo.pop()
        found.append(current)
        todo.extend(c for c in text.children[current] if c not in skip)
    return sorted(found)


def runs(text: Text, tokens: list[int]) -> tuple[Span, ...]:
    """Ascending tokens as stretches without a gap, freed of the punctuation at their ends."""
    found: list[Span] = []
    start = 0
    for at in range(1, len(tokens) + 1):
        if at == len(tokens) or tokens[at] != tokens[at - 1] + 1:
            span = trimmed(text, tokens[start], tokens[at - 1] + 1)
            if span is not None:
                found.append(span)
            start = at
    return tuple(found)


def trimmed(text: Text, first: int, last: int) -> Span | None:
    """The tokens `first`..`last` without punctuation at the ends; quotation marks and brackets
    stay. None when nothing is left."""
    while first < last and _drops(text, first):
        first += 1
    while first < last and _drops(text, last - 1):
        last -= 1
    if first >= last or all(text.tokens[i].upos == "PUNCT" for i in range(first, last)):
        return None
    return Span(text.tokens[first].start, text.tokens[last - 1].end)


def _drops(text: Text, index: int) -> bool:
    word = text.word(index)
    return text.tokens[index].upos == "PUNCT" and word not in QUOTE_MARKS and word not in _BRACKETS


def conjuncts(text: Text, index: int) -> list[int]:
    """A token and what is joined to it by "and", "or" or a comma, ascending."""
    found = [index]
    for below in text.children[index]:
        if text.tokens[below].deprel == "conj":
            found.extend(conjuncts(text, below))
    return found


def name_core(text: Text, index: int) -> list[int]:
    """The tokens that name the same thing as a head: the parts of its name and its appositions."""
    found = [index]
    for below in text.children[index]:
        if text.tokens[below].deprel in NAME_PARTS and not _has_case(text, below):
            found.extend(name_core(text, below))
    return found


def _has_case(text: Text, index: int) -> bool:
    """Whether a preposition leads to a noun: what the tree then calls an apposition is none."""
    return any(text.tokens[c].deprel == "case" and c < index for c in text.children[index])
