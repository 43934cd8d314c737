"""Who an agreement is between."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from communique.extraction.frames import FAR
from communique.extraction.ground import Ground
from communique.extraction.via import is_press_name
from communique.lexicon.load import table

_SIGNS = frozenset({"state", "organization", "group", "person"})
_TO = frozenset({"propose", "offer", "suggest"})
"""Verbs whose agreement is one with those to whom it is proposed."""
_BETWEEN = frozenset({"broker", "mediator", "facilitator"})
"""Roles of those who bring others to an agreement and are no party to it."""
_SAYING = frozenset({"say", "tell", "report", "add", "announce"})


def signatories(
    ground: Ground, tops: Sequence[int], verbs: Sequence[int]
) -> tuple[tuple[int, ...], str]:
    """The parties that the phrases of its nouns name; else those who do what its verbs say with
    whom they do it; else the parties named in the phrase of who does. With how they were found."""
    own = [a for t in tops for a in _of_phrase(ground, t, "between", "among", "of")]
    if len(ground.members(own)) > 1:
        return ground.members(own), ""
    deep = [a for t in tops for a in _between_below(ground, t)]
    if len(ground.members(deep)) > 1:
        return ground.members(deep), ""
    holders = [a for t in tops for a in _holders(ground, t)]
    joint = ("with", "to") if any(ground.lemmas[v] in _TO for v in verbs) else ("with",)
    partners = [a for t in tops for a in _of_phrase(ground, t, *joint)]
    found: list[int] = []
    how = ""
    for verb in verbs:
        if ground.lemmas[verb] in go_betweens():
            continue
        mine, said = _doers(ground, verb, tops)
        found += mine
        how = how or said
    if partners or not found:
        found += holders
    return ground.members([*found, *own, *partners]), how


def named_parties(ground: Ground, tops: Sequence[int]) -> tuple[int, ...]:
    """The parties that the noun's own phrases name: "between A and B", "A's treaty with B"."""
    return signatories(ground, tops, ())[0]


def _between_below(ground: Ground, top: int) -> list[int]:
    """Those whom a phrase within the noun's names: "on trade between A and B"."""
    matters = [k for k in ground.kids(top, "nmod", "acl") if k > top]
    matters += [k for m in matters for k in ground.kids(m, "nmod", "obl", "obj")]
    return [a for m in matters for a in _of_phrase(ground, m, "between", "among")]


def _holders(ground: Ground, top: int) -> list[int]:
    """Whose an agreement is: "Kenya's treaty", "its pact"."""
    owners = [k for k in ground.kids(top, "nmod") if ground.text.tokens[k].deprel == "nmod:poss"]
    return [a for token in owners for a in ground.named(token) if can_sign(ground, a)]


def _of_phrase(ground: Ground, top: int, *cases: str) -> list[int]:
    named = [a for token in ground.obliques(top, *cases) for a in ground.named(token)]
    return [a for a in named if can_sign(ground, a)]


def _doers(ground: Ground, verb: int, tops: Sequence[int]) -> tuple[list[int], str]:
    """Who does what a verb says, the verb above it if it has nobody of its own."""
    partners: list[int] = []
    current = verb
    for _ in range(FAR):
        if current < 0:
            break
        if ground.is_verb(current):
            cases = (
                ("with", "between", "to") if ground.lemmas[current] in _TO else ("with", "between")
            )
            beside = ground.obliques(current, *cases)
            partners += [a for t in beside for a in ground.named(t) if can_sign(ground, a)]
            subjects = [s for s in ground.subjects(current) if s not in tops]
            mine = [a for t in subjects for a in ground.named(t) if can_sign(ground, a)]
            if mine:
                return mine + partners, ""
            inside = [a for t in subjects for a in ground.named_in(ground.whole(t))]
            inside = [a for a in ground.members(inside) if can_sign(ground, a)]
            if len(inside) > 1:
                return inside + partners, "; parties named in its subject"
            if any(ground.text.tokens[s].upos in {"NOUN", "PROPN"} for s in subjects):
                break
        if ground.rels[current] == "acl":
            break
        current = ground.head(current)
        if current >= 0 and ground.lemmas[current] in _SAYING:
            break
    return partners, ""


@cache
def go_betweens() -> frozenset[str]:
    """The verbs of those who bring others to an agreement: "Qatar brokered the truce"."""
    rows = table("talks_roles.tsv")
    return frozenset(r["word"] for r in rows if r["pos"] == "agent" and r["role"] in _BETWEEN)


def can_sign(ground: Ground, actor: int) -> bool:
    """Whether an actor can be a party."""
    one = ground.actors[actor]
    return one.type in _SIGNS and one.sector != "JRN" and not is_press_name(one.name)
