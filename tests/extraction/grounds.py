"""Grounds for the rules of events, agreements and processes: trees in one line a sentence, and who
and what their words stand for.

A word is written form/TAG/relation/head or form|lemma/TAG/relation/head, with Penn's tag; heads
count from 1 in the sentence, 0 is the root. A sentence is a line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from communique.extraction.agreements import find_agreements
from communique.extraction.events import find_events
from communique.extraction.ground import Ground
from communique.extraction.processes import find_processes
from communique.model.findings import (
    Actor,
    Agreement,
    Event,
    Evidence,
    Mention,
    Place,
    Process,
    Statement,
    Time,
)
from communique.model.report import Report, Segment
from communique.model.text import Sentence, Span, Text, Token

EVIDENCE = Evidence(0, 1, "test", 1.0, "given")
UPOS = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "MD": "AUX", "IN": "ADP",
    "DT": "DET", "JJ": "ADJ", "RB": "ADV", "PRP": "PRON", "PRP$": "PRON", "CC": "CCONJ",
    "CD": "NUM", "TO": "PART", "WDT": "PRON", "WP": "PRON", "WP$": "PRON", "POS": "PART",
    "RP": "ADP",
}  # fmt: skip
TIGHT = frozenset({".", ",", "'s", ")", "n't"})


def tree(lines: str) -> Text:
    """A Text from sentences in the notation above."""
    chars, tokens, sentences = "", list[Token](), list[Sentence]()
    for line in lines.strip().splitlines():
        first = len(tokens)
        for word in line.split():
            form, tag, relation, head = word.rsplit("/", 3)
            form, _, lemma = form.partition("|")
            chars += "" if not chars or form in TIGHT or chars[-1] == "(" else " "
            above = first + int(head) - 1 if int(head) else -1
            start = len(chars)
            chars += form
            tokens.append(
                Token(
                    start, len(chars), lemma or form.lower(), _upos(tag, relation), tag, "_",
                    above, relation,
                )
            )  # fmt: skip
        sentences.append(Sentence(first, len(tokens)))
    return Text(chars, (Span(0, len(chars)),), tuple(tokens), tuple(sentences))


def _upos(tag: str, relation: str) -> str:
    if tag.startswith("VB"):
        return "AUX" if relation.split(":")[0] in {"aux", "cop"} else "VERB"
    if tag == "IN" and relation == "mark":
        return "SCONJ"
    return UPOS.get(tag, "PUNCT")


def actor(name: str, type: str = "person", country: str | None = None, *said: str) -> Actor:
    """An actor; `said` are the other words that stand for it."""
    return Actor(name, type, EVIDENCE, aliases=said, country=country)


def ground(
    lines: str,
    actors: Sequence[Actor],
    *,
    groups: Mapping[str, Sequence[str]] | None = None,
    places: Mapping[str, str] | None = None,
    times: Mapping[str, str] | None = None,
) -> Ground:
    """The ground of a text: every place where an actor's name or other words stand mentions it;
    `groups` gives the members of some words by name, `places` their country (a state's own name is
    its feature), `times` the day of an expression."""
    text = tree(lines)
    cast = list(actors)
    for words, members in (groups or {}).items():
        index = tuple(n for name in members for n, a in enumerate(actors) if a.name == name)
        cast.append(Actor(words, "group", EVIDENCE, members=index))
    mentions = [
        Mention(*span, number)
        for number, one in enumerate(cast)
        for words in (one.name, *one.aliases)
        for span in spans(text.chars, words)
    ]
    return Ground(
        text,
        tuple(
            Time(day, day, Span(*span), day, "day", "stated", "given")
            for words, day in (times or {}).items()
            for span in spans(text.chars, words)
        ),
        tuple(
            Place(words, land, None, None, None, "PPL", "venue", Span(*span))
            for words, land in (places or {}).items()
            for span in spans(text.chars, words)
        ),
        tuple(cast),
        tuple(sorted(mentions, key=lambda m: (m.start, -m.end))),
    )


def spans(chars: str, words: str) -> list[tuple[int, int]]:
    """Where some words stand, whole."""
    return [m.span() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", chars)]


def report(on: Ground, published: str | None = None, title: int = 0) -> Report:
    """A report that is all body, but for the first `title` characters."""
    day = published and Time(published, published, None, published, "day", "stated", "given")
    body = Segment("body", title, len(on.text.chars))
    head = (Segment("title", 0, title),) if title else ()
    return Report("test", on.text.chars, published=day or None, segments=(*head, body))


def events(
    on: Ground,
    published: str | None = None,
    *,
    statements: Sequence[Statement] = (),
    title: int = 0,
) -> tuple[Event, ...]:
    """The events of a ground."""
    return find_events(report(on, published, title), on, tuple(statements), processes(on))


def processes(on: Ground) -> tuple[Process, ...]:
    """The processes of a ground."""
    return find_processes(on)


def agreements(on: Ground) -> tuple[Agreement, ...]:
    """The agreements of a ground."""
    return find_agreements(report(on), on, (), events(on), processes(on))


def names(on: Ground, indices: Sequence[int]) -> list[str]:
    """The names of some actors."""
    return [on.actors[index].name for index in indices]
