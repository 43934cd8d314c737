"""Who said what, in which words, to whom, on what occasion, about what."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from communique.extraction.agreeing import agreed, is_spoken
from communique.extraction.citing import Citation, find_citations, holder_of, univocal
from communique.extraction.clauses import (
    ADDRESSED,
    OBJECTS,
    asides,
    child,
    is_passive,
    lemma,
    subject,
)
from communique.extraction.cues import Cue, cue_in
from communique.extraction.issues import issues_of, state_of_code
from communique.extraction.joint import paper_speakers
from communique.extraction.occasions import made_remarks, occasion_in, told_occasion
from communique.extraction.quotes import Quotation, find_quotations, form_of, paragraphs
from communique.extraction.running import free_indirect, running_quotations
from communique.extraction.speakers import (
    PRONOUNS,
    SEVERAL,
    Mentions,
    addressees_of,
    is_pronoun,
    speakers_in,
)
from communique.extraction.stances import stances_of
from communique.extraction.topics import topics_in, topics_of_talks
from communique.extraction.via import via_of
from communique.model.findings import Actor, Evidence, Mention, Statement
from communique.model.report import Report
from communique.model.text import Span, Text

ALONE = 0.4
"""A content of the reader with neither cue nor source must be this sure: below, 26 of 138 are right
on PolNeAR's development articles, and it would be a statement of nobody."""
REACH = 2
"""Sentences back to which a pronoun, or a cue without a subject, looks for its speaker."""


def find_statements(
    report: Report, text: Text, actors: tuple[Actor, ...], mentions: tuple[Mention, ...]
) -> tuple[Statement, ...]:
    """Every statement of the report's prose, sorted by where its content begins.

    The model's attributions come first, with their spans as they are; rules add what it missed.
    """
    if not text.tokens:
        return ()
    return _Finder(report, text, Mentions(text, actors, mentions)).statements()


@dataclass
class _Said:
    """A citation while it is being resolved."""

    citation: Citation
    sentence: int
    last: int
    word: int = -1
    cue: Cue | None = None
    speakers: tuple[int, ...] = ()
    how: str = ""
    joint: bool = False
    occasion: Span | None = None
    outside: list[Span] = field(default_factory=list)


class _Finder:
    """The statements of one report while they are being found."""

    def __init__(self, report: Report, text: Text, mentions: Mentions) -> None:
        self.report, self.text, self.mentions = report, text, mentions
        self.paragraphs = paragraphs(text)
        self.quotations: tuple[Quotation, ...] = find_quotations(text, self.paragraphs)
        self.topics = topics_of_talks(text)
        self.titles = [s for s in report.segments if s.kind == "title"]

    def statements(self) -> tuple[Statement, ...]:
        """All of them, in order."""
        said = self._resolved(self._citations())
        extra = free_indirect(
            self.text, self.paragraphs, [(s.citation, s.speakers, s.cue) for s in said]
        )
        if extra:
            said = self._resolved(sorted([*(s.citation for s in said), *extra], key=_order))
        self._find_occasions(said)
        return tuple(self._statement(one) for one in said)

    # ------------------------------------------------------------ citations

    def _citations(self) -> list[Citation]:
        text = self.text
        read = [
            Citation(a.source, a.cue, a.content, "reader", a.score, "the reader's attribution")
            for a in text.attributions
            if a.content and (a.cue or a.source or a.score >= ALONE)
        ]
        found = find_citations(text, self.quotations)
        found = [c for c in found if not self._in_title(c)]
        if read:
            read = agreed(text, read, found, self.quotations)
            found = _missed([c for c in univocal(found) if is_spoken(text, c)], read)
        else:
            found = univocal(found)
        known = sorted([*read, *found], key=_order)
        known.extend(running_quotations(text, self.paragraphs, self.quotations, known))
        return sorted(known, key=_order)

    def _in_title(self, citation: Citation) -> bool:
        return any(t.start <= citation.start < t.end for t in self.titles)

    # ------------------------------------------------------------ speakers

    def _resolved(self, citations: Iterable[Citation]) -> list[_Said]:
        found: list[_Said] = []
        for citation in citations:
            one = self._said(citation)
            self._find_speakers(one, found)
            found.append(one)
        return found

    def _said(self, citation: Citation) -> _Said:
        text = self.text
        anchor = citation.cue or citation.content[0]
        sentence = text.sentence_at(anchor.start) or 0
        numbers = [text.sentence_at(s.start) or 0 for s in citation.spans()]
        numbers += [text.sentence_at(s.end - 1) or 0 for s in citation.spans()]
        one = _Said(citation, min([sentence, *numbers]), max([sentence, *numbers]))
        if citation.cue is not None:
            one.word, one.cue = cue_in(text, citation.cue)
        one.outside = list(citation.spans())
        return one

    def _find_speakers(self, one: _Said, before: Sequence[_Said]) -> None:
        citation, text = one.citation, self.text
        if self._is_asked(one):
            return  # "asked about the raid, ...": by whom is not said
        source = citation.source or citation.holder or self._held(one)
        previous = before[-1] if before else None
        if source is not None:
            one.speakers, one.how = paper_speakers(self.mentions, source, citation.content)
        if one.speakers:
            pass
        elif quoted := self._quoted(one, before):
            one.speakers, one.how = quoted, "the one who is quoted"
        elif citation.follows and previous is not None:
            one.speakers, one.how = previous.speakers, "the speaker goes on"
        elif source is not None:
            one.speakers = speakers_in(self.mentions, source)
            one.how = f"\u201c{_short(text.slice(source))}\u201d"
            if not one.speakers and is_pronoun(text, source):
                self._from_before(one, before, text.slice(source).lower() in SEVERAL)
            elif not one.speakers and citation.source is None:
                self._from_before(one, before, None)
        else:
            self._from_before(one, before, None)
        one.joint = len(one.speakers) > 1

    def _is_asked(self, one: _Said) -> bool:
        told = one.cue is not None and "object" in one.cue.told and one.citation.source is None
        return told and is_passive(self.text, one.word)

    def _quoted(self, one: _Said, before: Sequence[_Said]) -> tuple[int, ...]:
        """Of "the agency quoted her as saying": her."""
        if one.word < 0 or one.cue is None or one.cue.kind != "report":
            return ()
        below = child(self.text, one.word, OBJECTS | ADDRESSED)
        if below is None or is_passive(self.text, one.word):
            return ()
        actor = self.mentions.named_by(below)
        if actor is not None and self.mentions.actors[actor].type == "person":
            return (actor,)
        if actor is None and lemma(self.text, below) in PRONOUNS | {"him", "her"}:
            people = (s.speakers for s in reversed(before) if one.sentence - s.last <= REACH)
            return next((p for p in people if len(p) == 1), ())
        return ()

    def _held(self, one: _Said) -> Span | None:
        """The subject that a cue without a source shares with the clause it hangs on."""
        if one.word < 0 or self.text.tokens[one.word].upos != "VERB":
            return None
        return holder_of(self.text, one.word)

    def _from_before(self, one: _Said, before: Sequence[_Said], several: bool | None) -> None:
        """The speaker of the last statement near by; of the right number where that is known."""
        for earlier in reversed(before):
            if one.sentence - earlier.last > REACH:
                return
            fits = several is None or (len(earlier.speakers) > 1) == several
            if earlier.speakers and fits:
                one.speakers, one.how = earlier.speakers, "the speaker of the statement before"
                return

    # ------------------------------------------------------------ occasions

    def _find_occasions(self, said: Sequence[_Said]) -> None:
        for number, one in enumerate(said):
            sentence = self._cue_sentence(one)
            taken = [s for other in said for s in other.outside if _same(other, sentence)]
            one.occasion = occasion_in(self.text, sentence, taken)
            if one.occasion is None and one.cue is not None and "object" in one.cue.told:
                one.occasion = told_occasion(self.text, one.word)
            previous = said[number - 1] if number else None
            if one.occasion is None and previous is not None and self._goes_on(one, previous):
                one.occasion = previous.occasion
        self._from_remarks(said)

    def _cue_sentence(self, one: _Said) -> int:
        anchor = one.citation.cue or one.citation.content[0]
        return self.text.sentence_at(anchor.start) or 0

    def _goes_on(self, one: _Said, previous: _Said) -> bool:
        same = one.speakers == previous.speakers and bool(one.speakers)
        return same and self._paragraph(one) == self._paragraph(previous)

    def _paragraph(self, one: _Said) -> int:
        anchor = one.citation.cue or one.citation.content[0]
        return bisect_right([p.start for p in self.paragraphs], anchor.start)

    def _from_remarks(self, said: Sequence[_Said]) -> None:
        """ "She made the remarks at ...": the occasion of what she is reported to have said."""
        for sentence in range(len(self.text.sentences)):
            verb = made_remarks(self.text, sentence)
            if verb is None:
                continue
            occasion = occasion_in(self.text, sentence, [])
            if occasion is None:
                continue
            speakers = self._remark_speakers(verb, sentence, said)
            for one in said:
                near = sentence <= 3 or -4 <= one.sentence - sentence <= 1
                if one.occasion is None and near and speakers and one.speakers == speakers:
                    one.occasion = occasion

    def _remark_speakers(self, verb: int, sentence: int, said: Sequence[_Said]) -> tuple[int, ...]:
        head = subject(self.text, verb)
        found: tuple[int, ...] = ()
        if head is not None:
            found = self.mentions.members(self.mentions.in_phrase(head))
        if not found:
            before = [s.speakers for s in said if s.last < sentence and s.speakers]
            found = before[-1] if before else ()
        return found

    # ------------------------------------------------------------ the statement

    def _statement(self, one: _Said) -> Statement:
        text, citation = self.text, one.citation
        addressees = addressees_of(self.mentions, one.word, one.cue)
        own = {self.mentions.actors[a].name for a in one.speakers}
        own |= self._own_states(one.speakers)
        return Statement(
            form=form_of(text.chars, citation.content, self.quotations),
            content=citation.content,
            text=" \u2026 ".join(text.slice(span) for span in citation.content),
            evidence=self._evidence(one),
            speakers=one.speakers,
            addressees=tuple(a for a in addressees if a not in one.speakers),
            joint=one.joint,
            source=citation.source,
            cue=citation.cue,
            occasion=text.slice(one.occasion) if one.occasion else None,
            issues=self._issues(one, own),
            stances=stances_of(self.mentions, citation.content, citation.cue, one.speakers),
            via=via_of(self.mentions, one.sentence, one.last, one.speakers),
        )

    def _issues(self, one: _Said, own: set[str]) -> tuple[str, ...]:
        """Of the content, and of what the sentence says it is about ("asked about prisoners")."""
        spans = list(one.citation.content)
        if one.word >= 0:
            spans += asides(self.text, one.word)
        named = topics_in(self.text, spans, self.topics)
        return issues_of(self.text, spans, own, named)

    def _own_states(self, speakers: Sequence[int]) -> set[str]:
        codes = [self.mentions.actors[a].country for a in speakers]
        return {name for name in map(state_of_code, codes) if name is not None}

    def _evidence(self, one: _Said) -> Evidence:
        start = self.text.sentence_span(one.sentence).start
        end = self.text.sentence_span(one.last).end
        who = ", ".join(self.mentions.actors[a].name for a in one.speakers)
        read = f"; {one.how} is {who}" if who else "; nobody known stands for its source"
        why = one.citation.why + (read if one.how or not who else f"; {who}")
        return Evidence(start, end, one.citation.rule, round(one.citation.score, 3), why)


def _same(other: _Said, sentence: int) -> bool:
    return other.sentence <= sentence <= other.last


def _order(citation: Citation) -> tuple[int, int, str]:
    return citation.start, max(s.end for s in citation.content), citation.rule


def _short(words: str) -> str:
    return words if len(words) <= 60 else words[:57] + "\u2026"


def _missed(found: Sequence[Citation], read: Sequence[Citation]) -> list[Citation]:
    """The citations that share no word with any attribution of the reader."""
    taken = sorted(span for citation in read for span in citation.spans())
    return [c for c in found if not any(_touch(span, taken) for span in _core(c))]


def _core(citation: Citation) -> list[Span]:
    return [*citation.content, *([citation.cue] if citation.cue else [])]


def _touch(span: Span, taken: Sequence[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in taken)
