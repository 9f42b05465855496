"""The JSON Schemas of cases and tools, for editors of files and for programs that write them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from casebank.json_schema import case_schema, tool_schema
from casebank.page import Output

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = "schemas"
"""Where they are published, and where the repository keeps a copy."""


def schema_files() -> Iterator[Output]:
    """Yield both schemas."""
    for name, schema in (("case", case_schema()), ("tool", tool_schema())):
        content = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        yield Output(f"{FOLDER}/{name}.schema.json", content, "")
