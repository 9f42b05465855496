"""Types a case into the form as a person does: step by step, field by field, adding entries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

from casebank.blank import Blank, blanks
from casebank.case import CaseFields

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page


class Typist:
    """Fills in the form of a new case."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.form = page.get_by_role("form", name="The case")

    def write(self, id_: str, fields: dict[str, Any], sections: dict[str, str]) -> None:
        """Fill in a whole case; its review is not asked for."""
        self.go_to("begin")
        for name in ("kind", "record"):
            self.field(name).locator(f"[value={fields[name]}]").check()
        for blank in blanks(CaseFields):
            if blank.name in fields and blank.name not in {"kind", "record", "review"}:
                self.go_to(self.step_of(blank.name))
                self.fill(blank, blank.name, fields[blank.name])
        for heading, text in sections.items():
            self.go_to("story")
            self.field(f"body.{heading}").locator("textarea").fill(text)
        self.go_to("place")
        self.field("id").locator("input").fill(id_)

    def go_to(self, step: str) -> None:
        """Open a step through the list of steps."""
        button = self.form.locator(f"[data-goto={step}]")
        if not button.is_visible():
            self.form.locator(".newcase__nav summary").click()
        button.click()
        expect(self.form.locator(f"[data-step={step}]")).to_be_visible()

    def step_of(self, path: str) -> str:
        """Return the step in which a field is asked for."""
        step: str = self.field(path).evaluate("one => one.closest('[data-step]').dataset.step")
        return step

    def field(self, path: str) -> Locator:
        """Return a field, list or entry by its place, counted from 0."""
        return self.form.locator(f'[data-path="{path}"]').first

    def fill(self, blank: Blank, path: str, value: Any) -> None:
        """Fill in one field, or all fields within it."""
        if blank.many and blank.parts:
            for place, entry in enumerate(value):
                self.need(path, place)
                self.fill_parts(blank, f"{path}.{place}", entry)
        elif blank.parts:
            self.fill_parts(blank, path, value)
        elif blank.many and blank.terms:
            for id_ in value:
                self.field(path).locator(f"[value={id_}]").check()
        elif blank.many and blank.shape == "text":
            for place, text in enumerate(value):
                self.need(path, place)
                self.field(f"{path}.{place}").locator("textarea").fill(text)
        elif blank.many:
            self.field(path).locator("textarea").fill("\n".join(value))
        else:
            self.fill_one(path, str(value))

    def fill_parts(self, blank: Blank, path: str, entry: dict[str, Any]) -> None:
        """Fill in the fields of one entry."""
        for part in blank.parts:
            if part.name in entry:
                self.fill(part, f"{path}.{part.name}", entry[part.name])

    def need(self, path: str, place: int) -> None:
        """Add an entry to a list if it has not so many yet."""
        group = self.field(path)
        if group.locator(":scope > [data-entries] > li").count() <= place:
            group.locator(":scope > p > [data-add]").click()

    def fill_one(self, path: str, value: str) -> None:
        """Type a text, or choose a value."""
        kind = self.field(path).get_attribute("data-type")
        if kind == "radio":
            self.field(path).locator(f"[value={value}]").check()
        elif kind == "select":
            self.field(path).locator("select").select_option(value)
        else:
            self.field(path).locator("input, textarea").fill(value)
