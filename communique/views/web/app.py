"""The web application: its routes, its errors, and how it is served."""

from __future__ import annotations

import errno
import socket
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uvicorn
from fastapi import FastAPI, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse
from fastapi.staticfiles import StaticFiles
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.exceptions import HTTPException

from communique import __version__
from communique.errors import CommuniqueError, StopRun
from communique.model.record import STATUSES
from communique.store import questions
from communique.store.session import Store, open_record
from communique.views import matrix
from communique.views.api.routes import add_api
from communique.views.web import agreed, maps, pages, said, words
from communique.views.web.faults import status_of

HERE = Path(__file__).parent
SECURITY = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; "
    "img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


def templates() -> Environment:
    """The templates, with every value escaped and every misspelt name an error."""
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {
        "version": __version__,
        "address": words.address,
        "cite": words.cite,
        "cite_span": words.cite_span,
        "event_kind": words.kind,
        "query": words.query,
        "event_words": pages.event_words,
        "lasting": words.lasting,
        "map_of": maps.map_of,
        "quoted": said.quoted,
        "signs": matrix.signs,
        "in_words": matrix.in_words,
    }
    environment.globals |= {
        "AGREEMENT_KINDS": words.choices(agreed.kinds()),
        "AUX": words.AUX,
        "BASES": words.BASES,
        "FROM": words.FROM,
        "GRID": maps.GRID,
        "other_names": words.other_names,
        "point": words.point,
        "STATUSES": words.choices(STATUSES),
    }
    environment.filters |= {
        "when": words.when,
        "day_words": words.day_words,
        "country": words.country_name,
        "feature": words.feature,
        "told_when": words.told_when,
    }
    return environment


def create_app(db: str) -> FastAPI:
    """The pages and the JSON API over the record at `db`."""
    app = FastAPI(
        title="Communique",
        version=__version__,
        description="The record as JSON. Every row carries the characters it was read from.",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
    )
    environment = templates()
    opened: list[Store] = []

    @contextmanager
    def record() -> Iterator[Store]:
        """The open record: opened by the first question that can open it, then kept."""
        if not opened:
            opened.append(open_record(db, create=False))
        yield opened[0]

    def page(template: str, code: int = 200, /, **values: Any) -> HTMLResponse:
        return HTMLResponse(environment.get_template(template).render(**values), code)

    app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")
    _add_errors(app, page)
    _add_pages(app, record, page)
    _add_lists(app, record, page)
    _add_said(app, record, page)
    add_api(app, record)

    @app.get("/api", include_in_schema=False)
    def api_page() -> HTMLResponse:
        return page("api.html", schema=app.openapi())

    @app.middleware("http")
    async def secure(request: Request, go_on: Callable[[Request], Awaitable[Response]]) -> Response:
        response = await go_on(request)
        for header, value in SECURITY.items():
            response.headers.setdefault(header, value)
        return response

    return app


def _add_errors(app: FastAPI, page: Callable[..., HTMLResponse]) -> None:
    def answer(request: Request, status: int, message: str) -> Response:
        if request.url.path.startswith("/api/"):
            return JSONResponse({"error": message}, status)
        return page("error.html", status, message=message, status=status)

    @app.exception_handler(CommuniqueError)
    async def ours(request: Request, error: CommuniqueError) -> Response:
        return answer(request, status_of(error), str(error))

    @app.exception_handler(HTTPException)
    async def theirs(request: Request, error: HTTPException) -> Response:
        message = "There is no such page." if error.status_code == 404 else str(error.detail)
        return answer(request, error.status_code, message)


def _add_pages(app: FastAPI, record: Callable[[], Any], page: Callable[..., HTMLResponse]) -> None:
    @app.get("/", include_in_schema=False)
    def overview() -> HTMLResponse:
        with record() as store:
            return page("overview.html", page=pages.start(store))

    @app.get("/search", include_in_schema=False)
    def search(q: str = "") -> HTMLResponse:
        with record() as store:
            hits = questions.search(store, q) if q.strip() else ()
            return page("search.html", page=pages.Found(q, hits))

    @app.get("/reports/{id}", include_in_schema=False)
    def report(id: str, cite: str | None = None) -> HTMLResponse:
        with record() as store:
            shown = pages.report_page(store, id, pages.cited_span(cite))
            return page("report.html", page=shown)

    @app.get("/actors/{id}", include_in_schema=False)
    def actor(id: str) -> HTMLResponse:
        with record() as store:
            return page("actor.html", page=pages.actor_page(store, id))

    @app.get("/pairs/{left}/{right}", include_in_schema=False)
    def pair(left: str, right: str) -> HTMLResponse:
        with record() as store:
            return page("pair.html", page=pages.pair_page(store, left, right))

    @app.get("/processes/{id}", include_in_schema=False)
    def process(id: str) -> HTMLResponse:
        with record() as store:
            return page("process.html", page=pages.process_page(store, id))

    @app.get("/occurrences/{id}", include_in_schema=False)
    def occurrence(id: str) -> HTMLResponse:
        with record() as store:
            return page("occurrence.html", page=pages.occurrence_page(store, id))

    @app.get("/agreements/{id}", include_in_schema=False)
    def agreement(id: str) -> HTMLResponse:
        with record() as store:
            return page("agreement.html", page=agreed.agreement_page(store, id))

    @app.get("/issues/{name}", include_in_schema=False)
    def issue(name: str) -> HTMLResponse:
        with record() as store:
            return page("issue.html", page=pages.issue_page(store, name))


def _add_lists(app: FastAPI, record: Callable[[], Any], page: Callable[..., HTMLResponse]) -> None:
    def listed(template: str, ask: Callable[..., Any], offset: int, **filters: str) -> HTMLResponse:
        given = {key: value for key, value in filters.items() if value}
        offset = max(offset, 0)
        with record() as store:
            listing = ask(store, limit=pages.PAGE, offset=offset, **given)
            return page(template, page=pages.listed(store, listing, filters, offset))

    @app.get("/reports", include_in_schema=False)
    def reports(words: str = "", outlet: str = "", offset: int = 0) -> HTMLResponse:
        return listed("reports.html", questions.reports, offset, words=words, outlet=outlet)

    @app.get("/actors", include_in_schema=False)
    def actors(name: str = "", type: str = "", offset: int = 0) -> HTMLResponse:
        return listed("actors.html", questions.entities, offset, name=name, type=type)

    @app.get("/occurrences", include_in_schema=False)
    def occurrences(
        actor: str = "",
        type: str = "",
        claimed: str = "",
        since: str = "",
        until: str = "",
        offset: int = 0,
    ) -> HTMLResponse:
        return listed(
            "occurrences.html",
            pages.occurrences,
            offset,
            actor=actor,
            type=type,
            claimed=claimed,
            since=since,
            until=until,
        )

    @app.get("/agreements", include_in_schema=False)
    def agreements(
        party: str = "", topic: str = "", status: str = "", type: str = "", offset: int = 0
    ) -> HTMLResponse:
        return listed(
            "agreements.html",
            questions.agreements,
            offset,
            party=party,
            topic=topic,
            status=status,
            type=type,
        )

    @app.get("/processes", include_in_schema=False)
    def processes(offset: int = 0) -> HTMLResponse:
        return listed("processes.html", questions.processes, offset)

    @app.get("/issues", include_in_schema=False)
    def issues() -> HTMLResponse:
        with record() as store:
            return page("issues.html", page=questions.issues(store))

    @app.get("/differences", include_in_schema=False)
    def differences() -> HTMLResponse:
        with record() as store:
            found = questions.differences(store)
            shown = pages.Differences(found, questions.known(store, found))
            return page("differences.html", page=shown)

    @app.get("/skipped", include_in_schema=False)
    def skipped() -> HTMLResponse:
        with record() as store:
            return page("skipped.html", page=pages.SkippedPage(questions.skipped(store)))


def _add_said(app: FastAPI, record: Callable[[], Any], page: Callable[..., HTMLResponse]) -> None:
    @app.get("/statements", include_in_schema=False)
    def statements(
        speaker: str = "",
        about: str = "",
        issue: str = "",
        words: str = "",
        form: str = "",
        stance: str = "",
        since: str = "",
        until: str = "",
        order: str = "",
        offset: int = 0,
    ) -> HTMLResponse:
        filters = {
            "speaker": speaker,
            "about": about,
            "issue": issue,
            "words": words,
            "form": form,
            "stance": stance,
            "since": since,
            "until": until,
        }
        with record() as store:
            shown = said.statements_page(store, filters, order == "latest", max(offset, 0))
            return page("statements.html", page=shown)

    @app.get("/matrix", include_in_schema=False)
    def actors_by_issues(
        type: str = "", form: str = "", stance: str = "", since: str = "", until: str = ""
    ) -> HTMLResponse:
        filters = {"type": type, "form": form, "stance": stance, "since": since, "until": until}
        with record() as store:
            return page("matrix.html", page=said.matrix_page(store, filters))


class _Server(uvicorn.Server):
    """Says when it truly listens."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._ready()


def serve(db: str, host: str, port: int, on_ready: Callable[[str], None]) -> None:
    """Serve the record until interrupted; `on_ready` gets the address once it listens.

    Port 0 takes any that is free. Raises StopRun when the address cannot be had, and whatever
    opening the record raises, before anything listens.
    """
    with open_record(db, create=False):
        pass
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        why = "is already in use" if error.errno == errno.EADDRINUSE else f"is refused ({error})"
        raise StopRun(f"{host}:{port} {why}; give another with --port, or 0 for any.") from error
    shown = f"[{host}]" if ":" in host else host
    url = f"http://{shown}:{listener.getsockname()[1]}"
    config = uvicorn.Config(create_app(db), log_level="warning", access_log=False)
    _Server(config, lambda: on_ready(url)).run(sockets=[listener])
