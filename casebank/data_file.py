"""A file of the dataset: what it holds, and what pages and catalogues say of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property

from casebank.file_size import size_in_words
from casebank.page import Output

FOLDER = "data"
"""All of them are published below it."""


@dataclass(frozen=True)
class DataFile:
    """One file for programs, finished."""

    path: str
    """Relative to the root of the site: `data/cases.csv`."""

    content: bytes
    title: str
    """What it is: "Cases"."""

    detail: str
    """What a reader should know before opening it: "one row is a case"."""

    format: str
    """The format, as people call it: "CSV"."""

    media_type: str
    """As IANA registers it: `text/csv`."""

    @property
    def address(self) -> str:
        """Where it is published, from the root of the site."""
        return f"/{self.path}"

    @property
    def name(self) -> str:
        """The name of the file, without its folder."""
        return self.path.rpartition("/")[2]

    @property
    def size(self) -> str:
        """The size in words: "34 kB", "1.2 MB"."""
        return size_in_words(len(self.content))

    @cached_property
    def sha256(self) -> str:
        """The checksum, in hexadecimal digits."""
        return hashlib.sha256(self.content).hexdigest()

    def output(self) -> Output:
        """Return it as a file of the published book."""
        return Output(self.path, self.content, "")
