"""`casebank addresses` tells what is not promised yet, and promises it."""

from __future__ import annotations


def test_it_lists_what_is_not_promised(run):
    result = run("addresses")

    assert result.exit_code == 0
    assert "\n/cases/testville/#TV-1\n" in result.output
    assert result.output.endswith("None of these is promised yet. Add --write to promise them.\n")


def test_it_writes_nothing_unasked(run, folder):
    run("addresses")

    assert not (folder / "addresses").exists()


def test_a_promise_is_one_address_a_line_in_order(run, folder):
    assert run("addresses", "--write").exit_code == 0

    lines = (folder / "addresses/published.txt").read_text("utf-8").splitlines()
    assert lines == sorted(set(lines))
    assert "/cases/testville/#TV-1" in lines
    assert run("check").exit_code == 0
    assert run("addresses").output == "Every address is promised.\n"


def test_what_was_promised_stays_although_it_has_moved(run, folder, add, case_text):
    run("addresses", "--write")
    (folder / "cases/testville.md").unlink()
    add("cases/newville.md", case_text.replace("review:", "aliases: [testville]\nreview:"))

    assert run("addresses", "--write").exit_code == 0

    lines = (folder / "addresses/published.txt").read_text("utf-8").splitlines()
    assert {"/cases/testville/", "/cases/testville/#TV-1", "/cases/newville/"} <= set(lines)


def test_an_earlier_id_is_promised_too(run, add, case_text):
    add("cases/testville.md", case_text.replace("review:", "aliases: [old-name]\nreview:"))

    assert "/cases/old-name/\n" in run("addresses").output


def test_what_is_lost_cannot_be_overwritten(run, folder, add):
    add("addresses/published.txt", "/cases/gone/\n")

    result = run("addresses", "--write")

    assert result.exit_code == 1
    assert "'/cases/gone/' was published and is gone." in result.output
    assert (folder / "addresses/published.txt").read_text("utf-8") == "/cases/gone/\n"
