"""The form's own functions: a draft to its file and back, and every rule of the check."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import casebank
from casebank.document import read_document
from casebank.problem import first_hidden
from casebank.sections import split_sections
from casebank.slug import slug
from tests.test_slug import NAMES

ID = "typed-case"

ASK = """async ([known, draft, base]) => {
    const load = (name) => import(`${base}${name}.js`);
    const [{ prepared, yamlLibrary, markdownLibrary }, { fileOf, sizeFault },
        { bodyParser, bodyFaults }, { faultsOf }, { opened }] = await Promise.all(
        ["model", "file", "body", "faults", "open"].map((name) => load(`new_case_${name}`)));
    const parser = bodyParser(await markdownLibrary());
    const yaml = await yamlLibrary();
    const fields = prepared(known);
    if (typeof draft === "string") {
        try { return opened(draft, fields, yaml, parser); }
        catch (error) { return { refused: error.message }; }
    }
    const text = fileOf(draft, fields, yaml);
    const faults = faultsOf(draft, fields, { parser, bodyFaults });
    return { text, faults: [...faults, ...sizeFault(text, fields)] };
}"""


@pytest.fixture(scope="module")
def known(site):
    """What the form knows of fields and book."""
    return json.loads(site.file("/contribute/new-case.json").read_text(encoding="utf-8"))


@pytest.fixture
def ask(page, base_url, known):
    """Return text and faults of a draft, or the draft of a text."""
    page.goto(f"{base_url}about/")
    base = f"{base_url}assets/javascripts/"
    return lambda draft: page.evaluate(ASK, [known, draft, base])


def small(**fields):
    """Return the fields of a card with nothing wrong in it; named values replace or add some."""
    return {
        "title": "Testville: a card",
        "summary": "A card.",
        "kind": "city-case",
        "record": "card",
        "places": [{"city": "Testville", "country": "NO"}],
        "areas": ["ai-cci"],
        "scope": "city",
        "resource_type": "city-case",
        "publisher": "Testville",
        "language": "en",
        "rights": "None stated.",
        "sources": [{"id": "report", "title": "Report", "url": "https://testville.example/"}],
        "review": {"status": "draft"},
        **fields,
    }


def draft(id_=ID, sections=None, place="", **fields):
    sections = {"Context": "A town by the sea."} if sections is None else sections
    return {
        "id": id_,
        "data": cleaned(small(**fields)),
        "sections": sections,
        "place": place,
        "own": "",
    }


def said(faults):
    """Return what was said of what, without places in lists."""
    return [(one["path"], f"{one['message']} {one['remedy']}") for one in faults]


@pytest.fixture
def checked(copy):
    """Return what the check says of a file in the book: field, message and remedy."""

    def check(text, id_=ID):
        (copy / f"cases/{id_}.md").write_text(text, encoding="utf-8", newline="\n")
        return [f"{one.message} {one.remedy}" for one in casebank.check(copy) if one.is_error]

    return check


# Text to file and back.

NASTY = [
    *(
        "NO",
        "no",
        "yes",
        "on",
        "2025",
        "2025-01-02",
        "1_000",
        "012",
        "0x1f",
        "1e3",
        ".5",
        "12:30:45",
    ),
    *(
        "~",
        "null",
        "true",
        "- x",
        "a: b",
        "a #b",
        "#",
        "&a",
        "*a",
        "!x",
        "%",
        "@x",
        "`x`",
        "|",
        ">-",
    ),
    *(
        "'",
        '"',
        "it's",
        '"quoted"',
        "'quoted'",
        "\\n",
        "\\",
        "[x]",
        "{x}",
        "[^report]",
        "? x",
        "= x",
    ),
    *("---", "...", "--- x", "<<", "a\tb", "x:", ":x", "x: - y", "Łódź", "Θεσσαλονίκη", "القاهرة"),
    *("🎭 emoji", "e\u0301", "zero\u200djoiner", "« mot »", "“curly”", "東京", "a  b", "# heading"),
]
"""Texts that YAML reads as something else, or in other letters."""

TEXTS = (
    st.one_of(
        st.sampled_from(NASTY),
        st.lists(st.sampled_from([*NASTY, "word", "\n", "\n\n"]), min_size=2, max_size=40).map(
            " ".join
        ),
        st.text(st.characters(exclude_categories=["Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"])),
        st.text("abc :#-'\"\n\t>|&*!%@`{}[],?=~0123é\u00a0", max_size=300),
    )
    .map(str.strip)
    .filter(lambda text: not first_hidden(text))
)
"""Any text that the check does not refuse for its letters."""


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(TEXTS.filter(bool), min_size=12, max_size=12))
def test_what_was_typed_is_what_the_book_reads(ask, tmp_path_factory, texts):
    asks = [
        {"id": f"TC-P1{letter}", "text": text} for letter, text in zip("abcd", texts, strict=False)
    ]
    fields = {
        "title": texts[4].replace("\n", " "),
        "rights": texts[5],
        "editor_notes": texts[6:9],
        "portfolios": [
            {"id": "TC-P1", "title": texts[9].replace("\n", " "), "idea": texts[10], "asks": asks}
        ],
        "opsi": {"note": texts[11]},
    }
    typed = draft(**fields)

    file = tmp_path_factory.mktemp("typed") / "case.md"
    file.write_text(ask(typed)["text"], encoding="utf-8", newline="\n")
    document, problems = read_document(file, "cases/case.md")

    assert problems == ()
    assert document.front_matter.data == {**typed["data"], **fields}
    assert split_sections(document) == typed["sections"]
    again = ask(file.read_text(encoding="utf-8"))
    titled = {**typed["data"], **fields}
    assert (again["data"], again["notes"]) == (titled, [])


@pytest.mark.parametrize(
    "file", sorted((Path(__file__).parents[2] / "cases").glob("*.md")), ids=lambda one: one.stem
)
def test_every_case_of_the_book_is_read_and_written_as_it_is(ask, file, tmp_path):
    found = ask(file.read_text(encoding="utf-8"))
    written = tmp_path / file.name
    case, _ = read_document(file, f"cases/{file.name}")

    written.write_text(ask({**found, "id": file.stem, "own": file.stem})["text"], encoding="utf-8")
    document, _ = read_document(written, f"cases/{file.name}")

    assert (found["notes"], found["place"]) == ([], "")
    # A year is a number in YAML and a text in a record; both are read alike.
    plain = lambda data: json.loads(json.dumps(data), parse_int=str, parse_float=str)  # noqa: E731
    assert plain(document.front_matter.data) == plain(case.front_matter.data)
    assert split_sections(document) == split_sections(case)
    assert ask({**found, "id": file.stem, "own": file.stem})["faults"] == []


def test_fields_are_written_in_the_order_of_the_models_and_long_texts_are_folded(ask):
    typed = draft(rights="word " * 40)
    typed["data"] = dict(reversed(typed["data"].items()))

    text = ask(typed)["text"]

    names = re.findall(r"^([a-z_]+):", text, re.MULTILINE)
    assert names[:4] == ["title", "summary", "kind", "record"]
    assert names[-1] == "review"
    assert "rights: >-\n  word word" in text
    assert max(map(len, text.splitlines())) <= 100


def test_what_is_empty_is_left_out(ask):
    text = ask(draft(authors=[{}], quotes=[], editor_notes=["", "One."], opsi={}))["text"]

    assert "authors" not in text
    assert "quotes" not in text
    assert "opsi" not in text
    assert "editor_notes:\n  - One.\n" in text


# Every rule: the form refuses what the check refuses, in the same words.

ASKED = {"id": "TC-1", "title": "Teach", "text": "Offer courses.", "themes": ["skills"]}
HOSTILE = {
    "HTML in a line": {"title": "<script>alert(1)</script>"},
    "a template expression": {"rights": "{{ config }}"},
    "a statement in an ask": {"recommendations": [{**ASKED, "text": "{% x %}"}]},
    "a snippet": {"rights": '--8<-- "file"'},
    "a citation in a title": {"title": "Title [^report]"},
    "a citation in a summary": {"summary": "Summary [^report]."},
    "a citation in a quotation": {"quotes": [{"text": "So [^report].", "speaker": "She"}]},
    "a citation of no source": {"rights": "None [^raport]."},
    "a citation far from any source": {"rights": "None [^xyz]."},
    "two lines in a line": {"publisher": "One\ntwo"},
    "a title that is too long": {"title": "x" * 201},
    "a summary that is too long": {"summary": "é" * 301},
    "a text that is too long": {"rights": "🎭" * 2001},
    "no date": {"held": "spring 2025"},
    "no month": {"held": "2025-13"},
    "no day of the calendar": {"held": "2025-02-30"},
    "a range that ends before it begins": {"held": "2025-03/2025-02"},
    "a range of two years in the wrong order": {"published": "2025/2024-11-20"},
    "no language": {"language": "English"},
    "no web address": {"sources": [{"id": "r", "title": "R", "url": "javascript:alert(1)"}]},
    "a space in a web address": {
        "sources": [{"id": "r", "title": "R", "url": "https://x.example/a b"}]
    },
    "a source without a place": {"sources": [{"id": "r", "title": "R"}]},
    "two sources of one key": {"sources": [{"id": "r", "title": "R", "file": "r"}] * 2},
    "no key of a source": {"sources": [{"id": "The Report", "title": "R", "file": "r"}]},
    "an id in small letters": {"recommendations": [{**ASKED, "id": "tc-1"}]},
    "one coordinate": {"places": [{"city": "T", "country": "NO", "lat": 60}]},
    "a latitude beyond the pole": {"places": [{"city": "T", "country": "NO", "lat": 91, "lon": 5}]},
    "a longitude below all": {"places": [{"city": "T", "country": "NO", "lat": 9, "lon": -181}]},
    "a word for a number": {"places": [{"city": "T", "country": "NO", "lat": "north", "lon": 5}]},
    "a comma in a number": {"places": [{"city": "T", "country": "NO", "lat": "45,5", "lon": 5}]},
    "a fraction for a rank": {"actions": [{**ASKED, "title": None, "axis": "A", "priority": 1.5}]},
    "a rank of nought": {"actions": [{**ASKED, "title": None, "axis": "A", "priority": 0}]},
    "facets without who assessed them": {"opsi": {"facets": ["mission"]}},
    "an assessment without facets": {"opsi": {"assessed_by": "editor"}},
    "an invisible character": {"rights": "None\u200b stated."},
    "a text that runs backwards": {"title": "Title \u202e"},
    "an e-mail address": {"rights": "Ask anna.berg@lund.example."},
    "a telephone number": {"rights": "Call +46 46 123 45 67, or Tel: 046 123 456."},
    "an alias that another case has": {"aliases": ["amiens-cci-strategy"]},
    "an alias that is a page": {"aliases": ["compare"]},
    "an alias that is no id": {"aliases": ["Old Name"]},
    "a path for a picture": {
        "images": [{"file": "../x.png", "alt": "A", "credit": "B", "licence": "C"}]
    },
    "a list without what it needs": {"areas": None},
    "no place": {"places": None},
    "no title": {"title": None},
    "no theme": {"recommendations": [{**ASKED, "themes": None}]},
    "an organisation without a name": {
        "stakeholders": [{"group": "cci", "organisations": [{"note": "N."}]}]
    },
}
"""Fields with one thing wrong."""


def cleaned(value):
    """Leave out what is None, as an empty field is left out."""
    if isinstance(value, dict):
        return {name: cleaned(one) for name, one in value.items() if one is not None}
    return [cleaned(one) for one in value] if isinstance(value, list) else value


def alike(problems):
    """Return problems as lines, without what only one of the two knows, each once."""
    lines = {re.sub(r":\d+\.|, in this case\.", ".", one) for one in problems}
    return {line.replace("Add the field.", "Fill it in.") for line in lines}


@pytest.mark.parametrize("name", HOSTILE)
def test_the_form_refuses_a_field_as_the_check_does(ask, checked, name):
    answer = ask(draft(**HOSTILE[name]))

    found = [line for _, line in said(answer["faults"])]

    assert found != []
    if "invisible" in found[0]:  # the check finds it in the file, before it reads any field
        assert alike(checked(answer["text"])) == set(found)
    else:
        assert alike(found) == alike(checked(answer["text"]))


STORIES = {
    "HTML": "A <b>town</b>.",
    "HTML over lines": "<div>\n\nA town.\n\n</div>",
    "a script": "<script>alert(1)</script>",
    "a template expression": "A {{ town }}.",
    "a link that runs something": "[town](javascript:alert(1))",
    "a link to another host without its scheme": "[town](//evil.example)",
    "a link that leads nowhere": "[tool](../tools-and-methods/opsi-modell.md)",
    "a definition of a link": "[town]: https://town.example",
    "a picture": "![town](https://town.example/x.png)",
    "a citation of no source": "A town [^raport].",
    "a citation in a link": "[a town [^report]](https://town.example)",
    "a citation in a heading": "### Town [^report]\n\nA town.",
    "a title": "# Town",
    "a section": "## Town\n\nA town.",
    "an underlined section": "Town\n---\n\nA town.",
    "a section twice": "A town.\n\n## Context\n\nAgain.",
    "a section in a list": "- ## Town",
    "a heading too deep": "### T\n\n#### T\n\n##### Town",
    "a level left out": "#### Town\n\nA town.",
    "an entity that hides a letter": "A&#8238;town.",
    "an invisible character": "A\u200btown.",
    "an e-mail address": "Ask anna.berg@lund.example.",
    "a telephone number": "Call +46 46 123 45 67.",
    "quotations without end": "> " * 13 + "town",
}
"""Stories with one thing wrong."""


@pytest.mark.parametrize("name", STORIES)
def test_the_form_refuses_a_story_as_the_check_does(ask, checked, name):
    answer = ask(draft(sections={"Context": STORIES[name]}))

    found = {re.sub(r", first on line \d+", "", line) for _, line in said(answer["faults"])}

    expected = {re.sub(r", first on line \d+", "", line) for line in checked(answer["text"])}
    assert found != set()
    assert found == expected
    assert {one["path"] for one in answer["faults"]} == {"body.Context"}


def test_a_full_case_needs_every_section_of_its_kind(ask, checked):
    answer = ask(draft(record="full"))

    assert [one["path"] for one in answer["faults"]] == [
        f"body.{name}" for name in ("Opportunity", "Sensemaking", "Analysis", "What happened next")
    ]
    assert {line for _, line in said(answer["faults"])} == set(checked(answer["text"]))


def test_a_section_of_another_kind_of_case_is_refused(ask):
    answer = ask(draft(sections={"Context": "A town.", "Challenge": "None."}))

    assert [one["path"] for one in answer["faults"]] == ["body.Challenge"]


@pytest.mark.parametrize("id_", ["Lodz", "a b", "łódź", "index", "con", "x" * 81, "../x"])
def test_a_name_that_no_file_can_have_is_refused(ask, id_):
    (fault,) = ask(draft(id_))["faults"]

    assert fault["path"] == "id"
    assert fault["message"].endswith("is no name for a record.")


def test_the_name_of_another_case_is_refused_and_that_of_the_opened_one_is_not(ask):
    (fault,) = ask(draft("amiens-cci-strategy"))["faults"]

    assert "is the address of cases/amiens-cci-strategy.md already" in fault["message"]
    assert ask({**draft("amiens-cci-strategy"), "own": "amiens-cci-strategy"})["faults"] == []


def test_an_id_that_another_case_has_is_refused_whatever_its_case(ask, checked):
    answer = ask(draft(recommendations=[{**ASKED, "id": "Se-1"}]))

    assert alike(line for _, line in said(answer["faults"])) == alike(checked(answer["text"]))


def test_an_id_that_looks_like_another_is_refused(ask, checked):
    asks = [ASKED, {**ASKED, "id": "TC-I"}]
    answer = ask(draft(recommendations=asks))

    (line,) = (line for _, line in said(answer["faults"]))
    assert line.startswith("'TC-I' looks like 'TC-1', in this case.")
    assert checked(answer["text"])[0].startswith("'TC-I' looks like 'TC-1', at cases/typed-case.md")


def test_the_form_and_the_check_call_the_same_characters_hidden(page, base_url):
    page.goto(f"{base_url}about/")
    module = f"{base_url}assets/javascripts/new_case_words.js"
    hidden = page.evaluate(
        """async (module) => { const { firstHidden } = await import(module);
        return Array.from({ length: 0x110000 }, (_, code) => code).filter((code) =>
            (code < 0xd800 || code > 0xdfff) && firstHidden(String.fromCodePoint(code))); }""",
        module,
    )
    known = [chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) != "Cn"]

    assert {chr(code) for code in hidden} & set(known) == {
        char for char in known if first_hidden(char) and not "\ud800" <= char <= "\udfff"
    }


def test_an_id_that_is_used_twice_in_the_case_is_refused(ask):
    answer = ask(draft(recommendations=[ASKED], conclusions=[{**ASKED, "title": None}]))

    assert [one["path"] for one in answer["faults"]] == ["conclusions.0.id"]


def test_a_file_that_is_too_large_is_refused(ask):
    faults = ask(draft(sections={"Context": "word " * 70_000}))["faults"]

    assert [one["message"] for one in faults] == ["has 350,350 bytes; at most 300,000 are read."]


def test_passages_without_a_place_are_refused(ask):
    assert [one["path"] for one in ask(draft(place="A passage."))["faults"]] == ["place"]


def test_a_case_with_nothing_wrong_has_no_fault(ask, checked):
    answer = ask(draft(held="2025-03-19/2025-03-20", opsi={"note": "Not assessed."}))

    assert answer["faults"] == []
    assert checked(answer["text"]) == []


# Opening.


def test_what_a_file_holds_in_vain_is_told(ask, case_text):
    text = case_text.replace("scope: city", "scope: citty\ncolour: red").replace(
        "themes: [skills]", "themes: [skils, funding, funding]"
    )

    notes = {one["where"]: one["told"] for one in ask(text)["notes"]}

    assert notes["colour"] == "is not a field; it was left out."
    assert "Did you mean 'city'?" in notes["scope"]
    assert "Did you mean 'skills'?" in notes["recommendations.1.themes.1"]
    assert "twice" in notes["recommendations.1.themes"]


def test_scalars_are_read_as_the_check_reads_them(ask, case_text):
    text = case_text.replace('country: "NO"', "country: NO\n    lat: 60\n    lon: 5.25")
    text = text.replace(
        "rights: None stated.", "rights: 1_000\nheld: 2025\npublished: 2025-01-02\nfunding: ~"
    )

    data = ask(text)["data"]

    assert data["places"] == [{"city": "Testville", "country": "NO", "lat": 60, "lon": 5.25}]
    assert (data["rights"], data["held"], data["published"]) == ("1_000", "2025", "2025-01-02")
    assert "funding" not in data


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "It does not begin with a line ‘---’"),
        ("# Just a text", "It does not begin with a line ‘---’"),
        ("---\ntitle: x\n", "no end"),
        ("---\n- x\n---\n", "not a list of fields"),
        ("---\ntitle: a: b\n---\n", "Line 1 of it cannot be read as YAML"),
        (
            "---\ntitle: x\ntitle: y\n---\n",
            "Line 2 of it cannot be read as YAML (duplicated mapping key)",
        ),
        ("---\ntitle: &a x\nrights: *a\n---\n", "Anchors, aliases and tags"),
        ("---\ntitle: !!python/object x\n---\n", "Anchors, aliases and tags"),
        (f"---\ntitle: {'[' * 40}{']' * 40}\n---\n", "cannot be read as YAML"),
    ],
)
def test_what_is_no_file_of_a_case_is_refused_with_the_reason(ask, text, reason):
    assert reason in ask(text)["refused"]


def test_a_field_that_names_an_objects_own_parts_is_no_field(ask, case_text):
    text = case_text.replace("scope: city", "scope: city\n__proto__: {kind: x}\nconstructor: y")

    notes = [one["where"] for one in ask(text)["notes"]]

    assert "constructor" in notes


def test_a_draft_of_an_import_opens_with_what_is_to_be_confirmed_and_to_be_placed(ask, case_text):
    text = case_text.replace("scope: city", "scope:  # TO CONFIRM: not found in the report")
    text += "\n## To place\n\nA passage.\n\n### Heading\n\nAnother.\n"

    found = ask(text)

    assert found["notes"] == [
        {"where": "scope", "told": "to be confirmed: not found in the report"}
    ]
    assert "scope" not in found["data"]
    assert found["place"] == "A passage.\n\n### Heading\n\nAnother."


def test_sections_that_no_case_has_are_kept_to_be_placed(ask, case_text):
    text = case_text.replace("\n## Context", "\nBefore.\n\n## Context") + "\n## Costs\n\nMuch.\n"

    assert ask(text)["place"] == "Before.\n\nCosts\n\nMuch."


# Names.


@pytest.fixture
def ids(page, base_url):
    """Call a function of the module of names."""
    page.goto(f"{base_url}about/")
    module = f"{base_url}assets/javascripts/new_case_ids.js"
    return lambda name, *values: page.evaluate(
        "async ([module, name, values]) => (await import(module))[name](...values)",
        [module, name, list(values)],
    )


@pytest.fixture
def names(page, base_url):
    """Return the names that the form proposes for titles."""
    page.goto(f"{base_url}about/")
    module = f"{base_url}assets/javascripts/new_case_ids.js"
    return lambda titles: page.evaluate(
        "async ([module, titles]) => titles.map((await import(module)).slug)", [module, titles]
    )


def test_a_title_in_any_european_script_becomes_a_name(names):
    assert names([title for title, _ in NAMES]) == [name for _, name in NAMES]


def test_the_form_proposes_what_the_command_proposes(names):
    """Each letter of the scripts of Europe, between others and before a second of its kind."""
    blocks = [(0x20, 0x250), (0x370, 0x530), (0x1E00, 0x2000), (0x2C60, 0x2C80), (0xA720, 0xA800)]
    letters = [chr(code) for first, end in blocks for code in range(first, end)]
    known = [char for char in letters if unicodedata.category(char) != "Cn"]
    titles = [f"a{char}b {char}ο{char}υ{char}" for char in known]
    titles += [" ".join(known[at : at + 60]) for at in range(0, len(known), 30)]

    assert dict(zip(titles, names(titles), strict=True)) == {one: slug(one) for one in titles}


def test_a_name_that_is_taken_gets_a_number(ids):
    assert ids("fileName", "Lund: games", ["lund-games", "lund-games-2"]) == "lund-games-3"


@pytest.mark.parametrize(
    ("name", "taken", "letters"),
    [
        ("saint-etienne-arts", [], "SE"),
        ("saint-etienne-arts", ["SE"], "SA"),
        ("lund-games", ["LG", "LU"], "LN"),
        ("lund", [], "LU"),
        ("", [], "X1"),
        ("4711", ["X1"], "X2"),
    ],
)
def test_letters_are_made_from_the_name_and_are_those_of_no_other_case(ids, name, taken, letters):
    assert ids("prefix", name, taken) == letters


def test_ids_that_a_reader_could_not_tell_apart_are_never_proposed(page, base_url):
    page.goto(f"{base_url}about/")
    module = f"{base_url}assets/javascripts/new_case_ids.js"
    found = page.evaluate(
        """async (module) => { const { askIds } = await import(module);
        const portfolios = [{ asks: Array(30).fill({}) }, ...Array(11).fill({})];
        return [...askIds({ portfolios, actions: [{ axis: "A" }, { axis: "B" }, { axis: "A" }] },
            "TC", [], () => false).values()]; }""",
        module,
    )

    alike = [id_.casefold().translate(str.maketrans("oil", "011")) for id_ in found]
    assert len(set(alike)) == len(found)
    assert found[:3] == ["TC-P1", "TC-P1a", "TC-P1b"]
    assert found[-3:] == ["TC-X1.1", "TC-X2.1", "TC-X1.2"]
