"""From files to Content: every file of content/ read, validated and joined, or every issue at once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from generator.content.content import Content
from generator.content.entry import Entry, Essay
from generator.content.essay import read_essay
from generator.content.file_names import entry_files, passed_over
from generator.content.kept_reads import InvalidError, KeptReads, name_of
from generator.content.remembered import Remembered
from generator.content.wording import found_words, issues_of
from generator.content.wording import name_of as field_name
from generator.model import GLOSSARY, HANDBOOK, KINDS, Kind
from generator.text.issue import ContentError, Issue, did_you_mean, shown
from generator.text.language import ENGLISH, Language, LanguageError, language_of
from generator.text.own_path import is_link
from generator.text.source import Source, parse_source, read_file, text_of

TODO = "TODO"
ESSAYS = "pages"
EMPTY: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Loaded:
    """What could be read: the content of the files without issues (None without a vocabulary), and every issue."""

    content: Content | None
    issues: tuple[Issue, ...]
    invalid: tuple[tuple[Kind[Any], Source], ...] = ()
    unread: tuple[tuple[str, str], ...] = ()  # files that cannot be read as data, with their text


def load(  # noqa: PLR0913 - each says what need not be read, or not again
    root: Path,
    *,
    skip_kinds: frozenset[str] = EMPTY,
    except_entries: frozenset[tuple[str, str]] = frozenset(),
    remembered: Remembered | None = None,
    kept: KeptReads | None = None,
    listed: "Listed | None" = None,
) -> Loaded:
    """Give the whole content of the project at `root`, as far as it can be read, and every issue of every file.

    Of the kinds whose folders `skip_kinds` names, only those entries are read that `except_entries` names by kind and
    slug; the others are taken for unread. What is `remembered` of an earlier reading is not read anew, and of what is
    `kept` of one by an earlier process, only the bytes. Whoever has `listed` the files just now may say so.
    """
    if remembered:
        remembered.turn()
    issues: list[Issue] = []
    read: dict[str, dict[str, Entry[Any]]] = {}
    unread: set[tuple[str, str]] = set()
    texts: list[tuple[str, str]] = []
    invalid: list[tuple[Kind[Any], Source]] = []
    if missing := _no_folder(root):
        return Loaded(content=None, issues=(missing,))
    issues += _strays(root)
    listed = listed or list_files(root)
    issues += listed.issues
    for kind in KINDS:
        read[kind.id] = {}
        for slug, path in listed.files.get(kind.id, ()):
            if kind.folder in skip_kinds and (kind.id, slug) not in except_entries:
                unread.add((kind.id, slug))
                continue
            try:
                file = name_in(root, path)
                read_it = partial(load_entry, path, kind, slug, file, kept)
                read[kind.id][slug] = remembered(path, name_of(kind, slug, file), read_it) if remembered else read_it()
            except ContentError as error:
                issues += error.issues
                unread.add((kind.id, slug))
                if isinstance(error, InvalidError):
                    invalid.append((kind, error.source))
                elif text := text_of(path, kilobytes=kind.kilobytes):
                    texts.append((path.relative_to(root).as_posix(), text))
    essays = _essays(root, issues, unread)
    if HANDBOOK.folder not in read[HANDBOOK.id]:
        return Loaded(content=None, issues=tuple(issues))
    handbook = read[HANDBOOK.id][HANDBOOK.folder]
    content = Content(
        handbook=handbook,
        language=_language(root, handbook, issues),
        glossary=read[GLOSSARY.id].get(GLOSSARY.folder),
        essays=essays,
        unread=frozenset(unread),
        entries={kind.id: read[kind.id] for kind in KINDS if not kind.single},
    )
    return Loaded(content=content, issues=tuple(issues), invalid=tuple(invalid), unread=tuple(texts))


def name_in(root: Path, path: Path) -> str:
    """Give the name of a file of content/ as messages have it."""
    return path.as_posix().removeprefix(_begins(root))


@lru_cache(maxsize=8)
def _begins(root: Path) -> str:
    return (root / "content").as_posix().removesuffix("content")


@dataclass(frozen=True, kw_only=True)
class Listed:
    """Slug and path of every file that is read as an entry, by the kind, and an issue of each bad name."""

    files: Mapping[str, Sequence[tuple[str, Path]]]
    issues: Sequence[Issue]


def list_files(root: Path) -> Listed:
    """Give every file that is read as an entry; none where content/ is no folder of the project's own."""
    issues: list[Issue] = []
    kinds = () if _no_folder(root) else KINDS
    return Listed(files={kind.id: [*_files(root, kind, issues)] for kind in kinds}, issues=issues)


def files_of(root: Path, listed: Listed | None = None) -> Iterator[tuple[Kind[Any], str, Path]]:
    """Give every file that would be read as an entry, with its kind and slug."""
    files = (listed or list_files(root)).files
    for kind in KINDS:
        yield from ((kind, slug, path) for slug, path in files.get(kind.id, ()))


def _no_folder(root: Path) -> Issue | None:
    """Say what is wrong where content/ is no folder of the project's own."""
    if is_link(root / "content"):
        said = "content/ must be an ordinary folder, found a link; put the folder itself there"
        return Issue(file="content", message=said, code="not-a-file")
    if not (root / "content").is_dir():
        said = "the project must hold a folder content/, found none; name the project's folder with --root"
        return Issue(file="content", message=said, code="missing-file")
    return None


def _language(root: Path, handbook: Entry[Any], issues: list[Issue]) -> Language:
    code = handbook.record.language
    try:
        return language_of(code, root)
    except LanguageError as error:
        issues.append(handbook.source.issue(("language",), "no-language", f"language must be {error}"))
        return ENGLISH


def load_entry(path: Path, kind: Kind[Any], slug: str, file: str, kept: KeptReads | None = None) -> Entry[Any]:
    """Give one file as an entry of the collection, as it is `kept` or read. Raises ContentError with all its issues."""
    held = read_file(path, file, kilobytes=kind.kilobytes)

    def read() -> Entry[Any]:
        return as_entry(parse_source(held.data, file), kind, slug)

    return kept(held, kind, slug, file, read) if kept else read()


def entry_from_text(text: str, kind: Kind[Any], slug: str, file: str) -> Entry[Any]:
    """Give a YAML text as an entry of the collection. Raises ContentError with all its issues."""
    return as_entry(parse_source(text.encode(), file), kind, slug)


def as_entry(source: Source, kind: Kind[Any], slug: str) -> Entry[Any]:
    """Give the source as an entry of the collection. Raises ContentError with all its issues."""
    if not isinstance(source.data, dict):
        message = f"the file must hold fields of a {kind.id} (key: value), found {found_words(source.data)}"
        raise ContentError([Issue(file=source.file, message=message, code="type")])
    issues = list(_unfinished(source))
    try:
        record = kind.record.model_validate(source.data)
    except ValidationError as error:
        places = {(issue.line, issue.column) for issue in issues}
        found = list(issues_of(error.errors(include_url=False), source, kind.record))
        found = [issue for issue in found if (issue.line, issue.column) not in places]
        raise InvalidError([*issues, *found], source) from None
    if issues:
        raise InvalidError(issues, source)
    return Entry(slug=slug, file=source.file, record=record, source=source)


def _unfinished(source: Source) -> Iterator[Issue]:
    """Nothing that a skeleton left to write is left."""
    if TODO not in source.text:
        return
    for path, node in source.nodes():
        if isinstance(node.data, str) and node.data.startswith(TODO):
            said = f'{field_name(path)} must be written, found "{shown(node.data)}"'
            yield Issue(file=source.file, line=node.line, column=node.column, message=said, code="unfinished")


def _files(root: Path, kind: Kind[Any], issues: list[Issue]) -> Iterator[tuple[str, Path]]:
    where = root / kind.where
    if kind.single:
        if where.exists() or where.is_symlink():
            yield kind.folder, where
        elif kind is HANDBOOK:
            message = f"{kind.where} must exist, found no such file; it holds the words all other entries use"
            issues.append(Issue(file=kind.where, message=message, code="missing-file"))
        return
    yield from entry_files(root, where, kind, issues)


def _strays(root: Path) -> Iterator[Issue]:
    known = {Path(c.where).name for c in KINDS} | {ESSAYS}
    for path in sorted((root / "content").iterdir()):
        if path.name in known or passed_over(path.name):
            continue
        message = (
            f'content/ must hold known collections only, found "{shown(path.name)}"{did_you_mean(path.name, known)}'
        )
        yield Issue(file=path.relative_to(root).as_posix(), message=message, code="file-name")


def _essays(root: Path, issues: list[Issue], unread: set[tuple[str, str]]) -> dict[str, Essay]:
    found: dict[str, Essay] = {}
    for slug, path in entry_files(root, root / "content" / ESSAYS, None, issues):
        try:
            found[slug] = read_essay(path, slug, path.relative_to(root).as_posix())
        except ContentError as error:
            issues += error.issues
            unread.add(("page", slug))
    return found
