"""Training windows: runs of consecutive sentences, never the same cut twice, a little noisy."""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import torch
from torch import Tensor

from communique.language import pieces
from training.data import Document

TENSORS = ("starts", "upos", "xpos", "feats", "heads", "deprels", "names", "roles", "cues")
UNKNOWN = {"heads": -2, "names": 0}
GAP = {name: i for i, name in enumerate(pieces.GAPS)}


@dataclass(frozen=True)
class Cut:
    """A run of words of a document."""

    document: Document
    start: int
    end: int

    @property
    def size(self) -> int:
        """Pieces, [CLS] and [SEP] included."""
        offsets = self.document.encoded.offsets
        return int(offsets[self.end] - offsets[self.start]) + 2


def cuts(document: Document, limit: int, rng: random.Random | None) -> list[Cut]:
    """The document as windows of whole sentences of at most `limit` pieces.

    With a generator, the limits vary, the first window is shorter so that the borders move from
    epoch to epoch, and one window in eight is only a sentence or three.
    """
    breaks = [*np.flatnonzero(document.breaks).tolist(), len(document.strings)]
    if breaks[0] != 0:
        breaks.insert(0, 0)
    offsets = document.encoded.offsets
    found, at = [], 0
    first = True
    while at < len(breaks) - 1:
        room, most = limit, len(breaks)
        if rng is not None:
            room = rng.randint(limit // 4, limit) if first else rng.randint(limit * 3 // 4, limit)
            most = rng.randint(1, 3) if rng.random() < 0.125 else most
        end = at + 1
        while end < len(breaks) - 1 and end - at < most:
            if offsets[breaks[end + 1]] - offsets[breaks[at]] + 2 > room:
                break
            end += 1
        start, stop = breaks[at], breaks[end]
        while offsets[stop] - offsets[start] + 2 > limit + 64:
            stop -= 1  # an overlong sentence is cut, as it is at run time
        found.append(Cut(document, start, stop))
        at, first = end, False
    return found


def joined(found: list[Cut], limit: int) -> list[list[Cut]]:
    """Neighbouring cuts put together while they fit, so that short documents share a window."""
    groups: list[list[Cut]] = []
    for cut in found:
        if groups and sum(c.size for c in groups[-1]) + cut.size <= limit:
            groups[-1].append(cut)
        else:
            groups.append([cut])
    return groups


_CURLY = {'"': ("\u201c", "\u201d"), "'": ("\u2018", "\u2019")}


def _typo(word: str, rng: random.Random) -> str:
    at = rng.randrange(1, len(word) - 1)
    if rng.random() < 0.5:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + word[at + 1 :]


def noisy(strings: list[str], gaps: list[int], opens: np.ndarray, rng: random.Random) -> None:
    """Changes a window's words and gaps in place, as the press changes them: headlines in capitals,
    lost case, typos, curly or straight quotes, no-break spaces, paragraphs run together."""
    n = len(strings)
    bounds = [i for i in range(n) if i == 0 or opens[i] == 1] + [n]
    for a, b in pairwise(bounds):
        chance = rng.random()
        for i in range(a, b):
            if chance < 0.03:
                strings[i] = strings[i].lower()
            elif chance < 0.055:
                strings[i] = strings[i].upper()
            elif chance < 0.09 and len(strings[i]) > 3 and strings[i].islower():
                strings[i] = strings[i].capitalize()
    for i in range(n):
        if len(strings[i]) > 4 and strings[i].isalpha() and rng.random() < 0.006:
            strings[i] = _typo(strings[i], rng)
    style = rng.random()
    if style < 0.24:
        for i, word in enumerate(strings):
            if style < 0.12:
                for straight, pair in _CURLY.items():
                    word = word.replace(pair[0], straight).replace(pair[1], straight)
                strings[i] = word
            elif word == '"':
                strings[i] = _CURLY['"'][gaps[i] == GAP["joined"]]
            elif word.startswith("'") and len(word) > 1:
                strings[i] = "\u2019" + word[1:]
    paragraph = rng.choices(
        (GAP["blank line"], GAP["line"], GAP["start"], GAP["space"]), (0.35, 0.2, 0.35, 0.1)
    )[0]
    hard = rng.random() < 0.1
    for i in range(n):
        if gaps[i] in (GAP["blank line"], GAP["line"]):
            gaps[i] = paragraph
        elif hard and gaps[i] == GAP["space"] and rng.random() < 0.2:
            gaps[i] = GAP["other"]
    if rng.random() < 0.3:
        gaps[0] = GAP["start"]


@dataclass
class Example:
    """One window as arrays."""

    window: pieces.Window
    labels: dict[str, np.ndarray]
    sentence: np.ndarray  # a number for each word's sentence in the window


def example(group: list[Cut], rng: random.Random | None) -> Example:
    """A window from one or more cuts, labels moved to the window's own indices."""
    strings: list[str] = []
    gaps: list[int] = []
    labels: dict[str, list[np.ndarray]] = {name: [] for name in TENSORS}
    for cut in group:
        document, offset = cut.document, len(strings)
        part = slice(cut.start, cut.end)
        new_gaps = document.encoded.gaps[part].tolist()
        if offset:
            new_gaps[0] = GAP["blank line"]
        strings.extend(document.strings[part])
        gaps.extend(new_gaps)
        for name in TENSORS:
            values = getattr(document, name)[part]
            if name in ("heads", "cues"):
                values = values.astype("int64")
                own = np.arange(cut.start, cut.end)
                outside = (values >= 0) & ((values < cut.start) | (values >= cut.end))
                moved = values - cut.start + offset
                if name == "heads":
                    values = np.where(values == -1, own - cut.start + offset, moved)
                    values[(getattr(document, name)[part] == -2) | outside] = -2
                else:
                    values = np.where((values < 0) | outside, -1, moved)
            labels[name].append(values)
    whole = {name: np.concatenate(values) for name, values in labels.items()}
    if rng is not None:
        noisy(strings, gaps, whole["starts"], rng)
    encoded = pieces.encode(strings, gaps)
    window = pieces.window(encoded, 0, len(strings))
    if rng is not None:
        for a, b in zip(window.first, window.last, strict=True):
            if rng.random() < 0.06:
                window.pieces[a : b + 1] = pieces.MASK
    return Example(window, whole, np.cumsum(whole["starts"] == 1))


def batch(examples: list[Example]) -> dict[str, Tensor]:
    """Examples padded to one shape."""
    longest = max(len(e.window.pieces) for e in examples)
    most = max(len(e.window.first) for e in examples)
    out: dict[str, Tensor] = {}

    def padded(arrays: list[np.ndarray], length: int, fill: int) -> Tensor:
        filled = np.full((len(arrays), length), fill, dtype=np.int64)
        for row, values in zip(filled, arrays, strict=True):
            row[: len(values)] = values
        return torch.from_numpy(filled)

    out["ids"] = padded([e.window.pieces for e in examples], longest, 0)
    out["shapes"] = padded([e.window.shapes for e in examples], longest, 0)
    out["gaps"] = padded([e.window.gaps for e in examples], longest, 0)
    out["first"] = padded([e.window.first for e in examples], most, 0)
    out["last"] = padded([e.window.last for e in examples], most, 0)
    out["mask"] = padded([np.ones(len(e.window.pieces)) for e in examples], longest, 0).bool()[
        :, None, None
    ]
    out["words"] = padded([np.ones(len(e.window.first)) for e in examples], most, 0).bool()
    out["sentence"] = padded([e.sentence for e in examples], most, -1)
    for name in TENSORS:
        arrays = [e.labels[name].astype(np.int64) for e in examples]
        out[name] = padded(arrays, most, UNKNOWN.get(name, -1))
    return out
