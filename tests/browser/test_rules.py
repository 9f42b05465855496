"""A pattern means the same to a browser as to the check."""

from __future__ import annotations

import pytest

from casebank.rule import RULES

TEXTS = [
    *(
        "",
        "a",
        "A",
        "fr",
        "FR",
        "FRA",
        "en-GB",
        "saint-etienne",
        "-a",
        "a--b",
        "köln",
        "a_b",
        "A-1.b",
    ),
    *(
        "two\nlines",
        "ends\n",
        "<b>",
        "a < b",
        "</p",
        "<!--",
        "{{ x }}",
        "{%",
        "{#",
        "{:",
        "{a}",
        "a {b} c",
    ),
    *(
        "--8<-- x",
        "a\n --8<-- x",
        "a --8<-- x",
        "[^report]",
        "a [^",
        "[a]",
        "areas.crafts",
        "a.b.c",
    ),
    *("https://t.example/ä?b#c", "http://t.example", "https://", "javascript:x", "https://t/ a"),
    *("https://t/{a}", "https://t/`", "https://t/'", 'https://t/"', "https://t\\@a", "https://t/<"),
    *(
        "2025",
        "2025-03",
        "2025-13",
        "2025-03-19",
        "2025-03-32",
        "2025/2026",
        "2025/2026/2027",
        "20",
    ),
    *("٢٠٢٥", "09:30", "24:00", "9:30", "a.png", ".png", "a/b.png", "a b.png", "..", "a-b_c.d.JPG"),
    *("Ελλάδα", "😀 on one line", "\U0001f600\n<i>"),
]

MATCH = """([pattern, flag, texts]) => {
    const whole = new RegExp(pattern, flag);
    return texts.filter((text) => whole.test(text));
}"""

IN_A_FIELD = """([pattern, texts]) => {
    const field = document.createElement("input");
    field.pattern = pattern;
    return texts.filter((text) => {
        field.value = text;
        return field.checkValidity();
    });
}"""


@pytest.mark.parametrize("flag", ["u", "v"])
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_pattern_accepts_the_same_texts_in_a_browser(page, rule, flag):
    accepted = [text for text in TEXTS if rule.fits(text)]

    assert 0 < len(accepted) < len(TEXTS)
    assert page.evaluate(MATCH, [rule.pattern, flag, TEXTS]) == accepted


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_field_of_a_form_can_have_it_as_it_is(page, rule):
    texts = [text for text in TEXTS if text and "\n" not in text]

    assert page.evaluate(IN_A_FIELD, [rule.pattern, texts]) == list(filter(rule.fits, texts))
