"""A folder is loaded whole or not at all, and again only when something in it changed."""

from __future__ import annotations

import shutil

import pytest

import casebank
from casebank.vocabularies import VOCABULARIES
from tests.picture_examples import picture


def test_a_folder_becomes_a_book(folder):
    book = casebank.load(folder)

    assert [case.id for case in book.cases] == ["testville"]
    assert [tool.id for tool in book.tools] == ["prototyping-workshop"]
    assert set(book.vocabularies) == set(VOCABULARIES)


def test_a_folder_can_be_named_by_its_path_as_text(folder):
    assert casebank.load(str(folder)) == casebank.load(folder)


def test_a_folder_without_fault_has_no_problems(folder):
    assert casebank.check(folder) == ()


def test_files_that_did_not_change_are_not_read_again(folder):
    assert casebank.load(folder) is casebank.load(folder)


def test_a_changed_file_is_read_again(folder, add, case_text):
    casebank.load(folder)
    add("cases/testville.md", case_text.replace("a small case", "a case that grew"))

    assert casebank.load(folder).case("testville").title == "Testville: a case that grew"


def test_a_changed_vocabulary_is_read_again(folder):
    casebank.load(folder)
    file = folder / "vocabularies" / "areas.yml"
    text = file.read_text(encoding="utf-8").replace("id: crafts", "id: handicrafts")
    file.write_text(text, encoding="utf-8")

    assert casebank.load(folder).area("handicrafts")


def test_a_removed_file_is_out_of_the_book(folder):
    casebank.load(folder)
    (folder / "cases" / "testville.md").unlink()

    assert casebank.load(folder).cases == ()


def test_what_has_moved_is_read_again(folder, add):
    assert casebank.load(folder).moves == ()

    add("addresses/moved.yml", "- {old: /themes/skils/, new: /themes/skills/}\n")

    assert [move.old for move in casebank.load(folder).moves] == ["/themes/skils/"]


def test_a_removed_picture_is_noticed(folder, add, case_text):
    image = "images: [{file: a.png, alt: A, credit: B, licence: CC0}]\nreview:"
    file = add("cases/media/testville/a.png", "")
    file.write_bytes(picture(".png"))
    add("cases/testville.md", case_text.replace("review:", image))
    casebank.load(folder)
    file.unlink()

    assert casebank.check(folder)


def test_a_new_case_is_in_every_list_without_a_change_elsewhere(folder, add, case_text):
    add(
        "cases/kyoto.md",
        case_text.replace('"NO"', "JP").replace("[ai-cci]", "[crafts]").replace("TV-1", "KY-1"),
    )

    book = casebank.load(folder)

    assert [case.id for case in book.cases_where(area="crafts")] == ["kyoto"]
    assert [case.id for case in book.cases_in_country("JP")] == ["kyoto"]
    assert [case.id for case in book.cases_using("prototyping-workshop")] == ["kyoto", "testville"]
    assert [ask.id for ask in book.asks_where(theme="skills")] == ["KY-1", "TV-1"]


def test_a_country_is_listed_as_soon_as_a_case_is_set_in_it(folder, add, case_text):
    assert "JP" not in {term.code for term in casebank.load(folder).terms("countries")}

    add("cases/kyoto.md", case_text.replace('"NO"', "JP").replace("TV-1", "KY-1"))

    book = casebank.load(folder)
    assert book.country("JP").definition == "Listed because a case is set in Japan."
    names = [term.id for term in book.terms("countries")]
    assert names == sorted(names)


def test_a_new_case_has_pages_and_data_without_a_change_elsewhere(folder, add, case_text):
    from casebank.outputs import outputs

    before = {output.path for output in outputs(casebank.load(folder))}
    add("cases/kyoto.md", case_text.replace('"NO"', "JP").replace("TV-1", "KY-1"))

    after = {
        output.path: output.data.decode(errors="replace")
        for output in outputs(casebank.load(folder))
    }

    assert set(after) - before >= {
        "api/v1/cases/kyoto.json",
        "cases/kyoto.md",
        "countries/japan.md",
    }
    for path in ("areas/ai-cci.md", "themes/skills.md", "api/v1/cases.json", "data/asks.csv"):
        assert "/cases/kyoto/" in after[path], path


def test_an_earlier_id_of_a_case_has_a_page_that_leads_on(folder, add, case_text):
    from casebank.outputs import outputs

    add("cases/testville.md", case_text.replace("review:", "aliases: [old-name]\nreview:"))

    pages = {output.path: output.content for output in outputs(casebank.load(folder))}

    assert "redirect: /cases/testville/\n" in pages["cases/old-name.md"]
    assert '<a href="/cases/testville/" data-moved>' in pages["cases/old-name.md"]


def test_three_broken_files_are_three_problems(folder, add, case_text, tool_text):
    add("cases/testville.md", case_text.replace("[skills]", "[skils]"))
    add("cases/unclosed.md", "---\ntitle: A\n")
    add("tools-and-methods/prototyping-workshop.md", tool_text.replace("kind: method", "kind: x"))

    places = [str(problem).split(": ")[0] for problem in casebank.check(folder)]

    assert places == [
        "cases/testville.md:24:14",
        "cases/unclosed.md:1:1",
        "tools-and-methods/prototyping-workshop.md:3:7",
    ]


def test_loading_faulty_content_raises_all_its_problems(folder, add):
    add("cases/a.md", "x")
    add("cases/b.md", "x")

    with pytest.raises(casebank.ProblemsError) as raised:
        casebank.load(folder)

    assert raised.value.problems == casebank.check(folder)
    assert [problem.path for problem in raised.value.problems] == ["cases/a.md", "cases/b.md"]


def test_faults_are_told_again_as_long_as_they_are_there(folder, add):
    add("cases/a.md", "x")

    assert casebank.check(folder) == casebank.check(folder) != ()


def test_a_folder_without_vocabularies_is_no_casebook(tmp_path):
    assert [str(problem) for problem in casebank.check(tmp_path)] == [
        "vocabularies:1:1: is not here: this is no casebook. "
        "Run this in the folder of the repository, or name it with --root."
    ]


def test_every_missing_vocabulary_is_told(tmp_path):
    (tmp_path / "vocabularies").mkdir()

    assert [str(problem) for problem in casebank.check(tmp_path)] == [
        f"vocabularies/{name}.yml:1:1: is missing. Restore it from the repository's history."
        for name in sorted(VOCABULARIES)
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "title: *x\n",
            "vocabularies/areas.yml:1:8: YAML anchors and aliases (& and *) are not accepted. "
            "Put a text that begins with & or * in quotes.",
        ),
        (
            "title: {en: Areas, fr: Domaines}\ndefinition: x\nterms: []\n",
            "vocabularies/areas.yml:3:8: terms: is empty. Add at least one entry.",
        ),
        (
            "a\u202eb\n",
            "vocabularies/areas.yml:1:2: holds the invisible character U+202E. "
            "Delete it and type the word again.",
        ),
    ],
)
def test_a_faulty_vocabulary_is_told_before_what_follows_from_it(folder, add, text, problem):
    add("vocabularies/areas.yml", text)

    assert [str(problem) for problem in casebank.check(folder)] == [problem]


def test_a_listed_country_that_does_not_exist_is_a_problem(folder):
    file = folder / "vocabularies" / "countries.yml"
    file.write_text(
        file.read_text(encoding="utf-8").replace('code: "DK"', "code: QQ"), encoding="utf-8"
    )

    assert [problem.path for problem in casebank.check(folder)] == ["vocabularies/countries.yml"]


def test_the_content_of_this_repository_is_without_fault(book):
    assert len(book.cases) >= 6
    assert len(book.asks) >= 62


@pytest.mark.parametrize("name", ["vocabularies", "cases", "cases/media", "tools-and-methods"])
def test_a_folder_that_lies_elsewhere_is_not_even_looked_into(folder, tmp_path_factory, name):
    place = folder / name
    if place.exists():
        shutil.rmtree(place)
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "secret.md").write_text("token", encoding="utf-8")
    place.symlink_to(elsewhere)

    assert [str(problem) for problem in casebank.check(folder)] == [
        f"{name}:1:1: is a symbolic link. Put the folder itself here."
    ]
