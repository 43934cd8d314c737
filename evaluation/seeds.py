"""The five seed reports, read and linked, against what a careful reader finds in them.

python -m evaluation.seeds [--gold FOLDER] [-v]
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from evaluation.inspecting import SHARED, inspect_files, need
from evaluation.report import Figures


def evaluate(shared: Path = SHARED, verbose: bool = False) -> Figures:
    """Per cent of the facts found, a kind, and over all; prints the scorer's own table."""
    seeds, scorer = need(shared / "seeds"), need(shared / "gold" / "score_seeds.py")
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        readings = inspect_files(sorted(seeds.glob("*.txt")))
        lines = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in readings)
        (work / "readings.jsonl").write_text(lines, encoding="utf-8")
        command = [sys.executable, "-m", "communique", "--db", str(work / "seeds.db")]
        for step in (["add", str(seeds)], ["export", "--format", "jsonl", str(work / "record")]):
            subprocess.run([*command, *step], check=True, capture_output=True)
        done = subprocess.run(
            [sys.executable, str(scorer), str(work / "readings.jsonl"), str(work / "record")]
            + (["-v"] if verbose else []),
            check=True,
            capture_output=True,
            text=True,
        )
    print(done.stdout, end="")
    figures = {}
    for name, found, facts in re.findall(r"(?m)^\s*(\w+)\W+(\d+)\s*/\s*(\d+)", done.stdout):
        figures[name] = 100 * int(found) / int(facts)
    return figures


if __name__ == "__main__":
    evaluate(verbose="-v" in sys.argv)
