"""The lines of JavaScript on the page of the API do what the page says."""

from __future__ import annotations

from tests.built_site import FOLDER, HOST


def test_the_newest_cases_from_france_become_links(page, base_url, site):
    lines = site.page("/data/api/").find(id="javascript").find_next("pre").get_text()
    code = lines.replace(f"https://{HOST}/{FOLDER}/", base_url)
    page.goto(f"{base_url}data/api/")
    page.evaluate("() => document.body.append(document.createElement('p'))")
    page.evaluate("() => { document.body.lastElementChild.id = 'cases'; }")

    page.evaluate(f"async () => {{ {code} }}")

    assert f"{base_url}api/v1/cases.json" in code
    links = page.locator("p#cases a")
    assert links.count() == 2
    assert links.first.get_attribute("href").endswith("/cases/saint-etienne-performing-arts-ai/")
