"""The walk through a text that gives every nameless mention its actor: bare titles, counterparts,
pronouns, groups. What is said earlier is known; what opens a sentence waits for its subject."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from communique.extraction import groups
from communique.extraction.cast import Draft
from communique.extraction.groups import Phrase
from communique.extraction.holders import resolve_description
from communique.extraction.pronouns import (
    BODY_NOUNS,
    PRONOUNS,
    definite,
    resolve_body_noun,
    resolve_citizen,
    resolve_first_person,
    resolve_pronoun,
)
from communique.extraction.scene import Scene, fronted, together
from communique.extraction.stage import SPEAKER

Step = tuple[tuple[int, bool, int], Callable[[], None]]


def resolve_all(scene: Scene) -> None:
    """Walk through the text once and give every nameless mention its actor, where one fits."""
    scene.together = groups.coordinations(scene.stage, scene.placed)
    _note_speakers(scene)
    for _, step in sorted(_steps(scene), key=lambda pair: pair[0]):
        step()
    resolve_first_person(scene)


def _steps(scene: Scene) -> list[Step]:
    """What is to be done at which atom; within a sentence, fronted pronouns come last."""
    view, steps = scene.view, list[Step]()

    def at(first: int, step: Callable[[], None], late: bool = False) -> None:
        steps.append(((view.atoms.sentences[first], late, first), step))

    for first, last, draft in scene.placed:
        at(first, partial(_enter, scene, first, last, draft))
    holders = {id(d): scene.people[first] for first, found in scene.links.items() for d, _ in found}
    owners = set()
    for d in scene.descriptions:
        if id(d) not in holders or d.kind == "counterpart":
            at(d.first, partial(resolve_description, scene, d, holders.get(id(d))))
            if d.owner is not None and d.kind == "counterpart":
                owners.add(d.owner)
    for phrase in groups.phrases(view):
        at(phrase.first, partial(_group, scene, phrase))
    for i, low in enumerate(view.atoms.lows):
        if low in PRONOUNS and i not in view.in_person and i not in owners:
            at(i, partial(resolve_pronoun, scene, i), fronted(scene, i))
        elif low in BODY_NOUNS and definite(view, i):
            at(i, partial(resolve_body_noun, scene, i, low))
        elif view.low(i - 1) == "the" and i in view.known.states:
            at(i, partial(resolve_citizen, scene, i))
    return steps


def _enter(scene: Scene, first: int, last: int, draft: Draft) -> None:
    scene.stage.enter(draft, first, last)
    scene.by_atom[first] = draft


def _note_speakers(scene: Scene) -> None:
    """Whose words stand in which quotation, as far as a name tells it: by the reader's
    attribution, or as subject of a verb of saying beside the quotation marks."""
    view, speakers = scene.view, scene.stage.speakers
    for first, last, draft in scene.placed:
        if draft.type == "person" and first not in scene.stage.quoted:
            if scene.stage.role(first, last) == SPEAKER:
                for i in scene.stage.quotation_beside(first, last):
                    speakers.setdefault(i, []).append(draft)
    for attribution in view.text.attributions:
        if attribution.source is None:
            continue
        first, last = view.atoms.inside(*attribution.source)
        sources = [draft for at, _, draft in scene.placed if first <= at < last]
        for span in attribution.content:
            for i in range(*view.atoms.inside(*span)):
                if i in scene.stage.quoted:
                    speakers.setdefault(i, []).extend(sources)


def _group(scene: Scene, phrase: Phrase) -> None:
    members = groups.resolve(phrase, scene.stage, scene.cast, scene.together)
    if members and len(members) >= 2:
        why = "a plural noun for actors named elsewhere"
        together(scene, members, phrase.first, phrase.last, "group", why)
