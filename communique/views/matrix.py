"""The matrix of who spoke about what, as rows of a table: one for each cell that is not empty."""

from __future__ import annotations

from communique.store.answers import Matrix, MatrixCell

COLUMNS = ("speaker", "issue", "statements", "for", "against", "id")


def tidy(matrix: Matrix) -> tuple[tuple[object, ...], ...]:
    """A row for each cell, in the order of the matrix; `id` is the speaker's."""
    names = {entity.id: entity.name for entity, _ in matrix.speakers}
    return tuple(
        (
            names[cell.speaker],
            cell.issue,
            cell.statements,
            cell.stances.get("for", 0),
            cell.stances.get("against", 0),
            cell.speaker,
        )
        for cell in matrix.cells
    )


def signs(cell: MatrixCell) -> str:
    """How many statements, and how many of them are for and against: "5 +2 −1"."""
    held = ((sign, cell.stances.get(p, 0)) for sign, p in (("+", "for"), ("−", "against")))
    return " ".join([str(cell.statements), *(f"{sign}{n}" for sign, n in held if n)])


def in_words(cell: MatrixCell) -> str:
    """The same for who cannot see signs: "5 statements, 2 for, 1 against"."""
    said = f"{cell.statements} statement{'s' if cell.statements != 1 else ''}"
    held = (f"{n} {p}" for p in ("for", "against") if (n := cell.stances.get(p, 0)))
    return ", ".join([said, *held])
