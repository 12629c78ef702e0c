"""The fixed words of the dialogue, read from domain.yml: one place for editors, for Rasa and for us."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, FrozenSet, List, Mapping, Optional, Tuple

import yaml

from waymark.dialogue.reply import Button
from waymark.operations.paths import ROOT


class MissingWords(KeyError):
    """domain.yml has no such response."""


@dataclass(frozen=True)
class Response:
    """One response of domain.yml: its text, buttons and the turn status it stands for."""

    text: str
    buttons: Tuple[Button, ...]
    status: Optional[str]


class Words:
    """Responses by name."""

    def __init__(self, responses: Mapping[str, Response]) -> None:
        self._responses = dict(responses)

    @classmethod
    def read(cls, path: Path = ROOT / "domain.yml") -> Words:
        """Words of a domain file.

        Raises:
            OSError: the file cannot be read.
        """
        domain = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        return cls({name: _response(variants) for name, variants in domain.get("responses", {}).items()})

    def response(self, name: str) -> Response:
        try:
            return self._responses[name]
        except KeyError:
            raise MissingWords(f"domain.yml has no response '{name}'") from None

    def say(self, name: str, /, **values: str) -> str:
        """The text of response `name` with `{names}` filled in."""
        text = self.response(name).text
        for key, value in values.items():
            text = text.replace("{" + key + "}", value)
        return text

    def titles(self) -> Dict[str, str]:
        """What the buttons in domain.yml say, by payload."""
        return {button.payload: button.title for response in self._responses.values() for button in response.buttons}

    def payloads(self) -> FrozenSet[str]:
        """Every payload that stands in domain.yml."""
        return frozenset(button.payload for response in self._responses.values() for button in response.buttons)


def _response(variants: List[Dict[str, Any]]) -> Response:
    plain = next((variant for variant in reversed(variants) if "condition" not in variant), variants[-1])
    buttons = tuple(
        Button(button["title"], button["payload"].replace("{{", "{").replace("}}", "}"))
        for button in plain.get("buttons", [])
    )
    return Response(plain.get("text", "").strip(), buttons, (plain.get("custom") or {}).get("status"))


def payload(intent: str, **entities: str) -> str:
    """A button's payload: '/ask{"topic": "money"}'."""
    return f"/{intent}" + (json.dumps(entities, ensure_ascii=False) if entities else "")
