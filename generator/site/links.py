"""The links of a built site: each that stays inside it must lead to a file, and to an id in that file."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

LINKING = {"a": "href", "link": "href", "script": "src", "img": "src", "source": "src", "iframe": "src"}


@dataclass(frozen=True, kw_only=True, order=True)
class DeadLink:
    """A link that leads nowhere: the page it stands in, where it points, and what is missing."""

    page: str
    target: str
    missing: str

    def __str__(self) -> str:
        return f'{self.page}: a link must lead to a file and an id of the site, found "{self.target}": {self.missing}'


class _Page(HTMLParser):
    """The ids and links of a page, and its own address where it names one."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.canonical = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.ids.update(value for name in ("id", "name") if (value := given.get(name)))
        target = given.get(LINKING.get(tag, ""))
        if given.get("property") == "og:image":
            target = given.get("content")
        if given.get("rel") == "canonical":
            self.canonical = target or ""
        elif target:
            self.links.append(target)


def dead_links(site: Path) -> Iterator[DeadLink]:
    """Give every link of the built site that leads nowhere; what leads to other sites is not asked."""

    @cache
    def read(path: Path) -> _Page:
        return _Page(path.read_text(encoding="utf-8"))

    site = site.resolve()
    start = site / "index.html"
    base = read(start).canonical if start.is_file() else ""
    for path in sorted(site.rglob("*.html")):
        page = path.relative_to(site).as_posix()
        for target in dict.fromkeys(read(path).links):
            inside = target.removeprefix(base) if base and target.startswith(base) else target
            place = urlsplit(inside)
            if place.scheme or place.netloc:
                continue
            where = _file(site, path, unquote(place.path), rooted=target != inside, below=urlsplit(base).path)
            if where is None:
                yield DeadLink(page=page, target=target, missing="there is no such file")
            elif (anchor := unquote(place.fragment)) and where.suffix == ".html" and anchor not in read(where).ids:
                found = where.relative_to(site).as_posix()
                yield DeadLink(page=page, target=target, missing=f"{found} has no such id")


def _file(site: Path, page: Path, path: str, *, rooted: bool, below: str) -> Path | None:
    """Give the file that the path leads to; `below` is the folder of the server that the site stands in."""
    if path.startswith("/"):
        path, rooted = (path.removeprefix(below) if below and path.startswith(below) else path[1:]), True
    found = (site if rooted else page.parent) / path if path or rooted else page
    found = (found / "index.html" if found.is_dir() else found).resolve()
    return found if found.is_file() and found.is_relative_to(site) else None
