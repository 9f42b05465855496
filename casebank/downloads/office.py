"""What office files need to be the same bytes at every build: one date on all of their parts."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from casebank.day import NO_DAY, moment


def undated(content: bytes) -> bytes:
    """Return an office file with one fixed date on all of its parts, which keep their order."""
    written = BytesIO()
    with ZipFile(BytesIO(content)) as read, ZipFile(written, "w", ZIP_DEFLATED) as write:
        for part in read.infolist():
            entry = ZipInfo(part.filename, moment(NO_DAY).timetuple()[:6])
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            write.writestr(entry, read.read(part))
    return written.getvalue()
