"""The corpora as documents of words in our own cut, with what each corpus says of them.

A corpus says nothing of what it does not annotate, and that is kept apart from "no": a word whose
label is unknown has -1 (-2 as a head, 0 as a set of name tags) and takes no part in that loss.
Names are *sets* of tags: where one corpus calls a ministry building and a town both LOC, either
of our types is right.

The corpora lie in `../shared/corpora` beside the repository; `docs/reader.md` says where each can
be had.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from communique.language import pieces, words
from training import conllu
from training.labels import NAME_TAGS, ROLES, bies

CORPORA = Path(__file__).resolve().parents[2] / "shared" / "corpora"

Spans = list[tuple[int, int]]
# A span of characters and the types any of which it may have; None: nothing is known of it.
NameSpan = tuple[int, int, tuple[str, ...]]


@dataclass
class Document:
    """Words of one document and the labels a corpus gives them; arrays have one entry a word."""

    corpus: str
    name: str
    strings: list[str]
    spans: Spans
    encoded: pieces.Encoded
    breaks: np.ndarray  # bool: a window may begin here
    starts: np.ndarray  # int8: 1 opens a sentence, 0 does not, -1 unknown
    upos: np.ndarray
    xpos: np.ndarray
    feats: np.ndarray
    heads: np.ndarray  # index in the document, -1 root, -2 unknown
    deprels: np.ndarray
    names: np.ndarray  # uint64: the allowed tags as bits, 0 unknown
    roles: np.ndarray  # index into ROLE_TAGS, -1 unknown
    cues: np.ndarray  # for a word of a source or content: first word of its cue; -1 none known


@dataclass
class Inventory:
    """The classes that occur in training, most frequent first."""

    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    feats: list[str] = field(default_factory=list)
    deprel: list[str] = field(default_factory=list)


def corpus(name: str) -> Path:
    """The folder of a corpus, or a plain word that it is not there."""
    path = CORPORA / name
    if not path.exists():
        raise SystemExit(
            f"{path} is not there. docs/reader.md names where each corpus can be had; "
            f"put it into {CORPORA}."
        )
    return path


def lay_out(corpus_name: str, name: str, text: str, forced: set[int] | None = None) -> Document:
    """A document without labels: the text cut into our words. `forced`: offsets where a segment
    (a paragraph that the source gives apart) begins."""
    spans = words.words(text, [(0, len(text))])
    strings = [text[a:b] for a, b in spans]
    gaps = [
        pieces.START if i == 0 else pieces.gap_id(text[spans[i - 1][1] : a])
        for i, (a, _) in enumerate(spans)
    ]
    if forced:
        gaps = [pieces.START if a in forced else g for g, (a, _) in zip(gaps, spans, strict=True)]
    n = len(spans)
    breaks = np.zeros(n, dtype=bool)
    for i in range(n):
        before = strings[i - 1] if i else "."
        breaks[i] = gaps[i] >= 3 or (
            (before[-1] in '.?!"\u201d' and strings[i][0].isupper())
            and gaps[i] == 2
            and before.lower() not in ("mr.", "dr.", "u.s.", "mrs.", "ms.")
        )

    def unknown(dtype: str) -> np.ndarray:
        return np.full(n, -1, dtype=dtype)

    return Document(
        corpus_name,
        name,
        strings,
        spans,
        pieces.encode(strings, gaps),
        breaks,
        unknown("int8"),
        unknown("int16"),
        unknown("int16"),
        unknown("int16"),
        np.full(n, -2, dtype="int32"),
        unknown("int16"),
        np.zeros(n, dtype="uint64"),
        unknown("int8"),
        unknown("int32"),
    )


def _inside(document: Document, start: int, end: int) -> range:
    """The words that overlap a range of characters."""
    begins = [a for a, _ in document.spans]
    lo = int(np.searchsorted(begins, start, side="right")) - 1
    if lo < 0 or document.spans[lo][1] <= start:
        lo += 1
    return range(lo, int(np.searchsorted(begins, end, side="left")))


def _bit(tag: str) -> int:
    return 1 << NAME_TAGS.index(tag)


def allowed(types: tuple[str, ...], place: str) -> int:
    """Tags as bits: `place` (B, I, E or S) of any of the types; "O" stands for no name."""
    return sum(_bit("O") if kind == "O" else _bit(f"{place}-{kind}") for kind in types)


def any_tag(types: tuple[str, ...]) -> int:
    """O, or anything of these types."""
    return _bit("O") | sum(_bit(f"{place}-{kind}") for kind in types for place in "BIES")


def mark_names(document: Document, names: list[NameSpan], other: tuple[str, ...]) -> None:
    """Sets the allowed name tags; words outside the names are O or of a type in `other`."""
    document.names[:] = any_tag(other)
    for start, end, types in names:
        inside = _inside(document, start, end)
        for index, place in zip(inside, bies(len(inside)), strict=True) if inside else ():
            if types:
                document.names[index] = allowed(types, "BIES"[place])
            else:
                document.names[index] = 0


# ---------------------------------------------------------------- treebanks


def _treebank(
    gold: conllu.GoldDocument, corpus_name: str, inventory: Inventory, grow: bool
) -> tuple[Document, list[int]]:
    """A treebank document in our words, and for each gold word the word of ours that holds it."""
    document = lay_out(corpus_name, gold.name, gold.text)
    begins = {a: i for i, (a, _) in enumerate(document.spans)}
    owner: list[int] = []
    covers: list[list[int]] = [[] for _ in document.spans]
    at = 0
    for number, word in enumerate(gold.words):
        index = begins.get(word.start, -1)
        if index < 0:
            while at + 1 < len(document.spans) and document.spans[at + 1][0] <= word.start:
                at += 1
            index = at
        at = index
        owner.append(index)
        covers[index].append(number)

    def known(table: list[str], value: str) -> int:
        if value not in table:
            if not grow:
                return -1
            table.append(value)
        return table.index(value)

    sentence_of = np.zeros(len(gold.words), dtype=int)
    for number, (a, b) in enumerate(gold.sentences):
        sentence_of[a:b] = number
    document.starts[:] = 0
    document.breaks[:] = False
    for a, _ in gold.sentences:
        document.starts[owner[a]] = 1
        document.breaks[owner[a]] = True
    for index, held in enumerate(covers):
        if not held:
            continue  # the rest of a gold word that we cut: no label
        # Several gold words in one of ours: the one whose head lies outside stands for all.
        head_word = next((g for g in held if gold.words[g].head not in held), held[0])
        word = gold.words[head_word]
        document.upos[index] = known(inventory.upos, word.upos)
        document.xpos[index] = known(inventory.xpos, word.xpos)
        document.feats[index] = known(inventory.feats, word.feats)
        document.deprels[index] = known(inventory.deprel, word.deprel)
        document.heads[index] = -1 if word.head < 0 else owner[word.head]
    return document, owner


def treebanks(inventory: Inventory) -> dict[str, list[Document]]:
    """UD EWT with the names of UNER, and GUM: train, dev. Training fills an empty inventory; the
    classes of an earlier leg stay as they are."""
    new = not inventory.upos
    ewt, gum = corpus("ud-ewt"), corpus("gum")
    sources = {
        "ewt-train": [ewt / "train.conllu"], "gum-train": sorted((gum / "train").glob("*.conllu")),
        "ewt-dev": [ewt / "dev.conllu"], "gum-dev": sorted((gum / "dev").glob("*.conllu")),
    }  # fmt: skip
    found: dict[str, list[Document]] = {}
    for name, paths in sources.items():
        tagged = _uner(name.partition("-")[2]) if name.startswith("ewt") else {}
        found[name] = []
        for gold in conllu.read_all(paths):
            document, _ = _treebank(gold, name, inventory, grow=new and name.endswith("train"))
            if tagged:
                _mark_uner(document, gold, tagged)
            found[name].append(document)
    return found


def _uner(part: str) -> dict[str, list[str]]:
    """Tags of UNER by sentence id."""
    found: dict[str, list[str]] = {}
    path = corpus("uner-ewt") / f"{part}.iob2"
    identity = ""
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("# sent_id"):
            identity = line.partition("=")[2].strip()
            found[identity] = []
        elif line and line[0] != "#":
            tag = line.split("\t")[2]
            found[identity].append("O" if tag.endswith("-O") else tag)
    return found


UNER_TYPES = {
    "PER": ("person",), "ORG": ("organization",), "LOC": ("place", "facility"),
    "OTH": ("nationality", "event", "product", "misc", "facility", "money", "date"),
}  # fmt: skip


def spans_of(tags: list[str]) -> list[tuple[int, int, str]]:
    """Spans of a BIO sequence; an I that follows nothing of its type opens a span."""
    found: list[tuple[int, int, str]] = []
    for i, tag in enumerate(tags):
        if tag == "O" or not tag:
            continue
        place, _, kind = tag.partition("-")
        if place == "I" and found and found[-1][1] == i and found[-1][2] == kind:
            found[-1] = (found[-1][0], i + 1, kind)
        else:
            found.append((i, i + 1, kind))
    return found


def _mark_uner(document: Document, gold: conllu.GoldDocument, tagged: dict[str, list[str]]) -> None:
    names: list[NameSpan] = []
    unknown: Spans = []
    for identity, (a, b) in zip(gold.sentence_ids, gold.sentences, strict=True):
        tags = tagged.get(identity)
        if tags is None or len(tags) != b - a:
            unknown.append((gold.words[a].start, gold.words[b - 1].end))
            continue
        for start, end, kind in spans_of(tags):
            first, last = gold.words[a + start], gold.words[a + end - 1]
            names.append((first.start, last.end, UNER_TYPES[kind]))
    mark_names(document, names, other=("date", "money"))
    for start, end in unknown:
        for index in _inside(document, start, end):
            document.names[index] = 0


# ---------------------------------------------------------------- names in tokenised text

_NO_SPACE_BEFORE = re.compile(
    r"^(?:[.,;:!?%)\]}\u2019\u201d\u2026]|'(?:s|S|m|re|ve|ll|d)?|n't|N'T|\u2019\w+|\.\.\.)$"
)
_STRAIGHT = ('"', "``", "''")
_NO_SPACE_AFTER = re.compile(r"^[(\[{$\u20ac\u00a3\u201c\u2018#]$")


def _touch(before: str, token: str, beyond: str, after: str, quoting: bool) -> bool:
    """Whether no space stands between `before` and `token`; `beyond` and `after` are the tokens
    around the two, `quoting` whether a straight quotation is open."""
    if _NO_SPACE_BEFORE.match(token) or _NO_SPACE_AFTER.match(before) or "/" in (token, before):
        return True
    if quoting and (token in _STRAIGHT or before in _STRAIGHT):
        return True
    if token == "-":
        return before[-1:].isalnum() and after[:1].isalnum()
    return before == "-" and token[:1].isalnum() and beyond[-1:].isalnum()


def join(tokens: list[str]) -> tuple[str, Spans]:
    """Tokens as text again, spaces guessed, and the characters of each token."""
    text, spans = "", []
    quoting = False
    around = ["", "", *tokens, ""]
    for i, token in enumerate(tokens):
        beyond, before, _, after = around[i : i + 4]
        if text and not _touch(before, token, beyond, after, quoting):
            text += " "
        if token in _STRAIGHT:
            quoting = not quoting
            token = '"'
        spans.append((len(text), len(text) + len(token)))
        text += token
    return text, spans


def _read_columns(path: Path, tag_column: int) -> Iterator[list[tuple[str, str]]]:
    sentence: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        row = line.rstrip("\r\n").split("\t" if "\t" in line else " ")
        if len(row) <= tag_column or not row[0].strip():
            if sentence:
                yield sentence
            sentence = []
        else:
            sentence.append((row[0], row[tag_column]))
    if sentence:
        yield sentence


def _join_sentences(
    sentences: list[list[tuple[str, str]]], types: dict[str, tuple[str, ...]], gap: str | None
) -> tuple[str, list[NameSpan], list[int]]:
    """Tagged sentences as text, its names, and where each sentence begins."""
    text, names, openings = "", [], []
    for sentence in sentences:
        joined, spans = join([word for word, _ in sentence])
        if text:
            text += gap if gap is not None else " " if text[-1] in '.?!"\u201d' else "\n\n"
        openings.append(len(text))
        for a, b, kind in spans_of([tag for _, tag in sentence]):
            names.append((len(text) + spans[a][0], len(text) + spans[b - 1][1], types[kind]))
        text += joined
    return text, names, openings


def _from_sentences(
    corpus_name: str,
    name: str,
    sentences: list[list[tuple[str, str]]],
    types: dict[str, tuple[str, ...]],
    other: tuple[str, ...],
    gap: str | None,
    starts_known: bool,
) -> Document:
    """A document from tagged sentences. Without a `gap`, a sentence that ends like one is followed
    by a space and any other by a blank line, as a heading is."""
    text, names, openings = _join_sentences(sentences, types, gap)
    document = lay_out(corpus_name, name, text)
    mark_names(document, names, other)
    begins = {a: i for i, (a, _) in enumerate(document.spans)}
    if starts_known:
        document.starts[:] = 0
    document.breaks[:] = False
    for opening in openings:
        if opening in begins:
            document.breaks[begins[opening]] = True
            if starts_known:
                document.starts[begins[opening]] = 1
    if starts_known:
        # A third of the newswire's "sentences" are whole paragraphs: where a full stop is inside
        # one, nothing is known. (The first training run took it for no sentence start, and read two
        # sentences of a report as one; `training/starts.py` put that right.)
        for i in range(1, len(document.strings)):
            ends = document.strings[i - 1][-1] in '.?!"\u201d' and document.starts[i] == 0
            if ends and not document.strings[i][0].islower():
                document.starts[i] = -1
    return document


WORLDWIDE_TYPES = {
    "Person": ("person",), "Organization": ("organization",), "Location": ("place",),
    "NORP": ("nationality",), "Date": ("date",), "Money": ("money",), "Facility": ("facility",),
    "Product": ("product",), "Misc": ("event", "misc"),
}  # fmt: skip


def held_out(file_name: str) -> bool:
    """Whether a worldwide-newswire file is one of the tenth that measures and never trains."""
    return int(hashlib.sha256(file_name.encode()).hexdigest(), 16) % 10 == 0


def _worldwide_files(held: bool) -> Iterator[tuple[str, list[list[tuple[str, str]]]]]:
    for path in sorted(corpus("worldwide-newswire").glob("*.tsv")):
        sentences = list(_read_columns(path, 1)) if held_out(path.name) == held else []
        if sentences and sentences[0][0][0].startswith("http"):
            del sentences[0]
        if sentences:
            yield path.name, sentences


def worldwide(held: bool) -> list[Document]:
    """The worldwide newswire: the nine tenths to train on, or the tenth held out."""
    return [
        _from_sentences("worldwide", name, sentences, WORLDWIDE_TYPES, (), None, True)
        for name, sentences in _worldwide_files(held)
    ]


def worldwide_gold() -> Iterator[tuple[str, list[NameSpan]]]:
    """The held-out tenth as raw text and its names, to measure."""
    for _, sentences in _worldwide_files(True):
        text, names, _ = _join_sentences(sentences, WORLDWIDE_TYPES, None)
        yield text, names


WIKIGOLD_TYPES = {
    "PER": ("person",), "ORG": ("organization",), "LOC": ("place", "facility"),
    "MISC": ("nationality", "event", "product", "misc", "facility"),
}  # fmt: skip
CROSSNER_TYPES = {
    "politician": ("person",), "person": ("person",), "organisation": ("organization",),
    "politicalparty": ("organization",), "country": ("place",), "location": ("place", "facility"),
    "event": ("event",), "election": ("event",),
    "misc": ("nationality", "misc", "product", "event", "facility"),
}  # fmt: skip


def _batched(
    sentences: list[list[tuple[str, str]]], size: int
) -> list[list[list[tuple[str, str]]]]:
    return [sentences[i : i + size] for i in range(0, len(sentences), size)]


def wikipedia_names() -> list[Document]:
    """Wikigold and CrossNER politics (train and dev of the latter's train side only)."""
    found = []
    wikigold = [
        [token for token in sentence if token[0] != "-DOCSTART-"]
        for sentence in _read_columns(corpus("wikigold") / "wikigold.conll.txt", 1)
    ]
    for i, part in enumerate(_batched([s for s in wikigold if s], 12)):
        found.append(
            _from_sentences("wikigold", str(i), part, WIKIGOLD_TYPES, ("date", "money"), " ", False)
        )
    politics = list(_read_columns(corpus("crossner-politics") / "train.txt", 1))
    for i, part in enumerate(_batched(politics, 8)):
        found.append(
            _from_sentences(
                "crossner",
                str(i),
                part,
                CROSSNER_TYPES,
                ("date", "money", "nationality"),
                "\n\n",
                False,
            )
        )
    return found


REDOCRED_TYPES = {
    "PER": ("person",), "ORG": ("organization",), "LOC": ("place", "facility", "nationality"),
    "TIME": ("date",), "MISC": ("event", "product", "misc", "nationality", "facility"),
    "NUM": (),
}  # fmt: skip


def redocred() -> list[Document]:
    """Re-DocRED: paragraphs of Wikipedia."""
    found = []
    for part in ("dev.json", "test.json"):
        for entry in json.loads((corpus("re-docred") / part).read_text(encoding="utf-8")):
            text, names, placed = "", [], []
            for sentence in entry["sents"]:
                joined, spans = join(sentence)
                text += " " if text else ""
                placed.append([(len(text) + a, len(text) + b) for a, b in spans])
                text += joined
            for entity in entry["vertexSet"]:
                for mention in entity:
                    spans = placed[mention["sent_id"]]
                    a, b = mention["pos"]
                    names.append((spans[a][0], spans[b - 1][1], REDOCRED_TYPES[mention["type"]]))
            document = lay_out("redocred", entry["title"], text)
            mark_names(document, names, other=("money",))
            found.append(document)
    return found


# ---------------------------------------------------------------- attribution


def polnear(part: str) -> list[Document]:
    """PolNeAR: source, cue and content of every attribution, and which cue each belongs to."""
    base = corpus("polnear") / part
    return [attributed(path, by_whom[0]) for path, by_whom in annotated(base)]


def annotated(folder: Path) -> list[tuple[Path, list[Path]]]:
    """The articles of a part of PolNeAR, each with its annotations, one an annotator."""
    annotations: dict[str, list[Path]] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        annotations.setdefault(path.stem.rpartition("_")[0], []).append(path)
    texts = sorted((folder / "text").glob("*.txt"))
    return [(path, annotations[path.stem]) for path in texts if path.stem in annotations]


def read_brat(path: Path) -> tuple[dict[str, tuple[str, Spans]], list[dict[str, list[str]]]]:
    """A brat file: spans by id (type, fragments), and events as role to ids."""
    spans: dict[str, tuple[str, Spans]] = {}
    events = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        columns = line.split("\t")
        if re.match(r"T\d+\t", line):
            kind, _, place = columns[1].partition(" ")
            fragments = [tuple(map(int, part.split())) for part in place.split(";")]
            spans[columns[0]] = (kind, [(a, b) for a, b in fragments])
        elif re.match(r"E\d+\t", line):
            event: dict[str, list[str]] = {}
            for item in columns[1].split():
                role, _, target = item.partition(":")
                event.setdefault(role.rstrip("0123456789"), []).append(target)
            events.append(event)
    return spans, events


def attributed(text_path: Path, annotation: Path) -> Document:
    """An article with the tags of one annotator."""
    text = text_path.read_bytes().decode("utf-8").replace("\r\n", "\n")
    document = lay_out("polnear", text_path.stem, text)
    document.roles[:] = 0
    spans, events = read_brat(annotation)
    for event in events:
        cues = [_inside(document, a, b) for t in event.get("Cue", ()) for a, b in spans[t][1]]
        first = min((inside.start for inside in cues if inside), default=-1)
        for role in ROLES:
            for target in event.get(role.title(), ()):
                for start, end in spans[target][1]:
                    inside = _inside(document, start, end)
                    if not inside:
                        continue
                    offset = 1 + 4 * ROLES.index(role)
                    for index, place in zip(inside, bies(len(inside)), strict=True):
                        document.roles[index] = offset + place
                        if role != "cue":
                            document.cues[index] = first
    return document


def summary(documents: list[Document]) -> str:
    """Words and pieces of each corpus, for the log."""
    counts: Counter[str] = Counter()
    for document in documents:
        counts[document.corpus + " documents"] += 1
        counts[document.corpus + " words"] += len(document.strings)
        counts[document.corpus + " pieces"] += len(document.encoded.pieces)
    return ", ".join(f"{key} {value:,}" for key, value in counts.items())
