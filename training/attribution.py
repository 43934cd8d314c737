"""Trains the second look at attributions on PolNeAR's train part: `python -m training.attribution`.

The reader stays as it is: its states, scores and trees are read once, the states made smaller by
their main directions. Each time an article is read it is cut anew into windows of whole sentences,
and one of its annotators is taken by chance. The loss is that of a conditional random field over
the tags, and of the pointers to the cue at three tenths of the weight. Writes
`work/attribution.pt`;
with `--export` the graph goes into the package.
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
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from communique.language.attributor import SENTENCE, windows
from communique.language.reader import Reader
from communique.language.spanning import best_spans
from training import data
from training.attributor import GRAPH, SMALL, Attributor, Sizes, cost_of_tags, to_onnx
from training.export import DATA, digest
from training.labels import ROLES, bies
from training.ranker import quantise

FOLDER = Path(__file__).parent
HELD = 12
"""One article in so many is kept back, to look at."""
WORDS = 160
"""Words of a window while training."""
BATCH = 14


@dataclass
class Article:
    """What the reader sees in an article, and the tags and cues of each of its annotators."""

    states: np.ndarray  # (words, 768), then (words, SMALL)
    roles: np.ndarray  # chances
    signs: np.ndarray
    heads: np.ndarray
    breaks: np.ndarray
    gold: list[tuple[np.ndarray, np.ndarray]]  # tags; the first word of the cue, -1 for none


def articles(part: str, reader: Reader) -> list[Article]:
    """The articles of a part of PolNeAR."""
    found = []
    for path, by_whom in data.annotated(data.corpus("polnear") / part):
        chars = path.read_bytes().decode("utf-8").replace("\r\n", "\n")
        text, scores, breaks = reader.scored(chars, [(0, len(chars))])
        chances = np.exp(scores.roles - scores.roles.max(axis=1, keepdims=True))
        gold = [data.attributed(path, annotation) for annotation in by_whom]
        found.append(
            Article(
                scores.states.astype(np.float16),
                chances / chances.sum(axis=1, keepdims=True),
                reader.signs(text, scores),
                scores.heads,
                breaks,
                [(g.roles.astype(np.int64), g.cues.astype(np.int64)) for g in gold],
            )
        )
    return found


def directions(found: list[Article], seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """The mean of the states, and the matrix (768, SMALL) of their main directions, each scaled by
    the root of its spread: 94 % of the spread of single numbers, each made equal first."""
    chance = np.random.default_rng(seed)
    sample = [a.states[chance.integers(0, len(a.states), 150)] for a in found]
    seen = np.concatenate(sample).astype(np.float64)
    mean, spread = seen.mean(0), seen.std(0) + 1e-6
    even = (seen - mean) / spread
    values, vectors = np.linalg.eigh(even.T @ even / len(even))
    first = np.argsort(-values)[:SMALL]
    smaller = vectors[:, first] * values[first] ** -0.25 / spread[:, None]
    return mean.astype(np.float32), smaller.astype(np.float32)


def windows_at_random(article: Article) -> list[tuple[int, int]]:
    """Runs of whole sentences of at most WORDS words, the first of any length."""
    starts = np.flatnonzero(article.signs[:, SENTENCE])
    count, cuts = len(article.signs), [0]
    room = random.randint(WORDS // 4, WORDS)
    while count - cuts[-1] > room:
        within = starts[(starts > cuts[-1]) & (starts <= cuts[-1] + room)]
        cuts.append(int(within[-1]) if len(within) else cuts[-1] + room)
        room = WORDS
    return list(zip(cuts, [*cuts[1:], count], strict=True))


def whole(tags: np.ndarray, breaks: np.ndarray) -> np.ndarray:
    """Tags in which every span is whole: one that is cut, or goes over a break, becomes two."""
    role, place = np.where(tags > 0, (tags - 1) // 4, -1), np.where(tags > 0, (tags - 1) % 4, 3)
    before = np.concatenate(([-1], role[:-1]))
    closed = np.concatenate(([True], place[:-1] >= 2))
    begins = (role >= 0) & (breaks | closed | (place == 0) | (place == 3) | (role != before))
    edges = np.flatnonzero(np.concatenate(([True], begins[1:] | (role[1:] != role[:-1]))))
    result = np.zeros(len(tags), np.int64)
    for start, end in zip(edges.tolist(), [*edges[1:].tolist(), len(tags)], strict=True):
        if role[start] >= 0:
            result[start:end] = 1 + 4 * role[start] + np.array(bies(end - start))
    return result


Batch = tuple[Tensor, ...]


def batch(items: list[tuple[Article, int, int, int]]) -> Batch:
    """Windows of articles (first word, end, annotator) side by side."""
    size, longest = len(items), max(end - start for _, start, end, _ in items)
    first = items[0][0]
    arrays: list[np.ndarray] = [
        np.zeros((size, longest, *value.shape[1:]), value.dtype)
        for value in (first.states, first.roles, first.signs, first.heads, first.breaks)
    ]
    tags, cues = (np.full((size, longest), n, np.int64) for n in (0, -1))
    known = np.zeros((size, longest), bool)
    for row, (article, start, end, by_whom) in enumerate(items):
        part = slice(start, end)
        heads = np.clip(article.heads[part], start, end - 1) - start
        values = article.states, article.roles, article.signs
        for array, value in zip(arrays[:3], values, strict=True):
            array[row, : end - start] = value[part]
        arrays[3][row, : end - start] = heads
        arrays[4][row, : end - start] = article.breaks[part]
        told, pointed = article.gold[by_whom]
        tags[row, : end - start] = whole(told[part], article.breaks[part])
        inside = (pointed[part] >= start) & (pointed[part] < end)
        cues[row, : end - start] = np.where(inside, pointed[part] - start, -1)
        known[row, : end - start] = True
    arrays[0] = arrays[0].astype(np.float32)
    return tuple(map(torch.from_numpy, [*arrays, tags, cues, known]))


def batches(found: list[Article]) -> Iterator[Batch]:
    """One time through all articles, windows of like length together."""
    items = [
        (article, start, end, random.randrange(len(article.gold)))
        for article in found
        for start, end in windows_at_random(article)
    ]
    random.shuffle(items)
    groups = []
    for at in range(0, len(items), 8 * BATCH):
        some = sorted(items[at : at + 8 * BATCH], key=lambda item: item[2] - item[1])
        groups += [some[n : n + BATCH] for n in range(0, len(some), BATCH)]
    random.shuffle(groups)
    yield from map(batch, groups)


def loss(net: Attributor, one: Batch) -> Tensor:
    """The mean over words."""
    states, roles, signs, heads, breaks, tags, cues, known = one
    with torch.autocast("cpu", torch.bfloat16):
        scores, pointers = net(states, roles, signs, heads, known)
    cost = cost_of_tags(scores, tags, net.transitions(), known, breaks).sum()
    told = cues >= 0
    pointers = pointers.masked_fill(~known[:, None], -1e4)
    if told.any():
        cost = cost + 0.3 * F.cross_entropy(pointers[told], cues[told], reduction="sum")
    mean: Tensor = cost / known.sum()
    return mean


def measure(net: Attributor, found: list[Article], likely: float = 0.4) -> dict[str, float]:
    """Exact F1 of the spans of each role, by the first annotator."""
    net.eval()
    counts = np.zeros((len(ROLES), 3))
    moves = net.transitions().detach().numpy()
    for article in found:
        scores = np.zeros_like(article.roles)
        for start, end in windows(article.signs):
            states, roles, signs, heads, *_, known = batch([(article, start, end, 0)])
            with torch.no_grad():
                scores[start:end] = net(states, roles, signs, heads, known)[0][0].numpy()
        thresholds = np.full(len(ROLES), likely)
        ours = {s[:3] for s in best_spans(scores, moves, article.breaks, thresholds)}
        tags = whole(article.gold[0][0], article.breaks)
        theirs = set(_spans(tags))
        for kind in range(len(ROLES)):
            a, b = {s for s in ours if s[2] == kind}, {s for s in theirs if s[2] == kind}
            counts[kind] += len(a & b), len(a), len(b)
    return {
        role: round(200 * right / max(1, mine + gold), 2)
        for role, (right, mine, gold) in zip(ROLES, counts.tolist(), strict=True)
    }


def _spans(tags: np.ndarray) -> Iterator[tuple[int, int, int]]:
    start = 0
    for at in np.flatnonzero(tags).tolist():
        place = (int(tags[at]) - 1) % 4
        start = at if place in (0, 3) else start
        if place >= 2:
            yield start, at + 1, (int(tags[at]) - 1) // 4


def train(
    found: list[Article], held: list[Article], sizes: Sizes, epochs: int, rate: float
) -> Attributor:
    """A running average of the weights; what it reaches on `held` is shown."""
    net = Attributor(sizes)
    average = copy.deepcopy(net)
    groups = [
        {"params": [p for p in net.parameters() if p.ndim > 1], "weight_decay": 0.05},
        {"params": [p for p in net.parameters() if p.ndim <= 1], "weight_decay": 0.0},
    ]
    optimiser = torch.optim.AdamW(groups, lr=rate, betas=(0.9, 0.98))
    step, steps = 0, epochs * (sum(len(a.signs) for a in found) // (WORDS * BATCH) + 1)
    for epoch in range(epochs):
        began = time.time()
        net.train()
        for one in batches(found):
            for group in optimiser.param_groups:
                done = min(1.0, step / steps)
                warm = min(1.0, (step + 1) / 150)
                group["lr"] = rate * warm * 0.5 * (1 + math.cos(math.pi * done))
            optimiser.zero_grad()
            loss(net, one).backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            step += 1
            keep = min(0.998, step / (9 + step))
            with torch.no_grad():
                for mean, now in zip(average.parameters(), net.parameters(), strict=True):
                    mean.lerp_(now, 1 - keep)
        print(f"epoch {epoch + 1}: {measure(average, held)}, {time.time() - began:.0f} s")
    return average.eval()


def export(path: Path, into: Path) -> None:
    """The graph among the reader's files, its weights as int8."""
    state = torch.load(path, weights_only=False)
    net = Attributor(Sizes(**state["sizes"]))
    net.load_state_dict(state["net"])
    with tempfile.TemporaryDirectory(dir=into.parent) as name:
        folder = Path(name)
        to_onnx(net.eval(), state["mean"], state["smaller"], folder / GRAPH)
        quantise(folder / GRAPH)
        shutil.copy(folder / GRAPH, into / GRAPH)
    table = json.loads((into / "reader.json").read_text(encoding="utf-8"))
    table["files"][GRAPH] = digest(into / GRAPH)
    (into / "reader.json").write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Trains, or with `--export` writes the graph of what was trained."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=1.2e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--weights", type=Path, default=FOLDER / "work" / "attribution.pt")
    parser.add_argument("--export", action="store_true")
    parser.add_argument("--into", type=Path, default=DATA)
    args = parser.parse_args()
    if args.export:
        export(args.weights, args.into)
        return
    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    reader = Reader()
    found = articles("train", reader)
    mean, smaller = directions(found)
    for article in found:
        article.states = ((article.states - mean) @ smaller).astype(np.float16)
    held = [article for n, article in enumerate(found) if n % HELD == HELD // 2 - 1]
    kept = [article for n, article in enumerate(found) if n % HELD != HELD // 2 - 1]
    sizes = Sizes(len(reader.classes["upos"]), len(reader.classes["deprel"]))
    net = train(kept, held, sizes, args.epochs, args.rate)
    args.weights.parent.mkdir(exist_ok=True)
    told = {"sizes": asdict(sizes), "net": net.state_dict()}
    told |= {"mean": torch.from_numpy(mean), "smaller": torch.from_numpy(smaller)}
    torch.save(told, args.weights)


if __name__ == "__main__":
    main()
