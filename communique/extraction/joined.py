"""Whom a mention means by the reader's chains: what the ranker of coreference joined."""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.extraction.cast import Draft
from communique.model.text import Text


@dataclass(slots=True)
class Joined:
    """The chains of a text by the head tokens of their mentions, and the actors found at heads."""

    chain_of: dict[int, int] = field(default_factory=dict)
    heads: list[tuple[int, ...]] = field(default_factory=list)
    drafts: dict[int, Draft] = field(default_factory=dict)

    @classmethod
    def of(cls, text: Text) -> Joined:
        """The chains of a text; where two hold one head ("A and B"), the longer counts."""
        joined = cls(heads=[chain.heads for chain in text.chains])
        for number in sorted(range(len(joined.heads)), key=lambda n: len(joined.heads[n])):
            for head in joined.heads[number]:
                joined.chain_of[head] = number
        return joined

    def note(self, head: int | None, draft: Draft) -> None:
        """An actor is mentioned by a phrase with this head."""
        if head is not None:
            self.drafts.setdefault(head, draft)

    def draft(self, head: int, types: frozenset[str]) -> Draft | None:
        """The one actor of these types in the chain of a head; None where there are several."""
        number = self.chain_of.get(head)
        if number is None:
            return None
        known = [self.drafts[h] for h in self.heads[number] if h != head and self._fits(h, types)]
        return known[0] if len({id(draft) for draft in known}) == 1 else None

    def _fits(self, head: int, types: frozenset[str]) -> bool:
        draft = self.drafts.get(head)
        return draft is not None and draft.type in types
