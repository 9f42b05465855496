"""A part of a typeface: some of its letters, to be put into a file."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from fontTools import subset, ttLib  # type: ignore[import-untyped]  # it has no types

from casebank.press import FONTS

if TYPE_CHECKING:
    from collections.abc import Iterable


def font_with(face: str, letters: Iterable[int]) -> ttLib.TTFont:
    """Return the typeface of a file in fonts/, with these characters and without features.

    Whoever uses it must give it a name of its own: its licence keeps the old one for the whole.
    """
    options = subset.Options(
        layout_features=[], hinting=False, notdef_outline=True, name_IDs=[], glyph_names=False
    )
    options.drop_tables += ["GSUB", "GPOS", "GDEF"]
    font = ttLib.TTFont(FONTS / f"{face}.ttf", recalcTimestamp=False)
    cut = subset.Subsetter(options)
    cut.populate(unicodes=letters)
    cut.subset(font)
    return font


def file_of(font: ttLib.TTFont) -> bytes:
    """Return the font as a TrueType file."""
    file = BytesIO()
    font.save(file)
    return file.getvalue()
