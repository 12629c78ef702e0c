"""What is known of one support, in a line: its number, hours, cost and so on; or plainly that it is not known."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Callable, Dict, List, Optional

from waymark.dialogue.answering import Known
from waymark.dialogue.follow_ups.opening import is_open, nation_of, weekend
from waymark.dialogue.texts import in_words
from waymark.knowledge.schema import Contact, Support

_WEEKEND = {
    (True, True): "utter_follow_up_weekend",
    (True, False): "utter_follow_up_weekend_saturday",
    (False, True): "utter_follow_up_weekend_sunday",
    (False, False): "utter_follow_up_weekend_shut",
}


@dataclass(frozen=True)
class About:
    """One support, for a carer of this nation, at this time (now when absent)."""

    support: Support
    known: Known
    nation: Optional[str] = None
    at: Optional[datetime.datetime] = None

    def say(self, response: str, **values: str) -> str:
        return self.known.words.say(f"utter_follow_up_{response}", name=self.support.name, **values)

    @property
    def contact(self) -> Contact:
        """Ways to reach it that may be shown: of a source that is not confirmed only the web page."""
        contact = self.support.contact
        return contact if self.support.shows_numbers else Contact.parse_obj({"web": contact.web})

    @property
    def phone(self) -> Optional[str]:
        return _noted(self.contact.phone, self.contact.phone_note)

    @property
    def sms(self) -> Optional[str]:
        keyword = self.contact.sms_keyword
        return f"{keyword} to {self.contact.sms}" if keyword and self.contact.sms else self.contact.sms

    def way(self, but: str = "") -> str:
        """How to find out what is not known here; `but` is the way that has just been asked for."""
        for name, value in (("phone", self.phone), ("page", self.contact.web), ("email", self.contact.email)):
            if value and name != but:
                return self.say(f"way_{name}", **{"web" if name == "page" else name: value})
        return self.say("way_person")


def _noted(number: Optional[str], note: Optional[str]) -> Optional[str]:
    return f"{number} ({note})" if number and note else number


def number(about: About) -> str:
    lines = [about.say("phone", phone=about.phone)] if about.phone else []
    lines += [about.say("sms", sms=about.sms)] if about.sms else []
    return "\n".join(lines) or about.say("no_phone", way=about.way(but="phone"))


def hours(about: About) -> str:
    told = about.contact.hours
    if told is None:
        return about.say("no_hours", way=about.way())
    open_at = is_open(about.support, nation_of(about.support, about.nation, about.known.knowledge), about.at)
    name = "hours" if open_at is None else "open" if open_at else "shut"
    return about.say(name, hours=told.words)


def at_weekends(about: About) -> str:
    told = about.contact.hours
    if told is None:
        return about.say("no_hours", way=about.way())
    days = weekend(about.support, nation_of(about.support, about.nation, about.known.knowledge), about.at)
    if days is None:
        return about.say("weekend_unsure", hours=told.words, way=about.way())
    return about.known.words.say(_WEEKEND[days], name=about.support.name, hours=told.words)


def cost(about: About) -> str:
    told = about.support.cost
    return about.say("cost", cost=told.rstrip(".")) if told else about.say("no_cost", way=about.way())


def address(about: About) -> str:
    told = about.contact.address
    return about.say("address", address=told.rstrip(".")) if told else about.say("no_address", way=about.way())


def web(about: About) -> str:
    told = about.contact.web
    return about.say("web", web=told) if told else about.say("no_web", way=about.way(but="page"))


def email(about: About) -> str:
    told = about.contact.email
    return about.say("email", email=told) if told else about.say("no_email", way=about.way(but="email"))


def accessible(about: About) -> str:
    contact, support = about.contact, about.support
    lines = [
        about.say(name, **{name: value.rstrip(".")})
        for name, value in (("bsl", contact.bsl), ("relay", contact.relay), ("textphone", contact.textphone))
        if value
    ]
    if support.languages:
        lines.append(about.say("languages", languages=", ".join(support.languages)))
    if not lines and not support.accessibility:
        return about.say("no_accessible", way=about.way())
    return about.say("accessible", accessibility=" ".join([*filter(None, [support.accessibility]), *lines]))


def for_whom(about: About) -> str:
    return about.say("for_whom", audience=about.support.audience.rstrip("."))


def more(about: About) -> str:
    """Everything that may be shown of it."""
    support, contact = about.support, about.contact
    facts: List[tuple[str, Optional[str]]] = [
        ("phone", about.phone),
        ("sms", about.sms),
        ("hours", contact.hours.words if contact.hours else None),
        ("cost", support.cost),
        ("address", contact.address),
        ("email", contact.email),
        ("web", contact.web),
    ]
    lines = [about.say("line_for_whom", audience=support.audience)]
    lines += [about.say(f"line_{name}", **{name: value}) for name, value in facts if value]
    lines.append(about.say("line_checked", day=in_words(support.review.checked_on)))
    lead = about.say("more", organisation=support.organisation, summary=support.summary.strip())
    return "\n\n".join([lead, "\n".join(f"- {line}" for line in lines)])


#: Kind of a follow-up -> what is said of one support.
DETAILS: Dict[str, Callable[[About], str]] = {
    "number": number,
    "hours": hours,
    "weekend": at_weekends,
    "cost": cost,
    "address": address,
    "web": web,
    "email": email,
    "accessible": accessible,
    "for_whom": for_whom,
}
