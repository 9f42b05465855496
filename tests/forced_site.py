"""A site of hostile records that nobody checked, and a visitor who touches everything in it."""

from __future__ import annotations

import logging
import shutil
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt
from mkdocs.commands.build import build
from mkdocs.config import load_config

import casebank
from casebank.book import Book
from casebank.place import Image
from casebank.rule import ASK_ID, PLAIN, WEB_ADDRESS
from casebank.term import Vocabulary
from tests.built_site import lighten
from tests.forced import forced_case, full_case, spoilt
from tests.hostile_tables import BODIES, FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Dialog, Route

    from casebank.case import Case

REPOSITORY = Path(__file__).parent.parent
HOSTILE = Path(__file__).parent / "hostile"

TEXTS = [
    "<script>alert(1)</script>",
    "</p></section></title><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    '" onmouseover="alert(1)" autofocus onfocus="alert(1)',
    "a\n\n<script>alert(1)</script>\n\nb",
    'a {: onclick="alert(1)" }\n\n## b {: onclick="alert(1)" }\n',
    "[a](javascript:alert(1)) ![b](javascript:alert(1)) ![c](https://evil.example/pixel.png)",
    "{{ config.site_url }} {% include 'mkdocs.yml' %} --8<-- '.git/config'",
    "</script><svg><style><img src=x onerror=alert(1)></style>",
    "<https://evil.example/> [^report] \x02wzxhzdk:0\x03 &lt;script&gt;",
]
"""Texts that stand in every field of a case and of a tool, one record each."""

ADDRESSES = ["javascript:alert(1)", " javascript:alert(1)", 'https://t.example/" onclick="alert(1)']


UNBUILDABLE = ("path-in-alias", "taken-alias", "escaped-half-surrogate")
"""Files that stop the build: a page would lie outside of the site, or in the place of another, or
could not be written."""

FULLEST = "prototyping-workshop"
"""The tool with most fields."""

CANARY = "a canary, 3f9c"
"""Stands in files that no build may read."""

STOLEN = ("../../../.git/config", "../../../mkdocs.yml", "link.png", "../linked/secret.png")
"""Names of pictures that lead to such files, two of them by way of a link."""


@cache
def forced_book() -> Book:
    """Return the real book with a record for each hostile file and each hostile text."""
    real = casebank.load(REPOSITORY)
    names = [name for name in (*FIELDS, *BODIES) if name not in UNBUILDABLE]
    cases = [forced_case(HOSTILE / f"{name}.md", f"H{n}") for n, name in enumerate(names)]
    cases += [_case_of(number, text) for number, text in enumerate(TEXTS)]
    tools = [
        spoilt(real.tool(FULLEST), {PLAIN: text, WEB_ADDRESS: _address(number)}).model_copy(
            update={"id": f"text-{number}"}
        )
        for number, text in enumerate(TEXTS)
    ]
    areas = real.vocabularies["areas"]
    term = spoilt(areas.terms[0], {PLAIN: TEXTS[2]}).model_copy(update={"id": "hostile"})
    hostile = Vocabulary.model_construct(**{**dict(areas), "terms": (*areas.terms, term)})
    vocabularies = {**real.vocabularies, "areas": hostile}
    return Book(
        (*real.cases, *cases), (*real.tools, *tools), vocabularies, real.canvases, real.guide
    )


def _case_of(number: int, text: str) -> Case:
    """Return a case with a hostile text wherever it has one, and with pictures that it steals."""
    rules = {PLAIN: text, WEB_ADDRESS: _address(number), ASK_ID: f"T{number}{text}"}
    case = spoilt(full_case(f"text-{number}", f"T{number}"), rules)
    sections = dict.fromkeys(case.sections, f"{text}\n\n[link]({_address(number)})")
    picture = Image.model_construct(alt=text, credit=text, licence=text)
    images = tuple(picture.model_copy(update={"file": name}) for name in STOLEN)
    return case.model_copy(
        update={"sections": sections, "areas": (*case.areas, "hostile"), "images": images}
    )


def _address(number: int) -> str:
    return ADDRESSES[number % len(ADDRESSES)]


def make_folder(root: Path) -> None:
    """Write what a build reads besides the records, and secrets that it must not read."""
    for name in ("docs", "theme", "vocabularies", "canvases", "LICENSES"):
        shutil.copytree(REPOSITORY / name, root / name)
    for name in ("macros.py", "mkdocs.yml"):
        shutil.copy(REPOSITORY / name, root / name)
    lighten(root)
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write(f"\n# {CANARY}\n")
    for name in (".git/config", "secret.png", "docs/.hidden/secret.md"):
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(CANARY, encoding="utf-8")
    for number in range(len(TEXTS)):
        media = root / f"cases/media/text-{number}"
        media.mkdir(parents=True)
        (media / "link.png").symlink_to(root / "secret.png")
    (root / "cases/media/linked").symlink_to(root)


def build_forced(root: Path, book: Book, site: Path) -> None:
    """Build the site of a folder with this book in the place of the one that lies there."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("casebank.loading._load", lambda *_: book)
        # The database refuses records that share ids, as these do; no page needs it.
        patch.setattr("casebank.exports.dataset.database_file", lambda _: b"")
        patch.setenv("CASEBOOK_SITE_URL", "https://site.example/casebook/")
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        # Links that lead nowhere are not what is looked for here, so the build is not strict.
        logging.getLogger("mkdocs").setLevel(logging.ERROR)
        build(load_config(str(root / "mkdocs.yml"), site_dir=str(site), strict=False))


TOUCH = """() => {
  const events = ["mouseover", "mouseenter", "mousemove", "pointerdown", "focus", "focusin",
    "keydown", "input", "change", "toggle", "load", "error", "animationstart"];
  const stay = (event) => {
    const link = event.target.closest("a");
    if (!link || /^(https?|mailto):/.test(link.href)) event.preventDefault();
  };
  addEventListener("click", stay, true);
  addEventListener("submit", (event) => event.preventDefault(), true);
  for (const element of document.querySelectorAll("#content, #content *")) {
    for (const name of events) element.dispatchEvent(new Event(name, { bubbles: true }));
    element.click?.();
  }
}"""
"""Touches every element of the content in every way; only links to pages are not followed."""


@dataclass
class Visitor:
    """A reader with a browser, who notes everything that a page did and should not."""

    address: str
    """The root of the served site."""

    seen: list[str] = field(default_factory=list)
    """A line for each dialog, request to another host and page that went elsewhere."""

    def visit(self, browser: Browser, pages: list[str], *, policy: bool) -> list[str]:
        """Touch everything on these pages; without `policy`, the browser ignores theirs."""
        context = browser.new_context(bypass_csp=not policy)
        context.route(lambda url: not url.startswith(self.address), self._stop)
        page = context.new_page()
        page.on("dialog", self._dialog)
        for name in pages:
            page.goto(self.address + name)
            page.evaluate(TOUCH)
            page.wait_for_timeout(20)  # a link to a script runs when the page is idle again
            if not page.url.startswith((self.address + name).partition("?")[0]):
                self.seen.append(f"{name}: went to {page.url}")
        context.close()
        return self.seen

    def _dialog(self, dialog: Dialog) -> None:
        place = dialog.page.url if dialog.page else ""
        self.seen.append(f"{place.removeprefix(self.address)}: ran a script")
        dialog.dismiss()

    def _stop(self, route: Route) -> None:
        self.seen.append(f"asked for {route.request.url}")
        route.abort()


@contextmanager
def letting_html_through() -> Iterator[None]:
    """Take both defences of bodies away: what stands in them reaches the page as it is."""
    with pytest.MonkeyPatch.context() as patch, without_sanitiser():
        parser = MarkdownIt("commonmark", {"html": True})
        parser.validateLink = lambda _: True
        patch.setattr("casebank.rendering._PARSER", parser)
        yield


@contextmanager
def without_sanitiser() -> Iterator[None]:
    """Take nh3 away, so that the parser alone has to make HTML harmless."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("casebank.rendering._CLEANER", SimpleNamespace(clean=lambda html: html))
        yield
