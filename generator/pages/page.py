"""A page before and after it is rendered, and the two ways a page comes about: from one entry, or computed of many."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import Any

from generator.content.collection import grouped
from generator.content.content import Content
from generator.content.entry import Entry
from generator.content.generated_pages import COMPUTED
from generator.content.reads import Reads
from generator.content.sections import SAYS_LESS, summary_of
from generator.model import Kind, Words
from generator.text.language import N_, _, current
from generator.text.usage import usage_of

READING_WORDS_A_MINUTE = 230  # silent reading of non-fiction, 238 on average (Brysbaert 2019); languages have their own
DOWNLOAD_GROUPS = {
    "book": N_("The book"),
    "set": N_("All sheets in one file"),
    "cards": N_("Cards to learn from"),
    "written": N_("To begin with"),
    "overview": N_("The overview"),
    "story": N_("One story each"),
    "template": N_("Stories to fill in"),
    "score": N_("Scoring an interview"),
    "interviewer": N_("For the friend who interviews you"),
    "data": N_("For tools"),
}
WHAT_FOR = {
    "book": N_("To read from the first page to the last, on paper or on a reader."),
    "set": N_("To print once, and to fill in with a pen."),
    "cards": N_("To learn a few each day, in a program that brings each back in time."),
    "written": N_("Before you read any example."),
    "overview": N_("What you have, and what you lack."),
    "story": N_("For one story of your own in each competency."),
    "template": N_("For a first telling, from blanks to whole sentences."),
    "score": N_("For what you said against the clock."),
    "interviewer": N_("What to ask, and what to listen for."),
    "data": N_("To read with a program of your own."),
}
SINGLE_SHEETS = ("written", "overview", "story", "template", "score", "interviewer")


@dataclass(frozen=True, kw_only=True)
class Link:
    """A title and the path it leads to."""

    title: str
    path: str
    group: str = ""  # in a side list: the path of the heading whose pages are listed only beside one another


@dataclass(frozen=True, kw_only=True)
class Download:
    """A file to take away: its path below downloads/, its group and title, size, pages on which paper, and edition."""

    file: str
    group: str
    title: str
    kilobytes: int
    pages: int
    date: str
    paper: str = ""

    @property
    def form(self) -> str:
        """What tells it from others of its title: its paper or part, or what kind of file it is."""
        return self.paper or self.file.rpartition(".")[2].upper()


@dataclass(frozen=True, kw_only=True)
class DownloadGroup:
    """The downloads of one heading, a row for each title."""

    name: str
    title: str
    rows: Mapping[str, Sequence[Download]]

    @property
    def says(self) -> str:
        """What one takes them for."""
        return _(WHAT_FOR[self.name])

    @property
    def single(self) -> bool:
        """Whether each of them is one sheet, of which all are in one file, too."""
        return self.name in SINGLE_SHEETS

    @property
    def date(self) -> str:
        """The edition of the newest."""
        newest = max(download.date for row in self.rows.values() for download in row)
        return current().date(date.fromisoformat(newest))


@dataclass(frozen=True, kw_only=True)
class PageSpec:
    """What a page will say, before it is rendered."""

    path: str
    template: str
    title: str
    description: str
    section: str
    source: str = ""
    crumbs: tuple[Link, ...] = ()
    minutes: int | None = None
    scripts: tuple[str, ...] = ()
    late: tuple[str, ...] = ()  # scripts, once a reader opens what asks for them
    moved: str = ""  # the path of the page that this one leads on to
    values: Mapping[str, Any] = field(default_factory=dict)
    reads: Reads | None = field(default=None, repr=False, compare=False)  # what this page alone was read for

    @property
    def tab(self) -> str:
        """The tab of the site that the page's section belongs to."""
        return {"frameworks": "reference", "principles": "reference", "loops": "practise"}.get(
            self.section, self.section
        )


@dataclass(frozen=True, kw_only=True)
class Page:
    """A Markdown page: its path under build/docs and its text, and what it was to say.

    It holds the text as bytes: as text, one dash in it makes each of its characters take two.
    """

    path: str
    data: bytes = field(repr=False)
    spec: PageSpec = field(repr=False, compare=False)

    @property
    def text(self) -> str:
        """The text."""
        return self.data.decode()


def of_entry(kind: Kind[Any], entry: Entry[Any], values: Mapping[str, Any]) -> PageSpec:
    """Give the page of an entry of this kind."""
    if kind.head is None:
        raise ValueError(f"a kind whose entries have pages must say their head, found none in {kind.id}")
    title, summary = kind.head(entry.record)
    return PageSpec(
        path=f"{kind.folder}/{entry.slug}.md",
        template=kind.page_template,
        title=title,
        description=summary,
        section=kind.section,
        source=entry.file,
        crumbs=crumbs(*kind.above),
        minutes=minutes(entry),
        scripts=kind.scripts,
        late=kind.late,
        values=values,
    )


def index_of(kind: Kind[Any], **values: Any) -> PageSpec:  # noqa: ANN401 - what the template prints
    """Give the page that lists the entries of the kind."""
    if kind.index is None:
        raise ValueError(f"a kind whose entries are listed must say its index, found none in {kind.id}")
    return computed(
        kind.folder,
        kind.section,
        crumb=kind.index.under,
        template=kind.index.template,
        scripts=kind.index.scripts,
        kind=kind,
        **values,
    )


def computed(  # noqa: PLR0913 - what a page is, one by one
    name: str,
    section: str,
    *,
    crumb: str = "",
    source: str = "",
    scripts: tuple[str, ...] = (),
    template: str = "",
    title: str = "",
    **values: Any,  # noqa: ANN401 - what the template prints
) -> PageSpec:
    """Give the computed page of this name, in its section, below the computed page `crumb`.

    `title` stands where the page's own is not known before there is content.
    """
    above = {"questions": ("competencies", "questions")}.get(crumb, (crumb,) if crumb else ())
    return PageSpec(
        path=COMPUTED[name].path,
        template=template or name.replace("-", "_"),
        title=title or _(COMPUTED[name].title),
        description=_(COMPUTED[name].summary),
        section=section,
        source=source,
        crumbs=crumbs(*above),
        scripts=scripts,
        values=values,
    )


def without_what_is_off(content: Content, spec: PageSpec) -> PageSpec:
    """Give the page with the summary that fits what is off, and without scripts that are of practice."""
    name = next((name for name in SAYS_LESS if COMPUTED[name].path == spec.path), "")
    said = summary_of(content, name) if name else spec.description
    if "practice" in content.off:
        return replace(spec, description=said, scripts=(), late=())
    return replace(spec, description=said)


def download_groups(downloads: Sequence[Download], coming: Sequence[str] = ()) -> list[DownloadGroup]:
    """Give the downloads by their groups, and those that are `coming` without any."""
    if strange := {download.group for download in downloads} - DOWNLOAD_GROUPS.keys():
        raise ValueError(f"every group of downloads must have a title in DOWNLOAD_GROUPS, found {strange}")
    by_group = grouped((download.group, download) for download in downloads)
    return [
        DownloadGroup(
            name=name, title=_(title), rows=grouped((download.title, download) for download in by_group.get(name, ()))
        )
        for name, title in DOWNLOAD_GROUPS.items()
        if name in by_group or name in coming
    ]


def crumbs(*names: str) -> tuple[Link, ...]:
    """Give the way down to a page: these computed pages, as links."""
    return tuple(
        Link(title=_(COMPUTED[name].short or COMPUTED[name].title), path=COMPUTED[name].path) for name in names
    )


def minutes(entry: Entry[Any]) -> int:
    """Give the minutes it takes to read the entry."""
    characters = usage_of(current().code).get("count") == "characters"
    return reading_minutes(entry.once("length", characters, partial(_length, entry, characters=characters)))


def _length(entry: Entry[Any], *, characters: bool) -> int:
    texts = (value for _, mark, value in entry.fields if isinstance(mark, Words))
    return sum(sum(map(str.isalnum, text)) if characters else len(text.split()) for text in texts)


def reading_minutes(words: int) -> int:
    """Give the minutes it takes to read so many words (or characters) of the language that is spoken now."""
    pace = int(usage_of(current().code).get("reading", READING_WORDS_A_MINUTE))
    return max(1, round(words / pace))
