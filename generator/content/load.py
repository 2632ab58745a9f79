"""From files to Content: every file of content/ read, validated and joined, or every issue at once."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from generator.content.content import Content
from generator.content.entry import Entry, Essay
from generator.content.essay import read_essay
from generator.content.wording import found_words, issues_of, name_of
from generator.model import GLOSSARY, HANDBOOK, KINDS, LONGEST_SLUG, QUESTION_BANKS, SLUG, Kind
from generator.text.issue import ContentError, Issue, did_you_mean, shown
from generator.text.language import ENGLISH, Language, LanguageError, language_of
from generator.text.own_path import is_link
from generator.text.slug import hyphened
from generator.text.source import Source, parse_source, read_source

IGNORED = re.compile(r"\..*(?<!\.yaml)(?<!\.yml)|.*~|#.*#")
RESERVED = frozenset({"index", "con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))})
TODO = "TODO"
ESSAYS = "pages"
EMPTY: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Loaded:
    """What could be read: the content of the files without issues (None without a vocabulary), and every issue."""

    content: Content | None
    issues: tuple[Issue, ...]
    invalid: tuple[tuple[Kind[Any], Source], ...] = ()


class InvalidError(ContentError):
    """Raised where a file can be read as data, which is no valid entry."""

    def __init__(self, issues: Iterable[Issue], source: Source) -> None:
        super().__init__(issues)
        self.source = source


def load(
    root: Path, *, skip_kinds: frozenset[str] = EMPTY, except_entries: frozenset[tuple[str, str]] = frozenset()
) -> Loaded:
    """Give the whole content of the project at `root`, as far as it can be read, and every issue of every file.

    Of the kinds whose folders `skip_kinds` names, only those entries are read that `except_entries` names by kind and
    slug; the others are taken for unread.
    """
    issues: list[Issue] = []
    read: dict[str, dict[str, Entry[Any]]] = {}
    unread: set[tuple[str, str]] = set()
    invalid: list[tuple[Kind[Any], Source]] = []
    if missing := _no_folder(root):
        return Loaded(content=None, issues=(missing,))
    issues += _strays(root)
    for kind in KINDS:
        read[kind.id] = {}
        for slug, path in _files(root, kind, issues):
            if kind.folder in skip_kinds and (kind.id, slug) not in except_entries:
                unread.add((kind.id, slug))
                continue
            try:
                read[kind.id][slug] = load_entry(path, kind, slug, path.relative_to(root).as_posix())
            except ContentError as error:
                issues += error.issues
                unread.add((kind.id, slug))
                if isinstance(error, InvalidError):
                    invalid.append((kind, error.source))
    essays: dict[str, Essay] = {}
    for slug, path in _essays(root, issues):
        try:
            essays[slug] = read_essay(path, slug, path.relative_to(root).as_posix())
        except ContentError as error:
            issues += error.issues
            unread.add(("page", slug))
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
    return Loaded(content=content, issues=tuple(issues), invalid=tuple(invalid))


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


def passed_over(name: str) -> bool:
    """Whether a file or folder of this name is no part of the content: what editors and systems leave lying about."""
    return bool(IGNORED.fullmatch(name))


def load_entry(path: Path, kind: Kind[Any], slug: str, file: str) -> Entry[Any]:
    """Give one file as an entry of the collection. Raises ContentError with all its issues."""
    return as_entry(read_source(path, file, kilobytes=kind.kilobytes), kind, slug)


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
            said = f'{name_of(path)} must be written, found "{shown(node.data)}"'
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
    if kind.in_folders:
        for folder in _folders(where):
            if re.fullmatch(SLUG, folder.name, re.ASCII):
                yield from ((f"{folder.name}/{slug}", path) for slug, path in _named(root, folder, ".yaml", issues))
            else:
                said = f'a folder here must be named after a competency, found "{shown(folder.name)}"; rename it'
                issues.append(Issue(file=folder.relative_to(root).as_posix(), message=said, code="file-name"))
        return
    beside = _folders(where) if kind is QUESTION_BANKS else []
    yield from _named(root, where, ".yaml", issues, beside)


def _folders(folder: Path) -> list[Path]:
    """Give the folders in a collection whose entries may stand in folders; links to some, too."""
    if not folder.is_dir() or is_link(folder):
        return []
    return [
        path
        for path in sorted(folder.iterdir())
        if path.suffix != ".yaml" and path.is_dir() and not passed_over(path.name)
    ]


def _named(
    root: Path, folder: Path, ending: str, issues: list[Issue], beside: Container[Path] = ()
) -> Iterator[tuple[str, Path]]:
    if not folder.is_dir() or is_link(folder):
        if folder.exists() or folder.is_symlink():
            message = "a collection must be an ordinary folder, found a link or a file"
            issues.append(Issue(file=folder.relative_to(root).as_posix(), message=message, code="not-a-file"))
        return
    seen: dict[str, str] = {}
    for path in sorted(folder.iterdir()):
        if passed_over(path.name) or path in beside:
            continue
        file = path.relative_to(root).as_posix()
        if problem := _file_name_problem(path, ending, seen):
            issues.append(Issue(file=file, message=problem, code="file-name"))
        else:
            yield path.stem, path
        seen.setdefault(path.name.casefold(), path.name)


def _file_name_problem(path: Path, ending: str, seen: Mapping[str, str]) -> str | None:
    name = shown(path.name)
    if (twin := seen.get(path.name.casefold())) is not None:
        return f'file names must differ by more than upper and lower case, found "{name}" beside "{shown(twin)}"'
    if path.suffix != ending:
        stem = hyphened(path.stem) or "my-slug"
        return f'a file here must be an entry named like "{stem}{ending}", found "{name}"; rename or move it'
    if not re.fullmatch(SLUG, path.stem, re.ASCII):
        slug = hyphened(path.stem) or "my-slug"
        rename = f'rename it "{slug}{ending}"'
        return f'a file name must be lower-case letters, digits and single hyphens, found "{name}"; {rename}'
    if len(path.stem) > LONGEST_SLUG:
        return f"a file name must be at most {LONGEST_SLUG} characters before its ending, found {len(path.stem)}"
    if path.stem in RESERVED:
        return f'a file name must not be a reserved one, found "{name}"; choose another'
    return None


def _strays(root: Path) -> Iterator[Issue]:
    known = {Path(c.where).name for c in KINDS} | {ESSAYS}
    for path in sorted((root / "content").iterdir()):
        if path.name in known or passed_over(path.name):
            continue
        message = (
            f'content/ must hold known collections only, found "{shown(path.name)}"{did_you_mean(path.name, known)}'
        )
        yield Issue(file=path.relative_to(root).as_posix(), message=message, code="file-name")


def _essays(root: Path, issues: list[Issue]) -> Iterator[tuple[str, Path]]:
    yield from _named(root, root / "content" / ESSAYS, ".md", issues)
