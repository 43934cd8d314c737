"""Names: exact-span F1 a type, from raw text.

Takes IOB2 files of UNER (`# text` lines), token-tab-tag files of CrossNER, and the folder of
worldwide-newswire, of which the tenth of the files that training never sees is scored. Texts are
put together a sentence a line: the files no longer have the lines of the e-mails and lists that
they were made from, and the peers' figures are for sentences given.

    python -m evaluation.names --gold FILE_OR_FOLDER [--documents N]
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from evaluation.inspecting import CORPORA, Dense, f1, inspect, need
from evaluation.report import Figures, arguments, show
from training.data import held_out

UNER = CORPORA / "uner-ewt" / "test.iob2"
WORLDWIDE = CORPORA / "worldwide-newswire"

TYPES = {
    "PER": "person",
    "ORG": "organization",
    "LOC": "place",
    "Person": "person",
    "Organization": "organization",
    "Location": "place",
    "NORP": "nationality",
    "Date": "date",
    "Money": "money",
    "Facility": "facility",
    "Product": "product",
    "politician": "person",
    "person": "person",
    "politicalparty": "organization",
    "organisation": "organization",
    "country": "place",
    "location": "place",
    "election": "event",
    "event": "event",
}
"""Gold tag to our type; a gold tag without a type of ours (misc, other) is not scored."""

Named = set[tuple[str, int, int]]
Document = tuple[str, Named]


def read(path: Path) -> list[Document]:
    """Texts with their names: type, and span in visible characters."""
    if path.is_dir():
        files = sorted(f for f in path.glob("*.tsv") if held_out(f.name))
        return [_join(_rows(f.read_text(encoding="utf-8"))) for f in files]
    content = path.read_text(encoding="utf-8")
    if "# newdoc" in content:
        return [_uner(part) for part in re.split(r"(?m)^# newdoc.*\n", content) if part.strip()]
    return [_join([s]) for s in _rows(content)]


def _rows(content: str) -> list[list[tuple[str, str]]]:
    sentences: list[list[tuple[str, str]]] = [[]]
    for line in content.splitlines():
        cells = line.rstrip().rsplit("\t", 1)
        if len(cells) == 2 and cells[0].strip():
            sentences[-1].append((cells[0].strip(), cells[1].strip()))
        elif sentences[-1]:
            sentences.append([])
    return [s for s in sentences if s]


def _join(sentences: list[list[tuple[str, str]]]) -> Document:
    """A text from tokens, spaced as print would."""
    text, rows = "", []
    for sentence in sentences:
        line = " ".join(token for token, _ in sentence)
        line = re.sub(r" ([,.;:!?%)\]’”]|n't\b|'s\b|’s\b)", r"\1", line)
        text += re.sub(r"([(\[$“‘]) ", r"\1", line) + "\n"
        rows += sentence
    return text, _names(rows)


def _uner(part: str) -> Document:
    texts, rows = [], []
    for line in part.splitlines():
        if line.startswith("# text = "):
            texts.append(line.removeprefix("# text = "))
        elif line and not line.startswith("#"):
            cells = line.split("\t")
            rows.append((cells[1], cells[2]))
    return "\n".join(texts), _names(rows)


def _names(rows: list[tuple[str, str]]) -> Named:
    found: Named = set()
    position, current, start = 0, "", 0
    for token, tag in [*rows, ("", "O")]:
        if current and tag != f"I-{current}":
            if current in TYPES:
                found.add((TYPES[current], start, position))
            current = ""
        if tag[:2] in ("B-", "I-") and not current:
            current, start = tag[2:], position
        position += sum(not c.isspace() for c in token)
    return found


def evaluate(gold: Path, most: int | None = None) -> Figures:
    """F1 in per cent a type, and over the types that the gold knows."""
    documents = read(need(gold))
    if most and most < len(documents):
        documents = [documents[i * len(documents) // most] for i in range(most)]
    known = {kind for _, names in documents for kind, _, _ in names}
    # UNER's and CrossNER's locations hold buildings; worldwide-newswire keeps them apart.
    merged = {} if "facility" in known else {"facility": "place"}
    right: Counter[str] = Counter()
    golden: Counter[str] = Counter()
    system: Counter[str] = Counter()
    for (text, names), line in zip(documents, inspect([t for t, _ in documents]), strict=True):
        dense = Dense(text)
        ours = {
            (merged.get(n["type"], n["type"]), *dense.span(n["start"], n["end"]))
            for n in line.get("names", [])
        }
        golden.update(kind for kind, _, _ in names)
        system.update(kind for kind, _, _ in ours if kind in known)
        right.update(kind for kind, _, _ in names & ours)
    figures = {kind: f1(right[kind], golden[kind], system[kind])["F1"] for kind in sorted(known)}
    figures["all"] = f1(right.total(), golden.total(), system.total())["F1"]
    return figures


if __name__ == "__main__":
    given = arguments(__doc__, UNER)
    show(f"names: {given.gold}", evaluate(given.gold, given.documents))
