"""`handbook site` where nothing has changed, answered before all the other commands are loaded, which takes longer."""

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from generator.commands.command import FINE, speak_anywhere
from generator.commands.wishes import folder_of, site_options
from generator.site.kept import find


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and give its exit code, as `cli.main`, which does whatever is not done here."""
    speak_anywhere()
    words = sys.argv[1:] if arguments is None else list(arguments)
    if words[:1] == ["site"] and is_answered(words[1:]):
        return FINE
    from generator.commands import cli  # noqa: PLC0415 - with all the rest

    return cli.main(words)


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
