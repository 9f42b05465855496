"""Files that commands write: whole or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

import click


def write_new(file: Path, text: str, option: str) -> None:
    """Write a file, never over another; `option` is how to name a different one."""
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        new = file.open("x", encoding="utf-8", newline="\n")
    except FileExistsError:
        message = f"{file} exists already. Name another file with {option}."
        raise click.ClickException(message) from None
    try:
        with new:
            new.write(text)
    except (OSError, UnicodeError):
        file.unlink()
        raise


@contextmanager
def new_file(file: Path, option: str) -> Iterator[IO[bytes]]:
    """Open a file that comes to its place when it is whole, and never over another.

    `option` is how to name a different one.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    new = NamedTemporaryFile("wb", dir=file.parent, prefix=".", suffix=".new", delete=False)  # noqa: SIM115 (it is entered where a failure can be undone)
    path = Path(new.name)
    try:
        with new:
            refuse_existing(file, option)
            yield new.file
        path.chmod(0o644)
        refuse_existing(file, option)
        path.rename(file)
    finally:
        path.unlink(missing_ok=True)


def refuse_existing(file: Path, option: str) -> None:
    """Stop where a file is there already."""
    if file.exists():
        message = f"{file} exists already. Name another place with {option}."
        raise click.ClickException(message)


def replace(file: Path, text: str) -> None:
    """Put a text into the place of a file at once; whoever reads meanwhile finds the old one."""
    new = NamedTemporaryFile("wb", dir=file.parent, prefix=".", suffix=".new", delete=False)  # noqa: SIM115 (it is entered where a failure can be undone)
    path = Path(new.name)
    try:
        with new:
            new.write(text.encode())
        shutil.copymode(file, path)
        path.replace(file)
    except (OSError, UnicodeError):
        path.unlink()
        raise
