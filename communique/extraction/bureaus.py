"""The office of somebody as an actor of its own: "the Chilean president's office", "NAME's office",
"his office", "the office of the prime minister of Peru"."""

from __future__ import annotations

from dataclasses import replace

from communique.extraction.cast import Cast, Draft
from communique.extraction.description import DETERMINERS, OWNERS, Description
from communique.extraction.known import word_set
from communique.extraction.names import plain
from communique.extraction.tenure import OF_STATE, Bodies, country_of, sector_of
from communique.extraction.view import View

_NOUNS = word_set("bureau")
_HELD = frozenset({"generic", "counterpart", "predecessor", "lawmaker", "press", "academic"})
_STAFF = OF_STATE | {
    "adviser",
    "spokesperson",
    "chief-of-staff",
    "security-adviser",
    "deputy-minister",
    "military",
    "envoy",
}
_INFERRED = 0.5
_WHY = "the office of somebody who holds one speaks and acts for him"


def find_bureaus(view: View, cast: Cast, descriptions: list[Description], bodies: Bodies) -> None:
    """Draft the offices of persons, once everything else has its actor: whose "his office" is, the
    mention of "his" tells."""
    found: dict[tuple[str, str | None], Draft] = {}
    ends = {d.last: d for d in descriptions if not d.plural}
    starts = {d.first: d for d in descriptions if not d.plural}
    for i, low in enumerate(view.atoms.lows):
        if low not in _NOUNS or i in view.in_person:
            continue
        before = view.low(i - 1)
        if before in {"'s", "'"}:
            named = view.person_first.get(i - 1)
            if named is not None:
                _of_person(view, cast, found, named, i)
            elif i - 1 in ends:
                _of_title(view, cast, found, ends[i - 1], i, bodies)
        elif before in OWNERS:
            _of_person(view, cast, found, i - 1, i)
        elif view.low(i + 1) == "of" and i + 2 in starts and _free(view, i):
            _office_of(view, cast, found, starts[i + 2], i, bodies)


def settle_staff(view: View, cast: Cast, descriptions: list[Description]) -> None:
    """Who serves somebody is of his country: "his deputy, NAME", "NAME's spokeswoman, NAME". It is
    inferred, and said to be."""
    for d in descriptions:
        alone = d.linked and not (d.states or d.body or d.former) and d.kind in _STAFF
        whose = d.owner_name or ((d.owner, d.owner + 1) if d.owner is not None else None)
        owner = _owner(view, cast, *whose) if alone and whose is not None else None
        if owner is None or owner.country is None:
            continue
        span = view.span(d.first, d.last)
        for draft in cast.of_type("person"):
            for n, office in enumerate(draft.offices):
                same = (office.evidence.start, office.evidence.end) == span
                if same and office.country is None and draft.country in {None, owner.country}:
                    why = f"{office.evidence.why}; the country is of the one served"
                    evidence = replace(office.evidence, score=_INFERRED, why=why)
                    draft.offices[n] = replace(office, country=owner.country, evidence=evidence)
                    draft.country = owner.country
                    draft.sector = draft.sector or owner.sector


def _free(view: View, at: int) -> bool:
    """Whether "office" opens its phrase: "the office of …", not "a term of office of …"."""
    return view.low(at - 1) in {"the", ""} or view.atoms.capital(at)


def _owner(view: View, cast: Cast, first: int, last: int) -> Draft | None:
    """The person whom a range of atoms was found to mention."""
    span = view.span(first, last)
    return next((d for d in cast.of_type("person") if span in d.spans), None)


def _of_person(
    view: View, cast: Cast, found: dict[tuple[str, str | None], Draft], first: int, noun: int
) -> None:
    last = view.person_last.get(first, first + 1)
    owner = _owner(view, cast, first, last)
    if owner is None or not (owner.offices or owner.country):
        return
    name = f"{owner.name}'s office" if owner.named else f"office of the {owner.name}"
    start = first
    for begin, end in owner.spans:
        if begin < view.atoms.starts[start] and end == view.atoms.ends[last - 1]:
            start = view.atoms.inside(begin, end)[0]
    _draft(view, cast, found, name, owner.country, owner.sector, (start, noun + 1))


def _of_title(
    view: View,
    cast: Cast,
    found: dict[tuple[str, str | None], Draft],
    d: Description,
    noun: int,
    bodies: Bodies,
) -> None:
    if d.kind in _HELD or d.former:
        return
    first = d.first + 1 if d.determiner in DETERMINERS else d.first
    owner = _owner(view, cast, d.first, d.last)
    country = country_of(d, bodies) or (owner.country if owner else None)
    name = view.words(first, noun + 1)
    _draft(view, cast, found, name, country, sector_of(d), (d.first, noun + 1))


def _office_of(
    view: View,
    cast: Cast,
    found: dict[tuple[str, str | None], Draft],
    d: Description,
    noun: int,
    bodies: Bodies,
) -> None:
    if d.kind in _HELD or d.former or view.low(d.last) in {"'s", "'"}:
        return
    name = view.words(noun, d.last)
    first = noun - 1 if view.low(noun - 1) == "the" else noun
    _draft(view, cast, found, name, country_of(d, bodies), sector_of(d), (first, d.last))


def _draft(
    view: View,
    cast: Cast,
    found: dict[tuple[str, str | None], Draft],
    name: str,
    country: str | None,
    sector: str | None,
    atoms: tuple[int, int],
) -> None:
    key = plain(name), country
    draft = found.get(key)
    if draft is None:
        draft = cast.add(Draft("organization", name, country=country, sector=sector))
        found[key] = draft
    span = view.span(*atoms)
    draft.mention(*span)
    draft.prove(*span, "office-of", 0.75, _WHY)
