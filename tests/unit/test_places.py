"""Places in the ways people write them, and whose home each is."""

from __future__ import annotations

import json
from collections import Counter
from functools import lru_cache
from typing import List, Optional, Tuple

import pytest
import yaml

from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.loading import load_knowledge
from waymark.language.facts.lists import people_words
from waymark.language.places.finder import PlaceFinder
from waymark.language.places.names import Names, build_names
from waymark.operations.paths import DATA, KNOWLEDGE

DUNDEE, DORSET, BCP = "dundee/dundee-city", "dorset/dorset-council", "dorset/bcp"
CAMDEN, STOCKPORT = "camden/camden-council", "stockport/stockport-council"

ALONE: List[Tuple[str, Optional[str]]] = [
    # our places, their towns and districts
    ("Dundee", "dundee"), ("dundee?", "dundee"), ("Dundee City Council", DUNDEE), ("broughty ferry", DUNDEE),
    ("BROUGHTY-FERRY", DUNDEE), ("Lochee", DUNDEE), ("mum in Charleston", DUNDEE), ("Dad stays in the Hilltown", DUNDEE),
    ("Dorset", "dorset"), ("we're in Poole", BCP), ("near Poole", BCP), ("BCP", BCP), ("Bournemouth", BCP),
    ("Christchurch", BCP), ("Weymouth", DORSET), ("Swanage", DORSET), ("just outside Dorchester", DORSET),
    ("Lyme Regis", DORSET), ("Blandford", DORSET), ("Portland", DORSET), ("Camden", "camden"), ("kentish town", CAMDEN),
    ("west hampstead", CAMDEN), ("live near Camden Town", CAMDEN), ("Stockport", "stockport"),
    ("Stockport council", STOCKPORT), ("Cheadle Hulme", STOCKPORT), ("is there anything in Edgeley", STOCKPORT),
    ("bramhall", STOCKPORT), ("he moved to Marple", STOCKPORT),
    # misspelt
    ("Dundeee", "dundee"), ("dundde", "dundee"), ("Broughty Fery", DUNDEE), ("Bournmouth", BCP), ("Weymoth", DORSET),
    ("stokport", "stockport"), ("I live in Cheedle Hulme", STOCKPORT), ("Hamstead", CAMDEN),
    # shared between councils: to be asked
    ("Kilburn", "shared/Kilburn"), ("King's Cross", "shared/King's Cross"), ("kings cross", "shared/King's Cross"),
    ("highgate", "shared/Highgate"), ("nw1", "shared/NW1"), ("DD2", "shared/DD2"), ("EC1N", "shared/EC1N"),
    # postcodes: full, half, lower, without a space
    ("DD1", DUNDEE), ("DD1 4HN", DUNDEE), ("dd14hn", DUNDEE), ("bh15 1ab", BCP), ("from BH1", BCP), ("DT1", DORSET),
    ("my postcode is DT4 7", DORSET), ("NW3", CAMDEN), ("wc1n 3jh", CAMDEN), ("SK1", STOCKPORT), ("sk4 2hd", STOCKPORT),
    ("DD8", "scotland/Angus"), ("SK9", "england/Cheshire East"), ("LS1", "england"), ("AB10", "scotland"), ("EH1 1YZ", "scotland"),
    ("CF10", "wales"), ("BT1", "northern_ireland"), ("CH5", "wales"), ("SW1A 1AA", "england"), ("GY1", "outside_uk"),
    # elsewhere in the UK
    ("Aberdeen", "scotland/Aberdeen"), ("Leeds", "england/Leeds"), ("Cardiff", "wales/Cardiff"), ("Glasgow", "scotland/Glasgow"),
    ("Belfast", "northern_ireland/Belfast"), ("swansea", "wales/Swansea"), ("Inverness", "scotland/Inverness"),
    ("Isle of Wight", "england/Isle of Wight"), ("Derry", "northern_ireland/Derry"), ("London", "england/London"),
    ("Invergowrie", "scotland/Perth and Kinross"), ("Monifieth", "scotland/Angus"), ("Fife", "scotland/Fife"),
    ("Wales", "wales"), ("scotland", "scotland"), ("northern ireland", "northern_ireland"),
    # towns that are everyday words, meant as towns
    ("I live in Reading", "england/Reading"), ("we live in Bath", "england/Bath"), ("my mum is in Wells", "england/Wells"),
    ("support groups in Reading", "england/Reading"), ("Bath please", "england/Bath"),
    ("Leeds, I'm 45", "england/Leeds"), ("leeds. i'm 45 and i work", "england/Leeds"), ("preston, 72", "england/Preston"),
    ("can't breathe properly tonight belfast", "northern_ireland/Belfast"),
    # a second name only says where the first one is
    ("Camden, London", "camden"), ("Newport, Shropshire", "england/Shropshire"), ("Perth, Australia", "outside_uk/Australia"),
    # short forms
    ("Kingston", "england/Kingston"), ("Southend", "england/Southend"),
    # abroad
    ("Spain", "outside_uk/Spain"), ("mum in Jersey", "outside_uk/Jersey"), ("Christchurch, New Zealand", "outside_uk"),
    # misspelt elsewhere, and in two words or one
    ("Glasgo", "scotland/Glasgow"), ("living in manchestor", "england/Manchester"), ("Kentish Twon", CAMDEN), ("Kentishtown", CAMDEN),
    ("Burton Bradstok", DORSET), ("queens cresent", CAMDEN),
    # what lies around a place, and what shows that another is meant
    ("Scotland, Glasgow", "scotland/Glasgow"), ("Woodley, Cheshire", "shared/Woodley"), ("Woodford, Essex", "england/Essex"),
    ("Cheadle, Staffs", "england/Staffs"), ("Stockport near Manchester", "stockport"), ("Perth, Western Australia", "outside_uk/Western Australia"),
    ("camden in america", "outside_uk/America"), ("Kilburn, Brent", "england/Brent"),
    # a name beside a postcode
    ("Broughty Ferry DD5", DUNDEE), ("Upton BH16", DORSET), ("Kilburn NW6", "shared/Kilburn"), ("Invergowrie, DD2", "scotland/Perth and Kinross"),
    ("London NW1", "shared/NW1"), ("Stockport SK12", "england/Cheshire East"), ("dorset dt9", "shared/DT9"), ("Highgate NW3", CAMDEN),
    # a name that is also another, written small, where places stand
    ("help for young carers in reddish", STOCKPORT), ("do you cover fintry", "shared/Fintry"), ("I live doon the Ferry", DUNDEE),
    ("anything round reddish way", STOCKPORT), ("not Dundee, Angus", "scotland/Angus"),
    ("from Reading", "england/Reading"), ("Sale", "england/Sale"), ("he lives in Rugby", "england/Rugby"),
]  # fmt: skip

#: Large towns, and postcodes on a border: a wrong nation hides all the right help. Empty: only asking is right.
NATION_MATTERS = [
    ("Newcastle", "england"), ("I live in Newcastle", "england"), ("Hull", "england"), ("my dad is in Hull", "england"),
    ("Stoke", "england"), ("Perth", "scotland"), ("Newport", "wales"), ("Berwick-upon-Tweed", "england"),
    ("Bangor", ""), ("SY21 7AA", ""), ("SY22", ""), ("SY10", ""), ("TD15", ""), ("TD12", ""), ("CH4", ""), ("NP25", ""),
]  # fmt: skip

NO_PLACE = [
    "I enjoy reading", "he needs a bath", "sale of the house", "the sale of my mums house", "she wishes him well",
    "my wife has ms", "ms", "PIP form", "pip", "what's the deal", "I need a sandwich", "he likes rugby", "it is a battle",
    "I hope so", "my eye hurts", "across the street", "reading is my only escape", "bath time is a fight every night",
    "deal with the council for me", "she had a stroke in March", "since March she has been in bed",
    "the assessment was in march last year", "Barry is my dad", "I am so tired", "what is carers allowance", "not Dundee",
    "I knit with wool", "help her in bath", "I'm in over my head", "mum moved in March", "she came home in March",
    "jersey wool", "china cup", "we had turkey", "my wife is from Poland", "we're going to Spain for a break",
    "we used to live in Leeds", "my mother-in-law has dementia", "my sister in law as her carer", "her skin is reddish", "SEND help",
    "get it sorted b4 she comes home", "stuck on the M6 again", "vitamin B12 for carers", "I'm 13 and I'm in S2 at school", "take the ferry",
    "Mrs Poole is her social worker", "my son Camden is autistic", "he supports Dundee United", "the clinic on Weymouth Street",
    "Dundee cake is all she eats", "I work in Poole", "mum was born in Dundee", "I miss Dundee", "St Pancras hospital appointment",
    "we can't go to London every week", "my sister in Leeds can't help", "a holiday in Dorset", "the Duke of Camden",
    "they work with carers in law", "drinks at the Dorset Arms", "I left Stockport years ago", "",
]  # fmt: skip

ROLES = [
    ("I live in Dundee", [("dundee", "carer")]),
    ("she lives in Camden", [("camden", "person")]),
    ("my mum's in Lochee but I'm in Glasgow", [(DUNDEE, "person"), ("scotland/Glasgow", "carer")]),
    ("my mum lives in Poole and I live in Leeds", [(BCP, "person"), ("england/Leeds", "carer")]),
    ("Im in dundee and mum is in fife", [("dundee", "carer"), ("scotland/Fife", "person")]),
    ("He lives in Stockport. I live in Camden.", [("stockport", "person"), ("camden", "carer")]),
    ("I'm not in Dundee, I'm in Perth", [("scotland/Perth and Kinross", "carer")]),
    ("my partner and I live in Marple", [(STOCKPORT, "carer")]),
    ("My dad who lives in Camden", [("camden", "person")]),
    ("both of us in Swanage", [(DORSET, "carer")]),
    ("I live in Dundee and my dad lives in Dundee", [("dundee", "carer"), ("dundee", "person")]),
    ("mum's in DD1", [(DUNDEE, "person")]),
    ("my sister lives in glasgow, im in poole and look after our dad here", [(BCP, "carer")]),
    ("our daughter lives in Manchester, we live in Weymouth and I care for my wife", [(DORSET, "carer")]),
    ("I look after my mum. My sister helps but she lives in Leeds", []),
    ("I live with my sister in Leeds and look after my mum", [("england/Leeds", "carer")]),
    ("I look after my mum and dad in Poole", [(BCP, "person")]),
    ("my husband's mum lives in Leeds and I look after her", [("england/Leeds", "person")]),
    ("we moved from Leeds to Poole", [(BCP, "carer")]),
    ("my sister is in Glasgow so can't help. Mum and me are in Dundee", [("dundee", "carer")]),
    ("my brother lives in London. I live in Marple with my mum", [(STOCKPORT, "carer")]),
    ("my brother has Down's and lives in Marple", [(STOCKPORT, "person")]),
    ("the aunt I look after lives in Leeds", [("england/Leeds", "person")]),
    ("caring for my nan in Cheadle from my house in Leeds", [(STOCKPORT, "person"), ("england/Leeds", "carer")]),
    ("I drive from Leeds to Poole to look after dad", [("england/Leeds", "carer"), (BCP, "person")]),
    ("my husband and I live in Leeds and his mother is in Poole", [("england/Leeds", "carer"), (BCP, "person")]),
    ("my ex husband is in Leeds, my son and I are in Poole", [(BCP, "carer")]),
    ("Weymouth is where mum lives", [(DORSET, "person")]),
    ("mum is in Lochee, I'm at my sister's in Leeds", [(DUNDEE, "person"), ("england/Leeds", "carer")]),
    ("I'm from Leeds but I live in Poole", [(BCP, "carer")]),
    ("mum lives in Poole but she's in hospital in Leeds", [(BCP, "person")]),
    ("mum and dad are both in Poole", [(BCP, "person")]),
    ("I live in Camden. My mum, who I care for, lives in Leeds", [("camden", "carer"), ("england/Leeds", "person")]),
    ("my husband is home from Ninewells and we're in Lochee", [(DUNDEE, "carer")]),
    ("I live in Bramhall. Is there help in Leeds?", [(STOCKPORT, "carer"), ("england/Leeds", "person")]),
    ("I live in London and my mum lives in Camden", [("england/London", "carer"), ("camden", "person")]),
    ("Dundee", [("dundee", None)]),
    ("DD1", [(DUNDEE, None)]),
    ("is there help in Leeds", [("england/Leeds", None)]),
]


@lru_cache(maxsize=1)
def real_names() -> Names:
    """The table of the real knowledge. The gazetteer takes seconds to read, so all tests of places share it."""
    return build_names(load_knowledge(KNOWLEDGE))


@lru_cache(maxsize=1)
def real_finder() -> PlaceFinder:
    """As the trained model has it: words that carers use about other things are never taken as misspelt places."""
    counts: Counter[str] = Counter()
    for path in (DATA / "nlu").rglob("*.yml"):
        for group in yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)["nlu"]:
            if group["intent"] != "say_where":
                counts.update(word.strip(".,!?'\"()").lower() for word in str(group["examples"]).split())
    everyday = {word for word, n in counts.items() if n > 1 and word.isalpha()}
    return PlaceFinder(real_names(), people_words(KNOWLEDGE), everyday)


@pytest.fixture(scope="session")
def names() -> Names:
    return real_names()


@pytest.fixture(scope="session")
def finder() -> PlaceFinder:
    return real_finder()


@pytest.mark.parametrize(("text", "home"), ALONE, ids=[text for text, _ in ALONE])
def test_a_place_is_found(text: str, home: str, finder: PlaceFinder) -> None:
    assert [place.home for place in finder.find(text)] == [home]


@pytest.mark.parametrize(("text", "nation"), NATION_MATTERS, ids=[text for text, _ in NATION_MATTERS])
def test_the_nation_is_right_or_none_is_taken(text: str, nation: str, finder: PlaceFinder) -> None:
    found = {place.home.partition("/")[0] for place in finder.find(text)} - {"shared"}
    assert found == ({nation} if nation else set())


@pytest.mark.parametrize("text", NO_PLACE)
def test_everyday_words_are_no_place(text: str, finder: PlaceFinder) -> None:
    assert finder.find(text) == []


@pytest.mark.parametrize(("text", "expected"), ROLES, ids=[text for text, _ in ROLES])
def test_whose_home_it_is(text: str, expected: list[tuple[str, str | None]], finder: PlaceFinder) -> None:
    assert [(place.home, place.role) for place in finder.find(text)] == expected


@pytest.mark.parametrize("outward", "N11 N12 N22 W10 W11 W14 E17 SE10 SK17 DD10".split())
def test_a_district_is_not_taken_for_a_shorter_one(outward: str, finder: PlaceFinder) -> None:
    shorter = {place.home for place in finder.find(outward[:-1])}
    longer = {place.home for place in finder.find(outward)}
    assert not {home for home in shorter & longer if "/" in home}, longer


def test_characters_count_from_the_start(finder: PlaceFinder) -> None:
    (place,) = finder.find("my mum's in Broughty Ferry now")
    assert "my mum's in Broughty Ferry now"[place.start : place.end] == "Broughty Ferry"


def test_the_table_survives_being_kept_with_the_model(names: Names) -> None:
    assert Names.from_dict(json.loads(json.dumps(names.to_dict()))) == names


def test_a_place_knows_what_it_lies_in(names: Names) -> None:
    assert names.wider["camden"][0] == "england"
    assert "england/London" in names.wider["camden"]
    assert "england/Greater Manchester" in names.wider["stockport"]
    assert names.sharers["NW6"] == ("camden", "Brent", "Westminster")


def test_every_home_that_a_name_means_is_understood(names: Names, knowledge: Knowledge) -> None:
    from waymark.knowledge.homes import NOWHERE, read_home

    homes = {name.home for name in names.names.values()} | set(names.districts.values()) | set(names.areas.values())
    assert [home for home in homes if read_home(home, knowledge) == NOWHERE] == []


def test_every_place_council_and_district_of_ours_is_found_by_its_own_name(
    knowledge: Knowledge, finder: PlaceFinder
) -> None:
    for place in knowledge.places.values():
        for name in [place.name, *(council.name for council in place.councils)]:
            assert [found.home.partition("/")[0] for found in finder.find(name)] == [place.id], name
        missing = [d.district for d in place.postcodes if d.councils and not finder.find(d.district)]
        assert missing == []
