"""What a place is to its sentence: where something happens, who acts, or what is spoken of."""

from __future__ import annotations

import re

from communique.extraction.atlas import Site, known
from communique.lexicon.load import words
from communique.model.text import Span, Text

AT = frozenset({"in", "at", "inside", "near", "outside", "within"})
TOWARDS = frozenset({"to", "into"})
AMONG = frozenset({"with", "between", "by", "against", "among", "alongside", "amongst"})
SUBJECT = frozenset({"nsubj", "iobj", "obj", "vocative", "root", "list", "dislocated", "parataxis"})


def role_of(text: Text, span: Span, site: Site | None) -> str:
    """venue, actor or topic.

    A place is a venue after "in" or "at" where something happens (places_occasions.tsv; for a
    town, any verb), as the goal of a visit, and before "talks". A state or capital is an actor as
    subject, object or possessor, after "between", "with" or "by", in a pair with a hyphen, and
    where something is done "of" it (places_deeds.tsv). All else is a topic.
    """
    head = text.head_of(*span)
    if head is None:
        return _role_by_words(text.chars, span)
    index = _top(text, head)
    if _is_venue(text, index, site):
        return "venue"
    if site is None or not site.state:
        return "topic"
    return "actor" if _in_pair(text.chars, span) or _acts(text, index) else "topic"


def _top(text: Text, index: int) -> int:
    """The token that stands in the sentence for a name in a list, an apposition or before a word
    like "palace" and "province"."""
    while True:
        token = text.tokens[index]
        above = text.tokens[token.head].lemma.lower() if token.head >= 0 else ""
        if token.deprel == "compound" and above in words("places_parts.tsv"):
            index = token.head
            continue
        if token.deprel.split(":")[0] not in {"conj", "appos", "flat"} or token.head < 0:
            return index
        if _prepositions(text, index) or text.tokens[token.head].upos in {"VERB", "AUX"}:
            return index
        index = token.head


def _prepositions(text: Text, index: int) -> set[str]:
    return {
        text.tokens[child].lemma.lower()
        for child in text.children[index]
        if text.tokens[child].deprel == "case" and text.word(child)[0].isalpha()
    }


def _is_venue(text: Text, index: int, site: Site | None) -> bool:
    token = text.tokens[index]
    if token.head < 0:
        return False
    relation = token.deprel.split(":")[0]
    prepositions = _prepositions(text, index)
    above = _past_people(text, token.head)
    if prepositions & AT and _is_part(text, above) and _prepositions(text, above) & AT:
        return _is_venue(text, above, site)
    parent = text.tokens[above]
    lemma = parent.lemma.lower()
    happens = lemma in words("places_occasions.tsv")
    wide = site is not None and site.feature in {"PCLI", "PCL", "RGN", "CONT"}
    if prepositions & AT:
        stands = lemma in words("places_standing.tsv", "verb")
        return happens or (relation == "obl" and parent.upos == "VERB" and not (wide or stands))
    if prepositions & TOWARDS:
        return happens or lemma in words("places_travel.tsv", "verb")
    if prepositions:
        return False
    if relation == "obj":
        return lemma in {"visit", "tour", "leave", "reach"}
    if relation == "nsubj":
        return lemma == "host" and not wide
    return relation == "compound" and happens and not wide


def _is_part(text: Text, index: int) -> bool:
    """Whether a token is a building or a part of a town or state: "at a hotel in Lima"."""
    lemma = text.tokens[index].lemma.lower()
    return lemma in words("places_parts.tsv") or lemma in words("places_buildings.tsv")


def _past_people(text: Text, index: int) -> int:
    """Up from persons: in "talks with his colleague Ann Lee in Bern" they were held in Bern."""
    for _ in range(4):
        token = text.tokens[index]
        named = token.upos == "PROPN" or any(
            text.tokens[child].deprel.split(":")[0] in {"flat", "appos"}
            and text.tokens[child].upos == "PROPN"
            for child in text.children[index]
        )
        if not named or token.head < 0:
            return index
        index = token.head
    return index


def _in_pair(chars: str, span: Span) -> bool:
    """ "Lima-Quito trade": another state on the other side of a hyphen."""
    after = re.match(r"[-–]([A-Z]\w+)", chars[span.end : span.end + 30])
    before = re.search(r"([A-Z]\w+)[-–]$", chars[max(0, span.start - 30) : span.start])
    return any(known(m.group(1)) is not None for m in (after, before) if m)


def _acts(text: Text, index: int) -> bool:
    """Whether a state or capital does something, or has somebody who does."""
    token = text.tokens[index]
    relation = token.deprel.split(":")[0]
    prepositions = _prepositions(text, index)
    below = {text.tokens[child].deprel.split(":")[0] for child in text.children[index]}
    if prepositions & AMONG:
        return token.head < 0 or not _is_part(text, token.head)
    if "cop" in below or (relation == "conj" and "aux" in below):
        return True
    if prepositions or token.deprel.endswith(":poss"):
        return token.head >= 0 and _owns(text, index, prepositions)
    return relation in SUBJECT


def _owns(text: Text, index: int, prepositions: set[str]) -> bool:
    """Whether what a state has acts for it: "Peru's minister", "the delegation from Chile"."""
    owner = text.tokens[text.tokens[index].head]
    lemma = owner.lemma.lower()
    if prepositions == {"of"}:
        return lemma in words("places_deeds.tsv") or text.chars[owner.start].isupper()
    if prepositions == {"from"}:
        return lemma in words("places_envoys.tsv")
    name = text.chars[owner.start : owner.end]
    return not prepositions and known(name) is None and lemma not in words("places_parts.tsv")


_BEFORE = re.compile(r"\b(in|at|near|inside|to|between|with|by|against|and)\s+(?:the\s+)?$", re.I)


def _role_by_words(chars: str, span: Span) -> str:
    """The role by the word before, for text without a parse."""
    match = _BEFORE.search(chars, max(0, span.start - 20), span.start)
    word = match.group(1).lower() if match else ""
    return "venue" if word in AT else "actor" if word in AMONG else "topic"
