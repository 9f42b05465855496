"""The form of a new case as it is used: a whole case typed in, by keyboard, again tomorrow."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

import casebank
from casebank.completeness import completeness
from casebank.document import read_document
from casebank.sections import split_sections
from tests.browser.typist import Typist
from tests.built_site import make_whole

TYPED = Path(__file__).parent / "typed"
CASES = Path(__file__).parents[2] / "cases"
SAINT_ETIENNE = CASES / "saint-etienne-performing-arts-ai.md"


@pytest.fixture
def visit(page, base_url):
    """Open the form, at a step if one is named."""

    def open_(step=""):
        page.goto(f"{base_url}contribute/new-case/{step and f'#step-{step}'}")
        expect(page.locator("[data-step]:visible")).to_have_count(1)
        expect(page.locator("[data-kept]")).not_to_be_empty()
        return page

    return open_


@pytest.fixture
def typist(visit):
    return Typist(visit())


def case_in(file):
    """Return the fields and sections of a file."""
    document, problems = read_document(file, f"cases/{file.name}")
    assert problems == ()
    return document.front_matter.data, split_sections(document)


def plain(data):
    """Return data with numbers as text: a year is a number in YAML, and a text in a record."""
    return json.loads(json.dumps(data), parse_int=str, parse_float=str)


def downloaded(page, folder):
    """Go to the last step, save the file and return where it lies."""
    Typist(page).go_to("send")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the file").click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


def title(page):
    return page.get_by_role("textbox", name="Title", exact=True)


def errors(page):
    return page.locator("[data-errors] li")


# The whole way.


@pytest.fixture
def saint_etienne(tmp_path):
    """The real case with ids of its own, since the book has the others."""
    file = tmp_path / "saint-etienne-again.md"
    text = SAINT_ETIENNE.read_text(encoding="utf-8").replace("SE-", "ZZ-")
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize("name", ["saint-etienne", "thessaloniki-lyrika", "lodz-peer-review"])
def test_a_whole_case_is_typed_in_and_its_file_passes_the_check(typist, copy, name, saint_etienne):
    file = saint_etienne if name == "saint-etienne" else TYPED / f"{name}.md"
    fields, sections = case_in(file)

    typist.write(file.stem, fields, sections)
    saved = downloaded(typist.page, copy / "cases")

    assert saved.name == file.name
    assert casebank.check(copy) == ()
    typed, stories = case_in(saved)
    assert plain({**typed, "review": None}) == plain({**fields, "review": None})
    assert typed["review"] == {"status": "draft"}
    assert stories == sections


def test_a_site_with_the_typed_cases_is_built(copy, build_copy, saint_etienne):
    """The check passes; the build has to, too, with pages and PDFs in three scripts."""
    names = [saint_etienne, *TYPED.glob("*.md")]
    for file in names:
        (copy / "cases" / file.name).write_bytes(file.read_bytes())
    make_whole(copy)

    code, printed, built = build_copy()

    assert code == 0, printed
    for file in names:
        assert (built / "cases" / file.stem / "index.html").is_file()


@pytest.mark.parametrize("file", sorted(CASES.glob("*.md")), ids=lambda file: file.stem)
def test_a_case_of_the_book_is_opened_and_saved_as_it_is(visit, file, tmp_path, copy):
    page = visit()

    page.locator("#newcase-file").set_input_files(file)
    expect(page.locator("[data-notes]")).to_contain_text("you are changing it")
    saved = downloaded(page, tmp_path)

    assert plain(case_in(saved)) == plain(case_in(file))
    expect(page.locator("[data-forge]")).to_have_attribute(
        "href", f"https://forge.example/ekip/casebook/edit/main/cases/{file.name}"
    )
    assert first_step_on_the_forge(page).startswith("This case is in the book already")
    (copy / "cases" / file.name).write_bytes(saved.read_bytes())
    assert casebank.check(copy) == ()


def first_step_on_the_forge(page):
    """Return what one is told to do first on the website where the files are kept."""
    return (
        page.locator(".way", has=page.locator("[data-forge]"))
        .locator("li:visible")
        .first.inner_text()
    )


def test_a_card_is_written_with_the_keyboard_alone(visit, copy):
    page = visit()
    keys = page.keyboard

    def to(name, role="textbox", *, exact=True):
        """Press Tab until a control has the focus."""
        target = page.get_by_role(role, name=name, exact=exact).first
        for _ in range(80):
            if target.evaluate("one => one === document.activeElement"):
                return
            keys.press("Tab")
        pytest.fail(f"{name!r} cannot be reached")

    def answer(name, text, **more):
        to(name, **more)
        keys.type(text)

    def go_on(heading):
        to("Next", "button")
        keys.press("Enter")
        expect(page.get_by_role("heading", name=heading, exact=True)).to_be_focused()

    to("City case", "radio", exact=False)
    keys.press("Space")
    to("Full", "radio", exact=False)
    keys.press("ArrowDown")
    go_on("Title, place and date")
    answer("Title", "Ljubljana: rokodelstvo")
    answer("City", "Ljubljana")
    answer("Country", "Slovenia", role="combobox")
    answer("Summary", "A workshop on crafts.")
    go_on("Sources")
    answer("Short key", "page")
    answer("Title", "A page")
    answer("Web address optional", "https://ljubljana.example/")
    answer("Publisher", "Ljubljana")
    answer("Language", "sl", role="combobox")
    answer("Licence or rights", "None stated.")
    go_on("Subject")
    to("Crafts", "checkbox", exact=False)
    keys.press("Space")
    to("City", "radio", exact=False)
    keys.press("Space")
    to("City case", "radio", exact=False)
    keys.press("Space")
    go_on("Story")
    answer("Context", "There was a workshop.")
    go_on("Doubts")
    go_on("Look it over")
    go_on("Send")
    to("Save the file", "button")
    with page.expect_download() as download:
        keys.press("Enter")
    download.value.save_as(copy / "cases/ljubljana-rokodelstvo.md")

    assert download.value.suggested_filename == "ljubljana-rokodelstvo.md"
    assert casebank.check(copy) == ()


# Errors.


def test_next_stays_where_something_is_wrong_and_leads_there(visit):
    page = visit("place")
    title(page).fill("<b>Title</b>")

    page.get_by_role("button", name="Next").locator("visible=true").click()

    box = page.get_by_role("alert")
    expect(box).to_be_focused()
    expect(box.get_by_role("heading", name="There is a problem")).to_be_visible()
    expect(page).to_have_title("Error: Add a case · ekip casebook")
    link = box.get_by_role("link", name="Title holds HTML or a template expression.")
    link.press("Enter")
    field = title(page)
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(
        "Place and subject. Example: Saint-Étienne: performing arts and AI Error: Title holds HTML"
        " or a template expression. Write plain text, without < > and {{ }}."
    )


def test_an_error_disappears_once_it_is_mended_and_no_new_one_appears(visit):
    page = visit("place")
    page.get_by_role("button", name="Next").locator("visible=true").click()
    before = errors(page).count()

    summary = page.get_by_role("textbox", name="Summary")
    summary.fill("A workshop on crafts.")

    expect(errors(page)).to_have_count(before - 1)
    expect(summary).not_to_have_attribute("aria-invalid", "true")
    summary.fill("<b>")
    expect(errors(page)).to_have_count(before - 1)


def test_what_is_wrong_is_told_in_the_words_of_the_form(typist):
    page = typist.page
    typist.field("record").locator("[value=full]").check()
    for step, fields in {
        "place": {"places.0.lat": "48.x", "places.0.city": "Zwolle"},
        "sources": {"sources.0.title": "Report", "sources.0.id": "Two Words", "language": "French"},
        "story": {"body.Context": "A town [^other]."},
    }.items():
        typist.go_to(step)
        for path, value in fields.items():
            typist.fill_one(path, value)
    typist.go_to("send")

    for said in (
        "Place 1, Latitude: '48.x' is not a number. Write it with a point, such as 45.44.",
        "Place 1, Country is missing. Choose one.",
        "Areas are missing. Tick at least one.",
        "Source 1, Short key: 'Two Words' cannot stand here. Use small letters, digits and hyphens,"
        " as in city-report.",
        "Source 1, Web address: A source needs a web address or a file. Fill in one of them.",
        "Language: 'French' is not a code of a language. Choose from the list that opens as you"
        " type, or write a code such as en or fr.",
        "Opportunity is missing. Fill it in.",
    ):
        expect(errors(page).get_by_text(said, exact=True)).to_have_count(1)
    expect(errors(page).get_by_text("'[^other]' leads to no source.")).to_have_count(1)


def test_a_story_is_called_done_only_once_it_is(typist):
    typist.field("record").locator("[value=full]").check()
    typist.go_to("story")
    typist.field("body.Context").locator("textarea").fill("A town by the sea.")

    typist.page.get_by_role("button", name="Next").locator("visible=true").click()

    expect(errors(typist.page)).to_have_count(4)
    expect(typist.form.locator("[data-of=story] [data-state]")).to_have_text("begun")


def test_a_number_may_be_written_with_a_comma(typist):
    typist.go_to("place")
    typist.fill_one("places.0.lat", "60,45")
    typist.go_to("look")

    expect(typist.page.locator("[data-file]")).to_contain_text("lat: 60.45")


def test_what_is_wrong_can_be_left_for_later(visit):
    page = visit("place")
    page.get_by_role("button", name="Next").locator("visible=true").click()

    page.get_by_role("button", name="Leave it for later").click()

    expect(page.get_by_role("heading", name="Sources", exact=True)).to_be_focused()
    expect(page.get_by_role("alert")).to_be_hidden()


def test_nothing_is_sent_as_long_as_something_is_wrong(visit):
    page = visit("send")

    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.locator("[data-not-ready]")).to_contain_text("have to be mended")
    expect(page.locator("[data-ready]")).to_be_hidden()
    expect(errors(page).first).to_contain_text("Kind of case is missing. Choose one.")


def test_an_error_in_another_step_leads_to_that_step(typist):
    typist.go_to("send")

    typist.page.get_by_role("link", name="Places are missing").click()

    expect(typist.page.get_by_role("heading", name="Title, place and date")).to_be_visible()
    expect(typist.page.get_by_role("textbox", name="City")).to_be_focused()


# What nobody sees.


def test_invisible_characters_are_taken_out_once_one_has_typed_and_it_is_said(visit):
    page = visit("place")
    title(page).fill("Zwol\u00adle: cra\u200bfts")

    title(page).press("Tab")

    expect(title(page)).to_have_value("Zwolle: crafts")
    note = page.locator("[data-path=title] [data-taken-out]")
    expect(note).to_have_text("2 invisible characters were taken out.")
    expect(page.locator("[data-told]")).to_have_text("2 invisible characters were taken out.")
    title(page).press_sequentially("s")
    expect(note).to_have_count(0)


def test_invisible_characters_are_taken_out_of_what_is_pasted_where_one_types(visit, context):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = visit("place")
    title(page).fill("Zwolle: ")
    page.evaluate("navigator.clipboard.writeText('cra\u00adfts')")
    title(page).press("Home")

    title(page).press("Control+v")

    expect(title(page)).to_have_value("craftsZwolle: ")
    page.keyboard.type(", ")
    expect(title(page)).to_have_value("crafts, Zwolle: ")


def test_joiners_that_scripts_need_are_left_as_they_are(visit):
    page = visit("place")
    joined = "می\u200cخواهم 👩\u200d🎨"
    title(page).fill(joined)

    title(page).press("Tab")

    expect(title(page)).to_have_value(joined)
    expect(page.locator("[data-taken-out]")).to_have_count(0)


def test_lines_that_a_word_processor_breaks_stay_apart(visit):
    page = visit("place")
    summary = page.get_by_role("textbox", name="Summary")
    for box, expected in ((summary, "One\ntwo\nthree"), (title(page), "One two three")):
        box.fill("One\u2028two\vthree")
        box.press("Tab")
        expect(box).to_have_value(expected)


def test_invisible_characters_of_a_file_are_taken_out_when_it_is_opened(visit, case_text):
    page = visit()
    page.get_by_text("Go on with a file").click()
    text = case_text.replace("A town by the sea.", "A to\u00adwn by the\u200b sea.")
    page.get_by_label("Or its text").fill(f"\ufeff{text}")

    page.get_by_role("button", name="Open the text").click()

    expect(page.locator("[data-notes]")).to_contain_text("2 invisible characters were taken out.")
    Typist(page).go_to("story")
    expect(page.get_by_role("textbox", name="Context")).to_have_value("A town by the sea.")


# Lists.


def test_entries_are_added_moved_and_removed_and_it_is_said(typist):
    typist.go_to("portfolios")
    page = typist.page
    told = page.locator("[data-told]")
    for title in ("First", "Second"):
        page.get_by_role("button", name="Add a portfolio").click()
        expect(page.locator("[data-path]:focus")).to_have_count(0)
        page.locator(":focus").fill(title)
    expect(told).to_have_text("Portfolio 2 added.")

    page.get_by_role("button", name="Up: Portfolio 2").click()

    expect(told).to_have_text("Portfolio 2 is now Portfolio 1.")
    expect(page.locator('[id="f-portfolios.0.title"]')).to_have_value("Second")
    expect(page.locator('[id="f-portfolios.0.id"]')).to_have_value("X1-P1")
    page.get_by_role("button", name="Remove: Portfolio 2").click()
    expect(told).to_have_text("Portfolio 2 removed. 1 left.")
    expect(page.get_by_role("button", name="Remove: Portfolio 1")).to_be_focused()


def test_ids_are_proposed_from_the_name_and_stay_once_they_are_typed(typist):
    page = typist.page
    typist.go_to("place")
    title(page).fill("Łódź i Θεσσαλονίκη: „moda”")
    expect(page.get_by_label("Name of the file")).to_have_value("lodz-i-thessaloniki-moda")
    typist.go_to("recommendations")
    for _ in range(2):
        page.get_by_role("button", name="Add a recommendation").click()
        page.locator(":focus").fill("Group")

    first, second = (page.locator(f'[id="f-recommendations.{place}.id"]') for place in (0, 1))
    expect(second).to_have_value("LI-2")
    first.fill("OWN-7")
    page.get_by_role("button", name="Down: Recommendation 1").click()

    expect(second).to_have_value("OWN-7")
    expect(first).to_have_value("OWN-1")


def test_terms_keep_the_order_in_which_they_were_ticked(typist):
    typist.go_to("subject")
    page = typist.page
    areas = typist.field("areas")

    for id_ in ("performing-arts", "ai-cci"):
        areas.locator(f"[value={id_}]").check()

    order = areas.locator("[data-order]")
    expect(order).to_contain_text("1 Cross-Innovation with Performing Arts, 2 AI ")
    typist.go_to("look")
    expect(page.locator("[data-file]")).to_contain_text("- performing-arts\n  - ai-cci")


# Drafts.


def test_a_draft_is_there_again_after_the_page_was_closed(typist, visit):
    fields, sections = case_in(TYPED / "lodz-peer-review.md")
    typist.write("lodz-peer-review", fields, sections)
    typist.go_to("look")
    file = typist.page.locator("[data-file]").inner_text()

    page = visit("look")

    expect(page.locator("[data-file]")).to_have_text(file, use_inner_text=True)
    expect(page.locator("[data-kept]")).to_have_text("Your draft is kept in this browser only.")


def test_proposed_ids_of_a_draft_stay_proposed(typist, visit):
    typist.go_to("recommendations")
    typist.page.get_by_role("button", name="Add a recommendation").click()
    typist.page.locator(":focus").fill("Group")
    expect(typist.page.locator('[id="f-recommendations.0.id"]')).to_have_value("X1-1")

    page = visit("place")
    title(page).fill("Zwolle: crafts")
    Typist(page).go_to("recommendations")

    expect(page.locator('[id="f-recommendations.0.id"]')).to_have_value("ZC-1")


def test_a_draft_is_forgotten_only_after_a_question(visit):
    page = visit("place")
    title(page).fill("Zwolle: crafts")
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.get_by_role("button", name="Delete it and start over").click()
    expect(title(page)).to_have_value("Zwolle: crafts")

    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Delete it and start over").click()

    expect(page.get_by_role("heading", name="Begin")).to_be_focused()
    page = visit("place")
    expect(title(page)).to_have_value("")


def test_a_browser_that_keeps_nothing_says_so_and_the_form_works(page, visit):
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } });"
    )

    visit("place")

    expect(page.locator("[data-kept]")).to_have_text(
        "This browser keeps no draft: save the file before you leave."
    )


@pytest.mark.parametrize("kept", ["{", "null", "[]", '{"data": 5}', '{"data": {}, "sections": 1}'])
def test_a_draft_that_cannot_be_read_is_left_alone(page, visit, kept):
    visit()
    page.evaluate("kept => localStorage.setItem('casebook.new-case', kept)", kept)
    page.goto("about:blank")

    visit("place")

    expect(title(page)).to_have_value("")


# Opening.


def test_a_draft_of_an_import_tells_what_to_confirm_and_keeps_what_has_no_place(visit, case_text):
    page = visit()
    text = case_text.replace("scope: city", "scope:  # TO CONFIRM: not in the report")
    page.get_by_text("Go on with a file").click()
    page.get_by_label("Or its text").fill(f"{text}\n## To place\n\nA passage.\n")

    page.get_by_role("button", name="Open the text").click()

    notes = page.locator("[data-notes]")
    expect(notes).to_be_focused()
    expect(notes).to_contain_text("scope: to be confirmed: not in the report")
    Typist(page).go_to("doubts")
    expect(page.get_by_label("Passages to place")).to_have_value("A passage.")
    Typist(page).go_to("send")
    expect(errors(page).filter(has_text="Passages to place")).to_have_count(1)


def test_a_file_that_is_none_is_refused_with_the_reason(visit):
    page = visit()
    page.get_by_text("Go on with a file").click()
    page.get_by_label("Or its text").fill("# A report\n\nWith words.")

    page.get_by_role("button", name="Open the text").click()

    expect(page.locator("[data-notes]")).to_contain_text("It does not begin with a line ‘---’")


HOSTILE = '"><img src=x onerror=alert(1)><script>alert(2)</script>'


def test_hostile_texts_are_shown_as_text_and_run_nowhere(visit, case_text, page):
    ran = []
    page.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
    quoted = json.dumps(HOSTILE)
    text = case_text.replace("summary: A case", f"summary: {quoted}\nx: A case")
    text = text.replace("title: Teach", f"title: {quoted}").replace("A town by the sea.", HOSTILE)
    text = text.replace(
        "There is one.", "[x](javascript:alert(3)) ![x](https://evil.example/x.png)"
    )
    visit().get_by_text("Go on with a file").click()
    page.get_by_label("Or its text").fill(text)
    page.get_by_role("button", name="Open the text").click()

    Typist(page).go_to("look")

    expect(page.locator("[data-preview]")).to_contain_text(HOSTILE)
    assert page.locator("[data-preview] :is(img, script, [href^=javascript])").count() == 0
    Typist(page).go_to("send")
    expect(errors(page)).not_to_have_count(0)
    assert ran == []


# The last steps.


def test_a_short_case_is_handed_to_the_forge_in_an_address(typist, case_text, tmp_path):
    file = tmp_path / "zwolle-crafts.md"
    file.write_text(case_text, encoding="utf-8")
    page = typist.page
    page.locator("#newcase-file").set_input_files(file)
    expect(page.locator("[data-notes]")).to_contain_text("The file is open")

    typist.go_to("send")

    address = urlsplit(page.get_by_role("link", name="Open the website").get_attribute("href"))
    assert f"{address.netloc}{address.path}" == "forge.example/ekip/casebook/new/main"
    query = parse_qs(address.query)
    assert query["filename"] == ["cases/zwolle-crafts.md"]
    told = first_step_on_the_forge(page)
    assert told.startswith("The website opens with the name and the text")
    typist.go_to("look")
    assert query["value"] == [page.locator("[data-file]").text_content()]


def test_a_long_case_is_copied_and_the_forge_gets_its_name_alone(typist, page, context):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("#newcase-file").set_input_files(TYPED / "thessaloniki-lyrika.md")
    expect(page.locator("[data-notes]")).to_contain_text("The file is open")
    typist.go_to("send")
    link = page.get_by_role("link", name="Copy the text and open the website")
    expect(link).to_have_attribute(
        "href",
        "https://forge.example/ekip/casebook/new/main?filename=cases%2Fthessaloniki-lyrika.md",
    )

    page.get_by_role("button", name="Copy the text", exact=True).click()

    assert first_step_on_the_forge(page).startswith("Your text is too long for an address")
    expect(page.locator("[data-said]")).to_have_text("The text is copied.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("---\ntitle: 'Θεσσαλονίκη: μουσική")


def test_the_meter_counts_as_the_book_does(typist, book):
    case = book.case("amiens-cci-strategy")
    typist.page.locator("#newcase-file").set_input_files(CASES / "amiens-cci-strategy.md")

    expect(typist.page.locator("[data-meter-text]")).to_have_text(
        completeness(case).text.partition(";")[0]
    )
    missing = ", ".join(completeness(case).missing_in_words)
    expect(typist.page.locator("[data-meter-missing]")).to_have_text(
        f"Still empty: {missing}" if missing else ""
    )


def test_the_text_of_the_page_can_be_read_before_it_is_sent(typist):
    typist.page.locator("#newcase-file").set_input_files(TYPED / "thessaloniki-lyrika.md")
    expect(typist.page.locator("[data-notes]")).to_contain_text("The file is open")

    typist.go_to("look")

    preview = typist.page.locator("[data-preview]")
    expect(preview).to_contain_text("Θεσσαλονίκη: μουσική και τεχνητή νοημοσύνη")
    link = preview.get_by_role("link", name="εργαστήρι πρωτοτύπων")
    assert link.evaluate("one => one.href").endswith("/tools-and-methods/prototyping-workshop/")
    expect(preview.locator("sup").first).to_have_text("[2]")
    expect(preview.get_by_role("heading", name="Τι λειτουργεί")).to_be_visible()


def test_a_card_is_asked_for_less_than_a_full_case(typist):
    def asked():
        return typist.form.locator("[data-goto]").locator("visible=true").all_inner_texts()

    typist.field("kind").locator("[value=peer-review]").check()
    typist.field("record").locator("[value=full]").check()
    expect(typist.form.locator("[data-goto=peer-review]")).to_be_visible()
    full = asked()

    typist.field("record").locator("[value=card]").check()

    expect(typist.form.locator("[data-goto=portfolios]")).to_be_hidden()
    assert len(asked()) < len(full)


def test_the_back_button_of_the_browser_goes_back_a_step(typist):
    typist.go_to("sources")
    typist.go_to("story")

    typist.page.go_back()

    expect(typist.page.get_by_role("heading", name="Sources", exact=True)).to_be_visible()


def test_the_first_visit_is_light(page, base_url):
    """The libraries are not among it: they come with the first file and the first story."""
    loaded = set()
    page.on("request", lambda request: loaded.add(request.url))

    page.goto(f"{base_url}contribute/new-case/")
    expect(page.locator("[data-kept]")).not_to_be_empty()

    assert not any("/vendor/" in url for url in loaded)
