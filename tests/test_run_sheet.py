"""Run sheets: blocks that add up, clock times, and what a block can be."""

from __future__ import annotations

import pytest

from casebank.run_sheet import Format, clock, rows
from casebank.step import Step

ONE_DAY = {
    "id": "one-day",
    "title": "One day",
    "sessions": [
        {
            "start": "09:30",
            "minutes": 90,
            "blocks": [
                {"step": "map", "minutes": 45},
                {"pause": "Coffee", "minutes": 15},
                {"step": "map", "minutes": 30, "title": "Once more", "result": "A better map."},
            ],
        }
    ],
}

MAP = Step(id="map", title="Draw the map", how="Draw it.", result="A map.")


@pytest.fixture
def problems_of_blocks(tool_text, add, folder):
    """Check the small tool with one session of these blocks; return the problems as lines."""
    from casebank import check

    def problems(blocks: str, start: str = "09:00", minutes: int = 60) -> list[str]:
        text = tool_text.replace(
            "rights:",
            "steps: [{id: a, title: A, how: Do it.}]\n"
            f'formats:\n  - id: short\n    title: Short\n    sessions:\n      - start: "{start}"\n'
            f"        minutes: {minutes}\n        blocks: {blocks}\nrights:",
        )
        add("tools-and-methods/x.md", text)
        return [str(problem) for problem in check(folder)]

    return problems


@pytest.mark.parametrize(
    ("start", "minutes", "time"),
    [
        ("09:00", 0, "09:00"),
        ("09:00", 5, "09:05"),
        ("09:30", 90, "11:00"),
        ("23:30", 45, "00:15"),
    ],
)
def test_a_clock_goes_on_past_the_hour_and_past_midnight(start, minutes, time):
    assert clock(start, minutes) == time


def test_each_block_begins_when_the_one_before_ends():
    (session,) = Format.model_validate(ONE_DAY, strict=False).sessions

    assert [(row.start, row.title, row.result) for row in rows(session, {"map": MAP})] == [
        ("09:30", "Draw the map", "A map."),
        ("10:15", "Coffee", ""),
        ("10:30", "Once more", "A better map."),
    ]


def test_a_session_ends_with_its_last_block():
    (session,) = Format.model_validate(ONE_DAY, strict=False).sessions

    assert session.end == "11:00"


def test_a_format_takes_as_long_as_its_sessions_together():
    two = {**ONE_DAY, "sessions": ONE_DAY["sessions"] * 2}

    assert Format.model_validate(two, strict=False).minutes == 180


def test_blocks_that_do_not_add_up_are_refused(problems_of_blocks):
    assert problems_of_blocks("[{title: A, minutes: 45}]") == [
        "tools-and-methods/x.md:19:9: formats.1.sessions.1: the blocks add up to 45 minutes, but "
        "the session says 60. Change the minutes of a block or of the whole."
    ]


def test_a_session_that_ends_after_midnight_is_refused(problems_of_blocks):
    assert problems_of_blocks("[{title: A, minutes: 60}]", "23:30") == [
        "tools-and-methods/x.md:19:9: formats.1.sessions.1: the session ends at 00:30, after "
        "midnight. Begin earlier, shorten blocks, or make two sessions of it."
    ]


def test_a_session_may_end_at_midnight(problems_of_blocks):
    assert problems_of_blocks("[{title: A, minutes: 60}]", "23:00") == []


@pytest.mark.parametrize("minutes", [481, 100_000])
def test_a_block_of_more_than_a_day_of_work_is_refused(problems_of_blocks, minutes):
    (problem,) = problems_of_blocks(f"[{{title: A, minutes: {minutes}}}]", minutes=minutes)

    assert problem.startswith(
        "tools-and-methods/x.md:21:38: formats.1.sessions.1.blocks.1.minutes: "
    )
    assert problem.endswith(f"'{minutes}' is too large. Write 480 or less.")


@pytest.mark.parametrize("start", ["abcde", "25:00", "09.00", "09:60"])
def test_a_session_begins_at_a_clock_time(problems_of_blocks, start):
    (problem,) = problems_of_blocks("[{title: A, minutes: 60}]", start)

    assert "formats.1.sessions.1.start" in problem


def test_a_block_that_is_a_step_and_a_pause_is_refused(problems_of_blocks):
    (problem,) = problems_of_blocks("[{step: a, pause: Lunch, minutes: 60}]")

    assert "a block is a step or a pause, not both. Keep one of the two." in problem


def test_a_block_that_is_nothing_is_refused(problems_of_blocks):
    (problem,) = problems_of_blocks("[{minutes: 60}]")

    assert "a block needs a step, a pause or a title. Add one of them." in problem
