"""What is no statement although it looks like one: words of a title beside those of the body, and
what somebody speaks about or does, where nothing of what is said is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.extraction.citing import Citation, speaks
from communique.extraction.clauses import PASSIVE, SUBJECTS, is_passive
from communique.extraction.contents import is_infinitive
from communique.extraction.cues import cue_in
from communique.extraction.quotes import Quotation
from communique.extraction.spans import overlap
from communique.extraction.via import is_press_name
from communique.lexicon.load import words
from communique.model.text import Span, Text

_CLAUSAL = SUBJECTS | {"cop", "mark", "aux"}
_ABOUT = frozenset({"about", "on", "over", "regarding", "concerning"})
_NAMES = frozenset({"cite", "quote"})
"""Cues whose object is as often who says something as what is said: "citing an official"."""
_BARE = 2
"""Words of an infinitive without anything: "declined to comment"."""
SURE = 0.6
"""So sure of an attribution with its source, the reader is believed that "talked of trade" tells
something: of 22 such in a fifth of PolNeAR's train articles 19 are marked there."""
_LEAST_QUOTED = 2
"""The marks alone are two tokens; more in between make a noun phrase somebody's words."""


def in_one_place(text: Text, citation: Citation, titles: Sequence[Span]) -> Citation | None:
    """A citation without what lies in another title, or on the other side of the end of the title,
    than its cue; None when nothing is left."""
    anchor = citation.cue or citation.source or citation.content[-1]
    place = _place(anchor.start, titles)
    content = [part for span in citation.content if (part := _clipped(text, span, place, titles))]
    if not content:
        return None
    source = citation.source
    if source is not None and _place(source.start, titles) != place:
        source = None
    return replace(citation, source=source, content=tuple(content))


def _place(offset: int, titles: Sequence[Span]) -> Span | None:
    """The title that holds a character; None for the body."""
    return next((t for t in titles if t.start <= offset < t.end), None)


def _clipped(text: Text, span: Span, place: Span | None, titles: Sequence[Span]) -> Span | None:
    """What of a span lies in one title, or outside all of them."""
    start, end = span
    if place is not None:
        start, end = max(start, place.start), min(end, place.end)
    else:
        for title in titles:
            if overlap(Span(start, end), title):
                start, end = (title.end, end) if title.start <= start else (start, title.start)
    if start >= end:
        return None
    chars = text.chars[start:end]
    start += len(chars) - len(chars.lstrip())
    return Span(start, start + len(chars.strip())) if chars.strip() else None


def is_told(text: Text, citation: Citation, quotations: Sequence[Quotation]) -> bool:
    """Whether a citation tells something of what is said.

    Not of "referring to the dam", "asked about the dam", "signed a treaty": a thing that is spoken
    of or done, unless the reader is sure and knows by whom; nor of "is not expected to come": what
    others expect.
    """
    if citation.cue is None:
        return True
    sure = citation.rule == "reader" and citation.source is not None and citation.score >= SURE
    return any(_tells(text, citation.cue, c, quotations, sure) for c in citation.content)


def _tells(
    text: Text, span: Span, content: Span, quotations: Sequence[Quotation], sure: bool
) -> bool:
    """Whether one content of a cue tells something."""
    index, cue = cue_in(text, span)
    if index < 0 or _is_quoted(text, content, quotations):
        return True
    head = text.head_of(*content)
    if head is None:
        return True
    if is_infinitive(text, head):
        silent = len(text.tokens_in(*content)) <= _BARE and _is_deed(text, head)
        return not (silent or _is_expected(text, index))
    if not _is_thing(text, head):
        return True
    if _is_deed(text, index):
        return sure
    if text.tokens[index].lemma.lower() in _NAMES and not is_passive(text, index):
        named = speaks(text, content) or is_press_name(_bare(text.slice(content)))
        return not named
    if cue is None or not is_passive(text, index):
        return True
    # "the envoy was quoted by the agency as saying": what he says follows.
    return cue.kind != "report" and _preposition(text, span) not in _ABOUT


def _bare(words: str) -> str:
    """A name without its article."""
    return words.removeprefix("the ")


def _is_deed(text: Text, index: int) -> bool:
    return text.tokens[index].lemma.lower() in words("bare_deeds.tsv")


def _is_quoted(text: Text, content: Span, quotations: Sequence[Quotation]) -> bool:
    return any(
        overlap(content, Span(q.start, q.end))
        and len(text.tokens_in(q.start, q.end)) > _LEAST_QUOTED
        for q in quotations
    )


def _is_expected(text: Text, index: int) -> bool:
    """Of "is expected to", "are due to": by whom is not said."""
    token = text.tokens[index]
    passive = any(text.tokens[c].deprel in PASSIVE for c in text.children[index])
    return passive and token.lemma.lower() in words("evidentials.tsv")


def _is_thing(text: Text, head: int) -> bool:
    """Whether a content is a noun phrase, not a clause."""
    if text.tokens[head].upos not in ("NOUN", "PROPN", "PRON", "NUM"):
        return False
    return not any(text.tokens[c].deprel in _CLAUSAL for c in text.children[head])


def _preposition(text: Text, cue: Span) -> str | None:
    """The preposition that a cue ends in."""
    last = text.tokens_in(*cue)[-1]
    token = text.tokens[last]
    return token.lemma.lower() if token.upos in ("ADP", "SCONJ") else None
