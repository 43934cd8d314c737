import pytest

from evaluation.inspecting import Dense
from evaluation.syntax import Document, Word, align, read_conllu, score

CONLLU = """# newdoc id = d
# newpar
# text = We can't go.
1\tWe\twe\tPRON\tPRP\t_\t4\tnsubj\t_\t_
2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_
2\tca\tcan\tAUX\tMD\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# newpar
# text = Stay
1\tStay\tstay\tVERB\tVB\t_\t0\troot\t_\t_

"""


@pytest.fixture
def document(tmp_path) -> Document:
    path = tmp_path / "x.conllu"
    path.write_text(CONLLU)
    (found,) = read_conllu(path)
    return found


def printed(document: Document, words: list[tuple[str, str, str, int]], sentences) -> dict:
    position, tokens = 0, []
    for form, upos, deprel, head in words:
        start = document.text.index(form, position)
        position = start + len(form)
        tokens.append(
            {"start": start, "end": position, "upos": upos, "deprel": deprel, "head": head}
        )
    return {"tokens": tokens, "sentences": sentences}


RIGHT = [
    ("We", "PRON", "nsubj", 3),
    ("ca", "AUX", "aux", 3),
    ("n't", "PART", "advmod", 3),
    ("go", "VERB", "root", -1),
    (".", "PUNCT", "punct", 3),
    ("Stay", "VERB", "root", -1),
]


def test_the_text_is_put_together_with_paragraphs(document: Document) -> None:
    assert document.text.rstrip() == "We can't go.\n\nStay"


def test_a_perfect_parse_scores_a_hundred(document: Document) -> None:
    figures = score([document], [printed(document, RIGHT, [[0, 12], [14, 18]])])
    assert set(figures.values()) == {100.0}


def test_a_wrong_head_costs_uas_and_las_only(document: Document) -> None:
    words = [("We", "PRON", "nsubj", 1), *RIGHT[1:]]
    figures = score([document], [printed(document, words, [[0, 12], [14, 18]])])
    assert figures["UPOS"] == 100
    assert figures["UAS"] == figures["LAS"] == pytest.approx(100 * 5 / 6)


def test_subtypes_of_relations_do_not_count(document: Document) -> None:
    words = [("We", "PRON", "nsubj:pass", 3), *RIGHT[1:]]
    assert score([document], [printed(document, words, [[0, 12]])])["LAS"] == 100


def test_a_word_not_split_is_lost_on_both_sides(document: Document) -> None:
    words = [("We", "PRON", "nsubj", 2), ("can't", "AUX", "aux", 2), ("go", "VERB", "root", -1)]
    words += [(".", "PUNCT", "punct", 2), ("Stay", "VERB", "root", -1)]
    figures = score([document], [printed(document, words, [[0, 12], [14, 18]])])
    assert figures["words"] == pytest.approx(100 * 2 * 4 / (6 + 5))


def test_a_skipped_text_finds_nothing(document: Document) -> None:
    assert set(score([document], [{}]).values()) == {0.0}


def test_alignment_is_one_to_one() -> None:
    def words(*spans: tuple[int, int]) -> list[Word]:
        return [Word("x", *span, "X", "dep", -1) for span in spans]

    assert align(words((0, 2), (2, 5), (5, 6)), words((0, 5), (5, 6))) == {2: 1}
    assert align(words((0, 5), (5, 6)), words((0, 2), (2, 5), (5, 6))) == {1: 2}


def test_dense_offsets_leave_white_space_out() -> None:
    assert Dense("a b\n c").span(2, 6) == (1, 3)
