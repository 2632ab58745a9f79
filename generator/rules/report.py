"""A report: what `check` found, for people at a terminal, for a log, for GitHub and for tools."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from unicodedata import combining, east_asian_width
from urllib.parse import quote

from generator.rules.catalogue import PAGE, ListedRule
from generator.text.issue import Issue, shown

SHOWN_PER_STEP = 10  # GitHub shows no more annotations of one kind for a step
MOST_SUMMARY = 900_000  # GitHub refuses a step summary of over 1 MiB
MOST_LISTED = 1000  # problems that are printed one by one
MOST_GIVEN = 10_000  # problems that tools are given
LINE_WIDTH = 110
LONGEST = 4096
LEVELS = {"error": "error", "warning": "warning", "waived": "note"}
COLOURS = {"error": "31", "warning": "33", "waived": "2"}
SARIF = "https://json.schemastore.org/sarif-2.1.0.json"

ONE = {"questions": "bank of questions", "principles": "list of principles"}
MANY = {"questions": "banks of questions", "principles": "lists of principles"}

Lines = Callable[[str], Sequence[str]]


@dataclass(frozen=True, kw_only=True)
class Report:
    """The issues found, and how many entries of each collection they were found in."""

    issues: tuple[Issue, ...]
    checked: Mapping[str, int]

    def count(self, severity: str) -> int:
        """Give how many issues have the severity."""
        return sum(issue.severity == severity for issue in self.issues)


def counted(issues: Sequence[Issue]) -> str:
    """Give the numbers of issues in words, such as: 2 errors and 1 warning in 3 files."""
    counts = Counter(issue.severity for issue in issues)
    files = len({issue.file for issue in issues})
    said = [f"{count} {name}{'s' * (count != 1 and name != 'waived')}" for name, count in sorted(counts.items())]
    return f"{' and '.join(said)} in {files} file{'s' * (files != 1)}."


def checked_words(report: Report) -> str:
    """Give what was checked, such as: Checked 12 entries: 10 stories, 2 plans."""
    from generator.model import ENTRY_KINDS  # noqa: PLC0415 - with all records, which what is kept can do without

    one = {kind.folder: kind.id for kind in ENTRY_KINDS} | ONE
    numbers = {name: count for name, count in report.checked.items() if count}
    entries, questions, unread = (numbers.pop(name, 0) for name in ("entries", "questions_in_all", "unread"))
    parts = ", ".join(
        f"{count} {one.get(name, name) if count == 1 else MANY.get(name, name)}" for name, count in numbers.items()
    )
    more = f"; {questions} questions in all" * bool(questions) + f"; {unread} could not be read" * bool(unread)
    return f"Checked {entries} entries{': ' * bool(parts)}{parts}{more}."


def terminal(report: Report, mend: Mapping[str, str], lines: Lines, *, colour: bool, page: str = PAGE) -> str:
    """Give the report grouped by file, each issue with its source line and a caret, and how to mend each kind once."""

    def paint(text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if colour else text

    out: list[str] = []
    for file, group in groupby(report.issues[:MOST_LISTED], key=lambda issue: issue.file):
        issues = list(group)
        out += [paint(f"{shown(file, LONGEST)}  ({counted(issues).split(' in ')[0]})", "1"), ""]
        texts = lines(file)
        for issue in issues:
            out += [paint(str(issue), COLOURS[issue.severity])]
            out += [paint(line, "2") if at == 0 else line for at, line in enumerate(_excerpt(issue, texts))]
            out += [""]
    broken = dict.fromkeys(issue.code for issue in report.issues if issue.severity != "waived" and issue.code in mend)
    if broken:
        out += [paint("How to mend it", "1"), *(f"  [{code}] {mend[code]}" for code in broken)]
        out += [f"  More on each: {page}", ""]
    return "\n".join([*out, _left_out(report)])


def _excerpt(issue: Issue, texts: Sequence[str]) -> list[str]:
    """Give the line of the issue, cut to the terminal, and a caret below its column."""
    if not 0 < issue.line <= len(texts) or not texts[issue.line - 1].strip():
        return []
    text, at = texts[issue.line - 1], issue.column - 1
    first = max(0, at - LINE_WIDTH // 2) if len(text) > LINE_WIDTH else 0
    head, rest = text[first:at], text[at : first + LINE_WIDTH]
    margin = f"{issue.line:>6} | "
    before = f"{'...' if first else ''}{_visible(head)}"
    return [f"{margin}{before}{_visible(rest)}", f"{' ' * 6} | {' ' * _cells(before)}^"]


def _visible(text: str) -> str:
    return shown(text.replace("\t", " "), LINE_WIDTH * 2)


def _cells(text: str) -> int:
    """Give the cells that the text takes in a terminal; wide letters take two, marks on letters none."""
    return sum(0 if combining(c) else 1 + (east_asian_width(c) in "WF") for c in text)


def plain(report: Report) -> str:
    """Give one line for each issue, as `file:line:column: message [code]`."""
    lines = "".join(f"{issue}\n" for issue in report.issues[:MOST_LISTED])
    return lines + _left_out(report)


def _left_out(report: Report) -> str:
    """Say how many problems are not listed, where they are more than anybody reads at once."""
    left = len(report.issues) - MOST_LISTED
    return f"... and {left} more; mend these first, or name the files to check.\n" if left > 0 else ""


def github(report: Report) -> str:
    """Give every issue as a plain line, and the first ten errors and ten warnings as annotations of GitHub, too."""
    out = [plain(report)]
    for severity in ("error", "warning"):
        found = [issue for issue in report.issues if issue.severity == severity]
        out += [f"{_annotation(issue)}\n" for issue in found[:SHOWN_PER_STEP]]
        if len(found) > SHOWN_PER_STEP:
            out += [f"{len(found)} {severity}s; GitHub shows the first {SHOWN_PER_STEP}, the lines above name all.\n"]
    return "".join(out)


def _annotation(issue: Issue) -> str:
    """Give the workflow command that marks the place of the issue in the pull request."""
    file = _property(shown(issue.file, LONGEST))
    place = f"file={file},line={issue.line},col={issue.column},title={_property(issue.code)}"
    return f"::{issue.severity} {place}::{_data(shown(issue.message, LONGEST))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def step_summary(report: Report, rules: Sequence[ListedRule]) -> str:
    """Give the report as Markdown in which nothing of the content means anything."""
    if not report.issues:
        return f"### No problems\n\n{checked_words(report)}\n"
    mend = {rule.code: rule.mend for rule in rules}
    out = [f"### {counted(report.issues)}\n\n{checked_words(report)}\n"]
    length = 0
    for at, (file, group) in enumerate(groupby(report.issues, key=lambda issue: issue.file)):
        rows = "".join(map(_row, group))
        length += len(rows)
        if length > MOST_SUMMARY:
            out += [f"\nAnd more, from file {at + 1} on; the log lists all.\n"]
            break
        out += [f"\n<p><strong>{_html(file)}</strong></p>\n<table>\n{rows}</table>\n"]
    broken = dict.fromkeys(issue.code for issue in report.issues if issue.severity != "waived" and issue.code in mend)
    return "".join([*out, "\n", *(f"- `{code}`: {mend[code]}\n" for code in broken)])


def _row(issue: Issue) -> str:
    place, said = f"{issue.line}:{issue.column}", _html(issue.message)
    return f"<tr><td>{issue.severity}</td><td>{place}</td><td>{said}</td><td>{issue.code}</td></tr>\n"


def _html(text: str) -> str:
    """Give the text as HTML that holds no Markdown, no mention of a person and no number of an issue."""
    return "".join(c if c.isalnum() or c == " " else f"&#{ord(c)};" for c in shown(text, LONGEST))


def as_json(report: Report) -> str:
    """Give the report as JSON; `version` changes when the shape does."""
    names = ("file", "line", "column", "severity", "code", "message")
    whole: dict[str, Any] = {
        "version": 1,
        "checked": dict(report.checked),
        "counts": {severity: report.count(severity) for severity in LEVELS},
        "issues": [{name: getattr(issue, name) for name in names} for issue in report.issues[:MOST_GIVEN]],
    }
    if (left := len(report.issues) - MOST_GIVEN) > 0:
        whole["left_out"] = left
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def sarif(report: Report, rules: Sequence[ListedRule], version: str) -> str:
    """Give the report as SARIF 2.1.0, for code scanning and editors."""
    at = {rule.code: index for index, rule in enumerate(rules)}
    driver = {"name": "handbook", "version": version, "rules": [_sarif_rule(rule) for rule in rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"SRCROOT": {"description": {"text": "The project's folder."}}},
        "results": list(_sarif_results(report, at)),
    }
    return json.dumps({"$schema": SARIF, "version": "2.1.0", "runs": [run]}, indent=1, ensure_ascii=False) + "\n"


def _sarif_rule(rule: ListedRule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.asks},
        "fullDescription": {"text": rule.why},
        "help": {"text": rule.mend},
        "defaultConfiguration": {"level": rule.severity},
    }


def _sarif_results(report: Report, at: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    for issue in report.issues[:MOST_GIVEN]:  # GitHub refuses more than 25,000
        place = {
            "artifactLocation": {"uri": quote(issue.file.encode(errors="surrogateescape")), "uriBaseId": "SRCROOT"},
            "region": {"startLine": issue.line, "startColumn": issue.column},
        }
        result: dict[str, Any] = {
            "ruleId": issue.code,
            "ruleIndex": at[issue.code],
            "level": LEVELS[issue.severity],
            "message": {"text": issue.message},
            "locations": [{"physicalLocation": place}],
        }
        if issue.severity == "waived":
            result["suppressions"] = [{"kind": "inSource"}]
        yield result
