from dataclasses import fields

import pytest

from communique.settings import Settings


def test_without_an_environment_there_are_defaults() -> None:
    assert Settings.from_environment({}) == Settings()


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("db", "postgresql://host/name", "postgresql://host/name"),
        ("model", "en_core_web_sm", "en_core_web_sm"),
        ("workers", "3", 3),
        ("host", "0.0.0.0", "0.0.0.0"),
        ("port", "0", 0),
        ("largest", "1000", 1000),
    ],
)
def test_a_setting_is_read_from_the_environment(name: str, value: str, expected: object) -> None:
    found = Settings.from_environment({f"COMMUNIQUE_{name.upper()}": value})
    assert getattr(found, name) == expected


def test_an_empty_variable_is_none_at_all() -> None:
    assert Settings.from_environment({"COMMUNIQUE_DB": "", "COMMUNIQUE_PORT": ""}) == Settings()


@pytest.mark.parametrize("name", ["workers", "port", "largest"])
def test_a_number_that_is_none_is_named(name: str) -> None:
    variable = f"COMMUNIQUE_{name.upper()}"
    with pytest.raises(ValueError, match=f"{variable} is 'x'; give a whole number"):
        Settings.from_environment({variable: "x"})


def test_the_process_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_DB", "mine.db")
    assert Settings.from_environment().db == "mine.db"


def test_every_setting_explains_itself() -> None:
    assert all(setting.metadata["help"] for setting in fields(Settings))
