from itertools import pairwise

import pytest

from communique.views.web.bars import bars


@pytest.mark.parametrize(
    ("days", "unit", "when"),
    [
        ((("1998-05-01", 2), ("1998-05-03", 1)), "day", ["1998-05-01", "1998-05-03"]),
        ((("1998-05-01", 2), ("1998-05-20", 1), ("1999-01", 1)), "month", ["1998-05", "1999-01"]),
        ((("1978-05-01", 2), ("1998", 1)), "year", ["1978", "1998"]),
        ((), "day", []),
    ],
)
def test_a_bar_stands_for_a_day_a_month_or_a_year(
    days: tuple[tuple[str, int], ...], unit: str, when: list[str]
) -> None:
    found = bars(days, 0, "statement")
    assert (found.unit, [bar.when for bar in found.bars]) == (unit, when)


def test_the_tallest_bar_is_as_high_as_the_picture() -> None:
    found = bars((("1998-05-01", 4), ("1998-05-02", 1)), 0, "statement")
    assert [(bar.height, bar.label) for bar in found.bars] == [
        (100.0, "1 May 1998: 4 statements"), (25.0, "2 May 1998: 1 statement"),
    ]  # fmt: skip


def test_what_is_less_precise_than_a_bar_is_counted_apart() -> None:
    found = bars((("1998-05", 3), ("1998-05-01", 1), ("1998-05-02", 1)), 2, "statement")
    assert (found.unit, found.vague, len(found.bars)) == ("day", 5, 2)


def test_bars_lie_beside_each_other_inside_the_picture() -> None:
    found = bars(tuple((f"{year}", 1) for year in range(1950, 2020)), 0, "statement").bars
    assert all(bar.x - bar.width / 2 >= 0 and bar.x + bar.width / 2 <= 100 for bar in found)
    assert all(one.x + one.width / 2 <= next.x - next.width / 2 for one, next in pairwise(found))
