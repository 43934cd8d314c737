"""Lengths of several units, and of one that is said to be whole: "two weeks and three days", "an
hour and a half", "another week", "a full year", "all day", "two nights", "a year and a quarter".

The patterns are over the letters of `timewords`, like those of `timex`.
"""

from __future__ import annotations

from collections.abc import Callable

from communique.extraction.timeforms import LONG, Expression, Match, duration, number
from communique.extraction.timewords import Piece

_NUM = r"(?:[dn]|N(?:-?N){0,6}|A)"
_JOIN = r"(?:,?&|,)?"

_UNITS = rf"{_NUM}U(?:{_JOIN}[dnN]-?N?U){{1,6}}"

LENGTH_PATTERNS: tuple[tuple[str, str], ...] = (
    (
        "compound",
        rf"t?[LPXT]a?(?P<all>{_UNITS})(?!{_JOIN}[dnN]|[glb])|a?(?P<rest>{_UNITS})(?P<way>g|l|fG)?",
    ),
    ("compound_alone", rf"a?(?P<all>{_UNITS})"),
    ("unit_and_half", rf"a?(?P<amount>{_NUM})(?P<unit>U)(?P<more>K|&A?[U0])(?P<way>g)?"),
    ("another", r"(?:3|A?Q)-?(?P<unit>U)(?!-?[Zgblr])"),
    ("nights", rf"(?P<amount>{_NUM})(?P<unit>p)"),
)

_ORDER = ("Y", "M", "W", "D", "H", "MIN", "S")


def _parts(found: list[Piece]) -> dict[str, float] | None:
    """The amounts by unit; None where a unit comes twice or is no length of its own."""
    amounts: dict[str, float] = {}
    before: list[Piece] = []
    for piece in found:
        if piece.kind != "U":
            before.append(piece)
            continue
        count = number([p for p in before if p.kind in "dnNA"])
        if count is None or piece.value in amounts or piece.value not in _ORDER:
            return None
        amounts[piece.value] = count
        before = []
    return amounts if len(amounts) > 1 else None


def _compound(m: Match) -> Expression | None:
    """ "a year, two months and 21 days", before now or from now on."""
    amounts = _parts([*m.group("all"), *m.group("rest")])
    if amounts is None:
        return None
    days = "".join(f"{amounts[u]:g}{u}" for u in _ORDER[:4] if u in amounts)
    hours = "".join(f"{amounts[u]:g}{u[0]}" for u in _ORDER[4:] if u in amounts)
    value = f"P{days}" + (f"T{hours}" if hours else "")
    smallest = max(amounts, key=_ORDER.index)
    way = m.group("way")
    # "Four hours, 31 minutes after a sprint": the event is what it counts from.
    follows = m.after is not None and m.after.value[:1].isalnum()
    if way and follows and m.words[way[0].start : way[0].end].lower() == "after":
        return None
    shift = 0 if not way else -1 if way[0].kind == "g" else 1
    base = "text" if way and way[0].kind == "l" else "now"
    kind = "compound" if way else "length"
    return m.make(kind, unit=smallest, value=value, shift=shift, base=base)


def _unit_and_half(m: Match) -> Expression | None:
    """ "an hour and a half", "one year and a quarter"."""
    more, unit = m.group("more"), m.group("unit")[0]
    part = {"U": 0.25}.get(more[-1].kind, 0.5)
    if (more[-1].kind == "U" and more[-1].value != "Q") or unit.value == "Q":
        return None
    if m.after is not None and m.after.kind in "UF":
        return None
    amount = (number(m.group("amount")) or 1.0) + part
    if unit.value in {"H", "MIN"}:
        first, second = ("H", "M") if unit.value == "H" else ("M", "S")
        value = f"PT{amount - part:g}{first}{part * 60:g}{second}"
        return m.make("length", unit=unit.value, value=value)
    if m.group("way") and unit.value in LONG:
        return m.make("offset", unit=unit.value, amount=amount, shift=-1)
    return m.make("duration", unit=unit.value, amount=amount)


def _another(m: Match) -> Expression | None:
    """ "another week", "all day", "a full year"."""
    unit = m.group("unit")[0]
    if m.words[unit.start : unit.end].lower().endswith("s") or unit.value == "Q":
        return None
    if m.pieces[0].kind == "Q" and m.pieces[0].value != "whole":
        return None
    return m.make("duration", unit=unit.value, amount=1.0)


def _nights(m: Match) -> Expression | None:
    """ "two nights"."""
    word = m.words[m.pieces[-1].start : m.pieces[-1].end].lower()
    amount = number(m.group("amount"))
    if m.group("amount")[0].kind == "A" or not amount:
        return None
    # "Three night markets" counts markets.
    if word != ("nights" if amount > 1 else "night"):
        return None
    return m.make("length", unit="D", value=duration("D", amount))


LENGTHS: dict[str, Callable[[Match], Expression | None]] = {
    "compound": _compound,
    "compound_alone": _compound,
    "unit_and_half": _unit_and_half,
    "another": _another,
    "nights": _nights,
}
