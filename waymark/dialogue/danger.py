"""The fixed replies to danger, filled with the numbers of the nation and the place.

Works from knowledge/risk alone: no model, no action server, no network.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import List, Optional, Tuple

from waymark.dialogue.reply import Reply, Said
from waymark.dialogue.situation import Danger
from waymark.knowledge.homes import Home
from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.schema import Confidence, DangerContact

_LOCAL = {"local_adult": "adult", "local_child": "child"}
#: Lines that describe what the place's own number is; they stand in only where there is none.
_GENERAL = ("adult-safeguarding-", "adult-protection-scotland", "child-safeguarding-", "child-protection-")


def crisis_text(kind: str, home: Home, knowledge: Knowledge) -> str:
    """The whole fixed reply: the thing to do now, whom to reach, a kind line, a last line."""
    reply = knowledge.danger_replies[kind]
    lines = [f"- {line}" for line in contact_lines(reply.contacts, home, knowledge)]
    voiceless = [
        f"- {line}"
        for line in _lines(["emergency-999-bsl", "emergency-relay", "emergency-sms"], knowledge)
        if f"- {line}" not in lines
    ]
    parts = [reply.first_line, "\n".join(lines), reply.kind_line, reply.closing or "", "\n".join(voiceless)]
    return "\n\n".join(part for part in parts if part)


def possible_text(danger: Danger, home: Home, knowledge: Knowledge) -> str:
    """One kind line and a person to ring, to lead the normal answer."""
    reply = knowledge.danger_replies[danger.kind]
    lines = contact_lines(reply.possible_contacts, home, knowledge)
    return (
        "\n\n".join([reply.possible_line, "\n".join(f"- {line}" for line in lines)]) if lines else reply.possible_line
    )


def led_by_danger(reply: Reply, danger: Optional[Danger], home: Home, knowledge: Knowledge) -> Reply:
    """`reply`, its first message led by the line for a possible danger."""
    if danger is None:
        return reply
    lead, first = possible_text(danger, home, knowledge), reply.said[0]
    if first.lang:  # a message is in one language
        said = [Said(lead), *reply.said]
    else:
        said = [replace(first, text=f"{lead}\n\n{first.text}"), *reply.said[1:]]
    return replace(reply, said=said, turn=replace(reply.turn, danger=danger))


def contact_lines(contacts: dict[str, str], home: Home, knowledge: Knowledge) -> List[str]:
    """The lines of the contacts for this home's nation; those of `unknown` when it is not known."""
    return [line for _, line in contacts_for(contacts, home, knowledge)]


def contacts_for(contacts: dict[str, str], home: Home, knowledge: Knowledge) -> List[Tuple[DangerContact, str]]:
    """The same contacts, each with its line."""
    names = contacts.get(home.nation or "unknown", contacts["unknown"]).split()
    found: List[Tuple[DangerContact, str]] = []
    local: List[Tuple[DangerContact, str]] = []
    for name in names:
        if name in _LOCAL:
            local = _told(_local(_LOCAL[name], home, knowledge), knowledge)
            found += local
        elif not (local and name.startswith(_GENERAL)):
            found += _told([name], knowledge)
    return found


def _local(who: str, home: Home, knowledge: Knowledge) -> List[str]:
    """Ids of the councils' own contacts: the one council where it is known, all of the place where it is not."""
    if home.council:
        councils = [home.council]
    elif home.place:
        councils = [council.id for council in knowledge.places[home.place].councils]
    else:
        return []
    return [
        contact.id
        for contact in knowledge.danger_contacts.values()
        if contact.council in councils and contact.id.endswith(who)
    ]


def _lines(names: List[str], knowledge: Knowledge) -> List[str]:
    return [line for _, line in _told(names, knowledge)]


def _told(names: List[str], knowledge: Knowledge) -> List[Tuple[DangerContact, str]]:
    found = (knowledge.danger_contacts.get(name) for name in names)
    return [(contact, line) for contact in found if contact and (line := contact_line(contact))]


def contact_line(contact: Optional[DangerContact]) -> Optional[str]:
    """What a carer reads of a contact; None where its source is not confirmed, so that a doubtful number never shows."""
    if contact is None or contact.words is None or contact.source.confidence is not Confidence.confirmed:
        return None
    values = {
        "phone": contact.phone,
        "out_of_hours_phone": contact.out_of_hours_phone,
        "sms": contact.sms,
        "sms_keyword": contact.sms_keyword,
    }
    needed = re.findall(r"\{(\w+)\}", contact.words)
    if any(not values.get(name) for name in needed):
        return None
    return contact.words.format(**values)
