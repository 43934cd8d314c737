"""Other names of a person that the text gives beside the first: "NAME, known as NAME", "NAME (alias
NAME)", "NAME, nom de guerre NAME"."""

from __future__ import annotations

from communique.extraction.known import word_set
from communique.extraction.names import name_after
from communique.extraction.view import View

_CUES, _WORDS = word_set("other-name"), word_set("other-name") | word_set("other-name-beside")
_QUOTES = frozenset({"“", '"', "'", "‘"})
_MOST = 8


def aliases_of(view: View) -> dict[int, int]:
    """First atom of an other name → first atom of the name before it. Names that only the words
    before them betray are added to the view."""
    found: dict[int, int] = {}
    for i, low in enumerate(view.atoms.lows):
        if low not in _CUES or i in view.in_person:
            continue
        if low == "name" and view.low(i - 1) != "real":
            continue
        named = _name_before(view, i)
        other = None if named is None else _name_after(view, i)
        if named is not None and other is not None and other != named:
            found[other] = found.get(named, named)
    return found


def _name_before(view: View, at: int) -> int | None:
    k = at
    while k > 0 and at - k < _MOST and view.same_sentence(k - 1, at):
        if k in view.person_first:
            beside = k == at or view.low(k) in {",", "(", "–", "—"} or view.low(at) in _PLAIN
            return view.person_first[k] if beside else None
        if view.low(k - 1) not in _WORDS:
            return None
        k -= 1
    return None


_PLAIN = frozenset({"alias", "aka"})


def _name_after(view: View, at: int) -> int | None:
    k = at + 1
    while view.same_sentence(at, k) and k - at < _MOST:
        if k in view.person_last:
            return k
        if view.low(k) in _QUOTES or view.low(k) in _WORDS:
            k += 1
            continue
        rank = view.known.ranks.get(k)
        if rank is not None and view.atoms.capital(k) and rank[0] in view.person_last:
            return rank[0]
        if not view.atoms.capital(k) or view.upos(k) not in {"PROPN", "NOUN"}:
            return None
        end = name_after(view, k)
        if end == k:
            return None
        view.add_person(k, end)
        return k
    return None
