"""Titles without a name: whom "the minister", "his Peruvian counterpart", "the presidents of Chile
and Peru" stand for."""

from __future__ import annotations

from communique.extraction import groups
from communique.extraction.cast import Draft
from communique.extraction.description import DETERMINERS, Description
from communique.extraction.known import word_set
from communique.extraction.names import plain
from communique.extraction.stage import OTHER
from communique.extraction.tenure import country_of, give_office, sector_of
from communique.extraction.walk import Walk, fronted, main_draft, say, together
from communique.model.findings import Evidence, Office

_ROLES = word_set("role")
_NOT_YET = frozenset({"next", "future", "would", "possible", "prospective"})
_PERSONAL = frozenset({"spokesperson", "adviser", "secretary"})
_NAME_ATOMS = 8
"""Words that may follow the title of somebody unnamed: "for the ministry of works in Lima"."""
_CLAUSES = frozenset({",", "(", "who", "whose", "which", "that", "and", "-", "\u2013", "\u2014"})
_NOBODY = frozenset({"counterpart", "predecessor", "lawmaker"})
_EXACT = frozenset(
    {
        "minister",
        "igo-head",
        "military",
        "adviser",
        "deputy-minister",
        "secretary",
        "governor",
        "party",
        "judge",
        "intelligence",
        "business",
        "envoy",
        "ambassador",
    }
)
_LEADERS = frozenset({"head-of-state", "head-of-government", "monarch", "supreme-leader"})


def resolve_description(walk: Walk, d: Description, holder: Draft | None) -> None:
    """Give a title that no name stands beside to its holder, known or unnamed."""
    if d.kind == "counterpart":
        _counterpart(walk, d, holder)
        return
    if d.plural:
        _plural_description(walk, d)
        return
    if not _is_mention(walk, d):
        return
    some = d.determiner in {"a", "an", "another"}
    draft = None if some else _holder(walk, d)
    if draft is None and not (some and walk.stage.role(d.first, d.last) == OTHER):
        draft = _unnamed(walk, d)
    if draft is not None:
        draft.country = draft.country or country_of(d, walk.bodies)
        say(walk, draft, d.first, d.last, "title", 0.7, "a title that stands for its holder")


def _is_mention(walk: Walk, d: Description) -> bool:
    view = walk.view
    before = view.low(d.first - 1)
    if (d.row["alone"] == "no" and not (d.body or d.state)) or d.kind == "predecessor":
        return False
    words = {view.low(i) for i in range(d.first, d.head)}
    if (
        words & _NOT_YET
        or d.determiner in {"any", "every", "each"}
        or (before in _ROLES and d.determiner != "the")
    ):
        return False
    if before == "of" and view.low(d.first - 2) in _ROLES:
        return False
    if d.former and not d.states and not _is_cited(walk, d):
        return False
    token = view.token(d.head_last - 1)
    if token.deprel in {"compound", "amod", "nmod:unmarked"}:
        return view.low(d.last) == "'s"
    if d.determiner is None and not d.states and not d.body:
        return view.atoms.capital(d.head) and walk.stage.role(d.first, d.last) != OTHER
    return True


def _holder(walk: Walk, d: Description) -> Draft | None:
    """Who holds the office that a description names: of those who fit, the one last seen; else
    one who is introduced later."""
    if d.owner_name is not None and d.kind in _PERSONAL:
        return None  # "NAME's spokesperson" is not the spokesperson of a ministry
    if d.kind == "generic" and not (d.states or d.body):
        fitting = [
            s for s in walk.stage.seen if s.draft.type == "person" and _fit(walk, d, s.draft)
        ]
        return walk.stage.foremost(fitting, d.first)
    before = walk.stage.persons(d.first)
    later = [p for p in walk.cast.of_type("person") if all(p is not q for q in before)]
    best: tuple[int, int] | None = None
    chosen = None
    for order, draft in enumerate([*before, *later]):
        fit = _fit(walk, d, draft)
        if (
            fit
            and (best is None or (fit, -order) > best)
            and (d.states or d.body or order < len(before))
        ):
            best, chosen = (fit, -order), draft
    return chosen


def _fit(walk: Walk, d: Description, draft: Draft) -> int:
    """0 when a description cannot be of a person, else how closely title and body agree."""
    country = country_of(d, walk.bodies)
    if country and draft.country and draft.country != country:
        return 0
    if d.row["gender"] and draft.gender and d.row["gender"] != draft.gender:
        return 0
    if _elect(d.title) and not any(_elect(o.title) for o in draft.offices):
        return 0
    answers = d.row["answers"].split()
    current = [o for o in draft.offices if not o.former or d.former]
    if d.kind in draft.kinds and current:
        headship = d.body and d.row["title"] in {"chief", "head"}
        exact = d.kind in _EXACT and not headship
        titles = [o for o in current if not exact or _within(d.title, o)]
        if d.body:
            titles = [o for o in titles if _same_body(walk, d.body, o.body)]
        if country and not draft.country:
            titles = [o for o in titles if not o.body and _within(d.title, o)]
        if titles:
            return 3 if not country or draft.country else 2
        if d.body or d.kind in _EXACT:
            return 0
    if (country and not draft.country) or (d.body and d.kind != "generic"):
        return 0
    if d.kind in {"negotiator", "envoy"} and not country:
        return int(
            "envoy" in draft.kinds or "negotiator" in draft.kinds or "ambassador" in draft.kinds
        )
    if "*" in answers:
        return int(bool(draft.kinds) or bool(draft.country and country))
    return int(bool(draft.kinds.intersection(answers)))


def _elect(title: str) -> bool:
    return plain(title).split()[-1] in {"elect", "designate"}


def _within(title: str, office: Office) -> bool:
    """Whether all words of a title are in an office's title or body ("the minister")."""
    held = set(plain(f"{office.title} {office.body or ''}").split())
    return all(word in held or word.rstrip("s") in held for word in plain(title).split())


def _same_body(walk: Walk, left: str, right: str | None) -> bool:
    if not right:
        return False
    a, b = plain(walk.bodies.long(left) or left), plain(walk.bodies.long(right) or right)
    return a in b or b in a


def _unnamed(walk: Walk, d: Description) -> Draft | None:
    """A person known by office alone: only with a country or a body that has a name, or where it
    is somebody whom the report cites."""
    country = country_of(d, walk.bodies)
    body = d.body if d.body and not d.body.islower() else None
    if d.kind == "member" or (d.kind in _NOBODY and not body):
        return None
    if (d.former or not (country or body)) and not _is_cited(walk, d):
        return None
    view = walk.view
    first = d.first + 1 if d.determiner in DETERMINERS else d.first
    name = view.words(first, _last_of_name(walk, d) if not (country or body) else d.last)
    draft = Draft("person", name, country=country, sector=sector_of(d), named=False)
    draft.gender = d.row["gender"] or None
    give_office(view, draft, d, "title-name", walk.bodies)
    return walk.cast.add(draft)


def _is_cited(walk: Walk, d: Description) -> bool:
    """Whether somebody known by office alone is the source of something said."""
    return walk.stage.head(d.first, d.last) in walk.cited and d.kind != "generic"


def _last_of_name(walk: Walk, d: Description) -> int:
    """Where "spokesman for President NAME" ends: the source goes on, up to a comma or clause."""
    head = walk.stage.head(d.first, d.last)
    source = None if head is None else walk.cited.get(head)
    if source is None:
        return d.last
    last = d.last
    end = walk.view.atoms.inside(*source)[1]
    while last < min(end, d.last + _NAME_ATOMS) and walk.view.low(last) not in _CLAUSES:
        last += 1
    return last


def _counterpart(walk: Walk, d: Description, holder: Draft | None) -> None:
    """ "his Norwegian counterpart": the office of whoever "his" is, in that country."""
    owner = _owner(walk, d)
    country = d.state.iso3 if d.state else None
    if (owner is None and holder is None) or d.plural:
        return
    if holder is None and owner is not None:
        holder = _known_counterpart(walk, owner, country)
    if holder is None and owner is not None and country and owner.offices:
        words = walk.view.words(d.first, d.last).split()
        title = owner.offices[0].title
        name = " ".join([*words[1:-1], title]) if d.determiner else f"{words[0]} {title}"
        holder = walk.cast.add(Draft("person", name, country=country, named=False))
    if holder is None:
        return
    if owner is not None and owner is not holder and not holder.kinds:
        _give_same_office(walk, d, owner, holder, country)
    if d.owner is not None and owner is not None:
        owner.mention(*walk.view.span(d.owner, d.owner + 1))
    say(walk, holder, d.first, d.last, "counterpart", 0.8, "the counterpart of one named before")


def _owner(walk: Walk, d: Description) -> Draft | None:
    if d.owner_name is not None:
        return walk.people.get(d.owner_name[0])
    sentence = walk.view.atoms.sentences[d.first]
    here = [s for s in walk.stage.seen if s.sentence == sentence and s.atom < d.first]
    people = [s for s in here if s.draft.type == "person"]
    gender = "f" if d.determiner == "her" else "m"
    subjects = [s for s in people if s.role != OTHER and s.draft.gender in {None, gender}]
    if subjects:
        return subjects[-1].draft
    if d.owner is not None:
        main = main_draft(walk, sentence) if fronted(walk, d.owner) else None
        return walk.stage.pronoun(d.owner, gender, main)
    return people[-1].draft if people else None


def _known_counterpart(walk: Walk, owner: Draft, country: str | None) -> Draft | None:
    others = [d for d in walk.cast.of_type("person") if d is not owner and d.named]
    if country:
        others = [d for d in others if d.country == country]
    shared = [d for d in others if _level(d) & _level(owner)]
    if shared or not country:
        return shared[0] if shared else None
    others = [d for d in others if not d.kinds or d.kinds - {"spokesperson", "generic"}]
    return others[0] if others else None


def _level(draft: Draft) -> set[str]:
    """The classes of a person's offices, heads of state and of government being one."""
    return draft.kinds | ({"leaders"} if draft.kinds & _LEADERS else set())


def _give_same_office(
    walk: Walk, d: Description, owner: Draft, holder: Draft, country: str | None
) -> None:
    holder.country = holder.country or country
    held = [o for o in owner.offices if not o.former]
    if not held:
        return
    evidence = Evidence(
        *walk.view.span(d.first, d.last), "counterpart", 0.7, f"counterpart of {owner.name}"
    )
    holder.add_office(Office(held[0].title, None, country, False, evidence), "counterpart")
    holder.kinds |= owner.kinds
    holder.sector = holder.sector or owner.sector


def _plural_description(walk: Walk, d: Description) -> None:
    """ "the presidents of Chile and Peru", "the two ministers"."""
    members = []
    for state in d.states:
        people = [p for p in walk.cast.of_type("person") if p.country == state.iso3]
        members += [p for p in people if groups.answers(d.row, p)][:1]
    if not d.states and walk.view.low(d.first - 1) in {"'s", "'"}:
        members = _of_group(walk, d)
    if len(members) < 2:
        members = _states(walk, d)
    if len(members) >= 2:
        together(walk, members, d.first, d.last, "group", "the holders of one office, by country")


def _states(walk: Walk, d: Description) -> list[Draft]:
    """The states whose officials a plural title names, for want of the officials."""
    members = []
    for i in range(d.first, d.last):
        found = walk.view.known.states.get(i)
        if found is None or found[1] not in d.states:
            continue
        name = found[1].name
        known = (s for s in walk.cast.of_type("state") if s.name == name)
        state = next(known, None) or walk.cast.add(
            Draft("state", name, country=found[1].iso3, sector="GOV")
        )
        span = walk.view.span(i, found[0])
        state.mention(*span)
        state.prove(*span, "demonym-government", 0.7, "officials of a state stand for it")
        members.append(state)
    return list({id(s): s for s in members}.values())


def _of_group(walk: Walk, d: Description) -> list[Draft]:
    """ "the two sides' presidents": one of the people of each member of the group."""
    owners = [t for t in walk.together if d.first - 3 <= t.last <= d.first]
    if not owners:
        return []
    members = []
    for owner in owners[-1].members:
        people = [p for p in walk.cast.of_type("person") if p.country == owner.country]
        members += (
            [owner]
            if owner.type == "person"
            else [p for p in people if groups.answers(d.row, p)][:1]
        )
    return members
