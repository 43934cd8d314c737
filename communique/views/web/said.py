"""The pages of what was said: statements by filters that combine, and who spoke about what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from communique.model.identity import Citation, Entity
from communique.model.record import StatementRow
from communique.store import questions
from communique.store.answers import Matrix, MatrixCell, StatementCounts
from communique.store.session import Store
from communique.store.statement_questions import Filters
from communique.views.web.bars import Bars, bars
from communique.views.web.pages import PAGE, Rows, listed
from communique.views.web.words import query

NAMES = {
    "speaker": "speaker",
    "about": "about",
    "issue": "issue",
    "words": "words",
    "form": "form",
    "stance": "stance",
    "since": "from",
    "until": "to",
    "type": "speakers",
}
"""How the filters are called on a page."""


LEAD = 2
"""Words that are shown before those of a statement."""


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that is set: what it says, and the address of the page without it."""

    words: str
    without: str


@dataclass(frozen=True, slots=True)
class StatementsPage:
    """Statements, those that fit the filters, with how many there are of each kind; `shown` are the
    filters as people write them."""

    rows: Rows
    counts: StatementCounts
    bars: Bars
    chips: tuple[Chip, ...]
    shown: Mapping[str, str]

    def narrowed(self, **more: str) -> str:
        """The address of this page with more filters."""
        return query("/statements", **(self.rows.filters | more))


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """What one speaker said: a cell for each issue, None where it said nothing."""

    speaker: Entity
    statements: int
    cells: tuple[MatrixCell | None, ...]


@dataclass(frozen=True, slots=True)
class MatrixPage:
    """Who spoke about what; `told` are the filters that the statements behind a cell have too."""

    matrix: Matrix
    rows: tuple[MatrixRow, ...]
    filters: dict[str, str]
    told: dict[str, str]
    chips: tuple[Chip, ...]


def statements_page(
    store: Store, filters: dict[str, str], latest: bool, offset: int
) -> StatementsPage:
    """The statements that fit. Raises NotFound."""
    given = _given(filters)
    listing = questions.statements(store, limit=PAGE, offset=offset, latest=latest, **given)
    counts = questions.statement_counts(store, **given)
    order = {"order": "latest"} if latest else {}
    shown = _shown(store, filters)
    return StatementsPage(
        rows=listed(store, listing, filters | order, offset),
        counts=counts,
        bars=bars(counts.days, counts.undated, "statement"),
        chips=_chips("/statements", filters | order, shown),
        shown=shown,
    )


def matrix_page(store: Store, filters: dict[str, str]) -> MatrixPage:
    """The matrix of what fits. Raises NotFound."""
    told = {key: value for key, value in filters.items() if key != "type"}
    found = questions.matrix(store, type=filters.get("type") or None, **_given(told))
    cells = {(cell.speaker, cell.issue): cell for cell in found.cells}
    rows = tuple(
        MatrixRow(entity, n, tuple(cells.get((entity.id, issue)) for issue, _ in found.issues))
        for entity, n in found.speakers
    )
    chips = _chips("/matrix", filters, _shown(store, filters))
    return MatrixPage(found, rows, filters, told, chips)


@dataclass(frozen=True, slots=True)
class Quoted:
    """Where the very words of a statement stand, and the words right before them in their sentence
    ("… Hume welcomed"), without which "the agreement" tells little."""

    cited: Citation
    lead: str


def quoted(statement: StatementRow) -> Quoted | None:
    """The words of a statement in the first report that has them; None without any evidence."""
    pieces = statement.text.split(" … ")
    first, last = pieces[0], pieces[-1]
    for cited in statement.evidence:
        start, end = cited.text.find(first), cited.text.rfind(last) + len(last)
        if 0 <= start < end and last in cited.text:
            told = cited.text[start:end]
            found = Citation(cited.report, cited.start + start, cited.start + end, told)
            return Quoted(found, _lead(statement, cited.text[:start]))
    return Quoted(statement.evidence[0], "") if statement.evidence else None


def _lead(statement: StatementRow, before: str) -> str:
    """The last words before an indirect statement, none before a quotation or a sentence."""
    words = before.split()[-LEAD:]
    if statement.form == "direct" or not words or words[-1][-1] in ".!?":
        return ""
    return f"{'… ' if len(before.split()) > LEAD else ''}{' '.join(words)}"


def _given(filters: Mapping[str, str]) -> Filters:
    given: Filters = {}
    for key, value in filters.items():
        if value:
            given[key] = value  # type: ignore[literal-required]
    return given


def _shown(store: Store, filters: Mapping[str, str]) -> dict[str, str]:
    names = {
        key: questions.find_entity(store, filters[key]).name
        for key in ("speaker", "about")
        if filters.get(key)
    }
    return {**filters, **names}


def _chips(path: str, filters: dict[str, str], shown: Mapping[str, str]) -> tuple[Chip, ...]:
    return tuple(
        Chip(
            f"{name}: {shown[key]}",
            query(path, **{other: value for other, value in filters.items() if other != key}),
        )
        for key, name in NAMES.items()
        if filters.get(key)
    )
