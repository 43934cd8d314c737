"""A Text from a spaCy pipeline, with a blank one and rules: no model is needed."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from communique.errors import ModelMissing
from communique.language import spacy_model

CHARS = "Title\n\nAnna Berg  met him. They spoke in Oslo."


@pytest.fixture
def pipeline() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    rules = nlp.add_pipe("entity_ruler")
    rules.add_patterns(
        [
            {"label": "PERSON", "pattern": "Anna Berg"},
            {"label": "GPE", "pattern": "Oslo"},
            {"label": "CARDINAL", "pattern": "him"},
        ]
    )
    return nlp


def test_tokens_sentences_and_names_point_into_the_whole_text(pipeline: Language) -> None:
    text = spacy_model.read(pipeline, CHARS, [(7, len(CHARS))], "en_rules")
    assert [text.word(i) for i in range(3)] == ["Anna", "Berg", "met"]
    assert [text.slice(text.sentence_span(i)) for i in range(2)] == [
        "Anna Berg  met him.",
        "They spoke in Oslo.",
    ]
    assert [(text.slice((n.start, n.end)), n.type) for n in text.names] == [
        ("Anna Berg", "person"),
        ("Oslo", "place"),
    ]
    assert text.attributions == ()
    assert text.model == "en_rules"


def test_a_type_that_is_none_of_ours_is_no_name(pipeline: Language) -> None:
    text = spacy_model.read(pipeline, "him", [(0, 3)], "en_rules")
    assert text.names == ()


def test_without_a_parser_there_are_no_heads(pipeline: Language) -> None:
    text = spacy_model.read(pipeline, CHARS, [(0, len(CHARS))], "en_rules")
    assert {token.head for token in text.tokens} == {-1}


def test_heads_skip_white_space_and_count_over_ranges(
    pipeline: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ["They", " ", "met", "\n", "him"]

    def parsed(self: Language, chars: str) -> Doc:
        return Doc(
            self.vocab,
            words=words,
            spaces=[False] * 5,
            heads=[2, 0, 2, 2, 3],
            deps=["nsubj", "dep", "ROOT", "dep", "obj"],
            lemmas=["they", " ", "meet", "\n", "he"],
        )

    monkeypatch.setattr(Language, "__call__", parsed)
    chars = "".join(words)
    text = spacy_model.read(pipeline, chars * 2, [(0, 9), (9, 18)], "en_rules")
    assert [token.head for token in text.tokens] == [1, -1, 1, 4, -1, 4]
    assert text.tokens[4].lemma == "meet"


def test_a_pipeline_is_loaded_from_a_folder(pipeline: Language, tmp_path: Path) -> None:
    pipeline.to_disk(tmp_path / "rules")
    assert spacy_model.load(str(tmp_path / "rules")).pipe_names == ["sentencizer", "entity_ruler"]


def test_a_pipeline_that_is_not_there_stops_the_run() -> None:
    with pytest.raises(ModelMissing, match="no spaCy pipeline called 'en_nowhere'"):
        spacy_model.load("en_nowhere")
