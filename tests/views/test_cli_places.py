"""The command `places`: take in GeoNames, and look a place up."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from communique.lexicon import gazetteer
from communique.views.cli.main import group
from communique.views.cli.places import COMMANDS, places
from tests.lexicon import dumps


@pytest.fixture(autouse=True)
def _carried_alone() -> Iterator[None]:
    yield
    gazetteer.use(None)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(group, ["places", *map(str, arguments)], catch_exceptions=False)


@pytest.mark.parametrize("name", list(COMMANDS))
def test_the_list_says_what_the_command_says(name: str) -> None:
    import click

    command = places.get_command(click.Context(places), name)
    assert command is not None
    assert command.get_short_help_str(200) == COMMANDS[name][1]


def test_what_was_taken_in_is_found(tmp_path: Path) -> None:
    index = tmp_path / "index.db"
    done = run("import", dumps.write(tmp_path), "--places", index)
    assert done.exit_code == 0
    assert f"5 places, 7 names and 0 dated names in {index}" in done.stdout
    assert f"COMMUNIQUE_PLACES={index}" in done.stdout
    assert "9001" in run("find", "Port Marisol", "--places", index).stdout


def test_places_are_found_as_json() -> None:
    lines = run("find", "Lima", "--json").stdout.splitlines()
    assert json.loads(lines[0])["feature"] == "PPLC"


def test_a_place_that_is_not_known_is_said() -> None:
    assert "No place called 'Xyzzyville' is known." in run("find", "Xyzzyville").stderr


def test_doctor_tells_of_the_index(tmp_path: Path) -> None:
    from communique.settings import Settings
    from communique.views.cli.doctor import _places

    index = tmp_path / "index.db"
    run("import", dumps.write(tmp_path), "--places", index)
    assert f"and {index}, version " in _places(Settings(places=str(index)))
