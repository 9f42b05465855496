"""Word documents as passages, through HTML; pictures are not opened."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import mammoth
from bs4 import BeautifulSoup

from casebank.passages import Kind, Passage, UnreadableError, clean
from casebank.readers import html

LARGEST = 60_000_000
"""Bytes that the parts of a document may have together, once unpacked."""

_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Caption'] => figcaption:fresh
"""
_DEFINITIONS = re.compile(rb"<\0?!\0?D\0?O\0?C")
"""Of entities, with which a small file can grow without end, in UTF-16 too."""

_TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"


def read(raw: bytes) -> tuple[Passage, ...]:
    """Return the passages of a Word document, those of its heads and feet as furniture."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as parts:
            around = tuple(_around(parts, _safe(parts)))
        result = mammoth.convert_to_html(
            io.BytesIO(raw), style_map=_STYLES, convert_image=lambda _image: []
        )
    except UnreadableError:
        raise
    except Exception:  # mammoth and zipfile raise whatever a broken document makes them meet
        message = "cannot be read as a Word document. Save it again as DOCX, or as PDF or HTML."
        raise UnreadableError(message) from None
    soup = BeautifulSoup(result.value, "html.parser")
    return (*html.read_soup(soup, by_line=False), *around)


def _safe(parts: zipfile.ZipFile) -> list[str]:
    """Return the names of the parts, if none of them is a trap."""
    if sum(part.file_size for part in parts.infolist()) > LARGEST:
        message = f"unpacks to more than {LARGEST:,} bytes. Remove its pictures and save it again."
        raise UnreadableError(message)
    names = parts.namelist()
    for name in names:
        if name.endswith((".xml", ".rels")) and _DEFINITIONS.search(parts.read(name)):
            message = "holds definitions that no word processor writes. Save it again as DOCX."
            raise UnreadableError(message)
    return names


def _around(parts: zipfile.ZipFile, names: list[str]) -> Iterator[Passage]:
    """Yield the heads and feet of pages, which are no part of the text."""
    for name in sorted(names):
        if re.fullmatch(r"word/(header|footer)\d*\.xml", name):
            tree = ET.fromstring(parts.read(name))  # noqa: S314 (definitions were refused)
            text = clean(" ".join(node.text or "" for node in tree.iter(_TEXT)))
            if text:
                yield Passage(text, Kind.FURNITURE, "head or foot")
