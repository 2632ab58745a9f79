"""A new handbook for another role: its vocabulary, one example of each kind of entry, and what builds them."""

import re
import shutil
from pathlib import Path

from generator.model import HANDBOOK
from generator.text.issue import shown

ROLE = re.compile(r"[^\W\d_][\w &/'-]{1,58}[^\W_]")
MARK = "{role}"
UNSAID = "# language: de"  # the line of its vocabulary that says in which language a handbook is written
HIDDEN = "dot-"  # a file that begins with a dot is kept under this name, so that it means nothing where it waits
COMPILED = "__pycache__"  # installers compile every .py they find


class StartError(Exception):
    """Raised where no handbook can be started; the message says why."""


def examples_in(language: str, templates: Path) -> Path | None:
    """Give the folder of what a new handbook in this language has in the place of ours; none where nobody wrote it."""
    found = templates.with_name(f"{templates.name}-in") / language
    return found if found.is_dir() else None


def start(folder: Path, role: str, templates: Path, language: str = "en") -> int:
    """Write the new handbook into the folder and give the number of its files.

    Raises StartError where the folder holds anything, and for a role that is no plain name.
    """
    if not ROLE.fullmatch(role):
        said = 'a role must be a plain name of 3 to 60 letters, such as "product manager"'
        raise StartError(f'{said}, found "{shown(role)}"')
    if folder.is_symlink() or (folder.exists() and (not folder.is_dir() or any(folder.iterdir()))):
        raise StartError(f"{folder} must be an empty folder or not exist, found something in its place")
    files = _files(templates)
    if theirs := examples_in(language, templates):
        files = {name: path for name, path in files.items() if name.parts[0] != "content"} | _files(theirs)
    for name, path in sorted(files.items()):
        target = folder / name
        if target.name.startswith(HIDDEN):
            target = target.with_name(f".{target.name.removeprefix(HIDDEN)}")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
        text = target.read_text(encoding="utf-8")
        if MARK in text:
            target.write_text(text.replace(MARK, role), encoding="utf-8")
    _name(folder, language)
    return len(files)


def _files(templates: Path) -> dict[Path, Path]:
    files = (path for path in templates.rglob("*") if path.is_file() and path.parent.name != COMPILED)
    return {path.relative_to(templates): path for path in files}


def _name(folder: Path, language: str) -> None:
    """Say the language in the vocabulary, and its title and summary in the settings of the site."""
    words, settings = folder / HANDBOOK.where, folder / "mkdocs.yml"
    text = words.read_text(encoding="utf-8")
    if language != "en":
        text = text.replace(UNSAID, f"language: {language}", 1)
        words.write_text(text, encoding="utf-8")
    said = settings.read_text(encoding="utf-8")
    for field in ("title", "summary"):
        found = re.search(rf'^{field}: "(.*)"$', text, re.MULTILINE)
        said = said.replace(f"{{{field}}}", found[1] if found else "")
    settings.write_text(said, encoding="utf-8")
