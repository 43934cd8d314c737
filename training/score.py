"""Quick scores during training, on gold words and gold sentences; the official ones are in
`evaluation/`."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import torch

from training.data import Document
from training.labels import NAME_TAGS, ROLE_TAGS, ROLES
from training.losses import same_sentence
from training.model import Reader
from training.windows import batch, cuts, example, joined


def best_tags(scores: np.ndarray, tags: list[str]) -> list[int]:
    """The best sequence in which B, I, E, S follow each other as they must (Viterbi)."""
    from communique.language.decode import viterbi

    return viterbi(scores, len(tags)).tolist()


def _spans(tags: list[int], inventory: list[str]) -> set[tuple[int, int, str]]:
    found, start = set(), -1
    for i, tag in enumerate(tags):
        place, _, kind = inventory[tag].partition("-")
        if place in ("B", "S"):
            start = i
        if place in ("E", "S"):
            found.add((start, i + 1, kind))
    return found


def f1(right: int, predicted: int, gold: int) -> float:
    """Harmonic mean of precision and recall, in percent."""
    return 200.0 * right / max(1, predicted + gold)


# What a corpus with three types can say of ours; the others have no counterpart in it.
COARSE = {"person": "PER", "organization": "ORG", "place": "LOC", "facility": "LOC"}


def _gold_names(sets: np.ndarray) -> list[set[str]]:
    return [{tag for b, tag in enumerate(NAME_TAGS) if int(bits) >> b & 1} for bits in sets]


def _coarse_spans(document_names: np.ndarray) -> set[tuple[int, int, str]]:
    """Gold spans of persons, organisations and places from sets of tags."""
    found, start = set(), -1
    for i, tags in enumerate(_gold_names(document_names)):
        kinds = {COARSE.get(tag.partition("-")[2]) for tag in tags} - {None}
        places = {tag[0] for tag in tags}
        if "O" in tags or len(kinds) != 1 or "nationality" in str(tags):
            continue
        if places & {"B", "S"}:
            start = i
        if places & {"E", "S"}:
            found.add((start, i + 1, str(kinds.pop())))
    return found


@torch.no_grad()
def score(model: Reader, documents: Iterable[Document], limit: int = 300) -> dict[str, float]:
    """Accuracies of tags, UAS and LAS, sentence starts, and F1 of names and roles, in percent."""
    model.eval()
    device = next(model.parameters()).device
    right: dict[str, float] = {}
    total: dict[str, float] = {}

    def add(name: str, good: float, of: float) -> None:
        right[name] = right.get(name, 0) + good
        total[name] = total.get(name, 0) + of

    spans = {kind: [0, 0, 0] for kind in ("PER", "ORG", "LOC", *ROLES, "starts")}
    groups = [g for d in documents for g in joined(cuts(d, limit, None), limit)]
    groups.sort(key=lambda g: sum(c.size for c in g))
    for at in range(0, len(groups), 8):
        examples = [example(g, None) for g in groups[at : at + 8]]
        data = {k: v.to(device) for k, v in batch(examples).items()}
        with torch.autocast(device.type, torch.bfloat16):
            out = model(
                data["ids"], data["shapes"], data["gaps"], data["first"], data["last"], data["mask"]
            )
        out = {k: v.float() for k, v in out.items()}
        words = data["words"]
        for name in ("upos", "xpos", "feats"):
            known = words & (data[name] >= 0)
            add(name, (out[name].argmax(-1) == data[name])[known].sum().item(), known.sum().item())
        known = words & (data["heads"] >= 0)
        arcs = out["arcs"].masked_fill(~same_sentence(data["sentence"], words), -1e4)
        heads = arcs.argmax(-1)
        good = (heads == data["heads"])[known]
        where = known.nonzero()
        head = out["label_head"][where[:, 0], heads[known]]
        labels = model.labels(out["label_dep"][known], head).argmax(-1)
        add("uas", good.sum().item(), len(good))
        add("las", (good & (labels == data["deprels"][known])).sum().item(), len(good))
        known = words & (data["cues"] >= 0)
        pointers = out["pointers"].masked_fill(~words[:, None, :], -1e4).argmax(-1)
        add("pointer", (pointers == data["cues"])[known].sum().item(), known.sum().item())
        for row, item in enumerate(examples):
            n = len(item.window.first)
            known = item.labels["starts"] >= 0
            said = (out["starts"][row, :n].cpu().numpy() > 0) & known
            gold = (item.labels["starts"] == 1) & known
            for i, value in enumerate(((said & gold).sum(), said.sum(), gold.sum())):
                spans["starts"][i] += int(value)
            if (item.labels["roles"] >= 0).any():
                predicted = _spans(
                    best_tags(out["roles"][row, :n].cpu().numpy(), ROLE_TAGS), ROLE_TAGS
                )
                _count(spans, predicted, _spans(item.labels["roles"].tolist(), ROLE_TAGS))
            if (item.labels["names"] != 0).any():
                tags = best_tags(out["names"][row, :n].cpu().numpy(), NAME_TAGS)
                named = {
                    (a, b, COARSE[k]) for a, b, k in _spans(tags, NAME_TAGS)
                    if k in COARSE and item.labels["names"][a] != 0
                }  # fmt: skip
                _count(spans, named, _coarse_spans(item.labels["names"]))
    model.train()
    found = {name: 100.0 * right[name] / total[name] for name in right if total[name]}
    found.update({kind: f1(*counts) for kind, counts in spans.items() if counts[2]})
    names = [sum(spans[k][i] for k in ("PER", "ORG", "LOC")) for i in range(3)]
    if names[2]:
        found["names"] = f1(names[0], names[1], names[2])
    return {name: round(value, 2) for name, value in found.items()}


def _count(
    spans: dict[str, list[int]],
    predicted: set[tuple[int, int, str]],
    gold: set[tuple[int, int, str]],
) -> None:
    for kind, counts in spans.items():
        p = {s for s in predicted if s[2] == kind}
        g = {s for s in gold if s[2] == kind}
        for i, value in enumerate((len(p & g), len(p), len(g))):
            counts[i] += value
