"""Rasa does not start without the store that forgets."""

from __future__ import annotations

from pathlib import Path

import pytest

from waymark.operations import paths
from waymark.rasa.__main__ import stop_without_store


def test_with_the_store_of_endpoints_yml_it_starts() -> None:
    stop_without_store()


@pytest.mark.parametrize(
    "endpoints",
    [
        "tracker_store: {type: waymark.rasa.tracker_store.NoStore}",
        "tracker_store: {type: waymark.nowhere.Store}",
        "nlg: {}",
    ],
)
def test_without_it_stops(endpoints: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "endpoints.yml").write_text(endpoints)
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    with pytest.raises((ImportError, AttributeError, KeyError)):
        stop_without_store()
