"""YAML that remembers its lines: a file becomes a tree of nodes, or issues, and never an exception or a wait."""

import os
import stat
from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from generator.text.characters import decode, forbidden_characters, legible
from generator.text.issue import ContentError, Issue, shown
from generator.text.places import LOADER, Path_, ReadSource, Source, events_of
from generator.text.plain_data import plain_data
from generator.text.read_once import Bytes, read_once
from generator.text.slips import cut_texts, has_comment, lookalike_signs
from generator.text.tree import Node, TooMuchError, Tree
from generator.text.yaml_error import plainly

__all__ = ["LOADER", "Path_", "Source"]  # asked for here, too
KILOBYTE = 1024


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
    events, stopped = events_of(text)
    data = None if stopped else plain_data(events)
    if data is None or has_comment(text):
        return _minutely(text, file, events, stopped)
    return ReadSource(file, text, data, events)


def _minutely(text: str, file: str, events: Iterable[Any], stopped: Exception | None) -> Source:
    """Give the source where something may be wrong with it. Raises ContentError with all that is."""
    tree = Tree(file)
    try:
        for event in events:
            tree.take(event)
        if isinstance(stopped, yaml.MarkedYAMLError):
            line, column, said = plainly(stopped, text)
            tree.issue(line, column, "yaml-syntax", f"the file must be readable as YAML, {said}")
        elif stopped:
            tree.issue(1, 1, "yaml-syntax", f"the file must be readable as YAML, {shown(str(stopped))}")
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
