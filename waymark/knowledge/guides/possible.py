"""What conditions may still turn out to be, while only some answers are given: sets of truths, written as bits."""

from __future__ import annotations

from typing import Dict, List, Sequence, Tuple, Union

from waymark.knowledge.guides.evaluate import Truth
from waymark.knowledge.schema import Condition

TRUE, FALSE, UNKNOWN = 1, 2, 4
ANY = TRUE | FALSE | UNKNOWN
NOT_TRUE = FALSE | UNKNOWN
BITS: Dict[Truth, int] = {True: TRUE, False: FALSE, None: UNKNOWN}


def _and(one: int, other: int) -> int:
    """What `one and other` may be."""
    found = 0
    if (one | other) & FALSE:
        found |= FALSE
    if one & TRUE and other & TRUE:
        found |= TRUE
    if (one & UNKNOWN and other & (TRUE | UNKNOWN)) or (other & UNKNOWN and one & (TRUE | UNKNOWN)):
        found |= UNKNOWN
    return found


_ANDS = [[_and(one, other) for other in range(8)] for one in range(8)]
_NOTS = [(bits & UNKNOWN) | (FALSE if bits & TRUE else 0) | (TRUE if bits & FALSE else 0) for bits in range(8)]

#: A condition taken apart: the number of a comparison; or 'and', 'not' of others.
Tree = Union[int, Tuple[str, Tuple["Tree", ...]]]


def bits_of(tree: Tree, atoms: List[int]) -> int:
    """What a condition may be, given what each comparison may be."""
    if isinstance(tree, int):
        return atoms[tree]
    kind, parts = tree
    if kind == "not":
        return _NOTS[bits_of(parts[0], atoms)]
    found = TRUE
    for part in parts:
        found = _ANDS[found][bits_of(part, atoms)]
        if found == FALSE:
            break
    return found


def tree_of_all(conditions: Sequence[Condition], atoms: List[Condition]) -> Tree:
    """Conditions that must all hold, taken apart; their comparisons are added to `atoms`."""
    return "and", tuple(_tree(each, atoms) for each in conditions)


def _tree(condition: Condition, atoms: List[Condition]) -> Tree:
    if condition.all is not None:
        return tree_of_all(condition.all, atoms)
    if condition.any is not None:  # one of them holds: not all of them fail
        return "not", (("and", tuple(("not", (_tree(each, atoms),)) for each in condition.any)),)
    if condition.negated is not None:
        return "not", (_tree(condition.negated, atoms),)
    atoms.append(condition)
    return len(atoms) - 1
