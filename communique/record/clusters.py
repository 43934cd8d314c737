"""Clusters as a pure function of judgements.

Findings judged the same are joined, the surest first, unless two of those that would come
together are judged different. A person's decisions come before the rules'; where they join what
the rules keep apart, the person is right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from communique.model.identity import Judgement, Sign

Fits = Callable[[Sequence[str], Sequence[str]], bool]


class Clusters:
    """Sets of keys that can be joined, with pairs of sets that never may be."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._parent = {key: key for key in keys}
        self._members = {key: [key] for key in self._parent}
        self._enemies: dict[str, set[str]] = {}

    def __contains__(self, key: str) -> bool:
        return key in self._parent

    def find(self, key: str) -> str:
        """The key that names the set which holds a key."""
        root = key
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[key] != root:
            self._parent[key], key = root, self._parent[key]
        return root

    def members(self, key: str) -> list[str]:
        """The set that holds a key."""
        return self._members[self.find(key)]

    def part(self, left: str, right: str) -> None:
        """Keep two sets apart from now on, if they are two."""
        a, b = self.find(left), self.find(right)
        if a != b:
            self._enemies.setdefault(a, set()).add(b)
            self._enemies.setdefault(b, set()).add(a)

    def may_join(self, left: str, right: str) -> bool:
        """Whether nothing keeps the sets of two keys apart."""
        return self.find(right) not in self._enemies.get(self.find(left), ())

    def join(self, left: str, right: str) -> None:
        """Make one set of the sets of two keys; the first key in the alphabet names it."""
        a, b = sorted((self.find(left), self.find(right)))
        if a == b:
            return
        self._parent[b] = a
        self._members[a] += self._members.pop(b)
        for enemy in self._enemies.pop(b, set()) - {a}:
            self._enemies[enemy].discard(b)
            self.part(a, enemy)
        self._enemies.get(a, set()).discard(b)

    def at_peace(self) -> Clusters:
        """The same sets, with nothing that keeps them apart."""
        fresh = Clusters([])
        fresh._parent, fresh._members = dict(self._parent), dict(self._members)
        return fresh

    def sets(self) -> list[list[str]]:
        """All sets, each sorted, sorted by their first key."""
        return [sorted(self._members[root]) for root in sorted(self._members)]


def cluster(
    keys: Iterable[str],
    judgements: Sequence[Judgement],
    decisions: Sequence[Judgement] = (),
    fits: Fits | None = None,
) -> list[list[str]]:
    """The sets of keys that are one thing, each sorted, sorted by their first key.

    `judgements` are the rules', `decisions` a person's (the later of two about one pair counts);
    `fits` may refuse to join two sets that no judgement compares.
    """
    known = Clusters(keys)
    decided = {
        (left, right): decision
        for (left, right), decision in sorted(latest(decisions).items())
        if left in known and right in known
    }
    by_rule = [j for j in judgements if pair(j.left, j.right) not in decided]
    _part(known, decided.values())
    _part(known, by_rule)
    _join(known, sorted(by_rule, key=lambda j: (-j.score, j.left, j.right)), fits)
    final = known.at_peace()
    _part(final, decided.values())
    _join(final, decided.values(), None)
    return final.sets()


def _part(known: Clusters, judgements: Iterable[Judgement]) -> None:
    for j in judgements:
        if j.verdict == "different":
            known.part(j.left, j.right)


def _join(known: Clusters, judgements: Iterable[Judgement], fits: Fits | None) -> None:
    for j in judgements:
        if j.verdict != "same" or not known.may_join(j.left, j.right):
            continue
        if fits is None or fits(known.members(j.left), known.members(j.right)):
            known.join(j.left, j.right)


def pair(left: str, right: str) -> tuple[str, str]:
    """Two keys in the order of the alphabet."""
    return (left, right) if left <= right else (right, left)


def latest(decisions: Sequence[Judgement]) -> dict[tuple[str, str], Judgement]:
    """For every pair, the decision made last."""
    ordered = sorted(decisions, key=lambda d: (d.at or "", d.by, d.verdict))
    return {pair(d.left, d.right): d for d in ordered}


def spanning(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The judgements without those that join what surer ones have joined: of a hundred findings
    of one name ninety-nine say that they are one."""
    ordered = sorted(judgements, key=lambda j: (-j.score, j.left, j.right))
    joined = Clusters({key for j in ordered for key in (j.left, j.right)})
    kept = []
    for j in ordered:
        if j.verdict == "same" and joined.find(j.left) == joined.find(j.right):
            continue
        if j.verdict == "same":
            joined.join(j.left, j.right)
        kept.append(j)
    return kept


def consistent(judgements: Iterable[Judgement], sets: Iterable[Sequence[str]]) -> list[Judgement]:
    """The judgements as they came out: "same" about two that other reasons keep in two sets is
    unsure after all."""
    home = {key: number for number, keys in enumerate(sets) for key in keys}
    kept = Sign("kept_apart_by_others", 0.0, ())
    return [
        replace(j, verdict="unsure", why=(*j.why, kept))
        if j.verdict == "same" and home.get(j.left) != home.get(j.right)
        else j
        for j in judgements
    ]
