"""From scores to attributions: source, cue and content found as spans, then put together.

Every word of a source or a content points at the first word of its cue; a span belongs to the cue
that its words point at most.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from communique.language.spanning import Found, best_spans
from communique.model.text import Attribution, Span

Floats = NDArray[np.floating[Any]]

SOURCE, CUE, CONTENT = range(3)
# A span whose words give no cue this much of their pointing stays alone.
ENOUGH = 0.15
# How likely a source, a cue, a content must be to the character.
LIKELY = np.array([0.2, 0.35, 0.3])


@dataclass(frozen=True)
class Block:
    """Pointer scores of the words `first` to `end` to the words of their window, which begins at
    the word `start`."""

    first: int
    end: int
    start: int
    scores: Floats  # (end - first, words of the window)


def _mass(span: Found, cues: list[Found], blocks: list[Block]) -> Floats:
    """How much of the pointing of a span's words goes to each cue: the mean share, 0 to 1."""
    total = np.zeros(len(cues))
    for block in blocks:
        a, b = max(span.first, block.first), min(span.end, block.end)
        if a >= b:
            continue
        rows = block.scores[a - block.first : b - block.first]
        shares = np.exp(rows - rows.max(axis=1, keepdims=True))
        shares = (shares / shares.sum(axis=1, keepdims=True)).sum(axis=0)
        summed = np.concatenate(([0.0], np.cumsum(shares)))
        width = len(shares)
        for number, cue in enumerate(cues):
            lo = min(max(cue.first - block.start, 0), width)
            hi = min(max(cue.end - block.start, 0), width)
            total[number] += summed[hi] - summed[lo]
    share: Floats = total / (span.end - span.first)
    return share


def find(
    scores: Floats,
    moves: Floats,
    blocks: list[Block],
    breaks: NDArray[np.bool_],
    words: list[tuple[int, int]],
) -> tuple[Attribution, ...]:
    """The attributions of a text, in the order of their first characters.

    `scores` (words, tags); `moves` (tags, tags), of transitions; `breaks`: words that open a
    segment, which no span crosses; `words`: their characters. An attribution has a content; its
    score is the mean certainty of its spans times the share of pointing that joined them.
    """
    found: list[list[Found]] = [[], [], []]
    for span in best_spans(scores, moves, breaks, LIKELY):
        found[span.type].append(span)
    cues = found[CUE]
    sources: dict[int, tuple[float, Found]] = {}
    contents: dict[int, list[tuple[float, Found]]] = {}
    alone: list[Found] = []
    for role in (SOURCE, CONTENT):
        for span in found[role]:
            mass = _mass(span, cues, blocks) if cues else np.zeros(1)
            best = int(mass.argmax())
            share = float(mass[best])
            if share < ENOUGH:
                if role == CONTENT:
                    alone.append(span)
            elif role == CONTENT:
                contents.setdefault(best, []).append((share, span))
            elif best not in sources or share > sources[best][0]:
                sources[best] = (share, span)

    def characters(span: Found) -> Span:
        return Span(words[span.first][0], words[span.end - 1][1])

    result = [Attribution(None, None, (characters(s),), round(s.sure / 2, 4)) for s in alone]
    for number, held in contents.items():
        source = sources.get(number)
        parts = [*held, *([source] if source else [])]
        score = cues[number].sure + sum(span.sure * share for share, span in parts)
        result.append(
            Attribution(
                characters(source[1]) if source else None,
                characters(cues[number]),
                tuple(characters(span) for _, span in held),
                round(score / (1 + len(parts)), 4),
            )
        )
    return tuple(sorted(result, key=lambda a: a.content[0]))
