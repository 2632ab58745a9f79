"""The pages of one build made by several processes, each a stretch of them in the engine's order.

To the engine, a page that another process makes is one that was not modified. It asks so twice of each page: before it
reads any, and before it writes any. At the first page of another's stretch it waits until that has come as far. What
the other has failed at, or has anything to say of, is made here, in the same order, and so is said as by one process.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from itertools import accumulate
from typing import Any, NoReturn

from generator.site.spared import Asks, Spared
from generator.site.worker import Giver, Worker, parted, processes

FEW = 50  # pages: fewer are made before another process has made itself ready
File = Any  # MkDocs' file, or a fork's
Made = Mapping[str, Any]  # what a process gives of pages that it has written, as plain values
More = Callable[[Iterable[str]], Made]  # of these pages


@dataclass(kw_only=True)
class Stretch:
    """Pages that another process makes, as the first one knows of them."""

    worker: Worker
    files: Sequence[File]
    others: "Stretches"
    given: list[Any] = field(default_factory=list)  # at each step what came of it, or None

    def is_mine(self, file: File) -> bool:
        """Whether a page must be made here, after all."""
        while len(self.given) <= self.others.step:
            self.others.before_waiting()
            self.given.append(self.worker.given() if self._goes_on() else None)
        if self._goes_on():
            return False
        if self.others.step and file.page.content is None:
            self.others.read(file)  # it was read there, and not written
        return True

    def _goes_on(self) -> bool:
        return None not in self.given


@dataclass(kw_only=True)
class Stretches:
    """All that other processes make, as the first one knows of it."""

    read: Callable[[File], None]  # has the engine read a page
    more: Callable[[], Made]  # what is made of pages once they are written, here of one's own
    mine: Made | None = None
    parts: list[Stretch] = field(default_factory=list)
    step: int = 0

    def lend(self, worker: Worker, files: Sequence[File]) -> None:
        """Leave these pages to another process."""
        stretch = Stretch(worker=worker, files=files, others=self)
        self.parts.append(stretch)
        for file in files:
            file.is_modified = partial(stretch.is_mine, file)

    def before_waiting(self) -> None:
        """Make what is made of pages that are written, while others write theirs."""
        if self.step and self.mine is None:
            self.mine = {}
            with suppress(OSError):  # whoever makes what is not made says it
                self.mine = self.more()

    def written(self, files: Any) -> None:  # noqa: ANN401 - MkDocs' files, or a fork's
        """Have the engine write from now on, and know of pages that were read elsewhere what it would otherwise."""
        self.step = 1
        for read, *_ in (stretch.given for stretch in self.parts if stretch.given):
            tell(read or {}, files)

    def made(self) -> Iterator[Made]:
        """Give what was made of pages once they were written, as far as it is."""
        given = (stretch.given[1] for stretch in self.parts if len(stretch.given) > 1)
        return filter(None, (self.mine, *given))


@dataclass(kw_only=True)
class Own:
    """What another process knows of the pages that it makes."""

    giver: Giver
    files: Sequence[File]
    more: Callable[[], Made]

    def has_read(self) -> None:
        """Give of each page what it can be asked for, and what it asks for, which is checked where all is known."""
        self._end_if_said()
        self.giver.give({file.src_uri: _asks(file.page) for file in self.files})
        for file in self.files:
            file.page.links_to_anchors = None

    def has_written(self) -> NoReturn:
        """Give what came of them, and come to an end."""
        self._end_if_said()
        found = self.more()
        self._end_if_said()
        self.giver.give(found)
        self.giver.end()

    def _end_if_said(self) -> None:
        if self.giver.has_said:
            self.giver.end()


def leave(spared: Spared, files: Any) -> None:  # noqa: ANN401 - MkDocs' files, or a fork's
    """Have the engine leave the pages alone that are taken, whenever it asks whether they were modified."""
    for path in spared.pages:
        files.get_file_from_path(path).is_modified = bool  # which gives False


def tell(asks: Mapping[str, Asks], files: Any) -> None:  # noqa: ANN401 - MkDocs' files, or a fork's
    """Have MkDocs know of each page what it would had it read it, so that it checks the links to it and from it."""
    for path, (anchors, links) in asks.items():
        read = files.get_file_from_path(path).page
        read.present_anchor_ids = set(anchors)
        read.links_to_anchors = {files.get_file_from_path(to): dict(places) for to, places in links.items()}


def part(files: Any, weights: Mapping[str, int], read: Callable[[File], None], more: More) -> Stretches | Own | None:  # noqa: ANN401 - MkDocs' files, or a fork's
    """Go on as several processes, where there are pages enough to be made; each is given what it knows of its own.

    They are shared out by their `weights`.
    """
    wanted = [file for file in files.documentation_pages() if file.is_modified()]
    hands = min(processes(), 1 + len(wanted) // FEW)
    if hands == 1:
        return None
    first, *others = _parts(wanted, [weights.get(file.src_uri, 0) for file in wanted], hands)
    lent = Stretches(read=read, more=partial(more, _paths(first)))
    for own in filter(None, others):
        other = parted()
        if isinstance(other, Giver):
            _leave_all_but(own, files, other)
            return Own(giver=other, files=own, more=partial(more, _paths(own)))
        if other:
            lent.lend(other, own)
    return lent


def _paths(files: Iterable[File]) -> list[str]:
    return [file.src_uri for file in files]


def _parts(files: Sequence[File], weights: Sequence[int], number: int) -> list[list[File]]:
    """Give the files in so many stretches of about the same weight."""
    whole = sum(weights) or 1
    parts: list[list[File]] = [[] for _ in range(number)]
    for file, weight, before in zip(files, weights, accumulate(weights, initial=0), strict=False):
        parts[min(int((before + weight / 2) * number / whole), number - 1)].append(file)
    return parts


def _leave_all_but(own: Sequence[File], files: Any, giver: Giver) -> None:  # noqa: ANN401 - MkDocs' files, or a fork's
    """Have the engine make these pages alone, while there is anybody to make them for."""

    def is_modified() -> bool:
        giver.go_on()
        return True

    for file in files:
        file.is_modified = bool  # which gives False
    for file in own:
        file.is_modified = is_modified


def let_go(files: Any) -> None:  # noqa: ANN401 - MkDocs' files, or a fork's
    """Let go of what the engine has read of its pages: they are written, and nobody asks for it any more."""
    for file in files.documentation_pages():
        file.page.content = None


def _asks(page: Any) -> tuple[list[str], dict[str, dict[str, str]]]:  # noqa: ANN401 - MkDocs' page, or a fork's
    links = page.links_to_anchors or {}
    return sorted(page.present_anchor_ids or ()), {to.src_uri: dict(places) for to, places in links.items()}
