"""From files to Content: every file of content/ read, validated and joined, or every issue at once."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from generator.content import Content, Entry, Essay
from generator.issue import ContentError, Issue, did_you_mean, shown
from generator.model import COLLECTIONS, FOLDERS, GLOSSARY, HANDBOOK, SLUG, Collection, Record
from generator.source import Source, decode, hostile, parse_source, read_source

IGNORED = re.compile(r"\..*(?<!\.yaml)(?<!\.yml)|.*~|#.*#")
RESERVED = frozenset({"index", "con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))})
ESSAYS = "pages"
ESSAY_KILOBYTES = 64
HINTS = {
    "string_type": ("text", "; put it in quotes"),
    "int_type": ("a whole number", ""),
    "bool_type": ("true or false", ""),
    "tuple_type": ("a list", '; begin each item on a line of its own with "- "'),
    "model_type": ("a mapping of its fields", ""),
    "model_attributes_type": ("a mapping of its fields", ""),
}


def load(root: Path) -> Content:
    """Give the whole content of the project at `root`. Raises ContentError with every issue of every file."""
    issues: list[Issue] = []
    read: dict[str, dict[str, Entry[Any]]] = {}
    if not (root / "content").is_dir():
        raise ContentError([Issue(file="content", message="the project must hold a folder content/, found none", code="missing-file")])
    issues += _strays(root)
    for collection in COLLECTIONS:
        read[collection.name] = {}
        for slug, path in _files(root, collection, issues):
            try:
                read[collection.name][slug] = load_entry(path, collection, slug, path.relative_to(root).as_posix())
            except ContentError as error:
                issues += error.issues
    essays: dict[str, Essay] = {}
    for slug, path in _essays(root, issues):
        try:
            essays[slug] = _essay(path, slug, path.relative_to(root).as_posix())
        except ContentError as error:
            issues += error.issues
    if issues or HANDBOOK.name not in read[HANDBOOK.name]:
        raise ContentError(issues)
    return Content(
        handbook=read[HANDBOOK.name][HANDBOOK.name],
        glossary=read[GLOSSARY.name].get(GLOSSARY.name),
        essays=essays,
        **{folder.name: read[folder.name] for folder in FOLDERS},
    )


def load_entry(path: Path, collection: Collection, slug: str, file: str) -> Entry[Any]:
    """Give one file as an entry of the collection. Raises ContentError with all its issues."""
    return as_entry(read_source(path, file, kilobytes=collection.kilobytes), collection, slug)


def entry_from_text(text: str, collection: Collection, slug: str, file: str) -> Entry[Any]:
    """Give a YAML text as an entry of the collection. Raises ContentError with all its issues."""
    return as_entry(parse_source(text.encode(), file), collection, slug)


def as_entry(source: Source, collection: Collection, slug: str) -> Entry[Any]:
    """Give the source as an entry of the collection. Raises ContentError with all its issues."""
    if not isinstance(source.data, dict):
        message = f"the file must hold fields of a {collection.kind} (key: value), found {_found(source.data)}"
        raise ContentError([Issue(file=source.file, message=message, code="type")])
    try:
        record = collection.record.model_validate(source.data)
    except ValidationError as error:
        raise ContentError(_issues_of(error, source, collection.record)) from None
    return Entry(slug=slug, file=source.file, record=record, source=source)


def _issues_of(error: ValidationError, source: Source, record: type[Record]) -> Iterator[Issue]:
    for problem in error.errors(include_url=False):
        path = problem["loc"]
        kind = str(problem["type"])
        if kind == "extra_forbidden":
            line, column = source.key_place(path)
            known = field_names(record, path[:-1])
            near = did_you_mean(str(path[-1]), known) or f"; the fields here are {', '.join(known)}"
            message = f'every key must be a field of the model, found "{shown(str(path[-1]))}"{near}'
            yield Issue(file=source.file, line=line, column=column, message=message, code="unknown-key")
        elif kind == "missing":
            line, column = source.place(path[:-1])
            message = f'"{path[-1]}" must be given{_inside(path[:-1])}, found nothing; add it'
            yield Issue(file=source.file, line=line, column=column, message=message, code="missing-key")
        else:
            line, column = source.place(path)
            message = _value_message(kind, problem, path)
            yield Issue(file=source.file, line=line, column=column, message=message, code=_code(kind))


def _value_message(kind: str, problem: Any, path: tuple[int | str, ...]) -> str:  # noqa: ANN401 - pydantic's dict
    name = _name(path)
    found = _found(problem["input"])
    context = problem.get("ctx", {})
    if problem["input"] is None:
        return f"{name} must hold a value, found nothing; write it, or leave the key out if it is optional"
    if kind in HINTS:
        wanted, hint = HINTS[kind]
        is_number = kind == "int_type" and isinstance(problem["input"], str) and problem["input"].isdigit()
        return f"{name} must be {wanted}, found {found}{'; write it without quotes' if is_number else hint}"
    match kind:
        case "literal_error":
            words = re.findall(r"'([^']*)'", str(context["expected"]))
            near = did_you_mean(str(problem["input"]), words)
            return f"{name} must be one of {', '.join(words)}, found {found}{near}"
        case "string_too_long":
            return f"{name} must be at most {context['max_length']} characters, found {len(problem['input'])}"
        case "string_pattern_mismatch":
            return f"{name} must be {_pattern_words(str(context['pattern']))}, found {found}"
        case "too_long":
            return f"{name} must hold at most {context['max_length']} items, found {context['actual_length']}"
        case "too_short":
            return f"{name} must hold at least {context['min_length']} items, found {context['actual_length']}"
        case "greater_than_equal":
            return f"{name} must be at least {context['ge']}, found {found}"
        case "less_than_equal":
            return f"{name} must be at most {context['le']}, found {found}"
        case "value_error":
            return f"{name} {context['error']}, found {found}"
    return f"{name}: {problem['msg'][0].lower()}{problem['msg'][1:]}, found {found}"


def _code(kind: str) -> str:
    if kind.endswith("_type"):
        return "type"
    if kind in {"string_too_long", "too_long", "too_short", "greater_than_equal", "less_than_equal"}:
        return "size"
    return "value"


def _pattern_words(pattern: str) -> str:
    if pattern == SLUG:
        return "lower-case letters, digits and single hyphens"
    if pattern.startswith("^https"):
        return "a web address that begins with https://"
    if "{4}" in pattern:
        return "a date such as 2026, 2026-03 or 2026-03-14"
    return "a name that begins with a capital letter"


def _name(path: tuple[int | str, ...]) -> str:
    words = [f"item {step + 1}" if isinstance(step, int) else f'"{step}"' for step in path[-2:]]
    if not words:
        return "the file"
    if isinstance(path[-1], int):
        return f"{words[-1]} of {words[0]}" if len(words) > 1 else words[-1]
    return words[-1]


def _inside(path: tuple[int | str, ...]) -> str:
    return f" in {_name(path)}" if path else ""


def _found(value: object) -> str:
    match value:
        case None:
            return "nothing"
        case bool():
            return f'"{str(value).lower()}"'
        case int() | float():
            return f"the number {value}"
        case str():
            return f'"{shown(value)}"'
        case tuple() | list():
            return f"a list of {len(value)} items"
        case dict():
            return f'a mapping ("{shown(next(iter(value), ""))}: ...")'
    return shown(str(value))


def field_names(record: type[BaseModel], path: Iterable[int | str]) -> list[str]:
    """Give the names (as written in YAML) of the fields of the record found at the path inside another."""
    here: Any = record
    for step in path:
        if isinstance(step, str):
            here = _record_in(_field(here, step).annotation) or here
    return [field.alias or name for name, field in here.model_fields.items()]


def _field(record: Any, name: str) -> FieldInfo:  # noqa: ANN401 - a record class
    fields: Mapping[str, FieldInfo] = record.model_fields
    return next((f for n, f in fields.items() if name in {n, f.alias}), FieldInfo(annotation=record))


def _record_in(annotation: Any) -> Any:  # noqa: ANN401 - a type expression
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_record_in, get_args(annotation))), None)


def _files(root: Path, collection: Collection, issues: list[Issue]) -> Iterator[tuple[str, Path]]:
    where = root / collection.where
    if collection.single:
        if where.exists() or where.is_symlink():
            yield collection.name, where
        elif collection is HANDBOOK:
            message = f"{collection.where} must exist, found no such file; it holds the words all other entries use"
            issues.append(Issue(file=collection.where, message=message, code="missing-file"))
        return
    yield from _named(root, where, ".yaml", issues)


def _named(root: Path, folder: Path, ending: str, issues: list[Issue]) -> Iterator[tuple[str, Path]]:
    if not folder.is_dir() or folder.is_symlink():
        if folder.exists() or folder.is_symlink():
            message = "a collection must be an ordinary folder, found a link or a file"
            issues.append(Issue(file=folder.relative_to(root).as_posix(), message=message, code="not-a-file"))
        return
    seen: dict[str, str] = {}
    for path in sorted(folder.iterdir()):
        if IGNORED.fullmatch(path.name):
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
        stem = re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-") or "my-slug"
        return f'a file here must be an entry named like "{stem}{ending}", found "{name}"; rename or move it'
    if not re.fullmatch(SLUG, path.stem, re.ASCII):
        slug = re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-") or "my-slug"
        return f'a file name must be lower-case letters, digits and single hyphens, found "{name}"; rename it "{slug}{ending}"'
    if path.stem in RESERVED:
        return f'a file name must not be a reserved one, found "{name}"; choose another'
    return None


def _strays(root: Path) -> Iterator[Issue]:
    known = {Path(c.where).name for c in COLLECTIONS} | {ESSAYS}
    for path in sorted((root / "content").iterdir()):
        if path.name in known or IGNORED.fullmatch(path.name):
            continue
        message = f'content/ must hold known collections only, found "{shown(path.name)}"{did_you_mean(path.name, known)}'
        yield Issue(file=path.relative_to(root).as_posix(), message=message, code="file-name")


def _essays(root: Path, issues: list[Issue]) -> Iterator[tuple[str, Path]]:
    yield from _named(root, root / "content" / ESSAYS, ".md", issues)


def _essay(path: Path, slug: str, file: str) -> Essay:
    if path.is_symlink() or not path.is_file():
        raise ContentError([Issue(file=file, message="a page must be an ordinary file", code="not-a-file")])
    if path.stat().st_size > ESSAY_KILOBYTES * 1024:
        raise ContentError([Issue(file=file, message=f"a page must be at most {ESSAY_KILOBYTES} kB", code="too-large")])
    text = decode(path.read_bytes(), file)
    issues = [
        Issue(
            file=file,
            line=text.count("\n", 0, at) + 1,
            column=at - text.rfind("\n", 0, at),
            message=f"a text must hold visible characters only, found {found}",
            code="character",
        )
        for at, found in hostile(text)
    ]
    first, _, rest = text.lstrip().partition("\n")
    if not first.startswith("# "):
        issues.append(Issue(file=file, message=f'a page must begin with "# " and its title, found "{shown(first)}"', code="value"))
    if issues:
        raise ContentError(issues)
    return Essay(slug=slug, file=file, title=first[2:].strip(), body=rest.strip(), text=text)
