"""Tables of organisations, and of how they took part in cases."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casebank.iris import Iris
from casebank.organisation import country_of, organisation_id
from casebank.people import Organisation, Stakeholders
from casebank.tables.columns import joined, own, position
from casebank.tables.entries import OF_CASE, entries
from casebank.tables.table import Cells, Column, Table, Type, table_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casebank.book import Book
    from casebank.case import Case
    from casebank.publication import Publication


def organisation_tables(book: Book, publication: Publication) -> Iterator[Table]:
    """Yield the tables of organisations, of groups of stakeholders, and of who took part."""
    yield _organisations(book, publication)
    count = Column("organisations", "How many are named in it.", Type.INTEGER, least=0)
    yield OF_CASE.groups(
        *("stakeholders", "Stakeholder groups of cases", "a group of stakeholders of a case"),
        entries(book.cases, "stakeholders"),
        Stakeholders,
        names={"group": "group_id"},
        more={count: lambda entry: len(entry.item.organisations)},
    )
    yield _participations(book)


def _organisations(book: Book, publication: Publication) -> Table:
    cells: Cells = {
        Column("id", "Made from the name; changes if the name does."): lambda known: known.id,
        Column("name", "Name as the first case writes it."): lambda known: known.name,
        Column("cases", "In how many cases it took part.", Type.INTEGER, least=1): (
            lambda known: len(known.cases)
        ),
        Column("page", "Address of its place on the page of organisations.", Type.ADDRESS): (
            lambda known: Iris(publication).of(known.address)
        ),
    }
    return table_of("organisations", "Organisations", "an organisation", cells, book.organisations)


@dataclass(frozen=True)
class _Participation:
    """An organisation in a group of a case."""

    case: Case
    group: Stakeholders
    group_position: int
    organisation: Organisation
    position: int


def _participations(book: Book) -> Table:
    whose = Column(
        "stakeholders_position",
        "Position of its group in the table stakeholders.",
        Type.INTEGER,
        least=1,
    )
    country = Column(
        "country",
        "Where it comes from: what the source says, or else the country of the case. Empty for"
        " experts from elsewhere of whom the source does not say it.",
        required=False,
        refers_to="countries.code",
        vocabulary="countries",
        example="SE",
    )
    cells: Cells = {
        OF_CASE.column: lambda one: one.case.id,
        whose: lambda one: one.group_position,
        position("Place in its group, from 1."): lambda one: one.position,
        Column("organisation_id", "The organisation.", refers_to="organisations.id"): (
            lambda one: organisation_id(one.organisation.name)
        ),
        **own(Organisation, "name", at="organisation"),
        **own(Stakeholders, at="group", names={"group": "group_id"}),
        country: lambda one: country_of(one.organisation, one.group, one.case),
        **joined(Organisation, "roles", at="organisation"),
        **own(Organisation, "note", at="organisation"),
    }
    found = (
        _Participation(group.owner, group.item, group.position, organisation, place)
        for group in entries(book.cases, "stakeholders")
        for place, organisation in enumerate(group.item.organisations, start=1)
    )
    key = ("case_id", "stakeholders_position", "position")
    row = "an organisation in a group of a case"
    return table_of("case_organisations", "Who took part in cases", row, cells, found, key=key)
