"""The templates of widget/ and what they can do."""

from __future__ import annotations

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from waymark.web.files import WIDGET
from waymark.web.keep_page import long_day
from waymark.web.markup import dial, inline, prose, sms_address


def environment() -> Environment:
    """Everything is escaped, and a name that is not there is a mistake."""
    made = Environment(
        loader=FileSystemLoader(WIDGET), autoescape=select_autoescape(["html"]), undefined=StrictUndefined
    )
    made.filters.update(prose=prose, inline=inline, long_day=long_day, dial=dial, sms_address=sms_address)
    return made
