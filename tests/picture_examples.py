"""Small pictures as an image program saves them, for tests that need a file that is one."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from PIL import Image

FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP"}
"""Names of the accepted kinds in Pillow, by the endings of their files."""

GPS = 0x8825
"""The tag of Exif under which a camera writes its place."""


def picture(
    ending: str, size: tuple[int, int] = (8, 5), mode: str = "RGB", **options: Any
) -> bytes:
    """Return a picture of one colour as Pillow saves it with these options."""
    file = BytesIO()
    Image.new(mode, size, "teal").save(file, FORMATS[ending], **options)
    return file.getvalue()


def exif() -> Image.Exif:
    """Return what a camera notes of a picture that was taken in Košice."""
    data = Image.Exif()
    data[GPS] = {1: "N", 2: (48.0, 43.0, 12.0), 3: "E", 4: (21.0, 15.0, 29.0)}
    return data
