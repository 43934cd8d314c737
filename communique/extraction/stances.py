"""For or against: only where words of the statement carry it, and with the target they name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from communique.extraction.asserted import is_negated, is_open
from communique.extraction.clauses import (
    ADDRESSED,
    OBJECTS,
    child,
    conjuncts,
    lemma,
    obliques,
    own_subject,
    runs,
    subject,
    subtree,
)
from communique.extraction.cues import verb_cue
from communique.extraction.deciding import word_at
from communique.extraction.described import OF_STATE
from communique.extraction.issues import code_of_state
from communique.extraction.speakers import PRONOUNS, Mentions
from communique.lexicon.load import table, words
from communique.model.findings import Actor, Stance, Word
from communique.model.text import Span, Text

_POS = {"VERB": "verb", "ADJ": "adjective", "NOUN": "noun"}
_BESIDE = frozenset({"case", "cc", "conj", "acl:relcl", "relcl", "parataxis"})
_OPEN_ENDS = frozenset({"ADP", "DET", "CCONJ", "SCONJ", "PART", "PUNCT", "AUX"})
_ACTS = frozenset({"act", "deed"})
_OPPOSITE = {"for": "against", "against": "for"}
_TARGET_WORDS = 12
"""A target given in words is cut to its first words: enough to know what it is."""
_PRONOMINAL = PRONOUNS | {
    "this",
    "that",
    "which",
    "what",
    "all",
    "these",
    "those",
    "them",
    "him",
    "us",
    "me",
    "you",
    "themselves",
    "himself",
    "herself",
    "itself",
    "ourselves",
    "anyone",
    "anybody",
    "nobody",
    "god",
    "goodness",
}
_REACH = 6
"""Steps up the tree within which somebody else may be told to say it."""
_NAMING = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "VERB", "SYM", "X"})
_FIRST = frozenset({"i", "we", "my", "our"})
_DEEDS = frozenset({"act", "deed", "holder", "doer", "noun", "subject"})


@cache
def _words() -> Mapping[tuple[str, str], tuple[tuple[str, str], ...]]:
    """By word and part of speech: (polarity, target) of each of its lines."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for row in table("stance.tsv"):
        entry = (row["polarity"], row["target"])
        found.setdefault((row["word"], row["pos"]), []).append(entry)
    return {key: tuple(value) for key, value in found.items()}


def stances_of(
    mentions: Mentions,
    spans: Sequence[Span],
    cue: Span | None,
    speakers: Sequence[int],
    direct: bool = False,
) -> tuple[Stance, ...]:
    """What a statement is for or against, in the order of its words; `direct`: they are quoted."""
    reader = _Reader(mentions, spans, speakers, direct)
    if cue is not None:
        for index in mentions.text.tokens_in(cue.start, cue.end):
            reader.read(index)
    for start, end in spans:
        for index in mentions.text.tokens_in(start, end):
            reader.read(index)
    return tuple(Stance(*key, tuple(words)) for key, words in reader.found.items())


class _Reader:
    """One statement while its words are read."""

    def __init__(
        self, mentions: Mentions, spans: Sequence[Span], speakers: Sequence[int], direct: bool
    ) -> None:
        self.mentions, self.text = mentions, mentions.text
        self.spans, self.speakers, self.direct = spans, tuple(speakers), direct
        self.found: dict[tuple[int | str, str], dict[Word, None]] = {}

    def read(self, index: int) -> None:
        """What one word carries."""
        token = self.text.tokens[index]
        pos = _POS.get(token.upos)
        if pos is None or (self._key(index), pos) not in _words() or is_open(self.text, index):
            return
        lines = _words()[self._key(index), pos]
        if self._is_told(index):
            return
        for polarity, target in lines:
            if target == "object" and self._has_other(index, lines):
                continue  # "blamed the delay on the envoy"
            if not self._is_own(index, target):
                continue
            if is_negated(self.text, index):
                if pos == "noun":
                    continue
                polarity = _OPPOSITE[polarity]
            word = word_at(self.text, index, "stance.tsv", self._key(index))
            for head in self._targets(index, target):
                self._add(head, polarity, word)

    def _has_other(self, index: int, lines: Sequence[tuple[str, str]]) -> bool:
        """Whether a verb has an argument that another of its lines names by its preposition."""
        wanted = {target for _, target in lines} - {"object"}
        below = child(self.text, index, OBJECTS)
        heads = [index] if below is None else [index, below]
        return any(o.preposition in wanted for head in heads for o in obliques(self.text, head))

    def _is_told(self, index: int) -> bool:
        """Whether somebody else than the speaker is told to say it: "she said they called it
        unfair", "surveys show that ...", "who says it is illegal"."""
        text = self.text
        for _ in range(_REACH):
            index = text.tokens[index].head
            if index < 0 or not self._is_said(index):
                return False
            above = None if verb_cue(text, index) is None else own_subject(text, index)
            if above is not None and not self._is_mine(above, index):
                return True
        return False

    def _is_mine(self, who: int, index: int) -> bool:
        """Whether a subject in what is said is the speaker."""
        if lemma(self.text, who) in PRONOUNS:
            return self._is_speakers(who, index)
        named = self.mentions.in_phrase(who)
        return any(a in self.speakers or self._is_spoken_for(a) for a in named)

    def _key(self, index: int) -> str:
        for below in self.text.children[index]:
            if self.text.tokens[below].deprel in ("compound:prt", "prt"):
                return f"{lemma(self.text, index)} {lemma(self.text, below)}"
        return lemma(self.text, index)

    def _is_own(self, index: int, target: str) -> bool:
        """Whether a verb speaks for the speaker: it has no subject of its own, or one that is a
        pronoun or the speaker. "Peru rejects the plan, the Chilean said" is Peru's stance."""
        if self.text.tokens[index].upos == "NOUN" and target not in _DEEDS:
            return self._is_own_noun(index)
        if self.text.tokens[index].upos != "VERB" or target == "subject":
            return True
        who = subject(self.text, index)
        if who is None or not self._is_said(who):
            return True
        if _is_controlled(self.text, index) or self._is_effort(index):
            return False  # "told them to reject it"
        if lemma(self.text, who) in PRONOUNS:
            return self._is_speakers(who, index) or _is_called_for(self.text, index)
        if _is_called_for(self.text, index) and not self.mentions.in_phrase(who):
            return True  # "the solution is to end ...", "the talks should end ..."
        named = self.mentions.in_phrase(who)
        if not named:
            return self._is_own_group(who)
        return any(a in self.speakers or self._is_spoken_for(a) for a in named)

    def _is_effort(self, index: int) -> bool:
        """Whether a verb tells what something spoken of is for: "a plan to destroy the town"."""
        token = self.text.tokens[index]
        return token.deprel == "acl" and self._is_said(token.head) and token.xpos == "VB"

    def _is_own_noun(self, index: int) -> bool:
        """Whether "support for", "opposition to" is the speaker's: by the owner, or as what the
        statement is or expresses. "The envoy's support for the raid" is the envoy's."""
        text = self.text
        for below in text.children[index]:
            if text.tokens[below].deprel == "nmod:poss":
                if lemma(text, below) in PRONOUNS:
                    return self._is_speakers(below, index)
                return any(a in self.speakers for a in self.mentions.in_phrase(below))
        if not self._is_said(index):
            return True
        token = text.tokens[index]
        if token.head < 0 or not self._is_said(token.head):
            # "dismissed criticism of the plan": what is dismissed is somebody else's.
            judged = token.head >= 0 and (lemma(text, token.head), "verb") in _words()
            return token.deprel not in ("nmod", "conj") and not judged
        expressed = token.deprel == "obj" and lemma(text, token.head) in words("expressing.tsv")
        return expressed and self._is_own(token.head, "")

    def _is_speakers(self, pronoun: int, index: int) -> bool:
        """Whether a pronoun in what is said is the speaker: "I" and "we" are, others where they are
        known to be, or where nobody else is spoken of before, outside quotation marks."""
        if lemma(self.text, pronoun) in _FIRST:
            return True
        named = {mention.actor for mention in self.mentions.of_token(pronoun)}
        if named:
            mine = self.mentions.members(sorted(named))
            return any(a in self.speakers or self._is_spoken_for(a) for a in mine)
        objective = self.text.word(pronoun).lower() in ("him", "her", "them")
        if self.direct or objective or not self.speakers:
            return False
        at = self.text.tokens[index].head
        while at >= 0 and self._is_said(at):
            above = own_subject(self.text, at)
            if above is not None and lemma(self.text, above) not in PRONOUNS:
                return False
            at = self.text.tokens[at].head
        return True

    def _is_spoken_for(self, actor: int) -> bool:
        """Whether a speaker speaks for an actor: for the state of the office that it holds, for a
        body of that state's government, or for the body that the office is in."""
        one = self.mentions.actors[actor]
        names = {one.name, *one.aliases}
        country = one.country or (code_of_state(one.name) if one.type == "state" else None)
        official = one.type == "state" or (one.type == "organization" and one.sector in OF_STATE)
        for speaker in (self.mentions.actors[s] for s in self.speakers):
            if any(office.body in names for office in speaker.offices if not office.former):
                return True
            theirs = speaker.country or next((o.country for o in speaker.offices), None)
            serves = speaker.sector in OF_STATE or (speaker.sector is None and speaker.offices)
            if official and serves and country is not None and country == theirs:
                return True
        return False

    def _is_own_group(self, head: int) -> bool:
        """Of "the group" and "the movement": whether the speaker speaks for one."""
        if lemma(self.text, head) not in words("groups_own.tsv"):
            return False
        if not any(lemma(self.text, c) in ("the", "our") for c in self.text.children[head]):
            return False
        spoken = [self.mentions.actors[s] for s in self.speakers]
        return any(a.sector not in OF_STATE and _has_body(a) for a in spoken)

    def _is_said(self, index: int) -> bool:
        at = self.text.tokens[index].start
        return any(span.start <= at < span.end for span in self.spans)

    def _targets(self, index: int, target: str) -> Iterator[int]:
        text = self.text
        if target == "object":
            below = child(text, index, OBJECTS)
            below = child(text, index, frozenset({"nsubj:pass"})) if below is None else below
            if below is not None and lemma(text, below) not in PRONOUNS:
                yield below
                yield from self._holders(below)
        elif target == "act":
            below = child(text, index, OBJECTS)
            if below is not None and self._is_act(below):
                yield below
                yield from self._holders(below)
        elif target == "actor":
            below = child(text, index, OBJECTS)
            if below is not None and self.mentions.named_by(below) is not None:
                yield below
        elif target == "subject":
            below = own_subject(text, index)
            if below is not None and text.tokens[below].deprel != "nsubj:pass":
                yield below
        elif target == "noun":
            head = text.tokens[index].head
            if text.tokens[index].deprel == "amod" and self._is_act(head):
                yield from self._holders(head)
        elif target in ("holder", "doer"):
            yield from self._holders(index)
        elif target not in _ACTS:
            for oblique in obliques(text, index):
                if oblique.preposition == target:
                    yield oblique.head
                    yield from self._holders(oblique.head)

    def _is_act(self, index: int) -> bool:
        return self._noun_target(index) in _ACTS | {"holder", "doer"}

    def _noun_target(self, index: int) -> str:
        lines = _words().get((lemma(self.text, index), "noun"), ())
        return lines[0][1] if lines else ""

    def _holders(self, index: int) -> Iterator[int]:
        """Who does what a noun names, if it names what somebody does."""
        text = self.text
        if not self._is_act(index):
            return
        joined = text.tokens[index].deprel == "conj" and text.tokens[index].head >= 0
        for part in sorted({index, text.tokens[index].head}) if joined else [index]:
            yield from self._holders_at(part)
        for oblique in obliques(text, index):
            # "an unjust system of US sanctions": the act inside the act
            if oblique.preposition == "of" and self._is_act(oblique.head):
                yield from self._holders_at(oblique.head)

    def _holders_at(self, index: int) -> Iterator[int]:
        text = self.text
        for below in text.children[index]:
            deprel = text.tokens[below].deprel
            if deprel in ("nmod:poss", "poss", "compound", "amod", "nmod:desc") and (
                self.mentions.named_by(below) is not None
            ):
                yield below
        done_to = self._noun_target(index) in ("deed", "doer")
        for oblique in obliques(text, index):
            by = oblique.preposition == "by"
            if by or (oblique.preposition in ("of", "from") and not done_to):
                for part in self._parts(oblique.head):
                    named = self.mentions.named_by(part) is not None
                    if named or (part == oblique.head and by):
                        yield part

    def _parts(self, index: int) -> Iterator[int]:
        """ "of outside powers, especially Ruritania": both."""
        yield from conjuncts(self.text, index)
        for below in self.text.children[index]:
            if self.text.tokens[below].deprel in ("appos", "nmod", "dep", "advmod", "parataxis"):
                yield from conjuncts(self.text, below)

    def _add(self, head: int, polarity: str, word: Word) -> None:
        if is_negated(self.text, head):
            return  # "not the envoy was wrong"
        actor = self.mentions.named_by(head)
        if actor is not None:
            members = set(self.mentions.members([actor]))
            if not members <= set(self.speakers):
                self.found.setdefault((actor, polarity), {})[word] = None
            return
        token = self.text.tokens[head]
        if lemma(self.text, head) in _PRONOMINAL or token.upos not in _NAMING:
            return
        phrase = self._in_words(head)
        if phrase:
            self.found.setdefault((phrase, polarity), {})[word] = None

    def _in_words(self, head: int) -> str:
        text = self.text
        marks = [
            c for c in text.children[head] if text.tokens[c].deprel in _BESIDE or _is_as(text, c)
        ]
        tokens = subtree(text, head, marks)[:_TARGET_WORDS]
        while tokens and text.tokens[tokens[-1]].upos in _OPEN_ENDS:
            tokens.pop()
        spans = runs(text, tokens)
        return _plain(text.slice(spans[0])) if spans else ""


def _has_body(actor: Actor) -> bool:
    """Whether an actor is a body or speaks for one."""
    return actor.type == "organization" or any(o.body and not o.former for o in actor.offices)


def _is_controlled(text: Text, index: int) -> bool:
    """Whether a verb is what somebody else is told or asked to do."""
    token = text.tokens[index]
    told = token.deprel == "xcomp" and token.head >= 0
    return told and child(text, token.head, OBJECTS | ADDRESSED) is not None


def _is_called_for(text: Text, index: int) -> bool:
    """Of "the solution is to end it", "the talks should end it", not "women came to end it"."""
    before = [c for c in text.children[index] if c < index]
    if any(lemma(text, c) in ("should", "must") for c in before):
        return True
    above = text.tokens[index].head
    copular = [*text.children[index], *(text.children[above] if above >= 0 else ())]
    infinitive = any(text.tokens[c].upos == "PART" for c in before)
    return infinitive and any(text.tokens[c].deprel == "cop" for c in copular)


def _is_as(text: Text, index: int) -> bool:
    """Of "denounced the raid as unlawful": what it is called is no part of the target."""
    return any(lemma(text, c) == "as" for c in text.children[index] if c < index)


def _plain(chars: str) -> str:
    return " ".join(chars.split())
