"""The seam: a report's prose to a Text, by our reader or by any spaCy pipeline."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from communique.model.text import Text

READER = "reader"


def parse(chars: str, prose: Iterable[tuple[int, int]], model: str | None = None) -> Text:
    """Words, sentences, tags, trees, names and attributions of the given character ranges.

    `model`: None or "reader" for our own; a folder that holds a `reader.json` for another version
    of it; any other name is loaded as a spaCy pipeline. `ModelMissing` where there is none.
    """
    if model is None or model == READER:
        from communique.language.reader import load

        return load().read(chars, prose)
    if (Path(model) / "reader.json").exists():
        from communique.language.reader import load

        return load(Path(model)).read(chars, prose)
    from communique.language.spacy_model import load as load_pipeline
    from communique.language.spacy_model import read

    return read(load_pipeline(model), chars, prose, model)
