"""What the carers of the benchmark say: written for it, and in no training or test file."""

from __future__ import annotations

from typing import List

CONVERSATIONS = 40

_NEEDS = """
my husband had his second stroke in spring and I have not had a day to myself since
is there any money for someone who gave up her job to look after her father
mum cannot be left alone any more and I have a wedding to go to in June
I cannot sleep and I snap at everyone, looking after dad is wearing me out
how would I get the council to look at what I need, not only at what she needs
who steps in if I break my leg, there is nobody else in the house
they want to send him home from the ward on Friday and the stairs are steep
my back hurts from lifting her out of the bath every evening
I am 14 and I do the cooking and the washing because mum is ill
I start university in autumn and my brother still needs me at night
our son is six and autistic and school rings me every second day
who signs for mum's bank account when she cannot any more
I need somebody beside me at the meeting with social services
my boss says I may not leave early for the hospital appointments
is there a course where they teach you about dementia
how do I choose a good care home near my sister
we need a rail by the front door and someone to mow the lawn
wife has just been told she has Parkinson's and we know nothing about it
is there a group where I can have a cup of tea with other carers
what is on for carers this month
I am deaf, is there a way to reach you without the telephone
I rang your number twice and nobody rang back, I want to complain
mum died in March and the days are so empty now
I am worried about how the neighbour treats his old mother
I am a district nurse, how do I refer a patient's wife to you
the council is cutting the day centre, where can I say what I think
can I speak to a real person please
I just do his shopping and his pills, does that make me a carer
can somebody sit with gran for two hours on a Tuesday
the gas bill is huge because dad is always cold
my daughter has a learning disability and turns eighteen soon
I get Universal Credit and look after my aunt, am I missing something
the hospital parking costs me eight pounds each time
how do I get power of attorney for my uncle
nobody told me what happens after they discharge him
I would like to go back to work part time but who minds my wife
do you know a choir or a walking group for people like me
my partner has bipolar and I do not know whom to turn to at night
is there a card that says I am a carer in case of an accident
my mother refuses every help and I am at the end of my tether
""".strip().splitlines()

_PLACES = """
I live in Dundee
we are in Bournemouth
Camden
Stockport
she lives in Broughty Ferry
Dorchester, in Dorset
DD4
near Poole
Kentish Town
we're both in Bramhall
""".strip().splitlines()

_MORE = """
what does that cost
how long does it take
do I have to fill in a form for it
is there anything nearer
can I ring them in the evening
who can apply
what else is there
are they open on Saturday
""".strip().splitlines()

_THANKS = """
thank you
thanks, that helps
ok thank you very much
great, cheers
that is kind, thanks
""".strip().splitlines()


def carers() -> List[List[str]]:
    """Forty conversations of five: a need, where, a question about it, another need, thanks."""
    return [
        [
            _NEEDS[index],
            _PLACES[index % len(_PLACES)],
            _MORE[index % len(_MORE)],
            _NEEDS[(index + 17) % len(_NEEDS)],
            _THANKS[index % len(_THANKS)],
        ]
        for index in range(CONVERSATIONS)
    ]


def moods() -> List[List[str]]:
    """The same number for the moodbot, on what it was taught: greeting, mood, whether it helped, a bot?, goodbye."""
    hellos = ["hello", "hi", "good morning", "hey there", "good evening"]
    sorrows = ["I am very sad", "not good", "my day was horrible", "I'm so sad", "I don't feel very well", "unhappy"]
    helped = ["yes", "of course", "indeed", "correct"]  # to a "no" late in a conversation it has no reply
    bots = ["are you a bot?", "am I talking to a human?", "are you a human?"]
    byes = ["bye", "goodbye", "see you later", "have a nice day"]
    parts = (hellos, sorrows, helped, bots, byes)
    return [[part[index % len(part)] for part in parts] for index in range(CONVERSATIONS)]


#: Guides asked for and answered in carers' words; every turn is one of a guide.
_IN_GUIDES = """
ask me whether I count as a carer | she is frail | I do the shopping and the meals | no | 61 | Wales
help me plan for an emergency | Scotland | my sister could for some days | not at all | yes | no | no | yes | no | leave it out
help me get ready for my carer's assessment | an adult | England | got a date | my sleep | nights and forms | only with more help | leave it out | a rest | nobody
find me a break | England | an adult | a night or two | in the next weeks | about 40 hours | nobody yet | a little | carer's allowance
check what money I can get as a carer | England | 47 | none of these | not sure | about 50 hours | not sure | no
help me get ready for dad coming home from hospital | Northern Ireland | 83 | no | some of it | care visits | yes
"""


def in_guides() -> List[List[str]]:
    """Conversations that start a guide with their first message and answer its questions."""
    return [[text.strip() for text in line.split("|")] for line in _IN_GUIDES.strip().splitlines()]
