"""Make the fonts that are our own: for letters beyond Latin-1 on pages, and for headings in print.

    npm pack @fontsource-variable/fraunces@5.3.0 @fontsource-variable/source-sans-3@5.3.0
    python scripts/make_fonts.py .

The packages redistribute Fraunces 1.000 and Source Sans 3.052 under the SIL Open Font License 1.1.

docs/assets/fonts/casebook-*-latin-ext.woff2: the packages' own files for these letters weigh 34 and
60 kB, mostly for phonetics and languages of other continents; a page with one such letter loads
them. The licence wants modified fonts of Source Sans to bear another name, so both do.

casebank/fonts/CasebookSerif.ttf: Fraunces at one weight with all its Latin letters, since Typst
reads neither woff2 nor variable fonts. The files beside it are not made: they are those of the npm
package source-sans@3.52.0, unchanged.

casebank/letters.txt: which letters print can show, for the check.

Needs fonttools and brotli; the files in the repository were made with releases 4.68.0 and 1.2.1.
"""

from __future__ import annotations

import sys
import tarfile
from io import BytesIO
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter, parse_unicodes
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

CHARACTERS = (
    "U+0100-0130, U+0132-0151, U+0154-017F, U+018F, U+01FE-01FF, U+0218-021B, U+0259, "
    "U+1E80-1E85, U+1E9E, U+1EF2-1EF3"
)
"""What the style sheet says as `unicode-range`.

Latin Extended-A without ı, Œ and œ, which the other files have; then what is missing for
Azerbaijani, Danish, Romanian, Welsh and German capitals. Skolt Sámi and Livonian are left out: both
originals lack some of their letters.
"""

FEATURES = ["ccmp", "kern", "locl", "mark", "mkmk"]
"""What puts letters right; ligatures, fractions and the like are left out."""

FONTS = {
    "fraunces": ("casebook-serif", "Casebook Serif Extended", {"wght": (400, 700)}),
    "source-sans-3": ("casebook-sans", "Casebook Sans Extended", {}),
}
"""Name of the file, name of the font and limits of its axes, by the name of the package.

Source Sans keeps its weights: cut to 400 to 700 it would be 1 kB larger, because the two masters
that it is made from lie outside.
"""

FAMILY, UNIQUE, FULL, VERSION, POSTSCRIPT = 1, 3, 4, 5, 6
OTHER_NAMES = (16, 17, 21, 22, 25)
"""Ids in the table of names."""

WINDOWS_ENGLISH = (3, 1, 0x409)
"""Platform, encoding and language of all names in these fonts."""


def main(packages: Path, target: Path) -> None:
    """Write both fonts."""
    for package, (file, name, limits) in FONTS.items():
        font = original(packages, package)
        reduce(font)
        if limits:
            font = instantiateVariableFont(font, limits)
        rename(font, name)
        font.flavor = "woff2"
        font.save(target / f"{file}-latin-ext.woff2")


def print_serif(packages: Path, target: Path) -> None:
    """Write the font for headings in print."""
    parts = []
    for letters in ("latin", "latin-ext"):
        font = instantiateVariableFont(original(packages, "fraunces", letters), {"wght": 600})
        font.flavor = None
        made = font["head"].modified
        part = BytesIO()
        font.save(part)
        part.seek(0)
        parts.append(part)
    font = Merger().merge(parts)
    rename(font, "Casebook Serif")
    font["OS/2"].usWeightClass = 400  # there is no other weight of it
    font["head"].created = font["head"].modified = made
    font.recalcTimestamp = False
    font.save(target / "CasebookSerif.ttf")


def letters(folder: Path) -> str:
    """Return the characters that every sans typeface of print has, as ranges of code points."""
    files = sorted(folder.glob("SourceSans3-*.ttf"))
    common = set.intersection(*({*TTFont(file).getBestCmap()} for file in files))
    ranges: list[list[int]] = []
    for code in sorted(common):
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"{first:04X}-{last:04X}\n" for first, last in ranges)


def original(packages: Path, package: str, letters: str = "latin-ext") -> TTFont:
    """Read the font for some letters from a package as npm delivers it."""
    with tarfile.open(packages / f"fontsource-variable-{package}-5.3.0.tgz") as archive:
        file = archive.extractfile(f"package/files/{package}-{letters}-wght-normal.woff2")
        return TTFont(BytesIO(file.read()), recalcTimestamp=False)


def reduce(font: TTFont) -> None:
    """Leave out all characters but ours."""
    options = Options(layout_features=FEATURES, name_IDs=["*"], notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=parse_unicodes(CHARACTERS.replace("U+", "")))
    subsetter.subset(font)


def rename(font: TTFont, name: str) -> None:
    """Give a font its own name; copyright and licence stay."""
    table = font["name"]
    version = table.getDebugName(VERSION)
    for id_ in OTHER_NAMES:
        table.removeNames(nameID=id_)
    for id_, text in (
        (FAMILY, name),
        (UNIQUE, f"{name}; made from {version}"),
        (FULL, name),
        (POSTSCRIPT, name.replace(" ", "")),
    ):
        table.setName(text, id_, *WINDOWS_ENGLISH)


if __name__ == "__main__":
    repository = Path(__file__).parent.parent
    main(Path(sys.argv[1]), repository / "docs" / "assets" / "fonts")
    print_serif(Path(sys.argv[1]), repository / "casebank" / "fonts")
    listed = letters(repository / "casebank" / "fonts")
    (repository / "casebank" / "letters.txt").write_text(listed, encoding="ascii")
