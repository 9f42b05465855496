"""What a picture file holds: its size, and everything in it that is no part of a still picture.

Cameras note in a file where, when and by whom it was taken, and what follows a picture in its file
can be another file. So the parts that a picture needs are listed here, and all others are told of.
"""

from __future__ import annotations

import re
import struct
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class NotAPictureError(ValueError):
    """The bytes are no whole picture of the kind that they should be."""


@dataclass(frozen=True)
class PictureData:
    """What is known of a picture without showing it."""

    width: int
    """In pixels."""

    height: int
    extras: tuple[str, ...]
    """What it holds besides the picture, in words."""


THUMBNAIL = "a thumbnail"
TRAILING = "other data behind the picture"

_NAMES = {
    "eXIf": "Exif data",
    "tEXt": "a text",
    "zTXt": "a text",
    "iTXt": "a text",
    "APP1": "Exif or XMP data",
    "APP13": "IPTC data",
    "COM": "a comment",
    "EXIF": "Exif data",
    "XMP ": "XMP data",
    THUMBNAIL: THUMBNAIL,
    TRAILING: TRAILING,
}
"""What stands in parts that can tell of more than the picture shows."""

_PNG = {
    *("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "bKGD", "hIST", "sPLT", "pHYs"),
    *("cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP"),
}
_WEBP = {"VP8 ", "VP8L", "VP8X", "ALPH", "ICCP"}
_JPEG = {0xC0: "SOF", 0xC1: "SOF", 0xC2: "SOF", 0xC4: "DHT", 0xDA: "SOS", 0xDB: "DQT", 0xDD: "DRI"}
"""Parts of which a picture is made: in PNG chunks, in WebP chunks, in JPEG segments."""

_JPEG_COLOUR = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
"""How segments begin that only say how to show the colours; a thumbnail follows in none of them."""

_NEXT_MARKER = re.compile(rb"\xff+([^\x00\xff\xd0-\xd7])")
"""Where the packed picture ends: a marker that is no part of it."""

_Part = tuple[str, bytes]
"""Name and content of a part of a file."""


def picture_data(data: bytes, ending: str) -> PictureData:
    """Return what is known of the picture in `data`; its kind is that of the `ending` of its name.

    Raises `NotAPictureError` when it is of another kind, or not whole.
    """
    parts, needed, size = _KINDS[ending]
    sizes: list[tuple[int, int]] = []
    extras: dict[str, None] = {}
    try:
        for name, content in parts(data):
            if name not in needed:
                extras[_NAMES.get(name, f"the part {name.strip()!r}")] = None
            elif found := size(name, content):
                sizes.append(found)
    except (struct.error, IndexError) as error:
        raise NotAPictureError from error
    if not sizes:
        raise NotAPictureError
    widths, heights = zip(*sizes, strict=True)
    return PictureData(max(widths), max(heights), tuple(extras))


def _png_parts(data: bytes) -> Iterator[_Part]:
    if not data.startswith(b"\x89PNG\r\n\x1a\n"):
        raise NotAPictureError
    at, name = 8, ""
    while name != "IEND":
        length, kind = struct.unpack_from(">I4s", data, at)
        content = data[at + 8 : at + 8 + length]
        if struct.unpack_from(">I", data, at + 8 + length)[0] != zlib.crc32(kind + content):
            raise NotAPictureError
        name = kind.decode("latin-1")
        yield name, content
        at += 12 + length
    if at < len(data):
        yield TRAILING, data[at:]


def _png_size(name: str, content: bytes) -> tuple[int, int] | None:
    return struct.unpack_from(">II", content) if name == "IHDR" else None


def _jpeg_parts(data: bytes) -> Iterator[_Part]:
    if not data.startswith(b"\xff\xd8\xff"):
        raise NotAPictureError
    at = 2
    while found := _NEXT_MARKER.match(data, at):
        marker, at = found[1][0], found.end()
        if marker == 0xD9:  # the end of the picture
            if at < len(data):
                yield TRAILING, data[at:]
            return
        (length,) = struct.unpack_from(">H", data, at)
        content = data[at + 2 : at + length]
        yield _jpeg_name(marker, content), content
        at += length
        if marker == 0xDA:  # the packed picture follows
            end = _NEXT_MARKER.search(data, at)
            at = end.start() if end else len(data)
    raise NotAPictureError


def _jpeg_name(marker: int, content: bytes) -> str:
    if marker in _JPEG_COLOUR and content.startswith(_JPEG_COLOUR[marker]):
        thumbnail = marker == 0xE0 and len(content) > len(b"JFIF\0") + 9
        return THUMBNAIL if thumbnail else "colour"
    if marker in _JPEG:
        return _JPEG[marker]
    return {0xFE: "COM", 0xE1: "APP1", 0xED: "APP13"}.get(marker, f"{marker:X}")


def _jpeg_size(name: str, content: bytes) -> tuple[int, int] | None:
    if name != "SOF":
        return None
    height, width = struct.unpack_from(">HH", content, 1)
    return width, height


def _webp_parts(data: bytes) -> Iterator[_Part]:
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        raise NotAPictureError
    (size,) = struct.unpack_from("<I", data, 4)
    at, end = 12, size + 8
    if end > len(data):
        raise NotAPictureError
    while at < end:
        kind, length = struct.unpack_from("<4sI", data, at)
        yield kind.decode("latin-1"), data[at + 8 : at + 8 + length]
        at += 8 + length + length % 2
    if end < len(data):
        yield TRAILING, data[end:]


def _webp_size(name: str, content: bytes) -> tuple[int, int] | None:
    if name == "VP8X":
        return _three_bytes(content, 4) + 1, _three_bytes(content, 7) + 1
    if name == "VP8 ":
        width, height = struct.unpack_from("<HH", content, 6)
        return width & 0x3FFF, height & 0x3FFF
    if name == "VP8L":
        (bits,) = struct.unpack_from("<I", content, 1)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return None


def _three_bytes(content: bytes, at: int) -> int:
    low, high = struct.unpack_from("<HB", content, at)
    return int(low | high << 16)


_Kind = tuple[
    "Callable[[bytes], Iterator[_Part]]",
    set[str],
    "Callable[[str, bytes], tuple[int, int] | None]",
]
_AS_JPEG: _Kind = _jpeg_parts, {*_JPEG.values(), "colour"}, _jpeg_size
_KINDS: dict[str, _Kind] = {
    ".png": (_png_parts, _PNG, _png_size),
    ".jpg": _AS_JPEG,
    ".jpeg": _AS_JPEG,
    ".webp": (_webp_parts, _WEBP, _webp_size),
}
"""How each kind of picture is read, by the ending of its name."""
