"""What must be right before anything starts is told in one line each; and which model is the current one."""

from __future__ import annotations

import socket

import pytest

from tests.unit.folder import Folder
from waymark.language.answers.questions import questions, questions_hash
from waymark.operations import paths
from waymark.operations.model import model_name, model_path
from waymark.operations.preflight import problems
from waymark.operations.settings import Settings


def free_port() -> int:
    """A port whose neighbours a thousand up are free too."""
    for port in range(21_000, 30_000, 11):
        if all(_free(candidate) for candidate in (port, port + 1000, port + 1001)):
            return port
    raise AssertionError("no free port")


def _free(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


def test_all_is_well() -> None:
    assert list(problems(Settings(port=free_port()))) == []


@pytest.mark.parametrize(("above", "whose"), [(0, "carers"), (1000, "Rasa"), (1001, "actions")])
def test_a_port_in_use_is_told_with_whose_it_is(above: int, whose: str) -> None:
    port = free_port()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", port + above))
        taken.listen()
        (told,) = problems(Settings(port=port))
    assert str(port + above) in told
    assert whose in told
    assert "make run PORT=" in told


def test_the_model_is_named_after_what_it_is_learnt_from() -> None:
    assert model_name() == model_name()
    assert model_path().parent == paths.MODELS
    assert model_path().name == f"{model_name()}.tar.gz"
    assert len(model_name()) == len("waymark-") + 12


def test_only_its_questions_are_learnt_of_an_answer(folder: Folder) -> None:
    file = "answers/money/how-much.yml"
    before = questions_hash(folder.root)
    folder.change(file, "It is {figure", "You get {figure")
    assert questions_hash(folder.root) == before
    folder.change(file, "  - How much is it?", "  - How much do I get?")
    assert questions_hash(folder.root) != before


def test_every_way_to_ask_is_a_question_of_its_answer(folder: Folder) -> None:
    found = questions(folder.root)
    assert [question.text for question in found] == ["How much is it?", "What would I get?", "How much money is there?"]
    assert {(question.answer, question.topic) for question in found} == {("how-much", "money")}
