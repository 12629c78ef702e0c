"""Conversations in one row each: kept whole, without embeddings, from the last session start, and forgotten in time."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import threading
import time
import warnings
from pathlib import Path
from typing import Any, Optional

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, SessionStarted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from waymark.language.graph import EMBEDDING
from waymark.operations.retention import forget_old, keep_forgetting
from waymark.operations.settings import Settings
from waymark.rasa.tracker_store import OneRowStore, prepare

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # Rasa warns about every domain with slots
    DOMAIN = Domain.from_yaml(
        """
    version: "3.1"
    intents: [ask]
    actions: [action_answer]
    slots: {topic: {type: any, mappings: [{type: custom}]}}
    """
    )


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "run" / "conversations.db"


@pytest.fixture
def store(database: Path) -> OneRowStore:
    return OneRowStore(DOMAIN, db=str(database))


def said(text: str, **parsed: Any) -> UserUttered:
    return UserUttered(
        text, {"name": "ask", "confidence": 0.9}, parse_data={"text": text, "intent": {"name": "ask"}, **parsed}
    )


def tracker(sender: str, *events: Any) -> DialogueStateTracker:
    return DialogueStateTracker.from_events(sender, list(events), DOMAIN.slots)


def kept(store: OneRowStore, sender: str) -> Optional[DialogueStateTracker]:
    return asyncio.run(store.retrieve(sender))


def session(*events: Any) -> list[Any]:
    return [ActionExecuted("action_session_start"), SessionStarted(), ActionExecuted("action_listen"), *events]


def test_a_conversation_comes_back_as_it_was(store: OneRowStore) -> None:
    before = tracker(
        "a",
        *session(
            said("money – mum’s 🙂"), SlotSet("topic", "money"), BotUttered("Here."), ActionExecuted("action_listen")
        ),
    )
    asyncio.run(store.save(before))
    after = kept(store, "a")
    assert after is not None
    assert after.get_slot("topic") == "money"
    assert [event.as_dict() for event in after.events] == [event.as_dict() for event in before.events]


def test_a_conversation_never_seen_is_none(store: OneRowStore) -> None:
    assert kept(store, "nobody") is None


def test_saving_again_keeps_one_row(store: OneRowStore, database: Path) -> None:
    for text in ("one", "two"):
        asyncio.run(store.save(tracker("a", *session(said(text)))))
    assert asyncio.run(store.keys()) == ["a"]
    with sqlite3.connect(database) as opened:
        assert opened.execute("SELECT count(*) FROM conversation").fetchone() == (1,)


def test_the_embedding_is_dropped_and_the_danger_kept(store: OneRowStore) -> None:
    risk = {"kind": "suicide", "level": "possible"}
    message = said("help", risk=risk, **{EMBEDDING: "x" * 512})
    asyncio.run(store.save(tracker("a", *session(message))))
    assert message.parse_data[EMBEDDING], "what is still in memory is not touched"
    after = kept(store, "a")
    assert after is not None
    assert after.latest_message is not None
    assert EMBEDDING not in after.latest_message.parse_data
    assert after.latest_message.parse_data["risk"] == risk


def test_only_the_last_session_is_kept(store: OneRowStore) -> None:
    events = [*session(said("before"), SlotSet("topic", "money")), *session(said("after"))]
    asyncio.run(store.save(tracker("a", *events)))
    after = kept(store, "a")
    assert after is not None
    assert [event.text for event in after.events if isinstance(event, UserUttered)] == ["after"]
    assert isinstance(after.events[0], ActionExecuted)
    assert after.events[0].action_name == "action_session_start"
    assert after.get_slot("topic") is None


def test_a_conversation_without_a_session_start_is_kept_whole(store: OneRowStore) -> None:
    asyncio.run(store.save(tracker("a", said("one"), said("two"))))
    after = kept(store, "a")
    assert after is not None
    assert len(after.events) == 2


def test_a_deleted_conversation_is_gone(store: OneRowStore) -> None:
    for name in ("a", "b"):
        asyncio.run(store.save(tracker(name, *session(said("hello")))))
    asyncio.run(store.delete("a"))
    assert kept(store, "a") is None
    assert asyncio.run(store.keys()) == ["b"]


def test_a_strange_name_is_no_statement(store: OneRowStore) -> None:
    name = "'; DROP TABLE conversation; --"
    asyncio.run(store.save(tracker(name, *session(said("hello")))))
    assert kept(store, name) is not None


def test_two_stores_on_one_file_see_the_same(store: OneRowStore, database: Path) -> None:
    asyncio.run(store.save(tracker("a", *session(said("hello")))))
    assert kept(OneRowStore(DOMAIN, db=str(database)), "a") is not None


def test_preparing_twice_loses_nothing(store: OneRowStore, database: Path) -> None:
    asyncio.run(store.save(tracker("a", *session(said("hello")))))
    prepare(database)
    assert kept(store, "a") is not None


def test_only_conversations_older_than_the_time_set_are_forgotten(store: OneRowStore, database: Path) -> None:
    for name in ("old", "new"):
        asyncio.run(store.save(tracker(name, *session(said("hello")))))
    with sqlite3.connect(database) as opened:
        opened.execute("UPDATE conversation SET changed_at = ? WHERE sender_id = 'old'", (time.time() - 3700,))
        opened.execute("UPDATE conversation SET changed_at = ? WHERE sender_id = 'new'", (time.time() - 3500,))
    held = Settings(run_folder=database.parent, keep_conversations_hours=1.0)
    assert forget_old(held) == 1
    assert forget_old(held) == 0
    assert asyncio.run(store.keys()) == ["new"]


def test_with_no_conversations_yet_there_is_nothing_to_forget(tmp_path: Path) -> None:
    assert forget_old(Settings(run_folder=tmp_path)) == 0


def test_what_is_forgotten_cannot_be_read_from_the_file(store: OneRowStore, database: Path) -> None:
    asyncio.run(store.save(tracker("old", *session(said("a very private sentence")))))
    with sqlite3.connect(database) as opened:
        opened.execute("UPDATE conversation SET changed_at = 0")
    assert forget_old(Settings(run_folder=database.parent)) == 1
    files = [path.read_bytes() for path in database.parent.iterdir()]
    assert not any(b"a very private sentence" in content for content in files)


def test_forgetting_goes_on_when_the_file_is_broken(tmp_path: Path) -> None:
    held = Settings(run_folder=tmp_path)
    held.tracker_db.write_bytes(b"this is no database, but long enough to be looked at as one" * 20)
    stopped = threading.Event()
    thread = threading.Thread(target=keep_forgetting, args=(held, stopped))
    thread.start()
    stopped.wait(0.1)
    assert thread.is_alive()
    stopped.set()
    thread.join(2)
    assert not thread.is_alive()


def test_events_are_kept_as_plain_json(store: OneRowStore, database: Path) -> None:
    asyncio.run(store.save(tracker("a", *session(said("mum’s")))))
    with sqlite3.connect(database) as opened:
        (text,) = opened.execute("SELECT events FROM conversation").fetchone()
    assert [event["event"] for event in json.loads(text)] == ["action", "session_started", "action", "user"]
