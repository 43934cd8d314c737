"""The JSON API: the questions of the store, one path each; rows as the export writes them."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Annotated, Any

from fastapi import APIRouter, FastAPI, Query

from communique.store import questions
from communique.store.answers import Listing
from communique.store.session import Store

Record = Callable[[], AbstractContextManager[Store]]
Json = dict[str, Any]
Limit = Annotated[int, Query(ge=1, le=1000, description="how many rows at most")]
Offset = Annotated[int, Query(ge=0, description="how many rows to leave out")]
Name = Annotated[str | None, Query(description="an id or a name")]
Day = Annotated[str | None, Query(description="ISO 8601, as long as wished: 2019, 2019-12")]


def plain(value: Any) -> Any:
    """Dataclasses, tuples and mappings as JSON."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = dataclasses.fields(value)
        return {f.name: plain(getattr(value, f.name)) for f in fields if f.name != "known"}
    if isinstance(value, dict) or hasattr(value, "items"):
        return {key: plain(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(part) for part in value]
    return value


def _listing(answer: Listing[Any]) -> Json:
    return {"total": answer.total, "rows": plain(answer.rows)}


def add_api(app: FastAPI, record: Record) -> None:
    """Add every path under /api/v1 to the application."""
    router = APIRouter(prefix="/api/v1")
    _add_lists(router, record)
    _add_things(router, record)
    app.include_router(router)


def _add_lists(router: APIRouter, record: Record) -> None:
    @router.get("/reports", summary="Reports, latest first")
    def reports(
        words: str | None = None,
        outlet: str | None = None,
        since: Day = None,
        until: Day = None,
        limit: Limit = 100,
        offset: Offset = 0,
    ) -> Json:
        with record() as store:
            found = questions.reports(
                store,
                words=words,
                outlet=outlet,
                since=since,
                until=until,
                limit=limit,
                offset=offset,
            )
            return _listing(found)

    @router.get("/entities", summary="Actors and places, those most named first")
    def entities(
        name: str | None = None,
        type: str | None = None,
        country: str | None = None,
        limit: Limit = 100,
        offset: Offset = 0,
    ) -> Json:
        with record() as store:
            return _listing(
                questions.entities(
                    store, name=name, type=type, country=country, limit=limit, offset=offset
                )
            )

    @router.get("/occurrences", summary="Events across reports, by time")
    def occurrences(
        actor: Name = None,
        type: str | None = None,
        country: str | None = None,
        process: Name = None,
        since: Day = None,
        until: Day = None,
        limit: Limit = 100,
        offset: Offset = 0,
    ) -> Json:
        with record() as store:
            found = questions.occurrences(
                store,
                actor=actor,
                type=type,
                country=country,
                process=process,
                since=since,
                until=until,
                limit=limit,
                offset=offset,
            )
            return _listing(found)

    @router.get("/statements", summary="Who said what, by time")
    def statements(
        speaker: Name = None,
        about: Name = None,
        issue: str | None = None,
        words: str | None = None,
        since: Day = None,
        until: Day = None,
        limit: Limit = 100,
        offset: Offset = 0,
    ) -> Json:
        with record() as store:
            found = questions.statements(
                store,
                speaker=speaker,
                about=about,
                issue=issue,
                words=words,
                since=since,
                until=until,
                limit=limit,
                offset=offset,
            )
            return _listing(found)

    @router.get("/agreements", summary="What was agreed, with its history")
    def agreements(
        party: Name = None,
        topic: str | None = None,
        status: str | None = None,
        limit: Limit = 100,
        offset: Offset = 0,
    ) -> Json:
        with record() as store:
            return _listing(
                questions.agreements(
                    store, party=party, topic=topic, status=status, limit=limit, offset=offset
                )
            )

    @router.get("/processes", summary="Series of talks, by name")
    def processes(limit: Limit = 100, offset: Offset = 0) -> Json:
        with record() as store:
            return _listing(questions.processes(store, limit=limit, offset=offset))

    @router.get("/issues", summary="What is spoken about, most first")
    def issues() -> list[Json]:
        with record() as store:
            return [plain(card) for card in questions.issues(store)]

    @router.get("/differences", summary="Where reports tell the same thing differently")
    def differences(about: str | None = None) -> list[Json]:
        with record() as store:
            return [plain(found) for found in questions.differences(store, about=about)]

    @router.get("/skipped", summary="Reports that were not read, and why")
    def skipped(limit: Limit = 100, offset: Offset = 0) -> Json:
        with record() as store:
            return _listing(questions.skipped(store, limit=limit, offset=offset))


def _add_things(router: APIRouter, record: Record) -> None:
    @router.get("/stats", summary="What the record holds, in numbers")
    def stats() -> Json:
        with record() as store:
            return dict(plain(questions.overview(store)))

    @router.get("/reports/{id}", summary="A report and all that is read from it (format 1)")
    def report(id: str) -> Json:
        with record() as store:
            return questions.reading_json(store, id)

    @router.get("/entities/{id}", summary="An actor or place: offices, events, statements")
    def entity(id: str) -> Json:
        with record() as store:
            return dict(plain(questions.entity(store, id)))

    @router.get("/pairs/{left}/{right}", summary="Two actors: meetings, words about each other")
    def pair(left: str, right: str) -> Json:
        with record() as store:
            return dict(plain(questions.pair(store, left, right)))

    @router.get("/occurrences/{id}", summary="An event, with the sentences of every report")
    def occurrence(id: str) -> Json:
        with record() as store:
            return dict(plain(questions.occurrence(store, id)))

    @router.get("/statements/{id}", summary="One statement")
    def statement(id: str) -> Json:
        with record() as store:
            return dict(plain(questions.statement(store, id)))

    @router.get("/processes/{id}", summary="A series of talks with its rounds")
    def process(id: str) -> Json:
        with record() as store:
            return dict(plain(questions.process(store, id)))

    @router.get("/issues/{name}", summary="What was said and agreed about an issue")
    def issue(name: str) -> Json:
        with record() as store:
            return dict(plain(questions.issue(store, name)))

    @router.get("/search", summary="Whatever holds all these words")
    def search(q: str, limit: Limit = 50) -> list[Json]:
        with record() as store:
            return [plain(hit) for hit in questions.search(store, q, limit=limit)]
