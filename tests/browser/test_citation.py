"""Copying a citation: with the keyboard, with an announcement, and where a browser refuses."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

CASE = "cases/saint-etienne-performing-arts-ai/"


@pytest.fixture
def section(page, base_url):
    """The part of a case's page that says how to cite."""
    page.goto(f"{base_url}{CASE}#cite")
    return page.locator(".citing")


def size(locator):
    box = locator.bounding_box()
    return box["width"], box["height"]


def test_the_keyboard_copies_the_text_and_it_is_announced(page, context, section):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    button = section.get_by_role("button").first
    before = size(button), size(section)

    button.press("Enter")

    expect(section.get_by_role("status")).to_have_text("The citation is copied.")
    expect(button).to_contain_text("Copied the citation of")
    assert (size(button), size(section)) == before
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == section.locator(".citation").first.inner_text()


def test_where_the_browser_refuses_the_text_is_selected(page, section):
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()) }")

    section.get_by_role("button").first.click()

    expect(section.get_by_role("status")).to_contain_text("The citation is selected")
    selected = page.evaluate("String(getSelection())").strip()
    assert selected == section.locator(".citation").first.inner_text()


def test_from_an_ask_a_link_leads_to_its_citation(page, context, section):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("link", name="Cite SE-P2a").click()

    place = section.locator("#cite-SE-P2a")
    expect(place).to_be_in_viewport()
    place.get_by_role("button", name="Copy the citation of SE-P2a").click()
    expect(section.get_by_role("status")).to_have_text("The citation is copied.")
    assert "#SE-P2a" in page.evaluate("navigator.clipboard.readText()")


def test_without_scripts_there_is_text_and_no_button(browser, base_url):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{base_url}{CASE}")

    expect(page.locator(".citing .citation").first).to_be_visible()
    expect(page.locator(".citing button").first).to_be_hidden()
