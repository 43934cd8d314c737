"""Ways through the tree of a sentence, for people to read."""

from __future__ import annotations

from itertools import pairwise

from communique.model.text import Text

MOST = 12
"""Steps of the longest way that tells anything."""
_WITH_CASE = frozenset({"obl", "nmod", "advcl", "acl"})


def steps(text: Text, start: int, end: int, last: str | None = None) -> str | None:
    """The way from one token to another of its sentence, up to the word that both hang on and down
    again; `last` is written for the last word. None where they are of two sentences."""
    up, down = _up(text, start), _up(text, end)
    shared = next((token for token in up if token in down), None)
    if shared is None:
        return None
    told = text.word(start) if start != end else last or text.word(start)
    for below, above in pairwise(up[: up.index(shared) + 1]):
        told += f" ←{relation(text, below)}— {_word(text, above, end, last)}"
    for below in reversed(down[: down.index(shared)]):
        told += f" —{relation(text, below)}→ {_word(text, below, end, last)}"
    return told


def length(text: Text, start: int, end: int) -> int:
    """How many steps lie between two tokens; `MOST` and more where they are of two sentences."""
    up, down = _up(text, start), _up(text, end)
    return next((n + down.index(t) for n, t in enumerate(up) if t in down), MOST + len(up))


def relation(text: Text, index: int) -> str:
    """The relation of a token to its head, with its preposition: "obl:with"."""
    name = text.tokens[index].deprel
    if name not in _WITH_CASE:
        return name
    cases = [k for k in text.children[index] if text.tokens[k].deprel in ("case", "mark")]
    return ":".join([name, *(text.lower[k] for k in cases)])


def _up(text: Text, index: int) -> list[int]:
    found = [index]
    while text.tokens[found[-1]].head >= 0 and len(found) < MOST:
        found.append(text.tokens[found[-1]].head)
    return found


def _word(text: Text, index: int, end: int, last: str | None) -> str:
    return last if last is not None and index == end else text.word(index)
