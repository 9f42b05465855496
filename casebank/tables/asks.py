"""Tables of asks, and of the portfolios in which some of them stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from casebank.action import Action
from casebank.advice import Recommendation
from casebank.ask import AskKind
from casebank.case import CaseFields
from casebank.fields import AskFields
from casebank.place import Place
from casebank.portfolio import Portfolio
from casebank.tables.columns import column_of, joined, own, position
from casebank.tables.entries import OF_ASK, OF_CASE, OF_PORTFOLIO, entries
from casebank.tables.table import Cells, Column, Table, Type, table_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casebank.ask import Ask
    from casebank.book import Book
    from casebank.case import Case
    from casebank.publication import Publication


@dataclass(frozen=True)
class _Row:
    """An ask, and what its kind alone has."""

    ask: Ask
    position: int
    """Its place among all asks of its case, from 1."""

    item: AskFields
    """The ask as it stands in its case."""

    portfolio: str
    """Id of the portfolio that it stands in; empty for most asks."""


def ask_tables(book: Book, publication: Publication) -> Iterator[Table]:
    """Yield the tables of asks and portfolios."""
    rows = tuple(_rows(book))
    yield _asks(rows, publication)
    for name, title, row, field, column in (
        ("ask_themes", "Themes of asks", "a theme of an ask", "themes", "theme_id"),
        ("ask_support", "Support that asks need", "a kind of support", "support", "support_id"),
    ):
        linked = column_of(AskFields, field, column)
        yield OF_ASK.links(name, title, row, entries(book.asks, field), linked)
    actions = [row.item for row in rows if isinstance(row.item, Action)]
    yield OF_ASK.texts(
        *("action_timeline", "Timelines of actions", "a step of an action"),
        entries(actions, "timeline"),
        column_of(Action, "timeline", "text"),
    )
    yield _portfolios(book, publication)
    yield OF_PORTFOLIO.links(
        *("portfolio_support", "Support that portfolios need", "a kind of support"),
        entries((one for case in book.cases for one in case.portfolios), "support"),
        column_of(Portfolio, "support", "support_id"),
    )


def _asks(rows: tuple[_Row, ...], publication: Publication) -> Table:
    kind = Column(
        "kind",
        "Who asks: the workshop or the experts (`recommendation`, `conclusion`), one team"
        " (`portfolio-ask`), a local measure (`example`), the host authority (`action`).",
        values=tuple(AskKind),
    )
    cells: Cells = {
        **own(AskFields, "id", at="item"),
        kind: lambda row: row.ask.kind,
        OF_CASE.column: lambda row: row.ask.case.id,
        position("Place among the asks of its case, from 1."): lambda row: row.position,
        **own(Recommendation, "title", at="item", optional=True),
        **own(AskFields, "text", at="item"),
        Column(
            "place",
            "Where in its case it stands: title of its portfolio, heading of its group, or axis and"
            " priority.",
            required=False,
        ): lambda row: row.ask.place,
        Column(
            "portfolio_id",
            "The portfolio that it stands in; of portfolio asks alone.",
            required=False,
            refers_to="portfolios.id",
        ): lambda row: row.portfolio,
        **joined(AskFields, "themes", "ask_themes", at="item"),
        **joined(AskFields, "support", "ask_support", at="item"),
        **own(Recommendation, "reason", at="item"),
        **own(Action, "axis", "priority", "status", "note", at="item", optional=True),
        **own(Place, "city", "country", at="ask.case.place"),
        **joined(CaseFields, "areas", "case_areas", at="ask.case"),
        Column("page", "Address of its place on the page of its case.", Type.ADDRESS): (
            lambda row: publication.url(row.ask.address)
        ),
    }
    return table_of("asks", "Asks", "an ask", cells, rows)


def _portfolios(book: Book, publication: Publication) -> Table:
    cells: Cells = {
        **own(Portfolio, "id", at="item"),
        OF_CASE.column: lambda entry: entry.owner.id,
        position("Place among those of its case, from 1."): lambda entry: entry.position,
        **own(Portfolio, "title", "idea", "ambition", at="item"),
        **joined(Portfolio, "support", "portfolio_support", at="item"),
        **own(Portfolio, "support_text", "timeline", "note", at="item"),
        Column("page", "Address of its place on the page of its case.", Type.ADDRESS): (
            lambda entry: publication.url(f"{entry.owner.address}#{entry.item.id}")
        ),
    }
    found = entries(book.cases, "portfolios")
    return table_of("portfolios", "Portfolios", "a portfolio", cells, found)


def _rows(book: Book) -> Iterator[_Row]:
    for case in book.cases:
        items = dict(_items(case))
        for place, ask in enumerate(book.asks_of(case), start=1):
            yield _Row(ask, place, *items[ask.id])


def _items(case: Case) -> Iterator[tuple[str, tuple[Any, str]]]:
    """Yield the asks of a case by their ids, each with the id of its portfolio."""
    for portfolio in case.portfolios:
        yield from ((item.id, (item, portfolio.id)) for item in portfolio.asks)
    for items in (case.recommendations, case.examples, case.conclusions, case.actions):
        yield from ((item.id, (item, "")) for item in items)
