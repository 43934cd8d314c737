"""Offices: how many strings of title and name are split into name, title and country rightly.

Takes the folders `travels` and `visits` of the Office of the Historian (evaluation/office_gold.py
tells how the gold is cut from them) and scores the fifth of the rows that is kept back by a hash
of their ids. A person is right when one person of the printed reading has that name, holds an
office of that title (or that rank, where the title is one), and is of that country, as far as the
row tells it. Forms of address before a name (Sheikh, Lord) count to neither.

    python -m evaluation.offices --gold FOLDER [--documents N] [--worked-on]
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from functools import cache, partial
from pathlib import Path
from typing import Any

from evaluation.inspecting import CORPORA, inspect, need
from evaluation.office_gold import HONORIFIC, Gold, Item, held_back, plain, travels, visits
from evaluation.report import ErrorClass, Figures, arguments, show

HISTORIAN = CORPORA / "history-at-state"
TRAVELS, VISITS = HISTORIAN / "travels", HISTORIAN / "visits"
PARTS = ("name", "title", "country")

_CLASSES = {
    "name": (
        "the name is cut short or runs too far",
        "President Ana de la Cueva Ruiz read as Ana de la Cueva",
    ),
    "title": ("the title is missing or cut", "Provincial Premier Okeke without his title"),
    "country": (
        "the country is missing or another's",
        "President Okeke, met on a journey to Chad by a minister of Mali",
    ),
}

Answer = tuple[Gold, frozenset[str]]


def _address(name: str) -> str:
    return plain(re.sub(rf"^(?:(?:{HONORIFIC}) )+", "", name))


def _names(actor: dict[str, Any]) -> set[str]:
    return {_address(n) for n in (actor["name"], *actor.get("aliases", ()))}


def _titles(actor: dict[str, Any]) -> set[str]:
    """The titles of an actor in the words that could stand before the name."""
    found = {plain(actor.get("rank") or "")}
    for office in actor.get("offices", ()):
        title = plain(office["title"])
        found.add(title)
        if office.get("former"):
            found.add(f"former {title}")
        if office.get("body"):
            found |= {
                f"{title} of {plain(office['body'])}",
                f"{title} of the {plain(office['body'])}",
            }
    return found | {
        f"{a} {b}" for a in found for b in found if a and b and a != b
    }  # "Prime Minister-Prince", "Prime Minister/Foreign Minister"


def judge(person: Gold, actors: list[dict[str, Any]]) -> frozenset[str]:
    """Which of name, title and country the best of the printed persons has right."""
    best: frozenset[str] = frozenset()
    for actor in actors:
        if actor["type"] != "person":
            continue
        right = set()
        if _address(person.name) in _names(actor):
            right.add("name")
        elif not any(plain(person.name).split()[-1] in name.split() for name in _names(actor)):
            continue
        if plain(person.title) in _titles(actor):
            right.add("title")
        countries = {actor.get("country"), *(o.get("country") for o in actor.get("offices", ()))}
        if person.country is None or person.country in countries:
            right.add("country")
        best = max(best, frozenset(right), key=lambda r: ("name" in r, len(r)))
    return best


@cache
def _answers(gold: Path, most: int | None, kept_back: bool) -> tuple[Answer, ...]:
    read = travels if list(need(gold).rglob("*-travels")) else visits
    items: list[Item] = [i for i in read(gold) if held_back(i.id) == kept_back]
    if most and most < len(items):
        items = [items[i * len(items) // most] for i in range(most)]
    lines = inspect([item.text for item in items])
    return tuple(
        (person, judge(person, line.get("actors", [])))
        for item, line in zip(items, lines, strict=True)
        for person in item.people
    )


def evaluate(gold: Path, most: int | None = None, kept_back: bool = True) -> Figures:
    """Per cent of the persons: all three right (`split`), and each of them."""
    answers = _answers(gold, most, kept_back)
    whole = max(1, len(answers))
    figures = {"split": sum(len(right) == len(PARTS) for _, right in answers)}
    figures |= {part: sum(part in right for _, right in answers) for part in PARTS}
    return {name: 100 * count / whole for name, count in figures.items()} | {
        "persons": float(len(answers))
    }


def errors(gold: Path) -> list[ErrorClass]:
    """What is wrong with those that are not split rightly, the first of name, title, country."""
    counts: Counter[str] = Counter()
    for _, right in _answers(gold, None, True):
        if not right:
            counts["none"] += 1
        elif wrong := next((part for part in PARTS if part not in right), None):
            counts[wrong] += 1
    classes = {"none": ("no such person was found", "King Okeke II of a land unknown"), **_CLASSES}
    return [
        ErrorClass("split", *classes[kind][:1], count, classes[kind][1])
        for kind, count in counts.most_common()
    ]


def main() -> None:
    """Print the figures of one folder."""
    worked_on = "--worked-on" in sys.argv
    sys.argv = [a for a in sys.argv if a != "--worked-on"]
    given = arguments(__doc__, VISITS)
    score = partial(evaluate, given.gold, given.documents, not worked_on)
    show(f"offices: {given.gold}", score())


if __name__ == "__main__":
    main()
