"""What has moved leads on, and what has left a page is known there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pydantic import ValidationError

from casebank.permanence import Move, Removal


def removal(address, **more):
    return Removal(address=address, title="Gone", removed_on="2026", reason="Why.", **more)


@pytest.fixture
def old_book(make_book, make_case):
    """Make a book of two cases, of which `b` was `a` once, with these moves and removals."""

    def make(*moved, removals=()):
        book = make_book(make_case("b", aliases=["a"]), make_case("c"))
        return replace(book, moved=moved, removals=removals)

    return make


def test_the_earlier_id_of_a_case_is_a_move(old_book):
    assert old_book().moves == (Move(old="/cases/a/", new="/cases/b/"),)


def test_a_thing_knows_its_earlier_addresses(old_book):
    book = old_book(Move(old="/themes/old/", new="/themes/skills/"))

    assert book.former_addresses("/themes/skills/") == ("/themes/old/",)
    assert book.former_addresses("/cases/b/") == ("/cases/a/",)
    assert book.former_addresses("/cases/c/") == ()


def test_an_ask_that_went_to_another_case_has_left_its_page(old_book):
    gone = Move(old="/cases/b/#B-1", new="/cases/c/#C-1")

    assert old_book(gone).departures_from("/cases/b/") == (gone,)


def test_what_left_under_the_earlier_id_of_a_case_is_told_at_its_present_one(old_book):
    gone = Move(old="/cases/a/#B-1", new="/cases/c/#C-1")

    assert old_book(gone).departures_from("/cases/b/") == (gone,)


def test_an_ask_with_another_id_has_not_left_its_page(old_book):
    moves = (
        Move(old="/cases/b/#B-1", new="/cases/b/#B-2"),
        Move(old="/cases/a/#B-1", new="/cases/b/#B-2"),
    )

    assert old_book(*moves).departures_from("/cases/b/") == ()


def test_a_removed_ask_has_left_its_page_once(old_book):
    removals = (removal("/cases/a/#B-1"), removal("/cases/b/#B-1"), removal("/cases/c/"))

    assert old_book(removals=removals).departures_from("/cases/b/") == removals[:1]
    assert old_book(removals=removals).departures_from("/cases/c/") == ()


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/",
        "//evil.example/",
        "javascript:alert(1)",
        "/cases/a/b/",
        "/cases/../x/",
        '/cases/a/"onload="/',
        "/cases/a/#<script>",
        "/data/x/",
        "cases/a/",
    ],
)
def test_nothing_moves_to_what_is_no_address_of_the_book(address):
    with pytest.raises(ValidationError):
        Move(old="/themes/a/", new=address)
