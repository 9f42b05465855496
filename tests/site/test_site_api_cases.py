"""What the API and the pages say of cases is the same, case by case."""

from __future__ import annotations

from casebank.phrases import plural, when_in_words
from tests import page_reading as read
from tests.api_reading import (
    SITE,
    address,
    completeness,
    filled,
    flat,
    name,
    rendered,
    review,
    written,
)


def case_facts(api, case):
    """Return the box of facts as the API has it."""
    several = len(case["places"]) > 1
    places = [
        f"{one['city']}, {one['region'] + ', ' if one['region'] else ''}"
        + api.terms("countries")[one["country"]]["label"]["en"]
        for one in case["places"]
    ]
    areas = [api.terms("areas")[id_]["label"]["en"] for id_ in case["areas"]]
    authors = [
        one["name"]
        + (f", {one['organisation']}" if one["organisation"] else "")
        + (f" ({when_in_words(one['year'])})" if one["year"] else "")
        + (f" {one['source']}" if one["source"] else "")
        for one in case["authors"]
    ]
    known = completeness(case)
    basic = f"{len(known.filled)} of {known.total} basic facts, and the way to the original"
    facets = ", ".join(name(api.terms("opsi-facets")[id_]) for id_ in case["opsi"]["facets"])
    judge = {"source": "as the source says", "editor": "an editor’s reading"}
    return filled(
        **{
            "Places" if several else "Place": places,
            "Innovation area" if len(areas) == 1 else "Innovation areas": areas,
            "Held": when_in_words(case["held"]) if case["held"] else "",
            "Published": when_in_words(case["published"]) if case["published"] else "",
            "Methods used": [api.by_id("tools")[id_]["title"] for id_ in case["tools"]],
            "Scope": api.terms("scopes")[case["scope"]]["label"]["en"],
            "Useful for": ", ".join(name(api.terms("audiences")[id_]) for id_ in case["audiences"]),
            "Author" if len(authors) == 1 else "Authors": authors
            or [f"not named; published by {case['publisher']}"],
            "OPSI facets": f"{facets} ({judge[case['opsi']['assessed_by']]})" if facets else "",
            "Review": review(case),
            "Completeness": known.text if case["record"] == "full" else f"Linked case: {basic}",
        }
    )


def test_the_head_of_a_case(site, api):
    for case in api.records("cases"):
        page = site.page(address(case))
        assert read.head(page) == {
            "title": flat(case["title"]),
            "summary": flat(case["summary"]),
            "facts": case_facts(api, case),
            "original": case["published_at"],
        }
        themes = [f"/themes/{one['id']}/" for one in case["themes"]]
        assert read.targets(page.select_one(".page-head .chips"), address(case)) == themes[:6]
        kind = case["kind"].replace("-", " ").capitalize()
        countries = [api.terms("countries")[code] for code in case["countries"]]
        place = "".join(f"{one['code']} {one['label']['en']} · " for one in countries)
        linked = " · linked case" if case["record"] == "card" else ""
        year = f" · {case['year']}" if case["year"] else ""
        assert read.words(page.select_one(".page-head .eyebrow")) == flat(
            place + kind + year + linked
        )


def test_the_body_of_a_case(site, api):
    for case in api.records("cases"):
        assert read.bodies(site.page(address(case))) == {
            heading.lower().replace(" ", "-"): rendered(text, "cases")
            for heading, text in case["sections"].items()
        }


def ask_said(api, case, ask):
    """Return what stands at the anchor of an ask, as the API has it."""
    lists = ("recommendations", "examples", "conclusions", "actions")
    own = {one["id"]: one for field in lists for one in case[field]}.get(ask["id"], {})
    states = {"in-progress": "in progress", "unknown": "state not known"}
    status = own.get("status", "")
    label = f"Priority {own.get('priority')} {states.get(status, status)}" if status else ""
    texts = [label, ask["title"], own.get("reason"), ask["text"], *own.get("timeline", ())]
    total = ask["similar"]["total"]
    support = api.terms("support-kinds")
    first = [address(api.by_id("asks")[id_]) for id_ in ask["similar"]["first"]]
    return {
        "said": [flat(text) for text in (*texts, own.get("note")) if text],
        "themes": [f"/themes/{id_}/#{ask['id']}" for id_ in ask["themes"]],
        "support": [flat(name(support[id_])) for id_ in ask["support"]],
        "similar": flat(f"{plural(total, 'ask')} like this in other cases") if total else "",
        "alike": first,
    }


def test_the_asks_of_a_case_at_their_anchors(site, api):
    found = 0
    for case in api.records("cases"):
        page = site.page(address(case))
        assert read.asks(page, address(case)) == {
            ask["id"]: ask_said(api, case, ask) for ask in case["asks"]
        }
        found += len(case["asks"])
    assert found == api.file("asks")["total"]


def test_the_portfolios_of_a_case(site, api):
    support = api.terms("support-kinds")
    for case in api.records("cases"):
        assert read.portfolios(site.page(address(case))) == [
            {
                "id": one["id"],
                "title": flat(one["title"]),
                "said": [
                    flat(text)
                    for text in (
                        one["idea"],
                        one["ambition"] and f"Ambition. {one['ambition']}",
                        one["note"],
                    )
                    if text
                ],
                "meta": {
                    key: value
                    for key, value in {
                        "Supportneeded": flat(
                            one["support_text"] or "",
                            *(name(support[id_]) for id_ in one["support"]),
                        ),
                        "Timeline": flat(one["timeline"] or ""),
                    }.items()
                    if value
                },
            }
            for one in case["portfolios"]
        ]


def test_the_people_of_a_case(site, api):
    groups, countries = api.terms("stakeholder-groups"), api.terms("countries")
    for case in api.records("cases"):
        page = site.page(address(case))
        assert read.people(page) == [
            (
                flat(groups[one["group"]]["label"]["en"]),
                flat(f"In the source: {one['label']}") if one["label"] else "",
                [
                    flat(
                        who["name"]
                        + (
                            f" ({countries[who['country']]['label']['en']})"
                            if who["country"]
                            else ""
                        )
                        + (f": {'; '.join(who['roles'])}" if who["roles"] else ""),
                        who["note"] or "",
                    )
                    for who in one["organisations"]
                ],
            )
            for one in case["stakeholders"]
        ]
        known = {
            link.partition("#org-")[2]
            for link in read.targets(page.select_one(".who"), address(case))
            if link.startswith("/organisations/")
        }
        assert known == set(case["participants"])
        assert [read.words(one) for one in page.select("figure.quote")] == [
            flat(
                f"“{one['text']}”{one['speaker']}"
                + (f", {one['organisation']}" if one["organisation"] else "")
            )
            for one in case["quotes"]
        ]


def test_the_figures_challenges_notes_and_pictures_of_a_case(site, api):
    for case in api.records("cases"):
        page = site.page(address(case))
        assert [read.words(one) for one in page.select(".figures--case > div")] == [
            flat(one["label"], one["value"], one["note"] or "") for one in case["key_figures"]
        ]
        challenges = {
            (read.words(one.h3), read.words(item))
            for one in page.select(".challenge")
            for item in one.select("li")
        }
        assert challenges == {(flat(one["group"]), flat(one["text"])) for one in case["challenges"]}
        notes = [one for part in read.section(page, "editors-notes") for one in part.select("li")]
        assert [read.words(one) for one in notes] == [flat(text) for text in case["editor_notes"]]
        assert [
            (read.resolved(str(one.img["src"]), address(case)), one.img["alt"])
            for one in page.select("figure.picture")
        ] == [
            (case["links"]["images"][one["file"]].removeprefix(SITE), one["alt"])
            for one in case["images"]
        ]


def test_the_methods_and_relations_of_a_case(site, api):
    for case in api.records("cases"):
        page = site.page(address(case))
        methods = [
            link
            for one in read.section(page, "methods")
            for link in read.targets(one, address(case))
        ]
        assert methods == [f"/tools-and-methods/{id_}/" for id_ in case["tools"]]
        related = page.select(".related > li")
        assert [read.targets(one, address(case))[0] for one in related] == [
            f"/cases/{one['case']}/" for one in case["related"]
        ]
        for item, one in zip(related, case["related"], strict=True):
            shown = set(read.targets(item.p, address(case))[:-1])
            said = {address({"links": reason["links"]}) for reason in one["reasons"]}
            assert shown <= said
            assert len(said) - len(shown) == sum(
                int(word) for word in item.p.get_text().split() if word.isdigit()
            )


def test_the_sources_and_rights_of_a_case(site, api):
    for case in api.records("cases"):
        page = site.page(address(case))
        said = "".join(read.words(one) for one in read.section(page, "cite"))
        assert read.sources(page) == list(written(case))
        for text in (f"Rights. {case['rights']}", case["disclaimer"], case["funding"]):
            assert flat(text or "") in said
