"""What the API and the pages say of terms, organisations and lists is the same; no link is lost."""

from __future__ import annotations

import json
from urllib.parse import unquote, urlsplit

import pytest

from tests import page_reading as read
from tests.api_checks import links
from tests.api_reading import (
    SITE,
    address,
    flat,
)
from tests.built_site import FOLDER


@pytest.mark.parametrize("vocabulary", ["areas", "countries", "themes"])
def test_the_page_of_a_term(site, api, vocabulary):
    for term in api.records(vocabulary):
        page, place = site.page(address(term)), address(term)
        head = page.select_one(".page-head")
        assert read.words(page.select_one("h1")) == flat(term["label"]["en"])
        assert read.words(head.select_one(".summary")) == flat(term["definition"])
        assert read.words(head.select_one("[lang=fr]")) == flat(term["label"]["fr"])
        assert flat(", ".join(term["aliases"])) in read.words(head)
        shown = [term["counts"]["cases"], term["counts"]["asks"]] if term["cases"] else []
        assert read.counts(page) == shown
        assert [len(term["cases"]), len(term["asks"])] == list(term["counts"].values())
        if vocabulary == "themes":
            titles = [
                link
                for one in page.select(".ask-group__title")
                for link in read.targets(one, place)
            ]
            assert sorted(titles) == [f"/cases/{id_}/" for id_ in term["cases"]]
            assert {one["id"] for one in page.select(".ask-list > li")} == set(term["asks"])
        else:
            assert sorted(read.cards(page, place)) == [f"/cases/{id_}/" for id_ in term["cases"]]
            assert [
                (link, int(one.b.get_text()))
                for one in page.select(".counts li")
                for link in read.targets(one, place)
            ] == [(f"/themes/{one['id']}/", one["asks"]) for one in term["themes"]]
        assert [
            link.partition("#org-")[2] for link in read.targets(page.select_one(".columns"), place)
        ] == term["organisations"]


def test_the_list_of_organisations(site, api):
    groups, countries = api.terms("stakeholder-groups"), api.terms("countries")
    page = site.page("/organisations/")
    shown = {
        one["id"].removeprefix("org-"): (
            read.words(one.h2),
            [
                (read.targets(item, "/organisations/")[0], read.words(item.span))
                for item in one.select("ul > li")
            ],
        )
        for one in page.select(".organisations > li")
    }

    assert shown == {
        known["id"]: (
            flat(known["name"]),
            [
                (
                    f"/cases/{one['case']}/#who-was-there",
                    flat(
                        groups[one["group"]]["label"]["en"]
                        + (f": {'; '.join(one['roles'])}" if one["roles"] else "")
                        + (
                            f" · {countries[one['country']]['label']['en']}"
                            if one["country"]
                            else ""
                        )
                    ),
                )
                for one in known["participations"]
            ],
        )
        for known in api.items("organisations")
    }


def test_the_lists_of_cases_tools_asks_and_terms(site, api):
    rows = {
        read.targets(row, "/cases/all/")[0]: [read.words(cell) for cell in row.select("td")]
        for row in site.page("/cases/all/").select("tbody tr")
    }
    assert {link: (cells[3], cells[4]) for link, cells in rows.items()} == {
        address(case): (
            case["year"] or "notknown",
            str(case["counts"]["asks"]) if case["record"] == "full" else "–",
        )
        for case in api.items("cases")
    }
    tools = read.cards(site.page("/tools-and-methods/"), "/tools-and-methods/")
    assert tools == [address(tool) for tool in api.items("tools")]
    asks = [
        link
        for title in site.page("/recommendations/").select(".ask-card h2")
        for link in read.targets(title, "/recommendations/")
    ]
    assert sorted(asks) == sorted(address(ask) for ask in api.items("asks"))
    for vocabulary in ("areas", "countries", "themes"):
        page = site.page(f"/{vocabulary}/")
        listed = [
            link
            for one in page.select(".terms h2")
            for link in read.targets(one, f"/{vocabulary}/")
        ]
        assert listed == [address(term) for term in api.items(vocabulary)]


def test_the_glossary(site, api):
    shown = {
        term["id"].removeprefix("term-"): read.words(term.find_parent("div").dd)
        for term in site.page("/glossary/").select("dt[id^=term-]")
    }

    for id_, term in api.terms("glossary").items():
        assert shown.pop(id_).startswith(flat(term["definition"]))
    assert shown == {}


def test_the_terms_of_the_codebook(site, api):
    page = site.page("/data/codebook/")
    for vocabulary in api.items("vocabularies"):
        start = f"{vocabulary['id']}-"
        shown = {
            one["id"].removeprefix(start): read.words(one) for one in page.select(f"[id^={start}]")
        }
        assert {*shown} == {term["id"] for term in vocabulary["terms"]}
        for term in vocabulary["terms"]:
            for text in (*term["label"].values(), term["definition"], *term["aliases"]):
                assert flat(text) in shown[term["id"]]


def test_every_address_that_the_api_gives_has_its_file_and_its_anchor(site, api):
    files = [file for file in api.folder.rglob("*.json") if file.stem != "openapi"]
    found = {link for file in files for link in links(json.loads(file.read_text("utf-8")))}
    lost = []
    for link in sorted(found):
        parts = urlsplit(link)
        place = unquote(parts.path.removeprefix(f"/{FOLDER}"))
        if "{" in link:
            continue
        assert link.startswith(SITE), link
        if not site.file(place).is_file() or (
            parts.fragment and not site.page(place).find(id=unquote(parts.fragment))
        ):
            lost.append(link)

    assert len(found) > 200
    assert lost == []


def test_the_page_of_each_record_names_its_file(site, api):
    for collection in ("cases", "tools", "areas", "countries", "themes"):
        for item in api.items(collection):
            found = site.page(address(item)).select("link[rel=alternate][type='application/json']")
            named = {read.resolved(str(one["href"]), address(item)) for one in found}
            assert item["links"]["self"].removeprefix(SITE) in named | {
                str(one["href"]).removeprefix(SITE) for one in found
            }
