"""Organisations: institutions, parties, armed groups, agencies; with acronyms and former names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from communique.extraction.candidates import GROUP_KINDS, GROUPS, Candidate, find_candidates
from communique.extraction.cast import Cast, Draft
from communique.extraction.known import word_set
from communique.extraction.modifiers import PRAISE
from communique.extraction.names import plain
from communique.extraction.tenure import Bodies
from communique.extraction.view import View
from communique.model.findings import Place

_STAFF = word_set("staff")
_ALIAS = word_set("alias")
_ALIAS_HEAD = word_set("alias-head")
_WHY = {
    "lexicon-organization": "an organisation of the lexicon",
    "organization-name": "the reader took it for the name of an organisation",
    "institution": "the words end in a kind of body",
    "armed-group": "the text calls it a group",
}


@dataclass(slots=True)
class _Registry:
    cast: Cast
    bodies: Bodies
    by_key: dict[tuple[str, str | None], Draft] = field(default_factory=dict)
    by_name: dict[str, Draft] = field(default_factory=dict)


def find_institutions(
    view: View,
    cast: Cast,
    bodies: Bodies,
    places: tuple[Place, ...],
    taken: Callable[[int], bool],
) -> dict[int, Draft]:
    """Draft the organisations of a text; the draft of each atom of their mentions. `taken` tells
    which atoms belong to persons; what is a place is no organisation."""
    registry = _Registry(cast, bodies)
    owners: dict[int, Draft] = {}
    previous: tuple[Candidate, Draft] | None = None
    located = {(place.span.start, place.span.end) for place in places}
    for candidate in find_candidates(view, taken):
        if (
            candidate.rule == "organization-name"
            and view.span(candidate.first, candidate.last) in located
        ):
            continue
        alias = previous is not None and _is_alias(view, previous[0].last, candidate.first)
        if alias and previous is not None:
            draft = previous[1]
            _remember(view, registry, draft, candidate)
        else:
            draft = _draft(view, registry, candidate)
        last = _mention(view, registry, draft, candidate, alias)
        owners.update((i, draft) for i in range(candidate.first, last))
        previous = (candidate, draft)
    return owners


def _is_alias(view: View, last: int, first: int) -> bool:
    """Whether only "(former", ", formerly known as the" and the like stand between two names."""
    between = [view.low(i) for i in range(last, first)]
    if not 2 <= len(between) <= 6 or between[0] not in {"(", ",", "–", "—"}:
        return False
    return between[1] in _ALIAS_HEAD and all(word in _ALIAS for word in between[1:])


def _core(view: View, first: int, last: int) -> tuple[int, str | None]:
    """The atom after a leading state, and that state's code (or that of a state that owns)."""
    state = view.known.states.get(first)
    if state and state[0] < last and state[1].kind in {"demonym", "name"}:
        return state[0], state[1].iso3
    if view.low(first - 1) == "'s" and view.known.state_end.get(first - 1) is not None:
        return first, view.known.states[view.known.state_end[first - 1]][1].iso3
    located = view.known.states.get(last + 1) if view.low(last) == "in" else None
    if located and located[1].kind == "capital":
        return first, located[1].iso3  # "the Foreign Ministry in Ottawa"
    closing = view.known.state_end.get(last)
    if closing is not None and closing > first and view.low(closing - 1) in {"of", "the"}:
        return first, view.known.states[closing][1].iso3
    return first, None


def _draft(view: View, registry: _Registry, c: Candidate) -> Draft:
    words = view.words(c.first, c.last)
    row = c.row
    if row is None and c.first in view.known.organizations:
        last, found = view.known.organizations[c.first]
        row = found if last == c.last else None
    if row is not None:
        known = registry.by_name.get(plain(row["name"])) or registry.by_name.get(plain(words))
        draft = known or Draft("organization", row["name"])
        draft.country = draft.country or row["country"] or None
        draft.sector = row["sector"]
        registry.by_name[plain(row["name"])] = draft
        long = registry.bodies.long(words)
        if long != words and long:
            draft.add_form(long)
            draft.country = draft.country or registry.bodies.country(words)
    else:
        draft = _unknown(view, registry, c, words)
    if draft not in registry.cast.drafts:
        registry.cast.add(draft)
    _remember(view, registry, draft, c)
    return draft


def _unknown(view: View, registry: _Registry, c: Candidate, words: str) -> Draft:
    core, country = _core(view, c.first, c.last)
    name = view.words(core, c.last)
    known = registry.by_name.get(plain(words))
    long = registry.bodies.long(words)
    if known is None and long and long != words:
        known = registry.by_name.get(plain(long))
        words = long
    country = country or registry.bodies.country(name)
    known = known or registry.by_key.get((plain(name), country))
    if known is None and country is None:
        owners = [d for (n, _), d in registry.by_key.items() if n == plain(name)]
        known = owners[0] if owners else None
    draft = known or Draft("organization", words, country=country)
    registry.by_key.setdefault((plain(name), draft.country), draft)
    body = view.known.body_end.get(c.last)
    if body is None or body < c.first:
        body = max((i for i in range(c.first, c.last) if i in view.known.bodies), default=None)
    if draft.sector is None and body is not None and body in view.known.bodies:
        draft.sector = view.known.bodies[body][1]["sector"]
    if c.rule == "armed-group":
        draft.sector = draft.sector or "REB"
    return draft


def _remember(view: View, registry: _Registry, draft: Draft, c: Candidate) -> None:
    words = view.words(c.first, c.last)
    draft.add_form(words)
    registry.by_name.setdefault(plain(words), draft)
    core, country = _core(view, c.first, c.last)
    if core > c.first:
        registry.by_key.setdefault((plain(view.words(core, c.last)), country), draft)


def _mention(view: View, registry: _Registry, draft: Draft, c: Candidate, alias: bool) -> int:
    """Record the name, an acronym in parentheses after it, and the phrase around it."""
    draft.mention(*view.span(c.first, c.last))
    last = c.last
    if view.low(last) == "(" and view.low(last + 2) == ")" and view.atoms.words[last + 1].isupper():
        acronym = view.words(last + 1, last + 2)
        draft.add_form(acronym)
        draft.mention(*view.span(last + 1, last + 2))
        registry.by_name.setdefault(plain(acronym), draft)
        registry.bodies.learn(draft.name, acronym, draft.country)
        last += 3
    end = _phrase_end(view, last)
    first = c.first
    while first > 0 and view.low(first - 1) in PRAISE and end > last:
        first -= 1
    draft.mention(*view.span(first, end)) if end > last else None
    if not alias:
        draft.prove(*view.span(first, max(end, last)), c.rule, 0.85, _WHY[c.rule])
    return max(end, last)


def _phrase_end(view: View, last: int) -> int:
    """The end of "… terrorist group", "… officials" after an organisation's name."""
    at = last
    for _ in range(4):
        if not view.same_sentence(last - 1, at):
            return last
        low = view.low(at)
        if low in _STAFF or low in GROUPS:
            return at + 1
        if low not in GROUP_KINDS and not (at == last and view.atoms.capital(at)):
            return last
        at += 1
    return last
