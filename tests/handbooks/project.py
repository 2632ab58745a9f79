"""Copies of the whole project that the tests build, with the real content or the tiny handbook's."""

import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

from generator.pages.pages import build_pages
from generator.site.pipeline import DOCS, check

ROOT = Path(__file__).resolve().parents[2]
REAL = ROOT / "content"
TINY = ROOT / "tests/handbook/content"
Where = TypeVar("Where")
LEADS_ON = "moved.md.jinja"  # a page that is left before anybody sees it; tests/content/test_moves.py holds it
KINDS = tuple(
    sorted(
        path.name.removesuffix(".md.jinja")
        for path in (ROOT / "templates/pages").iterdir()
        if not path.name.startswith("_") and path.name != LEADS_ON
    )
)


def copy_to(root: Path, content: Path = REAL) -> Path:
    """Give a copy of the project at `root`, with this content and nothing built in it."""
    for source, name in ((content, "content"), (ROOT / "templates", "templates"), (ROOT / "generator", "generator")):
        shutil.copytree(source, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    for config in ("mkdocs.yml", "mkdocs-offline.yml"):
        shutil.copy(ROOT / config, root)
    (root / DOCS).mkdir(parents=True)
    return root


def paths_by_kind(root: Path) -> dict[str, list[str]]:
    """Give for each kind of page (the name of its template) the addresses of its pages on the site."""
    found: dict[str, list[str]] = {}

    def note(template: str, *, here: str, **_: Any) -> str:
        found.setdefault(template.removesuffix(".md.jinja"), []).append(address(here))
        return ""

    build_pages(check(root).content, note)
    return found


INLINE = frozenset({"a", "abbr", "br", "code", "em", "strong"})


def address(path: str) -> str:
    """Give the address on the site of a page of build/docs."""
    return re.sub(r"(^|/)index/$", r"\1", path.removesuffix(".md") + "/")


def html_of(site: Path, where: str) -> Path:
    """Give the HTML file that is served at the address."""
    return site / where / "index.html" if where.endswith("/") or not where else site / where


def features(html: str) -> set[str]:
    """Give what a page is made of: its elements with their classes and kinds of input, without their number.

    A class that ends in a number is a length or a count: one of each name is enough. A plain word within a sentence
    (`code`, `em`) looks as it does everywhere.
    """
    article = html.partition("<article")[2].partition("</article")[0]
    tags = re.findall(r"<([a-z][a-z0-9-]*)\b([^>]*)>", article)
    return {tag + _kinds(rest) for tag, rest in tags} - INLINE


def _kinds(attributes: str) -> str:
    said = re.findall(r'\b(class|type)="([^"]*)"', attributes)
    return "".join(sorted({f".{re.sub(r'-[0-9]+$', '', word)}" for _, words in said for word in words.split()}))


def telling(pages: Iterable[tuple[Where, str]]) -> list[Where]:
    """Give the few pages (address and HTML) that together show every feature that any of them has."""
    left = [(where, features(html)) for where, html in pages]
    chosen: list[Where] = []
    seen: set[str] = set()
    while left:
        where, has = max(left, key=lambda page: len(page[1] - seen))
        if chosen and has <= seen:
            break
        chosen.append(where)
        seen |= has
        left = [page for page in left if page[0] != where]
    return chosen
