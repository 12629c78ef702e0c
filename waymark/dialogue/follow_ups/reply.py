"""The reply to a follow-up.

Read top to bottom as it is decided: a choice between topics, the same elsewhere, the topic, then one or all supports shown.
"""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import List, Optional, Tuple

from waymark.dialogue.answering import Known, answer, status_of
from waymark.dialogue.follow_ups.asked import Asked, Listing
from waymark.dialogue.follow_ups.details import DETAILS, About, more
from waymark.dialogue.follow_ups.topic import ask_them, for_condition, question_of_topic
from waymark.dialogue.follow_ups.which import is_beyond, meant
from waymark.dialogue.placing import danger_here, place_said
from waymark.dialogue.reply import Button, Reply, Said, Shown, Turn
from waymark.dialogue.situation import CommonQuestion, Situation
from waymark.dialogue.why import why
from waymark.dialogue.words import payload
from waymark.knowledge.homes import Home
from waymark.knowledge.schema import Support

#: Kinds that ask how to reach a support.
CONTACT = frozenset({"number", "hours", "weekend", "address", "web", "email"})
#: Kinds answered with all that is known of a support.
_MORE = frozenset({"more_about", "which_one"})
#: Supports told about at once.
MOST_TOLD = 3


def follow_up(
    asked: Asked,
    listing: Listing,
    situation: Situation,
    known: Known,
    near: Optional[CommonQuestion] = None,
    has_own_topic: bool = False,
    at: Optional[datetime.datetime] = None,
) -> Optional[Reply]:
    """The reply; None where there is nothing to follow up, and the message must be answered as any other.

    `near`: the common question of the topic that the message means, and `has_own_topic` whether it names one clearly by
    itself: both count only for the kind `about`. `at`: the time of day for opening hours; now when absent.
    """
    if asked.kind in _MORE and listing.topics_offered and asked.which is not None:
        return _of_those_offered(asked.which, listing, situation, known)
    if asked.kind == "place":
        return place_said(situation, known) if situation.homes_in_message else None
    if asked.kind == "condition":
        return for_condition(situation, known)
    if asked.kind == "about":
        reply = question_of_topic(near, situation, known)
        return reply or (None if has_own_topic else ask_them(situation, listing, known))
    supports = meant(asked, listing, known.knowledge)
    if not supports:
        return None
    return _told(asked, supports[:MOST_TOLD], listing, situation, known, at)


def after_danger(situation: Situation, known: Known) -> Optional[Reply]:
    """'What's their number', right after danger was told: whom to reach, once more; never a card from before."""
    kind = situation.danger_before
    if kind not in known.knowledge.danger_replies:
        return None
    home = situation.home_for("person")
    buttons = known.words.response("utter_risk").buttons
    return Reply([Said(danger_here(str(kind), home, known), buttons)], Turn("contact", situation.topic, (), home))


def _of_those_offered(which: int, listing: Listing, situation: Situation, known: Known) -> Optional[Reply]:
    """'The second one', when asked which topic is meant."""
    names = [name for name in listing.topics_offered if name in known.knowledge.topics]
    if not -1 <= which < len(names):
        return None
    return answer(replace(situation, topics=(names[which],), question=None, second_need=None, confidence=1.0), known)


def _told(
    asked: Asked,
    supports: List[Support],
    listing: Listing,
    situation: Situation,
    known: Known,
    at: Optional[datetime.datetime],
) -> Reply:
    topic = known.knowledge.topics.get(situation.topic or "")
    home = situation.home_for(topic.home if topic else "person")
    abouts = [About(support, known, home.nation, at) for support in supports]
    reasons = {card.id: card.why for card in listing.cards}
    cards: Tuple[Shown, ...] = ()
    if asked.kind in _MORE and len(abouts) == 1:
        text = more(abouts[0])
        cards = (_card(supports[0], reasons, situation, home, known),)
    elif asked.kind in _MORE:
        lines = [f"- **{each.name}**: {each.summary.strip()}" for each in supports]
        text = "\n".join([known.words.say("utter_follow_up_each"), "", *lines])
    elif asked.kind == "why":
        lines = [
            each.say("why", why=_card(each.support, reasons, situation, home, known).why.rstrip(".")) for each in abouts
        ]
        text = "\n\n".join([_listed(lines), known.words.say("utter_follow_up_why_end")])
    else:
        text = _listed([DETAILS[asked.kind](each) for each in abouts])
    if is_beyond(asked, listing):
        text = "\n\n".join([known.words.say("utter_follow_up_only", count=str(len(supports))), text])
    status = "contact" if asked.kind in CONTACT else status_of(topic.id) if topic else "answered"
    focus = supports[0].id if len(supports) == 1 else listing.focus
    seen = tuple(card.id for card in cards) or listing.seen
    now = replace(listing, cards=listing.cards or cards, focus=focus, seen=seen)
    buttons = _buttons(asked, supports, listing, known)
    turn = Turn(status, topic.id if topic else None, (), home, situation.danger)
    return Reply([Said(text, buttons, cards)], turn, {"follow_up": now.to_dict()})


def _listed(lines: List[str]) -> str:
    return lines[0] if len(lines) == 1 else "\n".join(f"- {line}" for line in lines)


def _card(support: Support, reasons: dict[str, str], situation: Situation, home: Home, known: Known) -> Shown:
    """The card of a support with the reason it was shown for."""
    topic = situation.topic or support.topics[0]
    told = reasons.get(support.id) or why(support, situation, topic, home, known.knowledge, known.words)
    return Shown(support.id, told)


def _buttons(asked: Asked, supports: List[Support], listing: Listing, known: Known) -> Tuple[Button, ...]:
    """After one: the others that were shown. After several: each of them. And a person, where something was not known."""
    told = {support.id for support in supports}
    listed = [known.knowledge.supports[card.id] for card in listing.cards if card.id in known.knowledge.supports]
    others = [each for each in listed if each.is_live and (len(told) > 1 or each.id not in told)][:MOST_TOLD]
    person = Button(known.words.say("utter_button_person"), payload("ask", topic="contact_person"))
    if asked.kind not in _MORE:
        return (person,)
    about = [
        Button(known.words.say("utter_button_about", name=each.name), payload("follow_up", support=each.id))
        for each in others
    ]
    return (*about, person)
