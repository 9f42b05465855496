"""What the planner loads is complete, and adds up to what the run sheets say."""

from __future__ import annotations

import json

import pytest

from casebank.exports.plan import plan_files
from casebank.plan import planned


@pytest.fixture(scope="module")
def tools(book):
    (output,) = plan_files(book)
    assert output.path == "plan/formats.json"
    return json.loads(output.content)


def blocks(format_):
    return [block for session in format_["sessions"] for block in session["blocks"]]


def test_each_tool_with_run_sheets_of_steps_is_there(book, tools):
    assert list(tools) == [tool.id for tool in book.tools if planned(tool)]
    assert "prototyping-workshop" in tools


def test_the_minutes_of_each_format_add_up(book, tools):
    for id_, known in tools.items():
        for format_, source in zip(known["formats"], book.tool(id_).formats, strict=True):
            assert sum(block["minutes"] for block in blocks(format_)) == source.minutes


def test_each_block_has_a_key_of_its_own_that_an_address_can_hold(tools):
    for known in tools.values():
        for format_ in known["formats"]:
            keys = [block["key"] for block in blocks(format_)]
            assert len(keys) == len(set(keys))
            assert not set("".join(keys)) & set(":,&=%# ")


def test_whatever_a_block_names_is_there(tools):
    for known in tools.values():
        for block in (block for format_ in known["formats"] for block in blocks(format_)):
            if not block["step"]:
                continue
            step = known["steps"][block["step"]]
            assert {*step["needs"], *step["produces"]} <= set(known["artefacts"])
            assert set(step["canvases"]) <= set(known["canvases"])


def test_no_text_has_a_citation(tools):
    assert "[^" not in json.dumps(tools)


def test_texts_have_printed_quotation_marks(make_book, make_tool):
    session = {"start": "09:00", "minutes": 5, "blocks": [{"step": "talk", "minutes": 5}]}
    tool = make_tool(
        "x",
        steps=[{"id": "talk", "title": "Ekip's talk", "minutes": 5, "how": "Talk."}],
        formats=[{"id": "short", "title": "Short", "sessions": [session]}],
    )

    (output,) = plan_files(make_book(tools=(tool,)))

    assert "Ekip’s talk" in output.content


def test_where_nothing_can_be_planned_there_is_no_file(make_book, make_tool):
    assert list(plan_files(make_book(tools=(make_tool("x"),)))) == []
