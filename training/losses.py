"""What the network is trained for, one loss a head, each over the words whose label is known."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor

from training.labels import NAME_TAGS
from training.model import Reader

# Sums are divided by the words of the whole batch, so that a head weighs as much as its corpora
# have words in it; these factors level them again.
WEIGHTS = {
    "starts": 0.7, "upos": 0.6, "xpos": 0.6, "feats": 0.6, "arcs": 1.2, "labels": 1.0,
    "names": 1.2, "roles": 2.5, "pointers": 1.5,
}  # fmt: skip
SMOOTHING = 0.03


def same_sentence(sentence: Tensor, words: Tensor) -> Tensor:
    """(batch, words, words): whether two words share a sentence."""
    return (sentence[:, :, None] == sentence[:, None, :]) & words[:, None, :]


def marginal(scores: Tensor, sets: Tensor) -> Tensor:
    """Minus the log of the probability of all allowed tags together, of words (words, tags) whose
    allowed tags are bits."""
    bits = torch.arange(len(NAME_TAGS), device=sets.device)
    permitted = (sets[:, None] >> bits) & 1 == 1
    inside = scores.masked_fill(~permitted, -1e4).logsumexp(-1)
    return scores.logsumexp(-1) - inside


def losses(model: Reader, batch: dict[str, Tensor]) -> dict[str, Tensor]:
    """The losses of a batch by head, summed over known words and divided by all its words."""
    out = model(
        batch["ids"], batch["shapes"], batch["gaps"], batch["first"], batch["last"], batch["mask"]
    )
    out = {name: value.float() for name, value in out.items()}
    words = batch["words"]
    total = words.sum().float()
    found: dict[str, Tensor] = {}

    known = words & (batch["starts"] >= 0)
    found["starts"] = F.binary_cross_entropy_with_logits(
        out["starts"][known], batch["starts"][known].float(), reduction="sum"
    )
    for name in ("upos", "xpos", "feats", "roles"):
        known = words & (batch[name] >= 0)
        found[name] = F.cross_entropy(
            out[name][known], batch[name][known], reduction="sum", label_smoothing=SMOOTHING
        )
    heads = batch["heads"]
    known = words & (heads >= 0)
    permitted = same_sentence(batch["sentence"], words)[known]
    arcs = out["arcs"][known].masked_fill(~permitted, -1e4)
    target = heads[known]
    # A head outside its own sentence (an overlong one, cut) would cost 1e4: left out.
    fits = permitted.gather(1, target[:, None]).squeeze(1)
    found["arcs"] = F.cross_entropy(arcs[fits], target[fits], reduction="sum")

    known = known & (batch["deprels"] >= 0)
    where = known.nonzero()
    head = out["label_head"][where[:, 0], heads[known]]
    with torch.autocast(heads.device.type, torch.bfloat16):
        labels = model.labels(out["label_dep"][known], head)
    found["labels"] = F.cross_entropy(
        labels.float(), batch["deprels"][known], reduction="sum", label_smoothing=SMOOTHING
    )
    known = words & (batch["names"] != 0)
    found["names"] = marginal(out["names"][known], batch["names"][known]).sum()
    known = words & (batch["cues"] >= 0)
    pointers = out["pointers"][known].masked_fill(~words[known.nonzero()[:, 0]], -1e4)
    found["pointers"] = F.cross_entropy(pointers, batch["cues"][known], reduction="sum")
    return {name: value / total for name, value in found.items()}
