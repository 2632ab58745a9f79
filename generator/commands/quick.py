"""`handbook site` and `check` where nothing has changed, answered before the rest is loaded, which takes longer."""

import argparse
import os
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from generator.commands.command import FINE, INTERRUPTED, speak_anywhere
from generator.commands.said import tell
from generator.commands.wishes import check_options, folder_of, site_options
from generator.review.ages import last_move
from generator.site.kept import find
from generator.site.known import Asked, ask, known


def run() -> NoReturn:
    """Run the command and end with its exit code; after a check at once, for to take its memory apart takes long."""
    try:
        code = main()
    except KeyboardInterrupt:
        with suppress(OSError):
            sys.stderr.write("\nInterrupted; what was there before is kept.\n")
        sys.exit(INTERRUPTED)
    if sys.argv[1:2] == ["check"]:
        with suppress(OSError):  # whoever heard what was said has gone
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)
    sys.exit(code)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and give its exit code, as `cli.main`, which does whatever is not done here."""
    speak_anywhere()
    words = sys.argv[1:] if arguments is None else list(arguments)
    if words[:1] == ["site"] and is_answered(words[1:]):
        return FINE
    asked = None
    if words[:1] == ["check"]:
        asked = checked(words[1:])
        if isinstance(asked, int):
            return asked
    from generator.commands import cli  # noqa: PLC0415 - with all the rest

    return cli.main(words, asked=asked)


def is_answered(words: Sequence[str]) -> bool:
    """Whether what `site` asks for is there already, which is said then."""
    began = time.monotonic()
    parser = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    site_options(parser)
    parser.add_argument("--engine", default="mkdocs")
    parser.add_argument("--root", default=".")
    try:
        options, rest = parser.parse_known_args(words)
    except argparse.ArgumentError:
        return False
    return not rest and options.store and is_there(Path(options.root), options, began)


def checked(words: Sequence[str]) -> int | Asked | None:
    """Give the exit code of a check in which nothing has changed, which is said then.

    Where it is to be made, give what was asked for that, if anything was.
    """
    parser = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    check_options(parser)
    parser.add_argument("--root", default=".")
    try:
        options, rest = parser.parse_known_args(words)
    except argparse.ArgumentError:
        return None
    if rest or options.files or options.watch or not options.store or options.format != "text":
        return None
    root = Path(options.root)
    kept = known(root, lambda _: None)  # whoever makes it anew says what is wrong with what is kept
    if kept is None or kept.moved != last_move(root):
        return None
    asked = ask(root, kept)
    return tell(root, options, kept.whole(), kept=kept) if asked.holds else asked


def is_there(root: Path, options: argparse.Namespace, began: float) -> bool:
    """Whether the site that would be built is there, which is said then; what is wrong with it is said on stderr."""
    folder = folder_of(options)
    found = find(root, folder, options.engine, downloads=options.downloads)
    if found.said:
        print(found.said, file=sys.stderr)
    if not found.kept:
        return False
    for line in found.kept.said:
        print(line, file=sys.stderr)
    spent = f"{time.monotonic() - began:.1f} s"
    print(f"{root / folder}/index.html: {found.kept.pages} pages, as they were: nothing has changed, in {spent}.")
    return True
