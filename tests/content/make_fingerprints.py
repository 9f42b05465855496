r"""Turn texts that may not be published into fingerprints that tests can compare with ours.

The documents behind the two full cases carry no licence, so they are not in this repository, and
neither are the names of the persons whom they list. Whoever has the documents makes the files in
`fingerprints/` anew with

    python tests/content/make_fingerprints.py \
        saint-etienne-report=REPORT.txt saint-etienne-web-page=PAGE.txt amiens-report=REVIEW.txt
    python tests/content/make_fingerprints.py --persons NAMES.txt

The first writes one file a document, with a fingerprint of every run of eight words. The second
takes one name a line, first name before last name, without the two people whom a case may name; it
writes `persons.txt`, with a fingerprint of each name in both orders.

A fingerprint is a BLAKE2 hash cut down to twelve hexadecimal digits, far too short to hold the
words themselves and long enough that two different runs hardly ever share one. Whoever guesses a
name can check the guess, as with every hash: the file keeps names out of print and out of searches.
"""

from __future__ import annotations

import argparse
import re
import unicodedata
from hashlib import blake2b
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FINGERPRINTS = Path(__file__).parent / "fingerprints"

RUN_LENGTH = 8
"""Words in a run: long enough for a coincidence to be rare, shorter than nearly any sentence."""

_NOT_PROSE = re.compile(r"\[\^[\w-]+\]|\]\([^)]*\)|<[^>]+>")
"""Citation marks, targets of links and tags stand between words without being words."""


def words(text: str) -> tuple[str, ...]:
    """Return the words of `text` without case, accents, punctuation and markup."""
    folded = unicodedata.normalize("NFKD", _NOT_PROSE.sub(" ", text).casefold())
    plain = "".join(char for char in folded if not unicodedata.combining(char))
    return tuple(re.findall(r"[^\W_]+", plain))


def runs(text: str, length: int = RUN_LENGTH) -> Iterator[tuple[str, ...]]:
    """Yield every run of `length` words that follow each other."""
    found = words(text)
    return (found[start : start + length] for start in range(len(found) - length + 1))


def fingerprint(run: tuple[str, ...]) -> str:
    """Return the short hash of some words."""
    return blake2b(" ".join(run).encode(), digest_size=6).hexdigest()


def name_fingerprints(name: str) -> Iterator[str]:
    """Yield the fingerprints of a name as spoken and as in a list, last name first."""
    parts = words(name)
    yield fingerprint(parts)
    yield fingerprint((parts[-1], *parts[:-1]))
    # Somebody called Jo-Ann Doe may appear as Ann Doe.
    yield from (fingerprint(pair) for pair in list(pairwise(parts))[-1:])


def read(name: str) -> frozenset[str]:
    """Return the fingerprints in a file that this script wrote."""
    return frozenset((FINGERPRINTS / f"{name}.txt").read_text(encoding="ascii").split())


def _write(name: str, fingerprints: Iterable[str]) -> None:
    lines = sorted(set(fingerprints))
    file = FINGERPRINTS / f"{name}.txt"
    file.write_text("\n".join(lines) + "\n", encoding="ascii")


def main() -> None:
    """Write what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("texts", nargs="*", metavar="NAME=FILE", help="name and text of a document")
    parser.add_argument("--persons", type=Path, metavar="FILE", help="one name a line")
    arguments = parser.parse_args()
    FINGERPRINTS.mkdir(exist_ok=True)
    for text in arguments.texts:
        name, _, file = text.partition("=")
        _write(name, map(fingerprint, runs(Path(file).read_text(encoding="utf-8"))))
    if arguments.persons:
        names = arguments.persons.read_text(encoding="utf-8").splitlines()
        _write("persons", (one for name in names if name for one in name_fingerprints(name)))


if __name__ == "__main__":
    main()
