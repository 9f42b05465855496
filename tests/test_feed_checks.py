"""The checks of feeds refuse what they are there to refuse."""

from __future__ import annotations

import pytest

from casebank.exports.feeds import feed_files
from casebank.publication import UNPUBLISHED
from tests.feed_checks import assert_valid_atom, assert_valid_json_feed


@pytest.fixture
def files(make_book, make_case):
    """The texts of a feed with one entry, by form."""
    book = make_book(make_case("a", held="2024-05-06"))
    return {
        output.path.rpartition(".")[2]: output.data.decode()
        for output in feed_files(book, UNPUBLISHED)
        if output.path.startswith("feeds/cases.")
    }


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<title>Case a</title>", ""),
        ("<title>Case a</title>", "<title>Case a</title><title>Case b</title>"),
        ("<title>Case a</title>", "<title>Case a</title><guid>a</guid>"),
        ("<id>urn:uuid:", "<id>/cases/"),
        ("2024-05-06T00:00:00Z", "2024-05-06"),
        ("2024-05-06T00:00:00Z", "2024-05-06 00:00:00Z"),
        ("2024-05-06T00:00:00Z", "2024-13-06T00:00:00Z"),
        ('rel="self"', 'rel="next"'),
        ('href="https://casebook.example/cases/a/"', 'href="/cases/a/"'),
        ('scheme="https://casebook.example/areas/"', ""),
        ('rel="related" type="application/json"', 'rel="alternate" type="text/html"'),
        ("<name>Testville</name>", "<name> </name>"),
        ("&lt;p&gt;", "<p>A</p>"),
        ("</feed>", ""),
    ],
)
def test_a_faulty_atom_feed_is_refused(files, old, new):
    assert_valid_atom(files["atom"].encode())
    assert old in files["atom"]

    with pytest.raises((AssertionError, SyntaxError, ValueError)):
        assert_valid_atom(files["atom"].replace(old, new).encode())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("jsonfeed.org/version/1.1", "jsonfeed.org/version/9"),
        ('"items": [', '"item": ['),
        ('"id": "urn:uuid:', '"identifier": "urn:uuid:'),
        ('"content_html": "', '"text": "'),
        ('"url": "https://casebook.example', '"url": "'),
        ('"date_modified": "2024-05-06T00:00:00Z"', '"date_modified": "2024-05-06"'),
        ('"name": "Testville"', '"title": "Testville"'),
        ('"Crafts"', "1"),
        ('"language": "en"', '"language": "English"'),
        ('"_casebook": {', '"casebook": {'),
    ],
)
def test_a_faulty_json_feed_is_refused(files, old, new):
    assert_valid_json_feed(files["json"])
    assert old in files["json"]

    with pytest.raises((AssertionError, KeyError, ValueError)):
        assert_valid_json_feed(files["json"].replace(old, new))
