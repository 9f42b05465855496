"""Links within a finished site: made relative to their page, and known when they lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from casebank.addresses import relative, relink, split

_ID = re.compile(r'\sid="([^"]+)"')
_OWN_ANCHOR = re.compile(r'<a\b[^>]*?\shref="#([^"]+)"')
"""A link to a place on the same page."""


class SiteLinks:
    """The links of all pages. Show it each page, then ask what is wrong."""

    def __init__(self, addresses: Collection[str]) -> None:
        """`addresses` are those of all files of the site."""
        self._addresses = frozenset(addresses)
        self._anchors: dict[str, frozenset[str]] = {}
        self._targets: list[tuple[str, str]] = []

    def relinked(self, html: str, page: str, source: str) -> str:
        """Return the HTML of the page at an address with relative links, and note them.

        `source` is the file of the page, which faults name.
        """
        self._anchors[page] = frozenset(_ID.findall(html))
        self._targets += ((source, f"{page}#{anchor}") for anchor in _OWN_ANCHOR.findall(html))

        def link(target: str) -> str:
            self._targets.append((source, target))
            return relative(target, page)

        return relink(html, link)

    def faults(self) -> Iterator[str]:
        """Yield a sentence for each link to a page or an anchor that is not there."""
        for source, target in self._targets:
            place, anchor = split(target)[0], target.partition("#")[2]
            if place not in self._addresses:
                yield f"{source}: the address {target} is no page of the site."
            elif anchor and place in self._anchors and anchor not in self._anchors[place]:
                yield f"{source}: {place} has no anchor #{anchor}."
