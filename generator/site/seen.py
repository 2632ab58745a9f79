"""What the pages that are taken as they were hold, so that nobody who finishes a site reads them again."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.site.listing import below

HTML = ".html"
HASHED, LOADED = "#", "@"  # how a mark begins that is the hash of a script, or a file of the theme that a page loads


@dataclass(frozen=True, kw_only=True)
class Taken:
    """Which pages are taken, by their paths in the site, and the marks that they hold."""

    pages: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()

    def marked(self, begins: str) -> set[str]:
        """Give the marks that begin so, without that."""
        return {mark[1:] for mark in self.marks if mark[0] == begins}


NONE = Taken()


@dataclass(frozen=True, kw_only=True)
class Glance:
    """What is seen of a page as the engine has written it: whether it does without the theme's script, and its marks.

    The marks are those it has once its scripts are chosen.
    """

    without: bool
    marks: Sequence[str]  # each once; a set takes ten times the room


Glances = Mapping[str, Glance]  # by the path of a page in the site
NO_GLANCES: Glances = {}


def html_of(site: Path, taken: Taken = NONE, files: Iterable[str] = ()) -> list[Path]:
    """Give every page of the site, which may hold these `files`, that is not taken, in order."""
    names = (name for name in files or below(site) if name.endswith(HTML) and name not in taken.pages)
    return [site / name for name in sorted(names, key=lambda name: name.split("/"))]
