"""Who does what a verb tells where its subject names nobody, and to whom it is done where its own
slots name nobody: inside a phrase, in what is promised, or in the clause above."""

from __future__ import annotations

from collections.abc import Sequence

from communique.extraction.aux_modes import CALLS
from communique.extraction.described import RULE
from communique.extraction.drafts import named_by, owner
from communique.extraction.frames import FAR
from communique.extraction.ground import Ground
from communique.extraction.signatories import go_betweens
from communique.extraction.triggers import Trigger, tells
from communique.extraction.victims import ABOUT, suffers
from communique.lexicon.load import words

PROMISES = frozenset({"REJECT", "THREATEN", "AGREE", "REQUEST", "AID", "PROTEST"})
"""Types whose recipient is whom the act promised, refused, asked for or meant is done to: "marched
to protest against A"."""
FACING = ("to", "with", "against", "on", "upon", "for", "from", "of", "into", "toward", "towards")
"""Prepositions before whom an act that is promised or refused is done to."""
STATELY = frozenset({"arrest", "deport", "censor", "expel", "convict"})
"""Modes of acts that only those in power can do."""


def behind(ground: Ground, tokens: Sequence[int]) -> tuple[int, ...]:
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


def authorities(ground: Ground, index: int, trigger: Trigger) -> tuple[int, ...]:
    """Whose authorities arrest, deport, ban or expel where the passive names nobody: "was arrested
    in Lima" by Peru's."""
    if not ground.passive(index) or trigger.mode not in STATELY:
        return ()
    if trigger.type not in {"COERCE", "SANCTION"}:
        return ()
    where = ground.obliques(index, "in", "from", "by")
    return ground.members(a for t in where for a in ground.land(t))


def targets_of(
    ground: Ground,
    index: int,
    trigger: Trigger,
    recipients: Sequence[int],
    named: Sequence[int],
) -> tuple[tuple[int, ...], bool]:
    """Whom an act is done to, and whether they are only named inside what it is done to."""
    about = trigger if trigger.type in ABOUT else None
    if about:
        recipients = [t for t in recipients if not suffers(ground, t, about)]
    targets = tuple(a for a in named_by(ground, recipients) if a not in named)
    if not targets:
        given = named_by(ground, ground.kids(index, "iobj"))
        targets = tuple(a for a in given if a not in named)
    if not targets and ground.passive(index):
        targets = tuple(a for a in named_by(ground, ground.objects(index)) if a not in named)
    if not targets:
        targets = tuple(a for a in named_by(ground, _called(ground, index)) if a not in named)
    if trigger.type == "REQUEST":
        asked = _asked(ground, index)
        if asked or not targets:
            targets = tuple(a for a in named_by(ground, asked) if a not in named)
        if asked:
            return targets, False
    if not targets and trigger.type in PROMISES:
        targets = _undertaken(ground, index, named)
    if targets or trigger.meeting:
        return targets, False
    objects = ground.objects(index)
    if trigger.objects:
        objects = [k for o in objects for k in ground.kids(o) if _within(ground, k)]
    far = 0 if trigger.mode == "release" else 1 if trigger.needs else FAR
    found = whom(ground, [*recipients, *objects], named, far, about)
    return found, bool(found)


def _called(ground: Ground, index: int) -> list[int]:
    """Whom somebody telephones for a purpose: "called Lind to congratulate her"."""
    above = ground.head(index)
    if above < 0 or ground.lemmas[above] not in CALLS or not tells(ground, index):
        return []
    return ground.objects(above)


def _asked(ground: Ground, index: int) -> list[int]:
    """Who is to do what somebody demands: "demanded that A resign", "said that B must leave"."""
    return [k for act in ground.kids(index, "ccomp") for k in ground.kids(act, "nsubj")]


def _undertaken(ground: Ground, index: int, named: Sequence[int]) -> tuple[int, ...]:
    """To whom an act is done that is promised, threatened or refused: "refused to meet A", "is
    ready to help rebuild B"."""
    for act in ground.kids(index, "xcomp", "ccomp", "advcl", "acl"):
        if act < index or (ground.kids(act, "mark") and not ground.marks(act) & {"to", "that"}):
            continue
        objects = [*ground.kids(act, "iobj"), *ground.objects(act)]
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


def whom(
    ground: Ground,
    tokens: Sequence[int],
    named: Sequence[int],
    far: int = FAR,
    about: Trigger | None = None,
) -> tuple[int, ...]:
    """Whom the phrase of a recipient names further down, at most `far` steps: "attacked a camp in
    Mali", "lifted the sanctions imposed on Mali". One at most, since those below are not
    coordinated with what the verb is done to, but for all between whom something is. Of a trigger
    that is `about` what others do, nobody who suffers it: whoever rejects "the sanctions against
    Mali" does nothing to Mali."""
    for token in tokens:
        level = [token]
        for _ in range(far + 1):
            for one in level:
                mention = ground.headed.get(one)
                found = ground.members([mention.actor]) if mention else ground.land(one)
                if found and ground.case(one) in {"between", "among"}:
                    found = named_by(ground, ground.conjuncts(one))
                found = tuple(a for a in found if a not in named)
                if found:
                    return found
            level = [
                k
                for one in level
                for k in ground.kids(one)
                if _within(ground, k) and not (about and suffers(ground, k, about))
            ]
    return ()


def _within(ground: Ground, index: int) -> bool:
    """Whether a dependent belongs to the phrase of its noun: no clause but a participle's, and not
    who brokered it."""
    relation = ground.text.tokens[index].deprel
    if relation == "acl":
        brokered = ground.lemmas[index] in go_betweens()
        return ground.text.tokens[index].xpos == "VBN" and not brokered
    return relation.partition(":")[0] in {"nmod", "amod", "compound", "obl", "obj", "conj", "flat"}
