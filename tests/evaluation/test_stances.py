"""Judgements of stances and issues, found again by place and digest."""

from pathlib import Path

from evaluation.stances import digest, labels, printed

LINE = {
    "actors": [{"name": "Chile"}],
    "statements": [
        {
            "content": [[7, 20]],
            "stances": [
                {"toward": 0, "polarity": "for"},
                {"toward": "the  Plan", "polarity": "against"},
            ],
            "issues": ["trade"],
        }
    ],
}


def test_what_is_printed_has_its_place_and_digest() -> None:
    assert list(printed("a", LINE)) == [
        ("a", 7, "stance", digest("Chile"), "for"),
        ("a", 7, "stance", digest("the plan"), "against"),
        ("a", 7, "issue", digest("trade"), ""),
    ]


def test_judgements_are_by_the_same_key(tmp_path: Path) -> None:
    path = tmp_path / "labels.tsv"
    rows = ("a\t7\tstance\t12\tfor\tyes", "a\t7\tissue\t34\t\tno")
    path.write_text("#= article at kind of polarity* right\n" + "\n".join(rows))
    assert labels(path) == {
        ("a", 7, "stance", "12", "for"): True,
        ("a", 7, "issue", "34", ""): False,
    }


def test_our_own_judgements_can_be_read() -> None:
    assert set(labels().values()) == {True, False}
