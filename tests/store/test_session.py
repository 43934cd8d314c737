"""What a person is told when the record cannot be opened or written: one sentence, what to do
next, and nothing recorded before is lost."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import make_url, text

from communique.errors import (
    DiskFull,
    NotARecord,
    NotFound,
    StoreError,
    StoreLocked,
    StoreReadOnly,
)
from communique.store import questions
from communique.store.health import check
from communique.store.save import keep_reports
from communique.store.session import Store, open_record
from tests.store import sample
from tests.store.conftest import postgresql

MANY = [sample.report(f"{n} " + "words " * 2000, f"{n}.txt") for n in range(20)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A record in a file, closed, that holds one report."""
    path = tmp_path / "a folder" / "record.db"
    path.parent.mkdir()
    with open_record(path) as store:
        keep_reports(store, [sample.FIRST])
    return path


def reports(where: Path | str) -> int:
    with open_record(where, create=False) as store:
        return questions.overview(store).reports


def test_a_record_is_made_and_found_again(where: str) -> None:
    with open_record(where) as store:
        keep_reports(store, [sample.FIRST])
    assert reports(where) == 1  # type: ignore[arg-type]


def test_a_path_may_hold_any_character(tmp_path: Path) -> None:
    path = tmp_path / "50% of #1? ü.db"
    open_record(path).close()
    assert path.exists()
    assert reports(path) == 0


def test_no_record_is_made_where_none_is_wanted(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="communique add"):
        open_record(tmp_path / "none.db", create=False)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_becomes_a_record(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    open_record(path).close()
    assert reports(path) == 0


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"folder .*nowhere is not there; make it"):
        open_record(tmp_path / "nowhere" / "record.db")


def test_a_folder_is_no_record(tmp_path: Path) -> None:
    with pytest.raises(NotARecord, match="is a folder; name a file in it"):
        open_record(tmp_path)


@pytest.mark.parametrize("content", [b"Dear diary", b"%PDF-1.7 and so on", b"\0" * 4096])
def test_another_file_is_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    with pytest.raises(NotARecord, match="no record of Communique; name another"):
        open_record(path)
    assert path.read_bytes() == content


def test_another_programs_database_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()
    with pytest.raises(NotARecord, match="another program's database"):
        open_record(path)
    with sqlite3.connect(path) as connection:
        names = connection.execute("SELECT name FROM sqlite_master").fetchall()
    connection.close()
    assert names == [("recipes",)]


def test_a_damaged_record_is_called_damaged(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(NotARecord, match="is damaged; take it from a backup"):
        reports(path)


def test_damage_in_the_middle_is_found_by_a_check(path: Path) -> None:
    with open_record(path) as store:
        keep_reports(store, MANY)
    content = bytearray(path.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 8192] = b"\xff" * 8192
    path.write_bytes(content)
    with open_record(path) as store, pytest.raises(NotARecord, match="damaged"):
        check(store)


def test_a_sound_record_passes_a_check(filled: Store) -> None:
    check(filled)


def test_a_truncated_record_is_called_damaged(path: Path) -> None:
    with open_record(path) as store:
        keep_reports(store, MANY)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    with pytest.raises(NotARecord, match="damaged"):
        reports(path)


def test_another_program_that_writes_is_waited_for(path: Path) -> None:
    with open_record(path) as one, open_record(path) as other:
        started = threading.Event()

        def write() -> None:
            with one.writing():
                started.set()
                time.sleep(0.3)

        writer = threading.Thread(target=write)
        writer.start()
        started.wait()
        keep_reports(other, [sample.SECOND])
        writer.join()
    assert reports(path) == 2


def test_another_program_that_goes_on_writing_locks_the_record(where: str) -> None:
    with open_record(where) as one, open_record(where, wait=0.1) as other:
        with (
            one.writing(),
            pytest.raises(StoreLocked, match=r"Another program is writing .* run this again"),
        ):
            keep_reports(other, [sample.SECOND])
        keep_reports(other, [sample.FIRST])
        assert questions.overview(other).reports == 1


def test_reading_goes_on_while_another_program_writes(where: str) -> None:
    with open_record(where) as one, open_record(where) as other:
        sample.fill(one)
        with one.writing() as connection:
            connection.execute(text("DELETE FROM statements"))
            assert questions.overview(other).statements == 4


def test_a_record_that_may_not_be_written_says_so(store: Store) -> None:
    keep_reports(store, [sample.FIRST])
    if store.engine.dialect.name == "sqlite":
        with store.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA query_only = ON")
    else:
        with store.writing() as connection:
            connection.execute(text("ALTER ROLE communique SET default_transaction_read_only = on"))
        store.close()
    try:
        with pytest.raises(StoreReadOnly, match="cannot be written; change its permissions"):
            keep_reports(store, [sample.SECOND])
    finally:
        store.close()
        if store.engine.dialect.name == "postgresql":
            with store.engine.connect() as connection:
                connection.exec_driver_sql("SET TRANSACTION READ WRITE")
                connection.execute(text("ALTER ROLE communique RESET ALL"))
                connection.commit()
            store.close()
    assert questions.overview(store).reports == 1


AS_NOBODY = """
import sys
from communique.errors import CommuniqueError
from communique.store import questions
from communique.store.save import keep_reports
from communique.store.session import open_record
from tests.store import sample
where, what = sys.argv[1:]
try:
    with open_record(where, create=what == "create") as store:
        print(questions.overview(store).reports)
        if what == "write":
            keep_reports(store, [sample.SECOND])
except CommuniqueError as error:
    print(type(error).__name__, error)
"""


def as_nobody(path: Path, what: str) -> list[str]:
    """What a user without rights sees (root may write anything)."""
    command = [sys.executable, "-c", AS_NOBODY, str(path), what]
    if os.geteuid() == 0:
        command = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *command]
    run = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path.cwd())
    assert run.returncode == 0, run.stderr
    return run.stdout.splitlines()


@pytest.fixture
def for_all() -> Iterator[Path]:
    """A record where another user may look, but not write."""
    if os.geteuid() == 0 and not shutil.which("setpriv"):
        pytest.skip("needs setpriv")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "record.db"
        with open_record(path) as store:
            keep_reports(store, [sample.FIRST])
        path.chmod(0o444)
        path.parent.chmod(0o555)
        yield path
        path.parent.chmod(0o755)


def test_a_record_without_rights_can_be_read(for_all: Path) -> None:
    assert as_nobody(for_all, "read") == ["1"]


def test_a_record_without_rights_cannot_be_written(for_all: Path) -> None:
    first, error = as_nobody(for_all, "write")
    assert first == "1"
    assert error.startswith("StoreReadOnly")
    assert "--db" in error


def test_a_record_that_nobody_may_read_says_so(for_all: Path) -> None:
    for_all.chmod(0o000)
    (error,) = as_nobody(for_all, "read")
    assert error.startswith("StoreReadOnly")
    assert "Permission denied" in error


def test_a_record_in_a_folder_without_rights_is_not_made(for_all: Path) -> None:
    (error,) = as_nobody(for_all.parent / "new.db", "create")
    assert error.startswith("StoreReadOnly")
    assert "change its permissions" in error


def test_a_full_disk_keeps_what_was_recorded(path: Path) -> None:
    with open_record(path) as store:
        with store.engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(DiskFull, match=r"is full; make room .* recorded before is kept"):
            keep_reports(store, MANY)
    assert reports(path) == 1


def test_without_a_server_the_tests_fail_where_there_must_be_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("COMMUNIQUE_TEST_POSTGRESQL", raising=False)
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match=r"scripts/postgresql\.sh"):
        postgresql()


def test_a_file_may_be_given_as_a_url(tmp_path: Path) -> None:
    open_record(f"sqlite:///{tmp_path}/record.db").close()
    assert reports(tmp_path / "record.db") == 0


def test_another_kind_of_database_is_refused() -> None:
    with pytest.raises(StoreError, match=r"postgresql:// URL; mysql:// is neither"):
        open_record("mysql://host/name")


def test_a_server_that_does_not_answer_is_named() -> None:
    with pytest.raises(StoreError, match=r"No answer from postgresql\S*:\*\*\*@127.0.0.1:9/x"):
        open_record("postgresql://anna:secret@127.0.0.1:9/x")


def test_a_database_that_is_not_there_is_named() -> None:
    url = make_url(postgresql()).set(database="nowhere").render_as_string(hide_password=False)
    with pytest.raises(StoreError, match="is not there; make the database first"):
        open_record(url)


def test_a_password_is_never_shown() -> None:
    with pytest.raises(StoreError) as caught:
        open_record("postgresql://anna:secret@127.0.0.1:9/x")
    assert "secret" not in str(caught.value)


def test_a_write_that_fails_leaves_nothing_behind(store: Store) -> None:
    def fail() -> None:
        with store.writing() as connection:
            connection.execute(text("DELETE FROM reports"))
            raise RuntimeError

    keep_reports(store, [sample.FIRST])
    with pytest.raises(RuntimeError):
        fail()
    assert questions.overview(store).reports == 1
