"""An edition: what every export is made from, so that all of them are asked in one way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from datetime import time as clock
from functools import cached_property
from pathlib import Path

from jinja2 import BytecodeCache

from generator.content.content import Content
from generator.pages.page import Page
from generator.pages.pages import build_pages
from generator.pages.render import renderer
from generator.paper.chapters import Part, book_parts
from generator.paper.hypertext import Print, printer

PAPERS = ("A4", "letter")


@dataclass(frozen=True, kw_only=True)
class Edition:
    """The content, the folder of all templates and the moment of the edition; then what a command may ask for."""

    content: Content
    templates: Path
    own: Mapping[str, Sequence[Path]] = field(default_factory=dict)  # folders asked first, by room
    compiled: Mapping[str, BytecodeCache] = field(
        default_factory=dict
    )  # templates as they were compiled before, by room
    time: datetime
    styles: Path | None = None  # the folder of style sheets for paper, where it is another
    papers: Sequence[str] = PAPERS
    only: str = ""  # one part of the book
    begins: date | None = None  # the first day of each calendar, else the edition's
    at: clock | None = None  # when each of its days begins, else they are whole days
    address: str = ""  # of the site, to which its events lead

    @property
    def day(self) -> date:
        """The date of the edition."""
        return self.time.date()

    @cached_property
    def pages(self) -> list[Page]:
        """Every page of the site."""
        folders = (*self.own.get("pages", ()), self.templates / "pages")
        return build_pages(self.content, renderer(self.content, *folders, compiled=self.compiled.get("pages")))

    @cached_property
    def parts(self) -> Sequence[Part]:
        """Every part of the book with its chapters, which are made once for all that holds them."""
        return book_parts(self.content)

    @cached_property
    def render(self) -> Print:
        """What writes HTML from the print templates."""
        folders = (*self.own.get("print", ()), self.templates / "print")
        return printer(self.content, *folders, compiled=self.compiled.get("print"))

    def style(self, name: str) -> Path:
        """Give the place of a style sheet for print."""
        return (self.styles or self.templates / "print") / name
