"""The walk through a text that gives every nameless mention its actor: bare titles, counterparts,
pronouns, groups. What is said earlier is known; what opens a sentence waits for its subject."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from communique.extraction import groups
from communique.extraction.cast import Draft
from communique.extraction.groups import Phrase
from communique.extraction.holders import resolve_description
from communique.extraction.joined import Joined
from communique.extraction.pronouns import (
    BODY_NOUNS,
    PRONOUNS,
    definite,
    resolve_body_noun,
    resolve_citizen,
    resolve_first_person,
    resolve_pronoun,
)
from communique.extraction.stage import SPEAKER
from communique.extraction.walk import Walk, fronted, together

Step = tuple[tuple[int, bool, int], Callable[[], None]]


def resolve_all(walk: Walk) -> None:
    """Walk through the text once and give every nameless mention its actor, where one fits."""
    walk.together = groups.coordinations(walk.stage, walk.placed)
    _note_speakers(walk)
    _note_names(walk)
    for _, step in sorted(_steps(walk), key=lambda pair: pair[0]):
        step()
    resolve_first_person(walk)


def _steps(walk: Walk) -> list[Step]:
    """What is to be done at which atom; within a sentence, fronted pronouns come last."""
    view, steps = walk.view, list[Step]()

    def at(first: int, step: Callable[[], None], late: bool = False) -> None:
        steps.append(((view.atoms.sentences[first], late, first), step))

    for first, last, draft in walk.placed:
        at(first, partial(_enter, walk, first, last, draft))
        if view.low(first - 1) == "and":
            walk.stage.beside[first - 2] = draft
        if view.low(last) == "and":
            walk.stage.beside[last + 1] = draft
    holders = {id(d): walk.people[first] for first, found in walk.links.items() for d, _ in found}
    owners = set()
    for d in walk.descriptions:
        if id(d) not in holders or d.kind == "counterpart":
            at(d.first, partial(resolve_description, walk, d, holders.get(id(d))))
            if d.owner is not None and d.kind == "counterpart":
                owners.add(d.owner)
    for phrase in groups.phrases(view):
        at(phrase.first, partial(_group, walk, phrase))
    for i, low in enumerate(view.atoms.lows):
        if low in PRONOUNS and not {i} & (view.in_person | owners | view.known.ranks.keys()):
            at(i, partial(resolve_pronoun, walk, i), fronted(walk, i))
        elif low in BODY_NOUNS and definite(view, i):
            at(i, partial(resolve_body_noun, walk, i, low))
        elif view.low(i - 1) == "the" and i in view.known.states:
            at(i, partial(resolve_citizen, walk, i))
    return steps


def _enter(walk: Walk, first: int, last: int, draft: Draft) -> None:
    walk.stage.enter(draft, first, last)
    walk.by_atom[first] = draft


def _note_names(walk: Walk) -> None:
    """Which actor stands at the head of which phrase, names first: those to come are known too."""
    walk.joined = Joined.of(walk.view.text)
    for first, last, draft in walk.placed:
        walk.joined.note(walk.stage.head(first, last), draft)
    for first, draft in walk.people.items():
        walk.joined.note(walk.stage.head(first, walk.view.person_last[first]), draft)


def _note_speakers(walk: Walk) -> None:
    """Whose words stand in which quotation, as far as a name tells it: by the reader's
    attribution, or as subject of a verb of saying beside the quotation marks."""
    view, speakers = walk.view, walk.stage.speakers
    for first, last, draft in walk.placed:
        outside = draft.type == "person" and first not in walk.stage.quoted
        if outside and walk.stage.role(first, last) == SPEAKER:
            for i in walk.stage.quotation_beside(first, last):
                speakers.setdefault(i, []).append(draft)
    for attribution in view.text.attributions:
        if attribution.source is None:
            continue
        head = view.text.head_of(*attribution.source)
        if head is not None:
            walk.cited[head] = attribution.source
        first, last = view.atoms.inside(*attribution.source)
        sources = [draft for at, _, draft in walk.placed if first <= at < last]
        for span in attribution.content:
            for i in range(*view.atoms.inside(*span)):
                if i in walk.stage.quoted:
                    speakers.setdefault(i, []).extend(sources)


def _group(walk: Walk, phrase: Phrase) -> None:
    members = groups.resolve(phrase, walk.stage, walk.cast, walk.together)
    if members and len(members) >= 2:
        why = "a plural noun for actors named elsewhere"
        together(walk, members, phrase.first, phrase.last, "group", why)
