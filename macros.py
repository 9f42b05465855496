"""The MkDocs macros module: gives the pages of docs/ the index macros of casebank, nothing else."""

from __future__ import annotations

from typing import Any

from casebank import load
from casebank.download import NO_DOWNLOADS, Downloads
from casebank.downloads.everything import load_downloads
from casebank.publication import Publication
from casebank.views.indexes import index_macros


def define_env(env: Any) -> None:
    """Register the macros; the book is asked for at each use, so that a preview stays fresh."""
    place = Publication(env.conf["site_name"], env.conf["site_url"])

    def downloads() -> Downloads:
        wanted = env.conf["plugins"]["casebank"].config.downloads
        return load_downloads(env.project_dir, place) if wanted else NO_DOWNLOADS

    macros = index_macros(lambda: load(env.project_dir), env.conf["repo_url"], downloads)
    for name, macro in macros.items():
        env.macro(macro, name)
