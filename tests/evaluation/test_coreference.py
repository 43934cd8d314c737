from pathlib import Path

import pytest

from evaluation import coreference
from evaluation.coreference import MAIN, Heads, Read, _chains, _classes, _joined, _score
from tests.evaluation.test_chains import BIRK, gold, row

SENTENCES = (
    [
        row(1, "Birk", "NNP", 2, "nsubj", f"(1{BIRK})"),
        row(2, "met", "VBD", 0, "root"),
        row(3, "Roe", "NNP", 2, "obj", "(2-person-new-_-_-1-coref)"),
    ],
    [
        row(1, "She", "PRP", 2, "nsubj", "(1-person-giv:act-_-_-1-ana)"),
        row(2, "left", "VBD", 0, "root"),
        row(3, "him", "PRP", 2, "obj", "(2-person-giv:act-_-_-1-ana)"),
    ],
    [
        row(1, "The", "DT", 2, "det", "(1-person-giv:act-_-_-2-coref"),
        row(2, "envoy", "NN", 3, "nsubj", "1)"),
        row(3, "slept", "VBD", 0, "root"),
    ],
)
RIGHT = [["Birk", "She", "The envoy"], ["Roe", "him"]]


def read(tmp_path: Path, chains: list[list[str]], kind: str = "person") -> Read:
    (text,) = coreference.read(gold(tmp_path, *SENTENCES))
    spans = [[(at := text.text.index(w), at + len(w)) for w in chain] for chain in chains]
    return Read(text, _chains({"chains": [{"type": kind, "mentions": c} for c in spans]}), {})


def figure(one: Read, **how: bool) -> float:
    return _score([one], **{"actors": True, **how})["CoNLL"]


def test_the_gold_itself_is_all_right(tmp_path: Path) -> None:
    one = read(tmp_path, RIGHT)
    assert figure(one) == 100
    assert list(_classes(one)) == []


def test_chains_of_another_type_are_lost_to_actors_alone(tmp_path: Path) -> None:
    one = read(tmp_path, RIGHT, "other")
    assert figure(one) == 0
    assert figure(one, actors=False) == 100
    assert set(_classes(one)) == {"chain of another type"}


def test_mentions_alone_count_only_with_singletons(tmp_path: Path) -> None:
    one = read(tmp_path, [*RIGHT, ["met"]])
    assert figure(one) == 100
    assert figure(one, singletons=True) < 100


@pytest.mark.parametrize(
    ("chains", "classes"),
    [
        ([["Birk", "him"], ["Roe", "She"], ["The envoy"]], {"pronoun to another"}),
        ([["Birk", "She"], ["The envoy"], ["Roe", "him"]], {"description left alone"}),
        ([["Birk", "The envoy"], ["She"], ["Roe", "him"]], {"pronoun left alone"}),
        ([["Birk", "She", "envoy"], ["Roe", "him"]], {"wrong boundary", "mention that is none"}),
        ([["Birk", "She"], ["Roe", "him"]], {"mention not found"}),
        ([["Birk", "She", "The envoy", "Roe", "him"]], {"chain of several entities"}),
        ([["Birk", "She", "The envoy", "slept"], ["Roe", "him"]], {"mention that is none"}),
    ],
)
def test_what_goes_wrong_has_a_name(
    tmp_path: Path, chains: list[list[str]], classes: set[str]
) -> None:
    assert classes <= set(_classes(read(tmp_path, chains)))


def test_texts_are_inspected_and_scored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = gold(tmp_path, *SENTENCES)

    def inspect(texts: list[str], *options: str) -> list[dict[str, object]]:
        assert options == ("--chains", "--tokens")
        spans = [[(at := texts[0].index(w), at + len(w)) for w in chain] for chain in RIGHT]
        chains = [{"type": "person", "mentions": c} for c in spans]
        said = [
            {"start": start, "end": end, "actor": actor}
            for actor, chain in enumerate(spans)
            for start, end in chain
        ]
        return [{"chains": chains, "mentions": said, "places": [], "tokens": []}]

    monkeypatch.setattr(coreference, "inspect", inspect)
    figures = coreference.evaluate(path)
    assert figures[MAIN] == figures["all mentions"] == figures["actors of the record"] == 100
    assert coreference.errors(path) == []


def test_genres_are_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coreference, "inspect", lambda texts, *_: [{} for _ in texts])
    assert coreference.readings(gold(tmp_path, *SENTENCES), ("speech",)) == ()


def test_the_record_is_compared_by_the_words_that_head_mentions() -> None:
    # "the mayor Ada Birk" is headed by "mayor", as "mayor Ada Birk" is without its article.
    heads = Heads([{"start": 0, "head": 1}, {"start": 4, "head": -1}, {"start": 10, "head": 1}])
    assert heads.of(0, 18) == heads.of(4, 18) == 4


def test_sets_that_share_a_word_are_one() -> None:
    assert _joined([{1, 2}, {3}, {2, 3}, {9}]) == [frozenset({1, 2, 3}), frozenset({9})]
