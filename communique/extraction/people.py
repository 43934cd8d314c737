"""Persons: their names put together, with the offices that the text gives them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache

from communique.extraction.aliases import aliases_of
from communique.extraction.cast import Cast, Draft
from communique.extraction.description import Description
from communique.extraction.links import Links, heads_of
from communique.extraction.names import alike, gender_of, parts_of, plain, same_person, swapped
from communique.extraction.view import View
from communique.lexicon.load import table
from communique.model.findings import Evidence, Office

NO_OFFICE = frozenset({"generic", "counterpart", "predecessor"})

_OF_BODY = frozenset({"igo-head", "leader", "spokesperson", "secretary", "adviser", "business",
                      "head-of-state", "head-of-government", "governor", "party"})  # fmt: skip
_SINGLE = frozenset({"head-of-state", "head-of-government", "foreign-minister", "monarch"})
_CROWNED = frozenset({"monarch", "royal"})
_BETWEEN_STATES = frozenset({"UNO", "IGO", "EUR"})

_WHY = {
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


def find_people(view: View, cast: Cast, links: Links, bodies: Bodies) -> dict[int, Draft]:
    """Draft every person, with names, offices and ranks; the draft of each name's first atom."""
    _find_bare_surnames(view)
    people = _cluster(view, cast)
    _inherit(view, links)
    for first, draft in people.items():
        described = links.get(first, [])
        _name_mention(view, draft, first)
        _ranks(view, draft, first, [d for d, _ in described])
        for d, rule in described:
            describe(view, draft, d, rule, bodies, view.person_last[first])
    for first, title, start, end in heads_of(view):
        body, where = view.words(start, end), view.span(first, end)
        evidence = Evidence(*where, "heads", 0.8, _WHY["heads"])
        row = view.known.organizations.get(start)
        country = bodies.country(body) or (row[1]["country"] or None if row else None)
        people[first].add_office(Office(title, body, country, False, evidence), "leader")
    for draft in cast.of_type("person"):
        draft.country = draft.country or _country(draft)
        draft.sector = draft.sector or draft.rank_sector
        draft.gender = draft.gender or gender_of(draft.name)
    return people


def _inherit(view: View, links: Links) -> None:
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
    if d.kind in _SINGLE and _rank_of(d.kind) == _rank_of(other.kind):
        return  # a state has one: "Chilean Foreign Minister NAME and Foreign Minister NAME"
    if other.states:
        d.states, d.state = list(other.states), other.state
    elif row and "name" in row and row["sector"] == "GOV" and row["country"]:
        d.country = row["country"]


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


def _find_bare_surnames(view: View) -> None:
    """Surnames that the reader left unmarked, right or with one slip of spelling."""
    atoms = view.atoms
    surnames = {
        parts_of(view.words(first, last))[-1]
        for first, last in view.person_last.items()
        if last - first > 1
    }
    long = sorted(name for name in surnames if len(name) >= 6)
    for i in range(len(atoms)):
        if i in view.in_person or not atoms.capital(i) or i in view.known.states:
            continue
        word = plain(atoms.words[i])
        if word not in surnames:
            if len(word) < 6 or view.upos(i) != "PROPN" or i in view.known.organizations:
                continue
            if not any(alike(word, name) for name in long):
                continue
        if not any(
            first <= i < last for first, last in view.named_last.items() if last - first > 1
        ):
            view.add_person(i, i + 1)


def _cluster(view: View, cast: Cast) -> dict[int, Draft]:
    people: dict[int, Draft] = {}
    other_names = aliases_of(view)
    order = sorted(view.person_last.items())
    full = [item for item in order if item[1] - item[0] > 1]
    for first, last in full:
        name = view.words(first, last)
        parts = parts_of(name)
        meant = people.get(other_names.get(first, -1))
        if meant is not None:
            meant.add_form(name)
            people[first] = meant
            continue
        known = (
            d
            for d in cast.of_type("person")
            if any(same_person(parts_of(f), parts) for f in d.forms)
        )
        draft = next(known, None) or cast.add(Draft("person", name))
        draft.add_form(name)
        if len(parts) > len(parts_of(draft.name)):
            draft.name = name
        people[first] = draft
    for first, last in order:
        meant = people.get(other_names.get(first, -1))
        if first not in people and meant is not None:
            meant.add_form(view.words(first, last))
            people[first] = meant
        elif first not in people:
            people[first] = _by_one_word(view, cast, people, first, view.words(first, last))
    return dict(sorted(people.items()))


def _by_one_word(view: View, cast: Cast, people: dict[int, Draft], first: int, word: str) -> Draft:
    """The person meant by one word: by surname, else another part of the name, else a spelling
    one slip away; of several the one named last before."""
    parts = parts_of(word)
    one = parts[-1] if parts else word.casefold()
    fits: list[list[Draft]] = [[], [], [], []]
    gender = _gender_before(view, first)
    others = _side_by_side(view, people, first)
    crowned = _title_before(view, first) in _CROWNED
    for draft in cast.of_type("person"):
        if any(draft is other for other in others):
            continue  # "Amir NAME, Prime Minister NAME and Foreign Minister NAME" are three
        known = draft.gender or gender_of(draft.name)
        if gender and known and known != gender:
            continue  # "Mrs. NAME" is not her husband
        forms = [parts_of(form) for form in draft.forms]
        if crowned:  # monarchs go by their given names
            fits[0] += [draft] if any(form[0] == one for form in forms if form) else []
        elif any(form[-1] == one for form in forms if form):
            fits[0].append(draft)
        elif any(one in form for form in forms):
            fits[1].append(draft)
        elif any(alike(one, form[-1]) for form in forms if form):
            fits[2].append(draft)
        elif any(swapped(one, part) for form in forms if len(form) > 1 for part in form):
            fits[3].append(draft)
    if len(fits[3]) > 1:
        fits[3].clear()  # a short word one swap away tells nothing where two may be meant
    for n, candidates in enumerate(fits):
        if candidates:
            draft = _nearest(candidates, people, first)
            if word not in draft.forms and len(parts_of(draft.name)) > 1 and n > 1:
                draft.add_form(word)
            return draft
    draft = cast.add(Draft("person", word))
    draft.add_form(word)
    return draft


def _title_before(view: View, at: int) -> str | None:
    """The class of the title that ends right before an atom."""
    for first in range(max(0, at - 4), at):
        title = view.known.titles.get(first)
        if title and title[0] == at:
            return title[1].row["class"]
    return None


def _side_by_side(view: View, people: dict[int, Draft], first: int) -> list[Draft]:
    """Those named right before a name in one list, each with a title of his own."""
    found: list[Draft] = []
    at = first
    for _ in range(6):
        title = next(
            (t for t in range(max(0, at - 4), at) if view.known.titles.get(t, (0,))[0] == at), None
        )
        if title is None:
            break
        at = view.known.state_end.get(title, title)
        marks = at
        while view.low(marks - 1) in {",", "and"}:
            marks -= 1
        named = view.person_first.get(marks)
        if marks == at or named is None:
            break
        found += [people[named]] if named in people else []
        at = named
    return found


def _gender_before(view: View, first: int) -> str | None:
    """What "Mr." or "Mrs." before a name tells."""
    rank = view.known.ranks.get(first - 1)
    return rank[1]["gender"] or None if rank and rank[0] == first else None


def _nearest(candidates: list[Draft], people: dict[int, Draft], first: int) -> Draft:
    if len(candidates) == 1:
        return candidates[0]
    before = [at for at, draft in people.items() if at < first and draft in candidates]
    if before:
        return people[max(before)]
    after = [at for at, draft in people.items() if draft in candidates]
    return people[min(after)] if after else candidates[0]


def _name_mention(view: View, draft: Draft, first: int) -> None:
    start, end = view.span(first, view.person_last[first])
    draft.mention(start, end)
    draft.prove(start, end, "name", 0.9, _WHY["name"])


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
        view.atoms.capital(rank) or found[1]["kind"] == "academic"
    )


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
        draft.prove(start, end, rule, 0.95, _WHY[rule])
    draft.gender = draft.gender or d.row["gender"] or None
    give_office(view, draft, d, rule, bodies)


def give_office(view: View, draft: Draft, d: Description, rule: str, bodies: Bodies) -> None:
    """Add the office of a description to a person; a generic one only tells the country."""
    country = country_of(d, bodies)
    if d.kind in NO_OFFICE:
        if not d.former and d.kind != "predecessor" and draft.country is None:
            draft.country = country
        return
    body = bodies.long(d.body)
    score = 0.5 if rule == "in-order" else 0.9
    evidence = Evidence(*view.span(d.first, d.last), rule, score, _WHY[rule])
    draft.add_office(Office(d.title, body, country, d.former, evidence, d.acting), d.kind)
    if not d.former:
        draft.sector = draft.sector or sector_of(d)
        draft.country = draft.country or country


def sector_of(d: Description) -> str | None:
    """PLOVER's sector of an office: of the body for those who speak for one or run one."""
    body = d.body_row.get("sector") if d.body_row else None
    if body and d.kind in _OF_BODY:
        return body
    if d.kind in {"envoy", "negotiator"} and body in _BETWEEN_STATES:
        return body
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


def _country(draft: Draft) -> str | None:
    """The country of somebody's offices: of a former one only where that is all he has."""
    current = [o for o in draft.offices if not o.former] or draft.offices
    return next((o.country for o in current if o.country), None)


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
