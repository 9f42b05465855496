"""What a repository and a reader are told of a release: metadata for the deposit, and a README.

Source of the metadata: https://developers.zenodo.org/#representation (deposit metadata).
"""

from __future__ import annotations

import json
from html import escape
from importlib.metadata import version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from casebank.about import About
    from casebank.publication import Publication

LANGUAGE = "eng"
"""The language of the pages once more, in ISO 639-2 as Zenodo asks."""


def bag_info(about: About, publication: Publication) -> dict[str, str]:
    """Return what bag-info.txt says of the book. Source: RFC 8493, section 2.2.2."""
    return {
        "Source-Organization": "; ".join(about.authors),
        "External-Description": f"{about.title} {about.version}",
        "External-Identifier": publication.url("/"),
        "Bag-Software-Agent": f"casebank {version('casebank')}",
    }


def bag_tags(about: About, publication: Publication, day: date) -> dict[str, str]:
    """Return the texts that lie beside the files of the release, by their names."""
    return {
        "README.txt": readme(about, publication, day),
        "zenodo.json": deposit_metadata(about, publication, day),
    }


def deposit_metadata(about: About, publication: Publication, day: date) -> str:
    """Return the metadata of a deposit as JSON, without what the book does not say of itself."""
    description = "".join(f"<p>{escape(text)}</p>" for text in about.abstract.split("\n") if text)
    licences = ", ".join(about.licences)
    metadata = {
        "title": about.title,
        "upload_type": "dataset",
        "description": description or f"<p>{escape(about.title)}</p>",
        "creators": [{"name": name} for name in about.authors],
        "version": about.version,
        "publication_date": day.isoformat(),
        "access_right": "open",
        "license": about.licences[0].lower() if about.licences else "",
        "notes": f"Licences, of texts and data first: {licences}." if about.licences else "",
        "keywords": list(about.keywords),
        "language": LANGUAGE,
        "related_identifiers": [
            {"identifier": publication.url("/"), "relation": "isVariantFormOf", "scheme": "url"}
        ],
    }
    said = {name: value for name, value in metadata.items() if value}
    return json.dumps(said, indent=2, ensure_ascii=False) + "\n"


def readme(about: About, publication: Publication, day: date) -> str:
    """Return what the archive holds, for somebody who opens it in many years."""
    return _README.format(
        title=about.title,
        version=about.version,
        day=day,
        url=publication.url("/"),
        licences=", ".join(about.licences) or "see data/source/LICENSES",
        heading="=" * len(f"{about.title} {about.version}, {day}"),
    )


_README = """\
{title} {version}, {day}
{heading}

The whole book as it was on that day. It was published at {url}

What is in it
-------------

data/plain/   Every page as plain Markdown, with links between the files; every table as CSV,
              everything as JSON in api/, and all documents to print. Needs no software but a
              text editor. Begin with data/plain/index.md.
data/site/    The website as it was online.
data/source/  The files that people wrote, from which all of this was made: one file for each
              case and tool, and the vocabularies. With them the program that makes the rest.
zenodo.json   The description of this archive, as the repository Zenodo takes it.

How to read the website without a server
----------------------------------------

Open data/site/index.html in a browser. A link leads to a folder: open the file index.html in it.
Documents to print lie in data/site/downloads/. Search, filters and planner need a server, since
browsers run no such scripts from a disk. Any will do; with Python:

    python3 -m http.server --directory data/site

Then open http://localhost:8000/ in the browser.

How to check that nothing was lost or changed
---------------------------------------------

This is a bag after BagIt (RFC 8493). manifest-sha256.txt has the checksum of every file:

    sha256sum --check manifest-sha256.txt

Licences
--------

{licences} (texts and data first, then software).
What is quoted or cited has rights of its own, which each page tells.
"""
