"""What a check came to, kept until anything that it follows from changes; without what is kept, the answer is the same.

Kept are the issues of content/ alone: what stands around it is looked at each time. It is sealed, so that nobody else
can put into a project what would be taken for an answer.
"""

import hashlib
import json
import os
import sys
from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from generator.content.content import Content
from generator.content.load import load_entry
from generator.model import ENTRY_KINDS, HANDBOOK
from generator.rules.own_look import hidden_lines
from generator.rules.own_rules import rules_off
from generator.site.code import code_print
from generator.site.examine import Examined, around, examine, reads_of
from generator.site.lock import FOLDER as CACHE
from generator.text.issue import Issue
from generator.text.language import FOLDER, language_of
from generator.text.own_path import is_link, own, write_file
from generator.text.seal import is_sealed, seal

KEPT = f"{CACHE}/check.json"
LARGEST = 1 << 24  # bytes of what is kept: issues beyond that are found anew
LARGEST_FILE = 1 << 20  # bytes: of a larger file, only its size is ever said


@dataclass(frozen=True, kw_only=True)
class Answer:
    """Every issue, whether there is a vocabulary to read the rest by, how much was checked, and what else to say."""

    issues: tuple[Issue, ...]
    readable: bool
    checked: Mapping[str, int]
    remarks: tuple[str, ...] = ()


def answer(root: Path, older: Collection[str] = (), *, store: bool = True) -> Answer:
    """Give what the check of the project comes to; with a `store` from what is kept, where nothing has changed."""
    key = key_of(root, older) if store else ""
    inside = _kept(root, key) if key else None
    if inside is None:
        return _anew(root, older, key)
    return replace(inside, issues=tuple(sorted({*inside.issues, *around(root, _handbook_of(root, inside))})))


def answer_of(found: Examined) -> Answer:
    """Give the answer of what was examined."""
    remarks = (*rules_off(found.content), *hidden_lines(found.content)) if found.content else ()
    return Answer(
        issues=found.issues, readable=bool(found.content), checked=_checked(found.content), remarks=tuple(remarks)
    )


def _anew(root: Path, older: Collection[str], key: str) -> Answer:
    found = examine(root, older, kept=reads_of(root, store=bool(key)))
    made = answer_of(found)
    if key and key == key_of(root, older):  # nothing was saved meanwhile
        _keep(root, key, replace(made, issues=found.inside))
    return made


def _checked(content: Content | None) -> dict[str, int]:
    if content is None:
        return {"entries": 0}
    collections = {kind.folder: len(content.of(kind)) for kind in ENTRY_KINDS}
    more = {"questions_in_all": len(content.bank), "unread": len(content.unread)}
    return {"entries": content.entry_count, **collections, **more}


def _handbook_of(root: Path, inside: Answer) -> Content | None:
    """Give content with the vocabulary alone, by which what stands around it is judged."""
    if not inside.readable:
        return None
    entry = load_entry(root / HANDBOOK.where, HANDBOOK, HANDBOOK.folder, HANDBOOK.where)
    language = language_of(entry.record.language, root)
    return Content(handbook=entry, entries={}, glossary=None, essays={}, language=language)


def key_of(root: Path, older: Collection[str]) -> str:
    """Give a digest of all that the issues of content/ follow from; nothing where links or devices are among it."""
    said = hashlib.sha256("\0".join([code_print(), *sorted(older)]).encode(errors="surrogateescape"))
    try:
        if is_link(root / "content") or is_link(root / FOLDER):
            return ""
        for folder in ("content", FOLDER):
            for line in _lines(root / folder, folder):
                said.update(line)
    except (OSError, _OtherError):
        return ""
    return said.hexdigest()


class _OtherError(Exception):
    """Raised where something is neither a file nor a folder."""


def _lines(folder: Path, name: str) -> Iterator[bytes]:
    if not folder.is_dir():
        yield b"no %s\0" % os.fsencode(name)
        return
    for item in sorted(os.scandir(folder), key=lambda item: item.name):
        here, facts = f"{name}/{item.name}", item.stat(follow_symlinks=False)
        if S_ISDIR(facts.st_mode) and not is_link(Path(item.path)):
            yield b"%s/\0" % os.fsencode(here)
            yield from _lines(Path(item.path), here)
        elif S_ISREG(facts.st_mode):
            held = b"" if facts.st_size > LARGEST_FILE else hashlib.sha256(Path(item.path).read_bytes()).digest()
            yield b"%s\0%d\0%s" % (os.fsencode(here), facts.st_size, held)
        else:
            raise _OtherError


def _kept(root: Path, key: str) -> Answer | None:
    try:
        data = own(root, root / KEPT).read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        _say(f"{root / KEPT}: not used ({error.strerror}); everything is checked anew.")
        return None
    head, _, body = data.partition(b"\n")
    if not is_sealed(body, head.decode("ascii", "replace")):
        _say(f"{root / KEPT}: damaged, or not made here; everything is checked anew.")
        return None
    known = json.loads(body)
    if known.pop("key") != key:
        return None
    known["issues"] = tuple(Issue(**issue) for issue in known["issues"])
    return Answer(**{**known, "remarks": tuple(known["remarks"])})


def _keep(root: Path, key: str, inside: Answer) -> None:
    body = json.dumps({"key": key, **asdict(inside)}).encode()
    if len(body) > LARGEST:
        return
    try:
        write_file(own(root, root / KEPT), seal(body).encode() + b"\n" + body)
    except OSError as error:
        _say(f"{root / KEPT}: not kept ({error.strerror}); the next check is as long as this one.")


def _say(words: str) -> None:
    sys.stderr.write(f"{words}\n")
