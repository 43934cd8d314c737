"""Sentences as texts, without writing a tree: words are cut at blanks and marks, and tagged by
their looks. Where a rule asks the parser, a word is written `word/UPOS/deprel/head` (head counts
from 1 in the sentence, 0 is the root), with `word|lemma` where the lemma is another.

`read("President Ana Rojas of Chile spoke.", "Ana Rojas")` gives the actors and mentions; names
are persons unless given as ("Ana Rojas", "organization").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from communique.extraction.actors import find_actors
from communique.extraction.view import View, view_of
from communique.model.findings import Actor, Mention
from communique.model.text import Name, Sentence, Span, Text, Token
from tests import build

_WORD = re.compile(r"[^\s/\"]+/[A-Z]+/[a-z:]+/\d+|[^\W_]+(?:\.[^\W_]+)+\.?|['’]s\b|[^\W_]+|[^\w\s]")
_CLOSED = {
    "DET": "the a an this that these those both",
    "ADP": "of in to for with by at from on between after before as about under",
    "CCONJ": "and or but",
    "PRON": "he she it they him her his its their them who i my we our us me",
    "AUX": "is was were are has have had be been will would",
    "VERB": "said met told added signed agreed discussed welcomed succeeded appointed heads asked",
    "ADJ": "foreign top senior former new joint national nuclear terrorist armed",
    "ADV": "also again now then formerly currently",
    "NUM": "two three four",
}
_TAGS = {word: tag for tag, words in _CLOSED.items() for word in words.split()}

Named = str | tuple[str, str]


@dataclass
class Found:
    """What was found in a text."""

    text: Text
    actors: tuple[Actor, ...]
    mentions: tuple[Mention, ...]

    def actor(self, name: str) -> Actor:
        """The actor of a name or alias."""
        return next(a for a in self.actors if name in (a.name, *a.aliases))

    def names(self, type: str | None = None) -> list[str]:
        """The names of the actors, in order."""
        return [a.name for a in self.actors if type in (None, a.type)]

    def who(self, words: str, nth: int = 0) -> str | None:
        """The name of the actor that some words of the text stand for."""
        start = -1
        for _ in range(nth + 1):
            start = self.text.chars.index(words, start + 1)
        for m in self.mentions:
            if (m.start, m.end) == (start, start + len(words)):
                return self.actors[m.actor].name
        return None


def plain(sentences: str, *names: Named) -> Text:
    """A text; sentences end at line breaks."""
    chars, tokens, ranges = "", list[Token](), list[Sentence]()
    for line in sentences.strip().split("\n"):
        chars += "\n" if chars else ""
        first, last = len(tokens), 0
        line = line.strip()
        for match in _WORD.finditer(line):
            chars += line[last : match.start()]
            last = match.end()
            form, *tags = match.group().split("/")
            form, _, lemma = form.partition("|")
            upos, deprel, head = tags or (_upos(form), "dep", "0")
            above = first + int(head) - 1 if int(head) else -1
            if not tags and upos == "PROPN" and line[last : last + 2].strip()[:1].isupper():
                deprel, above = "compound", len(tokens) + 1
            start = len(chars)
            chars += form
            tokens.append(
                Token(start, len(chars), lemma or form.lower(), upos, "_", "_", above, deprel)
            )
        ranges.append(Sentence(first, len(tokens)))
    found = [_named(chars, name) for name in names]
    spans = sorted({span for group in found for span in group}, key=lambda n: n.start)
    return Text(chars, (Span(0, len(chars)),), tuple(tokens), tuple(ranges), tuple(spans))


def _named(chars: str, name: Named) -> list[Name]:
    word, kind = (name, "person") if isinstance(name, str) else name
    return [Name(m.start(), m.end(), kind) for m in re.finditer(re.escape(word), chars)]


def _upos(form: str) -> str:
    if not form[0].isalnum():
        return "PART" if form in {"'s", "’s"} else "PUNCT"
    return _TAGS.get(form.lower(), "PROPN" if form[0].isupper() else "NOUN")


def view(sentences: str, *names: Named) -> View:
    """The view of a text."""
    return view_of(plain(sentences, *names))


def read(sentences: str, *names: Named) -> Found:
    """The actors of a text and their mentions."""
    text = plain(sentences, *names)
    return Found(text, *find_actors(build.report(text.chars), text, ()))
