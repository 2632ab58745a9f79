"""Every page of a finished site once more, as Markdown that stands by itself, where its source stood."""

import re
from collections.abc import Container
from pathlib import Path

from generator.exports.llms import page_as_markdown
from generator.text.own_path import write_file

MOVED = re.compile(r"\A---\n(?:(?!---\n).*\n)*?moved: ")


def sources(docs: Path, *, folders: bool) -> dict[str, str]:
    """Give by the address of each page the path of its Markdown; addresses are `folders`, or files.

    An engine that runs no hooks knows of a page where it is, and not what it was made from.
    """
    paths = (path.relative_to(docs).as_posix() for path in docs.rglob("*.md") if not _is_moved(path))
    return {_address(path, folders=folders): path for path in sorted(paths)}


def _address(path: str, *, folders: bool) -> str:
    stem = path.removesuffix(".md")
    if not folders:
        return f"{stem}.html"
    return f"{stem}/".removesuffix("index/") if stem == "index" or stem.endswith("/index") else f"{stem}/"


def _is_moved(path: Path) -> bool:
    return bool(MOVED.match(path.read_text(encoding="utf-8")))


def files_of(docs: Path, *, folders: bool) -> dict[str, list[str]]:
    """Give of each page, by the path of its Markdown, the files that a site has of it: HTML, and Markdown."""
    found = {}
    for path in sorted(docs.rglob("*.md")):
        where = path.relative_to(docs).as_posix()
        html = f"{_address(where, folders=folders)}{'index.html' if folders else ''}"
        found[where] = [html] if _is_moved(path) else [html, where]
    return found


def write_markdown(docs: Path, site: Path, site_url: str, there: Container[str] = ()) -> int:
    """Write the Markdown of each page of `docs` that is not only a sign to another, and give their number.

    That of some is `there` already.
    """
    count = 0
    for path in sorted(docs.rglob("*.md")):
        if (where := path.relative_to(docs).as_posix()) in there:
            continue
        text = path.read_text(encoding="utf-8")
        if not MOVED.match(text):
            write_file(site / where, page_as_markdown(text, where, site_url).encode())
            count += 1
    return count
