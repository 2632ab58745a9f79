"""The commands of those who write: `handbook check`, `handbook rules`."""

import argparse
import os
import sys
import time
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from generator.commands.command import FINE, PROBLEMS, AddCommand, from_here
from generator.content.content import Content
from generator.model import ENTRY_KINDS, HANDBOOK
from generator.review.history import stories_before
from generator.rules import report as reports
from generator.rules.catalogue import PAGE, catalogue, catalogue_page
from generator.rules.own_look import hidden_lines
from generator.rules.own_rules import rules_off
from generator.rules.report import Report, checked_words, counted
from generator.site.examine import examine
from generator.site.stamps import stamps
from generator.text.issue import UsageError, did_you_mean, shown
from generator.text.own_path import own, write_file

FORMATS = ("text", "github", "json", "sarif")
LARGEST_SHOWN = 1 << 20
PAUSE = 0.3  # seconds between two looks at the folder


def add_commands(command: AddCommand) -> None:
    """Add the commands to the parser."""
    check = command("check", _check, "List every problem of the content, as file:line:column.")
    check.add_argument("files", nargs="*", metavar="FILE", help="only the problems of this file, held against the rest")
    check.add_argument("--watch", action="store_true", help="check again whenever a file is saved")
    check.add_argument("--strict", action="store_true", help="fail on warnings, too")
    check.add_argument("--format", choices=FORMATS, default="text", help="for whom (default: text)")
    rules = command("rules", _rules, f"Write the catalogue of all rules, {PAGE}.")
    rules.add_argument("--out", default=PAGE, metavar="FILE", help=f"the file, below the project's (default: {PAGE})")


def _check(root: Path, options: argparse.Namespace) -> int:
    return _watch(root, options) if options.watch else _once(root, options)


def _watch(root: Path, options: argparse.Namespace) -> int:
    """Check now and after every save, until interrupted; give what the last check gave."""
    found = FINE
    try:
        seen = None
        while True:
            now = dict(stamps(root))
            if now != seen:
                seen = now
                print("Checking ...", flush=True)
                found = _once(root, options)
                print("Waiting for the next save; Ctrl-C ends it.", flush=True)
            time.sleep(PAUSE)
    except KeyboardInterrupt:
        return found


def _once(root: Path, options: argparse.Namespace) -> int:
    files = [_entry_file(root, file) for file in options.files]
    found = examine(root, older=stories_before(root))
    issues = found.issues
    if files:
        wanted = {*files, *([] if found.content else [HANDBOOK.where])}
        issues = tuple(issue for issue in issues if issue.file in wanted)
    if options.format in {"text", "github"}:
        issues = from_here(root, issues)  # tools get names below the project's folder
    report = Report(issues=issues, checked=_checked(found.content))
    _show(root, report, options.format, files)
    if found.content and options.format in {"text", "github"}:
        print("".join(f"{line}\n" for line in (*rules_off(found.content), *hidden_lines(found.content))), end="")
    if elsewhere := len(found.issues) - len(issues):
        print(f"{elsewhere} more in other files; `handbook check` lists them.", file=sys.stderr)
    return PROBLEMS if report.count("error") or (options.strict and report.count("warning")) else FINE


def _show(root: Path, report: Report, form: str, files: Sequence[str]) -> None:
    rules = catalogue()
    if form == "json":
        print(reports.as_json(report), end="")
    elif form == "sarif":
        print(reports.sarif(report, rules, _version()), end="")
    elif form == "github":
        print(reports.github(report), end="")
        _add_to_summary(reports.step_summary(report, rules))
    elif sys.stdout.isatty():
        colour = "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
        print(reports.terminal(report, rules, lambda file: _lines(Path(file)), colour=colour, page=_page(root)), end="")
    else:
        print(reports.plain(report), end="")
    if form in {"text", "github"}:
        _summarise(report, files)


def _summarise(report: Report, files: Sequence[str]) -> None:
    checked = checked_words(report)
    if report.issues:
        print(f"\n{counted(report.issues)}", file=sys.stderr)
        if report.count("error") and sys.stdout.isatty():
            print(checked, file=sys.stderr)
    if not report.count("error"):
        print(f"No errors{' in ' * bool(files)}{', '.join(files)}. {checked}")


def _checked(content: Content | None) -> dict[str, int]:
    if content is None:
        return {"entries": 0}
    collections = {kind.folder: len(content.of(kind)) for kind in ENTRY_KINDS}
    more = {"questions_in_all": len(content.bank), "unread": len(content.unread)}
    return {"entries": content.entry_count, **collections, **more}


def _entry_file(root: Path, given: str) -> str:
    """Give the name, as in messages, of a file of content/. Raises UsageError where it is none."""
    top = Path(os.path.abspath(root))  # noqa: PTH100 - a link must stay a link, for the check to refuse
    for start in (Path.cwd(), top):
        path = Path(os.path.abspath(start / given))  # noqa: PTH100 - the same
        if path.is_relative_to(top / "content") and os.path.lexists(path) and not path.is_dir():
            return path.relative_to(top).as_posix()
    known = [path.relative_to(top).as_posix() for path in (top / "content").rglob("*.*")]
    near = did_you_mean(given, known)
    raise UsageError(f'a file to check must be an entry under content/, found "{shown(given)}"{near}')


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


def _version() -> str:
    try:
        return version("em-interview-handbook")
    except PackageNotFoundError:
        return "0"


def _rules(root: Path, options: argparse.Namespace) -> int:
    path = own(root, root / options.out)
    write_file(path, catalogue_page().encode())
    print(f"{len(catalogue())} rules in {path}.")
    return FINE
