"""What Rasa answered, checked in one place: what passes here has every field the service reads."""

from __future__ import annotations

from typing import Any, Dict, List, Optional

from pydantic import BaseModel, StrictStr, ValidationError, parse_obj_as

from waymark.web.rasa_client import RasaAway


class _Button(BaseModel):
    title: StrictStr
    payload: StrictStr


class _Card(BaseModel):
    id: StrictStr
    why: StrictStr


class _Question(BaseModel):
    id: StrictStr
    kind: StrictStr
    legend: StrictStr
    help: Optional[StrictStr]
    why: Optional[StrictStr]
    number: int
    of: Optional[int]


class _Message(BaseModel):
    text: StrictStr
    buttons: List[_Button]
    cards: List[_Card]
    question: Optional[_Question]
    lang: Optional[StrictStr]
    keep: Optional[bool]


class _Risk(BaseModel):
    kind: StrictStr
    level: StrictStr


class _Turn(BaseModel):
    status: StrictStr
    topic: Optional[StrictStr]
    topics_offered: List[StrictStr]
    place: Optional[StrictStr]
    nation: Optional[StrictStr]
    risk: Optional[_Risk]
    guide: Optional[StrictStr]
    answer_id: Optional[StrictStr]


class _Ours(BaseModel):
    messages: List[_Message]
    turn: _Turn
    result: Optional[Dict[str, Any]]  # of a guide; nothing here depends on what it holds


class _Item(BaseModel):
    custom: Optional[_Ours]  # words of Rasa's own have none


def merged(items: Any) -> Dict[str, Any]:
    """One reply of Rasa's items: messages, at least one, and a turn record. The last record counts, `crisis` beats all.

    Raises:
        RasaAway: the items are not of this shape, or say nothing: the turn did not come to its end.
    """
    try:
        ours = [item.custom for item in parse_obj_as(List[_Item], items) if item.custom]
    except ValidationError as error:
        raise RasaAway(f"a reply of a wrong shape: {error.errors()[0]}") from error
    messages = [message.dict() for each in ours for message in each.messages]
    if not messages:
        raise RasaAway("a reply without messages")
    turns = [each.turn for each in ours]
    turn = next((each for each in turns if each.status == "crisis"), turns[-1])
    results = [each.result for each in ours if each.result]
    return {"messages": messages, "turn": turn.dict(), **({"result": results[-1]} if results else {})}
