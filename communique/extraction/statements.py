"""Who said what, in which words, to whom, on what occasion, about what."""

from __future__ import annotations

from collections.abc import Sequence

from communique.extraction.agreeing import agreed, is_spoken
from communique.extraction.circumstances import give_occasions
from communique.extraction.citing import Citation, find_citations, speaks, univocal
from communique.extraction.clauses import asides
from communique.extraction.deciding import word_at
from communique.extraction.issues import issues_of, state_of_code
from communique.extraction.quotes import find_quotations, form_of, paragraphs
from communique.extraction.running import free_indirect, running_quotations
from communique.extraction.said import Said
from communique.extraction.sifting import in_one_place, is_told
from communique.extraction.signed import signed, without_signed
from communique.extraction.spans import touches
from communique.extraction.speakers import Mentions, addressees_of, recipients_of, speakers_in
from communique.extraction.stances import stances_of
from communique.extraction.topics import topics_in, topics_of_talks
from communique.extraction.via import via_of
from communique.extraction.whose import with_speakers
from communique.model.findings import Actor, Evidence, Mention, Statement, Word
from communique.model.report import Report
from communique.model.text import Span, Text

ALONE = 0.4
"""A content of the reader with neither cue nor source must be this sure: below, 30 of 94 are right
on PolNeAR's development articles, and it would be a statement of nobody."""


def find_statements(
    report: Report, text: Text, actors: tuple[Actor, ...], mentions: tuple[Mention, ...]
) -> tuple[Statement, ...]:
    """Every statement of the report's prose, sorted by where its content begins.

    The model's attributions come first, put right by the tree; rules add what it missed.
    """
    if not text.tokens:
        return ()
    return _Finder(report, text, Mentions(text, actors, mentions)).statements()


class _Finder:
    """The statements of one report while they are being found."""

    def __init__(self, report: Report, text: Text, mentions: Mentions) -> None:
        self.text, self.mentions, self.names = text, mentions, mentions.of_names()
        self.paragraphs = paragraphs(text)
        self.quotations = find_quotations(text, self.paragraphs)
        self.topics = topics_of_talks(text)
        self.titles = [Span(s.start, s.end) for s in report.segments if s.kind == "title"]

    def statements(self) -> tuple[Statement, ...]:
        """All of them, in order."""
        citations = self._citations()
        said = with_speakers(self.mentions, citations)
        known = [(s.citation, s.speakers, s.cue) for s in said]
        extra = free_indirect(self.text, known)
        if extra:
            said = with_speakers(self.mentions, sorted([*citations, *extra], key=_order))
        give_occasions(self.mentions, said, self.paragraphs)
        return tuple(self._statement(one) for one in said)

    def _citations(self) -> list[Citation]:
        """Who is cited as saying what: by the reader, by the tree, and what runs on from these."""
        text = self.text
        read = [
            Citation(a.source, a.cue, a.content, "reader", a.score, "the reader's attribution")
            for a in text.attributions
            if a.content and (a.cue or a.source or a.score >= ALONE)
        ]
        read = [one for c in read if (one := in_one_place(text, c, self.titles)) is not None]
        found = [c for c in find_citations(text, self.quotations) if not self._in_title(c)]
        signatures = signed(text, self.quotations)
        if signatures:
            read, found = without_signed(read, signatures), without_signed(found, signatures)
        found = [one for c in found if (one := in_one_place(text, c, self.titles)) is not None]
        if read:
            read = agreed(text, read, found, self.quotations)
            found = _missed([c for c in univocal(found) if self._is_sure(c)], read)
        else:
            found = univocal(found)
        known = [c for c in (*read, *found, *signatures) if is_told(text, c, self.quotations)]
        known.sort(key=_order)
        known.extend(running_quotations(text, self.paragraphs, self.quotations, known))
        return sorted(known, key=_order)

    def _is_sure(self, citation: Citation) -> bool:
        """Whether the tree alone may say so although the reader does not."""
        source = citation.source or citation.holder
        named = source is None or speaks(self.text, source)
        return named and is_spoken(self.text, citation)

    def _in_title(self, citation: Citation) -> bool:
        return any(t.start <= citation.start < t.end for t in self.titles)

    def _statement(self, one: Said) -> Statement:
        text, citation = self.text, one.citation
        addressees = addressees_of(self.mentions, one.word, one.cue)
        if one.occasion is not None:
            written = recipients_of(self.mentions, one.occasion)
            addressees += tuple(a for a in written if a not in addressees)
        form = form_of(text.chars, citation.content, self.quotations)
        return Statement(
            form=form,
            content=citation.content,
            text=" \u2026 ".join(text.slice(span) for span in citation.content),
            evidence=self._evidence(one),
            speakers=one.speakers,
            addressees=tuple(a for a in addressees if a not in one.speakers),
            joint=len(one.speakers) > 1,
            source=citation.source,
            cue=citation.cue,
            occasion=text.slice(one.occasion) if one.occasion else None,
            issues=self._issues(one),
            stances=stances_of(
                self.names, citation.content, citation.cue, one.speakers, form == "direct"
            ),
            via=self._via(one),
        )

    def _issues(self, one: Said) -> tuple[str, ...]:
        """Of the content, and of what the sentence says it is about ("asked about prisoners")."""
        speakers = [self.mentions.actors[a] for a in one.speakers]
        own = {actor.name for actor in speakers}
        own |= {name for a in speakers if (name := state_of_code(a.country)) is not None}
        spans = list(one.citation.content)
        if one.word >= 0:
            spans += asides(self.text, one.word)
        return issues_of(self.text, spans, own, topics_in(self.text, spans, self.topics))

    def _via(self, one: Said) -> int | None:
        reporter = one.citation.reporter
        known = () if reporter is None else speakers_in(self.mentions, reporter)
        return known[0] if known else via_of(self.mentions, one.first, one.last, one.speakers)

    def _evidence(self, one: Said) -> Evidence:
        start = self.text.sentence_span(one.first).start
        end = self.text.sentence_span(one.last).end
        who = ", ".join(self.mentions.actors[a].name for a in one.speakers)
        read = f"{one.how} is {who}" if who else "nobody known stands for its source"
        why = f"{one.citation.why}; {read}"
        score = round(one.citation.score, 3)
        return Evidence(start, end, one.citation.rule, score, why, self._words(one))

    def _words(self, one: Said) -> tuple[Word, ...]:
        """The cue; nothing where words run on without one."""
        if one.word < 0:
            return ()
        known = (one.cue.word,) if one.cue is not None else ()
        return (word_at(self.text, one.word, "cues.tsv", *known),)


def _order(citation: Citation) -> tuple[int, int, str]:
    return citation.start, max(s.end for s in citation.content), citation.rule


def _missed(found: Sequence[Citation], read: Sequence[Citation]) -> list[Citation]:
    """The citations that share no word with any attribution of the reader."""
    taken = [span for citation in read for span in citation.spans()]
    return [c for c in found if not any(touches(span, taken) for span in _core(c))]


def _core(citation: Citation) -> list[Span]:
    return [*citation.content, *([citation.cue] if citation.cue else [])]
