"""What unit tests share."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.unit.folder import Folder


@pytest.fixture(scope="session")
def sound_folder(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """A small knowledge folder without mistakes. Never change it: copy it with `folder`."""
    return Folder.make(tmp_path_factory.mktemp("sound"))


@pytest.fixture
def folder(sound_folder: Folder, tmp_path: Path) -> Folder:
    """A small knowledge folder of the test's own."""
    shutil.copytree(sound_folder.root, tmp_path / "knowledge")
    return Folder(tmp_path / "knowledge")
