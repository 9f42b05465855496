"""Turn names of people into fingerprints, so that a test knows them and nobody can read them here.

The sources list people who took part, and nobody asked them. Whoever has the lists makes
`persons.txt` anew with

    .venv/bin/python tests/content/persons.py NAMES.txt

from one name a line, first name before last name, without the two people whom a case may name. It
holds a fingerprint of each name in both orders. Whoever guesses a name can check the guess, as with
every hash: the file keeps names out of print and out of searches. For the same reason `casebank
check` does not compare texts with it: its answer would confirm a name in a public log.
"""

from __future__ import annotations

import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from casebank.fingerprints import fingerprint, words

if TYPE_CHECKING:
    from collections.abc import Iterator

PERSONS = Path(__file__).parent / "persons.txt"


def name_fingerprints(name: str) -> Iterator[str]:
    """Yield the fingerprints of a name as spoken and as in a list, last name first."""
    parts = words(name)
    yield fingerprint(parts)
    yield fingerprint((parts[-1], *parts[:-1]))
    # Somebody called Jo-Ann Doe may appear as Ann Doe.
    yield from (fingerprint(pair) for pair in list(pairwise(parts))[-1:])


def persons() -> frozenset[str]:
    """Return the fingerprints of all names."""
    return frozenset(PERSONS.read_text(encoding="ascii").split())


def main() -> None:
    """Write the file from the list that the command line names."""
    names = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    marks = {mark for name in names if name for mark in name_fingerprints(name)}
    PERSONS.write_text("\n".join(sorted(marks)) + "\n", encoding="ascii")


if __name__ == "__main__":
    main()
