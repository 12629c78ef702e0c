"""Settings: read once from the environment, typed, loud when wrong. docs/settings.md describes each."""

from __future__ import annotations

import hashlib
import math
import os
import re
import secrets
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Dict, Mapping, Optional

from waymark.operations.paths import RUN

PREFIX = "WAYMARK_"
_ORIGIN = re.compile(r"https?://[a-z0-9.-]+(:\d{1,5})?")
#: A setting that has another name now: going on without it would open or close a door unnoticed.
_RENAMED = {"ALLOWED_ORIGINS": "ORIGINS"}


class WrongSetting(ValueError):
    """A setting cannot be used; the message names it."""


@dataclass(frozen=True)
class Settings:
    """Every setting, with the value used when it is not given. The name in the environment is WAYMARK_ and the field's."""

    port: int = 5005
    console_port: int = 5006
    host: str = "127.0.0.1"
    run_folder: Path = RUN
    secret: str = ""
    origins: str = ""
    action_timeout_s: float = 3.0
    rasa_timeout_s: float = 5.0
    most_characters: int = 20000
    messages_a_minute: int = 600
    conversations_a_minute: int = 6000
    keep_conversations_hours: float = 24.0
    trusted_proxies: str = "127.0.0.1"
    reports: str = ""
    organisation: str = ""
    organisation_contact: str = ""

    @property
    def rasa_port(self) -> int:
        return self.port + 1000

    @property
    def actions_port(self) -> int:
        return self.port + 1001

    @property
    def rasa_url(self) -> str:
        return f"http://127.0.0.1:{self.rasa_port}"

    @property
    def actions_url(self) -> str:
        return f"http://127.0.0.1:{self.actions_port}"

    @property
    def tracker_db(self) -> Path:
        return self.run_folder / "conversations.db"

    @property
    def reports_db(self) -> Path:
        return Path(self.reports) if self.reports else self.run_folder / "reports.db"

    @property
    def sites(self) -> list[str]:
        """Origins of the sites whose pages may hold the chat, in lower case as browsers send them."""
        return [origin.strip().lower() for origin in self.origins.split(",") if origin.strip()]

    def for_rasa(self) -> Dict[str, str]:
        """What endpoints.yml needs from the environment."""
        return {"WAYMARK_ACTIONS_PORT": str(self.actions_port), "WAYMARK_TRACKER_DB": str(self.tracker_db)}

    def signing_secret(self) -> str:
        """The secret that signs sessions: the setting, or one made once and kept in the run folder."""
        if self.secret:
            return self.secret
        path = self.run_folder / "secret"
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600)
            path.write_text(secrets.token_urlsafe(32), encoding="utf-8")
        return path.read_text(encoding="utf-8").strip()

    def rasa_token(self) -> str:
        """The token of Rasa's own HTTP interface, on loopback: it can read and write any conversation."""
        return hashlib.sha256(b"waymark-rasa" + self.signing_secret().encode()).hexdigest()[:32]


def read_settings(environment: Optional[Mapping[str, str]] = None) -> Settings:
    """The settings of this process.

    Raises:
        WrongSetting: a value is not of its kind or out of its range.
    """
    given = os.environ if environment is None else environment
    values: Dict[str, Any] = {}
    for field in fields(Settings):
        text = given.get(PREFIX + field.name.upper())
        if text is not None:
            values[field.name] = _value(field.name, text, getattr(Settings, field.name))
    for old, new in _RENAMED.items():
        if PREFIX + old in given:
            raise WrongSetting(f"{PREFIX}{old} is called {PREFIX}{new} now")
    settings = Settings(**values)
    _check(settings)
    return settings


def _value(name: str, text: str, default: Any) -> Any:
    kind = type(default) if not isinstance(default, Path) else Path
    try:
        return kind(text)
    except ValueError:
        raise WrongSetting(f"{PREFIX}{name.upper()} is '{text}', which is no {kind.__name__}") from None


def _check(settings: Settings) -> None:
    for field in fields(settings):
        value = getattr(settings, field.name)
        if isinstance(value, float) and not math.isfinite(value):  # 'nan' and 'inf' are read as numbers
            raise WrongSetting(f"{PREFIX}{field.name.upper()} is {value}: use a number")
    for name in ("port", "console_port"):
        if not 1024 <= getattr(settings, name) <= 64000:
            raise WrongSetting(f"{PREFIX}{name.upper()} is {getattr(settings, name)}: use a port from 1024 to 64000")
    if settings.secret and len(settings.secret) < 16:
        raise WrongSetting(f"{PREFIX}SECRET is too short: use at least 16 characters")
    for site in settings.sites:
        if not _ORIGIN.fullmatch(site):
            raise WrongSetting(
                f"{PREFIX}ORIGINS holds '{site}': write each site as https://www.example.org, without a path or a slash at the end"
            )
    if settings.action_timeout_s >= settings.rasa_timeout_s:
        raise WrongSetting(
            f"{PREFIX}ACTION_TIMEOUT_S must be less than {PREFIX}RASA_TIMEOUT_S, or a turn is lost when an action is slow"
        )
    for name in (
        "most_characters",
        "messages_a_minute",
        "conversations_a_minute",
        "keep_conversations_hours",
        "action_timeout_s",
    ):
        if getattr(settings, name) <= 0:
            raise WrongSetting(f"{PREFIX}{name.upper()} must be more than 0")
