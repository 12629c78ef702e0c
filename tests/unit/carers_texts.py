"""Every text that carers read, with where it stands: for tests of reading level and of words."""

from __future__ import annotations

import re
from typing import Dict, Iterator, List, Optional, Tuple

import yaml

from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.schema import Guide, Text
from waymark.operations.paths import ROOT

#: Where it stands, and the text as it is written.
Placed = Tuple[str, str]
_DOMAIN = ROOT / "domain.yml"


def texts_of(knowledge: Knowledge) -> List[Placed]:
    """Answers, topics, guides, replies to danger, and the words of domain.yml. What is shown together is one text."""
    return [
        *_answers(knowledge),
        *_topics(knowledge),
        *(placed for guide in knowledge.guides.values() for placed in _guide(guide)),
        *_danger(knowledge),
        *_responses(),
    ]


def _answers(knowledge: Knowledge) -> Iterator[Placed]:
    for answer in knowledge.answers.values():
        for scope, words in answer.words.items():
            yield f"answers/{answer.topic}/{answer.id} words {scope}", words
        for scope, words in (answer.next_step or {}).items():
            yield f"answers/{answer.topic}/{answer.id} next_step {scope}", words


def _topics(knowledge: Knowledge) -> Iterator[Placed]:
    for topic in knowledge.topics.values():
        for scope, words in topic.answer.items():
            yield f"topics/{topic.id} answer {scope}", words
        for scope, words in topic.next_step.items():
            yield f"topics/{topic.id} next_step {scope}", words
        for scope, contact in topic.first_contact.items():
            yield f"topics/{topic.id} first_contact {scope}", contact.words


def _guide(guide: Guide) -> Iterator[Placed]:
    def placed(where: str, *texts: Optional[Text]) -> Iterator[Placed]:
        for scope, words in _together(texts).items():
            yield f"guides/{guide.id} {where} {scope}", words

    yield from placed("intro", guide.intro)
    for question in guide.questions:
        yield from placed(f"question {question.id}", question.ask, question.help)
        yield from placed(f"question {question.id} why", question.why)
        yield from placed(f"question {question.id} point", question.point)
        for option in question.options:
            yield from placed(f"question {question.id} point {option.id}", option.point)
    for number, lead in enumerate(guide.lead, 1):
        yield from placed(f"lead {number}", lead.text)
    for outcome in guide.outcomes:
        for number, rule in enumerate(outcome.rules, 1):
            yield from placed(f"outcome {outcome.about} rule {number}", rule.reason)
        yield from placed(f"outcome {outcome.about} otherwise", outcome.otherwise.reason)
    for step in guide.steps:
        yield from placed(f"step {step.id}", step.text)


def _together(texts: Tuple[Optional[Text], ...]) -> Dict[str, str]:
    """Texts shown one after the other, by scope."""
    given = [dict(text) for text in texts if text is not None]
    scopes = dict.fromkeys(scope for text in given for scope in text)
    return {scope: " ".join(text.get(scope, text.get("uk", "")) for text in given).strip() for scope in scopes}


def _danger(knowledge: Knowledge) -> Iterator[Placed]:
    for reply in knowledge.danger_replies.values():
        told = [reply.first_line, reply.kind_line, reply.closing or ""]
        yield f"risk/replies {reply.kind}", " ".join(told)
        yield f"risk/replies {reply.kind} possible", reply.possible_line
    for contact in knowledge.danger_contacts.values():
        yield f"risk/contacts {contact.id}", contact.words or ""


def _responses() -> Iterator[Placed]:
    responses = yaml.safe_load(_DOMAIN.read_text(encoding="utf-8"))["responses"]
    for name, variants in responses.items():
        for variant in variants:
            yield f"domain.yml {name}", variant["text"]


_NAME = re.compile(r"\{(?:figure|value|answer):[a-z0-9_-]+\}")
_NUMBER = re.compile(r"\{[a-z_]+(?::[a-z0-9_-]+)?\}|(?<![\w£])0[\d ]{8,14}\d\b|\bhttps?://\S+")


def prose(text: str) -> str:
    """What is read as sentences: no marks, gaps to fill in by hand, or addresses; one short word for each number."""
    plain = _NUMBER.sub("ten", _NAME.sub("ten", text))
    lines = [re.sub(r"\*\*|__+|^\s*(?:-|\d+\.)\s+", "", line).strip() for line in plain.splitlines()]
    ended = [line if re.search(r"[.!?:][\"']?$", line) else f"{line}." for line in lines if line]
    return re.sub(r"\s+", " ", " ".join(ended))
