"""Word documents are read through HTML, and what no word processor writes is refused."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from casebank.importing.passages import Kind, UnreadableError
from casebank.importing.readers import docx as reader


def document() -> bytes:
    """A document with a title, a heading, a list, a table and a running head."""
    made = docx.Document()
    made.add_paragraph("Boats of Norvik", style="Title")
    made.add_heading("Context", level=1)
    made.add_paragraph("The yards closed.")
    made.add_paragraph("Open one again.", style="List Bullet")
    table = made.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text = "Name"
    table.rows[0].cells[1].text = "Country"
    made.sections[0].header.paragraphs[0].text = "City of Norvik"
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def with_part(name: str, content: bytes) -> bytes:
    """The document with one more part, or another in the place of one."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(document())) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return file.getvalue()


def test_styles_and_tables_tell_what_a_passage_is():
    passages = reader.read(document())

    assert [(one.kind.value, one.text) for one in passages] == [
        ("heading", "Boats of Norvik"),
        ("heading", "Context"),
        ("paragraph", "The yards closed."),
        ("item", "Open one again."),
        ("row", "Name | Country"),
        ("furniture", "City of Norvik"),
    ]


def test_pictures_are_not_opened():
    made = docx.Document()
    made.add_picture(io.BytesIO(PIXEL))
    made.add_paragraph("Text.")
    file = io.BytesIO()
    made.save(file)

    assert [one.text for one in reader.read(file.getvalue())] == ["Text."]


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"not a zip file", "Save it again as DOCX"),
        (document()[:2000], "Save it again as DOCX"),
        (with_part("word/document.xml", b"<broken"), "Save it again as DOCX"),
        (with_part("word/bomb.xml", b" " * (reader.LARGEST + 1)), "unpacks to more than"),
        (
            with_part("word/document.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
            "holds definitions",
        ),
        (
            with_part("word/document.xml", '<!DOCTYPE a SYSTEM "x"><a/>'.encode("utf-16")),
            "holds definitions",
        ),
    ],
    ids=["no archive", "cut off", "broken", "bomb", "entities", "entities in UTF-16"],
)
def test_a_broken_or_hostile_document_is_refused(raw, told):
    with pytest.raises(UnreadableError, match=told):
        reader.read(raw)


def test_rows_of_the_made_document_keep_their_cells():
    rows = [one for one in reader.read(document()) if one.kind is Kind.ROW]

    assert [one.cells for one in rows] == [("Name", "Country")]


PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360f8cf500f0004850180a3d2a6f30000000049454e44ae426082"
)
"""A picture of one dot."""
