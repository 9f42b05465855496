"""A deposit says what the book says of itself, and nothing else."""

from __future__ import annotations

import json
from datetime import date

from casebank.about import NOTHING_SAID, About
from casebank.deposit import deposit_metadata, readme
from casebank.publication import Publication

ABOUT = About(
    title='Book & "more"',
    abstract="First <b>line</b>.\n\nSecond “line” 🎭.",
    version="1.2",
    released="2026-11-30",
    authors=("Editors", "Łódź"),
    licences=("CC-BY-4.0", "MIT"),
    keywords=("towns",),
)
HERE = Publication("book", "https://book.example/x/")
DAY = date(2026, 12, 1)


def test_it_has_what_a_repository_asks_for():
    metadata = json.loads(deposit_metadata(ABOUT, HERE, DAY))

    assert metadata == {
        "title": 'Book & "more"',
        "upload_type": "dataset",
        "description": "<p>First &lt;b&gt;line&lt;/b&gt;.</p><p>Second “line” 🎭.</p>",
        "creators": [{"name": "Editors"}, {"name": "Łódź"}],
        "version": "1.2",
        "publication_date": "2026-12-01",
        "access_right": "open",
        "license": "cc-by-4.0",
        "notes": "Licences, of texts and data first: CC-BY-4.0, MIT.",
        "keywords": ["towns"],
        "language": "eng",
        "related_identifiers": [
            {
                "identifier": "https://book.example/x/",
                "relation": "isVariantFormOf",
                "scheme": "url",
            }
        ],
    }


def test_nothing_is_made_up_for_a_book_that_says_nothing():
    metadata = json.loads(deposit_metadata(NOTHING_SAID, HERE, DAY))

    assert not {"license", "version", "creators", "keywords", "notes"} & set(metadata)


def test_the_readme_names_the_book_its_day_and_its_address():
    text = readme(ABOUT, HERE, DAY)

    assert text.startswith('Book & "more" 1.2, 2026-12-01\n' + 29 * "=" + "\n")
    assert "published at https://book.example/x/\n" in text
    assert "CC-BY-4.0, MIT (texts and data first, then software)." in text
