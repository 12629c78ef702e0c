"""How what people type is made plain before the danger patterns read it."""

from __future__ import annotations

import pytest

from waymark.language.risk.tidy import tidy

PLAIN = {
    "short forms": [
        ("I'm worn out", "i am worn out"),
        ("I\u2019ve had it and he`s gone", "i have had it and he is gone"),
        ("im scared", "i am scared"),
        ("I m scared", "i am scared"),
        ("Don't, can't, won't", "do not , can not , will not"),
        ("dont cant wont", "do not can not will not"),
        ("she's here", "she is here"),
        ("mum's bed and mums chair", "mum s bed and mum s chair"),
    ],
    "capitals and signs": [
        ("HE HIT ME!!!", "he hit me ."),
        ("tired... so tired", "tired , so tired"),
        ("first\nsecond", "first . second"),
        ("he hit me (again)", "he hit me , again ,"),
        ("is it safe?! now", "is it safe ? now"),
        ("She owes \u00a31,200.50", "she owes 1200"),
        ("caf\u00e9", "cafe"),
    ],
    "censored": [
        ("su*cide", "suicide"),
        ("k1ll myself", "kill myself"),
        ("he h*t me", "he hit me"),
        ("s3lf h@rm", "self harm"),
        ("r@ped", "raped"),
        ("d!e", "die"),
    ],
    "spaced out": [
        ("k i l l myself", "kill myself"),
        ("s-u-i-c-i-d-e", "suicide"),
        ("i want to d.i.e", "i want to die"),
    ],
    "stretched": [("i want to diiiiie", "i want to die"), ("heeelp he kiiicks me", "help he kicks me")],
    "other sites' words": [
        ("kms", "kill myself"),
        ("she wants to unalive herself", "she wants to die herself"),
        ("he OD'd", "he overdosed"),
    ],
    "dialect": [
        ("Ah cannae dae this", "i can not do this"),
        ("dae masel in", "do myself in"),
        ("he's no breathin", "he is not breathing"),
        ("ma wean is feart", "my child is scared"),
        ("hittin and kickin us", "hitting and kicking us"),
        ("he willnae wake", "he will not wake"),
    ],
    "slips of a finger": [
        ("suicdal", "suicidal"),
        ("overdsoe", "overdose"),
        ("hurt meself", "hurt myself"),
        ("strangeld", "strangled"),
        ("parcetamol", "paracetamol"),
    ],
}


@pytest.mark.parametrize(("typed", "plain"), [pair for pairs in PLAIN.values() for pair in pairs])
def test_what_is_typed_is_made_plain(typed: str, plain: str) -> None:
    assert tidy(typed) == plain


@pytest.mark.parametrize(
    "words",
    [
        "meditation and mediation",
        "breeding budgies",
        "she pinched a chip",
        "violet curtains",
        "a well told tale",
        "the attached form",
        "i will be there",
        "an hour",
        "there were no seats",
        "year 6",
    ],
)
def test_ordinary_words_stay_as_they_are(words: str) -> None:
    assert tidy(words) == words


@pytest.mark.parametrize("typed", ["H1B visa", "a*", "****", "B-I-N-G-O", "1 2 3 4", "AAA", "e.g. this", "50%!", "k8"])
def test_odd_signs_do_not_become_danger(typed: str) -> None:
    assert not {"kill", "die", "hit", "suicide", "rape", "sex"} & set(tidy(typed).split())


@pytest.mark.parametrize("typed", ["", " ", "\u200b", "?", "..", "\U0001f602", "'", "\ufeff"])
def test_next_to_nothing_is_read_without_fault(typed: str) -> None:
    assert isinstance(tidy(typed), str)


@pytest.mark.parametrize("hidden", ["\u200b", "\u00ad", "\u2060", "\u0301"])
def test_signs_nobody_sees_do_not_part_a_word(hidden: str) -> None:
    assert tidy(f"sui{hidden}cide") == "suicide"
