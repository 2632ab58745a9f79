"""YAML that remembers its lines: a file becomes a tree of nodes, or issues, and never an exception or a wait.

The tree is built from the parser's event stream alone, in one loop without recursion: no composer that could
overflow, no constructor that could obey a tag, and repeated keys are seen. Only `true`, `false`, `null` and plain
decimal numbers are special; every other scalar is text as typed (`no`, `12:30`, `010`, `2026-01-02`).
"""

import re
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

from generator.issue import ContentError, Issue, shown

MAX_DEPTH = 12
MANY = 20
MOST_ITEMS = 400
MOST_ISSUES = 100
KILOBYTE = 1024
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
WORDS_OF_YAML = {"true": True, "false": False, "null": None, "": None}
NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,15})?", re.ASCII)

FOLDED_BREAK = re.compile(r"\n+(?=.)")  # a blank line between folded lines begins a paragraph

JOINERS = "\u200c\u200d"
SUSPECT = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e"
    r"\u2060-\u206f\u3164\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufeff\uffa0\ufff0-\uffff"
    r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U0010ffff]"
    r"|[\ufffe\uffff\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0003fffe\U0003ffff]"
)

Path_ = tuple[str | int, ...]


@dataclass(slots=True)
class Node:
    """One value of the file: its data, where it begins (line and column from 1) and which characters it spans."""

    data: Any
    line: int
    column: int
    start: int
    end: int
    items: "dict[str | int, Node]" = field(default_factory=dict)
    keys: "dict[str, tuple[int, int]]" = field(default_factory=dict)


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


def read_source(path: Path, file: str, *, kilobytes: int = 64) -> Source:
    """Give the file as data with lines; `file` is its name in messages. Raises ContentError with all its issues."""
    return parse_source(_read_bytes(path, file, kilobytes), file)


def parse_source(raw: bytes, file: str) -> Source:
    """Give the bytes of a YAML file as data with lines. Raises ContentError with all its issues."""
    text = decode(raw, file)
    if issues := list(_forbidden_characters(text, file)):
        raise ContentError(issues)
    tree = _Tree(file)
    try:
        for event in yaml.parse(text, Loader=LOADER):
            tree.take(event)
    except yaml.MarkedYAMLError as error:
        unclosed = "end of stream" in (error.problem or "") and error.context_mark
        mark = unclosed or error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        said = " ".join(filter(None, (error.problem, error.context)))
        tree.issue(line, column, "yaml-syntax", f"the file must be readable as YAML, {_plainly(said, text, line)}")
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        tree.issue(1, 1, "yaml-syntax", f"the file must be readable as YAML, {shown(str(error))}")
    except _TooMuch:
        pass
    if tree.root is None and not tree.issues:
        tree.issue(
            1,
            1,
            "empty-file",
            "the file must hold an entry, found nothing; `handbook new` writes one to start from",
        )
    if tree.issues or tree.root is None:
        raise ContentError(tree.issues)
    return Source(file=file, text=text, root=tree.root)


def decode(raw: bytes, file: str) -> str:
    """Give the bytes as text (UTF-8, a byte-order mark and CRLF are fine). Raises ContentError naming the place."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", errors="replace")
        found = f'found the byte 0x{raw[error.start]:02X}; save the file as "UTF-8"'
        raise ContentError(
            [
                Issue(
                    file=file,
                    line=before.count("\n") + 1,
                    column=len(before) - before.rfind("\n"),
                    message=f"the file must be UTF-8, {found}",
                    code="encoding",
                )
            ]
        ) from None
    return text.replace("\r\n", "\n")


def hostile(text: str) -> Iterator[tuple[int, str]]:
    """Give index and code point of each character that could hide or reorder text, or is none at all.

    Zero-width joiners pass where a script or an emoji needs them: between two characters that are neither ASCII nor
    a space.
    """
    if not SUSPECT.search("".join(set(text))):
        return  # each character looked at once: a text has few different ones
    for match in SUSPECT.finditer(text):
        at, char = match.start(), match.group()
        if char in JOINERS and _joins(text, at):
            continue
        yield (
            at,
            f"U+{ord(char):04X}" + (f" ({name.lower()})" if (name := unicodedata.name(char, "")) else ""),
        )


def _joins(text: str, at: int) -> bool:
    around = text[max(at - 1, 0) : at] + text[at + 1 : at + 2]
    return len(around) == len(JOINERS) and all(not c.isascii() and unicodedata.category(c)[0] in "LMS" for c in around)


def _read_bytes(path: Path, file: str, kilobytes: int) -> bytes:
    def refuse(message: str, code: str) -> ContentError:
        return ContentError([Issue(file=file, message=message, code=code)])

    try:
        facts = path.lstat()
        if not stat.S_ISREG(facts.st_mode):
            raise refuse("the entry must be an ordinary file, found a link, folder or device", "not-a-file")
        if facts.st_size > kilobytes * KILOBYTE:
            size = -(-facts.st_size // KILOBYTE)
            raise refuse(f"the file must be at most {kilobytes} kB, found {size} kB", "too-large")
        return path.read_bytes()
    except OSError as error:
        raise refuse(f"the file must be readable, found: {error.strerror}", "unreadable") from None


def _forbidden_characters(text: str, file: str) -> Iterator[Issue]:
    for index, found in islice(hostile(text), MANY):
        line = text.count("\n", 0, index) + 1
        column = index - text.rfind("\n", 0, index)
        yield _character(file, line, column, found)


def _character(file: str, line: int, column: int, found: str) -> Issue:
    message = f"a text must hold visible characters only, found {found}; delete it or type the visible character"
    return Issue(file=file, line=line, column=column, message=message, code="character")


def _plainly(said: str, text: str, line: int) -> str:
    lines = text.split("\n")
    here = lines[line - 1] if line <= len(lines) else ""
    if here.lstrip(" ").startswith("\t") or "\\t" in said:
        return "found a tab where the line begins; indent with spaces"
    if "mapping values are not allowed" in said:
        return f'found a second ": " in "{shown(here.strip())}"; put the text in quotes'
    return f'found "{shown(here.strip())}" ({said})' if here.strip() else f"found: {said}"


class _TooMuch(Exception):  # noqa: N818 - ends the loop, is no error of the program
    pass


class _Tree:
    """Takes the parser's events one by one and keeps the tree so far and every issue met."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Node | None = None
        self.issues: list[Issue] = []
        self._open: list[Node] = []
        self._keys: list[str | None] = []
        self._documents = 0

    def issue(self, line: int, column: int, code: str, message: str) -> None:
        self.issues.append(Issue(file=self.file, line=line, column=column, message=message, code=code))

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self._start(event)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self._end(event)
        elif isinstance(event, yaml.AliasEvent):
            self._refuse(event, "alias", f'values must be written out, found the alias "*{shown(str(event.anchor))}"')
            self._place(Node("", *_where(event)), event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._document(event)

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            self._refuse(event, "documents", 'the file must hold one entry, found a second document after "---"')
            raise _TooMuch
        if event.version or event.tags:
            self._refuse(event, "directive", "the file must begin with the entry, found a % directive")

    def _refuse(self, event: Any, code: str, message: str) -> None:  # noqa: ANN401 - any event with marks
        self.issue(event.start_mark.line + 1, event.start_mark.column + 1, code, message)

    def _properties(self, event: Any) -> None:  # noqa: ANN401 - any event that can carry them
        if event.anchor:
            self._refuse(event, "alias", f'values must be written out, found the anchor "&{shown(event.anchor)}"')
        if event.tag and event.tag != "!":
            self._refuse(event, "tag", f'values must be plain, found the tag "{shown(event.tag)}"')

    def _start(self, event: Any) -> None:  # noqa: ANN401 - two kinds of event
        self._properties(event)
        if len(self._open) >= MAX_DEPTH:
            self._refuse(event, "depth", f"values must lie at most {MAX_DEPTH} levels deep, found one more")
            raise _TooMuch
        node = Node({} if isinstance(event, yaml.MappingStartEvent) else [], *_where(event))
        self._place(node, event)
        self._open.append(node)
        self._keys.append(None)

    def _end(self, event: Any) -> None:  # noqa: ANN401 - two kinds of event
        node = self._open.pop()
        self._keys.pop()
        node.end = event.end_mark.index
        if isinstance(node.data, list):
            node.data = tuple(child.data for child in node.items.values())
        else:
            node.data = {key: child.data for key, child in node.items.items()}

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        self._properties(event)
        node = Node(_value(event), *_where(event))
        if event.style == '"':  # only here can an escape make a character that the file itself does not hold
            for _, found in hostile(event.value):
                self.issues.append(_character(self.file, node.line, node.column, found))
        self._place(node, event)

    def _place(self, node: Node, event: Any) -> None:  # noqa: ANN401 - any event with marks
        if not self._open:
            if self._documents <= 1 and not (node.data is None and node.start == node.end):
                self.root = node
            return
        parent = self._open[-1]
        if len(parent.items) >= MOST_ITEMS or len(self.issues) >= MOST_ISSUES:
            if len(parent.items) >= MOST_ITEMS:
                self._refuse(event, "size", f"a list or mapping must hold at most {MOST_ITEMS} items, found one more")
            raise _TooMuch
        if isinstance(parent.data, list):
            parent.items[len(parent.items)] = node
        elif self._keys[-1] is None:
            self._keys[-1] = self._key(parent, node, event)
        else:
            parent.items[self._keys[-1]] = node
            self._keys[-1] = None

    def _key(self, parent: Node, node: Node, event: Any) -> str:  # noqa: ANN401 - any event with marks
        if not isinstance(event, yaml.ScalarEvent):
            self._refuse(event, "key", "a key must be a word, found a list or mapping")
            return "\x00"
        key = event.value
        if key in parent.keys:
            first = parent.keys[key][0]
            self._refuse(
                event,
                "repeated-key",
                f'each key must stand once, found "{shown(key)}" again (first at line {first})',
            )
        parent.keys.setdefault(key, (node.line, node.column))
        return str(key)


def _where(event: Any) -> tuple[int, int, int, int]:  # noqa: ANN401 - any event with marks
    mark = event.start_mark
    return mark.line + 1, mark.column + 1, mark.index, event.end_mark.index


def _value(event: yaml.ScalarEvent) -> str | float | bool | None:
    text = str(event.value)
    if event.style not in {"|", '"'}:
        text = FOLDED_BREAK.sub("\n\n", text)
    if not event.implicit[0]:
        return text
    if text in WORDS_OF_YAML:
        return WORDS_OF_YAML[text]
    if NUMBER.fullmatch(text):
        return float(text) if "." in text else int(text)
    return text
