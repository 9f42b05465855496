"""What maintainers could do next is read from the book itself."""

from __future__ import annotations

from casebank.guide import Part

REVIEWED = {"status": "reviewed", "reviewed_on": "2026-03-03"}


def source(id_, **fields):
    return {"id": id_, "title": id_.capitalize(), "url": f"https://t.example/{id_}", **fields}


def ids(records):
    return [record.id for record in records]


def pairs(found):
    return [(record.id, one.id) for record, sources in found for one in sources]


def test_drafts_wait_before_what_is_to_be_reviewed_again(make_book, make_case, make_tool):
    again = make_case("a", review={"status": "to-review", "reviewed_on": "2020"})
    book = make_book(again, make_case("b"), tools=(make_tool("c", review=REVIEWED),))

    assert ids(book.upkeep.unreviewed) == ["b", "a"]


def test_the_oldest_review_comes_first_whether_of_a_case_or_a_tool(make_book, make_case, make_tool):
    case = make_case("a", review=REVIEWED)
    tool = make_tool("b", review={"status": "reviewed", "reviewed_on": "2025"})

    assert ids(make_book(case, tools=(tool,)).upkeep.reviewed) == ["b", "a"]


def test_what_lacks_most_comes_first(make_book, make_case):
    first = make_case("a", held="2025", published="2025", authors=[{"name": "A"}])
    second = make_case("b", held="2025")

    assert [record.id for record, _ in make_book(first, second).upkeep.incomplete] == ["b", "a"]


def test_a_complete_tool_is_not_listed(make_book, make_tool):
    tool = make_tool(
        "a",
        audiences=["funders"],
        roles=[{"name": "Host", "duty": "Hosts."}],
        inputs=["A room."],
        steps=[{"title": "Begin", "how": "At once."}],
        materials=[{"item": "Pens"}],
    )

    assert make_book(tools=(tool,)).upkeep.incomplete == ()


def test_each_field_has_the_list_of_what_lacks_it(make_book, make_case):
    book = make_book(make_case("a"), make_case("b", held="2025"))

    assert ids(book.upkeep.lacking["held"]) == ["a"]
    assert ids(book.upkeep.lacking["authors"]) == ["a", "b"]
    assert list(book.upkeep.lacking) == ["audiences", "authors", "published", "tools", "held"]


def test_a_source_known_by_its_file_alone_has_no_address(make_book, make_case):
    case = make_case("a", sources=[source("report", url=None, file="report.pdf"), source("page")])

    assert pairs(make_book(case).upkeep.sources_without_address) == [("a", "report")]


def test_an_address_without_encryption_is_found(make_book, make_case):
    case = make_case("a", sources=[source("old", url="http://t.example/"), source("page")])

    assert pairs(make_book(case).upkeep.unencrypted_sources) == [("a", "old")]


def test_a_source_that_no_text_cites_is_found(make_book, make_case):
    case = make_case("a", sources=[source("report"), source("page"), source("film")])
    case = case.model_copy(update={"sections": {"Context": "By the sea [^page]."}})

    assert pairs(make_book(case).upkeep.uncited_sources) == [("a", "film")]


def test_facts_of_a_case_come_from_its_first_source_without_a_mark(make_book, make_case):
    case = make_case("a", sources=[source("report")])

    assert make_book(case).upkeep.uncited_sources == ()


def test_the_guide_cites_sources_of_tools(make_book, make_tool):
    tool = make_tool("a", sources=[source("one"), source("two")])
    book = make_book(tools=(tool,))
    guide = (Part(1, "begin", "Begin", "How.", "Begin early [^two]."),)

    assert pairs(book.upkeep.uncited_sources) == [("a", "one"), ("a", "two")]
    assert pairs(type(book)((), (tool,), book.vocabularies, (), guide).upkeep.uncited_sources) == [
        ("a", "one")
    ]


def terms(found):
    return {vocabulary.id: [term.id for term in terms] for vocabulary, terms in found}


def test_terms_are_counted_by_the_cases_and_tools_that_name_them(make_book, make_case, make_tool):
    asks = [
        {"id": "A1", "text": "T", "themes": ["skills"]},
        {"id": "A2", "text": "U", "themes": ["skills", "spaces"]},
    ]
    book = make_book(
        make_case("a", conclusions=asks),
        make_case("b", conclusions=[{"id": "B1", "text": "T", "themes": ["skills"]}]),
        tools=(make_tool("c", audiences=["funders"]),),
    )

    assert terms(book.upkeep.unused_terms)["themes"] == ["funding"]
    assert terms(book.upkeep.terms_used_once)["themes"] == ["spaces"]
    assert terms(book.upkeep.terms_used_once)["audiences"] == ["funders"]
    assert "areas" not in terms(book.upkeep.terms_used_once)


def test_countries_and_the_glossary_may_wait_for_their_use(make_book):
    unused = terms(make_book().upkeep.unused_terms)

    assert "themes" in unused
    assert not {"countries", "glossary"} & set(unused)


def test_a_tool_that_no_case_used_is_found(make_book, make_case, make_tool):
    book = make_book(make_case("a", tools=["used"]), tools=(make_tool("idle"), make_tool("used")))

    assert ids(book.upkeep.unused_tools) == ["idle"]


def test_notes_of_editors_are_doubts_of_their_case(make_book, make_case):
    book = make_book(make_case("a", editor_notes=["No date.", "Two spellings."]), make_case("b"))

    assert [(case.id, notes) for case, notes in book.upkeep.doubts] == [
        ("a", ("No date.", "Two spellings."))
    ]
