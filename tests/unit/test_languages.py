"""Messages that are not in English are told from English ones, and from one another. English is never taken for another."""

from __future__ import annotations

import json
from collections import Counter
from typing import Dict, List, NamedTuple, Optional

import pytest
import yaml

from waymark.knowledge.knowledge import Knowledge
from waymark.language.tongues.detector import OTHER, English, TongueDetector
from waymark.language.tongues.lists import read_tongues
from waymark.language.tongues.second_voice import load_second_voice
from waymark.operations.paths import DATA, ROOT

LINES = ROOT / "tests" / "data" / "understanding" / "languages.jsonl"
ANSWERED = "cy gd pl bn so ar ur pa zh ro uk pt tr fr".split()
#: Of all English training messages at most so many may be taken for another language, when they are not learnt from.
MOST_FALSE_ALARMS = 1 / 1000


class Line(NamedTuple):
    text: str
    language: str

    @property
    def expected(self) -> Optional[str]:
        if self.language == "en":
            return None
        return self.language if self.language in ANSWERED else OTHER


def lines() -> List[Line]:
    read = (json.loads(line) for line in LINES.read_text(encoding="utf-8").splitlines())
    return [Line(each["text"], each["language"]) for each in read]


def english_texts() -> List[str]:
    """Every utterance of data/nlu."""
    found: Dict[str, None] = {}
    for path in sorted((DATA / "nlu").rglob("*.yml")):
        for block in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)["nlu"]:
            found |= {line[2:].strip(): None for line in block["examples"].splitlines() if line.startswith("- ")}
    return list(found)


TEXTS = english_texts()
VOICE = load_second_voice()


@pytest.fixture(scope="module")
def detector() -> TongueDetector:
    return TongueDetector(English.of(TEXTS), VOICE)


def test_there_are_lines_enough() -> None:
    counts = Counter(line.language for line in lines())
    assert all(counts[language] >= 15 for language in ANSWERED)
    assert all(counts[language] >= 8 for language in ("de", "it", "es", "lt", "ti", "fa"))
    assert counts["en"] >= 150
    assert len({line.text for line in lines()}) == len(lines())


@pytest.mark.parametrize("language", ANSWERED)
def test_a_language_is_recognised(language: str, detector: TongueDetector) -> None:
    missed = [(line.text, detector.look(line.text)) for line in lines() if line.language == language]
    assert [text for text, found in missed if found != language] == []


def test_other_languages_are_not_english(detector: TongueDetector) -> None:
    wrong = [(line.text, detector.look(line.text)) for line in lines() if line.expected == OTHER]
    assert [each for each in wrong if each[1] != OTHER] == []


def test_english_that_looks_foreign_stays_english(detector: TongueDetector) -> None:
    """Scots, misspelt, text-speak, capitals, places, names, medicines, one borrowed word, two words."""
    found = [(line.text, detector.look(line.text)) for line in lines() if line.language == "en"]
    assert [each for each in found if each[1]] == []


def test_english_messages_it_has_not_learnt_from_stay_english() -> None:
    """Each fifth of the training messages, judged by what the other four teach. Some of them hold foreign words."""
    taken = []
    for fold in range(5):
        detector = TongueDetector(English.of([text for at, text in enumerate(TEXTS) if at % 5 != fold]), VOICE)
        taken += [text for text in TEXTS[fold::5] if detector.look(text)]
    assert len(taken) <= MOST_FALSE_ALARMS * len(TEXTS), taken


def test_words_alone_tell_most_of_it() -> None:
    """Without the second voice, should it ever be taken away."""
    alone = TongueDetector(English.of(TEXTS))
    right = [alone.look(line.text) == line.expected for line in lines()]
    assert sum(right) / len(right) > 0.97


@pytest.mark.parametrize("text", ["dzień dobry", "bonjour", "merci beaucoup", "", "...", "🙂🙂🙂", "12 34 56", "é"])
def test_two_words_in_latin_letters_are_too_few(text: str, detector: TongueDetector) -> None:
    assert detector.look(text) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [("چاہیے", "ur"), ("مساعدة", "ar"), ("你好吗", "zh"), ("সাহায্য", "bn"), ("ਮਦਦ", "pa"), ("Допоможіть", "uk"), ("помогите", OTHER)],
)  # fmt: skip
def test_one_word_in_other_letters_is_enough(text: str, language: str, detector: TongueDetector) -> None:
    assert detector.look(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "she only says “কেমন আছো” to everybody now, how do I get her to talk to the doctor",
        "my mum's name is 王秀英 and she needs a Cantonese interpreter at the hospital",
        "𝓱𝓮𝓵𝓹 𝓶𝓮 𝓹𝓵𝓮𝓪𝓼𝓮",
        "her temperature is 38° and she's on 5µg of levothyroxine, π times a day lol",
        "my moja mama has dementia and I need help with her at night",
    ],
)
def test_a_few_foreign_words_in_an_english_message_do_not_count(text: str, detector: TongueDetector) -> None:
    assert detector.look(text) is None


def test_places_say_nothing_about_the_language(detector: TongueDetector) -> None:
    text = "Mieszkam w Stockport i opiekuję się teściową"
    start = text.index("Stockport")
    assert detector.look(text, [(start, start + len("Stockport"))]) == "pl"
    welsh = "Llanfair y Bont ar Ogwr"
    assert detector.look(welsh, [(0, len(welsh))]) is None


def test_accents_may_be_missing(detector: TongueDetector) -> None:
    for with_accents, without in (
        ("Nie mogę spać, bo mąż jest chory", "Nie moge spac, bo maz jest chory"),
        ("Annem çok hasta, yardıma ihtiyacım var", "Annem cok hasta, yardima ihtiyacim var"),
        ("Sunt foarte obosită și singură", "Sunt foarte obosita si singura"),
        ("Ma mère est très malade et je suis fatiguée", "Ma mere est tres malade et je suis fatiguee"),
    ):
        assert detector.look(with_accents)
        assert detector.look(with_accents) == detector.look(without)


def test_a_very_long_message_costs_no_more(detector: TongueDetector) -> None:
    """Only its beginning is read: it begins in the language it is in."""
    assert detector.look("I look after my mum and I am tired. " * 500) is None
    assert detector.look("Opiekuję się mamą i nie mam już siły. " * 500) == "pl"


def test_every_language_the_detector_answers_in_has_a_text(knowledge: Knowledge) -> None:
    held = {language.id for language in knowledge.languages.languages}
    assert set(ANSWERED) <= held
    assert {tongue.answered for tongue in read_tongues() if tongue.answered} <= held
    assert held <= {*ANSWERED, "en"}, "a text that nobody is led to"


def test_the_word_lists_are_in_order() -> None:
    tongues = read_tongues()
    assert len({tongue.name for tongue in tongues}) == len(tongues)
    for tongue in tongues:
        assert len(tongue.words) >= 20, tongue.name
        assert all(word == word.lower() for word in tongue.words), tongue.name
