"""Settings are read once, typed, and a wrong one is told by its name."""

from __future__ import annotations

import stat
from dataclasses import fields
from pathlib import Path

import pytest

from waymark.operations.paths import ROOT
from waymark.operations.settings import PREFIX, Settings, WrongSetting, read_settings


def test_without_any_the_defaults_stand() -> None:
    assert read_settings({}) == Settings()
    assert read_settings({"PATH": "/bin", "PORT": "1"}) == Settings()


def test_a_setting_is_read_as_its_kind() -> None:
    found = read_settings({"WAYMARK_PORT": "7000", "WAYMARK_RASA_TIMEOUT_S": "9.5", "WAYMARK_RUN_FOLDER": "/tmp/run"})
    assert (found.port, found.rasa_timeout_s, found.run_folder) == (7000, 9.5, Path("/tmp/run"))
    assert (found.rasa_port, found.actions_port) == (8000, 8001)
    assert found.tracker_db == Path("/tmp/run/conversations.db")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "web"),
        ("PORT", ""),
        ("PORT", "80"),
        ("PORT", "64001"),
        ("CONSOLE_PORT", "70000"),
        ("SECRET", "short"),
        ("RASA_TIMEOUT_S", "soon"),
        ("ACTION_TIMEOUT_S", "5"),
        ("ACTION_TIMEOUT_S", "0"),
        ("MOST_CHARACTERS", "0"),
        ("MOST_CHARACTERS", "1.5"),
        ("MESSAGES_A_MINUTE", "-1"),
        ("KEEP_CONVERSATIONS_HOURS", "0"),
        ("KEEP_CONVERSATIONS_HOURS", "nan"),
        ("KEEP_CONVERSATIONS_HOURS", "inf"),
        ("ACTION_TIMEOUT_S", "nan"),
        ("RASA_TIMEOUT_S", "inf"),
    ],
)
def test_a_wrong_value_is_told_with_the_name_of_the_setting(name: str, value: str) -> None:
    with pytest.raises(WrongSetting, match=PREFIX + name):
        read_settings({PREFIX + name: value})


def test_an_action_slower_than_rasa_may_be_is_told_with_both_names() -> None:
    with pytest.raises(WrongSetting, match=r"WAYMARK_ACTION_TIMEOUT_S must be less than WAYMARK_RASA_TIMEOUT_S"):
        read_settings({"WAYMARK_ACTION_TIMEOUT_S": "6"})


def test_a_port_whose_neighbours_would_be_beyond_the_last_is_refused() -> None:
    assert Settings(port=64000).actions_port <= 65535


def test_origins_are_a_list() -> None:
    found = read_settings({"WAYMARK_ORIGINS": "https://a.example, https://b.example ,"})
    assert found.sites == ["https://a.example", "https://b.example"]
    assert Settings().sites == []


def test_the_secret_is_made_once_and_kept_for_its_owner_only(tmp_path: Path) -> None:
    held = Settings(run_folder=tmp_path / "run")
    secret = held.signing_secret()
    assert len(secret) >= 32
    assert held.signing_secret() == secret
    assert stat.S_IMODE((tmp_path / "run" / "secret").stat().st_mode) == 0o600


def test_a_secret_that_is_given_is_used(tmp_path: Path) -> None:
    assert Settings(secret="a secret of 16 +", run_folder=tmp_path).signing_secret() == "a secret of 16 +"
    assert not (tmp_path / "secret").exists()


def test_rasas_token_does_not_give_the_secret_away(tmp_path: Path) -> None:
    first, second = Settings(secret="a" * 16), Settings(secret="b" * 16)
    assert first.rasa_token() != second.rasa_token()
    assert first.secret not in first.rasa_token()


def test_rasa_gets_what_endpoints_yml_asks_for() -> None:
    import re

    asked = set(re.findall(r"\$\{(\w+)\}", (ROOT / "endpoints.yml").read_text(encoding="utf-8")))
    assert asked <= set(Settings().for_rasa())


def test_every_setting_is_documented() -> None:
    text = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    assert [field.name for field in fields(Settings) if PREFIX + field.name.upper() not in text] == []
