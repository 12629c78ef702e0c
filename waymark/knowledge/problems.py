"""What is wrong in a knowledge file, and where: `file:line: field: what is wrong`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Iterator, List, Sequence, Tuple, Union

import yaml
from pydantic import ValidationError

Path_ = Tuple[Union[str, int], ...]

_EMPTY = "is empty: write something, or leave the whole line out"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing an editor must mend."""

    file: str
    line: int
    field: str
    what: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.field}: {self.what}"


class BrokenKnowledge(Exception):
    """The knowledge cannot be used; `problems` says why."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = list(problems)


def line_of(text: str, where: Path_) -> int:
    """The line (from 1) of the value at `where` in YAML `text`; of its nearest parent when it is absent."""
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return 1
    line = 1
    for key in where:
        found = _child(node, key)
        if found is None:
            break
        line, node = found
    return line


def _child(node: object, key: Union[str, int]) -> Union[Tuple[int, yaml.Node], None]:
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if name.value == str(key):
                return name.start_mark.line + 1, value
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        return node.value[key].start_mark.line + 1, node.value[key]
    return None


def keys_twice(node: object, where: Path_ = ()) -> Iterator[Tuple[int, Path_]]:
    """(line, path) of every key that its mapping already holds: YAML would silently keep the last one only."""
    if isinstance(node, yaml.MappingNode):
        seen = set()
        for name, value in node.value:
            if name.value in seen:
                yield name.start_mark.line + 1, (*where, name.value)
            seen.add(name.value)
            yield from keys_twice(value, (*where, name.value))
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from keys_twice(value, (*where, index))


def from_validation(file: str, text: str, error: ValidationError, prefix: Path_ = ()) -> List[Problem]:
    """The problems that pydantic found in one record."""
    problems = []
    for detail in error.errors():
        where = prefix + tuple(part for part in detail["loc"] if part != "__root__")
        what = _EMPTY if detail["type"] == "value_error.any_str.min_length" else detail["msg"]
        problems.append(Problem(file, line_of(text, where), ".".join(map(str, where)) or "file", what))
    return problems


def shown(path: Path, root: Path) -> str:
    """`path` as an editor knows it: from the knowledge folder's parent."""
    try:
        return str(path.relative_to(root.parent))
    except ValueError:
        return str(path)
