"""What an actor is to a series of talks: "whose guarantors are A and B", "brokered by C"."""

from __future__ import annotations

from functools import cache

from communique.extraction.agreement_words import kind_of
from communique.extraction.deciding import word_at
from communique.extraction.ground import Ground
from communique.extraction.issues import code_of_state
from communique.lexicon.load import table
from communique.model.findings import Evidence, Mention, Role

_JOINTS = frozenset({"", ",", "and", ", and", "the", "and the", ", the", ", and the"})
"""What may stand between two names of a list."""
_TALKS = (["talks"], ["negotiations"], ["dialogue"], ["process"], ["discussions"])
"""Words whose "between" names who talks, not who stands behind the talks."""
_STATES = frozenset({"state", "country", "nation", "power", "government", "capital", "party"})


@cache
def _words(pos: str) -> dict[str, str]:
    return {row["word"]: row["role"] for row in table("talks_roles.tsv") if row["pos"] == pos}


def role_words(ground: Ground) -> list[int]:
    """The tokens that can give a role, in order."""
    nouns, agents = _words("noun") | _words("near"), _words("agent") | _words("patient")
    offices = _words("office")
    found = []
    for index, lemma in enumerate(ground.lemmas):
        upos = ground.text.tokens[index].upos
        if (
            hyphened(ground, index) is not None
            or (lemma in nouns and upos in {"NOUN", "PROPN", "ADJ"})
            or (lemma in offices and upos == "NOUN" and ground.case(index) in _BY_WHICH)
            or (lemma in agents and ground.is_verb(index))
        ):
            found.append(index)
    return found


def roles_at(ground: Ground, index: int, talks: frozenset[int]) -> list[Role]:
    """The roles that one word gives. `talks` are the tokens that name talks: a verb gives a role
    only where its object is one of them."""
    joined = hyphened(ground, index)
    behind = _before_hyphen(ground, index) if joined is not None else None
    if joined is not None and behind is not None:
        if not any(t in talks for t in range(index + 1, index + 5)):
            return []
        return _roles(ground, joined, [behind], index, [])
    if ground.is_verb(index) and ground.lemmas[index] in _words("patient"):
        return _brought(ground, index, talks)
    if ground.is_verb(index):
        if not _about_talks(ground, index, talks):
            return []
        role = _words("agent")[ground.lemmas[index]]
        tokens = ground.subjects(index)
        actors = [a for t in tokens for a in ground.named(t)]
        return _roles(ground, role, actors or _by_surface(ground, index), index, tokens)
    lemma = ground.lemmas[index]
    if lemma in _words("office"):
        bearers = ground.obliques(index, "of")
        actors = [a for t in bearers for a in ground.named(t)]
        here = _in_sentence(ground, index, talks)
        return _roles(ground, _words("office")[lemma], actors, index, bearers) if here else []
    if _of_a_deal(ground, index):
        return []
    near = _in_sentence(ground, index, talks) or _in_sentence(ground, index, talks, 1)
    said = _words("noun").get(lemma) or (_words("near").get(lemma) if near else None)
    if said is None:
        return []
    tokens = _bearers(ground, index)
    actors = _listed_beside(ground, index) or [a for t in tokens for a in ground.named(t)]
    if not actors:
        actors = _group(ground, index)
    return _roles(ground, said, actors, index, tokens)


_BY_WHICH = frozenset({"under", "with", "through", "by"})
"""Prepositions of what is done for talks: "under the auspices of"."""


def _in_sentence(ground: Ground, index: int, talks: frozenset[int], back: int = 0) -> bool:
    """Whether talks are named in the sentence of a word, or in the one so far before it."""
    sentence = ground.text.sentence_of[index] - back
    return any(ground.text.sentence_of[t] == sentence for t in talks)


def _of_a_deal(ground: Ground, index: int) -> bool:
    """Whether a role is one in an agreement, not in talks: "guarantors of the truce"."""
    owners = [k for k in ground.kids(index, "nmod") if ground.text.tokens[k].xpos == "PRP$"]
    heads = {h for c in ground.text.chains if {*owners} & {*c.heads} for h in c.heads}
    return any(kind_of(ground, k) for k in (*ground.obliques(index, "of", "to"), *heads))


def _brought(ground: Ground, verb: int, talks: frozenset[int]) -> list[Role]:
    """The parties whom talks "bring together" or "involve"."""
    together = ground.lemmas[verb] != "bring" or "together" in {
        ground.lower[k] for k in ground.kids(verb)
    }
    if not together or not {*ground.subjects(verb)} & talks:
        return []
    objects = ground.objects(verb)
    actors = [a for t in objects for a in ground.named(t)]
    return _roles(ground, _words("patient")[ground.lemmas[verb]], actors, verb, objects)


def hyphened(ground: Ground, index: int) -> str | None:
    """The role of "UN-brokered talks": a participle joined by a hyphen to who does it."""
    stem = ground.lower[index].rpartition("-")[2]
    dashed = "-" in ground.lower[index] or (index > 1 and ground.lower[index - 1] in _HYPHENS)
    if not stem.endswith("ed") or not dashed:
        return None
    agents = _words("agent")
    stems = ("lead",) if stem == "led" else (stem[:-1], stem[:-2])
    return next((agents[s] for s in stems if s in agents), None)


def _before_hyphen(ground: Ground, index: int) -> int | None:
    """The actor that a hyphen joins to a participle, written as one token with it or as three."""
    token = ground.text.tokens[index]
    if "-" in ground.lower[index]:
        hyphen = token.start + ground.lower[index].rindex("-")
        here = (m for m in ground.ordered_mentions if m.end == hyphen)
        inside = next((m.actor for m in here), None)
        code = code_of_state(ground.text.chars[token.start : hyphen])
        return inside if inside is not None else ground.states.get(code or "")
    mention = ground.covering.get(index - 2)
    if mention is not None:
        return mention.actor
    return ground.states.get(code_of_state(ground.text.word(index - 2)) or "")


_HYPHENS = frozenset({"-", "‑", "–"})


def _roles(
    ground: Ground, role: str, actors: list[int], index: int, tokens: list[int]
) -> list[Role]:
    first, last = ground.phrase(index)
    for token in tokens:
        for one in ground.conjuncts(token):
            if ground.text.sentence_of[one] == ground.text.sentence_of[index]:
                start, end = ground.text.tokens[one].start, ground.text.tokens[one].end
                first, last = min(first, start), max(last, end)
    word = ground.text.word(index)
    stem = ground.lower[index]  # of "brokered" in "UN-brokered"
    forms = ground.lemmas[index], stem[:-1], stem[:-2]
    told = word_at(ground.text, index, "talks_roles.tsv", *forms)
    proof = Evidence(
        first, last, f"role: {ground.lemmas[index]}", 0.8, f"'{word}' says {role}", (told,)
    )
    return [
        Role(actor, role, proof)
        for actor in ground.members(actors)
        if ground.actors[actor].type in {"state", "organization", "person", "group"}
    ]


# --- verbs ------------------------------------------------------------------------------------


def _about_talks(ground: Ground, verb: int, talks: frozenset[int]) -> bool:
    """Whether what a verb is done to is a series of talks, or a round of one."""
    objects = ground.objects(verb)
    if ground.text.tokens[verb].deprel.startswith("acl"):
        objects = [*objects, ground.head(verb)]
    if ground.lower[verb - 1 : verb] == [","]:
        objects += [ground.head(t) for t in objects if ground.rels[t] == "nmod"]
    for token in objects:
        near = {token, *ground.conjuncts(token), *ground.kids(token, "nmod", "appos")}
        near |= {k for n in tuple(near) for k in ground.kids(n, "nmod")}
        if near & talks:
            return True
    return False


def _by_surface(ground: Ground, verb: int) -> list[int]:
    """ "which initiated by A and B": the phrase after "by" where the tree has no agent."""
    following = verb + 1
    if following < len(ground.lower) and ground.lower[following] == "by":
        end = ground.text.sentence_span(ground.text.sentence_of[verb]).end
        return list(listed(ground, ground.text.tokens[following].end, end))
    return []


@cache
def _capitals() -> dict[str, str]:
    """The country of every capital, by its names in small letters."""
    found: dict[str, str] = {}
    for row in table("states.tsv"):
        for name in [row["capital"], *row["capital_variants"].split("|")]:
            if name and row["iso3"]:
                found.setdefault(name.lower(), row["iso3"])
    return found


def bearers(ground: Ground) -> list[Mention]:
    """The mentions of a ground with the capitals that stand for a state it names: guarantors are
    states, so "guaranteed by Paris and Rome" names two."""
    taken = {m.start for m in ground.mentions}
    extra = []
    for place in ground.places:
        state = ground.states.get(_capitals().get(place.name.lower(), ""))
        if state is not None and place.span.start not in taken:
            extra.append(Mention(place.span.start, place.span.end, state))
    return sorted((*ground.mentions, *extra), key=lambda m: (m.start, -m.end))


def listed(ground: Ground, start: int, end: int) -> tuple[int, ...]:
    """The actors of a list that begins at an offset: "A, B and C" without another word between."""
    found: list[int] = []
    reach = start
    for mention in bearers(ground):
        if mention.start < reach or mention.start >= end:
            continue
        between = ground.text.chars[reach : mention.start].strip().lower()
        if between not in _JOINTS:
            break
        found.append(mention.actor)
        reach = mention.end
    return ground.members(found)


# --- nouns ------------------------------------------------------------------------------------


def _bearers(ground: Ground, index: int) -> list[int]:
    """The tokens that name who bears the role that a noun says."""
    top = index
    if ground.rels[index] in {"compound", "amod"} and ground.lemmas[ground.head(index)] in _STATES:
        top = ground.head(index)
    copula = bool(ground.kids(top, "cop"))
    if copula and ground.kids(top, "nsubj"):
        return ground.holders(top)
    if ground.rels[top] == "nsubj" and ground.kids(ground.head(top), "cop"):
        return [ground.head(top)]
    beside = ground.kids(top, "appos", "flat")
    if beside:
        return beside
    if ground.rels[top] in {"appos", "compound", "nmod"} and not ground.case(top):
        return [ground.head(top)]
    if ground.case(top) == "as":
        return _before_as(ground, top)
    return []


def _listed_beside(ground: Ground, index: int) -> list[int]:
    """The list right before "as guarantors", or right after "guarantors are"."""
    top = index
    if ground.rels[index] in {"compound", "amod"} and ground.lemmas[ground.head(index)] in _STATES:
        top = ground.head(index)
    if ground.case(top) == "as":
        return _listed_before(ground, top)
    return _told_after(ground, index) or _listed_after(ground, top)


def _listed_after(ground: Ground, top: int) -> list[int]:
    """ "the guarantors, A, B and C": two or more right after the word, set off or not."""
    if ground.text.tokens[top].xpos != "NNS":
        return []
    start = ground.text.tokens[top].end
    end = ground.text.sentence_span(ground.text.sentence_of[top]).end
    while start < end and ground.text.chars[start] in " :(–—-":
        start += 1
    found = listed(ground, start, end)
    return list(found) if len(found) > 1 else []


def _told_after(ground: Ground, index: int) -> list[int]:
    """ "whose guarantors are A, B and C": the list that follows, whatever the tree makes of it."""
    verb = index + 1
    if not _followed_by_be(ground, index):
        return []
    end = ground.text.sentence_span(ground.text.sentence_of[index]).end
    return list(listed(ground, ground.text.tokens[verb].end, end))


def _followed_by_be(ground: Ground, index: int) -> bool:
    following = index + 1
    return following < len(ground.lemmas) and ground.lemmas[following] in {"be", "include"}


def _listed_before(ground: Ground, top: int) -> list[int]:
    """The list of names that stands right before "as": "with A and B as guarantors"."""
    case = next(k for k in ground.kids(top, "case"))
    end = ground.text.tokens[case].start
    found: list[int] = []
    for mention in reversed([m for m in bearers(ground) if m.end <= end]):
        if mention.end > end:
            continue
        between = ground.text.chars[mention.end : end].strip().lower()
        if between not in _JOINTS:
            break
        if ground.actors[mention.actor].type in {"state", "organization", "group"}:
            found.append(mention.actor)
        end = mention.start
    opener = ground.text.chars[max(0, end - 60) : end].lower().split()
    if opener[-1:] == ["between"] and opener[-2:-1] in _TALKS:
        return []
    return list(ground.members(reversed(found)))


def _before_as(ground: Ground, top: int) -> list[int]:
    """ "A, B and C as guarantors": the noun that the phrase hangs on, else the subject of its
    clause, else the parties that the subject phrase names."""
    above = ground.head(top)
    if above < 0:
        return []
    if not ground.is_verb(above):
        found = [above] if ground.named(above) else []
        return found or _inside(ground, above, top)
    subjects = ground.subjects(above) or ground.holders(above)
    found = [s for s in subjects if ground.named(s)]
    return found or [t for s in subjects for t in _inside(ground, s, top)]


def _inside(ground: Ground, head: int, top: int) -> list[int]:
    """The tokens below a noun that name actors, before an offset, but for those that talks are
    said to be between."""
    skip: set[int] = set()
    for token in ground.text.subtree(head):
        if ground.case(token) in {"between", "among"}:
            skip |= set(ground.text.subtree(token))
    return [
        t
        for t in ground.text.subtree(head)
        if t < top and t not in skip and t in ground.headed and ground.rels[t] != "conj"
    ]


def _group(ground: Ground, index: int) -> list[int]:
    """The members of "the three guarantor states": of the mention there, else the last list of so
    many states before it."""
    mention = ground.covering.get(index)
    if mention is not None:
        return list(ground.members([mention.actor]))
    wanted = _number(ground, index)
    if wanted is None:
        return []
    return list(last_list(ground, ground.text.tokens[index].start, wanted))


def _number(ground: Ground, index: int) -> int | None:
    words = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6}
    for kid in ground.kids(index, "nummod", "det"):
        if ground.lower[kid] in words:
            return words[ground.lower[kid]]
    return None


def last_list(ground: Ground, before: int, size: int) -> tuple[int, ...]:
    """The last list of exactly `size` states that stands before an offset."""
    found: tuple[int, ...] = ()
    done = -1
    for mention in ground.ordered_mentions:
        if mention.start >= before:
            break
        if mention.start < done or ground.actors[mention.actor].type != "state":
            continue
        here = listed(ground, mention.start, before)
        if len(here) == size and all(ground.actors[a].type == "state" for a in here):
            found = here
            done = mention.end
    return found
