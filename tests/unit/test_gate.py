"""What is done with a ranking: answer, ask which, search, or say that it is not for us."""

from __future__ import annotations

import pytest

from waymark.language.topics.gate import Decision, Thresholds, decide

AT = Thresholds()
LONG = AT.least_words + 4
NOT_TOPICS = {"greet", "thanks", "say_where", "out_of_scope", "out_of_scope_medicine", "out_of_scope_council"}


def ranking(**chances: float) -> list[tuple[str, float]]:
    """Topics by their own name, everything else as it is; best first."""
    named = {(name if name in NOT_TOPICS else f"topic_{name}"): chance for name, chance in chances.items()}
    return sorted(named.items(), key=lambda pair: -pair[1])


@pytest.mark.parametrize("words", [0, 1, LONG])
def test_sure_of_a_topic_it_is_answered(words: int) -> None:
    assert decide(ranking(money=0.9, breaks=0.05), words) == Decision("ask", ("money",))


def test_a_long_message_is_answered_where_a_short_one_is_asked_about() -> None:
    between = ranking(money=(AT.told_enough + AT.sure) / 2, breaks=0.1)
    assert decide(between, 2).intent == "clarify"
    assert decide(between, LONG) == Decision("ask", ("money",))


def test_a_likely_second_need_comes_along() -> None:
    assert decide(ranking(money=0.6, breaks=0.3, work=0.29)) == Decision("ask", ("money", "breaks"))


def test_torn_between_topics_it_asks_which_with_at_most_three() -> None:
    decision = decide(ranking(money=0.23, breaks=0.22, work=0.21, legal=0.12, advocacy=0.1))
    assert decision == Decision("clarify", ("money", "breaks", "work"))


def test_torn_between_two_it_offers_two() -> None:
    assert decide(ranking(money=0.40, breaks=0.39)) == Decision("clarify", ("money", "breaks"))


@pytest.mark.parametrize("words", [0, LONG])
def test_with_no_likely_topic_it_searches(words: int) -> None:
    assert decide(ranking(**{f"t{number}": 0.04 for number in range(25)}), words).intent == "nlu_fallback"


@pytest.mark.parametrize("words", [0, LONG])
def test_an_empty_ranking_searches(words: int) -> None:
    assert decide([], words) == Decision("nlu_fallback")
    assert decide([], words, common=("money", 0.99)) == Decision("nlu_fallback")


def test_all_that_is_outside_counts_together() -> None:
    decision = decide(ranking(money=0.4, out_of_scope=0.2, out_of_scope_medicine=0.25, out_of_scope_council=0.15))
    assert decision == Decision("out_of_scope_medicine")


def test_a_little_that_is_outside_does_not_count() -> None:
    assert decide(ranking(money=0.8, out_of_scope=0.1)).intent == "ask"


def test_a_topic_more_likely_than_all_that_is_outside_is_answered() -> None:
    assert decide(ranking(money=0.5, out_of_scope=0.3, out_of_scope_medicine=0.19), LONG).intent == "ask"


@pytest.mark.parametrize(("chance", "intent"), [(0.9, "greet"), (AT.sure, "greet"), (0.3, "nlu_fallback")])
def test_small_talk_must_be_sure(chance: float, intent: str) -> None:
    assert decide(ranking(greet=chance, thanks=0.05)).intent == intent


def test_small_talk_that_is_not_sure_asks_about_a_likely_topic() -> None:
    decision = decide(ranking(greet=0.35, money=0.3))
    assert decision == Decision("clarify", ("money",))


def test_a_place_beside_a_need_is_not_an_answer_to_where() -> None:
    assert decide(ranking(say_where=0.6, breaks=0.3), LONG) == Decision("ask", ("breaks",))


def test_a_common_question_decides_the_topic() -> None:
    decision = decide(ranking(breaks=0.5, money=0.05), common=("money", AT.question))
    assert decision == Decision("ask", ("money", "breaks"))


def test_a_common_question_gives_way_to_a_clear_topic() -> None:
    assert decide(ranking(breaks=0.9), common=("money", 0.95)) == Decision("ask", ("breaks",))
    assert decide(ranking(breaks=0.9), common=("breaks", 0.95)) == Decision("ask", ("breaks",))


def test_a_common_question_beats_what_is_outside() -> None:
    assert decide(ranking(out_of_scope=0.9), common=("money", 0.95)) == Decision("ask", ("money",))


def test_a_question_less_alike_does_not_decide() -> None:
    assert decide(ranking(breaks=0.5), common=("money", AT.question - 0.01)) == Decision("ask", ("breaks",))


def test_one_candidate_alone_is_taken() -> None:
    assert decide([("topic_money", 1.0)]) == Decision("ask", ("money",))


def test_the_thresholds_hold_together() -> None:
    assert AT.torn < AT.told_enough < AT.sure < AT.clear
    assert AT.also <= AT.sure
    assert 0 < AT.outside < 1
    assert 0 < AT.question < 1
