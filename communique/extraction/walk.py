"""What the walk through a text has before its eyes, and how it records a mention."""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.extraction import groups
from communique.extraction.cast import Cast, Draft
from communique.extraction.description import Description
from communique.extraction.groups import Together
from communique.extraction.joined import Joined
from communique.extraction.links import Links
from communique.extraction.stage import OTHER, Stage
from communique.extraction.tenure import Bodies
from communique.extraction.view import View
from communique.model.text import Span


@dataclass(slots=True)
class Walk:
    """All that resolving needs: the cast so far, and where the named mentions stand."""

    view: View
    cast: Cast
    stage: Stage
    bodies: Bodies
    descriptions: list[Description]
    links: Links
    people: dict[int, Draft]
    placed: list[tuple[int, int, Draft]]
    together: list[Together] = field(default_factory=list)
    mains: dict[int, int | None] = field(default_factory=dict)
    by_atom: dict[int, Draft] = field(default_factory=dict)
    joined: Joined = field(default_factory=Joined)
    cited: dict[int, Span] = field(default_factory=dict)
    """The sources of attributions by the tokens that head them."""


def say(walk: Walk, draft: Draft, first: int, last: int, rule: str, score: float, why: str) -> None:
    """Record a nameless mention and put its actor on stage."""
    start, end = walk.view.span(first, last)
    draft.mention(start, end)
    if draft.evidence is None:
        draft.prove(start, end, rule, score, why)
    walk.stage.enter(draft, first, last)
    walk.by_atom.setdefault(first, draft)
    walk.joined.note(walk.stage.head(first, last), draft)


def together(walk: Walk, members: list[Draft], first: int, last: int, rule: str, why: str) -> None:
    """Record a mention of several actors at once, as their group."""
    draft = groups.group_of(walk.cast, members)
    words = walk.view.words(first, last)
    if rule == "group":
        draft.add_form(words)
    say(walk, draft, first, last, rule, 0.6, why)
    sentence = walk.view.atoms.sentences[first]
    same = [t for t in walk.together if t.members == members and t.sentence <= sentence]
    backing = bool(same) and same[-1].backing
    walk.together.append(Together(members, first, last, sentence, True, backing))
    walk.together.sort(key=lambda t: t.first)


def main_draft(walk: Walk, sentence: int) -> Draft | None:
    """The actor that is the subject of a sentence's main verb, if it is on stage already."""
    main = _main_subject(walk, sentence)
    if main is None:
        return None
    first, last = walk.view.atoms.inside(
        walk.view.text.tokens[main].start, walk.view.text.tokens[main].end
    )
    for seen in walk.stage.seen:
        if seen.sentence == sentence and seen.atom <= first:
            head = walk.stage.head(seen.atom, last)
            if seen.role != OTHER and (seen.atom == first or head == main):
                return seen.draft
    return None


def _main_subject(walk: Walk, sentence: int) -> int | None:
    """The token of the subject of a sentence's main verb."""
    if sentence not in walk.mains:
        text = walk.view.text
        span = text.sentences[sentence]
        root = next((i for i in range(span.first, span.last) if text.tokens[i].head < 0), None)
        below = text.children[root] if root is not None else []
        subjects = [c for c in below if text.tokens[c].deprel in {"nsubj", "nsubj:pass"}]
        walk.mains[sentence] = subjects[0] if subjects else None
    return walk.mains[sentence]


def fronted(walk: Walk, i: int) -> bool:
    """Whether a pronoun stands before the main subject and outside it: "After his visit, X …"."""
    main = _main_subject(walk, walk.view.atoms.sentences[i])
    if main is None or walk.view.atoms.tokens[i] >= main:
        return False
    at = walk.view.atoms.tokens[i]
    for _ in range(40):
        if at == main:
            return False
        at = walk.view.text.tokens[at].head
        if at < 0:
            return True
    return True
