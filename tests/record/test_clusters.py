"""Clusters as a pure function of judgements."""

from hypothesis import given
from hypothesis import strategies as st

from communique.model.identity import Judgement
from communique.record.clusters import cluster, consistent
from tests.build import judgement


def test_same_joins_and_the_rest_stays_alone() -> None:
    assert cluster("abcd", [judgement("a", "b"), judgement("b", "c")]) == [["a", "b", "c"], ["d"]]


def test_different_keeps_apart_what_a_third_would_join() -> None:
    judged = [
        judgement("a", "b", score=2.0),
        judgement("b", "c", score=1.0),
        judgement("a", "c", "different", score=-1.0),
    ]
    assert cluster("abc", judged) == [["a", "b"], ["c"]]


def test_the_surest_comes_first() -> None:
    judged = [
        judgement("a", "b", score=1.0),
        judgement("b", "c", score=2.0),
        judgement("a", "c", "different"),
    ]
    assert cluster("abc", judged) == [["a"], ["b", "c"]]


def test_apart_stays_apart_when_sets_grow() -> None:
    judged = [
        judgement("a", "b", score=3.0),
        judgement("c", "d", score=2.0),
        judgement("a", "d", "different"),
        judgement("b", "c", score=1.0),
    ]
    assert cluster("abcd", judged) == [["a", "b"], ["c", "d"]]


def test_a_person_joins_whole_sets_against_the_rules() -> None:
    rules = [judgement("a", "b"), judgement("c", "d"), judgement("b", "d", "different")]
    assert cluster("abcd", rules, [judgement("a", "c", by="ivana")]) == [["a", "b", "c", "d"]]


def test_a_person_parts_and_the_rules_may_not_join_again() -> None:
    rules = [judgement("a", "b"), judgement("b", "c")]
    decided = [judgement("a", "c", "different", by="ivana")]
    assert cluster("abc", rules, decided) == [["a", "b"], ["c"]]


def test_unsure_of_a_person_leaves_both_alone() -> None:
    assert cluster("ab", [judgement("a", "b")], [judgement("a", "b", "unsure", by="i")]) == [
        ["a"],
        ["b"],
    ]


def test_a_judgement_that_others_overruled_is_unsure() -> None:
    judged = [judgement("a", "b")]
    (found,) = consistent(judged, [["a"], ["b"]])
    assert found.verdict == "unsure"
    assert found.why[-1].sign == "kept_apart_by_others"


KEYS = [f"k{n}" for n in range(8)]
JUDGEMENTS = st.lists(
    st.builds(
        lambda pair, verdict, score: judgement(*sorted(pair), verdict, score=score),
        st.lists(st.sampled_from(KEYS), min_size=2, max_size=2, unique=True),
        st.sampled_from(["same", "different", "unsure"]),
        st.floats(-3, 3),
    ),
    unique_by=lambda j: (j.left, j.right),
)


@given(JUDGEMENTS, st.randoms(use_true_random=False))
def test_order_does_not_matter_and_no_set_holds_two_that_differ(
    judged: list[Judgement], random: object
) -> None:
    found = cluster(KEYS, judged)
    random.shuffle(judged)  # type: ignore[attr-defined]
    assert cluster(reversed(KEYS), judged) == found
    home = {key: n for n, keys in enumerate(found) for key in keys}
    assert all(home[j.left] != home[j.right] for j in judged if j.verdict == "different")
