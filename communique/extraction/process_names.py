"""Where a report names a series of talks: by a known name, by a name of its own, by its place, its
topic or its parties, or as a round of talks."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from communique.extraction.ground import Ground
from communique.extraction.issues import state_named
from communique.extraction.known_talks import aliases, flat
from communique.extraction.roles import hyphened
from communique.extraction.talk_words import (
    capital,
    is_definite,
    parties_of,
    round_nouns,
    round_of,
    topic_of,
    words_before,
)
from communique.lexicon.load import table
from communique.model.text import Span

_SEVERAL = frozenset({"talks", "negotiations"})
_AGAIN = frozenset({"resume", "continue", "stall", "collapse", "restart", "reconvene", "drag"})


@dataclass(frozen=True, slots=True)
class Named:
    """One mention of a series of talks. `key` is what mentions of the same series share, None where
    only the rest of the report can tell which it is ("the 14th round of talks"); `place` indexes
    the ground's places; `parties` are actors; `talks` is the token of its noun."""

    talks: int
    span: Span
    name: str
    key: str | None
    topic: str | None
    place: int | None
    parties: tuple[int, ...]
    round: int | None
    score: float
    why: str


def named_talks(ground: Ground) -> list[Named]:
    """Every mention of a series of talks, in the order of the text."""
    known = _known(ground)
    found = []
    needs = _needs()
    bare = _ordinals()
    for index in range(len(ground.text.tokens)):
        if ground.lower[index] in round_nouns():
            one = _bare_round(ground, index, bare)
            if one is not None:
                found.append(one)
            continue
        if ground.lemmas[index] not in needs:
            continue
        if ground.text.tokens[index].upos not in {"NOUN", "PROPN"}:
            continue
        one = known.pop(index, None) or _read(ground, index, needs[ground.lemmas[index]])
        if one is not None:
            found.append(one)
    found += known.values()
    return sorted(found, key=lambda n: n.span)


@cache
def _needs() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in table("talks_words.tsv"):
        found.setdefault(row["word"], set()).add(row["needs"])
    return {word: frozenset(needs) for word, needs in found.items()}


@cache
def _topics() -> dict[str, str]:
    return {row["word"]: row["kind"] for row in table("talks_topics.tsv")}


# --- known names ------------------------------------------------------------------------------


def _known(ground: Ground) -> dict[int, Named]:
    """The mentions of well-known processes, by the token of their last word."""
    pattern, by_alias = aliases()
    chars = ground.text.chars.replace("’", "'").replace("–", "-").replace("‑", "-").lower()
    found: dict[int, Named] = {}
    if len(chars) != len(ground.text.chars):
        return found
    for start, end in ground.text.prose:
        for match in pattern.finditer(chars, start, end):
            inside = ground.text.tokens_in(match.start(), match.end())
            if not inside:
                continue
            name, topic = by_alias[re.sub(r"\s+", " ", match.group())]
            index = inside[-1]
            found[index] = Named(
                talks=index,
                span=Span(match.start(), match.end()),
                name=name,
                key=flat(name),
                topic=topic or topic_of(ground, index),
                place=_place_before(ground, index),
                parties=parties_of(ground, index),
                round=round_of(ground, index),
                score=0.95,
                why="a process of this name is well known",
            )
    return found


# --- names read from the words ----------------------------------------------------------------


def _read(ground: Ground, index: int, needs: frozenset[str]) -> Named | None:
    before = words_before(ground, index)
    lowered = {ground.lower[i] for i in before} | {ground.lemmas[i] for i in before}
    if "any" not in needs:
        special = needs - {"name"}
        if special and not special & lowered:
            return None
        return _proper(ground, index, before, special=bool(special))
    return (
        _proper(ground, index, before, special=False)
        or _numbered(ground, index)
        or _placed(ground, index, before)
        or _topical(ground, index, before)
        or _of_a_state(ground, index, before)
        or _called(ground, index, before)
        or _resumed(ground, index)
        or _round(ground, index)
        or _backed(ground, index)
    )


def _named(
    ground: Ground, index: int, span: Span, name: str, key: str | None, score: float, why: str,
    place: int | None = None, parties: tuple[int, ...] | None = None,
) -> Named:  # fmt: skip
    return Named(
        talks=index,
        span=span,
        name=name,
        key=key,
        topic=topic_of(ground, index),
        place=place,
        parties=parties_of(ground, index) if parties is None else parties,
        round=round_of(ground, index),
        score=score,
        why=why,
    )


def _proper(ground: Ground, index: int, before: list[int], *, special: bool) -> Named | None:
    """A capitalised name: "Regional Security Dialogue"; of a special kind also in small letters."""
    if ground.lower[index + 1 : index + 2] == ["and"] and capital(ground, index + 2):
        return None
    first = index
    while (step := _named_on(ground, first, before)) is not None:
        first = step
    own = [i for i in range(first, index) if not state_named(ground.text.word(i))]
    telling = [i for i in own if ground.lower[i] not in _plain()]
    if not special and not (capital(ground, index) and own):
        return None
    if not special and not telling and len(own) == index - first and len(own) < 3:
        return None
    if special:
        first = min([i for i in before if i >= first or capital(ground, i)] or [index])
    if first == index:
        return None
    end = ground.text.tokens[index].end
    matter = [k for k in ground.obliques(index, "on") if special and capital(ground, k)]
    if matter and min(ground.text.subtree(matter[0])) == index + 1:
        end = ground.text.tokens[matter[0]].end
    span = Span(ground.text.tokens[first].start, end)
    name = " ".join(ground.text.slice(span).split())
    return _named(ground, index, span, name, flat(name), 0.85, "it has a name of its own",
                  place=_place_before(ground, index))  # fmt: skip


def _named_on(ground: Ground, first: int, before: list[int]) -> int | None:
    """The capitalised word before a name that belongs to it, over a dash too: "Ghana-Togo"."""
    if first - 1 in before and capital(ground, first - 1):
        return first - 1
    dashed = first > 1 and ground.lower[first - 1] in _DASHES and first - 2 in before
    return first - 2 if dashed and capital(ground, first - 2) else None


_DASHES = frozenset({"-", "–", "—", "‑"})


@cache
def _plain() -> frozenset[str]:
    """Words that many names hold, so that alone they name no series of talks."""
    return frozenset(row["word"] for row in table("talks_topics.tsv") if row["kind"] != "subject")


def _placed(ground: Ground, index: int, before: list[int]) -> Named | None:
    """ "the Lusaka peace talks", "the talks on Angola in Lusaka"."""
    if ground.lower[index] in {"talk", "negotiation", "dialogue", "dialog"}:
        return None
    place = _place_before(ground, index)
    start = min([index, *before])
    if place is not None and ground.place_heads[place] in before:
        why = "talks named after their place"
    else:
        place = _place_after(ground, index)
        told_apart = is_definite(ground, index) or round_of(ground, index) is not None
        if place is None or not (told_apart or backed_by(ground, index)):
            return None
        why = "talks told apart by their place"
    where = ground.places[place]
    of_a_state = state_named(where.name) is not None and ground.lemmas[index] in _LASTING
    if _one_off(ground, index) or of_a_state:
        return None
    noun = ground.lower[index]
    span = Span(ground.text.tokens[start].start, ground.text.tokens[index].end)
    return _named(
        ground, index, span, f"{where.name} {noun}", f"{flat(where.name)} talks", 0.75, why, place
    )


def _numbered(ground: Ground, index: int) -> Named | None:
    """ "the 5+2 talks": talks called after how many take part."""
    end = ground.text.tokens[index].start
    match = _SUM.search(ground.text.chars, max(0, end - 8), end)
    if match is None:
        return None
    span = Span(match.start(1), ground.text.tokens[index].end)
    name = f"{match[1].replace(' ', '')} {ground.lower[index]}"
    why = "talks called after how many take part"
    return _named(ground, index, span, name, flat(name), 0.85, why)


_SUM = re.compile(r"\b([A-Z]?\d ?\+ ?\d)\s+$")


def _one_off(ground: Ground, index: int) -> bool:
    """Talks of two people are a meeting: "his talks in Rome", "talks with the minister"."""
    if any(_people(ground, k) for k in ground.obliques(index, "with")):
        return True
    parties = parties_of(ground, index)
    owned = any(ground.text.tokens[k].deprel == "nmod:poss" for k in ground.kids(index, "nmod"))
    if owned and len(parties) < 2 and round_of(ground, index) is None:
        return True
    return bool(parties) and all(ground.actors[p].type == "person" for p in parties)


def _people(ground: Ground, token: int) -> bool:
    return any(ground.actors[a].type == "person" for a in ground.named(token))


def _place_before(ground: Ground, index: int) -> int | None:
    before = words_before(ground, index)
    for n, head in enumerate(ground.place_heads):
        if not 0 <= index - head < 6 or ground.places[n].country is None:
            continue
        if head in before and not state_named(ground.places[n].name) and not _body(ground, head):
            return n
    return None


def _body(ground: Ground, index: int) -> bool:
    """Whether a word that may be a place stands for an organization: "U.N. climate talks"."""
    mention = ground.covering.get(index)
    return mention is not None and ground.actors[mention.actor].type == "organization"


def _place_after(ground: Ground, index: int) -> int | None:
    near = ground.obliques(index, "in", "at")
    for token in ground.obliques(index, "on", "about", "over"):
        near += ground.obliques(token, "in", "at")
    for n, head in enumerate(ground.place_heads):
        if head in near:
            return n
    return None


def _topical(ground: Ground, index: int, before: list[int]) -> Named | None:
    """ "nuclear talks", "the Cypriot peace process", "peace talks between A and B"."""
    topics = {word: kind for word, kind in _topics().items() if kind != "plain"}
    first, kind = index, ""
    for i in reversed(before):
        word = ground.lower[i]
        here = topics.get(word) or next(
            (k for w, k in topics.items() if w[-1] == "*" and word.startswith(w[:-1])), ""
        )
        if here:
            first = i
            kind = here if kind != "subject" else kind
    if not kind and ground.lemmas[index] in _LASTING:
        plain = [i for i in before if _topics().get(_dashed(ground, i)) == "plain"]
        first, kind = (plain[0], "weak") if plain else (first, kind)
    if not kind or _one_off(ground, index):
        return None
    states = [i for i in before if state_named(ground.text.word(i)) and i < first]
    parties = parties_of(ground, index)
    home = _home(ground, index) if kind == "weak" and not states else None
    if kind == "weak" and not states and len(parties) < 2 and home is None:
        return _round(ground, index)
    if (
        kind == "subject"
        and not (states or parties or is_definite(ground, index))
        and "-" not in ground.lower[first]
    ):
        return _round(ground, index)
    first = states[0] if states else first
    span = Span(ground.text.tokens[first].start, ground.text.tokens[index].end)
    name = " ".join(ground.text.slice(span).split())
    if ground.lower[index] == "talk":
        name += "s"
    key = flat(name)
    topic = home or topic_of(ground, index)
    if kind == "weak" and not states and topic and state_named(topic):
        name = f"{topic} {name}"
        key = flat(name)
    elif kind == "weak" and not states:
        key += " of " + ", ".join(sorted(ground.actors[p].name for p in parties))
    return _named(
        ground, index, span, name, key, 0.7, "talks named after their topic", parties=parties
    )


def _dashed(ground: Ground, index: int) -> str:
    """A word with what a dash joins to it: "high-level"."""
    if ground.lower[index + 1 : index + 2] == ["-"]:
        return "-".join([ground.lower[index], *ground.lower[index + 2 : index + 3]])
    return ground.lower[index]


def _home(ground: Ground, index: int) -> str | None:
    """The state of a lasting process: "the peace process in Chad"."""
    if ground.lemmas[index] not in _LASTING:
        return None
    places = ground.obliques(index, "in", "for")
    return next((s for k in places if (s := state_named(ground.text.word(k)))), None)


_LASTING = frozenset({"process", "dialogue", "dialog", "track", "format"})


def _of_a_state(ground: Ground, index: int, before: list[int]) -> Named | None:
    """ "the Chad talks": talks called after the state they are about."""
    states = [i for i in before if state_named(ground.text.word(i)) and capital(ground, i)]
    told = ground.rels[states[0]] == "compound" if len(states) == 1 else False
    if not told or not is_definite(ground, index) or ground.lower[index] not in _SEVERAL:
        return None
    if _one_off(ground, index) or parties_of(ground, index):
        return None
    span = Span(ground.text.tokens[states[0]].start, ground.text.tokens[index].end)
    name = " ".join(ground.text.slice(span).split())
    return _named(ground, index, span, name, flat(name), 0.6, "talks named after a state")


def _called(ground: Ground, index: int, before: list[int]) -> Named | None:
    """ "the Danube talks": talks called after a name that is no actor, state or day."""
    noun = ground.lower[index]
    if noun not in _SEVERAL | {"process"} or not is_definite(ground, index):
        return None
    names = [i for i in before if ground.text.tokens[i].upos == "PROPN" and capital(ground, i)]
    if not names or names[-1] - names[0] >= len(names) or _one_off(ground, index):
        return None
    if any(i in ground.covering or i in ground.of_dates for i in names):
        return None
    if any(ground.text.tokens[i].upos == "NUM" for i in before):
        return None
    if any(state_named(ground.text.word(i)) for i in names):
        return None
    span = Span(ground.text.tokens[names[0]].start, ground.text.tokens[index].end)
    name = " ".join(ground.text.slice(span).split())
    return _named(ground, index, span, name, flat(name), 0.6, "talks called after a name")


def _resumed(ground: Ground, index: int) -> Named | None:
    """ "Talks between A and B on the canal resumed": what is taken up again is a series."""
    verb = ground.head(index)
    if verb < 0 or ground.lemmas[verb] not in _AGAIN or ground.lower[index] not in _SEVERAL:
        return None
    parties = parties_of(ground, index)
    tops = ground.obliques(index, "on", "over", "about")
    if len(parties) < 2 or not tops or any(_is_person(ground, p) for p in parties):
        return None
    start, end = ground.phrase(tops[0])
    matter = re.sub(r"^(?:the|a|an)\s+", "", " ".join(ground.text.slice((start, end)).split()))
    span = Span(ground.text.tokens[index].start, end)
    name = f"talks on {matter}"
    return _named(
        ground, index, span, name, flat(name), 0.6, "talks between states, resumed",
        parties=parties,
    )  # fmt: skip


def _is_person(ground: Ground, actor: int) -> bool:
    return ground.actors[actor].type == "person"


def _round(ground: Ground, index: int) -> Named | None:
    """ "the third round of talks": which series it is of, the report has to tell."""
    above = round_of(ground, index)
    partners = [] if above is None else ground.obliques(above, "with")
    if above is None or _one_off(ground, index) or any(_people(ground, p) for p in partners):
        return None
    span = Span(*ground.phrase(above))
    end = ground.text.tokens[index].end
    whole = Span(span.start, max(end, span.start + 1))
    return _of_two(ground, index, whole, "a round of talks between them") or _named(
        ground, index, whole, "", None, 0.6, "a round of talks"
    )


def _of_two(ground: Ground, index: int, span: Span, why: str) -> Named | None:
    """Talks of two or more states or bodies, called after them where nothing else names them."""
    parties = parties_of(ground, index)
    bodies = [p for p in parties if ground.actors[p].type in {"state", "organization"}]
    if len(bodies) < 2 or len(bodies) < len(parties):
        return None
    names = sorted(ground.actors[p].name for p in bodies)
    name = f"talks between {', '.join(names[:-1])} and {names[-1]}"
    return _named(ground, index, span, name, flat(name), 0.55, why, parties=parties)


def _backed(ground: Ground, index: int) -> Named | None:
    """ "the talks, brokered by Chad": which series they are, the report has to tell, unless it is
    told between whom."""
    if ground.lower[index] not in _SEVERAL or _one_off(ground, index):
        return None
    end = backed_by(ground, index)
    if end is None:
        return None
    span = Span(ground.text.tokens[index].start, max(end, ground.text.tokens[index].end))
    why = "talks that somebody stands behind"
    known = _of_two(ground, index, span, why)
    if known is not None or not is_definite(ground, index):
        return known
    return _named(ground, index, span, "", None, 0.5, why)


def backed_by(ground: Ground, index: int) -> int | None:
    """Where the words end by which somebody stands behind talks: "brokered by Chad", or
    "Chad-brokered" before them; None if nobody does."""
    told = {row["word"] for row in table("talks_roles.tsv") if row["pos"] == "agent"}
    for clause in ground.kids(index, "acl"):
        agents = [k for k in ground.kids(clause, "obl") if ground.agent(k) and ground.named(k)]
        if ground.lemmas[clause] in told and agents:
            return ground.phrase(agents[0]).end
    behind = [k for k in range(max(0, index - 4), index) if hyphened(ground, k) is not None]
    return ground.text.tokens[behind[0]].end if behind else None


@cache
def _ordinals() -> frozenset[str]:
    told = {row["word"] for row in table("round_words.tsv") if row["kind"] == "ordinal"}
    return frozenset(told | {"next", "latest", "previous", "last", "final"})


def _bare_round(ground: Ground, index: int, ordinals: frozenset[str]) -> Named | None:
    """ "the first round was held in June": of talks that the report has named."""
    if any(ground.lemmas[k] in _needs() for k in ground.obliques(index, "of")):
        return None
    told = {ground.lower[k] for k in ground.kids(index, "amod", "nummod")}
    counted = any(word in ordinals or word[:-2].isdigit() for word in told)
    if not counted or ground.kids(index, "compound") or ground.obliques(index, "of"):
        return None
    named = _named(ground, index, ground.phrase(index), "", None, 0.5, "a round of the talks named")
    return replace(named, round=index)


def definite_talks(ground: Ground) -> frozenset[int]:
    """The nouns of "the talks", "these negotiations": talks that were named before."""
    return frozenset(
        index
        for index, lemma in enumerate(ground.lemmas)
        if lemma in {"talk", "negotiation", "process", "dialogue"}
        and ground.text.tokens[index].upos == "NOUN"
        and is_definite(ground, index)
        and not ground.obliques(index, "with", "between")
    )
