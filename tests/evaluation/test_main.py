from evaluation.__main__ import below, raised
from evaluation.suite import Task


def task(held: tuple[str, ...] | None = None) -> Task:
    return Task("", dict, {}, held)


def test_a_figure_under_its_floor_is_named() -> None:
    assert below("gum", {"LAS": 80.0}, {"gum": {"LAS": 88.0}}) == [
        "gum LAS: 80.0 is under the floor of 88.0"
    ]


def test_a_figure_that_is_not_printed_has_fallen() -> None:
    assert below("gum", {}, {"gum": {"LAS": 88.0}})


def test_a_floor_is_lifted_and_never_lowered() -> None:
    assert raised({"LAS": 90.0, "UAS": 80.0}, {"LAS": 88.0, "UAS": 85.0}, task()) == {
        "LAS": 89.7,
        "UAS": 85.0,
    }


def test_only_what_a_task_holds_has_a_floor() -> None:
    assert raised({"LAS": 90.0, "UAS": 80.0}, {}, task(("LAS",))) == {"LAS": 89.7}
