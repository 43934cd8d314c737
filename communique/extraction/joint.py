"""Statements that papers make: "the joint statement said", "a ministry statement read"."""

from __future__ import annotations

from collections.abc import Sequence

from communique.extraction.clauses import conjuncts, lemma, obliques, own_subject, subject
from communique.extraction.issues import code_of_state
from communique.extraction.speakers import Mentions
from communique.lexicon.load import words
from communique.model.text import Span, Text

_ISSUING = frozenset({"issue", "adopt", "sign", "release", "publish", "make", "agree", "pass"})
BACK = 3
"""Sentences back to which the parties of "the statement" are looked for."""


def is_paper(text: Text, index: int) -> bool:
    """Whether a noun is a paper that speaks for those who issued it."""
    return lemma(text, index) in words("papers.tsv")


def paper_speakers(
    mentions: Mentions, source: Span, content: Sequence[Span]
) -> tuple[tuple[int, ...], str]:
    """Who speaks in a paper, and how that is known: whoever it is said to be of; else the
    subject of what it says; else who issued it in the sentences before."""
    text = mentions.text
    head = text.head_of(*source)
    if head is None or not is_paper(text, head):
        return (), ""
    found = _owners(mentions, head)
    if found:
        return mentions.members(found), "the one that the paper is of"
    found = _said_subject(mentions, content[0])
    if len(mentions.members(found)) > 1:
        return mentions.members(found), "the subject inside the quotation"
    found = _issuers(mentions, text.sentence_of[head])
    return mentions.members(found), "the one that issued the paper" if found else ""


def _owners(mentions: Mentions, head: int) -> list[int]:
    """ "a foreign ministry statement", "the statement of the two presidents", "their statement"."""
    text, found = mentions.text, list[int]()
    for below in text.children[head]:
        if text.tokens[below].deprel in ("nmod:poss", "poss", "compound", "amod", "nmod:desc"):
            found.extend(named(mentions, below))
    for oblique in obliques(text, head):
        if oblique.preposition in ("of", "by", "from"):
            found.extend(named(mentions, oblique.head))
    return list(dict.fromkeys(found))


def _said_subject(mentions: Mentions, content: Span) -> list[int]:
    """The subject of the first clause of a content."""
    text = mentions.text
    inside = text.tokens_in(content.start, content.end)
    if not inside:
        return []
    last = text.sentences[text.sentence_of[inside[0]]].last
    for index in inside:
        if index >= last:
            break
        below = own_subject(text, index) if text.tokens[index].upos in ("VERB", "AUX") else None
        if below is not None and below in inside:
            return named(mentions, below)
    return []


def holders_in(mentions: Mentions, source: Span) -> tuple[int, ...]:
    """Who "the presidents of A and B" are, where the source is that."""
    head = mentions.text.head_of(*source)
    return () if head is None else mentions.members(named(mentions, head))


def named(mentions: Mentions, head: int) -> list[int]:
    """The actors a noun phrase names; of "the presidents of A and B" those who hold the office,
    or else the states."""
    found = mentions.in_phrase(head)
    if found:
        return found
    text = mentions.text
    for oblique in obliques(text, head):
        if oblique.preposition == "of":
            states = mentions.in_phrase(oblique.head)
            if len(states) > 1:
                holders = [_holder(mentions, _title(text, head), state) for state in states]
                people = [one for one in holders if one is not None]
                return people if len(people) == len(states) else states
    return []


def _title(text: Text, head: int) -> frozenset[str]:
    """The words of a title: "foreign ministers"."""
    parts = [c for c in text.children[head] if text.tokens[c].deprel in ("amod", "compound")]
    return frozenset(lemma(text, part) for part in (head, *parts))


def _holder(mentions: Mentions, title: frozenset[str], state: int) -> int | None:
    """The one actor that holds an office of a state, by the words of the office's title."""
    country = mentions.actors[state].country or code_of_state(mentions.actors[state].name)
    found = [
        number
        for number, actor in enumerate(mentions.actors)
        for office in actor.offices
        if not office.former
        and (office.country or actor.country) == country
        and title <= set(office.title.lower().split())
    ]
    return found[0] if len(set(found)) == 1 else None


def _issuers(mentions: Mentions, sentence: int) -> list[int]:
    """Who issued, in this sentence or those before, the paper that is spoken of."""
    text = mentions.text
    for number in range(sentence, max(-1, sentence - BACK - 1), -1):
        for index in range(text.sentences[number].first, text.sentences[number].last):
            if text.tokens[index].upos != "VERB" or lemma(text, index) not in _ISSUING:
                continue
            if any(is_paper(text, c) for c in _objects(text, index)):
                head = subject(text, index)
                found = [] if head is None else named(mentions, head)
                if found:
                    return found
    return []


def _objects(text: Text, index: int) -> list[int]:
    heads = [c for c in text.children[index] if text.tokens[c].deprel in ("obj", "dobj")]
    heads += [o.head for o in obliques(text, index)]
    return [i for head in heads for i in conjuncts(text, head)]
