from evaluation.attribution import _marked, printed_spans

TEXT = "Ana said it was late. “Very late.”"


def test_pieces_with_only_white_space_between_are_one() -> None:
    annotation = "T1\tSource 0 3\tAna\nT2\tContent 9 21;22 34\tit was …\nE1\tAttribution:T1\n"
    assert _marked(TEXT, annotation) == {("source", 0, 3), ("content", 7, 28)}


def test_pieces_apart_count_each() -> None:
    assert _marked(TEXT, "T2\tContent 9 11;16 20\tx\n") == {("content", 7, 9), ("content", 12, 16)}


def test_printed_statements_give_the_same_kinds() -> None:
    line = {"statements": [{"source": [0, 3], "cue": [4, 8], "content": [[9, 21]]}]}
    assert printed_spans(TEXT, line) == {("source", 0, 3), ("cue", 3, 7), ("content", 7, 17)}
