"""Coreference: CoNLL F1 of who and what is meant, from raw text, with exact spans.

Takes GUM's CoNLL-U files (`Entity=` in the last column), of which the test part's news, speeches
and interviews are scored. The gold is read as OntoNotes has it, after OntoGUM: predicates and
common nouns before nouns are no mentions, an apposition and what it explains are one, and a noun
phrase with "a" opens a chain (evaluation/chains.py). Chains of one mention count on neither side,
but in the figure "with singletons", where they count on both.

"person/organization/place" holds the gold chains whose type in GUM is one of the three against
the system's chains of these types; so a chain of the wrong type is lost and one too many. "all
mentions" holds all against all. "actors of the record" holds the same gold against what the record
keeps: the mentions of each actor and the names of each place, compared by the words that head them,
since the record has no articles and clauses around a name; it leaves out by design whoever has
neither name nor office ("a woman", "I" in an interview). Texts are the files' own sentences, a
blank line between paragraphs; names of speakers, which GUM keeps in comments, are not given.

    python -m evaluation.coreference --gold FILE_OR_FOLDER [--genres news,speech,interview]
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from evaluation.chains import (
    Chain,
    Counts,
    GoldMention,
    GoldText,
    as_ontonotes,
    conll,
    counts,
    key,
    read,
)
from evaluation.inspecting import CORPORA, inspect, need
from evaluation.report import ErrorClass, Figures, arguments, show

GUM = CORPORA / "gum" / "test"
GENRES = ("news", "speech", "interview")
ACTORS = frozenset({"person", "organization", "place"})
MAIN = "person/organization/place"


@dataclass(frozen=True)
class Read:
    """A gold text beside the system's chains: their types and their spans in the same text."""

    gold: GoldText
    chains: tuple[tuple[str, Chain], ...]
    line: dict[str, Any]

    def system(self, *, actors: bool, singletons: bool) -> list[Chain]:
        """The system's chains that take part in a figure."""
        return [
            chain
            for kind, chain in self.chains
            if (kind in ACTORS or not actors) and len(chain) > (0 if singletons else 1)
        ]

    def golden(self, *, actors: bool, singletons: bool) -> list[Chain]:
        """The gold chains that take part in a figure."""
        return key(self.mentions(actors=actors), singletons=singletons)

    def mentions(self, *, actors: bool) -> list[list[GoldMention]]:
        """The gold chains with what is known of each mention."""
        return [c for c in as_ontonotes(self.gold) if c[0].type in ACTORS or not actors]


@cache
def readings(gold: Path, genres: tuple[str, ...] = GENRES) -> tuple[Read, ...]:
    """The texts of some genres (of all, where none is named), inspected once a run."""
    texts = [text for text in read(need(gold)) if not genres or text.genre in genres]
    lines = inspect([text.text for text in texts], "--chains", "--tokens")
    return tuple(Read(text, _chains(line), line) for text, line in zip(texts, lines, strict=True))


def _chains(line: dict[str, Any]) -> tuple[tuple[str, Chain], ...]:
    return tuple(
        (chain["type"], frozenset((start, end) for start, end in chain["mentions"]))
        for chain in line.get("chains", [])
    )


def _score(read_texts: Iterable[Read], *, actors: bool, singletons: bool = False) -> Figures:
    return conll(
        counts(
            text.golden(actors=actors, singletons=singletons),
            text.system(actors=actors, singletons=singletons),
        )
        for text in read_texts
    )


def _by_heads(text: Read) -> dict[str, Counts]:
    """The counts of the record's actors and places against the gold chains of the three types."""
    heads = Heads(text.line["tokens"])
    actors: dict[int, set[int]] = {}
    for mention in text.line["mentions"]:
        actors.setdefault(mention["actor"], set()).add(heads.of(mention["start"], mention["end"]))
    places: dict[object, set[int]] = {}
    for place in text.line["places"]:
        known = place["geonameid"] or place["name"]
        places.setdefault(known, set()).add(heads.of(*place["span"]))
    gold = [{heads.of(m.start, m.end) for m in chain} for chain in text.mentions(actors=True)]
    return counts(
        [frozenset(chain) for chain in gold if len(chain) > 1],
        [chain for chain in _joined([*actors.values(), *places.values()]) if len(chain) > 1],
    )


class Heads:
    """The words of a reading, by which spans of different ends can be compared."""

    def __init__(self, tokens: list[dict[str, Any]]) -> None:
        self.tokens = tokens
        self.starts = [token["start"] for token in tokens]

    def of(self, start: int, end: int) -> int:
        """Where the word begins that heads a stretch: the first whose own head lies outside."""
        inside = range(bisect_left(self.starts, start), bisect_left(self.starts, end))
        outside = (i for i in inside if self.tokens[i]["head"] not in inside)
        head = next(outside, None)
        return start if head is None else self.starts[head]


def _joined(parts: Iterable[set[int]]) -> list[Chain]:
    """Sets that share a word, as one: a state is an actor and a place."""
    whole: list[set[int]] = []
    for part in parts:
        shared = [known for known in whole if known & part]
        whole = [known for known in whole if not known & part]
        whole.append(part.union(*shared))
    return [frozenset(known) for known in whole]


def evaluate(
    gold: Path = GUM, most: int | None = None, genres: tuple[str, ...] = GENRES
) -> Figures:
    """CoNLL F1 in per cent, with its three parts for the three types of actors."""
    texts = readings(gold, genres)
    if most and most < len(texts):
        texts = tuple(texts[i * len(texts) // most] for i in range(most))
    main = _score(texts, actors=True)
    return {
        MAIN: main["CoNLL"],
        "MUC": main["MUC"],
        "B3": main["B3"],
        "CEAF": main["CEAF"],
        "with singletons": _score(texts, actors=True, singletons=True)["CoNLL"],
        "all mentions": _score(texts, actors=False)["CoNLL"],
        "actors of the record": conll(_by_heads(text) for text in texts)["CoNLL"],
    }


_EXAMPLES = {
    "mention not found": "“[The lagoon's harbourmasters] met” with no mention there",
    "wrong boundary": "“[the envoy] who came by sea” for “[the envoy who came by sea]”",
    "pronoun left alone": "“Ada Birk sailed; [she] was late”, “she” joined to nobody",
    "pronoun to another": "“Ada Birk saw Ines Roe; [she] waved”, “she” joined to Roe for Birk",
    "name left alone": "“Port Amber … [the port of Amber]” not joined",
    "name to another": "“Ada Birk … Carl Birk … [Birk]” joined to Carl for Ada",
    "description left alone": "“Ada Birk … [the harbourmaster]” joined to nobody",
    "description to another": "“Ada Birk … Ines Roe … [the harbourmaster]” joined to Roe",
    "entity in several chains": "“Birk … she” and “the harbourmaster … her” kept apart",
    "chain of several entities": "“Birk” and “Roe” in one chain",
    "chain of another type": "“Amber … it” taken for a thing where it is a place",
    "mention that is none": "“[the weather] … [it]” joined where nothing is meant",
}


def errors(gold: Path = GUM, genres: tuple[str, ...] = GENRES) -> list[ErrorClass]:
    """Classes of errors in the chains of persons, organisations and places, by count."""
    found: Counter[str] = Counter()
    for text in readings(gold, genres):
        found.update(_classes(text))
    return [ErrorClass(MAIN, name, count, _EXAMPLES[name]) for name, count in found.most_common()]


def _classes(text: Read) -> Iterable[str]:
    """The name of a class for every mention that is not joined as in the gold, and for every
    chain that is split, mixed or of another type."""
    system = text.system(actors=True, singletons=False)
    owner = {span: chain for chain in system for span in chain}
    anywhere = {s: c for c in text.system(actors=False, singletons=True) for s in c}
    chains = [c for c in text.mentions(actors=True) if len(c) > 1]
    gold_of = {(m.start, m.end): number for number, c in enumerate(chains) for m in c}
    for number, chain in enumerate(chains):
        spans = [(m.start, m.end) for m in chain]
        if len({owner[span] for span in spans if span in owner}) > 1:
            yield "entity in several chains"
        for m, span in zip(chain, spans, strict=True):
            joined = anywhere.get(span, frozenset())
            if not joined & set(spans) - {span}:
                to_another = any(gold_of.get(s, number) != number for s in joined)
                yield _why_missed(text.gold, m, anywhere, to_another)
            elif span not in owner:
                yield "chain of another type"
    for chain in system:
        if len({gold_of[span] for span in chain if span in gold_of}) > 1:
            yield "chain of several entities"
        yield from ("mention that is none" for span in chain if span not in gold_of)


def _why_missed(gold: GoldText, m: GoldMention, spans: dict[Any, Chain], to_another: bool) -> str:
    head = gold.document.words[m.head]
    if (m.start, m.end) not in spans:
        near = any(
            a <= head.start and head.end <= b and (a == m.start or b == m.end) for a, b in spans
        )
        return "wrong boundary" if near else "mention not found"
    kind = "description"
    if head.upos == "PRON" or head.xpos.startswith("PRP"):
        kind = "pronoun"
    elif head.xpos.startswith("NNP"):
        kind = "name"
    return f"{kind} to another" if to_another else f"{kind} left alone"


if __name__ == "__main__":
    given = arguments(__doc__, GUM, genres=",".join(GENRES))
    chosen = tuple(filter(None, given.genres.split(",")))
    show(f"coreference: {given.gold}", evaluate(given.gold, given.documents, chosen))
    for error in errors(given.gold, chosen):
        print(f"  {error.count:5d} {error.name}")
