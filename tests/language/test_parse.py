"""The seam: which model reads."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import spacy

from communique.errors import ModelMissing
from communique.language.parse import parse
from communique.language.reader import DATA

CHARS = "They met in Oslo. It rained."


@pytest.mark.parametrize("model", [None, "reader"])
def test_our_reader_reads_by_default(model: str | None) -> None:
    text = parse(CHARS, [(0, len(CHARS))], model)
    assert text.model == "reader"
    assert len(text.sentences) == 2


def test_a_folder_with_a_reader_is_another_version_of_it(tmp_path: Path) -> None:
    for name in (
        "reader.json",
        "reader.onnx",
        "labels.onnx",
        "mentions.onnx",
        "pairs.onnx",
        "deeds.npz",
        "attributions.onnx",
    ):
        shutil.copy(DATA / name, tmp_path)
    assert parse(CHARS, [(0, len(CHARS))], str(tmp_path)).tokens == parse(CHARS, [(0, 28)]).tokens


def test_any_other_name_is_a_spacy_pipeline(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.to_disk(tmp_path)
    text = parse(CHARS, [(0, len(CHARS))], str(tmp_path))
    assert text.model == str(tmp_path)
    assert len(text.sentences) == 2


def test_a_name_of_nothing_stops_the_run() -> None:
    with pytest.raises(ModelMissing):
        parse(CHARS, [(0, len(CHARS))], "no_such_pipeline")


def test_nothing_heavy_is_imported_before_it_is_needed() -> None:
    check = (
        "import sys, communique.language.parse; "
        "sys.exit(any(m in sys.modules for m in ('onnxruntime', 'spacy', 'numpy')))"
    )
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0
