"""Site addresses: how views name pages, and how links are made to fit the place of a page."""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_LINK = re.compile(r"""(<(?:a|img|link|form)\b[^>]*?\s(?:href|src|action)=")(/(?!/)[^"]*)(")""")
"""A site address in a start tag. Views and the sanitiser write double quotes only."""


def address(path: str) -> str:
    """Return where the Markdown file `path` is published: `cases/x.md` at `/cases/x/`."""
    stem = path.removesuffix(".md")
    if posixpath.basename(stem) == "index":
        stem = posixpath.dirname(stem)
    return f"/{stem}/" if stem else "/"


def relink(html: str, new_target: Callable[[str], str]) -> str:
    """Return `html` with `new_target(address)` in the place of each site address in a link."""
    return _LINK.sub(lambda match: match[1] + new_target(match[2]) + match[3], html)


@lru_cache(maxsize=10_000)  # every page has the links of its menu, and many those of its themes
def relative(target: str, page: str) -> str:
    """Return the link from the page at the address `page` to `target`, with its anchor."""
    location, rest = split(target)
    if location == page:
        return rest or "./"
    link = posixpath.relpath(location, page)
    return f"{link}/{rest}" if location.endswith("/") else f"{link}{rest}"


def split(target: str) -> tuple[str, str]:
    """Return the page that an address names, and what follows it: query and anchor."""
    location = re.split(r"[?#]", target, maxsplit=1)[0]
    return location, target.removeprefix(location)


def card_path(page: str) -> str:
    """Return the path of the picture card of a page, which is shown where its link is shared."""
    return f"assets/cards/{page.strip('/') or 'site'}.png"


def api_address(*names: str) -> str:
    """Return where a file of the API is published: `api_address("cases", "x")`."""
    return f"/api/v1/{'/'.join(names)}.json"


def feed_address(form: str, *names: str) -> str:
    """Return where a feed is published: `feed_address("atom", "areas", "crafts")`."""
    return f"/feeds/{'/'.join(names)}.{form}"


def citation_address(page: str, form: str, name: str = "citation") -> str:
    """Return where the citation of a page is published: `citation_address("/cases/x/", "bib")`.

    With the name `asks` it is where those of the asks of a case are.
    """
    return f"{page}{name}.{form}"


def web_address(address: str) -> str:
    """Return an address that somebody gave, or nothing if it could be a script.

    The check refuses such an address; this makes it harmless even so.
    """
    return address if address.startswith(("https://", "http://")) else ""
