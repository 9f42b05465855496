"""What is packed is what there is: a package that is not named is missing where it is installed."""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_every_package_is_named_in_the_settings():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    named = settings["tool"]["setuptools"]["packages"]

    found = sorted((ROOT / "casebank").rglob("__init__.py"))

    assert named == [file.parent.relative_to(ROOT).as_posix().replace("/", ".") for file in found]
