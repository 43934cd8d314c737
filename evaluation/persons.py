"""Persons with their titles in re3d: F1 of named persons, exact and overlapping, and the share of
titles that are split from the name as its annotators did.

Takes a folder with re3d's folders (`documents.json` and `entities.json`, a JSON object a line).
Gold persons are entities of type Person that hold a capital letter and are no pronoun, the longest
of those inside one another; where an entity ends with another one ("Gen. NAME", NAME), the words
before the inner one are its title. Ours are the mentions of persons with a capital letter, the
longest of those inside one another.

    python -m evaluation.persons --gold FOLDER [--documents N]
"""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

from evaluation.inspecting import CORPORA, f1, inspect, need
from evaluation.office_gold import plain
from evaluation.report import ErrorClass, Figures, arguments, show

RE3D = CORPORA / "re3d"
Spans = set[tuple[int, int]]
_PRONOUNS = frozenset({"He", "She", "His", "Her", "I", "We", "They", "Their", "My", "Our", "It"})


def read(folder: Path) -> list[tuple[str, Spans]]:
    """The texts with the spans of their person entities, in characters."""
    documents = []
    for part in sorted(path.parent for path in folder.glob("*/documents.json")):
        persons: dict[str, Spans] = {}
        for entity in _lines(part / "entities.json"):
            if entity["type"] == "Person":
                persons.setdefault(entity["documentId"], set()).add(
                    (entity["begin"], entity["end"])
                )
        for document in _lines(part / "documents.json"):
            documents.append((document["text"], persons.get(document["_id"], set())))
    return documents


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def named(text: str, spans: Spans) -> Spans:
    """Those that hold a capital letter and are no pronoun."""
    return {
        (a, b)
        for a, b in spans
        if text[a:b] not in _PRONOUNS and any(word[:1].isupper() for word in text[a:b].split())
    }


def longest(spans: Spans) -> Spans:
    """Those that lie inside no other."""
    return {s for s in spans if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in spans)}


def titled(text: str, spans: Spans) -> list[tuple[str, str]]:
    """Title and name of each person whose name the annotators marked inside the longer one."""
    found = []
    for a, b in sorted(longest(named(text, spans))):
        inner = [s for s in named(text, spans) if s[1] == b and s[0] > a]
        if inner and len(text[a : min(inner)[0]].split()) <= 6:
            title = text[a : min(inner)[0]].strip()
            if title and title.split()[-1] not in {"the", "al", "Abu", "Umm", "bin"}:
                found.append((title, text[min(inner)[0] : b]))
    return found


def _split(title: str, name: str, actors: list[dict[str, Any]]) -> bool:
    """Whether somebody of the name has an office or rank among the words of the title."""
    words = plain(title).split()
    for actor in actors:
        if actor["type"] != "person":
            continue
        if plain(name) not in {plain(n) for n in (actor["name"], *actor.get("aliases", ()))}:
            continue
        told = [o["title"] for o in actor.get("offices", ())] + [actor.get("rank") or ""]
        if any(t and plain(t).split()[-1] in _spelt(words) for t in told):
            return True
    return False


def _spelt(words: list[str]) -> set[str]:
    """Words with the commonest ranks written out."""
    out = {
        "gen": "general",
        "col": "colonel",
        "capt": "captain",
        "maj": "major",
        "lt": "lieutenant",
    }
    return {out.get(word, word) for word in words} | set(words)


@cache
def _scored(gold: Path, most: int | None) -> tuple[Figures, tuple[ErrorClass, ...]]:
    documents = read(need(gold))
    if most and most < len(documents):
        documents = [documents[i * len(documents) // most] for i in range(most)]
    counts: Counter[str] = Counter()
    for (text, spans), line in zip(documents, inspect([t for t, _ in documents]), strict=True):
        actors = line.get("actors", [])
        persons = {i for i, actor in enumerate(actors) if actor["type"] == "person"}
        ours = {(m["start"], m["end"]) for m in line.get("mentions", []) if m["actor"] in persons}
        want, have = longest(named(text, spans)), longest(named(text, ours))
        met = {w for w in want if any(a < w[1] and w[0] < b for a, b in have)}
        counts["gold"] += len(want)
        counts["ours"] += len(have)
        counts["exact"] += len(want & have)
        counts["overlap"] += len(met)
        counts["true"] += sum(any(a < h[1] and h[0] < b for a, b in want) for h in have)
        titles = titled(text, spans)
        counts["titles"] += len(titles)
        counts["split"] += sum(_split(*pair, actors) for pair in titles)
    return _figures(counts), _errors(counts)


def _figures(counts: Counter[str]) -> Figures:
    precision = 100 * counts["true"] / max(1, counts["ours"])
    recall = 100 * counts["overlap"] / max(1, counts["gold"])
    return {
        "exact": f1(counts["exact"], counts["gold"], counts["ours"])["F1"],
        "overlap": 2 * precision * recall / max(1.0, precision + recall),
        "titles split": 100 * counts["split"] / max(1, counts["titles"]),
    }


def _errors(counts: Counter[str]) -> tuple[ErrorClass, ...]:
    return (
        ErrorClass(
            "exact",
            "other limits of the phrase: whether unit, town or apposition belong to it",
            counts["overlap"] - counts["exact"],
            "the Fifth Wing commander Col. Ann Moe, of which the annotators mark one half",
        ),
        ErrorClass(
            "overlap",
            "nobody found: single words, places marked as persons, numbers",
            counts["gold"] - counts["overlap"],
            "Rashid, in a list of names without verbs",
        ),
        ErrorClass(
            "overlap",
            "found, and not in the gold: persons the annotators passed over",
            counts["ours"] - counts["true"],
            "Prof. Ruth Hale, quoted in passing",
        ),
    )


def evaluate(gold: Path, most: int | None = None) -> Figures:
    """F1 in per cent of named persons, and the per cent of titles split from the name."""
    return _scored(gold, most)[0]


def errors(gold: Path) -> list[ErrorClass]:
    """What lies behind the figures."""
    return list(_scored(gold, None)[1])


if __name__ == "__main__":
    given = arguments(__doc__, RE3D)
    show(f"persons: {given.gold}", evaluate(given.gold, given.documents))
