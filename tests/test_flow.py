"""Run sheets that cannot work are refused: no time for a step, or nothing to start from."""

from __future__ import annotations

import pytest

from casebank import check

STEPS = """\
needs: [policy-brief]
roles: [{name: Lead, duty: Leads.}]
steps:
  - {id: map, title: Map, how: Draw., minutes: 40, at_least: 30, led_by: Lead,
     needs: [policy-brief], produces: [ecosystem-map]}
  - {id: build, title: Build, how: Build., minutes: 60, needs: [ecosystem-map]}
"""


@pytest.fixture
def problems_of_tool(tool_text, add, folder):
    """Check the small tool with these steps and the blocks of one session or of two."""

    def problems(*sessions: str, steps: str = STEPS) -> list[str]:
        formats = "".join(
            f'      - start: "09:00"\n        minutes: 100\n        blocks: {blocks}\n'
            for blocks in sessions
        )
        head = "formats:\n  - id: day\n    title: Day\n    sessions:\n"
        text = tool_text.replace("rights:", f"{steps}{head}{formats}rights:")
        add("tools-and-methods/x.md", text)
        return [str(problem).split(": ", 1)[1] for problem in check(folder)]

    return problems


def test_a_run_sheet_in_which_each_block_finds_what_it_needs_is_fine(problems_of_tool):
    assert problems_of_tool("[{step: map, minutes: 40}, {step: build, minutes: 60}]") == []


def test_what_an_earlier_session_produced_is_there_in_a_later_one(problems_of_tool):
    assert problems_of_tool("[{step: map, minutes: 100}]", "[{step: build, minutes: 100}]") == []


def test_a_block_whose_input_nobody_produced_is_refused(problems_of_tool):
    assert problems_of_tool("[{step: build, minutes: 60}, {step: map, minutes: 40}]") == [
        "formats.1.sessions.1.blocks.1.step: 'build' needs 'ecosystem-map', which nobody has "
        "produced yet. Put a block before it that produces it, or list it in the tool's needs."
    ]


def test_a_block_that_is_too_short_for_its_step_is_refused(problems_of_tool):
    assert problems_of_tool("[{step: map, minutes: 20}, {step: build, minutes: 80}]") == [
        "formats.1.sessions.1.blocks.1.minutes: 20 minutes are too short for 'map'. "
        "Give it at least 30, or leave the block out."
    ]


def test_a_block_of_an_unknown_step_is_refused_with_the_likely_one(problems_of_tool):
    assert problems_of_tool("[{step: mapp, minutes: 100}]") == [
        "formats.1.sessions.1.blocks.1.step: 'mapp' is no step of this tool. Did you mean 'map'?"
    ]


def test_two_steps_with_one_id_are_refused(problems_of_tool):
    problems = problems_of_tool(
        "[{step: map, minutes: 100}]", steps=STEPS.replace("id: build", "id: map")
    )

    assert "steps.2.id: 'map' is used twice. Give each step a key of its own." in problems


def test_a_lead_who_is_no_role_of_the_tool_is_refused(problems_of_tool):
    assert problems_of_tool(
        "[{step: map, minutes: 100}]", steps=STEPS.replace("led_by: Lead", "led_by: Leader")
    ) == ["steps.1.led_by: 'Leader' is no role of this tool. Did you mean 'Lead'?"]


def test_an_artefact_that_is_not_in_the_vocabulary_is_refused(problems_of_tool):
    problems = problems_of_tool(
        "[{step: map, minutes: 100}]", steps=STEPS.replace("[ecosystem-map]}", "[eco-map]}", 1)
    )

    assert "steps.1.produces.1: 'eco-map' is not an artefact. Did you mean 'ecosystem-map'?" in (
        problems
    )


def test_tasks_that_do_not_add_up_are_refused(problems_of_tool):
    tasks = "tasks: [{minutes: 10, do: Draw.}], led_by: Lead"

    assert problems_of_tool(
        "[{step: map, minutes: 100}]", steps=STEPS.replace("led_by: Lead", tasks)
    ) == [
        "steps.1: the tasks add up to 10 minutes, but the step says 40. "
        "Change the minutes of a task or of the step."
    ]


@pytest.mark.parametrize("timed", ["tasks: [{minutes: 10, do: Draw.}]", "at_least: 5"])
def test_a_step_with_tasks_or_a_shortest_time_has_minutes(problems_of_tool, timed):
    steps = STEPS.replace("minutes: 40, at_least: 30", timed)

    assert problems_of_tool("[{step: map, minutes: 100}]", steps=steps) == [
        "steps.1: has tasks or a shortest time, but no minutes. Add minutes."
    ]


def test_paper_without_a_canvas_is_refused(problems_of_tool):
    supplies = "supplies: [{item: Pads, per: team, paper: A2}], led_by: Lead"

    assert problems_of_tool(
        "[{step: map, minutes: 100}]", steps=STEPS.replace("led_by: Lead", supplies)
    ) == ["steps.1.supplies.1: has a size of paper, but no canvas. Add canvas, or drop paper."]


def test_a_shortest_time_that_is_longer_than_the_step_is_refused(problems_of_tool):
    (problem,) = problems_of_tool(
        "[{step: map, minutes: 100}]", steps=STEPS.replace("at_least: 30", "at_least: 50")
    )

    assert problem == (
        "steps.1: its shortest time, 50 minutes, is longer than its own. "
        "Lower at_least, or raise minutes."
    )
