"""Events that verbs tell: "met", "signed", "imposed sanctions on"."""

from __future__ import annotations

from collections.abc import Sequence

from communique.extraction.aux_modes import aux_modes
from communique.extraction.drafts import ABOVE, NOTED, UNSAID, Draft, named_by, owner
from communique.extraction.ground import Ground
from communique.extraction.modals import speakers_above
from communique.extraction.targets import authorities, behind, targets_of
from communique.extraction.triggers import Trigger, mode_of, names_meeting

DEEDS = frozenset({"ASSAULT", "PROTEST", "REQUEST", "AGREE"})
"""Types that a private person's daily life is full of."""
INFERRED = 0.5
"""How sure an actor is that no word names."""
ARMED = frozenset({"MIL", "REB", "UAF", "CRM", "COP"})
"""Sectors whose people attack with more than words."""


ATTENDING = frozenset({"attend", "participate", "take", "stop"})
"""Verbs whose subject is at an occasion of state, whoever else is."""


def verbal(ground: Ground, index: int, trigger: Trigger) -> Draft | None:
    """The event that a verb tells by a trigger, if its parties are named."""
    actors = tuple(t for slot in trigger.actor for t in _slot(ground, index, slot))
    recipients = tuple(t for slot in trigger.recipient for t in _slot(ground, index, slot))
    named = named_by(ground, actors) or behind(ground, actors)
    if not named and trigger.actor == ("subj",):
        actors = tuple(speakers_above(ground, index))
        named = named_by(ground, actors)
    at_home = not named and authorities(ground, index, trigger)
    if at_home:
        named = at_home
    targets, far = targets_of(ground, index, trigger, recipients, named)
    if not named or not _complete(trigger, named, targets):
        return None
    if trigger.type in DEEDS and not targets and len(named) == 1 and private(ground, named[0]):
        return None
    if trigger.words == ("attack",) and (trigger.type == "ASSAULT") == _with_words(ground, named):
        return None
    if trigger.meeting and not _meets(ground, index, trigger, actors, named, targets):
        return None
    sure, why = _sure(ground, index, actors)
    if at_home:
        sure, why = INFERRED, "by nobody named, so by those who hold power where it was done"
    return Draft(
        index=index,
        verb=index,
        trigger=trigger,
        mode=mode_of(ground, index, trigger),
        actors=named,
        recipients=targets,
        hosts=targets if trigger.recipient == ("subj",) else (),
        aux=aux_modes(ground, index, index),
        parties=(*actors, *recipients),
        sure=sure,
        why=why,
        far=far,
    )


def _sure(ground: Ground, index: int, actors: Sequence[int]) -> tuple[float, str]:
    """How sure the parties of a verb are, and why not wholly."""
    if ground.kids(index, "nsubj") or ground.passive(index):
        return 0.9, ""
    sentence = ground.text.sentence_of[index]
    if any(t in ground.unsaid.values() and ground.text.sentence_of[t] < sentence for t in actors):
        return NOTED, UNSAID
    return 0.75, ABOVE


def _with_words(ground: Ground, named: Sequence[int]) -> bool:
    """Whether those who attack are people of peace, who do it with words."""
    return all(
        ground.actors[a].type == "person" and ground.actors[a].sector not in ARMED for a in named
    )


def private(ground: Ground, index: int) -> bool:
    """Whether an actor is a person of whom the report tells no office, rank or country: what such
    a person does to nobody in particular is no event between actors."""
    one = ground.actors[index]
    return one.type == "person" and not (one.offices or one.rank or one.country or one.sector)


def _complete(trigger: Trigger, named: Sequence[int], targets: Sequence[int]) -> bool:
    """Whether the parties that PLOVER asks for are there: a recipient for AID, SANCTION and
    COOPERATE (or two that cooperate), and somebody to mediate between. Two who exchange prisoners
    need no third."""
    if trigger.mode == "release" and "with" in trigger.actor and len(named) > 1:
        return True
    if (
        trigger.needs
        or trigger.mode in {"third-party", "release"}
        or trigger.type in {"AID", "SANCTION"}
    ):
        return bool(targets)
    return trigger.type != "COOPERATE" or len({*named, *targets}) > 1


def _meets(
    ground: Ground,
    index: int,
    trigger: Trigger,
    actors: Sequence[int],
    named: Sequence[int],
    targets: Sequence[int],
) -> bool:
    """Whether a verb tells of a meeting: two who meet, or one who travels to a place."""
    if trigger.words[0] in ATTENDING:
        return not all(private(ground, a) for a in named)
    if trigger.words[0] == "accompany":
        return len(named) > 1 and not any(private(ground, a) for a in named)
    if trigger.format == "visit":
        people = any(ground.actors[a].type in {"person", "group"} for a in named) or any(
            ground.lemmas[t] in {"delegation", "envoy", "minister", "official", "team"}
            for t in actors
        )
        to = {"obj", *trigger.recipient} - {"with"}
        return people and any(
            t in ground.place_heads or t in ground.headed
            for slot in sorted(to)
            for t in _slot(ground, index, slot)
        )
    return len({*named, *targets}) > 1


def _slot(ground: Ground, index: int, slot: str) -> list[int]:
    """The tokens in one slot of a verb's frame."""
    if slot == "subj":
        return ground.subjects(index)
    objects = ground.objects(index)
    if slot == "obj":
        return objects
    if slot == "iobj":
        return ground.kids(index, "iobj")
    if slot == "theirs":
        return [
            k
            for o in objects
            for k in ground.kids(o, "nmod", "amod", "compound")
            if owner(ground, k)
        ]
    found = ground.obliques(index, slot)
    for token in [c for o in objects for c in ground.conjuncts(o)]:
        found += ground.obliques(token, slot)
    for token in ground.kids(index, "obl", "xcomp", "ccomp"):
        if not names_meeting(ground, token):
            found += ground.obliques(token, slot)
    return found
