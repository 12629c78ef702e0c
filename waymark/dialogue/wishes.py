"""Whether a message asks to do something together, step by step, rather than to be told a fact.

"Help me write an emergency plan" wants a guide; "what goes in an emergency plan" wants an answer. Which guide it is, the
guides' own phrases tell (language/nearest_guides.py): these are only the forms that such a wish takes.
"""

from __future__ import annotations

import re
from typing import Optional

#: A longer message tells a story, and is answered.
MOST_WORDS = 25
#: In longer ones no part is looked for.
MOST_CHARACTERS = 400
#: A part of a message is no wish of its own with fewer.
LEAST_WORDS = 3
_PARTS = re.compile(r"[,;.!?\n]+|\b(?:because|since|and (?=my|he|she|they|we|i|it)|but)\b", re.IGNORECASE)
#: What a guide does with a carer.
_DO = (
    r"(?:ask|check|do|draw up|figure|find|get|give|guide|help|look|make|plan|prep|prepare|put together|quiz|run|see|set up|"
    r"sort|start|take|talk|test|think|walk|work|write)"
)
_WHETHER = r"(?:if|whether)"
#: Words before the wish itself.
_FIRST = r"^\W*(?:(?:please|ok|okay|right|hi|hello|so|well|yes|just|and)\b[ ,.!]*)*"
_TOGETHER = re.compile(
    r"\bhelp (?:me|us)\b|\bhelp (?:with |in )?(?:making|writing|planning|preparing|finding|getting|working)\b"
    rf"|\b(?:can|could|will|would) (?:you|u|we)(?: please| pls)? (?:{_DO}|tell me {_WHETHER})\b"
    r"|\b(?:ask|quiz|test) (?:me|us)\b|\bstep by step\b|\bwith me\b|\bmake (?:me|us) an?\b"
    r"|\b(?:go|take|talk|walk|run|guide|lead)(?: (?:me|us|it|this|that|them))? through\b"
    r"|^\W*(?:[\w']+\W+){0,6}(?:quiz|calculator|checklist|self[- ]?(?:check|test))\b|\btest(?: for carers?)?\W*$"
    r"|\bwhere (?:do|should|would) (?:i|we) (?:even )?(?:start|begin)\b|\bfirst steps\b"
    rf"|\bi(?:'d like| would like| want| need|'ve got| have got| have|'m trying| am trying|'m going) to {_DO}\b"
    rf"|{_FIRST}(?:(?:let'?s|find|check|work out) (?:me|us|my|our|what|how|{_WHETHER}|find|check|work|make|plan)"
    rf"|(?:find out|tell me|test) {_WHETHER}|see (?:what|{_WHETHER}) (?:i|we)|(?:make|get|sort|write|give|show) (?:me|us)\b"
    r"|(?:do|make|plan|prep|prepare|start|write) (?:a|an|my|our|for)\b)",
    re.IGNORECASE,
)
#: "Can you tell me what a carer is" and "who will help me with money" ask for facts.
_TO_BE_TOLD = re.compile(
    rf"{_FIRST}(?:(?:can|could|would|will) (?:you|u) (?:please )?)?(?:tell|show|give|send) (?:me|us) "
    r"(?:about|where|who|when|more|the|what (?:a|an|is|are|the)\b)"
    rf"|{_FIRST}(?:who|when|why|can i|what (?:do|does|happens|will)|will they|can they|does|do they|is there|are there)\b"
    r"|\bwho(?:'?ll| will| can| could| would)? help\b",
    re.IGNORECASE,
)
#: "What do I ask the ward, make me a list": the wish comes after the question.
_WISH_AFTER = re.compile(
    r"[,.;?!-] *(?:please )?(?:help me|ask me|make me|can you|go through|take me through|step by step)"
)


def asks_to_do_it_together(text: str) -> bool:
    """Whether a typed message has the form of such a wish."""
    plain = text.replace("’", "'")
    if len(plain.split()) > MOST_WORDS or not _TOGETHER.search(plain):
        return False
    return not _TO_BE_TOLD.search(plain) or bool(_WISH_AFTER.search(plain.lower()))


def wish_in(text: str) -> Optional[str]:
    """The part of a message of several parts that holds the wish: 'find me a break' of 'find me a break, he has MS'."""
    if len(text) > MOST_CHARACTERS:
        return None
    parts = [part.strip() for part in _PARTS.split(text) if part.strip()]
    if len(parts) < 2:
        return None
    return next((part for part in parts if len(part.split()) >= LEAST_WORDS and asks_to_do_it_together(part)), None)
