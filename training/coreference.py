"""Trains the ranker of coreference on GUM's train part: `python -m training.coreference`.

The reader stays as it is; its states are read once. Mentions are those of
`communique.language.mentions`, gold chains those of `evaluation.chains` (GUM as OntoNotes has it).
The loss is minus the log of the chance that a mention is joined to any right one before it, or to
none where there is none (Lee et al., 2017), and minus the log of the chance of its type. Writes
`work/coreference.pt`; with `--export` the graphs go into the package.
"""

from __future__ import annotations

import argparse
import copy
import json
import math
import random
import shutil
import tempfile
import time
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from communique.language import mention_signs, mentions, pair_signs
from communique.language.coreference import ACTORS, TYPES
from communique.language.reader import Reader
from evaluation import chains
from training.export import DATA, digest
from training.expose import expose
from training.ranker import GRAPHS, Example, Ranker, Sizes, quantise, to_onnx

FOLDER = Path(__file__).parent
GUM = FOLDER.parents[1] / "shared" / "corpora" / "gum"
# The weights of the encoder's embedding and layers in what the ranker sees; learned ones stayed
# within 0.02 of these.
LAYERS = (0.0823, 0.0823, 0.0823, 0.0823, 0.2236, 0.2236, 0.2236)


def loss(e: Example, types: Tensor, pairs: Tensor, scores: Tensor) -> Tensor:
    """The mean over mentions."""
    count, later, right = len(types), e.later[pairs], e.right[pairs]
    # Not to be joined scores 0; sums of exponentials relative to the best of each mention.
    top = torch.zeros(count).scatter_reduce(0, later, scores.detach(), "amax")
    part = torch.exp(scores - top[later])
    whole = torch.exp(-top).scatter_add(0, later, part)
    good = torch.zeros(count).scatter_add(0, later[right], part[right])
    good = good + torch.where(e.alone | (good == 0), torch.exp(-top), torch.zeros(count))
    joined = (torch.log(whole) - torch.log(good)).sum()
    return (joined + 0.5 * F.nll_loss(types, e.types, reduction="sum")) / count


def examples(part: str, reader: Reader) -> list[Example]:
    """The documents of a part of GUM, read by the reader."""
    return [example(gold, reader) for gold in chains.read(GUM / part)]


def example(gold: chains.GoldText, reader: Reader) -> Example:
    """One document; a mention is gold where its span is one's."""
    text, states = reader.states(gold.text, [(0, len(gold.text))])
    found = mentions.find(text)
    signs = mention_signs.read(text, found)
    words = pair_signs.read(signs)
    earlier, later = pair_signs.candidates(signs, words)
    told: dict[tuple[int, int], tuple[int, str]] = {}
    for number, chain in enumerate(chains.as_ontonotes(gold)):
        for m in chain:
            told[m.start, m.end] = (number, m.type)
    spans = [(text.tokens[m.first].start, text.tokens[m.last].end) for m in found]
    number = np.array([told.get(span, (-1, ""))[0] for span in spans])
    right = (number[earlier] == number[later]) & (number[later] >= 0)
    alone = np.ones(len(found), bool)
    alone[later[right]] = False
    places = np.stack([signs.head, signs.first, signs.last], axis=1)
    return Example(
        gold,
        spans,
        torch.from_numpy(states[places].reshape(len(places), -1)),
        torch.from_numpy(signs.fields),
        torch.tensor([TYPES.index(told.get(span, (0, "none"))[1]) for span in spans]),
        torch.from_numpy(alone),
        torch.from_numpy(earlier),
        torch.from_numpy(later),
        tuple(map(torch.from_numpy, pair_signs.pairs(signs, words, earlier, later))),
        torch.from_numpy(right),
    )


def exposed(folder: Path) -> Reader:
    """The reader in the package, its graph with the states as one more output, in a folder."""
    table = json.loads((DATA / "reader.json").read_text(encoding="utf-8"))
    files = {name: digest for name, digest in table["files"].items() if name not in GRAPHS}
    for name in files:
        shutil.copy(DATA / name, folder / name)
    expose(folder / "reader.onnx", LAYERS)
    _write_table(folder, {**table, "files": files})
    return Reader(folder)


def _write_table(folder: Path, table: dict[str, object]) -> None:
    """`reader.json` with the digests of the files that it names."""
    files = table["files"]
    assert isinstance(files, dict)
    table["files"] = {name: digest(folder / name) for name in files}
    (folder / "reader.json").write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


def system(e: Example, types: Tensor, pairs: Tensor, scores: Tensor) -> list[tuple[str, set[int]]]:
    """The chains that the ranker makes of a document: type and mentions."""
    before = [-1] * len(types)
    best = [0.0] * len(types)
    later, earlier = e.later[pairs].tolist(), e.earlier[pairs].tolist()
    for a, b, score in zip(earlier, later, scores.tolist(), strict=True):
        if score > best[b]:
            best[b], before[b] = score, a
    owner: dict[int, int] = {}
    joined: dict[int, set[int]] = {}
    for i, j in enumerate(before):
        if j >= 0:
            owner[i] = owner.setdefault(j, j)
            joined.setdefault(owner[i], {owner[i]}).add(i)
    return [
        (TYPES[int(types[sorted(chain), 1:].sum(0).argmax()) + 1], chain)
        for chain in joined.values()
    ]


def measure(ranker: Ranker, documents: list[Example]) -> float:
    """CoNLL F1 of persons, organisations and places, all genres, without singletons."""
    ranker.eval()
    counted = []
    for e in documents:
        with torch.no_grad():
            found = system(e, *ranker(e))
        ours = [frozenset(e.spans[i] for i in chain) for kind, chain in found if kind in ACTORS]
        gold = [c for c in chains.as_ontonotes(e.gold) if c[0].type in ACTORS]
        counted.append(chains.counts(chains.key(gold, singletons=False), ours))
    return chains.conll(counted)["CoNLL"]


def train(documents: list[Example], dev: list[Example], epochs: int, rate: float) -> Ranker:
    """A running average of the weights; what it reaches on `dev` is shown."""
    ranker = Ranker(Sizes(flags=documents[0].told[0].shape[1]))
    average = copy.deepcopy(ranker)
    wide = [p for p in ranker.parameters() if p.ndim > 1]
    narrow = [p for p in ranker.parameters() if p.ndim <= 1]
    groups = [{"params": wide, "weight_decay": 0.05}, {"params": narrow, "weight_decay": 0.0}]
    optimiser = torch.optim.AdamW(groups, lr=rate)
    step, steps = 0, epochs * len(documents)
    for epoch in range(epochs):
        began, total = time.time(), 0.0
        ranker.train()
        for e in random.sample(documents, len(documents)):
            for group in optimiser.param_groups:
                warm = min(1.0, (step + 1) / 100)
                group["lr"] = rate * warm * 0.5 * (1 + math.cos(math.pi * step / steps))
            cost = loss(e, *ranker(e))
            optimiser.zero_grad()
            cost.backward()
            nn.utils.clip_grad_norm_(ranker.parameters(), 5.0)
            optimiser.step()
            total, step = total + cost.item(), step + 1
            keep = min(0.998, step / (9 + step))
            with torch.no_grad():
                for mean, now in zip(average.parameters(), ranker.parameters(), strict=True):
                    mean.lerp_(now, 1 - keep)
        reached = measure(average, dev)
        print(
            f"epoch {epoch + 1}: loss {total / len(documents):.3f}, dev {reached:.2f}, "
            f"{time.time() - began:.0f} s",
            flush=True,
        )
    return average.eval()


def export(ranker: Ranker, into: Path) -> None:
    """The reader's files with the ranker's, put in place together."""
    with tempfile.TemporaryDirectory(dir=into.parent) as name:
        folder = Path(name)
        exposed(folder)
        to_onnx(ranker, folder)
        quantise(folder / GRAPHS[0])
        table = json.loads((folder / "reader.json").read_text(encoding="utf-8"))
        table["files"] |= dict.fromkeys(GRAPHS, "")
        _write_table(folder, table)
        for file in ("reader.onnx", *GRAPHS, "reader.json"):
            (folder / file).replace(into / file)


def load(path: Path) -> Ranker:
    """A trained ranker."""
    state = torch.load(path, weights_only=False)
    ranker = Ranker(Sizes(**state["sizes"]))
    ranker.load_state_dict(state["ranker"])
    return ranker.eval()


def main() -> None:
    """Trains, or with `--export` writes the graphs of what was trained."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--weights", type=Path, default=FOLDER / "work" / "coreference.pt")
    parser.add_argument("--export", action="store_true")
    parser.add_argument("--into", type=Path, default=DATA)
    args = parser.parse_args()
    if args.export:
        export(load(args.weights), args.into)
        return
    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    with tempfile.TemporaryDirectory() as folder:
        reader = exposed(Path(folder))
        documents, dev = examples("train", reader), examples("dev", reader)
    ranker = train(documents, dev, args.epochs, args.rate)
    args.weights.parent.mkdir(exist_ok=True)
    torch.save({"sizes": asdict(ranker.sizes), "ranker": ranker.state_dict()}, args.weights)


if __name__ == "__main__":
    main()
