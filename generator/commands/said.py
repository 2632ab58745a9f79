"""What a check came to, said to whoever asked: on a terminal, in a log, to GitHub or to a tool."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from generator import version
from generator.commands.command import FINE, PROBLEMS, from_here
from generator.rules import report as reports
from generator.rules.catalogue import PAGE, catalogue
from generator.rules.report import Report, checked_words, counted
from generator.site.known import Answer, Known

LARGEST_SHOWN = 1 << 20
HANDBOOK = "content/handbook.yaml"


def tell(
    root: Path, options: argparse.Namespace, found: Answer, files: Sequence[str] = (), kept: Known | None = None
) -> int:
    """Print the answer, or what of it is on these files, and give the exit code.

    What is `kept` of it spares the catalogue of rules, and the records.
    """
    issues, form = found.issues, options.format
    if files:
        wanted = {*files, *([] if found.readable else [HANDBOOK])}
        issues = tuple(issue for issue in issues if issue.file in wanted)
    if form in {"text", "github"}:
        issues = from_here(root, issues)  # tools get names below the project's folder
    report = Report(issues=issues, checked=found.checked)
    _print(root, report, form, kept)
    if form in {"text", "github"}:
        _summarise(report, files, kept.words if kept else checked_words(report))
        print("".join(f"{line}\n" for line in found.remarks), end="")
    if elsewhere := len(found.issues) - len(issues):
        print(f"{elsewhere} more in other files; `handbook check` lists them.", file=sys.stderr)
    return PROBLEMS if report.count("error") or (options.strict and report.count("warning")) else FINE


def _print(root: Path, report: Report, form: str, kept: Known | None) -> None:
    if form == "json":
        print(reports.as_json(report), end="")
    elif form == "sarif":
        print(reports.sarif(report, catalogue(), version()), end="")
    elif form == "github":
        print(reports.github(report), end="")
        _add_to_summary(reports.step_summary(report, catalogue()))
    elif sys.stdout.isatty():
        colour = "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
        mends = kept.mends if kept else {rule.code: rule.mend for rule in catalogue()}
        print(reports.terminal(report, mends, lambda file: _lines(Path(file)), colour=colour, page=_page(root)), end="")
    else:
        print(reports.plain(report), end="")


def _summarise(report: Report, files: Sequence[str], checked: str) -> None:
    if report.issues:
        print(f"\n{counted(report.issues)}", file=sys.stderr)
        if report.count("error") and sys.stdout.isatty():
            print(checked, file=sys.stderr)
    if not report.count("error"):
        print(f"No errors{' in ' * bool(files)}{', '.join(files)}. {checked}")


def _lines(path: Path) -> list[str]:
    """Give the lines of a file that may be shown; none of what is no ordinary file of bounded size."""
    if path.is_symlink() or not path.is_file() or path.stat().st_size > LARGEST_SHOWN:
        return []
    return path.read_text(encoding="utf-8-sig", errors="replace").split("\n")


def _page(root: Path) -> str:
    """Say where the rules stand, or what writes the page that is not there."""
    page = root / PAGE
    return page.as_posix() if page.is_file() else f"`handbook rules` writes {page.as_posix()}"


def _add_to_summary(text: str) -> None:
    if where := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(where).open("a", encoding="utf-8") as file:
            file.write(text)
