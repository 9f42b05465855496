"""Take the pictures of the form that CONTRIBUTING.md shows.

Run it after `make site` when the form has changed: `.venv/bin/python scripts/make_pictures.py`. It
needs Chromium or Chrome, and what `make test` installs. Browsers draw letters a little differently,
so the pictures are committed and not made by the build.
"""

from __future__ import annotations

import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

REPOSITORY = Path(__file__).parents[1]
TO = REPOSITORY / "docs" / "assets" / "images" / "contribute"
FORM = "/contribute/new-case/"
SHOWN = REPOSITORY / "cases" / "kosice-cultural-heritage.md"
"""A case whose file is sent in the last picture."""

SIZE = (1240, 800)
"""Width and height in pixels: wide enough for the list of steps beside the questions."""

SETTLED = 800
"""Milliseconds after which a page has scrolled to its place."""

COLOURS = 128
"""A page of text needs no more, and its picture is a third as large."""


def pictures(page: Page) -> Iterator[str]:
    """Bring the form into each state that is shown; yield the name of its picture."""
    begin = page.locator("[data-step=begin]")
    begin.locator("input[value=city-case]").check()
    begin.locator("input[value=card]").check()
    yield "begin"
    page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="Next").click()
    yield "mend"
    page.get_by_role("button", name="Begin").click()
    page.get_by_text("Go on with a file that you have").click()
    page.locator("#newcase-paste").fill(SHOWN.read_text(encoding="utf-8"))
    page.locator("[data-paste]").click()
    page.get_by_role("button", name="Send", exact=True).click()
    yield "send"


def _save(picture: bytes, name: str) -> None:
    with Image.open(BytesIO(picture)) as image:
        plain = image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        plain.save(TO / f"{name}.png", optimize=True)


def main() -> None:
    """Serve the built site, and take each picture."""
    TO.mkdir(parents=True, exist_ok=True)
    serve = partial(SimpleHTTPRequestHandler, directory=str(REPOSITORY / "site"))
    server = ThreadingHTTPServer(("127.0.0.1", 0), serve)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        found = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": SIZE[0], "height": SIZE[1]})
        page.goto(f"http://127.0.0.1:{server.server_port}{FORM}")
        for name in pictures(page):
            page.wait_for_timeout(SETTLED)
            _save(page.screenshot(), name)
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main()
