"""What tests ask of a feed: the rules of RFC 4287 and of JSON Feed 1.1, as far as we use them."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

ATOM = "{http://www.w3.org/2005/Atom}"

ONCE = {"id", "title", "updated"}
"""Elements that a feed and each entry have exactly once. Source: RFC 4287, 4.1.1 and 4.1.2."""

AT_MOST_ONCE = {
    "feed": {"generator", "icon", "logo", "rights", "subtitle"},
    "entry": {"content", "published", "rights", "source", "summary"},
}
REPEATED = {"feed": {"author", "category", "contributor", "link", "entry"}}
REPEATED["entry"] = REPEATED["feed"] - {"entry"}

MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
"""A moment in UTC as RFC 3339 writes it; Atom wants the letters as capitals."""

MEDIA_TYPE = re.compile(r"[a-z]+/[a-z0-9.+-]+")

LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def assert_valid_atom(content: bytes) -> ET.Element:
    """Assert what RFC 4287 asks of a feed, and return its root."""
    feed = ET.fromstring(content)  # noqa: S314 (our own file)
    assert feed.tag == f"{ATOM}feed"
    _assert_children(feed, "feed")
    own = [link.get("href") for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"]
    assert len(own) == 1, "a feed has one link to itself"
    for entry in feed.findall(f"{ATOM}entry"):
        _assert_children(entry, "entry")
        kinds = {link.get("rel") for link in entry.findall(f"{ATOM}link")}
        assert "alternate" in kinds
    _assert_once([_text(entry, "id") for entry in feed.findall(f"{ATOM}entry")])
    assert feed.find(f"{ATOM}author") is not None
    return feed


def assert_valid_json_feed(content: str | bytes) -> dict[str, Any]:
    """Assert what JSON Feed 1.1 asks of a feed, and return its data."""
    feed: dict[str, Any] = json.loads(content)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert isinstance(feed["items"], list)
    _assert_members(feed, FEED_MEMBERS)
    for item in feed["items"]:
        _assert_members(item, ITEM_MEMBERS)
        assert item["id"]
        assert item.get("content_html") or item.get("content_text")
    _assert_once([item["id"] for item in feed["items"]])
    return feed


def assert_moment(text: str) -> None:
    """Assert that a text is a moment of the calendar as RFC 3339 writes it."""
    assert MOMENT.fullmatch(text), text
    datetime.fromisoformat(text)


def assert_full_address(text: str) -> None:
    """Assert that a text is a web address that leads somewhere from anywhere."""
    parts = urlsplit(text)
    assert parts.scheme in {"http", "https"}, text
    assert parts.netloc, text
    assert not re.search(r"[\s<>\"{}|\\^`]", text), text


def _assert_children(element: ET.Element, kind: str) -> None:
    names = Counter(child.tag.removeprefix(ATOM) for child in element)
    assert {name: names[name] for name in ONCE} == dict.fromkeys(ONCE, 1)
    assert set(names) <= ONCE | AT_MOST_ONCE[kind] | REPEATED[kind]
    assert [name for name in AT_MOST_ONCE[kind] if names[name] > 1] == []
    assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", _text(element, "id"))
    for name in ("updated", "published"):
        if names[name]:
            assert_moment(_text(element, name))
    for author in element.findall(f"{ATOM}author"):
        assert [child.tag for child in author] == [f"{ATOM}name"]
        assert _text(author, "name").strip()
    for category in element.findall(f"{ATOM}category"):
        assert category.get("term")
        assert_full_address(category.get("scheme", ""))
    for text in element.iter():
        assert text.get("type") != "html" or not list(text), "HTML in Atom is escaped"
    _assert_links(element.findall(f"{ATOM}link"))


def _assert_links(links: list[ET.Element]) -> None:
    for link in links:
        assert_full_address(link.get("href", ""))
        assert MEDIA_TYPE.fullmatch(link.get("type", "text/html"))
        assert LANGUAGE.fullmatch(link.get("hreflang", "en"))
    alternates = [link for link in links if link.get("rel") == "alternate"]
    _assert_once([f"{link.get('type')} {link.get('hreflang')}" for link in alternates])


def _assert_once(values: list[str]) -> None:
    assert [value for value, count in Counter(values).items() if count > 1] == []


def _text(element: ET.Element, name: str) -> str:
    return element.findtext(f"{ATOM}{name}") or ""


def _assert_text(value: object) -> None:
    assert isinstance(value, str)
    assert value


def _assert_authors(value: object) -> None:
    assert isinstance(value, list)
    for author in value:
        assert set(author) & {"name", "url", "avatar"}, author


def _assert_tags(value: object) -> None:
    assert isinstance(value, list)
    assert all(isinstance(tag, str) for tag in value)


def _assert_language(value: str) -> None:
    assert LANGUAGE.fullmatch(value)


FEED_MEMBERS: dict[str, Any] = {
    "version": assert_full_address,
    "title": _assert_text,
    "home_page_url": assert_full_address,
    "feed_url": assert_full_address,
    "description": _assert_text,
    "authors": _assert_authors,
    "language": _assert_language,
    "items": list,
}
"""How each member of a feed is looked at. Source: JSON Feed 1.1, "Top-level"."""

ITEM_MEMBERS: dict[str, Any] = {
    "id": _assert_text,
    "url": assert_full_address,
    "external_url": assert_full_address,
    "title": _assert_text,
    "content_html": _assert_text,
    "content_text": _assert_text,
    "summary": _assert_text,
    "date_published": assert_moment,
    "date_modified": assert_moment,
    "authors": _assert_authors,
    "tags": _assert_tags,
    "language": _assert_language,
}
"""The same of an item. Source: JSON Feed 1.1, "Items"."""


def _assert_members(data: dict[str, Any], members: dict[str, Any]) -> None:
    """Names of an extension begin with an underscore and a letter."""
    for name, value in data.items():
        if re.match(r"_[A-Za-z]", name):
            assert isinstance(value, dict)
        else:
            members[name](value)
