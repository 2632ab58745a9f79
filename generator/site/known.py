"""What a check came to, as it is kept until anything changes that it follows from; little is loaded to answer by it.

Issues of content/ are kept under a key of their own, those of what stands around it under another.
"""

import hashlib
import json
import os
import sys
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Any

from generator.site.code import LANGUAGES, code_print
from generator.site.ingredients import HERE, prints
from generator.text.issue import Issue
from generator.text.own_path import is_link, own, write_file
from generator.text.read_once import read_once
from generator.text.seal import is_sealed, seal

KEPT = ".cache/check.json"
AROUND = ("mkdocs.yml", "own", ".cache/made")
FILLED = ("build/docs", "site")  # folders of which only the names matter
DOWNLOADS = "downloads"  # below the first of them, which may hold whatever it likes
LARGEST = 1 << 24  # bytes of what is kept: issues beyond that are found anew
LARGEST_FILE = 1 << 20  # bytes: of a larger file, only its size is ever said


@dataclass(frozen=True, kw_only=True)
class Answer:
    """Every issue, whether there is a vocabulary to read the rest by, how much was checked, and what else to say."""

    issues: tuple[Issue, ...]
    readable: bool
    checked: Mapping[str, int]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Known:
    """A check as it is kept: its answer on content/ alone, and how what stands around it was judged."""

    key: str
    inside: Answer
    named: Sequence[str]  # files that mkdocs.yml names
    around_key: str
    around: tuple[Issue, ...]
    words: str  # what was checked, in words
    mends: Mapping[str, str]  # how to mend each kind of problem that there is
    moved: Any  # when the last commit or checkout was
    older: Sequence[str]  # the stories that were there then

    def whole(self) -> Answer:
        """Give the answer with what stands around content/."""
        return replace(self.inside, issues=tuple(sorted({*self.inside.issues, *self.around})))


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What was kept when a check began, the key of what there was then, and whether it still holds."""

    kept: Known
    key: str
    holds: bool


def known(root: Path, say: Callable[[str], object] | None = None) -> Known | None:
    """Give what is kept of the project, if it was made here; whether it still holds, its keys say."""
    say = say or _say
    try:
        data = own(root, root / KEPT).read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        say(f"{root / KEPT}: not used ({error.strerror}); everything is checked anew.")
        return None
    head, _, body = data.partition(b"\n")
    if not is_sealed(body, head.decode("ascii", "replace")):
        say(f"{root / KEPT}: damaged, or not made here; everything is checked anew.")
        return None
    row = json.loads(body)
    if row.pop("made_by", "") != code_print():  # one of an earlier generator may have no such key
        return None
    inside = row["inside"]
    inside = Answer(**{**inside, "issues": tuple(map(Issue.of, inside["issues"])), "remarks": tuple(inside["remarks"])})
    return Known(**{**row, "inside": inside, "around": tuple(map(Issue.of, row["around"]))})


def keep(root: Path, made: Known) -> None:
    """Keep it for the next check."""
    row = asdict(replace(made, inside=replace(made.inside, issues=()), around=()))
    row["inside"]["issues"] = [issue.row for issue in made.inside.issues]
    row["around"] = [issue.row for issue in made.around]
    body = json.dumps({"made_by": code_print(), **row}).encode()
    if len(body) > LARGEST:
        return
    try:
        write_file(own(root, root / KEPT), seal(body).encode() + b"\n" + body)
    except OSError as error:
        _say(f"{root / KEPT}: not kept ({error.strerror}); the next check is as long as this one.")


def ask(root: Path, kept: Known) -> Asked:
    """Ask whether nothing has changed of all that it follows from, as far as the stories are as old as they were."""
    key = key_of(root, kept.older)
    return Asked(kept=kept, key=key, holds=kept.key == key and kept.around_key == around_key_of(root, kept.named))


def _say(words: str) -> None:
    sys.stderr.write(f"{words}\n")


def key_of(root: Path, older: Collection[str]) -> str:
    """Give a digest of all that the issues of content/ follow from; nothing where links or devices are among it."""
    said = hashlib.sha256("\0".join([code_print(), *sorted(older)]).encode(errors="surrogateescape"))
    try:
        if is_link(root / "content") or is_link(root / LANGUAGES):
            return ""
        for folder in ("content", LANGUAGES):
            for line in _lines(f"{root / folder}", folder):
                said.update(line)
    except (OSError, _OtherError):
        return ""
    return said.hexdigest()


def around_key_of(root: Path, named: Sequence[str]) -> str:
    """Give a digest of all that the issues of what stands around content/ follow from, besides content/ itself."""
    made_of: list[Any] = [[name, prints(root / name)] for name in (*AROUND, *named)]
    made_of += [sorted(_names(f"{root / FILLED[0]}", DOWNLOADS)), sorted(_names(f"{root / FILLED[1]}"))]
    if (root / "own").exists():
        made_of += [sorted(_names(f"{place / 'templates'}")) for place in (HERE, HERE.parent)]
    return hashlib.sha256(json.dumps([code_print(), made_of]).encode(errors="surrogateescape")).hexdigest()


class _OtherError(Exception):
    """Raised where something is neither a file nor a folder."""


def _lines(folder: str, name: str) -> Iterator[bytes]:
    if not os.path.isdir(folder):  # noqa: PTH112 - asked of thousands
        yield b"no %s\0" % os.fsencode(name)
        return
    for item in sorted(os.scandir(folder), key=lambda item: item.name):
        here, facts = f"{name}/{item.name}", item.stat(follow_symlinks=False)
        if S_ISDIR(facts.st_mode) and not is_link(Path(item.path)):
            yield b"%s/\0" % os.fsencode(here)
            yield from _lines(item.path, here)
        elif S_ISREG(facts.st_mode):
            held = b"" if facts.st_size > LARGEST_FILE else read_once(item.path, facts).digest
            yield b"%s\0%d\0%s" % (os.fsencode(here), facts.st_size, held)
        else:
            raise _OtherError


def _names(folder: str, beside: str = "") -> Iterator[str]:
    """Give the path of everything in the folder, as far as it can be seen; a folder ends in a slash."""
    for here, folders, files in os.walk(folder):
        if here == folder and beside in folders:
            folders.remove(beside)
        inner = here[len(folder) :]
        yield from (f"{inner}/{name}/" for name in folders)
        yield from (f"{inner}/{name}" for name in files)
