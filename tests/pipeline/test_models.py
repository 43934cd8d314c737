import json
from pathlib import Path

import pytest

from communique.errors import ModelMissing
from communique.pipeline import models


def folder(path: Path, **files: str) -> str:
    path.mkdir()
    (path / "reader.json").write_text(json.dumps({"files": files}))
    return str(path)


def test_the_version_of_our_reader_follows_its_files(tmp_path: Path) -> None:
    one = models.version(folder(tmp_path / "one", a="1", b="2"))
    assert one.startswith("reader-")
    assert models.version(folder(tmp_path / "same", b="2", a="1")) == one
    assert models.version(folder(tmp_path / "other", a="1", b="3")) != one


def test_a_damaged_reader_says_what_to_do(tmp_path: Path) -> None:
    path = folder(tmp_path / "one")
    (tmp_path / "one" / "reader.json").write_text("{")
    with pytest.raises(ModelMissing, match="install Communique again"):
        models.version(path)


def test_a_pipeline_has_the_version_of_its_package() -> None:
    from importlib.metadata import version

    assert models.version("click") == f"click-{version('click')}"


def test_a_pipeline_in_a_folder_has_the_version_of_its_description(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text('{"version": "1.2"}')
    assert models.version(str(tmp_path)) == f"{tmp_path.name}-1.2"


@pytest.mark.parametrize("name", ["no_such_model", "../x", "a/b/c"])
def test_a_model_that_is_not_there_says_what_to_do(name: str) -> None:
    with pytest.raises(ModelMissing, match=r"There is no model .* give 'reader'"):
        models.version(name)


def test_a_folder_without_a_model_says_so(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing, match="holds no model"):
        models.version(str(tmp_path))
