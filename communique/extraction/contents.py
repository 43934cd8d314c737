"""What is said: the clause, the quotation, the infinitive or the object that a cue leads to."""

from __future__ import annotations

from collections.abc import Sequence

from communique.extraction.clauses import (
    OBJECTS,
    QUOTE_MARKS,
    child,
    lemma,
    obliques,
    runs,
    subtree,
)
from communique.extraction.cues import Cue, verb_cue
from communique.extraction.quotes import Quotation, quotation_at
from communique.model.text import Span, Text

QUOTE_WORDS = 3
"""A quotation of fewer words is a phrase inside somebody's sentence, not a statement."""


LEAD = 4
"""Characters between a colon and the quotation that it leads to: white space, a line's end."""
Content = tuple[tuple[Span, ...], int | None, str]
_NOTHING: Content = ((), None, "")
_PREDICATES = frozenset({"VERB", "ADJ", "NOUN", "AUX", "PROPN", "PRON"})


def content_of(text: Text, index: int, cue: Cue, quotations: Sequence[Quotation]) -> Content:
    """What is said: its spans, the preposition that leads to it, and how it was found."""
    for position in cue.content:
        found = _at_position(text, index, cue, position, quotations)
        if found[0]:
            return found
    return _NOTHING


def _at_position(
    text: Text, index: int, cue: Cue, position: str, quotations: Sequence[Quotation]
) -> Content:
    if position == "clause":
        return _clause(text, index, quotations)
    if position == "quote":
        return _beside(text, index, quotations)
    if position == "to":
        below = child(text, index, frozenset({"xcomp"}))
        if below is None and cue.kind == "ask":  # "called on both to stay"
            below = child(text, index, frozenset({"advcl"}))
        if below is not None and below > index and is_infinitive(text, below):
            return grown(text, runs(text, subtree(text, below)), quotations), None, "to"
        return _NOTHING
    if position == "object":
        below = child(text, index, OBJECTS)
        if below is None or text.tokens[below].upos == "PRON":
            return _NOTHING
        return grown(text, runs(text, subtree(text, below)), quotations), None, "object"
    for oblique in obliques(text, index):
        if oblique.preposition == position:
            spans = runs(text, subtree(text, oblique.head, {oblique.at}))
            return grown(text, spans, quotations), oblique.at, "preposition"
    return _NOTHING


def _clause(text: Text, index: int, quotations: Sequence[Quotation]) -> Content:
    below = child(text, index, frozenset({"ccomp"}))
    if below is not None:
        how = "clause" if below > index else "before"
        without = _after(text, below, index) if how == "before" else []
        spans = runs(text, subtree(text, below, without))
        return grown(text, spans, quotations), None, how
    head = text.tokens[index].head
    beside = text.tokens[index].deprel == "parataxis" and head >= 0
    if beside and text.tokens[head].upos != "PUNCT" and verb_cue(text, head) is None:
        spans = runs(text, subtree(text, head, {index, *_after(text, head, index)}))
        return grown(text, spans, quotations), None, "before"
    for below in text.children[index]:
        if text.tokens[below].deprel == "parataxis" and text.tokens[below].upos in _PREDICATES:
            spans = runs(text, subtree(text, below))
            how = "clause" if below > index else "before"
            return grown(text, spans, quotations), None, how
    return _NOTHING


def _after(text: Text, head: int, cue: int) -> list[int]:
    """What tells of the saying, although it hangs on what is said: "..., she said after talks"."""
    return [
        below
        for below in text.children[head]
        if below > cue
        and text.tokens[below].deprel.partition(":")[0] in ("obl", "prep", "advcl")
        and text.tokens[subtree(text, below)[0]].upos in ("ADP", "VERB", "SCONJ")
        and text.tokens[subtree(text, below)[0] - 1].upos != "PUNCT"
    ]


def _beside(text: Text, index: int, quotations: Sequence[Quotation]) -> Content:
    """The quotation that the sentence of a cue holds, or that a colon after it leads to."""
    sentence = text.sentence_span(text.sentence_of[index])
    leads = text.chars[sentence.end - 1] in ":,"
    reach = sentence.end + LEAD if leads else sentence.end
    for quotation in quotations:
        if quotation.start >= reach:
            break
        if quotation.end > sentence.start:
            near = quotation.start >= sentence.end or _near(text, index, quotation)
            if near and words_in(text, quotation) >= QUOTE_WORDS:
                return (Span(quotation.start, quotation.end),), None, "quotation"
    return _NOTHING


def _near(text: Text, index: int, quotation: Quotation) -> bool:
    """Whether only punctuation, the subject, its own adverbs or addressee stand in between."""
    token = text.tokens[index]
    if quotation.start >= token.end:
        between = text.tokens_in(token.end, quotation.start)
        if between and text.word(between[-1]) == ":":
            return True
    else:
        between = text.tokens_in(quotation.end, token.start)
    own = set(subtree(text, index))
    return len(between) <= 12 and all(text.tokens[i].upos == "PUNCT" or i in own for i in between)


def words_in(text: Text, quotation: Quotation | Span) -> int:
    """How many words a stretch of characters holds, punctuation left out."""
    inside = text.tokens_in(quotation.start, quotation.end)
    return sum(text.tokens[i].upos != "PUNCT" for i in inside)


def grown(text: Text, spans: tuple[Span, ...], quotations: Sequence[Quotation]) -> tuple[Span, ...]:
    """Spans with the quotation marks that belong to them: a span that is mostly one quotation
    becomes that quotation, and a mark whose partner stands outside is dropped."""
    found: list[Span] = []
    for span in spans:
        grown = _to_marks(text, span, quotations)
        if grown is None or (found and grown.start < found[-1].end):
            continue
        found.append(grown)
    return tuple(found)


def _to_marks(text: Text, span: Span, quotations: Sequence[Quotation]) -> Span | None:
    start, end = span
    first, last = quotation_at(quotations, start), quotation_at(quotations, end - 1)
    if first is not None and (start - first.start <= 2 or first.end <= end + 2 or first == last):
        start = first.start
    if last is not None and (last.end - end <= 3 or last.start >= start - 2):
        end = last.end
    chars = text.chars
    while start < end and chars[start] in QUOTE_MARKS and quotation_at(quotations, start) is None:
        start += 1
    while start < end and chars[end - 1] in QUOTE_MARKS and not _is_end(quotations, end):
        end -= 1
    return Span(start, end) if start < end else None


def _is_end(quotations: Sequence[Quotation], end: int) -> bool:
    return quotation_at(quotations, end - 1) is not None


def is_infinitive(text: Text, index: int) -> bool:
    """An infinitive: in "refused to say", "it is fair to say" nobody says anything."""
    return any(
        text.tokens[below].upos == "PART" and lemma(text, below) == "to"
        for below in text.children[index]
        if below < index
    )
