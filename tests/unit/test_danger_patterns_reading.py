"""How a reviewed pattern is read: sentence by sentence, with what excuses it, denies it, or must stand beside it."""

from __future__ import annotations

from typing import Any, Optional, Tuple

import pytest

from waymark.knowledge.schema.risk import RiskPattern, WordGroup
from waymark.knowledge.word_groups import Groups
from waymark.language.risk.letters import Letters, letters_needed
from waymark.language.risk.patterns import RiskPatterns

Found = Optional[Tuple[str, str]]


def pattern(**fields: Any) -> RiskPattern:
    usual = {"kind": "abuse_of_adult", "level": "certain", "why": "a test", "example": "he shakes her"}
    return RiskPattern(**{**usual, **fields})


def found(text: str, *patterns: RiskPattern) -> Found:
    met = RiskPatterns(patterns).look(text)
    return None if met is None else (met.kind, met.level)


SHAKES = pattern(pattern="shakes (?:her|mum)")
MET = ("abuse_of_adult", "certain")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He shakes her", MET),
        ("HE SHAKES HER!!", MET),
        ("We had tea. Then he shakes mum.", MET),
        ("he shakes herbs over it", None),
        ("he handshakes her", None),
        ("He shakes. Her day was fine.", None),
        ("", None),
        ("?!", None),
    ],
)
def test_a_pattern_meets_whole_words_within_one_sentence(text: str, expected: Found) -> None:
    assert found(text, SHAKES) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the carer never shakes mum", None),
        ("never once shakes mum", None),
        ("he is trying not to shake but shakes her", MET),
        ("nobody shakes her", None),
        ("it is not true that he shakes her", None),
        ("he will not stop, he shakes her", MET),
        ("I never sleep because he shakes her", MET),
        ("it is not only that he shakes her", MET),
    ],
)
def test_what_is_denied_is_not_met(text: str, expected: Found) -> None:
    assert found(text, SHAKES) == expected


def test_an_excuse_counts_in_the_same_sentence_and_near_the_words() -> None:
    excused = pattern(pattern="shakes her", unless=["in the film", "in a dream"])
    assert found("In the film he shakes her", excused) is None
    assert found("He shakes her. In the film it rained.", excused) == MET
    far = "and we went to the shop and bought a great deal of bread for the week and came home again late"
    assert found(f"In the film it rained {far} {far} and he shakes her", excused) == MET


def test_an_excuse_may_end_with_a_blank_of_its_own() -> None:
    excused = pattern(pattern="shakes her", unless="shakes her (?!and hits)")
    assert found("he shakes her awake", excused) is None
    assert found("he shakes her and hits her", excused) == MET


def test_the_second_match_stands_when_only_the_first_is_excused() -> None:
    excused = pattern(pattern="shakes (?:her|mum)", unless="shakes her hand")
    far = "and then we talk for a long while about the weather and about the garden and he makes the tea"
    assert found(f"He shakes her hand {far} {far} and he shakes mum", excused) == MET


def test_also_must_stand_somewhere_and_nowhere_may_not() -> None:
    needs = pattern(pattern="shakes her", also=["every night", "so hard"])
    assert found("He shakes her.", needs) is None
    assert found("He shakes her. It is every night.", needs) == MET
    bars = pattern(pattern="shakes her", nowhere="physio")
    assert found("He shakes her. The physio asked for it.", bars) is None
    assert found("He shakes her.", bars) == MET


def test_a_pattern_can_ask_for_the_start_or_the_end_of_a_sentence() -> None:
    starts, ends = pattern(pattern="< shakes her"), pattern(pattern="shakes her >")
    assert found("Well. Shakes her all day", starts) == MET
    assert found("He shakes her all day", starts) is None
    assert found("He shakes her. Every day", ends) == MET
    assert found("He shakes her all day", ends) is None


@pytest.mark.parametrize("before", [0, 30, 39, 40, 41, 58, 59, 60, 61, 79, 80, 81, 200])
def test_nothing_falls_between_the_stretches_of_a_sentence_without_full_stops(before: int) -> None:
    assert found("tired " * before + "he shakes her and it goes on " + "tired " * 90, SHAKES) == MET


def test_certain_comes_before_possible_and_then_the_graver_kind() -> None:
    possible = pattern(pattern="shakes her", kind="suicide", level="possible")
    graver = pattern(pattern="shakes her", kind="harm_by_carer")
    assert found("he shakes her", possible, SHAKES) == MET
    assert found("he shakes her", SHAKES, graver) == ("harm_by_carer", "certain")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("my partner shakes me", "abuse_of_carer"),
        ("im 12 and mum shakes me", "child_in_danger"),
        ("mum shakes me before school", "child_in_danger"),
        ("my husband shakes me when our kids are at school", "abuse_of_carer"),
        ("the nurse shakes her", "abuse_of_adult"),
        ("my niece is 4 and he shakes her", "child_at_risk"),
        ("the kids see how he shakes mum", "abuse_of_adult"),
    ],
)
def test_whoever_is_a_child_makes_it_a_childs_danger(text: str, kind: str) -> None:
    mine = pattern(kind="abuse_of_carer", pattern="shakes me", example="he shakes me")
    assert found(text, SHAKES, mine) == (kind, "certain")


def test_names_stand_for_the_words_of_their_group() -> None:
    groups = Groups([WordGroup(id="her", words=["her", "mum"]), WordGroup(id="does", words="shakes {her}")])
    spelled = groups.spelled_out(pattern(pattern="{does}(?: \\w+){0,2} hard", unless="with {her}"))
    assert groups.wrong == []
    assert found("he shakes mum very hard", spelled) == MET
    assert found("he shakes mum very hard with her", spelled) is None


@pytest.mark.parametrize(
    ("expression", "letters"),
    [
        ("kill(?:s|ing)? myself", {" myself"}),
        ("(?:strangled|choked) me", {"strangled", "choked"}),
        (r"\w+", set()),
        ("(?:end my life)?", set()),
    ],
)
def test_the_letters_without_which_an_expression_cannot_match(expression: str, letters: set[str]) -> None:
    assert letters_needed(expression) == letters


def test_an_expression_without_telling_letters_is_always_tried() -> None:
    letters = Letters(["strangled me", r"he \w+ her"])
    assert letters.worth_trying("we had tea") == {1}
    assert letters.worth_trying("he strangled me") == {0, 1}
