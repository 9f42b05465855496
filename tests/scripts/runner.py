"""Repositories that a test makes itself, and a runner that has the scripts of this one."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

SCRIPTS = Path(__file__).parent.parent.parent / "scripts"

FILE, PROGRAM, LINK, SUBMODULE = "100644", "100755", "120000", "160000"
"""Git's modes."""


@dataclass
class Repository:
    """A bare repository: names and modes reach it that no file system here would keep."""

    folder: Path

    def git(self, *arguments: str, given: bytes = b"") -> str:
        """Run git and return its answer."""
        person = {
            f"GIT_{role}_{what}": "a@b.example"
            for role in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")
        }
        run = subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            input=given,
            env=os.environ | person,
            capture_output=True,
            check=True,
        )
        return run.stdout.decode().strip()

    def put(self, path: str | bytes, text: str | bytes = "text", mode: str = FILE) -> None:
        """Put a file where the next commit takes it."""
        content = text if isinstance(text, bytes) else text.encode()
        id_ = (
            "1" * 40
            if mode == SUBMODULE
            else self.git("hash-object", "-w", "--stdin", given=content)
        )
        name = path if isinstance(path, bytes) else path.encode()
        entry = f"{mode} {id_}\t".encode() + name + b"\0"
        self.git("update-index", "-z", "--index-info", given=entry)

    def remove(self, path: str) -> None:
        """Take a file away from the next commit."""
        self.git("update-index", "-z", "--index-info", given=f"0 {'0' * 40}\t{path}\0".encode())

    def commit(self) -> None:
        """Make a commit of what was put."""
        tree = self.git("write-tree")
        parents = self.git("for-each-ref", "--format=-p %(objectname)").split()
        self.git(
            "update-ref", "refs/heads/main", self.git("commit-tree", "-m", "x", *parents, tree)
        )


@dataclass(frozen=True)
class Result:
    """What a script left on a runner."""

    code: int
    log: str
    summary: str
    output: str


@dataclass
class Runner:
    """Runs a script in a folder, with the environment of a job."""

    folder: Path

    def run(self, script: str, *arguments: str, **environment: str) -> Result:
        """Run a script and return what it leaves."""
        files = {name: self.folder / name for name in ("GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT")}
        for file in files.values():
            file.write_text("", encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-X", "utf8", str(SCRIPTS / script), *arguments],
            cwd=self.folder,
            env={"PATH": os.environ["PATH"]}
            | {name: str(file) for name, file in files.items()}
            | {"GITHUB_REPOSITORY": "ekip/casebook", "GITHUB_RUN_ID": "7"}
            | {"GITHUB_SERVER_URL": "https://forge.example"}
            | environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert not done.stderr
        summary, output = (file.read_text(encoding="utf-8") for file in files.values())
        return Result(done.returncode, done.stdout, summary, output)
