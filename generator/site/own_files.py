"""What may be published of a handbook's own files: each judged by its name and its bytes, and refused in words."""

import re
from collections.abc import Callable, Iterator
from xml.etree import ElementTree as ET

from generator.text.issue import shown

MOST = 2_000_000  # bytes of one file
PICTURES = {
    ".png": b"\x89PNG",
    ".jpg": b"\xff\xd8\xff",
    ".jpeg": b"\xff\xd8\xff",
    ".gif": b"GIF8",
    ".webp": b"RIFF",
    ".ico": b"\0\0\1\0",
    ".svg": b"",
}
FONTS = {".woff2": b"wOF2", ".woff": b"wOFF", ".ttf": b"\0\1\0\0", ".otf": b"OTTO"}
OTHERS = {".css": b"", ".js": b"", ".pdf": b"%PDF", ".txt": b"", ".json": b""}
TYPES = {**PICTURES, **FONTS, **OTHERS}
DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
ACTIVE = frozenset({"script", "foreignObject", "iframe", "handler", "set", "animate"})
INSIDE = re.compile(r"#|data:image/(?:png|jpeg|gif|webp);")
ADDRESS = re.compile(r"""(?:@import\s+(?:url\(\s*)?|url\(\s*)(?P<quote>["']?)(?P<leads>[^"')\s;]+)""", re.IGNORECASE)
REMOTE = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def why_not(name: str, data: bytes, there: Callable[[str], bool]) -> Iterator[tuple[int, str]]:
    """Give line and words for each reason not to publish the file; `there` says whether a path beside it is a file."""
    ending = f".{name.rpartition('.')[2].lower()}"
    if ending not in TYPES:
        page = "; a page of your own is a file of content/pages" if ending in {".md", ".html"} else ""
        yield 1, f"a file of own/ must be one of {', '.join(sorted(TYPES))}, found {shown(name)}{page}"
    elif len(data) > MOST:
        yield 1, f"a file of own/ must be at most {MOST // 1_000_000} MB, found {len(data) / 1_000_000:.1f} MB"
    elif not data.startswith(TYPES[ending]):
        yield 1, f"the file must be what its name says, found no {ending.removeprefix('.')} in it"
    elif ending == ".svg":
        yield from ((1, said) for said in _active(data))
    elif ending == ".css":
        yield from _leading_out(data.decode("utf-8", "replace"), there)


def _active(data: bytes) -> Iterator[str]:
    """Give what an SVG does besides being a picture."""
    if DECLARED.search(data):
        yield "an SVG must hold no DOCTYPE and no entities; delete that line"
        return
    try:
        tree = ET.fromstring(data)  # noqa: S314 - nothing is declared in it
    except ET.ParseError as error:
        yield f"an SVG must be readable as XML, found {error}"
        return
    for node in tree.iter():
        name = str(node.tag).rpartition("}")[2]
        if name in ACTIVE:
            yield f"an SVG must be a picture alone, found <{shown(name)}>; delete it"
        for key, value in node.attrib.items():
            plain = key.rpartition("}")[2]
            leads = plain in {"href", "src"} and not INSIDE.match(value.strip())
            if plain.lower().startswith("on") or leads or re.search(r"url\(\s*[\"']?(?!#)", value):
                yield f'an SVG must run and fetch nothing, found {shown(plain)}="{shown(value)}"; delete it'
        if name == "style" and (node.text or "") and re.search(r"@import|url\(\s*[\"']?(?!#)", node.text or ""):
            yield "an SVG must fetch nothing, found an address in its <style>; delete it"


def _leading_out(text: str, there: Callable[[str], bool]) -> Iterator[tuple[int, str]]:
    """Give each address of a style sheet that the policy of the site forbids, or that is no file."""
    shorn = COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    for found in ADDRESS.finditer(shorn):
        leads, line = found["leads"], shorn.count("\n", 0, found.start()) + 1
        if leads.startswith(("#", "data:image/")):
            continue
        if REMOTE.match(leads):
            said = f'a style sheet must fetch nothing from elsewhere, found "{shown(leads)}"'
            yield line, f"{said}; put the file into own/"
        elif not there(leads.partition("?")[0].partition("#")[0]):
            yield line, f'a style sheet must name files of own/, found "{shown(leads)}", which is not there'
