"""Borders between topics: both sides tell the same rule, so that people label alike whichever topic they read."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest

from tests.unit.folder import Folder
from tests.unit.test_real_knowledge import TOPICS
from waymark.knowledge.knowledge import Knowledge

RULE = "Money for a break: breaks. Other money: money."
BREAKS, MONEY = "topics/breaks.yml", "topics/money.yml"


def border(name: str, rule: str = RULE) -> str:
    return f"  - with: {name}\n    rule: '{rule}'\n"


class Mistake(NamedTuple):
    """Borders of the two topics; what is told about those of money, at the line that holds `at`."""

    of_breaks: str
    of_money: str
    at: str
    field: str
    what: str


MISTAKES = {
    "a border on one side only": Mistake("", border("breaks"), "with: breaks", "borders.0.with", "no border with 'money'"),
    "two rules": Mistake(
        border("money"), border("breaks", "All money: money."), "rule:", "borders.0.rule", "not the rule that 'breaks' has"
    ),
    "a border with nobody": Mistake("", border("brakes"), "with: brakes", "borders.0.with", "'brakes' is not in"),
    "a border with itself": Mistake("", border("money"), "with: money", "borders.0.with", "is the topic itself"),
    "a border without a rule": Mistake("", border("breaks", ""), "rule:", "borders.0.rule", "is empty"),
    "a border told twice": Mistake(
        border("money"), border("breaks") + border("breaks", "No."), "with: breaks", "borders.1.with", "is there twice"
    ),
}  # fmt: skip


def write_borders(folder: Folder, file: str, borders: str) -> None:
    if borders:
        folder.change(file, "answer:\n", f"borders:\n{borders}answer:\n")


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_in_a_border_is_told_with_its_line(name: str, folder: Folder) -> None:
    mistake = MISTAKES[name]
    write_borders(folder, BREAKS, mistake.of_breaks)
    write_borders(folder, MONEY, mistake.of_money)
    lines = [number for number, line in enumerate(folder.read(MONEY).splitlines(), 1) if mistake.at in line]
    assert folder.tells(MONEY, lines[-1], mistake.field, mistake.what), folder.problems()


def test_a_border_told_alike_on_both_sides_is_sound(folder: Folder) -> None:
    write_borders(folder, BREAKS, border("money"))
    write_borders(folder, MONEY, border("breaks"))
    assert folder.problems() == []
    [found] = folder.load().topics["money"].borders
    assert (found.neighbour, found.rule) == ("breaks", RULE)


@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_has_borders(topic: str, knowledge: Knowledge) -> None:
    assert len(knowledge.topics[topic].borders) >= 3


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_has_a_border_with_every_topic_its_definition_sends_to(topic: str, knowledge: Knowledge) -> None:
    """A definition says that a message belongs elsewhere (`… goes to money`, `…: money`); the border says when."""
    sent_to = set(re.findall(rf"(?:\b(?:to|or)|:) ({'|'.join(TOPICS)})\b", knowledge.topics[topic].definition))
    assert sent_to - {topic} <= {each.neighbour for each in knowledge.topics[topic].borders}


@pytest.mark.parametrize("topic", TOPICS)
def test_a_rule_names_both_topics(topic: str, knowledge: Knowledge) -> None:
    """Then it reads alike from either side, and says what goes where."""
    for each in knowledge.topics[topic].borders:
        assert {topic, each.neighbour} <= set(re.findall(r"[a-z_]+", each.rule)), each.rule
