"""Plain full-text search over the knowledge, as the search box of a website would do it."""

from __future__ import annotations

import re
import sqlite3
import time
from typing import Dict, Iterator, List, Tuple

from bench.heard import Heard
from bench.measures import ANY
from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.schema import pick

#: Topics whose texts speak of danger.
DANGER = frozenset({"crisis", "safeguarding"})
#: Hits that are looked through for the nearest topics.
HITS = 100

_PLACEHOLDER = re.compile(r"\{[^}]*\}")
_WORD = re.compile(r"\w+")


class FullText:
    """SQLite's FTS5 with BM25 and Porter stems. Any word may match: a whole question hardly ever matches all of its own."""

    name = "Full-text search"
    about = (
        "SQLite FTS5 with BM25 over what carers read in topics, common questions with their answers, and live supports. "
        "The topic of the best hit counts as its answer, a best hit on a text of crisis or safeguarding as danger "
        "caught, with the fixed reply. Only a message without any hit is held back. It learns nothing."
    )

    def __init__(self, knowledge: Knowledge) -> None:
        self._milliseconds: List[float] = []
        self._database = sqlite3.connect(":memory:")
        self._database.execute(
            "create virtual table pages using fts5(topic unindexed, words, tokenize='porter unicode61')"
        )
        self._database.executemany("insert into pages values (?, ?)", pages(knowledge))

    def hear(self, text: str) -> Heard:
        started = time.perf_counter()
        topics = self._topics(text)
        took = 1000 * (time.perf_counter() - started)
        self._milliseconds.append(took)
        best = topics[0] if topics else None
        return Heard(
            topic=best,
            ranked=topics,
            held_back=best is None,
            kind=ANY if best in DANGER else None,
            certain=best in DANGER,
            milliseconds=took,
        )

    def times(self) -> Dict[str, List[float]]:
        return {"search": self._milliseconds}

    def memory_of(self) -> str:
        return "full-text"

    def _topics(self, text: str) -> Tuple[str, ...]:
        """Topics of the best hits, nearest first, each once."""
        query = " OR ".join(f'"{word}"' for word in dict.fromkeys(_WORD.findall(text.lower())))
        if not query:
            return ()
        found = self._database.execute(
            "select topic from pages where pages match ? order by bm25(pages), rowid limit ?", (query, HITS)
        )
        return tuple(dict.fromkeys(topic for (topic,) in found))


def pages(knowledge: Knowledge) -> Iterator[Tuple[str, str]]:
    """(topic, words) of every page that a site about this knowledge would have: one for each variant of a text, and one
    for each support, which counts for its first topic."""
    for topic in knowledge.topics.values():
        for scope, words in topic.answer.items():
            yield topic.id, _page(topic.title, words, pick(topic.next_step, scope) or "")
    for answer in knowledge.answers.values():
        for words in answer.words.values():
            yield answer.topic, _page(answer.title, *answer.questions, words)
    for support in knowledge.live_supports():
        yield support.topics[0], _page(support.name, support.organisation, support.audience, support.summary)


def _page(*texts: str) -> str:
    return _PLACEHOLDER.sub(" ", "\n".join(texts))
