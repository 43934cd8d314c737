"""What a place is to its sentence, read whole by the reader: venue, actor, topic, dateline, or no
place at all but part of another name."""

from __future__ import annotations

from functools import cache

import pytest

from communique.extraction.places import find_places
from communique.model.report import Dateline, Report, Segment
from communique.pipeline.one import ModelParse

CASES = [
    # Where something happens.
    ("The two presidents met in Quito on Friday.\nThey had not spoken since May.", "Quito venue"),
    ("Talks in Lima ended without a result.\nNo date was set for a new round.", "Lima venue"),
    ("The envoys arrived in Nairobi late on Monday.\nThey left the next day.", "Nairobi venue"),
    ("The minister visited Hanoi last week.\nShe brought no message.", "Hanoi venue"),
    ("Windhoek hosted the fourth round of the talks.\nIt was the shortest.", "Windhoek venue"),
    ("The treaty was signed in Montevideo in 1979.\nIt never came into force.", "Montevideo venue"),
    ("The Apia talks broke down after an hour.\nBoth delegations went home.", "Apia venue"),
    ("They spoke for an hour at the Élysée Palace.\nNothing was announced.", "Élysée venue"),
    ("Both leaders stayed at Camp David for a week.\nTheir aides left.", "Camp David venue"),
    ("She flew to Oslo for talks with her colleague.\nThe trip was short.", "Oslo venue"),
    ("His visit to Kampala was put off again.\nNo reason was given.", "Kampala venue"),
    ("Speaking in Bratislava, he ruled out a deal.\nHis party cheered.", "Bratislava venue"),
    ("He told reporters in Dakar that he was tired.\nNobody asked why.", "Dakar venue"),
    ("A bomb exploded in Mogadishu on Sunday.\nFour people were hurt.", "Mogadishu venue"),
    ("Thousands marched in Santiago against the law.\nPolice kept away.", "Santiago venue"),
    ("Fighting broke out near Bukavu at dawn.\nThe army sent help.", "Bukavu venue"),
    ("The ministers will gather in Riga next month.\nThe agenda is open.", "Riga venue"),
    ("A conference on fisheries opened in Reykjavik.\nIt lasts a week.", "Reykjavik venue"),
    ("He died in Geneva after a long illness.\nHe was 81.", "Geneva venue"),
    ("The summit will be held in Suva in August.\nSamoa asked for it.", "Suva venue; Samoa actor"),
    (
        "The delegations met at a hotel in Muscat.\nOman said nothing of it.",
        "Muscat venue; Oman actor",
    ),
    (
        "Talks between Chad and Libya resumed in Tunis.\nThey were secret.",
        "Chad actor; Libya actor; Tunis venue",
    ),
    (
        "Ann Berg met Omar Haddad in Vienna on Tuesday.\nThey shook hands.",
        "Vienna venue",
    ),
    ("They returned to Maseru to sign the accord.\nThe king was there.", "Maseru venue"),
    ("The ship reached Montevideo on Thursday.\nIt carried wheat.", "Montevideo venue"),
    ("In Bamako, soldiers took the radio station.\nThe town was calm.", "Bamako venue"),
    ("The meeting took place in Malta in December.\nIt changed little.", "Malta venue"),
    ("An emergency session in Addis Ababa agreed on troops.\nNone came.", "Addis Ababa venue"),
    # Who acts.
    ("Chile rejected the proposal on Monday.\nIt gave no reason.", "Chile actor"),
    ("Pretoria said it would not sign.\nOthers followed.", "Pretoria actor"),
    ("Peru's foreign minister resigned.\nHis deputy takes over.", "Peru actor"),
    (
        "Norway and Iceland signed the fisheries pact.\nIt runs for a year.",
        "Norway actor; Iceland actor",
    ),
    ("The dispute between Ghana and Togo goes on.\nIt is old.", "Ghana actor; Togo actor"),
    ("Relations with Bolivia have cooled.\nTrade has not.", "Bolivia actor"),
    ("Lima-Quito trade doubled within a year.\nTariffs had fallen.", "Lima actor; Quito actor"),
    (
        "Kenya accused Somalia of moving the border stones.\nIt has maps.",
        "Kenya actor; Somalia actor",
    ),
    ("The government of Malawi stepped down.\nElections follow.", "Malawi actor"),
    ("The president of Uruguay spoke first.\nHe was brief.", "Uruguay actor"),
    ("Sanctions against Belarus were extended.\nTwo states abstained.", "Belarus actor"),
    ("The plan was drawn up by Jordan.\nIt has ten points.", "Jordan actor"),
    (
        "Delegations from Laos and Nepal stayed away.\nTheir seats were empty.",
        "Laos actor; Nepal actor",
    ),
    ("Officials from Paraguay confirmed the arrest.\nHe was held for a day.", "Paraguay actor"),
    ("Warsaw urged Vilnius to wait.\nVilnius refused.", "Warsaw actor; Vilnius actor"),
    ("Mali was accused of breaking the truce.\nIt denied this.", "Mali actor"),
    ("Cuba, which had sent doctors, asked for nothing.\nThey stayed a year.", "Cuba actor"),
    ("Ottawa's ambassador was called home.\nShe left at night.", "Ottawa actor"),
    ("An agreement with Albania is close.\nOne clause is open.", "Albania actor"),
    ("The rebels are backed by Eritrea.\nIt denies that.", "Eritrea actor"),
    (
        "Egypt will not attend, and neither will Sudan.\nBoth were asked.",
        "Egypt actor; Sudan actor",
    ),
    ("Washington and Havana exchanged notes.\nThey were polite.", "Washington actor; Havana actor"),
    ("The army of Rwanda crossed the river.\nIt met no one.", "Rwanda actor"),
    ("It was a defeat for Senegal, said the paper.\nOthers disagreed.", "Senegal topic"),
    # What is spoken of.
    ("The war in Yemen has lasted for years.\nNobody wins it.", "Yemen topic"),
    ("The situation in Haiti is getting worse.\nFood is short.", "Haiti topic"),
    ("They discussed the future of Kosovo.\nNo paper was shown.", "Kosovo topic"),
    ("Ecuador's coast was hit by a storm.\nHarbours closed.", "Ecuador topic"),
    ("Exports to Gabon fell by a third.\nOil did not.", "Gabon topic"),
    ("Refugees from Burundi crossed the lake.\nThey had no papers.", "Burundi topic"),
    ("The north of Mozambique is poor.\nGas was found there.", "Mozambique topic"),
    ("Troops were withdrawn from Cyprus.\nThe last left in May.", "Cyprus topic"),
    ("Aid to Niger was frozen.\nIt may be resumed.", "Niger topic"),
    ("The report on Myanmar runs to ninety pages.\nFew have read it.", "Myanmar topic"),
    ("He was born in Bergen and studied law.\nHe never practised.", "Bergen topic"),
    ("Her brother lives in Porto with his family.\nHe is a cook.", "Porto topic"),
    ("The border with Guyana is closed.\nTrucks wait.", "Guyana topic"),
    ("Turkmenistan's economy shrank.\nGas is cheap.", "Turkmenistan topic"),
    ("A ceasefire in Ukraine seems far off.\nBoth sides say so.", "Ukraine topic"),
    ("The Syria talks were put off.\nNo date was named.", "Syria topic"),
    ("Bergen burned for three days in 1916.\nThe centre was rebuilt.", "Bergen topic"),
    ("Oil from Angola goes east.\nTankers are full.", "Angola topic"),
    ("The price of bread rose in Zambia.\nSo did rents.", "Zambia topic"),
    ("Elections in Gambia were called free.\nTurnout was high.", "Gambia venue"),
    # Datelines.
    ("LIMA - Peru agreed to the plan on Monday.\nIt had waited.", "Lima dateline; Peru actor"),
    # Parts of other names.
    ("The Tehran Times wrote so on Sunday.\nOthers copied it.", "Tehran none"),
    ("The Geneva Conventions forbid it.\nAll have signed them.", "Geneva none"),
    ("The Camp David Accords of 1978 still hold.\nFew praise them.", "Camp David none"),
    ("The Minsk Group has three chairs.\nIt rarely meets.", "Minsk none"),
    ("The Bank of Japan kept its rate.\nMarkets shrugged.", "Japan none"),
    ("The Paris Club forgave half of the debt.\nThe rest is due.", "Paris none"),
    ("The Warsaw Pact was dissolved in 1991.\nNobody wept.", "Warsaw none"),
    ("The Vienna Convention protects envoys.\nSome abuse it.", "Vienna none"),
    ("He told the Washington Post that he would run.\nHe did not.", "Washington none"),
    ("The Rome Statute set up the court.\nIt has 124 members.", "Rome none"),
    ("Moscow State University gave her a degree.\nShe teaches there.", "Moscow none"),
    ("The Oslo Accords were signed elsewhere.\nThe name stayed.", "Oslo none"),
    ("The Kyoto Protocol lapsed.\nAnother followed.", "Kyoto none"),
    ("The Shanghai Cooperation Organisation took two members.\nIt has nine.", "Shanghai none"),
    ("The Treaty of Lausanne drew the border.\nIt stands.", "Lausanne none"),
    ("The Dayton Agreement ended the war.\nIt is thirty pages long.", "Dayton none"),
]  # fmt: skip


@cache
def _parse() -> ModelParse:
    return ModelParse("reader")


def roles(chars: str) -> dict[str, str]:
    """The role of each place of a text, by name; the first mention of a name counts."""
    line = Dateline("LIMA", None, None, 0, 4) if chars.startswith("LIMA - ") else None
    report = Report("test", chars, dateline=line, segments=(Segment("body", 0, len(chars)),))
    found: dict[str, str] = {}
    for place in find_places(report, _parse()(report)):
        found.setdefault(place.name, place.role)
    return found


@pytest.mark.parametrize(("chars", "wanted"), CASES, ids=[wanted for _, wanted in CASES])
def test_a_place_has_the_role_that_its_sentence_gives_it(chars: str, wanted: str) -> None:
    found = roles(chars)
    for pair in wanted.split("; "):
        name, _, role = pair.rpartition(" ")
        known = next((found[n] for n in found if n.startswith(name)), "none")
        assert (name, known) == (name, role)
