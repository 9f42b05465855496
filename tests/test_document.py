"""A file is split into fields and body, and text that shows other than it is gets refused."""

from __future__ import annotations

import frontmatter
import pytest

from casebank.document import MAX_BYTES, compose, read_document, read_text


@pytest.fixture
def save(tmp_path):
    """Write a file as bytes or text; return it with its name in problems."""

    def write(content):
        file = tmp_path / "x.md"
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return file, "cases/x.md"

    return write


def problems(result):
    return [str(problem) for problem in result[1]]


DOCUMENT = "---\ntitle: A\n---\n\n## Context\n\nText.\n"


def test_a_byte_order_mark_is_left_out(save):
    assert read_text(*save(b"\xef\xbb\xbftitle")) == ("title", ())


def test_windows_line_ends_become_plain_ones(save):
    assert read_text(*save("a\r\nb\r\n")) == ("a\nb\n", ())


@pytest.mark.parametrize("text", ["a\tb", "Saint-Étienne", "क्‍ष", "می‌خواهم", "😀", "a\u00a0b"])
def test_tabs_accents_joiners_and_emoji_are_text(save, text):
    assert read_text(*save(text)) == (text, ())


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (
            "Košice\nMalmö".encode().replace("ö".encode(), b"\xf6"),
            "cases/x.md:2:1: is not saved as UTF-8. Save the file with the encoding UTF-8.",
        ),
        (
            "title".encode("utf-16"),
            "cases/x.md:1:1: is not saved as UTF-8. Save the file with the encoding UTF-8.",
        ),
        (
            b"a" * (MAX_BYTES + 1),
            "cases/x.md:1:1: has 300,001 bytes; at most 300,000 are read. "
            "Move the long parts into a source and link to it.",
        ),
        (
            "a\nbc\u202ed",
            "cases/x.md:2:3: holds the invisible character U+202E. "
            "Delete it and type the word again.",
        ),
    ],
)
def test_a_file_that_cannot_be_trusted_is_refused_with_the_place(save, raw, problem):
    assert problems(read_text(*save(raw))) == [problem]


def test_a_file_of_exactly_the_largest_size_is_read(save):
    assert problems(read_text(*save(b"a" * MAX_BYTES))) == []


def test_a_symbolic_link_is_refused_and_not_read(save, tmp_path):
    save("secret")
    link = tmp_path / "link.md"
    link.symlink_to(tmp_path / "x.md")

    text, faults = read_text(link, "cases/link.md")

    assert text == ""
    assert [str(fault) for fault in faults] == [
        "cases/link.md:1:1: is a symbolic link. Put the file itself here."
    ]


@pytest.mark.parametrize(
    "char",
    [
        pytest.param("\x00", id="null"),
        pytest.param("\x1b", id="escape"),
        pytest.param("\x7f", id="delete"),
        pytest.param("\x85", id="next line"),
        pytest.param("\r", id="lone carriage return"),
        pytest.param("\u202a", id="left-to-right embedding"),
        pytest.param("\u202e", id="right-to-left override"),
        pytest.param("\u2066", id="left-to-right isolate"),
        pytest.param("\u2069", id="pop directional isolate"),
        pytest.param("\u200b", id="zero-width space"),
        pytest.param("\u2060", id="word joiner"),
        pytest.param("\ufeff", id="byte order mark inside"),
        pytest.param("\u00ad", id="soft hyphen"),
        *(
            pytest.param(char, id=name)
            for name, char in {
                "left-to-right mark": "\u200e",
                "invisible times": "\u2062",
                "tag letter": "\U000e0041",
                "line separator": "\u2028",
            }.items()
        ),
    ],
)
def test_an_invisible_character_is_refused(save, char):
    assert problems(read_text(*save(f"ab{char}c"))) == [
        f"cases/x.md:1:3: holds the invisible character U+{ord(char):04X}. "
        "Delete it and type the word again."
    ]


def test_each_line_with_invisible_characters_is_one_problem(save):
    places = [
        (problem.line, problem.column)
        for problem in read_text(*save("\u200ba\u200b\nb\n\u200bc"))[1]
    ]

    assert places == [(1, 1), (3, 1)]


def test_a_document_is_split_into_fields_and_body(save):
    document, faults = read_document(*save(DOCUMENT))

    assert faults == ()
    assert document.path == "cases/x.md"
    assert document.front_matter.data == {"title": "A"}
    assert document.body.strip() == "## Context\n\nText."


def test_a_field_has_its_place_in_the_file(save):
    document, _ = read_document(*save(DOCUMENT))

    assert document.front_matter.position(("title",)) == (2, 8)


def test_an_empty_line_below_the_first_does_not_shift_places(save):
    document, _ = read_document(*save("---\n\n\ntitle: A\n---\n"))

    assert document.front_matter.position(("title",)) == (4, 8)


@pytest.mark.parametrize(
    "text",
    [DOCUMENT, DOCUMENT.replace("---\n\n##", "---\n\n\n\n##"), DOCUMENT.replace("\n", "\r\n")],
)
def test_the_body_begins_on_its_line_of_the_file(save, text):
    document, _ = read_document(*save(text))
    line = document.body_line + document.body.split("\n").index("## Context")

    assert text.splitlines()[line - 1] == "## Context"


def test_a_rule_in_the_body_ends_nothing(save):
    document, _ = read_document(*save("---\ntitle: A\n---\nabove\n\n---\n\nbelow\n"))

    assert document.body.split() == ["above", "---", "below"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "",
            "cases/x.md:1:1: does not begin with a line '---'. "
            "Begin the file with the fields of the template, between two lines '---'.",
        ),
        (
            "\n---\ntitle: A\n---\n",
            "cases/x.md:1:1: does not begin with a line '---'. "
            "Begin the file with the fields of the template, between two lines '---'.",
        ),
        (
            "---\ntitle: A\n\n## Context\n",
            "cases/x.md:1:1: the front matter that begins here has no end. "
            "Add a line '---' after the last field.",
        ),
        (
            "---\n- title\n---\n",
            "cases/x.md:2:1: the front matter is not a list of fields. "
            "Write each field as 'name: value' on a line of its own.",
        ),
        (
            "---\n---\n",
            "cases/x.md:2:1: the front matter is not a list of fields. "
            "Write each field as 'name: value' on a line of its own.",
        ),
        (
            "---\ntitle: A\nsummary: B\ntitle: C\n---\n",
            "cases/x.md:4:1: title: appears twice, first on line 2. Keep one of the two.",
        ),
    ],
)
def test_a_document_that_cannot_be_split_or_read_says_where_and_why(save, text, problem):
    assert problems(read_document(*save(text))) == [problem]


def test_a_document_that_cannot_be_split_is_none(save):
    assert read_document(*save("Text."))[0] is None


def test_a_composed_file_can_be_read_again():
    fields = {"title": "A: b", "description": "---", "render_macros": False}

    post = frontmatter.loads(compose(fields, "# A\n\nText."))

    assert (post.metadata, post.content) == (fields, "# A\n\nText.")


def test_a_composed_file_keeps_the_order_of_its_fields():
    assert compose({"title": "É", "description": "B"}, "Text.") == (
        "---\ntitle: É\ndescription: B\n---\n\nText.\n"
    )


@pytest.mark.parametrize("value", ["x\ntemplate: evil.html", "x\n---\n# y", "{a: 1}", "!!x y"])
def test_a_composed_value_never_becomes_another_field(value):
    assert frontmatter.loads(compose({"title": value}, "Text.")).metadata == {"title": value}
