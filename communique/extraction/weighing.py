"""What the reader's model of deeds adds to the triggers: which of several types a word tells, and
what a verb tells that no trigger knows. Without such a model the triggers decide alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from communique.extraction.aux_modes import aux_modes
from communique.extraction.carriers import light_verbs
from communique.extraction.drafts import Draft, named_by
from communique.extraction.ground import Ground
from communique.extraction.targets import FACING, whom
from communique.extraction.triggers import Trigger, same_word
from communique.lexicon.load import words

SURE = 0.95
"""The chance from which a verb without a trigger tells what the model makes of it. Over PLV, the
model fitted without the sentences it is asked about, .7 to .97 gave root F1 of 77.2 to 76.8; on
texts of news what lay under .95 was mostly no deed."""
LIKELY, UNLIKELY = 0.7, 0.1
"""The chances over and under which a type goes before the one that the words gave. Over PLV, read
so, .7 and .1 changed 28 of 1,050 sentences: root F1 78.4 from 76.9; .85 and .05: 78.2."""
RARE = frozenset({"MOBILIZE", "PROTEST", "COOPERATE"})
"""Types of which the model has seen fewer than twenty sentences, so it denies none of them."""
YIELD = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
GOVERNED = frozenset({"root", "conj", "parataxis", "xcomp", "ccomp", "advcl", "acl"})


def likeliest(ground: Ground, drafts: Sequence[Draft]) -> Draft:
    """Of several readings of one word the one of the likeliest type, the first without a model."""
    first = drafts[0]
    if len({_root(d.trigger.type) for d in drafts}) == 1:
        return first
    chances = _chances(ground, first.index, first.actors, first.recipients)
    if not chances:
        return first
    return max(drafts, key=lambda d: chances[_root(d.trigger.type)])


def retold(ground: Ground, found: Draft) -> Draft:
    """A draft as it is; or, where the model holds its type for unlikely and is sure of another that
    the lexicon has for the same word, as specific and with the same subject, that one. Who does
    what stays as it was read."""
    others = [t for t in same_word(found.trigger) if _as_good(t, found.trigger)]
    if len({_root(t.type) for t in others}) < 2 or found.trigger.type in RARE:
        return found
    chances = _chances(ground, found.index, found.actors, found.recipients)
    best = max(chances, key=lambda root: chances[root], default="")
    other = next((t for t in others if _root(t.type) == best), None)
    if other is None or chances[best] < LIKELY or chances[_root(found.trigger.type)] > UNLIKELY:
        return found
    mode = None if other.mode == "?" else other.mode
    trigger = replace(found.trigger, type=other.type, mode=mode, format=other.format)
    told = f"the model of deeds gives that type a chance of {chances[best]:.2f}"
    return replace(found, trigger=trigger, mode=mode, weighed=told)


def _as_good(other: Trigger, trigger: Trigger) -> bool:
    specific = len(other.words) >= len(trigger.words)
    return (
        specific
        and bool(other.objects) >= bool(trigger.objects)
        and other.actor[:1] == trigger.actor[:1]
    )


def _root(kind: str) -> str:
    """The root of a type: CONCEDE and RETREAT are one."""
    return YIELD.get(kind, kind)


def unknown(ground: Ground, index: int) -> Draft | None:
    """The event that a verb tells whose words no trigger knows, where the model is sure."""
    token = ground.text.tokens[index]
    if ground.text.deeds is None or token.upos != "VERB" or ground.rels[index] not in GOVERNED:
        return None
    if ground.lemmas[index] in words("no_deeds.tsv") or ground.lemmas[index] in light_verbs():
        return None
    actors = ground.subjects(index)
    named = named_by(ground, actors)
    objects = ground.objects(index)
    facing = [t for o in (index, *objects) for t in ground.obliques(o, *FACING)]
    targets = tuple(a for a in named_by(ground, objects) if a not in named)
    targets = targets or tuple(a for a in named_by(ground, facing) if a not in named)
    targets = targets or whom(ground, objects, named)
    if not named or not targets:
        return None
    chances = _chances(ground, index, named, targets)
    if not chances:
        return None
    kind, chance = max(chances.items(), key=lambda c: (c[1], c[0]))
    if chance < SURE:
        return None
    kind = "CONCEDE" if kind == "YIELD" else kind
    verb = (ground.lemmas[index],)
    trigger = Trigger(verb, "verb", kind, None, ("subj",), ("obj",), (), None, True, "")
    return Draft(
        index=index,
        verb=index,
        trigger=trigger,
        mode=None,
        actors=named,
        recipients=targets,
        hosts=(),
        aux=aux_modes(ground, index, index),
        parties=(*actors, *objects),
        sure=round(0.7 * chance, 2),
        why=f"the model of deeds gives it a chance of {chance:.2f}",
    )


def _chances(
    ground: Ground, index: int, actors: Sequence[int], targets: Sequence[int]
) -> Mapping[str, float]:
    """The chance of every root between two parties, nothing without a model or a party."""
    if ground.text.deeds is None:
        return {}
    sides = [_tokens(ground, index, side) for side in (actors, targets)]
    return ground.text.deeds.roots(*sides) if any(sides) else {}


def _tokens(ground: Ground, index: int, actors: Sequence[int]) -> set[int]:
    """The tokens that name the first of some actors in the sentence of a word, at its nearest."""
    sentence = ground.text.sentence_of[index]
    spans = [
        ground.text.tokens_in(m.start, m.end)
        for m in ground.mentions_of(sentence)
        if m.actor in actors[:1]
    ]
    return set(min(spans, key=lambda s: abs(s.start - index), default=()))
