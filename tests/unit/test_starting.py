"""What `make run` leaves and says when it starts and stops."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from tests.unit.folder import Folder
from tests.unit.test_preflight import free_port
from waymark.operations import preflight, run
from waymark.operations.settings import Settings


def test_the_log_begins_anew_and_is_for_its_owner_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = tmp_path / "processes.log"
    log.write_text("what a carer wrote yesterday")
    log.chmod(0o644)
    ends = f"{sys.executable} -c pass"
    monkeypatch.setattr(run, "processes", lambda settings, model: {"a": ends})
    monkeypatch.setattr(run, "read_settings", lambda: Settings(port=free_port(), run_folder=tmp_path))
    monkeypatch.setattr(run, "problems", lambda settings: [])
    monkeypatch.setattr(run, "train", lambda settings, say: Path("model"))
    before = os.umask(0o022)
    try:
        assert run.main() == 1, "nothing may stop on its own"
    finally:
        os.umask(before)
    assert "yesterday" not in log.read_text()
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_ctrl_c_while_training_is_no_failure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted() -> Settings:
        raise KeyboardInterrupt

    monkeypatch.setattr(run, "read_settings", interrupted)
    assert run.main() == 0
    assert capsys.readouterr().out.split() == ["Stopped."]


def test_a_broken_file_is_told_in_one_line(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preflight, "KNOWLEDGE", folder.root)
    next((folder.root / "topics").glob("*.yml")).write_text("a: [1,\n  'b\nc: }")
    told = list(preflight.problems(Settings(port=free_port())))
    assert told
    assert not any("\n" in line for line in told)


def test_a_folder_nothing_can_be_written_in_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (told,) = preflight.problems(Settings(port=free_port(), run_folder=tmp_path / "file" / "run"))
    assert "WAYMARK_RUN_FOLDER" in told
