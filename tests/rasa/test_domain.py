"""What `rasa data validate` lets through: unused intents, unreachable responses, payloads of unknown intents, open turns."""

from __future__ import annotations

import inspect
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

import actions
from actions.base import Skill
from waymark.knowledge.knowledge import Knowledge
from waymark.operations.paths import DATA, ROOT

DOMAIN = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
RULES = [
    rule
    for path in sorted((DATA / "rules").glob("*.yml"))
    for rule in yaml.safe_load(path.read_text(encoding="utf-8"))["rules"]
]
INTENTS = {name for intent in DOMAIN["intents"] for name in intent}


def _examples() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for path in sorted((DATA / "nlu").rglob("*.yml")):
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            found.setdefault(block["intent"], []).extend(
                line[2:].strip() for line in block["examples"].splitlines() if line.startswith("- ")
            )
    return found


EXAMPLES = _examples()


def _steps(key: str) -> set[str]:
    steps = [each for rule in RULES for step in rule["steps"] for each in step.get("or", [step])]
    return {step[key] for step in steps if key in step}


def test_rasa_itself_accepts_the_data() -> None:
    command = [
        sys.executable,
        "-m",
        "waymark.rasa",
        "data",
        "validate",
        "--domain",
        "domain.yml",
        "--data",
        "data/nlu",
        "data/rules",
    ]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=180)
    assert ended.returncode == 0, ended.stdout[-2000:] + ended.stderr[-2000:]


def test_every_intent_is_used_or_collapsed(knowledge: Knowledge) -> None:
    topics = {f"topic_{topic}" for topic in knowledge.topics}
    assert topics | _steps("intent") == INTENTS


def test_every_topic_has_its_utterances(knowledge: Knowledge) -> None:
    for topic in knowledge.topics:
        assert len(set(EXAMPLES[f"topic_{topic}"])) >= 60, topic
    assert len(EXAMPLES["out_of_scope"]) >= 150


def test_no_utterance_stands_under_two_intents() -> None:
    seen: dict[str, str] = {}
    for intent, examples in EXAMPLES.items():
        for example in examples:
            assert seen.setdefault(example.lower(), intent) == intent, example


def _put_together(name: str, code: str) -> bool:
    """Whether code says it by a name of parts: f"utter_follow_up_{response}" with f"way_{name}" with "page"."""
    starts = set(re.findall(r'f"([a-z_]+_)\{', code))
    rests = [name[len(start) :] for start in starts if name.startswith(start)]
    return any(f'"{rest}"' in code or _put_together(rest, code) for rest in rests)


def test_every_response_is_reachable() -> None:
    code = "".join(
        path.read_text(encoding="utf-8") for folder in ("waymark", "actions") for path in (ROOT / folder).rglob("*.py")
    )
    for name in DOMAIN["responses"]:
        assert name in _steps("action") or f'"{name}"' in code or _put_together(name, code), f"{name} is said by nobody"


def test_every_payload_speaks_an_intent_of_the_domain() -> None:
    text = (ROOT / "domain.yml").read_text(encoding="utf-8")
    for intent, body in re.findall(r"payload: '?/(\w+)(\{\{.*?\}\})?", text):
        assert intent in INTENTS
        if body:
            assert set(json.loads(body.replace("{{", "{").replace("}}", "}"))) <= {"topic", "home"}


def test_every_action_of_the_domain_exists_and_ends_its_turn() -> None:
    for path in Path(actions.__file__).parent.glob("*.py"):
        __import__(f"actions.{path.stem}")
    skills = _all(Skill)
    assert {skill().name() for skill in skills} == set(DOMAIN["actions"])
    for skill in skills:
        assert skill.run is Skill.run, "only Skill.run ends the turn, on all paths"
    assert 'FollowupAction("action_listen")' in inspect.getsource(Skill.run)


def _all(kind: type) -> list[type]:
    return [
        each
        for child in kind.__subclasses__()
        for each in ([child] if not inspect.isabstract(child) else []) + _all(child)
    ]


def test_only_rules_no_stories() -> None:
    assert not [path for path in DATA.rglob("*.yml") if "stories:" in path.read_text(encoding="utf-8")]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["rule"])
def test_a_rule_is_one_intent_and_one_action(rule: dict) -> None:  # type: ignore[type-arg]
    assert len(rule["steps"]) == 2, "every action ends its own turn"
