"""A vocabulary finds its terms by their ids."""

from __future__ import annotations


def test_a_vocabulary_with_other_terms_knows_only_these(book):
    areas = book.vocabularies["areas"]
    assert len(areas.by_id) == len(areas.terms)

    first = areas.with_terms(areas.terms[:1])

    assert list(first.by_id) == [areas.terms[0].id]
