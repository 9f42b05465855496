"""Sets PDFs with Typst: tagged (PDF/UA-1), for archives (PDF/A-2a), the same bytes every time.

Texts reach the templates in `templates/print/` as data, in a JSON file: nothing that somebody wrote
is ever read as Typst. What was set once is kept in a cache by the digest of everything that goes
into it, so an unchanged document is not set again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from importlib.resources import files as package_files
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import typst

from casebank.letters import printable
from casebank.problem import PrintError

FONTS = Path(str(package_files("casebank"))) / "fonts"
"""The typefaces, with open licences; nothing of the machine is used."""

STANDARDS = ["ua-1", "a-2a"]
"""Typst refuses a document that breaks a rule of these that it knows."""

_typst: Any = typst
"""Typst without its type stubs, which do not know that sources can be a dict of files."""


class Press:
    """Sets documents, and remembers in `cache` (a folder) what it has set before."""

    def __init__(self, cache: Path | None = None) -> None:
        self._cache = cache
        self._used: set[Path | None] = set()
        self.made = 0
        """How many documents were set anew, not taken from the cache."""

    def pdf(
        self, template: str, data: Mapping[str, Any], pictures: Mapping[str, bytes] | None = None
    ) -> bytes:
        """Return the PDF that `templates/print/<template>.typ` makes of `data`.

        `pictures` are files by name that the template shows, such as `{"map.svg": b"..."}`. Every
        text that the template finds too long for its place (`#overfull`) is named in a
        `PrintError`.
        """
        sources = _sources(template, data, pictures or {})
        kept = self._cache / f"{_digest(sources)}.pdf" if self._cache else None
        self._used.add(kept)
        if kept and kept.is_file():
            return kept.read_bytes()
        content = _compiled(sources, template)
        self.made += 1
        if kept:
            kept.parent.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=kept.parent, delete=False) as half:
                half.write(content)
            Path(half.name).replace(kept)
        return content

    def forget_others(self) -> None:
        """Delete from the cache what this press neither found there nor made."""
        for kept in self._cache.glob("*.pdf") if self._cache else ():
            if kept not in self._used:
                kept.unlink(missing_ok=True)

    def marks(
        self,
        template: str,
        data: Mapping[str, Any],
        label: str,
        pictures: Mapping[str, bytes] | None = None,
    ) -> list[Any]:
        """Return the values of all `#metadata(...) <label>` in the document, in their order."""
        with _faults_of(template):
            found = _query(_sources(template, data, pictures or {}), label)
        return [one["value"] for one in found]


def _sources(
    template: str, data: Mapping[str, Any], pictures: Mapping[str, bytes]
) -> dict[str, bytes]:
    written = printable(json.dumps(data, ensure_ascii=False, sort_keys=True)).encode()
    own = _templates()
    return {**own, **pictures, "main": own[f"{template}.typ"], "data.json": written}


@cache
def _templates() -> dict[str, bytes]:
    folder = package_files("casebank") / "templates" / "print"
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.name[-4:] == ".typ"}


def _digest(sources: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256(f"typst {_typst.__version__} {STANDARDS}".encode())
    for name, content in sorted({**sources, **_font_digests()}.items()):
        digest.update(f"\n{name} {len(content)}\n".encode() + content)
    return digest.hexdigest()


@cache
def _font_digests() -> dict[str, bytes]:
    files = sorted(FONTS.glob("*.ttf"))
    return {file.name: hashlib.sha256(file.read_bytes()).digest() for file in files}


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)]
    )


def _query(sources: dict[str, bytes], label: str) -> list[Any]:
    found: list[Any] = json.loads(_typst.query(sources, f"<{label}>", font_paths=_fonts()))
    return found


def _compiled(sources: dict[str, bytes], template: str) -> bytes:
    with _faults_of(template):
        overfull = [str(one["value"]) for one in _query(sources, "overfull")]
        if overfull:
            raise PrintError("\n".join(overfull))
        content: bytes = _typst.compile(
            sources, format="pdf", pdf_standards=STANDARDS, font_paths=_fonts()
        )
    return content


@contextmanager
def _faults_of(template: str) -> Iterator[None]:
    """Let what Typst refuses be a `PrintError` that names the template."""
    try:
        yield
    except (typst.TypstError, RuntimeError) as error:
        raise PrintError(f"{template}: {error}") from error
