"""The folder own/ of a handbook: what is published of it as it is, what its look adds to every page, what is wrong."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cache, partial
from importlib.util import find_spec
from pathlib import Path, PurePosixPath

from generator.content.address import locate_in
from generator.content.content import Content
from generator.model.look import Faces, Look
from generator.site.own_files import FONTS, PICTURES, why_not
from generator.text.colour import tokens
from generator.text.issue import ContentError, Issue, did_you_mean, shown
from generator.text.prose import ENTRY_LINK
from generator.text.typography import typeset

FOLDER, STYLE, LOOK = "own", "own/style.css", "own/look.css"
TEMPLATES, HOST = "templates", "host"
ROOMS = ("site", "pages", "print")  # of templates, as the generator has them
MADE = frozenset(
    {
        *("_headers", "404.html", "index.html", "worker.js", "manifest.json", "sitemap.xml", "sitemap.xml.gz"),
        *("llms.txt", "feed.xml", "without-network.html", "assets", "icons", "own", "search", "downloads"),
    }
)
WEIGHTS = {
    "regular": (400, "normal"),
    "italic": (400, "italic"),
    "bold": (700, "normal"),
    "bold_italic": (700, "italic"),
}
FORMATS = {".woff2": "woff2", ".woff": "woff", ".ttf": "truetype", ".otf": "opentype"}
FAMILIES = {"reading": ("Own Reading", "--md-text-font-family"), "speech": ("Own Speech", "--book")}
SCHEMES = (':root,\n[data-md-color-scheme="default"]', '[data-md-color-scheme="slate"]')
SIGNS = """[data-md-color-scheme="slate"] .own-sign--light,
[data-md-color-scheme="default"] .own-sign--dark { display: none; }
"""


@dataclass(frozen=True, kw_only=True)
class Own:
    """What a handbook brings along: its files by their path in build/docs and the sheets that every page loads."""

    files: Mapping[str, str | bytes] = field(default_factory=dict)
    sheets: Sequence[str] = ()
    look: Mapping[str, object] = field(default_factory=dict)  # what the templates of the site ask


def own_of(root: Path, content: Content) -> Own:
    """Give what the project brings along. Raises ContentError with all that is wrong with it."""
    issues = tuple(own_issues(root, content))
    if issues:
        raise ContentError(issues)
    look = content.words.look
    files: dict[str, str | bytes] = {path: (root / path).read_bytes() for path in _published(root)}
    if css := look_css(look):
        files[LOOK] = css
    return Own(files=files, sheets=[path for path in (LOOK, STYLE) if path in files], look=_shown(content))


def _shown(content: Content) -> Mapping[str, object]:
    look, locate = content.words.look, locate_in(content)
    pictures = {name: f"{FOLDER}/{file}" for name in ("logo", "logo_dark", "favicon") if (file := getattr(look, name))}
    links = [
        {"title": typeset(link.title), "page": locate(*entry.groups())}
        if (entry := ENTRY_LINK.fullmatch(link.to))
        else {"title": typeset(link.title), "address": link.to}
        for link in look.footer.links
    ]
    return {**pictures, "footer": {"text": typeset(look.footer.text or ""), "links": links}}


def look_css(look: Look) -> str:
    """Give the style sheet that follows from the look; it stands outside of all layers, and so above them."""
    out = []
    if look.accent:
        light, dark, paper = (_tokens(values) for values in tokens(look.accent))
        for scheme, values in zip(SCHEMES, (light, dark), strict=True):
            out.append(f"@media screen {{ {scheme} {{ {values} }} }}\n")
        out.append(f"@media print {{ :root, [data-md-color-scheme] {{ {paper} }} }}\n")
    for name, (family, token) in FAMILIES.items():
        faces: Faces | None = getattr(look.fonts, name)
        if faces:
            out += _faces(family, faces)
            out.append(f':root, [data-md-color-scheme] {{ {token}: "{family}", {_behind(name)}; }}\n')
    if look.logo_dark:
        out.append(SIGNS)
    return "".join(out)


def _tokens(values: Mapping[str, str]) -> str:
    return " ".join(f"--{name}: {value};" for name, value in values.items())


def _behind(name: str) -> str:
    return "system-ui, sans-serif" if name == "reading" else "Georgia, serif"


def _faces(family: str, faces: Faces) -> Iterator[str]:
    for name, (weight, style) in WEIGHTS.items():
        if file := getattr(faces, name):
            form = FORMATS[PurePosixPath(file).suffix.lower()]
            yield (
                f'@font-face {{ font-family: "{family}"; font-weight: {weight}; font-style: {style}; '
                f'font-display: swap; src: url("{file}") format("{form}"); }}\n'
            )


def own_issues(root: Path, content: Content | None) -> Iterator[Issue]:
    """Give all that is wrong with the folder own/, and with what `look` names of it."""
    for path in _published(root):
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
    if content:
        yield from _named(root, content)


def _is_file(beside: Path, name: str) -> bool:
    return (beside / name).is_file()


def _named(root: Path, content: Content) -> Iterator[Issue]:
    """Every file that `look` names is there, and of a kind that fits."""
    look, fonts = content.words.look, content.words.look.fonts
    named: list[tuple[tuple[str, ...], str | None, Mapping[str, bytes]]] = [
        (("look", name), getattr(look, name), PICTURES) for name in ("logo", "logo_dark", "favicon")
    ]
    for use in FAMILIES:
        faces = getattr(fonts, use)
        named += [(("look", "fonts", use, name), getattr(faces, name), FONTS) for name in WEIGHTS if faces]
    there = [path.removeprefix(f"{FOLDER}/") for path in _published(root)]
    for where, file, kinds in named:
        if file is None:
            continue
        if file not in there:
            said = f'{".".join(where)} must name a file of own/, found "{shown(file)}"'
            yield content.handbook.issue(where, "own", said + did_you_mean(file, there))
        elif PurePosixPath(file).suffix.lower() not in kinds:
            said = f'{".".join(where)} must be one of {", ".join(kinds)}, found "{shown(file)}"'
            yield content.handbook.issue(where, "own", said)


def _published(root: Path) -> list[str]:
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
