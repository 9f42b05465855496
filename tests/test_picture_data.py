"""What a picture holds besides its picture is found, whatever program has put it there."""

from __future__ import annotations

import struct
import zlib

import pytest
from PIL import Image, PngImagePlugin

from casebank.picture_data import NotAPictureError, PictureData, picture_data
from tests.picture_examples import FORMATS, exif, picture


def png_text(kind):
    """Return a PNG with a text of some kind."""
    info = PngImagePlugin.PngInfo()
    if kind == "iTXt":
        info.add_itxt("XML:com.adobe.xmp", "<x:xmpmeta/>")
    else:
        info.add_text("Location", "Košice", zip=kind == "zTXt")
    return picture(".png", pnginfo=info)


def chunk(name, content):
    """Return a chunk of a PNG."""
    check = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", check)


@pytest.mark.parametrize("ending", FORMATS)
def test_a_picture_as_a_program_saves_it_holds_nothing_else(ending):
    assert picture_data(picture(ending), ending) == PictureData(8, 5, ())


@pytest.mark.parametrize(
    ("ending", "mode", "options"),
    [
        (".png", "P", {}),
        (".png", "RGBA", {"icc_profile": b"profile"}),
        (".jpg", "L", {"progressive": True, "icc_profile": b"profile"}),
        (".jpg", "CMYK", {}),
        (".webp", "RGB", {"lossless": True}),
        (".webp", "RGBA", {"icc_profile": b"profile"}),
    ],
)
def test_transparency_colour_profiles_and_other_ways_to_pack_are_no_extras(ending, mode, options):
    assert picture_data(picture(ending, (300, 200), mode, **options), ending) == PictureData(
        300, 200, ()
    )


@pytest.mark.parametrize(
    ("ending", "content", "extra"),
    [
        (".png", picture(".png", exif=exif()), "Exif data"),
        (".jpg", picture(".jpg", exif=exif()), "Exif or XMP data"),
        (".webp", picture(".webp", exif=exif()), "Exif data"),
        (".jpg", picture(".jpg", xmp=b"<x:xmpmeta/>"), "Exif or XMP data"),
        (".webp", picture(".webp", xmp=b"<x:xmpmeta/>"), "XMP data"),
        (".jpg", picture(".jpg", comment=b"Taken in Lund"), "a comment"),
        (".jpg", picture(".jpg")[:2] + b"\xff\xed\x00\x06ABCD" + picture(".jpg")[2:], "IPTC data"),
        (
            ".jpg",
            b"\xff\xd8\xff\xe0\x00\x13JFIF\0\1\1\0\0\1\0\1\1\1abc" + picture(".jpg")[20:],
            "a thumbnail",
        ),
        (".png", png_text("tEXt"), "a text"),
        (".png", png_text("zTXt"), "a text"),
        (".png", png_text("iTXt"), "a text"),
        (
            ".png",
            picture(".png", save_all=True, append_images=[Image.new("RGB", (8, 5))]),
            "the part 'acTL'",
        ),
        *(
            (ending, picture(ending) + b"PK\3\4", "other data behind the picture")
            for ending in FORMATS
        ),
    ],
)
def test_whatever_could_tell_more_than_the_picture_is_found(ending, content, extra):
    assert extra in picture_data(content, ending).extras


@pytest.mark.parametrize("ending", FORMATS)
def test_a_picture_that_is_cut_off_anywhere_is_none(ending):
    whole = picture(ending, (64, 64))

    for length in range(0, len(whole) - 3, 7):
        with pytest.raises(NotAPictureError):
            picture_data(whole[:length], ending)


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("content", [b"", b"<script>alert(1)</script>", b"GIF89a" + b"\0" * 30])
def test_what_only_bears_the_name_of_a_picture_is_none(ending, content):
    with pytest.raises(NotAPictureError):
        picture_data(content, ending)


def test_one_kind_under_the_name_of_another_is_none():
    with pytest.raises(NotAPictureError):
        picture_data(picture(".jpg"), ".png")


def test_a_changed_chunk_is_noticed():
    with pytest.raises(NotAPictureError):
        picture_data(picture(".png").replace(b"IDAT", b"IDAX"), ".png")


def test_the_size_that_a_file_unfolds_to_is_known_without_unfolding_it():
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 100_000, 90_000, 8, 2, 0, 0, 0))
    content = b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", b"") + chunk(b"IEND", b"")

    assert picture_data(content, ".png") == PictureData(100_000, 90_000, ())
