"""The shapes of knowledge files."""

from waymark.knowledge.schema.about import AboutSection, AboutWords
from waymark.knowledge.schema.base import NATIONS, Confidence, Listed, Review, Source, Strict, Variants, pick
from waymark.knowledge.schema.condition import CHOICES, COMPARISONS, LIMITS, Condition, Operand, Value
from waymark.knowledge.schema.figure import Figure, FigureValue, Unit
from waymark.knowledge.schema.guide import (
    Fact,
    Guide,
    GuideSupport,
    Kind,
    Lead,
    Option,
    Otherwise,
    Outcome,
    Per,
    Person,
    Point,
    Question,
    Rule,
    State,
    Step,
)
from waymark.knowledge.schema.keep import KeepWords, ToldWords
from waymark.knowledge.schema.language import SIMPLE_ENGLISH, Language, LanguageReview, Languages
from waymark.knowledge.schema.page import HoursWords, PageWords
from waymark.knowledge.schema.place import Council, Locality, Place, PostcodeDistrict
from waymark.knowledge.schema.risk import DangerContact, DangerReply, RiskPattern, WordGroup
from waymark.knowledge.schema.support import Contact, Hours, Status, Support
from waymark.knowledge.schema.text import Key, Text
from waymark.knowledge.schema.topic import Answer, Border, FirstContact, Topic

__all__ = [
    "CHOICES",
    "COMPARISONS",
    "LIMITS",
    "NATIONS",
    "SIMPLE_ENGLISH",
    "AboutSection",
    "AboutWords",
    "Answer",
    "Border",
    "Condition",
    "Confidence",
    "Contact",
    "Council",
    "DangerContact",
    "DangerReply",
    "Fact",
    "Figure",
    "FigureValue",
    "FirstContact",
    "Guide",
    "GuideSupport",
    "Hours",
    "HoursWords",
    "KeepWords",
    "Key",
    "Kind",
    "Language",
    "LanguageReview",
    "Languages",
    "Lead",
    "Listed",
    "Locality",
    "Operand",
    "Option",
    "Otherwise",
    "Outcome",
    "PageWords",
    "Per",
    "Person",
    "Place",
    "Point",
    "PostcodeDistrict",
    "Question",
    "Review",
    "RiskPattern",
    "Rule",
    "Source",
    "State",
    "Status",
    "Step",
    "Strict",
    "Support",
    "Text",
    "ToldWords",
    "Topic",
    "Unit",
    "Value",
    "Variants",
    "WordGroup",
    "pick",
]
