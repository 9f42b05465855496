"""Shared fixtures: a repository with a branch to which something is proposed, and a runner."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.scripts.runner import Repository, Runner

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A repository whose branch has two cases and two other files."""
    made = Repository(tmp_path)
    made.git("init", "--quiet", "--bare", "--initial-branch=main", ".")
    for path in ("cases/lund-ai.md", "cases/oslo-fashion.md", "Makefile", "docs/index.md"):
        made.put(path)
    made.commit()
    return made


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    """A runner in the folder of the repository."""
    return Runner(tmp_path)
