"""The build itself: the same bytes each time, loud about faults, never half a site."""

from __future__ import annotations

import filecmp
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from tests.built_site import make_whole
from tests.picture_examples import picture

if TYPE_CHECKING:
    from pathlib import Path


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def files_below(folder: Path) -> set[str]:
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}


def test_two_builds_of_the_same_content_are_the_same_bytes(site, copy, build_copy):
    make_whole(copy)

    code, printed, folder = build_copy()

    assert code == 0, printed
    assert files_below(folder) == files_below(site.folder)
    different = [
        path
        for path in sorted(files_below(folder))
        if not filecmp.cmp(folder / path, site.folder / path, shallow=False)
    ]
    assert different == []


def test_three_broken_files_give_three_problems_and_no_site(copy, build_copy):
    replace(copy / "cases/amiens-cci-strategy.md", "kind: peer-review", "kind: peer-reviw")
    replace(copy / "cases/lund-artificial-intelligence.md", "areas: [ai-cci]", "areas: [ai-cii]")
    replace(copy / "tools-and-methods/opsi-model.md", "kind: method", "kind: methode")

    code, printed, folder = build_copy()

    assert code != 0
    assert "cases/amiens-cci-strategy.md:" in printed
    assert "kind: 'peer-reviw' is not one of city-case, peer-review." in printed
    assert "Did you mean 'peer-review'?" in printed
    assert "areas.1: 'ai-cii' is not an innovation area. Did you mean 'ai-cci'?" in printed
    assert "kind: 'methode' is not one of method, canvas, guide, template." in printed
    assert "Did you mean 'method'?" in printed
    assert not folder.exists() or files_below(folder) == set()


def test_a_seventh_case_is_one_new_file_and_everything_follows(copy, build_copy, case_text):
    (copy / "cases/testville.md").write_text(case_text, encoding="utf-8")

    code, printed, folder = build_copy()

    def page(address: str) -> BeautifulSoup:
        text = (folder / address / "index.html").read_text(encoding="utf-8")
        return BeautifulSoup(text, "html.parser")

    assert code == 0, printed
    assert page("cases/testville").h1.get_text() == "Testville: a small case"
    assert page(".").select_one(".figures li").get_text(" ", strip=True) == "7 cases"
    assert "7 cases" not in page("areas").get_text()
    assert page("areas/ai-cci").find("a", href="../../cases/testville/")
    assert page("countries/norway").find("a", href="../../cases/testville/")
    assert page("themes/skills").find(id="TV-1")
    assert page("tools-and-methods/prototyping-workshop").find("a", href="../../cases/testville/")
    assert page("cases").find("a", href="testville/")
    assert "9" in page("evidence").select_one(".matrix tbody tr").get_text()
    assert "Testville" in (folder / "data/cases.csv").read_text(encoding="utf-8")


def test_a_page_in_docs_that_takes_a_generated_address_is_refused(copy, build_copy):
    (copy / "docs/cases/lund-artificial-intelligence.md").write_text("# Mine\n", encoding="utf-8")

    code, printed, _ = build_copy()

    assert code != 0
    assert "The address /cases/lund-artificial-intelligence/ is claimed by" in printed


def test_a_macro_with_a_slip_in_its_name_stops_the_build(copy, build_copy):
    (copy / "docs/broken.md").write_text("# Broken\n\n{{ case_crads() }}\n", encoding="utf-8")

    code, printed, _ = build_copy()

    assert code != 0
    assert "case_crads" in printed


def test_a_dead_address_in_docs_stops_the_build(copy, build_copy):
    (copy / "docs/broken.md").write_text(
        '# Broken\n\n<p><a href="/cases/nowhere/">Nowhere</a></p>\n', encoding="utf-8"
    )

    code, printed, _ = build_copy()

    assert code != 0
    assert "broken.md: the address /cases/nowhere/ is no page of the site." in printed


def test_pictures_of_a_case_are_published(copy, build_copy, case_text):
    png = picture(".png")
    (copy / "cases/media/testville").mkdir(parents=True)
    (copy / "cases/media/testville/town.png").write_bytes(png)
    images = (
        "images:\n  - {file: town.png, alt: The town, credit: Testville, licence: CC0}\nreview:"
    )
    case = case_text.replace("review:", images, 1)
    (copy / "cases/testville.md").write_text(case, encoding="utf-8")

    code, printed, folder = build_copy()

    assert code == 0, printed
    assert (folder / "cases/media/testville/town.png").read_bytes() == png
    text = (folder / "cases/testville/index.html").read_text(encoding="utf-8")
    shown = BeautifulSoup(text, "html.parser").select_one(".picture img")
    assert (shown["src"], shown["alt"]) == ("../media/testville/town.png", "The town")


def test_an_earlier_id_leads_to_the_present_address(copy, build_copy, case_text):
    case = case_text.replace("review:", "aliases: [old-testville]\nreview:", 1)
    (copy / "cases/testville.md").write_text(case, encoding="utf-8")

    code, printed, folder = build_copy()

    assert code == 0, printed
    text = (folder / "cases/old-testville/index.html").read_text(encoding="utf-8")
    page = BeautifulSoup(text, "html.parser")
    refresh = page.select_one("meta[http-equiv=refresh]")["content"]
    assert refresh == "0; url=../testville/"
    assert page.select_one("#content a")["href"] == "../testville/"
    assert page.select(".page-links") == []
    assert page.select_one("meta[http-equiv=Content-Security-Policy]")


def test_every_part_of_a_case_is_shown_whatever_its_kind(copy, build_copy, case_text):
    parts = """\
challenges:
  - {group: A group, text: An obstacle.}
portfolios:
  - id: TV-P1
    title: A portfolio
    idea: An idea.
    asks:
      - {id: TV-P1a, text: Ask., themes: [skills]}
examples:
  - {id: TV-E1, group: a group, text: Example., themes: [skills]}
conclusions:
  - {id: TV-C1, text: Conclusion., themes: [skills]}
actions:
  - {id: TV-X1, axis: One, priority: 1, text: Action., themes: [skills]}
review:"""
    city_case = case_text.replace("review:", parts, 1)
    (copy / "cases/testville.md").write_text(city_case, encoding="utf-8")
    fields, _, _ = city_case.replace("TV-", "PR-").partition("\n## Context")
    body = "\n## Context\n\nA.\n\n## Challenge\n\nB.\n\n## Conclusions\n\nC.\n"
    review = fields.replace("kind: city-case", "kind: peer-review") + body
    (copy / "cases/reviewville.md").write_text(review, encoding="utf-8")

    code, printed, folder = build_copy()

    assert code == 0, printed
    for name, prefix in (("testville", "TV"), ("reviewville", "PR")):
        text = (folder / f"cases/{name}/index.html").read_text(encoding="utf-8")
        page = BeautifulSoup(text, "html.parser")
        for ask in ("1", "P1", "P1a", "E1", "C1", "X1"):
            assert page.find(id=f"{prefix}-{ask}"), (name, ask)
        assert "An obstacle." in page.get_text()


@pytest.mark.parametrize(
    ("link", "page"),
    [
        ("amiens-cci-strategy.md#AM-Z9", "/cases/amiens-cci-strategy/"),
        ("#AM-Z9", "/cases/lund-artificial-intelligence/"),
    ],
)
def test_a_link_to_an_anchor_that_does_not_exist_stops_the_build(copy, build_copy, link, page):
    case = copy / "cases/lund-artificial-intelligence.md"
    text = case.read_text(encoding="utf-8")
    case.write_text(f"{text}\n[Nowhere]({link})\n", encoding="utf-8")

    code, printed, _ = build_copy()

    assert code != 0
    assert f"{page} has no anchor #AM-Z9." in printed


def test_pictures_and_downloads_can_be_left_out_and_no_page_then_names_one(build_copy):
    code, printed, folder = build_copy()

    assert code == 0, printed
    assert not (folder / "assets/cards").exists()
    assert not (folder / "downloads/cases").exists()
    assert "og:image" not in (folder / "index.html").read_text(encoding="utf-8")
    assert "og:title" in (folder / "index.html").read_text(encoding="utf-8")
    case = (folder / "cases/amiens-cci-strategy/index.html").read_text(encoding="utf-8")
    assert "Briefing" not in case
