"""What was published is kept, or somebody says what has become of it; no id is used anew."""

from __future__ import annotations

from textwrap import dedent

import pytest

import casebank

GONE = "was published and is gone."


@pytest.fixture
def check(folder, add, case_text):
    """Check the small folder with these files of addresses/ and these cases."""

    def run(*, published="", moved="", removed="", **cases):
        for name, text in {
            "published.txt": published,
            "moved.yml": moved,
            "removed.yml": removed,
        }.items():
            if text:
                add(f"addresses/{name}", dedent(text).lstrip("\n"))
        for id_, changes in cases.items():
            text = case_text
            for old, new in changes.items():
                assert old in text, old
                text = text.replace(old, new)
            add(f"cases/{id_}.md", text)
        return [str(problem) for problem in casebank.check(folder)]

    return run


def removal(address, **more):
    fields = {
        "address": address,
        "title": "Gone",
        "removed_on": "2026-11",
        "reason": "Why.",
        **more,
    }
    return (
        "\n".join(
            f"{'- ' if n == 0 else '  '}{k}: {v!r}" for n, (k, v) in enumerate(fields.items())
        )
        + "\n"
    )


def move(old, new):
    return f"- old: '{old}'\n  new: '{new}'\n"


# Published.


def test_a_folder_without_promises_has_no_problems(check):
    assert check() == []


def test_an_empty_folder_of_promises_has_none_either(check, add):
    for name in ("published.txt", "moved.yml", "removed.yml"):
        add(f"addresses/{name}", "")

    assert check() == []


def test_what_was_published_and_is_here_is_kept(check):
    published = "/areas/ai-cci/\n/cases/testville/\n/cases/testville/#TV-1\n/countries/norway/\n"

    assert check(published=published) == []


def test_what_is_new_need_not_be_promised_yet(check):
    assert check(published="/areas/ai-cci/\n") == []


@pytest.mark.parametrize(
    ("address", "remedy"),
    [
        ("/cases/old-town/", "Name 'old-town' under 'aliases' of the case that has a new id"),
        ("/cases/testville/#TV-9", "Name its new address in addresses/moved.yml"),
        ("/tools-and-methods/gone/", "Name its new address in addresses/moved.yml"),
        ("/themes/gone/", "Name its new address in addresses/moved.yml"),
        ("/countries/atlantis/", "List it in vocabularies/countries.yml"),
    ],
)
def test_what_was_published_and_is_gone_is_refused_with_its_remedy(check, address, remedy):
    (problem,) = check(published=f"/areas/ai-cci/\n{address}\n")

    assert problem.startswith(f"addresses/published.txt:2:1: '{address}' {GONE} {remedy}")
    assert "in addresses/removed.yml why" in problem


def test_an_ask_that_stands_in_another_case_is_pointed_to(check):
    (problem,) = check(
        published="/cases/lund/\n/cases/testville/#TV-1\n",
        testville={"TV-1": "TV-2"},
        lund={"TV-1": "TV-1"},
    )

    assert "Name its new address, /cases/lund/#TV-1, in addresses/moved.yml" in problem


def test_a_file_that_cannot_be_read_loses_nothing_yet(check, add):
    add("cases/lund.md", "---\ntitle: A\n")

    problems = check(published="/cases/lund/\n/cases/lund/#LU-1\n/countries/sweden/\n")

    assert [problem.split(":")[0] for problem in problems] == ["cases/lund.md"]


def test_a_wrong_field_hides_nothing_that_is_gone(check):
    problems = check(
        published="/cases/gone/\n/cases/testville/#TV-1\n", testville={"[skills]": "[skils]"}
    )

    assert [problem.split(":")[0] for problem in problems] == [
        "addresses/published.txt",
        "cases/testville.md",
    ]


def test_a_vocabulary_that_cannot_be_read_loses_no_term(check, add):
    add("vocabularies/themes.yml", "terms: [")

    problems = check(published="/themes/skills/\n")

    assert not [problem for problem in problems if GONE in problem]


@pytest.mark.parametrize(
    "line",
    [
        "https://evil.example/",
        "//evil.example/",
        "/cases/../../etc/",
        "/cases/Lund/",
        "/cases/lund",
        "/cases/lund/#lower",
        "/cases/lund/?q=1",
        "/themes/skills/#TV-1",
        "/data/",
        "/cases/a/#A-1\u202e",
        "javascript:alert(1)",
        "<script>",
        "",
        " /cases/testville/",
    ],
)
def test_a_line_that_is_no_promised_address_is_refused(check, line):
    problems = check(published=f"/areas/ai-cci/\n{line}\n")

    assert problems[0].startswith("addresses/published.txt:2:")


def test_lines_stand_once_and_in_order(check):
    problems = check(published="/themes/skills/\n/areas/ai-cci/\n/areas/crafts/\n/areas/crafts/\n")

    assert [problem.split(" ", 1)[1].split(". ")[0] for problem in problems] == [
        "'/areas/ai-cci/' is not in its order",
        "'/areas/crafts/' is not in its order",
        "'/areas/crafts/' is not in its order",
    ]


def test_a_double_is_told(check):
    (problem,) = check(published="/areas/crafts/\n/areas/crafts/\n")

    assert problem.startswith("addresses/published.txt:2:1: '/areas/crafts/' stands twice.")


def test_another_file_in_the_folder_is_refused(check, add):
    add("addresses/moves.yml", "")

    (problem,) = check()

    assert problem.startswith("addresses/moves.yml:1:1: is no file of this folder.")


def test_a_folder_that_lies_elsewhere_is_refused(check, folder, tmp_path_factory):
    (folder / "addresses").symlink_to(tmp_path_factory.mktemp("elsewhere"))

    (problem,) = check()

    assert problem.startswith("addresses:1:1: is a symbolic link.")


# Moved.


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/themes/skils/", "/themes/skills/"),
        ("/tools-and-methods/workshop/", "/tools-and-methods/prototyping-workshop/"),
        ("/cases/testville/#TV-9", "/cases/testville/#TV-1"),
        ("/countries/norge/", "/countries/norway/"),
    ],
)
def test_what_has_moved_is_kept(check, old, new):
    assert check(published=f"{old}\n", moved=move(old, new)) == []


def test_a_renamed_case_keeps_its_asks(check):
    published = "/cases/old-name/\n/cases/old-name/#TV-1\n"

    assert check(published=published, testville={"review:": "aliases: [old-name]\nreview:"}) == []


def test_an_ask_renamed_after_its_case_is_kept(check):
    published = "/cases/old-name/\n/cases/old-name/#TV-9\n"
    moved = move("/cases/testville/#TV-9", "/cases/testville/#TV-1")

    assert (
        check(
            published=published, moved=moved, testville={"review:": "aliases: [old-name]\nreview:"}
        )
        == []
    )


@pytest.mark.parametrize(
    ("moved", "place", "words"),
    [
        (move("/themes/a/", "/themes/nowhere/"), "2:8: moved.1.new", "does not exist."),
        (move("/themes/a/", "/areas/crafts/"), "2:8: moved.1.new", "is another kind of thing"),
        (
            move("/cases/testville/#X-1", "/cases/testville/"),
            "2:8: moved.1.new",
            "is another kind of thing",
        ),
        (
            move("/cases/x/", "/cases/testville/"),
            "1:8: moved.1.old",
            "is the page of a case. Name 'x' under 'aliases'",
        ),
        (
            move("/cases/x/#X-1", "/cases/testville/#TV-1"),
            "1:8: moved.1.old",
            "stood on a page that is not here.",
        ),
        (move("/themes/x", "/themes/skills/"), "1:8: moved.1.old", "is not an address"),
        (move("/cases/x/#../y", "/themes/skills/"), "1:8: moved.1.old", "is not an address"),
        (move("//evil.example/", "/themes/skills/"), "1:8: moved.1.old", "is not an address"),
        (move("/themes/x/", "https://evil.example/"), "2:8: moved.1.new", "is not an address"),
        (move("/themes/x/", "javascript:alert(1)"), "2:8: moved.1.new", "is not an address"),
        ("- old: /themes/x/\n", "1:3: moved.1.new", "is missing"),
        ("- old: /themes/x/\n  to: /themes/skills/\n", "2:3: moved.1.to", "is not a field"),
        ("old: /themes/x/\n", "1:1: moved", "expected a list"),
        ("- /themes/x/\n", "1:3: moved.1", "expected fields"),
        ("- [", "2:1", "cannot be read as YAML"),
    ],
)
def test_a_move_that_cannot_be_is_refused(check, moved, place, words):
    problem = check(moved=moved)[-1]

    assert problem.startswith(f"addresses/moved.yml:{place}")
    assert words in problem


def test_a_move_follows_its_target_when_that_moves_on(check):
    moved = move("/themes/a/", "/themes/b/") + move("/themes/b/", "/themes/skills/")

    (problem,) = check(moved=moved)

    assert problem == (
        "addresses/moved.yml:2:8: moved.1.new: '/themes/b/' has moved itself. "
        "Write /themes/skills/ here."
    )


@pytest.mark.parametrize(
    "moved",
    [
        move("/themes/a/", "/themes/b/") + move("/themes/b/", "/themes/a/"),
        move("/themes/a/", "/themes/a/"),
    ],
)
def test_a_circle_is_told(check, moved):
    problems = check(moved=moved)

    assert len(problems) == moved.count("old")
    assert all("The moves lead in a circle." in problem for problem in problems)


def test_the_target_on_a_renamed_case_is_named(check):
    problem, *_ = check(
        moved=move("/cases/testville/#TV-9", "/cases/old-name/#TV-1"),
        testville={"review:": "aliases: [old-name]\nreview:"},
    )

    assert "Did you mean '/cases/testville/#TV-1'?" in problem


def test_an_address_moves_once(check):
    (problem,) = check(moved=2 * move("/themes/a/", "/themes/skills/"))

    assert problem.startswith(
        "addresses/moved.yml:3:8: moved.2.old: '/themes/a/' has moved in entry 1 already."
    )


def test_an_address_is_moved_or_removed(check):
    (problem,) = check(moved=move("/themes/a/", "/themes/skills/"), removed=removal("/themes/a/"))

    assert "'/themes/a/' stands in addresses/removed.yml too." in problem


# Removed.


@pytest.mark.parametrize(
    "address",
    ["/cases/gone/", "/themes/gone/", "/tools-and-methods/gone/", "/cases/testville/#TV-9"],
)
def test_what_was_removed_with_a_reason_is_accepted(check, address):
    assert check(published=f"{address}\n", removed=removal(address)) == []


def test_asks_go_with_the_page_of_their_case(check):
    assert (
        check(published="/cases/gone/\n/cases/gone/#GO-1\n", removed=removal("/cases/gone/")) == []
    )


@pytest.mark.parametrize(
    ("removed", "place", "words"),
    [
        (
            removal("/cases/gone/", instead="/cases/nowhere/"),
            "5:12: removed.1.instead",
            "not exist",
        ),
        (removal("/cases/gone/", instead="/cases/gone/"), "5:12: removed.1.instead", "was removed"),
        (
            removal("/cases/gone/", instead="https://x.example/"),
            "5:12: removed.1.instead",
            "is not",
        ),
        (removal("/cases/gone/#GO-1"), "1:12: removed.1.address", "stood on a page"),
        (2 * removal("/cases/gone/"), "5:12: removed.2.address", "was removed in entry 1 already"),
        (removal("/data/"), "1:12: removed.1.address", "is not an address"),
        (removal("/cases/gone/", title="<b>x</b>"), "2:10: removed.1.title", "holds HTML"),
        (removal("/cases/gone/", reason="{{ x }}"), "4:11: removed.1.reason", "holds HTML"),
        (removal("/cases/gone/", removed_on="soon"), "3:15: removed.1.removed_on", "is not a date"),
        ("- address: /cases/gone/\n", "1:3: removed.1.title", "is missing"),
    ],
)
def test_a_removal_that_cannot_be_is_refused(check, removed, place, words):
    problem = check(removed=removed)[-1]

    assert problem.startswith(f"addresses/removed.yml:{place}")
    assert words in problem


def test_an_id_that_was_removed_is_not_used_again(check):
    (problem,) = check(removed=removal("/cases/testville/"))

    assert problem == (
        "cases/testville.md:1:1: '/cases/testville/' was removed, says addresses/removed.yml: "
        "an id never changes its meaning. Choose an id that was never used."
    )


def test_an_id_that_has_moved_is_not_used_again(check):
    (problem,) = check(moved=move("/themes/skills/", "/themes/networks/"))

    assert problem.startswith("vocabularies/themes.yml:1:1: '/themes/skills/' has moved to")


def test_an_earlier_id_is_not_that_of_a_removed_case(check):
    (problem,) = check(
        removed=removal("/cases/gone/"), testville={"review:": "aliases: [gone]\nreview:"}
    )

    assert problem.startswith("cases/testville.md:25:11: aliases.1: '/cases/gone/' was removed")


# Ids of asks.


@pytest.mark.parametrize(
    "said",
    [
        {"removed": removal("/cases/testville/#LU-1")},
        {"moved": move("/cases/testville/#LU-1", "/cases/testville/#TV-1")},
        {"published": "/cases/gone/#LU-1\n", "removed": removal("/cases/gone/")},
    ],
)
def test_the_old_id_of_an_ask_is_used_nowhere_again(check, said):
    (problem,) = check(**said, lund={"TV-1": "LU-1"})

    assert problem.startswith("cases/lund.md:21:9: recommendations.1.id: was the id of another, at")
    assert "an id never changes its meaning" in problem


def test_an_ask_keeps_its_id_in_another_case(check):
    moved = move("/cases/testville/#LU-1", "/cases/lund/#LU-1")

    assert check(published="/cases/testville/#LU-1\n", moved=moved, lund={"TV-1": "LU-1"}) == []


def test_a_deleted_case_of_the_real_book_is_refused(tmp_path):
    import shutil

    from tests.conftest import REPOSITORY

    for name in ("cases", "tools-and-methods", "vocabularies", "canvases", "addresses"):
        shutil.copytree(REPOSITORY / name, tmp_path / name)
    (tmp_path / "cases/lund-artificial-intelligence.md").unlink()

    problems = [str(problem) for problem in casebank.check(tmp_path)]

    assert any("'/cases/lund-artificial-intelligence/' was published" in one for one in problems)
