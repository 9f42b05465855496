"""Every address that the content makes today, and where in the content it is made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casebank.addresses import address, split
from casebank.country import country, country_codes
from casebank.ids import anchor_ids
from casebank.problem import Problem
from casebank.term import BROWSED

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from casebank.case import Case
    from casebank.records import Entry
    from casebank.strict_yaml import Path
    from casebank.term import Vocabulary


@dataclass(frozen=True)
class AddressIndex:
    """The addresses of a book as far as its files could be read, faulty fields or not."""

    pages: Mapping[str, str]
    """The file of each page of a case, tool or term."""

    anchors: Mapping[str, tuple[Entry[Case], Path]]
    """The place of each ask and portfolio."""

    aliases: Mapping[str, tuple[Entry[Case], Path]]
    """By the address of an earlier id of a case: where the case names it."""

    unread: frozenset[str]
    """Pages and folders of which not everything is known, because a file cannot be read."""

    def __contains__(self, address: str) -> bool:
        return address in self.pages or address in self.anchors

    def may_hold(self, address: str) -> bool:
        """Tell whether an address could be made by a file that cannot be read."""
        page = split(address)[0]
        return page in self.unread or f"/{page.split('/')[1]}/" in self.unread

    def problem(self, address: str, message: str, remedy: str) -> Problem:
        """Return a problem at the place where an address is made."""
        if address in self.anchors:
            entry, path = self.anchors[address]
            return entry.problem(path, message, remedy)
        return Problem(self.pages[address], 1, 1, "", message, remedy)


NO_ADDRESSES = AddressIndex({}, {}, {}, frozenset())


def address_index(
    cases: Collection[Entry[Case]], vocabularies: Mapping[str, Vocabulary], paths: Iterable[str]
) -> AddressIndex:
    """Return the addresses of cases and tools in the files `paths`, and of terms."""
    pages = {address(path): path for path in sorted(paths) if path.endswith(".md")}
    unread = {page for page in pages if page.startswith("/cases/")}
    anchors: dict[str, tuple[Entry[Case], Path]] = {}
    aliases: dict[str, tuple[Entry[Case], Path]] = {}
    for entry in cases:
        page = f"/cases/{entry.id}/"
        unread.discard(page)
        for path, id_ in anchor_ids(entry.data):
            anchors.setdefault(f"{page}#{id_}", (entry, path))
        for number, alias in enumerate(_texts(entry.data.get("aliases"))):
            aliases.setdefault(f"/cases/{alias}/", (entry, ("aliases", number)))
    if unread:
        unread.add("/countries/")  # a case makes those of its places
    for name in BROWSED:
        if vocabulary := vocabularies.get(name):
            pages |= {f"/{name}/{term.id}/": vocabulary.path for term in vocabulary.terms}
        else:
            unread.add(f"/{name}/")
    for code in sorted(_countries(cases)):
        pages.setdefault(f"/countries/{country(code).id}/", "vocabularies/countries.yml")
    return AddressIndex(pages, anchors, aliases, frozenset(unread))


def _texts(value: object) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def _countries(cases: Iterable[Entry[Case]]) -> set[str]:
    """Return the codes of the countries in which a case is set."""
    codes = {str(place.get("country")) for one in cases for place in one.groups("places")}
    return codes & country_codes()
