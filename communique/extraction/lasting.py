"""How long a meeting took: "a two-hour meeting", "three days of talks", "met for two hours", "the
talks, which lasted five hours".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from communique.extraction.drafts import Draft, definite_noun
from communique.extraction.frames import FAR
from communique.extraction.ground import Ground
from communique.extraction.timelinks import linking
from communique.extraction.triggers import names_meeting
from communique.model.findings import Event

LATER = 4
"""Sentences after that of a meeting in which "the talks lasted …" still speaks of it."""
VISITS = frozenset({"visit", "trip", "tour", "journey"})
UNREAL = frozenset({"negation", "hypothetical"})


def duration(ground: Ground, found: Draft) -> int | None:
    """The length of time, by index, that the words of a meeting give it."""
    if not UNREAL.isdisjoint(found.aux):
        return None
    for n, head in ground.lengths.get(ground.text.sentence_of[found.index], ()):
        if _of_noun(ground, head) == found.index or _of_verb(ground, head, found):
            return n
    return None


def with_durations(ground: Ground, events: Sequence[Event]) -> tuple[Event, ...]:
    """The events, with the lengths that later sentences give those meetings that have none: "The
    talks lasted five hours", "during the two-hour meeting"."""
    told = list(events)
    used = {e.duration for e in events}
    here: dict[int | None, list[int]] = {}
    for k, event in enumerate(events):
        here.setdefault(ground.text.sentence_at(event.evidence.start), []).append(k)
    for sentence, lengths in ground.lengths.items():
        for n, head in lengths:
            noun = _of_noun(ground, head) if n not in used else None
            if noun is None or not _is_known(ground, noun):
                continue
            near = (k for s in range(sentence - LATER, sentence + 1) for k in here.get(s, ()))
            meant = [k for k in near if _can_be(ground, told[k], noun)]
            last = max(meant, key=lambda k: told[k].evidence.start, default=None)
            if last is not None and told[last].duration is None:
                told[last] = replace(told[last], duration=n)
    return tuple(told)


def _of_noun(ground: Ground, head: int) -> int | None:
    """The noun of a meeting that a length of time measures."""
    above, case = ground.head(head), ground.case(head)
    if ground.is_verb(head):  # "will last three days", read as the last three days
        above, case = head, ""
    inside = [k for k in ground.obliques(head, "of") if names_meeting(ground, k)]
    if inside:
        return inside[0]
    if above < 0:
        return None
    if ground.is_verb(above):
        if ground.lemmas[above] not in linking("spans") or case not in {"", *linking("lasting")}:
            return None
        own = [ground.head(above)] if ground.rels[above] == "acl" else ground.holders(above)
        return next((k for k in map(partial(_meeting, ground), own) if k is not None), None)
    fits = case in {"", "of", *linking("lasting")}
    return above if fits and names_meeting(ground, above) else None


def _meeting(ground: Ground, token: int) -> int | None:
    """The noun of a meeting that takes time: the token, or the one that it stands with, as in
    "talks in Lima, which lasted two hours"."""
    for _ in range(FAR):
        if token < 0 or ground.is_verb(token):
            return None
        if names_meeting(ground, token):
            return token
        if ground.rels[token] not in {"nmod", "conj", "appos", "flat"}:
            return None
        token = ground.head(token)
    return None


def _of_verb(ground: Ground, head: int, found: Draft) -> bool:
    """Whether a length hangs on the verb that tells a meeting ("met for two hours", "spent two
    hours in talks"), or on who or what stands with it."""
    above, case = ground.head(head), ground.case(head)
    if above < 0 or not _carries(ground, found):
        return False
    if case in linking("lasting"):
        return above in {found.verb, *found.parties} or (
            above in ground.place_at and ground.head(above) in {found.index, found.verb}
        )
    return above == found.verb and ground.lemmas[above] == "spend" and case == ""


def _carries(ground: Ground, found: Draft) -> bool:
    """Whether the verb of a draft says that the meeting took place, not what was said after it."""
    spent = ground.lemmas[found.verb] == "spend" and ground.case(found.index) == "in"
    return found.part != "climb" or spent


def _is_known(ground: Ground, noun: int) -> bool:
    """Whether the noun of a meeting takes it for known: "the talks", "their meeting"."""
    owned = any(ground.text.tokens[k].xpos == "PRP$" for k in ground.kids(noun, "nmod"))
    return owned or definite_noun(ground, noun)


def _can_be(ground: Ground, event: Event, noun: int) -> bool:
    """Whether a noun in a later sentence can mean this meeting."""
    if event.type != "CONSULT" or not UNREAL.isdisjoint(event.aux):
        return False
    if event.evidence.start >= ground.text.tokens[noun].start:
        return False
    return (event.mode == "visit") == (ground.lemmas[noun] in VISITS)
