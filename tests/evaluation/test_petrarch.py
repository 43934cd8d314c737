from __future__ import annotations

from pathlib import Path
from typing import Any

from evaluation.petrarch import Coded, Record, figures, read

RECORDS = """<Validation><Sentences>
<Sentence id="1"><EventCoding sourcecode="ARN" targetcode="GONGOV" eventcode="122"/>
<EventCoding sourcecode="ARN" targetcode="---" eventcode="122"/>
<Text>Arnor chided Gondor. </Text></Sentence>
<Sentence id="2"><EventCoding sourcecode="ARN" targetcode="GON" eventcode="903"/>
<Text>Arnor blinked.</Text></Sentence>
<Sentence id="3"><EventCoding noevents="True"/><Text>It rained.</Text></Sentence>
</Sentences></Validation>"""
ACCUSED = Coded("ARN", "GON", frozenset({"ACCUSE"}))


def line(kind: str, rule: str = "event: meet") -> dict[str, Any]:
    return {
        "report": {"text": "Arnor chided Gondor."},
        "mentions": [
            {"start": 0, "end": 5, "actor": 0},
            {"start": 13, "end": 19, "actor": 1},
        ],
        "events": [
            {
                "type": kind,
                "actors": [0],
                "recipients": [1],
                "aux": [],
                "evidence": {"rule": rule},
            }
        ],
    }


def test_what_tests_the_matcher_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "records.xml"
    path.write_text(RECORDS)
    assert read(path) == [Record("Arnor chided Gondor.", (ACCUSED,)), Record("It rained.", ())]


def test_a_pair_counts_without_its_root_and_an_event_with_it() -> None:
    records = [Record("Arnor chided Gondor.", (ACCUSED,))]
    assert figures(records, [line("ACCUSE")])["event"] == 100.0
    assert figures(records, [line("AID")])["event"] == 0.0
    assert figures(records, [line("AID")])["pair"] == 100.0


def test_an_announced_deed_counts_apart() -> None:
    restored = Coded("ARN", "GON", frozenset({"SUPPORT"}))
    records = [Record("Arnor chided Gondor.", (restored,))]
    found = figures(records, [line("AGREE", "event: restore, announced")])
    assert (found["event"], found["event, announced"]) == (0.0, 100.0)
    assert figures(records, [line("AGREE")])["event, announced"] == 0.0
