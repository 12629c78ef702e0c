"""The widget's script: small files for those who write it, one file for browsers.

Joining is all that happens to them. Comments that fill whole lines, and the space before a line, are left out, because
they would be a quarter of what a phone has to fetch.
"""

from __future__ import annotations

import re
from pathlib import Path

#: Names the files in their order, one a line.
PARTS = "parts.txt"
_COMMENTS = re.compile(r"^\s*(?://[^\n]*|/\*\*(?:(?!\*/).)*\*/[^\S\n]*)\n", re.MULTILINE | re.DOTALL)
_INDENTS = re.compile(r"^ +", re.MULTILINE)


def joined_script(folder: Path) -> bytes:
    """The parts in one function of their own, so that a page's scripts and the widget's never meet.

    Raises:
        FileNotFoundError: a part that is named is not there.
    """
    names = (folder / PARTS).read_text(encoding="utf-8").split()
    text = "\n".join((folder / name).read_text(encoding="utf-8") for name in names)
    text = _INDENTS.sub("", _COMMENTS.sub("", text))
    return f'(function () {{\n"use strict";\n{text}}})();\n'.encode()


def joined_style(folder: Path) -> bytes:
    """The style sheet without its comments and the space before lines."""
    text = (folder / "chat.css").read_text(encoding="utf-8")
    return _INDENTS.sub("", re.sub(r"/\*.*?\*/\n?", "", text, flags=re.DOTALL)).encode()
