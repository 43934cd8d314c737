"""Why each finding of a reading was made, for people: rule, words, and the path in the sentence."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from communique.model.contract import Json
from communique.views.cli.console import console

if TYPE_CHECKING:
    from rich.text import Text

KINDS = {
    "actor": "Actors and their offices",
    "time": "Times",
    "place": "Places",
    "event": "Events",
    "statement": "Statements, their issues and stances",
    "agreement": "Agreements and their stages",
    "process": "Processes, their rounds and roles",
}
PARTS = {
    "office": "actor",
    "issue": "statement",
    "stance": "statement",
    "stage": "agreement",
    "round": "process",
    "role": "process",
}
"""What is told below the finding that it is of."""


def print_explanations(line: Json) -> None:
    """Print why everything was found, given the contract's JSON with `explain`."""
    from rich.rule import Rule

    out = console()
    out.print(Rule("Why", align="left"))
    for kind, found in groupby(line["explain"], key=_kind):
        out.print(f"\n{KINDS[kind]}", style="bold", markup=False)
        for one in found:
            for text in explained(one, line["report"]["text"]):
                out.print(text)
    out.print()


def _kind(one: Json) -> str:
    kind = str(one["kind"])
    return PARTS.get(kind, kind)


def explained(one: Json, chars: str) -> list[Text]:
    """One explanation as lines: the finding, its rule and reason, its words, its paths."""
    from rich.text import Text

    margin = "    " if one["kind"] in PARTS else "  "
    score = "" if one["score"] is None else f" {one['score']:.2f}"
    head = Text.assemble(
        margin, (one["name"], "bold cyan"), f"  {one['kind']} {one['index']}",
        ("  by ", "dim"), (one["rule"], "magenta"), (score, "dim"),
    )  # fmt: skip
    lines = [head, Text.assemble(margin, "  why   ", one["why"])]
    words = Text.assemble(margin, "  words ")
    for number, word in enumerate(one["words"]):
        said = " ".join(chars[word["start"] : word["end"]].split())
        words.append(", " if number else "").append(f"“{said}”", "yellow")
        words.append(f" ({word['entry']})" if word["entry"] else "", "green")
    lines += [words] if one["words"] else []
    for path in one["paths"]:
        way = path["steps"] or "named in another sentence"
        told = f" {way}".endswith(f"→ {path['name']}") or f" {way}".endswith(f"— {path['name']}")
        role = path["role"] if told else f"{path['role']}: {path['name']}"
        style = "" if path["steps"] else "dim"
        lines.append(Text.assemble(margin, "  path  ", (role, "cyan"), "  ", (way, style)))
    return lines
