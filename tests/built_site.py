"""A strict build of the real content, made once, and its pages as parsed HTML."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from collections.abc import Callable

REPOSITORY = Path(__file__).parent.parent

A_DAY_IN_2001 = "1000000000"
"""Seconds since 1970: another day than today, so that a date in the site would show."""

FOLDER = "casebook"
"""The site lies in a folder of its host, so that an address that assumes the root is found out."""

PLUGIN = "  - casebank\n"
LIGHT_PLUGIN = "  - casebank: {picture_cards: false, downloads: false}\n"
"""How mkdocs.yml names our plugin, and how it does for a build without PDFs and pictures."""

HOST = "site.example"
"""Stands for the site's own host while links are resolved."""


@dataclass
class Site:
    """The built site in a folder; pages are named by their address, such as `/cases/x/`."""

    folder: Path
    _pages: dict[str, BeautifulSoup] = field(default_factory=dict)

    def page(self, address: str) -> BeautifulSoup:
        """Return the parsed page at an address."""
        if address not in self._pages:
            file = self.file(address)
            self._pages[address] = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
        return self._pages[address]

    def file(self, address: str) -> Path:
        """Return the file that a web server would send for an address."""
        path = self.folder / unquote(address).lstrip("/")
        return path / "index.html" if address.endswith("/") else path

    def addresses(self) -> list[str]:
        """Return the addresses of all pages, sorted."""
        files = sorted(self.folder.rglob("index.html"))
        places = (file.parent.relative_to(self.folder).as_posix() for file in files)
        return ["/" if place == "." else f"/{place}/" for place in places]

    def links(self, address: str) -> set[str]:
        """Return where the links of a page's content lead, as addresses with their anchors."""
        content = self.page(address).select_one("#content")
        assert content is not None, f"{address} has no content"
        return {resolved(str(link["href"]), address) for link in content.select("a[href]")}


def resolved(href: str, address: str) -> str:
    """Return the site address that `href` on the page `address` leads to; others as they are."""
    target = urljoin(f"http://{HOST}{address}", href)
    parts = urlsplit(target)
    if parts.netloc != HOST:
        return href
    return parts.path + (f"#{parts.fragment}" if parts.fragment else "")


def build(to: Path, root: Path = REPOSITORY, clock: str = "") -> subprocess.CompletedProcess[str]:
    """Build the site strictly, as `make site` does; `clock` is the time that tools are told."""
    environment = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "CI": "true",
        "CASEBOOK_SITE_URL": f"https://{HOST}/{FOLDER}/",
    }
    if clock:
        environment["SOURCE_DATE_EPOCH"] = clock
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--site-dir",
        str(to),
    ]
    return subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of this repository."""
    folder = tmp_path_factory.mktemp("site")
    result = build(folder)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "WARNING" not in result.stderr
    return Site(folder)


def lighten(root: Path) -> None:
    """Leave PDFs and pictures out of builds of a folder, for tests that do not look at them."""
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    assert PLUGIN in text
    settings.write_text(text.replace(PLUGIN, LIGHT_PLUGIN), encoding="utf-8")


def make_whole(root: Path) -> None:
    """Undo that."""
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace(LIGHT_PLUGIN, PLUGIN), encoding="utf-8")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """What a build reads, copied so that a test may break it; built without PDFs and pictures."""
    return copy_to(tmp_path / "copy")


def copy_to(root: Path) -> Path:
    """Copy what a build reads, without what is promised of addresses, to a new folder."""
    root.mkdir()
    for name in (
        "cases",
        "tools-and-methods",
        "vocabularies",
        "canvases",
        "docs",
        "theme",
        "LICENSES",
    ):
        shutil.copytree(REPOSITORY / name, root / name)
    for name in ("macros.py", "mkdocs.yml", "CITATION.cff"):
        shutil.copy(REPOSITORY / name, root / name)
    lighten(root)
    return root


@pytest.fixture
def build_copy(copy: Path, tmp_path: Path) -> Callable[[], tuple[int, str, Path]]:
    """Build the copy; return exit code, everything printed, and the folder of the site."""

    def run() -> tuple[int, str, Path]:
        folder = tmp_path / "copied-site"
        result = build(folder, copy, clock=A_DAY_IN_2001)
        return result.returncode, result.stdout + result.stderr, folder

    return run
