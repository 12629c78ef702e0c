"""Text of messages as HTML: paragraphs, lists, bold, and numbers and addresses as links. Everything else is escaped."""

from __future__ import annotations

import re
from typing import List, Optional
from urllib.parse import quote

from markupsafe import Markup, escape

_BOLD = re.compile(r"\*\*(.+?)\*\*")
_PAGE = re.compile(r"\[([^\[\]]+)\]\((/[a-z]+)\)")  # pages of ours only
_ITEM = re.compile(r"\s*(- |\d+\. )(.*)")
_FINDS = re.compile(
    r"""https://[^\s<>"*]*[^\s<>"*.,;:!?)']"""
    r"""|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"""
    r"""|(?:[Tt]ext )?[A-Z]{2,12} to \d{5,6}"""  # text SHOUT to 85258
    r"""|[Tt]ext (?:07\d{3} ?\d{6}|\d{5,6})"""
    r"""|(?:18001 ?)?(?:\+44 ?|0)\d(?:[ \u00a0]?\d){6,9}"""  # 18001: by text relay
    r"""|116[ \u00a0]?\d{3}|18000|999|112|111|101|105|119"""
)
#: Something is no number of its own where this stands before or after it: the 101 of "£101", "1,101", "101%", "101.5".
_JOINED_BEFORE = re.compile(r"[\w£.,-]\Z")
_JOINED_AFTER = re.compile(r"[\w%£]|[.,-]\w")
_SMS = re.compile(r"(?:text )?(?:(.+) to )?([\d ]+)", re.IGNORECASE)


def prose(text: str, linked: bool = True) -> Markup:
    """Paragraphs and lists of a message's text."""
    out: List[Markup] = []
    for block in re.split(r"\n\s*\n", text.strip()):
        open_tag: Optional[str] = None
        for line in block.splitlines():
            item = _ITEM.fullmatch(line)
            tag = "p" if not item else "ul" if item[1] == "- " else "ol"
            words = inline(item[2] if item else line, linked)
            if tag == open_tag:
                out.append(Markup("<li>{}</li>").format(words) if item else Markup("<br>{}").format(words))
                continue
            if open_tag:
                out.append(Markup(f"</{open_tag}>"))
            out.append(Markup(f'<{tag} dir="auto">') + (Markup("<li>{}</li>").format(words) if item else words))
            open_tag = tag
        if open_tag:
            out.append(Markup(f"</{open_tag}>"))
    return Markup("").join(out)


def inline(line: str, linked: bool = True) -> Markup:
    """One line, with `**bold**` and `[words](/page)`: what is marked comes out at the odd places of a split."""
    made = [_with_pages(piece, linked) for piece in _BOLD.split(line)]
    return Markup("").join(Markup("<strong>{}</strong>").format(each) if i % 2 else each for i, each in enumerate(made))


def before_list(text: str) -> str:
    """The words before the first list: where cards are shown, they say what it says, and more."""
    return re.split(r"^\s*- ", text, maxsplit=1, flags=re.MULTILINE)[0]


def dial(number: str) -> str:
    """The `tel:` address of '0808 808 7777 (option 2)'."""
    return "tel:" + re.sub(r"[^\d+]", "", number.split("(")[0])


def sms_address(words: str) -> str:
    """The `sms:` address of '85258 (text SHOUT)' or 'text SHOUT to 85258'; empty where there is none."""
    noted = re.fullmatch(r"([\d ]+)(?: \(text (\w+)\))?", words)
    found = None if noted else _SMS.fullmatch(words.strip())
    number, body = (noted[1], noted[2]) if noted else (found[2], found[1]) if found else ("", None)
    if not number:
        return ""
    return f"sms:{number.replace(' ', '')}" + (f"?&body={quote(body)}" if body else "")


def _with_pages(text: str, linked: bool) -> Markup:
    out = Markup()
    for i, piece in enumerate(_PAGE.split(text)):
        if i % 3 == 0:
            out += _linked(piece) if linked else escape(piece)
        elif i % 3 == 1:
            words = piece
        else:
            out += Markup('<a href="{}">{}</a>').format(piece, words)
    return out


def _linked(text: str) -> Markup:
    out, done = Markup(), 0
    for match in _FINDS.finditer(text):
        if _JOINED_BEFORE.search(text[: match.start()]) or _JOINED_AFTER.match(text[match.end() :]):
            continue
        out += escape(text[done : match.start()])
        out += Markup('<a href="{}"{}>{}</a>').format(_address(match[0]), _outside(match[0]), match[0])
        done = match.end()
    return out + escape(text[done:])


def _outside(found: str) -> Markup:
    return Markup(' rel="noreferrer"') if found.startswith("https:") else Markup()


def _address(found: str) -> str:
    if found.startswith("https:"):
        return found
    if "@" in found:
        return f"mailto:{found}"
    return sms_address(found) if re.search("[a-z]", found, re.IGNORECASE) else dial(found)
