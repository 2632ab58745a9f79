"""A language's catalogue: every message that readers get, found where it is said, and what a translation lacks."""

import ast
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import write_po

from generator.text.language import HERE, catalogue, places
from generator.text.own_path import write_file

KEYWORDS = {"_": None, "_n": (1, 2), "N_": None}
TEXT = r'"(?:[^"\\\n]|\\.)*"'
IN_SCRIPT = re.compile(rf"(?<![\w.$#])(tn?)\(\s*({TEXT})(?:\s*,\s*({TEXT}))?")
UNSAID = re.compile(  # dates, which the history knows, and blanks that nobody has filled in
    rb"""^"(?:POT-Creation|PO-Revision)-Date: .*
|^.*(?:PROJECT|ORGANIZATION|FIRST AUTHOR|EMAIL@ADDRESS|FULL NAME|LL@li).*
""",
    re.MULTILINE,
)
Said = tuple[int, str | tuple[str, ...]]  # its line, and the message or its two faces


@dataclass(frozen=True, order=True)
class Fault:
    """What is wrong with one message of a catalogue: the message, in English, and what of it."""

    message: str
    says: str


def messages(templates: Path) -> Catalog:
    """Give every message that the generator, its templates and its scripts say to readers."""
    found = Catalog(fuzzy=False)
    for path in _texts(templates):
        place = (
            path.relative_to(templates.parent).as_posix()
            if path.is_relative_to(templates)
            else f"generator/{path.relative_to(HERE).as_posix()}"
        )
        for line, message in _said(path, path.stat().st_mtime_ns):
            found.add(message, locations=[(place, line)])
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


def _in_python(path: Path) -> Iterator[Said]:
    """Give what is said, one message within another's values, too, which Babel's own finder of Python loses."""
    for call in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in KEYWORDS and call.args:
            wanted = call.args[:2] if call.func.id == "_n" else call.args[:1]
            texts = tuple(str(one.value) for one in wanted if isinstance(one, ast.Constant) and one.value)
            if len(texts) == len(wanted):
                yield call.lineno, texts if len(texts) > 1 else texts[0]


def _in_template(path: Path) -> Iterator[Said]:
    options = {"trimmed": "true", "silent": "false"}
    for line, message, _, _ in extract_from_file("jinja2", path, KEYWORDS, options=options):
        yield line, message


def _in_script(path: Path) -> Iterator[Said]:
    """Give what is said, in a template literal and within another message's values, too, which Babel's finder loses."""
    script = path.read_text(encoding="utf-8")
    for found in IN_SCRIPT.finditer(script):
        one, many = (json.loads(text) if text else "" for text in found.group(2, 3))
        yield script.count("\n", 0, found.start()) + 1, (one, many) if found[1] == "tn" else one


FINDERS: dict[str, Callable[[Path], Iterator[Said]]] = {
    ".py": _in_python,
    ".jinja": _in_template,
    ".html": _in_template,
    ".js": _in_script,
}


@cache
def _said(path: Path, _changed_ns: int) -> Sequence[Said]:
    """Give what the file said when it was last changed: each language asks them all."""
    return tuple(FINDERS[path.suffix](path))


def _texts(templates: Path) -> Iterator[Path]:
    yield from sorted(path for path in HERE.rglob("*.py") if not path.is_relative_to(HERE / "templates"))
    for folder in ("pages", "print", "site/partials", "scripts"):
        yield from sorted(path for path in (templates / folder).rglob("*") if path.suffix in FINDERS)
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
    made = BytesIO()
    write_po(made, found, width=120, sort_by_file=True, include_lineno=False, ignore_obsolete=True)
    write_file(path, UNSAID.sub(b"", made.getvalue()))


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
