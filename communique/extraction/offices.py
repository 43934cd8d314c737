"""Descriptions of persons by office: "the Chilean foreign minister", "Secretary of the Security
Council of Norway", "OSCE (…) Director".

A description is found around a title of offices.tsv: first what stands before it (article, owner,
country, body, portfolio), then what follows ("of the Senate of Peru"). Surface words and the
lexicon lead; the parser only helps to tell whether a lower-case noun belongs to the phrase.
"""

from __future__ import annotations

from itertools import pairwise
from types import MappingProxyType

from communique.extraction.complements import field_of, read_right
from communique.extraction.description import OWNERS, Description
from communique.extraction.modifiers import read_left
from communique.extraction.view import View

_LETTERS = 3
_LONG = frozenset({"of", "for", "to"})
_SERVANTS = frozenset({"adviser", "spokesperson", "envoy", "chief-of-staff", "security-adviser"})


def find_descriptions(view: View) -> list[Description]:
    """Every description in a text, in order, none inside another."""
    found: list[Description] = []
    known, atoms = view.known, view.atoms
    i = 0
    while i < len(atoms):
        if i not in known.titles or i in view.in_person:
            i += 1
            continue
        i = _after_body(view, i)
        last, (row, plural) = known.titles[i]
        following = known.titles.get(last)
        if following and view.same_sentence(i, last) and not _name_follows(view, last):
            i = last  # "Parliament Speaker", "Prime Minister spokesman": the last title counts
            continue
        if (
            any(a in view.in_person for a in range(i, last))
            or not _is_noun(view, i, last)
            or _in_rank(view, i, last)
            or _in_body(view, i, last)
        ):
            i += 1
            continue
        floor = found[-1].last if found else 0
        description = Description(i, last, i, last, row, plural)
        read_left(view, description, floor)
        if found and view.low(floor) in {"'s", "'"} and description.first == floor + 1:
            _inherit(description, found[-1])
        if row["class"] == "counterpart" and row["alone"] == "no" and not description.states:
            i += 1  # "a colleague", not "her Peruvian colleague"
            continue
        read_right(view, description)
        _second_in_command(description)
        found.append(description)
        i = max(description.last, i + 1)
    inner = [other for d, other in pairwise(found) if _serve(view, d, other)]
    return [d for d in found if all(d is not other for other in inner)]


def _after_body(view: View, i: int) -> int:
    """Where a title begins whose first words close the name of a body: "Civic Party leader"."""
    last = view.known.titles[i][0]
    for at in range(i + 1, last):
        first = view.known.organization_end.get(at, view.named_first.get(at, i))
        found = view.known.titles.get(at)
        if found is None:
            continue
        if first < i and found[0] == last:
            return at
        if found[0] > last and not _LONG.intersection(found[1].row["title"].split()):
            return at  # "Police Inspector General"
    return i


def _in_body(view: View, first: int, last: int) -> bool:
    """Whether a title is a part of a body's name: "Department of Justice"."""
    if view.low(first - 1) not in {"of", "for"}:
        return False
    before = range(max(0, first - 4), first)
    for whole in (view.known.organizations, view.known.bodies):
        if any(at in whole and whole[at][0] >= last for at in before):
            return True
    return first in view.known.portfolios and first - 1 in view.known.body_end


def _in_rank(view: View, first: int, last: int) -> bool:
    """Whether a title is a part of a rank: "Petty Officer"."""
    ranks = view.known.ranks
    return any(at in ranks and ranks[at][0] >= last for at in range(max(0, first - 3), first))


def _name_follows(view: View, at: int) -> bool:
    """Whether a title right after another is of the name: "Foreign Minister Prince NAME", "Prime
    Minister Shah"."""
    rank = view.known.ranks.get(at)
    if at in view.in_person or rank is None or rank[0] < view.known.titles[at][0]:
        return at in view.in_person
    after = rank[0]
    return view.atoms.capital(at) and (
        after in view.person_last or (after < len(view.atoms) and view.upos(after) == "PROPN")
    )


def _serve(view: View, d: Description, other: Description) -> bool:
    """ "an adviser to the President of Peru": of the country of whom he advises. True where the
    one served is named by his title alone and the servant's name follows: "the envoy of the UN
    Secretary-General for Chad, NAME"."""
    gap = other.first - d.last
    if d.kind not in _SERVANTS or gap != 1 or view.low(d.last) not in {"to", "of", "for"}:
        return False
    end = view.low(other.last) == "for" and d.kind == "envoy" and field_of(view, other.last)
    following = end or other.last
    comma = following + 1 if view.low(following) == "," else following
    person = following in view.person_last or _ranked(view, comma) in view.person_last
    inner = bool(d.kind == "envoy" and person and (end or comma > following))
    d.title += " " + view.words(d.last, following if inner else other.last)
    if not (d.states or d.body):
        d.states, d.state, d.body = list(other.states), other.state, other.body
        d.body_row = other.body_row
        d.country = other.row["country"] or None
    if inner:
        d.last = following
    return inner


def _second_in_command(d: Description) -> None:
    """ "his deputy": whoever stands under somebody, not a member of a parliament."""
    personal = d.determiner in OWNERS or d.owner_name is not None
    if d.row["title"] == "deputy" and personal and not d.body:
        d.row = MappingProxyType({**d.row, "class": "adviser", "sector": ""})


def _ranked(view: View, at: int) -> int:
    """The atom after a rank or form of address."""
    return view.known.ranks[at][0] if at in view.known.ranks else at


def _inherit(d: Description, owner: Description) -> None:
    """ "The UN Secretary-General's envoy": of that body or country."""
    d.determiner = "'s"
    if not (d.states or d.body):
        d.states, d.state = list(owner.states), owner.state
        d.body, d.body_row = owner.body, owner.body_row


def _is_noun(view: View, first: int, last: int) -> bool:
    """Whether the title can be a noun here: "chairs", "heads" and "deputies" may be verbs."""
    token = view.token(last - 1)
    if last - first == 1:
        word = view.atoms.words[first]
        if token.upos in {"VERB", "AUX"} or (len(word) <= _LETTERS and word.islower()):
            return False  # "at 5 p.m. EST"
    after = view.low(last)
    joined = last < len(view.atoms) and view.atoms.joined[last]
    return not (joined and after in {"level", "led", "ship"})
