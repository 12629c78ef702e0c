"""The live knowledge follows the files; a broken file never takes it down."""

from __future__ import annotations

import pytest

from tests.unit.folder import SUPPORT, Folder
from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.live import LiveKnowledge
from waymark.knowledge.problems import BrokenKnowledge
from waymark.language.risk.patterns import RiskPatterns

FILE = "supports/dundee/helping-hand.yml"


def test_a_change_is_live_without_a_restart(folder: Folder) -> None:
    live = LiveKnowledge(folder.root)
    before = live.current.version
    folder.change(FILE, "Helping Hand", "A Helping Hand")
    assert live.refresh()
    assert live.current.supports["helping-hand"].name == "A Helping Hand"
    assert live.current.version != before


def test_nothing_is_read_again_when_nothing_changed(folder: Folder) -> None:
    live = LiveKnowledge(folder.root)
    first = live.current
    assert not live.refresh()
    assert live.current is first


def test_a_new_support_is_live(folder: Folder) -> None:
    live = LiveKnowledge(folder.root)
    folder.write("supports/dundee/second-hand.yml", SUPPORT.replace("helping-hand", "second-hand"))
    assert live.refresh()
    assert "second-hand" in live.current.supports


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("01382 200422", "01382"),
        ("name: Helping", "name: Helping:"),
        ("id: helping-hand", "id: hand"),
        ("read_on: 2026-11-20", "read_on: 2026-02-30"),
        (SUPPORT, ""),
    ],
    ids=["a bad number", "bad YAML", "another id", "a day that is none", "an empty file"],
)
def test_the_last_good_version_stays_and_the_mended_one_comes(old: str, new: str, folder: Folder) -> None:
    live = LiveKnowledge(folder.root)
    good = live.current
    folder.change(FILE, old, new)
    assert not live.refresh()
    assert live.current is good
    assert any(FILE in problem.file for problem in live.problems)
    folder.write(FILE, SUPPORT.replace("Helping Hand", "Mended Hand"))
    assert live.refresh()
    assert live.current.supports["helping-hand"].name == "Mended Hand"
    assert live.problems == []


def test_a_removed_support_that_a_text_needs_leaves_the_last_good_version(folder: Folder) -> None:
    live = LiveKnowledge(folder.root)
    (folder.root / FILE).unlink()
    assert not live.refresh()
    assert "helping-hand" in live.current.supports


def test_listeners_hear_of_each_new_version_and_of_no_broken_one(folder: Folder) -> None:
    live = LiveKnowledge(folder.root)
    heard: list[Knowledge] = []
    live.on_change(heard.append)
    folder.change(FILE, "01382 200422", "01382")
    live.refresh()
    assert heard == []
    folder.change(FILE, "01382", "01382 200422")
    live.refresh()
    assert heard == [live.current]


def test_danger_patterns_that_cannot_be_used_never_become_live(folder: Folder) -> None:
    """The web service and the detector build their patterns from each new version: it must hold together."""
    live = LiveKnowledge(folder.root)
    good = live.current
    live.on_change(lambda fresh: RiskPatterns(fresh.risk_patterns) and None)
    folder.change("risk/patterns.yml", "  unless:\n", "  unless:\n  - '(('\n")
    assert not live.refresh()
    assert live.current is good
    assert live.problems


def test_a_listener_that_fails_leaves_the_last_good_version_with_all(folder: Folder) -> None:
    live = LiveKnowledge(folder.root)
    good = live.current
    heard: list[Knowledge] = []
    live.on_change(heard.append)
    live.on_change(lambda fresh: 1 / 0 and None)
    folder.change(FILE, "Helping Hand", "A Helping Hand")
    assert not live.refresh()
    assert live.current is good
    assert live.problems
    assert heard[-1] is good


def test_a_broken_folder_is_told_at_the_start(folder: Folder) -> None:
    folder.change(FILE, "01382 200422", "01382")
    with pytest.raises(BrokenKnowledge, match=r"helping-hand\.yml:\d+: contact\.phone"):
        LiveKnowledge(folder.root)


def test_watching_brings_a_change_within_two_seconds(folder: Folder) -> None:
    import threading

    live = LiveKnowledge(folder.root, check_every_s=0.05)
    changed = threading.Event()
    live.on_change(lambda fresh: changed.set())
    live.watch()
    try:
        folder.change(FILE, "Helping Hand", "A Helping Hand")
        assert changed.wait(2)
    finally:
        live.stop()
