"""What `handbook check` prints: for a terminal, a log, GitHub and tools."""

import io
import json
import re
import sys
from pathlib import Path
from urllib.parse import unquote

import pytest

from generator.commands.cli import main
from generator.commands.command import FINE, PROBLEMS, USAGE
from generator.rules import report as reports
from generator.rules.catalogue import catalogue
from generator.rules.report import Report
from generator.text.issue import Issue
from tests.commands.test_cli import remark, spoil
from tests.handbooks import tiny

Capture = pytest.CaptureFixture[str]
RULES = catalogue()
MENDS = {rule.code: rule.mend for rule in RULES}
LINE = re.compile(r"^(content/\S+):(\d+):(\d+): ", re.MULTILINE)
EXPECTED_SPOILT = 4


def run(root: Path, *arguments: str) -> int:
    return main(["check", *arguments, "--root", str(root)])


def issue(**values: object) -> Issue:
    given = {"file": "content/stories/a.yaml", "line": 2, "column": 8, "message": "it must be so", "code": "value"}
    return Issue(**{**given, **values})  # type: ignore[arg-type]


def of(*issues: Issue) -> Report:
    return Report(issues=issues, checked={"entries": 3, "stories": 3})


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    return terminal


# the terminal


def test_a_terminal_groups_by_file_and_marks_the_column(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tty = at_a_terminal(monkeypatch)
    spoil(root)
    assert run(root) == PROBLEMS
    out = tty.getvalue()
    headings = re.findall(r"^\x1b\[1m\S+/(content/\S+)  \(1 error\)", out, re.MULTILINE)
    assert len(headings) == len(set(headings)) == EXPECTED_SPOILT
    lines = re.sub(r"\x1b\[\d+m", "", out).splitlines()
    at = next(at for at, line in enumerate(lines) if line.startswith(f"{root}/{tiny.STORY}:"))
    assert lines[at + 1].endswith("| traits: [candor]")
    assert lines[at + 2].index("^") == lines[at + 1].index("candor]")
    assert "How to mend it" in out


def test_every_plain_line_stands_whole_in_the_terminal_too(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tty = at_a_terminal(monkeypatch)
    spoil(root)
    run(root)
    out = tty.getvalue()
    assert [line for line in tiny.printed_from_here(root) if line not in out] == []


def test_no_color_is_respected(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tty = at_a_terminal(monkeypatch)
    monkeypatch.setenv("NO_COLOR", "")
    spoil(root)
    run(root)
    out = tty.getvalue()
    assert "\x1b" not in out
    assert "^" in out


def test_what_is_piped_is_one_plain_line_for_each_issue(root: Path, capsys: Capture) -> None:
    spoil(root)
    run(root)
    assert capsys.readouterr().out.splitlines() == tiny.printed_from_here(root)


@pytest.mark.parametrize(
    ("text", "column", "under"),
    [("title: x", 8, "x"), ("t: ツキx", 6, "x"), ("\tq: x", 5, "x"), ("a" * 300 + "xyz", 301, "xyz")],
)
def test_the_caret_stands_under_the_column(text: str, column: int, under: str) -> None:
    said = reports.terminal(of(issue(line=1, column=column)), MENDS, lambda _: [text], colour=False)
    source, caret = said.splitlines()[3:5]
    wide = sum(c in "ツキ" for c in source[: source.index(under)])
    assert caret.index("^") == source.index(under) + wide
    assert len(source) < 130


@pytest.mark.parametrize("lines", [[], [""], ["one"]])
def test_a_place_beyond_the_file_shows_no_source(lines: list[str]) -> None:
    assert "^" not in reports.terminal(of(issue(line=5)), MENDS, lambda _: lines, colour=False)


def test_a_source_line_cannot_steer_the_terminal() -> None:
    said = reports.terminal(of(issue(line=1)), MENDS, lambda _: ["title: \x1b[2Jx\u202e"], colour=False)
    assert "\x1b" not in said
    assert "\u202e" not in said


# GitHub


def test_github_gets_every_line_and_ten_annotations_of_each_kind() -> None:
    issues = [issue(line=at) for at in range(1, 16)] + [issue(line=at, severity="warning") for at in range(1, 13)]
    said = reports.github(of(*issues))
    assert len(LINE.findall(said)) == len(issues)
    assert said.count("\n::error ") == said.count("\n::warning ") == 10
    assert "15 errors; GitHub shows the first 10" in said


def test_a_waived_remark_is_no_annotation() -> None:
    assert "::" not in reports.github(of(issue(severity="waived")))


def test_what_is_annotated_cannot_add_a_command_or_a_property() -> None:
    hostile = issue(file="content/a,line=9:b%.yaml", message="100 % wrong\n::error file=x::y\r")
    place = "file=content/a%2Cline=9%3Ab%25.yaml,line=2,col=8,title=value"
    lines = reports.github(of(hostile)).splitlines()
    assert [line for line in lines if line.startswith("::")] == [
        f"::error {place}::100 %25 wrong<U+000A>::error file=x::y<U+000D>"
    ]


def test_the_step_summary_is_written_where_github_says(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(root)
    summary = tmp_path / "summary.md"
    summary.write_text("before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    assert run(root, "--format", "github") == PROBLEMS
    text = summary.read_text()
    assert text.startswith("before\n### 4 errors in 4 files.")
    assert text.count("<tr>") == EXPECTED_SPOILT
    run(root)
    assert summary.read_text() == text


@pytest.mark.parametrize("sign", list("<>&`*_[]()|#@!\\\"'"))
def test_nothing_in_a_step_summary_means_anything(sign: str) -> None:
    before, after = (reports.step_summary(of(issue(message=m)), ()) for m in ("must", f"must {sign}x{sign}"))
    assert after == before.replace("<td>must</td>", f"<td>must &#{ord(sign)};x&#{ord(sign)};</td>")


def test_a_summary_stays_below_what_github_takes() -> None:
    many = [issue(file=f"content/stories/{at}.yaml", message="x" * 4000) for at in range(400)]
    text = reports.step_summary(of(*many), RULES)
    assert len(text) < 1 << 20
    assert "the log lists all" in text


# tools


def test_json_has_the_documented_shape(root: Path, capsys: Capture) -> None:
    spoil(root)
    assert run(root, "--format", "json") == PROBLEMS
    said = json.loads(capsys.readouterr().out)
    assert list(said) == ["version", "checked", "counts", "issues"]
    assert said["version"] == 1
    assert said["counts"] == {"error": 4, "warning": 0, "waived": 0}
    names = {"file": str, "line": int, "column": int, "severity": str, "code": str, "message": str}
    assert [{name: type(value) for name, value in one.items()} for one in said["issues"]] == [names] * EXPECTED_SPOILT


def test_json_of_fine_content_is_nothing_but_json(root: Path, capsys: Capture) -> None:
    assert run(root, "--format", "json") == FINE
    said = capsys.readouterr()
    assert json.loads(said.out)["checked"]["stories"] == 2
    assert said.err == ""


def test_sarif_says_each_issue_by_its_rule(root: Path, capsys: Capture) -> None:
    spoil(root)
    remark(root, "waivers: [{rule: tempting, because: On purpose.}]\n")
    assert run(root, "--format", "sarif") == PROBLEMS
    said = json.loads(capsys.readouterr().out)
    (single,) = said["runs"]
    rules = single["tool"]["driver"]["rules"]
    assert said["version"] == "2.1.0"
    assert len({rule["id"] for rule in rules}) == len(rules)
    assert {rule["defaultConfiguration"]["level"] for rule in rules} == {"error", "warning"}
    assert single["columnKind"] == "unicodeCodePoints"
    for result, expected in zip(single["results"], tiny.issues_of(root), strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == expected.code
        assert result["level"] == {"error": "error", "warning": "warning", "waived": "note"}[expected.severity]
        assert ("suppressions" in result) == (expected.severity == "waived")
        (location,) = result["locations"]
        where = location["physicalLocation"]
        assert unquote(where["artifactLocation"]["uri"]) == expected.file
        assert where["artifactLocation"]["uriBaseId"] in single["originalUriBaseIds"]
        assert where["region"] == {"startLine": expected.line, "startColumn": expected.column}


def test_a_file_name_is_an_address_in_sarif() -> None:
    said = json.loads(reports.sarif(of(issue(file="content/stories/a b%\n.yaml")), RULES, "1"))
    place = said["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "content/stories/a%20b%25%0A.yaml"


# one file


def test_one_file_is_held_against_the_rest_and_reported_alone(root: Path, capsys: Capture) -> None:
    spoil(root)
    assert run(root, str(root / tiny.STORY)) == PROBLEMS
    said = capsys.readouterr()
    assert said.out.splitlines() == [line for line in tiny.printed_from_here(root) if tiny.STORY in line]
    assert "candour" in said.out
    assert "3 more in other files" in said.err


def test_a_file_that_is_fine_among_broken_ones_is_fine(root: Path, capsys: Capture) -> None:
    spoil(root)
    assert run(root, "content/frameworks/the-bet.yaml") == FINE
    assert "No errors in content/frameworks/the-bet.yaml" in capsys.readouterr().out


def test_a_file_is_found_from_the_folder_one_is_in(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root / "content/stories")
    assert main(["check", Path(tiny.STORY).name, "--root", "../.."]) == FINE


def test_a_broken_vocabulary_is_told_with_the_file(root: Path, capsys: Capture) -> None:
    (root / "content/handbook.yaml").write_text("title: x\n")
    assert run(root, tiny.STORY) == PROBLEMS
    assert "content/handbook.yaml:1:1" in capsys.readouterr().out


@pytest.mark.parametrize(
    "file", ["content/stories/nothing.yaml", "mkdocs.yml", "content", "../handbook.yaml", "", "a\nb", "x" * 5000]
)
def test_a_file_that_is_no_entry_is_wrong_usage(file: str, root: Path, capsys: Capture) -> None:
    assert run(root, file) == USAGE
    said = capsys.readouterr()
    assert "must be an entry under content/" in said.err
    assert said.out == ""


def test_a_misspelt_file_gets_the_nearest_name(root: Path, capsys: Capture) -> None:
    assert run(root, tiny.STORY.replace("export", "exprot")) == USAGE
    assert f'did you mean "{tiny.STORY}"' in capsys.readouterr().err
