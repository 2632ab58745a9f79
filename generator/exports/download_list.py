"""The list of downloads: a file beside them that knows what each came from, so that nothing is made twice."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from generator.exports.whole import replace_whole
from generator.pages.page import Download

FOLDER = "downloads"
LIST = ".list.json"  # MkDocs publishes no file whose name begins with a dot


@dataclass(frozen=True, kw_only=True)
class Listed:
    """What the list knows of a file: what readers see, the digest of what it came from, the page of each id."""

    download: Download
    digest: str
    data: str = ""  # the digest of its bytes: a file that holds others is not the one that is listed
    numbers: Mapping[str, int] = field(default_factory=dict)


def listed(docs: Path) -> list[Download]:
    """Give the downloads that lie in docs/downloads now."""
    folder = docs / FOLDER
    return [item.download for item in read_list(folder).values() if (folder / item.download.file).is_file()]


def kilobytes(data: bytes) -> int:
    """Give the size that readers see, at least 1."""
    return max(1, round(len(data) / 1024))


def read_list(folder: Path) -> dict[str, Listed]:
    """Give what the folder's list knows, by file; nothing where it cannot be read, so that all is made again."""
    try:
        rows = json.loads((folder / LIST).read_text(encoding="utf-8"))
        found = [Listed(download=Download(**row.pop("download")), **row) for row in rows]
    except (OSError, ValueError, TypeError, KeyError):
        return {}
    return {item.download.file: item for item in found}


def write_list(folder: Path, items: Sequence[Listed]) -> None:
    """Make these the folder's list."""
    replace_whole(folder / LIST, json.dumps([asdict(item) for item in items], indent=1).encode())


def is_there(folder: Path, item: Listed) -> bool:
    """Say whether the file lies in the folder as it was made: whole, and of no other text."""
    try:
        return digest_of((folder / item.download.file).read_bytes()) == item.data
    except OSError:
        return False


def digest_of(data: bytes) -> str:
    """Give what tells these bytes from others."""
    return hashlib.sha256(data).hexdigest()


def add_to_list(folder: Path, items: Sequence[Listed]) -> None:
    """Enter these files into the folder's list, beside what it lists already."""
    write_list(folder, list({**read_list(folder), **{item.download.file: item for item in items}}.values()))


def keep_listed(folder: Path, items: Sequence[Listed]) -> None:
    """Make these the folder's list, and remove every other file of the folder."""
    write_list(folder, items)
    kept = {LIST, *(item.download.file for item in items)}
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(folder).as_posix() not in kept:
            path.unlink()
