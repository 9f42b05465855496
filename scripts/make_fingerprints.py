r"""Turn documents that may not be published into fingerprints that the check compares texts with.

The documents behind the two full cases carry no licence, so they are not in this repository.
Whoever has one makes its file in `fingerprints/` anew from its text:

    .venv/bin/python scripts/make_fingerprints.py saint-etienne-report=REPORT.txt

Each argument writes one file, with a fingerprint of every run of eight words.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from casebank.fingerprints import FOLDER, fingerprint, runs


def main() -> None:
    """Write what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("texts", nargs="+", metavar="NAME=FILE", help="name and text of a document")
    for text in parser.parse_args().texts:
        name, _, file = text.partition("=")
        marks = sorted(set(map(fingerprint, runs(Path(file).read_text(encoding="utf-8")))))
        (Path(FOLDER) / f"{name}.txt").write_text("\n".join(marks) + "\n", encoding="ascii")


if __name__ == "__main__":
    main()
