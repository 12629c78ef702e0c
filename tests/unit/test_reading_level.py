"""What carers read is easy to read: school years by Flesch-Kincaid, and no words of officials.

A text of fewer than LEAST_WORDS words is not judged alone: the formula is made for passages, and one name such as "Pension Age
Disability Payment" moves a short line by five years. Such texts count in the averages, where each word weighs the same.
What stands together on the screen is one text; numbers, amounts and addresses count as one short word (see carers_texts.py).
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Dict, List, NamedTuple

import pytest
import textstat

from tests.unit.carers_texts import prose, texts_of
from waymark.knowledge.knowledge import Knowledge

LEAST_WORDS = 12
MOST_ON_AVERAGE = 8.0
MOST = 11.0

_OFFICIALESE = re.compile(
    r"please note|please be (?:aware|advised)|in order to|prior to|commenc\w+|in the event (?:of|that)|with regards? to|in respect of|"
    r"pursuant|hereby|herewith|aforementioned|in accordance with|due to the fact|utilis\w+|service users?|shall|upon|ensure|"
    r"regarding|(?-i:assistance)|obtain(?:ed)?|"  # the Discretionary Assistance Fund is a name
    r"(?:will|may|can|should|must) be (?:contacted|notified|informed|advised|considered|processed|requested|required|provided|"
    r"undertaken|carried out|reviewed|issued|submitted|obtained)|"
    r"is (?:required|provided|undertaken)",
)
#: Nobody here can promise money or help: "you may be able to get".
_PROMISES = re.compile(
    r"you(?:'re| are) (?:entitled|eligible)|you(?:'ll| will) (?:get|receive|be paid|be given|qualify)|you qualify for (?!support|help)|"
    r"(?:we|i) (?:can )?(?:guarantee|promise)|you(?:'d| would) (?:get|receive|qualify)"
)


class Read(NamedTuple):
    """One text: where it stands, what is read, how many words, and the school year."""

    where: str
    text: str
    words: int
    grade: float


@pytest.fixture(scope="module")
def read(knowledge: Knowledge) -> List[Read]:
    """Each text once."""
    found: Dict[str, Read] = {}
    for where, written in texts_of(knowledge):
        text = prose(written)
        if text and text not in found:
            found[text] = Read(where, text, textstat.lexicon_count(text), textstat.flesch_kincaid_grade(text))
    return list(found.values())


def weighted(texts: List[Read]) -> float:
    return sum(each.grade * each.words for each in texts) / sum(each.words for each in texts)


def test_each_kind_of_text_is_easy_on_average(read: List[Read]) -> None:
    by_kind: Dict[str, List[Read]] = defaultdict(list)
    for each in read:
        by_kind[re.split("[/ ]", each.where)[0]].append(each)
    assert set(by_kind) == {"answers", "topics", "guides", "risk", "domain.yml"}
    assert {
        kind: round(weighted(texts), 1) for kind, texts in by_kind.items() if weighted(texts) > MOST_ON_AVERAGE
    } == {}


def test_each_guide_is_easy_on_average(read: List[Read], knowledge: Knowledge) -> None:
    for guide in knowledge.guides:
        texts = [each for each in read if each.where.startswith(f"guides/{guide} ")]
        assert weighted(texts) <= MOST_ON_AVERAGE, f"{guide}: {weighted(texts):.1f}"


def test_no_text_is_hard(read: List[Read]) -> None:
    hard = [each for each in read if each.words >= LEAST_WORDS and each.grade > MOST]
    assert not hard, "\n".join(f"{each.grade:.1f} {each.where}: {each.text}" for each in hard)


def test_no_words_of_officials(knowledge: Knowledge) -> None:
    assert _found(_OFFICIALESE, knowledge) == []


def test_nothing_is_promised(knowledge: Knowledge) -> None:
    assert _found(_PROMISES, knowledge) == []


def _found(words: re.Pattern[str], knowledge: Knowledge) -> List[str]:
    whole = re.compile(rf"\b(?:{words.pattern})\b", re.IGNORECASE)
    return [
        f"{where}: '{match[0]}'"
        for where, text in texts_of(knowledge)
        for match in whole.finditer(prose(text).replace("’", "'"))
    ]


@pytest.mark.parametrize(
    ("written", "is_read"),
    [
        ("**Ring** {phone:carers-uk-helpline} now.", "Ring ten now."),
        ("- one thing\n- another", "one thing. another."),
        ("See https://www.gov.uk/carers for more.", "See ten for more."),
        ("**Key:** held by ____________", "Key: held by."),
    ],
)
def test_marks_gaps_and_numbers_are_not_read_as_words(written: str, is_read: str) -> None:
    assert prose(written) == is_read
