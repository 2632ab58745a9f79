"""YAML that remembers its lines: a file becomes a tree of nodes, or issues, and never an exception or a wait."""

import os
import re
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from generator.text.characters import decode, forbidden_characters, legible
from generator.text.issue import ContentError, Issue, Severity, shown
from generator.text.read_once import Bytes, read_once
from generator.text.slips import cut_texts, lookalike_signs
from generator.text.tree import Node, TooMuchError, Tree

KILOBYTE = 1024


LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


Path_ = tuple[str | int, ...]


@dataclass(frozen=True)
class Source:
    """A file's text and its tree; places are found by path, such as `("notes", 0, "quote")`."""

    file: str
    text: str
    root: Node

    @property
    def data(self) -> Any:  # noqa: ANN401 - the model says later what it is
        """The plain data: dicts, tuples, text, numbers, true, false and null."""
        return self.root.data

    def value(self, path: Path_) -> Any:  # noqa: ANN401 - the same
        """Give the plain data at the path, which is there."""
        here = self.data
        for step in path:
            here = here[step]
        return here

    def file_at(self, _: Path_) -> str:
        """Give the file in which the value at the path stands."""
        return self.file

    def node(self, path: Path_) -> Node:
        """Give the node at the path, or the deepest one on the way to it."""
        here = self.root
        for step in path:
            if step not in here.items:
                break
            here = here.items[step]
        return here

    def nodes(self) -> Iterator[tuple[Path_, Node]]:
        """Give path and node of everything in the tree."""
        waiting: list[tuple[Path_, Node]] = [((), self.root)]
        while waiting:
            path, node = waiting.pop()
            yield path, node
            waiting += (((*path, step), child) for step, child in node.items.items())

    def place(self, path: Path_) -> tuple[int, int]:
        """Give line and column of the value at the path, or of the deepest value on the way to it."""
        here = self.node(path)
        return here.line, here.column

    def key_place(self, path: Path_) -> tuple[int, int]:
        """Give line and column of the key that the path ends in."""
        parent = self.node(path[:-1])
        return parent.keys.get(str(path[-1]), (parent.line, parent.column))

    def place_of(self, path: Path_, words: str) -> tuple[int, int]:
        """Give line and column of the first of these words inside the value, however the lines are wrapped."""
        here = self.node(path)
        as_typed = r"\s+".join(map(re.escape, words.split()))
        as_said = r"[\W_]+".join(map(re.escape, re.findall(r"\w+", words)))
        for pattern in filter(None, (as_typed, as_said)):
            if found := re.compile(pattern, re.IGNORECASE).search(self.text, here.start, here.end):
                return self._position(found.start())
        return here.line, here.column

    def issue(self, path: Path_, code: str, message: str, *, words: str = "", severity: Severity = "error") -> Issue:
        """Give an issue at the value of the path, or at these words of it."""
        line, column = self.place_of(path, words) if words else self.place(path)
        return Issue(file=self.file, line=line, column=column, message=message, code=code, severity=severity)

    def _position(self, index: int) -> tuple[int, int]:
        line = self._line_of(index)
        return line + 1, index - self._lines[line] + 1

    def _line_of(self, index: int) -> int:
        low, high = 0, len(self._lines)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self._lines[middle] <= index else (low, middle)
        return low

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(m.end() for m in re.finditer("\n", self.text))]


class KeptSource(Source):
    """A file whose data is known from an earlier reading: its tree is made when somebody asks for a place in it."""

    def __init__(self, file: str, raw: bytes, data: Callable[[], Any]) -> None:
        """`data` gives what was read, once somebody asks for it."""
        object.__setattr__(self, "file", file)
        self.__dict__.update(_raw=raw, _data=data)

    @cached_property
    def data(self) -> Any:  # noqa: ANN401 - as it was read
        """The plain data."""
        return self.__dict__["_data"]()

    @cached_property
    def text(self) -> str:
        """The words of the file."""
        return decode(self.__dict__["_raw"], self.file)

    @cached_property
    def root(self) -> Node:
        """The tree."""
        return parse_source(self.__dict__["_raw"], self.file).root


BEGUN_EARLIER = (
    "end of stream",
    "could not find expected ':'",
    "while parsing a flow",
)  # the mistake is where that began
FOUND = {"mapping values are not allowed": 'a second ": " in '}
MENDS = {
    "mapping values are not allowed": "; put the text in quotes",
    "cannot start any token": "; put quotes around the text, which begins with SIGN",
    "behind a closing quote": "; the text goes on behind its closing quote: take the other kind of quotes, or none",
    "end of stream while scanning a quoted": "; the quote that opens here is never closed: close it, or delete it",
    "could not find expected ':'": '; a line needs its "key: ", or more blanks in front to belong to the text above',
    "while parsing a flow": "; the bracket that opens here is not closed rightly: close it, or put the text in quotes",
    "unknown escape": "; a backslash means something else in double quotes: take single quotes, or none",
    "did not find expected key": "; put as many blanks in front of it as its neighbours have",
    "did not find expected '-'": "; put as many blanks in front of it as its neighbours have",
    "hexdecimal": "; a backslash means something else in double quotes: take single quotes, or none",
    "while scanning a block scalar": "; begin the text on the next line, or leave the sign before it out",
    "while scanning an a": "; put quotes around the text",
    "ing a tag": "; put quotes around the text",
}


def text_of(path: Path, *, kilobytes: int = 64) -> str:
    """Give the words of a file that is no entry, as well as they can be read; nothing of what is no ordinary file."""
    try:
        return legible(read_bytes(path, "", kilobytes=kilobytes))
    except ContentError:
        return ""


def parse_source(raw: bytes, file: str) -> Source:
    """Give the bytes of a YAML file as data with lines. Raises ContentError with all its issues."""
    text = decode(raw, file)
    if issues := list(forbidden_characters(text, file)):
        raise ContentError(issues)
    if issues := list(lookalike_signs(text, file)):
        raise ContentError(issues)
    tree = Tree(file)
    try:
        take, following = tree.take, LOADER(text).get_event
        while event := following():
            take(event)
    except yaml.MarkedYAMLError as error:
        line, column, said = _plainly(error, text)
        tree.issue(line, column, "yaml-syntax", f"the file must be readable as YAML, {said}")
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        tree.issue(1, 1, "yaml-syntax", f"the file must be readable as YAML, {shown(str(error))}")
    except TooMuchError:
        pass
    if tree.root is None and not tree.issues:
        tree.issue(
            1,
            1,
            "empty-file",
            "the file must hold an entry, found nothing; `handbook new` writes one to start from",
        )
    tree.issues += cut_texts(text, file, tree.plain)
    if tree.issues or tree.root is None:
        raise ContentError(tree.issues)
    return Source(file=file, text=text, root=tree.root)


def read_bytes(path: Path, file: str, *, kilobytes: int) -> bytes:
    """Give the bytes of an ordinary file of bounded size. Raises ContentError where it is none."""
    return read_file(path, file, kilobytes=kilobytes).data


def read_file(path: Path, file: str, *, kilobytes: int) -> Bytes:
    """Give the bytes of an ordinary file of bounded size, and their digest. Raises ContentError where it is none."""

    def refuse(message: str, code: str) -> ContentError:
        return ContentError([Issue(file=file, message=message, code=code)])

    try:
        facts = os.lstat(path)
        if not stat.S_ISREG(facts.st_mode):
            raise refuse("the entry must be an ordinary file, found a link, folder or device", "not-a-file")
        if facts.st_size > kilobytes * KILOBYTE:
            size = -(-facts.st_size // KILOBYTE)
            raise refuse(f"the file must be at most {kilobytes} kB, found {size} kB", "too-large")
        return read_once(os.fspath(path), facts)
    except OSError as error:
        raise refuse(f"the file must be readable, found: {error.strerror}", "unreadable") from None


def _plainly(error: yaml.MarkedYAMLError, text: str) -> tuple[int, int, str]:
    """Give line and column of what the parser stumbled over, and what was found there in words of no parser."""
    said = " ".join(filter(None, (error.problem, error.context)))
    begun = any(words in said for words in BEGUN_EARLIER) and error.context_mark
    mark = begun or error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.split("\n")
    here = lines[line] if line < len(lines) else ""
    if here.lstrip(" ").startswith("\t") or "\\t" in said:
        return line + 1, column + 1, "found a tab where the line begins; indent with spaces"
    if "did not find expected key" in said and here[column - 1 : column] in {"'", '"'}:
        said, opened = "behind a closing quote", _opened(lines, line, column - 1)
        if opened[0] < line:
            mend = f"; the quote that opens here is closed only in line {line + 1}: close it where its text ends"
            return opened[0] + 1, opened[1] + 1, f'found "{shown(lines[opened[0]].strip())}"{mend}'
    mend = next((mend for words, mend in MENDS.items() if words in said), f" ({said})")
    what = next((what for words, what in FOUND.items() if words in said), "")
    mend = mend.replace("SIGN", here[column : column + 1])
    return line + 1, column + 1, f'found {what}"{shown(here.strip())}"{mend}' if here.strip() else f"found: {said}"


def _opened(lines: Sequence[str], line: int, column: int) -> tuple[int, int]:
    """Give line and column of the quote that the one at this place closes: the nearest of its kind before it."""
    sign, before = lines[line][column], lines[line][:column]
    while sign not in before and line:
        line -= 1
        before = lines[line]
    return line, max(before.rfind(sign), 0)
