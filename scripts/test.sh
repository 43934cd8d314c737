#!/usr/bin/env bash
# Sets everything up and runs every check: style, types, tests (in SQLite, PostgreSQL and
# Chromium), and the gate, which holds the figures of docs/ to their floors.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/environment.sh
environment "[test]"
PATH="$PWD/.venv/bin:$PATH"
if [ "${CI:-}" = true ] || [ "${SYSTEM:-yes}" = yes ]; then
  bash scripts/system-packages.sh
  COMMUNIQUE_TEST_POSTGRESQL="$(bash scripts/postgresql.sh start)"
  export COMMUNIQUE_TEST_POSTGRESQL
  trap 'bash scripts/postgresql.sh stop' EXIT
fi
ruff check .
ruff format --check .
mypy
python -m pytest "$@"
if [ "${CI:-}" = true ] || [ -d ../shared/corpora ]; then
  python -m evaluation --gate
else
  echo "The corpora are not beside the checkout (../shared); the gate was left out."
fi
