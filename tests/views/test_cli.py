"""What a person types and sees."""

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import click
import pytest

from communique.errors import ModelMissing
from communique.store.session import open_record
from communique.views.cli.lazy import LazyGroup
from communique.views.cli.main import COMMANDS, EXIT_INTERRUPTED, EXIT_STOPPED, group, main
from tests.pipeline import stub
from tests.store import sample


class Ran(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in this process, reading with a stub in place of the model."""
    for module in ("inspect", "add", "read"):
        monkeypatch.setattr(f"communique.pipeline.{module}.reader", lambda *_: stub.StubReader())
    for name in list(os.environ):
        if name.startswith("COMMUNIQUE_") and "TEST" not in name:
            monkeypatch.delenv(name)

    def run(*arguments: object) -> Ran:
        capfdbinary.readouterr()
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return Ran(int(ended.value.code or 0), out.decode(), err.decode())

    return run


@pytest.fixture
def db(tmp_path: Path) -> str:
    """A record of two reports."""
    path = tmp_path / "sample.db"
    with open_record(path) as store:
        sample.fill(store)
    return str(path)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    stub.write(tmp_path / "reports")
    return tmp_path / "reports"


def process(*arguments: str, **more: object) -> subprocess.CompletedProcess[str]:
    """Run a command as a person does."""
    return subprocess.run(
        [sys.executable, "-m", "communique", *arguments],
        capture_output=True, text=True, check=False, **more,
    )  # type: ignore[call-overload, no-any-return]  # fmt: skip


# --- the whole ---------------------------------------------------------------------------------


def test_help_lists_every_command(run: Run) -> None:
    found = run("--help")
    assert found.code == 0
    assert all(name in found.out for name in COMMANDS)


@pytest.mark.parametrize("name", list(COMMANDS))
def test_the_list_of_commands_says_what_each_command_says(name: str) -> None:
    command = group.get_command(click.Context(group), name)
    assert command is not None
    assert command.get_short_help_str(200) == COMMANDS[name][1]


def test_every_subject_of_show_loads() -> None:
    show = group.get_command(click.Context(group), "show")
    assert isinstance(show, LazyGroup)
    for name in show.lazy:
        command = show.get_command(click.Context(show), name)
        assert command is not None
        assert command.help


def test_help_answers_at_once_and_loads_nothing_heavy() -> None:
    code = (
        "import sys; from communique.views.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "heavy = {'sqlalchemy', 'alembic', 'onnxruntime', 'spacy', 'fastapi', 'numpy', 'rich',"
        " 'trafilatura', 'jinja2'}\n"
        "print('HEAVY', sorted(heavy & set(sys.modules)))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "HEAVY []" in found.stdout
    # CPU time, which other programs on the machine do not lengthen as they do the clock's.
    used = os.times()
    process("--help")
    after = os.times()
    took = after.children_user + after.children_system - used.children_user - used.children_system
    assert took < 0.3


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["ad"], "Did you mean one of: 'add'"),
        (["show", "meeting"], "Did you mean"),
        (["add"], "REPORTS"),
        (["add", "--modle", "x", "y"], "--model"),
        (["export", "--format", "xml", "x"], "'xml' is not"),
        (["add", "--workers", "-1", "x"], "-1"),
        (["show", "issues", "--csv", "--json", "--db", "x"], "not both"),
        (["show", "actor"], "NAME"),
        (["completion", "powershell"], "'powershell' is not"),
    ],
)
def test_misuse_is_explained(run: Run, arguments: list[str], message: str) -> None:
    found = run(*arguments)
    assert found.code == 2
    assert message in found.err
    assert "Traceback" not in found.err


def test_a_setting_that_is_no_number_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_WORKERS", "many")
    found = run("stats")
    assert (found.code, "COMMUNIQUE_WORKERS is 'many'" in found.err) == (2, True)


@pytest.mark.parametrize(
    "command", ["stats", "link", "read", "show issues", "export --format jsonl x"]
)
def test_a_record_that_is_not_there_is_not_made(run: Run, tmp_path: Path, command: str) -> None:
    found = run("--db", tmp_path / "none.db", *command.split())
    assert found.code == 1
    assert "communique add REPORTS" in found.err
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_not_there_is_named(run: Run, tmp_path: Path) -> None:
    found = run("--db", tmp_path / "new.db", "add", "nowhere.txt")
    assert (found.code, "nowhere.txt" in found.err) == (1, True)


def test_a_fault_of_ours_is_no_traceback(
    run: Run, db: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise KeyError("oops")

    monkeypatch.setattr("communique.store.questions.overview", fail)
    found = run("--db", db, "stats")
    assert found.code == 1
    assert "KeyError" in found.err
    assert "COMMUNIQUE_DEBUG" in found.err
    assert "Traceback" not in found.err


def test_a_reader_that_goes_away_is_no_fault(db: str) -> None:
    command = [sys.executable, "-m", "communique", "--db", db, "show", "statements", "--json"]
    read, write = os.pipe()
    os.close(read)
    found = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, text=True, check=False)
    os.close(write)
    assert (found.returncode, found.stderr) == (EXIT_STOPPED, "")


def test_the_record_may_be_named_before_or_after_the_command(run: Run, db: str) -> None:
    assert run("--db", db, "stats").out == run("stats", "--db", db).out != ""


def test_the_record_may_be_named_by_the_environment(
    run: Run, db: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMMUNIQUE_DB", db)
    assert json.loads(run("stats", "--json").out)["reports"] == 2


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_can_complete(run: Run, shell: str) -> None:
    found = run("completion", shell)
    assert (found.code, "_COMMUNIQUE_COMPLETE" in found.out) == (0, True)


def test_completion_knows_the_commands() -> None:
    asked = {
        "_COMMUNIQUE_COMPLETE": "bash_complete",
        "COMP_WORDS": "communique sh",
        "COMP_CWORD": "1",
    }
    found = process(env=os.environ | asked)
    assert found.stdout == "plain,show\n"


# --- add ---------------------------------------------------------------------------------------


def test_add_tells_what_was_read_and_what_was_not(run: Run, reports: Path, tmp_path: Path) -> None:
    (reports / "empty.txt").touch()
    found = run("--db", tmp_path / "new.db", "add", reports)
    assert found.code == 0
    assert "6 reports found, 4 new." in found.out
    assert "4 reports read, 1 skipped." in found.out
    assert "4 statements" not in found.err
    assert "empty.txt: nothing is in it" in found.err


def test_the_three_steps_make_add(run: Run, reports: Path, tmp_path: Path) -> None:
    one, three = tmp_path / "one.db", tmp_path / "three.db"
    run("--db", one, "add", reports)
    assert "4 new" in run("--db", three, "collect", reports).out
    assert "4 reports read" in run("--db", three, "read").out
    assert "The record" in run("--db", three, "link").out
    assert run("--db", one, "stats").out == run("--db", three, "stats").out


def test_standard_input_is_a_report(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = io.TextIOWrapper(io.BytesIO(stub.REPORTS["a/one.txt"].encode()))
    monkeypatch.setattr(sys, "stdin", words)
    line = json.loads(run("inspect", "--json", "-").out)
    assert (line["report"]["source"], len(line["events"])) == ("-", 1)


def test_add_says_when_the_model_is_missing(
    run: Run, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(*_: str) -> None:
        raise ModelMissing("The model is missing; install it.")

    monkeypatch.setattr("communique.pipeline.add.reader", missing)
    found = run("--db", tmp_path / "new.db", "add", reports)
    assert (found.code, found.err) == (1, "communique: The model is missing; install it.\n")


def test_a_model_that_is_not_there_says_what_to_do(reports: Path) -> None:
    found = process("inspect", "--model", "en_nothing_lg", str(reports))
    assert found.returncode == 1
    assert "spacy download en_nothing_lg" in found.stderr
    assert "Traceback" not in found.stderr


def test_ctrl_c_keeps_what_was_done(run: Run, reports: Path, tmp_path: Path) -> None:
    (reports / "z.txt").write_text("The reader is interrupted here.")
    found = run("--db", tmp_path / "new.db", "add", reports)
    assert found.code == EXIT_INTERRUPTED
    assert "the same command goes on from there" in found.err
    assert json.loads(run("--db", tmp_path / "new.db", "stats", "--json").out)["reports"] == 5


# --- inspect -----------------------------------------------------------------------------------


def test_inspect_prints_a_reading_a_line(run: Run, reports: Path) -> None:
    (reports / "empty.txt").touch()
    found = run("inspect", "--json", reports)
    lines = [json.loads(line) for line in found.out.splitlines()]
    assert found.code == 0
    assert [("skipped" in line, line["format"]) for line in lines] == [
        (False, 1), (False, 1), (False, 1), (False, 1), (False, 1), (True, 1),
    ]  # fmt: skip
    assert list(lines[-1]["skipped"]) == ["source", "reason"]


def test_inspect_keeps_the_order_that_was_typed(run: Run, reports: Path) -> None:
    paths = [str(reports / name) for name in ("b/three.txt", "a/two.txt", "a/one.txt")]
    lines = [json.loads(line) for line in run("inspect", "--json", *paths).out.splitlines()]
    assert [line["report"]["source"] for line in lines] == paths


def test_tokens_are_shown_when_asked_for(run: Run, reports: Path) -> None:
    path = reports / "a" / "one.txt"
    assert "tokens" not in json.loads(run("inspect", "--json", path).out)
    line = json.loads(run("inspect", "--tokens", path).out)
    assert line["tokens"][0]["start"] == 0


def test_chains_are_shown_when_asked_for(run: Run, reports: Path) -> None:
    path = reports / "a" / "one.txt"
    assert "chains" not in json.loads(run("inspect", "--json", path).out)
    assert isinstance(json.loads(run("inspect", "--chains", path).out)["chains"], list)


def test_json_is_utf_8_whatever_the_terminal(reports: Path) -> None:
    path = reports / "ü.jsonl"
    path.write_text(
        '{"text": "The envoy of Señora Vega met the \\ud800 in May.", "source": "ü"}\n',
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "communique", "inspect", "--json", str(path)]
    environment = os.environ | {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    found = subprocess.run(command, capture_output=True, check=True, env=environment)
    report = json.loads(found.stdout.decode("utf-8"))["report"]
    assert (report["text"], report["source"]) == (
        "The envoy of Señora Vega met the \ud800 in May.",
        "ü",
    )


def test_inspect_explains_in_json_when_asked(run: Run, reports: Path) -> None:
    path = reports / "a" / "one.txt"
    assert "explain" not in json.loads(run("inspect", "--json", path).out)
    found = json.loads(run("inspect", "--json", "--explain", path).out)["explain"]
    assert {one["kind"] for one in found} == {"actor", "event", "statement"}
    assert all(one["rule"] and one["why"] and one["words"] for one in found)


def test_inspect_explains_to_a_person(run: Run, reports: Path) -> None:
    found = run("inspect", "--explain", reports / "a" / "one.txt").out
    assert "Mara Quill  actor 0  by stub 1.00" in found
    assert "why   by a pattern" in found
    assert "words “Mara Quill met Tomas Reef”" in found
    assert "path  actor: Tomas Reef" in found
    assert "\x1b[" not in found
    assert "by stub" not in run("inspect", reports / "a" / "one.txt").out


def test_inspect_shows_a_person_the_findings(run: Run, reports: Path) -> None:
    found = run("inspect", reports / "a" / "one.txt")
    assert found.code == 0
    for word in ("Actors", "Mara Quill", "Events", "CONSULT", "Statements", "that salt is dear"):
        assert word in found.out


def test_colour_is_for_terminals(run: Run, reports: Path) -> None:
    assert "\x1b[" not in run("inspect", reports / "a" / "one.txt").out


def test_the_whole_text_may_be_taken_for_prose(run: Run, reports: Path) -> None:
    found = run("inspect", "--prose", "--json", reports / "a" / "one.txt")
    kinds = {segment["kind"] for segment in json.loads(found.out)["report"]["segments"]}
    assert kinds == {"body"}


# --- show --------------------------------------------------------------------------------------

SHOWN = {
    "actor vento": "Marco Vento (person)",
    "pair elodie vento": "Marco Vento about Élodie of Aldmark",
    "process salt": "Salt talks, salt",
    "issue salt": "speakers: Élodie of Aldmark (2), Marco Vento (1)",
    "occurrence o-1": "The doge and the queen met at Porto Sole, it was said.",
    "meetings --level leader": "leader level, PT2H",
    "meetings": "Élodie of Aldmark with Marco Vento",
    "occurrences --type agree": "agree",
    "statements --by vento": "rejected the tariff",
    "statements --speaker elodie --issue salt --form indirect --stance for --from 1652 --to 1652": (
        "for Marco Vento"
    ),
    "statements --latest": "rejected the tariff",
    "matrix": "Élodie of Aldmark 2 +1 2",
    "matrix --type person --columns 1": "speaker salt all",
    "agreements": "announced 1651 → signed 1652",
    "agreement a-1": "to share the salt",
    "events --claimed": "claimed by Council of Sole",
    "actors": "Council of Sole",
    "places": "Porto Sole SOL",
    "processes": "Marco Vento (host)",
    "issues": "tariffs",
    "reports": "Queen meets doge",
    "differences": "at Porto",
    "report a.txt": "Queen Élodie of Aldmark met Doge Marco Vento in Porto Sole.",
}


@pytest.mark.parametrize("question", list(SHOWN))
def test_a_question_is_answered_in_a_table(run: Run, db: str, question: str) -> None:
    found = run("--db", db, "show", *question.split())
    assert found.code == 0
    assert SHOWN[question] in " ".join(found.out.split())


@pytest.mark.parametrize("question", list(SHOWN))
def test_a_question_is_answered_in_json(run: Run, db: str, question: str) -> None:
    found = run("--db", db, "show", *question.split(), "--json")
    assert found.code == 0
    assert all(isinstance(json.loads(line), dict) for line in found.out.splitlines())
    assert found.out


@pytest.mark.parametrize("question", [q for q in SHOWN if not q.startswith("report ")])
def test_a_question_is_answered_in_csv(run: Run, db: str, question: str) -> None:
    found = run("--db", db, "show", *question.split(), "--csv")
    rows = list(csv.reader(io.StringIO(found.out)))
    assert found.code == 0
    assert len(rows) > 1
    assert {len(row) for row in rows} == {len(rows[0])}


def test_a_matrix_is_a_row_a_cell_for_programs(run: Run, db: str) -> None:
    rows = list(csv.reader(io.StringIO(run("--db", db, "show", "matrix", "--csv").out)))
    assert rows[0] == ["speaker", "issue", "statements", "for", "against", "id"]
    assert ["Élodie of Aldmark", "salt", "2", "1", "0", "e-queen"] in rows
    found = run("--db", db, "show", "matrix", "--json").out.splitlines()
    assert {"for": 1} in [json.loads(line)["stances"] for line in found]


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("--told", 1),
        ("--claimed", 1),
        ("--level leader", 1),
        ("--level expert", 0),
        ("--cameo 05", 1),
        ("--cameo 19", 0),
        ("", 2),
    ],
)
def test_events_are_filtered(run: Run, db: str, question: str, rows: int) -> None:
    found = run("--db", db, "show", "events", *question.split(), "--json")
    assert len(found.out.splitlines()) == rows


def test_an_answer_of_nothing_says_so(run: Run, db: str) -> None:
    found = run("--db", db, "show", "skipped")
    assert (found.code, found.out) == (0, "")
    assert "Nothing of this kind" in found.err


def test_a_cut_list_says_so(run: Run, db: str) -> None:
    assert "2 of 4" in run("--db", db, "show", "statements", "--limit", 2).err


def test_a_name_that_is_not_there_brings_the_nearest(run: Run, db: str) -> None:
    found = run("--db", db, "show", "actor", "Marko Vento")
    assert found.code == 1
    assert found.err == (
        "communique: Nobody and nothing named 'Marko Vento' is in the record; "
        "did you mean Marco Vento?\n"
    )


# --- the rest ----------------------------------------------------------------------------------


def test_stats_count_the_record(run: Run, db: str) -> None:
    found = " ".join(run("--db", db, "stats").out.split())
    assert "2 reports of 2 outlets, 1652 to 1652" in found
    assert "4 statements" in found


def test_doctor_finds_nothing_wrong(run: Run, db: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("communique.views.cli.doctor._model", lambda _: "fine")
    found = run("--db", db, "doctor")
    assert found.code == 0, found.out
    assert [line.split()[:2] for line in found.out.splitlines()] == [
        ["ok", "versions:"], ["ok", "lexicon:"], ["ok", "places:"], ["ok", "model:"],
        ["ok", "record:"],
    ]  # fmt: skip


def test_doctor_finds_what_is_wrong(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("communique.views.cli.doctor._model", lambda _: "fine")
    path = tmp_path / "other.db"
    path.write_bytes(b"no record")
    found = run("--db", path, "doctor")
    assert found.code == 1
    assert "no  record:" in found.out


def test_doctor_does_not_miss_a_record_that_is_not_there_yet(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("communique.views.cli.doctor._model", lambda _: "fine")
    found = run("--db", tmp_path / "none.db", "doctor")
    assert (found.code, "none yet" in found.out) == (0, True)


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").out.startswith("communique 0.")


def test_serve_hands_over_the_settings(run: Run, db: str, monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[object] = []

    def serve(db: str, host: str, port: int, on_ready: Callable[[str], None]) -> None:
        called.extend((db, host, port))
        on_ready("http://127.0.0.1:1234")

    monkeypatch.setattr("communique.views.web.app.serve", serve)
    found = run("serve", "--db", db, "--port", 0)
    assert called == [db, "127.0.0.1", 0]
    assert "http://127.0.0.1:1234" in found.out
