"""At what level a meeting was held: as the report says ("at ministerial level", "expert-level
talks"), else by the offices of those who met, and then that of the lower side.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from communique.extraction.drafts import Draft
from communique.extraction.frames import FAR
from communique.extraction.ground import Ground
from communique.lexicon.load import table
from communique.model.findings import Actor, Event

LONGEST = 6
"""Words of the longest entry, as "high commissioner for human rights"."""
MEMBERS = frozenset({"of", "between", "among"})
"""Prepositions between the noun of a meeting and all who meet."""
UNRANKED = frozenset({"press conference", "ceremony", "conference"})
"""Formats whose level only their words say: who speaks there is not who meets."""
BY_PARTIES = "its level is that of who takes part"


class Told(NamedTuple):
    """A level, the token that tells it, if one does, by which entry of the lexicon, and why."""

    level: str
    token: int | None
    entry: str
    why: str


@cache
def levels() -> tuple[str, ...]:
    """The levels, the highest first."""
    return tuple(row["level"] for row in table("meeting_levels.tsv") if row["kind"] == "level")


@cache
def _known(*kinds: str) -> Mapping[str, str]:
    rows = table("meeting_levels.tsv")
    return {row["word"]: row["level"] for row in rows if row["kind"] in kinds}


@cache
def _titles() -> Mapping[str, str]:
    """The level of every title in offices.tsv, "" where it has none ("party leader")."""
    worth, own = _known("class"), _known("title")
    titles = {row["title"]: row["class"] for row in table("offices.tsv")}
    return {title: own.get(title) or worth.get(kind, "") for title, kind in titles.items()}


@cache
def _named() -> Mapping[str, str]:
    return {**_titles(), **_known("people", "alone")}


def higher(one: str | None, other: str | None) -> str | None:
    """The higher of two levels, where one is known."""
    return min((v for v in (one, other) if v is not None), key=levels().index, default=None)


def told_level(ground: Ground, found: Draft) -> Told | None:
    """The level that the words of a meeting say, or that of those whom only their office names."""
    said = list(_said(ground, found))
    for token, phrase in said:
        stated = _longest(phrase, _known("stated")) or (
            _longest(phrase, _named(), lowered=True) if _of_people(ground, token, phrase) else None
        )
        if stated is not None:
            return Told(stated[0], token, stated[1], f"its level is said: “{' '.join(phrase)}”")
    level = _known("noun").get(ground.lemmas[found.index])
    if level is not None:
        noun = ground.lemmas[found.index]
        return Told(level, None, noun, f"its level is that of a {noun}")
    if found.trigger.format not in UNRANKED:
        visit = found.mode == "visit"
        parties = found.actors if visit else (*found.actors, *found.recipients)
        grades = _grades(ground, found)
        among = len(parties) == 1 and parties[0] in grades
        level = _lowest(ground, parties, visit or among, grades)
        if level is not None:
            return Told(level, None, "", BY_PARTIES)
    for token, phrase in said:
        vague = _longest(phrase, _known("vague"))
        if vague is not None:
            return Told(vague[0], token, vague[1], f"its level is said: “{' '.join(phrase)}”")
    return None


def with_level(ground: Ground, event: Event) -> Event:
    """A meeting with the level that the offices of all its parties give, if it had none."""
    if event.level is not None or event.format in UNRANKED | {None} or event.type != "CONSULT":
        return event
    parties = event.actors if event.mode == "visit" else (*event.actors, *event.recipients)
    level = _lowest(ground, parties, event.mode == "visit", {})
    if level is None:
        return event
    proof = replace(event.evidence, why=f"{event.evidence.why}; {BY_PARTIES}")
    return replace(event, level=level, evidence=proof)


def _said(ground: Ground, found: Draft) -> Iterator[tuple[int, Sequence[str]]]:
    """The phrases that can say a level: what stands before the noun, "at … level", and those it is
    a meeting of, where their office alone names them."""
    index = found.index
    if found.trigger.pos == "noun":
        for kid in ground.kids(index, "amod", "compound", "nmod"):
            if kid < index and _describes(ground, kid):
                yield kid, _words(ground, (t for t in ground.text.subtree(kid) if t < index))
    for token in ground.at_levels.get(ground.text.sentence_of[index], ()):
        if _of_meeting(ground, token, found):
            yield token, _words(ground, ground.text.subtree(token))
    if found.trigger.pos == "noun":
        for token in ground.obliques(index, *MEMBERS):
            if ground.text.tokens[token].xpos == "NNS":
                yield token, _office(ground, token)


def _of_people(ground: Ground, token: int, phrase: Sequence[str]) -> bool:
    """Whether a phrase can name those who meet: several of them, or their level."""
    return ground.text.tokens[token].xpos == "NNS" or "level" in phrase


def _describes(ground: Ground, token: int) -> bool:
    """Whether a word before a meeting's noun says of what kind it is, not whose."""
    kind = ground.text.tokens[token]
    if kind.deprel == "nmod:poss":
        return kind.xpos == "NNS"
    return kind.upos != "PROPN" or ground.lower[token] in _known("stated")


def _of_meeting(ground: Ground, token: int, found: Draft) -> bool:
    """Whether "at … level" hangs on a meeting, or on what stands with it."""
    above = token
    for _ in range(FAR):
        above = ground.head(above)
        if above < 0 or above in {found.index, found.verb, *found.parties}:
            return above >= 0
        if ground.is_verb(above):
            return False
    return False


def _office(ground: Ground, token: int) -> Sequence[str]:
    """The words that name people by their office: "deputy foreign ministers", "heads of state"."""
    near = [
        k
        for k in ground.kids(token, "amod", "compound")
        if k < token and ground.nationality(k) is None and k not in ground.place_at
    ]
    after = [
        k
        for k in ground.kids(token, "nmod")
        if k > token and ground.case(k) == "of" and ground.text.tokens[k].upos == "NOUN"
    ]
    of = [c for k in after for c in (*ground.kids(k, "case"), *ground.conjuncts(k))]
    return _words(ground, sorted({*near, token, *of}))


def _words(ground: Ground, tokens: Iterable[int]) -> list[str]:
    """The words of some tokens, nouns in the singular, hyphens, articles, marks and a preposition
    before them all left out."""
    told = [t for t in tokens if ground.text.tokens[t].upos not in {"PUNCT", "DET", "PART"}]
    if told and ground.rels[told[0]] == "case":
        del told[0]
    forms = (ground.lower[t] if _is_graded(ground, t) else ground.lemmas[t] for t in told)
    return [word for form in forms for word in form.replace("-", " ").split()]


def _is_graded(ground: Ground, token: int) -> bool:
    """Whether a word is an adjective, whose degree tells: "at the highest level"."""
    return ground.text.tokens[token].upos in {"ADJ", "ADV", "VERB"}


def _longest(
    phrase: Sequence[str], known: Mapping[str, str], *, lowered: bool = False
) -> tuple[str, str] | None:
    """The level of the longest entry in a phrase, of equals the last, and that entry. A title is
    one step down where a word before it says so, as in "deputy energy minister"."""
    for size in range(min(LONGEST, len(phrase)), 0, -1):
        for first in range(len(phrase) - size, -1, -1):
            entry = " ".join(phrase[first : first + size])
            if known.get(entry) == "" or (first and entry in _known("alone")):
                return None
            if entry in known:
                below = lowered and not _known("down").keys().isdisjoint(phrase[:first])
                return _step(known[entry]) if below else known[entry], entry
    return None


def _step(level: str) -> str:
    """The level of a deputy: one step down, where there is one for deputies."""
    order = levels()
    below = order[min(order.index(level) + 1, len(order) - 1)]
    return below if below.startswith("deputy") else level


def _grades(ground: Ground, found: Draft) -> dict[int, str]:
    """The levels of actors whom a party of a meeting names by an office or calling alone: "the
    foreign ministers of Chad and Niger", "Kenyan officials"."""
    found_for: dict[int, str] = {}
    for party in found.parties:
        for token in ground.conjuncts(party):
            if ground.text.tokens[token].upos != "NOUN":
                continue
            level = _longest(_office(ground, token), _named(), lowered=True)
            if level is not None:
                for actor in ground.members(ground.stands(token)):
                    found_for.setdefault(actor, level[0])
    return found_for


def _lowest(
    ground: Ground, parties: Sequence[int], alone: bool, grades: Mapping[int, str]
) -> str | None:
    """The level of the lower of the sides that met, each as high as its highest; None where the
    office of a side is not known, or where only one is named that is not `alone`, as a visitor or
    those who meet among themselves are."""
    sides: dict[object, str | None] = {}
    bodies = {o.body for p in parties for o in ground.actors[p].offices if o.body}
    for party in parties:
        actor = ground.actors[party]
        if actor.type == "organization" and actor.name in bodies:
            continue
        side = actor.country or party
        sides[side] = higher(sides.get(side), grades.get(party) or office_level(actor))
    known = [level for level in sides.values() if level is not None]
    if len(known) < len(sides) or len(known) < (1 if alone else 2):
        return None
    return max(known, key=levels().index)


def office_level(actor: Actor) -> str | None:
    """The level of the highest office that an actor holds in the report."""
    level: str | None = None
    for office in actor.offices:
        if not office.former:
            title = office.title.lower().replace("-", " ").split()
            worth = _longest(title, _titles(), lowered=True)
            level = higher(level, worth[0] if worth else None)
    return level
