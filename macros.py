"""The MkDocs macros module: gives the pages of docs/ the index macros of casebank, nothing else."""

from __future__ import annotations

from typing import Any

from casebank import load
from casebank.mkdocs_plugin import publication
from casebank.views.indexes import index_macros


def define_env(env: Any) -> None:
    """Register the macros; the book is asked for at each use, so that a preview stays fresh."""
    plugin = env.conf["plugins"]["casebank"]
    macros = index_macros(
        lambda: load(env.project_dir),
        env.conf["repo_url"],
        lambda: plugin.downloads(env.conf),
        publication(env.conf),
    )
    for name, macro in macros.items():
        env.macro(macro, name)
