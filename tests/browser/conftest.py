"""A real browser, and the built site served over HTTP as a project page is: below a folder."""

from __future__ import annotations

import os
import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import sync_playwright

from tests.built_site import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""Commands under which systems install the browser."""

QUIET = (
    *("--no-sandbox", "--disable-background-networking", "--disable-component-update"),
    *("--disable-sync", "--no-first-run"),
)
"""Arguments that keep the browser from asking hosts of its own."""


def _installed() -> str | None:
    """Return the path of an installed browser; None for one that Playwright brought itself."""
    if found := next((path for name in NAMES if (path := shutil.which(name))), None):
        return found
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    if Path(own).exists():
        return None
    message = "No Chromium is installed; on Debian: apt-get install chromium."
    if os.environ.get("CASEBOOK_BROWSER") == "required":
        pytest.fail(f"{message} CASEBOOK_BROWSER=required asks for one.")
    pytest.skip(message)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """What pytest-playwright starts the browser with."""
    path = _installed()
    return {"args": list(QUIET), **({"executable_path": path} if path else {})}


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files and keeps silent."""

    def log_message(self, *_: object) -> None:
        """Print nothing."""


@pytest.fixture(scope="session")
def base_url(site: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the served site, with a slash at its end."""
    root = tmp_path_factory.mktemp("host")
    (root / FOLDER).symlink_to(site.folder)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(root)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/{FOLDER}/"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(autouse=True)
def amiss(page: Page, base_url: str) -> Iterator[list[str]]:
    """Fail a test in which the page met an error, or asked another host for anything.

    A test that causes an error on purpose clears the list.
    """
    amiss: list[str] = []
    page.on("pageerror", lambda error: amiss.append(f"error: {error}"))
    page.on(
        "console",
        lambda message: amiss.append(message.text) if message.type == "error" else None,
    )
    page.on(
        "request",
        lambda request: (
            None
            if request.url.startswith((base_url, "blob:", "data:"))
            else amiss.append(f"asked for {request.url}")
        ),
    )
    yield amiss
    assert amiss == []
