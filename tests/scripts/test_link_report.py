"""What the standing issue says of links that lychee could not follow."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.scripts.runner import Result, Runner

    Report = Callable[..., Result]


def answer(url: str, text: str, code: int = 0, line: int = 1) -> dict[str, Any]:
    """Return an entry of a list as lychee 0.24 writes it."""
    if code:
        status = {"text": f"Rejected status code: {code} {text}", "code": code}
    else:
        status = {"text": f"Network error: {text} (error sending request)", "details": text}
    span = {"line": line, "column": 3}
    return {"url": url, "status": status, "span": span, "duration": {"secs": 0, "nanos": 7}}


def readable(text: str) -> str:
    """Return a report with the signs that it spells as entities."""
    for sign in ".:":
        text = text.replace(f"&#{ord(sign)};", sign)
    return text


@pytest.fixture
def report(runner: Runner, tmp_path: Path) -> Report:
    """Write what lychee found, run the script, and return what it leaves on a runner."""

    def run(errors: dict[str, Any], timeouts: dict[str, Any] | None = None) -> Result:
        found = {"error_map": errors, "timeout_map": timeouts or {}, "excluded_map": {}}
        (tmp_path / "links.json").write_text(json.dumps(found), encoding="utf-8")
        result = runner.run("link_report.py", "links.json", "links.md")
        assert result.code == 0
        return result

    return run


def outputs(result: Result) -> dict[str, str]:
    """Return the outputs of the step, as a forge reads them."""
    found = {}
    rest = result.output
    while rest:
        head, _, rest = rest.partition("\n")
        name, _, end = head.partition("<<")
        found[name], _, rest = rest.partition(f"\n{end}\n")
    return found


def test_each_link_stands_under_its_file_with_its_line_and_answer(report: Report) -> None:
    result = report(
        {
            "tools-and-methods/walk.md": [answer("https://b.example/x", "Gone", 410, 7)],
            "cases/lund-ai.md": [
                answer("https://c.example/", "Not Found", 404, 90),
                answer("https://a.example/", "Not Found", 404, 8),
            ],
        }
    )

    lines = [line for line in readable(result.summary).splitlines() if line.startswith(("#", "-"))]
    assert lines == [
        "## Broken",
        "### <code>cases/lund-ai.md</code>",
        "- line 8: <code>https://a.example/</code>: <code>404 Not Found</code>",
        "- line 90: <code>https://c.example/</code>: <code>404 Not Found</code>",
        "### <code>tools-and-methods/walk.md</code>",
        "- line 7: <code>https://b.example/x</code>: <code>410 Gone</code>",
    ]


def test_the_order_in_which_servers_answered_does_not_matter(report: Report) -> None:
    links = [answer(f"https://{name}.example/", "Not Found", 404) for name in "abc"]

    first = report({"cases/a.md": links, "cases/b.md": links})
    second = report({"cases/b.md": links[::-1], "cases/a.md": links[1:] + links[:1]})

    assert first.summary == second.summary


@pytest.mark.parametrize(
    ("entry", "heading"),
    [
        (answer("https://a.example/", "Not Found", 404), "## Broken"),
        (answer("https://a.example/", "Moved Permanently", 301), "## Broken"),
        (answer("https://a.example/", "Bad Gateway", 502), "## No answer"),
        (answer("https://a.example/", "Connection failed"), "## No answer"),
        (answer("https://a.example/", "Forbidden", 403), "## Not for programs"),
        (answer("https://a.example/", "Too Many Requests", 429), "## Not for programs"),
    ],
)
def test_kinds_of_answers_stand_apart(report: Report, entry: dict[str, Any], heading: str) -> None:
    lines = report({"cases/a.md": [entry]}).summary.splitlines()

    assert [line for line in lines if line.startswith("## ")] == [heading]


def test_slow_servers_are_in_a_list_of_their_own(report: Report) -> None:
    slow = answer("https://a.example/", "Request timed out")

    result = report({}, {"cases/a.md": [slow]})

    assert "## No answer" in result.summary
    assert outputs(result)["faults"] == "1"


def test_a_server_that_refuses_programs_opens_no_issue(report: Report) -> None:
    result = report({"cases/a.md": [answer("https://a.example/", "Forbidden", 403)]})

    assert outputs(result)["faults"] == "0"
    assert "a&#46;example" in outputs(result)["report"]


def test_all_well_is_said(report: Report) -> None:
    result = report({})

    assert outputs(result)["faults"] == "0"
    assert "Every link was answered." in outputs(result)["report"]


def test_the_report_names_the_run_that_made_it(report: Report) -> None:
    told = outputs(report({}))["report"]

    assert told.endswith("All results: https://forge.example/ekip/casebook/actions/runs/7")


def test_the_file_holds_what_the_issue_holds(report: Report, tmp_path: Path) -> None:
    result = report({"cases/a.md": [answer("https://a.example/", "Not Found", 404)]})

    written = (tmp_path / "links.md").read_text(encoding="utf-8")
    assert written.rstrip("\n") == outputs(result)["report"]


# What links may do to the issue.


@pytest.mark.parametrize(
    "text",
    [
        "@ekip/maintainers",
        "#123",
        "ekip/casebook#1",
        "<img src=x>",
        "](https://b.example)",
        "`x`",
        "|",
        "</CODE>",
        "https://github.com/ekip/casebook/issues/1",
        "www.b.example",
    ],
)
def test_a_link_calls_nobody_and_is_no_markup(report: Report, text: str) -> None:
    result = report({"cases/a.md": [answer(f"https://a.example/{text}", "Not Found", 404)]})

    told = outputs(result)["report"].replace("https://forge.example/ekip/casebook/actions", "")
    assert text not in told


@pytest.mark.parametrize(
    "text", ["\n/close", "\r\n::set-output name=x::y", "\n- [x] done", "\u2028"]
)
def test_a_link_stays_in_its_line(report: Report, text: str) -> None:
    one = report({"cases/a.md": [answer("https://a.example/", "Not Found", 404)]})
    result = report({"cases/a.md": [answer(f"https://a.example/{text}", "Not Found", 404)]})

    assert len(result.summary.splitlines()) == len(one.summary.splitlines())


def test_a_link_cannot_set_another_output(report: Report) -> None:
    link = answer("https://a.example/\nEOF\nfaults=0\nfaults<<EOF\n0\nEOF", "Not Found", 404)

    found = outputs(report({"cases/a.md": [link]}))

    assert list(found) == ["faults", "report"]
    assert found["faults"] == "1"


def test_a_long_link_is_shortened(report: Report) -> None:
    result = report({"cases/a.md": [answer("https://a.example/" + "x" * 9_000, "Gone", 410)]})

    assert "x…" in result.summary.replace("&#8230;", "…")
    assert len(result.summary) < 2_000


def test_the_report_is_cut_between_two_links_where_an_issue_would_be_full(report: Report) -> None:
    links = [answer(f"https://a.example/{number}{'é' * 400}", "Gone", 410) for number in range(900)]

    told = outputs(report({"cases/a.md": links}))["report"]

    assert 50_000 < len(told.encode()) < 61_000
    assert told.count("- line") == told.count(": <code>410 Gone</code>\n")
    assert "Cut here. All results: https://forge.example/" in told
