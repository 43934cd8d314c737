"""False events: how many of the events printed for sentences of everyday news are events at all.

Two hundred sentences of GUM's news (train, dev) and of PolNeAR dev, drawn by a hash of their ids,
were labelled by reading, before anything was printed for them (false_events.tsv; the sentences stay
in the corpora). Each sentence is read alone. The rule of the labels: a sentence says `yes` where it
tells, as done, going on, announced, asked for, refused, threatened or denied, a deed that PLOVER
codes, between two sides that it names (persons, bodies, states, or people of a named side:
"Republicans"); praise and blame of somebody named are such deeds (SUPPORT, ACCUSE), and so is what
is told as somebody's claim. `one` stands where only one side is named: what is printed for it is
judged, and its silence counts for nothing. `no` are opinions and statements without a deed,
elections and matches, works and ways of private life, what is only supposed, history as scenery,
and figures of speech.

What was printed is judged too (false_events_printed.tsv: sentence, type and where its evidence
starts in the sentence): right where there is such an event, of that type and between these parties.
An event that is not in that list is right in a `yes` or `one` sentence where the type is one of
those noted for it.

    python -m evaluation.false_events --gold FOLDER [--documents N] [-v]
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from evaluation.inspecting import CORPORA, f1, inspect, need
from evaluation.report import ErrorClass, Figures, arguments, show

LABELS = Path(__file__).with_suffix(".tsv")
PRINTED = LABELS.with_name("false_events_printed.tsv")
_EXAMPLES = {
    "no event": "“Okoye led Sato by five points” printed as an event between the two",
    "no actors": "an event printed of one whom the sentence does not name",
    "type or parties": "“Chile derided the offer of Peru” printed with Peru as the actor",
}


@dataclass(frozen=True)
class Item:
    """A sentence with its label and the types that what it tells may have."""

    id: str
    text: str
    label: str
    types: frozenset[str]


def rows(path: Path) -> list[list[str]]:
    """The lines of a table without its comments and its head."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return [line.split("\t") for line in lines if line and not line.startswith("#")][1:]


def items(gold: Path) -> list[Item]:
    """The labelled sentences, their words from the corpora under a folder."""
    sentences = _gum(gold / "gum")
    found = []
    for id, label, types in rows(LABELS):
        text = sentences[id] if id.startswith("gum/") else _cut(gold / "polnear", id)
        found.append(Item(id, text, label, frozenset(types.split("|")) - {""}))
    return found


def _gum(folder: Path) -> dict[str, str]:
    found = {}
    for part in ("train", "dev"):
        for path in sorted(need(folder / part).glob("GUM_news*.conllu")):
            id = ""
            for line in path.read_text(encoding="utf-8").splitlines():
                if line.startswith("# sent_id = "):
                    id = line.removeprefix("# sent_id = ")
                elif line.startswith("# text = "):
                    found[f"gum/{id}"] = line.removeprefix("# text = ")
    return found


def _cut(folder: Path, id: str) -> str:
    article, _, span = id.removeprefix("polnear/").rpartition("#")
    path = need(folder / "dev" / "text" / f"{article}.txt")
    start, end = map(int, span.split("-"))
    return path.read_bytes().decode("utf-8")[start:end]


Event = tuple[Item, dict[str, Any], bool]


@cache
def answers(gold: Path, most: int | None = None) -> tuple[tuple[Item, ...], tuple[Event, ...]]:
    """The sentences, and the printed events with whether each is right."""
    chosen = items(need(gold))[:most]
    judged = {(id, type, int(start)): right == "right" for id, type, start, right in rows(PRINTED)}
    lines = inspect([item.text for item in chosen])
    events = tuple(
        (item, event, judged.get(_key(item, event), event["type"] in item.types))
        for item, line in zip(chosen, lines, strict=True)
        for event in line.get("events", ())
    )
    return tuple(chosen), events


def _key(item: Item, event: dict[str, Any]) -> tuple[str, str, int]:
    return item.id, event["type"], event["evidence"]["start"]


def evaluate(gold: Path = CORPORA, most: int | None = None) -> Figures:
    """Per cent of the printed events that are right, and that stand in a sentence that tells any;
    of the sentences with a printed event those that tell one, and of the `yes` sentences those for
    which one is printed."""
    sentences, events = answers(gold, most)
    told = {item.id for item in sentences if item.label == "yes"}
    half = {item.id for item in sentences if item.label == "one"}
    printed = {item.id for item, _, _ in events}
    share = f1(len(printed & told), len(told), len(printed - half))
    right = sum(right for _, _, right in events)
    there = sum(item.label != "no" for item, _, _ in events)
    return {
        "events right": 100 * right / max(1, len(events)),
        "events in a sentence with one": 100 * there / max(1, len(events)),
        "sentences P": share["P"],
        "sentences R": share["R"],
        "events": float(len(events)),
        "sentences": float(len(sentences)),
    }


def errors(gold: Path = CORPORA) -> list[ErrorClass]:
    """What is wrong with the events that are not right."""
    counts = Counter(_kind(*event) for event in answers(gold)[1] if not event[2])
    return [
        ErrorClass("events right", kind, count, _EXAMPLES[kind])
        for kind, count in counts.most_common()
    ]


def _kind(item: Item, _event: dict[str, Any], _right: bool) -> str:
    return {"no": "no event", "one": "no actors"}.get(item.label, "type or parties")


def told(gold: Path, events: Iterable[Event]) -> None:
    """Print what is printed for each sentence, to judge it."""
    for item, event, right in events:
        print(item.label, "right" if right else "wrong", *_key(item, event), item.text, sep=" | ")


def main() -> None:
    """Print the figures."""
    verbose = "-v" in sys.argv
    sys.argv = [a for a in sys.argv if a != "-v"]
    given = arguments(__doc__, CORPORA)
    if verbose:
        told(given.gold, answers(given.gold, given.documents)[1])
    show(f"false events: {given.gold}", evaluate(given.gold, given.documents))


if __name__ == "__main__":
    main()
