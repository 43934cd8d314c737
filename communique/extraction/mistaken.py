"""Words that the reader took for persons and that stand where only places do."""

from __future__ import annotations

from communique.extraction.known import word_set
from communique.extraction.links import Links
from communique.extraction.names import alike, parts_of, plain, swapped
from communique.extraction.people import rank_ends
from communique.extraction.view import View

_PLACED = word_set("placed")


def drop_places(view: View, links: Links) -> None:
    """Leave out single words that the reader took for persons and that only stand where places
    do ("in WORD", "the return of WORD"): no title, no rank, and no fuller name elsewhere."""
    full = [
        parts_of(view.words(first, last))
        for first, last in view.person_last.items()
        if last - first > 1
    ]
    words: dict[str, list[int]] = {}
    for first, last in view.person_last.items():
        if last - first == 1:
            words.setdefault(plain(view.atoms.words[first]), []).append(first)
    for word, firsts in words.items():
        if any(_near(word, part) for parts in full for part in parts):
            continue
        if any(first in links or _rank_before(view, first) for first in firsts):
            continue
        if all(_as_place(view, first) for first in firsts):
            for first in firsts:
                view.drop_person(first)


def _near(word: str, part: str) -> bool:
    return word == part or alike(word, part) or swapped(word, part)


def _rank_before(view: View, first: int) -> bool:
    return any(rank_ends(view, at, first) for at in range(max(0, first - 4), first))


def _as_place(view: View, first: int) -> bool:
    """Whether a word stands behind a preposition of place or topic or is visited, and nothing
    that a person does or has follows."""
    deprel = view.token(first).deprel
    if deprel.startswith("nsubj") or view.low(first + 1) in {"'s", "'"}:
        return False
    before = view.low(first - 1)
    return before in _PLACED or (before == "as" and view.low(first - 2) in {"known", "called"})
