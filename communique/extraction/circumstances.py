"""The occasion of each statement of a report: its own, its paragraph's, or one told apart."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from communique.extraction.clauses import SUBJECTS, subject
from communique.extraction.occasions import made_remarks, occasion_in, told_occasion
from communique.extraction.said import Said
from communique.extraction.speakers import Mentions
from communique.model.text import Span

LEAD_SENTENCES = 3
"""A sentence about the remarks that stands among these first ones is about the whole report."""
_BEFORE, _AFTER = 4, 1
"""Sentences before and after a later sentence about the remarks that it speaks of."""


def give_occasions(mentions: Mentions, said: Sequence[Said], paragraphs: Sequence[Span]) -> None:
    """Sets the occasion of each, where the report names one."""
    text = mentions.text
    starts = [p.start for p in paragraphs]
    for number, one in enumerate(said):
        taken = [
            span
            for other in said
            if other.first <= one.place <= other.last
            for span in other.citation.content
        ]
        one.occasion = occasion_in(text, one.place, taken)
        if one.occasion is None and _is_phrase(mentions, one):
            one.occasion = occasion_in(text, one.place, [])
        if one.occasion is None and one.cue is not None and "object" in one.cue.told:
            one.occasion = told_occasion(text, one.word)
        if one.occasion is None and number and _goes_on(one, said[number - 1], starts):
            one.occasion = said[number - 1].occasion
    for sentence in range(len(text.sentences)):
        verb = made_remarks(text, sentence)
        occasion = None if verb is None else occasion_in(text, sentence, [])
        if verb is not None and occasion is not None:
            _from_remarks(mentions, said, sentence, verb, occasion)


def _is_phrase(mentions: Mentions, one: Said) -> bool:
    """Whether what is said is a phrase, not a clause: an occasion at its end is that of the saying
    ("voiced support for the plan at a news conference")."""
    text = mentions.text
    inside = [i for start, end in one.citation.content for i in text.tokens_in(start, end)]
    return not any(text.tokens[i].deprel in SUBJECTS or text.word(i) in '\u201c"' for i in inside)


def _goes_on(one: Said, previous: Said, starts: Sequence[int]) -> bool:
    """Whether the same speakers go on in the same paragraph."""
    same = bisect_right(starts, one.anchor.start) == bisect_right(starts, previous.anchor.start)
    return same and bool(one.speakers) and one.speakers == previous.speakers


def _from_remarks(
    mentions: Mentions, said: Sequence[Said], sentence: int, verb: int, occasion: Span
) -> None:
    """Of "she made the remarks at ...": the occasion of what she is reported to have said."""
    speakers = _remark_speakers(mentions, said, sentence, verb)
    for one in said:
        near = sentence <= LEAD_SENTENCES or -_BEFORE <= one.first - sentence <= _AFTER
        if one.occasion is None and near and speakers and one.speakers == speakers:
            one.occasion = occasion


def _remark_speakers(
    mentions: Mentions, said: Sequence[Said], sentence: int, verb: int
) -> tuple[int, ...]:
    head = subject(mentions.text, verb)
    found = () if head is None else mentions.members(mentions.in_phrase(head))
    if found:
        return found
    before = [s.speakers for s in said if s.last < sentence and s.speakers]
    return before[-1] if before else ()
