"""A file's data, and where each value of it stands: by a tree of nodes, or by what the parser found."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, repeat
from typing import Any

import yaml

from generator.text.issue import Issue, Severity
from generator.text.plain_data import Spotted, spotted
from generator.text.tree import MAX_DEPTH, Node, Tree

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


Path_ = tuple[str | int, ...]
Spot = tuple[int, int, int, int]  # line and column, and which characters of the text


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
        return self.spot(path)[:2]

    def spot(self, path: Path_) -> Spot:
        """Give where the value at the path stands, or the deepest value on the way to it."""
        here = self.node(path)
        return here.line, here.column, here.start, here.end

    def key_place(self, path: Path_) -> tuple[int, int]:
        """Give line and column of the key that the path ends in."""
        parent = self.node(path[:-1])
        return parent.keys.get(str(path[-1]), (parent.line, parent.column))

    def place_of(self, path: Path_, words: str) -> tuple[int, int]:
        """Give line and column of the first of these words inside the value, however the lines are wrapped."""
        line, column, start, end = self.spot(path)
        as_typed = r"\s+".join(map(re.escape, words.split()))
        as_said = r"[\W_]+".join(map(re.escape, re.findall(r"\w+", words)))
        for pattern in filter(None, (as_typed, as_said)):
            if found := re.compile(pattern, re.IGNORECASE).search(self.text, start, end):
                return self._position(found.start())
        return line, column

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


class ReadSource(Source):
    """A file in which nothing is out of the ordinary: its tree is made when somebody asks for it.

    Where a value stands, what the parser found says, too: those read last keep it, and for an older one it is found
    once more.
    """

    def __init__(self, file: str, text: str, data: Any, events: Sequence[Any]) -> None:  # noqa: ANN401 - as in `Source`
        """`events` are what the parser found in the text."""
        self.__dict__.update(file=file, text=text, data=data, _events=events)
        if len(_recent) == RECENT:
            _recent[0].forget()
        _recent.append(self)

    def forget(self) -> None:
        """Keep no more what the parser found."""
        self.__dict__.pop("_events", None)
        self.__dict__.pop("_spots", None)

    @cached_property
    def data(self) -> Any:  # noqa: ANN401 - as it was read
        """The plain data."""
        return self.root.data

    @cached_property
    def root(self) -> Node:
        """The tree."""
        tree = Tree(self.file)
        for event in self._events:
            tree.take(event)
        assert tree.root  # noqa: S101 - of a text that was read
        return tree.root

    def spot(self, path: Path_) -> Spot:
        """Give where the value at the path stands, or the deepest value on the way to it."""
        first, last, items = self._spots
        for step in path:
            if step not in items:
                break
            first, last, items = items[step]
        mark = first.start_mark
        return mark.line + 1, mark.column + 1, mark.index, last.end_mark.index

    @cached_property
    def _spots(self) -> Spotted:
        return spotted(self._events)

    @cached_property
    def _events(self) -> Sequence[Any]:
        return events_of(self.text)[0]


AT_ONCE = 500  # events, after which the depth is looked at
DEEPER = {yaml.MappingStartEvent: 1, yaml.SequenceStartEvent: 1, yaml.MappingEndEvent: -1, yaml.SequenceEndEvent: -1}
RECENT = 64  # files that keep what the parser found: of each some hundred values, which are large
_recent: deque[ReadSource] = deque(maxlen=RECENT)


def forget() -> None:
    """Hold no file any more for what the parser found in it."""
    _recent.clear()


def events_of(text: str) -> tuple[list[Any], Exception | None]:
    """Give what the parser finds in the text, one after another, and what ended it before the end of the text.

    It ends where more is within one another than a file may hold, for each level makes the parser slower for the next,
    and where a second document has begun, behind which nothing is looked at.
    """
    events: list[Any] = []
    depth = documents = 0
    try:
        finds = iter(LOADER(text).get_event, None)
        while depth <= MAX_DEPTH and documents <= 1:
            before = len(events)
            events.extend(islice(finds, AT_ONCE))
            if len(events) < before + AT_ONCE:
                break
            kinds = [*map(type, events[before:])]
            depth += sum(map(DEEPER.get, kinds, repeat(0)))
            documents += kinds.count(yaml.DocumentStartEvent)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        return events, error
    return events, None
