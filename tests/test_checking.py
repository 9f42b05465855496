"""What one file alone cannot tell: references, unique ids, citations, sections, pictures."""

from __future__ import annotations

import pytest

import casebank

STAKEHOLDERS = """\
stakeholders:
  - group: {group}
    organisations:
      - name: Theatre
        country: {country}
review:"""

PORTFOLIO = """\
portfolios:
  - id: {portfolio}
    title: Stage
    idea: A stage.
    support: [{support}]
    asks:
      - id: {ask}
        text: Build it.
        themes: [spaces]
review:"""


def test_a_sample_without_fault_passes(problems_of):
    assert problems_of("Testville", "Testville") == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "areas: [ai-cci]",
            "areas: [ai-cc]",
            "9:9: areas.1: 'ai-cc' is not an innovation area. Did you mean 'ai-cci'?",
        ),
        (
            "areas: [ai-cci]",
            "areas: [ai-cci, zzz]",
            "9:17: areas.2: 'zzz' is not an innovation area. Use a term of vocabularies/areas.yml.",
        ),
        (
            "themes: [skills]",
            "themes: [skils]",
            "24:14: recommendations.1.themes.1: 'skils' is not a theme. Did you mean 'skills'?",
        ),
        (
            "tools: [prototyping-workshop]",
            "tools: [zzz]",
            "10:9: tools.1: 'zzz' is not a tool. Name a file in tools-and-methods/.",
        ),
        (
            "tools: [prototyping-workshop]",
            "tools: [prototyping]",
            "10:9: tools.1: 'prototyping' is not a tool. Did you mean 'prototyping-workshop'?",
        ),
        (
            "scope: city",
            "scope: town",
            "11:8: scope: 'town' is not a geographical scope. "
            "Use a term of vocabularies/scopes.yml.",
        ),
        (
            "resource_type: city-case",
            "resource_type: city-cases",
            "12:16: resource_type: 'city-cases' is not a resource type. Did you mean 'city-case'?",
        ),
        (
            "review:",
            "audiences: [zzz]\nreview:",
            "25:13: audiences.1: 'zzz' is not an audience. "
            "Use a term of vocabularies/audiences.yml.",
        ),
        (
            'country: "NO"',
            "country: ZZ",
            "8:14: places.1.country: 'ZZ' is not a country. "
            "Use a term of vocabularies/countries.yml.",
        ),
        (
            "review:",
            STAKEHOLDERS.format(group="zzz", country="FR"),
            "26:12: stakeholders.1.group: 'zzz' is not a stakeholder group. "
            "Use a term of vocabularies/stakeholder-groups.yml.",
        ),
        (
            "review:",
            STAKEHOLDERS.format(group="cci", country="XX"),
            "29:18: stakeholders.1.organisations.1.country: 'XX' is not a country. ",
        ),
        (
            "review:",
            PORTFOLIO.format(portfolio="TV-P1", ask="TV-P1a", support="zzz"),
            "29:15: portfolios.1.support.1: 'zzz' is not a kind of support. "
            "Use a term of vocabularies/support-kinds.yml.",
        ),
        (
            "review:",
            "opsi: {assessed_by: editor, facets: [zzz]}\nreview:",
            "25:38: opsi.facets.1: 'zzz' is not an OPSI facet. "
            "Use a term of vocabularies/opsi-facets.yml.",
        ),
        (
            "areas: [ai-cci]",
            "areas: [ai-cci, ai-cci]",
            "9:17: areas.2: 'ai-cci' is listed twice. Keep one of the two.",
        ),
        (
            "themes: [skills]",
            "themes: [skills, funding, skills]",
            "24:31: recommendations.1.themes.3: 'skills' is listed twice. Keep one of the two.",
        ),
    ],
)
def test_a_reference_to_nothing_or_twice_is_refused(problems_of, old, new, problem):
    (found,) = problems_of(old, new)

    assert found.startswith(f"cases/testville.md:{problem}")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('country: "NO"', "country: JP"),
        ('country: "NO"', 'country: "NO"\n  - {city: Paris, country: FR}'),
        ("review:", STAKEHOLDERS.format(group="cci", country="FR")),
        (
            "review:",
            PORTFOLIO.format(portfolio="TV-P1", ask="TV-P1a", support="people"),
        ),
        ("review:", "opsi: {assessed_by: editor, facets: [mission]}\nreview:"),
        ("tools: [prototyping-workshop]\n", ""),
    ],
)
def test_references_to_what_exists_pass(problems_of, old, new):
    assert problems_of(old, new) == []


def test_the_same_term_in_two_lists_is_not_listed_twice(problems_of):
    second = "  - {id: TV-2, title: Pay, text: Give grants., themes: [skills]}\nreview:"

    assert problems_of("review:", second) == []


def test_a_tool_may_only_name_tools_that_exist(problems_of, tool_text):
    assert problems_of(
        "origin:",
        "follows: [prototyping-workshops]\norigin:",
        tool_text,
        "tools-and-methods/prototyping-workshop.md",
    ) == [
        "tools-and-methods/prototyping-workshop.md:9:11: follows.1: 'prototyping-workshops' "
        "is not a tool. Did you mean 'prototyping-workshop'?"
    ]


def test_a_case_may_use_a_tool_whose_own_file_has_a_fault(folder, add, tool_text):
    add("tools-and-methods/prototyping-workshop.md", tool_text.replace("kind: method", "kind: x"))

    assert [problem.path for problem in casebank.check(folder)] == [
        "tools-and-methods/prototyping-workshop.md"
    ]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "sources:\n",
            "sources:\n  - {id: report, title: A, url: https://t.example}\n",
            "18:9: sources.2.id: 'report' is used twice. Give each one a key of its own.",
        ),
        (
            "    url: https://testville.example/report\n",
            "",
            "17:5: sources.1: has neither 'url' nor 'file'. Say where the source can be found.",
        ),
        (
            "text: Offer courses.",
            "text: Offer courses.[^reprt]",
            "23:25: recommendations.1.text: '[^reprt]' cites no source of this file. "
            "Did you mean 'report'?",
        ),
        (
            "Little money.",
            "Little money.[^zzz]",
            "43:14: '[^zzz]' cites no source of this file. Use one of: report.",
        ),
    ],
)
def test_a_source_that_cannot_be_found_or_told_apart_is_refused(problems_of, old, new, problem):
    assert problems_of(old, new) == [f"cases/testville.md:{problem}"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("url: https://testville.example/report", "file: report.pdf"),
        ("text: Offer courses.", "text: Offer courses.[^report]"),
        ("Little money.", "Little money.[^report]"),
    ],
)
def test_a_source_with_a_file_and_citations_of_sources_pass(problems_of, old, new):
    assert problems_of(old, new) == []


def test_a_full_case_needs_every_section(problems_of):
    assert problems_of("## Analysis\n\nLittle money.\n", "") == [
        "cases/testville.md:28:1: section '## Analysis' is missing. Add it to the body."
    ]


def test_a_card_needs_no_section(problems_of, case_text):
    card = case_text.split("## Context")[0]

    assert problems_of("record: full", "record: card", card) == []


def test_a_peer_review_has_its_own_sections(problems_of):
    problems = problems_of("kind: city-case", "kind: peer-review")

    assert [problem.partition(" ")[2].partition(".")[0] for problem in problems] == [
        "section '## Challenge' is missing",
        "section '## Conclusions' is missing",
        "'Opportunity' is not a section of this kind of record",
        "'Sensemaking' is not a section of this kind of record",
        "'Analysis' is not a section of this kind of record",
        "'What happened next' is not a section of this kind of record",
    ]


def test_a_tool_needs_to_tell_how_it_works(problems_of, tool_text):
    assert problems_of(
        "## How it works\n\nQuickly.\n",
        "",
        tool_text,
        "tools-and-methods/prototyping-workshop.md",
    ) == [
        "tools-and-methods/prototyping-workshop.md:19:1: section '## How it works' is missing. "
        "Add it to the body."
    ]


@pytest.mark.parametrize(("portfolio", "ask"), [("TV-1", "TV-P1a"), ("TV-P1", "Tv-1")])
def test_an_anchor_is_used_once_whatever_its_case(problems_of, portfolio, ask):
    (problem,) = problems_of(
        "review:", PORTFOLIO.format(portfolio=portfolio, ask=ask, support="people")
    )

    assert "is used already, at cases/testville.md:" in problem


def test_an_anchor_of_another_case_is_taken(folder, add, case_text):
    add("cases/otherville.md", case_text)

    assert [str(problem) for problem in casebank.check(folder)] == [
        "cases/testville.md:21:9: recommendations.1.id: 'TV-1' is used already, "
        "at cases/otherville.md:21. Give it an id that no other ask or portfolio of the book has."
    ]


def test_an_anchor_is_used_once_on_a_line(problems_of):
    assert problems_of(
        "review:",
        "conclusions: [{id: A, text: x, themes: [skills]}, {id: A, text: y, themes: [skills]}]\n"
        "review:",
    )


@pytest.mark.parametrize("anchor", ["cite", "context", "source-report"])
def test_an_anchor_of_the_page_itself_is_taken(problems_of, anchor):
    assert problems_of("id: TV-1", f"id: {anchor}")


@pytest.mark.parametrize(
    ("alias", "taken_by"),
    [("testville", "cases/testville.md"), ("otherville", "cases/otherville.md")],
)
def test_an_earlier_id_that_is_an_address_is_refused(folder, add, case_text, alias, taken_by):
    add("cases/otherville.md", case_text.replace("TV-1", "OV-1"))
    add("cases/testville.md", case_text.replace("review:", f"aliases: [{alias}]\nreview:"))

    assert [str(problem) for problem in casebank.check(folder)] == [
        f"cases/testville.md:25:11: aliases.1: '{alias}' is the address of {taken_by} already. "
        "List only earlier ids of this very case, each once."
    ]


def test_an_earlier_id_of_two_cases_is_refused_in_the_second(folder, add, case_text):
    aliased = case_text.replace("review:", "aliases: [old-name]\nreview:")
    add("cases/otherville.md", aliased.replace("TV-1", "OV-1"))
    add("cases/testville.md", aliased)

    assert [str(problem) for problem in casebank.check(folder)] == [
        "cases/testville.md:25:11: aliases.1: 'old-name' is the address of cases/otherville.md "
        "already. List only earlier ids of this very case, each once."
    ]


def test_an_earlier_id_is_listed_once(problems_of):
    assert problems_of("review:", "aliases: [old-name, old-name]\nreview:")


def test_the_address_of_the_folder_is_no_earlier_id(problems_of):
    assert problems_of("review:", "aliases: [index]\nreview:")


def test_an_earlier_id_that_nobody_has_passes(problems_of):
    assert problems_of("review:", "aliases: [old-name]\nreview:") == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("review:", "images: [{alt: A, credit: B, licence: CC0}]\nreview:"),
        (
            "review:",
            "conclusions: [{text: A, themes: [skills]},\n  {text: B, themes: [skills]}]\nreview:",
        ),
    ],
)
def test_what_is_missing_is_only_called_missing(problems_of, old, new):
    assert [problem for problem in problems_of(old, new) if "None" in problem] == []


def test_every_part_of_a_file_is_checked_even_where_a_field_is_wrong(problems_of, case_text):
    text = case_text.replace("[skills]", "[skils]").replace("Little money.", "<b>")

    problems = problems_of("kind: city-case", "kind: city-case\nheld: soon", text)

    assert [problem.split(": ")[0] for problem in problems] == [
        "cases/testville.md:5:7",
        "cases/testville.md:25:14",
        "cases/testville.md:44:1",
    ]


def test_a_term_that_is_listed_twice_is_refused(folder):
    file = folder / "vocabularies" / "themes.yml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("id: funding\n", "id: skills\n"),
        encoding="utf-8",
    )

    assert [str(problem) for problem in casebank.check(folder)] == [
        "vocabularies/themes.yml:38:9: terms.4.id: 'skills' is used twice. "
        "Give each term an id of its own."
    ]


def test_a_tool_that_follows_itself_is_refused(problems_of, tool_text):
    problems = problems_of(
        "review:",
        "follows: [prototyping-workshop]\nreview:",
        tool_text,
        "tools-and-methods/prototyping-workshop.md",
    )

    assert problems == [
        "tools-and-methods/prototyping-workshop.md:15:11: follows.1: 'prototyping-workshop' "
        "is this tool itself. Name another tool, or remove it."
    ]


def test_a_place_needs_both_of_its_coordinates(problems_of):
    (problem,) = problems_of('country: "NO"', 'country: "NO"\n    lat: 59.9')

    assert "places.1: gives one of lat and lon only." in problem


def test_facets_that_nobody_assessed_are_refused(problems_of):
    (problem,) = problems_of("review:", "opsi: {facets: [mission]}\nreview:")

    assert "opsi: facets and assessed_by contradict each other." in problem


@pytest.mark.parametrize("field", ["title: T", "summary: S"])
def test_a_citation_is_refused_where_it_is_not_shown(problems_of, field):
    name = field.split(":")[0]
    old = {"title": 'title: "Testville: a small case"', "summary": "summary: A case with"}[name]

    (problem,) = problems_of(old, f"{field} [^report] ")

    assert f"{name}: cites a source, which is not shown here." in problem


def test_a_file_that_is_no_vocabulary_is_refused(folder, add):
    add("vocabularies/extra.html", "<script>")

    assert [str(problem) for problem in casebank.check(folder)] == [
        "vocabularies/extra.html:1:1: is no vocabulary of the book. "
        "Remove it, or ask a maintainer to add the vocabulary."
    ]
