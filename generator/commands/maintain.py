"""The commands of those who keep a handbook: `handbook review`, `changes`, `links`, `init`."""

import argparse
import sys
from datetime import date
from pathlib import Path

from generator.bulk.known import names_of
from generator.commands.command import FINE, PROBLEMS, USAGE, AddCommand
from generator.content.load import load
from generator.contribute.new_handbook import StartError, examples_in, start
from generator.contribute.upgrade import UpgradeError, moved_on
from generator.model.json_schema import SCHEMAS, write_editor_settings, write_schemas
from generator.model.vocabulary import FORMAT
from generator.review.changes import changes, heirless, section
from generator.review.history import NoSuchBaseError, content_of, touched
from generator.review.review import Proposal, review
from generator.site import pipeline
from generator.site.links import dead_links
from generator.site.write import replace_files
from generator.text.issue import shown
from generator.text.language import LanguageError, language_of

HEIR = "write its name under `formerly` of what takes its place, or a line under `gone` in content/handbook.yaml"


def add_commands(command: AddCommand) -> None:
    """Add the commands to the parser."""
    what = "a folder, or a commit or branch (default: main)"
    judge = command("review", _review, "Write what a reviewer needs to know of what differs from the base.")
    judge.add_argument("--base", default="main", metavar="DIR|REF", help=what)
    judge.add_argument("--out", metavar="FILE", help="append it to this file instead of printing it")
    move = command("upgrade", _upgrade, "Show what moves a handbook of an older format on to today's; --write does it.")
    move.add_argument("--write", action="store_true", help="change the files, all of them or none")
    told = command("changes", _changes, "Print a changelog section of what differs from the base.")
    told.add_argument("--base", default="main", metavar="DIR|REF", help=what)
    links = command("links", _links, "Follow every link inside the built site.")
    links.add_argument(
        "--site", default="site", metavar="DIR", help="the built site, below the project's (default: site)"
    )
    init = command("init", _init, "Start an empty handbook for another role: its words, and one example of each entry.")
    init.add_argument("folder", metavar="DIR", help="a folder that does not exist, or is empty")
    init.add_argument("--role", default="product manager", help="whose interviews it is for (default: product manager)")
    init.add_argument("--language", default="en", metavar="CODE", help="in which it is written (default: en)")


def _review(root: Path, options: argparse.Namespace) -> int:
    try:
        base = content_of(root, options.base)
    except NoSuchBaseError as error:
        return _refused(str(error))
    today = date.today()  # noqa: DTZ011 - the reviewer's
    files = touched(root, options.base)
    if files == []:
        sys.stderr.write(
            f'handbook: the base and what is checked out must differ, found the same at "{shown(options.base)}"; '
            "name the main branch you began from, as in --base upstream/main, or a commit\n"
        )
    examined = pipeline.examine(root, older=base.content.stories if base.content else ())
    proposal = Proposal(examined=examined, today=today, touched=files)
    text = review(base.content, proposal, pipeline.templates_of(pipeline.HERE) / "review")
    if options.out:
        with Path(options.out).open("a", encoding="utf-8") as file:
            file.write(text)
    else:
        sys.stdout.write(text)
    return FINE


def _changes(root: Path, options: argparse.Namespace) -> int:
    try:
        base = content_of(root, options.base)
    except NoSuchBaseError as error:
        return _refused(str(error))
    head = pipeline.check(root).content
    many = changes(base.content, head)
    sys.stdout.write(section(many) or "No entry differs.\n")
    lost = heirless(many, head)
    for item in lost:
        sys.stderr.write(f"{item.file}: the address {item.kind}:{item.slug} must lead on; {HEIR}\n")
    return PROBLEMS if lost else FINE


def _links(root: Path, options: argparse.Namespace) -> int:
    site = root / options.site
    if not (site / "index.html").is_file():
        return _refused(f"{site} must hold a built site, found none; run `handbook site` first")
    dead = sorted(dead_links(site))
    for link in dead:
        sys.stdout.write(f"{link}\n")
    pages = sum(1 for _ in site.rglob("*.html"))
    sys.stdout.write(f"{len(dead)} of the links of {pages} pages lead nowhere.\n")
    return PROBLEMS if dead else FINE


def _upgrade(root: Path, options: argparse.Namespace) -> int:
    try:
        found, files = moved_on(root)
    except UpgradeError as error:
        return _refused(str(error))
    if not files:
        sys.stdout.write(f"The handbook is of format {found}, which this generator reads. Nothing to do.\n")
        return FINE
    for file in files:
        sys.stdout.write(file.diff)
    between = f"between format {found} and {FORMAT}" if found < FORMAT else f"from what format {FORMAT} writes"
    said = f"{len(files)} of the files differ {between}."
    if not options.write:
        sys.stdout.write(f"\n{said} Nothing is written yet: `handbook upgrade --write` does it.\n")
        return PROBLEMS
    replace_files(root, {file.path: None if file.after is None else file.after.encode() for file in files})
    sys.stdout.write(f"\n{said} They are written; `handbook check` says what is left to do.\n")
    return FINE


def _init(_: Path, options: argparse.Namespace) -> int:
    folder, templates = Path(options.folder), pipeline.templates_of(pipeline.HERE) / "init"
    try:
        code = language_of(options.language).code
        files = start(folder, options.role, templates, code)
    except LanguageError as error:
        return _refused(f"--language must be {error}")
    except StartError as error:
        return _refused(str(error))
    files += write_schemas(folder / SCHEMAS, names_of(load(folder))) + 2  # one of names, and one for people
    files += write_editor_settings(folder)
    sys.stdout.write(f"Wrote {files} files into {folder}. Its README.md says what to do first.\n")
    if code != "en" and not examples_in(code, templates):
        sys.stdout.write("Its examples are in English: write your own beside them, and delete these.\n")
    return FINE


def _refused(said: str) -> int:
    sys.stderr.write(f"handbook: {said}\n")
    return USAGE
