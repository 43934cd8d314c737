"""What may be mentioned: the noun phrases, pronouns and names of a parsed text.

A mention is a whole noun phrase as GUM cuts it: with determiner, modifiers, relative clauses and a
final 's; without preposition, appositions and what is joined to it by "and" (these make mentions
of their own with it). On GUM's train part 95 % of the persons, organisations and places that are
mentioned twice are among them.
"""

from __future__ import annotations

from typing import NamedTuple

from communique.model.text import Text, Token

CORE, JOINED, APPOSED, NAME = range(4)
"""A noun phrase alone, with what "and" joins to it, with its apposition; a name inside one."""

_NO_HEAD = frozenset(
    {"flat", "goeswith", "case", "cc", "mark", "fixed", "punct", "cop", "aux", "discourse"}
)
_MODIFIES = frozenset(
    {"amod", "det", "nummod", "advmod", "acl", "advcl", "xcomp", "ccomp", "compound"}
)
_OUTSIDE = frozenset(
    {
        "cc", "mark", "cop", "parataxis", "discourse", "vocative", "expl", "aux", "orphan", "list",
        "reparandum", "csubj", "nsubj", "punct", "dislocated",
    }
)  # fmt: skip
# What hangs from a noun that is a predicate belongs to its clause.
_OF_CLAUSE = frozenset({"advcl", "obl", "advmod", "ccomp", "xcomp", "dep"})
_NO_ACTOR = frozenset({"date", "money", "nationality", "misc"})


class Mention(NamedTuple):
    """A possible mention: its head, its first and last token, and what kind of phrase it is."""

    head: int
    first: int
    last: int
    kind: int


def find(text: Text) -> list[Mention]:
    """All possible mentions by their first token, the longer first; no two of one span."""
    bases = [token.deprel.partition(":")[0] for token in text.tokens]
    extents = _extents(text.tokens)
    found: dict[tuple[int, int], Mention] = {}
    for i, token in enumerate(text.tokens):
        if not _is_head(token, bases[i]):
            continue
        below = text.children[i]
        under = {bases[c] for c in below}
        kinds = [CORE]
        kinds += [JOINED] if "conj" in under else []
        kinds += [APPOSED] if "appos" in under else []
        for kind in kinds:
            first, last = _span(text, i, kind, bases, extents, bool(under & {"cop", "nsubj"}))
            found.setdefault((first, last), Mention(i, first, last, kind))
    for name in text.names:
        inside = text.tokens_in(name.start, name.end)
        if name.type in _NO_ACTOR or not inside:
            continue
        first, last = inside.start, inside.stop - 1
        if last + 1 < len(text.tokens) and text.tokens[last + 1].xpos == "POS":
            last += 1
        head = next((i for i in inside if text.tokens[i].head not in inside), first)
        found.setdefault((first, last), Mention(head, first, last, NAME))
    return sorted(found.values(), key=lambda m: (m.first, -m.last))


def _is_head(token: Token, base: str) -> bool:
    if base in _NO_HEAD:
        return False
    if token.upos in {"NOUN", "PROPN", "PRON", "SYM", "X"}:
        return True
    return token.upos in {"ADJ", "DET", "NUM"} and base not in _MODIFIES


def _extents(tokens: tuple[Token, ...]) -> list[tuple[int, int]]:
    """The first and the last token of every subtree."""
    low, high = list(range(len(tokens))), list(range(len(tokens)))
    waiting = [0] * len(tokens)
    for token in tokens:
        if token.head >= 0:
            waiting[token.head] += 1
    ready = [i for i, count in enumerate(waiting) if not count]
    while ready:
        i = ready.pop()
        head = tokens[i].head
        if head >= 0:
            low[head], high[head] = min(low[head], low[i]), max(high[head], high[i])
            waiting[head] -= 1
            if not waiting[head]:
                ready.append(head)
    return list(zip(low, high, strict=True))


def _span(
    text: Text,
    head: int,
    kind: int,
    bases: list[str],
    extents: list[tuple[int, int]],
    predicate: bool,
) -> tuple[int, int]:
    tokens = text.tokens
    first = last = head
    for c in text.children[head]:
        base = bases[c]
        if base == "case":
            if not (c > head and tokens[c].xpos == "POS"):
                continue
        elif (
            base in _OUTSIDE
            or (base == "appos" and kind != APPOSED)
            or (base == "conj" and kind != JOINED)
            or (predicate and base in _OF_CLAUSE)
        ):
            continue
        first, last = min(first, extents[c][0]), max(last, extents[c][1])
    if last + 1 < len(tokens) and text.word(last + 1) == ")":
        words = text.chars[tokens[first].start : tokens[last].end]
        last += words.count("(") > words.count(")")
    return first, last
