"""What a message refuses or already has does not decide its topic; what is missing or feared does."""

from __future__ import annotations

import pytest

from waymark.language.topics.refused import part, settled

REFUSED = [
    ("I don't want a sitter, I want a course on lifting", "sitter", "course"),
    ("we don't need equipment. Can someone tell me about my rights at work?", "equipment", "rights"),
    ("no respite thanks, just someone I can ring", "respite", "ring"),
    ("This isn't about the benefits. How do I get him home from the ward?", "benefits", "ward"),
    ("I'm not after counselling - is there a walking club", "counselling", "walking"),
    ("not a group, not a course. a solicitor", "group", "solicitor"),
    ("Don't send me to a helpline. Who do I complain to?", "helpline", "complain"),
    ("it's not the assessment I'm asking about, it's the council tax", "assessment", "council tax"),
    ("We already get Attendance Allowance. Now who fits a stairlift?", "allowance", "stairlift"),
    ("I've had my assessment, thank you. I'd like to meet other wives", "assessment", "wives"),
    ("The power of attorney was registered last year. What happens when he leaves hospital?", "attorney", "hospital"),
    ("got the wheelchair, got the rails. what could he claim?", "wheelchair", "claim"),
    ("money's no object but I can't find anyone to sit with her", "money", "sit"),
    ("I'm coping fine in myself, it's his shouting at night I can't understand", "coping", "shouting"),
    ("I turned the plan down. Can I still have a grab rail?", "plan", "rail"),
    ("I have no interest in a support group. I need to sell her house for her", "group", "house"),
    ("I gave up work years ago so that's not it. How is my pension kept up?", "that's not it", "pension"),
]
NEEDS = [
    "I don't get any respite",
    "nobody offered me an assessment",
    "I can't get a break, what can I do",
    "I haven't had a carer's assessment. How do I ask?",
    "I don't want to go into debt, what help is there with the gas bill?",
    "I don't want him in a home, is there care at home?",
    "I don't want to lose my job because of caring. Can I change my hours?",
    "we've had the assessment but nothing came of it, what now?",
    "they turned us down for a blue badge. How do we appeal?",
    "I've had no sleep and no help, where do I turn?",
    "I had respite booked and they cancelled it. Who do I ring?",
    "my respite has stopped, who can sit with him?",
    "we've a plan for the house but not one for if I am ill",
    "I'm not getting any breaks and I'm not sleeping either",
    "we have carers in but they never turn up, who do I tell?",
    "she says she doesn't want carers, how do I talk her round?",
    "has she already been assessed? how would I know?",
]


@pytest.mark.parametrize(("text", "refused", "wanted"), REFUSED)
def test_what_is_refused_is_told_from_what_is_wanted(text: str, refused: str, wanted: str) -> None:
    parted = part(text)
    assert refused in parted.refused
    assert refused not in parted.wanted
    assert wanted in parted.wanted


@pytest.mark.parametrize("text", NEEDS)
def test_what_is_missing_or_feared_is_a_need(text: str) -> None:
    assert part(text).refused == ""
    assert part(text).wanted == text


@pytest.mark.parametrize("text", ["I don't want respite", "no thanks", "already got one", "", "not about money", "🙂"])
def test_with_nothing_else_left_nothing_is_taken_away(text: str) -> None:
    assert part(text).refused == ""


WHOLE = [("topic_money", 0.6), ("topic_breaks", 0.3), ("greet", 0.1)]


def test_the_topic_of_the_refused_part_is_pushed_down() -> None:
    wanted = [("topic_breaks", 0.8), ("topic_money", 0.1), ("greet", 0.1)]
    refused = [("topic_money", 0.9), ("topic_breaks", 0.05), ("greet", 0.05)]
    ranking = settled(WHOLE, wanted, refused)
    assert max(ranking, key=lambda pair: pair[1])[0] == ranking[0][0] == "topic_breaks"
    assert dict(ranking)["topic_money"] > 0, "pushed down, not out"
    assert sum(chance for _, chance in ranking) == pytest.approx(1.0)


def test_more_of_what_is_had_already_is_still_that_topic() -> None:
    """'I already get Carer's Allowance, can I get anything else?'"""
    had = [("topic_money", 0.95), ("topic_breaks", 0.03), ("greet", 0.02)]
    assert settled(WHOLE, [("topic_money", 0.9), ("topic_breaks", 0.08), ("greet", 0.02)], had)[0][0] == "topic_money"


@pytest.mark.parametrize(
    "left",
    [
        [("topic_breaks", 0.2), ("topic_money", 0.1), ("greet", 0.1)],
        [("greet", 0.8), ("topic_breaks", 0.1), ("topic_money", 0.1)],
    ],
    ids=["unclear", "no topic"],
)
def test_where_the_rest_names_no_topic_the_whole_decides(left: list[tuple[str, float]]) -> None:
    assert settled(WHOLE, left, [("topic_money", 0.9), ("topic_breaks", 0.05), ("greet", 0.05)]) == WHOLE
