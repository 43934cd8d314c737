#!/usr/bin/env bash
# A PostgreSQL server to throw away, for the tests.
#
#   scripts/postgresql.sh start        starts one and prints its URL
#   scripts/postgresql.sh stop [URL]   stops it (by default $COMMUNIQUE_TEST_POSTGRESQL) and
#                                      removes its files
#
#   export COMMUNIQUE_TEST_POSTGRESQL=$(scripts/postgresql.sh start)
#
# It listens at a socket in its own folder only, so nothing else can reach it and no port is taken.
# Where PostgreSQL is missing, Debian's package is installed (as root).
set -euo pipefail

binaries() {
  local found
  found=$(command -v initdb || ls -d /usr/lib/postgresql/*/bin/initdb 2>/dev/null | sort -V | tail -n 1 || true)
  [ -n "$found" ] && dirname "$found"
}

# The server refuses to run as root.
unprivileged() {
  if [ "$(id -u)" = 0 ]; then
    setpriv --reuid="$owner" --regid="$(id -g "$owner")" --clear-groups "$@"
  else
    "$@"
  fi
}

owner=$(id -u postgres >/dev/null 2>&1 && echo postgres || echo nobody)

start() {
  local bin folder
  if ! bin=$(binaries); then
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends postgresql >&2
    bin=$(binaries)
  fi
  owner=$(id -u postgres >/dev/null 2>&1 && echo postgres || echo nobody)
  folder=$(mktemp -d /tmp/communique-postgresql.XXXXXX)
  chmod 755 "$folder"
  [ "$(id -u)" != 0 ] || chown "$owner" "$folder"
  cd "$folder"
  unprivileged "$bin/initdb" -D "$folder/data" -U communique -A trust -E UTF8 --locale=C.UTF-8 \
    --no-sync >&2
  unprivileged "$bin/pg_ctl" -D "$folder/data" -l "$folder/log" -w \
    -o "-c listen_addresses='' -c unix_socket_directories='$folder' -c fsync=off" start >&2 \
    || { cat "$folder/log" >&2; exit 1; }
  echo "postgresql://communique@/postgres?host=$folder"
}

stop() {
  local folder=${1##*host=}
  case $folder in
    /tmp/communique-postgresql.*) ;;
    *) echo "not a URL of this script: $1" >&2; exit 2 ;;
  esac
  cd "$folder"
  unprivileged "$(binaries)/pg_ctl" -D "$folder/data" -m immediate -w stop >&2
  cd /
  rm -rf "$folder"
}

case ${1:-} in
  start) start ;;
  stop) stop "${2:-${COMMUNIQUE_TEST_POSTGRESQL:?or give the URL that start printed}}" ;;
  *) sed -n '2,11s/^# \{0,1\}//p' "$0"; exit 2 ;;
esac
