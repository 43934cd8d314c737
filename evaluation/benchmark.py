"""Speed: reports a second, where the time goes, peak memory, start-up; figures from a run.

The texts are made of the sentences of `examples/reports`, 200 reports of 400 words, each in
another order, so that no two are alike. Shares and ratios are what to compare between machines.

    python -m evaluation.benchmark [--reports N] [--write docs/speed.md]
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
WORDS = 400
TARGETS = {
    "share of time inside ONNX Runtime, per cent": "at least 60",
    "inspect as against the reader alone, times as slow": "at most 1.6",
    "start-up of communique --help, s": "under 0.3",
}


def made_up_reports(count: int, seed: int = 7) -> list[str]:
    """Reports of some 400 words from the sentences of the examples, in paragraphs of three."""
    paragraphs = [
        line
        for path in sorted((ROOT / "examples" / "reports").glob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if len(line.split()) > 15
    ]
    rng, reports = random.Random(seed), []
    for number in range(count):
        chosen: list[str] = [f"Talks go on, delegates say in report {number}"]
        words = 0
        while words < WORDS:
            paragraph = rng.choice(paragraphs)
            chosen.append(re.sub(r"^[A-Z]{4,}.{0,40}[–—-]+ ", "", paragraph))
            words += len(paragraph.split())
        reports.append("\n\n".join(chosen) + "\n")
    return reports


@contextmanager
def clocked(owner: Any, name: str) -> Iterator[list[float]]:
    """The seconds of every call of a function, while it is replaced by one that takes the time."""
    function = getattr(owner, name)
    spent: list[float] = []

    def timed(*given: Any, **options: Any) -> Any:
        begun = time.perf_counter()
        try:
            return function(*given, **options)
        finally:
            spent.append(time.perf_counter() - begun)

    setattr(owner, name, timed)
    try:
        yield spent
    finally:
        setattr(owner, name, function)


def shares(paths: list[str]) -> tuple[float, float, float]:
    """Seconds inside ONNX Runtime, inside the reader, and in all, of inspecting these reports in
    this process."""
    import onnxruntime

    from communique.language import parse
    from communique.pipeline.inspect import inspect
    from communique.settings import Settings

    settings = Settings(workers=1)
    list(inspect(paths[:3], settings))  # model and lexicon are loaded before the clock starts
    with clocked(onnxruntime.InferenceSession, "run") as onnx, clocked(parse, "parse") as reader:
        begun = time.perf_counter()
        for read in inspect(paths, settings):
            json.dumps(read.json())  # type: ignore[union-attr]
        whole = time.perf_counter() - begun
    return sum(onnx), sum(reader), whole


def seconds(command: list[str], times: int) -> float:
    """The median of how long a command takes."""
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        subprocess.run([sys.executable, "-m", "communique", *command], check=True, cwd=ROOT,
                       stdout=subprocess.DEVNULL)  # fmt: skip
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken)


def measure(count: int) -> dict[str, float]:
    """Every figure of the benchmark, by name."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, text in enumerate(made_up_reports(count)):
            path = Path(folder) / f"{number:04}.txt"
            path.write_text(text, encoding="utf-8")
            paths.append(str(path))
        onnx, reader, whole = shares(paths)
        one = seconds(["inspect", paths[0], "--json"], 3)
        begun = time.perf_counter()
        seconds(["inspect", "--json", *paths], 1)
        together = time.perf_counter() - begun
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return {
        "share of time inside ONNX Runtime, per cent": 100 * onnx / whole,
        "inspect as against the reader alone, times as slow": whole / reader,
        "reports a second, one process": count / whole,
        f"reports a second, {os.cpu_count()} cores, start-up included": count / together,
        "peak memory of the largest process, MB": peak,
        "start-up of communique --help, s": seconds(["--help"], 7),
        "inspect on one report, s": one,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure speed.")
    parser.add_argument("--reports", type=int, default=200)
    parser.add_argument("--write", type=Path, help="write the figures to this file as well")
    given = parser.parse_args()
    figures = measure(given.reports)
    lines = [
        f"| {name} | {value:.2f} | {TARGETS.get(name, '')} |" for name, value in figures.items()
    ]
    table = "\n".join(["| figure | measured | wanted |", "| --- | ---: | --- |", *lines])
    print(table)
    if given.write:
        head = (
            "# Speed\n\nWritten by `python -m evaluation.benchmark --write docs/speed.md`: "
            f"{given.reports} reports of some {WORDS} words, on {os.cpu_count()} cores. Compare "
            "shares and ratios between machines, not seconds.\n\n"
        )
        given.write.write_text(head + table + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
