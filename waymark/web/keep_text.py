"""The page to keep as plain text: to copy, to download, and to send with the carer's own e-mail programme."""

from __future__ import annotations

import datetime
from typing import Any, Dict, List, Sequence
from urllib.parse import quote

from waymark.dialogue.guides.result import Result
from waymark.dialogue.guides.writing import Told
from waymark.dialogue.keeping.kept import Kept
from waymark.dialogue.texts import in_words
from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.schema import State
from waymark.web.cards import card

#: Characters of a link that e-mail programmes take; longer ones are cut off or refused.
MOST_OF_MAIL = 1800


def as_text(kept: Kept, knowledge: Knowledge, today: datetime.date) -> str:
    """All of the page, headings in capitals."""
    labels = knowledge.keep.labels
    parts = [
        knowledge.keep.title,
        labels["today"].format(day=in_words(today)),
        _section(labels["told_title"], [kept.told] if kept.told else []),
        *(_guide(result, knowledge) for result in kept.results),
        _section(labels["steps_title"], _numbered(kept.steps)),
        _section(labels["urgent_title"], [f"- {line}" for line in kept.urgent]),
        _section(labels["supports_title"], ["\n".join(_lines(each, knowledge)) for each in cards(kept, knowledge)]),
        _section(labels["asked_title"], [f"{title}\n{text}" for title, text in kept.asked]),
        labels["made_by"],
    ]
    return _plain("\n\n".join(part for part in parts if part)) + "\n"


def mail_link(kept: Kept, knowledge: Knowledge, today: datetime.date) -> str:
    """`mailto:` with everything; where that is too long for e-mail programmes, with what matters most of it."""
    subject = knowledge.keep.labels["e_mail_subject"]
    whole = _mail(subject, as_text(kept, knowledge, today))
    if len(whole) <= MOST_OF_MAIL:
        return whole
    parts: List[str] = []
    more = knowledge.keep.labels["e_mail_more"]
    for part in _essentials(kept, knowledge, today):
        longer = [*parts, part]
        if len(_mail(subject, _plain("\n\n".join([*longer, more])))) <= MOST_OF_MAIL:
            parts = longer
    return _mail(subject, _plain("\n\n".join([*parts, more])))


def _essentials(kept: Kept, knowledge: Knowledge, today: datetime.date) -> List[str]:
    """What was told, whom to reach, and what to do next; the most useful first."""
    reach = []
    for each in cards(kept, knowledge):
        ways = [each["phone"] or each["sms"] or each["web"] or each["email"]]
        reach.append(": ".join([each["name"], *filter(None, ways)]))
    steps = _numbered(kept.steps)
    return [
        knowledge.keep.labels["today"].format(day=in_words(today)),
        *([kept.told] if kept.told else []),
        *(part for pair in _zipped(steps, reach) for part in pair),
    ]


def _zipped(steps: Sequence[str], reach: Sequence[str]) -> List[Sequence[str]]:
    """A few steps and a few supports in turn, so that neither crowds out the other."""
    return [steps[:2], reach[:3], steps[2:4], reach[3:]]


def _mail(subject: str, body: str) -> str:
    return f"mailto:?subject={quote(subject)}&body={quote(body.replace(chr(10), chr(13) + chr(10)))}"


def _guide(result: Result, knowledge: Knowledge) -> str:
    labels = knowledge.keep.labels
    title = f"{labels['guides_title']}: {result.title}"
    parts = [labels["guide_day"].format(day=in_words(result.day)), result.lead]
    for told in result.outcomes:
        name = f"{told.title} ({told.figure})" if told.figure else told.title
        state = state_in_words(told, knowledge)
        parts.append(f"- {name}{f': {state}' if state else ''}. {told.reason}".strip())
    if result.points:
        heading = result.points_title or labels["points_title"]
        parts.append("\n".join([f"{heading}:", *(f"- {line.text}" for line in result.points)]))
    return _section(title, parts)


def state_in_words(told: Told, knowledge: Knowledge) -> str:
    """'likely'; empty for what is told without a state."""
    return "" if told.state is State.told else knowledge.lists["guide_states"][told.state.value].label.lower()


def cards(kept: Kept, knowledge: Knowledge) -> List[Dict[str, Any]]:
    """The supports as they are now; one that has closed since is left out."""
    found = (card(name, "", knowledge, kept.nation) for name in kept.supports)
    return [each for each in found if each]


def _lines(each: Dict[str, Any], knowledge: Knowledge) -> List[str]:
    labels = knowledge.keep.labels
    name = each["name"] if each["organisation"] in each["name"] else f"{each['name']} ({each['organisation']})"
    ways = [
        f"{labels[way]}: {each[way]}"
        for way in ("phone", "sms", "relay", "bsl", "hours", "cost", "email", "web")
        if each[way]
    ]
    checked = labels["checked"].format(day=in_words(datetime.date.fromisoformat(each["checked_on"])))
    return [name, each["summary"], *ways, checked]


def _numbered(steps: Sequence[str]) -> List[str]:
    return [f"{number}. {step}" for number, step in enumerate(steps, 1)]


def _section(title: str, parts: Sequence[str]) -> str:
    return "\n\n".join([title.upper(), *(part for part in parts if part)]) if parts else ""


def _plain(text: str) -> str:
    """Without the marks of bold. Lines are left to whoever shows them: broken ones look torn in e-mails and on phones."""
    return text.replace("**", "")
