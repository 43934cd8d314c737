"""Draft: an event as one trigger tells it, before the report's other mentions of it are joined."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from communique.extraction.aux_modes import aux_modes
from communique.extraction.frames import FAR, Scene
from communique.extraction.triggers import Trigger, matches, mode_of, triggers
from communique.lexicon.load import table, words
from communique.model.text import Span

SPEECH = frozenset({"say", "tell", "state", "add", "announce", "report", "note", "speak", "write"})
SOLO = frozenset({"press conference", "visit", "summit", "conference", "session", "phone call"})
"""Formats that a report may tell of one participant alone."""
CLIMBS = frozenset(
    {"in", "at", "during", "after", "following", "before", "for", "to", "into", "from", "on"}
    | {"with", "amid", "throughout", "upon", "since"}
)
"""Prepositions by which the people of a clause take part in the event that a phrase names."""


@dataclass(frozen=True, slots=True)
class Draft:
    """`actors` and `recipients` by index; `parties` the tokens they were read from; `verb` the
    predicate that carries the event (the trigger itself where that is a verb)."""

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


def draft(scene: Scene, index: int) -> Draft | None:
    """The event that a token tells, if any: the first of its triggers whose actors are named."""
    for trigger in matches(scene, index):
        found = (
            _noun(scene, index, trigger) if trigger.pos == "noun" else _verb(scene, index, trigger)
        )
        if found is not None:
            return found
    return None


# --- verbs ------------------------------------------------------------------------------------


def _verb(scene: Scene, index: int, trigger: Trigger) -> Draft | None:
    actors = tuple(t for slot in trigger.actor for t in _slot(scene, index, slot))
    recipients = tuple(t for slot in trigger.recipient for t in _slot(scene, index, slot))
    named = _named(scene, actors)
    targets = tuple(a for a in _named(scene, recipients) if a not in named)
    far = not targets and not trigger.meeting
    if far:
        targets = _inside(scene, recipients, named)
    if not named or not _complete(trigger, named, targets):
        return None
    if trigger.meeting and not _meets(scene, index, trigger, actors, named, targets):
        return None
    own = bool(scene.kids(index, "nsubj")) or scene.passive(index)
    return Draft(
        index=index,
        verb=index,
        trigger=trigger,
        mode=mode_of(scene, index, trigger),
        actors=named,
        recipients=targets,
        hosts=targets if trigger.recipient == ("subj",) else (),
        aux=aux_modes(scene, index, index),
        parties=(*actors, *recipients),
        sure=0.9 if own else 0.75,
        why="" if own else "its subject is that of the clause above",
        far=far and bool(targets),
    )


def _inside(scene: Scene, tokens: Sequence[int], named: Sequence[int]) -> tuple[int, ...]:
    """Whom the phrase of a recipient names further down: "attacked a camp in Mali". One at most,
    since those below are not coordinated with what the verb is done to."""
    for token in tokens:
        below = scene.text.subtree(token)
        for one in below:
            if scene.is_verb(one):
                break
            mention = scene.headed.get(one)
            found = scene.members([mention.actor]) if mention else scene.land(one)
            found = tuple(a for a in found if a not in named)
            if found:
                return found
    return ()


def _complete(trigger: Trigger, named: Sequence[int], targets: Sequence[int]) -> bool:
    """Whether the parties that PLOVER asks for are there: a recipient for AID, SANCTION and
    COOPERATE (or two that cooperate), and somebody to mediate between."""
    if trigger.mode in {"third-party", "release"} or trigger.type in {"AID", "SANCTION"}:
        return bool(targets)
    return trigger.type != "COOPERATE" or len({*named, *targets}) > 1


def _meets(
    scene: Scene,
    index: int,
    trigger: Trigger,
    actors: Sequence[int],
    named: Sequence[int],
    targets: Sequence[int],
) -> bool:
    """Whether a verb tells of a meeting: two who meet, or one who travels to a place."""
    if trigger.format == "visit":
        people = any(scene.actors[a].type in {"person", "group"} for a in named) or any(
            scene.lemmas[t] in {"delegation", "envoy", "minister", "official", "team"}
            for t in actors
        )
        to = {"obj", *trigger.recipient} - {"with"}
        return people and any(
            t in scene.place_heads or t in scene.headed
            for slot in sorted(to)
            for t in _slot(scene, index, slot)
        )
    return len({*named, *targets}) > 1


def _slot(scene: Scene, index: int, slot: str) -> list[int]:
    """The tokens in one slot of a verb's frame."""
    if slot == "subj":
        return scene.subjects(index)
    objects = scene.objects(index)
    if slot == "obj":
        return objects
    if slot == "iobj":
        return scene.kids(index, "iobj")
    if slot == "theirs":
        return [
            k for o in objects for k in scene.kids(o, "nmod", "amod", "compound") if owner(scene, k)
        ]
    found = scene.obliques(index, slot)
    for token in objects:
        found += scene.obliques(token, slot)
    for token in scene.kids(index, "obl", "xcomp", "ccomp"):
        found += scene.obliques(token, slot)
    return found


def owner(scene: Scene, index: int) -> bool:
    """Whether a modifier names whose a thing is: "Kenya's", "Kenyan", "the Kenya …"."""
    return scene.text.tokens[index].deprel == "nmod:poss" or not scene.case(index)


def _named(scene: Scene, tokens: Sequence[int]) -> tuple[int, ...]:
    return scene.members(
        a for token in tokens if not _is_event(scene, token) for a in scene.named(token)
    )


def _is_event(scene: Scene, token: int) -> bool:
    """Whether a noun names a meeting or talks, which are nobody's party."""
    found = triggers().get(("noun", scene.lemmas[token]), ())
    return any(t.meeting and len(t.words) == 1 for t in found)


# --- nouns ------------------------------------------------------------------------------------


def _noun(scene: Scene, index: int, trigger: Trigger) -> Draft | None:
    if scene.rels[index] in {"compound", "flat"} or _in_name(scene, index):
        return None
    verb, part = carrier(scene, index)
    tokens: dict[str, list[int]] = {}
    for slot in (*trigger.actor, *trigger.recipient):
        tokens[slot] = _noun_slot(scene, index, verb, slot)
    actors = [t for slot in trigger.actor for t in tokens[slot]]
    recipients = [t for slot in trigger.recipient for t in tokens[slot]]
    hosts: tuple[int, ...] = ()
    why, sure = "", 0.85
    if verb is not None and part in {"holder", "host"} and "holder" in tokens:
        subject = scene.subjects(verb)
        if part == "host" and not trigger.meeting:
            return None
        if part == "host":
            hosts = _named(scene, subject)
        elif not tokens.get("between"):
            actors = subject + actors
    elif part == "climb" and _wants_subject(scene, trigger, actors, tokens):
        actors = _climbed(scene, verb) + actors
        why, sure = "who takes part is the subject of its clause", 0.75
    if part == "climb":
        actors = _cataphora(scene, index, verb, actors)
    named = _named(scene, actors)
    targets = tuple(a for a in _named(scene, recipients) if a not in named)
    if not _enough(scene, index, trigger, named, targets, hosts, part):
        return None
    return Draft(
        index=index,
        verb=verb if verb is not None else index,
        trigger=trigger,
        mode=mode_of(scene, index, trigger),
        actors=named,
        recipients=targets or (hosts if trigger.mode == "visit" else ()),
        hosts=hosts,
        aux=_noun_aux(scene, index, verb, part),
        parties=(*actors, *recipients),
        sure=sure,
        why=why,
        part=part,
    )


def _cataphora(scene: Scene, index: int, verb: int | None, actors: list[int]) -> list[int]:
    """ "After their talks, A and B said": the possessive stands for the subject that follows."""
    owners = [t for t in actors if scene.text.tokens[t].xpos == "PRP$"]
    if not owners or len(owners) != len(actors):
        return actors
    following = [t for t in _climbed(scene, verb) if t > index]
    several = {scene.lower[t] for t in owners} <= {"their"}
    if following and (len(_named(scene, following)) > 1) == several:
        return following
    return actors


def definite(scene: Scene, found: Draft) -> bool:
    """Whether the words of an event take it for known: "the meeting", "his talks"."""
    if found.trigger.pos != "noun":
        return False
    told = {scene.lower[k] for k in scene.kids(found.index, "det")}
    owned = any(scene.text.tokens[k].xpos == "PRP$" for k in scene.kids(found.index, "nmod"))
    return owned or bool(told & {"the", "this", "that", "these", "those"})


def _wants_subject(
    scene: Scene, trigger: Trigger, actors: Sequence[int], tokens: Mapping[str, Sequence[int]]
) -> bool:
    """Whether a noun lacks a party that the subject of its clause can be."""
    if tokens.get("between") or len(_named(scene, actors)) > 1:
        return False
    return trigger.meeting or not actors


def _noun_aux(scene: Scene, index: int, verb: int | None, part: str) -> tuple[str, ...]:
    if verb is None or part == "climb":
        own = aux_modes(scene, index, index)
        if part == "climb" and verb is not None and scene.case(index) in {"before", "ahead of"}:
            return tuple(sorted({*own, "future"}))
        return own
    found = set(aux_modes(scene, index, verb))
    if scene.lemmas[verb] in {"cancel", "postpone", "suspend"}:
        found = {"negation"}
    elif scene.lemmas[verb] in {"schedule", "plan", "arrange"} and "hypothetical" not in found:
        found.add("future")
    return tuple(sorted(found))


def _enough(
    scene: Scene,
    index: int,
    trigger: Trigger,
    named: Sequence[int],
    targets: Sequence[int],
    hosts: Sequence[int],
    part: str,
) -> bool:
    """Whether a noun with these parties is told as an event, not only talked about."""
    if not trigger.meeting:
        return bool(named) and (bool(targets) or part in {"holder", "own"})
    if trigger.mode == "third-party":
        return bool(named) and bool(targets)
    everyone = {*named, *targets}
    if len(everyone) > 1:
        return True
    if trigger.format in SOLO or trigger.mode == "visit":
        return len(everyone) == 1 and part != "none"
    if scene.lower[index] == "rounds":
        return bool(everyone)
    return part == "own" or (bool(everyone or hosts) and part in {"holder", "host"})


def _in_name(scene: Scene, index: int) -> bool:
    """Whether a noun is part of a proper name that does not end with it."""
    token = scene.text.tokens[index]
    return token.upos == "PROPN" and any(
        scene.text.tokens[k].upos == "PROPN" and k > index
        for k in scene.kids(index, "flat", "compound")
    )


def _noun_slot(scene: Scene, index: int, verb: int | None, slot: str) -> list[int]:
    if slot == "holder":
        return [
            k
            for k in scene.kids(index, "nmod", "amod", "compound")
            if k < index
            and owner(scene, k)
            and (k in scene.headed or k in scene.covering)
            and not _venue_name(scene, k)
        ]
    found = scene.obliques(index, slot)
    if slot == "by":
        found += [
            a for k in scene.kids(index, "acl") for a in scene.kids(k, "obl") if scene.agent(a)
        ]
    elif slot in {"with", "between", "among"} and verb is not None:
        found += scene.obliques(verb, slot)
    found = [k for k in found if not _of_time(scene, k) and not scene.in_role(k)]
    return found or _right_after(scene, index, slot)


def _right_after(scene: Scene, index: int, slot: str) -> list[int]:
    """The name that follows "meeting with" at once, where the tree puts it elsewhere."""
    if slot not in {"with", "between"} or scene.lower[index + 1 : index + 2] != [slot]:
        return []
    first = index + 2
    while first < len(scene.lower) and scene.text.tokens[first].upos in {"DET", "PRON", "ADJ"}:
        if first in scene.covering:
            break
        first += 1
    mention = scene.covering.get(first)
    if mention is None:
        return []
    head = scene.text.head_of(mention.start, mention.end)
    return [head] if head is not None and head > index else []


def _venue_name(scene: Scene, index: int) -> bool:
    """Whether a noun before "talks" is the city they are called after."""
    return scene.rels[index] == "compound" and any(
        head == index and not (place.feature or "").startswith("PCL")
        for head, place in zip(scene.place_heads, scene.places, strict=True)
    )


def _of_time(scene: Scene, index: int) -> bool:
    return index in scene.time_heads


def carrier(scene: Scene, index: int) -> tuple[int | None, str]:
    """The verb that carries an event's noun and what its subject is to it: holder, host, third,
    own (the noun is its subject), climb (the noun stands in a phrase of its clause) or none."""
    relation, above = scene.rels[index], scene.head(index)
    if relation == "conj" and above >= 0 and not scene.is_verb(above):
        return carrier(scene, above)
    if above < 0:
        return None, "none"
    if scene.is_verb(above) and relation in {"obj", "nsubj"}:
        return _carried(scene, index, above, relation)
    if relation == "acl" or not scene.case(index):
        return (above, "none") if scene.is_verb(above) else (None, "none")
    return _phrase_carrier(scene, index)


def _carried(scene: Scene, index: int, verb: int, relation: str) -> tuple[int, str]:
    passive = scene.passive(verb)
    if relation == "nsubj" and not passive:
        return verb, "own" if scene.lemmas[verb] in words("taking_place.tsv") else "none"
    part = light_verbs().get(scene.lemmas[verb], "none")
    if passive and relation == "nsubj" and not scene.subjects(verb):
        return verb, "own" if part != "none" else "none"
    return verb, part


def _phrase_carrier(scene: Scene, index: int) -> tuple[int | None, str]:
    """For "said after talks", "at the end of their talks": the verb above, if the phrase is one
    of time or occasion."""
    current = index
    for _ in range(FAR):
        above, case = scene.head(current), scene.case(current)
        if above < 0:
            return None, "none"
        if scene.is_verb(above) or scene.kids(above, "cop"):
            light = {f"{scene.lemmas[above]} {case}", f"{scene.lemmas[above]} part {case}"}
            if any(light_verbs().get(words_) == "holder" for words_ in sorted(light)):
                return above, "holder"
            opens = case.split(" ")[0] in CLIMBS or case in {"ahead of", "on the sidelines of"}
            return above, "climb" if opens and scene.rels[current] != "obj" else "none"
        if case.split(" ")[0] not in CLIMBS | {"of", "between"}:
            return None, "none"
        if scene.rels[current] not in {"nmod", "obl"}:
            return None, "none"
        current = above
    return None, "none"


def _climbed(scene: Scene, verb: int | None) -> list[int]:
    if verb is None:
        return []
    found = scene.subjects(verb) or (scene.objects(verb) if scene.passive(verb) else [])
    return [t for t in found if _can_take_part(scene, t)]


def _can_take_part(scene: Scene, token: int) -> bool:
    types = {scene.actors[a].type for a in scene.named(token)}
    return bool(types & {"person", "state", "group", "organization"})


def light_verbs() -> dict[str, str]:
    """What the subject of a light verb is to the event that its object names."""
    return {row["verb"]: row["part"] for row in table("light_verbs.tsv")}


def span_of(scene: Scene, found: Draft) -> Span:
    """The characters an event rests on: its trigger with what is under it and its parties, of
    one sentence, without the clauses that follow."""
    first, last = scene.phrase(found.index)
    sentence = scene.text.sentence_of[found.index]
    for token in found.parties:
        if scene.text.sentence_of[token] == sentence and near_enough(scene, found, token):
            start, end = scene.phrase(token)
            first, last = min(first, start), max(last, end)
    return Span(first, last)


def near_enough(scene: Scene, found: Draft, token: int) -> bool:
    """Whether a party belongs to the evidence: all that a verb has, those in a noun's own phrase
    and the subject of its light verb, but not the subject of a clause above it."""
    if found.part != "climb":
        return True
    current = token
    for _ in range(FAR):
        current = scene.head(current)
        if current == found.index:
            return True
        if current < 0:
            break
    return False
