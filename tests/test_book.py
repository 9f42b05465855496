"""The book answers what pages ask."""

from __future__ import annotations

import pytest

from casebank.register import UnknownIdError


def advice(*ids, themes=("skills",)):
    return [{"id": id_, "title": "T", "text": "Do it.", "themes": list(themes)} for id_ in ids]


def places(*codes):
    return [{"city": f"City in {code}", "country": code} for code in codes]


def ids(things):
    return [thing.id for thing in things]


def test_a_case_a_tool_and_a_term_are_found_by_id(make_book, make_case, make_tool):
    book = make_book(make_case("a"), make_case("b"), tools=(make_tool("t"),))

    assert book.case("b").id == "b"
    assert book.tool("t").id == "t"
    assert book.area("crafts").label.en == "Crafts"
    assert book.theme("skills").label.en == "Skills"
    assert book.term("scopes", "city").label.en == "City"


def test_a_country_is_found_by_its_code(make_book):
    assert make_book().country("NO").id == "norway"


@pytest.mark.parametrize("question", ["case", "tool", "canvas", "area", "theme", "country"])
def test_an_id_that_does_not_exist_is_an_error_of_the_program(make_book, question):
    with pytest.raises(UnknownIdError, match="'zzz' is not "):
        getattr(make_book(), question)("zzz")


def test_a_term_of_any_vocabulary_that_does_not_exist_is_such_an_error(make_book):
    with pytest.raises(UnknownIdError, match=r"'town' is not a geographical scope\. Choose"):
        make_book().term("scopes", "town")
    with pytest.raises(
        UnknownIdError, match=r"'scope' is not a vocabulary\. Did you mean 'scopes'"
    ):
        make_book().term("scope", "city")
    with pytest.raises(UnknownIdError, match=r"'no' is not a country\. Did you mean 'NO'\?"):
        make_book().term("countries", "no")


def test_terms_keep_the_order_of_their_file(make_book):
    assert ids(make_book().terms("themes")) == ["skills", "funding", "spaces"]


def test_cases_are_found_by_country_and_tool(make_book, make_case):
    book = make_book(
        make_case("a", areas=["crafts", "games"], places=places("NO")),
        make_case("b", areas=["games"], places=places("FR"), tools=["canvas"]),
    )

    assert ids(book.cases_in_country("FR")) == ["b"]
    assert ids(book.cases_in_country("SE")) == []
    assert ids(book.cases_using("canvas")) == ["b"]
    assert ids(book.cases_using("zzz")) == []


def test_a_case_with_two_places_is_in_both_countries_once(make_book, make_case):
    case = make_case("a", places=places("FR", "NO", "FR"))
    book = make_book(case)

    assert ids(book.countries_of(case)) == ["france", "norway"]
    assert ids(book.cases_in_country("FR")) == ["a"]
    assert ids(book.cases_in_country("NO")) == ["a"]


def test_cases_are_found_under_terms_of_each_kind(make_book, make_case):
    book = make_book(
        make_case("a", recommendations=advice("A1", "A2")),
        make_case("b", areas=["games"], places=places("FR")),
    )

    assert ids(book.cases_with("areas", book.area("games"))) == ["b"]
    assert ids(book.cases_with("countries", book.country("FR"))) == ["b"]
    assert ids(book.cases_with("themes", book.theme("skills"))) == ["a"]
    assert ids(book.cases_with("themes", book.theme("spaces"))) == []


def test_the_most_frequent_themes_of_a_case_come_first(make_book, make_case):
    case = make_case(
        "a",
        recommendations=advice("A1", themes=["skills", "spaces"]) + advice("A2", themes=["spaces"]),
    )

    assert ids(make_book(case).themes_of(case)) == ["spaces", "skills"]


def test_themes_of_equal_number_keep_the_order_of_the_vocabulary(make_book, make_case):
    case = make_case("a", recommendations=advice("A1", themes=["spaces", "skills"]))

    assert ids(make_book(case).themes_of(case)) == ["skills", "spaces"]


def test_the_newest_cases_come_first_then_full_ones_then_titles(make_book, make_case):
    book = make_book(
        make_case("a", title="Undated"),
        make_case("b", held="2024-05", title="Card"),
        make_case("c", held="2024", record="full", title="Full"),
        make_case("d", published="2025", title="Zebra"),
        make_case("e", held="2025-01-01/2025-01-02", title="Apple"),
    )

    assert [case.title for case in book.newest] == ["Apple", "Zebra", "Full", "Card", "Undated"]


def test_the_year_of_the_event_counts_before_that_of_publication(make_case):
    assert make_case("a", held="2023-11", published="2025").year == "2023"


def test_the_asks_of_a_case_stand_in_the_order_of_its_page(make_book, make_case):
    case = make_case(
        "a",
        actions=[{"id": "X1", "axis": "Money", "priority": 2, "text": "X", "themes": ["funding"]}],
        conclusions=[{"id": "C1", "text": "C", "themes": ["skills"]}],
        examples=[{"id": "E1", "group": "G", "text": "E", "themes": ["spaces"]}],
        recommendations=[{**advice("R1")[0], "group": "G"}],
        portfolios=[
            {
                "id": "P1",
                "title": "Stage",
                "idea": "I",
                "asks": [{"id": "P1a", "text": "P", "themes": ["spaces"], "support": ["people"]}],
            }
        ],
    )

    assert [(ask.id, ask.kind, ask.title, ask.place) for ask in make_book(case).asks_of(case)] == [
        ("P1a", "portfolio-ask", "", "Stage"),
        ("R1", "recommendation", "T", "G"),
        ("E1", "example", "", "G"),
        ("C1", "conclusion", "", ""),
        ("X1", "action", "", "Money, priority 2"),
    ]


def test_an_ask_has_an_address_and_its_kind_in_words(make_book, make_case):
    case = make_case(
        "a",
        portfolios=[
            {
                "id": "P1",
                "title": "Stage",
                "idea": "I",
                "asks": [{"id": "P1a", "text": "P", "themes": ["spaces"], "support": ["people"]}],
            }
        ],
    )

    (ask,) = make_book(case).asks

    assert ask.address == "/cases/a/#P1a"
    assert ask.kind.label == "Portfolio ask"
    assert ask.support == ("people",)


def test_asks_are_found_by_all_given_terms(make_book, make_case):
    book = make_book(
        make_case("a", areas=["crafts"], places=places("NO"), recommendations=advice("A1")),
        make_case("b", areas=["games"], places=places("NO"), recommendations=advice("B1")),
        make_case(
            "c",
            areas=["games"],
            places=places("FR", "NO"),
            recommendations=advice("C1", themes=["funding", "skills"]),
        ),
    )

    assert ids(book.asks_where()) == ["A1", "B1", "C1"]
    assert ids(book.asks_where(theme="skills")) == ["A1", "B1", "C1"]
    assert ids(book.asks_where(theme="funding")) == ["C1"]
    assert ids(book.asks_where(area="games")) == ["B1", "C1"]
    assert ids(book.asks_where(country="FR")) == ["C1"]
    assert ids(book.asks_where(theme="skills", area="crafts", country="NO")) == ["A1"]
    assert ids(book.asks_where(area="games", country="NO")) == ["B1", "C1"]
    assert ids(book.asks_where(theme="spaces")) == []


def test_asks_are_found_by_kind_support_and_the_tool_of_their_case(make_book, make_case, make_tool):
    conclusion = {"id": "C1", "text": "C", "themes": ["skills"], "support": ["people"]}
    book = make_book(
        make_case("a", tools=["t"], recommendations=advice("A1"), conclusions=[conclusion]),
        make_case("b", recommendations=advice("B1")),
        tools=(make_tool("t"),),
    )

    assert ids(book.asks_where(kind="recommendation")) == ["A1", "B1"]
    assert ids(book.asks_where(kind="action")) == []
    assert ids(book.asks_where(support="people")) == ["C1"]
    assert ids(book.asks_where(tool="t")) == ["A1", "C1"]
    assert ids(book.asks_where(tool="t", kind="conclusion", theme="skills")) == ["C1"]
    assert ids(book.asks_where(tool="t", kind="conclusion", theme="spaces")) == []


def test_cases_are_found_by_all_that_is_given(make_book, make_case, make_tool):
    book = make_book(
        make_case("a", areas=["crafts"], places=places("NO"), recommendations=advice("A1")),
        make_case("b", areas=["games", "crafts"], places=places("FR", "NO"), tools=["t"]),
        make_case("c", areas=["games"], places=places("FR"), kind="peer-review", record="full"),
        tools=(make_tool("t"),),
    )

    assert ids(book.cases_where()) == ["a", "b", "c"]
    assert ids(book.cases_where(area="games")) == ["b", "c"]
    assert ids(book.cases_where(country="NO")) == ["a", "b"]
    assert ids(book.cases_where(theme="skills")) == ["a"]
    assert ids(book.cases_where(theme="spaces")) == []
    assert ids(book.cases_where(tool="t")) == ["b"]
    assert ids(book.cases_where(kind="peer-review")) == ["c"]
    assert ids(book.cases_where(record="card")) == ["a", "b"]
    assert ids(book.cases_where(area="crafts", country="FR", kind="city-case")) == ["b"]
    assert ids(book.cases_where(area="crafts", kind="peer-review")) == []


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"theme": "skils"}, "'skils' is not a theme. Did you mean 'skills'?"),
        ({"area": "zzz"}, "'zzz' is not an innovation area. Choose from: crafts, games."),
        ({"country": "fr"}, "'fr' is not a country. Did you mean 'FR'?"),
        ({"tool": "zzz"}, "'zzz' is not a tool. There is none."),
        ({"kind": "zzz"}, "'zzz' is not a kind of case. Choose from: city-case, peer-review."),
        ({"record": "ful"}, "'ful' is not a kind of record. Did you mean 'full'?"),
        ({"area": "games", "theme": "zzz\n"}, r"'zzz\n' is not a theme. Choose from: "),
    ],
)
def test_what_does_not_exist_is_no_filter_of_cases(make_book, make_case, given, message):
    with pytest.raises(UnknownIdError) as raised:
        make_book(make_case("a")).cases_where(**given)

    assert str(raised.value).startswith(message)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"theme": "skils"}, "'skils' is not a theme. Did you mean 'skills'?"),
        ({"kind": "peer-review"}, "'peer-review' is not a kind of ask. Choose from: action, "),
        ({"support": "peopel"}, "'peopel' is not a kind of support. Did you mean 'people'?"),
    ],
)
def test_what_does_not_exist_is_no_filter_of_asks(make_book, given, message):
    with pytest.raises(UnknownIdError) as raised:
        make_book().asks_where(**given)

    assert str(raised.value).startswith(message)


def test_a_country_without_a_case_has_none(make_book, make_case):
    assert make_book(make_case("a")).cases_where(country="PT") == ()


def test_the_asks_of_a_case_without_any_are_none(make_book, make_case):
    case = make_case("a")

    assert make_book(case).asks_of(case) == ()


def test_asks_of_other_cases_are_similar_that_share_two_themes(make_book, make_case):
    book = make_book(
        make_case("a", recommendations=advice("A1", themes=["skills", "funding", "spaces"])),
        make_case("b", recommendations=advice("B1", themes=["funding", "skills"])),
        make_case("c", recommendations=advice("C1", themes=["skills"])),
    )

    assert ids(book.similar_asks(book.asks[0]).first) == ["B1"]


def test_asks_are_similar_that_share_a_theme_and_a_kind_of_support(make_book, make_case):
    def needing(id_, *support):
        return [{**advice(id_)[0], "support": list(support)}]

    book = make_book(
        make_case("a", recommendations=needing("A1", "people", "training")),
        make_case("b", recommendations=needing("B1", "training")),
        make_case("c", recommendations=needing("C1", "equipment")),
    )

    assert ids(book.similar_asks(book.asks[0]).first) == ["B1"]


def test_asks_that_share_one_theme_alone_are_not_similar(make_book, make_case):
    book = make_book(
        make_case("a", recommendations=advice("A1", themes=["skills", "spaces"])),
        make_case("b", recommendations=advice("B1", themes=["skills", "funding"])),
    )

    assert book.similar_asks(book.asks[0]).total == 0


def test_of_many_similar_asks_all_are_counted_and_the_first_are_named(make_book, make_case):
    two = ["skills", "funding"]
    many = [f"B{number}" for number in range(1, 21)]
    book = make_book(
        make_case("a", recommendations=advice("A1", themes=two)),
        make_case("b", recommendations=advice(*many, themes=two)),
    )

    similar = book.similar_asks(book.asks[0])

    assert similar.total == 20
    assert ids(similar.first) == many[:3]


def test_the_order_of_tools_is_told_by_either_of_two_files(make_book, make_tool):
    first = make_tool("first", precedes=["second"])
    second = make_tool("second")
    third = make_tool("third", follows=["second"])
    book = make_book(tools=(first, second, third))

    assert ids(book.tools_before(second)) == ["first"]
    assert ids(book.tools_after(second)) == ["third"]
    assert ids(book.tools_before(first)) == []
    assert ids(book.tools_after(first)) == ["second"]


def test_the_parts_of_a_tool_are_those_that_say_so(make_book, make_tool):
    whole = make_tool("whole")
    book = make_book(tools=(make_tool("part", part_of=["whole"]), whole))

    assert ids(book.parts_of(whole)) == ["part"]


def test_organisations_are_found_for_the_book_and_for_a_case(make_book, make_case):
    def group(*names):
        return [{"group": "cci", "organisations": [{"name": name} for name in names]}]

    case = make_case("b", stakeholders=group("Opera", "Zoo"))
    book = make_book(make_case("a", stakeholders=group("Ballet", "Opera")), case)

    assert ids(book.organisations) == ["ballet", "opera", "zoo"]
    assert ids(book.organisations_in(case)) == ["opera", "zoo"]


def test_organisations_are_found_by_each_country_they_come_from(make_book, make_case):
    def group(*organisations):
        return [{"group": "cci", "organisations": list(organisations)}]

    opera, zoo = {"name": "Opera"}, {"name": "Zoo", "country": "FR"}
    book = make_book(
        make_case("a", stakeholders=group(opera, zoo), places=places("NO")),
        make_case("b", stakeholders=group(opera, opera), places=places("FR")),
    )

    assert ids(book.organisations_from("FR")) == ["opera", "zoo"]
    assert ids(book.organisations_from("NO")) == ["opera"]
    assert ids(book.organisations_from("SE")) == []


def test_the_glossary_of_the_book_finds_its_terms(make_book):
    assert make_book().glossary.first_unseen("A canvas.", set()) == (2, 8, "canvas")


def test_a_country_from_which_somebody_came_has_its_name_though_no_case_is_set_there(make_book):
    book = make_book()

    assert book.country("PT").label.en == "Portugal"
    assert "PT" not in {term.code for term in book.terms("countries")}
