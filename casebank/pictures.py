"""Check cases/media/: only pictures, each named by the case that its folder is called after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casebank.picture_data import NotAPictureError, picture_data
from casebank.place import MEDIA
from casebank.problem import Problem, echo
from casebank.records import TAKEN_BY_WINDOWS
from casebank.rule import FILE_NAME

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from casebank.case import Case

MAX_BYTES = 1_000_000
"""A picture of a page needs a third of this."""

MAX_SIDE = 4_000
"""Pixels; a file of few bytes can unfold to a picture that fills a reader's memory."""

ENDINGS = (".png", ".jpg", ".jpeg", ".webp")
"""Accepted kinds of pictures."""


def check_pictures(root: Path, named: Mapping[str, frozenset[str]]) -> Iterator[Problem]:
    """Yield every file in cases/media/ that is no picture of a case.

    `named` has the file names that each case lists in `images`, by the id of the case.
    """
    media = root / MEDIA
    seen: dict[str, str] = {}
    for file in sorted(media.rglob("*")) if media.is_dir() else ():
        path = file.relative_to(root).as_posix()
        if file.is_symlink():
            remedy = "Put the picture itself here."
            yield Problem(path, 1, 1, "", "is a symbolic link.", remedy)
        elif file.is_file() and not file.name.startswith("."):
            first = seen.setdefault(path.casefold(), file.name)
            if first != file.name:
                message = f"differs from {echo(first)} by small and capital letters only."
                remedy = "Give it another name: some computers take the two for one file."
                yield Problem(path, 1, 1, "", message, remedy)
            fault = _wrong_name(file, named, media) or _wrong_content(file)
            if fault:
                yield Problem(path, 1, 1, "", *fault)


def _wrong_name(
    file: Path, named: Mapping[str, frozenset[str]], media: Path
) -> tuple[str, str] | None:
    """Return message and remedy for a file that cannot be the picture of a case."""
    if file.parent.parent != media or file.name not in named.get(file.parent.name, ()):
        return "belongs to no case.", f"Put it into {MEDIA}/<id>/ and list it in 'images' there."
    if file.suffix not in ENDINGS:
        return (
            f"{echo(file.suffix)} is no kind of picture.",
            "Save it as PNG, JPEG or WebP, with its ending in small letters.",
        )
    if file.name.partition(".")[0].lower() in TAKEN_BY_WINDOWS:
        return "has a name that Windows keeps for itself.", "Give it another name."
    return None


def _wrong_content(file: Path) -> tuple[str, str] | None:
    """Return message and remedy for a file that is no picture, or more than one."""
    size = file.stat().st_size
    if size > MAX_BYTES:
        return f"has {size:,} bytes; at most {MAX_BYTES:,} are published.", "Make it smaller."
    try:
        picture = picture_data(file.read_bytes(), file.suffix)
    except NotAPictureError:
        return f"is not a {file.suffix} picture.", "Save it again from an image program."
    if max(picture.width, picture.height) > MAX_SIDE:
        measured = f"is {picture.width:,} by {picture.height:,} pixels large"
        return f"{measured}; at most {MAX_SIDE:,} on a side are published.", "Make it smaller."
    if picture.extras:
        return (
            f"holds {', '.join(picture.extras)}, which could tell where and by whom it was taken.",
            "Export it again from an image program, without metadata such as Exif, XMP, comments.",
        )
    return None


def pictures_of(cases: Iterable[Case]) -> Iterator[str]:
    """Yield the paths of the pictures of `cases`, relative to the repository."""
    return (image.path_in(case.id) for case in cases for image in case.images)


def publishable(root: Path, paths: Iterable[str]) -> Iterator[str]:
    """Yield those `paths` at which a picture itself lies.

    All do, since the check refuses any other. But what is copied here is published, so a link or a
    path that leads out of its folder is left alone even if it got past the check.
    """
    for path in paths:
        file = root.resolve() / path
        in_place = file.is_file() and file.resolve() == file
        if in_place and FILE_NAME.fits(file.name) and file.suffix in ENDINGS:
            yield path
