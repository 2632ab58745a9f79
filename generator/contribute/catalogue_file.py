"""A language's catalogue: every message that readers get, found where it is said, and what a translation lacks."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import write_po

from generator.text.language import HERE, catalogue, places

KEYWORDS = {"_": None, "_n": (1, 2), "N_": None, "t": None, "tn": (1, 2)}
METHODS = {".py": "python", ".jinja": "jinja2", ".html": "jinja2", ".js": "javascript"}
NOTE = "NOTE:"


@dataclass(frozen=True, order=True)
class Fault:
    """What is wrong with one message of a catalogue: the message, in English, and what of it."""

    message: str
    says: str


def messages(templates: Path) -> Catalog:
    """Give every message that the generator, its templates and its scripts say to readers."""
    found = Catalog(fuzzy=False)
    for path in _texts(templates):
        options = {"trimmed": "true", "silent": "false"} if METHODS[path.suffix] == "jinja2" else {}
        place = (
            path.relative_to(templates.parent).as_posix()
            if path.is_relative_to(templates)
            else f"generator/{path.relative_to(HERE).as_posix()}"
        )
        for line, message, comments, _ in extract_from_file(METHODS[path.suffix], path, KEYWORDS, [NOTE], options):
            found.add(message, locations=[(place, line)], auto_comments=comments)
    for path, key in _wording():
        for line, message in _said_in(path, key):
            found.add(message, locations=[(f"generator/{path.relative_to(HERE).as_posix()}", line)])
    return found


def _wording() -> Iterator[tuple[Path, str]]:
    """Give the data that holds words for readers, each with the key under which they stand."""
    yield HERE / "rules/style_guide.json", "rules"
    yield from ((path, "measured") for path in sorted((HERE / "text/languages").glob("*.json")))


def _said_in(path: Path, key: str) -> Iterator[tuple[int, str]]:
    """Give line and message of every text for readers below this key: sentences, not the names of other keys."""
    text = path.read_text(encoding="utf-8")
    for message in _texts_of(json.loads(text).get(key, {})):
        at = text.find(json.dumps(message, ensure_ascii=False))
        yield text.count("\n", 0, at) + 1, message


def _texts_of(value: Any, name: str = "") -> Iterator[str]:  # noqa: ANN401 - any JSON value
    if isinstance(value, dict):
        for inner, each in value.items():
            yield from _texts_of(each, inner)
    elif isinstance(value, str) and name:
        yield value


def _texts(templates: Path) -> Iterator[Path]:
    yield from sorted(path for path in HERE.rglob("*.py") if not path.is_relative_to(HERE / "templates"))
    for folder in ("pages", "print", "site/partials", "scripts"):
        yield from sorted(path for path in (templates / folder).rglob("*") if path.suffix in METHODS)
    yield from sorted(path for path in (templates / "site").glob("*.html"))


def renewed(path: Path, templates: Path) -> Catalog:
    """Give the catalogue at `path` with every message of today, translated where it was; begun where there is none."""
    locale = path.stem.replace("-", "_")
    found = catalogue(path) if path.is_file() else Catalog(locale=locale, fuzzy=False, charset="utf-8")
    found.update(messages(templates), no_fuzzy_matching=True, update_header_comment=False)
    found.obsolete.clear()
    return found


def write(found: Catalog, path: Path) -> None:
    """Write the catalogue to its file, in the order of the messages' places, so that two writings are the same."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(
            file, found, width=120, omit_header=False, sort_by_file=True, include_lineno=False, ignore_obsolete=True
        )


def faults(found: Catalog) -> list[Fault]:
    """Give what readers would get in English, or wrong: untranslated messages, and places lost or invented."""
    return sorted(fault for message in found if message.id for fault in _faults(message, found.num_plurals))


def _faults(message: Message, forms: int) -> Iterator[Fault]:
    ids = list(message.id) if isinstance(message.id, list | tuple) else [message.id]
    string = message.string or ""
    said = list(string) if isinstance(string, list | tuple) else [string]
    if not all(said) or (len(ids) > 1 and len(said) != forms):
        yield Fault(ids[0], "is not translated")
        return
    if message.fuzzy:
        yield Fault(ids[0], "is marked fuzzy")
    wanted = frozenset().union(*map(places, ids))
    for one in said:
        invented = places(one) - wanted
        lost = wanted - places(one) - {"n"}
        if invented or lost:
            named = ", ".join(f"{{{name}}}" for name in sorted(invented | lost))
            yield Fault(ids[0], f'must hold the same places, found "{one}" ({named})')
