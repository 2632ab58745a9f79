"""A kind of entry: all that the generator needs to know of it to read, link, show, print and count its entries."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from generator.model.record import Record

R_co = TypeVar("R_co", bound=Record, covariant=True)


class Summarised(Protocol):
    """What a page of an entry needs of its record."""

    @property
    def title(self) -> str:
        """The heading."""

    @property
    def summary(self) -> str:
        """One sentence below it, which lists show, too."""


def head(record: Summarised) -> tuple[str, str]:
    """Give the heading of an entry's page and the sentence that lists show of it."""
    return record.title, record.summary


def by_title(record: Any) -> tuple[Any, ...]:  # noqa: ANN401 - any record that has a title
    """Give what sorts records from A to Z."""
    return (record.title,)


@dataclass(frozen=True, kw_only=True)
class Index:
    """The page that lists a kind's entries: its words, template and scripts, and the computed page it is under."""

    title: str
    summary: str
    short: str = ""  # what crumbs call it, where that is less
    template: str = "_entries"
    scripts: tuple[str, ...] = ()
    under: str = ""


@dataclass(frozen=True, kw_only=True)
class Kind(Generic[R_co]):
    """A kind of entry: its id, the folder (or the one file) under content/, its record, and how it is shown.

    What its files hold many of has a kind of its own (`holds`), which is then what is named, linked to and counted.
    `order` sorts records; before that, those `filed_under` a competency follow the order of the competencies.
    """

    id: str
    folder: str
    record: type[R_co]
    head: Callable[[R_co], tuple[str, str]] | None = None  # none where no page is an entry's own
    kilobytes: int = 64
    single: bool = False
    in_folders: bool = False  # named after competencies; a slug of it is then "folder/name"
    one: str = ""  # its name for people; the id, where nothing else is said
    many: str = ""  # the folder's name, likewise
    holds: str = ""
    order: Callable[[Any], tuple[Any, ...]] = by_title
    filed_under: Callable[[Any], str] | None = None
    index: Index | None = None
    section: str = ""  # the part of the site that its pages belong to
    crumbs: tuple[str, ...] = ()  # the computed pages above an entry's page; its index, where nothing else is said
    template: str = ""  # of an entry's page; the id, likewise. Its chapter in the book has the id's template always
    scripts: tuple[str, ...] = ()  # what an entry's page needs in the browser
    late: tuple[str, ...] = ()  # and what it needs once a reader opens what asks for it
    listed: int = 0  # how many entries the list at the side of the section shows at most

    @property
    def where(self) -> str:
        """The folder, or the file of a kind that is one file."""
        return f"content/{self.folder}.yaml" if self.single else f"content/{self.folder}"

    @property
    def files(self) -> str:
        """The pattern that its files match."""
        return self.where if self.single else f"{self.where}/{'*/' * self.in_folders}*.yaml"

    @property
    def names(self) -> tuple[str, str]:
        """What one of them, and what many of them, are called."""
        return self.one or self.id, self.many or self.folder

    @property
    def page_template(self) -> str:
        """The name of the template of an entry's page."""
        return self.template or self.id

    @property
    def above(self) -> tuple[str, ...]:
        """The computed pages above an entry's page."""
        return self.crumbs or (self.folder,)
