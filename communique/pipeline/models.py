"""Which model a name stands for, told without loading it."""

from __future__ import annotations

import hashlib
import json
from importlib import metadata
from pathlib import Path

from communique.errors import ModelMissing

READER = "reader"


def version(model: str) -> str:
    """The model's name and version: what a reading is remembered by.

    Our reader's is a digest of its files, as its `reader.json` lists them; a spaCy pipeline's that
    of its package. Raises ModelMissing with what to do next.
    """
    folder = _folder(model)
    if folder is not None:
        return f"{READER}-{_digest(folder)}"
    try:
        return f"{model}-{metadata.version(model)}"
    except (metadata.PackageNotFoundError, ValueError):
        pass
    if Path(model).is_dir():
        return f"{Path(model).name}-{_spacy_version(Path(model))}"
    raise ModelMissing(
        f"There is no model {model!r}: give 'reader', a spaCy pipeline that is installed "
        f"(python -m spacy download {model}), or its folder."
    )


def _folder(model: str) -> Path | None:
    """Where the files of our reader are; None for a spaCy pipeline."""
    if model == READER:
        from communique.language import parse

        return Path(parse.__file__).parent / "data"
    return Path(model) if (Path(model) / "reader.json").exists() else None


def _digest(folder: Path) -> str:
    try:
        files = json.loads((folder / "reader.json").read_text(encoding="utf-8"))["files"]
    except (OSError, ValueError, KeyError) as error:
        raise ModelMissing(
            f"The reader's model in {folder} cannot be read ({type(error).__name__}); "
            "install Communique again, or name a spaCy pipeline with --model."
        ) from error
    listed = "".join(f"{name} {files[name]}\n" for name in sorted(files))
    return hashlib.sha256(listed.encode()).hexdigest()[:12]


def _spacy_version(folder: Path) -> str:
    try:
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        return str(meta["version"])
    except (OSError, ValueError, KeyError) as error:
        raise ModelMissing(f"{folder} holds no model; give the folder of one.") from error
