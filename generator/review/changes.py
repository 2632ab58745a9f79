"""What differs between two states of the content: what was added, changed and removed.

Questions, principles and terms count one by one, not by the file they stand in.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel

from generator.content.content import Content
from generator.model import ENTRY_KINDS, ONE_A_FILE, QUESTIONS, Story

What = Literal["added", "changed", "renamed", "moved", "removed"]
CHANGED: tuple[What, ...] = ("changed", "renamed", "moved", "removed")
FIRST = ("story", "competency", "question", "walkthrough", "comparison", "framework", "worksheet", "plan", "principle")
NAMED = {kind.holds or kind.id: kind.names for kind in ENTRY_KINDS}
NAMES = {
    **{kind: NAMED[kind] for kind in (*FIRST, *(other for other in NAMED if other not in FIRST))},
    "term": ("term of the glossary", "terms of the glossary"),
    "page": ("page", "pages"),
    "vocabulary": ("vocabulary", "vocabularies"),
}
NAMED_AT_MOST = 12
ADDRESSED = frozenset(NAMES) - {"term", "vocabulary"}  # what has an address that others may keep
Key = tuple[str, str]


@dataclass(frozen=True, kw_only=True, eq=False)
class Item:
    """One thing that can be added: its kind, what names it, its title, where it stands, and what it holds.

    What may stand in one file or another is `filed` where it belongs.
    """

    kind: str
    slug: str
    title: str
    file: str
    holds: Any
    filed: str = ""

    @property
    def place(self) -> str:
        """Where it belongs: in another place, it was moved."""
        return self.filed or self.file


@dataclass(frozen=True, kw_only=True, eq=False)
class Change:
    """An item as it was and as it is; one of the two is none where it was added or removed."""

    before: Item | None
    after: Item | None

    @property
    def item(self) -> Item:
        """The item as it is, or as it was last."""
        item = self.after or self.before
        assert item is not None  # noqa: S101 - one of the two is there
        return item

    @property
    def what(self) -> What:
        """What became of the item."""
        if self.before is None:
            return "added"
        if self.after is None:
            return "removed"
        if self.before.slug != self.after.slug:
            return "renamed"
        return "changed" if self.before.place == self.after.place else "moved"


Items = dict[Key, Item]


def changes(base: Content | None, head: Content | None) -> list[Change]:
    """Give what differs from `base` to `head`, in the order of `NAMES`, then by slug."""
    before, after = items(base), items(head)
    renamed = _renamed(before, after, head)
    before |= {new: before.pop(old) for old, new in renamed.items()}
    order = list(NAMES)
    keys = sorted(before.keys() | after.keys(), key=lambda key: (order.index(key[0]), key[1]))
    found = ((before.get(key), after.get(key)) for key in keys)
    return [Change(before=b, after=a) for b, a in found if b is None or a is None or _differ(b, a)]


def _differ(before: Item, after: Item) -> bool:
    return (before.holds, before.place) != (after.holds, after.place)


def _renamed(before: Items, after: Items, head: Content | None) -> dict[Key, Key]:
    """Give for each item that has a new name today its old key and its new one: as it says, or as its words show."""
    moves = head.moves if head else ()
    pairs = {(move.kind, move.was): (move.to_kind, move.to) for move in moves if move.kind == move.to_kind}
    told = {old: new for old, new in pairs.items() if old in before and new in after and new not in before}
    left = {key: item for key, item in before.items() if key not in after and key not in told}
    new = [item for key, item in after.items() if key not in before and key not in told.values()]
    for key, was in left.items():
        same = [item for item in new if item.kind == was.kind and _holds_the_same(was, item)]
        if len(same) == 1:
            told[key] = (same[0].kind, same[0].slug)
    return told


def _holds_the_same(was: Item, item: Item) -> bool:
    """Whether two items say the same, whatever they are called."""
    if not isinstance(was.holds, BaseModel) or type(was.holds) is not type(item.holds):
        return bool(was.holds == item.holds)
    names = {"id", "formerly"}
    return bool(was.holds.model_dump(exclude=names) == item.holds.model_dump(exclude=names))


def heirless(many: Sequence[Change], head: Content) -> list[Item]:
    """Give every removed item whose address leads nowhere now: it is no former name, and no line of `gone`."""
    led = {(move.kind, move.was) for move in head.moves}
    gone = (change.before for change in many if change.what in {"removed", "renamed"})
    return [item for item in gone if item and item.kind in ADDRESSED and (item.kind, item.slug) not in led]


def items(content: Content | None) -> Items:
    """Give every item of the content by kind and slug."""
    return {(item.kind, item.slug): item for item in _items(content)} if content else {}


def _items(content: Content) -> Iterator[Item]:
    for kind in ONE_A_FILE:
        for entry in content.of(kind).values():
            yield Item(kind=kind.id, slug=entry.slug, title=entry.record.title, file=entry.file, holds=entry.record)
    for question in content.bank.values():
        told = question.record
        filed = f"{QUESTIONS.where}/{question.competency}"
        yield Item(kind="question", slug=told.id, title=told.ask, file=question.file, holds=told, filed=filed)
    for slug, principle in content.principles.each.items():
        named = principle.record
        yield Item(kind="principle", slug=slug, title=named.name, file=principle.group.file, holds=named)
    if content.glossary:
        for term in content.terms:
            yield Item(kind="term", slug=term.term, title=term.term, file=content.glossary.file, holds=term)
    for essay in content.essays.values():
        yield Item(kind="page", slug=essay.slug, title=essay.title, file=essay.file, holds=essay.text)
    words = content.handbook
    yield Item(kind="vocabulary", slug=words.slug, title=words.record.title, file=words.file, holds=words.record)


def counted(many: Sequence[Change], what: What) -> str:
    """Give how many of each kind were added, changed or removed, as in "2 stories, 1 plan"; nothing where none were."""
    counts = {kind: sum(c.what == what and c.item.kind == kind for c in many) for kind in NAMES}
    return ", ".join(f"{n} {NAMES[kind][n != 1]}" for kind, n in counts.items() if n)


def section(many: Sequence[Change]) -> str:
    """Give the lines of a changelog: what was added, with titles and contributors, and counts of what else changed."""
    lines: list[str] = []
    for kind, (one, more) in NAMES.items():
        added = [change.item for change in many if change.what == "added" and change.item.kind == kind]
        if added:
            name = f"New {one}" if len(added) == 1 else f"{len(added)} new {more}"
            rest = [f"{len(added) - NAMED_AT_MOST} more"] if len(added) > NAMED_AT_MOST else []
            lines.append(f"- {name}: {'; '.join([*map(_named, added[:NAMED_AT_MOST]), *rest])}.")
    lines += [f"- {what.capitalize()}: {said}." for what in CHANGED if (said := counted(many, what))]
    return "\n".join(lines) + "\n" if lines else ""


def _named(item: Item) -> str:
    title = f'"{_escaped(item.title.rstrip("."))}"'
    story = item.holds
    by = story.contributor if isinstance(story, Story) else None
    return f"{title}, by {_escaped(by.name)}" if by else title


def _escaped(text: str) -> str:
    """Give the words so that Markdown shows them as they are."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#@&|~" else sign for sign in text)
