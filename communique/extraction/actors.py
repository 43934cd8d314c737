"""Who is named in a report: persons with their offices, organisations, states, and groups; and
every mention of each.

A described name ("Chilean President NAME") gives two mentions of its actor: the whole phrase and
the name inside it. A state or body inside a person's title is not a mention of its own.

For the rooms that ask who stands at a place: `mention_at` for one, `actors_in` for several.
"""

from __future__ import annotations

from collections.abc import Sequence

from communique.extraction.appointments import link_deeds
from communique.extraction.bureaus import find_bureaus, settle_staff
from communique.extraction.cast import Cast, Draft
from communique.extraction.description import Description
from communique.extraction.home import homes_of, settle_homes, settle_ministries
from communique.extraction.institutions import find_institutions
from communique.extraction.joined import with_joined
from communique.extraction.links import Links, link
from communique.extraction.mentions import resolve_all
from communique.extraction.mistaken import drop_places
from communique.extraction.names import find_persons
from communique.extraction.offices import find_descriptions
from communique.extraction.people import find_people
from communique.extraction.stage import Stage
from communique.extraction.states import find_states
from communique.extraction.tenure import learn_bodies, settle_bodies, settle_countries
from communique.extraction.view import View, view_of
from communique.extraction.walk import Walk
from communique.model.findings import Actor, Mention, Place
from communique.model.report import Report
from communique.model.text import Text


def find_actors(
    report: Report, text: Text, places: tuple[Place, ...]
) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
    """The actors of a report in order of first mention, and all mentions by start.

    Names are read first, over the whole text, with the titles beside them; then a walk from the
    beginning gives pronouns, bare titles and groups to those already known.
    """
    view, cast = view_of(text), Cast()
    find_persons(view)
    descriptions = find_descriptions(view)
    links = link(view, descriptions)
    link_deeds(view, descriptions, links)
    bodies = learn_bodies(descriptions)
    drop_places(view, links)
    people = find_people(view, cast, links, bodies)
    taken = view.in_person | _described(descriptions)
    organizations = find_institutions(view, cast, bodies, places, taken.__contains__)
    taken = taken | organizations.keys()
    states = find_states(view, cast, places, taken.__contains__)
    settle_bodies(view, cast, organizations)
    homes = homes_of(view, report, places, cast, descriptions)
    settle_homes(homes, people, links)
    settle_ministries(homes, organizations)
    placed = _placed(view, links, people, organizations, states)
    stage = Stage.of(view)
    resolve_all(Walk(view, cast, stage, bodies, descriptions, links, people, placed))
    settle_staff(view, cast, descriptions)
    settle_countries(cast)
    find_bureaus(view, cast, descriptions, bodies)
    return with_joined(text, *cast.finish())


def _described(descriptions: list[Description]) -> set[int]:
    """The atoms of titles that are not free for states and organisations."""
    taken: set[int] = set()
    for d in descriptions:
        if d.linked or not d.plural or len(d.states) > 1:
            taken.update(range(d.first, d.last))
    return taken


def _placed(
    view: View,
    links: Links,
    people: dict[int, Draft],
    organizations: dict[int, Draft],
    states: dict[int, Draft],
) -> list[tuple[int, int, Draft]]:
    """Named mentions as ranges of atoms, titles included, in order."""
    placed = []
    for first, draft in people.items():
        begin, end = first, view.person_last[first]
        for d, rule in links.get(first, ()):
            if rule in {"title-name", "apposition"} and d.first - end <= 1:
                begin, end = min(begin, d.first), max(end, d.last)
        placed.append((begin, end, draft))
    last: int | None = None
    for i in sorted(organizations):
        if last is not None and i == last and organizations[i] is placed[-1][2]:
            placed[-1] = (placed[-1][0], i + 1, organizations[i])
        else:
            placed.append((i, i + 1, organizations[i]))
        last = i + 1
    placed += [(i, view.known.states[i][0], draft) for i, draft in states.items()]
    return sorted(placed, key=lambda item: item[:2])


def mention_at(mentions: Sequence[Mention], start: int, end: int) -> Mention | None:
    """The mention that a stretch of text is: the smallest that covers `start`..`end`, else the
    largest inside it (the first of equals); None when there is neither."""
    covering = [m for m in mentions if m.start <= start and end <= m.end]
    if covering:
        return min(covering, key=lambda m: (m.end - m.start, m.start))
    inside = [m for m in mentions if start <= m.start and m.end <= end]
    return max(inside, key=lambda m: (m.end - m.start, -m.start), default=None)


def actors_in(text: Text, mentions: Sequence[Mention], start: int, end: int) -> tuple[int, ...]:
    """The actors named in a stretch of text, each once, in order: of mentions inside one another
    the outer one counts, so "Chile's president" is the president and not Chile."""
    found: dict[int, None] = {}
    covered = start
    inside = (m for m in mentions if start <= m.start and m.end <= end)
    for mention in sorted(inside, key=lambda m: (m.start, -m.end)):
        if mention.start >= covered:
            found[mention.actor] = None
            covered = mention.end
    return tuple(found)
