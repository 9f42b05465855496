"""A feed as Atom.

Source: RFC 4287, The Atom Syndication Format.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from casebank.publication import LANGUAGE

if TYPE_CHECKING:
    from casebank.feed import Entry, Feed

NAMESPACE = "http://www.w3.org/2005/Atom"

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML can hold, not even escaped. Source: XML 1.0, section 2.2.

The check refuses such characters in content; this keeps a feed readable even so.
"""


def atom(feed: Feed) -> bytes:
    """Return the feed as an Atom document, in UTF-8."""
    root = Element("feed", {"xmlns": NAMESPACE, "xml:lang": LANGUAGE})
    _text(root, "id", feed.id)
    _text(root, "title", feed.title)
    _text(root, "subtitle", feed.subtitle)
    _text(root, "updated", feed.updated)
    _person(root, feed.author)
    if feed.rights:
        _text(root, "rights", feed.rights)
    _link(root, "self", feed.atom, "application/atom+xml")
    _link(root, "alternate", feed.page, "text/html")
    _link(root, "alternate", feed.json, "application/feed+json")
    _link(root, "related", feed.record, "application/json")
    for entry in feed.entries:
        _entry(SubElement(root, "entry"), entry)
    indent(root, " ")
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _entry(element: Element, entry: Entry) -> None:
    _text(element, "id", entry.id)
    _text(element, "title", entry.title)
    _text(element, "updated", entry.updated)
    if entry.published:
        _text(element, "published", entry.published)
    for name in entry.authors:
        _person(element, name)
    _link(element, "alternate", entry.page, "text/html")
    _link(element, "related", entry.record, "application/json")
    if entry.original:
        _link(element, "via", entry.original, hreflang=entry.language)
    for category in entry.categories:
        values = {"term": category.term, "scheme": category.scheme, "label": category.label}
        SubElement(element, "category", {name: _xml(value) for name, value in values.items()})
    _text(element, "rights", entry.rights)
    _text(element, "summary", entry.summary)
    _text(element, "content", entry.content, type="html")


def _text(parent: Element, name: str, text: str, **attributes: str) -> None:
    SubElement(parent, name, attributes).text = _xml(text)


def _person(parent: Element, name: str) -> None:
    _text(SubElement(parent, "author"), "name", name)


def _link(
    parent: Element, rel: str, address: str, media_type: str = "", hreflang: str = ""
) -> None:
    known = {"rel": rel, "type": media_type, "hreflang": hreflang, "href": _xml(address)}
    SubElement(parent, "link", {name: value for name, value in known.items() if value})


def _xml(text: str) -> str:
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", text)
