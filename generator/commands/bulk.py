"""The command that takes many entries in at once: `handbook import`. `handbook export` gives them again."""

import argparse
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from generator.bulk.columns import columns_of
from generator.bulk.intake import Intake, Taken, Wish
from generator.bulk.known import known_of
from generator.bulk.reading import MEGABYTES
from generator.bulk.shapes import SHAPES
from generator.commands.author import today
from generator.commands.command import FINE, AddCommand
from generator.content.load import load
from generator.contribute.skeleton import skeleton
from generator.contribute.upgrade import Moved
from generator.model import COMPETENCIES, QUESTIONS, STORIES
from generator.site import pipeline
from generator.site.write import replace_files
from generator.text.issue import ContentError, Issue, UsageError, shown
from generator.text.source import parse_source


def add_commands(command: AddCommand) -> None:
    """Add the command to the parser."""
    take_in = command("import", _import, "Write entries from files of questions or stories: CSV, JSON or Markdown.")
    take_in.add_argument("files", nargs="+", metavar="FILE", help="what to read; all of it is written, or nothing")
    take_in.add_argument("--dry-run", action="store_true", help="show what would be written, and write nothing")
    take_in.add_argument("--as", dest="shape", choices=SHAPES, default="", help="what they hold (default: by columns)")
    under = "the competency of what names none"
    take_in.add_argument("--category", default="", metavar="NAME", help=under)
    take_in.add_argument("--columns", metavar="FILE", help="a YAML file that says what their columns and names mean")
    near = "write also what is there in nearly the same words"
    take_in.add_argument("--keep-near", action="store_true", help=near)


def _import(root: Path, options: argparse.Namespace) -> int:
    loaded = load(root)
    if loaded.content is None:
        raise ContentError(loaded.issues)
    raw = _read(options.columns) if options.columns else None
    wish = Wish(shape=options.shape, category=options.category, near_too=options.keep_near)
    columns = columns_of(loaded.content, raw, options.columns or "")
    intake = Intake(known=known_of(loaded, loaded.content), columns=columns, left=_left(root), wish=wish)
    taken = intake.take([(file, _read(file)) for file in options.files])
    _stand_clear(root, taken.files)
    for line in taken.left_out:
        print(line, file=sys.stderr)
    if options.dry_run:
        _show(root, taken.files)
    else:
        replace_files(root, {file: text.encode() for file, text in taken.files.items()})
    print(_summary(taken, "would be written" if options.dry_run else "written"))
    return FINE


def _stand_clear(root: Path, files: Iterable[str]) -> None:
    """Raise ContentError where a file would take the place of what could not be read, or lie behind a link."""
    issues = []
    for file in files:
        path = root / file
        if path.is_symlink() or path.parent.is_symlink() or path.exists():
            said = "the file must be new, found something else in its place; `handbook check` says what"
            issues.append(Issue(file=file, message=said, code="unreadable"))
    if issues:
        raise ContentError(issues)


def _read(file: str) -> bytes:
    path = Path(file)
    if not path.is_file():
        raise UsageError(f'each file must be there, found none at "{shown(file)}"')
    with path.open("rb") as given:
        return given.read((MEGABYTES << 20) + 1)


def _left(root: Path) -> Mapping[str, Mapping[str, Any]]:
    """Give what a skeleton leaves to be written of each kind."""
    templates = pipeline.templates_of(root) / "new"
    return {
        kind.id: parse_source(skeleton(kind.id, templates, today()).encode(), kind.id).data
        for kind in (COMPETENCIES, QUESTIONS, STORIES)
    }


def _show(root: Path, files: Mapping[str, str]) -> None:
    for path, text in sorted(files.items()):
        before = (root / path).read_text(encoding="utf-8") if (root / path).is_file() else ""
        print(Moved(path=path, before=before, after=text).diff, end="")


def _summary(taken: Taken, done: str) -> str:
    new = f" New competencies: {', '.join(map(shown, taken.competencies))}." if taken.competencies else ""
    left = f" {taken.todos} TODO to fill: `handbook check` names each." if taken.todos else ""
    out = f" {len(taken.left_out)} left out (above)." if taken.left_out else ""
    counts = ((taken.questions, "question", "questions"), (taken.stories, "story", "stories"))
    said = " and ".join(f"{n} {one if n == 1 else more}" for n, one, more in counts if n) or "Nothing"
    many = f"{said} {done}, in {len(taken.files)} file{'s' * (len(taken.files) != 1)}."
    return many + new + out + left
