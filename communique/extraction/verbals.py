"""Events that verbs tell: "met", "signed", "imposed sanctions on"."""

from __future__ import annotations

from collections.abc import Sequence

from communique.extraction.aux_modes import CALLS, aux_modes
from communique.extraction.described import RULE
from communique.extraction.drafts import NOTED, UNSAID, Draft, named_by, owner
from communique.extraction.frames import FAR
from communique.extraction.ground import Ground
from communique.extraction.modals import speakers_above
from communique.extraction.triggers import Trigger, mode_of, names_meeting, tells
from communique.lexicon.load import words

DEEDS = frozenset({"ASSAULT", "PROTEST", "REQUEST", "AGREE"})
"""Types that a private person's daily life is full of."""
PROMISES = frozenset({"REJECT", "THREATEN", "AGREE", "REQUEST"})
"""Types whose recipient is whom the act promised, refused or asked for is done to."""
STATELY = frozenset({"arrest", "deport", "censor", "expel", "convict"})
"""Modes of acts that only those in power can do."""
INFERRED = 0.5
"""How sure an actor is that no word names."""
ARMED = frozenset({"MIL", "REB", "UAF", "CRM", "COP"})
"""Sectors whose people attack with more than words."""
FACING = ("to", "with", "against", "on", "upon", "for", "from", "of", "into", "toward", "towards")
"""Prepositions before whom an act that is promised or refused is done to."""


ATTENDING = frozenset({"attend", "participate", "take", "stop"})
"""Verbs whose subject is at an occasion of state, whoever else is."""


def verbal(ground: Ground, index: int, trigger: Trigger) -> Draft | None:
    """The event that a verb tells by a trigger, if its parties are named."""
    actors = tuple(t for slot in trigger.actor for t in _slot(ground, index, slot))
    recipients = tuple(t for slot in trigger.recipient for t in _slot(ground, index, slot))
    named = named_by(ground, actors) or _behind(ground, actors)
    if not named and trigger.actor == ("subj",):
        actors = tuple(speakers_above(ground, index))
        named = named_by(ground, actors)
    at_home = not named and _authorities(ground, index, trigger)
    if at_home:
        named = at_home
    targets, far = _targets(ground, index, trigger, recipients, named)
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


def _targets(
    ground: Ground,
    index: int,
    trigger: Trigger,
    recipients: Sequence[int],
    named: Sequence[int],
) -> tuple[tuple[int, ...], bool]:
    """Whom an act is done to, and whether they are only named inside what it is done to."""
    targets = tuple(a for a in named_by(ground, recipients) if a not in named)
    if not targets and ground.passive(index):
        targets = tuple(a for a in named_by(ground, ground.objects(index)) if a not in named)
    if not targets:
        targets = tuple(a for a in named_by(ground, _called(ground, index)) if a not in named)
    if not targets and trigger.type == "REQUEST":
        targets = tuple(a for a in _called_on(ground, index) if a not in named)
    if not targets and trigger.type in PROMISES | {"AID"}:
        targets = _undertaken(ground, index, named)
    if targets or trigger.meeting:
        return targets, False
    objects = ground.objects(index)
    if trigger.objects:
        objects = [k for o in objects for k in ground.kids(o) if _within(ground, k)]
    far = 0 if trigger.mode == "release" else 1 if trigger.needs else FAR
    found = whom(ground, [*recipients, *objects], named, far)
    return found, bool(found)


def _authorities(ground: Ground, index: int, trigger: Trigger) -> tuple[int, ...]:
    """Whose authorities arrest, deport, ban or expel where the passive names nobody: "was arrested
    in Lima" by Peru's."""
    if not ground.passive(index) or trigger.mode not in STATELY:
        return ()
    if trigger.type not in {"COERCE", "SANCTION"}:
        return ()
    where = ground.obliques(index, "in", "from", "by")
    return ground.members(a for t in where for a in ground.land(t))


def _called(ground: Ground, index: int) -> list[int]:
    """Whom somebody telephones for a purpose: "called Lind to congratulate her"."""
    above = ground.head(index)
    if above < 0 or ground.lemmas[above] not in CALLS or not tells(ground, index):
        return []
    return ground.objects(above)


def _sure(ground: Ground, index: int, actors: Sequence[int]) -> tuple[float, str]:
    """How sure the parties of a verb are, and why not wholly."""
    if ground.kids(index, "nsubj") or ground.passive(index):
        return 0.9, ""
    sentence = ground.text.sentence_of[index]
    if any(t in ground.unsaid.values() and ground.text.sentence_of[t] < sentence for t in actors):
        return NOTED, UNSAID
    return 0.75, "its subject is that of the clause above"


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


def _behind(ground: Ground, tokens: Sequence[int]) -> tuple[int, ...]:
    """Whose the things are that do something: "Kenyan jets bombed", "missiles fired by the army
    hit", "adopted a resolution condemning"."""
    found: list[int] = []
    for token in tokens:
        if ground.lemmas[token] not in words("deeds.tsv"):
            continue
        theirs = [k for k in ground.kids(token, "nmod", "amod", "compound") if owner(ground, k)]
        theirs += ground.obliques(token, "by", "from", "of")
        for clause in ground.kids(token, "acl"):
            theirs += [k for k in ground.kids(clause, "obl") if ground.agent(k)]
        above = ground.head(token)
        if not named_by(ground, theirs) and ground.rels[token] == "obj" and above >= 0:
            theirs = ground.subjects(above)
        found += named_by(ground, theirs)
    return ground.members(found)


def whom(
    ground: Ground, tokens: Sequence[int], named: Sequence[int], far: int = FAR
) -> tuple[int, ...]:
    """Whom the phrase of a recipient names further down, at most `far` steps: "attacked a camp in
    Mali", "lifted the sanctions imposed on Mali". One at most, since those below are not
    coordinated with what the verb is done to."""
    for token in tokens:
        level = [token]
        for _ in range(far + 1):
            for one in level:
                mention = ground.headed.get(one)
                found = ground.members([mention.actor]) if mention else ground.land(one)
                found = tuple(a for a in found if a not in named)
                if found:
                    return found
            level = [k for one in level for k in ground.kids(one) if _within(ground, k)]
    return ()


def _within(ground: Ground, index: int) -> bool:
    """Whether a dependent belongs to the phrase of its noun: no clause but a participle's."""
    relation = ground.text.tokens[index].deprel
    if relation == "acl":
        return ground.text.tokens[index].xpos == "VBN"
    return relation.partition(":")[0] in {"nmod", "amod", "compound", "obl", "obj", "conj", "flat"}


def _called_on(ground: Ground, index: int) -> tuple[int, ...]:
    """Who is to do what somebody demands: "demanded that A resign", "said that B must leave"."""
    found = [k for act in ground.kids(index, "ccomp") for k in ground.kids(act, "nsubj")]
    return named_by(ground, found)


def _undertaken(ground: Ground, index: int, named: Sequence[int]) -> tuple[int, ...]:
    """To whom an act is done that is promised, threatened or refused: "refused to meet A", "is
    ready to help rebuild B"."""
    for act in ground.kids(index, "xcomp", "ccomp", "advcl", "acl"):
        if act < index or (ground.kids(act, "mark") and not ground.marks(act) & {"to", "that"}):
            continue
        objects = ground.objects(act)
        facing = [t for o in (act, *objects) for t in ground.obliques(o, *FACING)]
        done = tuple(a for a in named_by(ground, objects) if a not in named)
        if any(ground.actors[a].evidence.rule != RULE for a in done):
            return done
        found = tuple(a for a in named_by(ground, facing) if a not in named)
        found = found or _undertaken(ground, act, named) or done
        near = ground.obliques(act, "in", "at", "near")
        found = found or whom(ground, [*objects, *facing, *near], named)
        if found:
            return found
    return ()


def _complete(trigger: Trigger, named: Sequence[int], targets: Sequence[int]) -> bool:
    """Whether the parties that PLOVER asks for are there: a recipient for AID, SANCTION and
    COOPERATE (or two that cooperate), and somebody to mediate between."""
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
