"""Coreference: chains of mentions in GUM's files, and the three scores whose mean is CoNLL F1.

MUC (Vilain et al., 1995) counts links, B³ (Bagga and Baldwin, 1998) mentions, CEAFφ4 (Luo, 2005)
entities; the mean of their F1 is that of the CoNLL shared task of 2012, whose scorer gives the
same numbers for the examples in the tests.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from training import conllu

Chain = frozenset[Hashable]
Counts = tuple[float, float, float, float]
"""What is right of the gold, the gold, what is right of the system, the system."""

METRICS = ("MUC", "B3", "CEAF")


def _owners(chains: Iterable[Chain]) -> dict[Hashable, int]:
    return {mention: number for number, chain in enumerate(chains) for mention in chain}


def _muc(chains: Sequence[Chain], others: Sequence[Chain]) -> tuple[float, float]:
    """Links of `chains` that `others` have too, and all links of `chains`."""
    owner = _owners(others)
    right = whole = 0
    for chain in chains:
        parts = {owner[m] for m in chain if m in owner}
        right += len(chain) - len(parts) - sum(m not in owner for m in chain)
        whole += len(chain) - 1
    return right, whole


def _b3(chains: Sequence[Chain], others: Sequence[Chain]) -> tuple[float, float]:
    owner = _owners(others)
    right = 0.0
    for chain in chains:
        shared = Counter(owner[m] for m in chain if m in owner)
        right += sum(n * n for n in shared.values()) / len(chain)
    return right, sum(map(len, chains))


def _ceaf(gold: Sequence[Chain], system: Sequence[Chain]) -> float:
    from scipy.optimize import linear_sum_assignment

    alike = np.zeros((len(gold), len(system)))
    owner = _owners(system)
    for row, chain in enumerate(gold):
        for column, shared in Counter(owner[m] for m in chain if m in owner).items():
            alike[row, column] = 2 * shared / (len(chain) + len(system[column]))
    rows, columns = linear_sum_assignment(alike, maximize=True)
    return float(alike[rows, columns].sum())


def counts(gold: Sequence[Chain], system: Sequence[Chain]) -> dict[str, Counts]:
    """The counts of one document; those of several add up."""
    alike = _ceaf(gold, system)
    return {
        "MUC": (*_muc(gold, system), *_muc(system, gold)),
        "B3": (*_b3(gold, system), *_b3(system, gold)),
        "CEAF": (alike, len(gold), alike, len(system)),
    }


def conll(documents: Iterable[dict[str, Counts]]) -> dict[str, float]:
    """F1 in per cent of each of the three, and their mean as "CoNLL"."""
    total = {name: np.zeros(4) for name in METRICS}
    for document in documents:
        for name, values in document.items():
            total[name] += values
    figures = {}
    for name, (right, gold, correct, system) in total.items():
        recall = right / gold if gold else 0.0
        precision = correct / system if system else 0.0
        both = recall + precision
        figures[name] = float(100 * 2 * recall * precision / both) if both else 0.0
    return {"CoNLL": sum(figures.values()) / len(METRICS), **figures}


@dataclass(frozen=True)
class GoldMention:
    """A mention of GUM: its words, its characters in the rebuilt text, its type, how it is linked
    to the mention before it (coref, ana, cata, appos, pred, disc; sgl: it has none), and its
    head's place in the document."""

    first: int
    last: int
    start: int
    end: int
    entity: str
    type: str
    link: str
    head: int


@dataclass
class GoldText:
    """A document of GUM with its mentions."""

    name: str
    genre: str
    document: conllu.GoldDocument
    mentions: list[GoldMention] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The rebuilt text."""
        return self.document.text


_OPEN = re.compile(r"\((\d+)-(\w+)-[^-()]*-[^-()]*-[^-()]*-[^-()]*-(\w+)(?:-[^()]*)?(\)?)|(\d+)\)")


def read(path: Path) -> list[GoldText]:
    """The documents of a CoNLL-U file or of all files of a folder, with the mentions of their
    `Entity=`."""
    paths = sorted(path.glob("*.conllu")) if path.is_dir() else [path]
    return [text for one in paths for text in _file(one)]


def _file(path: Path) -> list[GoldText]:
    parts = re.split(r"(?m)^(?=# newdoc)", path.read_text(encoding="utf-8"))
    parts = [part for part in parts if part.strip()]
    texts = []
    for part, document in zip(parts, conllu.read(path), strict=True):
        genre = re.search(r"(?m)^# meta::genre = (\w+)", part)
        text = GoldText(document.name, genre[1] if genre else "", document)
        text.mentions = _mentions(part, document)
        texts.append(text)
    return texts


def _mentions(part: str, document: conllu.GoldDocument) -> list[GoldMention]:
    found: list[GoldMention] = []
    pending: dict[str, list[tuple[int, str, str]]] = {}
    index = -1
    for line in part.splitlines():
        row = line.split("\t")
        if len(row) != 10 or "." in row[0]:
            continue
        # A word of several syntactic words ("don't") has a line of its own before them.
        index += "-" not in row[0]
        entities = re.search(r"(?:^|\|)Entity=([^|]*)", row[9])
        for mark in _OPEN.finditer(entities[1] if entities else ""):
            number, kind, link, closed, closing = mark.groups()
            if number:
                pending.setdefault(number, []).append((index, kind, link))
            if closed or closing:
                number = number or closing
                first, kind, link = pending[number].pop()
                found.append(_mention(document, first, index, number, kind, link))
    return sorted(found, key=lambda m: (m.first, -m.last))


def _mention(
    document: conllu.GoldDocument, first: int, last: int, number: str, kind: str, link: str
) -> GoldMention:
    words = document.words
    inside = range(first, last + 1)
    head = next((i for i in inside if words[i].head not in inside), first)
    return GoldMention(
        first, last, words[first].start, words[last].end, number, kind, link, head
    )  # fmt: skip


def as_ontonotes(text: GoldText) -> list[list[GoldMention]]:
    """The chains of a document as OntoNotes would have them, after OntoGUM (Zhu et al., 2021).

    Predicates ("is [a teacher]") and common nouns before nouns ("[iron] ore") are no mentions; an
    apposition and what it explains are one mention; a noun phrase with "a" or "an" opens a chain.
    Chains of one mention are kept here.
    """
    words = text.document.words
    chains: dict[str, list[list[GoldMention]]] = {}
    for m in text.mentions:
        own = chains.setdefault(m.entity, [])
        head = words[m.head]
        if m.link == "pred" or (head.deprel == "compound" and not head.xpos.startswith("NNP")):
            continue
        if m.link == "appos" and own and own[-1][-1].last < m.first:
            last = own[-1].pop()
            own[-1].append(
                GoldMention(
                    last.first, m.last, last.start, m.end, m.entity, last.type, last.link, last.head
                )
            )
        elif not own or words[m.first].form.lower() in ("a", "an"):
            own.append([m])
        else:
            own[-1].append(m)
    return [chain for own in chains.values() for chain in own]


def key(chains: Iterable[Sequence[GoldMention]], *, singletons: bool) -> list[Chain]:
    """Chains as sets of character spans; a span that two chains claim stays with the longer."""
    taken: set[tuple[int, int]] = set()
    result: list[Chain] = []
    for chain in sorted(chains, key=lambda c: (-len(c), c[0].start, c[0].end)):
        spans = {(m.start, m.end) for m in chain} - taken
        taken |= spans
        if len(spans) > (0 if singletons else 1):
            result.append(frozenset(spans))
    return result
