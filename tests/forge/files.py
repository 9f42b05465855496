"""Where the files for the forge are, and how they are read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

REPOSITORY = Path(__file__).parent.parent.parent
FORGE = REPOSITORY / ".github"

WORKFLOWS = sorted((FORGE / "workflows").iterdir())


def data_of(path: str) -> Any:
    """Read a file of .github/."""
    return yaml.safe_load((FORGE / path).read_text(encoding="utf-8"))


def jobs_of(workflow: dict[Any, Any]) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """Yield the jobs of a workflow, each with its steps."""
    for job in workflow["jobs"].values():
        yield job, job.get("steps", [])


def all_steps() -> list[dict[str, Any]]:
    """Return the steps of all workflows."""
    workflows = [data_of(f"workflows/{file.name}") for file in WORKFLOWS]
    return [step for workflow in workflows for _, steps in jobs_of(workflow) for step in steps]


def commands_of(workflow: str, job: str) -> list[dict[str, Any]]:
    """Return the steps of a job that run a command."""
    steps = data_of(f"workflows/{workflow}.yml")["jobs"][job]["steps"]
    return [step for step in steps if "run" in step]
