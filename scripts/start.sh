#!/usr/bin/env bash
# Sets everything up, reads the example reports into a record, and serves it: the address is
# printed. The record is demo.db; run it again and only what is new is read.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/environment.sh
environment
export COMMUNIQUE_DB="${COMMUNIQUE_DB:-demo.db}"
.venv/bin/communique add examples/reports
exec .venv/bin/communique serve "$@"
