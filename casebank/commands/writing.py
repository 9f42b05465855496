"""Files that commands write: whole or not at all."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import NamedTemporaryFile

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


def replace(file: Path, text: str) -> None:
    """Put a text into the place of a file at once; whoever reads meanwhile finds the old one."""
    with NamedTemporaryFile("wb", dir=file.parent, prefix=".", suffix=".new", delete=False) as new:
        new.write(text.encode())
    shutil.copymode(file, new.name)
    Path(new.name).replace(file)
