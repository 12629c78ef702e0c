"""The comparison as a section of the document, with its pictures."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Dict, List, Sequence

from bench import document
from bench.labelled import Labelled
from bench.side_by_side import plots, sections
from bench.side_by_side.comparison import Entry
from bench.tables import markdown, without_empty_columns

#: Below the document's folder.
IMAGES = Path("images") / "understanding"


@dataclass(frozen=True)
class Run:
    """What was compared on what."""

    entries: Sequence[Entry]
    sets: Dict[str, Labelled]
    titles: Dict[str, str]  # key of a set -> title
    left_out: Dict[str, int]  # key of a set -> sentences that are learnt from
    model: str
    command: str
    notes: Sequence[str] = ()


def write(run: Run, folder: Path = document.DOCS) -> Path:
    """Draw the pictures, write the section; the path of the document."""
    pictures = plots.draw(run.entries, run.titles, folder / IMAGES)
    return document.write("side-by-side", text(run, pictures), folder)


def text(run: Run, pictures: Dict[str, str]) -> str:
    """The section as Markdown."""
    entries, first = run.entries, next(iter(run.titles))
    blocks = [
        "## Side by side",
        " ".join([document.measured_with(run.command), f"Model `{run.model}`.", *run.notes]),
        *_contestants(entries),
        *_files(run),
    ]
    for key, title in run.titles.items():
        blocks += [f"### {_large(title)}", markdown(sections.shares(entries, key))]
    blocks += [_picture(title, file) for title, file in pictures.items() if not file.startswith("confusion")]
    blocks += ["### How sure, and how well told apart", markdown(sections.certainty(entries, run.titles))]
    for key, title in run.titles.items():
        blocks += [f"### Topics missed most: {title}", markdown(sections.worst_topics(entries, key))]
        blocks += ["The most frequent mistakes:", markdown(sections.mistakes(entries, key))]
        blocks += [_picture(name, file) for name, file in pictures.items() if file == f"confusion-{key}.png"]
    blocks += [f"### Danger by kind: {run.titles[first]}", markdown(sections.kinds(entries, first))]
    blocks += [f"### By the way it is written: {run.titles[first]}", markdown(sections.groups(entries, first))]
    blocks += ["### Time and memory", _COSTS, markdown(without_empty_columns(sections.costs(entries)))]
    return "\n\n".join(block for block in blocks if block)


_COSTS = (
    "Milliseconds of each part for a message, and what a fresh process grows by when the part is loaded, its libraries "
    "included unless an earlier part has loaded them. Contestants run one after the other in one process."
)


def _contestants(entries: Sequence[Entry]) -> List[str]:
    lines = [f"- **{entry.name}**: {entry.failed or entry.about}" for entry in entries]
    return ["\n".join(lines)]


def _files(run: Run) -> List[str]:
    rows = [["set", "sentences", "left out, because learnt from"]]
    for key, title in run.titles.items():
        counts = ", ".join(f"{len(said)} {name}" for name, said in run.sets[key].files().items())
        rows.append([title, counts, str(run.left_out.get(key, 0))])
    return [markdown(rows)]


def _picture(title: str, file: str) -> str:
    return f"![{title}]({IMAGES / file})"


def _large(title: str) -> str:
    return title[:1].upper() + title[1:]
