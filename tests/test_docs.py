"""The docs are held to the code: commands, links, and the words that this project does not use."""

import re
import shlex
import subprocess
from pathlib import Path

import click
import pytest

from communique.views.cli.main import group
from scripts.commands import reference

ROOT = Path(__file__).parents[1]
TRACKED = subprocess.run(
    ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
).stdout.split("\n")
DOCS = sorted(ROOT / name for name in TRACKED if name.endswith(".md"))


def test_the_reference_is_what_the_commands_say() -> None:
    written = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert written.rstrip() == reference().rstrip(), "python scripts/commands.py > docs/commands.md"


@pytest.mark.parametrize("path", DOCS, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_link_of_the_docs_leads_somewhere(path: Path) -> None:
    content = path.read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#\s]+)", content)
    assert [link for link in links if "://" not in link and not (path.parent / link).exists()] == []


def documented() -> list[str]:
    """The command lines that begin with `communique` in fenced blocks, without their remarks."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```\n(.*?)```", readme, re.S)
    lines = [line for block in blocks for line in block.splitlines()]
    return [re.split(r"\s{3,}", line)[0] for line in lines if line.startswith("communique ")]


@pytest.mark.parametrize("line", documented())
def test_every_command_of_the_readme_exists(line: str) -> None:
    command: click.Command = group
    for word in shlex.split(line)[1:]:
        if not isinstance(command, click.Group) or word.startswith("-"):
            break
        found = command.get_command(click.Context(command), word)
        assert found is not None, f"no command {word!r}"
        command = found


def test_the_readme_has_commands_to_try() -> None:
    assert len(documented()) >= 5
