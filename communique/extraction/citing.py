"""Who is cited, by which words, as saying what: read from the tree and the quotation marks.

Serves alone where the model of the language gives no attributions, and fills in what it missed
where it does. The spans follow PolNeAR: a cue takes its auxiliaries, a content its "that" and its
quotation marks, and no full stop.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.extraction.clauses import (
    is_passive,
    lemma,
    obliques,
    own_subject,
    runs,
    subject,
    subtree,
)
from communique.extraction.contents import content_of, grown, is_infinitive
from communique.extraction.cues import SPOKEN, Cue, cue_span, noun_cue, verb_cue
from communique.extraction.quotes import Quotation, quotation_at
from communique.extraction.spans import overlap
from communique.lexicon.load import words
from communique.model.text import Span, Text

_AGENTS = ("er", "or", "ist", "ian", "man", "woman")


@dataclass(frozen=True, slots=True)
class Citation:
    """A statement before it is known whose it is.

    `holder` is the subject that a cue without a source of its own shares with another clause;
    `follows` says that the words are those of whoever spoke before; `reporter` is the agency that
    reports them.
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    rule: str
    score: float
    why: str
    holder: Span | None = None
    follows: bool = False
    reporter: Span | None = None

    @property
    def start(self) -> int:
        """Where the content begins."""
        return min(span.start for span in self.content)

    def spans(self) -> Iterator[Span]:
        """All its spans."""
        yield from self.content
        if self.source is not None:
            yield self.source
        if self.cue is not None:
            yield self.cue


def find_citations(text: Text, quotations: Sequence[Quotation]) -> list[Citation]:
    """Every citation that the tree and the quotation marks show, those inside another's content
    included, in order of the cues."""
    found: list[Citation] = []
    for index, token in enumerate(text.tokens):
        if token.lemma.lower() in ("according", "accord"):
            found.extend(_by_according(text, index, quotations))
        elif token.upos == "VERB":
            cue = verb_cue(text, index)
            if cue is not None:
                found.extend(_by_verb(text, index, cue, quotations))
        elif token.upos == "NOUN":
            found.extend(_by_noun(text, index))
    return found


def univocal(found: Sequence[Citation]) -> list[Citation]:
    """Of citations whose contents overlap the one that begins first, and is longest; in order."""
    kept: list[Citation] = []
    for citation in sorted(found, key=lambda c: (c.start, -max(s.end for s in c.content))):
        if not any(overlap(a, b) for k in kept for a in k.content for b in citation.content):
            kept.append(citation)
    return kept


# ---------------------------------------------------------------- verbs


def _by_verb(
    text: Text, index: int, cue: Cue, quotations: Sequence[Quotation]
) -> Iterator[Citation]:
    if is_infinitive(text, index) or _is_quoted(text, index, quotations):
        return
    content, preposition, how = content_of(text, index, cue, quotations)
    if not content or (cue.kind == "report" and how == "object"):
        return
    passive = is_passive(text, index)
    if passive and "object" in cue.told:
        return  # "the envoy was told that ...": by whom is not said
    own = None if passive else own_subject(text, index)
    held = subject(text, index) if own is None and not passive else None
    if own is None and held is None and (how != "quotation" or cue.kind != "say"):
        return
    source = None if own is None else source_of(text, own, index)
    if source is not None and overlap(content[0], source):
        return
    word = text.word(index)
    yield Citation(
        source=source,
        cue=cue_span(text, index, preposition),
        content=content,
        rule=f"cue-{how}",
        score=0.8 if cue.kind in SPOKEN else 0.6,
        why=f"\u201c{word}\u201d has {_HOW[how]} as its content",
        holder=None if held is None else source_of(text, held, index),
    )


_HOW = {
    "clause": "the clause that depends on it",
    "before": "the sentence it stands in",
    "quotation": "the quotation beside it",
    "to": "the infinitive that depends on it",
    "object": "its object",
    "preposition": "what its preposition leads to",
    "according": "the sentence it stands in",
    "noun": "what depends on it",
}


def _is_quoted(text: Text, index: int, quotations: Sequence[Quotation]) -> bool:
    """Whether a word stands inside quotation marks: what is said there is part of the quotation."""
    return quotation_at(quotations, text.tokens[index].start) is not None


def holder_of(text: Text, index: int) -> Span | None:
    """The noun phrase that is the subject of a verb or of the clause it hangs on; of a passive it
    is nobody who speaks."""
    if is_passive(text, index):
        return None
    found = subject(text, index)
    return None if found is None else source_of(text, found, index)


def source_of(text: Text, index: int, cue: int) -> Span | None:
    """The whole noun phrase, without a relative clause that holds the cue."""
    spans = runs(text, _below(text, index, cue))
    at = text.tokens[index].start
    return next((span for span in spans if span.start <= at < span.end), None)


def speaks(text: Text, source: Span) -> bool:
    """Whether a source is one that speaks: a name, a pronoun, or a noun for people. "The plan
    demands ..." is as often a manner of speaking."""
    head = text.head_of(*source)
    if head is None:
        return False
    noun = lemma(text, head)
    named = text.tokens[head].upos in ("PROPN", "PRON")
    return named or noun in words("people_words.tsv") or noun.endswith(_AGENTS)


def _below(text: Text, index: int, cue: int) -> list[int]:
    """A noun phrase: all below its head but clauses that stand beside it and what holds the cue."""
    path = {cue}
    while cue >= 0 and text.tokens[cue].head >= 0 and cue != index:
        cue = text.tokens[cue].head
        path.add(cue)
    path.discard(index)
    if path & set(text.children[index]):  # "with the envoy, who said": the envoy
        path |= {c for c in text.children[index] if text.tokens[c].deprel == "case"}
    return subtree(text, index, path | set(_clausal(text, index)))


def _clausal(text: Text, index: int) -> list[int]:
    return [
        below
        for below in text.children[index]
        if text.tokens[below].deprel.partition(":")[0] in ("parataxis", "advcl", "ccomp", "cc")
    ]


# ---------------------------------------------------------------- nouns, "according to"


def _by_noun(text: Text, index: int) -> Iterator[Citation]:
    """ "the minister's call for talks", "concern over the raid by the union"."""
    cue = noun_cue(text, index)
    if cue is None or text.tokens[index].deprel in ("compound", "nmod:desc"):
        return
    holder = _holder(text, index)
    if holder is None:
        return
    last, content = _noun_content(text, index, cue)
    if content and content[0].start > text.tokens[index].end:
        span = Span(text.tokens[index].start, text.tokens[last].end)
        yield Citation(
            source=holder,
            cue=span,
            content=content,
            rule="cue-noun",
            score=0.6,
            why=f"\u201c{text.slice(span)}\u201d has {_HOW['noun']} as its content",
        )


def _noun_content(text: Text, index: int, cue: Cue) -> tuple[int, tuple[Span, ...]]:
    """The last word of the cue, and what depends on it: "for talks", "that talks failed"."""
    for oblique in obliques(text, index):
        if oblique.preposition in cue.content and oblique.at > index:
            return oblique.at, runs(text, subtree(text, oblique.head, {oblique.at}))
    for below in text.children[index]:
        if below > index and text.tokens[below].deprel in ("acl", "ccomp"):
            marks = [lemma(text, c) for c in text.children[below]]
            if ("that" in marks and "clause" in cue.content) or (
                "to" in marks and "to" in cue.content
            ):
                return index, runs(text, subtree(text, below))
    return index, ()


def _holder(text: Text, index: int) -> Span | None:
    """Who has the call or concern: the possessor, or "by ..."."""
    for below in text.children[index]:
        if text.tokens[below].deprel in ("nmod:poss", "poss"):
            marks = [c for c in text.children[below] if text.tokens[c].deprel == "case"]
            spans = runs(text, subtree(text, below, marks))
            return spans[0] if spans else None
    for oblique in obliques(text, index):
        if oblique.preposition == "by":
            spans = runs(text, subtree(text, oblique.head, {oblique.at}))
            return spans[0] if spans else None
    return None


def _by_according(text: Text, index: int, quotations: Sequence[Quotation]) -> Iterator[Citation]:
    """ "According to the president, ...": the rest of the clause is what he said."""
    if index + 1 == len(text.tokens) or text.word(index + 1).lower() != "to":
        return
    head = text.tokens[index].head
    if text.tokens[index].deprel == "prep":  # spaCy: clause <- according <- to <- president
        inner = [i for c in text.children[index] for i in (c, *text.children[c])]
        nouns = [i for i in inner if text.tokens[i].deprel == "pobj"]
        clause, top = head, index
        head = nouns[0] if nouns else -1
    else:
        clause, top = (text.tokens[head].head, head) if head >= 0 else (-1, -1)
    if head < 0 or clause < 0 or text.sentence_of[clause] != text.sentence_of[index]:
        return
    if text.tokens[clause].upos == "PUNCT":
        return
    named = subtree(text, head, {index, index + 1})
    source = runs(text, named)
    spans = runs(text, subtree(text, clause, {top}))
    content = grown(text, spans, quotations)
    if source and content:
        yield Citation(
            source=source[0],
            cue=Span(text.tokens[index].start, text.tokens[index + 1].end),
            content=content,
            rule="cue-according",
            score=0.75,
            why=f"\u201c{text.slice((text.tokens[index].start, text.tokens[index + 1].end))}\u201d"
            f" has {_HOW['according']} as its content",
        )
