"""What the API of a built site says, as its pages print it: texts without white space."""

from __future__ import annotations

import json
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup

from casebank.completeness import Completeness
from casebank.prose import without_citations
from casebank.provenance import Review
from casebank.rendering import render
from casebank.typography import typographic
from casebank.views.templates import review_in_words, when_in_words
from tests.built_site import FOLDER, HOST

SITE = f"https://{HOST}/{FOLDER}"


class Api:
    """The files of the API in a built site."""

    def __init__(self, site):
        self.folder = site.folder / "api/v1"
        self._read = {}

    def file(self, path):
        """Return a file, parsed: `cases` or `cases/x`."""
        if path not in self._read:
            text = (self.folder / f"{path}.json").read_text(encoding="utf-8")
            self._read[path] = json.loads(text)
        return self._read[path]

    def items(self, name):
        """Return the items of a collection."""
        return self.file(name)["items"]

    def records(self, name):
        """Return the records of a collection, complete."""
        return [self.file(f"{name}/{item['id']}")["item"] for item in self.items(name)]

    def by_id(self, name):
        """Return the items of a collection by id."""
        return {item["id"]: item for item in self.items(name)}

    def terms(self, vocabulary):
        """Return the terms of a vocabulary by id; countries by code."""
        if vocabulary in {"areas", "themes"}:
            return self.by_id(vocabulary)
        if vocabulary == "countries":
            return {item["code"]: item for item in self.items("countries")}
        (found,) = [one for one in self.items("vocabularies") if one["id"] == vocabulary]
        return {term["id"]: term for term in found["terms"]}


def flat(*texts):
    """Return texts as pages print them, without white space."""
    whole = without_citations(typographic(" ".join(text for text in texts if text)))
    return "".join(whole.split())


def address(item):
    """Return the site address of an item's page, with its anchor."""
    parts = urlsplit(item["links"]["page"].removeprefix(SITE))
    return unquote(parts.path) + (f"#{unquote(parts.fragment)}" if parts.fragment else "")


def name(term):
    return term["short"] or term["label"]["en"]


def filled(**values):
    """Return the values that there are, each as a list of flat texts."""
    lists = {key: value if isinstance(value, list) else [value] for key, value in values.items()}
    return {
        key.replace("_", " "): [flat(one) for one in value]
        for key, value in lists.items()
        if value and value[0]
    }


def review(record):
    return review_in_words(Review.model_validate(record["review"]))


def completeness(record):
    known = record["completeness"]
    return Completeness(tuple(known["filled"]), tuple(known["missing"]))


def written(record):
    """Return the sources of a record as pages print them."""
    for source in record["sources"]:
        said = f"{source['title']}. {source['publisher'] or ''}"
        if source["year"]:
            said += f"{', ' if source['publisher'] else ''}{when_in_words(source['year'])}"
        said += "." if source["publisher"] or source["year"] else ""
        unseen = (
            f" Read as “{source['file']}”; no public address known." if not source["url"] else ""
        )
        yield source["id"], source["url"], flat(said, unseen, source["note"] or "")


def rendered(text, folder):
    """Return the words of a Markdown text as a page shows it."""
    html = BeautifulSoup(render(text, folder=folder), "html.parser")
    return "".join(without_citations(html.get_text()).split())
