"""Related cases are listed with the reasons, the closest first."""

from __future__ import annotations

import pytest

from casebank.related import Reason


def advice(id_, *themes):
    return [{"id": id_, "title": "T", "text": "Do it.", "themes": list(themes)}]


def places(code):
    return [{"city": "C", "country": code}]


def group(name):
    return [{"group": "cci", "organisations": [{"name": name}]}]


def test_cases_without_anything_in_common_are_not_related(make_book, make_case):
    case = make_case("a", areas=["crafts"], places=places("NO"))
    book = make_book(case, make_case("b", areas=["games"], places=places("FR")))

    assert book.related(case) == ()


def test_a_related_case_tells_everything_it_shares(make_book, make_case, make_tool):
    shared = {
        "areas": ["crafts"],
        "places": places("NO"),
        "stakeholders": group("Opera"),
        "tools": ["canvas"],
    }
    case = make_case("a", **shared, recommendations=advice("A1", "skills", "spaces"))
    other = make_case("b", **shared, recommendations=advice("B1", "funding", "skills"))
    book = make_book(case, other, tools=(make_tool("canvas", title="Canvas"),))

    (relation,) = book.related(case)

    assert relation.case == other
    assert relation.reasons == (
        Reason("area", "Crafts", "/areas/crafts/"),
        Reason("organisation", "Opera", "/organisations/#org-opera"),
        Reason("country", "Norway", "/countries/norway/"),
        Reason("theme", "Skills", "/themes/skills/"),
        Reason("tool", "Canvas", "/tools-and-methods/canvas/"),
    )


def test_an_area_weighs_more_than_a_country_and_a_country_more_than_a_theme(make_book, make_case):
    case = make_case(
        "a", areas=["crafts"], places=places("NO"), recommendations=advice("A", "skills")
    )
    book = make_book(
        case,
        make_case("b", areas=["games"], places=places("FR"), recommendations=advice("B", "skills")),
        make_case("c", areas=["games"], places=places("NO")),
        make_case("d", areas=["crafts"], places=places("FR")),
    )

    assert [relation.case.id for relation in book.related(case)] == ["d", "c", "b"]


def test_equally_close_cases_are_sorted_by_id(make_book, make_case):
    case = make_case("b")
    book = make_book(make_case("a"), case, make_case("c"))

    assert [relation.case.id for relation in book.related(case)] == ["a", "c"]


def test_being_related_is_mutual(make_book, make_case):
    first, second = make_case("a"), make_case("b")
    book = make_book(first, second)

    assert [relation.case.id for relation in book.related(first)] == ["b"]
    assert [relation.case.id for relation in book.related(second)] == ["a"]


def test_only_the_closest_are_named(make_book, make_case):
    case = make_case("a")
    book = make_book(case, *(make_case(f"b{number}") for number in range(9)))

    assert [one.case.id for one in book.related(case, limit=2)] == ["b0", "b1"]


def test_reasons_are_grouped_by_kind(make_book, make_case):
    case = make_case("a", areas=["crafts", "games"])
    book = make_book(case, make_case("b", areas=["games", "crafts"]))

    (relation,) = book.related(case)

    assert {kind: len(reasons) for kind, reasons in relation.by_kind().items()} == {
        "area": 2,
        "country": 1,
    }


def test_what_very_many_cases_share_brings_none_together_by_itself(make_book, make_case):
    case = make_case("a", areas=["crafts"])
    many = [make_case(f"b{number:02}", areas=["games"]) for number in range(21)]
    book = make_book(case, *many, make_case("c", areas=["crafts"]))

    (relation,) = book.related(case)

    assert relation.case.id == "c"
    assert [reason.kind for reason in relation.reasons] == ["area", "country"]


@pytest.mark.parametrize(("sharing", "related"), [(30, True), (31, False)])
def test_in_a_larger_book_more_cases_may_share_a_thing(make_book, make_case, sharing, related):
    areas = [["crafts"]] * sharing + [["games"]] * (36 - sharing)
    book = make_book(*(make_case(f"a{place:02}", areas=one) for place, one in enumerate(areas)))

    assert bool(book.related(book.case("a00"))) is related


def test_related_cases_are_looked_for_once(make_book, make_case):
    case = make_case("a")
    book = make_book(case, make_case("b"))

    assert book.related(case) is book.related(case)
