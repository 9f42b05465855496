"""Everything that a facilitator takes along, in one ZIP file."""

from __future__ import annotations

from io import BytesIO
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from casebank.day import NO_DAY, moment
from casebank.download import FOLDER, KIT, Download
from casebank.phrases import plural

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from casebank.publication import Publication

NAME = KIT
_LICENCE = "LICENSES/CC-BY-4.0.txt"

_PLACES = {
    "facilitators-guide": "1-guide",
    "run-sheets": "2-run-sheets-and-cards",
    "method-cards": "2-run-sheets-and-cards",
    "canvases": "3-canvases",
    "case-report": "4-case-report",
    "liept": "5-afterwards",
}
"""In which folder of the kit a file goes, by a part of its path."""


def workshop_kit(root: Path, files: Iterable[Download], publication: Publication) -> Download:
    """Return the kit of these files; of canvases all sizes, and those to fill in on screen."""
    packed = [(_place(file), file) for file in files if _belongs(file)]
    listed = "\n".join(f"- {place}: {_described(file)}" for place, file in packed)
    readme = _README.format(name=publication.name, url=publication.url("/"), files=listed)
    contents = [("README.txt", readme.encode())]
    licence = root / _LICENCE
    if licence.is_file():
        contents.append(("LICENCE-CC-BY-4.0.txt", licence.read_bytes()))
    contents += [(place, file.content) for place, file in packed]
    return Download(
        f"{FOLDER}/{NAME}.zip", _zipped(contents), "Workshop kit", NAME, "everything to take along"
    )


def _belongs(file: Download) -> bool:
    path = PurePosixPath(file.path)
    if path.parent.name == "canvases":
        return path.suffix == ".pdf" and not path.stem.endswith("-a0-on-a4")
    return path.parent.name == FOLDER


def _place(file: Download) -> str:
    path = PurePosixPath(file.path)
    folder = next((folder for part, folder in _PLACES.items() if part in file.path), "6-more")
    return f"{NAME}/{folder}/{path.name}"


def _described(file: Download) -> str:
    pages = f", {plural(file.pages, 'page')}" if file.pages else ""
    return f"{file.title}{', ' + file.detail if file.detail else ''} ({file.format}{pages})"


def _zipped(contents: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a ZIP; its files are compressed themselves, and are only put together."""
    archive = BytesIO()
    with ZipFile(archive, "w", ZIP_STORED) as kit:
        for place, content in contents:
            name = place if place.startswith(NAME) else f"{NAME}/{place}"
            entry = ZipInfo(name, moment(NO_DAY).timetuple()[:6])
            entry.external_attr = 0o644 << 16
            kit.writestr(entry, content)
    return archive.getvalue()


_README = """\
WORKSHOP KIT
{name}, {url}

To run a prototyping workshop next month:

1. Read the Facilitator's Guide (1-guide).
2. Choose a run sheet (2-run-sheets-and-cards), or fit one to your day at {url}plan/
3. Print the method cards on both sides, turned on the long edge; cut them across the middle.
4. Print the canvases (3-canvases): A1 for a table, A0 for the wall, A4 and A3 to try them out.
   Without a large printer, take A0 on A4 sheets from {url}downloads/
5. Write the case with the template (4-case-report) and send it in: {url}contribute/

What is in it:

{files}

All texts and drawings are under CC BY 4.0 (LICENCE-CC-BY-4.0.txt): use, change and share them, and
name "{name}". They are our own reconstruction of the method, not ekip's templates.
"""
