"""CAMEO codes: what an event of PLOVER is in the older scheme, where a code follows.

`cameo.tsv` gives the code of what is done by type, mode, trigger and the words that go with it;
`cameo_intents.tsv` that of the same announced, threatened or refused. What is denied, still to come
or only supposed has no code of its own: CAMEO codes what is done and said.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from communique.extraction.drafts import Draft
from communique.extraction.ground import Ground
from communique.lexicon.load import table
from communique.model.findings import Event

_APART = frozenset({"nsubj", "csubj", "punct", "parataxis", "cc", "discourse"})
_DEEP = 6
"""Steps below a trigger where the words of what it does still stand: "accused the rebels of
breaking the truce"."""
_NONE = "-"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of `cameo.tsv`."""

    mode: str | None
    triggers: frozenset[str]
    words: tuple[frozenset[str], ...]
    code: str | None

    def fits(self, mode: str | None, trigger: Collection[str], signs: Collection[str]) -> bool:
        """Whether an event of this mode, told by this trigger, with these signs is meant."""
        if self.mode is not None and self.mode != mode:
            return False
        if self.triggers and self.triggers.isdisjoint(trigger):
            return False
        return not self.words or any(wanted.issubset(signs) for wanted in self.words)


@cache
def _lines() -> dict[str, tuple[Line, ...]]:
    found: dict[str, list[Line]] = {}
    for row in table("cameo.tsv"):
        line = Line(
            row["mode"] or None,
            frozenset(filter(None, row["trigger"].split("|"))),
            tuple(_sign(words) for words in row["words"].split("|") if words),
            None if row["code"] == _NONE else row["code"],
        )
        found.setdefault(row["type"], []).append(line)
    return {key: tuple(lines) for key, lines in found.items()}


def _sign(words: str) -> frozenset[str]:
    """The signs that one alternative asks for, all of them; `@` and `=` take in their blanks."""
    return frozenset({words}) if words[0] in "@=" else frozenset(words.split(" "))


@cache
def code_names() -> dict[str, str]:
    """The name of every code."""
    return {row["code"]: row["name"] for row in table("cameo_codes.tsv")}


def code_of(ground: Ground, found: Draft, event: Event) -> str | None:
    """The code of an event as it is told; None for one that is denied, to come or supposed."""
    if {"negation", "future", "hypothetical"} & {*event.aux}:
        return None
    return acted(ground, found, event)


def acted(ground: Ground, found: Draft, event: Event) -> str | None:
    """The code of what an event says is done, whether it is done or not."""
    words = found.trigger.words
    trigger = {" ".join(words), words[0], words[-1]}
    signs = _said(ground, found) | {f"@{context}" for context in event.contexts}
    if event.format:
        signs.add(f"={event.format}")
    if found.trigger.meeting and _abroad(ground, event):
        signs.add("@third country")
    for line in _lines().get(event.type, ()):
        if line.fits(event.mode, trigger, signs):
            return line.code
    return None


def as_intent(code: str | None, kind: str) -> str | None:
    """The code of an act that is only announced, threatened or refused (`kind`: AGREE, CONCEDE,
    THREATEN or REJECT)."""
    if code is None:
        return None
    lines = (r for r in table("cameo_intents.tsv") if r["as"] == kind)
    return next((r["becomes"] for r in lines if code.startswith(r["code"])), None)


def _said(ground: Ground, found: Draft) -> set[str]:
    """The lemmas of a trigger and of what it governs; of a noun's verb too."""
    signs: set[str] = {*found.trigger.words, ground.lemmas[found.verb]}
    level = [found.index]
    for _ in range(_DEEP):
        signs.update(ground.lemmas[k] for k in level)
        level = [
            kid
            for index in level
            for kid in ground.kids(index)
            if ground.rels[kid] not in _APART and not _another(ground, kid)
        ]
    return signs


def _another(ground: Ground, index: int) -> bool:
    """Whether a word begins a coordinate clause of its own."""
    return ground.rels[index] == "conj" and ground.is_verb(index)


def _abroad(ground: Ground, event: Event) -> bool:
    """Whether a meeting is held where none of those who meet is at home."""
    if event.place is None:
        return False
    land = ground.places[event.place].country
    homes = {ground.actors[a].country for a in (*event.actors, *event.recipients, *event.hosts)}
    known = homes - {None}
    return land is not None and len(known) > 1 and land not in known and None not in homes
