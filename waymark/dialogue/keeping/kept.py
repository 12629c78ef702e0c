"""Everything shown and worked out in a conversation, put together again from ids and the knowledge as it is now."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any, Dict, List, Mapping, Optional, Sequence, Tuple

from waymark.dialogue.danger import contact_lines
from waymark.dialogue.guides.result import Result, result_of
from waymark.dialogue.guides.running import run
from waymark.dialogue.guides.state import read_state
from waymark.dialogue.keeping.seen import (
    ABOUT_ABUSE,
    ANSWER,
    ASKED,
    DANGER,
    SUPPORT,
    TOPIC,
    Seen,
    is_apart,
    read_seen,
)
from waymark.dialogue.keeping.slots import (
    as_told,
    memory_in,
    results_in,
    situation_of,
    situation_outside_danger,
    word_in,
)
from waymark.dialogue.keeping.told import what_i_told
from waymark.dialogue.situation import Situation
from waymark.dialogue.texts import told
from waymark.dialogue.words import Words
from waymark.knowledge.knowledge import Knowledge


@dataclass(frozen=True)
class Kept:
    """All of it. Texts may hold `**bold**`, lists and paragraphs, as messages do."""

    told: str  # 'What I told you'; may be empty
    steps: Sequence[str]
    results: Sequence[Result]  # of guides, newest first
    supports: Sequence[str]  # ids, in the order shown
    asked: Sequence[Tuple[str, str]]  # title and text of what was asked about
    urgent: Sequence[str]  # whom to reach in a danger that was told
    left_off: bool  # whether something is not here that the carer can add
    nation: Optional[str]

    @property
    def is_empty(self) -> bool:
        return not (self.told or self.steps or self.results or self.supports or self.asked or self.urgent)


def kept(
    slots: Mapping[str, Any],
    knowledge: Knowledge,
    words: Words,
    everything: bool = False,
) -> Kept:
    """What to keep of the conversation with these slots. `everything`: with what is otherwise left off."""
    all_seen = _all_seen(slots, knowledge)
    seen = [each for each in all_seen if everything or not each.apart]
    situation = _situation(slots, all_seen, knowledge)
    results = _results(slots, situation, knowledge, private=everything)
    asked = _asked(seen, situation, knowledge, words)
    points = [line.text for result in results for line in result.points]
    named = [each.id for each in seen if each.kind in (TOPIC, ASKED)]
    return Kept(
        told=what_i_told(as_told(situation, slots, knowledge), word_in(slots), named, points, knowledge),
        steps=_steps(results, seen, situation, knowledge, words),
        results=results,
        supports=_supports(seen, results, knowledge, everything),
        asked=asked,
        urgent=_urgent(seen, situation, knowledge),
        left_off=not everything and (any(each.apart for each in all_seen) or _has_private(slots, situation, knowledge)),
        nation=situation.home_for("person").nation,
    )


def told_so_far(slots: Mapping[str, Any], knowledge: Knowledge) -> str:
    """'What I told you' alone, without what is set apart."""
    all_seen = _all_seen(slots, knowledge)
    situation = _situation(slots, all_seen, knowledge)
    named = [each.id for each in all_seen if each.kind in (TOPIC, ASKED) and not each.apart]
    points = [line.text for result in _results(slots, situation, knowledge, False) for line in result.points]
    return what_i_told(as_told(situation, slots, knowledge), word_in(slots), named, points, knowledge)


def _situation(slots: Mapping[str, Any], all_seen: Sequence[Seen], knowledge: Knowledge) -> Situation:
    """What the conversation knows; once such a danger was told, without what was told with it."""
    in_danger = any(each.kind == DANGER and each.apart for each in all_seen)
    return situation_outside_danger(slots, knowledge) if in_danger else situation_of(slots, knowledge)


def _all_seen(slots: Mapping[str, Any], knowledge: Knowledge) -> List[Seen]:
    """What was shown; a danger that was told last stands in its own slot until the next turn."""
    found = read_seen(memory_in(slots).get("seen"))
    danger = situation_of(slots, knowledge).danger_before
    if danger and not any(each.kind == DANGER and each.id == danger for each in found):
        found.append(Seen(DANGER, danger, is_apart(danger)))
    return [Seen(each.kind, each.id, each.apart or _about_abuse(each, knowledge)) for each in found]


def _about_abuse(seen: Seen, knowledge: Knowledge) -> bool:
    """Whether the thing itself tells of abuse, wherever it was shown."""
    if seen.kind == SUPPORT:
        support = knowledge.supports.get(seen.id)
        return support is not None and support.topics[0] == ABOUT_ABUSE
    if seen.kind == ANSWER:
        answer = knowledge.answers.get(seen.id)
        return answer is not None and answer.topic == ABOUT_ABUSE
    return seen.id == ABOUT_ABUSE


def _results(slots: Mapping[str, Any], situation: Situation, knowledge: Knowledge, private: bool) -> List[Result]:
    """Guides' results with the figures of their day. A guide that has gone, or been closed, is left out."""
    found = []
    for record in results_in(slots):
        guide = knowledge.guides.get(str(record.get("guide")))
        state = read_state({"id": record.get("guide"), "answers": record.get("answers"), "done": True}, guide)
        day = _day(record.get("date"))
        if guide is None or state is None or day is None or not guide.is_live:
            continue
        found.append(result_of(run(guide, state, situation, knowledge, day), knowledge, private))
    return found


def _day(text: Any) -> Optional[datetime.date]:
    try:
        return datetime.date.fromisoformat(text)
    except (TypeError, ValueError):
        return None


def _has_private(slots: Mapping[str, Any], situation: Situation, knowledge: Knowledge) -> bool:
    for result in _results(slots, situation, knowledge, private=True):
        lines = (*result.points, *result.steps, *result.answers)
        marks = [line.private for line in lines] + [told.private for told in result.outcomes]
        if any([*marks, *(private for _, private in result.supports)]):
            return True
    return False


def _supports(seen: Sequence[Seen], results: Sequence[Result], knowledge: Knowledge, everything: bool) -> List[str]:
    """Those shown, and the ones that guides named, each once."""
    of_guides = [name for result in results for name, _ in result.supports]
    persons = [result.person for result in results if result.person]
    named = [Seen(SUPPORT, name) for name in (*of_guides, *persons)]
    named = [each for each in named if everything or not _about_abuse(each, knowledge)]
    names = dict.fromkeys(each.id for each in (*seen, *named) if each.kind == SUPPORT)
    return [name for name in names if name in knowledge.supports and knowledge.supports[name].is_live]


def _asked(seen: Sequence[Seen], situation: Situation, knowledge: Knowledge, words: Words) -> List[Tuple[str, str]]:
    """Titles and texts of answers and topics, in the order in which they were asked."""
    found: Dict[str, str] = {}
    for each in seen:
        source = _source(each, situation, knowledge)
        text = told(source[1], source[2], knowledge, words) if source else None
        if source and text:
            found[source[0]] = text
    return list(found.items())


def _source(seen: Seen, situation: Situation, knowledge: Knowledge) -> Optional[Tuple[str, Any, Any]]:
    """(title, variants, home) of what was answered."""
    if seen.kind == ANSWER and seen.id in knowledge.answers:
        answer = knowledge.answers[seen.id]
        return answer.title, answer.words, situation.home_for(knowledge.topics[answer.topic].home)
    if seen.kind == TOPIC and seen.id in knowledge.topics:
        topic = knowledge.topics[seen.id]
        return topic.title, topic.answer, situation.home_for(topic.home)
    return None


def _steps(
    results: Sequence[Result], seen: Sequence[Seen], situation: Situation, knowledge: Knowledge, words: Words
) -> List[str]:
    """What to do next: of guides first, since they were worked out for this carer; then of topics, as they were asked."""
    found: List[str] = [line.text for result in results for line in result.steps]
    for each in seen:
        topic = knowledge.topics.get(each.id) if each.kind == TOPIC else None
        answer = knowledge.answers.get(each.id) if each.kind == ANSWER else None
        if answer is not None:
            topic = knowledge.topics[answer.topic]
        if topic is None:
            continue
        home = situation.home_for(topic.home)
        contacts = {scope: contact.words for scope, contact in topic.first_contact.items()}
        own = told(answer.next_step, home, knowledge, words) if answer and answer.next_step else None
        step = own or told({**contacts, **topic.next_step}, home, knowledge, words)
        found += [step] if step else []
    return list(dict.fromkeys(found))


def _urgent(seen: Sequence[Seen], situation: Situation, knowledge: Knowledge) -> List[str]:
    """Whom to reach in the dangers that were told, for this home."""
    found: List[str] = []
    for each in seen:
        reply = knowledge.danger_replies.get(each.id) if each.kind == DANGER else None
        if reply is not None:
            found += contact_lines(reply.contacts, situation.home_for("person"), knowledge)
    return list(dict.fromkeys(found))
