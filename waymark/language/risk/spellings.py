"""How people write the words that danger patterns look for: dialect, typing errors, short forms, other sites' filters."""

from __future__ import annotations

from typing import Dict

from waymark.language.risk.disguises import MATTER


def _table(lines: str) -> Dict[str, str]:
    """Lines such as 'masel mysel: myself' as {'masel': 'myself', 'mysel': 'myself'}."""
    words: Dict[str, str] = {}
    for line in lines.strip().splitlines():
        written, plain = line.split(":")
        words.update(dict.fromkeys(written.split(), plain.strip()))
    return words


#: What stands behind an apostrophe.
ENDINGS: Dict[str, str] = {"m": "am", "ve": "have", "ll": "will", "re": "are", "d": "would"}

_FILTERED = """
kms: kill myself
kys: kill yourself
unalive: die
unalived: died
unalives: dies
unaliving: dying
sewerslide sewersidal: suicide
sewerslidal: suicidal
sucide suiside sueside suside suiced suicid sucicide suecide: suicide
sucidal suisidal susidal suicidle suicidel suicical suecidal: suicidal
ods: overdoses
oded: overdosed
ovadose: overdose
overdosd: overdosed
selfharm: self harm
selfharms: self harms
selfharming: self harming
selfharmed: self harmed
"""
_SHORTENED = """
im iam ahm: i am
ive ahve: i have
hes: he is
shes: she is
theyre theyr: they are
theyve: they have
youre: you are
weve: we have
thats: that is
theres: there is
whats: what is
whos: who is
wheres: where is
nobodys noones: nobody is
someones: someone is
hed: he would
theyd: they would
shell: she will
theyll: they will
itll: it will
dont dnt dinnae dinny dinna dunt doan: do not
didnt didnae didny: did not
doesnt doesnae doesny disnae disny dosnt: does not
isnt isnae isny aint: is not
arent: are not
wasnt wasnae wasny wisnae wisny wasent: was not
werent wurnae: were not
havent havnt havnae havenae huvnae: have not
hasnt hasnae hasny: has not
hadnt hadnae: had not
cant cannae canny canna cannot carnt: can not
couldnt couldnae couldny cudnt: could not
wont winnae willnae willny wullnae: will not
wouldnt wouldnae wouldny wudnt: would not
shouldnt shouldnae shudnt: should not
darent: dare not
mustnt: must not
neednt: need not
wanna wanty wantae wantto wana wanta wonna: want to
gonna gonnae gonny gunna goannie gna gunnae: going to
gotta: got to
tryna: trying to
kinda: kind of
dunno idk: do not know
lemme: let me
gimme gies: give me
"""
_DIALECT = """
masel maself mysel meself myslef mysef mysekf mesel myslf meself misen mesen: myself
hersel hersen: herself
himsel hissel hisself hissen: himself
themsel themsels themself theirself theirselves: themselves
yersel yersen yourslef: yourself
ah: i
mi: my
oor wur: our
yer: your
ye: you
tae: to
dae: do
daes: does
daein: doing
gie: give
tak: take
taks: takes
takin: taking
taen: taken
hae huv: have
hud: had
wid: would
cud: could
shud: should
wi: with
fae frae: from
o: of
oot: out
aff: off
ower: over
doon: down
roon roond: round
aboot: about
awa: away
pit: put
gaun gaein: going
watter: water
jist: just
polis: police
whaur: where
heirt: heart
breeks: trousers
eleeven: eleven
lavvy: toilet
daddys: daddy s
noo: now
nae: no
naw: no
nicht: night
mair: more
wan yin: one
aw: all
hoose: house
hame: home
heid: head
deid: dead
hert: heart
auld: old
wean bairn: child
weans bairns: children
lassie: girl
laddie: boy
mither: mother
faither: father
brither: brother
maw: mum
ma: my
da: dad
das: dad s
fur: for
feart: scared
greetin: crying
ken: know
kens: knows
haud: hold
hauds: holds
whit: what
owt: anything
nowt: nothing
summat: something
awfy: awfully
battert: battered
skelpt: skelped
naebody: nobody
nothin: nothing
naething: nothing
lyin: lying
bein: being
goin: going
livin: living
breathin: breathing
wantin: wanting
feelin: feeling
tryin: trying
thinkin: thinking
leatherin: leathering
skelpin: skelping
smackin: smacking
chokin: choking
stealin: stealing
nickin: nicking
shovin: shoving
pullin: pulling
throwin: throwing
starvin: starving
bleedin: bleeding
bruisin: bruising
missin: missing
lyin: lying
greetin: crying
"""
_TYPED = """
wnat wnt watn wanr: want
kil kiil kll: kill
kiling: killing
killd: killed
dieing: dying
anymore: any more
alot: a lot
u: you
ur: your
r: are
b: be
n: and
w: with
abt: about
bc cos cuz coz cause cus becuase becos: because
pls plz plss: please
tho: though
thru: through
b4: before
2nite 2night tonite tonght tn: tonight
nite: night
nites: nights
2moro tmrw tomoz: tomorrow
rn: right now
ppl: people
smone sum1: someone
no1: nobody
bf: boyfriend
gf: girlfriend
hubby hubs dh: husband
missus wifey: wife
mil: mother in law
fil: father in law
hv: have
wld: would
cld: could
shld: should
thier ther: their
neice: niece
neighbor: neighbour
mommy: mummy
concious: conscious
unconcious unconsious uncontious: unconscious
siezure seizur seisure: seizure
siezures: seizures
amulance ambulence: ambulance
strangeled: strangled
chocking: choking
slef: self
dementa: dementia
alzeimers alzhiemers altzheimers: alzheimers
haha hahaha lmao lmfao rofl: lol
"""
#: Relatives whose form in s stands for two words: "mums boyfriend", "my wifes gone".
_RELATIVES = """
    mum mam mom mother mummy dad father daddy husband wife partner boyfriend girlfriend fiance son daughter brother sister
    gran nan nana granny grandma grandad grandpa uncle aunt auntie cousin niece nephew stepdad stepmum neighbour
    friend mate baby grandson granddaughter hubby carer ex
""".split()

_SAID_TOGETHER = """
i m: i am
i ve: i have
i ll: i will
he s: he is
she s: she is
my self: myself
him self: himself
her self: herself
suicide al: suicidal
sewer slide: suicide
sui cide: suicide
over dose: overdose
over dosed: overdosed
od d: overdosed
no one: nobody
want too: want to
wants too: wants to
want 2: want to
going 2: going to
need 2: need to
could of: could have
would of: would have
should of: should have
have took: have taken
my my: my mum
me my: my mum
a n e: a and e
a e: a and e
is no in: is not in
is no here: is not here
is no breathing: is not breathing
alzheimer s: alzheimers
parkinson s: parkinsons
down s: downs
korsakoff s: korsakoffs
huntington s: huntingtons
am no well: am not well
"""

#: One written word -> the plain ones.
WORDS: Dict[str, str] = {
    **{word[:-1]: word for word in MATTER if word.endswith("ing")},  # killin, hurtin
    **{f"{relative}s": f"{relative} s" for relative in _RELATIVES},
    **_table(_FILTERED),
    **_table(_SHORTENED),
    **_table(_DIALECT),
    **_table(_TYPED),
}


def _phrases() -> Dict[str, str]:
    phrases: Dict[str, str] = {}
    for line in _SAID_TOGETHER.strip().splitlines():
        written, plain = line.split(":")
        phrases[written] = plain.strip()
    for verb in "is was do does did ca could would should have has had".split():
        phrases[f"{verb}n t"] = f"{'can' if verb == 'ca' else verb} not"
    for verb in "kill hurt hit hang end do be die go take jump just never have get".split():
        phrases[f"ill {verb}"] = f"i will {verb}"
    for word in "rather sooner be have kill hurt like never".split():
        phrases[f"id {word}"] = f"i would {word}"
    for word in "want can do did am have had was wish think know feel felt just lost got tried told keep".split():
        phrases[f"a {word}"] = f"i {word}"  # Scots
    for relative in "mum mam dad nan gran husband wife brother sister son lad".split():
        phrases[f"me {relative}"] = f"my {relative}"
    for relative in "dad mum father mother son daughter brother sister".split():
        phrases[f"step {relative}"] = f"step{relative}"
    return phrases


#: Words that are one in the patterns, or that only their neighbours tell apart.
PHRASES: Dict[str, str] = _phrases()
