"""What `handbook serve` remembers between two edits: an edited entry is on screen before all the rest is made anew."""

import logging
import threading
import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.content.content import Content
from generator.content.load import load_entry
from generator.model import KINDS, Kind
from generator.rules import broken_rules
from generator.site.pipeline import Built, make, publish, valid
from generator.site.stamps import Stamps, stamps
from generator.text.issue import ContentError, Issue
from generator.text.own_path import own

log = logging.getLogger("mkdocs.hooks.handbook")
SIGNAL = ".cache/serve"  # a watched folder: a file in it changes when the rest is ready
FEW = 5  # entries edited at once; more are a checkout, not an edit
PATIENCE = 1.0  # seconds: a handbook that is made in less is made whole at once
PAUSE = 0.8  # seconds after an edit until the rest is begun, for the page that was edited comes first


class Session:
    """One run of the server: the content as it was last read, and when each of its files was last seen to change."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._stamps: Stamps = {}
        self._content: Content | None = None
        self._last: Built | None = None
        self._slow = False
        self._generation = 0
        self._writing = threading.Lock()
        self._timer: threading.Timer | None = None
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
        if self._last is None or self._content is None:
            built = self._whole(site_url)
        elif not edited:
            built = self._last
        elif self._slow and (entries := _entries(self._content, edited, now)):
            built = self._first(entries, site_url)
        else:
            built = self._whole(site_url)
        self._stamps = now
        return built

    def _whole(self, site_url: str) -> Built:
        began = time.monotonic()
        content = valid(self._root)
        made = make(self._root, content, site_url)
        self._content = content
        with self._writing:
            done = publish(self._root, made.files)
        self._last = replace(made.built, written=done.written, removed=done.removed)
        self._slow = time.monotonic() - began > PATIENCE
        return self._last

    def _first(self, entries: Mapping[str, tuple[Kind[Any], str]], site_url: str) -> Built:
        """Make only the pages that the edited entries alone stand behind, and the rest a moment later."""
        assert self._content is not None  # noqa: S101 - the caller has looked
        assert self._last is not None  # noqa: S101 - the same
        content = _with(self._root, self._content, entries)
        if problems := [*broken_rules(content)]:
            raise ContentError(problems)
        folders = (name for file in entries for name in (file.removesuffix(".yaml"), file.rpartition("/")[0]))
        only = frozenset({*entries, *folders})  # questions in files of their own are on the page of their folder
        made = make(self._root, content, site_url, only=only)
        self._content = content
        with self._writing:
            done = publish(self._root, made.files, whole=False)
        self._later(site_url)
        return replace(self._last, written=done.written, removed=0)

    def _later(self, site_url: str) -> None:
        if self._timer:
            self._timer.cancel()
        self._timer = threading.Timer(PAUSE, self._rebuild_dependents, (self._generation, site_url))
        self._timer.daemon = True
        self._timer.start()

    def _rebuild_dependents(self, generation: int, site_url: str) -> None:
        """Make everything anew behind the server, unless somebody edits meanwhile, and say so if a page changed."""
        content = self._content
        try:
            if content is None or generation != self._generation:
                return
            made = make(self._root, content, site_url)
            with self._writing:
                if generation != self._generation:
                    return
                done = publish(self._root, made.files)
            self._last = replace(made.built, written=done.written, removed=done.removed)
            if done.written or done.removed:
                (self._root / SIGNAL / "ready").write_text(f"{generation}\n", encoding="utf-8")
        except Exception:
            log.exception("The pages that depend on an edit could not be made; the next edit makes them all")
            self._last = None


def _entries(content: Content, edited: list[str], now: Stamps) -> dict[str, tuple[Kind[Any], str]]:
    """Give the collection and slug of each edited file, or nothing where it is more than a few entries' own words."""
    kinds = (kind for kind in KINDS if not kind.single)
    known = {f"{kind.where}/{slug}.yaml": (kind, slug) for kind in kinds for slug in content.entries[kind.id]}
    if len(edited) > FEW or any(file not in known or file not in now for file in edited):
        return {}
    return {file: known[file] for file in edited}


def _with(root: Path, content: Content, entries: Mapping[str, tuple[Kind[Any], str]]) -> Content:
    issues: list[Issue] = []
    for file, (kind, slug) in entries.items():
        try:
            entry = load_entry(root / file, kind, slug, file)
        except ContentError as error:
            issues += error.issues
            continue
        content = content.with_entry(kind, entry)
    if issues:
        raise ContentError(issues)
    return content
