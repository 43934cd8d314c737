"""What an actor is to a series of talks: "whose guarantors are A and B", "brokered by C"."""

from __future__ import annotations

from functools import cache

from communique.extraction.frames import Scene
from communique.lexicon.load import table
from communique.model.findings import Evidence, Mention, Role

_JOINTS = frozenset({"", ",", "and", ", and", "the", "and the", ", the", ", and the"})
"""What may stand between two names of a list."""
_STATES = frozenset({"state", "country", "nation", "power", "government", "capital", "party"})


@cache
def _words(pos: str) -> dict[str, str]:
    return {row["word"]: row["role"] for row in table("talks_roles.tsv") if row["pos"] == pos}


def role_words(scene: Scene) -> list[int]:
    """The tokens that can give a role, in order."""
    nouns, agents = _words("noun"), _words("agent")
    found = []
    for index, lemma in enumerate(scene.lemmas):
        upos = scene.text.tokens[index].upos
        if (lemma in nouns and upos in {"NOUN", "PROPN", "ADJ"}) or (
            lemma in agents and scene.is_verb(index)
        ):
            found.append(index)
    return found


def roles_at(scene: Scene, index: int, talks: frozenset[int]) -> list[Role]:
    """The roles that one word gives. `talks` are the tokens that name talks: a verb gives a role
    only where its object is one of them."""
    if scene.is_verb(index):
        if not _about_talks(scene, index, talks):
            return []
        role = _words("agent")[scene.lemmas[index]]
        tokens = scene.subjects(index)
        actors = [a for t in tokens for a in scene.named(t)]
        return _roles(scene, role, actors or _by_surface(scene, index), index, tokens)
    role = _words("noun")[scene.lemmas[index]]
    tokens = _bearers(scene, index)
    actors = _listed_beside(scene, index) or [a for t in tokens for a in scene.named(t)]
    if not actors:
        actors = _group(scene, index)
    return _roles(scene, role, actors, index, tokens)


def _roles(scene: Scene, role: str, actors: list[int], index: int, tokens: list[int]) -> list[Role]:
    first, last = scene.phrase(index)
    for token in tokens:
        for one in scene.conjuncts(token):
            if scene.text.sentence_of[one] == scene.text.sentence_of[index]:
                start, end = scene.text.tokens[one].start, scene.text.tokens[one].end
                first, last = min(first, start), max(last, end)
    word = scene.text.word(index)
    proof = Evidence(first, last, f"role: {scene.lemmas[index]}", 0.8, f"'{word}' says {role}")
    return [
        Role(actor, role, proof)
        for actor in scene.members(actors)
        if scene.actors[actor].type in {"state", "organization", "person", "group"}
    ]


# --- verbs ------------------------------------------------------------------------------------


def _about_talks(scene: Scene, verb: int, talks: frozenset[int]) -> bool:
    """Whether what a verb is done to is a series of talks, or a round of one."""
    objects = scene.objects(verb)
    if scene.text.tokens[verb].deprel.startswith("acl"):
        objects = [*objects, scene.head(verb)]
    for token in objects:
        near = {token, *scene.conjuncts(token), *scene.kids(token, "nmod", "appos")}
        near |= {k for n in tuple(near) for k in scene.kids(n, "nmod")}
        if near & talks:
            return True
    return False


def _by_surface(scene: Scene, verb: int) -> list[int]:
    """ "which initiated by A and B": the phrase after "by" where the tree has no agent."""
    following = verb + 1
    if following < len(scene.lower) and scene.lower[following] == "by":
        end = scene.text.sentence_span(scene.text.sentence_of[verb]).end
        return list(listed(scene, scene.text.tokens[following].end, end))
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


def bearers(scene: Scene) -> list[Mention]:
    """The mentions of a scene with the capitals that stand for a state it names: guarantors are
    states, so "guaranteed by Paris and Rome" names two."""
    taken = {m.start for m in scene.mentions}
    extra = []
    for place in scene.places:
        state = scene.states.get(_capitals().get(place.name.lower(), ""))
        if state is not None and place.span.start not in taken:
            extra.append(Mention(place.span.start, place.span.end, state))
    return sorted((*scene.mentions, *extra), key=lambda m: (m.start, -m.end))


def listed(scene: Scene, start: int, end: int) -> tuple[int, ...]:
    """The actors of a list that begins at an offset: "A, B and C" without another word between."""
    found: list[int] = []
    reach = start
    for mention in bearers(scene):
        if mention.start < reach or mention.start >= end:
            continue
        between = scene.text.chars[reach : mention.start].strip().lower()
        if between not in _JOINTS:
            break
        found.append(mention.actor)
        reach = mention.end
    return scene.members(found)


# --- nouns ------------------------------------------------------------------------------------


def _bearers(scene: Scene, index: int) -> list[int]:
    """The tokens that name who bears the role that a noun says."""
    top = index
    if scene.rels[index] in {"compound", "amod"} and scene.lemmas[scene.head(index)] in _STATES:
        top = scene.head(index)
    copula = bool(scene.kids(top, "cop"))
    if copula and scene.kids(top, "nsubj"):
        return scene.holders(top)
    if scene.rels[top] == "nsubj" and scene.kids(scene.head(top), "cop"):
        return [scene.head(top)]
    beside = scene.kids(top, "appos", "flat")
    if beside:
        return beside
    if scene.rels[top] in {"appos", "compound", "nmod"} and not scene.case(top):
        return [scene.head(top)]
    if scene.case(top) == "as":
        return _before_as(scene, top)
    return []


def _listed_beside(scene: Scene, index: int) -> list[int]:
    """The list right before "as guarantors", or right after "guarantors are"."""
    top = index
    if scene.rels[index] in {"compound", "amod"} and scene.lemmas[scene.head(index)] in _STATES:
        top = scene.head(index)
    if scene.case(top) == "as":
        return _listed_before(scene, top)
    return _told_after(scene, index)


def _told_after(scene: Scene, index: int) -> list[int]:
    """ "whose guarantors are A, B and C": the list that follows, whatever the tree makes of it."""
    verb = index + 1
    if not _followed_by_be(scene, index):
        return []
    end = scene.text.sentence_span(scene.text.sentence_of[index]).end
    return list(listed(scene, scene.text.tokens[verb].end, end))


def _followed_by_be(scene: Scene, index: int) -> bool:
    following = index + 1
    return following < len(scene.lemmas) and scene.lemmas[following] in {"be", "include"}


def _listed_before(scene: Scene, top: int) -> list[int]:
    """The list of names that stands right before "as": "with A and B as guarantors"."""
    case = next(k for k in scene.kids(top, "case"))
    end = scene.text.tokens[case].start
    found: list[int] = []
    for mention in reversed([m for m in bearers(scene) if m.end <= end]):
        if mention.end > end:
            continue
        between = scene.text.chars[mention.end : end].strip().lower()
        if between not in _JOINTS:
            break
        if scene.actors[mention.actor].type in {"state", "organization", "group"}:
            found.append(mention.actor)
        end = mention.start
    opener = scene.text.chars[max(0, end - 8) : end].lower().split()
    return [] if opener[-1:] == ["between"] else list(scene.members(reversed(found)))


def _before_as(scene: Scene, top: int) -> list[int]:
    """ "A, B and C as guarantors": the noun that the phrase hangs on, else the subject of its
    clause, else the parties that the subject phrase names."""
    above = scene.head(top)
    if above < 0:
        return []
    if not scene.is_verb(above):
        found = [above] if scene.named(above) else []
        return found or _inside(scene, above, top)
    subjects = scene.subjects(above) or scene.holders(above)
    found = [s for s in subjects if scene.named(s)]
    return found or [t for s in subjects for t in _inside(scene, s, top)]


def _inside(scene: Scene, head: int, top: int) -> list[int]:
    """The tokens below a noun that name actors, before an offset, but for those that talks are
    said to be between."""
    skip: set[int] = set()
    for token in scene.text.subtree(head):
        if scene.case(token) in {"between", "among"}:
            skip |= set(scene.text.subtree(token))
    return [
        t
        for t in scene.text.subtree(head)
        if t < top and t not in skip and t in scene.headed and scene.rels[t] != "conj"
    ]


def _group(scene: Scene, index: int) -> list[int]:
    """The members of "the three guarantor states": of the mention there, else the last list of so
    many states before it."""
    mention = scene.covering.get(index)
    if mention is not None:
        return list(scene.members([mention.actor]))
    wanted = _number(scene, index)
    if wanted is None:
        return []
    return list(last_list(scene, scene.text.tokens[index].start, wanted))


def _number(scene: Scene, index: int) -> int | None:
    words = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6}
    for kid in scene.kids(index, "nummod", "det"):
        if scene.lower[kid] in words:
            return words[scene.lower[kid]]
    return None


def last_list(scene: Scene, before: int, size: int) -> tuple[int, ...]:
    """The last list of exactly `size` states that stands before an offset."""
    found: tuple[int, ...] = ()
    done = -1
    for mention in scene.ordered_mentions:
        if mention.start >= before:
            break
        if mention.start < done or scene.actors[mention.actor].type != "state":
            continue
        here = listed(scene, mention.start, before)
        if len(here) == size and all(scene.actors[a].type == "state" for a in here):
            found = here
            done = mention.end
    return found
