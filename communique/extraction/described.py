"""Who a report describes without naming them: "protesters", "a court in Accra", "two Kenyan
soldiers". They become actors only as parties of an event or agreement, or as those who say
something or are told it.

`with_described` adds to a ground all who could be one, and the states that only a place or an
adjective names; `parties.kept` gives back those that are. An actor so made has no office and no
alias; its sector is that of its noun in `agents.tsv`, its country the one that its phrase names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from communique.extraction.ground import LAND, NAMEPARTS, Ground
from communique.lexicon.load import table, words
from communique.model.findings import Actor, Evidence, Mention
from communique.model.text import Span

OF_STATE = frozenset({"GOV", "MIL", "LEG", "COP", "SPY", "JUD"})
"""Sectors whose people act for the state that is named with them: "Kenyan troops" are Kenya."""
RULE = "actor: described"
TYPES = {"group": "group", "body": "organization"}
LONGEST = 60
"""A description of more characters is cut to the words up to its noun."""


@dataclass(frozen=True, slots=True)
class Agent:
    """One line of `agents.tsv`."""

    before: str
    kind: str
    sector: str
    speaks: bool
    """Whether it is one only as who says something."""


@cache
def _agents() -> dict[str, tuple[Agent, ...]]:
    """The agents by their last word, those of several words first."""
    found: dict[str, list[Agent]] = {}
    for row in table("agents.tsv"):
        before, _, last = row["noun"].rpartition(" ")
        agent = Agent(before, row["kind"], row["sector"], row["use"] == "speaks")
        found.setdefault(last, []).append(agent)
    return {
        word: tuple(sorted(those, key=lambda a: -len(a.before))) for word, those in found.items()
    }


@dataclass
class Finder:
    """The described actors of one text as they are found, in order."""

    ground: Ground
    actors: list[Actor] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    known: dict[tuple[str, str | None], int] = field(default_factory=dict)
    """By noun and country, the last that was described so."""
    idle: set[int] = field(default_factory=set)
    """Those who may say something and are party to no event."""

    def add(self, head: int, agent: Agent, content: int) -> None:
        """An actor for the phrase of a head, or one more mention of the one it takes up again."""
        ground = self.ground
        span = _alone(ground, head)
        country = _country(ground, head)
        key = (ground.lemmas[content], country)
        index = self.known.get(key) if _definite(ground, head) else None
        if index is None:
            index = len(ground.actors) + len(self.actors)
            several = ground.text.tokens[content].xpos in {"NNS", "NNPS"}
            self.actors.append(_actor(ground, head, agent, country, span, several))
            self.known[key] = index
            self.known.setdefault((key[0], None), index)
            if agent.speaks:
                self.idle.add(index)
        self.mentions.append(Mention(span.start, span.end, index))


def _alone(ground: Ground, head: int) -> Span:
    """The phrase of a head without those joined to it: of "the secretary and Lind" the first two
    words, since whoever is named is somebody else."""
    span = ground.phrase(head)
    joined = [k for k in ground.kids(head, "conj") if k > head]
    joined += [c for k in joined for c in ground.kids(k, "cc")]
    tokens = ground.text.tokens
    last = min(joined, default=0) - 1
    while last > head and tokens[last].upos == "PUNCT":
        last -= 1
    return Span(span.start, tokens[last].end) if last >= head else span


def with_described(ground: Ground) -> tuple[Ground, Ground]:
    """The ground with an actor for everyone whom it describes and does not name, after its own; and
    the same with the mentions only of those who may be party to an event."""
    finder = Finder(ground)
    for head, agent, content in _described(ground):
        finder.add(head, agent, content)
    finder.actors += _lands(ground)
    if not finder.actors:
        return ground, ground
    finder.mentions += _taken_up(ground, finder.mentions)
    wide = replace(
        ground,
        actors=(*ground.actors, *finder.actors),
        mentions=tuple(
            sorted((*ground.mentions, *finder.mentions), key=lambda m: (m.start, -m.end))
        ),
    )
    if not finder.idle:
        return wide, wide
    return wide, replace(
        wide, mentions=tuple(m for m in wide.mentions if m.actor not in finder.idle)
    )


def _lands(ground: Ground) -> list[Actor]:
    """The states that the report names only by a place in them or by their people's adjective: "a
    camp near Gao" is Mali's, "a Kenyan tanker" Kenya's."""
    found: dict[str, Actor] = {}

    def add(country: str | None, span: Span, why: str) -> None:
        name = state_name(country or "")
        if country and name and country not in ground.states and country not in found:
            proof = Evidence(span.start, span.end, LAND, 0.5, why)
            found[country] = Actor(name, "state", proof, country=country, sector="GOV")

    for place in ground.places:
        add(place.country, place.span, f"{place.name} lies there")
    for index, token in enumerate(ground.text.tokens):
        add(ground.nationality(index), Span(token.start, token.end), "whose it is by its nation")
    return list(found.values())


@cache
def state_name(country: str) -> str:
    """The usual English name of a state, "" for none."""
    return next((row["name"] for row in table("states.tsv") if row["iso3"] == country), "")


def _described(ground: Ground) -> Iterator[tuple[int, Agent, int]]:
    """The heads of descriptions, each with its agent and the noun that it is of: of "hundreds of
    students" the head is "hundreds", the noun "students"."""
    measures = words("measures.tsv")
    for index, token in enumerate(ground.text.tokens):
        if token.upos not in {"NOUN", "PROPN", "ADJ", "NUM"} or ground.rels[index] in NAMEPARTS:
            continue
        content = index
        for _ in range(3):
            if ground.lemmas[content] in measures:
                content = next(iter(ground.obliques(content, "of")), content)
        agent = _agent(ground, content)
        if agent is not None and _free(ground, index, agent):
            yield index, agent, content


def _agent(ground: Ground, index: int) -> Agent | None:
    """What `agents.tsv` says of a noun."""
    if ground.text.tokens[index].upos not in {"NOUN", "PROPN"}:
        return None
    before = {ground.lemmas[k] for k in ground.kids(index, "compound", "amod") if k < index}
    for agent in _agents().get(ground.lemmas[index], ()):
        if set(agent.before.split()) <= before:
            return agent
    return None


def _free(ground: Ground, index: int, agent: Agent) -> bool:
    """Whether a noun stands for nobody yet, and says who somebody is and not what somebody is."""
    if index in ground.headed or ground.kids(index, "cop") or ground.in_name(index):
        return False
    if ground.case(index) == "as" or index in ground.time_heads or _mass(ground, index, agent):
        return False
    named = ground.stands(index)
    if not named:
        return True
    theirs = named == ground.stands_for(index) and agent.sector not in OF_STATE
    return theirs and all(ground.actors[a].type == "state" for a in named)


def _mass(ground: Ground, index: int, agent: Agent) -> bool:
    """Whether a noun of a body is used without any word that makes one of it, and so names none:
    "not to use force", "went to court". A subject may lack an article as in a headline."""
    if agent.kind == "people" or ground.text.tokens[index].xpos not in {"NN", "NNP"}:
        return False
    if agent.sector == "COP" or ground.rels[index] not in {"obj", "obl", "nmod", "xcomp"}:
        return False
    return not ground.agent(index) and not ground.kids(
        index, "det", "amod", "nmod", "compound", "nummod"
    )


def _definite(ground: Ground, head: int) -> bool:
    told = {ground.lower[k] for k in ground.kids(head, "det")}
    return bool(told & {"the", "this", "that", "these", "those"})


def _country(ground: Ground, head: int) -> str | None:
    """The country that a description names: "Kenyan", "in Accra", "from Peru"."""
    todo, found = [head], list[int]()
    while todo:
        current = todo.pop(0)
        found.append(current)
        todo += ground.kids(current, "amod", "compound", "nmod", "flat")
    for token in found[1:]:
        if ground.nationality(token):
            return ground.nationality(token)
        mention = ground.headed.get(token)
        if mention is not None and ground.actors[mention.actor].country:
            return ground.actors[mention.actor].country
        place = ground.place_at.get(token)
        if place is not None and ground.places[place].country:
            return ground.places[place].country
    return None


def _actor(
    ground: Ground, head: int, agent: Agent, country: str | None, span: Span, several: bool
) -> Actor:
    kind = TYPES.get(agent.kind) or ("group" if several else "person")
    why = f"'{ground.text.word(head)}' describes who takes part or speaks"
    proof = Evidence(span.start, span.end, RULE, 0.6, why)
    return Actor(_name(ground, head, span), kind, proof, country=country, sector=agent.sector)


def _name(ground: Ground, head: int, span: Span) -> str:
    """The description without its article and without what hangs on its ends: "court in Accra" of
    "the court in Accra's"."""
    tokens = ground.text.tokens
    end = span.end if span.end - span.start <= LONGEST else tokens[head].end
    inside = list(ground.text.tokens_in(span.start, end))
    while inside[0] < head and tokens[inside[0]].upos in {"DET", "PUNCT"}:
        inside.pop(0)
    while inside[-1] > head and (
        tokens[inside[-1]].xpos == "POS" or tokens[inside[-1]].upos == "PUNCT"
    ):
        inside.pop()
    return " ".join(ground.text.chars[tokens[inside[0]].start : tokens[inside[-1]].end].split())


def _taken_up(ground: Ground, mentions: Sequence[Mention]) -> list[Mention]:
    """The pronouns that the reader's chains join to a description."""
    heads = {ground.text.head_of(m.start, m.end): m.actor for m in mentions}
    taken = {(m.start, m.end) for m in (*ground.mentions, *mentions)}
    found = []
    for chain in ground.text.chains:
        actor = next((heads[h] for h in chain.heads if h in heads), None)
        if actor is None or any(h in ground.headed for h in chain.heads):
            continue
        for span, head in zip(chain.mentions, chain.heads, strict=True):
            if ground.text.tokens[head].upos == "PRON" and tuple(span) not in taken:
                found.append(Mention(span.start, span.end, actor))
    return found
