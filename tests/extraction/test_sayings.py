"""Statements of every build, read by the reader itself: who says what, to whom, through whom."""

import pytest

from tests.extraction.whole import told

SAID = [
    # "he said" at the end, and before the words
    (
        "The talks will resume in June, Foreign Minister Ana Torres of Chile said.",
        ("Ana Torres", "The talks will resume in June"),
    ),
    (
        "Chilean Foreign Ministry spokesman Carlos Vega said that Chile would recognise no vote.",
        ("Carlos Vega", "that Chile would recognise no vote"),
    ),
    # participles
    (
        "Referring to the border dispute, Chilean Defence Secretary Pablo Ruiz stressed that no "
        "troops would cross the river.",
        ("Pablo Ruiz", "that no troops would cross the river"),
    ),
    # nouns
    (
        "President Luis Mora of Peru issued a call for an immediate ceasefire in the valley.",
        ("Luis Mora", "an immediate ceasefire in the valley"),
    ),
    (
        "The European Union expressed concern over the arrest of three journalists in Ruritania.",
        ("European Union", "the arrest of three journalists in Ruritania"),
    ),
    (
        "According to Kenyan President Peter Otieno, the dam will be finished next year.",
        ("Peter Otieno", "the dam will be finished next year"),
    ),
    # a statement made together
    (
        "Peru and Chile condemned the attack and called for restraint, the joint statement said.",
        ("Peru, Chile", "Peru and Chile condemned the attack and called for restraint"),
    ),
    # a spokesman about his principal
    (
        "The president believes that the sanctions must be lifted, his spokesman Carlos Vega told "
        "reporters.",
        ("Carlos Vega", "The president believes that the sanctions must be lifted"),
    ),
    # by whom it was rejected
    (
        "The plan for a new base was dismissed by Washington.",
        ("United States", "The plan for a new base"),
    ),
]


@pytest.mark.parametrize(("sentence", "found"), SAID)
def test_who_says_what(sentence: str, found: tuple[str, str]) -> None:
    text = told(sentence)
    assert [(", ".join(text.names(s.speakers)), s.text) for s in text.statements] == [found]


REPORTED = [
    "The agreement is illegal, Foreign Minister Ana Torres pointed out, TASS reported.",
    "The agreement is illegal, Foreign Minister Ana Torres said, TASS reported on Monday.",
    "The agreement is illegal, Foreign Minister Ana Torres said, as quoted by TASS.",
    "Foreign Minister Ana Torres was quoted by TASS as saying that the agreement is illegal.",
    "TASS quoted Foreign Minister Ana Torres as saying that the agreement is illegal.",
]


@pytest.mark.parametrize("sentence", REPORTED)
def test_an_agency_is_no_speaker_but_the_way(sentence: str) -> None:
    text = told(sentence)
    (one,) = text.statements
    assert one.via is not None
    assert (text.names(one.speakers), text.names((one.via,))) == (["Ana Torres"], ["TASS"])


@pytest.mark.parametrize(
    ("sentence", "addressees"),
    [
        (
            "Ana Torres informed the UN Security Council that Chile would leave the treaty.",
            ["United Nations Security Council"],
        ),
        (
            "In a letter to UN Secretary-General Omar Diallo, Ana Torres demanded a withdrawal.",
            ["Omar Diallo"],
        ),
        (
            "The envoy Eva Lang and the senator Marc Petit urged Russia to release the sailors.",
            ["Russia"],
        ),
        ("In an interview with Le Soir, Luis Mora rejected the sanctions.", []),
    ],
)
def test_to_whom(sentence: str, addressees: list[str]) -> None:
    text = told(sentence)
    (one,) = text.statements
    assert text.names(one.addressees) == addressees


@pytest.mark.parametrize(
    ("sentence", "occasion"),
    [
        (
            "Mora praised the deal at a meeting with President Ana Torres of Chile.",
            "at a meeting with President Ana Torres of Chile",
        ),
        ("In an interview with Le Soir, Luis Mora rejected the sanctions.", "In an interview with"),
        ("In a letter to the Council, Luis Mora demanded a ceasefire.", "In a letter to the"),
        ("The sides will meet again, Luis Mora said at a press conference.", "at a press"),
    ],
)
def test_on_what_occasion(sentence: str, occasion: str) -> None:
    (one,) = told(sentence).statements
    assert (one.occasion or "").startswith(occasion)


RUNS_ON = (
    "\u201cWe have no choice,\u201d said President Peter Otieno.{}"
    "\u201cThe border must stay closed.\u201d"
)


@pytest.mark.parametrize("gap", [" ", "\n\n"])
def test_a_quotation_that_runs_on_stays_with_its_speaker(gap: str) -> None:
    text = told(RUNS_ON.format(gap))
    assert {tuple(text.names(s.speakers)) for s in text.statements} == {("Peter Otieno",)}
    assert "The border must stay closed" in text.statements[-1].text


def test_a_judgement_between_two_statements_is_told_apart_by_its_rule() -> None:
    text = told(
        "Kenyan President Peter Otieno said the border would stay closed. The decision is "
        "unacceptable to our neighbours. He added that talks would go on."
    )
    assert [s.evidence.rule == "free-indirect" for s in text.statements] == [False, True, False]
    first, middle, _ = text.statements
    assert middle.speakers == first.speakers
    assert middle.evidence.score < first.evidence.score


SIGNED = (
    "\u201cThey have failed us and our children.\u201d {0} Ana Torres\n"
    "\u201cNobody asked the farmers what they need.\u201d{0}Luis Mora\n"
)


@pytest.mark.parametrize("dash", ["\u2015", "\u2014", " -- ", "- "])
def test_a_quotation_belongs_to_the_name_that_signs_it(dash: str) -> None:
    text = told(SIGNED.format(dash))
    assert [(text.names(s.speakers), s.evidence.rule) for s in text.statements] == [
        (["Ana Torres"], "quotation-signed"),
        (["Luis Mora"], "quotation-signed"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "\u201cWe have no choice but to leave\u201d \u2014 Ana Torres said that twice.",
        "He called it \u201cthe best of all plans\u201d \u2014 Chile agreed.",
    ],
)
def test_a_name_that_goes_on_as_a_sentence_signs_nothing(sentence: str) -> None:
    assert "quotation-signed" not in {s.evidence.rule for s in told(sentence).statements}


@pytest.mark.parametrize(
    ("sentence", "issue"),
    [
        ("Ana Torres said that no foreign troops would remain.", "foreign troops"),
        ("Ana Torres demanded the withdrawal of all troops.", "foreign troops"),
        ("Ana Torres said that the rebels had used gas.", "arms control"),
        ("Ana Torres voiced hope that peace talks would resume.", "peace talks"),
        (
            "Ana Torres vowed to defend the territorial integrity of Moldova.",
            "territorial integrity",
        ),
        ("Ana Torres deplored the arrest of three journalists.", "human rights"),
    ],
)
def test_what_it_is_about(sentence: str, issue: str) -> None:
    (one,) = told(sentence).statements
    assert issue in one.issues


def test_what_a_target_is_called_is_no_part_of_it() -> None:
    (one,) = told("Luis Mora denounced the raid on the village as illegal and inhumane.").statements
    assert [(s.toward, s.polarity) for s in one.stances] == [("the raid on the village", "against")]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("A federal judge said that the ban was illegal.", "federal judge"),
        (
            "A spokesman for President Luis Mora of Peru said that talks would resume.",
            "spokesman for President Luis Mora of Peru",
        ),
        (
            "A former Labour Party chairman says the party should act.",
            "former Labour Party chairman",
        ),
        ("The former president, who lives in Lima, said that he was sorry.", "former president"),
    ],
)
def test_who_is_cited_by_office_alone_is_an_actor(sentence: str, speaker: str | None) -> None:
    text = told(sentence)
    (one,) = text.statements
    assert text.names(one.speakers) == ([speaker] if speaker else [])


def test_who_is_named_by_office_alone_and_not_cited_is_none() -> None:
    assert told("The town has a federal judge and a bridge.").actors == ()


@pytest.mark.parametrize(
    ("sentence", "stances"),
    [
        ("Ana Torres said that she supports the plan.", [("the plan", "for")]),
        ("Ana Torres said that she cannot support the plan.", [("the plan", "against")]),
        ("Ana Torres reiterated her support for the plan.", [("the plan", "for")]),
        ("Ana Torres declined to support the plan.", []),
        ("Ana Torres said that she has not endorsed the plan.", []),
        ("Ana Torres said that she was not ready to support the plan.", []),
        ("Ana Torres asked whether the council would support the plan.", []),
        ("\u201cShe supports the raid,\u201d Luis Mora said of the envoy.", []),
        (
            "Luis Mora condemned the envoy's support for the raid.",
            [("the envoy's support for the raid", "against")],
        ),
        ("Luis Mora said that they should defend themselves.", []),
    ],
)
def test_a_stance_is_asserted_and_the_speakers_own(
    sentence: str, stances: list[tuple[str, str]]
) -> None:
    found = told(sentence).statements
    assert [(s.toward, s.polarity) for one in found for s in one.stances] == stances
