"""Place names that are everyday words too, so that "in N" alone does not say that somebody lives there."""

from __future__ import annotations

#: Of the names that knowledge marks as ambiguous, the words; the rest are people's names and other places: Preston, Hamilton.
_SINGLE = """
amble ash banks barking barley bath battle beds beer blackness bow bowling box brae bray bream bridge brill bucks bugle bury
cardigan castor chapel charing chipping church comber cooling cove coven crick croft crook cults dale deal dingle diss docking
dollar downside eagle eye fallin fleet flint flushing ford forth gotham grain grays grove hale halling hallow hay healing heather
hermitage highland hill hillside hook hope horning hose hurst jumpers lancing law lea leek lizard loans locking lode lyme maidens
march mark mere mill mold moss mull mumbles over pant par pickering plains polish pool poplar quarter rake reading redding ridge
rock rode rugby rye sale saline sandwich sandy scone seaview send settle shaw shotts sleights stamford steep stilton stock stone
stow street summerhouse sway tong tumble valley wall warden ware welling wells wick wing wool worth
"""
_PHRASES = """
bourne end, church street, cold ash, four crosses, mill end, new inn, new mill, north country, old swan, park street, silver end,
six bells, sole street, south bank, the ferry, the heath, the law, three crosses, west end, world's end, worlds end
"""
EVERYDAY = frozenset([*_SINGLE.split(), *_PHRASES.strip().replace("\n", " ").split(", ")])
