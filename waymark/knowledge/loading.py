"""Read the knowledge folder into one `Knowledge`, collecting every problem instead of stopping at the first."""

from __future__ import annotations

import datetime
import hashlib
from pathlib import Path
from typing import Any, Callable, Dict, List, Optional, Tuple, Type, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from waymark.knowledge.knowledge import Condition, Knowledge, UnitedKingdom
from waymark.knowledge.problems import BrokenKnowledge, Problem, from_validation, shown
from waymark.knowledge.schema import (
    Answer,
    DangerContact,
    DangerReply,
    Figure,
    Listed,
    Place,
    RiskPattern,
    Strict,
    Support,
    Topic,
)

Record = TypeVar("Record", bound=BaseModel)

#: Lists every knowledge folder must have, in knowledge/lists.
LISTS = ("areas", "eligibility", "risk_kinds", "statuses")


class _Condition(Listed):
    words: List[str]


class _Nation(Strict):
    name: str
    aliases: List[str]


class _UnitedKingdom(Strict):
    nations: Dict[str, _Nation]
    postcode_areas: Dict[str, Any]
    postcode_districts: Dict[str, Any] = {}
    counties_and_regions: Dict[str, str]
    extra_towns: Dict[str, str] = {}
    not_towns: List[str] = []


class Reader:
    """Reads files of one folder and remembers what was wrong with them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: List[Problem] = []
        self.texts: Dict[str, str] = {}
        self.files: Dict[Tuple[str, str], str] = {}  # (kind, id) -> file, for the checks between files

    def raw(self, path: Path) -> Any:
        """The file's content, or None after noting why it cannot be read."""
        name = shown(path, self.root)
        try:
            text = path.read_text(encoding="utf-8")
            self.texts[name] = text
            return yaml.load(text, Loader=yaml.CSafeLoader)
        except FileNotFoundError:
            self.note(name, 1, "file", "is missing")
        except (OSError, UnicodeDecodeError) as error:
            self.note(name, 1, "file", f"cannot be read: {error}")
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            self.note(name, line, "file", f"is no valid YAML: {error.problem}")
        except yaml.YAMLError as error:
            self.note(name, 1, "file", f"is no valid YAML: {error}")
        return None

    def note(self, file: str, line: int, field: str, what: str) -> None:
        self.problems.append(Problem(file, line, field, what))

    def parse(self, model: Type[Record], data: Any, file: str, prefix: Tuple[Any, ...] = ()) -> Optional[Record]:
        if not isinstance(data, dict):
            self.note(file, 1, ".".join(map(str, prefix)) or "file", "must hold fields with values")
            return None
        try:
            return model(**data)
        except ValidationError as error:
            self.problems += from_validation(file, self.texts.get(file, ""), error, prefix)
        except TypeError as error:
            self.note(file, 1, "file", str(error))
        return None

    def one_per_file(self, folder: str, model: Type[Record], deep: bool = False) -> Dict[str, Record]:
        """Records of a folder that holds one file each, by id, which must be the file's name."""
        records: Dict[str, Record] = {}
        for path in sorted((self.root / folder).glob("**/*.yml" if deep else "*.yml")):
            name = shown(path, self.root)
            data = self.raw(path)
            record = None if data is None else self.parse(model, data, name)
            if record is None:
                continue
            key: str = record.id  # type: ignore[attr-defined]
            if key != path.stem:
                self.note(name, 1, "id", f"is '{key}' but the file is called {path.name}")
            if key in records:
                self.note(name, 1, "id", f"'{key}' is also in {self.files[folder, key]}")
            records[key] = record
            self.files[folder, key] = name
        return records

    def many_per_file(self, pattern: str, model: Type[Record], key: str = "id") -> Dict[str, Record]:
        """Records of files that hold a list each."""
        records: Dict[str, Record] = {}
        paths = sorted(self.root.glob(pattern))
        if not paths:
            self.note(f"{self.root.name}/{pattern}", 1, "file", "is missing")
        for path in paths:
            name = shown(path, self.root)
            data = self.raw(path)
            if data is not None and not isinstance(data, list):
                self.note(name, 1, "file", "must hold a list: each entry starts with '- '")
                continue
            for index, entry in enumerate(data or []):
                record = self.parse(model, entry, name, (index,))
                if record is None:
                    continue
                found = getattr(record, key)
                if found in records:
                    self.note(name, 1, f"{index}.{key}", f"'{found}' is there twice")
                records[found] = record
                self.files[pattern, found] = name
        return records


def read_knowledge(root: Path) -> Tuple[Optional[Knowledge], Reader]:
    """Everything under `root` and the reader with its problems; no knowledge when something essential is missing."""
    reader = Reader(root)
    lists: Dict[str, Dict[str, Listed]] = {name: reader.many_per_file(f"lists/{name}.yml", Listed) for name in LISTS}
    conditions = reader.many_per_file("lists/conditions.yml", _Condition)
    uk_data = reader.raw(root / "places" / "uk.yml")
    uk = reader.parse(_UnitedKingdom, uk_data, f"{root.name}/places/uk.yml") if uk_data is not None else None
    places = _places(reader)
    supports = reader.one_per_file("supports", Support, deep=True)
    topics = reader.one_per_file("topics", Topic)
    answers = reader.one_per_file("answers", Answer, deep=True)
    figures = reader.many_per_file("figures/*.yml", Figure, key="name")
    contacts = reader.many_per_file("risk/contacts.yml", DangerContact)
    replies = reader.many_per_file("risk/replies.yml", DangerReply, key="kind")
    patterns = reader.many_per_file("risk/patterns.yml", RiskPattern, key="pattern")
    if uk is None:
        return None, reader
    knowledge = Knowledge(
        supports=supports,
        topics=topics,
        answers=answers,
        figures=figures,
        places=places,
        uk=_uk(uk),
        danger_contacts=contacts,
        danger_replies=replies,
        risk_patterns=tuple(patterns.values()),
        conditions={key: Condition(key, value.label, tuple(value.words)) for key, value in conditions.items()},
        lists=lists,
        version=_version(reader.texts),
        date=_date(supports),
    )
    return knowledge, reader


def load_knowledge(root: Path, check: Optional[Callable[[Knowledge, Reader], List[Problem]]] = None) -> Knowledge:
    """The knowledge under `root`.

    Raises:
        BrokenKnowledge: with every problem found, also those of `check` (see waymark.knowledge.checking).
    """
    knowledge, reader = read_knowledge(root)
    problems = list(reader.problems)
    if knowledge is not None and check is not None:
        problems += check(knowledge, reader)
    if problems or knowledge is None:
        raise BrokenKnowledge(sorted(set(problems)))
    return knowledge


def _places(reader: Reader) -> Dict[str, Place]:
    places: Dict[str, Place] = {}
    for path in sorted((reader.root / "places").glob("*.yml")):
        if path.name == "uk.yml":
            continue
        data = reader.raw(path)
        place = None if data is None else reader.parse(Place, data, shown(path, reader.root))
        if place is not None:
            places[place.id] = place
            reader.files["places", place.id] = shown(path, reader.root)
    return places


def _uk(data: _UnitedKingdom) -> UnitedKingdom:
    def listed(value: Any) -> Tuple[str, ...]:
        return tuple(value) if isinstance(value, list) else (str(value),)

    return UnitedKingdom(
        nation_names={key: nation.name for key, nation in data.nations.items()},
        nation_aliases={
            alias.lower(): key for key, nation in data.nations.items() for alias in [nation.name, *nation.aliases]
        },
        postcode_areas={key: listed(value) for key, value in data.postcode_areas.items()},
        postcode_districts={key: listed(value) for key, value in data.postcode_districts.items()},
        regions={key.lower(): value for key, value in data.counties_and_regions.items()},
        extra_towns={key.lower(): value for key, value in data.extra_towns.items()},
        not_towns=frozenset(name.lower() for name in data.not_towns),
    )


def _version(texts: Dict[str, str]) -> str:
    digest = hashlib.sha256()
    for name in sorted(texts):
        digest.update(f"{name}\0{texts[name]}\0".encode())
    return digest.hexdigest()[:12]


def _date(supports: Dict[str, Support]) -> datetime.date:
    return max((support.review.checked_on for support in supports.values()), default=datetime.date.min)
