"""Every page of a finished site once more, as Markdown that stands by itself, where its source stood."""

from collections.abc import Container, Mapping
from pathlib import Path

from generator.exports.llms import page_as_markdown
from generator.site.listing import below, digest
from generator.text.own_path import write_file

NOTHING: Mapping[str, bytes] = {}
OPENS, ENDS, MOVED = b"---\n", b"\n---\n", b"\nmoved: "


def texts_of(docs: Path, known: Mapping[str, bytes] = NOTHING) -> dict[str, bytes]:
    """Give the text of each page by its path, in order; that of some is `known`.

    As bytes, which take half the room.
    """
    paths = sorted((path for path in below(docs) if path.endswith(".md")), key=lambda path: path.split("/"))
    return {path: known[path] if path in known else (docs / path).read_bytes() for path in paths}


def is_moved(text: bytes) -> bool:
    """Whether a page is only a sign to another."""
    ends = text.find(ENDS, len(OPENS) - 1) if text.startswith(OPENS) else 0
    return text.find(MOVED, 0, ends if ends >= 0 else None) >= 0


def sources(texts: Mapping[str, bytes], *, folders: bool) -> dict[str, str]:
    """Give by the address of each page the path of its Markdown; addresses are `folders`, or files.

    An engine that runs no hooks knows of a page where it is, and not what it was made from.
    """
    paths = (path for path, text in texts.items() if not is_moved(text))
    return {_address(path, folders=folders): path for path in sorted(paths)}


def _address(path: str, *, folders: bool) -> str:
    stem = path.removesuffix(".md")
    if not folders:
        return f"{stem}.html"
    return f"{stem}/".removesuffix("index/") if stem == "index" or stem.endswith("/index") else f"{stem}/"


def files_of(texts: Mapping[str, bytes], *, folders: bool) -> dict[str, list[str]]:
    """Give of each page, by the path of its Markdown, the files that a site has of it: HTML, and Markdown."""
    found = {}
    for where, text in texts.items():
        html = f"{_address(where, folders=folders)}{'index.html' if folders else ''}"
        found[where] = [html] if is_moved(text) else [html, where]
    return found


def write_markdown(
    texts: Mapping[str, bytes], site: Path, site_url: str, there: Container[str] = ()
) -> Mapping[str, str]:
    """Write the Markdown of each page that is not only a sign to another, and give its digest by its path in the site.

    That of some is `there` already.
    """
    made: dict[str, str] = {}
    for where, text in texts.items():
        if where not in there and not is_moved(text):
            data = page_as_markdown(text.decode(), where, site_url).encode()
            write_file(site / where, data)
            made[where] = digest(data)
    return made
