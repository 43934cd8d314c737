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
import warnings
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from communique.language import mention_signs, mentions, pair_signs
from communique.language.coreference import ACTORS, NEVER_A_MENTION, TYPES
from communique.language.reader import Reader
from evaluation import chains
from training.export import DATA, digest
from training.expose import expose

FOLDER = Path(__file__).parent
GUM = FOLDER.parents[1] / "shared" / "corpora" / "gum"
STATE = 768
# The weights of the encoder's embedding and layers in what the ranker sees; learned ones stayed
# within 0.02 of these.
LAYERS = (0.0823, 0.0823, 0.0823, 0.0823, 0.2236, 0.2236, 0.2236)
FIELDS = list(mention_signs.FIELDS.values())
OFFSETS = np.concatenate([[0], np.cumsum(FIELDS)[:-1]])


@dataclass
class Sizes:
    """Everything that decides the shapes of the weights."""

    flags: int
    width: int = 192
    pair: int = 80
    product: int = 64
    dropout: float = 0.3
    state_dropout: float = 0.2


@dataclass
class Example:
    """A document as tensors: its mentions, and the pairs worth looking at."""

    name: str
    genre: str
    spans: list[tuple[int, int]]
    states: Tensor  # (mentions, 3 * STATE)
    fields: Tensor
    types: Tensor
    alone: Tensor  # bool: joined to nothing before it
    earlier: Tensor
    later: Tensor
    told: tuple[Tensor, ...]  # as pair_signs.Told
    right: Tensor  # bool a pair
    gold: chains.GoldText


class OfMentions(nn.Module):
    """What a mention is: chances of its types, and vectors for the pairs it is in."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        width = sizes.width
        self.states = nn.Linear(3 * STATE, width)
        self.fields = nn.Embedding(sum(FIELDS), width)
        nn.init.normal_(self.fields.weight, std=0.02)
        self.norm, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.hidden = nn.Linear(width, width)
        self.beside = Beside(sizes)
        self.kind, self.alone = nn.Linear(width, len(TYPES)), nn.Linear(width, 1)
        self.left, self.right = nn.Linear(width, sizes.pair), nn.Linear(width, sizes.pair)
        self.by_left, self.by_right = (nn.Linear(width, sizes.product) for _ in range(2))
        self.dropout = nn.Dropout(sizes.dropout)
        self.state_dropout = nn.Dropout(sizes.state_dropout)
        self.register_buffer("offsets", torch.from_numpy(OFFSETS))

    def forward(self, states: Tensor, fields: Tensor) -> tuple[Tensor, ...]:
        """states: (mentions, 3 * STATE); fields: (mentions, categories)."""
        seen = self.states(self.state_dropout(states)) + self.fields(fields + self.offsets).sum(1)
        m = self.dropout(self.norm(_gelu(seen)))
        m = self.norm2(m + self.dropout(_gelu(self.hidden(m))))
        m = self.beside(m)
        types = torch.log_softmax(self.kind(m), 1)
        alone = self.alone(m).squeeze(1)
        return types, alone, self.left(m), self.right(m), self.by_left(m), self.by_right(m)


class Beside(nn.Module):
    """Mentions look at one another once (a transformer layer); the nearer, the more."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        width = sizes.width
        self.heads = 4
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, 2 * width), nn.Linear(2 * width, width)
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.slope = nn.Parameter(torch.tensor([0.0, 0.25, 0.5, 1.0]))
        self.before = nn.Parameter(torch.zeros(self.heads))
        self.dropout = nn.Dropout(sizes.dropout)

    def forward(self, m: Tensor) -> Tensor:
        """m: (mentions, width), in the order of the text."""
        count, width = m.shape
        split = self.qkv(m).view(count, 3, self.heads, width // self.heads)
        q, k, v = split.permute(1, 2, 0, 3)
        place = torch.arange(count, device=m.device).float()
        apart = place[None] - place[:, None]
        bias = self.before[:, None, None] * torch.sign(apart)
        bias = bias - self.slope[:, None, None] * torch.log1p(apart.abs())
        scores = q @ k.transpose(1, 2) * (width // self.heads) ** -0.5 + bias
        seen = (scores.softmax(-1) @ v).transpose(0, 1).reshape(count, width)
        m = self.norm1(m + self.dropout(self.out(seen)))
        return self.norm2(m + self.dropout(self.down(_gelu(self.up(m)))))


class OfPairs(nn.Module):
    """The score of each pair."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.product = nn.Linear(sizes.product, sizes.pair)
        self.flags = nn.Linear(sizes.flags + 2, sizes.pair)
        self.codes = nn.Embedding(sum(pair_signs.CODES), sizes.pair)
        nn.init.normal_(self.codes.weight, std=0.1)
        self.score = nn.Linear(sizes.pair, 1)
        self.dropout = nn.Dropout(sizes.dropout)

    def forward(
        self,
        heads: Tensor,
        alone: Tensor,
        left: Tensor,
        right: Tensor,
        by_left: Tensor,
        by_right: Tensor,
        earlier: Tensor,
        later: Tensor,
        flags: Tensor,
        codes: Tensor,
        ratio: Tensor,
    ) -> Tensor:
        """heads: (mentions, STATE), the states of their heads; earlier, later: (pairs)."""
        heads = heads * torch.rsqrt((heads * heads).sum(1, keepdim=True) + 1e-9)
        place = earlier * heads.shape[0] + later
        likeness = (heads @ heads.T).flatten().index_select(0, place)
        # Picked row by row, which the graph does fastest.
        hidden = left.index_select(0, earlier) + right.index_select(0, later)
        hidden = hidden + self.product(
            by_left.index_select(0, earlier) * by_right.index_select(0, later)
        )
        likeness = likeness.unsqueeze(1)
        hidden = hidden + self.flags(torch.cat([flags.float(), ratio, likeness], 1))
        for column in range(len(pair_signs.CODES)):
            hidden = hidden + self.codes.weight.index_select(0, codes[:, column])
        scores = self.score(self.dropout(F.relu(hidden))).squeeze(1)
        return scores + alone.index_select(0, earlier) + alone.index_select(0, later)


def _gelu(x: Tensor) -> Tensor:
    return F.gelu(x, approximate="tanh")


class Ranker(nn.Module):
    """Both together, over the mentions that may be some."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.sizes = sizes
        self.of_mentions, self.of_pairs = OfMentions(sizes), OfPairs(sizes)

    def forward(self, e: Example) -> tuple[Tensor, Tensor, Tensor]:
        """Types, the pairs that were scored (as indices into the example's), their scores."""
        types, *vectors = self.of_mentions(e.states, e.fields)
        kept = types[:, 0] < NEVER_A_MENTION
        if self.training:
            kept = kept | (e.types > 0)
        pairs = (kept[e.earlier] & kept[e.later]).nonzero().squeeze(1)
        told = (values[pairs] for values in e.told)
        heads = e.states[:, :STATE]
        scores = self.of_pairs(heads, *vectors, e.earlier[pairs], e.later[pairs], *told)
        return types, pairs, scores


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
        gold.name,
        gold.genre,
        spans,
        torch.from_numpy(states[places].reshape(len(places), -1)),
        torch.from_numpy(signs.fields),
        torch.tensor([TYPES.index(told.get(span, (0, "none"))[1]) for span in spans]),
        torch.from_numpy(alone),
        torch.from_numpy(earlier),
        torch.from_numpy(later),
        tuple(map(torch.from_numpy, pair_signs.pairs(signs, words, earlier, later))),
        torch.from_numpy(right),
        gold,
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


GRAPHS = ("mentions.onnx", "pairs.onnx")


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


def to_onnx(ranker: Ranker, folder: Path) -> None:
    """Both graphs in float32."""
    sizes = ranker.sizes
    some = torch.export.Dim("mentions", min=2, max=1 << 17)
    many = torch.export.Dim("pairs", min=2, max=1 << 20)
    n, p = 7, 11
    vectors = [torch.randn(n, STATE), torch.randn(n)]
    vectors += [torch.randn(n, sizes.pair) for _ in range(2)]
    vectors += [torch.randn(n, sizes.product) for _ in range(2)]
    pairs = [torch.zeros(p, dtype=torch.long), torch.zeros(p, dtype=torch.long)]
    codes = torch.zeros(p, len(pair_signs.CODES), dtype=torch.long)
    told = (torch.zeros(p, sizes.flags, dtype=torch.bool), codes, torch.zeros(p, 1))
    names = ["heads", "alone", "left", "right", "by_left", "by_right"]
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            ranker.of_mentions,
            (torch.randn(n, 3 * STATE), torch.zeros(n, len(FIELDS), dtype=torch.long)),
            str(folder / GRAPHS[0]),
            input_names=["states", "fields"],
            output_names=["types", *names[1:]],
            dynamo=True,
            external_data=False,
            verbose=False,
            dynamic_shapes=({0: some}, {0: some}),
        )
        torch.onnx.export(
            ranker.of_pairs,
            (*vectors, *pairs, *told),
            str(folder / GRAPHS[1]),
            input_names=[*names, "earlier", "later", *pair_signs.Told._fields],
            output_names=["scores"],
            dynamo=True,
            external_data=False,
            verbose=False,
            dynamic_shapes=({0: some},) * 6 + ({0: many},) * 5,
        )


def export(ranker: Ranker, into: Path) -> None:
    """The reader's files with the ranker's, put in place together."""
    with tempfile.TemporaryDirectory(dir=into.parent) as name:
        folder = Path(name)
        exposed(folder)
        to_onnx(ranker, folder)
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
