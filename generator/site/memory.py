"""What the hook keeps between what MkDocs tells it, and between two builds of one server."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.exports.sketch import Sketch
from generator.site.app import App
from generator.site.compiled import KeptTemplates
from generator.site.kept_rows import Spare
from generator.site.look import Look
from generator.site.session import Session
from generator.site.spared import Spared
from generator.site.stretches import Own, Stretches
from generator.text.language import ENGLISH, Language


@dataclass
class Memory:
    """What is kept between two builds of one server: MkDocs loads the hook once, and calls it for each build."""

    serving: bool = False
    look: Look = field(default_factory=Look)
    sketches: Mapping[str, Sketch] = field(default_factory=dict)  # by the path of the page
    language: Language = ENGLISH
    app: App | None = None
    sessions: dict[Path, Session] = field(default_factory=dict)
    sparing: bool = False  # whether pages of the published site may be taken
    texts: Mapping[str, bytes] = field(default_factory=dict)  # of the pages, by the path of their Markdown
    spared: Spared | None = None
    rows: Spare = field(default_factory=Spare)  # of pages as they were
    apart: bool = False  # whether no page may look at another
    parts: Stretches | Own | None = None  # what other processes make, or what this one makes for another
    warned: Any = None  # MkDocs' count of what it warned of, or a fork's
    files: Any = None  # MkDocs' files, or a fork's
    compiled: KeptTemplates | None = None  # of the site's own environment

    def session(self, root: Path) -> Session:
        """Give the session of the project at `root`, begun at the first call."""
        if root not in self.sessions:
            self.sessions[root] = Session(root)
        return self.sessions[root]
