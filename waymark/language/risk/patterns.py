"""Find explicit danger by the reviewed patterns of knowledge/risk/patterns.yml.

Works without any model, so that the fixed replies still come when everything else is down. Speed rests on one cheap
pass: of each pattern the letters are known without which it cannot match ("myself" of "kill myself"), and only
patterns whose letters stand in a sentence are tried on it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Dict, Iterator, Match, Optional, Sequence, Tuple

from waymark.knowledge.schema.risk import RiskPattern
from waymark.knowledge.word_groups import compiled
from waymark.language.risk.children import child_writes, done_to_child
from waymark.language.risk.letters import Letters
from waymark.language.risk.tidy import tidy

#: Gravest first; the order of knowledge/lists/risk_kinds.yml.
KINDS: Tuple[str, ...] = (
    "suicide",
    "suicide_of_other",
    "self_harm",
    "harm_by_carer",
    "abuse_of_carer",
    "abuse_of_adult",
    "child_at_risk",
    "child_in_danger",
    "medical_emergency",
    "missing_person",
    "caring_emergency",
)
CERTAIN, POSSIBLE = "certain", "possible"

#: Of longer texts only the first and the last so many characters are read.
LONGEST = 20_000
#: Words that are looked at together at most: some people write without full stops.
STRETCH = 60
#: Words that two such stretches have in common, so that nothing falls between them.
OVERLAP = 20
#: How many letters from a match an `unless` still excuses it, within its sentence.
REACH = 80
#: Signs around a sentence, so that a pattern can ask for its start or end.
START, END = "<", ">"

#: A denial right in front of what is met: "i have never | hurt him". Not "can not stop | hurting him", "nobody knows | he hits me".
_DENIED = re.compile(
    r"(?<!trying)(?<!hard)(?<!best) (?:never once|(?:not|never)(?! (?:stop|help|cope|know|joking|kidding|lying|only|just|sure|well|safe|stand|long|go|bear|sleep|think"
    r"|care|leave|even|see|live|take|tell|told|eaten|breathe|work|get|wait|trust|enough|right|coping|able|believe|say|sorry|there"
    r"|his|her|my|the|a|because|when|until|if|yet|once|after)\b)"
    r"|no(?= (?:chest|pain|thoughts?|plans?|signs?|intention|urges?|history|bruis|seizures?|fits?|suicid|abuse|violence|self|wanting)\b)"
    r"|nobody(?: s| is| has|$)|denie[sd]|denying|hardly)(?: (?!(?:and|but|so|because|then|or)\b|he |she |they )\w+){0,3}$"
)


@dataclass(frozen=True)
class PatternFinding:
    """Danger found in a message: its kind, how sure the words are ('certain' or 'possible'), and an example of the pattern met."""

    kind: str
    level: str
    example: str


@dataclass(frozen=True)
class _Line:
    """One expression of a pattern, with what excuses it. Compiled when it is first needed."""

    finding: PatternFinding
    search: str
    unless: Sequence[str]
    also: Optional[str]
    nowhere: Optional[str]


class _Message:
    """A tidied message, and what of it was asked before."""

    def __init__(self, text: str) -> None:
        self.plain = tidy(text)
        self.whole = f" {self.plain} "
        self._asked: Dict[str, bool] = {}

    def has(self, expression: str) -> bool:
        if expression not in self._asked:
            self._asked[expression] = compiled(expression).search(self.whole) is not None
        return self._asked[expression]

    def sentences(self) -> Iterator[str]:
        """Sentences with their signs around them; long ones in overlapping stretches."""
        for sentence in self.plain.replace("?", "? .").split(" . "):
            words = sentence.split()
            if words and words[-1] == ".":
                words.pop()
            for start in range(0, max(len(words) - OVERLAP, min(len(words), 1)), STRETCH - OVERLAP):
                end = start + STRETCH
                yield f" {',' if start else START} {' '.join(words[start:end])} {END if end >= len(words) else ','} "


class RiskPatterns:
    """The patterns, gravest first."""

    def __init__(self, patterns: Sequence[RiskPattern], kinds: Sequence[str] = KINDS) -> None:
        rank = {kind: place for place, kind in enumerate(kinds)}
        ordered = sorted(patterns, key=lambda each: (each.level != CERTAIN, rank.get(each.kind, len(rank))))
        self._lines = [
            _Line(PatternFinding(each.kind, each.level, each.example), line, each.unless, each.also, each.nowhere)
            for each in ordered
            for line in each.pattern
        ]
        self._letters = Letters([line.search for line in self._lines])

    def look(self, text: str) -> Optional[PatternFinding]:
        """The gravest danger in `text`: certain before possible, then in the order of kinds. None: no pattern met."""
        if len(text) > 2 * LONGEST:
            text = f"{text[:LONGEST]}. {text[-LONGEST:]}"
        message = _Message(text)
        to_try = sorted(
            (index, sentence) for sentence in message.sentences() for index in self._letters.worth_trying(sentence)
        )
        for index, sentence in to_try:
            met = self._met(self._lines[index], sentence, message)
            if met is not None:
                return _of_child(self._lines[index].finding, met, message.whole)
        return None

    @staticmethod
    def _met(line: _Line, sentence: str, message: _Message) -> Optional[str]:
        """The words that a line meets in a sentence, if nothing denies or excuses them."""
        for match in compiled(line.search).finditer(sentence):
            if not _denied(match, sentence) and not _excused(line.unless, match, sentence):
                if line.also is not None and not message.has(line.also):
                    return None
                return None if line.nowhere is not None and message.has(line.nowhere) else match.group()
        return None


def _denied(match: Match[str], sentence: str) -> bool:
    return _DENIED.search(sentence[max(0, match.start() - REACH) : match.start()]) is not None


def _excused(unless: Sequence[str], match: Match[str], sentence: str) -> bool:
    start = sentence.rfind(" ", 0, max(0, match.start() - REACH) + 1)
    end = sentence.find(" ", match.end() + REACH)
    around = sentence[max(0, start) : len(sentence) if end < 0 else end + 1]
    return any(compiled(expression).search(around) for expression in unless)


def _of_child(finding: PatternFinding, met: str, plain: str) -> PatternFinding:
    """Abuse of the writer is abuse of a carer, or, if a child writes, a child in danger; so with abuse of others."""
    if finding.kind == "abuse_of_carer" and child_writes(plain):
        return PatternFinding("child_in_danger", finding.level, finding.example)
    if finding.kind == "abuse_of_adult" and done_to_child(plain, met):
        return PatternFinding("child_at_risk", finding.level, finding.example)
    return finding
