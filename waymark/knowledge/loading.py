"""Read the knowledge folder into one `Knowledge`, collecting every problem instead of stopping at the first."""

from __future__ import annotations

import datetime
import hashlib
from pathlib import Path
from typing import Any, Callable, Dict, Iterable, List, Optional, Sequence, Tuple, Type, TypeVar, Union

import yaml
from pydantic import BaseModel, Field, ValidationError

from waymark.knowledge.follow_ups import FollowUpKind
from waymark.knowledge.knowledge import Condition, Knowledge, UnitedKingdom
from waymark.knowledge.problems import BrokenKnowledge, Path_, Problem, from_validation, keys_twice, line_of, shown
from waymark.knowledge.schema import (
    NATIONS,
    AboutWords,
    Answer,
    DangerContact,
    DangerReply,
    Figure,
    Guide,
    KeepWords,
    Languages,
    Listed,
    PageWords,
    Place,
    RiskPattern,
    Strict,
    Support,
    Topic,
    WordGroup,
)
from waymark.knowledge.word_groups import Groups

Record = TypeVar("Record", bound=BaseModel)

#: Lists every knowledge folder must have, in knowledge/lists.
LISTS = ("areas", "eligibility", "guide_states", "risk_kinds", "statuses", "wrong_reasons")

#: Folders in the order in which a mistake in one brings others about in the next.
ORDER = ("lists", "places", "figures", "supports", "topics", "answers", "guides", "risk")


class _Worded(Listed):
    words: List[str] = Field(..., min_items=1)


class _TwoMeanings(_Worded):
    topics: List[str] = Field(..., min_items=1, max_items=3)


class _Nation(Strict):
    name: str
    aliases: List[str]


class _UnitedKingdom(Strict):
    nations: Dict[str, _Nation]
    postcode_areas: Dict[str, Union[str, List[str]]]
    postcode_districts: Dict[str, Union[str, List[str]]] = {}
    counties_and_regions: Dict[str, str]
    extra_towns: Dict[str, str] = {}
    not_towns: List[str] = []


class _Loader(yaml.CSafeLoader):  # type: ignore[misc]  # yaml carries no types here
    """Reads YAML; a day that no month has is told with its line."""

    def construct_yaml_timestamp(self, node: yaml.ScalarNode) -> Any:
        try:
            return super().construct_yaml_timestamp(node)
        except ValueError as error:
            what = f"'{node.value}' is no day of the calendar"
            raise yaml.constructor.ConstructorError(None, None, what, node.start_mark) from error


_Loader.add_constructor("tag:yaml.org,2002:timestamp", _Loader.construct_yaml_timestamp)


class Reader:
    """Reads files of one folder and remembers what was wrong with them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: List[Problem] = []
        self.texts: Dict[str, str] = {}
        self.origins: Dict[Tuple[str, str], Tuple[str, Path_]] = {}  # (kind, id) -> file and path of the record in it
        self.two_meanings: Dict[str, _TwoMeanings] = {}
        self.follow_ups: Dict[str, FollowUpKind] = {}

    def raw(self, path: Path) -> Any:
        """The file's content, or None after noting why it cannot be read."""
        name = shown(path, self.root)
        try:
            text = path.read_text(encoding="utf-8")
            self.texts[name] = text
            data = self._construct(name, text)
            if data is None or data == [] or data == {}:
                self.note(name, 1, "file", "is empty")
                return None
            return data
        except FileNotFoundError:
            self.note(name, 1, "file", "is missing")
        except (OSError, UnicodeDecodeError) as error:
            self.note(name, 1, "file", f"cannot be read: {error}")
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            self.note(name, line, "file", f"is no valid YAML: {error.problem}")
        except (yaml.YAMLError, ValueError) as error:
            self.note(name, 1, "file", f"is no valid YAML: {error}")
        return None

    def _construct(self, name: str, text: str) -> Any:
        loader = _Loader(text)
        try:
            node = loader.get_single_node()
            for line, where in keys_twice(node):
                self.note(name, line, ".".join(map(str, where)), "is there twice: keep one of them")
            return None if node is None else loader.construct_document(node)
        finally:
            loader.dispose()

    def note(self, file: str, line: int, field: str, what: str) -> None:
        self.problems.append(Problem(file, line, field, what))

    def note_at(self, file: str, where: Path_, what: str) -> None:
        self.note(file, line_of(self.texts.get(file, ""), where), ".".join(map(str, where)), what)

    def problem(self, kind: str, key: str, where: Path_, what: str, field: Optional[str] = None) -> Problem:
        """A problem at `where` of the record `key`, on the right line; `field` where the path reads badly."""
        file, prefix = self.origins[kind, key]
        path = (*prefix, *where)
        return Problem(file, line_of(self.texts.get(file, ""), path), field or ".".join(map(str, path)), what)

    def parse(self, model: Type[Record], data: Any, file: str, prefix: Tuple[Any, ...] = ()) -> Optional[Record]:
        if not isinstance(data, dict):
            line = line_of(self.texts.get(file, ""), prefix)
            self.note(file, line, ".".join(map(str, prefix)) or "file", "must hold fields with values")
            return None
        try:
            return model(**data)
        except ValidationError as error:
            self.problems += from_validation(file, self.texts.get(file, ""), error, prefix)
        except TypeError as error:
            self.note(file, line_of(self.texts.get(file, ""), prefix), "file", str(error))
        return None

    def one(self, file: str, model: Type[Record]) -> Optional[Record]:
        """The one record of a file."""
        path = self.root / file
        data = self.raw(path)
        return None if data is None else self.parse(model, data, shown(path, self.root))

    def one_per_file(
        self, folder: str, model: Type[Record], deep: bool = False, but: Sequence[str] = ()
    ) -> Dict[str, Record]:
        """Records of a folder that holds one file each, by id, which must be the file's name."""
        records: Dict[str, Record] = {}
        paths = [path for path in (self.root / folder).glob("**/*.yml" if deep else "*.yml") if path.name not in but]
        if not paths:
            self.note(f"{self.root.name}/{folder}", 1, "folder", "holds no file")
        for path in sorted(paths):
            name = shown(path, self.root)
            data = self.raw(path)
            record = None if data is None else self.parse(model, data, name)
            if record is None:
                continue
            key: str = record.id  # type: ignore[attr-defined]
            if key != path.stem:
                self.note_at(name, ("id",), f"is '{key}' but the file is called {path.name}")
            if key in records:
                self.note_at(name, ("id",), f"'{key}' is also in {self.origins[folder, key][0]}")
            records[key] = record
            self.origins[folder, key] = (name, ())
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
                    self.note_at(name, (index, key), f"'{found}' is there twice")
                records[found] = record
                self.origins[pattern, found] = (name, (index,))
        return records


def read_knowledge(root: Path) -> Tuple[Optional[Knowledge], Reader]:
    """Everything under `root` and the reader with its problems; no knowledge when something essential is missing."""
    reader = Reader(root)
    lists: Dict[str, Dict[str, Listed]] = {name: reader.many_per_file(f"lists/{name}.yml", Listed) for name in LISTS}
    conditions = reader.many_per_file("lists/conditions.yml", _Worded)
    for name in (
        "nation_names",
        "plain_needs",
        "relationships",
        "strain",
        "subjects",
    ):  # the components read these themselves
        lists[name] = dict(reader.many_per_file(f"lists/{name}.yml", _Worded))
    reader.two_meanings = reader.many_per_file("lists/two_meanings.yml", _TwoMeanings)
    reader.follow_ups = reader.many_per_file("lists/follow_ups.yml", FollowUpKind)
    page = reader.one("page.yml", PageWords)
    about = reader.one("about.yml", AboutWords)
    uk = reader.one("places/uk.yml", _UnitedKingdom)
    if uk is not None:
        _check_nations(uk, reader)
    places = reader.one_per_file("places", Place, but=["uk.yml"])
    supports = reader.one_per_file("supports", Support, deep=True)
    topics = reader.one_per_file("topics", Topic)
    answers = reader.one_per_file("answers", Answer, deep=True)
    figures = reader.many_per_file("figures/*.yml", Figure, key="name")
    guides = reader.one_per_file("guides", Guide)
    languages = reader.one("languages.yml", Languages)
    keep = reader.one("keep.yml", KeepWords)
    contacts = reader.many_per_file("risk/contacts.yml", DangerContact)
    replies = reader.many_per_file("risk/replies.yml", DangerReply, key="kind")
    patterns = _patterns(reader)
    if uk is None or languages is None or keep is None or page is None or about is None:
        return None, reader
    knowledge = Knowledge(
        supports=supports,
        topics=topics,
        answers=answers,
        figures=figures,
        guides=guides,
        languages=languages,
        keep=keep,
        page=page,
        about=about,
        places=places,
        uk=_uk(uk),
        danger_contacts=contacts,
        danger_replies=replies,
        risk_patterns=tuple(patterns),
        conditions={key: Condition(key, value.label, tuple(value.words)) for key, value in conditions.items()},
        lists=lists,
        version=_version(reader.texts),
        date=_date(supports),
    )
    return knowledge, reader


def _patterns(reader: Reader) -> List[RiskPattern]:
    """The danger patterns, with the groups of words they name filled in; those that cannot be used are noted and left out."""
    groups = Groups(reader.many_per_file("risk/words.yml", WordGroup).values())
    patterns = reader.many_per_file("risk/patterns.yml", RiskPattern, key="example").values()
    wrong = [("risk/words.yml", each) for each in groups.wrong]
    wrong += [("risk/patterns.yml", each) for pattern in patterns for each in groups.wrong_in(pattern)]
    reader.problems += [reader.problem(file, key, (field,), what) for file, (key, field, what) in wrong]
    return [groups.spelled_out(pattern) for pattern in patterns if not groups.wrong_in(pattern)]


def load_knowledge(root: Path, check: Optional[Callable[[Knowledge, Reader], List[Problem]]] = None) -> Knowledge:
    """The knowledge under `root`.

    Raises:
        BrokenKnowledge: with every problem found, also those of `check` (see waymark.knowledge.checking).
    """
    knowledge, reader = read_knowledge(root)
    problems = _in_order(reader.problems)
    if knowledge is not None and check is not None:
        problems += _in_order(check(knowledge, reader))
    if problems or knowledge is None:
        raise BrokenKnowledge(problems)
    return knowledge


def _in_order(problems: Iterable[Problem]) -> List[Problem]:
    """Causes before what follows from them: many texts name one support, and only the first few lines are read."""

    def rank(problem: Problem) -> int:
        folder = Path(problem.file).parts[1:2]
        return ORDER.index(folder[0]) if folder and folder[0] in ORDER else len(ORDER)

    return sorted(set(problems), key=lambda problem: (rank(problem), problem))


def _check_nations(uk: _UnitedKingdom, reader: Reader) -> None:
    """Every name and postcode of the UK is in a nation, or outside the UK."""
    file = f"{reader.root.name}/places/uk.yml"
    for key in sorted({*NATIONS} ^ {*uk.nations}):
        reader.note_at(file, ("nations", key), f"must hold {', '.join(NATIONS)} and no other")
    for field in ("postcode_areas", "postcode_districts", "counties_and_regions", "extra_towns"):
        for key, value in getattr(uk, field).items():
            for nation in _listed(value):
                if nation not in (*NATIONS, "outside_uk"):
                    reader.note_at(file, (field, key), f"'{nation}' is none of {', '.join(NATIONS)}, outside_uk")


def _listed(value: Union[str, List[str]]) -> Tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _uk(data: _UnitedKingdom) -> UnitedKingdom:
    return UnitedKingdom(
        nation_names={key: nation.name for key, nation in data.nations.items()},
        nation_aliases={
            alias.lower(): key for key, nation in data.nations.items() for alias in [nation.name, *nation.aliases]
        },
        postcode_areas={key: _listed(value) for key, value in data.postcode_areas.items()},
        postcode_districts={key: _listed(value) for key, value in data.postcode_districts.items()},
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
