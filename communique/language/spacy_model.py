"""Any spaCy pipeline in place of our reader. What the pipeline does not give is empty."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from communique.errors import ModelMissing
from communique.model.text import Name, Sentence, Span, Text, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# The entity types of spaCy's English pipelines (OntoNotes) as ours.
TYPES = {
    "PERSON": "person", "PER": "person", "ORG": "organization", "GPE": "place", "LOC": "place",
    "NORP": "nationality", "DATE": "date", "TIME": "date", "MONEY": "money", "FAC": "facility",
    "PRODUCT": "product", "EVENT": "event", "WORK_OF_ART": "misc", "LAW": "misc", "MISC": "misc",
}  # fmt: skip


@lru_cache(maxsize=2)
def load(name: str) -> Language:
    """A pipeline by package name or folder; `ModelMissing` where there is none."""
    try:
        import spacy

        return spacy.load(name)
    except (ImportError, OSError, ValueError) as error:
        raise ModelMissing(
            f"There is no reader and no spaCy pipeline called {name!r} here; install spaCy "
            "(pip install 'communique[spacy]') and the pipeline, or leave the setting empty."
        ) from error


def read(pipeline: Language, chars: str, prose: Iterable[tuple[int, int]], model: str) -> Text:
    """The Text that a pipeline makes of the given character ranges, each read by itself."""
    ranges = tuple(Span(start, end) for start, end in prose)
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    names: list[Name] = []
    for span in ranges:
        doc = pipeline(chars[span.start : span.end])
        _add(doc, span.start, tokens, sentences, names)
    return Text(
        chars=chars,
        prose=ranges,
        tokens=tuple(tokens),
        sentences=tuple(sentences),
        names=tuple(names),
        attributions=(),
        model=model,
    )


def _add(
    doc: Doc, offset: int, tokens: list[Token], sentences: list[Sentence], names: list[Name]
) -> None:
    """Adds what a Doc holds; white space is no token, what hangs from it hangs from its head."""
    index: dict[int, int] = {}
    for word in doc:
        if not word.is_space:
            index[word.i] = len(tokens) + len(index)
    parsed = doc.has_annotation("DEP")
    for word in doc:
        if word.i not in index:
            continue
        head = word.head
        while head.i not in index and head.head.i != head.i:
            head = head.head
        root = not parsed or head.i == word.i or head.i not in index
        start = offset + word.idx
        tokens.append(
            Token(
                start,
                start + len(word),
                word.lemma_ or word.text,
                word.pos_,
                word.tag_,
                str(word.morph) or "_",
                -1 if root else index[head.i],
                word.dep_,
            )
        )
    starts: list[int] = []
    opening = True
    for word in doc:
        opening = opening or bool(word.is_sent_start)
        if opening and word.i in index:
            starts.append(index[word.i])
            opening = False
    ends = [*starts[1:], len(tokens)]
    sentences.extend(Sentence(a, b) for a, b in zip(starts, ends, strict=True))
    for entity in doc.ents:
        kind = TYPES.get(entity.label_)
        if kind is not None:
            names.append(Name(offset + entity.start_char, offset + entity.end_char, kind))
