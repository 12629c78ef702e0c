"""The borders between topics, compared: each must stand on both sides, in the same words.

Whoever labels a message reads only the topics they have in mind. A rule on one side alone, or told in two ways, lets
two people label the same message differently.
"""

from __future__ import annotations

from typing import Iterator, Mapping, Set, Tuple

from waymark.knowledge.problems import Path_
from waymark.knowledge.schema import Topic


def border_problems(topics: Mapping[str, Topic], key: str) -> Iterator[Tuple[Path_, str]]:
    """(where in the topic `key`, what is wrong) of every border that its neighbour does not tell alike."""
    seen: Set[str] = set()
    for index, border in enumerate(topics[key].borders):
        where: Path_ = ("borders", index, "with")
        name = border.neighbour
        if name == key:
            yield where, f"'{name}' is the topic itself"
        elif name not in topics:
            yield where, f"'{name}' is not in knowledge/topics"
        elif name in seen:
            yield where, f"'{name}' is there twice: put both rules into one"
        else:
            rules = [back.rule for back in topics[name].borders if back.neighbour == key]
            if not rules:
                yield where, f"'{name}' has no border with '{key}': write the same rule there"
            elif border.rule not in rules:
                yield ("borders", index, "rule"), f"is not the rule that '{name}' has: write the same in both"
        seen.add(name)
