"""What is referred to exists: by a field, by a link in a prose, by a link in a hand-written page."""

from collections.abc import Iterable, Iterator
from functools import cache, partial
from itertools import islice
from typing import Any

from generator.content.bank_files import found_in_parts
from generator.content.content import Content
from generator.content.entry import Entry
from generator.content.generated_pages import COMPUTED
from generator.content.sections import left_out
from generator.model import LINKED_KINDS, PROSE_LIMIT
from generator.text.essay_links import essay_links as essay_links_in
from generator.text.issue import Issue, did_you_mean, name_to_write, shown
from generator.text.prose import ENTRY_LINK, WEB_LINK, links, plain
from generator.text.source import Path_

MOST_LINKS = 20  # of one text are named


def references(content: Content) -> Iterator[Issue]:
    """Every reference names an entry (or a word of the vocabulary) that exists."""
    near = cache(lambda kind, name: name_to_write(name, content.names[kind], content.other_names.get(kind)))
    missing = cache(content.missing)
    for entry in content.every():
        for path, refers, value, place in found_in_parts(entry, referring):
            if missing(refers, value):
                kind = refers.replace("_", " ")
                said = f'the {kind} must exist, found "{shown(value)}"{near(refers, value)}'
                if place:
                    file, (line, column) = entry.source.file_at(path), place
                    yield Issue(file=file, line=line, column=column, message=said, code="reference")
                else:
                    yield entry.issue(path, "reference", said)


def referring(entry: Entry[Any], *, placed: bool = False) -> list[tuple[Path_, str, str, tuple[int, ...]]]:
    """Give path, kind and value of each reference, and where it stands, if that is asked for and not kept yet."""
    place = entry.source.place if placed else lambda _: ()
    return entry.once(
        "refers", None, lambda: [(path, mark.kind, value, place(path)) for path, mark, value in entry.references]
    )


def prose_links(content: Content) -> Iterator[Issue]:
    """Every link in a prose leads to an entry that exists, or to an https address."""
    for entry in content.every():
        for path, targets in found_in_parts(entry, linking):
            yield from _dead_links(content, entry, path, targets)


def linking(entry: Entry[Any]) -> list[tuple[Path_, list[str]]]:
    """Give the path of each prose that may hold links, and what these lead to."""
    return entry.once(
        "linking", None, lambda: [(path, [*links(prose)]) for path, prose in entry.proses if "](" in prose]
    )


def _dead_links(content: Content, entry: Entry[Any], path: Path_, targets: Iterable[str]) -> Iterator[Issue]:
    """Give the first dead links of a prose, and how many more there are."""
    found = ((target, _link_problem(content, target)) for target in targets)
    dead = ((target, said) for target, said in found if said)
    for target, said in islice(dead, MOST_LINKS):
        yield entry.issue(path, "link", said, words=f"]({target}")
    if left := sum(1 for _ in dead):
        yield entry.issue(path, "link", f"every link must lead somewhere, found {left} more that do not")


def _link_problem(content: Content, target: str) -> str | None:
    if found := ENTRY_LINK.fullmatch(target):
        kind, slug = found.groups()
        if kind not in LINKED_KINDS:
            return f'a link must name a kind of entry, found "{shown(kind)}"{did_you_mean(kind, LINKED_KINDS)}'
        if content.missing(kind, slug):
            near = name_to_write(slug, content.names[kind], content.other_names.get(kind))
            return f'the {kind} that a link names must exist, found "{shown(slug)}"{near}'
        return None
    if WEB_LINK.fullmatch(target):
        return None
    return f'a link must be "kind:slug" or begin with https://, found "{shown(target)}"'


def essay_links(content: Content) -> Iterator[Issue]:
    """Every link to an entry in a hand-written page leads to an entry that exists."""
    for essay in content.essays.values():
        for link in essay_links_in(essay.text):
            said = _essay_link_problem(content, link.target) if link.plain else _crooked(link.target)
            if said:
                yield Issue(file=essay.file, line=link.line, column=link.column, message=said, code="link")


def _crooked(target: str) -> str:
    must = "a link to an entry must be written [words](kind:slug), without capitals, a title, a # or a definition apart"
    return f'{must}, found "{shown(target)}"'


def _essay_link_problem(content: Content, target: str) -> str | None:
    kind, _, slug = target.partition(":")
    if kind != "computed":
        return _link_problem(content, target)
    if slug in left_out(content):
        return f'a link must name a page that this handbook has, found "{slug}", which it holds nothing for'
    if slug in COMPUTED:
        return None
    near = did_you_mean(slug, COMPUTED)
    return f'the computed page that a link names must exist, found "{shown(slug)}"{near}'


def readable_prose(content: Content) -> Iterator[Issue]:
    """A prose says something once its markup is taken away."""
    for entry in content.every():
        for path, value in found_in_parts(entry, unreadable):
            yield entry.issue(path, "value", f'a prose must hold words, found "{shown(value)}"')


def unreadable(entry: Entry[Any]) -> list[tuple[Path_, str]]:
    """Give path and value of each prose of which nothing is left."""
    return entry.once("unreadable", None, partial(_unreadable, entry))


def _unreadable(entry: Entry[Any]) -> list[tuple[Path_, str]]:
    return [(path, value) for path, value in entry.proses if len(value) <= PROSE_LIMIT and not plain(value)]
