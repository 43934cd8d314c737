"""Whose words they are, where the sentence alone does not say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from communique.extraction.citing import Citation, holder_of
from communique.extraction.clauses import (
    ADDRESSED,
    OBJECTS,
    PASSIVE,
    child,
    is_passive,
    lemma,
)
from communique.extraction.cues import SPOKEN
from communique.extraction.joint import holders_in, paper_speakers
from communique.extraction.said import Said, said
from communique.extraction.speakers import PRONOUNS, SEVERAL, Mentions, is_pronoun, speakers_in
from communique.lexicon.load import words
from communique.model.text import Span

REACH = 2
"""Sentences back to which a pronoun, or a cue without a subject, looks for its speaker."""
_SINGULAR = {"he": "she", "she": "he"}
_OBJECTIVE = PRONOUNS | {"him", "her"}
_LONGEST = 60
"""Characters of a source that are repeated in the words on how it was read."""


def with_speakers(mentions: Mentions, citations: Iterable[Citation]) -> list[Said]:
    """Citations, in order, with their speakers; a speaker may be that of the one before."""
    found: list[Said] = []
    for citation in citations:
        one = said(mentions.text, citation)
        one.speakers, one.how = _speakers(mentions, one, found)
        found.append(one)
    return found


Found = tuple[tuple[int, ...], str]


def _speakers(mentions: Mentions, one: Said, before: Sequence[Said]) -> Found:
    """The speakers of a citation, and how that is known."""
    citation, text = one.citation, mentions.text
    if _is_spoken_to(mentions, one) or (citation.source is None and _is_anybodys(mentions, one)):
        return (), ""
    source = citation.source or citation.holder or _held(mentions, one)
    if citation.source is not None and text.sentence_at(citation.source.start) != one.place:
        source = _held(mentions, one) or source
    if source is not None:
        found, how = paper_speakers(mentions, source, citation.content)
        if found:
            return found, how
    quoted = _quoted(mentions, one, before)
    if quoted:
        return quoted, "the one who is quoted"
    if citation.follows and before:
        return before[-1].speakers, "the speaker goes on"
    if source is None:
        return _from_before(one, before, None)
    going_on = _same_person(mentions, one, source, before)
    if going_on:
        return going_on, f"\u201c{text.slice(source)}\u201d after a statement of one person"
    found = speakers_in(mentions, source) or holders_in(mentions, source)
    if found:
        return found, f"\u201c{_short(text.slice(source))}\u201d"
    if is_pronoun(text, source):
        return _from_before(one, before, text.slice(source).lower() in SEVERAL)
    return (), ""


def _is_spoken_to(mentions: Mentions, one: Said) -> bool:
    """Of "asked about the raid, ...", "the envoy was told that ...": by whom is not said."""
    text = mentions.text
    if one.cue is None or one.cue.kind not in SPOKEN or not is_passive(text, one.word):
        return False
    if one.cue.kind == "report":  # "the envoy was quoted as saying"
        return False
    source = one.citation.source
    head = None if source is None else text.head_of(*source)
    return head is None or text.tokens[head].deprel in PASSIVE


def _is_anybodys(mentions: Mentions, one: Said) -> bool:
    """Of "it appeared that ...", "is expected to ...": nobody's words."""
    if one.word < 0:
        return False
    evident = lemma(mentions.text, one.word) in words("evidentials.tsv")
    passive = is_passive(mentions.text, one.word)
    return evident and passive if one.cue is not None else evident or passive


def _quoted(mentions: Mentions, one: Said, before: Sequence[Said]) -> tuple[int, ...]:
    """Of "the agency quoted her as saying": her."""
    if one.word < 0 or one.cue is None or one.cue.kind != "report":
        return ()
    below = child(mentions.text, one.word, OBJECTS | ADDRESSED)
    if below is None or is_passive(mentions.text, one.word):
        return ()
    actor = mentions.named_by(below)
    if actor is not None:
        return (actor,) if mentions.actors[actor].type == "person" else ()
    if lemma(mentions.text, below) in _OBJECTIVE:
        return _from_before(one, before, False)[0]
    return ()


def _held(mentions: Mentions, one: Said) -> Span | None:
    """The subject that a cue without a source shares with the clause it hangs on."""
    if one.word < 0 or mentions.text.tokens[one.word].upos != "VERB":
        return None
    return holder_of(mentions.text, one.word)


def _from_before(one: Said, before: Sequence[Said], several: bool | None) -> Found:
    """The speakers of the last statement near by; of the right number where that is known."""
    for earlier in reversed(before):
        if one.first - earlier.last > REACH:
            break
        fits = several is None or (len(earlier.speakers) > 1) == several
        if earlier.speakers and fits:
            return earlier.speakers, "the speaker of the statement before"
    return (), ""


def _same_person(
    mentions: Mentions, one: Said, source: Span, before: Sequence[Said]
) -> tuple[int, ...]:
    """Of "he said" right after a statement: whoever made it, unless a woman did."""
    pronoun = mentions.text.slice(source).lower()
    if pronoun not in _SINGULAR or not before or one.first - before[-1].last > 1:
        return ()
    previous = before[-1].speakers
    if len(previous) != 1 or mentions.actors[previous[0]].type != "person":
        return ()
    other = _SINGULAR[pronoun]
    called = {
        mentions.text.slice((m.start, m.end)).lower()
        for m in mentions.all
        if m.actor == previous[0] and m.end < source.start
    }
    return () if other in called else previous


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "\u2026"
