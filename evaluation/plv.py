"""Deeds: which root of PLOVER a sentence tells of a marked source and target.

Takes a file in the form of PLV (tab-separated: `sentence`, `source`, `target`, `gold_root`,
`gold_penta`, and `marked_sentence` for where they stand) and scores the classifier of deeds, fitted
anew: on four fifths of the file for the fifth scored, by sentence, so that a sentence never stands
on both sides; or, with `--train`, on one file for another. Nothing that the classifier learns from
PLV comes from what is scored; our own sentences of `training/deeds/` are always among what it
learns from, and their words were written with four fifths of PLV in sight. "kept back" are the
figures over the fifth that was not.

    python -m evaluation.plv [--gold FILE]
    python -m evaluation.plv --train FILE --test FILE
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from communique.language.deeds import ROOTS
from communique.language.reader import load
from communique.lexicon.load import table
from evaluation.report import ErrorClass, Figures, arguments, show
from training import deeds
from training.deeds import PLV, Marked, Seen

FOLDS = 5
PEERS = {
    "root macro-F1": "zero-shot RoBERTa-large NLI 82.4 (its test part)",
    "quad macro-F1": "zero-shot RoBERTa-large NLI 89.6 (its test part)",
}


@cache
def quads() -> dict[str, int]:
    """The quad class of every root."""
    known = {row["type"]: int(row["quad"]) for row in table("plover.tsv")}
    return {root: known["RETREAT" if root == "YIELD" else root] for root in ROOTS}


@dataclass(frozen=True)
class Told:
    """A sentence and the root that was found."""

    marked: Marked
    root: str


def fifth(sentence: str, salt: str = "") -> int:
    """One of five parts, by a hash of the sentence."""
    return int(hashlib.sha256((salt + sentence).encode()).hexdigest(), 16) % FOLDS


def kept_back(sentence: str) -> bool:
    """Whether a sentence of PLV is of the fifth that nobody looked at."""
    return fifth(sentence) == 0


@cache
def folds(gold: Path) -> tuple[tuple[Marked, ...], tuple[int, ...], tuple[deeds.Model, ...], Seen]:
    """The sentences of a file, the fold of each, for every fold the model of the other four, and
    what is seen of the sentences."""
    reader, plv, own = load(), deeds.read_plv(gold), deeds.ours()
    looked, looked_own = deeds.look(reader, plv), deeds.look(reader, own)
    fold_of = tuple(fifth(m.sentence, "fold ") for m in plv)
    models = []
    for fold in range(FOLDS):
        known = [i for i, f in enumerate(fold_of) if f != fold]
        roots = [plv[i].root for i in known]
        models.append(deeds.fit(looked.take(known), roots, looked_own, [m.root for m in own]))
    return tuple(plv), fold_of, tuple(models), looked


@cache
def crossed(gold: Path) -> tuple[Told, ...]:
    """Every sentence with the root that the model of the other four folds finds."""
    plv, fold_of, models, looked = folds(gold)
    found: dict[int, str] = {}
    for fold, model in enumerate(models):
        asked = [i for i, f in enumerate(fold_of) if f == fold]
        found.update(zip(asked, _best(model, looked.take(asked)), strict=True))
    return tuple(Told(m, found[i]) for i, m in enumerate(plv))


def apart(train: Path, test: Path) -> tuple[Told, ...]:
    """Every sentence of one file with the root that the model of another finds."""
    reader, known, asked, own = load(), deeds.read_plv(train), deeds.read_plv(test), deeds.ours()
    looked, looked_own = deeds.look(reader, known), deeds.look(reader, own)
    model = deeds.fit(looked, [m.root for m in known], looked_own, [m.root for m in own])
    found = _best(model, deeds.look(reader, asked))
    return tuple(Told(m, root) for m, root in zip(asked, found, strict=True))


def _best(model: deeds.Model, seen: deeds.Seen) -> list[str]:
    return [ROOTS[i] for i in model.scores(seen).argmax(axis=1)]


def f1s(pairs: Sequence[tuple[object, object]]) -> dict[object, float]:
    """F1 in per cent of every class that is in the gold or was found, from pairs of both."""
    right = Counter(gold for gold, found in pairs if gold == found)
    whole = Counter(gold for gold, _ in pairs)
    whole.update(found for _, found in pairs)
    return {name: 200 * right[name] / whole[name] for name in sorted(whole, key=str)}


def _both(name: str, pairs: Sequence[tuple[object, object]]) -> Figures:
    classes = f1s(pairs)
    right = sum(gold == found for gold, found in pairs)
    return {
        f"{name} macro-F1": sum(classes.values()) / len(classes),
        f"{name} accuracy": 100 * right / len(pairs),
    }


def figures(told: Iterable[Told]) -> Figures:
    """Macro-F1 and accuracy of roots and of quad classes, in per cent."""
    told = list(told)
    pairs = [(t.marked.root, t.root) for t in told]
    classes = [(t.marked.quad, quads()[t.root]) for t in told]
    return _both("root", pairs) | _both("quad", classes)


def evaluate(gold: Path = PLV) -> Figures:
    """The figures of all, those of the part kept back, and the F1 of every root."""
    told = crossed(gold)
    back = figures([t for t in told if kept_back(t.marked.sentence)])
    roots = f1s([(t.marked.root, t.root) for t in told])
    return (
        figures(told)
        | {f"kept back, {name}": value for name, value in back.items()}
        | {f"F1 {root}": value for root, value in roots.items()}
    )


_EXAMPLES = {
    ("REQUEST", "AGREE"): "“Port Amber wants [the league] to send boats” for a promise",
    ("AGREE", "YIELD"): "“[Amber] agreed to free [the crew]” for the freeing itself",
    ("YIELD", "AGREE"): "“[Amber] gave in to [the league]” for a promise",
    ("SANCTION", "COERCE"): "“[Amber] stopped trade with [Birkland]” for a ban at home",
    ("COERCE", "SANCTION"): "“[Amber] banned [the league’s paper]” for a broken relation",
    ("AID", "COOPERATE"): "“[Amber] trained [Birkland’s pilots]” for an exercise together",
    ("REJECT", "YIELD"): "“[Amber] would not lift the ban on [the league]” for its lifting",
    ("ASSAULT", "COERCE"): "“[The militia] took [two fishermen] away” for an arrest",
    ("ACCUSE", "REQUEST"): "“[Roe] called for an inquiry into [the league]” for a plea",
}


def errors(gold: Path = PLV) -> list[ErrorClass]:
    """Which root is taken for which other, by count."""
    wrong = Counter((t.marked.root, t.root) for t in crossed(gold) if t.marked.root != t.root)
    return [
        ErrorClass(
            "root macro-F1",
            f"{gold_root} taken for {root}",
            count,
            _EXAMPLES.get((gold_root, root), ""),
        )
        for (gold_root, root), count in wrong.most_common(12)
    ]


def main() -> None:
    """Shows the figures of one file, or of one for another."""
    given = arguments(__doc__, PLV, train="", test="")
    if bool(given.train) != bool(given.test):
        raise SystemExit("--train and --test are given together.")
    if given.train:
        told = apart(Path(given.train), Path(given.test))
        roots = f1s([(t.marked.root, t.root) for t in told])
        shown = figures(told) | {f"F1 {root}": value for root, value in roots.items()}
        show(f"deeds: {given.test}, fitted on {given.train}", shown, PEERS)
        return
    show(f"deeds: {given.gold}, five-fold", evaluate(given.gold), PEERS)
    for error in errors(given.gold):
        print(f"  {error.count:5d} {error.name}")


if __name__ == "__main__":
    main()
