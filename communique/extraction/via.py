"""Through whom a statement reached the report: "…, the minister said, Reuters reported"."""

from __future__ import annotations

from functools import cache

from communique.extraction.clauses import lemma, own_subject, subject
from communique.extraction.cues import cue_words
from communique.extraction.speakers import Mentions
from communique.lexicon.load import table
from communique.model.text import Text


@cache
def _press() -> frozenset[str]:
    """The names of agencies and outlets, small."""
    names = set()
    for row in table("agencies.tsv"):
        names |= {row["short"], row["name"], *row["also"].split("|")}
    names |= {row["word"] for row in table("outlets.tsv")}
    return frozenset(name.casefold() for name in names if name)


def is_press_name(words: str) -> bool:
    """Whether some words are the name of an agency, a paper or a broadcaster."""
    name = words.casefold().removesuffix(" news agency").removesuffix(" agency")
    parts = name.split()
    return any(" ".join(parts[at:]) in _press() for at in range(len(parts)))


def is_press(mentions: Mentions, actor: int) -> bool:
    """Whether an actor is an agency, a paper or a broadcaster."""
    one = mentions.actors[actor]
    names = {one.name.casefold(), *(alias.casefold() for alias in one.aliases)}
    return one.sector == "JRN" or not names.isdisjoint(_press())


def via_of(mentions: Mentions, first: int, last: int, speakers: tuple[int, ...]) -> int | None:
    """The agency that the sentences `first`..`last` (both included) name as having reported what
    is said there, if it is not the speaker itself."""
    text = mentions.text
    start, end = text.sentences[first].first, text.sentences[last].last
    for index in range(start, end):
        for head in _reporters(text, index):
            actor = mentions.named_by(head)
            if actor is not None and actor not in speakers and is_press(mentions, actor):
                return actor
    return None


def _reporters(text: Text, index: int) -> list[int]:
    """The nouns that a word makes a reporter: the subject of "reported" and "quoted", what
    follows "according to", "quoted by"."""
    token = text.tokens[index]
    if token.upos == "VERB":
        cue = cue_words("verb").get(token.lemma.lower())
        if cue is None or cue.kind != "report":
            return []
        found = own_subject(text, index)
        found = subject(text, index) if found is None else found
        agents = [
            below
            for below in text.children[index]
            if text.tokens[below].deprel in ("obl:agent", "obl")
            and any(lemma(text, c) in ("by", "to") for c in text.children[below])
        ]
        return [*([found] if found is not None else []), *agents]
    if token.lemma.lower() in ("according", "accord") and token.head >= 0:
        return [token.head]
    return []
