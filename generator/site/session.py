"""What `handbook serve` remembers between two edits: an edited entry is on screen before all the rest is made anew."""

import logging
import shutil
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from generator.content.content import Content
from generator.content.remembered import Remembered
from generator.content.shown import shown as without_sections
from generator.model import Kind
from generator.rules.every import broken_rules
from generator.site.calm import Calm, OutOfDateError
from generator.site.edited import entries_of, with_entries
from generator.site.generations import set_aside
from generator.site.own import own_of
from generator.site.pipeline import Built, build_whole, make, write_docs
from generator.site.sealed_file import storing
from generator.site.stamps import Stamps, stamps
from generator.text.issue import ContentError, Issue
from generator.text.own_path import own

log = logging.getLogger("mkdocs.hooks.handbook")
SIGNAL = ".cache/serve"  # a watched folder: a file in it changes when the rest is ready
PATIENCE = 1.0  # seconds: a handbook that is made in less is made whole at once
MANY = 200  # pages: more take longer than that, once they are not there already
OF_THE_SITE = "templates/site/"
AS_THEY_STAND = frozenset({".css", ".js"})
RECENT = 3  # pages that somebody looks at, made before all others
TEMPLATES = ("templates/pages/", "own/templates/pages/")  # of what a build writes into build/docs
PAUSE = 0.8  # seconds after an edit until the rest is begun, for the page that was edited comes first


class Session:
    """One run of the server: the content as it was last read, and when each of its files was last seen to change."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._stamps: Stamps = {}
        self._content: Content | None = None
        self._last: Built | None = None
        self._slow = False
        self._owed = False  # whether pages are still to be made that follow from an edit
        self._told = False  # whether the server was told to come, and has not yet
        self._looked: list[str] = []
        self._remembered = Remembered()
        self.problems: Sequence[Issue] = ()  # what keeps the pages from being as the files say
        self._generation = 0
        self._writing = threading.Lock()
        self._timer: threading.Timer | None = None
        self.calm = Calm()
        own(root, root / SIGNAL / "ready").parent.mkdir(parents=True, exist_ok=True)

    @property
    def last(self) -> Built | None:
        """What was last built, if anything was."""
        return self._last

    @property
    def under_way(self) -> bool:
        """Whether the rest of an edit is still to be made."""
        return self._timer is not None and self._timer.is_alive()

    def build(self, site_url: str) -> Built:
        """Give the pages as they should be now; of an edit, first those of the edited entries, the rest soon after.

        Raises ContentError where the content has errors, and keeps what was good before.
        """
        now = dict(stamps(self._root))
        edited = sorted(name for name in {*now, *self._stamps} if now.get(name) != self._stamps.get(name))
        # what is being made behind is out of date then; a watcher may also call in vain
        self._generation += bool(edited)
        self._told = False
        try:
            built = self._after(edited, now, site_url)
        except ContentError as error:
            self.problems = [issue for issue in error.issues if issue.severity == "error"]
            raise
        finally:
            if self._owed and (edited or not self.under_way):
                self._later(site_url)
        self.problems = ()
        self._stamps = now
        return built

    def is_called_in_vain(self) -> bool:
        """Whether there is nothing to make: an editor's swap file came or went, or a file was saved as it was."""
        return not self.problems and not self._told and not self._owed and dict(stamps(self._root)) == self._stamps

    def has_taken(self, site: Path) -> bool:
        """Whether all that was edited is served as it stands, and is in the site by now: style sheets and scripts.

        One that is new, that was removed, or that is not of the project's own theme is a build's business.
        """
        now = dict(stamps(self._root))
        edited = [name for name in {*now, *self._stamps} if now.get(name) != self._stamps.get(name)]
        served = {name: site / name.removeprefix(OF_THE_SITE) for name in edited}
        if self.problems or self._told or self._content is None or not edited:
            return False
        there = now.keys() & self._stamps.keys()
        if not all(name in there and _is_served(self._root, name, place) for name, place in served.items()):
            return False
        if any(name.startswith("own/") for name in edited):
            try:
                self._own(self._content)
            except ContentError:
                return False  # a build says it
        for name, place in served.items():
            shutil.copyfile(self._root / name, place)
        self._stamps = now
        return True

    def look_at(self, address: str) -> None:
        """Remember that somebody looks at the page of this address, from the root of the site."""
        page = address.strip("/")
        self._looked = [page, *(one for one in self._looked if one != page)][:RECENT]

    @property
    def looked_at(self) -> Sequence[str]:
        """The addresses of the pages that somebody looked at last, without slashes around them."""
        return tuple(self._looked)

    def come_again(self) -> None:
        """Have the server build once more in a moment."""
        self._told = True
        (self._root / SIGNAL / "ready").write_text(f"{time.time_ns()}\n", encoding="utf-8")

    def come_again_soon(self) -> None:
        """Have it build once more, but not before the pages that somebody looks at are shown."""
        soon = threading.Timer(PAUSE, self.come_again)
        soon.daemon = True
        soon.start()

    def _after(self, edited: Sequence[str], now: Stamps, site_url: str) -> Built:
        if self._last is None or self._content is None:
            return self._whole(site_url)
        if not edited or all(file.startswith("templates/") and not file.startswith(TEMPLATES) for file in edited):
            return self._last  # what the engine itself reads
        if self._slow and (entries := entries_of(self._content, edited, now)):
            return self._first(entries, site_url)
        if self._slow and self._looked and all(file.startswith(TEMPLATES) for file in edited):
            paths = {f"{page}{end}" if page else "index.md" for page in self._looked for end in (".md", "/index.md")}
            return self._some(self._content, frozenset(paths), site_url)
        if all(file.startswith("own/") and not file.startswith(TEMPLATES) and file in now for file in edited):
            return self._own(self._content)
        return self._whole(site_url)

    def _own(self, content: Content) -> Built:
        """Put the files of one's own into build/docs, and nothing else."""
        assert self._last is not None  # noqa: S101 - the caller has looked
        laid = own_of(self._root, without_sections(content))
        with self._writing:
            done = write_docs(self._root, laid.files, whole=False)
        self._last = replace(self._last, own=laid, written=done.written, removed=0)
        return self._last

    def _whole(self, site_url: str) -> Built:
        began = time.monotonic()
        store = self._last is None and storing()  # an edit is on screen before all that there is was looked through
        with self._writing:
            self._content, built = build_whole(self._root, site_url, store=store, remembered=self._remembered)
        self._slow = time.monotonic() - began > PATIENCE or len(built.digests) > MANY
        self._last, self._owed = replace(built, texts={}, digests={}, before={}), False
        set_aside()
        return built

    def _first(self, entries: Mapping[str, tuple[Kind[Any], str]], site_url: str) -> Built:
        """Make only the pages that the edited entries alone stand behind, and the rest a moment later."""
        assert self._content is not None  # noqa: S101 - the caller has looked
        content = with_entries(self._root, self._content, entries)
        if problems := [issue for issue in broken_rules(content) if issue.severity == "error"]:
            raise ContentError(problems)
        folders = (name for file in entries for name in (file.removesuffix(".yaml"), file.rpartition("/")[0]))
        only = frozenset({*entries, *folders})  # questions in files of their own are on the page of their folder
        return self._some(content, only, site_url)

    def _some(self, content: Content, only: frozenset[str], site_url: str) -> Built:
        assert self._last is not None  # noqa: S101 - the callers have looked
        made = make(self._root, content, site_url, only=only)
        self._content, self._owed = content, True
        with self._writing:
            done = write_docs(self._root, made.files, whole=False)
        return replace(self._last, written=done.written, removed=0)

    def _later(self, site_url: str) -> None:
        if self._timer:
            self._timer.cancel()
        self._timer = threading.Timer(PAUSE, self._rebuild_dependents, (self._generation, site_url))
        self._timer.daemon = True
        self._timer.start()

    def _is_still(self, generation: int) -> bool:
        return generation == self._generation

    def _rebuild_dependents(self, generation: int, site_url: str) -> None:
        """Make everything anew behind the server, unless somebody edits meanwhile, and say so if a page changed."""
        content = self._content
        try:
            if content is None or generation != self._generation:
                return
            made = make(
                self._root, content, site_url, known=partial(self.calm.known, lambda: generation == self._generation)
            )
            with self._writing:
                if generation != self._generation:
                    return
                done = write_docs(self._root, made.files)
            self._last = replace(made.built, written=done.written, removed=done.removed)
            self._owed = False
            set_aside()
            if done.written or done.removed:
                self.come_again()
        except OutOfDateError:
            return  # the edit meanwhile has it begun again
        except Exception:
            log.exception("The pages that depend on an edit could not be made; the next edit makes them all")
            self._last = None


def _is_served(root: Path, name: str, place: Path) -> bool:
    if Path(name).suffix not in AS_THEY_STAND or not place.is_file() or place.is_symlink():
        return False
    if name.startswith(OF_THE_SITE):
        return not (root / "own" / name).exists()  # which would be asked first
    return name.startswith("own/") and not name.startswith(("own/templates/", "own/host/"))
