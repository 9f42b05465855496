"""The index has every address that the book answers at, as far as its files can be read."""

from __future__ import annotations

import pytest

from casebank.loading import read_content
from tests.conftest import REPOSITORY


@pytest.fixture(scope="module")
def content():
    return read_content(REPOSITORY)


def test_it_has_the_pages_of_cases_tools_and_terms(content, book):
    pages = {record.address for record in (*book.cases, *book.tools)}
    for name in ("areas", "countries", "themes"):
        pages |= {f"/{name}/{term.id}/" for term in book.terms(name)}

    assert set(content.addresses.pages) == pages


def test_it_has_every_ask_and_portfolio(content, book):
    portfolios = {f"{case.address}#{one.id}" for case in book.cases for one in case.portfolios}

    assert set(content.addresses.anchors) == {ask.address for ask in book.asks} | portfolios


def test_every_address_that_the_book_has_is_promised(content):
    addresses = {*content.addresses.pages, *content.addresses.anchors}

    assert addresses <= set(content.promises.published)


def test_a_faulty_field_hides_no_address(folder, add, case_text):
    add("cases/testville.md", case_text.replace("[skills]", "[skils]"))

    index = read_content(folder).addresses

    assert {"/cases/testville/", "/cases/testville/#TV-1", "/countries/norway/"} <= {
        *index.pages,
        *index.anchors,
    }


def test_a_file_that_cannot_be_read_may_hold_any_ask_and_country(folder, add):
    add("cases/lund.md", "---\n")

    index = read_content(folder).addresses

    assert index.may_hold("/cases/lund/#LU-1")
    assert index.may_hold("/countries/sweden/")
    assert not index.may_hold("/cases/testville/#LU-1")
    assert not index.may_hold("/themes/lund/")
