"""The Markdown of pages that would come out the same: taken from build/docs as it is, and not made again.

A page follows from what all pages see, and from what was read of the entries while it was made. Both are written down
under this machine's seal; the text itself stands in build/docs, and one that was changed there is made anew.
"""

import marshal
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic_core import to_json

from generator.content.content import Content
from generator.content.entry import Entry
from generator.content.reads import WHOLE, Field, Group, Reads, held, noted, reading
from generator.pages.known import Texts, Wanted
from generator.pages.page import Download, PageSpec
from generator.site.examine import DOCS
from generator.site.ingredients import look
from generator.site.kept import FOLDER
from generator.site.listing import bytes_of
from generator.site.listing import digest as print_of
from generator.site.reads_by_number import Given, Numbers, Old, Refs, digest, given, in_doubt, shape_of, taken
from generator.site.rota import share
from generator.site.sealed_file import leave, left
from generator.text.language import FOLDER as LANGUAGES

FILE = f"{FOLDER}/markdown"
WHAT = "the Markdown of pages"
MORE = 1.25  # times as many fields and groups have numbers, once all are numbered anew: some are read no more
FEW = 100  # pages: fewer are made before another process has begun
SPOKEN = ("path", "template", "title", "description", "section", "source", "minutes", "scripts", "late", "moved")
Make = Callable[[], bytes]


@dataclass(frozen=True, kw_only=True)
class Record:
    """What was known when the pages were last made; all that is told apart is a digest."""

    look: str
    entries: Mapping[str, Mapping[str, str]]  # of each entry its text, and each field of its record
    fields: Sequence[Field]
    groups: Sequence[tuple[str, str, Refs]]
    shared: Refs
    pages: Mapping[str, tuple[str, str, Refs]]
    numbered: int = 0  # fields and groups, when all were last numbered anew


class KeptMarkdown:
    """The pages of a project as they were last made."""

    def __init__(self, root: Path) -> None:
        self._root, self._docs = root, f"{root / DOCS}"
        self._made: dict[str, tuple[str, str, Iterable[Any]]] = {}
        self._shared: Reads = set()
        self._may_take = False
        self.taken = 0
        self.anew: list[str] = []  # the paths of pages that were made

    def follow(self, content: Content, downloads: Sequence[Download]) -> Content:
        """Give the content, of which is noted from now on what is read."""
        self._content = replace(content, entries=noted(content.entries))
        alone = [content.handbook, *([content.glossary] if content.glossary else [])]
        said = [*(one.source.text for one in alone), *map(repr, content.essays.values()), repr(list(downloads))]
        self._look = look(self._root, [WHAT, *said, repr(sorted(content.unread))], (LANGUAGES,))
        return self._content

    def known(self, shared: Reads) -> Texts:
        """Give what gives the texts of pages, as they were or made anew, where all pages were read for `shared`."""
        self._shared = shared
        same = self._last.look == self._look and self._last.entries.keys() == self._texts.keys()
        self._may_take = same and self._hold(self._last.shared)
        return self._texts_of

    def _texts_of(self, wanted: Sequence[Wanted]) -> list[bytes]:
        found = {one[0].path: self._taken(*one[:3]) for one in wanted}
        new = [one for one in wanted if found[one[0].path] is None]
        made = self._shared_out(new) if len(new) >= FEW else {one[0].path: self._anew(*one) for one in new}
        self.anew = [*made]
        return [found[one[0].path] or made[one[0].path] for one in wanted]

    def _shared_out(self, wanted: Sequence[Wanted]) -> dict[str, bytes]:
        """Give the texts of pages, which several processes make; where one of them fails, this one makes all."""
        made: dict[str, bytes] = {}

        def mine(numbers: Iterable[int]) -> None:
            made.update({wanted[at][0].path: self._anew(*wanted[at]) for at in numbers})

        def theirs(numbers: Iterable[int]) -> Given:
            mine(numbers)
            return given(made, self._made)

        try:
            for texts, reads in map(taken, filter(None, share(len(wanted), mine, theirs))):
                made.update(texts)
                self._made.update(reads)
        except Exception:  # noqa: BLE001 - whatever it is, the first page that has it is to say it
            made.clear()
        if len(made) < len(wanted):
            mine(range(len(wanted)))
        return made

    def _taken(self, spec: PageSpec, before: PageSpec | None, after: PageSpec | None) -> bytes | None:
        if not self._may_take:
            return None
        key, text, refs = self._last.pages.get(spec.path, ("", "", []))
        if key == _key(spec, before, after) and self._hold(refs):
            data = bytes_of(f"{self._docs}/{spec.path}")
            if print_of(data) == text:
                self._made[spec.path] = (key, text, refs)
                self.taken += 1
                return data
        return None

    def _anew(self, spec: PageSpec, before: PageSpec | None, after: PageSpec | None, make: Make) -> bytes:
        with reading() as reads:
            text = make()
        self._made[spec.path] = (_key(spec, before, after), print_of(text), reads | (spec.reads or set()))
        return text

    @cached_property
    def _last(self) -> Record:
        body = left(self._root, FILE, WHAT, "all pages are made anew")
        try:
            return Record(**marshal.loads(body)) if body is not None else NOTHING  # noqa: S302 - this machine sealed it
        except (EOFError, ValueError, TypeError):  # of another version of the generator
            return NOTHING

    @cached_property
    def _entries(self) -> Mapping[str, Entry[Any]]:
        return {f"{kind}:{slug}": one for kind, of in self._content.entries.items() for slug, one in of.items()}

    @cached_property
    def _texts(self) -> Mapping[str, str]:
        return {name: digest(f"{one.file}\0{one.source.text}".encode()) for name, one in self._entries.items()}

    @cached_property
    def _fields(self) -> Mapping[str, Mapping[str, str]]:
        """The digests of each entry's text and fields; one that was not edited has those that it had."""
        before = self._last.entries if self._last.look == self._look else {}
        kept = {name: known for name, known in before.items() if known[TEXT] == self._texts.get(name)}
        return {
            name: kept.get(name) or {TEXT: self._texts[name], **_fields_of(one.record)}
            for name, one in self._entries.items()
        }

    @cached_property
    def _verdicts(self) -> dict[int, bool]:
        return {}

    @cached_property
    def _doubtful(self) -> AbstractSet[int]:
        """Each field that is not as it was, and each group that was worked out from such, whatever it comes to now."""
        last, fields = self._last, self._fields
        edited = {tuple(name.split(":", 1)) for name, known in last.entries.items() if fields.get(name) is not known}
        found = {at for at, one in enumerate(last.fields) if one[:2] in edited and not self._field_holds(at)}
        return in_doubt(found, last.groups)

    def _hold(self, refs: Refs) -> bool:
        """Whether all of what was read is as it was then."""
        return self._doubtful.isdisjoint(refs) or all(map(self._holds, refs))

    def _holds(self, ref: int) -> bool:
        if ref not in self._doubtful:
            return True
        if ref not in self._verdicts:
            self._verdicts[ref] = self._field_holds(ref) if ref >= 0 else self._group_holds(-1 - ref)
        return self._verdicts[ref]

    def _field_holds(self, ref: int) -> bool:
        kind, slug, name = self._last.fields[ref]
        entry = f"{kind}:{slug}"
        return self._last.entries[entry].get(name) == self._fields[entry].get(name)

    def _group_holds(self, at: int) -> bool:
        name, value, refs = self._last.groups[at]
        if self._hold(refs):
            return True
        now = self._now(name)
        return bool(value and now and shape_of(now.value) == value)

    def _now(self, name: str) -> Group | None:
        """Give what is worked out under the name this time, as far as it is known."""
        what, _, rest = name.partition(" ")
        if what == SAID:
            with reading() as reads, suppress(KeyError):  # a question that is gone
                self._content.name(*rest.split(" ", 1))
            return next((read for read in reads if isinstance(read, Group)), None)
        return self._named.get(name)

    @cached_property
    def _named(self) -> Mapping[str, Group]:
        found: dict[str, Group] = {}
        waiting = [self._shared]
        while waiting:
            for group in waiting.pop():
                if isinstance(group, Group) and group.name and group.name not in found:
                    found[group.name] = group
                    waiting.append(group.reads)
        return found

    def _of(self, ref: int) -> object:
        """Give what was read, as `reading` gives it; where it came to the same from other fields, from those."""
        if ref >= 0:
            return self._last.fields[ref]
        name, value, refs = self._last.groups[-1 - ref]
        if not self._hold(refs) and (now := self._now(name)):
            return now
        return Old(name, value, refs)

    @property
    def digests(self) -> Mapping[str, str]:
        """The digest of the text of each page, by its path."""
        return {path: text for path, (_, text, _) in self._made.items()}

    def remember(self) -> None:
        """Write down what came of each page. A disk that refuses costs no more."""
        last, now = self._last, Numbers(self._of)
        goes_on = self.taken and len(last.fields) + len(last.groups) <= MORE * last.numbered
        if goes_on:
            now = Numbers(self._of, last.fields, last.groups, self._doubtful)
        shared = now.refs(self._shared)
        pages = {path: (key, text, now.refs(reads)) for path, (key, text, reads) in self._made.items()}
        found = {"look": self._look, "entries": self._fields, "shared": shared, "pages": pages}
        numbered = last.numbered if goes_on else len(now.fields) + len(now.groups)
        body = {**found, "fields": list(now.fields), "groups": list(now.groups), "numbered": numbered}
        leave(self._root, FILE, WHAT, marshal.dumps(body))


TEXT = " text"
SAID = "Content.name"
NOTHING = Record(look="", entries={}, fields=(), groups=(), shared=[], pages={})


def _key(spec: PageSpec, before: PageSpec | None, after: PageSpec | None) -> str:
    said = [getattr(spec, name) for name in SPOKEN]
    crumbs = [(crumb.title, crumb.path) for crumb in spec.crumbs]
    return digest(repr((said, crumbs, [one and (one.title, one.path) for one in (before, after)])).encode())


def _fields_of(record: Any) -> dict[str, str]:  # noqa: ANN401 - a record that is noted
    found = {name: digest(to_json(value)) for name, value in held(record).items()}
    return {**found, WHOLE: digest(repr((sorted(found.items()), sorted(record.model_fields_set))).encode())}
