"""Events end to end: from the raw sentence to who did what to whom, over the PLV sentences.

Every sentence of the gold has one event: its root (PLOVER's types, CONCEDE and RETREAT together as
YIELD) and the words of its source and target. What is printed, in per cent of the sentences:

- `pair`: an event of that root between those two. A party stands where the gold's words stand if
  one of its mentions overlaps the noun phrase of the gold's head, no clause after it: of "a motion
  by Peru that failed" all but the last two words. The source is among the actors and the target
  among recipients or hosts; of types that PLOVER codes with all parties as actors (`TOGETHER`) both
  may be actors, and of meetings it counts as little who is host and who visitor. Where the gold
  marks one of the two, that one is enough.
- `pair, strict`: the same, and the mention holds the head itself.
- `pair, lenient`: the two are parties of the event in any part, by any word of the gold's.
- `pair, precise`: of the events with parties on both sides, the share that is that event.
- `root P`, `root R`, `root F1`: the roots of a sentence as a set against the one of the gold, so
  that whatever else the sentence tells counts as wrong. Events that are denied or only supposed
  are left out: what refuses, threatens or announces them is an event beside them.
- `pair, kept back` and `root F1, kept back`: over the fifth that no rule was made from.

The model of deeds has learnt from PLV. So that this flatters nothing, each sentence is read with a
model fitted without its fifth of the file; all else is what `communique inspect --json` prints.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from communique.language.deeds import Network, ReadDeeds
from communique.model.report import Report, Segment
from communique.model.text import Text
from communique.pipeline.one import Parse, reader
from evaluation import plv
from evaluation.inspecting import CORPORA, f1, need
from evaluation.report import ErrorClass, Figures, arguments, show
from training import deeds

PLV = CORPORA / "plv" / "PLV_train.tsv"
YIELD = frozenset({"CONCEDE", "RETREAT"})
TOGETHER = frozenset({"CONSULT", "AGREE", "COOPERATE", "SUPPORT"})
PHRASE = frozenset({"amod", "appos", "compound", "conj", "det", "flat", "nmod", "nummod"})
"""Relations of what belongs to a noun phrase."""

Spans = tuple[tuple[int, int], ...]
Line = dict[str, Any]


@dataclass(frozen=True)
class Gold:
    """A sentence with the spans of its source and target, each empty where none is marked."""

    text: str
    source: Spans
    target: Spans
    root: str

    @property
    def kept_back(self) -> bool:
        """Whether the sentence is of the fifth that no rule was made from."""
        return hashlib.sha256(self.text.encode()).digest()[0] % 5 == 0


def read(path: Path) -> list[Gold]:
    """The sentences of a file of PLV's form."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [
            Gold(row["sentence"], *_marked(row["marked_sentence"]), row["gold_root"])
            for row in csv.DictReader(lines, delimiter="\t")
        ]


def _marked(marked: str) -> tuple[Spans, Spans]:
    """The spans between <s> and </s>, and between <t> and </t>, in the text without the marks."""
    found: dict[str, list[tuple[int, int]]] = {"s": [], "t": []}
    opened: dict[str, int] = {}
    length = 0
    for piece in re.split(r"(</?[st]>)", marked):
        if piece in {"<s>", "<t>"}:
            opened[piece[1]] = length
        elif piece in {"</s>", "</t>"}:
            found[piece[2]].append((opened[piece[2]], length))
        else:
            length += len(piece)
    return tuple(found["s"]), tuple(found["t"])


def root(kind: str) -> str:
    """A type of PLOVER as the gold names it."""
    return "YIELD" if kind in YIELD else kind


@dataclass(frozen=True)
class Told:
    """How one sentence came out: the roots found, which of `LEVELS` an event reached, and how many
    of the events with two sides are the gold's."""

    gold: Gold
    roots: frozenset[str]
    reached: frozenset[str]
    pairs: int
    right: int
    any_root: bool
    named: tuple[bool, bool]
    """Whether an actor of the record stands where the source and the target stand."""


def compare(gold: Gold, line: Line) -> Told:
    """One sentence of the gold beside what `inspect --json --tokens` printed of it."""
    where = _mentions(line)
    source, target = (_Place(line, spans) for spans in (gold.source, gold.target))
    events = [event for event in line.get("events", []) if _tells(event)]
    reached: set[str] = set()
    pairs = right = 0
    between = False
    for event in events:
        joined = event["type"] in TOGETHER
        actors, others = event["actors"], event["recipients"] + event["hosts"]
        everyone = [*actors, *others]
        among = everyone if joined else others
        actors = everyone if event["format"] else actors
        fits = source.among(actors, where) and target.among(among, where)
        two = bool(others) or (joined and len(event["actors"]) > 1)
        pairs += two
        lenient = source.among(everyone, where, "any") and target.among(everyone, where, "any")
        between |= lenient
        if root(event["type"]) != gold.root:
            continue
        right += two and fits
        if fits:
            reached.add("pair")
        if source.among(actors, where, "head") and target.among(among, where, "head"):
            reached.add("pair, strict")
        if lenient:
            reached.add("pair, lenient")
    everyone = list(range(len(line.get("actors", []))))
    named = (source.among(everyone, where), target.among(everyone, where))
    roots = frozenset(root(event["type"]) for event in events)
    return Told(gold, roots, frozenset(reached), pairs, right, between, named)


def _tells(event: dict[str, Any]) -> bool:
    """Whether an event tells its own type: not one that is denied or only supposed, nor a meeting
    to come, which stands beside the AGREE that announces it."""
    aux = set(event["aux"])
    return not aux & {"negation", "hypothetical"} and not (
        event["type"] == "CONSULT" and "future" in aux
    )


def _mentions(line: Line) -> dict[int, list[tuple[int, int]]]:
    """The spans of every actor: its mentions, those of groups that it is a member of, and its
    evidence."""
    found: dict[int, list[tuple[int, int]]] = {}
    actors = line.get("actors", [])
    for mention in line.get("mentions", []):
        one = mention["actor"]
        for actor in (one, *actors[one]["members"]):
            found.setdefault(actor, []).append((mention["start"], mention["end"]))
    for index, actor in enumerate(actors):
        found.setdefault(index, []).append((actor["evidence"]["start"], actor["evidence"]["end"]))
    return found


class _Place:
    """Where the gold has one of its parties: its words, their noun phrase and their head."""

    def __init__(self, line: Line, spans: Spans) -> None:
        self.any = list(spans)
        parts = [_phrase(line.get("tokens", []), span) for span in spans]
        self.phrase = [span for phrase, _ in parts for span in phrase]
        self.head = [head for _, head in parts]

    def among(
        self, actors: Iterable[int], where: dict[int, list[tuple[int, int]]], by: str = "phrase"
    ) -> bool:
        """Whether one of some actors stands here; always where the gold marks nobody."""
        wanted: list[tuple[int, int]] = getattr(self, by)
        return not self.any or any(
            start < last and first < end
            for actor in actors
            for start, end in where.get(actor, ())
            for first, last in wanted
        )


def _phrase(
    tokens: Sequence[dict[str, Any]], span: tuple[int, int]
) -> tuple[list[tuple[int, int]], tuple[int, int]]:
    """The words of a gold span that are its head with its phrase, and the head alone."""
    inside = [i for i, t in enumerate(tokens) if t["start"] < span[1] and span[0] < t["end"]]
    heads = [i for i in inside if tokens[i]["head"] not in inside]
    if not heads:
        return [span], span
    chosen = {heads[0]}
    for _ in range(len(inside)):
        more = {i for i in inside if tokens[i]["head"] in chosen and _belongs(tokens, i)}
        if more <= chosen:
            break
        chosen |= more
    spans = [(tokens[i]["start"], tokens[i]["end"]) for i in sorted(chosen)]
    head = tokens[heads[0]]
    return spans, (head["start"], head["end"])


def _belongs(tokens: Sequence[dict[str, Any]], index: int) -> bool:
    """Whether a word is of the phrase of the word above it: its modifiers and what says whose or
    where it is ("a base in Kenya", "a request by Peru", "a plan drawn up by Peru"), no clause."""
    relation = tokens[index]["deprel"]
    if relation == "acl":
        return bool(tokens[index]["xpos"] == "VBN")
    return relation in {"obl:agent"} or relation.partition(":")[0] in PHRASE


@cache
def told(path: Path) -> tuple[Told, ...]:
    """The sentences of a file, each beside what is printed of it by a reader whose model of deeds
    was fitted without the fifth of the file that the sentence is in."""
    gold = read(need(path))
    _, fold_of, models, _ = plv.folds(path)
    networks = [Network(deeds.pack(model)) for model in models]
    reads = reader("reader")
    found = []
    for one, fold in zip(gold, fold_of, strict=True):
        body = Segment("body", 0, len(one.text))
        inspected = replace(reads, parse=_Apart(reads.parse, networks[fold]))(
            Report("plv", one.text, language="en", segments=(body,))
        )
        found.append(compare(one, inspected.json(tokens=True)))
    return tuple(found)


@dataclass(frozen=True)
class _Apart:
    """A parse whose model of deeds is another."""

    parse: Parse
    network: Network

    def __call__(self, report: Report) -> Text:
        text = self.parse(report)
        known = text.deeds
        if not isinstance(known, ReadDeeds):
            return text
        return replace(text, deeds=ReadDeeds(text, known.states, self.network))


def figures(found: Sequence[Told]) -> Figures:
    """The figures that this module's description lists, but for those of the part kept back."""
    count = len(found) or 1
    levels = Counter(level for one in found for level in one.reached)
    shown = {
        level: 100 * levels[level] / count for level in ("pair", "pair, strict", "pair, lenient")
    }
    pairs = sum(one.pairs for one in found) or 1
    shown["pair, precise"] = 100 * sum(one.right for one in found) / pairs
    right = sum(one.gold.root in one.roots for one in found)
    scores = f1(right, len(found), sum(len(one.roots) for one in found))
    return shown | {f"root {key}": value for key, value in scores.items()}


def evaluate(gold: Path) -> Figures:
    """All figures over a file of PLV's form."""
    found = told(gold)
    back = figures([one for one in found if one.gold.kept_back])
    kept = {f"{key}, kept back": back[key] for key in ("pair", "root F1")}
    return figures(found) | kept


EXAMPLES = {
    "the source is no actor of the record": "*Two bakers' widows* sued the mill.",
    "the target is no actor of the record": "Peru rejected *the draft resolution*.",
    "no event of any type": "Kenya *opened its arms* to the envoy.",
    "right parties, another type": "Chile *hit* Peru with new duties (an ASSAULT for us).",
    "right type, other parties": "Ghana, *which Togo had accused*, denied it (Togo missed).",
    "only other types": "Kenya *warned* of a boycott (a THREATEN for us, a PROTEST in the gold).",
    "more types than the gold's one": "Kenya *condemned* the raid that *killed* two Ugandans.",
}
"""Classes of errors, each with a sentence of our own."""


def errors(gold: Path = PLV) -> list[ErrorClass]:
    """What goes wrong over a file of PLV's form, by class."""
    counts: Counter[tuple[str, str]] = Counter()
    for one in told(gold):
        if "pair" not in one.reached:
            counts["pair", _why_no_pair(one)] += 1
        if not one.roots:
            counts["root F1", "no event of any type"] += 1
        elif one.gold.root not in one.roots:
            counts["root F1", "only other types"] += 1
        elif len(one.roots) > 1:
            counts["root F1", "more types than the gold's one"] += 1
    return [
        ErrorClass(figure, name, count, EXAMPLES[name])
        for (figure, name), count in sorted(counts.items(), key=lambda c: (-c[1], c[0]))
    ]


def _why_no_pair(one: Told) -> str:
    source, target = one.named
    if not source or not target:
        return f"the {'target' if source else 'source'} is no actor of the record"
    if not one.roots:
        return "no event of any type"
    if one.any_root and one.gold.root not in one.roots:
        return "right parties, another type"
    return "right type, other parties" if one.gold.root in one.roots else "only other types"


if __name__ == "__main__":
    given = arguments(__doc__, PLV)
    show(f"events: {given.gold}", evaluate(given.gold))
