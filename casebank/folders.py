"""The folders of a repository in which content lies."""

from __future__ import annotations

CASES = "cases"
TOOLS = "tools-and-methods"
VOCABULARIES = "vocabularies"
CANVASES = "canvases"
ADDRESSES = "addresses"
GUIDE = "docs/facilitators-guide"

BESIDE_DOCS = (CASES, TOOLS, VOCABULARIES, CANVASES, ADDRESSES)
"""Those that MkDocs does not read itself."""

CHECKED = (*BESIDE_DOCS, GUIDE)
"""Those whose files belong to the book; `scripts/path_guard.py` names them again by design."""
