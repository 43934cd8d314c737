"""The paths of what was said: statements, how many of each kind, and who spoke about what."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Response

from communique.store import questions
from communique.store.statement_questions import MOST, Filters
from communique.views.api.plain import Day, Json, Limit, Name, Offset, Record, listing, plain
from communique.views.matrix import COLUMNS, tidy

Size = Annotated[int, Query(ge=1, le=200, description="how many at most")]


def _filters(
    speaker: Name = None,
    about: Name = None,
    issue: str | None = None,
    words: str | None = None,
    form: Annotated[str | None, Query(description="direct, indirect or mixed")] = None,
    stance: Annotated[str | None, Query(description="for, against or any")] = None,
    since: Day = None,
    until: Day = None,
) -> Filters:
    given = {
        "speaker": speaker,
        "about": about,
        "issue": issue,
        "words": words,
        "form": form,
        "stance": stance,
        "since": since,
        "until": until,
    }
    return {key: value for key, value in given.items() if value}  # type: ignore[return-value]


Given = Annotated[Filters, Depends(_filters)]


def add_said(router: APIRouter, record: Record) -> None:
    """Add them to a router."""

    @router.get("/statements", summary="Who said what, by time")
    def statements(
        given: Given, latest: bool = False, limit: Limit = 100, offset: Offset = 0
    ) -> Json:
        with record() as store:
            found = questions.statements(store, limit=limit, offset=offset, latest=latest, **given)
            return listing(found)

    @router.get("/statements/counts", summary="How many statements of each kind")
    def counts(given: Given) -> Json:
        with record() as store:
            return dict(plain(questions.statement_counts(store, **given)))

    @router.get("/statements/{id}", summary="One statement")
    def statement(id: str) -> Json:
        with record() as store:
            return dict(plain(questions.statement(store, id)))

    @router.get("/matrix", summary="Who spoke about what, with stances")
    def matrix(
        given: Given, type: str | None = None, rows: Size = MOST, columns: Size = MOST
    ) -> Json:
        with record() as store:
            found = questions.matrix(store, type=type or None, rows=rows, columns=columns, **given)
            return dict(plain(found))

    @router.get("/matrix.csv", summary="The same as CSV, a line a cell", response_class=Response)
    def matrix_csv(
        given: Given, type: str | None = None, rows: Size = MOST, columns: Size = MOST
    ) -> Response:
        with record() as store:
            found = questions.matrix(store, type=type or None, rows=rows, columns=columns, **given)
            return Response(_csv(COLUMNS, tidy(found)), media_type="text/csv; charset=utf-8")


def _csv(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue().encode("utf-8", "replace")
