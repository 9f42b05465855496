"""Asks in the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casebank.api.item import AskRef, CaseRef, Item, Links, Uri, Ways
from casebank.ask import AskKind
from casebank.fields import Record, SupportId, Text, ThemeId

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casebank.api.addresses import Addresses
    from casebank.ask import Ask


class AskLinks(Links):
    """Ways from an ask."""

    cases: Ways
    """The case in which it stands, by id."""

    themes: Ways
    """Its themes, by id."""

    vocabularies: Uri
    """Where kinds of support are explained."""


class SimilarAsks(Record):
    """Asks of other cases with two themes in common, or a theme and a kind of support."""

    total: int
    """How many there are."""

    first: tuple[AskRef, ...]
    """The first few, those that the page of the case names."""


class AskItem(Item):
    """One thing that a case asks for, wherever in the case it stands."""

    links: AskLinks
    """Where it stands, and where what it names stands."""

    kind: AskKind
    """Who asks: kinds have different authors and are never added up."""

    case: CaseRef
    """Id of the case."""

    title: str | None
    """Short name; null where the source gives a single sentence."""

    text: Text
    """What is asked for, in words of the casebook; `[^key]` cites a source of the case."""

    themes: tuple[ThemeId, ...]
    """Themes that it belongs to, the weightiest first."""

    support: tuple[SupportId, ...]
    """Kinds of support that it names or plainly implies."""

    place: str | None
    """Where in the case it stands: the title of its portfolio, the name of its group, or its axis
    and priority; null where it stands alone."""

    similar: SimilarAsks
    """What other cities ask for."""


def ask_item(ask: Ask, addresses: Addresses) -> AskItem:
    """Return an ask with its ways and what is like it."""
    similar = addresses.book.similar_asks(ask)
    return AskItem.of(
        id=ask.id,
        links=AskLinks(
            self=addresses.collection("asks"),
            page=addresses.of(ask.address),
            cases=addresses.records("cases", [ask.case.id]),
            themes=addresses.records("themes", ask.themes),
            vocabularies=addresses.collection("vocabularies"),
        ),
        kind=ask.kind,
        case=ask.case.id,
        title=ask.title or None,
        text=ask.text,
        themes=ask.themes,
        support=ask.support,
        place=ask.place or None,
        similar=SimilarAsks(total=similar.total, first=tuple(one.id for one in similar.first)),
    )


def ask_items(addresses: Addresses) -> Iterator[AskItem]:
    """Yield all asks, by case."""
    for ask in addresses.book.asks:
        yield ask_item(ask, addresses)
