"""One real assistant for all conversations: trained model, Rasa, action server, web service, over HTTP."""

from __future__ import annotations

from typing import Callable, Iterator

import pytest

from tests.support.servers import Assistant, Talk


@pytest.fixture(scope="session")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with Assistant(tmp_path_factory.mktemp("assistant")) as running:
        yield running


@pytest.fixture
def carer(assistant: Assistant) -> Talk:
    """A carer who has just opened the page."""
    return Talk(assistant.url)


@pytest.fixture
def another(assistant: Assistant) -> Callable[[], Talk]:
    return lambda: Talk(assistant.url)
