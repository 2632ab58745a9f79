"""The folder own/ of a handbook: what is published of it as it is, what its look adds to every page, what is wrong."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from generator.content.address import locate_in
from generator.content.content import Content
from generator.model.look import Faces, Look
from generator.site.own_files import FONTS, PICTURES
from generator.site.own_folder import FOLDER, folder_issues, published
from generator.text.colour import tokens
from generator.text.issue import ContentError, Issue, did_you_mean, shown
from generator.text.prose import ENTRY_LINK
from generator.text.typography import typeset

STYLE, LOOK = "own/style.css", "own/look.css"
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
    issues = (*folder_issues(root), *named_issues(root, content))
    if issues:
        raise ContentError(issues)
    look = content.words.look
    files: dict[str, str | bytes] = {path: (root / path).read_bytes() for path in published(root)}
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


def named_issues(root: Path, content: Content) -> Iterator[Issue]:
    """Give an issue for each file that `look` names and that is not there, or of a kind that does not fit."""
    look, fonts = content.words.look, content.words.look.fonts
    named: list[tuple[tuple[str, ...], str | None, Mapping[str, bytes]]] = [
        (("look", name), getattr(look, name), PICTURES) for name in ("logo", "logo_dark", "favicon")
    ]
    for use in FAMILIES:
        faces = getattr(fonts, use)
        named += [(("look", "fonts", use, name), getattr(faces, name), FONTS) for name in WEIGHTS if faces]
    there = [path.removeprefix(f"{FOLDER}/") for path in published(root)]
    for where, file, kinds in named:
        if file is None:
            continue
        if file not in there:
            said = f'{".".join(where)} must name a file of own/, found "{shown(file)}"'
            yield content.handbook.issue(where, "own", said + did_you_mean(file, there))
        elif PurePosixPath(file).suffix.lower() not in kinds:
            said = f'{".".join(where)} must be one of {", ".join(kinds)}, found "{shown(file)}"'
            yield content.handbook.issue(where, "own", said)
