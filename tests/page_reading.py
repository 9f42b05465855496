"""What the pages of cases, tools, terms and lists say, read from their HTML as plain data.

Texts come without white space, citations and links to sections, so that two ways to set them are
equal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.built_site import resolved

if TYPE_CHECKING:
    from bs4.element import Tag


def words(element: Tag | None) -> str:
    """Return the words of an element in one piece."""
    if element is None:
        return ""
    beside = {id(one) for one in element.select("sup.cite, .headerlink, .visually-hidden")}
    texts = (
        text
        for text in element.find_all(string=True)
        if not beside or not any(id(parent) in beside for parent in text.parents)
    )
    return "".join("".join(texts).split())


def targets(element: Tag | None, address: str) -> list[str]:
    """Return where the links in an element of the page at `address` lead."""
    return [resolved(str(a["href"]), address) for a in element.select("a[href]")] if element else []


def section(page: Tag, id_: str) -> list[Tag]:
    """Return what stands between a heading and the next of its level."""
    heading = page.find("h2", id=id_)
    found = []
    for one in heading.find_next_siblings() if heading else ():
        if one.name in {"h2", "nav"}:
            break
        found.append(one)
    return found


def facts(page: Tag) -> dict[str, list[str]]:
    """Return the box of facts: all values of each name."""
    found: dict[str, list[str]] = {}
    name = ""
    for one in page.select(".facts > dl > *"):
        if one.name == "dt":
            name = one.get_text()
            found[name] = []
        else:
            found[name].append(words(one))
    return found


def head(page: Tag) -> dict[str, Any]:
    """Return what the top of a record says."""
    button = page.select_one(".facts .btn--full")
    return {
        "title": words(page.select_one("h1")),
        "summary": words(page.select_one(".page-head .summary")),
        "facts": facts(page),
        "original": button["href"] if button else None,
    }


def bodies(page: Tag) -> dict[str, str]:
    """Return the text of each section that is a body, by the anchor of its heading."""
    found = {}
    for heading in page.select("#content h2[id]"):
        following = heading.find_next_sibling()
        if following and following.get("class") == ["prose"]:
            found[heading["id"]] = words(following)
    return found


def asks(page: Tag, address: str) -> dict[str, dict[str, Any]]:
    """Return what stands at the anchor of each ask of a case."""
    found = {}
    for one in page.select(".ask[id]"):
        foot = one.select_one(".ask__foot")
        similar = foot.select_one(".similar")
        own = [part for part in one.find_all(["h3", "h4", "p", "li"]) if foot not in part.parents]
        found[one["id"]] = {
            "said": [words(part) for part in own],
            "themes": targets(foot.select_one("[aria-label=Themes]"), address),
            "support": [words(chip) for chip in foot.select(".chip--support")],
            "similar": words(similar.summary) if similar else "",
            "alike": [
                link for link in targets(similar, address) if not link.startswith("/themes/")
            ],
        }
    return found


def portfolios(page: Tag) -> list[dict[str, Any]]:
    """Return the portfolios of a case without their asks."""
    return [
        {
            "id": one["id"],
            "title": words(one.h3),
            "said": [words(part) for part in one.find_all("p", recursive=False)[:-1]],
            "meta": {words(row.dt): words(row.dd) for row in one.select("dl.meta > div")},
        }
        for one in page.select(".portfolio")
    ]


def sources(page: Tag) -> list[tuple[str, str | None, str]]:
    """Return id, address and words of each source."""
    return [
        (
            one["id"].removeprefix("source-"),
            one.a["href"] if one.a and one.a.get("rel") == ["noopener"] else None,
            words(one),
        )
        for one in page.select("ol.sources > li")
    ]


def pairs(elements: list[Tag]) -> list[tuple[str, str]]:
    """Return the rows of a list of names and what is said of them."""
    return [(words(row.dt), words(row.dd)) for one in elements for row in one.select("div")]


def people(page: Tag) -> list[tuple[str, str, list[str]]]:
    """Return the groups of stakeholders: name, the word of the source, organisations."""
    return [
        (words(one.h3), words(one.find("p")), [words(item) for item in one.select("li")])
        for one in page.select(".who > section")
    ]


def counts(page: Tag) -> list[int]:
    """Return the numbers at the top of the page of a term."""
    return [int(one.get_text()) for one in page.select(".page-head .figures b")]


def cards(page: Tag, address: str) -> list[str]:
    """Return the addresses of the records whose cards a page shows."""
    return [link for title in page.select(".card__title") for link in targets(title, address)]
