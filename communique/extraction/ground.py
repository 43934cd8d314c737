"""Ground: a text with its findings so far, and who or what its words stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from communique.extraction.frames import FAR, Frames
from communique.extraction.unsaid import unsaid
from communique.lexicon.load import table, words
from communique.model.findings import Actor, Mention, Place, Time
from communique.model.text import Span

LAND = "actor: by its place"
"""The rule of a state that a report names only by a place in it or by an adjective."""
NAMEPARTS = frozenset({"flat", "compound", "nummod", "fixed", "goeswith"})


_LENGTH = re.compile(r"PT?\d")


def is_length(time: Time) -> bool:
    """Whether a time is a length of known units."""
    return _LENGTH.match(time.value) is not None


@cache
def _demonyms() -> dict[str, str]:
    """The country of every adjective of a nation."""
    rows = [row for row in table("states.tsv") if row["iso3"]]
    return {form: row["iso3"] for row in reversed(rows) for form in row["demonyms"].split("|")}


@dataclass(frozen=True)
class Ground(Frames):
    """What the rules for events, agreements and processes look at."""

    times: tuple[Time, ...]
    places: tuple[Place, ...]
    actors: tuple[Actor, ...]
    mentions: tuple[Mention, ...]

    @cached_property
    def headed(self) -> dict[int, Mention]:
        """For a token that heads mentions, the longest of them."""
        found: dict[int, Mention] = {}
        for mention in self.mentions:
            head = self.text.head_of(mention.start, mention.end)
            if head is not None:
                known = found.get(head)
                if known is None or mention.end - mention.start > known.end - known.start:
                    found[head] = mention
        return found

    @cached_property
    def covering(self) -> dict[int, Mention]:
        """For every token in a mention, the shortest one that holds it."""
        found: dict[int, Mention] = {}
        for mention in sorted(self.mentions, key=lambda m: (m.start - m.end, m.start)):
            for index in self.text.tokens_in(mention.start, mention.end):
                found[index] = mention
        return found

    @cached_property
    def money(self) -> frozenset[int]:
        """The tokens of sums of money."""
        return self.tokens_of("money")

    @cached_property
    def states(self) -> dict[str, int]:
        """The actor that is the state, for every country that the report itself names."""
        own = self.lands.items()
        return {country: n for country, n in own if self.actors[n].evidence.rule != LAND}

    @cached_property
    def lands(self) -> dict[str, int]:
        """The same, with the states that only a place or an adjective names."""
        found: dict[str, int] = {}
        for index, actor in enumerate(self.actors):
            if actor.type == "state" and actor.country:
                found.setdefault(actor.country, index)
        return found

    @cached_property
    def place_heads(self) -> list[int]:
        """For every place, the token that heads its name, or the noun that is the place with it
        ("the Kronborg castle"); -1 outside the prose."""
        heads = [self._head_of(place.span) for place in self.places]
        return [
            self.head(head)
            if head >= 0
            and self.rels[head] == "compound"
            and self.lemmas[self.head(head)] in words("venue_nouns.tsv")
            else head
            for head in heads
        ]

    @cached_property
    def place_at(self) -> dict[int, int]:
        """For a token that heads the name of a place, that place."""
        return {head: place for place, head in enumerate(self.place_heads) if head >= 0}

    @cached_property
    def time_heads(self) -> list[int]:
        """For every time, the token that heads its expression; -1 for one without words."""
        return [self._head_of(time.text) if time.text else -1 for time in self.times]

    @cached_property
    def lengths(self) -> dict[int, list[tuple[int, int]]]:
        """By sentence, the times that say how long, each with the token that heads it."""
        found: dict[int, list[tuple[int, int]]] = {}
        for n, head in enumerate(self.time_heads):
            if head >= 0 and is_length(self.times[n]):
                found.setdefault(self.text.sentence_of[head], []).append((n, head))
        return found

    @cached_property
    def at_levels(self) -> dict[int, list[int]]:
        """By sentence, the nouns of "at … level"."""
        found: dict[int, list[int]] = {}
        for index, lemma in enumerate(self.lemmas):
            if lemma == "level" and self.case(index) in {"at", "on"}:
                found.setdefault(self.text.sentence_of[index], []).append(index)
        return found

    def _head_of(self, span: Span) -> int:
        head = self.text.head_of(span.start, span.end)
        return -1 if head is None else head

    @cached_property
    def unsaid(self) -> dict[int, int]:
        """For the bare verbs and nouns of a note, the token that names who is meant."""
        return unsaid(self, self._person)

    def noted(self, index: int) -> bool:
        """Whether a word, or the one it is coordinated with, is a bare one of a note."""
        for _ in range(FAR):
            if index in self.unsaid:
                return True
            if self.rels[index] != "conj" or self.head(index) < 0:
                break
            index = self.head(index)
        return False

    def _person(self, index: int) -> int | None:
        """The token that names the only person whom a noun and its appositions stand for."""
        for token in (index, *self.kids(index, "appos", "flat")):
            mention = self.headed.get(token)
            if mention is not None and self.actors[mention.actor].type == "person":
                return token
        return None

    def holders(self, verb: int, far: int = FAR) -> list[int]:
        """The surface subject of a verb, inherited where it has none of its own; of a bare one, as
        notes have them, who is meant."""
        found = super().holders(verb, far)
        return [self.unsaid[verb]] if not found and verb in self.unsaid else found

    def named(self, index: int) -> tuple[int, ...]:
        """The actors that a noun stands for, with those coordinated; groups as their members."""
        found: list[int] = []
        for token in self.conjuncts(index):
            found += self._actors_of(token)
            found += [a for kid in self._run_on(token) for a in self.named(kid)]
        return self.members(found)

    def stands(self, index: int) -> Sequence[int]:
        """The actors that a noun alone stands for, without those coordinated."""
        return self._actors_of(index)

    def in_name(self, index: int) -> bool:
        """Whether a token is part of a mention that another token heads."""
        mention = self.covering.get(index)
        if mention is None or index in self.headed:
            return False
        outer = self.text.head_of(mention.start, mention.end)
        return outer is not None and outer != index

    def _run_on(self, index: int) -> list[int]:
        """Names that the tree takes for more of a name before them: "A and President B"."""
        own = self.headed.get(index)
        if own is None:
            return []
        return [
            kid
            for kid in self.kids(index, "flat")
            if kid in self.headed and self.headed[kid].start >= own.end
        ]

    def _actors_of(self, index: int) -> Sequence[int]:
        mention = self.headed.get(index)
        if mention is None:
            mention = self.covering.get(index)
            if mention is not None and self.rels[index] not in NAMEPARTS | {"appos"}:
                outer = self.text.head_of(mention.start, mention.end)
                mention = mention if outer is None or self._tight(index, outer) else None
        if mention is not None:
            return (mention.actor,)
        company = self.company(index)
        if company:
            return company
        for kid in self.kids(index, "appos", "flat", "nmod", "compound"):
            if kid in self.headed and not self.case(kid) and self.is_person(kid, index):
                return self.named(kid)
        return self.stands_for(index)

    def is_person(self, kid: int, index: int) -> bool:
        """Whether a name beside a noun is the person of that title ("President Amina Okoye")."""
        kind = self.actors[self.headed[kid].actor].type
        named = self.rels[kid] == "appos" or (kid > index and kind == "person")
        return named and self.text.tokens[kid].deprel != "nmod:poss"

    def _tight(self, index: int, outer: int) -> bool:
        """Whether a token heads its mention but for a part of the name that the tree puts above."""
        if self.rels[outer] in NAMEPARTS or self.head(outer) == index or index == outer:
            return True
        beside = self.head(outer) == self.head(index) and self.rels[outer] == self.rels[index]
        return beside and not self.case(outer)

    def company(self, index: int) -> tuple[int, ...]:
        """Who "the two sides" or "the parties" are where nothing else says it: the last two or
        more parties named together before, of that number, within `FAR` sentences."""
        if self.lemmas[index] not in {"side", "party", "leader", "minister"}:
            return ()
        if self.text.tokens[index].xpos not in {"NNS", "NNPS"}:
            return ()
        told = {self.lower[k] for k in self.kids(index, "det", "nummod")}
        if not told & {"the", "two", "both", "three"} or self.kids(index, "nmod", "acl"):
            return ()
        size = 2 if told & {"two", "both"} else 3 if "three" in told else None
        first = self.text.sentence_of[index] - FAR
        best: tuple[int, ...] = ()
        for group, found in self.together:
            if group >= index:
                break
            if self.text.sentence_of[group] >= first and size in {None, len(found)}:
                best = found
        return best

    @cached_property
    def together(self) -> list[tuple[int, tuple[int, ...]]]:
        """The lists of actors of the text, each with its first token, in order."""
        found = []
        for index in sorted(self.headed):
            if self.rels[index] == "conj" or not self.kids(index, "conj"):
                continue
            actors = self.members(
                self.headed[t].actor for t in self.conjuncts(index) if t in self.headed
            )
            if len(actors) > 1:
                found.append((index, actors))
        return found

    def in_role(self, index: int) -> bool:
        """Whether a noun is said to be there as something else: "with Cuba as guarantor"."""
        if any(self.case(k) == "as" for k in self.kids(index, "nmod", "obl", "advcl")):
            return True
        last = max(self.text.tokens[k].end for k in self.conjuncts(index))
        following = self.text.tokens_in(last, last + 5)
        return any(self.lower[k] == "as" for k in following if self.text.tokens[k].start >= last)

    def stands_for(self, index: int) -> tuple[int, ...]:
        """Whom "officials", "troops" or "side" are of: "senior officials at the ministry"."""
        if self.lemmas[index] not in words("people_words.tsv"):
            return ()
        found: list[int] = []
        for kid in self.kids(index, "nmod", "compound", "amod", "flat"):
            if self.case(kid) in {"", "of", "from", "in", "at", "for"}:
                for token in self.conjuncts(kid):
                    mention = self.headed.get(token)
                    if mention is not None:
                        found.append(mention.actor)
        for clause in self.kids(index, "acl"):
            if self.lemmas[clause] in {"lead", "head", "chair", "comprise"}:
                for agent in self.kids(clause, "obl"):
                    if self.agent(agent):
                        found += self.named(agent)
        return tuple(found)

    def land(self, index: int) -> tuple[int, ...]:
        """The state that a place lies in or a nationality is of, if the report names it."""
        place = self.place_at.get(index)
        country = self.places[place].country if place is not None else None
        state = self.lands.get(country or self.nationality(index) or "")
        return () if state is None else (state,)

    def nationality(self, index: int) -> str | None:
        """The country of a word that says whose something is by its nation ("a Kenyan tanker")."""
        return _demonyms().get(self.text.word(index)) if self.rels[index] == "amod" else None

    def members(self, found: Iterable[int]) -> tuple[int, ...]:
        """The same actors, each once, a group whose members are known replaced by them."""
        flat: dict[int, None] = {}
        for index in found:
            for one in self.actors[index].members or (index,):
                flat[one] = None
        return tuple(flat)

    def named_in(self, span: tuple[int, int]) -> tuple[int, ...]:
        """The actors mentioned inside a span, in order; of nested mentions the outer one."""
        found: list[int] = []
        reach = -1
        for mention in self.ordered_mentions:
            if mention.start >= span[1]:
                break
            if mention.start >= max(span[0], reach) and mention.end <= span[1]:
                found.append(mention.actor)
                reach = mention.end
        return self.members(found)

    def mentions_of(self, sentence: int) -> list[Mention]:
        """The mentions that begin in a sentence."""
        return self._by_sentence.get(sentence, [])

    @cached_property
    def _by_sentence(self) -> dict[int, list[Mention]]:
        found: dict[int, list[Mention]] = {}
        for mention in self.ordered_mentions:
            sentence = self.text.sentence_at(mention.start)
            if sentence is not None:
                found.setdefault(sentence, []).append(mention)
        return found

    @cached_property
    def ordered_mentions(self) -> list[Mention]:
        """Mentions by start, the longer first."""
        return sorted(self.mentions, key=lambda m: (m.start, -m.end))
