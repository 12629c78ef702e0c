"""Tell what a message refuses, denies or already has from what it asks for.

"I don't want respite, I want someone to talk to" names respite only to refuse it. "Nobody offered us respite" is a
need. Both halves are given back as text, so that each can be judged by itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Dict, List, Sequence, Tuple

from waymark.language.words import plain

Ranking = Sequence[Tuple[str, float]]

_WHO = r"(?:i|we|you|he|she|they|ah|mum|dad)"
_ME = r"(?:i|we|ah)"
_WE_ARE = r"(?:i'?m|i am|we'?re|we are|ah'm|^am)"
_HAVE = rf"(?:{_WHO}(?:'ve|'s| have| has|ve|s)|{_WHO} (?:already )?(?:get|gets|receive|receives))"
_NOT = r"(?:don'?t|do not|doesn'?t|does not|didn'?t|dinnae|dinna|no longer)"
_VERY = r"(?:(?:really|actually|even|necessarily|just) )?"
_FEW = r"(?:[\w'-]+ ){0,3}?"
#: Help that somebody can have, get or be through with. Not illness, sleep or time: to have those is no help had.
_HELP = (
    r"(?:assess?ments?|reviews?|plans?|packages?|benefits?|allowance|payments?|pip|dla|adp|pension|credit|grants?|respite|sitters?"
    r"|counsell(?:ing|or)|therap(?:y|ist)|sessions?|courses?|classes|training|groups?|clubs?|support|advice|advocates?|(?:social|support) worker"
    r"|equipment|ramp|rails?|stair ?lift|wheelchair|badge|hoist|alarm|gadgets?|aids|power of attorney|poa|lpa|carers|agency"
    r"|leaflets?|booklets?|friends|money|finances?|cash|interpreter|bus pass|carer'?s? card)"
)


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


#: Said not to be wanted, or not to be what this is about.
_UNWANTED = _any(
    # "I don't want a course"; not "I don't want to lose my job", "I don't want him in a home": fears are needs
    rf"(?:^|\b(?:and|so|but|{_ME}) ){_NOT} {_VERY}(?:want|need|require|fancy|wish for)\b(?! (?:to|him|her|them|it|this|that|mum|dad|me|us|you|any(?:one|body)|people|my \w+ (?:to|in|going))\b)",
    rf"\b{_NOT} {_VERY}(?:want|need) to (?:be (?:assessed|told about)|have (?:a|an|any|another)|talk about|hear about|join|go (?:to|on) (?:a|an|any|another|the)|meet|claim|apply|complain|take over|discuss|sign up)\b",
    rf"\b{_NOT} {_VERY}need (?:\w+ing|{_FEW}{_HELP})\b",
    rf"\b(?:{_WE_ARE} |^)not (?:really )?(?:interested in|after|asking (?:\w+ )?(?:for|about)|looking (?:for|to)|here (?:to|for|about)|wanting|seeking|about|making a|complaining|moaning|suggesting|in need of)\b(?! (?:any|some)thing| much)",
    r"\b(?:isn'?t|is not|'s not|^it'?s not|^its not|^not) (?:really |actually |so much |just )?(?:about|to do with|a (?:question|matter|case) of|(?:my|the) (?:problem|issue|question|trouble|worry))\b",
    rf"\b(?:isn'?t|is not|'s not|its not) (?:the |a |an |my |our |his |her )?(?:[\w'-]+ ){{0,3}}(?:that )?(?:{_WE_ARE}|i|we) (?:want|need|ask|asking|after|worried|mean)\b",
    r"\b(?:is|it'?s|so|and|but) nothing to do with\b|\bnever mind (?:the|about|all)\b|\bforget (?:about |the )|\bsave your breath\b|\bspare me\b",
    # "don't send me to", "so don't tell me about"
    r"^(?:please |so |and |but )?(?:don'?t|do not|dinnae) (?:ask|tell|send|pass|give|ring|phone|call|refer|point|suggest|offer)\b",
    r"^(?:and |so )?not (?:a|an|the|another|any|more)\b",
    r"^(?:and |so )?(?:no|nae) more \w+|\bno need (?:for|of|to)\b",
    r"^(?:no|nae) [\w' -]{2,40}\b(?:thanks?|thank you|please|needed|required|wanted|necessary)\b",
    r"\b(?:is|are|was|be)(?:n'?t any| no| not much) (?:use|good|help|interest) to (?:me|us)\b",
    r"\bwon'?t (?:fix|solve|change|cure) (?:it|this|that|anything)\b|\bwouldn'?t (?:go|be seen|thank you)\b",
    # "it isn't stress", "I'm not depressed"
    r"^(?:it|this)(?: isn'?t|'?s not| is not) (?!fair|right|enough|working|easy|safe|good|ok|clear|possible|long|always|is\b)[\w'-]+$",
    rf"\b{_WE_ARE} not (?:a |an |the )?(?:upset|depressed|suicidal|angry|ill|lonely|skint|short of|in danger|in crisis|stressed)\b(?! enough)|^not depressed\b",
    r"\b(?:nobody|no one|nothing)(?:'s| is| has|'s been)? (?:been )?(?:harmed|hurt|happened|in danger|at risk)\b",
    rf"\b{_ME} turned? (?:it|that|the|a|an|my|our)[\w' -]{{0,30}} down\b|\b{_ME} said no\b|\bno (?:gripe|complaints?|interest in|wish to)\b|\bthat'?s not it\b",
    r"\b(?:i'?m|am|we're) (?:too|a bit) (?:old|young) for\b",
)
#: Said to be had, known, settled or over. "I had an assessment" only opens a story: "I've had mine" ends one.
_HAD = _any(
    rf"\b(?:{_ME}(?:'ve|'m| am| have)?|^|now|has|have|'s) already (?:get|getting|have|has|having|had|got|receive|receiving|claim|claiming|on|been|applied|done|know|see|seeing|registered|tried)\b| already[.,;]?$",
    rf"^(?:(?:{_HAVE} )?(?:had|got)) {_FEW}{_HELP}\b",
    rf"^{_HAVE} (?:all |the |my |our |his |her |a |an |plenty of |enough |top |full |lots of ){_FEW}{_HELP}\b",
    rf"^(?:{_ME} ?(?:'ve|have|ve) )?(?:finished|completed|done|tried|read|picked|chosen|left) (?:the|my|our|his|her|a|an|all|every|mine|both|work)\b",
    rf"\b{_HELP}(?:'s| is| are|'re| was| were) (?:all |now )?(?:sorted|done|settled|in place|in|registered|finished|fitted|arranged|organised|set up|fixed|dealt with|all right|fine|good|grand|lovely|no object)(?: (?:till|until|now|already|for|last|in|years)\b|[ ,.;]*$)",
    rf"\b{_HELP}s? (?:no object|was (?:lovely|great|good|fine))\b",
    r"\b(?:went|gone) (?:\w+ )?(?:well|fine|smoothly|ok|okay|all right|alright)\b|\bdone and dusted\b|\ball sorted\b",
    r"\b(?:that|it|this|all)(?:'s| is) (?:all )?(?:sorted|settled|done|in hand|taken care of|been done|dealt with)\b",
    rf"\b(?:{_WE_ARE}|{_WHO}'s) (?:all right|alright|ok|okay|fine|sorted) (?:for|with|in (?:my|our)sel(?:f|ves))\b|\bcoping (?:fine|well|ok|all right)\b",
    rf"\b{_ME} (?:know|understand) (?:all|fine|plenty|everything|enough|the (?:illness|condition)) ?",
    rf"\benough to (?:live|get by|manage) on\b|\b(?:friends|money|cash|savings|support|help) enough\b|\benough (?:money|friends)\b|^(?:{_WHO} )?can (?:pay|afford it)\b",
    r"\bi can (?:speak|talk|manage|cope) (?:\w+ )?(?:for|by)? ?(?:myself|ourselves)\b|\bspeaks? (?:good|perfect|fine)\b|\bmy english is (?:fine|good)\b",
    r"\bi'?ll (?:complain|claim|apply|do (?:that|it)|sort (?:that|it)) (?:later|afterwards|another)",
)
#: What looks like one of the above and is a need: nothing was given, offered or is to be had.
_A_NEED = _any(
    r"\b(?:not|never|\w+n'?t|nobody|no one|without|no|cannae|hardly|barely) (?:\w+ ){0,3}?(?:offered|given|got|get|getting|gets|had|have|has|been|know|told|find|afford|cope|manage|heard|sleep|enough|help|plan)\b",
    r"\b(?:no|nae|none|never|nothing)\b(?! (?:object|problem|issue|questions?|bother|thanks))",
    r"\b(?:refused|rejected|stopped|cut|cancelled|turned down (?:for|by)|knocked back|waiting|run out|ran out|ending|ended|not enough|useless|went red)\b",
    r"\b(?:need|needs|want|wants|could do with|like to|looking for)\b",
    r"^(?:and |so |or |but )*(?:how|what|where|who|who's|when|which|why|can i|can we|could|is|are|has|have|did|do|does|am i|would|will|should)\b",
)
#: A clause with one of these asks for something, or tells of trouble; without one it goes on with a refusal before it.
_ASKS = _any(
    r"\?|^(?:and |so |or |but )*(?:how|what|what'?s|where|who|who'?s|when|which|why|whit|can|could|is there|are there|do|does|am|would|will|should|it'?s|its)\b",
    r"\b(?:want|need|needs|like to|'d like|would like|looking for|after|help with|tell me|show me|find|wonder|asking|worried|struggling|how (?:do|to|can)|can'?t|cannot|cannae|is all|what i|what we|not able|still)\b|^(?:but|now|just|only|simply)\b",
)
#: What others say is no refusal of the writer's.
_SAID = re.compile(r"\b(?:said|says|told|tells|thinks|reckons) (?!no\b)")
#: "We have a plan for the boiler, but not one for if I break": what is had only leads up to what is missing.
_LACK = re.compile(r"^but (?:not|no|nobody|nothing|none|only|it(?:'s| is| has)|they)\b")
_SENTENCES = re.compile(r"(?<=[.!?;:])\s+|\n+")
#: Where, within a sentence, one thought ends and the next begins, also without a mark.
_CLAUSES = _any(
    r",\s+|\s+[-–—]+\s+|\s+\(|\)\s*",
    r"\s+(?=(?:but|although|though|however|instead|whereas|so (?:what|how|can|do|don'?t|not))\b(?! of))",
    r"\s+(?=(?:and )?(?:what|all) (?:i|we)(?:'d|'m| am| would| want| need)\b)",
    r"\s+(?=(?:and )?now (?:who|what|how|where|can|do|the|that|for|i|we|he|she)\b)",
    r"\s+(?=and (?:i|we|he|she|they|it|then|still|so|what|how|who|where|can|could|is|are|do)(?:'\w+)? )",
    r"\s+(?=(?:i|we)(?:'d| would)? (?:just |only |simply |really |still )?(?:want|need|like|love|prefer)\b)",
    r"\s+(?=(?:just|only) (?:want|need|tell|show|someone|somebody|help|point|ring)\b)",
)
#: What is left must have this many words, or nothing is taken away.
LEAST_LEFT = 2
#: Share of what is left beside the whole message, and how far a topic that is refused is pushed down.
LEFT_SHARE, PUSH = 0.7, 0.8
#: A topic must be this likely in what is left, or the message is read whole: "I already get it, can I have more?"
CLEAR_IN_LEFT = 0.3


@dataclass(frozen=True)
class Parted:
    """A message without what it refuses or already has (`wanted`), and that (`refused`).

    `refused` is empty where nothing is refused, or where nothing but that would be left.
    """

    wanted: str
    refused: str = ""


def part(text: str) -> Parted:
    """Part a message by its clauses."""
    sentences = [[c for c in _CLAUSES.split(plain(line)) if c and c.strip()] for line in _SENTENCES.split(text)]
    judged = [(clause, refused) for sentence in sentences for clause, refused in _judged(sentence)]
    wanted = " ".join(clause for clause, refused in judged if not refused)
    refused = " ".join(clause for clause, refused in judged if refused)
    return Parted(wanted, refused) if refused and len(wanted.split()) >= LEAST_LEFT else Parted(text)


def _judged(sentence: List[str]) -> List[Tuple[str, bool]]:
    """Each clause of a sentence, and whether it refuses: of itself, or by going on with the one before."""
    judged: List[Tuple[str, bool]] = []
    before = False
    for clause, after in zip(sentence, [*sentence[1:], ""]):
        goes_on = before and not _ASKS.search(clause) and not _A_NEED.search(clause)
        before = goes_on or (is_refusal(clause) and not _LACK.search(after))
        judged.append((clause, before))
    return judged


def is_refusal(clause: str) -> bool:
    """Whether a clause, in plain small letters, refuses something, or says that it is there already."""
    if clause.endswith("?") or _SAID.search(clause):
        return False
    if _UNWANTED.search(clause):
        return True
    return bool(_HAD.search(clause)) and not _A_NEED.search(clause)


def settled(whole: Ranking, wanted: Ranking, refused: Ranking) -> List[Tuple[str, float]]:
    """The ranking of a message of which a part is refused. All three hold (intent, probability) of every intent.

    Topics of the refused part are pushed down, not out; where the rest names no topic by itself, the whole decides.
    """
    best = max(wanted, key=lambda pair: pair[1])
    if not best[0].startswith("topic_") or best[1] < CLEAR_IN_LEFT:
        return list(whole)
    left: Dict[str, float] = dict(wanted)
    pushed: Dict[str, float] = dict(refused)
    points = [
        (name, (LEFT_SHARE * left[name] + (1 - LEFT_SHARE) * chance) * (1 - PUSH * pushed[name]))
        for name, chance in whole
    ]
    total = sum(point for _, point in points)
    return sorted(((name, point / total) for name, point in points), key=lambda pair: -pair[1])
