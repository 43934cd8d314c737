"""How characters become words."""

import pytest

from communique.language.words import words


def cut(chars: str) -> list[str]:
    return [chars[a:b] for a, b in words(chars, [(0, len(chars))])]


@pytest.mark.parametrize(
    ("chars", "expected"),
    [
        ("He said: “No.”", "He said : “ No . ”"),
        ("Iran’s position", "Iran ’s position"),
        ("They don't and can't.", "They do n't and ca n't ."),
        ("cannot gonna", "can not gon na"),
        ("Mr. Lavrov met Dr. Zarif.", "Mr. Lavrov met Dr. Zarif ."),
        ("the U.S. and the U.N.", "the U.S. and the U.N."),
        ("J. Smith Jr.", "J. Smith Jr."),
        ("a 20-year-old, well-known pre-war non-aligned state", ""
         "a 20 - year - old , well - known pre-war non-aligned state"),
        ("Tehran-Moscow cooperation", "Tehran - Moscow cooperation"),
        ("$5bn, 10am, 20th, 1980s, 3.5%", "$ 5 bn , 10 am , 20th , 1980s , 3.5 %"),
        ("at 21:6 on 12/05/2017", "at 21:6 on 12/05/2017"),
        ("5+1 (P5+1)", "5 + 1 ( P5 + 1 )"),
        ("see https://example.org/a?b=c.", "see https://example.org/a?b=c ."),
        ("mail a.b@example.org, please", "mail a.b@example.org , please"),
        ("Sana’a and Qur'an and O'Brien", "Sana’a and Qur'an and O'Brien"),
        ("No. 5 is good. No. Why?", "No. 5 is good . No . Why ?"),
        ("wait... what?!", "wait ... what ?!"),
        ("and/or", "and / or"),
    ],
)  # fmt: skip
def test_words_are_cut_as_in_universal_dependencies(chars: str, expected: str) -> None:
    assert " ".join(cut(chars)) == expected


@pytest.mark.parametrize("space", [" ", "\u00a0", "\n", "\t", " \n\n ", "\u2009", "\u200b"])
def test_any_white_space_parts_words_and_is_none(space: str) -> None:
    assert cut(f"New{space}Delhi") == ["New", "Delhi"]


def test_offsets_are_those_of_the_whole_text_and_other_ranges_are_not_read() -> None:
    chars = "Title\n\nCookies here\n\nThey met."
    assert words(chars, [(0, 5), (21, 30)]) == [(0, 5), (21, 25), (26, 29), (29, 30)]


def test_every_character_that_is_no_space_is_in_one_word() -> None:
    chars = "“It’s a (very) odd—one,” s/he said… #tag @who 司空 $$$ :-) [1]–[11]"
    covered = [i for a, b in words(chars, [(0, len(chars))]) for i in range(a, b)]
    assert covered == [i for i, char in enumerate(chars) if not char.isspace()]
