"""What one party does to another, by the roots of PLOVER: a linear model over the reader's states.

It adds up what the words by the two parties say (`deed_signs`) and what the states of the reader's
encoder on the path between them say. Weights and recipe: `training/deeds.py`; figures:
`docs/reader.md`.
"""

from __future__ import annotations

import io
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from communique.language import deed_signs
from communique.language.deed_signs import Signs
from communique.model.text import Text

Floats = NDArray[np.float32]

ROOTS = (
    "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST",
    "REJECT", "REQUEST", "SANCTION", "SUPPORT", "THREATEN", "YIELD",
)  # fmt: skip
"""PLOVER's types, CONCEDE and RETREAT together as YIELD."""


def seen(states: Floats, signs: Signs) -> Floats:
    """What of the states (words, state) counts: those at the verbs above the two parties, their
    mean on the path and between the parties, and their maximum on the path: (5 * state)."""
    nothing = np.zeros(states.shape[1], np.float32)

    def one(index: int | None) -> Floats:
        return nothing if index is None else states[index]

    def mean(those: list[int]) -> Floats:
        return states[those].mean(axis=0) if those else nothing

    most = states[signs.path].max(axis=0) if signs.path else nothing
    parts = [one(signs.source), one(signs.target), mean(signs.path), mean(signs.between), most]
    return np.concatenate(parts)


class Network:
    """The weights, as `training/deeds.py` writes them."""

    def __init__(self, content: bytes) -> None:
        """The bytes of `deeds.npz`: `names` of the signs, a line each; `words` (signs, roots) as
        int8 with the `scale` of every root; `states` (5 * state, roots); `bias` (roots)."""
        with np.load(io.BytesIO(content), allow_pickle=False) as file:
            names = file["names"].tobytes().decode("utf-8").split("\n")
            self._words: Floats = file["words"] * file["scale"]
            self._states: Floats = file["states"].astype(np.float32)
            self._bias: Floats = file["bias"]
        self._rows = {name: row for row, name in enumerate(names)}

    def scores(self, states: Floats, signs: Signs) -> Floats:
        """The log of the chance of every root, up to a number that all share."""
        known = [(self._rows[k], weight) for k, weight in signs.words.items() if k in self._rows]
        scores: Floats = seen(states, signs) @ self._states + self._bias
        if known:
            weights = np.array([weight for _, weight in known], np.float32)
            told = weights @ self._words[[row for row, _ in known]]
            scores = scores + told / np.sqrt(weights @ weights)
        return scores


@dataclass(frozen=True)
class ReadDeeds:
    """The deeds of one text, asked for pair by pair: `communique.model.text.Deeds`."""

    text: Text
    states: Floats
    network: Network
    known: dict[tuple[frozenset[int], frozenset[int]], Mapping[str, float]] = field(
        default_factory=dict
    )

    def roots(self, source: Collection[int], target: Collection[int]) -> Mapping[str, float]:
        """The chance of every root."""
        key = frozenset(source), frozenset(target)
        if key not in self.known:
            scores = self.network.scores(self.states, deed_signs.read(self.text, *key))
            chances = np.exp(scores - scores.max())
            chances /= chances.sum()
            self.known[key] = dict(zip(ROOTS, chances.tolist(), strict=True))
        return self.known[key]
