"""From scores to attributions. Words 0 to 9, ten characters each."""

import numpy as np

from communique.language import attributions
from communique.language.attributions import Block, find
from communique.language.decode import follows

MOVES = follows(13)
WORDS = [(10 * i, 10 * i + 9) for i in range(10)]
NO_BREAKS = np.zeros(10, dtype=bool)
TAGS = {"O": 0, "source": 1, "cue": 5, "content": 9}


def scores(*spans: tuple[str, int, int]) -> np.ndarray:
    table = np.zeros((10, 13), dtype=np.float32)
    table[:, 0] = 6
    for role, start, end in spans:
        for i in range(start, end):
            place = 3 if end - start == 1 else 0 if i == start else 2 if i == end - 1 else 1
            table[i, 0] = 0
            table[i, TAGS[role] + place] = 12
    return table


def pointing(**targets: tuple[range, int]) -> list[Block]:
    table = np.zeros((10, 10), dtype=np.float32)
    for words, cue in targets.values():
        table[words.start : words.stop, cue] = 12
    return [Block(0, 10, 0, table)]


def test_a_content_belongs_to_the_cue_its_words_point_at() -> None:
    table = scores(("source", 0, 1), ("cue", 1, 2), ("content", 2, 5), ("cue", 6, 7))
    blocks = pointing(source=(range(0, 1), 1), content=(range(2, 5), 1))
    (found,) = find(table, MOVES, blocks, NO_BREAKS, WORDS)
    assert (found.source, found.cue, found.content) == ((0, 9), (10, 19), ((20, 49),))
    assert found.score > 0.9


def test_two_parts_of_one_statement_are_one_attribution() -> None:
    table = scores(("content", 0, 3), ("source", 3, 4), ("cue", 4, 5), ("content", 5, 8))
    blocks = pointing(all=(range(0, 8), 4))
    (found,) = find(table, MOVES, blocks, NO_BREAKS, WORDS)
    assert found.content == ((0, 29), (50, 79))


def test_a_content_that_points_nowhere_stays_alone() -> None:
    table = scores(("content", 0, 3), ("cue", 9, 10))
    (found,) = find(table, MOVES, [Block(0, 10, 0, np.zeros((10, 10)))], NO_BREAKS, WORDS)
    assert (found.source, found.cue, found.content) == (None, None, ((0, 29),))


def test_a_source_without_content_says_nothing() -> None:
    table = scores(("source", 0, 1), ("cue", 1, 2))
    assert find(table, MOVES, pointing(source=(range(0, 1), 1)), NO_BREAKS, WORDS) == ()


def test_words_of_two_windows_are_weighed_together() -> None:
    table = scores(("cue", 1, 2), ("content", 2, 6))
    first, second = np.zeros((4, 6)), np.zeros((6, 8))
    first[2:, 1] = 12
    second[:2, 9 - 2] = 12  # the second window begins at word 2 and does not see the cue
    blocks = [Block(0, 4, 0, first), Block(4, 10, 2, second)]
    (found,) = find(table, MOVES, blocks, NO_BREAKS, WORDS)
    assert found.cue == (10, 19)
    assert attributions.ENOUGH < found.score < 0.9
