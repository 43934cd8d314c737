"""Sentences, words, UPOS, UAS and LAS from raw text, aligned as in the CoNLL 2018 shared task.

The text of a treebank is put together from its words and SpaceAfter, with a blank line between
paragraphs; words are matched by their characters, and inside a multiword token by the longest
common run of forms. LAS compares universal relations, without subtypes, as the task does.

    python -m evaluation.syntax --gold FILE_OR_FOLDER [--documents N]
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from evaluation.inspecting import CORPORA, Dense, f1, inspect, need
from evaluation.report import Figures, arguments, show

GUM, EWT = CORPORA / "gum" / "test", CORPORA / "ud-ewt" / "test.conllu"


@dataclass
class Word:
    """A syntactic word. `start` and `end` count visible characters; words of one multiword token
    share its span."""

    form: str
    start: int
    end: int
    upos: str
    deprel: str
    head: int
    multiword: bool = False


@dataclass
class Document:
    """A document of a treebank: its text, its words (heads index words, -1 a root), and its
    sentences as spans of visible characters."""

    text: str = ""
    words: list[Word] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)


def read_conllu(path: Path) -> list[Document]:
    """The documents of a CoNLL-U file."""
    documents: list[Document] = []
    document = Document()
    visible, paragraph, rows = 0, False, []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("# newdoc"):
            document = Document()
            documents.append(document)
            visible = 0
        elif line.startswith("# newpar") and not line.startswith("# newpar_block"):
            paragraph = True
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            if not documents:
                documents.append(document)
            if document.text:
                document.text = document.text.rstrip(" ") + ("\n\n" if paragraph else " ")
            visible = _sentence(document, rows, visible)
            paragraph, rows = False, []
    return documents


def _sentence(document: Document, rows: list[list[str]], visible: int) -> int:
    """Add a sentence; the number of visible characters after it."""
    begin, base = visible, len(document.words)
    inside, span = 0, (0, 0)
    for row in rows:
        if "." in row[0]:
            continue
        if "-" in row[0]:
            inside = int(row[0].split("-")[1])
            span = (visible, visible + len(row[1].replace(" ", "")))
            document.text += row[1] + ("" if "SpaceAfter=No" in row[9] else " ")
            visible = span[1]
            continue
        number, head = int(row[0]), int(row[6])
        multiword = number <= inside
        if not multiword:
            span = (visible, visible + len(row[1].replace(" ", "").replace("\u00a0", "")))
            document.text += row[1] + ("" if "SpaceAfter=No" in row[9] else " ")
            visible = span[1]
        where = base + head - 1 if head else -1
        document.words.append(Word(row[1], *span, row[3], row[7], where, multiword))
    document.sentences.append((begin, visible))
    return visible


def read_printed(document: Document, printed: dict[str, Any]) -> Document:
    """What `inspect --json --tokens` printed for a document, in the same form."""
    if not printed:
        return Document()
    dense = Dense(document.text)
    words = [
        Word(
            document.text[t["start"] : t["end"]],
            *dense.span(t["start"], t["end"]),
            t["upos"],
            t["deprel"],
            t["head"],
        )
        for t in printed["tokens"]
    ]
    return Document(document.text, words, [dense.span(*s) for s in printed["sentences"]])


def align(gold: list[Word], system: list[Word]) -> dict[int, int]:
    """Gold word index to system word index, one to one."""
    pairs: dict[int, int] = {}
    g = s = 0
    while g < len(gold) and s < len(system):
        if gold[g].multiword or system[s].multiword:
            g_end, s_end = _multiword(gold, system, g, s)
            forms = [[w.form.casefold() for w in gold[g:g_end]]]
            forms.append([w.form.casefold() for w in system[s:s_end]])
            for block in SequenceMatcher(None, *forms, autojunk=False).get_matching_blocks():
                pairs |= {g + block.a + i: s + block.b + i for i in range(block.size)}
            g, s = g_end, s_end
        elif (gold[g].start, gold[g].end) == (system[s].start, system[s].end):
            pairs[g] = s
            g, s = g + 1, s + 1
        elif gold[g].end <= system[s].end:
            g, s = g + 1, s + (gold[g].end == system[s].end)
        else:
            s += 1
    return pairs


def _multiword(gold: list[Word], system: list[Word], g: int, s: int) -> tuple[int, int]:
    """The ends of the shortest runs of both that cover the same characters."""
    end = gold[g].end if gold[g].multiword else system[s].end
    while True:
        g_end, s_end = g, s
        while g_end < len(gold) and gold[g_end].start < end:
            g_end += 1
        while s_end < len(system) and system[s_end].start < end:
            s_end += 1
        reach = max([end, *(w.end for w in gold[g:g_end]), *(w.end for w in system[s:s_end])])
        if reach == end:
            return g_end, s_end
        end = reach


def score(documents: list[Document], printed: list[dict[str, Any]]) -> Figures:
    """F1 in per cent of sentences, words, UPOS, UAS and LAS."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for gold, line in zip(documents, printed, strict=True):
        system = read_printed(gold, line)
        right["sentences"] += len(set(gold.sentences) & set(system.sentences))
        total["gold sentences"] += len(gold.sentences)
        total["system sentences"] += len(system.sentences)
        total["gold"] += len(gold.words)
        total["system"] += len(system.words)
        pairs = align(gold.words, system.words)
        right["words"] += len(pairs)
        for g, s in pairs.items():
            ours, theirs = system.words[s], gold.words[g]
            right["UPOS"] += ours.upos == theirs.upos
            attached = (
                pairs.get(theirs.head, -2) == ours.head if theirs.head >= 0 else ours.head < 0
            )
            right["UAS"] += attached
            universal = ours.deprel.split(":")[0] == theirs.deprel.split(":")[0]
            right["LAS"] += attached and universal
    figures = {
        "sentences": f1(right["sentences"], total["gold sentences"], total["system sentences"])
    }
    for name in ("words", "UPOS", "UAS", "LAS"):
        figures[name] = f1(right[name], total["gold"], total["system"])
    return {name: value["F1"] for name, value in figures.items()}


def evaluate(gold: Path, most: int | None = None) -> Figures:
    """Figures for a file or folder of CoNLL-U; `most` documents, evenly spread, when given."""
    files = sorted(need(gold).glob("*.conllu")) if gold.is_dir() else [need(gold)]
    documents = [document for file in files for document in read_conllu(file)]
    if most and most < len(documents):
        documents = [documents[i * len(documents) // most] for i in range(most)]
    return score(documents, inspect([d.text for d in documents], "--tokens"))


if __name__ == "__main__":
    given = arguments(__doc__, GUM)
    show(f"syntax: {given.gold}", evaluate(given.gold, given.documents))
