"""The `handbook` command: one parser for every group of commands, and what its exit codes say."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from generator import version
from generator.commands import author, bulk, check, export, language, maintain, publish
from generator.commands.command import PROBLEMS, USAGE, from_here, speak_anywhere
from generator.contribute.skeleton import SkeletonError
from generator.rules.report import Report, counted, plain
from generator.site.lock import BusyError
from generator.site.publish import SiteError
from generator.text.issue import ContentError, Issue, UsageError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and give its exit code: 0 fine, 1 problems in the content, 2 wrong usage."""
    speak_anywhere()
    options = _parser().parse_args(arguments)
    root = Path(options.root)
    if not root.is_dir():
        print(f'handbook: --root must be a folder, found "{options.root}"', file=sys.stderr)
        return USAGE
    try:
        return int(options.run(root, options))
    except ContentError as error:
        _report(from_here(root, error.issues))
        return PROBLEMS
    except (SiteError, BusyError) as error:
        print(error, file=sys.stderr)
        return PROBLEMS
    except (SkeletonError, UsageError) as error:
        print(f"handbook: {error}", file=sys.stderr)
        return USAGE
    except OSError as error:
        where = f"{error.filename} could not be used: " if error.filename else ""
        print(f"handbook: {where}{error.strerror or error}; what was built before is kept", file=sys.stderr)
        return PROBLEMS


def _report(issues: Sequence[Issue]) -> None:
    print(plain(Report(issues=tuple(issues), checked={})), end="")
    print(f"\n{counted(issues)}", file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="handbook", description="Checks and builds an interview handbook from content/."
    )
    parser.add_argument("--version", action="version", version=f"handbook {version()}")
    parser.add_argument("--root", default=".", metavar="DIR", help="the project's folder (default: here)")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: object, say: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=say, description=say)
        sub.set_defaults(run=run)
        sub.add_argument(
            "--root", default=argparse.SUPPRESS, metavar="DIR", help="the project's folder (default: here)"
        )
        return sub

    for group in (check, author, bulk, publish, export, maintain, language):
        group.add_commands(command)
    return parser
