"""Titles in a row that share a country: "Peruvian President NAME and Foreign Minister NAME"."""

from __future__ import annotations

from communique.extraction.description import Description
from communique.extraction.links import Links
from communique.extraction.tenure import NO_OFFICE, OF_STATE, SINGLE
from communique.extraction.view import View


def share_countries(view: View, links: Links) -> None:
    """Tell a title its country where other words do: "President NAME of Peru", the second of
    "Peruvian President NAME and Foreign Minister NAME", the first of "President NAME and Foreign
    Minister NAME of Peru"."""
    before: tuple[int, Description] | None = None
    waiting: list[Description] = []
    for first in sorted(links):
        last = view.person_last[first]
        own = [d for d, rule in links[first] if rule in {"title-name", "several"}]
        begin = min((d.first for d in own), default=first)
        beside = before is not None and _coordinated(view, before[0], begin)
        if not beside:
            waiting.clear()
        for d in own:
            if d.kind in NO_OFFICE:
                continue
            if not d.states and d.body is None:
                _country_after(view, d, last)
                kinds = [_rank_of(other.kind) for other in [*waiting, d]]
                for other in waiting if d.states and len({*kinds}) == len(kinds) else ():
                    other.states, other.state = list(d.states), d.state
            alone = not d.states and d.body is None
            if before and alone and beside:
                _as_before(d, before[1])
            if not d.states:
                waiting.append(d)
        if own:
            before = last, own[0]


def _rank_of(kind: str) -> str:
    """The class of a title, monarchs being heads of state."""
    return "head-of-state" if kind == "monarch" else kind


def _as_before(d: Description, other: Description) -> None:
    """Take over the country of the one named before, or of his body where that is a state's."""
    row = other.body_row
    if d.kind in SINGLE and _rank_of(d.kind) == _rank_of(other.kind):
        return  # a state has one: "Chilean Foreign Minister NAME and Foreign Minister NAME"
    if other.states:
        d.states, d.state = list(other.states), other.state
    elif d.kind in OF_STATE and row and "name" in row and row["sector"] == "GOV":
        d.country = row["country"] or None


def _country_after(view: View, d: Description, last: int) -> None:
    at = last + 2 if view.low(last + 1) == "the" else last + 1
    if view.low(last) != "of" or not view.same_sentence(last, at):
        return
    organization, state = view.known.organizations.get(at), view.known.states.get(at)
    if state and state[1].kind == "name" and state[1].iso3:
        d.states, d.state = [state[1]], state[1]
    elif organization:
        d.body, d.body_row = view.words(at, organization[0]), organization[1]


def _coordinated(view: View, last: int, first: int) -> bool:
    between = [view.low(i) for i in range(last, first)]
    return 0 < len(between) <= 2 and all(word in {",", "and"} for word in between)
