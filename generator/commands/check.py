"""The commands of those who write: `handbook check`, `handbook rules`."""

import argparse
import gc
import os
import sys
import time
from collections.abc import Collection, Iterator, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from generator.commands.command import FINE, PROBLEMS, AddCommand, from_here
from generator.content.remembered import Remembered
from generator.model import HANDBOOK
from generator.review.history import last_move, stories_before
from generator.rules import report as reports
from generator.rules.catalogue import PAGE, catalogue, catalogue_page
from generator.rules.report import Report, checked_words, counted
from generator.site.answer import Answer, answer, answer_of
from generator.site.examine import examine, one_generation
from generator.site.stamps import stamps
from generator.text.issue import UsageError, did_you_mean, shown
from generator.text.own_path import own, write_file

FORMATS = ("text", "github", "json", "sarif")
LARGEST_SHOWN = 1 << 20
PAUSE, OTHERS = 0.1, 1.0  # seconds between two looks: at the files that are named or at all, and then at the others


def add_commands(command: AddCommand) -> None:
    """Add the commands to the parser."""
    check = command("check", _check, "List every problem of the content, as file:line:column.")
    check.add_argument("files", nargs="*", metavar="FILE", help="only the problems of this file, held against the rest")
    check.add_argument("--watch", action="store_true", help="check again whenever a file is saved")
    check.add_argument("--strict", action="store_true", help="fail on warnings, too")
    check.add_argument("--no-store", dest="store", action="store_false", help="heed nothing that an earlier check kept")
    check.add_argument("--format", choices=FORMATS, default="text", help="for whom (default: text)")
    rules = command("rules", _rules, f"Write the catalogue of all rules, {PAGE}.")
    rules.add_argument("--out", default=PAGE, metavar="FILE", help=f"the file, below the project's (default: {PAGE})")


def _check(root: Path, options: argparse.Namespace) -> int:
    files = [_entry_file(root, file) for file in options.files]
    if options.watch:
        return _watch(root, options, files)
    with one_generation():
        return _show(root, options, files, answer(root, stories_before(root), store=options.store))


def _watch(root: Path, options: argparse.Namespace, files: Sequence[str]) -> int:
    """Check now and after every save, until interrupted; give what the last check gave."""
    found, remembered = FINE, Remembered()
    moved: object = None
    older: Collection[str] = ()

    try:
        for _ in _saves(root, files):
            print("Checking ...", flush=True)
            if moved != (moved := last_move(root)):
                older = stories_before(root)
            with one_generation():
                found = _show(root, options, files, answer_of(examine(root, older, remembered)))
            gc.freeze()  # what is remembered stays, and need not be looked through again
            print("Waiting for the next save; Ctrl-C ends it.", flush=True)
    except KeyboardInterrupt:
        pass
    return found


def _saves(root: Path, files: Sequence[str]) -> Iterator[None]:
    """Come back now, and after each save: of the files at once, of others within a second where some are named.

    An editor may put a new file in the place of the old: while one is not there, nothing is said.
    """
    seen, before, due = None, None, 0.0
    while True:
        began = time.monotonic()
        few = dict(stamps(root, files))
        if few != before or began >= due:
            now = dict(stamps(root))
            due = began + (OTHERS if files else 0)
            if now != seen and len(few) == len({*files}):
                seen = now
                yield
        before = few
        time.sleep(PAUSE)


def _show(root: Path, options: argparse.Namespace, files: Sequence[str], found: Answer) -> int:
    """Print the answer, or what of it is on these files, and give the exit code."""
    issues = found.issues
    if files:
        wanted = {*files, *([] if found.readable else [HANDBOOK.where])}
        issues = tuple(issue for issue in issues if issue.file in wanted)
    if options.format in {"text", "github"}:
        issues = from_here(root, issues)  # tools get names below the project's folder
    report = Report(issues=issues, checked=found.checked)
    _print(root, report, options.format, files)
    if options.format in {"text", "github"}:
        print("".join(f"{line}\n" for line in found.remarks), end="")
    if elsewhere := len(found.issues) - len(issues):
        print(f"{elsewhere} more in other files; `handbook check` lists them.", file=sys.stderr)
    return PROBLEMS if report.count("error") or (options.strict and report.count("warning")) else FINE


def _print(root: Path, report: Report, form: str, files: Sequence[str]) -> None:
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
