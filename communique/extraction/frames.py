"""Scene: a text with its findings so far, and the ways through its dependency trees.

Relations are those of Universal Dependencies. Where a clause has no subject of its own it is
inherited: from the verb it is coordinated with, from the verb that governs it (its object where it
has one), or from the noun it describes. No walk is longer than `FAR` steps, so a broken tree costs
little.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from communique.lexicon.load import table, words
from communique.model.findings import Actor, Mention, Place, Time
from communique.model.text import Span, Text

FAR = 6
CLAUSES = frozenset({"acl", "advcl", "ccomp", "xcomp", "csubj", "parataxis", "conj"})
NAMEPARTS = frozenset({"flat", "compound", "nummod", "fixed", "goeswith"})
BESIDE = frozenset({"alongside", "together", "along", "plus"})
"""Prepositions that join a second party to a first: "Chile alongside Peru"."""


@cache
def _verbs() -> frozenset[str]:
    """The verbs that the tables of events, agreements and processes know."""
    rows = (
        *(r["trigger"] for r in table("event_triggers.tsv") if r["pos"] == "verb"),
        *(r["verb"] for r in table("light_verbs.tsv")),
        *(r["word"] for r in table("agreement_status.tsv") if r["pos"] != "adj"),
        *(r["word"] for r in table("commitments.tsv") if r["kind"] != "noun"),
        *(r["word"] for r in table("talks_roles.tsv") if r["pos"] != "noun"),
        *(r["word"] for r in table("aux_words.tsv") if r["place"] == "governor"),
    )
    return frozenset(row.split(" ")[0] for row in rows)


@cache
def _mended(lemma: str) -> str:
    """A lemma that a rule of endings cut wrong, as a verb of our tables: "conced", "expell".

    Of the 480 verbs of the tables, 33 came cut so from the reader's rules.
    """
    if lemma in _verbs():
        return lemma
    doubled = lemma[:-1] if lemma[-2:-1] == lemma[-1:] else lemma
    for other in (lemma + "e", doubled, lemma.removesuffix("e"), lemma + lemma[-1:]):
        if other in _verbs():
            return other
    return lemma


@dataclass(frozen=True)
class Scene:
    """What the rules for events, agreements and processes look at."""

    text: Text
    times: tuple[Time, ...]
    places: tuple[Place, ...]
    actors: tuple[Actor, ...]
    mentions: tuple[Mention, ...]

    @cached_property
    def lemmas(self) -> list[str]:
        """The lemma of every token, in lower case."""
        return [
            _mended(token.lemma.lower()) if token.upos == "VERB" else token.lemma.lower()
            for token in self.text.tokens
        ]

    @cached_property
    def lower(self) -> list[str]:
        """Every token as written, in lower case."""
        return [self.text.word(i).lower() for i in range(len(self.text.tokens))]

    @cached_property
    def rels(self) -> list[str]:
        """The relation of every token to its head, without its subtype."""
        return [token.deprel.split(":")[0] for token in self.text.tokens]

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
        return frozenset(
            i
            for name in self.text.names
            if name.type == "money"
            for i in self.text.tokens_in(name.start, name.end)
        )

    @cached_property
    def states(self) -> dict[str, int]:
        """The actor that is the state, for every country that has one in the report."""
        found: dict[str, int] = {}
        for index, actor in enumerate(self.actors):
            if actor.type == "state" and actor.country:
                found.setdefault(actor.country, index)
        return found

    @cached_property
    def place_heads(self) -> list[int]:
        """For every place, the token that heads its name; -1 outside the prose."""
        return [self._head_of(place.span) for place in self.places]

    @cached_property
    def time_heads(self) -> list[int]:
        """For every time, the token that heads its expression; -1 for one without words."""
        return [self._head_of(time.text) if time.text else -1 for time in self.times]

    def _head_of(self, span: Span) -> int:
        head = self.text.head_of(span.start, span.end)
        return -1 if head is None else head

    # --- the tree ---------------------------------------------------------------------------

    def head(self, index: int) -> int:
        """The token that governs a token, -1 for a root."""
        return self.text.tokens[index].head

    def kids(self, index: int, *relations: str) -> list[int]:
        """The dependents of a token that stand in one of the relations (all if none is named)."""
        below = self.text.children[index]
        return [k for k in below if self.rels[k] in relations] if relations else below

    def case(self, index: int) -> str:
        """The preposition before a noun, several words joined by a space; "" for none."""
        for kid in self.kids(index, "case"):
            if self.lower[kid] not in {"'s", "’s", "'", "’"}:
                rest = [self.lower[k] for k in self.kids(kid, "fixed")]
                return " ".join([self.lower[kid], *rest])
        return ""

    def is_verb(self, index: int) -> bool:
        """A verb, or a word that heads a clause as one."""
        token = self.text.tokens[index]
        return token.upos == "VERB" or (
            token.upos == "AUX" and self.rels[index] not in {"aux", "cop"}
        )

    def passive(self, index: int) -> bool:
        """Whether a verb is passive: by its dependents, or as a participle after a noun."""
        token = self.text.tokens[index]
        if any(self.text.tokens[k].deprel in {"nsubj:pass", "aux:pass"} for k in self.kids(index)):
            return True
        return token.xpos == "VBN" and token.deprel == "acl"

    def phrase(self, index: int) -> Span:
        """The characters of a noun phrase without the clauses and appositions after it."""
        first = last = index
        todo = [index]
        while todo:
            current = todo.pop()
            first, last = min(first, current), max(last, current)
            todo += [k for k in self.kids(current) if not self.apart(k)]
        opening = {k for k in self.kids(index, "case", "mark", "cc") if k < index}
        while first in opening or self.head(first) in opening:
            first += 1
        return Span(self.text.tokens[first].start, self.text.tokens[last].end)

    def apart(self, index: int) -> bool:
        """Whether a dependent stands outside the phrase of its head: a clause or punctuation."""
        return self.rels[index] in {"acl", "advcl", "parataxis", "punct", "appos", "cc"} or (
            self.rels[index] == "conj" and self.is_verb(index)
        )

    def conjuncts(self, index: int) -> list[int]:
        """A noun and the nouns coordinated with it, in order; "A alongside B" counts."""
        found, todo = [], [index]
        while todo:
            current = todo.pop()
            found.append(current)
            todo += [k for k in self.kids(current, "conj") if not self.is_verb(k)]
            todo += [k for k in self.kids(current, "nmod", "obl") if self.besides(k)]
        return sorted(found)

    def besides(self, index: int) -> bool:
        """Whether a phrase joins a party: "alongside B", "together with B", "as well as B"."""
        case = self.case(index)
        return case.split(" ")[0] in BESIDE or case == "as well as"

    # --- arguments --------------------------------------------------------------------------

    def subjects(self, verb: int, far: int = FAR) -> list[int]:
        """The tokens that do what a verb says, coordination not yet unfolded."""
        if self.passive(verb):
            return [k for k in self.kids(verb, "obl") if self.agent(k)]
        return self.holders(verb, far)

    def agent(self, index: int) -> bool:
        """Whether an oblique names the doer of a passive."""
        return self.text.tokens[index].deprel == "obl:agent" or self.case(index) == "by"

    def holders(self, verb: int, far: int = FAR) -> list[int]:
        """The surface subject of a verb, inherited where it has none of its own."""
        own = [k for k in self.kids(verb, "nsubj") if not self.case(k)]
        if own:
            return [self.antecedent(k, verb) for k in own]
        above = self.head(verb)
        if far == 0 or above < 0:
            return []
        token, relation = self.text.tokens[verb], self.rels[verb]
        if relation == "acl":
            return [above] if token.xpos != "VB" and not token.deprel.endswith("relcl") else []
        if relation == "xcomp":
            return self.kids(above, "obj", "iobj") or self.holders(above, far - 1)
        if relation in {"nsubj", "csubj", "dep"} and token.xpos == "VBG" and self.is_verb(above):
            return [k for k in self.holders(above, far - 1) if k != verb]
        if self.marks(verb) & {"of", "from", "for"} and self.objects(above):
            return self.objects(above)
        if relation == "ccomp" and token.xpos != "VBG" and "to" not in self.marks(verb):
            return []
        if relation in {"advcl", "conj", "ccomp"} and self.predicate(above):
            if relation == "advcl" and token.xpos == "VBN" and not self.kids(verb, "aux"):
                return []
            return self.holders(above, far - 1)
        return []

    def marks(self, verb: int) -> set[str]:
        """The words that open a clause: "to", "if", "that"."""
        return {self.lower[k] for k in self.kids(verb, "mark")}

    def predicate(self, index: int) -> bool:
        """A verb, or another word that has a subject."""
        return self.is_verb(index) or bool(self.kids(index, "nsubj", "cop"))

    def antecedent(self, index: int, verb: int) -> int:
        """What a relative pronoun stands for; any other token itself."""
        token = self.text.tokens[index]
        if token.xpos in {"WDT", "WP"} or self.lower[index] in {"who", "which"}:
            while self.rels[verb] == "conj" and self.head(verb) >= 0:
                verb = self.head(verb)
            if self.text.tokens[verb].deprel == "acl:relcl" and self.head(verb) >= 0:
                return self.head(verb)
        return index

    def objects(self, verb: int) -> list[int]:
        """The tokens that a verb is done to."""
        if self.passive(verb):
            if self.rels[verb] == "acl" and not self.kids(verb, "nsubj"):
                return [self.head(verb)]
            return self.holders(verb)
        own = self.kids(verb, "obj") or self.kids(verb, "iobj")
        return [self.antecedent(k, verb) for k in own] or self._raised(verb)

    def _raised(self, verb: int) -> list[int]:
        """Whom a verb is done to where the tree gives them to the clause after them: "accused the
        rebels of breaking the truce", "urged both sides to talk"."""
        return [
            kid
            for clause in self.kids(verb, "ccomp", "xcomp", "advcl")
            if self.text.tokens[clause].xpos in {"VBG", "VB"} and clause > verb
            for kid in self.kids(clause, "nsubj")
        ]

    def obliques(self, index: int, *cases: str) -> list[int]:
        """The nouns that hang on a token by one of the prepositions, whatever the relation."""
        relations = ("obl", "nmod", "nsubj", "obj", "iobj", "dep")
        return [k for k in self.kids(index, *relations) if self.case(k) in cases]

    def clause(self, index: int) -> int:
        """The nearest verb (or other predicate) at or above a token."""
        for _ in range(2 * FAR):
            if self.predicate(index) or self.head(index) < 0:
                return index
            index = self.head(index)
        return index

    # --- actors -----------------------------------------------------------------------------

    def named(self, index: int) -> tuple[int, ...]:
        """The actors that a noun stands for, with those coordinated; groups as their members."""
        found: list[int] = []
        for token in self.conjuncts(index):
            found += self._actors_of(token)
        return self.members(found)

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
                return (self.headed[kid].actor,)
        return self.stands_for(index)

    def is_person(self, kid: int, index: int) -> bool:
        """Whether a name beside a noun is the person of that title ("President Amina Okoye")."""
        kind = self.actors[self.headed[kid].actor].type
        named = self.rels[kid] == "appos" or (kid > index and kind == "person")
        return named and self.text.tokens[kid].deprel != "nmod:poss"

    def _tight(self, index: int, outer: int) -> bool:
        """Whether a token heads its mention but for a part of the name that the tree puts above."""
        return self.rels[outer] in NAMEPARTS or self.head(outer) == index or index == outer

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
        return any(self.case(k) == "as" for k in self.kids(index, "nmod", "obl", "advcl"))

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
        return tuple(found)

    def land(self, index: int) -> tuple[int, ...]:
        """The state that a place lies in, if the report names that state."""
        for head, place in zip(self.place_heads, self.places, strict=True):
            if head == index and place.country in self.states:
                return (self.states[place.country],)
        return ()

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

    @cached_property
    def ordered_mentions(self) -> list[Mention]:
        """Mentions by start, the longer first."""
        return sorted(self.mentions, key=lambda m: (m.start, -m.end))
