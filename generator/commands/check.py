"""The commands of those who write: `handbook check`, `handbook rules`."""

import argparse
import gc
import os
import sys
import time
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from generator.commands.command import FINE, AddCommand
from generator.commands.recognised import asked_of
from generator.commands.said import tell
from generator.commands.wishes import check_options
from generator.content.remembered import Remembered
from generator.review.ages import last_move, stories_before
from generator.rules.catalogue import PAGE, catalogue, catalogue_page
from generator.site.answer import answer, answer_of
from generator.site.examine import examine, reads_of
from generator.site.generations import one_generation
from generator.site.stamps import stamps
from generator.text.issue import UsageError, did_you_mean, shown
from generator.text.own_path import own, write_file

PAUSE, OTHERS = 0.1, 1.0  # seconds between two looks: at the files that are named or at all, and then at the others


def add_commands(command: AddCommand) -> None:
    """Add the commands to the parser."""
    check = command("check", _check, "List every problem of the content, as file:line:column.")
    check_options(check)
    rules = command("rules", _rules, f"Write the catalogue of all rules, {PAGE}.")
    rules.add_argument("--out", default=PAGE, metavar="FILE", help=f"the file, below the project's (default: {PAGE})")


def _check(root: Path, options: argparse.Namespace) -> int:
    files = [_entry_file(root, file) for file in options.files]
    if options.watch:
        return _watch(root, options, files)
    with one_generation():
        moved = last_move(root) if options.store else None
        found = answer(
            root,
            stories_before(root),
            store=options.store,
            moved=moved if isinstance(moved, list) else None,
            asked=options.asked,
        )
        code = tell(root, options, found, files)
    if options.format == "text":
        for question in filter(None, (asked_of(root, file) for file in files)):
            print(question, file=sys.stderr)
    return code


def _watch(root: Path, options: argparse.Namespace, files: Sequence[str]) -> int:
    """Check now and after every save, until interrupted; give what the last check gave."""
    found, remembered = FINE, Remembered()
    moved: object = None
    older: Collection[str] = ()
    kept = [reads_of(root, store=options.store)]  # asked once: then what is remembered is nearer

    try:
        for _ in _saves(root, files):
            print("Checking ...", flush=True)
            if moved != (moved := last_move(root)):
                older = stories_before(root)
            with one_generation():
                answered = answer_of(examine(root, older, remembered, kept.pop() if kept else None))
                found = tell(root, options, answered, files)
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


def _rules(root: Path, options: argparse.Namespace) -> int:
    path = own(root, root / options.out)
    write_file(path, catalogue_page().encode())
    print(f"{len(catalogue())} rules in {path}.")
    return FINE
