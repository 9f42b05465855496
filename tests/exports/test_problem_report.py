"""Problems as lines: what the forge reads as a command is ours, and nothing else is."""

from __future__ import annotations

from casebank.exports.problem_report import github_report, json_report, text_report
from casebank.problem import Problem, Severity


def error(path="cases/x.md", line=1, field="", message="is wrong.", remedy="Mend it."):
    return Problem(path, line, 1, field, message, remedy)


def warning(**values):
    return Problem(**{**vars(error(**values)), "severity": Severity.WARNING})


def test_nothing_is_said_of_nothing():
    assert list(text_report(())) == list(github_report(())) == []


def test_an_annotation_names_file_line_column_and_field():
    first, *_ = github_report((error(field="title", line=7),))

    assert first == "::error file=cases/x.md,line=7,col=1,title=title::is wrong. Mend it."


def test_signs_that_end_a_property_or_a_line_are_escaped():
    first, *_ = github_report((error(path="a,b:c%", message="50 %\n::error::x"),))

    assert first.startswith("::error file=a%2Cb%3Ac%25,line=1,")
    assert first.endswith("::50 %25\\n::error::x Mend it.")


def test_ten_errors_and_ten_warnings_are_annotated_the_first_of_each_file_before_others():
    errors = [error(line=line) for line in range(1, 13)] + [error(path="cases/z.md", line=99)]
    warnings = [warning(line=line) for line in range(1, 13)]

    lines = list(github_report((*errors, *warnings)))

    annotations = [line for line in lines if line.startswith(("::error", "::warning"))]
    assert len(annotations) == 20
    assert "cases/z.md" in annotations[1]


def test_everything_stands_between_a_token_that_cannot_be_known_before():
    problems = (error(message="::stop-commands::x"),)

    lines = list(github_report(problems))

    begin = next(i for i, line in enumerate(lines) if line.startswith("::stop-commands::"))
    token = lines[begin].removeprefix("::stop-commands::")
    assert lines[-1] == f"::{token}::"
    assert lines[begin + 1 : -1] == list(text_report(problems))
    assert not any(token in line for line in lines[begin + 1 : -1])
    assert lines == list(github_report(problems))


def test_json_holds_no_character_that_could_be_mistaken():
    (text,) = json_report((error(message="\x1b[31m \u202e \n ::error::"),))

    assert text.isascii()
    assert all(line.isprintable() for line in text.splitlines())
