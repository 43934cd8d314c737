"""Texts with trees, in one line a sentence, and what is found in them.

A word is written form/UPOS/head/deprel or form/UPOS/head/deprel/lemma; heads count from 1 in the
sentence, 0 is the root. A line that is empty begins a paragraph. Spaces are set as usual.
"""

from __future__ import annotations

from communique.extraction.statements import find_statements
from communique.model.findings import Actor, Evidence, Mention, Office, Statement
from communique.model.report import Report, Segment
from communique.model.text import Attribution, Name, Sentence, Span, Text, Token

_LEFT = frozenset(".,;:?!)\u201d\u2019") | {"'s", "\u2019s", "n't"}
_RIGHT = frozenset("(\u201c\u2018")
_EVIDENCE = Evidence(0, 1, "test", 1.0, "given")


def tree(lines: str) -> Text:
    """A Text from sentences in the notation above."""
    chars, tokens, sentences = "", list[Token](), list[Sentence]()
    tight, gap, quoted = True, "", False
    for line in (raw.strip() for raw in lines.strip().splitlines()):
        if not line:
            gap = "\n\n"
            continue
        first = len(tokens)
        for part in line.split():
            form, upos, head, deprel, *lemma = part.split("/")
            opening = form == '"' and not quoted
            attached = (form in _LEFT or (form == '"' and quoted)) and not gap
            chars += gap or ("" if tight or attached else " ")
            gap, tight = "", form in _RIGHT or opening
            quoted = opening if form == '"' else quoted
            tokens.append(
                Token(
                    len(chars),
                    len(chars) + len(form),
                    lemma[0] if lemma else form.lower(),
                    upos,
                    _xpos(form, upos),
                    "Tense=Past" if form in ("was", "were") else "_",
                    first + int(head) - 1 if int(head) else -1,
                    deprel,
                )
            )
            chars += form
        sentences.append(Sentence(first, len(tokens)))
    return Text(chars, (Span(0, len(chars)),), tuple(tokens), tuple(sentences))


def _xpos(form: str, upos: str) -> str:
    if upos == "VERB":
        return "VBG" if form.endswith("ing") else "VBD"
    return "WP" if form in ("who", "which") else upos


def report(text: Text) -> Report:
    """A report that is all body."""
    return Report("test", text.chars, segments=(Segment("body", 0, len(text.chars)),))


def actor(
    name: str,
    type: str = "person",
    country: str | None = None,
    members: tuple[int, ...] = (),
    title: str | None = None,
    aliases: tuple[str, ...] = (),
) -> Actor:
    """An actor; with a title it holds an office of its country."""
    offices = (Office(title, None, country, False, _EVIDENCE),) if title else ()
    return Actor(name, type, _EVIDENCE, aliases, country, offices=offices, members=members)


def span(text: Text, words: str, nth: int = 0) -> Span:
    """Where some words stand, the first time or the nth."""
    at = -1
    for _ in range(nth + 1):
        at = text.chars.index(words, at + 1)
    return Span(at, at + len(words))


def named(text: Text, words: str, type: str = "place", nth: int = 0) -> Name:
    """A name where some words stand."""
    return Name(*span(text, words, nth), type)


def mention(text: Text, words: str, actor: int, nth: int = 0) -> Mention:
    """A mention where some words stand."""
    return Mention(*span(text, words, nth), actor)


def cited(
    text: Text, source: str | None, cue: str | None, *content: str, nth: int = 0
) -> Attribution:
    """An attribution of the reader."""
    return Attribution(
        span(text, source, nth) if source else None,
        span(text, cue) if cue else None,
        tuple(span(text, words) for words in content),
        0.9,
    )


def statements(
    text: Text, actors: tuple[Actor, ...] = (), mentions: tuple[Mention, ...] = ()
) -> tuple[Statement, ...]:
    """The statements of a report that is all body."""
    return find_statements(report(text), text, actors, mentions)
