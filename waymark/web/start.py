"""What a chat shows before the first message: `GET /api/start`. Every word comes from the knowledge or domain.yml."""

from __future__ import annotations

from typing import Any, Dict, List, Optional

from waymark.dialogue.danger import contacts_for
from waymark.dialogue.opening import reachable
from waymark.dialogue.words import Words
from waymark.knowledge.homes import NOWHERE, Home, read_home
from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.schema import DangerContact, Support, pick

ABOUT, PLAIN = "/about", "/plain"
#: Seconds that an answer may be kept: hours in it say "open now".
KEEP_S = 300
#: The topic whose `first_contact` says whom to ring at a council of ours.
_PERSON = "contact_person"
#: Support whose number is given when nothing else can be.
PERSON_TO_RING = "carers-uk-helpline"


def preset_home(name: Optional[str], knowledge: Knowledge) -> Home:
    """The home that a site names: a place, a council of one, or a nation; `NOWHERE` for anything else."""
    return read_home(preset_key(name, knowledge), knowledge)


def preset_key(name: Optional[str], knowledge: Knowledge) -> Optional[str]:
    """The same as a key of waymark/knowledge/homes.py."""
    if not name:
        return None
    for place in knowledge.places.values():
        councils = [council.id for council in place.councils]
        if name in councils:
            return f"{place.id}/{name}"
        if name == place.id:
            return f"{place.id}/{councils[0]}" if len(councils) == 1 else place.id
    return name if name in knowledge.lists["areas"] and read_home(name, knowledge) != NOWHERE else None


def start(name: Optional[str], knowledge: Knowledge, words: Words, version: str) -> Dict[str, Any]:
    """The whole answer, for a site that names this place or none."""
    home = preset_home(name, knowledge)
    return {
        "version": version,
        "privacy": knowledge.page.privacy,
        "about_url": ABOUT,
        "plain_url": PLAIN,
        "neutral_url": knowledge.page.neutral_url,
        "welcome": {"messages": [welcome(words)]},
        "person": person(home, knowledge),
        "danger": in_danger(home, knowledge),
        "place": _place(home, knowledge),
    }


def welcome(words: Words) -> Dict[str, Any]:
    """The first message, in the form of all others."""
    said = words.response("utter_welcome")
    buttons = [{"title": button.title, "payload": button.payload} for button in said.buttons]
    return {"text": said.text, "buttons": buttons, "cards": [], "question": None, "lang": None, "keep": None}


def person(home: Home, knowledge: Knowledge) -> Dict[str, Any]:
    """Whom to ring from this home."""
    support = _person(home, knowledge)
    hours = support.contact.hours
    return {
        "name": support.name.split(":")[0].split(" (")[0],  # without what explains it on a card
        "phone": support.contact.phone,
        "hours": hours.words if hours else None,
        "open_now": reachable(hours.osm if hours else None, home.nation, knowledge.page.hours),
        "web": support.contact.web,
    }


def in_danger(home: Home, knowledge: Knowledge) -> List[Dict[str, Any]]:
    """Whom to reach in danger from this home: the line, and the number to ring or to text where there is one."""
    return [
        {"text": line, **_number(contact)} for contact, line in contacts_for(knowledge.page.danger, home, knowledge)
    ]


def _number(contact: DangerContact) -> Dict[str, str]:
    if contact.phone:
        return {"phone": contact.phone}
    if contact.sms:
        return {"sms": contact.sms, **({"sms_body": contact.sms_keyword} if contact.sms_keyword else {})}
    return {}


def _person(home: Home, knowledge: Knowledge) -> Support:
    topic = knowledge.topics.get(_PERSON)
    firsts = topic.first_contact if topic else {}
    named = [firsts[scope].support for scope in home.scopes if scope in firsts]
    named += [pick(knowledge.page.person, *home.scopes) or PERSON_TO_RING, PERSON_TO_RING]
    found = (knowledge.supports.get(name) for name in named)
    return next(each for each in found if each and each.is_live and each.shows_numbers and each.contact.phone)


def _place(home: Home, knowledge: Knowledge) -> Optional[Dict[str, Any]]:
    if home == NOWHERE:
        return None
    key = home.place or home.nation or ""
    council = knowledge.council_name(home.council) if home.council else None
    return {"id": key, "name": knowledge.area_label(key), "nation": home.nation, "council": council}
