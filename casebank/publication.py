"""Where, under which name and in which language a book is published."""

from __future__ import annotations

from dataclasses import dataclass

SITE_NAME = "ekip casebook"
"""The public name of the book; `site_name` in mkdocs.yml says the same."""


LANGUAGE = "en"
"""In which the texts of the book are written, whatever the language of a case's source."""


@dataclass(frozen=True)
class Publication:
    """A book's name and its address."""

    name: str
    """As it stands on covers: "ekip casebook"."""

    site: str
    """Address of the published site, with or without a slash at its end."""

    def url(self, address: str) -> str:
        """Return the full address of a site address such as `/cases/x/#SE-1`."""
        return self.site.rstrip("/") + address


UNPUBLISHED = Publication(SITE_NAME, "https://casebook.example/")
"""For a book that has no address yet; `site_url` in mkdocs.yml says the same."""
