"""A reader without a model: names are two words that begin with a capital, "met" is a meeting,
"said that" a statement. Its reports tell of an invented sea."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from communique.errors import ModelMissing, NotEnglish
from communique.model.findings import Actor, Event, Evidence, Mention, Statement
from communique.model.reading import Method, Reading
from communique.model.report import Report
from communique.model.text import Name, Sentence, Span, Text, Token
from communique.pipeline.one import Inspected, reading_failed

REPORTS = {
    "a/one.txt": "Isle treaty\n\nMara Quill met Tomas Reef. Mara Quill said that salt is dear.\n",
    "a/two.txt": "Isle news\n\nTomas Reef met Mara Quill. Tomas Reef said that tolls must fall.\n",
    "b/three.txt": "Reef talks\n\nIda Shoal met Tomas Reef. Ida Shoal said that tides turn.\n",
    "b/four.txt": "Isle treaty\n\nMara Quill met Tomas Reef. Mara Quill said that salt is dear.\n",
    "b/five.txt": "Toll talks\n\nMara Quill met Ida Shoal. Ida Shoal said that tolls must fall.\n",
}
NAME = re.compile(r"[A-Z]\w+ [A-Z]\w+")
SENTENCE = re.compile(r"[^.\n]+\.?")


def write(folder: Path, *names: str) -> list[str]:
    """Write reports (all, without names) and give their paths."""
    paths = []
    for name in names or REPORTS:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(REPORTS[name], encoding="utf-8")
        paths.append(str(path))
    return paths


def evidence(match: re.Match[str]) -> Evidence:
    return Evidence(match.start(), match.end(), "stub", 1.0, "by a pattern")


def parse(report: Report) -> Text:
    """Words, sentences and names."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for sentence in SENTENCE.finditer(report.text):
        first = len(tokens)
        for word in re.finditer(r"\w+|\S", sentence.group()):
            start, end = sentence.start() + word.start(), sentence.start() + word.end()
            tokens.append(Token(start, end, word.group(), "X", "_", "_", -1, "root"))
        if len(tokens) > first:
            sentences.append(Sentence(first, len(tokens)))
    names = tuple(Name(*m.span(), "person") for m in NAME.finditer(report.text))
    prose = (Span(0, len(report.text)),)
    return Text(report.text, prose, tuple(tokens), tuple(sentences), names)


@dataclass(frozen=True)
class StubReader:
    """Reads; a text that holds one of these words meets a misfortune."""

    version: str = "1"
    log: str | None = None

    @property
    def method(self) -> Method:
        return Method(self.version, "stub", "none")

    def __call__(self, report: Report) -> Inspected:
        if self.log:
            with Path(self.log).open("a") as file:
                file.write(f"{report.id} {os.getpid()}\n")
        if "Bonjour" in report.text:
            raise NotEnglish(report.source, "it is French.")
        if "bug" in report.text:
            raise reading_failed(report.source, KeyError("bug"))
        if "no model" in report.text:
            raise ModelMissing("The model is missing.")
        if "killed" in report.text:
            os._exit(9)
        if "interrupted" in report.text:
            raise KeyboardInterrupt
        return Inspected(report, parse(report), self.find(report.text))

    def find(self, text: str) -> Reading:
        found: dict[str, re.Match[str]] = {}
        for match in NAME.finditer(text):
            found.setdefault(match.group(), match)
        index = {name: n for n, name in enumerate(found)}
        name = NAME.pattern
        events = tuple(
            Event("CONSULT", evidence(m), actors=(index[m[1]], index[m[2]]))
            for m in re.finditer(rf"({name}) met ({name})", text)
        )
        statements = tuple(
            Statement("indirect", (Span(*m.span(2)),), m[2], evidence(m), speakers=(index[m[1]],))
            for m in re.finditer(rf"({name}) said (that [\w ]+)", text)
        )
        return Reading(
            actors=tuple(Actor(name, "person", evidence(m)) for name, m in found.items()),
            mentions=tuple(Mention(*m.span(), index[m.group()]) for m in NAME.finditer(text)),
            events=events,
            statements=statements,
            method=self.method,
        )
