"""Checks between files: every name that one file uses must be known to another.

python -m waymark.knowledge.checking [folder]
"""

from __future__ import annotations

import datetime
import sys
from pathlib import Path
from typing import Iterator, List, Mapping, Optional, Tuple

from waymark.knowledge.borders import border_problems
from waymark.knowledge.follow_ups import follow_up_problems
from waymark.knowledge.guides.checking import guide_problems
from waymark.knowledge.keep_words import FILE as KEEP
from waymark.knowledge.keep_words import keep_problems
from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.languages import FILE as LANGUAGES
from waymark.knowledge.languages import text_problems, words_of
from waymark.knowledge.loading import Reader, load_knowledge
from waymark.knowledge.page_words import ABOUT, PAGE, about_problems, page_problems
from waymark.knowledge.problems import BrokenKnowledge, Path_, Problem, line_of
from waymark.knowledge.schema import (
    NATIONS,
    Answer,
    Confidence,
    DangerContact,
    DangerReply,
    Place,
    Support,
    Topic,
)
from waymark.knowledge.texts import LEFTOVER, UnknownName, fill
from waymark.knowledge.word_groups import compiled
from waymark.knowledge.wording import typed as _typed
from waymark.operations.paths import KNOWLEDGE

#: What the words of a danger contact may name.
_OF_CONTACT = ("phone", "out_of_hours_phone", "sms", "sms_keyword")
_LOCAL_CONTACTS = ("local_adult", "local_child")

#: A record, where in it, and what is wrong.
Finding = Tuple[str, Path_, str]


def check(knowledge: Knowledge, reader: Reader) -> List[Problem]:
    """All problems between files."""
    found: List[Problem] = []
    for kind, items in (
        ("supports", _supports(knowledge)),
        ("topics", _topics(knowledge)),
        ("answers", _answers(knowledge)),
        ("guides", guide_problems(knowledge)),
        ("figures/*.yml", _figures(knowledge)),
        ("lists/two_meanings.yml", _two_meanings(knowledge, reader)),
        ("lists/follow_ups.yml", _follow_ups(knowledge, reader)),
        ("risk/contacts.yml", _danger_contacts(knowledge)),
        ("risk/patterns.yml", _patterns(knowledge)),
    ):
        found += [reader.problem(kind, key, where, what) for key, where, what in items]
    return [
        *found,
        *_danger_replies(knowledge, reader),
        *_places(knowledge, reader),
        *_languages(knowledge, reader),
        *_page(knowledge, reader),
        *_keep(knowledge, reader),
    ]


def _supports(knowledge: Knowledge) -> Iterator[Finding]:
    for key, support in knowledge.supports.items():
        yield from (
            (key, (field,), f"'{name}' is not in {known}") for field, name, known in _unknown(knowledge, support)
        )
        for field in ("name", "organisation", "audience", "summary", "cost", "accessibility"):
            yield from ((key, (field,), what) for what in _typed(getattr(support, field), braces=True))
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
    for field, names, known, called in (
        ("areas", support.areas, set(knowledge.lists["areas"]), "knowledge/lists/areas.yml"),
        ("topics", support.topics, set(knowledge.topics), "knowledge/topics"),
        ("eligibility", support.eligibility, set(knowledge.lists["eligibility"]), "knowledge/lists/eligibility.yml"),
        ("conditions", support.conditions, set(knowledge.conditions), "knowledge/lists/conditions.yml"),
        ("councils", support.councils, _councils(knowledge), "knowledge/places"),
    ):
        yield from ((field, name, called) for name in names if name not in known)


def _councils(knowledge: Knowledge) -> set[str]:
    return {council.id for place in knowledge.places.values() for council in place.councils}


def _scopes(knowledge: Knowledge) -> set[str]:
    return {"uk", *NATIONS, *knowledge.places, *_councils(knowledge)}


def _topics(knowledge: Knowledge) -> Iterator[Finding]:
    for key, topic in knowledge.topics.items():
        yield from ((key, ("title",), what) for what in _typed(topic.title, braces=True))
        yield from _words(knowledge, key, "answer", topic.answer)
        yield from _words(knowledge, key, "next_step", topic.next_step)
        yield from _first_contacts(knowledge, key, topic)
        yield from ((key, where, what) for where, what in border_problems(knowledge.topics, key))
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
        yield from ((key, ("title",), what) for what in _typed(answer.title, braces=True))
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
    yield from ((key, where, what) for what in _typed(text))
    try:
        fill(text, knowledge, datetime.date.today())
    except UnknownName as error:
        yield key, where, str(error.args[0])


def _figures(knowledge: Knowledge) -> Iterator[Finding]:
    for key, figure in knowledge.figures.items():
        yield from ((key, ("nations",), what) for what in _no_nations(figure.nations))


def _no_nations(names: List[str]) -> Iterator[str]:
    yield from (f"'{name}' is none of {', '.join(NATIONS)}" for name in names if name not in NATIONS)


def _two_meanings(knowledge: Knowledge, reader: Reader) -> Iterator[Finding]:
    for key, entry in reader.two_meanings.items():
        for name in entry.topics:
            if name not in knowledge.topics:
                yield key, ("topics",), f"'{name}' is not in knowledge/topics"


def _follow_ups(knowledge: Knowledge, reader: Reader) -> Iterator[Finding]:
    places = [place.name for place in knowledge.places.values()] + ["Poole"]
    conditions = [word for condition in knowledge.conditions.values() for word in condition.words]
    return follow_up_problems(reader.follow_ups, places, conditions)


def _danger_contacts(knowledge: Knowledge) -> Iterator[Finding]:
    councils = _councils(knowledge)
    for key, contact in knowledge.danger_contacts.items():
        yield from ((key, ("nations",), what) for what in _no_nations(contact.nations))
        if contact.council is not None and contact.council not in councils:
            yield key, ("council",), f"'{contact.council}' is not in knowledge/places"
        yield from ((key, ("words",), what) for what in _contact_words(contact))


def _contact_words(contact: DangerContact) -> Iterator[str]:
    """A contact whose line cannot be filled is left out of the reply, so that must be told before."""
    words = contact.words or ""
    yield from _typed(contact.words)
    for name in _OF_CONTACT:
        confirmed = contact.source.confidence is Confidence.confirmed
        if f"{{{name}}}" in words and confirmed and not getattr(contact, name):
            yield f"names {{{name}}}, which the contact does not have"
        words = words.replace(f"{{{name}}}", "")
    leftover = LEFTOVER.search(words)
    if leftover:
        yield f"'{leftover[0]}' is none of {', '.join(f'{{{name}}}' for name in _OF_CONTACT)}"


def _danger_replies(knowledge: Knowledge, reader: Reader) -> Iterator[Problem]:
    for missing in sorted(set(knowledge.lists["risk_kinds"]) - set(knowledge.danger_replies)):
        yield Problem(f"{reader.root.name}/risk/replies.yml", 1, missing, "this kind of danger has no reply")
    for kind, reply in knowledge.danger_replies.items():
        for field, scope, what in _danger_reply(knowledge, reply):
            where = (field, scope) if scope else (field,)
            yield reader.problem("risk/replies.yml", kind, where, what, field=f"{kind}.{field}")


def _danger_reply(knowledge: Knowledge, reply: DangerReply) -> Iterator[Tuple[str, Optional[str], str]]:
    """(field, scope within it, what is wrong)."""
    if reply.kind not in knowledge.lists["risk_kinds"]:
        yield "kind", None, f"'{reply.kind}' is not in knowledge/lists/risk_kinds.yml"
    if reply.topic is not None and reply.topic not in knowledge.topics:
        yield "topic", None, f"'{reply.topic}' is not in knowledge/topics"
    for field in ("first_line", "kind_line", "closing", "possible_line"):
        yield from ((field, None, what) for what in _typed(getattr(reply, field), braces=True))
    scopes = ("unknown", *NATIONS)
    for field, variants in (("contacts", reply.contacts), ("possible_contacts", reply.possible_contacts)):
        yield from ((field, None, f"has nothing for '{scope}'") for scope in scopes if scope not in variants)
        for scope, names in variants.items():
            if scope not in scopes:
                yield field, scope, f"'{scope}' is none of {', '.join(scopes)}"
            for name in names.split():
                if name not in knowledge.danger_contacts and name not in _LOCAL_CONTACTS:
                    yield field, scope, f"'{name}' is not in knowledge/risk/contacts.yml"


def _patterns(knowledge: Knowledge) -> Iterator[Finding]:
    for pattern in knowledge.risk_patterns:
        if pattern.kind not in knowledge.lists["risk_kinds"]:
            yield pattern.example, ("kind",), f"'{pattern.kind}' is not in knowledge/lists/risk_kinds.yml"
        if not any(compiled(line).search(f" < {pattern.example} > ") for line in pattern.pattern):
            yield pattern.example, ("example",), f"'{pattern.example}' is not matched by its pattern"


def _places(knowledge: Knowledge, reader: Reader) -> Iterator[Problem]:
    for key, place in knowledge.places.items():
        if place.nation not in NATIONS:
            yield reader.problem("places", key, ("nation",), f"'{place.nation}' is none of {', '.join(NATIONS)}")
        if key not in knowledge.lists["areas"]:
            yield reader.problem("places", key, ("id",), f"'{key}' is not in knowledge/lists/areas.yml")
        for where, field, council in _named_councils(place):
            if council not in {known.id for known in place.councils}:
                yield reader.problem("places", key, where, f"council '{council}' is not one of the place's", field)


def _named_councils(place: Place) -> Iterator[Tuple[Path_, str, str]]:
    """(where, how to call that, council) of every council that a locality or postcode names."""
    for index, locality in enumerate(place.localities):
        if locality.council:
            yield ("localities", index, "council"), f"localities.{locality.name}", locality.council
    for index, postcode in enumerate(place.postcodes):
        for number, council in enumerate(postcode.councils):
            yield ("postcodes", index, "councils", number), f"postcodes.{postcode.district}", council


def _languages(knowledge: Knowledge, reader: Reader) -> Iterator[Problem]:
    """What the texts in other languages leave out or hold too much of, and whom they say to ring."""
    file = f"{reader.root.name}/{LANGUAGES}"
    languages = knowledge.languages.languages
    found: List[Tuple[Path_, str]] = [
        *((where, what) for _, where, what in _words(knowledge, LANGUAGES, "ring", knowledge.languages.ring)),
        *text_problems(languages),
        *((where, what) for where, words in words_of(languages) for what in _typed(words)),
    ]
    for where, what in found:
        yield Problem(file, line_of(reader.texts.get(file, ""), where), ".".join(map(str, where)), what)


def _page(knowledge: Knowledge, reader: Reader) -> Iterator[Problem]:
    """The words of the chat's pages, and of the page about this guide."""
    for name, found in ((PAGE, page_problems(knowledge)), (ABOUT, about_problems(knowledge))):
        file = f"{reader.root.name}/{name}"
        for where, what in found:
            yield Problem(file, line_of(reader.texts.get(file, ""), where), ".".join(map(str, where)), what)


def _keep(knowledge: Knowledge, reader: Reader) -> Iterator[Problem]:
    """The words of the page to keep."""
    file = f"{reader.root.name}/{KEEP}"
    for where, what in keep_problems(knowledge):
        yield Problem(file, line_of(reader.texts.get(file, ""), where), ".".join(map(str, where)), what)


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
        f"{len(knowledge.answers)} answers, {len(knowledge.guides)} guides, {len(knowledge.figures)} figures, {len(knowledge.places)} places."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
