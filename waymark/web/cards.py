"""A support as carers see it: the card of the contract."""

from __future__ import annotations

from typing import Any, Dict, Optional

from waymark.dialogue.opening import opens
from waymark.knowledge.hours import open_now
from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.schema import Support


def card(name: str, why: str, knowledge: Knowledge, nation: Optional[str] = None) -> Optional[Dict[str, Any]]:
    """The card of support `name`; None when it is no longer live. Absent values are None.

    A number, address or hours show only where a page confirms them. `nation` decides the bank holidays.
    """
    support = knowledge.supports.get(name)
    if support is None or not support.is_live:
        return None
    contact = support.contact
    sure = support.shows_numbers
    hours = contact.hours if sure else None
    osm = hours.osm if hours else None
    where = nation or _nation(support, knowledge)
    return {
        "id": support.id,
        "name": support.name,
        "organisation": support.organisation,
        "areas": support.areas,
        "topics": support.topics,
        "summary": support.summary,
        "phone": _noted(contact.phone, contact.phone_note) if sure else None,
        "sms": _noted(contact.sms, f"text {contact.sms_keyword}" if contact.sms_keyword else None) if sure else None,
        "relay": contact.relay if sure else None,
        "bsl": contact.bsl if sure else None,
        "email": contact.email if sure else None,
        "web": contact.web,
        "hours": hours.words if hours else None,
        "open_now": open_now(osm, where),
        "opens": opens(osm, where, knowledge.page.hours),
        "cost": support.cost,
        "checked_on": support.review.checked_on.isoformat(),
        "source": support.source.url,
        "why": why,
    }


def _noted(number: Optional[str], note: Optional[str]) -> Optional[str]:
    return f"{number} ({note})" if number and note else number


def _nation(support: Support, knowledge: Knowledge) -> Optional[str]:
    area = support.areas[0]
    return knowledge.places[area].nation if area in knowledge.places else area if area != "uk" else None
