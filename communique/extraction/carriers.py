"""Which verb carries an event that a noun names, and what the verb's subject is to the event."""

from __future__ import annotations

from functools import cache

from communique.extraction.frames import FAR
from communique.extraction.ground import Ground
from communique.extraction.triggers import names_meeting
from communique.lexicon.load import table, words

CLIMBS = frozenset(
    {"in", "at", "during", "after", "following", "before", "on", "amid", "throughout", "since"}
)
"""Prepositions by which the people of a clause take part in the event that a phrase names."""

_MEASURES = frozenset({"minute", "hour", "day", "week", "series", "session"})
"""Nouns that count talks: what carries them carries the talks ("held two hours of talks")."""
_STAGES = frozenset({"close", "end", "conclusion", "start", "beginning", "outset"})
"""Nouns of a part of talks: "at the close of their talks"."""


def carrier(ground: Ground, index: int) -> tuple[int | None, str]:
    """The verb that carries an event's noun and what its subject is to it: holder, host, third,
    own (the noun is its subject), climb (the noun stands in a phrase of its clause) or none."""
    relation, above = ground.rels[index], ground.head(index)
    if relation == "conj" and above >= 0 and not ground.is_verb(above):
        return carrier(ground, above)
    if ground.kids(index, "cop") and names_meeting(ground, index):
        part = light_verbs().get(f"be {ground.case(index)}")
        if part is not None:
            return index, part
    if above < 0:
        return None, "none"
    if ground.is_verb(above) and relation in {"obj", "nsubj"}:
        return _carried(ground, index, above, relation)
    for of in ground.kids(index, "case"):
        if ground.lower[of] == "of" and of and ground.lemmas[of - 1] in _MEASURES | _STAGES:
            return carrier(ground, of - 1)
    if relation == "acl" or not ground.case(index):
        return (above, "none") if ground.is_verb(above) else (None, "none")
    return _phrase_carrier(ground, index)


def _carried(ground: Ground, index: int, verb: int, relation: str) -> tuple[int, str]:
    passive = ground.passive(verb)
    if relation == "nsubj" and not passive:
        return verb, "own" if ground.lemmas[verb] in words("taking_place.tsv") else "none"
    part = light_verbs().get(ground.lemmas[verb], "none")
    if passive and relation == "nsubj" and not ground.subjects(verb):
        return verb, "own" if part != "none" else "none"
    return verb, part


def _phrase_carrier(ground: Ground, index: int) -> tuple[int | None, str]:
    """For "said after talks", "at the end of their talks": the verb above, if the phrase is one
    of time or occasion."""
    current = index
    for _ in range(FAR):
        above, case = ground.head(current), ground.case(current)
        if above < 0:
            return None, "none"
        if ground.is_verb(above) or ground.kids(above, "cop"):
            light = {f"{ground.lemmas[above]} {case}", f"{ground.lemmas[above]} part {case}"}
            direct = current == index
            if direct and any(light_verbs().get(told) == "holder" for told in sorted(light)):
                return above, "holder"
            opens = case.split(" ")[0] in CLIMBS or case in {"ahead of", "on the sidelines of"}
            if case in {"for", "to", "into", "from"}:
                opens = ground.lemmas[above] in words("motion_verbs.tsv", "verb")
            return above, "climb" if opens and ground.rels[current] != "obj" else "none"
        if case.split(" ")[0] not in CLIMBS | {"of"}:
            return None, "none"
        if ground.rels[current] not in {"nmod", "obl"}:
            return None, "none"
        current = above
    return None, "none"


@cache
def light_verbs() -> dict[str, str]:
    """What the subject of a light verb is to the event that its object names."""
    return {row["verb"]: row["part"] for row in table("light_verbs.tsv")}
