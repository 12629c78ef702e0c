"""A small knowledge folder that a test may break: the real lists, contacts and replies, a few places and patterns."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any, List

import yaml

from waymark.knowledge.checking import check
from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.loading import load_knowledge
from waymark.knowledge.problems import BrokenKnowledge
from waymark.operations.paths import KNOWLEDGE

REVIEW = """review:
  owner: knowledge editors
  checked_on: 2026-11-21
  review_by: 2027-02-21
"""

SUPPORT = f"""# A sitting service.
id: helping-hand
name: Helping Hand
organisation: Dundee Friends
areas: [dundee]
councils: [dundee-city]
topics: [breaks]
audience: Carers in Dundee
eligibility: [parent_carer]
conditions: [dementia]
summary: Someone sits with the person while you go out.
contact:
  phone: 01382 200422
  email: hand@example.org
  web: https://example.org/hand
  hours:
    words: Monday to Friday, 9am to 5pm
    osm: Mo-Fr 09:00-17:00
source:
  url: https://example.org/hand
  read_on: 2026-11-20
  confidence: confirmed
{REVIEW}status: live
"""

LINE = f"""# A helpline for all of the UK.
id: carers-line
name: Carers Line
organisation: Carers Line
areas: [uk]
topics: [money, breaks]
audience: Any carer
summary: Someone to talk to.
contact:
  phone: 0808 808 7777
source:
  url: https://example.org/line
  read_on: 2026-11-20
  confidence: confirmed
{REVIEW}status: live
"""


PERSON = "person:\n  uk: carers-line\n"


def topic(name: str, related: str) -> str:
    return f"""# A topic.
id: {name}
title: {name.title()}
definition: What belongs to {name}.
answer:
  uk: There is help with {name}.
  scotland: There is help with {name} in Scotland.
next_step:
  uk: Ring {{phone:carers-line}} and ask.
first_contact:
  dundee:
    support: helping-hand
    words: Ring {{phone:helping-hand}} first.
related: [{related}]
{REVIEW}"""


ANSWER = f"""# An answer.
id: how-much
topic: money
questions:
  - How much is it?
  - What would I get?
  - How much money is there?
title: How much is it
words:
  uk: It is {{figure:carers_allowance_weekly}} a week.
supports: [carers-line]
next_step:
  uk: Ring {{phone:carers-line}}.
sources: ['a page']
{REVIEW}"""

GUIDE = f"""# A guide.
id: first_steps
title: First steps
topic: money
offered_on: [money]
says: [where do I start, what should I do first, first steps please]
intro: A few questions.
questions:
  - id: nation
    kind: nation
    ask: Where do you live?
  - id: hours
    kind: number
    unit: hours
    ask: How many hours a week do you care?
    max: 168
  - id: job
    kind: yes_no
    ask: Do you have a paid job?
  - id: pay
    kind: money
    ask: How much do you take home?
    ask_if:
      - {{question: job, equals: yes}}
figures:
  limit:
    uk, england, wales: carers_allowance_earnings_limit
    scotland: carer_support_payment_earnings_limit
    northern_ireland: carers_allowance_ni_earnings_limit
values:
  - id: half_pay
    half: {{question: pay, if_not_asked: 0}}
outcomes:
  - about: allowance
    title:
      uk, england, wales, northern_ireland: Carer's Allowance
      scotland: Carer Support Payment
    rules:
      - state: not_likely
        when:
          - {{question: hours, less_than: {{figure: carers_allowance_hours}}}}
        reason: You need {{figure:carers_allowance_hours}} hours or more.
      - state: likely
        when:
          - {{question: hours, at_least: {{figure: carers_allowance_hours}}}}
          - {{value: half_pay, at_most: {{figure: limit}}}}
        reason: You care for {{answer:hours}} hours.
    otherwise:
      state: need_to_ask
      reason: It depends on your pay.
lead: This is what your answers point to.
steps:
  - id: ring
    text: Ring {{phone:carers-line}}.
supports:
  - id: carers-line
person: carers-line
status: live
sources: ['a page']
{REVIEW}"""

LANGUAGES = """# Texts in other languages.
ring:
  uk: Carers Line, {phone:carers-line}
  dundee: Helping Hand, {phone:helping-hand}
languages:
- id: en
  english_name: English
  own_name: English
  dir: ltr
  say: Interpreter, please
  text: In danger ring 999. To talk to someone ring {ring} and say {say}.
  review: {owner: knowledge editors, checked_on: 2026-11-21, review_by: 2027-02-21, native_reader: needed}
- id: pl
  english_name: Polish
  own_name: polski
  dir: ltr
  say: Polish interpreter, please
  text: W niebezpieczeństwie 999. Zadzwoń {ring}, powiedz {say}.
  review: {owner: knowledge editors, checked_on: 2026-11-21, review_by: 2027-02-21, native_reader: needed}
"""

FILES = {
    "supports/dundee/helping-hand.yml": SUPPORT,
    "supports/uk/carers-line.yml": LINE,
    "topics/breaks.yml": topic("breaks", "money"),
    "topics/money.yml": topic("money", "breaks"),
    "answers/money/how-much.yml": ANSWER,
    "guides/first_steps.yml": GUIDE,
    "languages.yml": LANGUAGES,
}


@dataclass(frozen=True)
class Folder:
    """A knowledge folder on disk. `root` is called knowledge, as in the project."""

    root: Path

    @classmethod
    def make(cls, parent: Path) -> Folder:
        folder = cls(parent / "knowledge")
        for name in ("lists", "places", "figures", "risk"):
            shutil.copytree(KNOWLEDGE / name, folder.root / name)
        for name in ("page.yml", "about.yml"):
            shutil.copy(KNOWLEDGE / name, folder.root)
        folder.write("page.yml", re.sub(r"^person:\n(  .*\n)+", PERSON, folder.read("page.yml"), flags=re.MULTILINE))
        shutil.copy(KNOWLEDGE / "keep.yml", folder.root)
        _shorten(folder.root)
        for file, text in FILES.items():
            folder.write(file, text)
        return folder

    def read(self, file: str) -> str:
        return (self.root / file).read_text(encoding="utf-8")

    def write(self, file: str, text: str) -> None:
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def change(self, file: str, old: str, new: str) -> None:
        """Replace the first `old` in `file`; the test is wrong when it is not there."""
        text = self.read(file)
        assert old in text, f"{file} has no {old!r} to change"
        self.write(file, text.replace(old, new, 1))

    def line(self, file: str, words: str) -> int:
        """The number of the first line of `file` that holds `words`."""
        return next(number for number, line in enumerate(self.read(file).splitlines(), 1) if words in line)

    def load(self) -> Knowledge:
        return load_knowledge(self.root, check)

    def problems(self) -> List[str]:
        """What an editor is told, a line each; nothing when the folder is sound."""
        try:
            self.load()
        except BrokenKnowledge as broken:
            return str(broken).splitlines()
        return []

    def tells(self, file: str, line: int, field: str, what: str) -> bool:
        """Whether `file:line: field: …what…` is among what the editor is told."""
        start = f"knowledge/{file}:{line}: {field}: "
        return any(told.startswith(start) and what in told[len(start) :] for told in self.problems())


def _shorten(root: Path) -> None:
    """Leave a few places and patterns: reading them all takes most of the time of a load; and name no other topics."""
    for path in [*(root / "places").glob("*.yml"), root / "risk" / "patterns.yml"]:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        if path.name == "uk.yml":
            data = {key: _few(value) for key, value in data.items()}
        elif path.name == "patterns.yml":
            data = data[:10]
        else:
            data.update(localities=data["localities"][:3], postcodes=data["postcodes"][:3], elsewhere={})
        path.write_text(yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=10_000), encoding="utf-8")

    replies, meanings = root / "risk" / "replies.yml", root / "lists" / "two_meanings.yml"
    replies.write_text(re.sub(r"(?m)^  topic: .*$", "  topic: money", replies.read_text(encoding="utf-8")))
    meanings.write_text(re.sub(r"topics: \[.*?\]", "topics: [money, breaks]", meanings.read_text(encoding="utf-8")))


def _few(value: Any) -> Any:
    return dict(list(value.items())[:5]) if isinstance(value, dict) else value[:5]
