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
from generator.site.listing import files_of
from generator.site.lock import BusyError
from generator.site.names import marks_of
from generator.site.pictures import hang_pictures
from generator.site.pipeline import SITE, templates_of
from generator.site.policy import STATED, hash_of, inline_scripts, secure
from generator.site.seen import HASHED, LOADED, NO_GLANCES, Glance, Glances, html_of
from generator.site.sheaf import Sheaf
from generator.site.spared import Spared
from generator.site.strangers import note
from generator.site.theme_script import does_without, lighten, lightened, scripts_of
from generator.site.theme_sheet import fit, served, sheets_of
from generator.text.own_path import write_file

NOTHING = Spared(look="")
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


@dataclass(frozen=True, kw_only=True)
class Finished:
    """The pages of a finished site that were not there already: the marks and the digest of each, by its path in it."""

    marks: Mapping[str, Sequence[str]]  # each once
    digests: Mapping[str, str]


def from_here(page: Path, base: str) -> None:
    """Have a page at the top of the site name its files from where it stands, not from the host's first folder."""
    names = re.compile(rf'((?:href|src|content)="|"(?:base|search)":\s*"){re.escape(base.rstrip("/"))}/')
    write_file(page, names.sub(r"\1./", page.read_text(encoding="utf-8")).encode())


def glance(page: str) -> Glance:
    """Give what is seen of a page as the engine has written it, which whoever finishes the site need not look at."""
    without = bool(scripts_of(page)) and does_without(page)
    return Glance(without=without, marks=tuple(marks_of(served(lightened(page) if without else page))))


def finish(site: Path, wants: Finish, there: Spared = NOTHING, seen: Glances = NO_GLANCES) -> Finished:
    """Finish a site that is made to be visited, of which some pages are `there`. Raises FinishError or PolicyError.

    Some of the others are `seen` already.
    """
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
    taken = there.taken
    files = [*files_of(site)]
    pages = Sheaf(site, html_of(site, taken, files))
    lighten(site, pages, taken, seen)
    marks = fit(site, pages, taken, files, seen, root=wants.root)
    hashes = secure(site, wants.templates, pages, taken)
    digests = pages.lay()
    if wants.app:
        try:
            make_app(site, wants.app, keeps=wants.keeps, known={**there.digests, **digests}, root=wants.root)
        except OSError as error:
            raise FinishError(f"The site could not be made an app: {error}") from None
    if site.name == SITE:  # built in its place; `publish` notes what it puts there
        note(wants.root, SITE, files_of(site))
    for path in pages.paths:
        name = pages.name(path)
        marks[name] = (*marks[name], *_loads_of(pages.page(path)), *(HASHED + one for one in hashes[name]))
    return Finished(marks=marks, digests=digests)


def secured(site: Path, templates: Sequence[Path], there: Spared = NOTHING) -> Finished:
    """State the policy in every page of a site that is opened from the disk, of which nothing else is asked.

    Raises PolicyError.
    """
    pages = Sheaf(site, html_of(site, there.taken))
    hashes = secure(site, templates, pages, there.taken, from_disk=True)
    return Finished(marks=dict.fromkeys(hashes, ()), digests=pages.lay())


def seen_in(page: str) -> frozenset[str]:
    """Give the marks of a page of a finished site, as `finish` has given them."""
    scripts = {HASHED + hash_of(script) for script in inline_scripts(page)}
    return marks_of(served(STATED.sub("", page))) | _loads_of(page) | scripts


def _loads_of(page: str) -> frozenset[str]:
    """Give a mark for each file of the theme that a finished page loads."""
    return frozenset(LOADED + one for one in (*scripts_of(page), *sheets_of(page)))
