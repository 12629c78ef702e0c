"""Ways to ask the common questions: enough of them, each of one answer only, since the nearest by meaning decides."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Dict, List

from waymark.language.answers.questions import Question, questions
from waymark.operations.paths import KNOWLEDGE

FEWEST, MOST = 5, 10


def by_answer() -> Dict[str, List[Question]]:
    found: Dict[str, List[Question]] = defaultdict(list)
    for question in questions(KNOWLEDGE):
        found[question.answer].append(question)
    return found


def plain(text: str) -> str:
    """What is left when case, punctuation and small words that change nothing are taken away."""
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", text.lower()))
    return " ".join(word for word in words if word not in ("a", "an", "the", "please"))


def test_the_plain_form_of_a_question_knows_what_changes_nothing() -> None:
    assert plain("What is a carer's assessment?") == plain("what is the carers assessment")
    assert plain("am I a carer") != plain("am I a young carer")


def test_every_answer_has_five_to_ten_questions() -> None:
    assert {answer: len(asked) for answer, asked in by_answer().items() if not FEWEST <= len(asked) <= MOST} == {}


def test_no_question_stands_under_two_answers_or_twice_under_one() -> None:
    seen: Dict[str, List[str]] = defaultdict(list)
    for question in questions(KNOWLEDGE):
        seen[plain(question.text)].append(question.answer)
    assert {text: answers for text, answers in seen.items() if len(answers) > 1} == {}


def test_questions_of_an_answer_differ_in_kind() -> None:
    """A search of a few words, and a sentence as people say it: a message may be either."""
    alike = {
        answer: sorted(len(question.text.split()) for question in asked)
        for answer, asked in by_answer().items()
        if min(len(question.text.split()) for question in asked) > 6
        or max(len(question.text.split()) for question in asked) < 8
    }
    assert alike == {}
