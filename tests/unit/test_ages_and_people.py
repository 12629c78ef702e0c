"""Who is looked after, how old they are, and how old the carer is, where others are named too."""

from __future__ import annotations

from typing import Optional

import pytest

from waymark.language.facts.finder import FactFinder
from waymark.operations.paths import KNOWLEDGE


@pytest.fixture(scope="module")
def finder() -> FactFinder:
    return FactFinder(KNOWLEDGE)


def told(finder: FactFinder, entity: str, text: str) -> list[str]:
    return [fact.value for fact in finder.find(text) if fact.entity == entity]


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("mum is 87", 87),
        ("my dad's ninety-one and fiercely private", 91),
        ("dad, 76, won't see a doctor", 76),
        ("my partner (58) has MND", 58),
        ("my 4 year old daughter doesn't speak", 4),
        ("our ten-year-old grandson lives with us", 10),
        ("my 7yo has ADHD", 7),
        ("our little one is 8 months old", 0),
        ("my 30 month old won't walk", 2),
        ("my son turned 3 last week", 3),
        ("he's only nine, my brother", 9),
        ("She's 102 in May, my great aunt", 102),
        ("I look after my sister. She's 44 and has epilepsy", 44),
        ("I am 52 and my mum, who is 80, lives with us", 80),
        ("me sixty five, the wife seventy", 70),
        # somebody else's, another time, or no age at all
        ("my brother is 40 and never visits, I look after mum", None),
        ("my mum's 2 carers didn't come", None),
        ("dad's three sisters all live abroad", None),
        ("she needs 2 of us to lift her", None),
        ("he's one to one at school", None),
        ("he's 6 foot and 16 stone", None),
        ("my wife has been ill since she was 30", None),
        ("mum is 24/7", None),
        ("my nan has 3 falls a week", None),
        ("is there a club for the over 60s for my dad", None),
        ("I'm 71", None),
    ],
)
def test_the_age_of_the_person(text: str, age: Optional[int], finder: FactFinder) -> None:
    assert told(finder, "person_age", text) == ([] if age is None else [str(age)])


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("I turned 70 on Sunday", 70),
        ("I am forty-eight and worn out", 48),
        ("At 61 I thought I'd be travelling, not washing my dad", 61),
        ("as a 77 year old I can't lift him", 77),
        ("58, divorced, mother upstairs", 58),
        ("I'm a nurse, 33, and I look after my mum", 33),
        ("I'll be 18 in May and I look after my dad", 17),
        ("my neighbour's lad is 12 and he looks after his mum", 12),
        # not the carer's
        ("I've looked after him since I was 11", None),
        ("I've cared for 16 years", None),
        ("she needs me at seven", None),
        ("I left school at 15", None),
        ("a carer 16 to 25", None),
        ("I'm fifty odd", None),
    ],
)
def test_the_age_of_the_carer(text: str, age: Optional[int], finder: FactFinder) -> None:
    assert told(finder, "carer_age", text) == ([] if age is None else [str(age)])


@pytest.mark.parametrize(
    ("text", "relationships"),
    [
        ("my brother does nothing so I look after mum", ["parent"]),
        ("my daughter says I should ask about help with my husband", ["partner"]),
        ("my sister lives in Canada. Dad has had a stroke", ["parent"]),
        ("I look after my wife and my autistic son", ["partner", "child"]),
        ("I'm his mum and he can't be left", ["child"]),
        ("as her husband I do the lot", ["partner"]),
        ("it's just me, his nephew", ["relative"]),
        ("the lady next door can't get out any more", ["neighbour"]),
        ("ma mither cannae manage the stair", ["parent"]),
        ("my tad has parkinsons", ["parent"]),
        ("mamgu lives with us now", ["grandparent"]),
        ("my ex is dying and I look after him", ["partner"]),
        ("my mum died in spring. I look after my aunt now", ["relative"]),
        ("my wife died in spring", ["partner"]),
        # nobody who could be looked after
        ("a friend told me about a grant", []),
        ("the girl on the phone was rude", []),
        ("I was a child when it began", []),
        ("I'm an only child", []),
        ("do I get child benefit", []),
        ("the children's services rang", []),
        ("ma nerves is shot", []),
        ("a tad tired", []),
    ],
)
def test_whom_the_message_is_about(text: str, relationships: list[str], finder: FactFinder) -> None:
    assert told(finder, "relationship", text) == relationships


@pytest.mark.parametrize(
    ("text", "nation"),
    [
        ("mum gets Adult Disability Payment", "scotland"),
        ("can I get carers support payment and work", "scotland"),
        ("what goes in an Adult Carer Support Plan", "scotland"),
        ("he's got an EHCP", "england"),
        ("who do I tell at the CQC", "england"),
        ("I rang C.A.L.L. last night", "wales"),
        ("they wrote an individual development plan", "wales"),
        ("the Belfast Trust said no", "northern_ireland"),
        ("Carers NI told me to ask", "northern_ireland"),
        # found in several nations, or in two at once
        ("the trust say there's a waiting list", None),
        ("the health board wrote to us", None),
        ("she gets PIP", None),
        ("carer's allowance", None),
        ("we had an EHCP and now they talk of additional support for learning", None),
        ("I need some breathing space", None),
    ],
)
def test_a_nation_is_told_by_what_exists_there_only(text: str, nation: Optional[str], finder: FactFinder) -> None:
    assert told(finder, "nation", text) == ([nation] if nation else [])


@pytest.mark.parametrize(
    "text",
    [
        "mum " * 5000,
        "my mum is 84 " * 1500,
        "looking after her mother and " * 700,
        "he she they who i " * 1000,
        "ma",
        "’s",
        "my",
    ],
)
def test_whatever_is_typed_is_read_quickly(text: str, finder: FactFinder) -> None:
    import time

    started = time.perf_counter()
    finder.find(text)
    assert time.perf_counter() - started < 1.0
