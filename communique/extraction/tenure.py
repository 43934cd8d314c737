"""Offices as findings: what a description tells of the title, the body, the country and the sector,
and what the rest of a report adds to them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache

from communique.extraction.cast import Cast, Draft
from communique.extraction.description import Description
from communique.extraction.names import plain
from communique.extraction.view import View
from communique.lexicon.load import table
from communique.model.findings import Evidence, Office

NO_OFFICE = frozenset({"generic", "counterpart", "predecessor"})
SINGLE = frozenset({"head-of-state", "head-of-government", "foreign-minister", "monarch"})
"""Classes of offices of which a state has one."""
OF_STATE = SINGLE | {"minister", "royal", "vice-head-of-state", "deputy-head-of-government"}

_VAGUE = frozenset({"leader", "igo-head", "secretary"})
_OF_BODY = frozenset(
    {
        "member",
        "generic",
        "igo-head",
        "leader",
        "spokesperson",
        "secretary",
        "adviser",
        "business",
        "head-of-state",
        "head-of-government",
        "governor",
        "party",
    }
)
_STATE_OFFICES = OF_STATE | {
    "deputy-minister",
    "supreme-leader",
    "security-adviser",
    "ambassador",
}
_BETWEEN_STATES = frozenset({"UNO", "IGO", "EUR"})

WHY = {
    "title-name": "the title stands before the name",
    "apposition": "the title stands beside the name, set off by a comma",
    "appointment": "the sentence says that the person was given the office",
    "predicate": "the sentence says that the person holds the office",
    "heads": "the text says whom or what the person heads",
    "several": "the title stands before several names",
    "in-order": "one title before several names, given to their states in the order of both",
    "left": "the sentence says that the person left the office",
    "replaced": "the sentence says that another took the office over",
    "name": "a name of a person",
    "surname": "the surname of a person named in full elsewhere",
    "misspelt": "one slip away from the name of a person in this report",
}


@dataclass(slots=True)
class Bodies:
    """What the text tells of institutions: the long form of an acronym, and whose they are."""

    long_forms: dict[str, str] = field(default_factory=dict)
    countries: dict[str, str] = field(default_factory=dict)

    def learn(self, body: str | None, acronym: str | None, country: str | None) -> None:
        """Keep what one phrase says; the first to say it counts."""
        if body and acronym and body != acronym:
            self.long_forms.setdefault(acronym, body)
        for name in (body, acronym):
            if name and country:
                self.countries.setdefault(plain(name), country)

    def long(self, body: str | None) -> str | None:
        """The body as written out, where the text does so."""
        return self.long_forms.get(body, body) if body else None

    def country(self, body: str | None) -> str | None:
        """The country of a body, where another phrase tells it."""
        if not body:
            return None
        return self.countries.get(plain(body)) or self.countries.get(plain(self.long(body) or ""))


def learn_bodies(descriptions: list[Description]) -> Bodies:
    """What all descriptions say about institutions."""
    bodies = Bodies()
    for d in descriptions:
        bodies.learn(d.body, d.acronym, d.state.iso3 if d.state else None)
    return bodies


def give_office(view: View, draft: Draft, d: Description, rule: str, bodies: Bodies) -> None:
    """Add the office of a description to a person; a generic one only tells the country."""
    country = country_of(d, bodies)
    if d.kind in NO_OFFICE:
        if not d.former and d.kind != "predecessor":
            draft.country = draft.country or country
            known = d.kind == "generic" and (d.states or d.body_row)
            draft.sector = draft.sector or (sector_of(d) if known else None)
        return
    body = bodies.long(d.body)
    score = 0.5 if rule == "in-order" else 0.9
    evidence = Evidence(*view.span(d.first, d.last), rule, score, WHY[rule])
    draft.add_office(Office(d.title, body, country, d.former, evidence, d.acting), d.kind)
    if not d.former:
        draft.sector = draft.sector or sector_of(d)
        draft.country = draft.country or country


def sector_of(d: Description) -> str | None:
    """PLOVER's sector of an office: of the body for those who speak for one or run one."""
    body = d.body_row.get("sector") if d.body_row else None
    if body and (d.kind in _OF_BODY or (body == "REB" and d.kind == "military")):
        return body
    if d.kind in {"envoy", "negotiator"} and body in _BETWEEN_STATES:
        return body
    unsaid = not (body or d.states or d.body)
    vague = d.kind in _VAGUE and d.row["alone"] == "no"
    if d.kind == "member" or (unsaid and (vague or d.kind == "spokesperson")):
        return None  # a colonel's sector is his rank's, though he be a spokesman
    if d.row["sector"] == "IGO" and d.states:
        return "GOV"  # a chief or director of some body of a state
    return d.row["sector"] or None


def country_of(d: Description, bodies: Bodies) -> str | None:
    """The country of an office: said with it, or that of its body."""
    if d.state and d.state.iso3:
        return d.state.iso3
    if d.body_row and d.body_row.get("country"):
        return d.body_row["country"]
    return bodies.country(d.body) or d.row["country"] or d.country


def country_held(draft: Draft) -> str | None:
    """The country of somebody's offices: of a former one only where no other tells it."""
    told = sorted((o for o in draft.offices if o.country), key=lambda o: o.former)
    return told[0].country if told else None


def once_held(draft: Draft) -> str | None:
    """PLOVER's sector of those who only were in office: the elite."""
    held = draft.past & _STATE_OFFICES
    return "ELI" if held and not draft.kinds else None


def settle_bodies(view: View, cast: Cast, organizations: dict[int, Draft]) -> None:
    """An office in "the ministry" is in the ministry named last before."""
    for draft in cast.of_type("person"):
        for n, office in enumerate(draft.offices):
            body = office.body or ""
            if not body.isalpha() or not body.islower():
                continue
            first, _ = view.atoms.inside(office.evidence.start, office.evidence.end)
            named = [
                owner
                for i, owner in sorted(organizations.items())
                if i < first and plain(owner.name).endswith(body)
            ]
            if named:
                country = office.country or named[-1].country
                draft.offices[n] = replace(office, body=named[-1].name, country=country)
                draft.country = draft.country or country


@cache
def _between_states() -> frozenset[str]:
    """The names of organisations that are of no one state."""
    return frozenset(
        plain(form)
        for row in table("organizations.tsv")
        if row["sector"] in {"IGO", "UNO", "EUR", "NGO"}
        for form in (row["name"], *row["variants"].split("|"))
        if form
    )


def settle_countries(cast: Cast) -> None:
    """An office of state whose country is unsaid is of the country that the report gives its
    holder elsewhere."""
    for draft in cast.of_type("person"):
        for n, office in enumerate(draft.offices):
            national = draft.sector in {"GOV", "LEG", "MIL", "SPY", "JUD"}
            national = national and plain(office.body or "") not in _between_states()
            if office.country is None and draft.country and national and not office.former:
                draft.offices[n] = replace(office, country=draft.country)
