"""Which short messages are read as follow-ups on what was shown, and which never are."""

from __future__ import annotations

import re
from typing import Dict, List, Optional, Tuple

import pytest

from waymark.knowledge.follow_ups import KINDS, expression
from waymark.language.follow_ups.reader import FollowUp, FollowUpReader
from waymark.operations.paths import KNOWLEDGE

SAID: Dict[str, List[str]] = {
    "number": [
        "What's their phone number?",
        "and the number?",
        "ok thanks, how do i ring them",
        "number please",
        "can you give me the number for the helpline",
        "wots there number",
        "Have they got a phone number?",
    ],
    "weekend": [
        "what about weekends",
        "Are they open on Sundays?",
        "can I ring them at the weekend",
        "do they work saturdays",
        "is the second one open on Saturday morning",
        "and on Saturdays and Sundays?",
    ],
    "hours": [
        "are they open now?",
        "is it still open",
        "What time do they close?",
        "opening hours?",
        "can i phone them tonight",
        "when is the carers centre open",
        "will anyone answer now",
    ],
    "accessible": [
        "Is it wheelchair accessible?",
        "have they got an interpreter",
        "is there a ramp",
        "do they speak polish",
        "do they have a hearing loop?",
        "is it step free",
    ],
    "condition": [
        "have you got it for someone with DEMENTIA",
        "is there one for people with DEMENTIA?",
        "and for DEMENTIA",
        "do they help with DEMENTIA",
        "what about my dad with DEMENTIA",
        "anything for somebody who has DEMENTIA",
    ],
    "place": [
        "And in STOCKPORT?",
        "what about STOCKPORT",
        "is there one near STOCKPORT",
        "anything in STOCKPORT instead",
        "do they cover STOCKPORT",
        "have you got any in STOCKPORT",
    ],
    "why": [
        "why did you show me that?",
        "why are you telling me about this",
        "Why this one",
        "how did you choose these",
        "why did you suggest the first one",
        "what's that got to do with me",
    ],
    "address": [
        "Where are they?",
        "where is it based",
        "what is the address",
        "can i just drop in",
        "how do I get there",
        "where's the second one",
    ],
    "web": [
        "do they have a website?",
        "send me the link",
        "web address?",
        "what's their web page",
        "are they online",
        "can I look them up online",
    ],
    "email": [
        "What's their e-mail address?",
        "can i email them instead",
        "email address please",
        "do they have an email",
        "how do i email them",
        "have you got an email for them",
    ],
    "cost": [
        "is it free?",
        "Does it cost anything",
        "how much do they charge",
        "do we have to pay for it",
        "is there a fee",
        "is the first one free",
        "will they charge me",
    ],
    "for_whom": [
        "who is it for?",
        "is it only for carers",
        "who can use it",
        "are they for anyone",
        "who are these for",
        "is the last one for young carers",
    ],
    "more_about": [
        "tell me more",
        "Can you tell me more about that one?",
        "more info",
        "what do they do",
        "what is it exactly",
        "I want more details about them",
    ],
    "which_one": [
        "the second one",
        "2nd one",
        "I meant the last one",
        "number 3",
        "what about the first one?",
        "the other one",
        "the third service sounds good",
    ],
    "about": [
        "who pays for it",
        "how long does it take?",
        "Can my brother come too",
        "how do i apply for it",
        "what if they say no",
        "is it means tested",
        "am I eligible",
    ],
}

NOT = [
    "is carer's allowance free of tax",
    "what is the number of hours for carer's allowance",
    "they hit me",
    "he is open about wanting to die",
    "I need a break at weekends",
    "my second one was worse",
    "where can I get a wheelchair",
    "can my brother be made to help",
    "how long does probate take",
    "why me",
    "why does he hit me",
    "who are you",
    "what do I do now",
    "tell me about carer's allowance",
    "and dad fell in Stockport last week",
    "my mum has dementia",
    "what is a carer's assessment",
    "is respite free",
    "they won't give me a number for the social worker and I've asked for it three times now already",
    "are the day centres open in the school holidays",
    "yes",
    "thanks",
    "more",
    "Stockport",
    "2",
]


@pytest.fixture(scope="module")
def reader() -> FollowUpReader:
    return FollowUpReader(KNOWLEDGE)


def read(reader: FollowUpReader, text: str) -> Optional[FollowUp]:
    """As the pipeline reads it: the names in capitals are those that were found in it."""

    def spans(name: str) -> List[Tuple[int, int]]:
        start = text.find(name)
        return [(start, start + len(name))] if start >= 0 else []

    return reader.read(text, spans("STOCKPORT") + spans("Stockport"), spans("DEMENTIA") + spans("dementia"))


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in SAID.items() for text in texts])
def test_a_follow_up_is_read_with_its_kind(reader: FollowUpReader, kind: str, text: str) -> None:
    found = read(reader, text)
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize("text", NOT)
def test_what_speaks_for_itself_is_no_follow_up(reader: FollowUpReader, text: str) -> None:
    assert read(reader, text) is None


def test_every_kind_is_read_in_six_ways_at_least() -> None:
    assert set(SAID) == set(KINDS)
    assert all(len(texts) >= 6 for texts in SAID.values())


@pytest.mark.parametrize(
    ("text", "which"),
    [
        ("the first one", 0),
        ("is the second one free", 1),
        ("what's the number for the third one", 2),
        ("the last one", -1),
        ("number 2", 1),
        ("2nd one please", 1),
        ("are they open now", None),
    ],
)
def test_which_of_those_shown(reader: FollowUpReader, text: str, which: Optional[int]) -> None:
    found = read(reader, text)
    assert found is not None
    assert (found.which, found.is_other) == (which, False)


@pytest.mark.parametrize("text", ["the other one", "what about the next one"])
def test_the_other_one_is_neither_first_nor_last(reader: FollowUpReader, text: str) -> None:
    found = read(reader, text)
    assert found is not None
    assert (found.which, found.is_other) == (None, True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("what's the number for Carers UK?", "carers uk"),
        ("is the carers centre open now", "carers centre"),
        ("tell me more about the young carers project", "young carers project"),
        ("what's their number", None),
    ],
)
def test_what_it_is_called(reader: FollowUpReader, text: str, name: Optional[str]) -> None:
    found = read(reader, text)
    assert found is not None
    assert (found.name or "").removeprefix("the ") == (name or "")


def test_a_long_message_is_never_one(reader: FollowUpReader) -> None:
    assert read(reader, "what's their number " * 4) is None


def test_a_marker_that_is_not_known_is_told() -> None:
    with pytest.raises(re.error, match="is none of"):
        expression("what about {them}")
