"""One Markdown file is one record, and no file in the folder is passed over in silence."""

from __future__ import annotations

import pytest

from casebank.records import CASES, TOOLS, markdown_files, read_records


def problems(folder, records=CASES):
    return [str(problem) for problem in read_records(folder, records)[1]]


def test_a_file_becomes_a_record_with_id_path_and_sections(folder):
    (entry,), faults = read_records(folder, CASES)

    assert faults == []
    assert entry.record.id == "testville"
    assert entry.record.path == "cases/testville.md"
    assert entry.record.sections["Context"] == "A town by the sea."
    assert entry.document.front_matter.position(("title",)) == (2, 8)


def test_a_tool_is_read_with_the_fields_of_a_tool(folder):
    (entry,), _ = read_records(folder, TOOLS)

    assert (entry.record.id, entry.record.kind) == ("prototyping-workshop", "method")


def test_files_are_sorted_and_the_readme_is_none(add, folder, case_text):
    add("cases/amiens.md", case_text)
    add("cases/README.md", "# How to add a case")

    assert markdown_files(folder, CASES) == ["cases/amiens.md", "cases/testville.md"]


def test_a_folder_that_is_missing_has_no_records(tmp_path):
    assert read_records(tmp_path, CASES) == ([], [])


def test_a_faulty_file_is_no_record_but_the_others_are(add, folder):
    add("cases/bad.md", "no front matter")

    entries, faults = read_records(folder, CASES)

    assert [entry.record.id for entry in entries] == ["testville"]
    assert [fault.path for fault in faults] == ["cases/bad.md"]


@pytest.mark.parametrize("name", ["Testville", "test_ville", "test ville", "-x", ".hidden", "köln"])
def test_a_file_name_that_is_no_address_is_refused(add, folder, case_text, name):
    add(f"cases/{name}.md", case_text)

    assert problems(folder) == [
        f"cases/{name}.md:1:1: '{name}' is no name for a record. "
        "Use small letters, digits and hyphens, as in saint-etienne.md."
    ]


@pytest.mark.parametrize("name", ["index", "compare"])
def test_a_record_cannot_have_the_address_of_another_page(add, folder, case_text, name):
    add(f"cases/{name}.md", case_text)

    assert [problem.split(": ")[0] for problem in problems(folder)] == [f"cases/{name}.md:1:1"]


@pytest.mark.parametrize("name", ["testville.txt", "testville", "testville.MD", "picture.png"])
def test_a_file_that_is_not_markdown_is_refused(add, folder, name):
    add(f"cases/{name}", "x")

    assert problems(folder) == [
        f"cases/{name}:1:1: is not a Markdown file. "
        "Give it the ending .md, or put pictures into media/<id>/."
    ]


def test_a_folder_within_the_folder_is_refused(add, folder, case_text):
    add("cases/2025/lund.md", case_text)

    assert problems(folder) == ["cases/2025:1:1: is a folder. Put the file directly into cases/."]


def test_the_folder_of_pictures_is_expected(add, folder):
    add("cases/media/testville/a.png", "x")

    assert problems(folder) == []


def test_a_symbolic_link_is_refused_whatever_it_leads_to(folder):
    (folder / "cases" / "leak.md").symlink_to("/etc/hostname")
    (folder / "cases" / "gone.md").symlink_to("nowhere")

    assert sorted(set(problems(folder))) == [
        "cases/gone.md:1:1: is a symbolic link. Put the file itself here.",
        "cases/leak.md:1:1: is a symbolic link. Put the file itself here.",
    ]


def test_a_folder_with_the_name_of_a_file_is_refused(folder):
    (folder / "cases" / "lund.md").mkdir()

    assert problems(folder) == [
        "cases/lund.md:1:1: is a folder. Put the file directly into cases/."
    ]


def test_a_file_name_that_ends_with_a_line_end_is_refused(add, folder, case_text):
    add("cases/lund\n.md", case_text)

    assert problems(folder)


def test_a_file_name_cannot_start_a_line_of_the_report(add, folder):
    add("cases/x\n::error::pwned.md", "x")

    assert [problem for problem in problems(folder) if "\n" in problem] == []


def test_a_hidden_file_of_a_computer_is_passed_over(add, folder):
    add("cases/.DS_Store", "x")

    assert problems(folder) == []


@pytest.mark.parametrize("name", ["con", "nul", "com1", "readme", "a" * 81])
def test_a_name_that_makes_trouble_somewhere_is_refused(add, folder, case_text, name):
    add(f"cases/{name}.md", case_text)

    (problem,) = problems(folder)

    assert problem.startswith(f"cases/{name}.md:1:1: '")
    assert problem.endswith(
        " is no name for a record. Choose another of at most 80 characters; "
        "some are kept for other files, or by Windows."
    )


@pytest.mark.parametrize(
    "name",
    [
        *("Testville", "test ville", "test_ville", ".testville", "..", "test\tville"),
        pytest.param("testvill\u0435", id="Cyrillic letter"),
        pytest.param("ko\u0161ice", id="composed letter"),
        pytest.param("kos\u030cice", id="decomposed letter"),
        pytest.param("testville\u202e", id="direction"),
    ],
)
def test_a_name_with_other_letters_than_an_address_is_refused(add, folder, case_text, name):
    add(f"cases/{name}.md", case_text)

    (problem,) = problems(folder)

    assert problem.isprintable()
    assert problem.endswith("Use small letters, digits and hyphens, as in saint-etienne.md.")
