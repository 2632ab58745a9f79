"""The theme's script, left to the pages that ask for more than a frame: the others load the little that a frame needs.

A page is asked as it stands in the finished site, and keeps the theme's script where it has anything that is not known
to do without; so do all pages of a preview and of a site that opens from the disk, which cross no slow line.
"""

import json
import re
from pathlib import Path

from generator.site.seen import LOADED, NO_GLANCES, NONE, Glances, Taken
from generator.site.sheaf import Sheaf

THEMES = re.compile(r'(<script\b[^>]*?src="?)([^">\s]*?)(assets/javascripts/bundle\.[\w.]*js)')
FRAME = "assets/frame.js"
CONFIG = re.compile(r'<script id="?__config"?[^>]*>(.*?)</script>', re.DOTALL)
COMPONENT = re.compile(r'data-md-component="?([\w-]+)')
SCRIPT = re.compile(r'<script\b[^>]*?src="?([^">\s]+)')
OURS = re.compile(r"(?:(?:\.\.?/)*|/(?:[^/]+/)*)assets/(?:practice/|javascripts/)?[\w.-]+")
# What the frame does itself, or leaves as it stands; `templates/scripts/reading/frame.js` is where.
FEATURES = {"navigation.tabs", "navigation.tabs.sticky", "navigation.top", "toc.follow"}
COMPONENTS = {
    *("announce", "container", "content", "dialog", "header", "header-title", "header-topic", "logo", "main"),
    *("outdated", "palette", "sidebar", "skip", "tabs", "toc", "top"),
}
NONE_OF = ("annotate", "tags", "version")  # in the page's configuration
CLASSES = ("mermaid", "tabbed-", "annotate", "glightbox", "md-toggle--indeterminate")
SIGNS = ("<pre", "data-tabs", "data-md-dismiss", *CLASSES)  # a page without any of them makes no more
MAKES_MORE = re.compile(r"<pre\b|data-(?:tabs|md-dismiss)\b")
CLASSED, OF_CLASSES = re.compile(r'class="?([^">]*)'), re.compile(rf"\b(?:{'|'.join(CLASSES)})")


def lighten(site: Path, pages: Sheaf, taken: Taken = NONE, seen: Glances = NO_GLANCES) -> None:
    """Have each page that may do without the theme's script load the frame's, and take it away where none is left.

    Some pages are `seen` already.
    """
    left = taken.marked(LOADED)
    named: set[str] = set()
    for path in pages.paths:
        page, glance = pages.page(path), seen.get(pages.name(path))
        found = scripts_of(page)
        named |= found
        if found and (glance.without if glance else does_without(page)):
            pages.put(path, lightened(page))
        else:
            left |= found
    for script in named - left:
        (site / script).unlink(missing_ok=True)
        (site / f"{script}.map").unlink(missing_ok=True)


def lightened(page: str) -> str:
    """Give the page with the frame's script in the place of the theme's."""
    return THEMES.sub(rf"\1\2{FRAME}", page)


def scripts_of(page: str) -> set[str]:
    """Give the theme's scripts that a page loads."""
    return {script for _, _, script in THEMES.findall(page)}


def does_without(page: str) -> bool:
    """Whether the frame's script does all that the theme's would do on this page."""
    found = CONFIG.search(page)
    try:
        config = json.loads(found[1]) if found else {}
    except ValueError:
        return False
    return (
        set(config.get("features", "?")) <= FEATURES
        and not any(config.get(name) for name in NONE_OF)
        and set(COMPONENT.findall(page)) <= COMPONENTS
        and not (any(map(page.__contains__, SIGNS)) and _makes_more(page))
        and all(_is_ours(script) for script in SCRIPT.findall(page))
    )


def _makes_more(page: str) -> bool:
    """Whether the theme's script makes something of an element of the page."""
    return bool(MAKES_MORE.search(page)) or any(map(OF_CLASSES.search, set(CLASSED.findall(page))))


def _is_ours(script: str) -> bool:
    """Whether a script is the generator's or the theme's; any other may build on what the theme's gives it."""
    return OURS.fullmatch(script) is not None
