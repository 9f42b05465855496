"""What the API and the pages say of tools is the same, tool by tool."""

from __future__ import annotations

from casebank.views.templates import duration_in_words
from tests import page_reading as read
from tests.api_reading import (
    address,
    completeness,
    filled,
    flat,
    name,
    rendered,
    review,
    written,
)


def span(value, unit=str, between="–"):
    """Return a number from ... to ... in words."""
    least, most = value["at_least"], value["at_most"]
    return unit(least) + (f"{between}{unit(most)}" if most != least else "")


def minutes(value):
    return span(value, duration_in_words, " to ")


def test_the_head_of_a_tool(site, api):
    titles = {id_: tool["title"] for id_, tool in api.by_id("tools").items()}
    for tool in api.records("tools"):
        audiences = ", ".join(name(api.terms("audiences")[id_]) for id_ in tool["audiences"])
        assert read.head(site.page(address(tool))) == {
            "title": flat(tool["title"]),
            "summary": flat(tool["summary"]),
            "facts": filled(
                Kind=tool["kind"].capitalize(),
                Duration=minutes(tool["duration"]) if tool["duration"] else "",
                People=span(tool["group_size"]) if tool["group_size"] else "",
                Also_called=tool["aliases"],
                Part_of=[titles[id_] for id_ in tool["part_of"]],
                Its_parts=[titles[id_] for id_ in tool["parts"]],
                Do_this_first=[titles[id_] for id_ in tool["before"]],
                Then=[titles[id_] for id_ in tool["after"]],
                Useful_for=audiences,
                Review=review(tool),
                Completeness=completeness(tool).text,
            ),
            "original": tool["link"],
        }


def test_the_texts_of_a_tool(site, api):
    for tool in api.records("tools"):
        page = site.page(address(tool))
        listed = [read.words(one) for one in page.select(".pair li")]
        told = [tool[field] for field in ("use_when", "avoid_when", "inputs", "outputs")]
        assert listed == [flat(text) for texts in told for text in texts]
        assert read.bodies(page) == {
            "purpose": flat(tool["purpose"]),
            "origin": flat(tool["origin"]),
            **{
                heading.lower().replace(" ", "-"): rendered(text, "tools-and-methods")
                for heading, text in tool["sections"].items()
            },
        }
        assert [read.words(one) for one in page.select(".ours-box > p:last-child")] == [
            flat(text) for text in [tool["reconstruction"]] if text
        ]
        assert read.sources(page) == list(written(tool))
        rights = read.section(page, "sources")
        assert flat(f"Rights. {tool['rights']}") in [read.words(one) for one in rights]


def test_the_steps_roles_materials_and_run_sheets_of_a_tool(site, api):
    for tool in api.records("tools"):
        page = site.page(address(tool))
        assert [read.words(one) for one in page.select(".steps > li")] == [
            flat(
                step["title"],
                duration_in_words(step["minutes"]) if step["minutes"] else "",
                step["how"],
                f"Result. {step['result']}" if step["result"] else "",
            )
            for step in tool["steps"]
        ]
        assert read.pairs(read.section(page, "roles")) == [
            (flat(one["name"], one["count"] or ""), flat(one["duty"])) for one in tool["roles"]
        ]
        assert read.pairs(read.section(page, "materials")) == [
            (flat(one["item"], one["quantity"] or ""), flat(one["note"] or ""))
            for one in tool["materials"]
        ]
        sheets = {
            one["id"].removeprefix("format-"): [
                int(cells[1].get_text())
                for row in one.select("tbody tr:not(.end)")
                if (cells := row.select("td"))
            ]
            for one in page.select(".runsheet")
        }
        assert sheets == {
            one["id"]: [block["minutes"] for part in one["sessions"] for block in part["blocks"]]
            for one in tool["formats"]
        }


def test_the_cases_that_used_a_tool(site, api):
    for tool in api.records("tools"):
        shown = read.cards(site.page(address(tool)), address(tool))
        assert sorted(shown) == [f"/cases/{id_}/" for id_ in tool["used_in"]]
        assert len(shown) == tool["counts"]["cases"]
