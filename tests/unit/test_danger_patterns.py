"""What the reviewed patterns alone find: danger said openly, kind by kind, and harmless sentences that sound like it."""

from __future__ import annotations

from typing import Dict, List

import pytest

from waymark.knowledge.loading import load_knowledge
from waymark.language.risk.patterns import CERTAIN, KINDS, RiskPatterns
from waymark.operations.paths import KNOWLEDGE

OPENLY: Dict[str, List[str]] = {
    "suicide": [
        "I am going to end my life after the weekend.",
        "cant stop thinking about killing myself",
        "Ah jist want tae be deid",
        "I've swallowed a whole packet of paracetamol on purpose",
        "There is no other way. Suicide is the only answer left.",
        "i dont want to be alive any more",
    ],
    "suicide_of_other": [
        "My husband keeps saying he will hang himself",
        "our daughter took an overdose on Friday",
        "Is my mum suicidal? She says she wants to die every evening",
        "He is standing on the bridge and won't come down",
    ],
    "self_harm": [
        "I have started cutting my arms again",
        "i keep hurting myself after every row",
        "I'm trying not to self-harm but it's so hard tonight",
        "the urge to cut is back",
        "I burn my legs with a lighter on purpose",
    ],
    "harm_by_carer": [
        "I slapped my mother this morning.",
        "ah battered ma brither last nicht",
        "I'm scared I will smother him one of these nights",
        "Lost my temper and pushed her over",
        "I HAVE SLAPPED HIM TODAY",
        "I locked dad in his room so that I could sleep",
    ],
    "abuse_of_carer": [
        "my son punches me when he does not get his way",
        "My wife grabbed me by the throat",
        "he says he'll burn the house down if I leave",
        "She controls all my money and takes my phone",
        "ma man leathers me when he's had a drink",
    ],
    "abuse_of_adult": [
        "the night carer slaps my nan",
        "My brother has emptied dad's savings",
        "They left my aunt lying in her own mess all day",
        "My neighbour's son kicked her down the steps",
    ],
    "child_at_risk": [
        "the man next door hits his little boy with a belt",
        "My sister leaves her toddler alone every night",
        "My grandson is 6 and has cigarette burns on his arm",
    ],
    "child_in_danger": [
        "im 11 and my dad kicks me",
        "I'm 12 and my mum's boyfriend hits me",
        "my stepdad beats me with his belt",
        "I am thirteen. Mum strangled me yesterday.",
    ],
    "medical_emergency": [
        "My dad has collapsed and he's not breathing",
        "gran's face has dropped and her speech is slurred",
        "he is having a seizure and it won't stop",
        "she took too many of her heart tablets by mistake and I can't wake her",
    ],
    "missing_person": [
        "My husband has dementia and I can't find him anywhere",
        "nan has gone missing in her slippers",
        "Our autistic son ran off at the park and there is no sign of him",
    ],
    "caring_emergency": [
        "I'm being taken to hospital and my wife can't be left on her own",
        "i cant look after him another night, somebody has to come",
        "The carer has not turned up, mum is bedbound and I am stuck in Leeds",
    ],
}

HARMLESS: List[str] = [
    "I'm not going to kill myself, I only want a break",
    "These stairs will kill me",
    "I could murder a curry",
    "That date was so awkward I wanted to die",
    "We lost my cousin to suicide and I walk for the charity every year",
    "My brother killed himself in 2014. Is there a group for families?",
    "Our team is looking for a suicide prevention course",
    "I used to cut myself. I have been well for eleven years now.",
    "They want to cut my hours at work",
    "I would never hit him",
    "I hit my head on the cupboard",
    "My ma's no suicidal, the doctor checked",
    "He has overdosed on sherbet lemons",
    "My ex used to beat me. That was in the nineties.",
    "The toddler bit me, he is teething",
    "The electricity bill hit me hard this month",
    "The council took my late mother's bed away",
    "Mum's bruises are from the blood test",
    "My daughter plays the nurse in a film about a murder",
    "Is there a first aid course on what to do when someone is choking?",
    "My husband had a stroke four years ago and I need a wheelchair",
    "I can't find my carer's card anywhere",
    "We wandered round the garden centre for hours",
    "What happens to mum if I am taken ill? I'd like an emergency plan.",
    "Who looks after him while I am on holiday next month?",
    "My dad died in hospital and I do not know whom to tell",
]


@pytest.fixture(scope="module")
def patterns() -> RiskPatterns:
    return RiskPatterns(load_knowledge(KNOWLEDGE).risk_patterns)


def test_every_kind_is_looked_for() -> None:
    assert set(OPENLY) == set(KINDS)


@pytest.mark.parametrize(("kind", "said"), [(kind, said) for kind, every in OPENLY.items() for said in every])
def test_danger_said_openly_is_certain_and_of_its_kind(kind: str, said: str, patterns: RiskPatterns) -> None:
    found = patterns.look(said)
    assert found is not None
    assert (found.kind, found.level) == (kind, CERTAIN)


@pytest.mark.parametrize("said", HARMLESS)
def test_what_only_sounds_like_danger_is_left_alone(said: str, patterns: RiskPatterns) -> None:
    assert patterns.look(said) is None


def test_every_pattern_finds_its_own_example(patterns: RiskPatterns) -> None:
    for pattern in load_knowledge(KNOWLEDGE).risk_patterns:
        found = patterns.look(pattern.example)
        assert found is not None, pattern.example
        assert (found.kind, found.level) == (pattern.kind, pattern.level), pattern.example
