"""A feed as JSON Feed.

Source: JSON Feed version 1.1, https://www.jsonfeed.org/version/1.1/
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from casebank.publication import LANGUAGE

if TYPE_CHECKING:
    from casebank.feed import Entry, Feed

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed: Feed) -> str:
    """Return the feed as the text of a JSON Feed."""
    data = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": feed.json,
        "description": feed.subtitle,
        "authors": [{"name": feed.author}],
        "language": LANGUAGE,
        "_casebook": _filled({"id": feed.id, "record": feed.record, "rights": feed.rights}),
        "items": [_item(entry) for entry in feed.entries],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _item(entry: Entry) -> dict[str, Any]:
    """Return an entry; what JSON Feed has no word for stands in an extension of ours."""
    fields = {
        "id": entry.id,
        "url": entry.page,
        "external_url": entry.original,
        "title": entry.title,
        "summary": entry.summary,
        "content_html": entry.content,
        "date_published": entry.published,
        "date_modified": entry.updated,
        "authors": [{"name": name} for name in entry.authors],
        "tags": [category.label for category in entry.categories],
        "language": LANGUAGE,
        "_casebook": {"record": entry.record, "rights": entry.rights},
    }
    return _filled(fields)


def _filled(fields: dict[str, Any]) -> dict[str, Any]:
    """Return the fields that have a value; nothing is said of what is not known."""
    return {name: value for name, value in fields.items() if value}
