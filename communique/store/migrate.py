"""Making the tables of a record, and bringing those of an older version up to date."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, text

from communique.errors import NotARecord, NotFound, StoreError
from communique.store.tables import APPLICATION_ID

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).parent / "migrations"
HEAD = "0004"
"""The newest revision in migrations/versions, so that an up-to-date record is opened without
loading Alembic (0.2 s)."""
VERSION_TABLE = "communique_version"
"""Ours by name, since a PostgreSQL database may be shared with programs that use Alembic too."""


def bring_up_to_date(engine: Engine, where: str, create: bool) -> None:
    """Make or upgrade the tables, in one transaction. Raises NotARecord for somebody else's
    database, StoreError for one that a newer Communique made, NotFound without `create`."""
    with engine.connect() as connection:
        revision = _revision(connection, where)
    if revision == HEAD:
        return
    if revision is None and not create:
        raise NotFound(f"There is no record at {where}; `communique add REPORTS…` makes one.")
    _upgrade(engine, where)


def _revision(connection: Connection, where: str) -> str | None:
    """The revision of the tables; None where there are none yet."""
    names = inspect(connection).get_table_names()
    if VERSION_TABLE in names:
        found = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()
        return str(found) if found else None
    if connection.dialect.name == "sqlite":
        mark = connection.exec_driver_sql("PRAGMA application_id").scalar()
        if names or mark not in (0, APPLICATION_ID):
            raise NotARecord(f"{where} is another program's database; name another with --db.")
    return None


def _upgrade(engine: Engine, where: str) -> None:
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory
    from alembic.util import CommandError

    config = _config()
    scripts = ScriptDirectory.from_config(config)
    with (
        engine.connect().execution_options(communique_writes=True) as connection,
        connection.begin(),
        EnvironmentContext(
            config, scripts, fn=lambda revision, _: scripts._upgrade_revs("head", revision)
        ) as environment,
    ):
        environment.configure(
            connection=connection, version_table=VERSION_TABLE, transactional_ddl=False
        )
        try:
            environment.run_migrations()
        except CommandError as error:
            raise StoreError(
                f"{where} was made by a newer version of Communique; "
                "upgrade with `pip install --upgrade communique`."
            ) from error


def _config() -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config
