"""The checks of PDFs find what is missing: each is shown a document that has a fault."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest
import typst
from pikepdf import Array, Dictionary, Name

from casebank.press import FONTS, STANDARDS
from tests.pdf_checks import assert_accessible, verapdf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SOURCE = b"""\
#set document(title: "Sound", date: datetime(year: 2026, month: 11, day: 22))
#set page(width: 100mm, height: 50mm)
#set text(font: "Source Sans 3", lang: "en")
= Sound
== Wheel
#box(image(bytes("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 4'><circle r='2'/></svg>"),
  alt: "A wheel", width: 9mm))
"""


def made(source: bytes = SOURCE, **how: object) -> bytes:
    """Set a document with our fonts, and with the standards unless `how` says otherwise."""
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)]
    )
    return typst.compile(source, font_paths=fonts, **{"pdf_standards": STANDARDS, **how})


@pytest.fixture(scope="module")
def sound() -> bytes:
    return made()


@pytest.fixture(scope="module")
def untagged() -> bytes:
    return made(pdf_standards=[], pdf_tags=False)


def changed(content: bytes, change: Callable[[pikepdf.Pdf], object]) -> bytes:
    """Return the PDF after a change to it."""
    written = BytesIO()
    with pikepdf.open(BytesIO(content)) as pdf:
        change(pdf)
        pdf.save(written)
    return written.getvalue()


def remove(name: str) -> Callable[[pikepdf.Pdf], object]:
    """Take an entry out of the catalogue."""
    return lambda pdf: pdf.Root.__delitem__(name)


def retag(old: Name, new: Name) -> Callable[[pikepdf.Pdf], object]:
    """Give elements of one kind another."""

    def change(pdf: pikepdf.Pdf) -> None:
        for one in pdf.objects:
            if isinstance(one, Dictionary) and one.get(Name.S) == old:
                one.S = new

    return change


def drop(name: str) -> Callable[[pikepdf.Pdf], object]:
    """Take an entry out of every object that has it."""

    def change(pdf: pikepdf.Pdf) -> None:
        for one in pdf.objects:
            if isinstance(one, Dictionary) and name in one:
                del one[name]

    return change


def launch(pdf: pikepdf.Pdf) -> None:
    """Put a link on the first page that starts a program."""
    action = Dictionary(S=Name.Launch, F=pikepdf.String("evil.exe"))
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=action)
    pdf.pages[0].obj.Annots = Array([link])


def disclaim(name: str) -> Callable[[pikepdf.Pdf], object]:
    """Take an entry out of the metadata."""

    def change(pdf: pikepdf.Pdf) -> None:
        with pdf.open_metadata(update_docinfo=False) as metadata:
            del metadata[name]

    return change


def test_a_sound_document_passes(sound):
    assert_accessible(sound, title="Sound", pages=1, size_mm=(100, 50))


def test_an_untagged_document_fails(untagged):
    with pytest.raises(AssertionError):
        assert_accessible(untagged, title="Sound")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (disclaim("dc:title"), "the title is None"),
        (disclaim("pdfuaid:part"), "PDF/UA-1"),
        (disclaim("pdfaid:part"), "PDF/A-2a"),
        (remove("/ViewerPreferences"), "file's name"),
        (remove("/Lang"), "its language"),
        (remove("/MarkInfo"), "not marked"),
        (remove("/StructTreeRoot"), "not tagged"),
        (retag(Name.H2, Name.H3), "skip a level"),
        (retag(Name.H1, Name.P), "begins with headings"),
        (remove("/Outlines"), "no outline"),
        (drop("/Alt"), "1 figures"),
        (drop("/FontFile2"), "not embedded"),
        (lambda pdf: pdf.Root.update({"/OpenAction": Dictionary(S=Name.GoTo)}), "/OpenAction"),
        (launch, "/Launch"),
    ],
)
def test_a_fault_is_found(sound, change, message):
    with pytest.raises(AssertionError, match=message):
        assert_accessible(changed(sound, change), title="Sound")


@pytest.mark.parametrize(
    "wanted", [{"title": "Silence"}, {"pages": 2}, {"size_mm": (50, 100)}, {"language": "fr"}]
)
def test_another_document_than_wanted_is_found(sound, wanted):
    with pytest.raises(AssertionError):
        assert_accessible(sound, **{"title": "Sound", **wanted})


@pytest.mark.parametrize("profile", ["PDFUA-1", "PDFA-2A"])
def test_verapdf_tells_a_sound_document_from_an_untagged_one(
    sound: bytes, untagged: bytes, tmp_path: Path, profile: str
):
    good, bad = tmp_path / "good.pdf", tmp_path / "bad.pdf"
    good.write_bytes(sound)
    bad.write_bytes(untagged)

    failures = verapdf([good, bad], profile)

    assert [line for line in failures if line.startswith("good.pdf")] == []
    assert any("StructTreeRoot" in line for line in failures if line.startswith("bad.pdf"))


def test_verapdf_finds_what_typst_does_not_look_at(sound: bytes, tmp_path: Path):
    mute = tmp_path / "mute.pdf"
    mute.write_bytes(changed(sound, drop("/Alt")))

    (failure,) = verapdf([mute])

    assert failure.startswith("mute.pdf: 7.3-1 Figure")


def test_verapdf_is_skipped_without_a_compiler(monkeypatch, tmp_path):
    monkeypatch.setattr("tests.pdf_checks._java", lambda: None)

    with pytest.raises(pytest.skip.Exception, match="JDK of release 17"):
        verapdf([tmp_path / "x.pdf"])
