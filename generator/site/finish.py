"""What is done to a site once an engine has made it, whichever it was: all of it here, in this order.

The theme's script stays with the pages that need it, its sheets become one that fits, each page gets its picture, the
policy is stated in every page and in `_headers`, and the site is made an app. What the engine wrote for a search that
nobody uses is taken away.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.exports.sketch import Sketch
from generator.site.app import App, make_app
from generator.site.host import HostError, put_host_files
from generator.site.lock import BusyError
from generator.site.pictures import hang_pictures
from generator.site.pipeline import SITE, templates_of
from generator.site.policy import secure
from generator.site.strangers import files_of, note
from generator.site.theme_script import lighten
from generator.site.theme_sheet import fit
from generator.text.own_path import write_file

UNUSED = ("search.json",)  # Zensical's own index of every word


class FinishError(Exception):
    """Raised where the site could not be finished; the message says why."""


@dataclass(frozen=True, kw_only=True)
class Finish:
    """What a published site wants: where its project is, its pictures, what it is as an app, and whether it is kept."""

    root: Path
    templates: Sequence[Path]  # of the look, whose own inline scripts may run
    sketches: Mapping[str, Sketch]
    app: App | None
    keeps: bool


def from_here(page: Path, base: str) -> None:
    """Have a page at the top of the site name its files from where it stands, not from the host's first folder."""
    names = re.compile(rf'((?:href|src|content)="|"(?:base|search)":\s*"){re.escape(base.rstrip("/"))}/')
    write_file(page, names.sub(r"\1./", page.read_text(encoding="utf-8")).encode())


def finish(site: Path, wants: Finish) -> None:
    """Finish a site that is made to be visited. Raises FinishError or PolicyError."""
    for name in UNUSED:
        (site / name).unlink(missing_ok=True)
    try:
        put_host_files(wants.root, site)
    except (HostError, OSError) as error:
        raise FinishError(f"The files for the host could not be put into the site: {error}") from None
    try:
        hang_pictures(wants.root, site, wants.sketches, templates_of(wants.root) / "print/fonts")
    except (BusyError, OSError) as error:
        raise FinishError(f"The pictures of the pages could not be drawn: {error}") from None
    lighten(site)
    fit(site)
    secure(site, wants.templates)
    if wants.app:
        try:
            make_app(site, wants.app, keeps=wants.keeps)
        except OSError as error:
            raise FinishError(f"The site could not be made an app: {error}") from None
    if site.name == SITE:  # built in its place; `publish` notes what it puts there
        note(wants.root, SITE, files_of(site))


def secured(site: Path, templates: Sequence[Path]) -> None:
    """State the policy in every page of a site that is opened from the disk. Raises PolicyError."""
    secure(site, templates, from_disk=True)
