"""A message that is not in English: the one fixed text of its language, with whom to ring where they live."""

from __future__ import annotations

from waymark.dialogue.answering import Known
from waymark.dialogue.danger import led_by_danger
from waymark.dialogue.reply import Button, Reply, Said, Turn
from waymark.dialogue.situation import Situation
from waymark.dialogue.words import payload
from waymark.knowledge.languages import told_in
from waymark.knowledge.schema import SIMPLE_ENGLISH, Language

TOPIC = "accessibility"


def in_their_language(situation: Situation, known: Known) -> Reply:
    """The text, a line in English in case the language was taken for another, and a person.

    The topic talked about before stays; without one it is this, so that a place said next brings whom to ask there.
    """
    home = situation.home_for("person")
    language = known.knowledge.languages.text_for(situation.language or SIMPLE_ENGLISH)
    person = Button(known.words.say("utter_button_person"), payload("ask", topic="contact_person"))
    lang = None if language.id == SIMPLE_ENGLISH else language.id
    said = [Said(told_in(language, home, known.knowledge), lang=lang), Said(_in_english(language, known), (person,))]
    remember = {} if situation.topic else {"topic": TOPIC}
    reply = Reply(said, Turn("contact", TOPIC, (), home), remember)
    return led_by_danger(reply, situation.danger, home, known.knowledge)


def _in_english(language: Language, known: Known) -> str:
    if language.id == SIMPLE_ENGLISH:
        return known.words.say("utter_language_unknown")
    return known.words.say("utter_language", language=language.english_name, own_name=language.own_name)
