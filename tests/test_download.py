"""What pages say of a file before one clicks."""

from __future__ import annotations

import pytest

from casebank.download import Download, Downloads


def file(path: str = "downloads/a.pdf", content: bytes = b"x", about: str = "a") -> Download:
    return Download(path, content, "A", about)


@pytest.mark.parametrize(
    ("path", "name"), [("a.pdf", "PDF"), ("a.pptx", "PowerPoint"), ("a.zip", "ZIP")]
)
def test_a_format_has_the_name_that_people_use(path, name):
    assert file(path).format == name


def test_a_checksum_is_that_of_the_content():
    # The checksum of nothing, as published with SHA-256 (FIPS 180-4).
    assert file(content=b"").sha256 == (
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    )


def test_a_language_is_named_in_english():
    assert Download("a.pdf", b"", "A", "a", language="fr").language_name == "French"


def test_files_are_found_by_what_they_belong_to_in_their_order():
    files = Downloads([file("b.pdf"), file("c.pdf", about="c"), file("a.pdf")])

    assert [one.path for one in files.about("a")] == ["b.pdf", "a.pdf"]


def test_two_files_with_one_address_are_refused():
    with pytest.raises(ValueError, match=r"Two files claim one address: a\.pdf\."):
        Downloads([file("a.pdf"), file("a.pdf", about="b")])
