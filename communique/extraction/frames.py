"""Frames: the ways through the dependency trees of a text, from a verb or noun to its arguments.

Relations are those of Universal Dependencies. Where a clause has no subject of its own it is
inherited: from the verb it is coordinated with, from the verb that governs it (its object where it
has one), or from the noun it describes. No walk is longer than `FAR` steps, so a broken tree costs
little.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

from communique.lexicon.load import table, words
from communique.model.text import Span, Text

FAR = 6
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


@cache
def _nouns() -> frozenset[str]:
    """The nouns that the tables of events and of people know."""
    objects = (o for r in table("event_triggers.tsv") for o in r["object"].split("|"))
    found = {word for o in objects for word in o.split()}
    found |= {r["noun"].rpartition(" ")[2] for r in table("agents.tsv")}
    return frozenset(found | words("people_words.tsv"))


@cache
def _singular(lemma: str) -> str:
    """A lemma that stayed plural, as a noun of our tables: "troops", "gunmen"."""
    if lemma in _nouns():
        return lemma
    for other in (lemma.removesuffix("s"), lemma.removesuffix("men") + "man"):
        if other != lemma and other in _nouns():
            return other
    return lemma


@dataclass(frozen=True)
class Frames:
    """A text and the relations in its trees."""

    text: Text

    @cached_property
    def lemmas(self) -> list[str]:
        """The lemma of every token, in lower case."""
        return [
            _mended(token.lemma.lower())
            if token.upos == "VERB"
            else _singular(token.lemma.lower())
            if token.xpos == "NNS"
            else token.lemma.lower()
            for token in self.text.tokens
        ]

    @cached_property
    def lower(self) -> list[str]:
        """Every token as written, in lower case."""
        return self.text.lower

    @cached_property
    def rels(self) -> list[str]:
        """The relation of every token to its head, without its subtype."""
        return self.text.relations

    @cached_property
    def of_dates(self) -> frozenset[int]:
        """The tokens of dates, as the reader names them."""
        return self.tokens_of("date")

    def tokens_of(self, type: str) -> frozenset[int]:
        """The tokens of the names of one type."""
        return frozenset(
            i
            for name in self.text.names
            if name.type == type
            for i in self.text.tokens_in(name.start, name.end)
        )

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
            if self.lower[kid] not in {"'s", "’s", "'", "’"} and not self._in_title(index, kid):
                rest = [self.lower[k] for k in self.kids(kid, "fixed")]
                return " ".join([self.lower[kid], *rest])
        return ""

    def _in_title(self, index: int, case: int) -> bool:
        """Whether an "of" belongs to a title before a name, wherever the tree hangs it: "Secretary
        of State Lind"."""
        return self.lower[case] == "of" and any(
            k < case and self.text.tokens[k].upos in {"NOUN", "PROPN"}
            for k in self.kids(index, "nmod", "compound")
        )

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
            todo += [k for k in self.kids(current, "conj") if self.joins(k)]
            todo += [
                k for k in self.kids(current, "nmod", "obl", "appos", "dep") if self.besides(k)
            ]
            todo += [k for name in self._beside(current) for k in self.kids(name, "conj")]
        return sorted(found)

    def _beside(self, index: int) -> list[int]:
        """The names that stand beside a noun: what is joined to the name of "the envoy Okoye and
        her deputy Lind" is joined to the envoy."""
        tokens = self.text.tokens
        if tokens[index].upos != "NOUN":
            return []
        return [
            k for k in self.kids(index, "appos") if tokens[k].upos == "PROPN" and not self.case(k)
        ]

    def joins(self, index: int) -> bool:
        """Whether a conjunct is joined by "and", "or" or a comma, as one more of the same."""
        told = {self.lower[k] for k in self.kids(index, "cc")}
        return not self.is_verb(index) and not told & {"but", "not"}

    def besides(self, index: int) -> bool:
        """Whether a phrase joins a party: "alongside B", "together with B", "as well as B"; or "and
        B", whatever relation the tree gives it."""
        case = self.case(index)
        if not case:
            return any(self.lower[k] == "and" and k < index for k in self.kids(index, "cc"))
        return case.split(" ")[0] in BESIDE or case == "as well as"

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
        own = [k for k in self.kids(verb, "nsubj") if not self.case(k)] or self._bare(verb)
        if own:
            return [self.antecedent(k, verb) for k in own]
        above = self.head(verb)
        if far == 0 or above < 0:
            return []
        token, relation = self.text.tokens[verb], self.rels[verb]
        if relation == "acl" and token.xpos == "VB":
            return [
                k for k in self.kids(above, "nmod") if self.text.tokens[k].deprel == "nmod:poss"
            ]
        if relation == "acl":
            return [] if token.deprel.endswith("relcl") else [above]
        if relation == "xcomp":
            return self.kids(above, "obj", "iobj") or self.holders(above, far - 1)
        if relation in {"nsubj", "csubj", "dep"} and token.xpos == "VBG" and self.is_verb(above):
            return [k for k in self.holders(above, far - 1) if k != verb]
        if self.marks(verb) & {"of", "from", "for"} and self.objects(above):
            return self.objects(above)
        if relation == "ccomp" and token.xpos != "VBG" and "to" not in self.marks(verb):
            return []
        if relation == "advcl" and token.xpos not in {"VBG", "VB"}:
            return []
        if relation in {"advcl", "conj", "ccomp"} and self.predicate(above):
            return self.holders(above, far - 1)
        return []

    def _bare(self, verb: int) -> list[int]:
        """The first noun before a finite verb that the tree takes for an oblique although it has no
        preposition and is no date: "Chad and Niger have agreed to talk"."""
        token = self.text.tokens[verb]
        told = token.xpos in {"VBD", "VBZ", "VBP"} or bool(self.kids(verb, "aux"))
        if not told or self.kids(verb, "nsubj", "csubj", "expl"):
            return []
        found = [
            k
            for k in self.kids(verb, "obl")
            if k < verb
            and self.text.tokens[k].deprel == "obl"
            and self.text.tokens[k].upos in {"PROPN", "NOUN", "PRON"}
            and k not in self.of_dates
            and not self.case(k)
        ]
        return found[:1]

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

    def whole(self, index: int) -> Span:
        """The characters of a token and all that is below it."""
        below = self.text.subtree(index)
        return Span(self.text.tokens[below[0]].start, self.text.tokens[below[-1]].end)
