"""Whole attributions as PolNeAR marks them: are they put together right, and is the speaker right?

Takes the folder that `evaluation.attribution` takes. Figures in per cent, of gold attributions that
have a content:

- `met`: some printed statement has content in common with the gold's. Every gold attribution is
  held against one statement: the one that shares most of its content.
- `whole`: that statement has the same source, cue and contents, character by character; where the
  gold has a source or cue in several pieces, the longest counts.
- `source placed`, F1: a printed source is right where it is a gold source exactly and its statement
  shares content with that source's attribution.
- `source, cue, content overlap`, F1: spans that share a character with one of the gold's.
- `direct`, `mixed`, `indirect`: how often that statement has the right speaker. Direct are contents
  with nine tenths of their letters in quotation marks, indirect those without such a mark, mixed
  the others. Only named and titled sources count: the head of the source (its last word before a
  comma, a preposition or a relative clause) has a capital letter or ends the title of an office
  ("the foreign minister"). Left out are pronouns, since PolNeAR does not say who is meant; people
  by party, nation or faith ("Democrats"); and all other nouns ("officials", "polls").

A speaker is right where a printed speaker bears the name that is the gold source, or has a mention
in it. A mention that only owns or completes the head ("the spokesman of Mora", "Mora's spokesman")
does not count.

    python -m evaluation.speakers --gold FOLDER [--documents N]
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from evaluation.attribution import POLNEAR, joined
from evaluation.attribution_gold import (
    KINDS,
    Gold,
    Pieces,
    is_named_or_titled,
    read,
    small_words,
)
from evaluation.inspecting import Dense, f1, inspect, need
from evaluation.report import ErrorClass, Figures, arguments, show

FORMS = ("direct", "mixed", "indirect")
_COMPLETES = re.compile(r"\b(?:of|for|to|from|with|in|at)(?: the)? *$")
_OWNED = re.compile("['\u2019]s? *\\w| *-")


def is_right(gold: Gold, line: dict[str, Any], speakers: Sequence[int]) -> bool:
    """Whether one of the printed speakers is who the gold names as the source."""
    if gold.place is None:
        return False
    start, end = gold.place
    for actor in speakers:
        one = line["actors"][actor]
        if _plain(gold.said) in {_plain(name) for name in (one["name"], *one.get("aliases", ()))}:
            return True
        for mention in line["mentions"]:
            a, b = max(mention["start"], start), min(mention["end"], end)
            if mention["actor"] != actor or a >= b:
                continue
            before, after = gold.said[: a - start], gold.said[b - start :]
            if not _OWNED.match(after) and not _COMPLETES.search(before):
                return True
    return False


def _plain(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.lower())).removeprefix("the ")


@dataclass(frozen=True)
class Printed:
    """A printed statement, its pieces in visible characters."""

    parts: dict[str, Pieces]
    speakers: tuple[int, ...]


def printed(text: str, line: dict[str, Any]) -> list[Printed]:
    """The printed statements of an article."""
    dense = Dense(text)
    found = []
    for one in line.get("statements", []):
        spans = {k: [one[k]] if one[k] else [] for k in KINDS[:2]} | {"content": one["content"]}
        parts = {k: joined(sorted(dense.span(*s) for s in v)) for k, v in spans.items()}
        found.append(Printed(parts, tuple(one["speakers"])))
    return found


def shared(left: Pieces, right: Pieces) -> int:
    """How many characters two lists of pieces have in common."""
    return sum(max(0, min(b, d) - max(a, c)) for a, b in left for c, d in right)


def closest(gold: Gold, ours: Sequence[Printed]) -> Printed | None:
    """The statement that shares most of a gold attribution's content; of two that share as much
    the one whose other characters are fewer."""

    def key(one: Printed) -> tuple[int, int]:
        content = one.parts["content"]
        return shared(content, gold.parts["content"]), -sum(b - a for a, b in content)

    best = max(ours, key=key, default=None)
    return best if best and key(best)[0] else None


def _longest(pieces: Pieces) -> Pieces:
    return [max(pieces, key=lambda s: s[1] - s[0])] if pieces else []


def is_whole(gold: Gold, one: Printed) -> bool:
    """Whether source, cue and contents are the same to the character."""
    wanted = {k: _longest(gold.parts[k]) for k in KINDS[:2]} | {"content": gold.parts["content"]}
    return wanted == one.parts


def _count(text: str, gold: list[Gold], line: dict[str, Any], counts: Counter[str]) -> None:
    ours, small = printed(text, line), small_words(text)
    for kind in KINDS:
        want = {s for one in gold for s in one.parts[kind]}
        have = {s for one in ours for s in one.parts[kind]}
        counts[f"{kind} met"] += sum(bool(shared([s], list(have))) for s in want)
        counts[f"{kind} true"] += sum(bool(shared([s], list(want))) for s in have)
        counts[f"{kind} gold"] += len(want)
        counts[f"{kind} ours"] += len(have)
    counts["placed"] += len(
        {
            s
            for one in ours
            for g in gold
            if shared(one.parts["content"], g.parts["content"])
            for s in one.parts["source"]
            if s in g.parts["source"]
        }
    )
    for one in gold:
        best = closest(one, ours)
        counts["gold"] += 1
        counts["met"] += best is not None
        counts["whole"] += best is not None and is_whole(one, best)
        if is_named_or_titled(one.said, small):
            counts[one.form] += 1
            counts[f"{one.form} {_outcome(one, best, line)}"] += 1


def _outcome(gold: Gold, best: Printed | None, line: dict[str, Any]) -> str:
    if best is None:
        return "unmet"
    if not best.speakers:
        return "nobody"
    return "right" if is_right(gold, line, best.speakers) else "other"


@cache
def _counted(gold: Path, most: int | None) -> Counter[str]:
    articles = read(need(gold))
    if most and most < len(articles):
        articles = [articles[i * len(articles) // most] for i in range(most)]
    counts: Counter[str] = Counter()
    for (text, wanted), line in zip(articles, inspect([t for t, _ in articles]), strict=True):
        _count(text, wanted, line or {"actors": [], "mentions": []}, counts)
    return counts


def evaluate(gold: Path, most: int | None = None) -> Figures:
    """All figures in per cent."""
    counts = _counted(gold, most)
    every = max(1, counts["gold"])
    figures = {form: _share(counts[f"{form} right"], counts[form]) for form in FORMS}
    figures |= {"met": _share(counts["met"], every), "whole": _share(counts["whole"], every)}
    sources = counts["source gold"], counts["source ours"]
    figures["source placed"] = f1(counts["placed"], *sources)["F1"]
    for kind in KINDS:
        precision = _share(counts[f"{kind} true"], counts[f"{kind} ours"])
        recall = _share(counts[f"{kind} met"], counts[f"{kind} gold"])
        both = max(1.0, precision + recall)
        figures[f"{kind} overlap"] = 2 * precision * recall / both
    return figures


def _share(part: int, whole: int) -> float:
    return 100 * part / max(1, whole)


def errors(gold: Path) -> list[ErrorClass]:
    """Why a speaker is not the gold's."""
    counts = _counted(gold, None)
    return [
        ErrorClass(form, name, counts[f"{form} {outcome}"], example)
        for form in FORMS
        for outcome, name, example in _CLASSES
    ]


_CLASSES = (
    ("unmet", "no statement has anything of the content", "The plan had, by some accounts, failed"),
    ("nobody", "a statement of nobody known", "a senior aide to the campaign said"),
    ("other", "another speaker", "Mora, whom Ann Lee succeeded, said of her"),
)


if __name__ == "__main__":
    given = arguments(__doc__, POLNEAR)
    show(f"speakers: {given.gold}", evaluate(given.gold, given.documents))
