"""The folder own/ of a handbook as it stands on the disk: its files and templates, and what is wrong with them.

It is asked before anything is read of content/, so little is loaded here.
"""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cache, partial
from importlib.util import find_spec
from pathlib import Path

from generator.site.own_files import why_not
from generator.text.issue import Issue, did_you_mean, shown

FOLDER = "own"
TEMPLATES, HOST = "templates", "host"
ROOMS = ("site", "pages", "print")  # of templates, as the generator has them
MADE = frozenset(
    {
        *("_headers", "404.html", "index.html", "worker.js", "manifest.json", "sitemap.xml", "sitemap.xml.gz"),
        *("llms.txt", "feed.xml", "without-network.html", "assets", "icons", "own", "search", "downloads"),
    }
)


def folder_issues(root: Path) -> Iterator[Issue]:
    """Give all that is wrong with the folder own/, whatever the content names of it."""
    for path in published(root):
        beside = (root / path).parent
        if (root / path).is_symlink():
            yield _issue(path, "a file of own/ must be an ordinary file, found a link")
            continue
        for line, said in why_not(path, (root / path).read_bytes(), partial(_is_file, beside)):
            yield _issue(path, said, line)
    for name, file in host_files(root).items():
        if name.split("/")[0] in MADE:
            said = f"a file for the host must have a name of its own, found {shown(name)}, which the build writes"
            yield _issue(f"{FOLDER}/{HOST}/{name}", f"{said}; rename or delete it")
        if file.is_symlink():
            yield _issue(f"{FOLDER}/{HOST}/{name}", "a file for the host must be an ordinary file, found a link")
    yield from _templates(root)


def _is_file(beside: Path, name: str) -> bool:
    return (beside / name).is_file()


def published(root: Path) -> list[str]:
    """Give the path of every file of own/ that is published below own/."""
    apart = {TEMPLATES, HOST}
    return [path for path in _files(root / FOLDER, root) if path.split("/")[1] not in apart]


def host_files(root: Path) -> Mapping[str, Path]:
    """Give the files for the root of the site, by their path there; those that begin with a dot, too."""
    top = root / FOLDER / HOST
    return {name: top / name for name in _files(top, top, dotted=True)}


def _files(folder: Path, root: Path, *, dotted: bool = False) -> list[str]:
    found = sorted(path for path in folder.rglob("*") if path.is_file() or path.is_symlink())
    names = (path.relative_to(folder).parts for path in found)
    kept = [p for p, parts in zip(found, names, strict=True) if dotted or not any(part[0] == "." for part in parts)]
    return [path.relative_to(root).as_posix() for path in kept if path.name != ".DS_Store"]


def own_templates(root: Path, room: str) -> list[Path]:
    """Give the folder of the project's own templates of a room (site, pages, print), where there is one."""
    folder = root / FOLDER / TEMPLATES / room
    return [folder] if folder.is_dir() else []


def _templates(root: Path) -> Iterator[Issue]:
    """Every template of one's own stands for one that there is, or is named by another."""
    top = root / FOLDER / TEMPLATES
    files = _files(top, top)
    texts = {name: (top / name).read_text(encoding="utf-8", errors="replace") for name in files}
    for name in files:
        room, _, inner = name.partition("/")
        if room not in ROOMS:
            said = f"own/templates must hold {', '.join(ROOMS)} alone, found {shown(room)}{did_you_mean(room, ROOMS)}"
            yield _issue(f"{FOLDER}/{TEMPLATES}/{name}", said)
        elif inner not in _known(room) and not any(
            inner in text for other, text in texts.items() if other != name and other.startswith(f"{room}/")
        ):
            said = "a template must have the name of one of the generator's, or be named by another of yours"
            near = did_you_mean(inner, _known(room))
            yield _issue(f"{FOLDER}/{TEMPLATES}/{name}", f"{said}, found {shown(inner)}{near}")


def _known(room: str) -> AbstractSet[str]:
    """Give the names of the generator's templates of this room, and of the theme's where it stands on them."""
    here = Path(__file__).resolve().parents[1]
    names = _names(here / "templates" / room) | _names(here.parent / "templates" / room)
    return names | _of_theme() if room == "site" else names


@cache
def _of_theme() -> AbstractSet[str]:
    """Give the names of the theme's templates: thousands, for its icons are among them, and they stay as they are."""
    theme = find_spec("material")
    places = theme.submodule_search_locations if theme else None
    return {name for place in places or () for name in _names(Path(place) / "templates")}


def _names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def _issue(file: str, said: str, line: int = 1) -> Issue:
    return Issue(file=file, line=line, message=said, code="own")
