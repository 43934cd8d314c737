# Sourced by the other scripts: the virtual environment .venv with what was asked for in it.
# With UV or pip settings of your own, nothing here overrides them.

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo "$@"; else
    echo "This needs root: $*. Run it as root, or install the package yourself." >&2; return 1
  fi
}

environment() { # environment [extra]
  local python="${PYTHON:-python3}"
  "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "Python 3.11 or later is needed; set PYTHON to its path." >&2; exit 1
  }
  if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    as_root apt-get update -qq && as_root apt-get install -y -qq python3-venv >/dev/null
  fi
  [ -x .venv/bin/python ] || "$python" -m venv .venv
  local wanted
  wanted="$(cat pyproject.toml; echo "${1:-}")"
  if [ "$wanted" != "$(cat .venv/installed 2>/dev/null)" ]; then
    echo "Installing what Communique needs into .venv …"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --editable ".${1:-}"
    printf '%s' "$wanted" > .venv/installed
  fi
}
