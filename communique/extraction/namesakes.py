"""Which names are of one person: full names, surnames, given names of monarchs, other names."""

from __future__ import annotations

from communique.extraction.aliases import aliases_of
from communique.extraction.cast import Cast, Draft
from communique.extraction.names import alike, gender_of, parts_of, plain, same_person, swapped
from communique.extraction.view import View

_CROWNED = frozenset({"monarch", "royal"})


def find_bare_surnames(view: View) -> None:
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


def cluster(view: View, cast: Cast) -> dict[int, Draft]:
    """Draft the persons that a text names; the draft of each name's first atom."""
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
