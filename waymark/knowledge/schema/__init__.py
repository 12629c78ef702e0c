"""The shapes of knowledge files."""

from waymark.knowledge.schema.base import NATIONS, Confidence, Listed, Review, Source, Strict, Variants, pick
from waymark.knowledge.schema.figure import Figure, FigureValue, Unit
from waymark.knowledge.schema.place import Council, Locality, Place, PostcodeDistrict
from waymark.knowledge.schema.risk import DangerContact, DangerReply, RiskPattern
from waymark.knowledge.schema.support import Contact, Hours, Status, Support
from waymark.knowledge.schema.topic import Answer, FirstContact, Topic

__all__ = [
    "NATIONS",
    "Answer",
    "Confidence",
    "Contact",
    "Council",
    "DangerContact",
    "DangerReply",
    "Figure",
    "FigureValue",
    "FirstContact",
    "Hours",
    "Listed",
    "Locality",
    "Place",
    "PostcodeDistrict",
    "Review",
    "RiskPattern",
    "Source",
    "Status",
    "Strict",
    "Support",
    "Topic",
    "Unit",
    "Variants",
    "pick",
]
