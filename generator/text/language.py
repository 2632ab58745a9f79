"""The language a handbook speaks to its readers: its words, counts, dates, numbers and direction.

English is what the messages themselves say; every other language is a catalogue (gettext) of them. A message holds
its values by name, `_("Kept at {time}", time=...)`; one that counts has two faces, `_n("{n} card", "{n} cards", 3)`.
What a page says depends on the language that is spoken while it is made: `with speaking(content.language): ...`.
"""

import gettext
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from generator.text.own_path import LinkError, own

if TYPE_CHECKING:  # slow to load, and a check of what is written in English asks nothing of it
    from babel import Locale
    from babel.messages.catalog import Catalog

CODE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")
HERE = Path(__file__).resolve().parents[1]
FOLDER = "languages"
COMMON = next((at for at in (HERE / "templates", HERE.parent / "templates") if at.is_dir()), HERE) / FOLDER
LARGE_NOUNS = {"de", "gsw", "lb", "nds"}  # languages that write every noun with a capital
PLURAL = re.compile(r"[n0-9\s()!=<>&|?:%]+")  # C and JavaScript agree on these
PLACE = re.compile(r"\{([a-z_]+)\}")


class LanguageError(Exception):
    """Raised where a language cannot be spoken; the message says what to do."""


def _germanic(number: int) -> int:
    return int(number != 1)


@dataclass(frozen=True, eq=False)
class Language:
    """A language: its code (BCP 47), and for each message what it says, in as many forms as it counts in."""

    code: str = "en"
    messages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    plural: Callable[[int], int] = _germanic
    plural_rule: str = "n != 1"
    scripts: frozenset[str] = frozenset()  # the messages that scripts say

    @cached_property
    def locale(self) -> "Locale":
        """Give what Babel (CLDR) knows of the language."""
        from babel import Locale  # noqa: PLC0415 - slow to load

        return Locale.parse(self.code, sep="-")

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        """Give which way its lines run."""
        return "rtl" if self.locale.text_direction == "rtl" else "ltr"

    def say(self, message: str) -> str:
        """Give the message in this language, its places unfilled; in English where the catalogue lacks it."""
        forms = self.messages.get(message)
        return forms[0] if forms and forms[0] else message

    def count(self, one: str, many: str, number: int) -> str:
        """Give the face of the message that fits the number, its places unfilled."""
        forms = self.messages.get(one)
        if forms and all(forms):
            return forms[min(self.plural(number), len(forms) - 1)]
        return one if number == 1 else many

    def date(self, day: date, shape: str = "long") -> str:
        """Give the day as people write it: "28 November 2026"; `shape` is one of CLDR's names or a pattern."""
        if self.code == "en" and shape == "long":
            shape = "d MMMM y"
        from babel.dates import format_date  # noqa: PLC0415 - slow to load

        return str(format_date(day, shape, locale=self.locale))

    def number(self, value: float) -> str:
        """Give the number as people write it: 1,200 or 1.200."""
        from babel.numbers import format_decimal  # noqa: PLC0415 - slow to load

        return str(format_decimal(value, locale=self.locale))

    def within(self, name: str) -> str:
        """Give the name as it stands within a sentence: its first letter small, where nouns have no capital."""
        return name if self.locale.language in LARGE_NOUNS else name[:1].lower() + name[1:]

    def listing(self, names: Iterable[str]) -> str:
        """Give the names as a list in a sentence: a, b and c."""
        names = list(names)
        if self.code == "en":  # without the comma before "and"
            return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
        from babel.lists import format_list  # noqa: PLC0415 - slow to load

        return str(format_list(names, locale=self.locale))


ENGLISH = Language()
_spoken: ContextVar[Language] = ContextVar("language", default=ENGLISH)


def current() -> Language:
    """Give the language that is spoken now."""
    return _spoken.get()


@contextmanager
def speaking(language: Language) -> Iterator[Language]:
    """Speak this language within the block."""
    token = _spoken.set(language)
    try:
        yield language
    finally:
        _spoken.reset(token)


def _(message: str, **values: object) -> str:
    """Give the message in the language that is spoken now, its places filled."""
    return filled(current().say(message), values)


def _n(one: str, many: str, n: int, **values: object) -> str:
    """Give the face of the message that fits `n`, in the language that is spoken now; `{n}` is the number itself."""
    return filled(current().count(one, many, n), {"n": n, **values})


def N_(message: str) -> str:  # noqa: N802 - gettext's own name
    """Mark a message that is said later; give it as it stands."""
    return message


def filled(message: str, values: Mapping[str, Any]) -> str:
    """Give the message with its named places filled. Raises KeyError where a value lacks."""
    return PLACE.sub(lambda found: str(values[found[1]]), message) if "{" in message else message


def places(message: str) -> frozenset[str]:
    """Give the names of the places in a message."""
    return frozenset(PLACE.findall(message))


def language_of(code: str, root: Path | None = None) -> Language:
    """Give the language of this code: from languages/ of the project at `root`, or one that comes with the generator.

    Raises LanguageError where there is none.
    """
    place = root / FOLDER / f"{code}.po" if root else None
    if root and place and CODE.fullmatch(code):
        try:
            own(root, place)
        except LinkError as error:
            raise LanguageError(f"one with a file of its own, found that {FOLDER}/{code}.po is a link") from error
    found = place if place and place.is_file() else COMMON / f"{code}.po"
    if code == "en" and not found.is_file():
        return ENGLISH
    if not CODE.fullmatch(code) or not found.is_file():
        there = ", ".join(known(root))
        raise LanguageError(f'one of {there}, found "{code}"; `handbook language add {code}` begins a new one')
    return _read(found, code, found.stat().st_mtime_ns)


def known(root: Path | None = None) -> list[str]:
    """Give the codes of the languages there are for the project at `root`."""
    folders = [COMMON, *([root / FOLDER] if root else [])]
    return sorted({"en", *(path.stem for folder in folders for path in folder.glob("*.po"))})


def catalogue(path: Path) -> "Catalog":
    """Give a .po file as Babel reads it. Raises LanguageError with the place where it is none."""
    from babel.messages.pofile import PoFileError, read_po  # noqa: PLC0415 - slow to load

    try:
        with path.open("rb") as file:
            return read_po(file, locale=path.stem.replace("-", "_"), abort_invalid=True)
    except (PoFileError, ValueError, UnicodeDecodeError) as error:
        raise LanguageError(f"{path.name} must be a catalogue (gettext .po): {error}") from None


@lru_cache(maxsize=16)
def _read(path: Path, code: str, _modified: int) -> Language:
    read = catalogue(path)
    rule = read.plural_expr
    if not PLURAL.fullmatch(rule):
        raise LanguageError(f'{path.name}: its plural rule must be made of n, numbers and operators, found "{rule}"')
    said = {_first(one.id): _forms(one.string) for one in read if one.id and not one.fuzzy}
    scripts = {_first(one.id) for one in read if one.id and any("/scripts/" in file for file, _ in one.locations)}
    return Language(code=code, messages=said, plural=gettext.c2py(rule), plural_rule=rule, scripts=frozenset(scripts))


def _first(message: Any) -> str:  # noqa: ANN401 - a message, or its two faces
    return str(message[0] if isinstance(message, list | tuple) else message)


def _forms(said: Any) -> tuple[str, ...]:  # noqa: ANN401 - what is said, or its forms
    return tuple(said) if isinstance(said, list | tuple) else (said or "",)
