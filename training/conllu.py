"""Reading the treebanks: one document a time, its raw text rebuilt with the place of every word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class GoldWord:
    """One syntactic word of a treebank and its characters in the rebuilt text."""

    form: str
    start: int
    end: int
    upos: str
    xpos: str
    feats: str
    head: int  # index in the document's words, -1 for a root
    deprel: str
    lemma: str


@dataclass
class GoldDocument:
    """A document: its text, its words, and where sentences and paragraphs begin."""

    name: str
    text: str = ""
    words: list[GoldWord] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)  # word ranges
    sentence_ids: list[str] = field(default_factory=list)
    paragraphs: list[int] = field(default_factory=list)  # sentence indices that open a paragraph


def _word_spans(surface: str, start: int, forms: list[str]) -> list[tuple[int, int]]:
    """Characters of each word of a multiword token: cut where the forms join to the surface,
    otherwise as far as they agree from the left and the rest to the last."""
    if "".join(forms) == surface:
        lengths = [len(form) for form in forms]
    else:
        lengths, left = [], surface
        for i, form in enumerate(forms):
            after = len(forms) - i - 1
            cut = len(left) if after == 0 else min(len(form), max(1, len(left) - after))
            lengths.append(cut)
            left = left[cut:]
    spans = []
    for length in lengths:
        spans.append((start, start + length))
        start += length
    return spans


def read(path: Path, paragraph_gap: str = "\n\n") -> Iterator[GoldDocument]:
    """The documents of a CoNLL-U file, paragraphs joined by `paragraph_gap`."""
    document = GoldDocument(path.stem)
    text: list[str] = []
    length = 0
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        if not block.strip():
            continue
        comments = [line for line in block.split("\n") if line.startswith("#")]
        rows = [line.split("\t") for line in block.split("\n") if line and line[0] != "#"]
        new_document = next((c for c in comments if c.startswith("# newdoc")), None)
        if new_document and document.words:
            document.text = "".join(text)
            yield document
        if new_document:
            name = new_document.partition("=")[2].strip() or path.stem
            document, text, length = GoldDocument(name), [], 0
        if any(c.startswith("# newpar") for c in comments) or not document.words:
            document.paragraphs.append(len(document.sentences))
            if text:
                length -= len(text[-1]) - len(text[-1].rstrip())
                text[-1] = text[-1].rstrip()
                text.append(paragraph_gap)
                length += len(paragraph_gap)
        elif text and not text[-1][-1].isspace():
            text.append(" ")
            length += 1
        identity = next((c.partition("=")[2].strip() for c in comments if "sent_id" in c), "")
        offset = len(document.words)
        multi: tuple[int, list[tuple[int, int]]] | None = None
        for i, row in enumerate(rows):
            if "." in row[0]:
                continue
            space = "" if "SpaceAfter=No" in row[9] else " "
            if "-" in row[0]:
                last = int(row[0].partition("-")[2])
                forms = [r[1] for r in rows[i + 1 :] if r[0].isdigit() and int(r[0]) <= last]
                multi = (last, _word_spans(row[1], length, forms))
                text.append(row[1] + space)
                length += len(row[1]) + len(space)
                continue
            if multi is not None:
                start, end = multi[1].pop(0)
                if not multi[1]:
                    multi = None
            else:
                start, end = length, length + len(row[1])
                text.append(row[1] + space)
                length += len(row[1]) + len(space)
            head = int(row[6]) if row[6].isdigit() else 0
            document.words.append(
                GoldWord(
                    row[1],
                    start,
                    end,
                    row[3],
                    row[4],
                    row[5],
                    -1 if head == 0 else offset + head - 1,
                    row[7],
                    row[2],
                )
            )
        document.sentences.append((offset, len(document.words)))
        document.sentence_ids.append(identity)
    if document.words:
        document.text = "".join(text)
        yield document


def read_all(paths: list[Path]) -> list[GoldDocument]:
    """Every document of several files, in the order of the files."""
    return [document for path in sorted(paths) for document in read(path)]
