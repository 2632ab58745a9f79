"""A new handbook for another role: its vocabulary, one example of each kind of entry, and what builds them."""

import re
import shutil
from pathlib import Path

from generator.text.issue import shown

ROLE = re.compile(r"[^\W\d_][\w &/'-]{1,58}[^\W_]")
MARK = "{role}"
HIDDEN = "dot-"  # a file that begins with a dot is kept under this name, so that it means nothing where it waits
COMPILED = "__pycache__"  # installers compile every .py they find


class StartError(Exception):
    """Raised where no handbook can be started; the message says why."""


def start(folder: Path, role: str, templates: Path) -> int:
    """Write the new handbook into the folder and give the number of its files.

    Raises StartError where the folder holds anything, and for a role that is no plain name.
    """
    if not ROLE.fullmatch(role):
        said = 'a role must be a plain name of 3 to 60 letters, such as "product manager"'
        raise StartError(f'{said}, found "{shown(role)}"')
    if folder.is_symlink() or (folder.exists() and (not folder.is_dir() or any(folder.iterdir()))):
        raise StartError(f"{folder} must be an empty folder or not exist, found something in its place")
    files = sorted(path for path in templates.rglob("*") if path.is_file() and path.parent.name != COMPILED)
    for path in files:
        target = folder / path.relative_to(templates)
        if target.name.startswith(HIDDEN):
            target = target.with_name(f".{target.name.removeprefix(HIDDEN)}")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
        text = target.read_text(encoding="utf-8")
        if MARK in text:
            target.write_text(text.replace(MARK, role), encoding="utf-8")
    return len(files)
