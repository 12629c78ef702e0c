# Waymark: everything is done through these targets.
SHELL := /bin/bash
PORT ?= 5005
CONSOLE_PORT ?= 5006
export WAYMARK_PORT := $(PORT)
export WAYMARK_CONSOLE_PORT := $(CONSOLE_PORT)
export UV_PYTHON_DOWNLOADS := never
export UV_COMPILE_BYTECODE := 1

UV := $(shell command -v uv 2>/dev/null || echo .uv/bin/uv)
PY := .venv/bin/python
READY := .venv/.ready

.DEFAULT_GOAL := help
.PHONY: help setup run train check guides shell test test-fast lint bench bench-understanding clean

help: ## Show this list
	@grep -hE '^[a-z-]+:.*?## ' $(MAKEFILE_LIST) | awk 'BEGIN {FS = ":.*?## "} {printf "  make %-19s %s\n", $$1, $$2}'

run: $(READY) ## Set up, train if needed, and serve the chat on PORT (5005) until Ctrl-C
	@$(PY) -m waymark.operations.run

test: $(READY) ## Set up and pass all tests: style, types, knowledge, units, the real assistant, the page in Chromium
	@bash tests/run.sh

test-fast: $(READY) ## Only style, types and the tests that need no running assistant
	@bash tests/run.sh fast

train: $(READY) ## Train the model if anything it learns from has changed
	@$(PY) -m waymark.operations.train

check: $(READY) ## Check the knowledge; errors as file:line: field: what is wrong
	@$(PY) -m waymark.knowledge.checking

guides: $(READY) ## Draw each guide as a flow chart into docs/guides
	@$(PY) -m waymark.knowledge.drawing

shell: $(READY) ## Talk to the running assistant in the terminal
	@$(PY) -m waymark.operations.shell

lint: $(READY) ## Style and types only
	@.venv/bin/ruff check . && .venv/bin/ruff format --check . && .venv/bin/mypy

bench: $(READY) ## Measure start-up, memory, speed and understanding, beside Rasa's own moodbot
	@$(PY) -m bench

bench-understanding: $(READY) ## Measure understanding beside Rasa's default pipeline and plain search, on our test sets and on DATA
	@$(PY) -m bench side-by-side $(if $(DATA),--data "$(DATA)") $(BENCH)

setup: $(READY) ## Only install what the project needs

clean: ## Remove what can be made again: environment, models, caches, conversations
	rm -rf .venv .uv .cache .run .rasa models/*.tar.gz

$(READY): uv.lock pyproject.toml .python-version
	@command -v $(UV) >/dev/null 2>&1 || { echo "Fetching uv, the installer …"; \
	  python3 -m venv .uv && .uv/bin/pip install --quiet --disable-pip-version-check uv || \
	  { echo "Python 3 with its venv module is needed to begin: install python3 and python3-venv, then run make again."; exit 1; }; }
	@$(UV) python find >/dev/null 2>&1 || { echo "Python 3.10 was not found: install it (python3.10, or pyenv install 3.10), then run make again."; exit 1; }
	@echo "Installing (a few minutes the first time) …"
	@$(UV) sync --frozen --quiet
	@touch $(READY)
