"""Several actors at once: coordinations, and the phrases that stand for them ("the two sides")."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache

from communique.extraction.cast import Cast, Draft
from communique.extraction.stage import OTHER, Stage
from communique.extraction.view import View
from communique.lexicon.load import Row, table

_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_FILLERS = frozenset({"the", "all", "our", "their", "these", "those", "of"})
_BODIES = frozenset({"state", "organization"})  # "Morocco and the Front": sides of one table
_BEHIND = 6  # words in which a sentence goes on to say what they are
_REACH = 3  # sentences back to the last meeting
_GAPS = frozenset({",", "and", "&", "the", "as", "well", "or", "with", "alongside", "plus"})


@dataclass(slots=True)
class Together:
    """Actors coordinated in one place, or a phrase already resolved to them."""

    members: list[Draft]
    first: int
    last: int
    sentence: int
    strong: bool
    backing: bool = False
    """Whether it is said what they are to the talks of others: guarantors, observers."""


_SIDES = frozenset({"sides", "parties"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """ "the two sides": atoms, the noun's entry, and how many it says."""

    first: int
    last: int
    row: Row
    count: int | None


@cache
def _nouns() -> dict[str, Row]:
    return {row["noun"]: row for row in table("groups.tsv")}


def coordinations(stage: Stage, placed: list[tuple[int, int, Draft]]) -> list[Together]:
    """Runs of mentions with nothing but commas and "and" between them, two members or more.
    `placed` are mentions as atoms in order. Strong are subjects and those after "between"."""
    view, found = stage.view, list[Together]()
    run: list[tuple[int, int, Draft]] = []
    for item in [*placed, (len(view.atoms), len(view.atoms), None)]:
        first, last, draft = item
        if run and draft is not None and _joined(view, run[-1][1], first):
            if draft is not run[-1][2]:
                run.append((first, last, draft))
            continue
        _keep(stage, run, found)
        run = [(first, last, draft)] if draft is not None else []
    return found


def _joined(view: View, last: int, first: int) -> bool:
    if not view.same_sentence(last - 1, first) or first < last:
        return False
    if first == last:
        return view.atoms.joined[first]
    between = [view.low(i) for i in range(last, first)]
    return len(between) <= 3 and all(word in _GAPS for word in between)


def _keep(stage: Stage, run: list[tuple[int, int, Draft]], found: list[Together]) -> None:
    members = list({id(draft): draft for _, _, draft in run}.values())
    types = {draft.type for draft in members}
    if len(members) < 2 or not (len(types) == 1 or types <= _BODIES):
        return
    view, first, last = stage.view, run[0][0], run[-1][1]
    before = view.low(first - 1)
    strong = (
        stage.role(first, run[0][1]) != OTHER
        or before in {"between", "by", "both", "among"}
        or any(view.atoms.joined[a] for a, _, _ in run[1:])
        or first == 0
        or not view.same_sentence(first - 1, first)
    )
    behind = range(last, min(last + _BEHIND, len(view.atoms)))
    backing = any(view.low(i) in _backers() and view.same_sentence(first, i) for i in behind)
    found.append(Together(members, first, last, view.atoms.sentences[first], strong, backing))


@cache
def _backers() -> frozenset[str]:
    """Nouns for those who stand beside talks and are no side in them, in the plural."""
    rows = (row for row in table("role_words.tsv") if row["facet"] == "sponsor")
    return frozenset(f"{row['role']}s" for row in rows) | {"observers"}


def phrases(view: View) -> list[Phrase]:
    """Every "both sides", "the trio", "the three power brokers" of a text."""
    found = []
    nouns = _nouns()
    for i, low in enumerate(view.atoms.lows):
        two = f"{view.low(i - 1)} {low}"
        row = nouns.get(two) or nouns.get(low)
        if row is None:
            continue
        at = i - 1 if two in nouns else i
        phrase = _phrase(view, row, at, i + 1)
        if phrase is not None:
            found.append(phrase)
    return found


def _phrase(view: View, row: Row, noun: int, last: int) -> Phrase | None:
    at, count, definite, words = noun, None, False, 0
    while at > 0 and view.same_sentence(at - 1, noun):
        low = view.low(at - 1)
        if low in _NUMBERS:
            count = _NUMBERS[low]
            definite = definite or low == "both"
        elif low in _FILLERS:
            definite = True
        elif count is None and words < 2 and view.upos(at - 1) in {"ADJ", "NOUN", "VERB"}:
            words += 1  # "the three warring parties", "the three guarantor powers"
        else:
            break
        at -= 1
    if view.low(at) in {"of", "our"} and view.low(at) != "our":
        return None
    if (words and count is None) or not definite:
        return None
    infinitive = view.same_sentence(last, last + 1) and view.upos(last + 1) in {"VERB", "AUX"}
    if (count is None and row["bare"] != "yes") or view.low(last) == "of":
        return None
    if view.low(last) == "to" and not infinitive:
        return None  # "the three parties to the treaty"
    told = int(row["count"]) if row["count"] else None
    return Phrase(at, last, row, count or told)


def group_of(cast: Cast, members: list[Draft]) -> Draft:
    """The group actor of these members, made when there is none yet."""
    wanted = {id(member) for member in members}
    for draft in cast.of_type("group"):
        if {id(member) for member in draft.members} == wanted:
            return draft
    ordered = sorted(members, key=lambda d: min(d.spans, default=(1 << 60, 0)))
    names = [draft.name for draft in ordered]
    name = f"{', '.join(names[:-1])} and {names[-1]}"
    return cast.add(Draft("group", name, members=ordered))


def resolve(
    phrase: Phrase, stage: Stage, cast: Cast, together: list[Together]
) -> list[Draft] | None:
    """The members that a phrase stands for, None when the text does not tell."""
    wanted = phrase.row["of"]
    if wanted == "persons":
        return _persons(phrase, stage, together)
    kinds = {"states": {"state"}, "organizations": {"organization"}}.get(
        wanted, {"state", "person", "organization"}
    )
    sentence = stage.view.atoms.sentences[phrase.first]
    if "state" in kinds:
        near = _nearest(phrase, together, {"state"}, sentence, 1)
        pair = _countries_of_persons(cast, stage, phrase) if phrase.count in {None, 2} else []
        if near or len(pair) == 2:
            return near or pair
    reach = 2 if phrase.count in {None, 2} else 1000
    near = _nearest(phrase, together, kinds, sentence, reach)
    if near or "state" not in kinds:
        return near
    if phrase.row["bare"] == "yes" and (phrase.count or 0) > 2:
        met = _met(phrase, stage, sentence)
        if met:
            return met
    wide = kinds - {"person"} if phrase.row["noun"] in _SIDES else {"state"}
    return _nearest(phrase, together, wide, sentence, 1000) or _most_named(cast, phrase.count)


def _nearest(
    phrase: Phrase, together: list[Together], kinds: set[str], sentence: int, reach: int
) -> list[Draft] | None:
    """The last strong coordination before the phrase with as many members as it says."""
    fitting = [
        t
        for t in together
        if t.strong
        and t.last <= phrase.first
        and sentence - t.sentence <= reach
        and all(member.type in kinds for member in t.members)
        and (phrase.count is None or len(t.members) == phrase.count)
        and not (t.backing and phrase.row["noun"] in _SIDES)
    ]
    return fitting[-1].members if fitting else None


def _countries_of_persons(cast: Cast, stage: Stage, phrase: Phrase) -> list[Draft]:
    """The states whose people the persons with offices are: of the last sentence in reach that
    names two of them, else of all; none where one of them is of an unknown country."""
    near: dict[int, dict[int, Draft]] = {}
    for seen in stage.seen:
        if seen.atom < phrase.first and seen.draft.type == "person" and _titled(seen.draft):
            near.setdefault(seen.sentence, {})[id(seen.draft)] = seen.draft
    sentence = stage.view.atoms.sentences[phrase.first]
    pairs = [n for n in near if sentence - n <= _REACH and len(near[n]) == 2]
    people = list(near[max(pairs)].values()) if pairs else [p for p in cast.drafts if _titled(p)]
    if any(person.country is None for person in people):
        return []
    codes = {person.country for person in people}
    return [d for d in cast.of_type("state") if d.country in codes]


def _titled(draft: Draft) -> bool:
    """Whether somebody holds an office and does not speak for another."""
    return draft.type == "person" and bool(draft.kinds - {"spokesperson", "generic"})


def _met(phrase: Phrase, stage: Stage, sentence: int) -> list[Draft] | None:
    """The persons of the last sentence of the two before, when they are as many as "the trio"."""
    for distance in (1, 2):
        people = {
            id(seen.draft): seen.draft
            for seen in stage.seen
            if seen.sentence == sentence - distance and seen.draft.type == "person"
        }
        if len(people) == phrase.count:
            return list(people.values())
    return None


def _most_named(cast: Cast, count: int | None) -> list[Draft] | None:
    """The states named most, when just as many stand out as the phrase says."""
    if count is None:
        return None
    named = Counter({id(d): len(d.spans) for d in cast.of_type("state")})
    ranked = sorted(cast.of_type("state"), key=lambda d: (-named[id(d)], min(d.spans)))
    if len(ranked) < count:
        return None
    if len(ranked) > count and named[id(ranked[count])] == named[id(ranked[count - 1])]:
        return None
    return ranked[:count]


def answers(row: Row, person: Draft) -> bool:
    """Whether a person's offices are of a kind that a title may stand for."""
    kinds = row["answers"].split()
    return row["class"] in person.kinds or "*" in kinds or bool(person.kinds.intersection(kinds))


def _persons(phrase: Phrase, stage: Stage, together: list[Together]) -> list[Draft] | None:
    count = phrase.count or 2
    title = stage.view.known.titles.get(phrase.last - 1)
    row = title[1].row if title and title[1].plural else None
    for t in reversed(together):
        if t.last <= phrase.first and t.members[0].type == "person" and len(t.members) == count:
            near = stage.view.atoms.sentences[phrase.first] - t.sentence <= 2
            if near and (row is None or all(answers(row, d) for d in t.members)):
                return t.members
    other = {"men": "f", "women": "m"}.get(phrase.row["noun"])
    found = [
        d
        for d in stage.persons(phrase.first)
        if (d.kinds or d.country) and (other is None or d.gender != other)
    ]
    if row is not None:
        fitting = [d for d in found if answers(row, d)]
        found = fitting if len(fitting) >= count else [d for d in found if d.kinds]
    chosen: list[Draft] = []
    for draft in found:
        if draft.country is None or all(draft.country != other.country for other in chosen):
            chosen.append(draft)
    if len(chosen) < count:
        chosen = found
    return chosen[:count] if len(chosen) >= count else None
