"""Measures an exported reader from raw text: `python -m training.measure [dev|test] [--model DIR]`.

Words are right when their characters are those of the gold word, as in the CoNLL 2018 shared task;
the official scorers are in `evaluation/`. The raw text of a treebank document is its sentences
joined by spaces and its paragraphs by a blank line.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from communique.language.reader import DATA, Reader
from communique.model.text import Text
from training import conllu, data
from training.score import COARSE, f1


def _add(counts: dict[str, Counter[str]], name: str, right: int, said: int, gold: int) -> None:
    counts.setdefault(name, Counter()).update(right=right, said=said, gold=gold)


def _f1s(counts: dict[str, Counter[str]]) -> dict[str, float]:
    return {name: round(f1(c["right"], c["said"], c["gold"]), 2) for name, c in counts.items()}


def treebank(reader: Reader, documents: list[conllu.GoldDocument]) -> dict[str, float]:
    """F1 of words, sentences, tags, lemmas, UAS and LAS."""
    counts: dict[str, Counter[str]] = {}
    for gold in documents:
        text = reader.read(gold.text, [(0, len(gold.text))])
        _treebank(counts, gold, text)
    return _f1s(counts)


def _treebank(counts: dict[str, Counter[str]], gold: conllu.GoldDocument, text: Text) -> None:
    said = {(t.start, t.end): t for t in text.tokens}
    pairs = [(w, said[w.start, w.end]) for w in gold.words if (w.start, w.end) in said]
    sizes = len(text.tokens), len(gold.words)
    _add(counts, "words", len(pairs), *sizes)
    ours = {text.sentence_span(i) for i in range(len(text.sentences))}
    theirs = {(gold.words[a].start, gold.words[b - 1].end) for a, b in gold.sentences}
    _add(counts, "sentences", len(ours & theirs), len(ours), len(theirs))
    for name in ("upos", "xpos", "feats", "lemma"):
        right = sum(getattr(w, name) == getattr(t, name) for w, t in pairs)
        _add(counts, name, right, *sizes)

    uas = las = 0
    for word, token in pairs:
        head = gold.words[word.head] if word.head >= 0 else None
        own = text.tokens[token.head] if token.head >= 0 else None
        same = (head is None) == (own is None)
        if same and head is not None and own is not None:
            same = (head.start, head.end) == (own.start, own.end)
        uas += same
        las += same and word.deprel.partition(":")[0] == token.deprel.partition(":")[0]
    _add(counts, "uas", uas, *sizes)
    _add(counts, "las", las, *sizes)


def uner(reader: Reader, part: str) -> dict[str, float]:
    """F1 of persons, organisations and places on EWT's raw text."""
    counts: dict[str, Counter[str]] = {}
    tagged = data._uner(part)
    for gold in conllu.read_all([data.corpus("ud-ewt") / f"{part}.conllu"]):
        text = reader.read(gold.text, [(0, len(gold.text))])
        theirs = set()
        for identity, (a, b) in zip(gold.sentence_ids, gold.sentences, strict=True):
            for start, end, kind in data.spans_of(tagged.get(identity, [])[: b - a]):
                if kind != "OTH":
                    theirs.add((gold.words[a + start].start, gold.words[a + end - 1].end, kind))
        ours = {(n.start, n.end, COARSE[n.type]) for n in text.names if n.type in COARSE}
        for kind in ("PER", "ORG", "LOC"):
            mine, gold_kind = {s for s in ours if s[2] == kind}, {s for s in theirs if s[2] == kind}
            _add(counts, kind, len(mine & gold_kind), len(mine), len(gold_kind))
        _add(counts, "all", len(ours & theirs), len(ours), len(theirs))
    return _f1s(counts)


def worldwide(reader: Reader) -> dict[str, float]:
    """F1 of names on the tenth of the newswire that was held out."""
    back = {kind: name for name, kinds in data.WORLDWIDE_TYPES.items() for kind in kinds}
    forth = {kinds: name for name, kinds in data.WORLDWIDE_TYPES.items()}
    counts: dict[str, Counter[str]] = {}
    for document, names in data.worldwide_gold():
        text = reader.read(document, [(0, len(document))])
        theirs = {(a, b, forth[kinds]) for a, b, kinds in names}
        ours = {(n.start, n.end, back[n.type]) for n in text.names}
        for kind in sorted(set(back.values())):
            mine, gold_kind = {s for s in ours if s[2] == kind}, {s for s in theirs if s[2] == kind}
            _add(counts, kind, len(mine & gold_kind), len(mine), len(gold_kind))
        _add(counts, "all", len(ours & theirs), len(ours), len(theirs))
    return _f1s(counts)


def polnear(reader: Reader) -> dict[str, float]:
    """F1 of the exact spans of source, cue and content, and of (content, cue) pairs."""
    counts: dict[str, Counter[str]] = {}
    base = data.corpus("polnear") / "dev"
    annotations: dict[str, Path] = {}
    for path in sorted((base / "attributions").glob("*.ann")):
        annotations.setdefault(path.stem.rpartition("_")[0], path)
    for path in sorted((base / "text").glob("*.txt")):
        if path.stem not in annotations:
            continue
        chars = path.read_bytes().decode("utf-8").replace("\r\n", "\n")
        spans, events = data.read_brat(annotations[path.stem])
        text = reader.read(chars, [(0, len(chars))])
        gold: dict[str, set[object]] = {k: set() for k in ("source", "cue", "content", "said by")}
        ours: dict[str, set[object]] = {k: set() for k in gold}
        for event in events:
            parts = {r: [f for t in event.get(r.title(), ()) for f in spans[t][1]] for r in gold}
            for role in ("source", "cue", "content"):
                gold[role].update(parts[role])
            gold["said by"].update((c, s) for c in parts["content"] for s in parts["source"])
        for item in text.attributions:
            ours["source"].update([tuple(item.source)] if item.source else [])
            ours["cue"].update([tuple(item.cue)] if item.cue else [])
            ours["content"].update(tuple(c) for c in item.content)
            if item.source:
                ours["said by"].update((tuple(c), tuple(item.source)) for c in item.content)
        for role in gold:
            _add(counts, role, len(ours[role] & gold[role]), len(ours[role]), len(gold[role]))
    return _f1s(counts)


def main() -> None:
    """Prints every figure as JSON."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("part", nargs="?", default="dev", choices=("dev", "test"))
    parser.add_argument("--model", type=Path, default=DATA)
    args = parser.parse_args()
    reader = Reader(args.model)
    gum = conllu.read_all(list((data.corpus("gum") / args.part).glob("*.conllu")))
    ewt = conllu.read_all([data.corpus("ud-ewt") / f"{args.part}.conllu"])
    found = {
        "gum": treebank(reader, gum), "ewt": treebank(reader, ewt), "uner": uner(reader, args.part),
        "worldwide": worldwide(reader), "polnear": polnear(reader),
    }  # fmt: skip
    for name, figures in found.items():
        print(name, json.dumps(figures))


if __name__ == "__main__":
    main()
