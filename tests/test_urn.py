"""Names that last: the same for the same first address, and never for two."""

from __future__ import annotations

from uuid import UUID

from casebank.urn import urn


def test_what_was_first_at_an_address_is_always_called_the_same():
    assert urn("/cases/lund/") == "urn:uuid:e3476491-05ae-53c2-a8be-390f7fbcad55"


def test_two_addresses_give_two_names():
    assert urn("/areas/crafts/") != urn("/themes/crafts/")


def test_a_name_is_a_uuid_made_from_a_name():
    assert UUID(urn("/cases/lund/")).version == 5
