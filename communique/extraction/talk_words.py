"""The words around "talks": what stands before them, which round, what about, between whom."""

from __future__ import annotations

import re
from functools import cache

from communique.extraction.ground import Ground
from communique.extraction.issues import code_of_state, issues_of, state_named
from communique.extraction.roles import hyphened
from communique.lexicon.load import table
from communique.model.text import Span

_NO_TOPICS = frozenset({"negotiations", "peace talks", "bilateral relations", "diplomacy"})
"""Issues that every series of talks has, so that they tell none apart."""
_HOLDING = frozenset({"launch", "begin", "start", "open", "resume", "hold", "conclude", "restart"})
_QUALIFIERS = ("compound", "amod", "flat", "nmod", "nummod")


def topic_of(ground: Ground, index: int) -> str | None:
    """What talks are about: their "on" phrase, the adjectives before them, the country whose
    government and opposition they are between. A state comes before an issue."""
    phrases = []
    tops = ground.obliques(index, "on", "about", "over", "concerning", "regarding")
    above = round_of(ground, index)
    if above is not None:
        tops += ground.obliques(above, "on", "about", "over")
    for top in tops:
        phrases.append(_matter(ground, top))
    for phrase in phrases:
        state = _state_in(ground, phrase)
        if state is not None:
            return state
    for phrase in phrases:
        region = _region_in(ground, phrase)
        if region is not None:
            return region
    named = _of_the_talks(ground, index)
    for i in named if pair_before(ground, index) is None else ():
        state = adjective(ground.text.word(i))
        if state is not None:
            return state
    state = _between_one(ground, index)
    if state is not None:
        return state
    issues = issues_of(ground.text, phrases, ()) if phrases else ()
    if not issues and named:
        span = Span(ground.text.tokens[named[0]].start, ground.text.tokens[index].end)
        issues = issues_of(ground.text, [span], ())
    two = {state_named(word) for word in pair_before(ground, index) or ()}
    return next((issue for issue in issues if issue not in _NO_TOPICS | two), None)


def _of_the_talks(ground: Ground, index: int) -> list[int]:
    """The words before talks that say what they are, not who stands behind them: "peace" of
    "UN-led peace talks"."""
    named = words_before(ground, index)
    behind = [i for i in named if hyphened(ground, i) is not None]
    return [i for i in named if i > max(behind, default=-1)]


def _matter(ground: Ground, top: int) -> Span:
    """The characters of what talks are on, without who mediates, hosts or holds them."""
    below = ground.text.subtree(top)
    ends = [
        min(ground.text.subtree(i))
        for i in below
        if i > top and (ground.rels[i] == "acl" or ground.case(i) in {"by", "between"})
    ]
    last = max(i for i in below if i < min(ends, default=below[-1] + 1))
    return Span(ground.text.tokens[below[0]].start, ground.text.tokens[last].end)


def _region_in(ground: Ground, span: Span) -> str | None:
    """The place of no one state that a phrase names, such as a disputed region."""
    for place in ground.places:
        if place.country is None and span.start <= place.span.start and place.span.end <= span.end:
            return place.name
    return None


def _state_in(ground: Ground, span: Span) -> str | None:
    for i in ground.text.tokens_in(span.start, span.end):
        state = adjective(ground.text.word(i))
        if state is not None and capital(ground, i):
            return state
    return None


def adjective(word: str) -> str | None:
    """The state of "Cypriot", "inter-Afghan", "intra-Syrian"."""
    return state_named(re.sub(r"^(?:inter|intra|all|pan)-", "", word, flags=re.IGNORECASE))


def _between_one(ground: Ground, index: int) -> str | None:
    """The country of talks "between the Chadian government and the opposition"."""
    verb = ground.head(index)
    tops = ground.obliques(index, "between")
    if not tops and verb >= 0 and ground.rels[index] == "obj" and ground.lemmas[verb] in _HOLDING:
        tops = ground.subjects(verb)
    tokens = [c for k in tops for c in ground.conjuncts(k)]
    if len(tokens) < 2:
        return None
    lemmas = {ground.lemmas[t] for t in tokens}
    bodies = {a for t in tokens for a in ground.named(t)}
    if any(ground.actors[a].type == "organization" for a in bodies):
        lemmas.add("group")
    if not lemmas & {"government", "opposition", "rebel", "authority", "regime", "group"}:
        return None
    for token in tokens:
        for kid in ground.kids(token, "amod", "compound", "nmod"):
            state = adjective(ground.text.word(kid))
            if state is not None:
                return state
    return None


def parties_of(ground: Ground, index: int) -> tuple[int, ...]:
    """The actors that talks are between, or whose adjectives stand before them with a hyphen."""
    found: list[int] = []
    tops = ground.obliques(index, "between", "among", "with")
    for matter in [] if tops else ground.obliques(index, "on", "over", "about", "in", "at"):
        tops += ground.obliques(matter, "between")
    above = round_of(ground, index)
    if above is not None and not tops:
        tops = ground.obliques(above, "between", "with")
    for token in tops:
        if not ground.in_role(token):
            found += ground.named(token)
    if found:
        return ground.members(found)
    held = () if above is None else _who_hold(ground, above)
    return held or _who_hold(ground, index) or paired(ground, index)


def paired(ground: Ground, index: int) -> tuple[int, ...]:
    """The two states of "the Chad-Niger talks"."""
    two = pair_before(ground, index)
    codes = [code_of_state(word) for word in two or ()]
    found = [ground.states[code] for code in codes if code in ground.states]
    return tuple(found) if len(found) > 1 else ()


def pair_before(ground: Ground, index: int) -> tuple[str, str] | None:
    """The two states whose names are joined by a dash before a noun, "Chad-Niger", as one token
    or several."""
    start = min([index, *words_before(ground, index)])
    before = ground.text.chars[ground.text.tokens[start].start : ground.text.tokens[index].start]
    for match in _PAIR.finditer(before):
        if all(state_named(word) for word in match.groups()):
            return match[1], match[2]
    return None


_PAIR = re.compile(r"([A-Z][a-z]+)\s?[-–—]\s?([A-Z][a-z]+)")


def _who_hold(ground: Ground, index: int) -> tuple[int, ...]:
    """The states or bodies, two or more, that "launched peace talks" or whose "their" talks are."""
    owners = [k for k in ground.kids(index, "nmod") if ground.text.tokens[k].xpos == "PRP$"]
    verb = ground.head(index)
    if verb >= 0 and ground.rels[index] == "obj" and ground.lemmas[verb] in _HOLDING:
        owners += ground.subjects(verb)
    found = ground.members(a for token in owners for a in ground.named(token))
    bodies = [a for a in found if ground.actors[a].type in {"state", "organization"}]
    return found if len(bodies) == len(found) > 1 else ()


def words_before(ground: Ground, index: int) -> list[int]:
    """The words before a noun that belong to its name, in order."""
    found: set[int] = set()
    for kid in ground.kids(index, *_QUALIFIERS):
        if kid < index and not ground.case(kid):
            found |= {i for i in ground.text.subtree(kid) if i < index}
    return [i for i in sorted(found) if ground.text.tokens[i].upos not in {"PUNCT", "DET", "PRON"}]


def capital(ground: Ground, index: int) -> bool:
    """Whether a token begins with a capital; no token does not."""
    return index < len(ground.lower) and ground.text.word(index)[:1].isupper()


@cache
def round_nouns() -> frozenset[str]:
    """The nouns that are a round: "the third cycle of talks"."""
    return frozenset(row["word"] for row in table("round_words.tsv") if row["kind"] == "round")


def round_of(ground: Ground, index: int) -> int | None:
    """The token "round" whose talks a noun names, by the order of the words where the tree has it
    elsewhere."""
    above = ground.head(index)
    if above >= 0 and ground.lemmas[above] in round_nouns() and ground.case(index) == "of":
        return above
    of = index - 1
    while of > max(0, index - _LONGEST) and ground.text.tokens[of].upos in _IN_NAMES:
        of -= 1
    if of < 1 or ground.lower[of] != "of":
        return None
    numbered = ground.text.tokens[of - 1].upos == "NUM" or ground.lower[of - 1].isdigit()
    before = of - 2 if numbered else of - 1
    return before if before >= 0 and ground.lemmas[before] in round_nouns() else None


_LONGEST = 8
"""Words that may stand between "round of" and the noun of the talks."""
_IN_NAMES = frozenset({"PROPN", "NOUN", "ADJ", "DET", "NUM", "PUNCT"})


def is_definite(ground: Ground, index: int) -> bool:
    """Whether talks have "the" or "these" before them."""
    near = [index, *ground.kids(index, "compound")]
    return any(
        ground.lower[k] in {"the", "these", "those"} for i in near for k in ground.kids(i, "det")
    )
