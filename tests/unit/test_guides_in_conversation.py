"""A guide in a conversation: buttons and typed answers, going back, changing, other questions, danger, stopping."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.folder import Folder
from tests.unit.talking import Talking
from waymark.dialogue.answering import Known
from waymark.dialogue.situation import Danger
from waymark.dialogue.words import Words
from waymark.knowledge.guides.answers import NOT_SURE
from waymark.knowledge.knowledge import Knowledge

CARER, NEW = "am_i_a_carer", "new_to_this"
CARRY_ON = "Carry on with: Am I a carer? Four questions"


@pytest.fixture(scope="module")
def known(knowledge: Knowledge, words: Words) -> Known:
    return Known(knowledge, words)


@pytest.fixture
def carer(known: Known) -> Talking:
    """In the guide about being a carer, at its first question."""
    return Talking(known).starts(CARER)


@pytest.fixture(scope="module")
def money(sound_folder: Folder, words: Words) -> Known:
    """With a guide of hours, job and pay."""
    return Known(sound_folder.load(), words)


def at_job(carer: Talking) -> Talking:
    return carer.types("dementia").types("washing and shopping")


# ---- the way through


def test_it_opens_with_what_it_is_for_and_the_first_question(carer: Talking) -> None:
    assert carer.status == "guide_question"
    assert carer.text.startswith("Four short questions")
    assert carer.asks == "need"
    assert carer.slots["guide_on"] is True
    assert carer.reply.turn.guide == CARER
    assert carer.reply.turn.topic == "identification"


def test_a_questions_text_stands_alone(carer: Talking) -> None:
    """For channels without buttons: question, help, numbered options."""
    assert "**Why does the person need help?**" in carer.text
    assert "It doesn't need a diagnosis." in carer.text
    assert "3. Memory or dementia" in carer.text
    assert "Question 1 of about 5" in carer.text


def test_buttons_lead_to_a_result(carer: Talking) -> None:
    carer.presses("Memory or dementia").presses("That's all")
    carer.presses("Meals, shopping, cleaning").presses("That's all").presses("No")
    carer.types("52").presses("Wales")
    assert carer.status == "guide_result"
    assert "**A carer's needs assessment: likely.**" in carer.text
    assert carer.slots["guide_on"] is False
    assert carer.slots["carer_home"] == "wales", "what was told is known to the rest of the conversation"


def test_typed_answers_lead_to_the_same_result(carer: Talking) -> None:
    at_job(carer).types("no").types("i'm fifty two").types("wales")
    assert carer.status == "guide_result"
    assert carer.answers == {
        "need": ["memory"],
        "help": ["personal", "home"],
        "job": "no",
        "age": 52,
        "nation": "wales",
    }


def test_options_are_chosen_by_number_where_there_are_no_buttons(carer: Talking) -> None:
    carer.types("1, 3").types("2").types("2")
    assert carer.answers == {"need": ["illness", "memory"], "help": ["home"], "job": "no"}


def test_pressed_options_of_several_add_up_and_typing_adds_more(carer: Talking) -> None:
    carer.presses("Memory or dementia")
    assert "Memory or dementia" not in carer.titles, "chosen already"
    assert "None of these" not in carer.titles, "goes with no other"
    carer.types("and drink")
    assert carer.answers == {"need": ["memory", "addiction"]}


def test_none_of_these_is_an_answer_at_once(carer: Talking) -> None:
    carer.presses("None of these")
    assert carer.answers == {"need": ["none"]}
    assert carer.asks == "help"


def test_thats_all_may_be_typed(carer: Talking) -> None:
    carer.presses("Mental health").types("no that's it")
    assert carer.answers == {"need": ["mental_health"]}


def test_not_sure_is_always_an_answer(carer: Talking) -> None:
    carer.types("dunno").presses("I'm not sure").types("skip")
    assert carer.answers == {"need": NOT_SURE, "help": NOT_SURE, "job": NOT_SURE}


def test_the_result_names_a_person_to_ring_and_ways_on(carer: Talking) -> None:
    at_job(carer).types("no").types("52").types("scotland")
    assert "ring **Care Information Scotland** on 0800 011 3200" in carer.text
    assert {"Change an answer", "Am I a carer?", "Talk to a person"} <= set(carer.titles)
    assert next(card.id for message in carer.reply.said for card in message.cards) == "care-information-scotland"


def test_the_result_is_kept_in_small_form(carer: Talking) -> None:
    at_job(carer).types("no").types("52").types("scotland")
    assert carer.memory["kept"] == [
        {"guide": CARER, "answers": {"need": ["memory"], "help": ["personal", "home"], "job": "no", "age": 52.0, "nation": "scotland"}, "date": "2026-11-27"}
    ]  # fmt: skip
    assert carer.reply.result is not None
    assert carer.reply.result["outcomes"][0]["about"] == "carer"


# ---- what is known already


def test_what_the_conversation_knows_is_not_asked(known: Known) -> None:
    carer = Talking(known, carer_age=52).lives("dundee").starts(CARER)
    assert "leave out what you have told me already" in carer.text
    carer.types("dementia").types("shopping").types("no")
    assert carer.status == "guide_result"
    assert "Dundee Carers Centre" in carer.text


def test_whom_they_look_after_is_known(known: Known) -> None:
    carer = Talking(known, relationship="grandparent").starts(NEW)
    assert carer.asks == "cover"


def test_a_town_typed_answers_where_they_live(carer: Talking) -> None:
    at_job(carer).types("no").types("52").types("bramhall", "say_where", home="stockport/stockport-council")
    assert carer.status == "guide_result"
    assert "Signpost for Carers" in carer.text
    assert "carer_home" not in carer.reply.remember, "the pipeline has noted the town, which says more than a nation"


def test_a_place_told_in_passing_is_noted_and_the_question_stands(carer: Talking) -> None:
    carer.types("we live in dundee", "say_where", home="dundee/dundee-city")
    assert carer.asks == "need"
    at_job(carer).types("no").types("52")
    assert carer.status == "guide_result", "the nation need not be asked"


def test_several_facts_in_one_message(money: Known) -> None:
    carer = Talking(money).lives("scotland").starts("first_steps")
    carer.types("about 40 hours, and no job")
    assert carer.answers["hours"] == 40


def test_what_was_told_of_several_before_its_turn_is_asked_with_it_chosen(known: Known) -> None:
    carer = (
        Talking(known).lives("wales").starts("money_check").types("52, and my brother gets carers allowance for mum")
    )
    assert carer.asks == "special"
    assert "You told me: Somebody else gets a carer's benefit for them." in carer.text
    assert "1. Somebody else" not in carer.text
    assert "4. I study or train" in carer.text, "numbers as in the whole list"
    assert "special" not in carer.answers
    carer.types("no")
    assert carer.answers["special"] == ["other_carer"]


def test_what_was_heard_wrongly_is_taken_back(known: Known) -> None:
    carer = (
        Talking(known).lives("wales").starts("money_check").types("52, and my brother gets carers allowance for mum")
    )
    carer.presses("None of these")
    assert carer.answers["special"] == ["none"]


def test_what_was_told_adds_to_what_is_answered(known: Known) -> None:
    carer = (
        Talking(known).lives("wales").starts("money_check").types("52, and my brother gets carers allowance for mum")
    )
    carer.types("and I'm a student")
    assert carer.answers["special"] == ["other_carer", "study"]


def test_hours_of_one_person_are_not_taken_for_a_second(known: Known) -> None:
    carer = Talking(known).lives("scotland").starts("money_check").types("52, about 40 hours a week")
    assert carer.answers["hours"] == 40
    assert "second_hours" not in carer.answers


def test_facts_in_the_message_that_asks_for_the_guide(money: Known) -> None:
    carer = Talking(money).lives("wales").starts("first_steps", "where do I start, I do 40 hours a week")
    assert carer.answers == {"hours": 40}
    assert carer.asks == "job"


# ---- money


def test_an_amount_without_a_time_is_asked_about(money: Known) -> None:
    carer = Talking(money).lives("wales").starts("first_steps").types("40").types("yes").types("1200")
    assert "Is £1,200 a week, a month or a year?" in carer.text
    assert carer.titles == ["A week", "Every four weeks", "A month", "A year"]
    carer.presses("A month")
    assert carer.answers["pay"] == 276.92


def test_the_time_may_be_typed(money: Known) -> None:
    carer = Talking(money).lives("wales").starts("first_steps").types("40").types("yes").types("£300").types("weekly")
    assert carer.answers["pay"] == 300
    assert carer.status == "guide_result"


def test_a_number_that_cannot_be_right_is_asked_about(money: Known) -> None:
    carer = Talking(money).lives("wales").starts("first_steps").types("400 hours")
    assert "too high or too low" in carer.text
    assert carer.asks == "hours"
    assert carer.answers == {}


def test_a_question_is_left_out_where_its_conditions_do_not_hold(money: Known) -> None:
    carer = Talking(money).lives("wales").starts("first_steps").types("40").types("no")
    assert carer.status == "guide_result"


# ---- going back and changing


def test_going_back_asks_the_last_question_again(carer: Talking) -> None:
    at_job(carer).types("go back")
    assert carer.asks == "help"
    carer.presses("Go back")
    assert carer.asks == "need"
    assert carer.answers == {}


def test_a_correction_changes_an_earlier_answer(money: Known) -> None:
    carer = Talking(money).lives("wales").starts("first_steps").types("40 hours").types("actually it's 30 hours")
    assert carer.answers["hours"] == 30
    assert carer.asks == "job"
    assert "I've changed that" in carer.text


def test_i_meant_is_about_the_last_answer(carer: Talking) -> None:
    at_job(carer).types("yes").types("sorry, I meant no")
    assert carer.answers["job"] == "no"
    assert carer.asks == "age"


def test_an_answer_is_changed_after_the_result(carer: Talking) -> None:
    at_job(carer).types("no").types("52").types("wales").presses("Change an answer")
    assert "4. How old are you? **52**" in carer.text
    carer.presses("How old are you?").types("15")
    assert carer.status == "guide_result"
    assert "Childline" in carer.text


def test_the_answer_to_change_may_be_chosen_by_number(carer: Talking) -> None:
    at_job(carer).types("no").types("52").types("wales").presses("Change an answer").types("5")
    assert carer.asks == "nation"
    carer.presses("Scotland")
    assert "An Adult Carer Support Plan" in carer.text
    assert carer.slots["carer_home"] == "scotland"


def test_what_was_known_can_be_changed_too(known: Known) -> None:
    carer = Talking(known, carer_age=15).lives("wales").starts(CARER)
    at_job(carer).types("no")
    assert "Childline" in carer.text
    carer.presses("Change an answer").presses("How old are you?").types("51")
    assert "Childline" not in carer.text


def test_a_question_that_a_change_opens_is_asked_and_one_it_closes_is_dropped(money: Known) -> None:
    carer = Talking(money).lives("wales").starts("first_steps").types("40").types("yes").types("£900 a week")
    assert carer.reply.result is not None
    assert carer.reply.result["outcomes"][0]["state"] == "need_to_ask"
    carer.presses("Change an answer").presses("Do you have a paid job?").presses("No")
    assert carer.reply.result["outcomes"][0]["state"] == "likely", "pay given before does not count without a job"
    assert "pay" not in {line["id"] for line in carer.reply.result["answers"]}


def test_a_button_further_up_changes_its_answer(carer: Talking) -> None:
    payload = next(button.payload for button in carer.buttons if button.title == "None of these")
    at_job(carer).sends(payload)
    assert carer.answers["need"] == ["none"]
    assert carer.asks == "job"


# ---- another question in the middle


def ask(carer: Talking, text: str = "how do I get a break?", topic: str = "breaks", **heard: Any) -> Talking:
    return carer.types(text, "ask", topics=(topic,), confidence=0.9, **heard)


def test_another_question_is_answered_and_the_guide_waits(carer: Talking) -> None:
    ask(carer.types("dementia"))
    assert carer.status == "answered"
    assert carer.reply.turn.topic == "breaks"
    assert carer.reply.turn.guide == CARER
    assert carer.titles[0] != CARRY_ON or len(carer.titles) >= 1
    assert CARRY_ON in carer.titles
    carer.presses(CARRY_ON)
    assert carer.asks == "help"
    assert carer.answers == {"need": ["memory"]}


@pytest.mark.parametrize("typed", ["yes", "carry on", "ok let's continue", "go on then"])
def test_carrying_on_may_be_typed(carer: Talking, typed: str) -> None:
    ask(carer.types("dementia")).types(typed, "affirm" if typed == "yes" else "nlu_fallback")
    assert carer.asks == "help"
    assert carer.answers == {"need": ["memory"]}


def test_no_after_another_question_is_no_answer(carer: Talking) -> None:
    ask(at_job(carer)).types("no", "deny")
    assert "job" not in carer.answers
    assert CARRY_ON in carer.titles


def test_a_plain_answer_after_another_question_is_taken(carer: Talking) -> None:
    ask(carer).types("dementia")
    assert carer.answers == {"need": ["memory"]}


def test_an_answer_is_an_answer_even_if_it_sounds_like_a_topic(money: Known) -> None:
    carer = Talking(money).lives("wales").starts("first_steps")
    carer.types("about 40 hours", "ask", topics=("money",), confidence=0.9)
    assert carer.answers == {"hours": 40}


def test_a_question_that_holds_an_options_word_is_no_answer(carer: Talking) -> None:
    ask(carer, "what help is there for dementia?", "breaks")
    assert carer.answers == {}
    assert carer.status == "answered"


def test_pressing_another_topics_button_is_another_question(carer: Talking) -> None:
    carer.sends('/ask{"topic": "contact_person"}')
    assert carer.status == "contact"
    assert CARRY_ON in carer.titles


def test_a_message_outside_our_field_gets_its_reply_and_the_guide_waits(carer: Talking) -> None:
    carer.types("what dose of donepezil should she be on", "out_of_scope_medicine", confidence=0.9)
    assert carer.status == "out_of_scope"
    assert "pharmacist" in carer.text
    assert CARRY_ON in carer.titles


def test_asking_why_explains(carer: Talking) -> None:
    at_job(carer).types("no").types("why do you ask?")
    assert carer.asks == "age"
    assert "Why we ask: There is special help for carers under 18." in carer.text


# ---- what is not understood


def test_it_asks_again_kindly_once_and_then_offers_not_sure_and_a_person(carer: Talking) -> None:
    carer.types("bananas")
    assert "couldn't read that" in carer.text
    assert carer.asks == "need"
    carer.types("more bananas")
    assert carer.titles[:2] == ["I'm not sure", "Talk to a person"]
    carer.types("dementia")
    assert carer.answers == {"need": ["memory"]}


# ---- danger


@pytest.mark.parametrize("typed", ["40", "dementia", "yes of course it is dementia"])
def test_the_message_after_a_danger_reply_is_never_the_answer(carer: Talking, typed: str) -> None:
    carer.types(typed, after_danger=True)
    assert carer.answers == {}
    assert carer.titles == [CARRY_ON, "Talk to a person", "Stop the questions"]
    assert "999" in carer.text
    carer.presses(CARRY_ON)
    assert carer.asks == "need"


def test_nor_is_a_button_pressed_after_it(carer: Talking) -> None:
    carer.presses("Memory or dementia", after_danger=True)
    assert carer.answers == {}
    assert CARRY_ON in carer.titles


def test_the_carry_on_button_of_the_danger_reply_goes_on(carer: Talking) -> None:
    carer.types("dementia").sends("/carry_on", after_danger=True)
    assert carer.asks == "help"


def test_another_question_after_danger_is_answered(carer: Talking) -> None:
    ask(carer, "who can I talk to", "contact_person", after_danger=True)
    assert carer.status == "contact"
    assert CARRY_ON in carer.titles


def test_possible_danger_leads_with_whom_to_reach_and_the_guide_waits(carer: Talking) -> None:
    carer.types("dementia, some days I can't go on", danger=Danger("suicide", "possible"))
    assert carer.answers == {}, "not read as an answer"
    assert carer.reply.turn.danger == Danger("suicide", "possible")
    assert "Samaritans" in carer.reply.said[0].text
    assert CARRY_ON in carer.titles
    carer.types("dementia")
    assert carer.answers == {}, "nor is the next message"
    carer.presses(CARRY_ON).types("dementia")
    assert carer.answers == {"need": ["memory"]}


# ---- stopping


@pytest.mark.parametrize(
    "typed", ["stop", "can we stop please", "no more questions", "leave it", "I've had enough", "another time"]
)
def test_stopping_keeps_what_was_answered(carer: Talking, typed: str) -> None:
    carer.types("dementia").types(typed)
    assert carer.slots["guide_on"] is False
    assert carer.status == "small_talk"
    carer.presses(CARRY_ON)
    assert carer.asks == "help"
    assert carer.slots["guide_on"] is True


def test_a_story_with_stop_in_it_does_not_stop(carer: Talking) -> None:
    carer.types("I had to stop work because mum's dementia got worse")
    assert carer.slots["guide_on"] is True
    assert carer.answers == {"need": ["memory"]}


# ---- whatever comes


def test_nothing_typed_makes_it_fail(known: Known) -> None:
    for typed in (
        "",
        "?",
        "😀",
        "/",
        "{}",
        "{answer:job}",
        "'; drop table",
        "yes " * 2000,
        "0" * 500,
        "\n\n",
        "not sure if no or yes",
    ):
        for start in (CARER, NEW):
            carer = Talking(known).starts(start)
            for _ in range(4):
                carer.types(typed)
            assert carer.text


def test_forged_answers_are_not_taken(carer: Talking) -> None:
    for answer in ("x", "", "done", "1e999/month", "nan/week"):
        carer.sends('/guide_answer{"guide": "am_i_a_carer", "question": "need", "answer": "' + answer + '"}')
        assert carer.answers == {}
    carer.sends('/guide_answer{"guide": "am_i_a_carer", "question": "nobody", "answer": "yes"}')
    assert carer.asks == "need"
