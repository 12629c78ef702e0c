"""A mistake in a guide is told with its file, line, field and a plain sentence."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tests.unit.folder import Folder

FILE = "guides/first_steps.yml"


@dataclass(frozen=True)
class Mistake:
    """`old` becomes `new`; the line told is the first that holds `at` (the last line of `new` where absent)."""

    old: str
    new: str
    field: str
    what: str
    at: str = ""


PAY_RULE = "          - {value: half_pay, at_most: {figure: limit}}\n"
HOURS = "    when:\n          - {question: hours, less_than"

MISTAKES = {
    # names
    "a topic that is none": Mistake("topic: money", "topic: mony", "topic", "is not in knowledge/topics"),
    "a topic to offer it on": Mistake("offered_on: [money]", "offered_on: [mony]", "offered_on", "is not in"),
    "a question that is none": Mistake(
        "{question: hours, less_than", "{question: hurs, less_than", "outcomes.0.rules.0.when.0", "'hurs' is no question"
    ),
    "a value that is none": Mistake("{value: half_pay,", "{value: half,", "outcomes.0.rules.1.when.1", "'half' is no value"),
    "a figure that is none": Mistake(
        "at_most: {figure: limit}", "at_most: {figure: limits}", "outcomes.0.rules.1.when.1", "neither in knowledge/figures"
    ),
    "a figure of a nation": Mistake(
        "scotland: carer_support_payment_earnings_limit", "scotland: carer_limit", "figures.limit", "'carer_limit' is not in",
        "  limit:",
    ),
    "a name that a figure has": Mistake("  limit:\n", "  carers_allowance_weekly:\n", "figures.carers_allowance_weekly", "choose another"),
    "a support that is none": Mistake("supports:\n  - id: carers-line", "supports:\n  - id: carer-line", "supports.0.id", "no live support", "  - id: carer-line"),
    "a person without a number": Mistake("person: carers-line", "person: nobody", "person.0.support", "no live support with a number", "person:"),
    "an option that is none": Mistake("{question: job, equals: yes}", "{question: job, equals: maybe}", "questions.3.ask_if.0", "no option of 'job': yes, no"),
    "a nation that is none": Mistake("    kind: yes_no\n", "    kind: yes_no\n    nations: [cornwall]\n", "questions.2.nations", "is none of"),
    # form
    "two comparisons in one": Mistake(
        "{question: job, equals: yes}", "{question: job, equals: yes, answered: true}", "questions.3.ask_if.0", "one comparison"
    ),
    "an empty group": Mistake("{question: job, equals: yes}", "{any: []}", "questions.3.ask_if.0", "holds no condition"),
    "a limit that is no number": Mistake("at_most: {figure: limit}", "at_most: lots", "outcomes.0.rules.1.when.1.at_most", "must be a number"),
    "a kind that is none": Mistake("kind: money", "kind: pounds", "questions.3.kind", "not a valid enumeration"),
    "a number without a unit": Mistake("    unit: hours\n", "", "questions.1.unit", "needs a unit", "  - id: hours"),
    "options where there are none": Mistake(
        "    max: 168\n", "    max: 168\n    options: [{id: a, label: A}]\n", "questions.1.options", "has no options"
    ),
    "a choice without options": Mistake("    kind: yes_no\n", "    kind: choice\n", "questions.2.options", "at least two options", "  - id: job"),
    "a button too long": Mistake("title: First steps", f"title: {'First ' * 12}", "title", "a button holds 60"),
    # units
    "hours compared with pounds": Mistake(
        "less_than: {figure: carers_allowance_hours}", "less_than: {figure: limit}", "outcomes.0.rules.0.when.0", "one is in hours, the other in pounds"
    ),
    "an option compared with a number": Mistake("{question: job, equals: yes}", "{question: job, at_least: 3}", "questions.3.ask_if.0", "answered with an option"),
    "a number compared with an option": Mistake(
        "{question: hours, less_than: {figure: carers_allowance_hours}}", "{question: hours, equals: many}", "outcomes.0.rules.0.when.0", "cannot be compared with equals"
    ),
    "half of an option": Mistake("half: {question: pay, if_not_asked: 0}", "half: {question: job}", "values.0.half", "needs numbers"),
    # order
    "a question on a later one": Mistake(
        "    kind: yes_no\n", "    kind: yes_no\n    ask_if: [{question: pay, answered: true}]\n", "questions.2.ask_if.0", "asked later"
    ),
    # nations
    "a forgotten nation": Mistake("      scotland: Carer Support Payment\n", "", "outcomes.0.title", "has no text for scotland", "    title:"),
    "no text for everywhere": Mistake("uk, england, wales, northern_ireland: Carer's", "england, wales, northern_ireland: Carer's", "outcomes.0.title", "needs a text for 'uk'", "    title:"),
    "no question for the nation": Mistake(
        "  - id: nation\n    kind: nation\n    ask: Where do you live?\n", "", "questions", "must ask for the nation of the carer's home", "questions:"
    ),
    # texts
    "an amount typed": Mistake("reason: It depends on your pay.", "reason: It depends on £204.", "outcomes.0.otherwise.reason", "amount of money"),
    "a number typed": Mistake("text: Ring {phone:carers-line}.", "text: Ring 0808 808 7777.", "steps.0.text", "telephone number"),
    "an answer that is none": Mistake("You care for {answer:hours} hours.", "You care for {answer:hurs} hours.", "outcomes.0.rules.1.reason", "'hurs' is no answer"),
    "a phone that is none": Mistake("text: Ring {phone:carers-line}.", "text: Ring {phone:nobody}.", "steps.0.text", "no live support"),
    # what answers lead to
    "rules that contradict each other": Mistake(
        "{question: hours, less_than: {figure: carers_allowance_hours}}",
        "{question: hours, at_most: {figure: carers_allowance_hours}}",
        "outcomes.0.rules.1",
        "holds together with rule 1 (not_likely), for instance with",
        "      - state: likely",
    ),
    "a rule that nothing reaches": Mistake(
        PAY_RULE, PAY_RULE + "          - {question: hours, less_than: 10}\n", "outcomes.0.rules.1", "is never reached", "      - state: likely"
    ),
    "a question never asked": Mistake(
        "      - {question: job, equals: yes}\n", "      - {question: job, equals: yes}\n      - {question: job, equals: no}\n", "questions.3.ask_if", "is never asked", "    ask_if:"
    ),
    "a question for nothing": Mistake("    half: {question: pay, if_not_asked: 0}", "    half: 10", "questions.3.id", "is asked for nothing", "  - id: pay"),
    "a private question behind an open outcome": Mistake(
        "    max: 168\n", "    max: 168\n    private: true\n", "outcomes.0.rules.0.when", "depends on the private question 'hours'", "        when:"
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_with_its_file_line_and_field(name: str, folder: Folder) -> None:
    mistake = MISTAKES[name]
    folder.change(FILE, mistake.old, mistake.new)
    told = folder.problems()
    at = mistake.at or mistake.new.rstrip().splitlines()[-1]
    fitting = [each for each in told if f": {mistake.field}: " in each and mistake.what in each]
    assert fitting, told
    line = folder.line(FILE, at)
    assert any(each.startswith(f"knowledge/{FILE}:{line}:") for each in fitting), (line, fitting)


def test_a_sound_guide_has_no_problem(folder: Folder) -> None:
    assert folder.problems() == []


def test_a_question_that_is_there_twice_is_told(folder: Folder) -> None:
    folder.change(FILE, "  - id: job", "  - id: pay")
    assert any("questions.3: 'pay' is there twice" in told for told in folder.problems())


def test_a_guide_without_the_files_name_is_told(folder: Folder) -> None:
    folder.change(FILE, "id: first_steps", "id: second_steps")
    assert folder.tells(FILE, 2, "id", "but the file is called first_steps.yml")


def test_a_phrase_of_two_guides_is_told(folder: Folder) -> None:
    folder.write("guides/second_steps.yml", folder.read(FILE).replace("id: first_steps", "id: second_steps"))
    assert folder.tells(
        "guides/second_steps.yml", folder.line("guides/second_steps.yml", "says:"), "says.0", "for two guides"
    )


def test_overlapping_rules_that_only_say_no_are_allowed(folder: Folder) -> None:
    """Both speak against it; the first one's reason is told."""
    folder.change(
        FILE,
        "      - state: likely",
        "      - state: not_likely\n        when:\n          - {question: hours, answered: true}\n"
        "          - {value: half_pay, more_than: {figure: limit}}\n        reason: Too much pay.\n      - state: likely",
    )
    assert folder.problems() == []


def test_a_rule_for_some_nations_must_be_reached_in_those_only(folder: Folder) -> None:
    folder.change(FILE, "      - state: likely\n", "      - state: likely\n        nations: [scotland]\n")
    assert folder.problems() == []


def test_a_figure_that_has_run_out_is_told(folder: Folder) -> None:
    folder.change("figures/carers_benefits.yml", "    - amount: 35\n", "    - amount: 35\n      valid_to: 2020-01-01\n")
    assert any("first_steps.yml" in told and "holds no value" in told for told in folder.problems())
