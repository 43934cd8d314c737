"""The page of one agreement: who, about what, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from communique.lexicon.load import table
from communique.store import questions
from communique.store.answers import AgreementPage
from communique.store.session import Store
from communique.views.web.steps import Steps, steps


@cache
def kinds() -> tuple[str, ...]:
    """The types of agreements that the lexicon knows, and commitments."""
    return (*dict.fromkeys(row["type"] for row in table("agreements.tsv")), "commitment")


@dataclass(frozen=True, slots=True)
class DealPage:
    """An agreement, with its statuses on a line of time."""

    deal: AgreementPage
    steps: Steps


def agreement_page(store: Store, id: str) -> DealPage:
    """An agreement. Raises NotFound."""
    page = questions.agreement(store, id)
    return DealPage(page, steps(page.agreement.history))
