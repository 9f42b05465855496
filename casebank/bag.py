"""A bag: files with their checksums in one ZIP, which any archive can check without this engine.

Source: RFC 8493, The BagIt File Packaging Format (V1.0).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

_INSIDE = re.compile(r"(?!\.\.?(?:/|$))[^/\\:]+(?:/(?!\.\.?(?:/|$))[^/\\:]+)*")
"""A path that unpacks below its folder on every system."""


@dataclass(frozen=True)
class Bag:
    """A bag but for its files, which are read as they are packed."""

    name: str
    """Name of the folder into which it unpacks."""

    day: date
    """What every entry bears as its date."""

    info: Mapping[str, str]
    """Fields of bag-info.txt."""

    tags: Mapping[str, str]
    """Texts that lie beside the folder data/, by name."""

    def write(self, to: IO[bytes], payload: Iterable[tuple[str, Path]]) -> None:
        """Write it with the `payload`: for each path below data/ the file to copy.

        The same input gives the same bytes; nothing is compressed, because another release of zlib
        would give others. Raises `ValueError` for a path that leads out of the bag.
        """
        with ZipFile(to, "w", ZIP_STORED) as archive:
            manifest, size = [], 0
            for path, file in sorted(payload):
                content = file.read_bytes()
                size += len(content)
                manifest.append(self._add(archive, f"data/{path}", content))
            day = {"Bagging-Date": self.day.isoformat()}
            fields = {**self.info, **day, "Payload-Oxum": f"{size}.{len(manifest)}"}
            texts = {
                **self.tags,
                "bagit.txt": DECLARATION,
                "bag-info.txt": "".join(f"{key}: {_line(text)}\n" for key, text in fields.items()),
                "manifest-sha256.txt": "".join(manifest),
            }
            lines = [self._add(archive, path, text.encode()) for path, text in texts.items()]
            self._add(archive, "tagmanifest-sha256.txt", "".join(lines).encode())

    def _add(self, archive: ZipFile, path: str, content: bytes) -> str:
        """Add a file, and return its line in a manifest."""
        if not _INSIDE.fullmatch(path):
            raise ValueError(f"{path!r} leads out of the archive")
        day = self.day
        entry = ZipInfo(f"{self.name}/{path}", (day.year, day.month, day.day, 0, 0, 0))
        entry.create_system = 3  # Unix, wherever it is made
        entry.external_attr = 0o644 << 16
        archive.writestr(entry, content)
        return f"{hashlib.sha256(content).hexdigest()}  {_encoded(path)}\n"


def _encoded(path: str) -> str:
    """Write a path for a manifest. Source: RFC 8493, section 2.1.3."""
    return path.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _line(text: str) -> str:
    return " ".join(text.split())
