"""Find explicit danger by the reviewed patterns of knowledge/risk/patterns.yml.

Works without any model, so that the fixed replies still come when everything else is down. Speed rests on one cheap
pass: of each pattern the letters are known without which it cannot match ("myself" of "kill myself"), and only
patterns whose letters stand in a sentence are tried on it.
"""

from __future__ import annotations

import re
import sre_constants
import sre_parse
from dataclasses import dataclass
from typing import Any, Dict, FrozenSet, Iterable, List, Optional, Pattern, Sequence, Set, Tuple

from waymark.knowledge.schema.risk import RiskPattern
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
#: How far from a match, within its sentence, an `unless` still excuses it: some people write without full stops.
REACH = 160

_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+")
_EDGES = ' ,"():;/'

#: Signs that a child writes, anywhere in the message: "im 12. my mum hits me" is a child in danger, not an abused carer.
_CHILD_WRITES = re.compile(
    r"\b(?:im|i turned|i turn|ive just turned) (?:(?:only|just|nearly|almost|still) )?(?:[6-9]|1[0-7])\b"
    r"(?! (?:months?|weeks?|days?|stone|minutes?|miles?|hours?|st|lbs?|pm|am|years? (?:in|into|clean|sober|older|younger)))"
    r"|^(?:[6-9]|1[0-7])(?: ?(?:f|m|yo|years? old|yrs? old))\b"
    r"|\b(?:my (?:teacher|school|form tutor|head of year|homework|foster (?:mum|dad|carer)s?|social worker)|homework|at school"
    r"|(?:to|for|before|from|after) school|told (?:me )?off|told on|in trouble|pocket money|grounded"
    r"|mummys?|daddys?|step(?:dad|mum|father|mother)s?|(?:mum|dad)s (?:new )?(?:bf|gf|boyfriend|girlfriend)"
    r"|im in year (?:[3-9]|1[0-3])|gcses?|my mocks|childline|young carer|taken away|take me away|be put in care"
    r"|(?:little|wee|baby|big) (?:brother|sister|bro|sis)|my belt|(?:his|her|the) (?:belt|slipper))\b"
)
#: Signs that the writer is grown up after all: a parent writes of school too.
_ADULT_WRITES = re.compile(
    r"\bim (?:1[89]|[2-9]\d)\b|\b(?:my|our) (?:\w+ ){0,3}(?:husband|hubby|wife|partner|fiancee?|boyfriend|girlfriend|ex|son|daughter"
    r"|kids|children|grandson|granddaughter|grandkids|stepson|stepdaughter)\b|\bmarried\b|\bi was (?:a |little|small|young)"
)

#: Words too frequent to tell a pattern by.
_WEAK: FrozenSet[str] = frozenset(
    """
    i a me my to the and of in it is he she him her his they on at for be so we us im ive do by no not an up out
    or as
    """.split()
)


def written_by_child(text: str) -> bool:
    """Whether the words show that a child or teenager writes."""
    plain = tidy(text)
    return bool(_CHILD_WRITES.search(plain)) and not _ADULT_WRITES.search(plain)


@dataclass(frozen=True)
class PatternFinding:
    """Danger found in a message: its kind, how sure the words are ('certain' or 'possible'), and the pattern met."""

    kind: str
    level: str
    pattern: str


@dataclass(frozen=True)
class _Compiled:
    finding: PatternFinding
    search: Pattern[str]
    unless: Optional[Pattern[str]]


def _weight(letters: Iterable[str]) -> int:
    return min((0 if word.strip() in _WEAK else len(word.strip()) for word in letters), default=0)


def _needed(parsed: Any) -> Optional[FrozenSet[str]]:
    """Letters of which at least one run stands in every text that the parsed expression matches; None: nothing known."""
    found: List[FrozenSet[str]] = []
    run = ""
    for operator, value in parsed:
        if operator is sre_constants.LITERAL:
            run += chr(value)
            continue
        if run:
            found.append(frozenset([run]))
            run = ""
        inner: Optional[FrozenSet[str]] = None
        if operator is sre_constants.SUBPATTERN:
            inner = _needed(value[3])
        elif operator in (sre_constants.MAX_REPEAT, sre_constants.MIN_REPEAT) and value[0] > 0:
            inner = _needed(value[2])
        elif operator is sre_constants.BRANCH:
            branches = [_needed(branch) for branch in value[1]]
            known = [branch for branch in branches if branch is not None]
            inner = frozenset().union(*known) if len(known) == len(branches) else None
        if inner is not None:
            found.append(inner)
    if run:
        found.append(frozenset([run]))
    return max(found, key=lambda letters: (_weight(letters), -len(letters)), default=None)


class RiskPatterns:
    """The patterns, compiled once, gravest first."""

    def __init__(self, patterns: Sequence[RiskPattern], kinds: Sequence[str] = KINDS) -> None:
        rank = {kind: place for place, kind in enumerate(kinds)}
        ordered = sorted(patterns, key=lambda each: (each.level != CERTAIN, rank.get(each.kind, len(rank))))
        self._patterns: List[_Compiled] = []
        self._always: List[int] = []
        self._by_letters: Dict[str, List[int]] = {}
        for index, each in enumerate(ordered):
            unless = None if each.unless is None else re.compile(each.unless)
            finding = PatternFinding(each.kind, each.level, each.pattern)
            self._patterns.append(_Compiled(finding, re.compile(each.pattern), unless))
            needed = _needed(sre_parse.parse(each.pattern))
            if needed is None or _weight(needed) == 0:
                self._always.append(index)
            else:
                for letters in needed:
                    self._by_letters.setdefault(letters, []).append(index)

    def look(self, text: str) -> Optional[PatternFinding]:
        """The gravest danger in `text`: certain before possible, then in the order of kinds. None: no pattern met."""
        if len(text) > 2 * LONGEST:
            text = f"{text[:LONGEST]}. {text[-LONGEST:]}"
        plain = tidy(text)
        sentences = [sentence.strip(_EDGES) for sentence in _SENTENCE_END.split(plain)]
        for index, sentence in self._to_try(plain, sentences):
            compiled = self._patterns[index]
            if self._meets(compiled, sentence):
                return self._of_writer(compiled.finding, plain)
        return None

    def _to_try(self, plain: str, sentences: Sequence[str]) -> List[Tuple[int, str]]:
        """Pairs of pattern and sentence worth trying, gravest pattern first."""
        present = [(letters, indexes) for letters, indexes in self._by_letters.items() if letters in plain]
        pairs: List[Tuple[int, str]] = []
        for sentence in sentences:
            if sentence:
                indexes: Set[int] = set(self._always)
                for letters, those in present:
                    if letters in sentence:
                        indexes.update(those)
                pairs += [(index, sentence) for index in indexes]
        pairs.sort(key=lambda pair: pair[0])
        return pairs

    @staticmethod
    def _meets(compiled: _Compiled, sentence: str) -> bool:
        if compiled.unless is None:
            return compiled.search.search(sentence) is not None
        for match in compiled.search.finditer(sentence):
            around = sentence[max(0, match.start() - REACH) : match.end() + REACH]
            if compiled.unless.search(around) is None:
                return True
        return False

    @staticmethod
    def _of_writer(finding: PatternFinding, plain: str) -> PatternFinding:
        """Abuse of the writer is abuse of a carer, or, if a child writes, a child in danger."""
        if finding.kind == "abuse_of_carer" and _CHILD_WRITES.search(plain) and not _ADULT_WRITES.search(plain):
            return PatternFinding("child_in_danger", finding.level, finding.pattern)
        return finding
