"""A problem is a value that prints as one line."""

import pytest

from generator.text.issue import ContentError, Issue, did_you_mean, shown


def issue(file: str = "content/a.yaml", message: str = "a must be b", line: int = 3) -> Issue:
    return Issue(file=file, line=line, column=5, message=message, code="kind")


def test_an_error_prints_file_line_column_message_and_code() -> None:
    assert str(issue()) == "content/a.yaml:3:5: a must be b [kind]"


def test_a_warning_says_so() -> None:
    warning = Issue(file="a", message="m", code="c", severity="warning")
    assert str(warning) == "a:1:1: warning: m [c]"


def test_a_file_name_cannot_forge_a_second_line() -> None:
    assert str(issue(file="a\nb.yaml")).splitlines() == ["a<U+000A>b.yaml:3:5: a must be b [kind]"]


def test_a_long_path_is_printed_whole_so_that_an_editor_can_open_it() -> None:
    path = f"content/walkthroughs/{'long-' * 15}name.yaml"
    assert str(issue(file=path)).startswith(f"{path}:3:5: ")


def test_issues_are_raised_sorted_and_each_once() -> None:
    error = ContentError([issue(line=9), issue(line=3), issue(line=9), issue(file="b", line=1)])
    assert [(i.file, i.line) for i in error.issues] == [("b", 1), ("content/a.yaml", 3), ("content/a.yaml", 9)]
    assert str(error) == "\n".join(map(str, error.issues))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("a\tb\u202ec", "a<U+0009>b<U+202E>c"),
        ("\U000e0001", "<U+E0001>"),
        ("x" * 80, "x" * 80),
        ("x" * 81, "x" * 80 + "..."),
    ],
)
def test_what_was_found_is_shown_on_one_visible_line(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("name", "names", "expected"),
    [
        ("sumary", ["summary", "title"], '; did you mean "summary"?'),
        ("zzz", ["summary"], ""),
        ("x", [], ""),
        ("a" * 10_000, ["a" * 100], f'; did you mean "{"a" * 100}"?'),
    ],
)
def test_the_nearest_name_is_suggested_where_one_is_near(name: str, names: list[str], expected: str) -> None:
    assert did_you_mean(name, names) == expected
