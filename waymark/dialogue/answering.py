"""The main job: answer a topic for this carer, with supports, one next step, and the place asked once.

Reads top to bottom as the reply is built: danger line, the hearing line, the answer, the cards, the next step.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, List, Optional, Sequence, Tuple

from waymark.dialogue.choose import MOST_CARDS, Chosen, choose, serves
from waymark.dialogue.danger import possible_text
from waymark.dialogue.offering import guide_buttons
from waymark.dialogue.reply import Button, Reply, Said, Shown, Turn
from waymark.dialogue.situation import YOUNG_ADULT_BEFORE, Situation
from waymark.dialogue.texts import told
from waymark.dialogue.voices import answer_for_them, is_worn_down, line_for_them, topic_for_them
from waymark.dialogue.where import place_question, where_note
from waymark.dialogue.why import why
from waymark.dialogue.words import Words, payload
from waymark.knowledge.homes import Home
from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.schema import Answer, Topic

#: Similarity from which a common question is answered with its own answer.
SAME_QUESTION = 0.72
#: The same when the classifier found another topic: the question must be nearly the same.
SAME_QUESTION_ELSEWHERE = 0.80
#: Confidence from which a topic is answered even though the message may speak of danger to the writer.
CLEAR_TOPIC = 0.25
#: Topics whose words and supports suit a child; any other need of a child is answered as a young carer's.
FOR_THE_YOUNG = frozenset(
    {"young_carers", "contact_person", "crisis", "feedback", "accessibility", "young_adult_carers"}
)
_STATUS = {"feedback": "feedback", "contact_person": "contact", "crisis": "contact"}
#: Topics that are about feelings or heavy things, where being heard comes before being told.
_NO_HEARING_LINE = {
    "contact_person",
    "feedback",
    "professionals",
    "have_your_say",
    "accessibility",
    "events_activities",
}


@dataclass(frozen=True)
class Known:
    """What every skill works with."""

    knowledge: Knowledge
    words: Words


def answer(situation: Situation, known: Known, most: int = MOST_CARDS, leave_out: Sequence[str] = ()) -> Reply:
    """Answer the first topic of the situation; a second need gets its title as the first button.

    At most `most` cards are shown, and none of the supports `leave_out`.
    """
    name = main_topic(situation, known.knowledge)
    if name is None:
        return only_whom_to_reach(situation, known)
    topic = known.knowledge.topics[name]
    home = situation.home_for(topic.home)
    common = _common(situation, topic, home, known)
    chosen = _chosen(situation, topic, common, home, known, most, leave_out)
    status = status_of(topic.id)
    where = situation.told_home_for(topic.home)
    question, ask_buttons, asked = place_question(situation, where, topic, known.knowledge, known.words)
    note = where_note(situation, home, known.knowledge, known.words)
    if _same_again(situation, topic, common, home, chosen):
        return same_again(situation, topic, home, known)
    said = [Said(_opening(situation, topic, common, home, known))]
    if chosen:
        said.append(cards_message(chosen, situation, topic.id, home, known))
    last = [note, _next_step(topic, common, home, known), question]
    buttons = [*ask_buttons, *([] if home.shared else _onward(situation, topic, chosen, known))]
    said.append(Said("\n\n".join(part for part in last if part), tuple(buttons)))
    return Reply(
        said,
        Turn(status, topic.id, (), home, situation.danger, None, common.id if common else None),
        _remember(topic, common, chosen, home, asked),
    )


def main_topic(situation: Situation, knowledge: Knowledge) -> Optional[str]:
    """The topic to answer; None when a possible danger leaves room for nothing but whom to reach.

    Behind a dark message with no clear topic stands the danger, not a form or a complaint.
    """
    if situation.danger and situation.confidence < CLEAR_TOPIC:
        return knowledge.danger_replies[situation.danger.kind].topic
    if situation.is_young and situation.topics[0] not in FOR_THE_YOUNG:
        return "young_carers"
    fitting = [name for name in situation.topics if not _for_someone_younger(name, situation)]
    return topic_for_them(situation) or (fitting[0] if fitting else situation.topics[0])


def _for_someone_younger(topic: str, situation: Situation) -> bool:
    """Whether a topic of the young was found although the writer told a grown-up's age."""
    return topic in ("young_carers", "young_adult_carers") and (situation.carer_age or 0) >= YOUNG_ADULT_BEFORE


def only_whom_to_reach(situation: Situation, known: Known) -> Reply:
    """A possible emergency: whom to reach, and nothing else."""
    assert situation.danger is not None
    home = situation.home_for("person")
    text = possible_text(situation.danger, home, known.knowledge)
    person = Button(known.words.say("utter_button_person"), payload("ask", topic="contact_person"))
    return Reply([Said(text, (person,))], Turn("contact", None, (), home, situation.danger))


def _same_again(situation: Situation, topic: Topic, common: Optional[Answer], home: Home, chosen: List[Chosen]) -> bool:
    """Whether this reply would be, word for word, the one given last."""
    if situation.danger or common or situation.answered_home != _key(home) or situation.answered != topic.id:
        return False
    return bool(chosen) and situation.answered_with is None


def same_again(situation: Situation, topic: Topic, home: Home, known: Known) -> Reply:
    """More about the topic just answered: other supports and the next step, without the same words again."""
    chosen = choose(situation, known.knowledge, topic.id, home, leave_out=situation.shown)
    said = [cards_message(chosen, situation, topic.id, home, known, lead="utter_same_topic")] if chosen else []
    person = Button(known.words.say("utter_button_person"), payload("ask", topic="contact_person"))
    said.append(Said(_next_step(topic, None, home, known), (*_onward(situation, topic, chosen, known), person)))
    shown = [*situation.shown, *(each.support.id for each in chosen)]
    return Reply(said, Turn(status_of(topic.id), topic.id, (), home), {"shown": shown})


def _key(home: Home) -> str:
    """A home as a slot remembers it."""
    return "/".join(home.scopes) or home.shared or ""


def status_of(topic: str) -> str:
    """The turn status of an answered topic."""
    return _STATUS.get(topic, "answered")


def cards_message(
    chosen: List[Chosen], situation: Situation, topic: str, home: Home, known: Known, lead: str = "utter_cards"
) -> Said:
    """The supports as cards, and as a list of names and numbers for channels without cards."""
    name = "utter_cards_local" if lead == "utter_cards" and chosen[0].local else lead
    place = known.knowledge.area_label(home.place) if home.place else ""
    lines = [f"- {_in_a_line(each)}" for each in chosen]
    cards = tuple(
        Shown(each.support.id, why(each.support, situation, topic, home, known.knowledge, known.words))
        for each in chosen
    )
    return Said(known.words.say(name, place=place) + "\n\n" + "\n".join(lines), (), cards)


def _in_a_line(chosen: Chosen) -> str:
    support = chosen.support
    reach = (
        support.contact.phone
        if support.shows_numbers and support.contact.phone
        else support.contact.web or support.organisation
    )
    return (
        f"**{support.name}** ({support.organisation}): {reach}"
        if support.organisation != support.name
        else f"**{support.name}**: {reach}"
    )


def _common(situation: Situation, topic: Topic, home: Home, known: Known) -> Optional[Answer]:
    """The answer to the very question asked about this topic, else the one that suits who writes, else any asked for."""
    asked = _common_question(situation, topic, home, known)
    return asked if asked and asked.topic == topic.id else _for_them(situation, topic, home, known) or asked


def _for_them(situation: Situation, topic: Topic, home: Home, known: Known) -> Optional[Answer]:
    found = known.knowledge.answers.get(answer_for_them(situation, topic.id) or "")
    return found if found and told(found.words, home, known.knowledge, known.words) else None


def _common_question(situation: Situation, topic: Topic, home: Home, known: Known) -> Optional[Answer]:
    found = situation.question
    if found is None or found.id not in known.knowledge.answers:
        return None
    common = known.knowledge.answers[found.id]
    if situation.is_young and common.topic not in FOR_THE_YOUNG:
        return None
    if found.score < (SAME_QUESTION if common.topic == topic.id else SAME_QUESTION_ELSEWHERE):
        return None
    elsewhere = bool(home.scopes) and not set(common.only_in) & set(home.scopes)
    if common.only_in and elsewhere and found.score < SAME_QUESTION_ELSEWHERE:
        return None
    return common if told(common.words, home, known.knowledge, known.words) else None


def _chosen(
    situation: Situation,
    topic: Topic,
    common: Optional[Answer],
    home: Home,
    known: Known,
    most: int,
    out: Sequence[str],
) -> List[Chosen]:
    named = [name for name in (common.supports if common else []) if serves(known.knowledge.supports[name], home)]
    first = None if named else first_contact(topic, home, known.knowledge)
    if situation.is_young and topic.id != "young_carers":
        first = None  # the first contacts of other topics serve adults
    return choose(situation, known.knowledge, topic.id, home, [first] if first else named, leave_out=out, most=most)


def first_contact(topic: Topic, home: Home, knowledge: Knowledge) -> Optional[str]:
    """Id of the support to show first about a topic, where the place has one that serves this home."""
    contact = next((topic.first_contact[scope] for scope in home.scopes if scope in topic.first_contact), None)
    support = knowledge.supports.get(contact.support) if contact else None
    return support.id if support and serves(support, home) else None


def _opening(situation: Situation, topic: Topic, common: Optional[Answer], home: Home, known: Known) -> str:
    parts = []
    if situation.danger:
        parts.append(possible_text(situation.danger, home, known.knowledge))
    elif is_worn_down(situation) and topic.id not in _NO_HEARING_LINE:
        parts.append(known.words.say("utter_heard"))
    source = common.words if common else topic.answer
    parts.append(told(source, home, known.knowledge, known.words) or known.words.say("utter_no_text"))
    line = line_for_them(situation, topic.id, common.id if common else None)
    if line:
        parts.append(known.words.say(line))
    return "\n\n".join(parts)


def _next_step(topic: Topic, common: Optional[Answer], home: Home, known: Known) -> str:
    """One thing to do. The answer's own step when it is at least as local as the topic's."""
    contacts = {scope: contact.words for scope, contact in topic.first_contact.items()}
    options = [
        variants for variants in (common.next_step if common else None, {**contacts, **topic.next_step}) if variants
    ]
    best = max(options, key=lambda variants: _nearness(variants, home))
    step = told(best, home, known.knowledge, known.words)
    return known.words.say("utter_next_step", step=step) if step else ""


def _nearness(variants: Dict[str, str], home: Home) -> int:
    scopes = home.scopes
    return next((len(scopes) - index for index, scope in enumerate(scopes) if scope in variants), 0)


def _onward(situation: Situation, topic: Topic, chosen: List[Chosen], known: Known) -> List[Button]:
    """At most three ways on: the second need, a guide, related topics, and more of the same."""
    guides = guide_buttons(situation, topic.id, situation.home_for(topic.home), known.knowledge)
    seconds, related = (
        [
            Button(known.knowledge.topics[name].title, payload("ask", topic=name))
            for name in names
            if _leads_on(name, topic, known)
        ]
        for names in (situation.topics[1:], topic.related)
    )
    buttons = list({button.payload: button for button in (*seconds, *guides, *related)}.values())[:2]
    if len(chosen) >= MOST_CARDS:
        buttons.append(Button(known.words.say("utter_button_more"), payload("more")))
    return buttons


def _leads_on(name: str, topic: Topic, known: Known) -> bool:
    return name in known.knowledge.topics and name != topic.id


def _remember(
    topic: Topic, common: Optional[Answer], chosen: List[Chosen], home: Home, asked: Optional[str]
) -> Dict[str, Any]:
    remember: Dict[str, Any] = {
        "topic": topic.id,
        "answered": topic.id,
        "answered_home": _key(home),
        "question": common.id if common else None,
        "shown": [each.support.id for each in chosen],
    }
    if asked:
        remember["asked_where"] = asked
    if home.town and not home.place:
        remember["told_not_local"] = home.town
    return remember


def offered(names: Tuple[str, ...], known: Known) -> List[Button]:
    """Topics as buttons in carers' words."""
    return [
        Button(known.knowledge.topics[name].title, payload("ask", topic=name))
        for name in names
        if name in known.knowledge.topics
    ]
