"""The project as it stands elsewhere, in a folder or at a commit: its content, and which files differ from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.content.load import Loaded, load
from generator.review.repository import begun
from generator.text.issue import shown


@dataclass(frozen=True, kw_only=True, order=True)
class Touched:
    """A file of the project that differs from the base, and what became of it: added, changed or removed."""

    file: str
    what: str


class NoSuchBaseError(Exception):
    """Raised where there is nothing to compare with; the message says what was looked for."""


def content_of(root: Path, base: str) -> Loaded:
    """Give the content of the folder `base`, or the content that the project at `root` had at the commit of that name.

    Raises NoSuchBaseError where `base` is neither.
    """
    if base and (folder := Path(base)).is_dir():
        return load(folder)
    with begun(root) as repository, TemporaryDirectory() as place:
        commit = repository.commit(base) if repository and base else ""
        files = repository.tree(commit, "content", "languages") if repository and commit else {}
        if not repository or not any(file.startswith("content/") for file in files):
            said = f'--base must be a folder, or a commit or branch that holds content/, found "{shown(base)}"'
            raise NoSuchBaseError(said if repository else f"{said}; git is needed to look for a commit")
        repository.write(files, Path(place))
        return load(Path(place))


def touched(root: Path, base: str) -> list[Touched] | None:
    """Give every file of the project that differs from the base; none where git does not keep both."""
    if base and (folder := Path(base)).is_dir():
        with begun(folder) as theirs, begun(root) as ours:
            if not theirs or not ours:
                return None
            return _differing(theirs.kept(), ours.lying())
    with begun(root) as repository:
        commit = repository.commit(base) if repository and base else ""
        if not repository or not commit:
            return None
        return _differing(repository.tree(commit), repository.lying())


def _differing(before: Mapping[str, object], after: Mapping[str, object]) -> list[Touched]:
    files = {file for file, _ in before.items() ^ after.items()}
    return sorted(Touched(file=file, what=_what(file in before, file in after)) for file in files)


def _what(was: bool, stays: bool) -> str:  # noqa: FBT001 - two facts of one file
    if was and stays:
        return "changed"
    return "added" if stays else "removed"
