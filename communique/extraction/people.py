"""Persons: their names put together, with the offices that the text gives them."""

from __future__ import annotations

from communique.extraction.cast import Cast, Draft
from communique.extraction.coordinated import share_countries
from communique.extraction.description import Description
from communique.extraction.known import word_set
from communique.extraction.links import Links, heads_of
from communique.extraction.names import gender_of
from communique.extraction.namesakes import cluster, find_bare_surnames
from communique.extraction.tenure import (
    WHY,
    Bodies,
    country_held,
    give_office,
    once_held,
)
from communique.extraction.view import View
from communique.model.findings import Evidence, Office

_PLAIN, _SERVICES = word_set("plain-rank"), word_set("service")


def find_people(view: View, cast: Cast, links: Links, bodies: Bodies) -> dict[int, Draft]:
    """Draft every person, with names, offices and ranks; the draft of each name's first atom."""
    find_bare_surnames(view)
    people = cluster(view, cast)
    share_countries(view, links)
    for first, draft in people.items():
        described = links.get(first, [])
        _name_mention(view, draft, first)
        _ranks(view, draft, first, [d for d, _ in described])
        for d, rule in described:
            describe(view, draft, d, rule, bodies, view.person_last[first])
    for first, title, start, end in heads_of(view):
        body, where = view.words(start, end), view.span(first, end)
        evidence = Evidence(*where, "heads", 0.8, WHY["heads"])
        row = view.known.organizations.get(start)
        country = bodies.country(body) or (row[1]["country"] or None if row else None)
        people[first].add_office(Office(title, body, country, False, evidence), "leader")
    for first, draft in people.items():
        _belonging(view, draft, first)
    for draft in cast.of_type("person"):
        draft.country = draft.country or country_held(draft)
        draft.sector = draft.sector or draft.rank_sector or once_held(draft)
        draft.gender = draft.gender or gender_of(draft.name)
    return people


def _belonging(view: View, draft: Draft, first: int) -> None:
    """What stands beside a name without a title: "Peru's NAME", "NAME of the Labour Party"."""
    begin = first - 1 if view.low(first - 1) == "'s" else first
    at = view.known.state_end.get(begin)
    if at is not None and draft.country is None and not draft.offices:
        state = view.known.states[at][1]
        owned = begin < first and state.kind == "name"
        if owned or (begin == first and state.kind == "demonym"):
            draft.country = state.iso3
    last = view.person_last[first]
    start = last + 2 if view.low(last + 1) == "the" else last + 1
    if draft.sector or view.low(last) not in {"of", "from"} or not view.same_sentence(last, start):
        return
    organization = view.known.organizations.get(start)
    if organization is not None:
        draft.sector = organization[1]["sector"]


def _name_mention(view: View, draft: Draft, first: int) -> None:
    start, end = view.span(first, view.person_last[first])
    draft.mention(start, end)
    draft.prove(start, end, "name", 0.9, WHY["name"])


def _ranks(view: View, draft: Draft, first: int, described: list[Description]) -> None:
    """The rank right before a name, and what forms of address tell of the gender."""
    at, begin, found = first, first, list[str]()
    for _ in range(3):
        before = next((r for r in range(max(0, at - 4), at) if rank_ends(view, r, at)), None)
        if before is None or any(d.head <= at - 1 < d.head_last for d in described):
            break
        row = view.known.ranks[before][1]
        draft.gender = draft.gender or row["gender"] or None
        if row["kind"] != "address":
            written = row["full"] or view.words(before, at).rstrip(".")
            found.insert(0, written)
            draft.rank_sector = draft.rank_sector or row["sector"] or None
            if row["kind"] == "noble" and " " not in draft.name:
                draft.add_form(view.words(before, view.person_last[first]))
            begin = before
        at = before
    if begin < first:
        begin = _service(view, draft, begin)
        draft.rank = draft.rank or " ".join(found)
        start, end = view.span(begin, view.person_last[first])
        draft.mention(start, end)
        draft.prove(start, end, "title-name", 0.9, "the rank stands before the name")


def rank_ends(view: View, rank: int, at: int) -> bool:
    """Whether a rank that begins at one atom ends right before another."""
    found = view.known.ranks.get(rank)
    if found is None or found[0] != at or rank in view.in_person:
        return False
    return view.same_sentence(rank, at) and (
        view.atoms.capital(rank)
        or found[1]["kind"] == "academic"
        or found[1]["rank"].split()[-1] in _PLAIN
    )


def _service(view: View, draft: Draft, begin: int) -> int:
    """Where "US Army" begins before a rank; it tells the country."""
    at = begin
    while at > 0 and view.low(at - 1) in _SERVICES and view.atoms.capital(at - 1):
        at -= 1
        at -= view.low(at - 1) in {"air", "national", "coast", "marine"}
    state = view.known.state_end.get(at)
    if state is None or not view.same_sentence(state, begin):
        return at
    adjective = view.known.states[state][1].kind == "demonym"
    if not (adjective or view.atoms.words[state].isupper()):
        return at  # "in Iraq Gen. NAME"
    draft.country = draft.country or view.known.states[state][1].iso3
    return state


def describe(
    view: View, draft: Draft, d: Description, rule: str, bodies: Bodies, name_last: int
) -> None:
    """Give a person the office of a description, its country, and the mention."""
    first, last = d.first, d.last
    if rule == "title-name":
        last = max(last, name_last)
    start, end = view.span(first, last)
    if rule not in {"several", "in-order", "replaced", "left"}:
        draft.mention(start, end)
    if rule == "title-name":
        draft.prove(start, end, rule, 0.95, WHY[rule])
    draft.gender = draft.gender or d.row["gender"] or None
    give_office(view, draft, d, rule, bodies)
