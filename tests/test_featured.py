"""The ask of the front door."""

from __future__ import annotations

from casebank.featured import featured_ask


def test_it_is_a_recommendation_of_the_newest_full_case_that_others_are_like(book):
    ask = featured_ask(book)

    assert ask.case.id == "saint-etienne-performing-arts-ai"
    assert ask.kind == "recommendation"
    most = max(
        book.similar_asks(other).total
        for other in book.asks_of(ask.case)
        if other.kind == "recommendation"
    )
    assert book.similar_asks(ask).total == most


def test_a_book_without_recommendations_has_none(make_book, make_case):
    assert featured_ask(make_book(make_case("a"))) is None
