"""The words that name agreements, and those that say what became of them, from the lexicon."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from communique.extraction.ground import Ground
from communique.lexicon.load import table


@dataclass(frozen=True, slots=True)
class Kind:
    """A line of `agreements.tsv`: the words that name a kind, and whether they need a sign."""

    words: tuple[str, ...]
    type: str
    needs: bool


@dataclass(frozen=True, slots=True)
class Saying:
    """A line of `agreement_status.tsv`: a word, those that must stand below it, the prepositions
    by which an agreement hangs on it, and the status that it says."""

    word: str
    rest: frozenset[str]
    beside: frozenset[str]
    status: str


@cache
def _kinds() -> dict[str, tuple[Kind, ...]]:
    """By last word, the longest first."""
    found: dict[str, list[Kind]] = {}
    for row in table("agreements.tsv"):
        words = tuple(row["word"].rstrip("*").split(" "))
        found.setdefault(words[-1], []).append(Kind(words, row["type"], row["word"].endswith("*")))
    return {k: tuple(sorted(v, key=lambda f: -len(f.words))) for k, v in found.items()}


@cache
def sayings(pos: str) -> dict[str, tuple[Saying, ...]]:
    """Those of one part of speech by their first word, those with more words first."""
    found: dict[str, list[Saying]] = {}
    for row in table("agreement_status.tsv"):
        if row["pos"] == pos:
            word, *rest = row["word"].split(" ")
            beside = frozenset(filter(None, row["beside"].split("|")))
            found.setdefault(word, []).append(Saying(word, frozenset(rest), beside, row["status"]))
    return {k: tuple(sorted(v, key=lambda s: -len(s.rest))) for k, v in found.items()}


def said_by(pos: str, word: str, below: Collection[str], beside: str = "") -> Saying | None:
    """What a word says of an agreement that hangs on it, by `beside` if by a preposition."""
    for saying in sayings(pos).get(word, ()):
        hangs = beside in saying.beside if beside or saying.beside else True
        if hangs and saying.rest <= {*below}:
            return saying
    return None


def kind_of(ground: Ground, index: int) -> Kind | None:
    """The kind of agreement that a noun names."""
    if ground.text.tokens[index].upos not in {"NOUN", "PROPN"}:
        return None
    for lemma in (ground.lemmas[index], ground.lower[index]):
        for kind in _kinds().get(lemma, ()):
            start = index - len(kind.words) + 1
            if start >= 0 and all(
                w in {ground.lemmas[start + n], ground.lower[start + n]}
                for n, w in enumerate(kind.words)
            ):
                return kind
    return None
