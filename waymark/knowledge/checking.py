"""Checks between files: every name that one file uses must be known to another.

python -m waymark.knowledge.checking [folder]
"""

from __future__ import annotations

import datetime
import re
import sys
from pathlib import Path
from typing import Iterable, Iterator, List, Mapping, Tuple

from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.loading import Reader, load_knowledge
from waymark.knowledge.problems import BrokenKnowledge, Problem, line_of
from waymark.knowledge.schema import NATIONS, Answer, Support, Topic
from waymark.knowledge.texts import UnknownName, fill
from waymark.operations.paths import KNOWLEDGE

#: A run of digits long enough to be a telephone number: texts must use {phone:…} instead.
_NUMBER_IN_TEXT = re.compile(r"\b(?:0\d[\d ]{7,}\d|116 \d{3}|18001)\b")
#: Money written out: texts must use {figure:…} instead.
_MONEY_IN_TEXT = re.compile(r"£\s?\d")


def check(knowledge: Knowledge, reader: Reader) -> List[Problem]:
    """All problems between files."""
    found: List[Problem] = []
    for kind, items in (
        ("supports", _supports(knowledge)),
        ("topics", _topics(knowledge)),
        ("answers", _answers(knowledge)),
    ):
        for key, where, what in items:
            file = reader.files.get((kind, key), f"{reader.root.name}/{kind}/{key}.yml")
            found.append(Problem(file, line_of(reader.texts.get(file, ""), where), ".".join(map(str, where)), what))
    return found + _danger(knowledge, reader) + _places(knowledge, reader)


Finding = Tuple[str, Tuple[str, ...], str]


def _supports(knowledge: Knowledge) -> Iterator[Finding]:
    for key, support in knowledge.supports.items():
        yield from (
            (key, (field,), f"'{name}' is not in {known}") for field, name, known in _unknown(knowledge, support)
        )
        numbers = (support.contact.phone, support.contact.sms, support.contact.textphone, support.contact.relay)
        if not support.shows_numbers and any(numbers):
            yield (
                key,
                ("contact",),
                "an unconfirmed entry may show no number: confirm the source or leave the number out",
            )
        if support.is_live and not (
            any(numbers) or support.contact.web or support.contact.email or support.contact.address
        ):
            yield key, ("contact",), "a live support needs at least one way to reach it"
        if support.review.review_by < support.review.checked_on:
            yield key, ("review", "review_by"), "is before checked_on"


def _unknown(knowledge: Knowledge, support: Support) -> Iterator[Tuple[str, str, str]]:
    councils = {council.id for place in knowledge.places.values() for council in place.councils}
    for field, names, known, called in (
        ("areas", support.areas, set(knowledge.lists["areas"]), "knowledge/lists/areas.yml"),
        ("topics", support.topics, set(knowledge.topics), "knowledge/topics"),
        ("eligibility", support.eligibility, set(knowledge.lists["eligibility"]), "knowledge/lists/eligibility.yml"),
        ("conditions", support.conditions, set(knowledge.conditions), "knowledge/lists/conditions.yml"),
        ("councils", support.councils, councils, "knowledge/places"),
    ):
        yield from ((field, name, called) for name in names if name not in known)


def _scopes(knowledge: Knowledge) -> set[str]:
    return {"uk", *NATIONS, *knowledge.places, *(c.id for p in knowledge.places.values() for c in p.councils)}


def _topics(knowledge: Knowledge) -> Iterator[Finding]:
    for key, topic in knowledge.topics.items():
        yield from _words(knowledge, key, "answer", topic.answer)
        yield from _words(knowledge, key, "next_step", topic.next_step)
        yield from _first_contacts(knowledge, key, topic)
        for name in topic.related:
            if name not in knowledge.topics:
                yield key, ("related",), f"'{name}' is not in knowledge/topics"


def _first_contacts(knowledge: Knowledge, key: str, topic: Topic) -> Iterator[Finding]:
    for scope, contact in topic.first_contact.items():
        where = ("first_contact", scope)
        if scope not in _scopes(knowledge):
            yield key, where, "is no place, council or nation"
        support = knowledge.supports.get(contact.support)
        if support is None or not support.is_live:
            yield key, (*where, "support"), f"'{contact.support}' is no live support"
        yield from _text(knowledge, key, (*where, "words"), contact.words)


def _answers(knowledge: Knowledge) -> Iterator[Finding]:
    for key, answer in knowledge.answers.items():
        yield from _words(knowledge, key, "words", answer.words, needs_uk=not answer.only_in)
        if answer.next_step:
            yield from _words(knowledge, key, "next_step", answer.next_step, needs_uk=False)
        yield from ((key, (field,), what) for field, what in _answer_names(knowledge, answer))


def _answer_names(knowledge: Knowledge, answer: Answer) -> Iterator[Tuple[str, str]]:
    if answer.topic not in knowledge.topics:
        yield "topic", f"'{answer.topic}' is not in knowledge/topics"
    for name in answer.supports:
        if name not in knowledge.supports or not knowledge.supports[name].is_live:
            yield "supports", f"'{name}' is no live support"
    for name in answer.only_in:
        if name not in _scopes(knowledge):
            yield "only_in", f"'{name}' is no place, council or nation"


def _words(
    knowledge: Knowledge, key: str, field: str, texts: Mapping[str, str], needs_uk: bool = True
) -> Iterator[Finding]:
    if needs_uk and "uk" not in texts:
        yield key, (field,), "needs a text for 'uk', shown where no nation or place is known"
    for scope, text in texts.items():
        if scope not in _scopes(knowledge):
            yield key, (field, scope), "is no place, council or nation"
        yield from _text(knowledge, key, (field, scope), text)


def _text(knowledge: Knowledge, key: str, where: Tuple[str, ...], text: str) -> Iterator[Finding]:
    if _NUMBER_IN_TEXT.search(text):
        yield key, where, "holds a telephone number: use {phone:support-id}"
    if _MONEY_IN_TEXT.search(text):
        yield key, where, "holds an amount of money: use {figure:name}"
    try:
        fill(text, knowledge, datetime.date.today())
    except UnknownName as error:
        yield key, where, str(error.args[0])


def _danger(knowledge: Knowledge, reader: Reader) -> List[Problem]:
    file = f"{reader.root.name}/risk/replies.yml"
    found = []
    kinds = set(knowledge.lists["risk_kinds"])
    for missing in sorted(kinds - set(knowledge.danger_replies)):
        found.append(Problem(file, 1, missing, "this kind of danger has no reply"))
    for kind, reply in knowledge.danger_replies.items():
        for field, variants in (("contacts", reply.contacts), ("possible_contacts", reply.possible_contacts)):
            for scope in ("unknown", *NATIONS):
                if scope not in variants:
                    found.append(Problem(file, 1, f"{kind}.{field}", f"has nothing for '{scope}'"))
            for name in _contact_names(variants.values()):
                if name not in knowledge.danger_contacts and name not in ("local_adult", "local_child"):
                    found.append(Problem(file, 1, f"{kind}.{field}", f"'{name}' is not in knowledge/risk/contacts.yml"))
    for pattern in knowledge.risk_patterns:
        where = f"{reader.root.name}/risk/patterns.yml"
        try:
            matched = re.search(pattern.pattern, pattern.example.lower())
        except re.error as error:
            found.append(Problem(where, 1, "pattern", f"'{pattern.pattern}' is no regular expression: {error}"))
            continue
        if pattern.kind not in kinds:
            found.append(Problem(where, 1, "kind", f"'{pattern.kind}' is not in knowledge/lists/risk_kinds.yml"))
        if not matched:
            found.append(Problem(where, 1, "example", f"'{pattern.example}' is not matched by its pattern"))
    return found


def _contact_names(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from text.split()


def _places(knowledge: Knowledge, reader: Reader) -> List[Problem]:
    found: List[Problem] = []
    for key, place in knowledge.places.items():
        file = reader.files["places", key]
        councils = {council.id for council in place.councils}
        if place.nation not in NATIONS:
            found.append(Problem(file, 1, "nation", f"'{place.nation}' is none of {', '.join(NATIONS)}"))
        if key not in knowledge.lists["areas"]:
            found.append(Problem(file, 1, "id", f"'{key}' is not in knowledge/lists/areas.yml"))
        for locality in place.localities:
            if locality.council and locality.council not in councils:
                found.append(
                    Problem(
                        file,
                        1,
                        f"localities.{locality.name}",
                        f"council '{locality.council}' is not one of the place's",
                    )
                )
        for postcode in place.postcodes:
            for council in postcode.councils:
                if council not in councils:
                    found.append(
                        Problem(
                            file, 1, f"postcodes.{postcode.district}", f"council '{council}' is not one of the place's"
                        )
                    )
    return found


def main() -> int:
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else KNOWLEDGE
    try:
        knowledge = load_knowledge(root, check)
    except BrokenKnowledge as broken:
        print(broken)
        print(f"\n{len(broken.problems)} to mend", file=sys.stderr)
        return 1
    live = len(knowledge.live_supports())
    drafts = sum(support.status.value == "draft" for support in knowledge.supports.values())
    print(
        f"The knowledge is sound: {live} live supports, {drafts} drafts, {len(knowledge.topics)} topics, "
        f"{len(knowledge.answers)} answers, {len(knowledge.figures)} figures, {len(knowledge.places)} places."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
