"""Pages as trees for print: what is kept, what only a screen needs, and hostile text as text."""

from __future__ import annotations

import pytest

from casebank.html_tree import tree


def test_a_paragraph_keeps_its_words_and_emphasis():
    assert tree("<p>One <strong>bold</strong>\n and <em>two</em>.</p>") == [
        {
            "t": "p",
            "c": [
                "One ",
                {"t": "strong", "c": ["bold"]},
                " and ",
                {"t": "em", "c": ["two"]},
                ".",
            ],
        }
    ]


def test_white_space_is_collapsed_but_a_no_break_space_stays():
    assert tree("<p> a \n\t b\u00a0c </p>") == [{"t": "p", "c": ["a b\u00a0c"]}]


def test_loose_text_between_blocks_becomes_a_paragraph():
    assert tree("<div>loose<p>set</p></div>") == [
        {"t": "p", "c": ["loose"]},
        {"t": "p", "c": ["set"]},
    ]


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<nav>Menu</nav>",
        '<ul class="files screen"><li>Download</li></ul>',
        "<svg><text>Map</text></svg>",
        "<!-- a comment -->",
        "<p> </p>",
    ],
)
def test_what_only_a_screen_needs_is_left_out(html):
    assert tree(html) == []


def test_a_list_in_a_list_stays_one():
    assert tree("<ul><li>a<ol start='3'><li>b</li></ol></li></ul>") == [
        {
            "t": "ul",
            "start": 1,
            "c": [
                [
                    {"t": "p", "c": ["a"]},
                    {"t": "ol", "start": 3, "c": [[{"t": "p", "c": ["b"]}]]},
                ]
            ],
        }
    ]


def test_a_list_is_a_checklist_if_its_last_item_says_so():
    (items,) = tree('<ul><li>a</li><li class="checklist">b</li></ul>')

    assert items["kind"] == "checklist"


def test_a_citation_becomes_a_note_without_the_space_before_it():
    assert tree("<p>True [^report].</p>", note=str.upper) == [
        {"t": "p", "c": ["True", {"t": "note", "key": "report", "text": "REPORT"}, "."]}
    ]


def test_a_citation_in_code_is_only_shown():
    assert tree("<p><code>[^key]</code></p>") == [{"t": "p", "c": [{"t": "code", "c": ["[^key]"]}]}]


def test_a_link_leads_where_it_is_told_to():
    assert tree('<p><a href="/x/">X</a></p>', link=lambda _: "https://t.example/x/") == [
        {"t": "p", "c": [{"t": "a", "to": "https://t.example/x/", "c": ["X"]}]}
    ]


def test_a_link_to_nowhere_keeps_its_words():
    assert tree('<p><a href="#top">up</a></p>', link=lambda _: "") == [{"t": "p", "c": ["up"]}]


def test_a_table_has_head_rows_and_the_width_of_its_columns():
    (table,) = tree(
        "<table><thead><tr><th>A</th></tr></thead>"
        "<tr class='break'><td>Lunch time</td></tr></table>"
    )

    assert table["head"] == [[{"t": "p", "c": ["A"]}]]
    assert table["rows"] == [{"kind": "break", "c": [[{"t": "p", "c": ["Lunch time"]}]]}]
    assert table["widths"] == [0]


@pytest.mark.parametrize(
    ("cells", "width"),
    [(["twelve chars"], 0), (["thirteen char"], 13), (["a", "b" * 20], 13), (["c" * 99], 60)],
)
def test_a_column_asks_for_room_by_its_mean_cell_unless_all_are_short(cells, width):
    rows = "".join(f"<tr><td>{cell}</td></tr>" for cell in cells)

    (table,) = tree(f"<table>{rows}</table>")

    assert table["widths"] == [width]


def test_a_table_with_joined_cells_is_refused_rather_than_shifted():
    with pytest.raises(ValueError, match="joined cells"):
        tree("<table><tr><td rowspan='2'>a</td></tr></table>")


def test_a_name_with_two_descriptions_keeps_both():
    assert tree("<dl><div><dt>Who</dt><dd>a</dd><dd>b</dd></div></dl>") == [
        {
            "t": "dl",
            "c": [{"name": ["Who"], "c": [{"t": "p", "c": ["a"]}, {"t": "p", "c": ["b"]}]}],
        }
    ]


def test_a_picture_keeps_its_alternative_text_and_caption():
    html = '<figure><img src="/a.svg" alt="A map"><figcaption>Fig.</figcaption></figure>'

    assert tree(html) == [{"t": "figure", "src": "/a.svg", "alt": "A map", "caption": ["Fig."]}]


def test_a_foreign_phrase_says_its_language():
    assert tree('<p><span lang="fr-FR">déroulé</span></p>') == [
        {"t": "p", "c": [{"t": "lang", "lang": "fr", "c": ["déroulé"]}]}
    ]


def test_text_that_looks_like_markup_stays_text():
    text = "*a* #panic() $x$ &lt;b&gt; @c [d] \\e"

    assert tree(f"<p>{text}</p>") == [{"t": "p", "c": ["*a* #panic() $x$ <b> @c [d] \\e"]}]
