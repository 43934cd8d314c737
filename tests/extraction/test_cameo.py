"""Which CAMEO code follows from what happened."""

import pytest

from communique.extraction.cameo import as_intent, code_names
from communique.lexicon.load import table
from tests.extraction.whole import reading

CASES = [
    ("Kenya imposed sanctions on Peru.", "163"),
    ("The presidents of Norway and Chad met on Monday.", "040"),
    ("The presidents of Norway and Chad met in Lima on Monday.", "044"),
    ("President Ana Rojas visited Ghana on Tuesday.", "042"),
    ("Ghana hosted the president of Togo.", "042"),
    ("The president of Ghana spoke by phone with the president of Togo.", "041"),
    ("Ghana and Togo held peace talks in Geneva.", "046"),
    ("Oman mediated between Ghana and Togo.", "045"),
    ("Ghana and Togo held a joint press conference.", "010"),
    ("Peru and Chile signed a treaty on fishing.", "057"),
    ("Peru restored diplomatic relations with Chile.", "050"),
    ("Sweden praised Ghana for its reforms.", "051"),
    ("Peru apologized to Chile.", "055"),
    ("Peru voiced its condolences to Chile.", "018"),
    ("Kenya accused Ethiopia of shelling border villages.", "1123"),
    ("Kenya accused Ethiopia of corruption.", "1121"),
    ("Kenya accused Ethiopia.", "112"),
    ("France condemned the attack by Mali.", "111"),
    ("Kenya summoned the ambassador of Peru.", "114"),
    ("Kenya expelled two Peruvian diplomats.", "161"),
    ("Ghana recalled its ambassador from Togo.", "161"),
    ("Ghana suspended talks with Togo.", "164"),
    ("Ghana withdrew from the treaty with Togo.", "161"),
    ("Norway called for a ceasefire between Chad and Niger.", "0256"),
    ("Norway demanded that Chad withdraw its troops.", "1056"),
    ("Norway urged Chad to lift sanctions on Niger.", "0254"),
    ("Norway urged Chad to release the hostages.", "0253"),
    ("Norway appealed to Chad for humanitarian aid.", "0233"),
    ("Norway urged Chad to hold talks with Niger.", "026"),
    ("Ghana rejected mediation by Togo.", "126"),
    ("Ghana refused to withdraw its troops from Togo.", "1246"),
    ("Ghana vetoed the resolution of Togo.", "129"),
    ("Norway delivered food aid to Chad.", "073"),
    ("Norway delivered weapons to Chad.", "062"),
    ("Togo lifted the embargo on Ghana.", "085"),
    ("Kenya threatened to attack Uganda.", "1384"),
    ("Kenya gave Uganda an ultimatum.", "139"),
    ("Chilean forces shelled Peruvian positions.", "194"),
    ("Chilean forces invaded Peru.", "192"),
    ("Ghana agreed to hold talks with Togo.", "036"),
    ("Ghana will impose sanctions on Togo.", "1312"),
    ("Ghana will provide economic aid to Togo.", "0331"),
    ("Ghana pledged to send forty trucks of food aid to Togo.", "0333"),
    ("The army chief of Ghana accepted the proposal of Togo.", "030"),
    ("Ghana will release the prisoners of Togo.", "0353"),
    ("Ghana and Togo will meet in Accra next week.", "036"),
    ("Ghana will not lift sanctions on Togo.", "1244"),
]


@pytest.mark.parametrize(("words", "code"), CASES)
def test_the_code_of_an_event(words: str, code: str) -> None:
    codes = {event.cameo for event in reading(words).events if event.cameo}
    assert codes == {code}


@pytest.mark.parametrize(
    "words", ["Kenya did not meet Peru.", "Kenya has hacked Uganda.", "Kenya never praised Peru."]
)
def test_what_did_not_happen_or_is_unknown_to_cameo_has_no_code(words: str) -> None:
    assert [event.cameo for event in reading(words).events] == [None]


def test_what_an_act_becomes_is_taken_from_the_longest_code_that_it_begins_with() -> None:
    assert as_intent("0841", "REJECT") == "1243"
    assert as_intent("0832", "REJECT") == "123"
    assert as_intent(None, "REJECT") is None
    assert as_intent("051", "THREATEN") is None


def test_every_code_has_a_name() -> None:
    given = {row["code"] for row in table("cameo.tsv")} - {"-"}
    given |= {row["becomes"] for row in table("cameo_intents.tsv")}
    assert given <= set(code_names())


def test_every_line_is_of_a_type_and_mode_of_plover_and_of_known_triggers() -> None:
    modes = {(row["type"], row["mode"]) for row in table("plover.tsv")}
    told = {word for row in table("event_triggers.tsv") for word in _forms(row["trigger"])}
    for row in table("cameo.tsv"):
        assert (row["type"], row["mode"]) in modes, row
        assert set(filter(None, row["trigger"].split("|"))) <= told, row


def _forms(trigger: str) -> tuple[str, ...]:
    return trigger, trigger.split(" ")[0], trigger.split(" ")[-1]


def test_every_type_of_plover_has_a_last_resort() -> None:
    last = {row["type"]: row for row in table("cameo.tsv")}
    assert set(last) == {row["type"] for row in table("plover.tsv")}
    assert not any(row["mode"] or row["trigger"] or row["words"] for row in last.values())


def test_scores_lie_between_conflict_and_cooperation() -> None:
    assert all(-10 <= float(row["goldstein"]) <= 10 for row in table("cameo_codes.tsv"))
