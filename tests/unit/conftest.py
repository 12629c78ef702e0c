"""What unit tests share."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Iterator, Tuple

import pytest
from starlette.testclient import TestClient

from tests.unit.fake_rasa import FakeRasa
from tests.unit.folder import Folder
from waymark.operations.paths import CACHE
from waymark.operations.settings import Settings
from waymark.web.app import create_app

os.environ.setdefault("HYPOTHESIS_STORAGE_DIRECTORY", str(CACHE / "hypothesis"))


@pytest.fixture(scope="session")
def sound_folder(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """A small knowledge folder without mistakes. Never change it: copy it with `folder`."""
    return Folder.make(tmp_path_factory.mktemp("sound"))


@pytest.fixture
def folder(sound_folder: Folder, tmp_path: Path) -> Folder:
    """A small knowledge folder of the test's own."""
    shutil.copytree(sound_folder.root, tmp_path / "knowledge")
    return Folder(tmp_path / "knowledge")


@pytest.fixture(scope="session")
def running_parts() -> Iterator[Tuple[FakeRasa, FakeRasa]]:
    """Rasa and the action server, whose port is the next one."""
    while True:
        rasa = FakeRasa()
        try:
            actions = FakeRasa(rasa.port + 1)
        except OSError:  # that port is taken
            continue
        with rasa, actions:
            yield rasa, actions
        return


@pytest.fixture(scope="session")
def running_rasa(running_parts: Tuple[FakeRasa, FakeRasa]) -> FakeRasa:
    return running_parts[0]


@pytest.fixture
def actions(running_parts: Tuple[FakeRasa, FakeRasa]) -> FakeRasa:
    """An action server that is as healthy as it is told to be."""
    running_parts[1].reset()
    return running_parts[1]


@pytest.fixture(scope="session")
def web_settings(running_rasa: FakeRasa, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return Settings(
        port=running_rasa.port - 1000,
        secret="a secret of the tests",
        run_folder=tmp_path_factory.mktemp("run"),
        rasa_timeout_s=0.4,
        action_timeout_s=0.2,
        messages_a_minute=100_000,
        conversations_a_minute=100_000,
    )


@pytest.fixture(scope="session")
def running_service(web_settings: Settings) -> Iterator[TestClient]:
    with TestClient(create_app(web_settings), raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def rasa(running_rasa: FakeRasa) -> FakeRasa:
    """A Rasa that answers as it is told to."""
    running_rasa.reset()
    return running_rasa


@pytest.fixture
def service(running_service: TestClient, rasa: FakeRasa) -> TestClient:
    """The web service in front of it."""
    return running_service
