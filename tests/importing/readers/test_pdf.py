"""PDFs are read by sizes, weights and places of their lines."""

from __future__ import annotations

import io

import pikepdf
import pytest
import typst

from casebank.importing.passages import Kind, UnreadableError
from casebank.importing.readers.pdf import read

PAGE = '#set page(width: 160mm, height: 200mm, {})\n#set text(size: 11pt, lang: "en")\n'


def pdf(text: str, page: str = "") -> bytes:
    """A PDF that Typst sets from its own markup."""
    return typst.compile((PAGE.replace("{}", page) + text).encode())


def kinds_of(raw: bytes) -> list[tuple[str, str]]:
    """Kind and text of each passage."""
    return [(one.kind.value, one.text) for one in read(raw)]


def test_large_and_bold_lines_are_headings():
    passages = read(
        pdf("= Boats\n\nText of some length here.\n\n*Next steps*\n\nMore text here.\n")
    )

    assert [one.kind for one in passages] == [
        Kind.HEADING,
        Kind.PARAGRAPH,
        Kind.HEADING,
        Kind.PARAGRAPH,
    ]
    assert passages[0].level < passages[2].level


def test_a_paragraph_is_joined_over_lines():
    sentence = "The yards of the town closed one after another in those years. " * 5

    assert kinds_of(pdf(f"= Boats\n\n{sentence}\n"))[1] == ("paragraph", sentence.strip())


def test_a_paragraph_is_joined_over_pages():
    passages = kinds_of(pdf(f"{'#v(1fr)'}\nThe yards closed and\n#pagebreak()\nwere forgotten.\n"))

    assert passages == [("paragraph", "The yards closed and were forgotten.")]


def test_a_word_divided_at_the_end_of_a_line_is_whole_again():
    text = "An industrialisation of craftsmanship characterises neighbouring municipalities. " * 4

    words = kinds_of(
        pdf(f"#set par(justify: true)\n#set text(hyphenate: true)\n#box(width: 55mm)[{text}]")
    )

    assert words == [("paragraph", text.strip())]


def test_a_compound_keeps_its_hyphen():
    text = "Their long-term aim. " + "A #box(width: 20mm)[really long-\\ term aim.]"

    assert "really long-term aim." in " ".join(text for _, text in kinds_of(pdf(text)))


def test_columns_are_read_one_after_the_other():
    left, right = "Left column goes first. " * 12, "Right column goes second. " * 12

    texts = [text for _, text in kinds_of(pdf(f"#columns(2)[{left} #colbreak() {right}]"))]

    assert texts == [left.strip(), right.strip()]


def test_items_lose_their_bullets_and_keep_their_lines():
    long = "an item that is so long that it goes on in a second line below its bullet, and on"

    passages = read(pdf(f"Some text.\n\n- First {long}.\n- Second.\n"))

    assert [(one.kind, one.opens) for one in passages[1:]] == [
        (Kind.ITEM, True),
        (Kind.ITEM, False),
    ]
    assert passages[1].text == f"First {long}."


def test_rules_around_cells_make_a_table():
    table = "#table(columns: 3, [Priority], [Action], [Timeline], [1], [Talk to all.], [2026])"

    rows = [one.cells for one in read(pdf(table)) if one.kind is Kind.ROW]

    assert rows == [("Priority", "Action", "Timeline"), ("1", "Talk to all.", "2026")]


def test_running_heads_and_page_numbers_are_furniture():
    pages = "First page tells this.\n#pagebreak()\nSecond page tells that.\n"

    passages = kinds_of(pdf(pages, 'header: [City of Norvik], numbering: "1"'))

    assert [text for kind, text in passages if kind == "furniture"] == [
        *("City of Norvik", "1", "City of Norvik", "2")
    ]
    assert [text for kind, text in passages if kind != "furniture"] == [
        "First page tells this.",
        "Second page tells that.",
    ]


def test_a_passage_says_on_which_page_it_begins():
    assert read(pdf("One.\n#pagebreak()\nTwo."))[1].where == "page 2"


def test_other_scripts_are_read():
    assert kinds_of(pdf("Η πόλη έχει παλιά εργαστήρια."))[0][1] == "Η πόλη έχει παλιά εργαστήρια."


def _locked() -> bytes:
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf("Secret."))) as opened:
        opened.save(file, encryption=pikepdf.Encryption(user="a", owner="b"))
    return file.getvalue()


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"", "cannot be read as PDF"),
        (b"%PDF-1.7\n" + b"garbage " * 100, "cannot be read as PDF"),
        (pdf("Text.")[:400], "cannot be read as PDF"),
        (_locked(), "locked by a password"),
        (pdf("#rect()"), "holds no text, only pictures"),
        (pdf("a #pagebreak()" * 301), "has more than 300 pages"),
    ],
    ids=["empty", "garbage", "cut off", "locked", "no text", "too long"],
)
def test_what_cannot_be_read_is_refused_with_a_remedy(raw, told):
    with pytest.raises(UnreadableError, match=told):
        read(raw)
