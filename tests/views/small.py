"""A small record, kept in a file, for the pages and the API: two men, one meeting, one process."""

from pathlib import Path

from communique.model import findings as f
from communique.model.contract import reading_json
from communique.model.identity import (
    Citation,
    Difference,
    DifferentValue,
    Entity,
    Judgement,
    Occurrence,
    Sign,
)
from communique.model.reading import Method, Reading
from communique.model.record import (
    AgreementRow,
    OfficeRow,
    ProcessRow,
    Record,
    ReportRow,
    RoleRow,
    RoundRow,
    RowStance,
    StatementRow,
    Status,
)
from communique.model.report import Report, Segment, Time
from communique.model.text import Name, Span, Text
from communique.store.save import keep_reports, method_name, save_readings, save_record
from communique.store.session import open_record

TITLE = "Ruiz meets Dahl <script>alert(1)</script>"
BODY = (
    "President Ana Ruiz met Minister Per Dahl in Oslo on 3 May 1998. "
    "Ruiz said the fishing must end."
)
CRUMB = "Back to top"
TEXT = f"{TITLE}\n\n{BODY}\n\n{CRUMB}\n"
METHOD = Method("0.1.0", "none", "none")
DAY = Time("1998-05-03", None, None, "1998-05-03", "day", "stated", "the text gives it in full")


BY = Time(None, "1998-04-20", None, "1998-04-20", "day", "inferred", "by the day of the report")


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def cite(words: str, report: str) -> Citation:
    return Citation(report, *at(words), words)


REPORT = Report(
    source="small/ruiz.txt",
    text=TEXT,
    title=TITLE,
    outlet="The Fjord Times",
    language="en",
    published=DAY,
    segments=(
        Segment("title", *at(TITLE)),
        Segment("body", *at(BODY)),
        Segment("navigation", *at(CRUMB)),
    ),
)
MET, SAID = "President Ana Ruiz met Minister Per Dahl in Oslo", "the fishing must end"
WHY = f.Evidence(*at(MET), "met", 0.9, "'met' with a subject and an object")
READING = Reading(
    times=(Time("1998-05-03", None, at("3 May 1998"), "1998-05-03", "day", "stated", "in full"),),
    places=(f.Place("Oslo", "NOR", 59.9, 10.7, 3143244, "PPLC", "venue", at("Oslo")),),
    actors=(
        f.Actor("Ana Ruiz", "person", f.Evidence(*at("Ana Ruiz"), "name", 1.0, "a name")),
        f.Actor("Per Dahl", "person", f.Evidence(*at("Per Dahl"), "name", 1.0, "a name")),
    ),
    mentions=(f.Mention(*at("Ana Ruiz"), 0), f.Mention(*at("Per Dahl"), 1)),
    events=(f.Event("CONSULT", WHY, actors=(0, 1), format="talks", place=0, time=0),),
    statements=(
        f.Statement(
            "indirect",
            (at(SAID),),
            SAID,
            f.Evidence(*at(SAID), "said", 0.8, "'said' with its content"),
            speakers=(0,),
            cue=at("said"),
            issues=("fishing",),
        ),
    ),
    method=METHOD,
)


def record() -> Record:
    """What linking would make of it."""
    id = REPORT.id
    met, said = (cite(MET, id),), (cite(SAID, id),)
    return Record(
        reports=(ReportRow(id, id, DAY),),
        entities=(
            Entity("e-dahl", "person", "Per Dahl", (), "NOR", "GOV", (), (cite("Per Dahl", id),)),
            Entity("e-oslo", "place", "Oslo", (), "NOR", None, (), (cite("Oslo", id),)),
            Entity("e-ruiz", "person", "Ana Ruiz", ("Ruiz",), "ESP", "GOV", (), met),
            Entity("e-wire", "organization", "Fjord Wire", (), "NOR", None, (), said),
        ),
        offices=(
            OfficeRow("f-1", "e-ruiz", "President", None, "ESP", "1998-05-03", None, "named", met),
        ),
        occurrences=(
            Occurrence(
                "o-1", "CONSULT", None, (), (), ("e-dahl", "e-ruiz"), (), (), "talks", None,
                "p-1", 1, "e-oslo", DAY, (id,), 1, met, level="minister", duration="PT2H",
            ),
            Occurrence(
                "o-2", "REJECT", None, (), ("negation", "future"), ("e-dahl",), ("e-ruiz",), (),
                None, None, None, None, None, None, (id,), 1, said, cameo="120", claimed=True,
                claimed_by=("e-ruiz",),
            ),
        ),
        statements=(
            StatementRow(
                "s-1", ("e-ruiz",), ("f-1",), (), "indirect", False, SAID, None, ("fishing",),
                (RowStance("fishing", "against", (cite("must end", id),)),), DAY, (id,), 1, said,
                via=("e-wire",),
            ),
        ),
        agreements=(
            AgreementRow(
                "a-1", "treaty", ("e-dahl", "e-ruiz"), ("fishing",), None,
                (Status("announced", BY, said), Status("signed", DAY, met)), met,
            ),
        ),
        processes=(
            ProcessRow(
                "p-1", "Oslo talks", (), "fishing", ("e-dahl", "e-ruiz"),
                (RoleRow("e-dahl", "host", met),),
                (RoundRow(1, DAY, "e-oslo", None, "o-1", met),), met,
            ),
        ),
        differences=(
            Difference(
                "d-1", "o-1", "place",
                (DifferentValue("Oslo", met), DifferentValue("Bergen", said)),
            ),
        ),
        judgements=(
            Judgement(
                f"{id}/event/{met[0].start}-{met[0].end}", "x/event/1-2", "same", 0.9,
                (Sign("same day", 0.4, ("x", "y")),), "rules",
            ),
        ),
    )  # fmt: skip


def keep(path: Path | str) -> str:
    """Keep the small record in a file, or where else a record may be; its path."""
    text = Text(TEXT, names=(Name(*at("Ana Ruiz"), "person"), Name(*at("Oslo"), "place")))
    with open_record(path) as store:
        keep_reports(store, [REPORT])
        save_readings(store, [reading_json(REPORT, text, READING)])
        save_record(store, record(), {REPORT.id: method_name(METHOD)})
    return str(path)
