"""The page of one agreement: who, about what, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from communique.lexicon.load import table
from communique.store import questions
from communique.store.answers import AgreementPage, Passage
from communique.store.session import Store
from communique.views.web.steps import Steps, steps


@cache
def kinds() -> tuple[str, ...]:
    """The types of agreements that the lexicon knows, and commitments."""
    return (*dict.fromkeys(row["type"] for row in table("agreements.tsv")), "commitment")


@dataclass(frozen=True, slots=True)
class DealPage:
    """An agreement, with its statuses on a line of time, and its passages by report, those of the
    earliest first."""

    deal: AgreementPage
    steps: Steps
    told: tuple[tuple[Passage, ...], ...]


def agreement_page(store: Store, id: str) -> DealPage:
    """An agreement. Raises NotFound."""
    page = questions.agreement(store, id)
    reports: dict[str, list[Passage]] = {}
    for passage in sorted(page.passages, key=_published):
        reports.setdefault(passage.report.id, []).append(passage)
    told = tuple(tuple(passages) for passages in reports.values())
    return DealPage(page, steps(page.agreement.history), told)


def _published(passage: Passage) -> tuple[bool, str, str, int]:
    time = passage.report.published
    start = time.start if time is not None and time.start else ""
    return not start, start, passage.report.id, passage.start
