"""A Word document in the look of the book, made of real styles, with tables to fill in."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

from casebank.typography import typographic

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from docx.document import Document as WordDocument
    from docx.table import Table, _Cell, _Row
    from docx.text.paragraph import Paragraph

TEAL, DEEP, INK, SOFT = "0B5D66", "07434A", "17262B", "4C5C60"
WASH, FRAME = "E2EEEE", "8A9694"

FONT, INSTEAD = "Source Sans 3", "Calibri"
"""The typeface, and what Word takes where it is not installed."""

_STYLES = (
    ("Normal", 10.5, INK, False, 0, 4),
    ("Title", 28, DEEP, True, 0, 2),
    ("Subtitle", 13, SOFT, False, 0, 14),
    ("Heading 1", 18, TEAL, True, 24, 4),
    ("Heading 2", 13, DEEP, True, 14, 3),
    ("Heading 3", 11, DEEP, True, 10, 3),
    ("Footer", 8.5, SOFT, False, 0, 0),
    ("Label", 10.5, INK, True, 0, 0),
    ("Help", 9.5, SOFT, False, 0, 4),
    ("Becomes", 7.5, SOFT, False, 0, 2),
)
"""Name of each style, size and colour of letters, whether they are bold, and room around it."""

_SINGLE_LINE = 1.0
"""Height of a line of text, in lines."""


_MARGIN = "50"
"""Above and below the text of a cell, in twentieths of a point."""

_PARAGRAPH = WD_STYLE_TYPE.PARAGRAPH


class Paper:
    """A document that grows from top to bottom."""

    def __init__(self, document: WordDocument) -> None:
        self.document = document

    def title(self, title: str, below: str) -> None:
        """Write the title and the line below it."""
        self.document.add_paragraph(title, "Title")
        self.document.add_paragraph(below, "Subtitle")

    def heading(self, text: str, level: int) -> None:
        """Write a heading that stays with what comes after it."""
        self.document.add_paragraph(text, f"Heading {level}")

    def text(self, text: str) -> None:
        """Write a paragraph."""
        self.document.add_paragraph(typographic(text))

    def link(self, before: str, address: str) -> None:
        """Write a paragraph that ends with a link, shown as its address."""
        paragraph = self.document.add_paragraph(before)
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
        link = parse_xml(f"<w:hyperlink {nsdecls('w', 'r')}/>")
        link.set(qn("r:id"), paragraph.part.relate_to(address, kind, is_external=True))
        run = paragraph.add_run(address)
        run.underline = True
        run.font.color.rgb = RGBColor.from_string(TEAL)
        link.append(run._r)
        paragraph._p.append(link)

    def picture(self, picture: bytes, description: str, width: float) -> None:
        """Show a picture, so many centimetres wide; screen readers say its description."""
        shape = self.document.add_picture(BytesIO(picture), Cm(width))
        shape._inline.docPr.set("descr", description)

    def help(self, text: str, cell: _Cell | None = None) -> None:
        """Say how to fill something in, in a cell or before a table."""
        self._styled(text, "Help", cell)

    def label(self, cell: _Cell, text: str) -> None:
        """Name what goes into a row or column."""
        self.say(cell, text)
        cell.paragraphs[0].style = "Label"

    def becomes(self, what: str, cell: _Cell | None = None) -> None:
        """Say which field of the case it becomes."""
        self._styled(f"becomes: {what}", "Becomes", cell)

    def say(self, cell: _Cell, text: str) -> None:
        """Write into a cell."""
        cell.paragraphs[0].text = typographic(text)

    def table(self, caption: str, widths: Iterable[float]) -> Table:
        """Begin a table with columns so many centimetres wide; screen readers say its caption."""
        columns = tuple(widths)
        table: Table = self.document.add_table(0, len(columns), "Table Grid")
        table.autofit = False
        for column, width in zip(table.columns, columns, strict=True):
            column.width = Cm(width)
        named = parse_xml(f"<w:tblCaption {nsdecls('w')}/>")
        named.set(qn("w:val"), caption)
        table._tbl.tblPr.append(named)
        return table

    def head(self, table: Table, texts: Iterable[str]) -> tuple[_Cell, ...]:
        """Add the header row, repeated on each page; return its cells."""
        cells = self.row(table)
        table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
        for cell, text in zip(cells, texts, strict=True):
            shade = f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{WASH}"/>'
            cell._tc.get_or_add_tcPr().append(parse_xml(shade))
            self.label(cell, text)
            cell.paragraphs[0].paragraph_format.keep_with_next = True
        return cells

    def row(self, table: Table, height: float = 0) -> tuple[_Cell, ...]:
        """Add a row that is at least so many centimetres high and stays on one page."""
        row: _Row = table.add_row()  # type: ignore[no-untyped-call]  # their types have a hole
        row._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
        if height:
            row.height = Cm(height)
        for cell, column in zip(row.cells, table.columns, strict=True):
            cell.width = column.width
        return tuple(row.cells)

    def _styled(self, text: str, style: str, cell: _Cell | None) -> None:
        paragraph = (cell or self.document).add_paragraph(typographic(text), style)
        paragraph.paragraph_format.keep_with_next = cell is None


def new_document(title: str, author: str, day: datetime) -> Paper:
    """Return an empty document in our look, on A4, in British English, with fixed properties."""
    document = Document()
    for name, size, colour, bold, before, after in _STYLES:
        _set_style(document, name, size, colour, bold=bold)
        room = document.styles[name].paragraph_format
        room.space_before, room.space_after = Pt(before), Pt(after)
        room.line_spacing = _SINGLE_LINE
    language = document.styles.element.find(".//" + qn("w:lang"))
    language.set(qn("w:val"), "en-GB")
    for border in document.styles["Table Grid"].element.findall(".//" + qn("w:tblBorders") + "/*"):
        border.set(qn("w:color"), FRAME)
    for side in ("top", "bottom"):
        margins = document.styles["Table Grid"].element.find(".//" + qn("w:tblCellMar"))
        margins.find(qn(f"w:{side}")).set(qn("w:w"), _MARGIN)
    for border in document.styles["Title"].element.findall(".//" + qn("w:pBdr")):
        border.getparent().remove(border)
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(2)
    _number_pages(page.footer.paragraphs[0], f"{title} · {author} · CC BY 4.0 · ")
    _name(document, title, author, day)
    _replace_missing_font(document)
    return Paper(document)


def _set_style(document: WordDocument, name: str, size: float, colour: str, *, bold: bool) -> None:
    known = name in {style.name for style in document.styles}
    style = document.styles[name] if known else document.styles.add_style(name, _PARAGRAPH)
    style.font.size, style.font.bold, style.font.italic = Pt(size), bold, False
    style.font.color.rgb = RGBColor.from_string(colour)
    style.font.name = FONT
    fonts = style.element.rPr.rFonts
    for attribute in [key for key in fonts.attrib if key.endswith("Theme") or "theme" in key]:
        del fonts.attrib[attribute]  # it would win over the name


def _name(document: WordDocument, title: str, author: str, day: datetime) -> None:
    named = document.core_properties
    named.title, named.author, named.last_modified_by = title, author, author
    named.created = named.modified = day
    named.language, named.comments = "en-GB", ""
    relations = document.part.package.rels
    for key in [key for key, one in relations.items() if one.reltype.endswith("/thumbnail")]:
        del relations[key]  # a picture of python-docx's own empty document


def _number_pages(paragraph: Paragraph, text: str) -> None:
    paragraph.add_run(text)
    number = f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    paragraph._p.append(parse_xml(number))


def _replace_missing_font(document: WordDocument) -> None:
    """Tell Word what to take where our typeface is not installed."""
    entry = (
        f'<w:font w:name="{FONT}"><w:altName w:val="{INSTEAD}"/><w:family w:val="swiss"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
    )
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/fontTable"):
            table = relation.target_part
            table._blob = table.blob.replace(b"</w:fonts>", entry.encode())
