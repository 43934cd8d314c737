"""A reading for people: the report with its findings marked, and lists of them below."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from communique.model.contract import Json
from communique.model.report import PROSE_KINDS
from communique.views.cli.console import console, print_table

if TYPE_CHECKING:
    from rich.text import Text

NAMES = {
    "person": "bold cyan",
    "organization": "bold magenta",
    "place": "bold green",
    "nationality": "green",
    "date": "yellow",
    "event": "blue",
}
STATEMENT = {"direct": "underline", "mixed": "underline", "indirect": "italic"}
BOILERPLATE = "dim"


def print_reading(line: Json) -> None:
    """Print a reading, given as the contract's JSON."""
    from rich.rule import Rule

    report = line["report"]
    out = console()
    out.print(Rule(report["title"] or report["source"], align="left"))
    for head in _head(report):
        out.print(head, markup=False, style="dim")
    out.print(marked(line))
    for title, columns, rows in _lists(line):
        print_table(title, columns, rows)
    out.print()


def _head(report: Json) -> Iterator[str]:
    published = report["published"]
    facts = (
        report["source"],
        report["outlet"],
        ", ".join(report["agencies"]),
        f"{published['start']} ({published['basis']})" if published else "undated",
        report["language"],
        report["id"],
    )
    yield " · ".join(fact for fact in facts if fact)


def marked(line: Json) -> Text:
    """The report's text: names in colour, what was said underlined (direct) or slanted
    (indirect), boilerplate dim."""
    from rich.text import Text

    report = line["report"]
    text = Text(report["text"])
    for segment in report["segments"]:
        if segment["kind"] not in PROSE_KINDS:
            text.stylize(BOILERPLATE, segment["start"], segment["end"])
    for statement in line["statements"]:
        for start, end in statement["content"]:
            text.stylize(STATEMENT.get(statement["form"], "italic"), start, end)
    for name in line["names"]:
        if name["type"] in NAMES:
            text.stylize(NAMES[name["type"]], name["start"], name["end"])
    return text


def _lists(line: Json) -> Iterator[tuple[str, tuple[str, ...], list[tuple[object, ...]]]]:
    actors, times, places = line["actors"], line["times"], line["places"]

    def names(indices: list[int]) -> str:
        return ", ".join(actors[index]["name"] for index in indices)

    def at(items: list[Json], index: int | None, key: str) -> Any:
        return None if index is None else items[index][key]

    yield (
        "\nActors",
        ("name", "type", "country", "office", "also"),
        [
            (
                actor["name"],
                actor["type"],
                actor["country"],
                "; ".join(office["title"] for office in actor["offices"]),
                ", ".join(actor["aliases"]),
            )
            for actor in actors
        ],
    )
    yield (
        "\nEvents",
        ("type", "who", "with", "when", "where", "words"),
        [
            (
                _event_words(event),
                names(event["actors"]),
                names([*event["recipients"], *event["hosts"]]),
                at(times, event["time"], "start"),
                at(places, event["place"], "name"),
                _words(line, event),
            )
            for event in line["events"]
        ],
    )
    yield (
        "\nStatements",
        ("who", "what", "form", "issues"),
        [
            (names(s["speakers"]), s["text"], s["form"], ", ".join(s["issues"]))
            for s in line["statements"]
        ],
    )
    yield (
        "\nAgreements",
        ("type", "status", "parties", "about"),
        [
            (a["type"], a["status"], names(a["parties"]), a["commitment"] or ", ".join(a["topics"]))
            for a in line["agreements"]
        ],
    )
    yield (
        "\nProcesses",
        ("name", "topic", "rounds", "roles"),
        [
            (
                p["name"],
                p["topic"],
                ", ".join(str(r["number"] or r["start"] or r["place"]) for r in p["rounds"]),
                ", ".join(f"{actors[r['actor']]['name']} ({r['role']})" for r in p["roles"]),
            )
            for p in line["processes"]
        ],
    )


def _event_words(event: Json) -> str:
    """Type, mode, auxiliary modes, whether it is only claimed, and at what level it was held."""
    claimed = "claimed" if event.get("claimed") else None
    words = " ".join(filter(None, (event["type"], event["mode"], *event["aux"], claimed)))
    return f"{words}, {event['level']} level" if event.get("level") else words


def _words(line: Json, finding: Json) -> str:
    evidence = finding["evidence"]
    text: str = line["report"]["text"][evidence["start"] : evidence["end"]]
    return " ".join(text.split())
