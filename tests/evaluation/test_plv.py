from pathlib import Path

import pytest

from evaluation.plv import Told, crossed, f1s, fifth, figures, quads
from training.deed_sentences import inflected, sentences
from training.deeds import Marked, read_plv

HEAD = "sentence\tmarked_sentence\tsource\ttarget\tgold_root\tgold_penta\n"


def told(gold: str, found: str, sentence: str = "x") -> Told:
    return Told(Marked(sentence, None, None, gold, quads()[gold]), found)


def test_macro_f1_counts_every_root_alike() -> None:
    found = figures([told("AID", "AID"), told("AID", "AID"), told("AGREE", "AID")])
    assert found["root macro-F1"] == pytest.approx((80 + 0) / 2)
    assert found["root accuracy"] == pytest.approx(200 / 3)


def test_a_wrong_root_of_the_right_quad_class_is_right_there() -> None:
    found = figures([told("AID", "YIELD"), told("AID", "AID")])
    assert found["quad accuracy"] == 100
    assert found["root accuracy"] == 50


def test_a_class_only_found_counts_as_missed() -> None:
    assert f1s([("a", "a"), ("a", "b")]) == {"a": pytest.approx(200 / 3), "b": 0}


def test_conceding_and_retreating_are_one_root() -> None:
    assert quads()["YIELD"] == 2
    assert len(quads()) == 15


def test_the_marks_say_which_of_two_is_meant(tmp_path: Path) -> None:
    path = tmp_path / "gold.tsv"
    marked = "Roe met <t>Birk</t> and <s>Roe</s> left."
    row = f"Roe met Birk and Roe left.\t{marked}\tRoe\tBirk\tCONSULT\t1"
    path.write_text(HEAD + row + "\n", encoding="utf-8")
    (found,) = read_plv(path)
    assert found.source == (17, 20)
    assert found.target == (8, 12)


def test_without_marks_a_party_is_where_its_words_are_first(tmp_path: Path) -> None:
    path = tmp_path / "gold.tsv"
    path.write_text(HEAD + "Roe met Birk.\t\tAn actor\tBirk\tCONSULT\t1\n", encoding="utf-8")
    (found,) = read_plv(path)
    assert found.source is None
    assert found.target == (8, 12)


def test_a_sentence_is_always_of_one_fold() -> None:
    assert {fifth("Roe met Birk.", "fold ") for _ in range(3)} == {fifth("Roe met Birk.", "fold ")}
    assert len({fifth(f"Roe met {n} boats.", "fold ") for n in range(60)}) == 5


def test_every_sentence_of_a_file_is_scored_once(tmp_path: Path) -> None:
    path = tmp_path / "gold.tsv"
    rows = [f"Roe met Birk {n} times.\t\tRoe\tBirk\tCONSULT\t1" for n in range(12)]
    path.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    assert [t.root for t in crossed(path)] == ["CONSULT"] * 12


def test_our_own_sentences_hold_their_parties_and_stay_the_same() -> None:
    drawn = list(sentences(600, 7))
    assert drawn == list(sentences(600, 7))
    assert {d.root for d in drawn} == set(quads())
    for deed in drawn:
        named = [deed.sentence[a:b] for a, b in (deed.source, deed.target)]
        assert all(name and name == name.strip() for name in named)
        assert not any(mark in deed.sentence for mark in "{}|<>")


@pytest.mark.parametrize(
    ("phrase", "past", "done", "ing"),
    [
        ("give T a day", "gave T a day", "given T a day", "giving T a day"),
        ("ban T", "banned T", "banned T", "banning T"),
        ("deny T a visa", "denied T a visa", "denied T a visa", "denying T a visa"),
        ("partially lift it", "partially lifted it", "partially lifted it", "partially lifting it"),
    ],
)
def test_verb_phrases_are_inflected(phrase: str, past: str, done: str, ing: str) -> None:
    found = inflected(phrase)
    assert (found["past"], found["done"], found["ing"]) == (past, done, ing)
