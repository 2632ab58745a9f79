"""What a finished page is asked for by all who finish a site: one that is taken as it was, nobody reads again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.site.listing import below
from generator.site.names import Held

HTML = ".html"


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What a finished page holds, the hashes of its own scripts, and which files of the theme it loads."""

    held: Held = field(default_factory=Held)
    hashes: frozenset[str] = frozenset()
    loads: frozenset[str] = frozenset()


Taken = Mapping[str, Seen]  # the pages that are taken as they were, by their path in the site
NONE: Taken = {}


def html_of(site: Path, taken: Taken = NONE) -> list[Path]:
    """Give every page of the site that is not taken, in order."""
    names = (name for name in below(site) if name.endswith(HTML) and name not in taken)
    return [site / name for name in sorted(names, key=lambda name: name.split("/"))]
