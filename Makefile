# Shortcuts; the scripts are what counts.
.PHONY: start test gate figures speed

start:
	bash scripts/start.sh

test:
	bash scripts/test.sh

gate:
	.venv/bin/python -m evaluation --gate

figures:
	.venv/bin/python -m evaluation --write

speed:
	.venv/bin/python -m evaluation.benchmark --write docs/speed.md
