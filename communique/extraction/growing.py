"""Names of persons made whole where the reader stopped too early: "Hendrik | den Boer", "Juan
(Pepe) Rojas", "Paul Ames, Jr.", "Omar | Said"."""

from __future__ import annotations

from communique.extraction.known import genders, word_set
from communique.extraction.view import View

_JOINING = word_set("particle") - {"y", "e", "i", "do", "st", "la", "le", "e-"}
_SUFFIXES = frozenset({"jr", "sr", "2nd", "3rd", "ii", "iii", "iv"})
_ENDING = frozenset({")", "”", '"', "'", "’"})
_CLOSING = {"(": ")", "“": "”", '"': '"', "'": "'", "‘": "’"}


def grow(view: View) -> None:
    """Extend the names of the view to the right, joining what follows to them."""
    for first in sorted(view.person_last):
        last = view.person_last.get(first)
        if last is None:
            continue
        end = last
        for _ in range(4):
            more = _more(view, first, end)
            if more is None:
                break
            end = more
        if end > last:
            for inner in [i for i in view.person_last if first <= i < end]:
                view.drop_person(inner)
            view.add_person(first, end)


def _more(view: View, first: int, last: int) -> int | None:
    """The end of a name that goes on where it was thought to end."""
    low = view.low(last)
    if not view.same_sentence(first, last + 1):
        return None
    if low == "," and view.low(last + 1) in _SUFFIXES:
        return last + 2
    if low in _ENDING and any(view.low(i) in _CLOSING for i in range(first, last)):
        return view.person_last.get(last + 1)  # a nickname at which the reader stopped
    if low in _JOINING:
        return _after_particle(view, last)
    if low in _CLOSING and view.atoms.capital(last + 1):
        return _after_nickname(view, last, _CLOSING[low])
    if last in view.in_person or not view.atoms.capital(last) or low not in genders():
        return None
    if last in view.named_last or any(last in t for t in (view.known.states, view.known.titles)):
        return None
    following = view.person_last.get(last + 1)
    if following is not None:
        return following
    closed = not view.atoms.capital(last + 1)
    alone = last - first == 1 or view.low(last - 1) in _JOINING
    return last + 1 if closed and alone else None


def _after_particle(view: View, at: int) -> int | None:
    end = at
    while view.low(end) in _JOINING:
        end += 1
    if not view.same_sentence(at, end) or not view.atoms.capital(end):
        return None
    if end in view.known.titles or end in view.known.organizations:
        return None
    return view.person_last.get(end, end + 1)


def _after_nickname(view: View, at: int, closing: str) -> int | None:
    """The end of a name with a nickname set off inside it."""
    for close in (at + 2, at + 3):
        if view.low(close) == closing and view.same_sentence(at, close):
            return view.person_last.get(close + 1)
    return None
