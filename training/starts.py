"""Fits the head for sentence starts once more, alone: `python -m training.starts`.

The main run had learned from paragraphs of the newswire that a full stop inside them ends no
sentence. Everything else stays as it is, so the encoder only runs forward and two passes over the
treebanks and a part of the newswire take two minutes.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

import torch
import torch.nn.functional as F

from training import data
from training.export import load
from training.train import FOLDER, LIMIT, SEED, save
from training.windows import batch, cuts, example, joined

PASSES, RATE, NEWSWIRE = 2, 2e-3, 160


def main() -> None:
    """Reads a trained reader, fits its start head, and writes the reader again."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--weights", type=Path, default=FOLDER / "work" / "reader.pt")
    parser.add_argument("--into", type=Path, default=FOLDER / "work" / "reader.pt")
    args = parser.parse_args()
    torch.manual_seed(SEED)
    rng = random.Random(SEED)
    model, _ = load(args.weights)
    trees = data.treebanks(data.Inventory())
    documents = trees["ewt-train"] + trees["gum-train"] + data.worldwide(False)[:NEWSWIRE]
    head = [*model.start_hidden.parameters(), *model.start.parameters()]
    for number in range(PASSES):
        found = [cut for document in documents for cut in cuts(document, LIMIT, rng)]
        groups = joined(found, LIMIT)
        rng.shuffle(groups)
        optimizer = torch.optim.AdamW(head, lr=RATE * 0.3**number)
        total, words = 0.0, 0
        for at in range(0, len(groups), 8):
            part = batch([example(group, rng) for group in groups[at : at + 8]])
            known = part["words"] & (part["starts"] >= 0)
            with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
                states = model.encoder(part["ids"], part["shapes"], part["gaps"], part["mask"])
                mixed = model.syntax_mix(states)
                index = torch.stack([part["first"], part["last"]], -1).flatten(1)
                picked = mixed.gather(1, index.unsqueeze(-1).expand(-1, -1, mixed.shape[-1]))
            vectors = picked.view(len(known), -1, 2 * mixed.shape[-1]).float()
            scores = model.start(model.start_hidden(vectors)).squeeze(-1)[known]
            target = part["starts"][known].float()
            loss = F.binary_cross_entropy_with_logits(scores, target, reduction="sum")
            optimizer.zero_grad()
            (loss / known.sum()).backward()
            optimizer.step()
            total, words = total + float(loss.detach()), words + int(known.sum())
        print(f"pass {number + 1}: {total / words:.5f} a word", flush=True)
    state = torch.load(args.weights, weights_only=False)
    save(args.into, {**state, "model": model.state_dict()})


if __name__ == "__main__":
    main()
