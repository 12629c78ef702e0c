"""The widget's script as browsers get it: joined, small, without a way for text to become markup, and sound."""

from __future__ import annotations

import gzip
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from waymark.operations.paths import CACHE, ROOT
from waymark.web.joining import joined_script, joined_style

WIDGET = ROOT / "widget"
MOST_BYTES = 15_000
TYPESCRIPT = "typescript@5.9.3"
SCRIPT = joined_script(WIDGET).decode()


def test_script_and_style_stay_under_15_kb_gzipped() -> None:
    assert sum(len(gzip.compress(each(WIDGET), 9)) for each in (joined_script, joined_style)) < MOST_BYTES


def test_every_part_is_named_once_and_is_there() -> None:
    named = (WIDGET / "parts.txt").read_text(encoding="utf-8").split()
    assert sorted(named) == sorted(f"js/{path.name}" for path in (WIDGET / "js").glob("*.js"))


def test_joining_leaves_out_comments_and_keeps_the_code(tmp_path: Path) -> None:
    (tmp_path / "parts.txt").write_text("a.js\nb.js\n")
    (tmp_path / "a.js").write_text(
        '/**\n * What\n * @type {string}\n */\nconst a = "/** kept */"; // kept\n  // gone\n'
    )
    (tmp_path / "b.js").write_text("/** gone */\nfunction b(/** @type {string} */ kept) {\n  return kept;\n}\n")
    kept = 'const a = "/** kept */"; // kept\nfunction b(/** @type {string} */ kept) {\nreturn kept;\n}\n'
    assert joined_script(tmp_path).decode() == f'(function () {{\n"use strict";\n{kept}}})();\n'


@pytest.mark.parametrize(
    "way",
    [
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "new Function",
        ".cookie",
        "localStorage",
    ],
)
def test_text_never_becomes_markup_or_code_and_nothing_outlives_the_tab(way: str) -> None:
    assert way not in SCRIPT


def test_nothing_newer_than_what_phones_of_2018_know() -> None:
    code = re.sub(r'"(?:[^"\\]|\\.)*"', '""', SCRIPT)
    assert not re.search(r"\?\.[a-z]|\?\?|\(\?<", code)


@pytest.mark.skipif(shutil.which("node") is None, reason="Node is not here")
def test_the_joined_script_is_sound(tmp_path: Path) -> None:
    (tmp_path / "widget.js").write_text(SCRIPT)
    subprocess.run(["node", "--check", "widget.js"], cwd=tmp_path, check=True)


@pytest.mark.skipif(shutil.which("npm") is None, reason="Node is not here")
def test_its_types_hold() -> None:
    compiler = CACHE / "typescript" / "node_modules" / ".bin" / "tsc"
    if not compiler.exists():
        install = ["npm", "install", "--no-audit", "--no-fund", "--prefix", str(CACHE / "typescript"), TYPESCRIPT]
        if subprocess.run(install, capture_output=True, timeout=120).returncode:
            pytest.skip("TypeScript could not be fetched")
    checked = subprocess.run([str(compiler), "-p", str(WIDGET)], capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout
