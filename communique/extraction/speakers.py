"""Whose words they are: from the source of a statement to actors, by their mentions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property

from communique.extraction.clauses import (
    ADDRESSED,
    OBJECTS,
    child,
    conjuncts,
    lemma,
    name_core,
    obliques,
    own_subject,
)
from communique.extraction.cues import Cue
from communique.extraction.described import RULE as DESCRIBED
from communique.lexicon.load import words
from communique.model.findings import Actor, Mention
from communique.model.text import Span, Text

PRONOUNS = frozenset({"he", "she", "they", "i", "we", "it", "his", "her", "their", "who"})
SEVERAL = frozenset({"they", "their", "we", "both"})
_RANK = {"person": 0, "group": 1, "organization": 2, "state": 3}
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_ASIDE = frozenset(
    {"nmod:poss", "poss", "nmod", "nmod:unmarked", "nmod:desc", "acl:relcl", "relcl"}
)


class Mentions:
    """The mentions of a report, to be asked by characters and by tokens."""

    def __init__(
        self, text: Text, actors: tuple[Actor, ...], mentions: tuple[Mention, ...]
    ) -> None:
        self.text, self.actors = text, actors
        self.all = sorted(mentions, key=lambda m: (m.start, m.end, m.actor))

    @cached_property
    def _starts(self) -> list[int]:
        return [mention.start for mention in self.all]

    @cached_property
    def _longest(self) -> int:
        return max((m.end - m.start for m in self.all), default=0)

    def over(self, start: int, end: int) -> list[Mention]:
        """The mentions that overlap some characters, in order."""
        first = bisect_left(self._starts, start - self._longest)
        last = bisect_left(self._starts, end)
        return [m for m in self.all[first:last] if m.end > start]

    def of_token(self, index: int) -> list[Mention]:
        """The mentions that hold a token."""
        token = self.text.tokens[index]
        return [m for m in self.over(token.start, token.end) if m.end >= token.end]

    def named_by(self, index: int) -> int | None:
        """The actor that a noun phrase with this head names: one with a name before one who is only
        described, a person before an organisation before a state; of these a name before a title,
        and then the longest mention. Whose people somebody is ("Mora's aides") does not count."""
        best: tuple[bool, int, bool, int, int] | None = None
        found = [(t, m) for t in name_core(self.text, index) for m in self.of_token(t)]
        whose = [m for t, m in found if t == index and self.is_described(m)]
        for token, mention in found:
            if any(w.start <= mention.start and mention.end < w.end for w in whose):
                continue
            named = self.text.tokens[token].upos == "PROPN"
            kind = _RANK.get(self.actors[mention.actor].type, 4)
            size = mention.start - mention.end
            key = (self.is_described(mention), kind, not named, size, mention.actor)
            best = key if best is None or key < best else best
        return None if best is None else best[-1]

    def is_described(self, mention: Mention) -> bool:
        """Whether it stands for somebody without a name."""
        return self.actors[mention.actor].evidence.rule == DESCRIBED

    def of_names(self) -> Mentions:
        """Without the mentions of those who are only described."""
        return Mentions(
            self.text, self.actors, tuple(m for m in self.all if not self.is_described(m))
        )

    def in_phrase(self, index: int) -> list[int]:
        """The actors that a noun phrase names, one for each of its joined parts, in order."""
        found: list[int] = []
        for part in conjuncts(self.text, index):
            actor = self.named_by(part)
            if part != index and found and self._is_second_title(part):
                continue
            if actor is not None and actor not in found:
                found.append(actor)
        return found

    def _is_second_title(self, index: int) -> bool:
        """Of "Ann Lee, founder and director of ...": a common noun without an article."""
        token = self.text.tokens[index]
        below = (self.text.tokens[c].deprel for c in self.text.children[index])
        return token.upos == "NOUN" and "det" not in below and self.text.word(index).islower()

    def members(self, actors: Iterable[int]) -> tuple[int, ...]:
        """Actors, a group of known members replaced by its members."""
        found: list[int] = []
        for actor in actors:
            for one in self.actors[actor].members or (actor,):
                if one not in found:
                    found.append(one)
        return tuple(found)


def speakers_in(mentions: Mentions, source: Span) -> tuple[int, ...]:
    """The actors that a source names; empty when no mention stands for its head."""
    whole = [m for m in mentions.over(*source) if m.start <= source.start and m.end >= source.end]
    if whole and mentions.actors[whole[0].actor].type == "group":
        return mentions.members([whole[0].actor])
    listed = _listed(mentions, source)
    if listed:
        return mentions.members(listed)
    head = mentions.text.head_of(*source)
    if head is None:
        return ()
    token = mentions.text.tokens[head]
    if token.xpos in ("WDT", "WP") and token.head >= 0:  # "China, which urged ...": China
        antecedent = own_subject(mentions.text, token.head)
        head = head if antecedent is None else antecedent
    found = mentions.in_phrase(head)
    if len(found) == 1 and mentions.actors[found[0]].evidence.rule == DESCRIBED:
        found = _apposed(mentions, source) or found
    if not found:
        found = _only_person(mentions, source) or _as_many(mentions, head)
    if not found and whole:
        found = [whole[0].actor]
    return mentions.members(found)


def _listed(mentions: Mentions, source: Span) -> list[int]:
    """The actors of "A, B and C" by their surface, however the tree joins them: where nothing but
    mentions, commas and "and" is there, and "and" is before the last."""
    parts = _outermost(mentions, source)
    found = list(dict.fromkeys(m.actor for m in parts))
    if len(found) < 2 or len(found) < len(parts):
        return []
    ends = [source.start, *(m.end for m in parts)]
    starts = [*(m.start for m in parts), source.end]
    gaps = [_gap(mentions.text.chars[a:b]) for a, b in zip(ends, starts, strict=True)]
    between = gaps[1:-1]
    all_states = {mentions.actors[a].type for a in found} == {"state"}
    ands = [gap in ("and", ", and", "&") for gap in between]
    joined = all(a or gap == "," for a, gap in zip(ands, between, strict=True))
    whole = gaps[0] in ("", "both") and gaps[-1] in ("", ",")
    return found if joined and whole and (ands[-1] or all_states) else []


def _outermost(mentions: Mentions, source: Span) -> list[Mention]:
    """The mentions inside a source that lie in no other of them, in order."""
    inside = [m for m in mentions.over(*source) if m.start >= source.start and m.end <= source.end]
    found: list[Mention] = []
    for mention in sorted(inside, key=lambda m: (m.start, -m.end, m.actor)):
        if not found or mention.start >= found[-1].end:
            found.append(mention)
    return found


def _gap(chars: str) -> str:
    """What stands between two names, but for "the"."""
    return " ".join(word for word in chars.lower().replace(",", " , ").split() if word != "the")


def _as_many(mentions: Mentions, head: int) -> list[int]:
    """Of "the six": the group of six that was last named."""
    text = mentions.text
    count = _NUMBERS.get(text.word(head).lower())
    at = text.tokens[head].start
    for mention in reversed(mentions.all):
        group = mentions.actors[mention.actor].type == "group"
        if count and group and mention.end <= at:
            return [mention.actor] if len(mentions.members([mention.actor])) == count else []
    return []


def _only_person(mentions: Mentions, source: Span) -> list[int]:
    """The one person of a phrase whose head is a title, unless the person is only its owner
    ("Mora's spokesman")."""
    people = set()
    for mention in mentions.over(*source):
        if mentions.actors[mention.actor].type == "person" and mention.end <= source.end:
            head = mentions.text.head_of(mention.start, mention.end)
            if head is None or mentions.text.tokens[head].deprel in _ASIDE:
                continue
            people.add(mention.actor)
    return sorted(people) if len(people) == 1 else []


def _apposed(mentions: Mentions, source: Span) -> list[int]:
    """The one person whose name is put beside a description: "one of the envoys, Ann Mora,"."""
    found = set()
    for mention in mentions.over(*source):
        head = mentions.text.head_of(mention.start, mention.end)
        beside = head is not None and mentions.text.tokens[head].deprel == "appos"
        person = mentions.actors[mention.actor].type == "person"
        if beside and person and not mentions.is_described(mention):
            found.add(mention.actor)
    return sorted(found) if len(found) == 1 else []


def is_pronoun(text: Text, source: Span) -> bool:
    """Whether a source is nothing but a pronoun."""
    return text.slice(source).lower() in PRONOUNS


def addressees_of(mentions: Mentions, index: int, cue: Cue | None) -> tuple[int, ...]:
    """The actors that a cue says were addressed: "told the envoy", "said to the envoy"."""
    text = mentions.text
    if cue is None or index < 0:
        return ()
    heads: list[int] = []
    if "object" in cue.told:
        below = child(text, index, ADDRESSED)
        heads.extend([below] if below is not None else [])
        below = child(text, index, OBJECTS)
        heads.extend([below] if below is not None and not heads else [])
    heads.extend(o.head for o in obliques(text, index) if o.preposition in cue.told)
    return _actors_of(mentions, heads)


def recipients_of(mentions: Mentions, occasion: Span) -> tuple[int, ...]:
    """The actors that an occasion in writing was addressed to: "in a letter to the envoy"."""
    text = mentions.text
    inside = text.tokens_in(*occasion)
    letters = [i for i in inside if lemma(text, i) in words("letters.tsv")]
    heads = [o.head for i in letters for o in obliques(text, i) if o.preposition == "to"]
    return _actors_of(mentions, [head for head in heads if head in inside])


def _actors_of(mentions: Mentions, heads: Iterable[int]) -> tuple[int, ...]:
    """The actors that noun phrases with these heads name, in order."""
    found: list[int] = []
    for head in heads:
        found.extend(a for a in mentions.in_phrase(head) if a not in found)
    return mentions.members(found)
