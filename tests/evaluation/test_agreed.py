"""How printed agreements are judged by labels."""

from typing import Any

from evaluation.agreed import Label, labels, score


def printed(start: int, end: int, type: str = "treaty") -> dict[str, Any]:
    return {"type": type, "evidence": {"start": start, "end": end}}


RIGHT = Label("a", 10, 20, "treaty", frozenset({"object", "status", "parties"}))
WRONG = Label("a", 40, 60, "treaty", frozenset())
HALF = Label("b", 10, 20, "treaty", frozenset({"object"}))


def test_a_finding_is_known_again_by_text_type_and_shared_characters() -> None:
    found = [("a", printed(15, 30)), ("a", printed(50, 70)), ("b", printed(0, 11))]
    assert score(found, [RIGHT, WRONG, HALF]) == {
        "object": 200 / 3,
        "status": 50.0,
        "parties": 50.0,
        "judged": 3.0,
        "not judged": 0.0,
    }


def test_what_nobody_judged_is_counted_apart() -> None:
    found = [("a", printed(20, 30)), ("c", printed(10, 20)), ("a", printed(10, 20, "accord"))]
    figures = score(found, [RIGHT])
    assert (figures["judged"], figures["not judged"], figures["object"]) == (0.0, 3.0, 0.0)


def test_of_two_labels_the_one_that_shares_more_counts() -> None:
    near = Label("a", 18, 30, "treaty", frozenset())
    assert score([("a", printed(10, 20))], [near, RIGHT])["object"] == 100.0


def test_the_labels_of_the_project_can_be_read() -> None:
    from evaluation.agreed import LABELS

    known = labels(LABELS)
    assert len(known) > 100
    assert all("object" in label.right or not label.right for label in known)
