"""An old address leads to the new one, to the same place on the page, with scripts or without."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

OLD = "cases/earlier-name/"
NEW = "cases/saint-etienne-performing-arts-ai/"

PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Moved</title>
<noscript><meta http-equiv="refresh" content="0; url=../../{NEW}"></noscript></head>
<body><p>New address: <a href="../../{NEW}" data-moved>here</a>.</p>
<script type="module" src="../../assets/javascripts/moved.js"></script></body></html>"""
"""What of such a page matters here; tests/site/test_site_permanence.py looks at a built one."""


def serve_old_page(page, base_url):
    page.route(f"{base_url}{OLD}", lambda route: route.fulfill(body=PAGE, content_type="text/html"))


@pytest.mark.parametrize("anchor", ["#SE-1", "", "#%3Cscript%3E"])
def test_the_place_on_the_page_is_kept(page, base_url, anchor):
    serve_old_page(page, base_url)

    page.goto(f"{base_url}{OLD}{anchor}")

    page.wait_for_url(f"{base_url}{NEW}{anchor}")
    expect(page.locator("h1")).to_contain_text("Saint-Étienne")


def test_the_way_back_leads_past_the_old_address(page, base_url):
    serve_old_page(page, base_url)
    page.goto(f"{base_url}about/")

    page.goto(f"{base_url}{OLD}")
    page.wait_for_url(f"{base_url}{NEW}")
    page.go_back()

    expect(page).to_have_url(f"{base_url}about/")


def test_without_scripts_the_page_is_reached(browser, base_url):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    serve_old_page(page, base_url)

    page.goto(f"{base_url}{OLD}")

    expect(page).to_have_url(re.compile(re.escape(NEW)))
    context.close()
