"""Every topic, asked in two places and two further nations, is answered for that place and nation."""

from __future__ import annotations

from typing import Callable

import pytest

from tests.support.servers import Talk

ASKED = {
    "identification": "Am I a carer if I just do the shopping and cooking for my neighbour?",
    "breaks": "I need some respite, who can sit with my husband for a few hours?",
    "money": "What benefits can I claim for looking after my mum?",
    "mental_health": "I feel so low and lonely since I started caring for my wife",
    "carer_assessment": "How do I ask the council for a carer's assessment for myself?",
    "emergency_planning": "Who would look after my son if I was suddenly taken into hospital? I want an emergency plan",
    "hospital_discharge": "Mum is being discharged from hospital tomorrow and nobody has told me the plan",
    "carer_health": "How do I get a flu jab as a carer and tell my GP that I look after someone?",
    "young_carers": "Is there a young carers group for my daughter who helps look after her brother at home?",
    "young_adult_carers": "I'm 19, at college, and caring for my mum. Is there support for young adult carers?",
    "parent_carers": "My son has autism and an EHCP, what support is there for parents of disabled children?",
    "legal": "How do I set up power of attorney for my father?",
    "advocacy": "Can I get an independent advocate to speak up for us at meetings?",
    "work": "I work full time and care for my mum, can I ask my employer for flexible working or carer's leave?",
    "education_training": "Is there a course for carers on moving and handling?",
    "choosing_care": "How do I find a good care home for my father and who pays the fees?",
    "practical_help": "Can we get a stairlift and a ramp or other equipment at home?",
    "condition_support": "Where can I find information about living with someone who has dementia?",
    "peer_support": "I'd like to meet other carers at a support group",
    "events_activities": "What activities and days out are on for carers, is there a cinema card?",
    "accessibility": "Do you have this in large print or Easy Read, or with a BSL interpreter?",
    "feedback": "I want to make a complaint about the social worker",
    "life_after_caring": "My husband died last month after I cared for him for ten years, what do I do now?",
    "crisis": "Which number do I ring at night if I need help with caring?",
    "safeguarding": "How do I report concerns about neglect of a vulnerable adult?",
    "professionals": "I am a practice nurse, how can our surgery identify and refer carers?",
    "have_your_say": "How can carers have a say in the council's carers strategy?",
    "contact_person": "Can I talk to a real person please?",
}
HOMES = [
    ("in Lochee", "dundee", "scotland"),
    ("in Cheadle Hulme", "stockport", "england"),
    ("in Cardiff", None, "wales"),
    ("in Belfast", None, "northern_ireland"),
]
_ANSWERED = {"feedback": "feedback", "contact_person": "contact", "crisis": "contact"}


@pytest.mark.parametrize("topic", ASKED)
@pytest.mark.parametrize(("where", "place", "nation"), HOMES)
def test_topic_is_answered_there(another: Callable[[], Talk], topic: str, where: str, place: str, nation: str) -> None:
    carer = another()
    carer.says(f"We live {where}.")
    assert (carer.place, carer.nation) == (place, nation)
    carer.says(ASKED[topic])
    assert (carer.topic, carer.status) == (topic, _ANSWERED.get(topic, "answered"))
    assert (carer.place, carer.nation) == (place, nation)
    assert "**Next step:**" in carer.text
    assert "{" not in carer.text
    assert "None" not in carer.text
    allowed = {"uk", nation, *([place] if place else [])}
    for card in carer.cards:
        assert allowed & set(card["areas"]), f"{card['id']} does not serve {place or nation}"
    if place:
        assert carer.cards, "every topic has help to show in our places"
    if nation == "scotland":
        assert "carer's assessment" not in carer.text
    if nation == "northern_ireland":
        assert "111" not in carer.text.replace("0800 1111", "")
