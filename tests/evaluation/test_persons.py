import json
from pathlib import Path

from evaluation.persons import longest, named, read, titled

TEXT = "Gen. Ann Moe met him."


def test_documents_come_with_their_persons(tmp_path: Path) -> None:
    folder = tmp_path / "Press"
    folder.mkdir()
    entity = {"documentId": "d", "type": "Person", "begin": 5, "end": 12}
    (folder / "documents.json").write_text(json.dumps({"_id": "d", "text": TEXT}))
    (folder / "entities.json").write_text(json.dumps(entity))
    assert read(tmp_path) == [(TEXT, {(5, 12)})]


def test_pronouns_are_no_names_and_the_longest_counts() -> None:
    spans = {(0, 12), (5, 12), (17, 20)}
    assert longest(named(TEXT, spans)) == {(0, 12)}


def test_a_title_stands_before_the_inner_name() -> None:
    assert titled(TEXT, {(0, 12), (5, 12)}) == [("Gen.", "Ann Moe")]
