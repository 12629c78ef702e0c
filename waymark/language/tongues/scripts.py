"""Languages that their letters tell: Bengali, Arabic and Urdu, Gurmukhi, Han, Cyrillic and all other scripts."""

from __future__ import annotations

import re
from typing import Dict, Optional, Set, Tuple

#: A language that is none of those we answer in.
OTHER = "other"
#: Letters of other scripts from which a message is not English, as a share of all letters.
LEAST_SHARE = 0.35
#: So many letters at least: one sign copied from somewhere is no message.
LEAST_LETTERS = 3
#: What a sign of Han counts: it stands for a syllable, mostly a word.
_HAN_COUNTS = 3

_BENGALI, _GURMUKHI, _ARABIC, _CYRILLIC, _HAN, _KANA, _ELSE = range(7)
_SCRIPTS: Tuple[Tuple[int, int, int], ...] = (
    (0x0400, 0x052F, _CYRILLIC),
    (0x0600, 0x06FF, _ARABIC),
    (0x0750, 0x077F, _ARABIC),
    (0x0980, 0x09FF, _BENGALI),
    (0x0A00, 0x0A7F, _GURMUKHI),
    (0x3040, 0x30FF, _KANA),
    (0x3400, 0x9FFF, _HAN),
    (0xFB50, 0xFDFF, _ARABIC),
    (0xFE70, 0xFEFF, _ARABIC),
)
#: Letters, with the vowel signs and marks that Indic scripts write behind them.
_LETTERS = re.compile(r"[^\W\d_]|[\u0900-\u0dff]")
_WORDS = re.compile(r"[^\W\d_]+")

_ASSAMESE = set("ৰৱ")
#: Arabic letters of Urdu; of Kurdish, Pashto, Sindhi and Uighur; of Persian beside Arabic; and of Arabic only.
_URDU, _NEITHER = set("ٹڈڑںےھہۓ"), set("ێۆڵڕەټډړږښځڅېۍڼٿڀڄڙۇۈۋ")
_PERSIAN, _ONLY_ARABIC = set("پچژگکی"), set("ةىيكأإ")
_PERSIAN_WORDS = set(
    "است هستم هست دارم دارد را که برای این خیلی کمک نیست کنم از به با تنها مادرم پدرم شوهرم چطور".split()
)
_ARABIC_WORDS = set("انا في على لا ما هذا مع عن هل امي ابي ابوي كيف وانا اريد عندي احتاج محتاج شو ولا".split())

_UKRAINIAN, _NOT_UKRAINIAN = set("іїєґ"), set("ыэъёўђјљњћџѓќѕқңғүұһәө")
_UKRAINIAN_WORDS = set(
    "хто що як де чи та але бо ще вже дуже можу мене немає треба допомога допомоги допоможи догляд догляду доглядаю "
    "будинок тато чоловік дружина донька гроші дякую будь ласка не маю хворий хвора сама".split()
)
_NOT_UKRAINIAN_WORDS = set(
    "кто что как где или но уже очень могу меня мне нет нужно нужна помощь помогите уход ухаживаю папа муж жена дочь "
    "деньги спасибо имам нужда от помощ моята моя-та майка съм няма какво кой много".split()
)


def by_script(text: str) -> Optional[str]:
    """The language of a message in other than Latin letters, `OTHER` for one we do not answer in; None for Latin ones."""
    if text.isascii():
        return None
    counts: Dict[int, int] = {}
    latin = 0
    for letter in _LETTERS.findall(text):
        code = ord(letter)
        if code < 0x0370 or 0x1E00 <= code < 0x1F00 or 0x2C60 <= code < 0x2C80 or code >= 0x1D400:
            latin += 1  # the last are Latin letters for decoration
        else:
            script = _script(code)
            counts[script] = counts.get(script, 0) + (_HAN_COUNTS if script in (_HAN, _KANA) else 1)
    foreign = sum(counts.values())
    if foreign < LEAST_LETTERS or foreign < LEAST_SHARE * (foreign + latin):
        return None
    return _language(max(counts, key=lambda script: counts[script]), counts, text.lower())


def _script(code: int) -> int:
    return next((script for first, last, script in _SCRIPTS if first <= code <= last), _ELSE)


def _language(script: int, counts: Dict[int, int], text: str) -> str:
    letters = set(text)
    if script == _BENGALI:
        return OTHER if letters & _ASSAMESE else "bn"
    if script == _GURMUKHI:
        return "pa"
    if script == _HAN:
        return OTHER if _KANA in counts else "zh"
    if script == _ARABIC:
        return _arabic(text, letters)
    if script == _CYRILLIC:
        return _cyrillic(text, letters)
    return OTHER


def _arabic(text: str, letters: Set[str]) -> str:
    if letters & _NEITHER:
        return OTHER
    if letters & _URDU:
        return "ur"
    words = set(_WORDS.findall(text))
    persian = sum(letter in _PERSIAN for letter in text) + 2 * len(words & _PERSIAN_WORDS)
    arabic = sum(letter in _ONLY_ARABIC for letter in text) + 2 * len(words & _ARABIC_WORDS)
    return OTHER if persian > arabic else "ar"


def _cyrillic(text: str, letters: Set[str]) -> str:
    if letters & _NOT_UKRAINIAN:
        return OTHER
    words = set(_WORDS.findall(text))
    ukrainian = 2 * len(letters & _UKRAINIAN) + len(words & _UKRAINIAN_WORDS)
    return "uk" if ukrainian > len(words & _NOT_UKRAINIAN_WORDS) else OTHER
