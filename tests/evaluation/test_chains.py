from pathlib import Path

import pytest

from evaluation.chains import as_ontonotes, conll, counts, key, read

FIVE, TWO, LAST = "12345", "67", "89ABC"


def chains(*groups: str) -> list[frozenset[str]]:
    return [frozenset(group) for group in groups]


# Luo (2005), "On coreference resolution performance metrics", figure 1 and table 1.
@pytest.mark.parametrize(
    ("system", "muc", "b3", "ceaf"),
    [
        ((FIVE, TWO + LAST), 94.7, 86.5, 73.3),
        ((FIVE + LAST, TWO), 94.7, 73.7, 66.7),
        ((FIVE + TWO + LAST,), 90.0, 54.5, 29.4),
        (tuple(FIVE + TWO + LAST), 0.0, 40.0, 17.8),
        ((FIVE, TWO, LAST), 100.0, 100.0, 100.0),
    ],
)
def test_scores_are_the_published_ones(
    system: tuple[str, ...], muc: float, b3: float, ceaf: float
) -> None:
    found = conll([counts(chains(FIVE, TWO, LAST), chains(*system))])
    assert found["MUC"] == pytest.approx(muc, abs=0.06)
    assert found["B3"] == pytest.approx(b3, abs=0.06)
    assert found["CEAF"] == pytest.approx(ceaf, abs=0.06)
    assert found["CoNLL"] == pytest.approx((muc + b3 + ceaf) / 3, abs=0.1)


def test_a_mention_of_the_system_that_is_none_costs_precision() -> None:
    found = counts(chains("12"), chains("123"))
    assert found["MUC"] == (1, 1, 1, 2)
    assert found["B3"] == (2.0, 2, pytest.approx(4 / 3), 3)


def test_counts_of_documents_add_up() -> None:
    one = counts(chains("12"), chains("12"))
    none = counts(chains("34"), [])
    assert conll([one, none])["MUC"] == pytest.approx(200 / 3)


def test_without_chains_there_is_nothing_to_find() -> None:
    assert conll([counts([], [])])["CoNLL"] == 0


def row(number: int, form: str, xpos: str, head: int, relation: str, entity: str = "_") -> str:
    misc = f"Entity={entity}" if entity != "_" else "_"
    return f"{number}\t{form}\t{form}\tX\t{xpos}\t_\t{head}\t{relation}\t_\t{misc}"


def gold(tmp_path: Path, *sentences: list[str]) -> Path:
    blocks = ["# newdoc id = GUM_news_made\n# meta::genre = news\n# newpar\n"]
    for rows in sentences:
        blocks.append("\n".join(rows) + "\n\n")
    path = tmp_path / "GUM_news_made.conllu"
    path.write_text("".join(blocks), encoding="utf-8")
    return path


BIRK = "-person-new-_-_-1-coref-Ada_Birk"


def spans(path: Path) -> list[list[str]]:
    (text,) = read(path)
    return [[text.text[m.start : m.end] for m in c] for c in as_ontonotes(text) if len(c) > 1]


def test_mentions_are_read_with_their_nesting(tmp_path: Path) -> None:
    path = gold(
        tmp_path,
        [
            row(1, "Ada", "NNP", 2, "nmod:poss", f"(2-abstract-new-_-_-3-coref(1{BIRK}"),
            row(2, "'s", "POS", 1, "case", "1)"),
            row(3, "boat", "NN", 4, "nsubj", "2)"),
            row(4, "sank", "VBD", 0, "root"),
        ],
        [
            row(1, "She", "PRP", 2, "nsubj", "(1-person-giv:act-_-_-1-ana-Ada_Birk)"),
            row(2, "missed", "VBD", 0, "root"),
            row(3, "it", "PRP", 2, "obj", "(2-abstract-giv:inact-_-_-1-ana)"),
        ],
    )
    assert sorted(spans(path)) == [["Ada 's", "She"], ["Ada 's boat", "it"]]
    assert read(path)[0].genre == "news"


def test_predicates_and_common_nouns_before_nouns_are_no_mentions(tmp_path: Path) -> None:
    path = gold(
        tmp_path,
        [
            row(1, "Birk", "NNP", 4, "nsubj", "(1-person-new-_-_-1-coref)"),
            row(2, "is", "VBZ", 4, "cop"),
            row(3, "our", "PRP$", 4, "nmod:poss", "(1-person-giv:act-_-_-2-pred"),
            row(4, "envoy", "NN", 0, "root", "1)"),
        ],
        [
            row(1, "Birk", "NNP", 4, "nsubj", "(1-person-giv:act-_-_-1-coref)"),
            row(2, "the", "DT", 4, "det"),
            row(3, "envoy", "NN", 4, "compound", "(1-person-giv:act-_-_-1-coref)"),
            row(4, "office", "NN", 0, "root"),
        ],
    )
    assert spans(path) == [["Birk", "Birk"]]


def test_an_apposition_is_one_mention_with_what_it_explains(tmp_path: Path) -> None:
    path = gold(
        tmp_path,
        [
            row(1, "Birk", "NNP", 5, "nsubj", "(1-person-new-_-_-1-coref)"),
            row(2, "the", "DT", 3, "det", "(1-person-giv:act-_-_-2-appos"),
            row(3, "envoy", "NN", 1, "appos", "1)"),
            row(4, "sailed", "VBD", 0, "root"),
        ],
        [row(1, "She", "PRP", 0, "root", "(1-person-giv:act-_-_-1-ana)")],
    )
    assert spans(path) == [["Birk the envoy", "She"]]


def test_a_noun_phrase_with_a_opens_a_chain(tmp_path: Path) -> None:
    one, other = "(1-person-new-_-_-1-coref)", "(1-person-giv:act-_-_-2-coref"
    path = gold(
        tmp_path,
        [row(1, "Envoys", "NNS", 2, "nsubj", one), row(2, "met", "VBD", 0, "root")],
        [
            row(1, "An", "DT", 2, "det", other),
            row(2, "envoy", "NN", 3, "nsubj", "1)"),
            row(3, "spoke", "VBD", 0, "root"),
            row(4, "himself", "PRP", 3, "obj", "(1-person-giv:act-_-_-1-ana)"),
        ],
    )
    assert spans(path) == [["An envoy", "himself"]]


def test_singletons_count_only_when_asked_for(tmp_path: Path) -> None:
    path = gold(tmp_path, [row(1, "Birk", "NNP", 0, "root", "(1-person-new-_-_-1-sgl)")])
    (text,) = read(path)
    assert key(as_ontonotes(text), singletons=False) == []
    assert key(as_ontonotes(text), singletons=True) == [frozenset({(0, 4)})]
