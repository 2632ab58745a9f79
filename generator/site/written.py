"""What is made of pages that an engine has written, of each alone: its Markdown, and what is seen of its HTML."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.site.finish import glance
from generator.site.markdown import write_markdown
from generator.site.seen import Glance

Plain = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Written:
    """What is made of some pages: the digests of their Markdown, and what is seen, by the paths of the HTML."""

    beside: Mapping[str, str] = field(default_factory=dict)
    seen: Mapping[str, Glance] = field(default_factory=dict)

    @property
    def plain(self) -> Plain:
        """The same in plain values."""
        seen = {path: (one.without, one.marks) for path, one in self.seen.items()}
        return {"beside": dict(self.beside), "seen": seen}


def of_written(texts: Mapping[str, bytes], files: Mapping[str, Sequence[str]], site: Path, site_url: str) -> Written:
    """Give what is made of the pages with these texts; `files` are of each its HTML, and what else the site has of it.

    Of pages without any, nothing is seen.
    """
    beside = write_markdown(texts, site, site_url)
    html = (files[path][0] for path in texts if path in files)
    seen = {name: glance((site / name).read_text(encoding="utf-8")) for name in html if (site / name).is_file()}
    return Written(beside=beside, seen=seen)


def joined(parts: Iterable[Plain]) -> Written:
    """Give what was made of the pages of all these parts."""
    beside: dict[str, str] = {}
    seen: dict[str, Glance] = {}
    for part in parts:
        beside |= part["beside"]
        seen |= {path: Glance(without=without, marks=marks) for path, (without, marks) in part["seen"].items()}
    return Written(beside=beside, seen=seen)
