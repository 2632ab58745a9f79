"""The `handbook` command: one parser for every group of commands, and what its exit codes say."""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from generator import version
from generator.commands.command import PROBLEMS, USAGE, from_here, speak_anywhere
from generator.rules.report import Report, counted, plain
from generator.site.generations import one_generation
from generator.text.issue import ContentError, FailedError, Issue, UsageError

GROUPS = {  # of commands, each a module here: only that which is asked for is imported, for all together take a second
    "check": ("check", "rules"),
    "author": ("new", "preview", "form", "from-issue"),
    "bulk": ("import",),
    "publish": ("site", "serve"),
    "write": ("build", "schema"),
    "export": ("pdf", "downloads", "export"),
    "maintain": ("review", "upgrade", "changes", "links", "init"),
    "language": ("language",),
}


def main(arguments: Sequence[str] | None = None, *, asked: object = None) -> int:
    """Run the command and give its exit code: 0 fine, 1 problems in the content, 2 wrong usage.

    What was `asked` for it before, its options hold under that name.
    """
    speak_anywhere()
    given = sys.argv[1:] if arguments is None else [*arguments]
    with one_generation():  # all that is loaded is needed
        parser = _parser(_groups(given))
    options = parser.parse_args(given, argparse.Namespace(asked=asked))
    root = Path(options.root)
    if not root.is_dir():
        print(f'handbook: --root must be a folder, found "{options.root}"', file=sys.stderr)
        return USAGE
    try:
        return int(options.run(root, options))
    except ContentError as error:
        _report(from_here(root, error.issues))
        return PROBLEMS
    except FailedError as error:
        print(error, file=sys.stderr)
        return PROBLEMS
    except UsageError as error:
        print(f"handbook: {error}", file=sys.stderr)
        return USAGE
    except OSError as error:
        where = f"{error.filename} could not be used: " if error.filename else ""
        print(f"handbook: {where}{error.strerror or error}; what was built before is kept", file=sys.stderr)
        return PROBLEMS


def _report(issues: Sequence[Issue]) -> None:
    print(plain(Report(issues=tuple(issues), checked={})), end="")
    print(f"\n{counted(issues)}", file=sys.stderr)


def _groups(given: Sequence[str]) -> Sequence[str]:
    """Give the group of the command that is asked for; all of them where it is none, for the help and the refusal."""
    asked = given[2:3] if given[:1] == ["--root"] else given[:1]
    return [group for group, commands in GROUPS.items() if asked and asked[0] in commands] or [*GROUPS]


class _Version(argparse.Action):
    """Says the version where it is asked for: to find it out takes as long as a part of a check."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        """Say it, and end."""
        print(f"handbook {version()}")
        parser.exit()


def _parser(groups: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="handbook", description="Checks and builds an interview handbook from content/."
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="show program's version number and exit")
    parser.add_argument("--root", default=".", metavar="DIR", help="the project's folder (default: here)")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: object, say: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=say, description=say)
        sub.set_defaults(run=run)
        sub.add_argument(
            "--root", default=argparse.SUPPRESS, metavar="DIR", help="the project's folder (default: here)"
        )
        return sub

    for group in groups:
        import_module(f"generator.commands.{group}").add_commands(command)
    return parser
