"""Datelines: what is one, what it says, and what is none."""

import pytest

from communique.intake.datelines import find_dateline

SENTENCE = "The two ministers met on Monday."

CASES = [
    # head, place, date, agency
    ("NAIROBI, Sept 4, KNA — ", "NAIROBI", "XXXX-09-04", "KNA"),
    ("OSLO, Mar. 28 (NTB) – ", "OSLO", "XXXX-03-28", "NTB"),
    ("LIMA – ", "LIMA", None, None),
    ("Peru – ", "Peru", None, None),
    ("(Reuters) - ", None, None, "Reuters"),
    ("BRUSSELS (Reuters) - ", "BRUSSELS", None, "Reuters"),
    ("SEOUL, May 3 (Yonhap) -- ", "SEOUL", "XXXX-05-03", "Yonhap"),
    ("WASHINGTON/PARIS, May 3 (Reuters) - ", "WASHINGTON", "XXXX-05-03", "Reuters"),
    ("NEW DELHI: ", "NEW DELHI", None, None),
    ("MOSCOW, March 28. /TASS/. ", "MOSCOW", "XXXX-03-28", "TASS"),
    ("MOSCOW. March 28 (Interfax) - ", "MOSCOW", "XXXX-03-28", "Interfax"),
    ("MOSCOW, May 3 - RIA Novosti. ", "MOSCOW", "XXXX-05-03", "RIA Novosti"),
    ("BAKU, Azerbaijan, May 5. ", "BAKU", "XXXX-05-05", None),
    ("YEREVAN, MARCH 2, ARMENPRESS. ", "YEREVAN", "XXXX-03-02", "ARMENPRESS"),
    ("ASTANA. KAZINFORM - ", "ASTANA", None, "KAZINFORM"),
    ("Cairo, MENA – ", "Cairo", None, "MENA"),
    ("UNITED NATIONS (AP) — ", "UNITED NATIONS", None, "AP"),
    ("KUWAIT, Jan 12 (KUNA) -- ", "KUWAIT", "XXXX-01-12", "KUNA"),
    ("Jakarta (ANTARA) - ", "Jakarta", None, "ANTARA"),
    ("Bogotá, 5 May 2015 (EFE) -- ", "Bogotá", "2015-05-05", "EFE"),
    ("Paris, Oct 3 (EFE).- ", "Paris", "XXXX-10-03", "EFE"),
    ("DUBAI, United Arab Emirates (AP) — ", "DUBAI", None, "AP"),
    ("ANI – ", None, None, "ANI"),
    ("ANI/Mumbai – ", "Mumbai", None, "ANI"),
    ("Geneva, Tuesday – ", "Geneva", None, None),
    ("TOKYO, May 3 (Jiji Press)--", "TOKYO", "XXXX-05-03", "Jiji"),
    ("CAIRO — 3 May 2016: ", "CAIRO", "2016-05-03", None),
    ("ABU DHABI, 3rd May, 2019 (WAM) -- ", "ABU DHABI", "2019-05-03", "WAM"),
    ("Riyadh, Ramadan 3, 1440, May 8, 2019, SPA -- ", "Riyadh", "2019-05-08", "SPA"),
    ("Havana, Mar 3 (Prensa Latina) ", "Havana", "XXXX-03-03", "Prensa Latina"),
    ("NGERULMUD (Island Times) - ", "NGERULMUD", None, "Island Times"),
    ("CAMBRIDGE, Mass., Dec. 11 (UPI) —", "CAMBRIDGE", "XXXX-12-11", "UPI"),
    ("New York / Geneva – ", "New York", None, None),
]

NONE = [
    "Minister: We will not accept pressure.",
    "Berg – The minister said that.",
    "BREAKING – The talks have collapsed.",
    "UPDATE: The talks have collapsed.",
    "NATO - The alliance said so.",
    "The minister - who had arrived - said so.",
    "On Monday, 3 May - the day of the talks - they met.",
    "On Monday, May 3. The talks went on.",
    '"We are ready" - he said.',
    "Astana – host of the talks – said it would go on.",
    "Peru, Chile – two neighbours – met.",
    "Kenya: talks resume in Nairobi.",
    "London: The prime minister said that.",
    "Oslo and Stockholm – Both agreed.",
    "Anna Berg / Reuters.",
    "",
]


@pytest.mark.parametrize(("head", "place", "date", "agency"), CASES)
def test_a_dateline_is_read(
    head: str, place: str | None, date: str | None, agency: str | None
) -> None:
    found = find_dateline(head + SENTENCE)
    assert found is not None
    assert (found.place, found.date and found.date.iso, found.agency) == (place, date, agency)


@pytest.mark.parametrize("head", [head for head, *_ in CASES])
def test_the_sentence_begins_behind_the_dateline(head: str) -> None:
    found = find_dateline(head + SENTENCE)
    assert found is not None
    assert (head + SENTENCE)[found.length :] == SENTENCE


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_dateline(text: str) -> None:
    assert find_dateline(text) is None


@pytest.mark.parametrize("text", [f"Peru – {SENTENCE}", f"ANI – {SENTENCE}", f"LIMA: {SENTENCE}"])
def test_below_the_first_paragraph_more_is_asked_for(text: str) -> None:
    assert find_dateline(text) is not None
    assert find_dateline(text, first=False) is None


@pytest.mark.parametrize("text", ["Oslo, 3 May 1998", "OSLO, May 3 (NTB)", "Oslo (Reuters)"])
def test_a_line_can_be_a_dateline(text: str) -> None:
    assert find_dateline(text, alone=True) is not None


@pytest.mark.parametrize("text", ["Anna Berg / Reuters", "Oslo", "3 May 1998", "Issued on 3 May"])
def test_a_line_of_its_own_needs_a_place_and_more(text: str) -> None:
    assert find_dateline(text, alone=True) is None


def test_letters_that_stand_for_the_words_before_them_are_no_agency() -> None:
    found = find_dateline(
        "LIMA – Joint Maritime Survey Office (JMSO) head Ana Ruiz has left office."
    )
    assert found is not None
    assert (found.place, found.agency, found.length) == ("LIMA", None, len("LIMA – "))
