"""The classifier of deeds: `python -m training.deeds` fits and writes `deeds.npz`.

Ridge regression onto the roots, over two kernels added up: the words by the two parties, as their
cosine, and the reader's states, brought to one scale. It is solved at once in closed form, so there
are no passes, no rates and no seeds but that of our own sentences (`deed_sentences`); and since
both kernels are linear, what comes out is a weight for every sign and every number of a state.

NumPy alone, so that the cross-validation of `evaluation/plv.py` runs wherever the tests do.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from communique.language import deed_signs
from communique.language.deeds import ROOTS, Floats, seen
from communique.language.reader import DATA, DEEDS, Reader, load
from evaluation.inspecting import CORPORA, need
from training.deed_sentences import sentences

PLV = CORPORA / "plv" / "PLV_train.tsv"
SEED, COUNT = 1, 2400  # of our own sentences
OWN = 0.12  # what one of them counts beside a sentence of PLV
STATES = 0.5  # what the kernel of the states counts beside that of the words
RIDGE = 0.3
BALANCE = 0.5  # how far rare roots count more: 0 not at all, 1 all roots alike
LEAST = 2  # sentences a sign must stand in
SHARP = 10.0
"""What scores are multiplied with to be logs of chances: on PLV, cross-validated, of the roots
given more than 0.95 97 in a hundred are right then, of those given less than 0.5 half."""


@dataclass(frozen=True)
class Marked:
    """A sentence with the characters of its parties, None for one that is not named, its root and
    quad class, where given."""

    sentence: str
    source: tuple[int, int] | None
    target: tuple[int, int] | None
    root: str
    quad: int = 0


@dataclass(frozen=True)
class Seen:
    """Sentences as the model sees them; a row of `states` each."""

    words: list[dict[str, float]]
    states: Floats

    def take(self, rows: Sequence[int]) -> Seen:
        """Some of them."""
        return Seen([self.words[i] for i in rows], self.states[list(rows)])

    def __add__(self, other: Seen) -> Seen:
        return Seen(self.words + other.words, np.concatenate([self.states, other.states]))


def read_plv(path: Path) -> list[Marked]:
    """The rows of a file in the form of PLV: columns `sentence`, `source`, `target`, `gold_root`,
    `gold_penta`. Where a party is named more than once, `marked_sentence` tells which is meant, if
    it is there; only its marks are looked at."""
    with need(path).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return [
        Marked(
            row["sentence"],
            _place(row, "s", row["source"]),
            _place(row, "t", row["target"]),
            row["gold_root"],
            int(float(row["gold_penta"])),
        )
        for row in rows
    ]


def _place(row: dict[str, str], tag: str, name: str) -> tuple[int, int] | None:
    """Where a party stands; PLV writes "An actor" or "a recipient" for one that is not named."""
    marked = row.get("marked_sentence") or ""
    bare = re.sub("</?[st]>", "", marked)
    inside = re.search(f"<{tag}>(.*?)</{tag}>", marked, re.DOTALL)
    if inside is not None and bare == row["sentence"]:
        start = len(re.sub("</?[st]>", "", marked[: inside.start()]))
        return start, start + len(re.sub("</?[st]>", "", inside[1]))
    start = row["sentence"].find(name.strip())
    return (start, start + len(name.strip())) if name.strip() and start >= 0 else None


def ours(count: int = COUNT) -> list[Marked]:
    """Our own sentences."""
    return [Marked(d.sentence, d.source, d.target, d.root) for d in sentences(count, SEED)]


def look(reader: Reader, marked: Iterable[Marked]) -> Seen:
    """Reads sentences, each a text of its own."""
    words, vectors = [], []
    for one in marked:
        text, states = reader.states(one.sentence, [(0, len(one.sentence))])
        source = text.tokens_in(*one.source) if one.source else ()
        target = text.tokens_in(*one.target) if one.target else ()
        signs = deed_signs.read(text, source, target)
        words.append(signs.words)
        vectors.append(seen(states, signs))
    return Seen(words, np.stack(vectors))


@dataclass(frozen=True)
class Model:
    """`words` (signs, roots) for the signs of `names`, `states` (5 * state, roots), `bias`."""

    names: dict[str, int]
    words: NDArray[np.float64]
    states: NDArray[np.float64]
    bias: NDArray[np.float64]

    def scores(self, those: Seen) -> NDArray[np.float64]:
        """(sentences, roots)."""
        told = matrix(those.words, self.names) @ self.words
        scores: NDArray[np.float64] = told + those.states @ self.states + self.bias
        return scores


def matrix(words: Sequence[dict[str, float]], names: dict[str, int]) -> Floats:
    """(sentences, signs), a row of the length one over the signs that are known."""
    table = np.zeros((len(words), len(names)), np.float32)
    for row, signs in enumerate(words):
        known = {names[k]: weight for k, weight in signs.items() if k in names}
        if known:
            weights = np.array(list(known.values()), np.float32)
            table[row, list(known)] = weights / np.sqrt(weights @ weights)
    return table


def fit(plv: Seen, roots: Sequence[str], own: Seen, own_roots: Sequence[str]) -> Model:
    """The model of some sentences of PLV and of our own."""
    everything = plv + own
    counts = Counter(k for signs in everything.words for k in signs)
    names = {k: i for i, k in enumerate(sorted(k for k, n in counts.items() if n >= LEAST))}
    told = matrix(everything.words, names)
    mean, spread = everything.states.mean(axis=0), everything.states.std(axis=0) + 0.1
    states = (everything.states - mean) / spread
    size = float(np.sqrt((states * states).sum(axis=1)).mean() / np.sqrt(STATES))
    states /= size
    gram = (told @ told.T).astype(np.float64) + states @ states.T
    # Each sentence by the root of its weight, so that the system stays symmetric.
    root = np.sqrt(np.concatenate([_weights(roots), np.full(len(own_roots), OWN)]))[:, None]
    wanted = np.array([[r == name for name in ROOTS] for r in [*roots, *own_roots]]) - 1 / len(
        ROOTS
    )
    system = root * gram * root.T + RIDGE * np.eye(len(gram))
    dual = root * np.linalg.solve(system, root * wanted)
    of_states = states.T @ dual / (spread * size)[:, None]
    return Model(names, told.T @ dual, of_states, -mean @ of_states)


def _weights(roots: Sequence[str]) -> NDArray[np.float64]:
    counts = np.bincount([ROOTS.index(r) for r in roots], minlength=len(ROOTS)) + 1.0
    weights: NDArray[np.float64] = (counts.mean() / counts) ** BALANCE
    return weights[[ROOTS.index(r) for r in roots]]


def pack(model: Model) -> bytes:
    """`deeds.npz`, the same bytes for the same model: the words as int8, a scale a root."""
    words, scale = SHARP * model.words, np.abs(SHARP * model.words).max(axis=0) / 127
    arrays = {
        "names": np.frombuffer("\n".join(model.names).encode(), np.uint8),
        "words": np.rint(words / scale).astype(np.int8),
        "scale": scale.astype(np.float32),
        "states": (SHARP * model.states).astype(np.float16),
        "bias": (SHARP * model.bias).astype(np.float32),
    }
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as file:
        for name, array in arrays.items():
            part = io.BytesIO()
            np.save(part, array)
            file.writestr(zipfile.ZipInfo(f"{name}.npy"), part.getvalue(), zipfile.ZIP_DEFLATED)
    return whole.getvalue()


def main() -> None:
    """Fits the model on all of PLV and our own sentences, and puts it beside the reader's files."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--into", type=Path, default=DATA)
    into = parser.parse_args().into
    reader, plv, own = load(), read_plv(PLV), ours()
    model = fit(look(reader, plv), [m.root for m in plv], look(reader, own), [m.root for m in own])
    content = pack(model)
    (into / DEEDS).write_bytes(content)
    table = json.loads((into / "reader.json").read_text(encoding="utf-8"))
    table["files"][DEEDS] = hashlib.sha256(content).hexdigest()
    text = json.dumps(table, ensure_ascii=False, indent=1)
    (into / "reader.json").write_text(text + "\n", encoding="utf-8")
    print(f"{len(model.names)} signs, {len(content)} bytes")


if __name__ == "__main__":
    main()
