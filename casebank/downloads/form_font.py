"""The typeface in which people fill in a form: letters of all languages of the Union, embedded."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from pikepdf import Array, Dictionary, Name, String

from casebank.downloads.canvas_style import REGULAR
from casebank.downloads.font_part import file_of, font_with

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

NAME = "CasebookForm"
"""A font that was changed must not bear the name Source Sans."""

_LETTERS = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x250),  # Latin
    *range(0x370, 0x400),  # Greek
    *range(0x400, 0x530),  # Cyrillic
    *range(0x1E80, 0x1E86),  # Welsh
    *range(0x2010, 0x2027),  # dashes, quotation marks, dots
    0x20AC,
    0x2192,
)


def embedded(pdf: Pdf) -> Object:
    """Put the font into a PDF and return it, for `/DR` of its form."""
    content, codes, widths, metrics = _subset()
    file = pdf.make_stream(content, Length1=len(content))
    descriptor = Dictionary(
        {
            "/Type": Name.FontDescriptor,
            "/FontName": Name(f"/{NAME}"),
            "/Flags": 32,  # not symbols
            "/ItalicAngle": 0,
            "/StemV": 80,
            "/FontFile2": file,
            **metrics,
        }
    )
    letters = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name(f"/{NAME}"),
        CIDSystemInfo=Dictionary(
            Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0
        ),
        FontDescriptor=pdf.make_indirect(descriptor),
        W=Array([0, Array(widths)]),
        DW=1000,
        CIDToGIDMap=Name.Identity,
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=Name(f"/{NAME}"),
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(letters)]),
            ToUnicode=pdf.make_stream(_to_unicode(codes)),
        )
    )


@cache
def _subset() -> tuple[bytes, dict[int, int], list[int], dict[str, Any]]:
    """Return the font file, characters by glyph, widths by glyph, and measures in thousandths."""
    font = font_with(REGULAR, _LETTERS)
    scale = 1000 / font["head"].unitsPerEm
    names = font.getGlyphOrder()
    places = {name: place for place, name in enumerate(names)}
    codes: dict[int, int] = {}
    for code, name in sorted(font.getBestCmap().items()):
        codes.setdefault(places[name], code)
    head, line, system = font["head"], font["hhea"], font["OS/2"]
    metrics = {
        "/FontBBox": [round(one * scale) for one in (head.xMin, head.yMin, head.xMax, head.yMax)],
        "/Ascent": round(line.ascent * scale),
        "/Descent": round(line.descent * scale),
        "/CapHeight": round(system.sCapHeight * scale),
    }
    widths = [round(font["hmtx"][name][0] * scale) for name in names]
    return file_of(font), codes, widths, metrics


def _to_unicode(codes: dict[int, int]) -> bytes:
    """Return the map from glyphs to characters, without which nobody could copy or search."""
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ]
    items = sorted(codes.items())
    for first in range(0, len(items), 100):  # the format allows no more at once
        some = items[first : first + 100]
        lines.append(f"{len(some)} beginbfchar")
        lines += [f"<{glyph:04X}> <{code:04X}>" for glyph, code in some]
        lines.append("endbfchar")
    lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(lines).encode("ascii")
