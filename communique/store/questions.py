"""What the views ask. Every function takes the open Store and gives dataclasses of the model or
of `communique.store.answers`; nothing here changes the record.

Lists are in a fixed order, said in each docstring; `limit` and `offset` cut them, `total` in the
answer counts the whole. Names match whatever their case and accents. A time (`since`, `until`) is
ISO 8601 as long as wished (`2019`, `2019-12`): what may lie inside it counts, undated rows do not.
Whoever asks for one thing that is not there gets `communique.errors.NotFound`, which names the
nearest that are.
"""

from __future__ import annotations

from communique.store.actor_questions import entities, entity, find_entity, pair
from communique.store.agreement_questions import agreement, agreements
from communique.store.event_questions import (
    differences,
    issue,
    issues,
    judgements,
    known,
    meetings,
    occurrence,
    occurrences,
    process,
    processes,
)
from communique.store.ground_questions import grounds, named_in
from communique.store.overview import overview, search
from communique.store.report_questions import (
    read_report,
    read_reports,
    reading_json,
    report,
    reports,
    skipped,
)
from communique.store.statement_questions import matrix, statement, statement_counts, statements

__all__ = [
    "agreement",
    "agreements",
    "differences",
    "entities",
    "entity",
    "find_entity",
    "grounds",
    "issue",
    "issues",
    "judgements",
    "known",
    "matrix",
    "meetings",
    "named_in",
    "occurrence",
    "occurrences",
    "overview",
    "pair",
    "process",
    "processes",
    "read_report",
    "read_reports",
    "reading_json",
    "report",
    "reports",
    "search",
    "skipped",
    "statement",
    "statement_counts",
    "statements",
]
