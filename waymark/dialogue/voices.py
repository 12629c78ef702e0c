"""What changes with who writes: a parent, somebody at work, somebody for another, or the person looked after."""

from __future__ import annotations

from typing import Optional

from waymark.dialogue.situation import Situation

PARENTS, YOUNG_CARERS, PROFESSIONALS = "parent_carers", "young_carers", "professionals"
#: What a parent of a child under age asks of adults' services -> the answer for parents; empty: the topic's own.
_FOR_PARENTS = {
    "carer_assessment": "parent-carers-assessment",
    "breaks": "short-breaks-for-my-child",
    "choosing_care": "",
}
#: What someone who writes at work asks about as anybody does; any other topic is answered as a professional's.
_AT_WORK_TOO = frozenset(
    "professionals young_carers safeguarding crisis feedback accessibility contact_person have_your_say".split()
)
#: The answer for a grown-up who asks for a child who cares.
_FOR_A_CHILD_WHO_CARES = "worried-about-a-child-who-cares"
_GROWN_UPS = frozenset({"third_person", "person_cared_for", "parent_carer"})
#: Who writes, where it is not the carer -> the line that says whom the words are for.
_WORDS_FOR_ANOTHER = {"third_person": "utter_for_another", "person_cared_for": "utter_for_the_cared_for"}
#: Topics on which people who write for another do something themselves.
_THE_WRITERS_OWN = frozenset("professionals feedback have_your_say accessibility safeguarding crisis".split())


def topic_for_them(situation: Situation) -> Optional[str]:
    """The topic that the main one is answered as, because of who writes; None where it is answered as itself."""
    asked = situation.topics[0]
    if situation.voice_now == "professional" and asked not in _AT_WORK_TOO:
        return PROFESSIONALS
    if situation.is_for_a_child and asked in _FOR_PARENTS:
        return PARENTS
    return None


def answer_for_them(situation: Situation, topic: str) -> Optional[str]:
    """Id of the answer about `topic` that suits who writes, where the topic's own is written for somebody else."""
    if topic == PARENTS and situation.is_for_a_child and situation.topics:
        return _FOR_PARENTS.get(situation.topics[0]) or None
    if topic == YOUNG_CARERS and situation.voice_now in _GROWN_UPS:
        return _FOR_A_CHILD_WHO_CARES
    return None


def line_for_them(situation: Situation, topic: str, answer: Optional[str]) -> Optional[str]:
    """Name of the line that says whom the words are for; None where they are for the writer."""
    if topic in _THE_WRITERS_OWN or answer == _FOR_A_CHILD_WHO_CARES:
        return None
    return _WORDS_FOR_ANOTHER.get(situation.voice_now or "")


def is_worn_down(situation: Situation) -> bool:
    """Whether the writer is, and not the one they write about."""
    return situation.strained and situation.voice_now not in _WORDS_FOR_ANOTHER
