"""The list of downloads: a file beside them that knows what each came from, so that nothing is made twice."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from generator.pages.page import Download
from generator.text.own_path import is_link, own, write_file
from generator.text.seal import is_sealed, seal

FOLDER = "downloads"
TYPES = frozenset({".apkg", ".csv", ".epub", ".ics", ".json", ".md", ".pdf", ".txt", ".zip"})
LIST = ".list.json"  # MkDocs publishes no file whose name begins with a dot
SEAL = "seal"  # of a row, by this machine: a list that somebody put into the project lists nothing


@dataclass(frozen=True, kw_only=True)
class Listed:
    """What the list knows of a file: what readers see, and the digest of what it came from."""

    download: Download
    digest: str
    bytes: str  # the digest of the file itself


def listed(docs: Path) -> list[Download]:
    """Give the downloads that lie in docs/downloads now."""
    return [item.download for item in made_here(docs / FOLDER)]


def made_here(folder: Path) -> list[Listed]:
    """Give of the list what is there as we made it: an ordinary file of a type that downloads have, byte for byte."""
    return [item for item in read_list(folder).values() if _is_made(folder, item)]


def _is_made(folder: Path, item: Listed) -> bool:
    path = folder / item.download.file
    if path.suffix not in TYPES or ".." in path.parts:
        return False
    try:
        data = own(folder, path).read_bytes() if path.is_file() else b""
    except OSError:
        return False
    return bytes_of(data) == item.bytes


def bytes_of(data: bytes) -> str:
    """Give the digest of a file by which it is known again."""
    return hashlib.sha256(data).hexdigest()


def kilobytes(data: bytes) -> int:
    """Give the size that readers see, at least 1."""
    return max(1, round(len(data) / 1024))


def read_list(folder: Path) -> dict[str, Listed]:
    """Give what the folder's list knows, by file, as far as this machine wrote it: whatever else it says is nothing."""
    try:
        rows = json.loads((folder / LIST).read_text(encoding="utf-8"))
        ours = [row for row in rows if is_sealed(_said(row), row.pop(SEAL))]
        found = [Listed(download=Download(**row.pop("download")), **row) for row in ours]
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}
    return {item.download.file: item for item in found}


def write_list(folder: Path, items: Sequence[Listed]) -> None:
    """Make these the folder's list."""
    rows = [asdict(item) for item in items]
    write_file(folder / LIST, json.dumps([{**row, SEAL: seal(_said(row))} for row in rows], indent=1).encode())


def _said(row: Mapping[str, object]) -> bytes:
    """Give what a row says but for its seal, always in the same bytes."""
    return json.dumps({key: told for key, told in row.items() if key != SEAL}, sort_keys=True).encode()


def add_to_list(folder: Path, items: Sequence[Listed]) -> None:
    """Enter these files into the folder's list, beside what it lists already."""
    write_list(folder, list({**read_list(folder), **{item.download.file: item for item in items}}.values()))


def keep_made(folder: Path) -> None:
    """Remove from the folder whatever no build of ours made: MkDocs would publish it."""
    if folder.is_dir():
        files = (path for path in folder.rglob("*") if not path.is_dir() or is_link(path))
        there = {path.relative_to(folder).as_posix() for path in files}
        made = made_here(folder)
        if there - {LIST} != {item.download.file for item in made}:
            keep_listed(folder, made)


def keep_listed(folder: Path, items: Sequence[Listed]) -> None:
    """Make these the folder's list, and remove every other file of the folder."""
    write_list(folder, items)
    kept = {LIST, *(item.download.file for item in items)}
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not is_link(path):
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(folder).as_posix() not in kept:
            path.unlink()
