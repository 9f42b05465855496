"""A server that compresses text as real ones do, and a browser that is watched."""

from __future__ import annotations

import gzip
import shutil
import threading
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml",
    ".csv": "text/csv",
}
"""Files that are sent compressed; all others go as they are."""


@lru_cache(maxsize=512)
def on_the_wire(file: Path) -> bytes:
    """Return what is sent for a file."""
    content = file.read_bytes()
    return gzip.compress(content, 6, mtime=0) if file.suffix in TYPES else content


class Server(ThreadingHTTPServer):
    """Serves one folder and notes the bytes of each body that it sends."""

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.folder = folder
        self.sent: list[tuple[str, int]] = []

    @property
    def address(self) -> str:
        """The root of the site."""
        return f"http://127.0.0.1:{self.server_port}/"

    def bytes_since(self, mark: int, *parts: str) -> int:
        """Return the bytes sent after the first `mark` answers, for paths that hold any part."""
        return sum(
            size
            for path, size in self.sent[mark:]
            if not parts or any(part in path for part in parts)
        )


class _Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        file = self.server.folder / path.lstrip("/")
        if path.endswith("/"):
            file /= "index.html"
        if not file.is_file():
            self.send_error(404)
            return
        content = on_the_wire(file)
        self.send_response(200)
        self.send_header("Content-Type", TYPES.get(file.suffix, "application/octet-stream"))
        if file.suffix in TYPES:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        with suppress(ConnectionError):  # whoever asked may have left the page
            self.wfile.write(content)
        self.server.sent.append((path, len(content)))

    def log_message(self, *_: Any) -> None:
        """Print nothing."""


@contextmanager
def served(folder: Path) -> Iterator[Server]:
    """Serve a folder for as long as the block runs."""
    server = Server(folder)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the Chromium that is installed, or else Playwright's own."""
    path = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@dataclass(frozen=True)
class Visit:
    """What somebody met who came to a page for the first time."""

    address: str
    size: int
    """Bytes of everything that was sent."""

    shift: float
    """Sum of the layout shifts; 0 if nothing moved while the page loaded."""

    foreign: int
    """Requests to other hosts."""


def first_visits(browser: Browser, server: Server) -> Iterator[Visit]:
    """Visit every page of a site, each with a browser that has seen none of it."""
    for file in sorted(server.folder.rglob("index.html")):
        folder = file.parent.relative_to(server.folder).as_posix()
        address = "/" if folder == "." else f"/{folder}/"
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.add_init_script(
            "window.moved = 0; new PerformanceObserver((list) => { for (const one of"
            " list.getEntries()) window.moved += one.value; })"
            ".observe({ type: 'layout-shift', buffered: true });"
        )
        mark = len(server.sent)
        page.goto(server.address + address.lstrip("/"), wait_until="networkidle")
        shift = float(page.evaluate("window.moved"))
        foreign = sum(not url.startswith(server.address) for url in asked)
        yield Visit(address, server.bytes_since(mark), shift, foreign)
        context.close()
