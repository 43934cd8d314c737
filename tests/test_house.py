"""The import rule of the house: a room imports the ground floor and itself, never a sibling.

`pipeline` imports the rooms; `views` import `pipeline`, `store` and the ground floor. Imports
inside functions count.
"""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "communique"
GROUND = {"model", "lexicon", "errors"}
ROOMS = {"intake", "language", "extraction", "record", "store"}
MAY_IMPORT = {
    "model": set(),
    "errors": set(),
    "lexicon": {"errors"},
    "settings": set(),
    **dict.fromkeys(ROOMS, GROUND),
    "pipeline": GROUND | ROOMS | {"settings"},
    "views": GROUND | {"pipeline", "store", "settings"},
    "__main__": {"views"},
    "__init__": GROUND | {"pipeline", "settings", "store"},
}
HEAVY = {
    "trafilatura": {"intake/page.py"},
    "onnxruntime": {"language/reader.py"},
    "spacy": {"language"},
    "tokenizers": {"language"},
    "sqlalchemy": {"store"},
    "alembic": {"store"},
    "fastapi": {"views/api", "views/web"},
    "ray": {"pipeline/many.py"},
    "torch": set(),
    "transformers": set(),
}
FILES = sorted(PACKAGE.rglob("*.py"))


def imports(path: Path) -> set[str]:
    """Every module that a file imports, absolute, those inside functions included."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            module = node.module or ""
            if module == "communique":
                found |= {f"communique.{alias.name}" for alias in node.names}
            else:
                found.add(module)
    return found


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_room_imports_only_what_it_may(path: Path) -> None:
    here = room(path)
    for module in imports(path):
        parts = module.split(".")
        if parts[0] == "communique" and len(parts) > 1 and parts[1] not in {here, "__version__"}:
            assert parts[1] in MAY_IMPORT[here], f"{path.name} imports {module}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_heavy_library_has_one_door(path: Path) -> None:
    where = path.relative_to(PACKAGE).as_posix()
    for module in imports(path):
        doors = HEAVY.get(module.split(".")[0])
        if doors is not None:
            assert any(where == d or where.startswith((d + "/", d + ".")) for d in doors), (
                f"{where} imports {module}"
            )


def test_the_model_needs_only_the_standard_library() -> None:
    import sys

    for path in (PACKAGE / "model").glob("*.py"):
        for module in imports(path):
            top = module.split(".")[0]
            assert top == "communique" or top in sys.stdlib_module_names, f"{path}: {module}"


def test_the_rule_sees_a_breach(tmp_path: Path) -> None:
    file = tmp_path / "x.py"
    file.write_text(
        "def f():\n    from communique.store import save\n    import communique.views\n"
    )
    assert imports(file) == {"communique.store", "communique.views"}
