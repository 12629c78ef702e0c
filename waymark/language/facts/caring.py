"""Who cares for whom: the writer, someone else, or someone for the writer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import List, Optional, Tuple

from waymark.language.facts.people import Someone, nearest_before

_OFTEN = r"(?:(?:just|also|still|already|now|always|mostly|mainly|only|really|currently|been|all|both|basically|kind of|sort of|full time|mainly|pretty much|\w+ly) )*"
#: Caring, by the form of the verb.
_CARING = re.compile(
    r"\b(?:(?P<s>looks after|cares for|minds|nurses|sees to|does (?:all|most of) (?:the caring|the care|his care|her care|my care)|does everything for|does it all for|does the lot for)"
    r"|(?P<ing>looking after|caring for|minding|nursing|seeing to|doing everything for)"
    r"|(?P<ed>looked after|cared for|nursed|minded|did everything for|done everything for)"
    r"|(?P<base>look after|care for|mind|nurse|see to|do everything for|do all the caring for)"
    r"|(?P<noun>(?:(?:full time|part time|main|sole|only|unpaid|family|young|registered|primary) )*carers?(?: for| of| to)?))\b"
    r"(?! (?:the (?:house|home|kids while|dog|hens|garden|money|baby while)|things|yourself|yourselves|themselves|the place))",
    re.IGNORECASE,
)
_I = re.compile(r"\b(?:i|i'm|im|i've|ive|i'd|i'll|we|we're|we've|us|me|myself|ah|ah'm|ah've)$", re.IGNORECASE)
_THEY = re.compile(r"\b(?P<who>he|she|they|who)(?:'s|'ve|s)?$", re.IGNORECASE)
_BE = r"(?:am|is|are|was|were|be|been|'s|s|'re|'m)"
_BETWEEN = re.compile(
    rf"(?:\b(?:{_BE}|has|have|had|'ve|has to|have to|had to|used to|will|would|can|could|must|does|do|did|trying to|tries to|helps? to|helping to|left to"
    r"|has moved in to|moved in to|a|an|the|my|our|her|his|their|mum's|dad's|not|never|there|around|round|at home|it's|to)\b ?|'s |'m |'re |'ve )*$",
    re.IGNORECASE,
)
#: "somebody to look after mum", "who looks after her if", "the carers look after her": nobody the message is about.
_NOBODY = re.compile(
    r"\b(?:some(?:one|body)|any(?:one|body)|no(?:body| one)|carers|agency|home|hospital|nurses?|staff|they|people|council|sitter)(?: who| that| to| can| could| will| would|'ll)*$",
    re.IGNORECASE,
)
_GAVE_UP = re.compile(
    r"\b(?:gave|given|give|giving) up (?:his|her|their) (?:job|work|career|\w+ job)(?: \w+){0,3}? to $|\b(?:left|quit|moved|came) (?:\w+ ){0,3}to $",
    re.IGNORECASE,
)
_ME = re.compile(r"^ (?:for )?(?:me|us|both of us)\b(?! and)", re.IGNORECASE)
_SELF = re.compile(r"^ (?:myself|himself|herself|itself|yourself)\b", re.IGNORECASE)
#: The writer's caring, said in other ways than by these verbs.
_I_DO = re.compile(
    r"\b(?:i|we|ah)(?:'m|'ve|'d| am| have| had)? (?:\w+ )?(?:do (?:everything|it all|the lot|all (?:the|her|his|their)|most of|her|his|their|the (?:shopping|meds|nights|cooking|caring))"
    r"|(?:have been |been )?doing (?:everything|it all|all (?:the|her|his)|this|her|his)|help (?:my|her|him|mum|dad|our|them)|(?:cook|clean|wash|dress|bathe|feed|lift) |put (?:him|her)|(?:go|am|'m) (?:round|there|in) (?:\w+ )?(?:twice|every|each|most|daily)"
    r"|(?:moved|have moved|'ve moved) in|gave up (?:work|my|the)|have given up (?:work|my)|help(?:ing)? (?:look|care)|visit (?:every|her|him))"
    r"|\b(?:i'?m|i am|im|being|as|i became|i've become|i was) (?:a |an |the |his |her |their |my \w+'s |\w+'s )?(?:full time |main |sole |only |unpaid |young |his |her )*carer\b(?! (?:support|centre|assess))"
    r"|\b(?:am i|if i'?m|if i am|whether i'?m|count as) (?:really |even |actually )?(?:a |her |his |what you'?d call a )?(?:\w+ )?carer\b|\bmy caring (?:role|responsibilities|for)\b|\bit'?s (?:just |only )?me (?:who|that)\b|\bonly me\b|\bmy carer'?s (?:allowance|assessment)\b",
    re.IGNORECASE,
)
_MY_CARER = re.compile(
    r"\b(?:is|'s|as|be|are|being|been) my (?:(?:main|only|full time|unpaid|own|sole|family|primary|registered) )*carers?\b(?= ?(?:[.,;!?)]|$)| (?:and|but|as|since|so|now|when|if|because|at|in|for|who)\b)"
    r"|\b(?:my|our) (?:own |main |family |unpaid )?carers?(?:'s)?(?= ?(?:[.,;!?]|$)| (?:is|are|was|has|have|had|does|do|can|could|needs?(?! a?ssess)|gets?|will|would|and|who|comes?|went|isn't|hasn't|can't|says|said|left|lives|to (?:have|get))\b)"
    r"|\b(?:does|do|doing) (?:everything|it all|all|most things|so much|all the caring|all of the caring|my care) for me\b|\b(?:comes?|came) (?:\w+ ){0,4}to (?:see to|help|look after) me\b"
    r"|\bhelps? me (?:a lot|with (?:washing|dressing|everything)|to (?:wash|dress|get)|wash|dress)\b|\bi am cared for\b|\bpeople (?:who|that) care for me\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Caring:
    """Who cares for whom in a message.

    `carers`: people other than the writer who do; `cared_for`: people named as looked after, in their order.
    """

    by_writer: bool = False
    for_writer: bool = False
    by_other: bool = False
    carers: Tuple[Someone, ...] = ()
    cared_for: Tuple[Someone, ...] = ()


def read_caring(text: str, people: List[Someone]) -> Caring:
    """Read a message, its apostrophes straight and its hyphens gone."""
    by_writer, by_other = bool(_I_DO.search(text)), False
    for_writer = bool(_MY_CARER.search(text))
    carers: List[Someone] = []
    cared_for: List[Someone] = []
    for match in _CARING.finditer(text):
        after = text[match.end() : match.end() + 60]
        noun = match.lastgroup == "noun"
        if _SELF.search(after) or (
            noun and not re.search(r"(?: for| of| to)$", match.group(), re.IGNORECASE) and not _is_carer(text, match)
        ):
            continue
        who, carer = _subject(text, match, people)
        looked_after = None if _ME.search(after) else _object(people, match, text)
        if who == "writer" and not _ME.search(after):
            by_writer = True
        elif who == "other":
            if _ME.search(after):
                for_writer = True
            elif looked_after is not None or re.search(r"^ (?:him|her|them)\b", after) or noun:
                by_other = True
            if carer is not None:
                carers.append(carer)
        if looked_after is not None and looked_after not in carers:
            cared_for += [looked_after, *_beside(looked_after, people, text)]
    return Caring(by_writer, for_writer, by_other, tuple(carers), tuple(cared_for))


def _beside(one: Someone, people: List[Someone], text: str) -> List[Someone]:
    """ "my wife and my autistic son": who is named in the same breath."""
    after = [other for other in people if one.end <= other.start <= one.end + 40]
    together = re.compile(r"(?:'s)? ?(?:and|&|n|,) ?(?:my|our|his|her)? ?(?:\w+ ){0,2}$", re.IGNORECASE)
    return [other for other in after[:1] if other.kin and together.fullmatch(text[one.end : other.start])]


def _is_carer(text: str, match: re.Match[str]) -> bool:
    """Whether "carer" says what somebody is: "my neighbour is a carer"; not "a carers' group"."""
    before, after = text[max(0, match.start() - 12) : match.start()], text[match.end() : match.end() + 12]
    return bool(
        re.search(r"(?:\bis|'s|\bas|\bbeen|\bwas) (?:an? |the |his |her )?$", before, re.IGNORECASE)
    ) and not re.match(
        r"'?s?'? (?:group|centre|assess|support|card|allow|week|right|organ|service|leave|break|forum|name)",
        after,
        re.IGNORECASE,
    )


def _subject(text: str, match: re.Match[str], people: List[Someone]) -> Tuple[str, Optional[Someone]]:
    """("writer" | "other" | "", the other person where one is named)."""
    sentence = max(text.rfind(mark, 0, match.start()) for mark in ".!?;\n") + 1
    before = text[max(sentence, match.start() - 120) : match.start()]
    form = match.lastgroup
    gave_up = form == "base" and _GAVE_UP.search(before)
    stripped = before[: gave_up.start()] if gave_up else re.sub(rf"{_OFTEN}$", "", before, flags=re.IGNORECASE)
    between = _BETWEEN.search(stripped)
    left = (stripped[: between.start()] if between else stripped).rstrip(" ,")
    helped = (between.group().lower() if between else "") + before[len(stripped) :].lower()
    if _NOBODY.search(left) and not re.search(r"\bthey$", left, re.IGNORECASE):
        return "", None
    if _I.search(left):
        return "writer", None
    if re.search(r"\band$", left, re.IGNORECASE):  # "she is eighty and cares for her son"
        subjects = list(re.finditer(r"\b(i|i'm|we|he|she|they)(?:'s|'m|'re|'ve)?\b", left, re.IGNORECASE))
        if subjects:
            left = left[: subjects[-1].end()]
            if _I.search(left):
                return "writer", None
    if form == "ed" and re.search(rf"\b{_BE} $", before, re.IGNORECASE):
        return "", None  # "she is looked after"
    if (
        form == "ing"
        and not re.search(rf"(?:\b{_BE}|'s|s|'re) $|been $|to be $", before.rstrip() + " ", re.IGNORECASE)
        and "been" not in helped
    ):
        return _of_a_gerund(text, match, people, sentence)
    if form == "base" and not (
        gave_up
        or re.search(r"\b(?:to|can|could|will|would|must|does|did)\b", helped)
        or re.search(r"\b(?:they|parents)$", left, re.IGNORECASE)
    ):
        return ("writer", None) if re.search(r"\bme and my \w+$", left, re.IGNORECASE) or not left else ("", None)
    they = _THEY.search(left)
    at = sentence + max(0, match.start() - 120 - sentence) + len(left)
    if they:
        word = they.group("who").lower()
        if word == "who" and re.search(r"\b(?:me|i) who$", left, re.IGNORECASE):
            return "writer", None
        if word == "who":
            named = nearest_before(people, at)
            return ("other", named) if named is not None and 0 <= at - named.end < 14 + len("who") + 40 else ("", None)
        sex = {"he": "m", "she": "f"}.get(word, "")
        return "other", nearest_before(people, at - len(they.group()), sex)
    named = nearest_before(people, at + 2)
    if named is not None and (at - named.end) <= 2:
        together = re.search(
            r"\b(?:i|me) and (?:my )?$|\bwith (?:my )?$", text[max(0, named.start - 12) : named.start], re.IGNORECASE
        )
        return ("writer", None) if together else ("other", named)
    return "", None


def _of_a_gerund(
    text: str, match: re.Match[str], people: List[Someone], sentence: int
) -> Tuple[str, Optional[Someone]]:
    """ "worn out from looking after mum" is the writer's; "my mate is worn out looking after his nan" is not."""
    looked_after = _object(people, match, text)
    earlier = [one for one in people if sentence <= one.start < match.start()]
    if looked_after is not None and looked_after.whose == "other" and earlier:
        return "other", earlier[-1]
    if (
        re.search(
            r"\b(?:after|for|from|of|by|while|when|stop|been|about|in|and|out|up|,|on|job|home|me|i'?m|keep|start\w*|like|is) ?$",
            text[sentence : match.start()],
            re.IGNORECASE,
        )
        or match.start() - sentence < 12
    ):
        return ("writer", None) if looked_after is not None and looked_after.kin else ("", None)
    return "", None


def _object(people: List[Someone], match: re.Match[str], text: str) -> Optional[Someone]:
    """Whom the verb is about: the next person in the same clause, or whom "him" or "her" means."""
    end = match.end()
    pronoun = re.match(r" (him|her|them)\b(?! (?:own|\w+) ?(?:$|[,.]))", text[end : end + 30], re.IGNORECASE)
    following = [one for one in people if end <= one.start <= end + 45]
    if pronoun and not (following and following[0].start <= end + 20 and following[0].whose == "other"):
        return nearest_before(
            [one for one in people if one.kin],
            match.start(),
            {"him": "m", "her": "f"}.get(pronoun.group(1).lower(), ""),
        )
    if not following or re.search(r"[.!?;\n]", text[end : following[0].start]):
        return None
    first = following[0]
    return (
        None
        if re.search(r"\b(?:i|and my|because|so|but|with|if|when|that)\b", text[end : first.start], re.IGNORECASE)
        else first
    )
