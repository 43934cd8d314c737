"""What fits several is of none, unless it fits one much better.

A meeting without a date may be like meetings of two days, a family name alone like two bearers of
it. Joining it to the first that comes would join what is apart or settle by chance.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from communique.model.identity import Judgement, Sign

MARGIN = 0.3
"""By how much one must fit better than every rival."""


def only_one(
    judged: Sequence[Judgement],
    loose: Callable[[str], bool],
    apart: Callable[[str, str], bool],
) -> list[Judgement]:
    """The judgements, "same" turned to unsure where a loose finding is the same as several firm
    ones that are apart, and fits none of them, or not this one, best by MARGIN."""
    fits: dict[str, list[Judgement]] = defaultdict(list)
    for j in judged:
        if j.verdict == "same" and loose(j.left) != loose(j.right):
            fits[j.left if loose(j.left) else j.right].append(j)
    doubted = {
        (j.left, j.right): j for key in sorted(fits) for j in _doubtful(key, fits[key], apart)
    }
    return [doubted.get((j.left, j.right), j) for j in judged]


def _doubtful(
    key: str, fits: list[Judgement], apart: Callable[[str, str], bool]
) -> Iterator[Judgement]:
    best = min(fits, key=lambda j: (-j.score, j.left, j.right))
    rivals = [j for j in fits if apart(_other(j, key), _other(best, key))]
    close = any(best.score - rival.score < MARGIN for rival in rivals)
    why = Sign("fits_others_too", 0.0, tuple(sorted(_other(j, key) for j in (best, *rivals))))
    for j in fits if close else rivals:
        yield replace(j, verdict="unsure", why=(*j.why, why))


def _other(judgement: Judgement, key: str) -> str:
    return judgement.right if judgement.left == key else judgement.left
