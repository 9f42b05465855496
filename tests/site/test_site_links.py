"""Links exist in both directions, and every ask can be found from its themes."""

from __future__ import annotations

from pathlib import Path

from casebank.typography import typographic


def test_all_asks_stand_on_their_theme_pages_and_link_to_their_place(site, book):
    assert len(book.asks) == 62
    for ask in book.asks:
        for theme in ask.themes:
            entry = site.page(f"/themes/{theme}/").find(id=ask.id)
            assert entry is not None, (ask.id, theme)
            assert typographic(ask.title or ask.text) in entry.get_text()
            assert ask.address in site.links(f"/themes/{theme}/")


def test_each_ask_has_an_anchor_on_its_case_and_links_to_its_themes(site, book):
    for ask in book.asks:
        place = site.page(ask.case.address).find(id=ask.id)
        assert place is not None, ask.id
        hrefs = {str(link["href"]) for link in place.select(".ask__foot > .chips a")}
        assert {f"../../themes/{theme}/#{ask.id}" for theme in ask.themes} <= hrefs, ask.id


def test_cases_and_tools_link_to_each_other(site, book):
    pairs = [(case, tool) for tool in book.tools for case in book.cases_using(tool.id)]

    assert len(pairs) >= 9
    for case, tool in pairs:
        assert tool.address in site.links(case.address)
        assert case.address in site.links(tool.address)


def test_cases_areas_and_countries_link_to_each_other(site, book):
    for case in book.cases:
        terms = [f"/areas/{area}/" for area in case.areas]
        terms += [f"/countries/{country.id}/" for country in book.countries_of(case)]
        for address in terms:
            assert address in site.links(case.address)
            assert case.address in site.links(address)


def test_organisations_and_cases_link_to_each_other(site, book):
    assert len(book.organisations) > 20
    for known in book.organisations:
        entry = site.page("/organisations/").find(id=f"org-{known.id}")
        assert entry is not None, known.name
        for case in known.cases:
            assert known.address in site.links(case.address)
            assert f"{case.address}#who-was-there" in site.links("/organisations/")


def test_tools_name_each_other_in_both_directions(site, book):
    for tool in book.tools:
        for other in book.tools_after(tool):
            assert other.address in site.links(tool.address)
            assert tool.address in site.links(other.address)


def test_related_cases_say_why(site):
    related = site.page("/cases/saint-etienne-performing-arts-ai/").select(".related > li")

    assert len(related) == 5
    for entry in related:
        assert "Related because of the same" in entry.get_text()
        assert len(entry.select("p a")) >= 1


def test_every_record_can_be_reached_from_its_index(site, book):
    assert {case.address for case in book.cases} <= site.links("/cases/")
    assert {tool.address for tool in book.tools} <= site.links("/tools-and-methods/")
    for vocabulary in ("areas", "countries", "themes"):
        terms = {f"/{vocabulary}/{term.id}/" for term in book.terms(vocabulary)}
        assert terms <= site.links(f"/{vocabulary}/")


def test_the_matrix_counts_the_asks_behind_its_links(site, book):
    rows = site.page("/evidence/").select(".matrix tbody tr")
    columns = [term.id for term in book.terms("areas")]
    skills = [cell.get_text(strip=True) for cell in rows[0].select("td")]

    expected = []
    for area in columns:
        linked_only = book.cases_where(area=area) and not book.asks_where(area=area)
        count = len(book.asks_where(theme="skills", area=area))
        expected.append(
            str(count) if count else "–only a linked case" if linked_only else "·none yet"
        )
    assert skills == [*expected, "8"]
    assert expected.count("–only a linked case") == 2


def test_a_term_with_nothing_in_it_says_so_and_invites(site, book):
    empty = [term for term in book.terms("areas") if not book.cases_where(area=term.id)]

    assert empty
    for term in empty:
        page = site.page(f"/areas/{term.id}/")
        assert page.find(id="nothing-yet") is not None, term.id
        assert "/contribute/" in site.links(f"/areas/{term.id}/")


def test_a_glossary_term_is_linked_once_and_where_it_first_appears(site):
    links = site.page("/cases/saint-etienne-performing-arts-ai/").select("a.term")
    targets = [str(link["href"]) for link in links]

    assert len(targets) == len(set(targets)) > 5
    assert "../../glossary/#term-cci" in targets


def test_the_front_door_shows_computed_figures(site):
    figures = [item.get_text(" ", strip=True) for item in site.page("/").select(".figures li")]

    assert figures == [
        "6 cases",
        "4 countries",
        "62 recommendations and asks",
        "7 tools and methods",
    ]


def test_data_files_are_published(site):
    for path in ("api/v1/index.json", "api/v1/cases/amiens-cci-strategy.json", "data/asks.csv"):
        assert Path(site.folder / path).stat().st_size > 100
