"""What a reader of a page sees: its words, links and ids, after the Markdown extensions of mkdocs.yml."""

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from html.parser import HTMLParser
from typing import Any

import markdown
import yaml

from tests.handbooks.tiny import ROOT
from tests.readers.words import straight

FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
BUILT_IN = ("toc", "tables", "fenced_code")  # MkDocs always adds these
SPACES = re.compile(r"\s+")


@cache
def extensions() -> dict[str, dict[str, Any]]:
    """Give the Markdown extensions of mkdocs.yml with their settings."""
    listed = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["markdown_extensions"]
    named = [item if isinstance(item, dict) else {item: {}} for item in listed]
    return {**{name: {} for name in BUILT_IN}, **{name: given for item in named for name, given in item.items()}}


@cache
def converter() -> markdown.Markdown:
    """Give the converter of mkdocs.yml; to set one up costs as much as a page."""
    settings = extensions()
    return markdown.Markdown(extensions=list(settings), extension_configs=settings)


@lru_cache(maxsize=2_000)
def to_html(text: str) -> str:
    """Give the HTML of a Markdown page, as MkDocs makes it."""
    return converter().reset().convert(FRONT.sub("", text))


def squeezed(text: str) -> str:
    """Give the text with every run of blanks as one space, its quotes as a keyboard has them."""
    return SPACES.sub(" ", straight(text)).strip()


@dataclass
class Seen:
    """What stands in a piece of HTML."""

    words: str = ""
    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    odd: list[str] = field(default_factory=list)

    @property
    def ids(self) -> list[str]:
        """Every id, in order."""
        return [given["id"] for _, given in self.tags if "id" in given]

    @property
    def links(self) -> list[str]:
        """Every address that a link leads to."""
        return [given["href"] for tag, given in self.tags if tag == "a" and "href" in given]

    def values(self, tag: str, name: str) -> list[str]:
        """Give the attribute's value of every such tag."""
        return [given[name] for found, given in self.tags if found == tag and name in given]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen = Seen()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.seen.words += data

    def handle_comment(self, data: str) -> None:
        if data.strip():  # an empty one parts two lists that would else be one
            self.seen.odd.append(data)

    def handle_decl(self, decl: str) -> None:
        self.seen.odd.append(decl)

    def handle_pi(self, data: str) -> None:
        self.seen.odd.append(data)

    def unknown_decl(self, data: str) -> None:
        self.seen.odd.append(data)


def read(html: str) -> Seen:
    """Give what stands in the HTML."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.seen
