"""cases/media/ holds pictures of cases, and of each file nothing but the picture."""

from __future__ import annotations

import pytest

import casebank
from casebank.pictures import publishable
from tests.picture_examples import FORMATS, exif, picture

IMAGE = "images:\n  - {{file: {name}, alt: A, credit: B, licence: CC0}}\nreview:"

PNG = picture(".png")


@pytest.fixture
def add_picture(add):
    """Write a file below cases/media/."""
    return lambda path, content=PNG: add(f"cases/media/{path}", "").write_bytes(content)


@pytest.fixture
def problems_of_picture(add_picture, problems_of):
    """Add a picture to the small case, which lists it; return the problems as lines."""

    def check(name, content):
        add_picture(f"testville/{name}", content)
        return problems_of("review:", IMAGE.format(name=name))

    return check


@pytest.mark.parametrize(
    "name",
    [
        *("../testville.png", "a/b.png", "a b.png", r'"a\\b.png"', "é.png", ".a.png", "-a.png"),
        pytest.param("р.png", id="Cyrillic er"),
        pytest.param("cafe\u0301.png", id="accent of its own"),
    ],
)
def test_a_picture_is_named_by_a_plain_file_name(problems_of, name):
    (problem,) = problems_of("review:", IMAGE.format(name=name))

    assert problem.startswith("cases/testville.md:26:12: images.1.file: ")
    assert problem.endswith(
        " is not a picture's file name. Use letters, digits, hyphens and dots, and name no folder."
    )


def test_a_hidden_file_is_no_picture_even_if_it_is_listed(problems_of_picture):
    (problem,) = problems_of_picture(".a.html", b"<script>")

    assert "images.1.file: '.a.html' is not a picture's file name." in problem


def test_a_picture_that_does_not_exist_is_refused(problems_of):
    assert problems_of("review:", IMAGE.format(name="a.png")) == [
        "cases/testville.md:26:12: images.1.file: 'a.png' does not exist. "
        "Put the picture into cases/media/testville/."
    ]


@pytest.mark.parametrize("ending", FORMATS)
def test_a_picture_in_the_folder_of_its_case_passes(problems_of_picture, ending):
    assert problems_of_picture(f"a{ending}", picture(ending)) == []


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.svg", b"<svg onload=alert(1)>", "'.svg' is no kind of picture. "),
        ("a.html", b"<script>", "'.html' is no kind of picture. "),
        ("a.png", b"<script>", "is not a .png picture. "),
        ("a.png", b"<svg onload=alert(1)>", "is not a .png picture. "),
        ("a.jpg", b"GIF89a", "is not a .jpg picture. "),
        ("a.png", PNG[:-4], "is not a .png picture. "),
        ("a.png", PNG + b"." * 1_000_000, f"has {len(PNG) + 1_000_000:,} bytes; "),
        ("a.png", picture(".png", (4_001, 1)), "is 4,001 by 1 pixels large; "),
        ("a.png", PNG + b"<script>", "holds other data behind the picture, which could "),
        ("a.jpg", picture(".jpg", exif=exif()), "holds Exif or XMP data, which could tell where "),
        ("con.png", PNG, "has a name that Windows keeps for itself. "),
        ("NUL.a.png", PNG, "has a name that Windows keeps for itself. "),
    ],
    ids=lambda value: "" if isinstance(value, bytes) else None,
)
def test_a_listed_file_that_is_no_picture_is_refused(problems_of_picture, name, content, problem):
    (found,) = problems_of_picture(name, content)

    assert found.startswith(f"cases/media/testville/{name}:1:1: {problem}")


def test_who_may_not_publish_a_place_is_told_how_to_save_without(problems_of_picture):
    (found,) = problems_of_picture("a.jpg", picture(".jpg", exif=exif()))

    assert found.endswith(
        "Export it again from an image program, without metadata such as Exif, XMP, comments."
    )


@pytest.mark.parametrize(
    "path", ["testville/a.png", "a.png", "otherville/a.png", "testville/more/a.png", "x.html"]
)
def test_a_file_among_the_pictures_that_no_case_lists_is_refused(folder, add_picture, path):
    add_picture(path)

    assert [str(problem) for problem in casebank.check(folder)] == [
        f"cases/media/{path}:1:1: belongs to no case. "
        "Put it into cases/media/<id>/ and list it in 'images' there."
    ]


def test_two_names_that_some_computers_take_for_one_are_refused(add_picture, problems_of):
    add_picture("testville/A.png")
    add_picture("testville/a.png")
    two = IMAGE.format(name="a.png").replace(
        "\nreview", "\n  - {file: A.png, alt: A, credit: B, licence: CC0}\nreview"
    )

    assert problems_of("review:", two) == [
        "cases/media/testville/a.png:1:1: differs from 'A.png' by small and capital letters only. "
        "Give it another name: some computers take the two for one file."
    ]


def test_a_symbolic_link_among_the_pictures_is_refused(folder, add, problems_of):
    add("secret.txt", "token")
    (folder / "cases/media/testville").mkdir(parents=True)
    (folder / "cases/media/testville/a.png").symlink_to(folder / "secret.txt")

    assert problems_of("review:", IMAGE.format(name="a.png")) == [
        "cases/media/testville/a.png:1:1: is a symbolic link. Put the picture itself here."
    ]


@pytest.mark.parametrize("target", ["../..", "nowhere"])
def test_a_folder_of_pictures_that_is_a_symbolic_link_is_refused(folder, target):
    (folder / "cases/media").mkdir()
    (folder / "cases/media/testville").symlink_to(target)

    assert [str(problem) for problem in casebank.check(folder)] == [
        "cases/media/testville:1:1: is a symbolic link. Put the picture itself here."
    ]


def test_what_is_no_picture_in_its_place_is_not_published_even_past_the_check(
    folder, add, add_picture
):
    add("secret.png", "token")
    for name in ("a.png", "a.svg", ".a.png"):
        add_picture(f"testville/{name}")
    (folder / "cases/media/testville/link.png").symlink_to(folder / "secret.png")
    (folder / "cases/media/linked").symlink_to(folder)
    names = ("a.png", "a.svg", ".a.png", "link.png", "../../../secret.png", "../linked/secret.png")

    paths = [f"cases/media/testville/{name}" for name in (*names, "gone.png")]

    assert list(publishable(folder, paths)) == ["cases/media/testville/a.png"]
