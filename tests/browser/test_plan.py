"""The session planner as it is used: by keyboard, by a shared link, on paper, in a calendar."""

from __future__ import annotations

import csv
import io
import json
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

WORKSHOP = "prototyping-workshop"


@pytest.fixture(scope="module")
def known(site):
    """What the planner knows of the workshop."""
    return json.loads(site.file("/plan/formats.json").read_text(encoding="utf-8"))[WORKSHOP]


@pytest.fixture
def planner(page, base_url):
    """Open the planner with the query of an address."""

    def visit(query=""):
        page.goto(f"{base_url}plan/{query}")
        expect(page.locator(".plan__result")).to_be_visible()
        return page

    return visit


def of(known, format_):
    """Return the blocks of a format."""
    (found,) = (one for one in known["formats"] if one["id"] == format_)
    return [block for session in found["sessions"] for block in session["blocks"]]


def minutes(page, title):
    return page.get_by_role("spinbutton", name=f"Minutes: {title}")


def warnings(page):
    return page.locator(".plan__warnings li")


def times(page):
    return page.locator(".plan__row .plan__time").all_inner_texts()


def titled(known, key):
    return next(block["title"] for block in of(known, "one-day") if block["key"] == key)


def test_a_format_is_chosen_with_the_arrow_keys(planner, known, base_url):
    page = planner()
    page.get_by_role("radio", name=known["formats"][0]["title"]).focus()

    page.keyboard.press("ArrowDown")

    second = known["formats"][1]
    expect(page.locator("#plan-title")).to_have_text(second["title"])
    expect(page).to_have_url(f"{base_url}plan/?format={second['id']}")
    expect(page.locator(".plan__row")).to_have_count(len(of(known, second["id"])))


def test_another_start_moves_every_block(planner, base_url):
    page = planner()
    before = times(page)

    page.get_by_label("Start", exact=True).first.fill("08:30")

    expect(page).to_have_url(f"{base_url}plan/?start=08:30")
    assert times(page)[0] == "08:30"
    assert len(set(before) & set(times(page))) < len(before)


def test_a_block_is_lengthened_in_its_field_and_the_new_sum_is_said(planner, known, base_url):
    page = planner()
    first = of(known, "one-day")[0]
    field = minutes(page, first["title"])
    field.focus()

    page.keyboard.press("ArrowUp")

    longer = first["minutes"] + 5
    expect(field).to_be_focused()
    expect(page).to_have_url(f"{base_url}plan/?minutes={first['key']}:{longer}")
    expect(page.locator("[data-sum]")).to_contain_text("5 minutes longer than the standard")
    expect(page.locator("[data-told]")).to_contain_text("No warnings.")


def test_tab_goes_from_field_to_drop_to_the_next_field(planner, known):
    page = planner()
    first, second, *_ = of(known, "one-day")
    minutes(page, first["title"]).focus()

    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name=f"Drop: {first['title']}")).to_be_focused()
    page.keyboard.press("Tab")

    expect(minutes(page, second["title"])).to_be_focused()


def test_a_dropped_block_warns_of_what_is_missing_and_comes_back(planner, known, base_url):
    page = planner()
    title = titled(known, "inventory")
    page.get_by_role("button", name=f"Drop: {title}").focus()

    page.keyboard.press("Enter")

    expect(warnings(page).first).to_contain_text("Ecosystem map")
    expect(warnings(page).first).to_contain_text(f"Put “{title}” back")
    expect(page.locator("[data-told]")).to_contain_text("warning")
    back = page.get_by_role("button", name=f"Put back: {title}")
    expect(back).to_be_focused()
    page.keyboard.press("Enter")
    expect(warnings(page)).to_have_count(0)
    expect(page).to_have_url(f"{base_url}plan/")


def test_a_block_that_is_too_short_says_so_beside_its_field(planner, known):
    page = planner("?minutes=inventory:10")
    least = known["steps"]["inventory"]["at_least"]

    expect(minutes(page, titled(known, "inventory"))).to_have_accessible_description(
        f"Too short: at least {least} minutes"
    )


def test_the_buttons_beside_a_field_step_by_five(planner, known, base_url):
    page = planner("?minutes=opsi:32")
    title = titled(known, "opsi")

    page.get_by_role("button", name=f"5 minutes more: {title}").click()
    expect(minutes(page, title)).to_have_value("35")
    page.get_by_role("button", name=f"5 minutes less: {title}").click()

    expect(minutes(page, title)).to_have_value("30")
    expect(page).to_have_url(f"{base_url}plan/")


def test_a_shared_link_shows_the_same_plan(planner, page, base_url):
    query = "?format=half-day&start=13:15&date=2027-03-04&people=30&teams=5&without=opsi"
    first = planner(query)
    text = first.locator(".plan__result").inner_text()
    expect(first.get_by_label("Date").first).to_have_value("2027-03-04")
    expect(first.get_by_label("People")).to_have_value("30")

    second = page.context.new_page()
    second.goto(f"{base_url}plan/{query}")
    expect(second.locator(".plan__result")).to_be_visible()

    assert second.locator(".plan__result").inner_text() == text
    assert "30 people in 5 teams of 6" in text


def test_back_undoes_a_change_and_typing_is_one(planner, known, base_url):
    page = planner()
    page.get_by_role("button", name=f"Drop: {titled(known, 'opsi')}").click()
    people = page.get_by_label("People")
    people.fill("")
    people.press_sequentially("28")
    expect(page).to_have_url(f"{base_url}plan/?people=28&without=opsi")

    page.go_back()
    expect(people).to_have_value("24")
    expect(page).to_have_url(f"{base_url}plan/?without=opsi")
    page.go_back()

    expect(page).to_have_url(f"{base_url}plan/")
    expect(page.locator(".plan__row--dropped")).to_have_count(0)


def test_what_is_half_typed_goes_back_to_what_holds(planner, known):
    page = planner()
    first = of(known, "one-day")[0]
    field = minutes(page, first["title"])
    field.fill("")

    field.blur()

    expect(field).to_have_value(str(first["minutes"]))


def test_materials_are_counted_for_24_people_in_4_teams(planner, known):
    page = planner("?people=24&teams=4")
    expected = {}
    for block in of(known, "one-day"):
        for supply in known["steps"].get(block["step"] or "", {"supplies": []})["supplies"]:
            number = supply["count"] * {"person": 24, "team": 4, "room": 1}[supply["per"]]
            key = (supply["item"], supply["per"])
            expected[key] = max(number, expected.get(key, 0))
    shown = page.locator("[data-things] li").all()

    assert {
        (int(line.locator("b").inner_text()), line.locator("span").inner_text().split("\n")[0])
        for line in shown
    } == {(number, item) for (item, _), number in expected.items()}
    assert len(shown) == len(expected)


def test_an_address_that_makes_no_sense_gives_the_usual_plan_and_says_so(planner, known):
    page = planner("?people=<script>alert(1)</script>&minutes=-5&format=nope&teams=99999999999")

    expect(page.locator("#plan-title")).to_have_text(known["formats"][0]["title"])
    expect(page.locator("[data-ignored]")).to_contain_text("format, people, teams, minutes")
    expect(page.locator("[data-people]")).to_have_text("24 people in 4 teams of 6")
    expect(page.locator("#content script")).to_have_count(0)


def test_without_a_date_the_calendar_asks_for_one(planner):
    page = planner()
    button = page.get_by_role("button", name="Calendar file")
    expect(button).to_have_attribute("aria-disabled", "true")
    expect(button).to_have_accessible_description(
        "The calendar file needs a date: choose one first."
    )

    button.focus()
    page.keyboard.press("Enter")

    expect(page.get_by_label("Date").first).to_be_focused()
    expect(page.locator("[data-said]")).to_contain_text("Choose a date")


def test_the_calendar_file_is_of_the_plan(planner):
    page = planner("?date=2027-03-04&start=10:00")
    with page.expect_download() as downloaded:
        page.get_by_role("button", name="Calendar file").click()
    content = Path(downloaded.value.path()).read_bytes()

    assert downloaded.value.suggested_filename == "workshop-one-day-2027-03-04.ics"
    assert b"\r\nDTSTART:20270304T100000\r\n" in content
    assert content.count(b"\n") == content.count(b"\r\n")


def test_the_table_has_a_row_for_each_block(planner, known):
    page = planner("?without=opsi")
    with page.expect_download() as downloaded:
        page.get_by_role("button", name="Table (CSV)").click()
    with Path(downloaded.value.path()).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))

    expected = [block["title"] for block in of(known, "one-day") if block["key"] != "opsi"]
    assert [row["block"] for row in rows] == expected
    assert all(row["end"] == after["start"] for row, after in pairwise(rows))


def test_the_link_is_copied(planner, context, base_url):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = planner("?minutes=opsi:45#plan-warnings")

    page.get_by_role("button", name="Copy link").click()

    expect(page.locator("[data-said]")).to_have_text("The link is copied.")
    assert page.evaluate("navigator.clipboard.readText()") == f"{base_url}plan/?minutes=opsi:45"


def test_start_over_forgets_everything_and_back_brings_it_back(planner, base_url):
    page = planner("?people=30&without=opsi")
    page.get_by_role("button", name="Start over").click()
    expect(page).to_have_url(f"{base_url}plan/")

    page.go_back()

    expect(page.get_by_label("People")).to_have_value("30")


def test_paper_holds_the_plan_and_nothing_else(planner, base_url):
    page = planner("?without=inventory&date=2027-03-04")
    page.emulate_media(media="print")

    for hidden in ("h1", ".top", ".site", ".plan__form", ".plan__take", ".plan__stepper", ".edit"):
        for part in page.locator(hidden).all():
            expect(part).to_be_hidden()
    expect(page.locator(".plan__sheet")).to_be_visible()
    expect(page.locator(".plan__warnings")).to_be_visible()
    expect(page.locator(".plan__row--dropped")).to_be_hidden()
    expect(page.locator("[data-address]")).to_have_text(
        f"{base_url}plan/?date=2027-03-04&without=inventory"
    )
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


def test_the_printed_plan_is_of_a4_and_begins_on_its_first_page(planner):
    page = planner()
    document = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))

    width, height = (float(side) for side in document.pages[0].mediabox[2:])
    assert (round(width), round(height)) == (595, 842)
    assert "One day" in document.pages[0].extract_text()
    assert len(document.pages) <= 2


def test_the_sum_never_hides_the_focus(planner):
    page = planner()
    page.set_viewport_size({"width": 360, "height": 640})
    page.emulate_media(reduced_motion="reduce")
    page.locator("#plan-title").focus()
    hidden = []
    for _ in range(30):
        page.keyboard.press("Tab")
        hidden += page.evaluate(
            "() => { const one = document.activeElement; const box = one.getBoundingClientRect();"
            " if (!one.closest('.plan__sheet')) return [];"
            " const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);"
            " return top && one.contains(top) ? [] : [one.outerHTML.slice(0, 90)]; }"
        )

    assert hidden == []


def test_a_planner_that_cannot_load_shows_the_run_sheets_as_they_stand(page, base_url, amiss):
    page.route("**/plan/formats.json", lambda route: route.abort())
    page.goto(f"{base_url}plan/")

    expect(page.locator("[data-plain]")).to_be_visible()
    expect(page.locator(".plan__form")).to_be_hidden()
    amiss.clear()


@pytest.fixture
def without_script(browser, base_url):
    """The planner in a browser that runs no script."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{base_url}plan/")
    yield page
    context.close()


def test_without_javascript_every_run_sheet_is_there_and_no_form(without_script, known):
    expect(without_script.locator(".plan__form")).to_be_hidden()
    expect(without_script.get_by_role("button")).to_have_count(0)
    number = sum(len(format_["sessions"]) for format_ in known["formats"])
    expect(without_script.locator("[data-plain] .runsheet table")).to_have_count(number)
    for table in without_script.locator("[data-plain] table").all():
        expect(table).to_be_visible()


def test_without_javascript_the_run_sheets_can_be_printed(without_script):
    without_script.emulate_media(media="print")

    expect(without_script.locator("[data-plain] table").first).to_be_visible()
