"""How people write the words that danger patterns look for: dialect, typing errors, and the words of other sites' filters."""

from __future__ import annotations

from typing import Dict

# fmt: off
#: One written word -> the plain one.
WORDS: Dict[str, str] = {
    "kms": "kill myself", "kys": "kill yourself", "kil": "kill", "kiling": "killing", "killl": "kill",
    "unaliving": "dying", "killd": "killed", "unalive": "die", "unalived": "died", "unalives": "dies",
    "sewerslide": "suicide", "sewerslidal": "suicidal", "sewersidal": "suicidal", "sucide": "suicide",
    "suicde": "suicide", "suiside": "suicide", "sueside": "suicide", "suside": "suicide",
    "suicied": "suicide", "suiced": "suicide", "suicid": "suicide", "siucide": "suicide",
    "sucicide": "suicide", "sucidal": "suicidal", "suicdal": "suicidal", "suisidal": "suicidal",
    "susidal": "suicidal", "suicidle": "suicidal", "suicidel": "suicidal", "suicical": "suicidal",
    "siucidal": "suicidal", "suicial": "suicidal", "suecidal": "suicidal", "overdosd": "overdosed",
    "ovadose": "overdose", "ods": "overdoses", "oded": "overdosed", "selfharm": "self harm",
    "selfharming": "self harming", "selfharmed": "self harmed", "masel": "myself", "maself": "myself",
    "mysel": "myself", "meself": "myself", "myslef": "myself", "mysef": "myself", "mysekf": "myself",
    "mesel": "myself", "hersel": "herself", "himsel": "himself", "hissel": "himself", "hisself": "himself",
    "themsel": "themselves", "themsels": "themselves", "themself": "themselves", "theirself": "themselves",
    "theirselves": "themselves", "yersel": "yourself", "yourslef": "yourself", "wnat": "want", "wnt": "want",
    "watn": "want", "wanr": "want", "wanna": "want to", "wanty": "want to", "wantae": "want to",
    "wantto": "want to", "gonna": "going to", "gonnae": "going to", "gonny": "going to", "gunna": "going to",
    "goannie": "going to", "gna": "going to", "gotta": "got to", "tryna": "trying to", "dinnae": "dont",
    "dinny": "dont", "dinna": "dont", "didnae": "didnt", "didny": "didnt", "doesnae": "doesnt",
    "doesny": "doesnt", "isnae": "isnt", "isny": "isnt", "wasnae": "wasnt", "wasny": "wasnt",
    "wouldnae": "wouldnt", "wouldny": "wouldnt", "couldnae": "couldnt", "cannae": "cant", "canny": "cant",
    "canna": "cant", "cannot": "cant", "wullnae": "wont", "willnae": "wont", "willny": "wont",
    "winnae": "wont", "havnae": "havent", "havenae": "havent", "hasnae": "hasnt", "hasny": "hasnt",
    "havnt": "havent", "dnt": "dont", "naebody": "nobody", "naeb'dy": "nobody", "tae": "to", "wi": "with",
    "fae": "from", "oot": "out", "aff": "off", "deid": "dead", "heid": "head", "hame": "home", "noo": "now",
    "doon": "down", "mair": "more", "hoose": "house", "lyin": "lying", "bein": "being", "goin": "going",
    "livin": "living", "feart": "scared", "aboot": "about", "roon": "round", "awfy": "awfully",
    "wean": "child", "weans": "children", "bairn": "child", "bairns": "children", "battert": "battered",
    "skelpt": "skelped", "nicht": "night", "wan": "one", "anymore": "any more", "alot": "a lot",
    "ther": "there", "u": "you", "ur": "your", "r": "are", "abt": "about", "bc": "because", "cos": "because",
    "cuz": "because", "coz": "because", "cause": "because", "pls": "please", "plz": "please", "tho": "though",
    "thru": "through", "b4": "before", "2nite": "tonight", "2night": "tonight", "tonite": "tonight",
    "2moro": "tomorrow", "tmrw": "tomorrow", "ambulence": "ambulance", "amulance": "ambulance",
    "concious": "conscious", "unconcious": "unconscious", "unconsious": "unconscious",
    "uncontious": "unconscious", "siezure": "seizure", "seizur": "seizure", "seisure": "seizure",
    "siezures": "seizures", "dieing": "dying", "strangeled": "strangled", "neice": "niece",
    "neighbor": "neighbour", "mommy": "mummy", "ah": "i", "ahm": "im", "ahve": "ive", "ahll": "ill",
    "iam": "im", "thier": "their", "wana": "want to", "wanta": "want to", "wonna": "want to", "kiil": "kill",
    "slef": "self", "myslf": "myself",
}

#: Words that are one in the patterns.
PHRASES: Dict[str, str] = {
    "i am": "im", "he is": "hes", "she is": "shes", "they are": "theyre", "do not": "dont",
    "does not": "doesnt", "did not": "didnt", "is not": "isnt", "was not": "wasnt", "has not": "hasnt",
    "have not": "havent", "can not": "cant", "could not": "couldnt", "would not": "wouldnt",
    "will not": "wont", "are not": "arent", "my self": "myself", "suicide al": "suicidal",
    "step dad": "stepdad", "step mum": "stepmum", "step father": "stepfather", "step mother": "stepmother",
    "step son": "stepson", "step daughter": "stepdaughter", "no one": "nobody", "sewer slide": "suicide",
    "a wanna": "i want to", "sui cide": "suicide", "over dose": "overdose", "over dosed": "overdosed",
    "want too": "want to", "wants too": "wants to", "have took": "have taken",
}
# fmt: on
