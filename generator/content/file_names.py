"""The files of a collection, each with its slug: the name of the file, or where that cannot stay a better one.

An entry under a name that cannot stay is read all the same, so that what else is wrong with it comes in the same run.
"""

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from generator.model import LONGEST_SLUG, ONE_A_FILE, QUESTION_BANKS, QUESTIONS, SLUG, Kind
from generator.text.issue import Issue, shown
from generator.text.own_path import is_link
from generator.text.slug import hyphened

IGNORED = re.compile(r"\..*(?<!\.yaml)(?<!\.yml)|.*~|#.*#")
RESERVED = frozenset({"index", "con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))})
ENDINGS = re.compile(r"(?:\.(?:ya?ml|md|markdown|txt))+$|(?<=.)\.\w+$", re.IGNORECASE)
GOOD = re.compile(SLUG, re.ASCII)
OF_AN_ENTRY = re.compile(r"\.ya?ml(?:\.|$)", re.IGNORECASE)
UNNAMED = "my-slug"


def passed_over(name: str) -> bool:
    """Whether a file or folder of this name is no part of the content: what editors and systems leave lying about."""
    return bool(IGNORED.fullmatch(name))


def entry_files(root: Path, folder: Path, kind: Kind[Any] | None, issues: list[Issue]) -> Iterator[tuple[str, Path]]:
    """Give slug and path of every file of a collection (with no kind: of the pages); add an issue of each bad name."""
    if kind is None or not kind.in_folders:
        beside = _folders(folder) if kind is QUESTION_BANKS else []
        yield from _in_one_folder(root, folder, kind, issues, beside)
        return
    for inner in _folders(folder):
        if GOOD.fullmatch(inner.name):
            yield from ((f"{inner.name}/{slug}", path) for slug, path in _in_one_folder(root, inner, kind, issues))
        else:
            said = f'a folder here must be named after a competency, found "{shown(inner.name)}"; rename it'
            issues.append(Issue(file=inner.relative_to(root).as_posix(), message=said, code="file-name"))


def _folders(folder: Path) -> list[Path]:
    """Give the folders in a collection whose entries may stand in folders; links to some, too."""
    if not folder.is_dir() or is_link(folder):
        return []
    paths = sorted(folder.iterdir())
    return [path for path in paths if path.suffix != ".yaml" and path.is_dir() and not passed_over(path.name)]


def _in_one_folder(
    root: Path, folder: Path, kind: Kind[Any] | None, issues: list[Issue], beside: Sequence[Path] = ()
) -> Iterator[tuple[str, Path]]:
    if not folder.is_dir() or is_link(folder):
        if folder.exists() or folder.is_symlink():
            message = "a collection must be an ordinary folder, found a link or a file"
            issues.append(Issue(file=folder.relative_to(root).as_posix(), message=message, code="not-a-file"))
        return
    ending, word = (".yaml", kind.id) if kind else (".md", "page")
    others = {path.name for path in beside}
    every = os.listdir(folder)  # noqa: PTH208 - of thousands
    names = [name for name in sorted(every) if not passed_over(name) and name not in others]
    problems = {name: _problem(name, ending) for name in names}
    taken = {name.removesuffix(ending) for name in names if not problems[name]}
    for name in names:
        path = folder / name
        if not (problem := problems[name]):
            yield name.removesuffix(ending), path
            continue
        slug = _free(name, word, taken)
        said = f'{problem}; rename it "{slug}{ending}"'
        if path.suffix != ending:
            said = f'a file here must be an entry named like "{slug}{ending}", found "{shown(name)}"; rename or move it'
        issues.append(Issue(file=path.relative_to(root).as_posix(), message=said, code="file-name"))
        if kind in (*ONE_A_FILE, QUESTIONS) and OF_AN_ENTRY.search(name):
            taken.add(slug)
            yield slug, path


def _problem(name: str, ending: str) -> str:
    """Say what is wrong with a file's name; nothing where it can stay."""
    stem = name.removesuffix(ending)
    if name == ending or not name.endswith(ending):
        return f"a file here must end in {ending}"
    if not GOOD.fullmatch(stem):
        return f'a file name must be lower-case letters, digits and single hyphens, found "{shown(name)}"'
    if len(stem) > LONGEST_SLUG:
        return f"a file name must be at most {LONGEST_SLUG} characters before its ending, found {len(stem)}"
    return f'a file name must not be a reserved one, found "{shown(name)}"' if stem in RESERVED else ""


def _free(name: str, word: str, taken: set[str]) -> str:
    """Give the slug that a file of this name should have, and no other has."""
    slug = hyphened(ENDINGS.sub("", name)) or UNNAMED
    slug = f"{slug}-{word}" if slug in RESERVED else slug
    slug = (
        slug if len(slug) <= LONGEST_SLUG else slug[: LONGEST_SLUG - 3].rpartition("-")[0] or slug[: LONGEST_SLUG - 3]
    )
    base, at = slug, 2
    while slug in taken:
        slug, at = f"{base}-{at}", at + 1
    return slug
