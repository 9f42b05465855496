"""Check cases/media/: only pictures, each named by the case that its folder is called after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casebank.place import MEDIA
from casebank.problem import Problem, echo

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

MAX_BYTES = 1_000_000
"""A picture of a page needs a third of this."""

_BEGINNINGS: dict[str, tuple[bytes, ...]] = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".webp": (b"RIFF",),
}
"""First bytes of each accepted kind of picture, by the ending of its name."""


def check_pictures(root: Path, named: Mapping[str, frozenset[str]]) -> Iterator[Problem]:
    """Yield every file in cases/media/ that is no picture of a case.

    `named` has the file names that each case lists in `images`, by the id of the case.
    """
    media = root / MEDIA
    for file in sorted(media.rglob("*")) if media.is_dir() else ():
        path = file.relative_to(root).as_posix()
        if file.is_symlink():
            remedy = "Put the picture itself here."
            yield Problem(path, 1, 1, "", "is a symbolic link.", remedy)
        elif file.is_file() and not file.name.startswith("."):
            fault = _fault(file, named.get(file.relative_to(media).parts[0], frozenset()), media)
            if fault:
                yield Problem(path, 1, 1, "", *fault)


def _fault(file: Path, named: frozenset[str], media: Path) -> tuple[str, str] | None:
    """Return message and remedy for a file that is not what a case says it is."""
    beginnings = _BEGINNINGS.get(file.suffix)
    if file.parent.parent != media or file.name not in named:
        return "belongs to no case.", f"Put it into {MEDIA}/<id>/ and list it in 'images' there."
    if beginnings is None:
        return (
            f"{echo(file.suffix)} is no kind of picture.",
            "Save it as PNG, JPEG or WebP, with its ending in small letters.",
        )
    if file.stat().st_size > MAX_BYTES:
        size = file.stat().st_size
        return f"has {size:,} bytes; at most {MAX_BYTES:,} are published.", "Make it smaller."
    start = file.read_bytes()[:12]
    if not start.startswith(beginnings) or (file.suffix == ".webp" and start[8:] != b"WEBP"):
        return f"is not a {file.suffix} picture.", "Save it again from an image program."
    return None
