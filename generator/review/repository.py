"""A folder's own git repository, read as data: trees, blobs and the index, and nothing that its settings name is run.

A repository can name programs (a file-system monitor, filters, hooks, a transport), and git runs them for whoever
looks. So git is told of another, empty repository, and only borrows from this one the objects and the index.
"""

import hashlib
import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

UNTRUSTED = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
}
LINK, MODULE = "120000", "160000"


@dataclass(frozen=True, kw_only=True, order=True)
class Blob:
    """A file in a tree or in the index: its mode, and the hash of what it holds."""

    mode: str
    hash: str


class Repository:
    """Reads the repository whose top is the folder; `begun` gives one, or none."""

    def __init__(self, root: Path, folder: Path, objects: str, index: str) -> None:
        self._root, self._folder, self._objects, self._index = root, folder, objects, index

    def commit(self, name: str) -> str:
        """Give the hash of the commit of that name, or of the one at which the work began on it; or nothing.

        What others have put upon it since is not undone by work that does not have it yet.
        """
        here = ["git", "-C", str(self._root)]
        found = _run([*here, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"])
        if found is None:
            return ""
        named = found.decode().strip()
        return (_run([*here, "merge-base", named, "HEAD"]) or b"").decode().strip() or named

    def tree(self, commit: str, *folders: str) -> dict[str, Blob]:
        """Give every file of the commit (below these folders) by its path."""
        lines = _parted(self._git("ls-tree", "-r", "-z", "--full-tree", commit, "--", *folders))
        facts = (line.partition("\t") for line in lines)
        return {path: Blob(mode=fact.split()[0], hash=fact.split()[2]) for fact, _, path in facts}

    def kept(self) -> dict[str, Blob]:
        """Give every file that the index holds, by its path."""
        facts = (line.partition("\t") for line in _parted(self._git("ls-files", "--stage", "-z")))
        return {path: Blob(mode=fact.split()[0], hash=fact.split()[1]) for fact, _, path in facts}

    def lying(self) -> dict[str, Blob]:
        """Give every file that lies in the folder, kept or new, but for those that are ignored."""
        kept = self.kept()
        new = _parted(self._git("--work-tree", str(self._root), "ls-files", "--others", "--exclude-standard", "-z"))
        found = {path: _lying(self._root / path, kept.get(path)) for path in {*kept, *new}}
        return {path: blob for path, blob in found.items() if blob}

    def write(self, blobs: Mapping[str, Blob], folder: Path) -> None:
        """Write these files below the folder, byte for byte; what is no ordinary file becomes a link to nowhere."""
        safe = {
            path: blob for path, blob in blobs.items() if not {"", ".", "..", ".git"} & set(path.casefold().split("/"))
        }
        plain = {path: blob for path, blob in safe.items() if blob.mode not in {LINK, MODULE}}
        for path in safe:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
        for path in safe.keys() - plain.keys():
            (folder / path).symlink_to("nowhere")
        held = self._contents({blob.hash for blob in plain.values()})
        for path, blob in plain.items():
            (folder / path).write_bytes(held.get(blob.hash, b""))

    def _contents(self, hashes: Iterable[str]) -> dict[str, bytes]:
        wanted = sorted(hashes)
        said = self._git("cat-file", "--batch", "--buffer", given="".join(f"{one}\n" for one in wanted).encode()) or b""
        found, at = {}, 0
        for one in wanted:
            head, _, _ = said[at : at + 200].partition(b"\n")
            at += len(head) + 1
            if head.endswith(b" missing"):
                continue
            size = int(head.split()[-1])
            found[one] = said[at : at + size]
            at += size + 1
        return found

    def _git(self, *words: str, given: bytes = b"") -> bytes | None:
        borrowed = {"GIT_DIR": str(self._folder), "GIT_OBJECT_DIRECTORY": self._objects, "GIT_INDEX_FILE": self._index}
        return _run(["git", *words], given=given, **borrowed)


@contextmanager
def begun(root: Path) -> Iterator[Repository | None]:
    """Give the repository whose top is `root`; none where git is not there, or `root` is no top."""
    asked = ["rev-parse", "--show-prefix", "--git-path", "objects", "--git-path", "index"]
    said = _run(["git", "-C", str(root), *asked])
    prefix, *places = said.decode(errors="surrogateescape").split("\n")[:3] if said is not None else [""]
    if said is None or prefix or len(places) != 2:  # noqa: PLR2004 - objects and index
        yield None
        return
    objects, index = (os.path.abspath(root / place) for place in places)  # noqa: PTH100 - read by git as they are
    with TemporaryDirectory() as folder:
        if _run(["git", "init", "--quiet", "--bare", "--template=", folder]) is None:
            yield None
        else:
            yield Repository(root, Path(folder), objects, index)


def _lying(path: Path, kept: Blob | None) -> Blob | None:
    """Give the file as git would keep it; one with Windows' line ends, and one without modes, as it is kept already."""
    if kept and kept.mode == MODULE:
        return kept
    try:
        if path.is_symlink():
            return Blob(mode=LINK, hash=_hash(os.fsencode(path.readlink())))
        if not path.is_file():
            return None
        data, runs = path.read_bytes(), path.stat().st_mode & 0o100
    except OSError:
        return None
    mode = kept.mode if kept and os.name == "nt" else "100755" if runs else "100644"
    hashes = [_hash(data), _hash(data.replace(b"\r\n", b"\n"))]
    return Blob(mode=mode, hash=kept.hash if kept and kept.hash in hashes else hashes[0])


def _hash(data: bytes) -> str:
    return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def _parted(said: bytes | None) -> list[str]:
    return [one for one in (said or b"").decode(errors="surrogateescape").split("\0") if one]


def _run(words: list[str], given: bytes = b"", **more: str) -> bytes | None:
    """Give what git says; nothing where it fails, or is not there."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        environment |= UNTRUSTED | more
        done = subprocess.run(words, input=given, capture_output=True, check=False, env=environment)  # noqa: S603
    except OSError:
        return None
    return None if done.returncode else done.stdout
