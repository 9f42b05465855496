"""What a book covers follows from its records, as exactly as they say."""

from __future__ import annotations

from casebank.extent import countries, last_review, period

REVIEWED = {"status": "reviewed", "reviewed_on": "2026-03"}


def test_the_time_of_a_book_goes_from_its_first_case_to_its_last(make_book, make_case):
    first, last = make_case("a", held="2024-11-20/2024-11-21"), make_case("b", published="2025")

    assert period(make_book(first, last)) == ("2024-11-20", "2025")


def test_a_year_ends_after_each_of_its_months(make_book, make_case):
    book = make_book(make_case("a", held="2025"), make_case("b", held="2025-06-01"))

    assert period(book) == ("2025", "2025")


def test_the_day_of_the_event_counts_before_that_of_its_source(make_book, make_case):
    assert period(make_book(make_case("a", held="2023", published="2026"))) == ("2023", "2023")


def test_without_a_date_there_is_no_time(make_book, make_case):
    assert period(make_book(make_case("a"))) is None


def test_each_country_is_named_once(make_book, make_case):
    places = [{"city": "Oslo", "country": "NO"}, {"city": "Lyon", "country": "FR"}]

    assert countries(make_book(make_case("a", places=places), make_case("b"))) == ("FR", "NO")


def test_the_last_review_is_that_of_any_case_or_tool(make_book, make_case, make_tool):
    old = {"status": "reviewed", "reviewed_on": "2025-12-31"}
    book = make_book(make_case("a", review=old), tools=(make_tool("b", review=REVIEWED),))

    assert last_review(book) == "2026-03"


def test_drafts_have_no_review(make_book, make_case):
    assert last_review(make_book(make_case("a"))) == ""
