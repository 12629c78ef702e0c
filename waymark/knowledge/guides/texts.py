"""What is wrong with the texts of a guide: scopes, forgotten nations, names that cannot be filled."""

from __future__ import annotations

import dataclasses
from typing import Iterator, List, Mapping, Optional, Sequence, Tuple

from waymark.knowledge.guides.answers import NUMBERS, YES, Answer
from waymark.knowledge.guides.evaluate import Ground
from waymark.knowledge.guides.walking import TextAt, Where, texts_of
from waymark.knowledge.guides.words import names_in, written
from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.schema import NATIONS, Guide, Kind, Question, Text, pick
from waymark.knowledge.texts import UnknownName
from waymark.knowledge.wording import typed

MOST_ON_A_BUTTON = 60


def text_problems(guide: Guide, knowledge: Knowledge) -> Iterator[Tuple[Where, str]]:
    """Everything wrong with what carers read, and with other texts by scope."""
    full = Ground(guide, knowledge.figures, {question.id: _any_answer(question) for question in guide.questions})
    for at in texts_of(guide):
        yield from ((at.where, what) for what in _scopes(at.text, at.nations, knowledge))
        yield from ((at.where, what) for text in at.text.values() for what in typed(text))
        yield from ((at.where, what) for what in _fills(at, full, knowledge))
        if at.is_button:
            yield from (
                (at.where, f"has {len(text)} characters: a button holds {MOST_ON_A_BUTTON}")
                for text in at.text.values()
                if len(text) > MOST_ON_A_BUTTON
            )
    for index, person in enumerate(guide.person):
        yield from ((("person", index, "support"), what) for what in _scopes(person.support, (), knowledge))
    for name, figures in guide.figures.items():
        yield from ((("figures", name), what) for what in _scopes(figures, (), knowledge))
    for index, outcome in enumerate(guide.outcomes):
        if outcome.figure is not None:
            where: Where = ("outcomes", index, "figure")
            yield from ((where, what) for what in _scopes(outcome.figure, outcome.nations, knowledge))


def scopes_by_name(knowledge: Knowledge) -> Mapping[str, List[str]]:
    """Nation, place or council -> the scopes of a home there, most local first."""
    found = {nation: [nation] for nation in NATIONS}
    for place in knowledge.places.values():
        found[place.id] = [place.id, place.nation]
        found.update({council.id: [council.id, place.id, place.nation] for council in place.councils})
    return found


def _scopes(text: Text, nations: Sequence[str], knowledge: Knowledge) -> Iterator[str]:
    known = {"uk", *scopes_by_name(knowledge)}
    yield from (f"'{scope}' is no place, council or nation" for scope in text if scope not in known)
    named = [nation for nation in NATIONS if nation in text]
    if not nations and "uk" not in text:
        yield "needs a text for 'uk', shown where no nation is known"
    if named or "uk" not in text:
        yield from (f"has no text for {nation}" for nation in nations or NATIONS if nation not in named)
    if nations:
        yield from (f"names {nation}, where it is not shown" for nation in named if nation not in nations)


def _fills(at: TextAt, full: Ground, knowledge: Knowledge) -> Iterator[str]:
    """Names that cannot be filled, in any home where the text is read."""
    by_name = scopes_by_name(knowledge)
    homes: List[Optional[str]] = [*(at.nations or (None, *NATIONS)), *(name for name in at.text if name in by_name)]
    told = set()
    for name in ("answer", "value"):
        known = [part.id for part in (full.guide.questions if name == "answer" else full.guide.values)]
        told |= {f"'{used}' is no {name} of this guide" for used in names_in(at.text, name) if used not in known}
    for home in [] if told else homes:
        scopes = by_name.get(home or "", [])
        here = dataclasses.replace(full, scopes={"carer": scopes, "person": scopes})
        if pick(dict(at.text), *scopes) is None:
            continue
        try:
            written(at.text, here, at.home, knowledge)
        except UnknownName as error:
            told.add(str(error.args[0]))
    yield from sorted(told)


def _any_answer(question: Question) -> Answer:
    if question.kind in NUMBERS:
        return 1.0
    if question.kind is Kind.date:
        return "2026-01-01"
    if question.kind is Kind.nation:
        return NATIONS[0]
    if question.kind is Kind.yes_no:
        return YES
    if question.kind is Kind.words:
        return "words"
    options = [str(option.id) for option in question.options]
    return options[:1] if question.kind is Kind.several else (options or [YES])[0]
