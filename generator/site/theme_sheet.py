"""The theme's style sheets, in a layer below ours: by name while a site is made, and as one that fits it once it is.

One that fits holds what the pages of this site can match and no more, so a phone fetches one file where it fetched
three, and half of their bytes, before it shows a word. Where a sheet cannot be fitted, all are served whole.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from generator.pages.found_by import QUESTIONS as NAMES
from generator.pages.practice import FOLDER as DATA
from generator.pages.search_index import FOLDER as INDEX
from generator.site.names import Names, names_of
from generator.site.trim import UnreadSheetError, trimmed
from generator.text.own_path import write_file

SHEETS, LAYERS = "assets/theme.css", "@layer theme, handbook, practice;\n"
SHEET = re.compile(r'href="?(?:[./]*/)?(assets/stylesheets/[^">]+\.css)')
EARLY = re.compile(r'<link rel="?preload"? as="?style"? href="?(?P<leads>[^">\s]+)"?\s*/?>\s*')
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
    """Write the sheet by which the theme's own come in a layer below ours."""
    imports = (f'@import url("{sheet.removeprefix("assets/")}") layer(theme);\n' for sheet in _named(site))
    write_file(site / SHEETS, (LAYERS + "".join(imports)).encode())


def fit(site: Path) -> None:
    """Put what this site needs of the theme's sheets into one, and have no page fetch the others.

    Every page must be there, and every script and other sheet.
    """
    named = _named(site)
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    scripts = list(_texts(site, "js", but=UNSEEN))
    names = names_of(pages.values(), scripts)
    none = tuple(made for made, may in MADE.items() if not may(names))
    names.words -= {word for word in names.words if word.startswith(none)}
    asked = sorted(value for values in names.values.values() for value in values if "--" in value)
    others = [*_texts(site, "css", but=(SHEETS, *named)), *scripts, *asked]
    sheets = [(site / sheet).read_text(encoding="utf-8") for sheet in named]
    try:
        fitted = trimmed(sheets, names, others)
    except UnreadSheetError:
        return
    write_file(site / SHEETS, f'@charset "utf-8";\n{LAYERS}@layer theme{{{fitted}}}\n'.encode())
    _leave(site, named, pages)


def _named(site: Path) -> list[str]:
    """Give the theme's sheets, as the first page names them, or another: one that was taken as it is names none."""
    for page in (site / "index.html", *sorted(site.rglob("*.html"))):
        if found := SHEET.findall(page.read_text(encoding="utf-8")):
            return sorted(set(found))
    return []


def _texts(site: Path, kind: str, *, but: tuple[str, ...]) -> Iterator[str]:
    for path in sorted(site.rglob(f"*.{kind}")):
        if not path.relative_to(site).as_posix().startswith(but):
            yield path.read_text(encoding="utf-8")


def _leave(site: Path, named: Sequence[str], pages: Mapping[Path, str]) -> None:
    """Have no page fetch these sheets early, and take those away that none names any more."""
    endings = tuple(named)
    left = set(named)
    for path, html in pages.items():
        without = EARLY.sub(lambda found: "" if found["leads"].endswith(endings) else found[0], html)
        left -= {sheet for sheet in left if sheet in without}
        if without != html:
            write_file(path, without.encode())
    for sheet in left:
        (site / sheet).unlink()
        (site / f"{sheet}.map").unlink(missing_ok=True)
