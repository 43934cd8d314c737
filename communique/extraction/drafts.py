"""Draft: an event as one trigger tells it, before the report's other mentions of it are joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from communique.extraction.frames import FAR
from communique.extraction.ground import Ground
from communique.extraction.triggers import Trigger, names_meeting
from communique.model.text import Span

NOTED = 0.6
"""The score of what a note tells without a subject."""
ABOVE = "its subject is that of the clause above"
UNSAID = "who is meant is named before it, as notes do"
CARRIED = frozenset({"own", "holder", "host", "target"})
"""What a noun's event is to its verb where the two are of one time."""


@dataclass(frozen=True, slots=True)
class Draft:
    """`actors` and `recipients` by index; `parties` the tokens they were read from; `verb` the
    predicate that carries the event (the trigger itself where that is a verb). `weighed`: why its
    type is another of its word's than its trigger's."""

    index: int
    verb: int
    trigger: Trigger
    mode: str | None
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    hosts: tuple[int, ...]
    aux: tuple[str, ...]
    parties: tuple[int, ...]
    sure: float
    why: str
    part: str = "verb"
    far: bool = False
    weighed: str = ""


def named_by(ground: Ground, tokens: Sequence[int]) -> tuple[int, ...]:
    """The actors that some tokens name; a meeting or talks are nobody."""
    return ground.members(
        a for token in tokens if not names_meeting(ground, token) for a in ground.named(token)
    )


def owner(ground: Ground, index: int) -> bool:
    """Whether a modifier names whose a thing is: "Kenya's", "Kenyan", "the Kenya …"."""
    return ground.text.tokens[index].deprel == "nmod:poss" or not ground.case(index)


def definite(ground: Ground, found: Draft) -> bool:
    """Whether the words of an event take it for known: "the meeting", "his talks"."""
    if found.trigger.pos != "noun":
        return False
    kids = ground.kids(found.index, "nmod")
    owned = any(ground.text.tokens[k].xpos == "PRP$" for k in kids)
    return owned or definite_noun(ground, found.index)


def definite_noun(ground: Ground, index: int) -> bool:
    """Whether a noun has "the", "this" and the like before it."""
    told = {ground.lower[k] for k in ground.kids(index, "det")}
    return bool(told & {"the", "this", "that", "these", "those"})


def span_of(ground: Ground, found: Draft) -> Span:
    """The characters an event rests on: its trigger with what is under it and its parties, of
    one sentence, without the clauses that follow."""
    first, last = ground.phrase(found.index)
    sentence = ground.text.sentence_of[found.index]
    for token in found.parties:
        if ground.text.sentence_of[token] == sentence and near_enough(ground, found, token):
            start, end = ground.phrase(token)
            first, last = min(first, start), max(last, end)
    return Span(first, last)


def near_enough(ground: Ground, found: Draft, token: int) -> bool:
    """Whether a party belongs to the evidence: all that a verb has, those in a noun's own phrase
    and the subject of its light verb, but not the subject of a clause above it."""
    if found.part != "climb":
        return True
    current = token
    for _ in range(FAR):
        current = ground.head(current)
        if current == found.index:
            return True
        if current < 0:
            break
    return False
