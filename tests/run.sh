#!/usr/bin/env bash
# Everything `make test` passes; `fast` leaves out what needs a running assistant or a browser.
set -euo pipefail
export SQLALCHEMY_SILENCE_UBER_WARNING=1
cd "$(dirname "$0")/.."
.venv/bin/ruff check .
.venv/bin/ruff format --check .
.venv/bin/mypy
.venv/bin/python -m waymark.knowledge.checking
if [ "${1:-}" = fast ]; then
  exec .venv/bin/pytest tests/unit
fi
if ! command -v chromium >/dev/null 2>&1; then
  echo "The page tests need Chromium: install it (Debian: apt-get install chromium), or run make test-fast for the rest."
  exit 1
fi
.venv/bin/python -m waymark.operations.train
exec .venv/bin/pytest tests/unit tests/rasa tests/conversations tests/page
