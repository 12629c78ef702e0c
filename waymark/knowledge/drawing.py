"""Draw each guide as a flow chart for people to look over: docs/guides/<id>.md.

python -m waymark.knowledge.drawing
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Iterator, List, Mapping

from waymark.knowledge.guides.wording import all_in_words, value_in_words
from waymark.knowledge.loading import load_knowledge
from waymark.knowledge.schema import Guide, Outcome, Question, Text
from waymark.operations.paths import KNOWLEDGE, ROOT

FOLDER = ROOT / "docs" / "guides"


def drawing(guide: Guide) -> str:
    """The page of one guide."""
    title = _plain(guide.title)
    parts = [
        f"# {title}",
        f"Drawn from `knowledge/guides/{guide.id}.yml` by `make guides`: change the guide, not this page. "
        f"Offered on: {', '.join(guide.offered_on) or 'nothing'}. Status: {guide.status.value}.",
        "```mermaid\n" + "\n".join(["flowchart TD", *_questions(guide), *_outcomes(guide)]) + "\n```",
    ]
    if guide.values:
        parts.append(
            "\n".join(["## Values", "", *(f"- `{value.id}`: {value_in_words(value)}" for value in guide.values)])
        )
    if guide.conditions:
        told = (f"- `{name}`: {all_in_words(conditions)}" for name, conditions in guide.conditions.items())
        parts.append("\n".join(["## Conditions", "", *told]))
    parts.append("\n".join(["## Next steps", "", *_steps(guide)]))
    if guide.supports:
        parts.append("\n".join(["## Supports", "", *_supports(guide)]))
    return "\n\n".join(parts) + "\n"


def _questions(guide: Guide) -> Iterator[str]:
    yield f'  start(["{_label(_plain(guide.title))}"]) --> {_entry(guide.questions[0])}'
    for index, question in enumerate(guide.questions):
        following = guide.questions[index + 1] if index + 1 < len(guide.questions) else None
        after = _entry(following) if following else "result"
        if _when(question):
            yield f'  if_{question.id}{{"{_label(_when(question))}?"}}'
            yield f"  if_{question.id} -->|yes| q_{question.id}"
            yield f"  if_{question.id} -->|no| {after}"
        private = " (private)" if question.private else ""
        yield f'  q_{question.id}["{_label(_plain(question.ask))}{private}<br><i>{question.id}: {_answers(question)}</i>"] --> {after}'
    yield '  result(["The result"])'


def _outcomes(guide: Guide) -> Iterator[str]:
    for outcome in guide.outcomes:
        shown = _shown_if(outcome)
        arrow = f'-->|"{_label(shown)}"|' if shown else "-->"
        yield f'  result {arrow} {outcome.about}_outcome{{{{"{_label(_plain(outcome.title))}"}}}}'
        for number, rule in enumerate(outcome.rules, 1):
            nations = f"in {_nations(rule.nations)}: " if rule.nations else ""
            yield (
                f'  {outcome.about}_outcome -->|"{number}. {_label(nations + all_in_words(rule.when))}"| '
                f'{outcome.about}_{number}["<b>{rule.state.value}</b><br>{_label(_plain(rule.reason))}"]'
            )
        last = outcome.otherwise
        yield (
            f'  {outcome.about}_outcome -->|"{"otherwise" if outcome.rules else "always"}"| '
            f'{outcome.about}_otherwise["<b>{last.state.value}</b><br>{_label(_plain(last.reason))}"]'
        )


def _shown_if(outcome: Outcome) -> str:
    nations = [f"in {_nations(outcome.nations)}"] if outcome.nations else []
    return ": ".join([*nations, *([all_in_words(outcome.show_if)] if outcome.show_if else [])])


def _steps(guide: Guide) -> List[str]:
    return [
        f"{number}. {_condition(step.nations, all_in_words(step.show_if))}{_plain(step.text)}"
        for number, step in enumerate(guide.steps, 1)
    ] + ["", f"The first {guide.most_steps} that fit are shown."]


def _supports(guide: Guide) -> List[str]:
    return [f"- {_condition(each.nations, all_in_words(each.show_if))}`{each.id}`" for each in guide.supports]


def _condition(nations: List[str], words: str) -> str:
    told = " and ".join(part for part in (f"in {_nations(nations)}" if nations else "", words) if part)
    return f"*If {told}:* " if told else ""


def _when(question: Question) -> str:
    nations = [f"in {_nations(question.nations)}"] if question.nations else []
    return " and ".join([*nations, *([all_in_words(question.ask_if)] if question.ask_if else [])])


def _entry(question: Question) -> str:
    return f"if_{question.id}" if _when(question) else f"q_{question.id}"


def _answers(question: Question) -> str:
    if question.options:
        return ", ".join(str(option.id) for option in question.options)
    kind = question.kind.value
    return f"{kind} of {question.unit.value}" if question.unit else kind


def _nations(names: List[str]) -> str:
    return " or ".join(name.replace("_", " ").title() for name in names)


def _plain(text: Text) -> str:
    """The text for everywhere, else that of the first nation, without markup."""
    variants: Mapping[str, str] = text
    words = variants.get("uk") or next(iter(variants.values()))
    return " ".join(words.replace("**", "").split())


def _label(words: str) -> str:
    """Words inside a node of the chart: no quotation marks, no line longer than a chart can bear."""
    safe = words.replace('"', "'").replace("|", "/").replace("<", "less than ").replace(">", "more than ")
    lines, line = [], ""
    for word in re.split(r" ", safe):
        if len(line) + len(word) > 44:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "<br>".join([*lines, line])


def draw_all(guides: Mapping[str, Guide], folder: Path = FOLDER) -> List[Path]:
    """Write the page of each guide, and remove those of guides that are gone. What was written or removed."""
    folder.mkdir(parents=True, exist_ok=True)
    changed = []
    for path in folder.glob("*.md"):
        if path.stem not in guides:
            path.unlink()
            changed.append(path)
    for guide in guides.values():
        path, words = folder / f"{guide.id}.md", drawing(guide)
        if not path.exists() or path.read_text(encoding="utf-8") != words:
            path.write_text(words, encoding="utf-8")
            changed.append(path)
    return changed


def main() -> None:
    for path in draw_all(load_knowledge(KNOWLEDGE).guides):
        print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
