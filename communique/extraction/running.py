"""Speech that runs on without being attributed again."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from communique.extraction.citing import Citation
from communique.extraction.clauses import child, lemma, own_subject
from communique.extraction.contents import words_in
from communique.extraction.cues import SPOKEN, Cue
from communique.extraction.quotes import Quotation
from communique.lexicon.load import table
from communique.model.text import Span, Text

FEWEST_WORDS = 4
"""A quotation of fewer words that stands alone is as often a headline or a name."""
_MARKS = 2


def running_quotations(
    text: Text,
    paragraphs: Sequence[Span],
    quotations: Sequence[Quotation],
    known: Sequence[Citation],
) -> list[Citation]:
    """Quotations that nobody is cited for, where they go on from a cited one: in the sentence
    after it, or in the paragraph after it."""
    spans = sorted(span for citation in known for span in citation.spans())
    found: list[Citation] = []
    for number, quotation in enumerate(quotations):
        if any(s.start < quotation.end and quotation.start < s.end for s in spans):
            continue
        if not _is_speech(text, quotation):
            continue
        block = _paragraph(paragraphs, quotation.start)
        before = [q for q in quotations[:number] if _paragraph(paragraphs, q.start) == block - 1]
        after = _after_what(text, paragraphs, quotation, block, known, found)
        if after is None:
            continue
        open_ended = after != block and bool(before) and not before[-1].closed
        found.append(
            Citation(
                source=None,
                cue=None,
                content=(Span(quotation.start, quotation.end),),
                rule="quotation-runs-on",
                score=0.85 if after == block or open_ended else 0.6,
                why="a quotation without an attribution, right after one that has it",
                follows=True,
            )
        )
    return found


def _is_speech(text: Text, quotation: Quotation) -> bool:
    """Whether a quotation opens its sentence and holds a clause of its own."""
    inside = text.tokens_in(quotation.start, quotation.end)
    if words_in(text, quotation) < FEWEST_WORDS:
        return False
    first = text.tokens[text.sentences[text.sentence_of[inside[0]]].first]
    opens = abs(first.start - quotation.start) <= _MARKS
    return opens and any(text.tokens[i].upos in ("VERB", "AUX") for i in inside)


def _paragraph(paragraphs: Sequence[Span], offset: int) -> int:
    return bisect_right([p.start for p in paragraphs], offset) - 1


def _after_what(
    text: Text,
    paragraphs: Sequence[Span],
    quotation: Quotation,
    block: int,
    known: Sequence[Citation],
    found: Sequence[Citation],
) -> int | None:
    """The paragraph of the citation that a quotation goes on from; None where there is none."""
    ends = [
        (max(s.end for s in c.spans()), c)
        for c in (*known, *found)
        if max(s.end for s in c.spans()) <= quotation.start
    ]
    if not ends:
        return None
    end, _ = max(ends, key=lambda e: e[0])
    place = _paragraph(paragraphs, end - 1)
    sentence = text.sentence_at(quotation.start) or 0
    earlier = text.sentence_at(end - 1) or 0
    if sentence - earlier > 1:
        return None
    if place == block:
        return block
    alone = text.chars[paragraphs[block].start : quotation.start].strip() == ""
    return place if place == block - 1 and alone else None


Resolved = tuple[Citation, tuple[int, ...], Cue | None]


def free_indirect(text: Text, said: Sequence[Resolved]) -> list[Citation]:
    """Sentences between two statements of one speaker that judge or demand and are attributed to
    nobody: the speaker's words without the "he said"."""
    speakers: dict[int, tuple[int, ...]] = {}
    taken: set[int] = set()
    for citation, who, cue in said:
        for span in citation.spans():
            for offset in (span.start, span.end - 1):
                sentence = text.sentence_at(offset)
                if sentence is not None:
                    taken.add(sentence)
                    if cue is not None and cue.kind in SPOKEN:
                        speakers[sentence] = who
    found = []
    for number in range(1, len(text.sentences) - 1):
        who = speakers.get(number - 1, ())
        if number in taken or not who or speakers.get(number + 1) != who:
            continue
        root = _judging_root(text, number)
        span = text.sentence_span(number)
        if root is not None and not any(text.chars[i] in '"\u201c' for i in range(*span)):
            found.append(
                Citation(
                    source=None,
                    cue=None,
                    content=(_without_stop(text, span),),
                    rule="free-indirect",
                    score=0.5,
                    why=f"\u201c{text.word(root)}\u201d judges, between two statements of one "
                    "speaker, without an attribution of its own",
                    follows=True,
                )
            )
    return found


def _judging_root(text: Text, number: int) -> int | None:
    """The word by which the main clause of a sentence judges or demands, in the present."""
    words = {(row["word"], row["pos"]) for row in table("evaluations.tsv")}
    sentence = text.sentences[number]
    for index in range(sentence.first, sentence.last):
        token = text.tokens[index]
        if token.head >= 0 or own_subject(text, index) is None:
            continue
        for below in text.children[index]:
            if text.tokens[below].deprel in ("aux", "aux:pass") and (
                (lemma(text, below), "auxiliary") in words
            ):
                return below
        copula = child(text, index, frozenset({"cop"}))
        present = copula is not None and "Tense=Past" not in text.tokens[copula].feats
        if present and (lemma(text, index), "adjective") in words:
            return index
    return None


def _without_stop(text: Text, span: Span) -> Span:
    end = span.end
    while end > span.start and text.chars[end - 1] in ".!":
        end -= 1
    return Span(span.start, end)
