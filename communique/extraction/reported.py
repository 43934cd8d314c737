"""Words that an agency reports are those of whom it names, not the agency's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.extraction.citing import Citation, source_of
from communique.extraction.clauses import own_subject
from communique.extraction.cues import SPOKEN, cue_in, cue_span, verb_cue
from communique.extraction.spans import alike, overlap, within
from communique.extraction.via import is_press_name
from communique.model.text import Span, Text


def unreported(text: Text, citation: Citation, spoken: Sequence[Citation]) -> list[Citation]:
    """ "..., the envoy said, Reuters reported": the envoy's words, not the agency's."""
    reporter = _reporter(text, citation)
    if reporter is None:
        return [citation]
    found: list[Citation] = []
    for other in spoken:
        if other.source is None and not found and other.holder is not None:
            other = replace(other, source=other.holder)
        if other.cue is None or (other.source is None and not found):
            continue
        inside = within(other.cue, citation.content) or (
            same_content(citation.content[0], [other]) is other
        )
        mine = other.source is not None and overlap(other.source, reporter)
        nested = any(within(other.cue, one.content) for one in found)
        same = citation.cue is not None and overlap(other.cue, citation.cue)
        if inside and not (mine or nested or same):
            why = "the reader's content; whom the agency reports is shown by the tree"
            found.append(
                replace(other, rule=citation.rule, score=citation.score, why=why, reporter=reporter)
            )
    if not found:
        inner = _said_before(text, citation, reporter)
        found = [] if inner is None else [inner]
    return found or [citation]


def _said_before(text: Text, citation: Citation, reporter: Span) -> Citation | None:
    """ "..., the envoy pointed out", where all of it is the content of what an agency reports and
    the tree hangs both parts on the agency's verb: the words before the envoy are the envoy's."""
    start, end = citation.content[0].start, citation.content[-1].end
    for index in reversed(text.tokens_in(start, end)):
        cue = verb_cue(text, index)
        subject = None if cue is None or cue.kind not in SPOKEN else own_subject(text, index)
        if subject is None:
            continue
        source, words = source_of(text, subject, index), cue_span(text, index)
        if source is None or words.end != end or not start < source.start < words.start:
            return None
        said = text.chars[start : source.start].rstrip()
        if not said.endswith((",", ",\u201d", ',"', "?", "!")):
            return None
        content = Span(start, start + len(said.rstrip(",").rstrip()))
        why = "the reader's content; it ends in whom the agency reports"
        return replace(
            citation, source=source, cue=words, content=(content,), why=why, reporter=reporter
        )
    return None


def _reporter(text: Text, citation: Citation) -> Span | None:
    """The agency, or whoever else, that a citation's cue makes a reporter, whatever its source."""
    if citation.cue is None:
        return None
    index, cue = cue_in(text, citation.cue)
    if cue is None or cue.kind != "report":
        return None
    subject = own_subject(text, index)
    held = None if subject is None else source_of(text, subject, index)
    named = (span for span in (citation.source, held) if span is not None)
    spans = list(named)
    press = (span for span in spans if is_press_name(text.slice(span)))
    return next(press, spans[0] if spans and _is_name(text, spans[0]) else None)


def _is_name(text: Text, span: Span) -> bool:
    """Whether a reporter is called by its name: an outlet that no list has."""
    head = text.head_of(*span)
    return head is not None and text.tokens[head].upos == "PROPN"


def same_content(span: Span, citations: Sequence[Citation]) -> Citation | None:
    """The first citation that has a content as good as the same."""
    for citation in citations:
        if any(alike(span, other) for other in citation.content):
            return citation
    return None
