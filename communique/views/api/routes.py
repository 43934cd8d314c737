"""The JSON API: the questions of the store, one path each; rows as the export writes them."""

from __future__ import annotations

from fastapi import APIRouter, FastAPI

from communique.store import questions
from communique.views.api.plain import Day, Json, Limit, Name, Offset, Record, listing, plain
from communique.views.api.said import add_said


def add_api(app: FastAPI, record: Record) -> None:
    """Add every path under /api/v1 to the application."""
    router = APIRouter(prefix="/api/v1")
    _add_lists(router, record)
    add_said(router, record)
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
            return listing(found)

    @router.get("/entities", summary="Actors and places, those most named first")
    def entities(
        name: str | None = None,
        type: str | None = None,
        country: str | None = None,
        limit: Limit = 100,
        offset: Offset = 0,
    ) -> Json:
        with record() as store:
            return listing(
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
        cameo: str | None = None,
        claimed: bool | None = None,
        level: str | None = None,
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
                cameo=cameo,
                claimed=claimed,
                level=level,
                since=since,
                until=until,
                limit=limit,
                offset=offset,
            )
            return listing(found)

    @router.get("/agreements", summary="What was agreed, with its history")
    def agreements(
        party: Name = None,
        topic: str | None = None,
        status: str | None = None,
        type: str | None = None,
        limit: Limit = 100,
        offset: Offset = 0,
    ) -> Json:
        with record() as store:
            found = questions.agreements(
                store,
                party=party,
                topic=topic,
                status=status,
                type=type,
                limit=limit,
                offset=offset,
            )
            return listing(found)

    @router.get("/processes", summary="Series of talks, by name")
    def processes(limit: Limit = 100, offset: Offset = 0) -> Json:
        with record() as store:
            return listing(questions.processes(store, limit=limit, offset=offset))

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
            return listing(questions.skipped(store, limit=limit, offset=offset))


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

    @router.get("/agreements/{id}", summary="An agreement, with the sentences of every report")
    def agreement(id: str) -> Json:
        with record() as store:
            return dict(plain(questions.agreement(store, id)))

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
