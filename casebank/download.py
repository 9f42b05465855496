"""A file to take along: what it holds, for whom, and what a page says of it before one clicks."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from babel import Locale

from casebank.file_size import size_in_words

FOLDER = "downloads"
"""All of them are published below it."""

KIT, CARDS, REPORT = "workshop-kit", "cards", "case-report"
"""What belongs to no single page: the kit, the set of cards, the template of the case report."""

_FORMATS = {
    ".pdf": "PDF",
    ".svg": "SVG",
    ".pptx": "PowerPoint",
    ".xlsx": "Excel",
    ".docx": "Word",
    ".md": "Markdown",
    ".zip": "ZIP",
}
"""What people call a format, by the ending of the file."""


@dataclass(frozen=True)
class Download:
    """One file, finished."""

    path: str
    """Relative to the root of the site: `downloads/canvases/opsi-diamond-a3.pdf`."""

    content: bytes
    title: str
    """What it is, without its format: "OPSI diamond"."""

    about: str
    """Address of the case or tool that it belongs to, or the id of a canvas."""

    detail: str = ""
    """What sets it apart from others of the same title: "A3", "to fill in on screen"."""

    pages: int = 0
    """Number of pages or slides; 0 where there are none."""

    language: str = "en"
    """BCP 47 tag of its text."""

    @property
    def address(self) -> str:
        """Where it is published, from the root of the site."""
        return f"/{self.path}"

    @property
    def format(self) -> str:
        """The format, as people call it."""
        return _FORMATS[PurePosixPath(self.path).suffix]

    @property
    def language_name(self) -> str:
        """The language in English, from Unicode CLDR."""
        return str(Locale.parse(self.language, sep="-").get_display_name("en"))

    @property
    def size(self) -> str:
        """The size in words: "34 kB", "1.2 MB"."""
        return size_in_words(len(self.content))

    @cached_property
    def sha256(self) -> str:
        """The checksum, in hexadecimal digits."""
        return hashlib.sha256(self.content).hexdigest()


class Downloads:
    """All files to take along, in the order in which pages list them."""

    def __init__(self, files: Iterable[Download] = ()) -> None:
        self._files = tuple(files)
        uses = Counter(file.path for file in self._files)
        if twice := sorted(path for path, number in uses.items() if number > 1):
            raise ValueError(f"Two files claim one address: {', '.join(twice)}.")

    def __iter__(self) -> Iterator[Download]:
        return iter(self._files)

    def about(self, key: str) -> tuple[Download, ...]:
        """Return what belongs to a case, canvas or tool."""
        return tuple(file for file in self._files if file.about == key)


NO_DOWNLOADS = Downloads()
"""For a book of which nothing is to be taken along."""
