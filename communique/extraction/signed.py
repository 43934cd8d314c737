"""Quotations that are signed: the words, a dash, and the name of who said them.

As letters, comments and lists of voices are printed: no verb tells whose words they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from communique.extraction.citing import Citation
from communique.extraction.contents import words_in
from communique.extraction.quotes import Quotation
from communique.extraction.spans import overlap
from communique.model.text import Span, Text

FEWEST_WORDS = 3
"""A quotation of fewer words before a dash is as often a title or a nickname."""
_SIGNED = re.compile(r"\s*(?P<dash>[\u2015\u2014\u2013-]{1,2})\s*(?=[^\W\d_])")
_AFTER = re.compile(r"\s*(?:$|\n|[,.;(\u201c\"\u201d])")


def signed(text: Text, quotations: Sequence[Quotation]) -> list[Citation]:
    """Every signed quotation as a citation; its cue is the dash."""
    found = []
    for quotation in quotations:
        match = _SIGNED.match(text.chars, quotation.end)
        if not match or not quotation.closed or words_in(text, quotation) < FEWEST_WORDS:
            continue
        name = _signature(text, match.end())
        if name is None or not _opens(text, quotation):
            continue
        found.append(
            Citation(
                source=name,
                cue=Span(match.start("dash"), match.end("dash")),
                content=(Span(quotation.start, quotation.end),),
                rule="quotation-signed",
                score=0.9,
                why="a quotation, a dash and the name of who signs it",
            )
        )
    return found


def without_signed(read: Sequence[Citation], found: Sequence[Citation]) -> list[Citation]:
    """Citations without what signed quotations hold."""
    taken = [span for one in found for span in one.spans()]
    kept = []
    for citation in read:
        content = tuple(s for s in citation.content if not any(overlap(s, t) for t in taken))
        if content:
            kept.append(replace(citation, content=content))
    return kept


def _opens(text: Text, quotation: Quotation) -> bool:
    """Whether a quotation begins its line, or follows the signature of the one before."""
    before = text.chars[: quotation.start].rstrip(" \u00a0\t")
    if not before or before.endswith("\n"):
        return True
    inside = text.tokens_in(quotation.start, quotation.end)
    return bool(inside) and inside[0] == text.sentences[text.sentence_of[inside[0]]].first


def _signature(text: Text, at: int) -> Span | None:
    """The name that begins at a character and ends its line, or is followed by a mark."""
    inside = text.tokens_in(at, at + 1)
    if not inside or text.tokens[inside[0]].upos != "PROPN":
        return None
    last = inside[0]
    while last + 1 < len(text.tokens) and _goes_on(text, last):
        last += 1
    end = text.tokens[last].end
    return Span(text.tokens[inside[0]].start, end) if _AFTER.match(text.chars, end) else None


def _goes_on(text: Text, index: int) -> bool:
    """Whether the next token is of the same name: proper, on the same line."""
    here, after = text.tokens[index], text.tokens[index + 1]
    between = text.chars[here.end : after.start]
    return "\n" not in between and after.upos == "PROPN"
