"""Build the sites that are measured: the real one, and synthetic ones of any size."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from synthetic import REPOSITORY, write_content

if TYPE_CHECKING:
    from pathlib import Path

LAYOUT = ("docs", "theme", "macros.py", "mkdocs.yml")
"""What a site needs beside its content."""

PLUGINS = """
plugins:
  - casebank: {picture_cards: false, downloads: false}
"""
"""Of a synthetic site: no pictures and no files to take along; those are measured by themselves."""

OTHER_SEARCH = "  - search\n"
"""Material's built-in search, to compare the two on the same pages."""


def build(root: Path, site: Path) -> float:
    """Build the site of `root` into `site`; return the seconds that it took."""
    begin = time.perf_counter()
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(site)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    result = subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, check=False
    )
    if result.returncode:
        raise SystemExit(f"The site of {root} could not be built:\n{result.stderr[-3000:]}")
    return time.perf_counter() - begin


def synthetic_site(folder: Path, cases: int, *, other_search: bool) -> tuple[Path, float]:
    """Return a built site with that many cases, made anew, and the seconds of its build."""
    plugins = PLUGINS + OTHER_SEARCH if other_search else PLUGINS
    root = folder / f"content-{cases}"
    shutil.rmtree(root, ignore_errors=True)
    write_content(root, cases)
    for name in LAYOUT:
        source = REPOSITORY / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, root / name)
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("\nplugins:\n  - casebank\n", plugins, 1), encoding="utf-8")
    site = folder / f"site-{cases}"
    return site, build(root, site)
