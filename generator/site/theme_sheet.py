"""The theme's style sheets, in a layer below ours: by name while a site is made, and one with ours once it is.

That one holds what the pages of this site can match of the theme and no more, then ours, so a phone fetches one file
where it fetched four, and half of their bytes, before it shows a word. Where a sheet of the theme cannot be fitted, all
are served whole.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path

from generator.pages.found_by import QUESTIONS as NAMES
from generator.pages.practice import FOLDER as DATA
from generator.pages.search_index import FOLDER as INDEX
from generator.site.kept_sheet import KeptSheet
from generator.site.listing import files_of
from generator.site.names import Names, marks_of, names_of
from generator.site.seen import LOADED, NO_GLANCES, NONE, Glance, Glances, Taken
from generator.site.sheaf import Sheaf
from generator.text.own_path import write_file

UNFOUND = "404.html"
SHEETS, OURS, LAYERS = "assets/theme.css", "assets/handbook.css", "@layer theme, handbook, practice;\n"
CHARSET = '@charset "utf-8";\n'
SHEET = re.compile(r'href="?(?:[^">\s]*/)?(assets/(?:stylesheets/[^">\s]+|theme)\.css)')
EARLY = re.compile(r'<link rel="?preload"? as="?style"? href="?(?P<leads>[^">\s]+)"?\s*/?>\s*')
THEMES = re.compile(r'<link rel="?stylesheet"? href="?(?:[^">\s]*/)?assets/theme\.css"?\s*/?>\s*')
WITH_OURS = re.compile(r'<link rel="?stylesheet"? href="?(?:[^">\s]*/)?assets/handbook\.css"?\s*/?>')
# Data, or on no page.
UNSEEN = (NAMES, f"{DATA}/", f"{INDEX}/", "assets/javascripts/lunr/", "assets/javascripts/workers/")
# What the theme's script makes, by how its names begin, and without what in any page it makes none of it. A test asks
# the script itself whether that is so.
MADE: Mapping[str, Callable[[Names], bool]] = {
    "md-search-result": lambda names: "search" in names.values.get("data-md-component", ()),
    "md-tag": lambda names: "search" in names.values.get("data-md-component", ()),
    "md-source__": lambda names: "source" in names.values.get("data-md-component", ()),
    "md-version": lambda names: "provider" in names.words,  # as a page's own configuration says it
    "md-annotation": lambda names: "pre" in names.elements or "annotate" in names.values.get("class", ()),
    "md-code__": lambda names: "pre" in names.elements,
    "tabbed-": lambda names: "data-tabs" in names.values,
}


def layer(site: Path) -> None:
    """Write the sheet by which the theme's own come in a layer below ours; each that the first page names."""
    imports = (f'@import url("{sheet.removeprefix("assets/")}") layer(theme);\n' for sheet in _named(site))
    write_file(site / SHEETS, (LAYERS + "".join(imports)).encode())


def fit(  # noqa: PLR0913 - what it works on, beside what is known of it
    site: Path,
    pages: Sheaf,
    taken: Taken = NONE,
    all_files: Sequence[str] = (),
    seen: Glances = NO_GLANCES,
    *,
    root: Path | None = None,
) -> dict[str, Sequence[str]]:
    """Put what this site needs of the theme's sheets before ours, into one, and have no page fetch the others.

    Every page must be there, and every script and other sheet; some pages are `seen` already. The marks of each page,
    by its path, are given. What a project at `root` had trimmed before is taken where it would come out the same.
    """
    named = _named(site)
    files = all_files or [*files_of(site)]
    glances = {pages.name(path): seen.get(pages.name(path)) or path for path in pages.paths}
    found = {
        name: one.marks if isinstance(one, Glance) else tuple(marks_of(served(pages.page(one))))
        for name, one in glances.items()
    }
    scripts = list(_texts(site, files, ".js", but=UNSEEN))
    kept = KeptSheet(root)
    names = names_of(taken.marks.union(*found.values()), kept.words(scripts))
    none = tuple(made for made, may in MADE.items() if not may(names))
    names.words -= {word for word in names.words if word.startswith(none)}
    asked = sorted(value for values in names.values.values() for value in values if "--" in value)
    others = [*_texts(site, files, ".css", but=(SHEETS, *named)), *scripts, *asked]
    ours = (site / OURS).read_text(encoding="utf-8") if (site / OURS).is_file() else ""
    sheets = [(site / sheet).read_text(encoding="utf-8") for sheet in named]
    fitted = kept.trimmed(sheets, names, others)
    if fitted is None:
        return found
    theme = f"{CHARSET}{LAYERS}@layer theme{{{fitted}}}\n"
    write_file(site / SHEETS, theme.encode())
    if ours:
        write_file(site / OURS, (theme + ours.removeprefix(CHARSET)).encode())
    _leave(site, [*named, SHEETS], pages, taken.marked(LOADED))
    return found


def served(page: str) -> str:
    """Give a page without what names the theme's sheets: the same before a site is fitted and after."""
    return THEMES.sub("", EARLY.sub("", page))


def sheets_of(page: str) -> set[str]:
    """Give the theme's sheets that a page loads."""
    return set(SHEET.findall(page))


def _named(site: Path) -> list[str]:
    """Give the sheets that the first page names, and the one that no build takes from another."""
    pages = (site / name for name in ("index.html", UNFOUND))
    found = {one for page in pages if page.is_file() for one in sheets_of(page.read_text(encoding="utf-8"))}
    return sorted(found - {SHEETS})


def _texts(site: Path, files: Sequence[str], kind: str, *, but: tuple[str, ...]) -> Iterator[str]:
    for name in sorted(files):
        if name.endswith(kind) and not name.startswith(but) and (site / name).is_file():
            yield (site / name).read_text(encoding="utf-8")


def _leave(site: Path, named: Sequence[str], pages: Sheaf, kept: Collection[str]) -> None:
    """Have no page fetch these sheets early, or beside ours, and take those away that none names any more."""
    endings = tuple(named)
    left = {sheet for sheet in named if sheet not in kept}
    for path in pages.paths:
        without = EARLY.sub(lambda found: "" if found["leads"].endswith(endings) else found[0], pages.page(path))
        without = THEMES.sub("", without) if WITH_OURS.search(without) else without
        left -= {sheet for sheet in left if sheet in without}
        pages.put(path, without)
    for sheet in left:
        (site / sheet).unlink()
        (site / f"{sheet}.map").unlink(missing_ok=True)
