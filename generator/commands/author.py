"""The commands that begin an entry: `handbook new`, `handbook preview`, `handbook form`, `handbook from-issue`."""

import argparse
import sys
import webbrowser
from datetime import date
from pathlib import Path

from generator.commands.command import FINE, PROBLEMS, AddCommand, heed_termination
from generator.commands.question import QUESTION, new_question
from generator.commands.recognised import asked_of
from generator.content.content import Content
from generator.content.load import load
from generator.content.naming import NoSuchNameError, pick, slug_named
from generator.contribute import issue_form
from generator.contribute.answers import NoFormError
from generator.contribute.skeleton import BEGUN, place_of, skeleton, write_skeleton
from generator.contribute.submission import read_submission
from generator.model import LONGEST_SLUG, STORIES, TEXT_LIMIT
from generator.rules.report import counted
from generator.site import pipeline, preview
from generator.text.characters import hostile
from generator.text.issue import ContentError, Issue, UsageError, shown
from generator.text.own_path import own, write_file
from generator.text.slug import slug_of, unwritten

LARGEST_ISSUE = 1 << 18
ASKED = {
    "title": "Title (six or eight words that name the matter)",
    "question": "Question it answers (its id, or its words)",
    "competencies": "Competencies it proves, the main one first, with commas between",
    "level": "Your level at the time",
    "outcome": "How it came out",
}

Given = dict[str, str | list[str]]


def add_commands(command: AddCommand) -> None:
    """Add the commands to the parser."""
    new = command("new", _new, "Write a commented skeleton of an entry; asks for what a story needs first.")
    new.add_argument("kind", choices=[*(kind.id for kind in BEGUN), QUESTION], help="what to write")
    new.add_argument("slug", nargs="?", default="", help="its file name (default: made from the title)")
    for name, says in ASKED.items():
        new.add_argument(f"--{name}", metavar="WORDS", help=says[:1].lower() + says[1:])
    look = command("preview", _preview, "Build one page, whatever else is broken, and open it.")
    entry = "such as stories/my-slug, or its file; other stories are not read, so a question lists none"
    look.add_argument("entry", help=entry)
    look.add_argument("--no-open", dest="open", action="store_false", help="only say where the page is")
    look.add_argument("--watch", action="store_true", help="serve the page, and build it again whenever it is saved")
    ask = command("form", _form, f"Write the issue form for stories, {issue_form.FILE}.")
    ask.add_argument("--out", default=issue_form.FILE, metavar="FILE", help="the file, below the project's")
    take = command("from-issue", _from_issue, "Turn an issue made with the story form into content/stories/SLUG.yaml.")
    take.add_argument("file", help='the issue\'s text as a file, or "-" to read it from stdin')
    take.add_argument("--slug", default="", help="the file name (default: made from the title)")


def today() -> date:
    """Give the day on which an entry is begun, where its writer is."""
    return date.today()  # noqa: DTZ011


def _content(root: Path) -> Content:
    loaded = load(root)
    if loaded.content is None:
        raise ContentError(loaded.issues)
    return loaded.content


# handbook new


def _new(root: Path, options: argparse.Namespace) -> int:
    if options.kind == QUESTION:
        return new_question(root, options, _content(root))
    given = {name: value for name in ASKED if (value := getattr(options, name)) is not None}
    if options.slug:
        place_of(root, options.kind, options.slug)
    asking = options.kind == STORIES.id and sys.stdin.isatty()
    if more := [f"--{name}" for name in given if name != "title" and options.kind != STORIES.id]:
        raise UsageError(f"{', '.join(more)} must stand with a story, found a {options.kind}")
    values = _values(root, given, asking=asking) if asking or given else {}
    slug = options.slug or slug_of(str(values.get("title", "")), LONGEST_SLUG)
    if not slug:
        given_so = f"handbook new {options.kind} my-slug"
        raise UsageError(
            _no_slug(str(values["title"]), given_so)
            if values.get("title")
            else f"a slug or --title must be given, found neither; write: {given_so}"
        )
    text = skeleton(options.kind, pipeline.templates_of(root) / "new", today(), values)
    path = write_skeleton(root, options.kind, slug, text)
    print(f"Wrote {path}")
    print("Open it and replace each TODO; the comments say with what. Then:")
    print(f"  handbook check {path}")
    print(f"  handbook preview {path.parent.name}/{path.stem}")
    return FINE


def _values(root: Path, given: dict[str, str], *, asking: bool) -> Given:
    content = _content(root)
    values: Given = {}
    if asking and len(given) < len(ASKED):
        print("Enter alone leaves an answer for later.")
    for name, says in ASKED.items():
        if name in given:
            try:
                values[name] = _value(content, name, given[name])
            except NoSuchNameError as error:
                raise UsageError(f"--{name}: {error}") from None
        elif asking and (value := _ask(content, name, says)):
            values[name] = value
    return values


def _ask(content: Content, name: str, says: str) -> str | list[str]:
    """Ask until the answer has a name, or is empty: then it is left to be written later."""
    if name in {"level", "outcome"}:
        says += f" ({', '.join(_choices(content, name))})"
    elif name == "competencies":
        print(f"  {', '.join(sorted(content.names['competency']))}")
    while True:
        try:
            typed = input(f"{says}: ").strip()
        except EOFError:
            raise UsageError("nothing was written: the answers ended before the last question") from None
        if not typed:
            return ""
        try:
            return _value(content, name, typed)
        except NoSuchNameError as error:
            print("\n    ".join([f"  {error.says}{'; nearest:' if error.near else ''}", *error.near]))


def _value(content: Content, name: str, typed: str) -> str | list[str]:
    """Give what is to stand in the skeleton. Raises NoSuchNameError where the words name nothing."""
    if name == "title":
        return _title(typed)
    if name == "competencies":
        return [slug_named(content, "competency", one) for one in typed.split(",") if one.strip()]
    if name == "question":
        return slug_named(content, "question", typed)
    return pick(name, _choices(content, name), typed)


def _choices(content: Content, name: str) -> dict[str, str]:
    return issue_form.options_of(content, name)


def _title(typed: str) -> str:
    title = " ".join(typed.split())
    if not title or len(title) > TEXT_LIMIT or next(hostile(title), None):
        raise NoSuchNameError(f'the title must be 1 to {TEXT_LIMIT} visible characters, found "{shown(title)}"')
    return title


# handbook form, handbook from-issue


def _form(root: Path, options: argparse.Namespace) -> int:
    path = own(root, root / options.out)
    write_file(path, issue_form.form_text(_content(root)).encode())
    print(f"{len(issue_form.FIELDS)} fields in {path}.")
    return FINE


def _from_issue(root: Path, options: argparse.Namespace) -> int:
    raw, content = _read(options.file), _content(root)
    text = skeleton(STORIES.id, pipeline.templates_of(root) / "new", today())
    try:
        found = read_submission(raw, content, STORIES, text, options.slug)
    except NoFormError as error:
        raise UsageError(f"{error}; give the whole text of an issue made with {issue_form.FILE}") from None
    if found.missing:
        print("The story is not whole yet. Please write, in the issue:\n")
        print("\n".join(map(str, found.missing)))
        if found.left:
            print("\nCould not be read; mend it there too, or leave it to the editors:\n")
            print("\n".join(map(str, found.left)))
        return PROBLEMS
    if not found.slug:
        raise UsageError(_no_slug(found.title, "handbook from-issue FILE --slug my-slug"))
    path = write_skeleton(root, STORIES.id, found.slug, found.text)
    print(f"Wrote {path}")
    if found.left:
        print("\nCould not be read, and stands as a comment at its end; for the issue, or for whoever edits it:\n")
        print("\n".join(map(str, found.left)), end="\n\n")
    name = path.relative_to(root).as_posix()
    if question := asked_of(root, name):
        print(question)
    return _left([issue for issue in pipeline.examine(root, older=content.stories).issues if issue.file == name])


def _no_slug(title: str, instead: str) -> str:
    """Say why the title gives no file name, and how to name one."""
    letters = unwritten(title)
    found = f'"{letters}" cannot be written so' if letters else f'"{shown(title)}" has none'
    return f"a file name must be of Latin letters and digits, and of the title {found}; name one: {instead}"


def _left(issues: list[Issue]) -> int:
    for issue in issues:
        print(issue)
    if issues:
        print(f"\n{counted(issues)} An error is the editors' part; a warning can go back into the issue.")
    return FINE


def _read(file: str) -> bytes:
    if file == "-":
        return _bounded(sys.stdin.buffer.read(LARGEST_ISSUE + 1))
    if not Path(file).is_file():
        raise UsageError(f'the issue must be a file, or "-" for stdin, found "{shown(file)}"')
    with Path(file).open("rb") as issue:
        return _bounded(issue.read(LARGEST_ISSUE + 1))


def _bounded(raw: bytes) -> bytes:
    if len(raw) > LARGEST_ISSUE:
        raise UsageError(f"the issue must be at most {LARGEST_ISSUE // 1024} kB, found more; shorten it")
    return raw


# handbook preview


def _preview(root: Path, options: argparse.Namespace) -> int:
    made = preview.prepare(root, options.entry)
    for issue in made.issues:
        print(issue)
    if made.issues:
        print(f"\n{counted(made.issues)}", file=sys.stderr)
    if not made.ready:
        needs = "these are mended" if made.issues else "what it belongs to can be read; `handbook check` names it"
        print(f"The page cannot be shown before {needs}.", file=sys.stderr)
        return PROBLEMS
    if options.watch:
        heed_termination()
        preview.watch(root, options.entry, made, opened=options.open, say=print)
        return FINE
    page = preview.build(made)
    print(page)
    if options.open:
        webbrowser.open(page.as_uri())
    return FINE
