"""The schemas are published at addresses that stay."""

from __future__ import annotations

import json

from casebank.exports.schemas import schema_files
from casebank.json_schema import case_schema, tool_schema
from casebank.outputs import data_files


def test_each_schema_has_its_address():
    assert {file.path: json.loads(file.content) for file in schema_files()} == {
        "schemas/case.schema.json": case_schema(),
        "schemas/tool.schema.json": tool_schema(),
    }


def test_they_are_among_the_data_that_site_and_plain_export_publish(make_book):
    published = [output.path for output in data_files(make_book())]

    assert [path for path in published if path.startswith("schemas/")] == [
        "schemas/case.schema.json",
        "schemas/tool.schema.json",
    ]


def test_they_are_the_same_bytes_each_time():
    assert list(schema_files()) == list(schema_files())
