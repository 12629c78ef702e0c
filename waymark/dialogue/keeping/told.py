"""'What I told you' in at most three sentences of the carer's own voice, to read out on the phone. Nothing is made up."""

from __future__ import annotations

from typing import List, Optional, Sequence

from waymark.dialogue.situation import Situation
from waymark.knowledge.homes import Home
from waymark.knowledge.knowledge import Knowledge

#: Topics named, the newest ones: more would be no short sentence.
MOST_TOPICS = 4
#: How a line that is a sentence of the carer's own begins; others are notes with a heading, or to be filled in by hand.
_SENTENCE = ("I ", "I'", "We ", "My ")
#: Writers who do not look after the person themselves: of them, nothing of the kind is said.
_NO_CARERS = frozenset({"professional", "third_person", "person_cared_for"})


def what_i_told(
    situation: Situation, who: Optional[str], topics: Sequence[str], points: Sequence[str], knowledge: Knowledge
) -> str:
    """The sentences; empty where nothing is known.

    `who` is the word the carer used, after the relationship it stands for ("parent/mum"). `topics` were asked about,
    oldest first. `points` are lines that guides made of answers; the first that is a sentence counts.
    """
    cares = situation.voice not in _NO_CARERS
    person = _person(situation, who, knowledge) if cares else ""
    where = _where(situation, knowledge) if cares else ""
    asked = _asked(topics, knowledge)
    point = next((each.strip().rstrip(".") for each in points if each.startswith(_SENTENCE)), "")
    if point and where and asked:
        where, asked = _joined([where, asked], knowledge), ""
    return " ".join(_sentence(each) for each in (person, where, point, asked) if each)


def _person(situation: Situation, who: Optional[str], knowledge: Knowledge) -> str:
    words = knowledge.keep.told
    about = [words.aged.format(age=situation.person_age)] if situation.person_age is not None else []
    known = knowledge.keep.conditions
    about += [known[each] for each in sorted(situation.conditions) if each in known]
    person = _called(situation.relationship, who, knowledge)
    caring = ""
    if person and about:
        caring = words.person_who.format(person=person, about=_joined(about, knowledge))
    elif person:
        caring = words.person.format(person=person)
    elif about:
        caring = words.someone_who.format(about=_joined(about, knowledge))
    own = words.own_age.format(age=situation.carer_age) if situation.carer_age is not None else ""
    return _joined([each for each in (own, caring) if each], knowledge)


def _called(relationship: Optional[str], who: Optional[str], knowledge: Knowledge) -> Optional[str]:
    """'my mum'; 'a parent' where no word of the carer's own is known."""
    people = knowledge.keep.people
    kin, _, word = (who or "").partition("/")
    nearer = people.get(word) if word and kin == relationship else None
    return nearer or people.get(relationship or "")


def _where(situation: Situation, knowledge: Knowledge) -> str:
    words = knowledge.keep.told
    carer, person = place_name(situation.carer_home, knowledge), place_name(situation.person_home, knowledge)
    if carer and carer == person:
        return words.both_live.format(place=carer)
    parts = [words.carer_lives.format(place=carer)] if carer else []
    parts += [words.person_lives.format(place=person)] if person else []
    return _joined(parts, knowledge)


def place_name(home: Home, knowledge: Knowledge) -> Optional[str]:
    """The town, council or nation; never anything nearer."""
    if home.place:
        place = knowledge.places[home.place]
        council = knowledge.council_name(home.council) if home.council and len(place.councils) > 1 else None
        return knowledge.keep.told.council.format(council=council) if council else place.name
    return home.town or (knowledge.area_label(home.nation) if home.nation else None)


def _asked(topics: Sequence[str], knowledge: Knowledge) -> str:
    named = [knowledge.keep.topics[name] for name in dict.fromkeys(topics) if name in knowledge.keep.topics]
    return knowledge.keep.told.asked.format(topics=_joined(named[-MOST_TOPICS:], knowledge)) if named else ""


def _joined(parts: List[str], knowledge: Knowledge) -> str:
    """'a break, money and work'."""
    *others, last = parts or [""]
    return f"{', '.join(others)} {knowledge.keep.told.and_} {last}" if others else last


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."
