"""The commands of the languages: `handbook language add`, `handbook language check`."""

import argparse
import sys
from pathlib import Path

from babel import Locale, UnknownLocaleError

from generator.commands.command import FINE, PROBLEMS, USAGE, AddCommand
from generator.contribute.catalogue_file import faults, renewed, write
from generator.site import pipeline
from generator.text.language import CODE, COMMON, FOLDER, LanguageError, catalogue, known
from generator.text.own_path import own

SHOWN = 20


def add_commands(command: AddCommand) -> None:
    """Add the commands to the parser."""
    language = command("language", _language, "Begin a language, bring it up to date, or say what it lacks.")
    language.add_argument(
        "what", choices=["add", "check"], help="add: write or renew languages/CODE.po; check: say what is missing"
    )
    language.add_argument("code", nargs="?", help="such as fr or pt-BR; for check, all there are where none is named")
    language.add_argument("--all", action="store_true", help=f"list every message, not the first {SHOWN}")


def _language(root: Path, options: argparse.Namespace) -> int:
    if options.what == "check":
        codes = [options.code] if options.code else [code for code in known(root) if code != "en"]
        return max((_check(root, code, every=options.all) for code in codes), default=FINE)
    if not options.code or not CODE.fullmatch(options.code):
        return _refused(f'the code of a language must be like fr or pt-BR, found "{options.code or ""}"')
    path = _place(root, options.code)
    try:
        Locale.parse(options.code, sep="-")
        found = renewed(path, pipeline.templates_of(pipeline.HERE))
    except UnknownLocaleError:
        return _refused(f'the language must be one that CLDR knows, found "{options.code}"')
    except LanguageError as error:
        return _refused(str(error))
    write(found, own(root, path))
    missing = len(faults(found))
    print(
        f"{path}: {len(found)} messages, {missing} to translate. "
        f"Then put `language: {options.code}` into content/handbook.yaml."
    )
    return FINE


def _place(root: Path, code: str) -> Path:
    """Give the project's own file; the generator's, where the project is the generator's or has none."""
    own, common = root / FOLDER / f"{code}.po", COMMON / f"{code}.po"
    return (
        common if (common.is_file() and not own.is_file()) or COMMON.resolve().is_relative_to(root.resolve()) else own
    )


def _check(root: Path, code: str, *, every: bool) -> int:
    path = _place(root, code)
    if not path.is_file():
        return _refused(
            f"there must be a file {FOLDER}/{code}.po, found none; `handbook language add {code}` begins it"
        )
    try:
        there = {
            message.id if isinstance(message.id, str) else message.id[0] for message in catalogue(path) if message.id
        }
        found = renewed(path, pipeline.templates_of(pipeline.HERE))
    except LanguageError as error:
        return _refused(str(error))
    wrong = faults(found)
    for fault in wrong if every else wrong[:SHOWN]:
        new = "" if fault.message in there else " (new)"
        print(f'{path.name}: "{fault.message}" {fault.says}{new}')
    if len(wrong) > SHOWN and not every:
        print(f"... and {len(wrong) - SHOWN} more; --all lists them")
    print(f"{path.name}: {len(found) - len(wrong)} of {len(found)} messages can be read.")
    return PROBLEMS if wrong else FINE


def _refused(said: str) -> int:
    sys.stderr.write(f"handbook: {said}\n")
    return USAGE
