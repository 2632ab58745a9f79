"""The sheets as HTML for paper: every worksheet, and for every walkthrough what the friend who interviews needs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.content.content import Content
from generator.content.derived_sheets import Sheet
from generator.content.entry import Entry
from generator.content.sheet_parts import RETURNS, returns
from generator.model import WALKTHROUGHS, SheetSection, Walkthrough, Worksheet
from generator.pages.page import DOWNLOAD_GROUPS, SINGLE_SHEETS
from generator.pages.view_models import values_of
from generator.paper.common_page import SIZE
from generator.paper.hypertext import Print, anchor, footnote_urls, resolve_links
from generator.text.language import _

GROUPS = {name: DOWNLOAD_GROUPS[name] for name in SINGLE_SHEETS}


@dataclass(frozen=True, kw_only=True)
class Printable:
    """A sheet to print: its name as a file, its title, and what its body is made from."""

    slug: str
    group: str
    title: str
    summary: str
    anchor: str
    record: Worksheet | None = None
    sections: tuple[SheetSection, ...] = ()
    entry: Entry[Walkthrough] | None = None
    turns_by_phase: Sequence[Any] = ()
    arcs: Sequence[Any] = ()

    @property
    def totalled(self) -> SheetSection | None:
        """The section with the last points: below it stands the sum."""
        scored = [section for section in self.sections if any(field.points for field in section.fields)]
        return scored[-1] if scored else None


def printables(content: Content) -> list[Printable]:
    """Give every sheet there is to print, in the order of the worksheets' page."""
    found = [*(_worksheet(sheet) for sheet in content.sheets.values()), *_interviewers(content)]
    order = list(GROUPS)
    return sorted(found, key=lambda printable: order.index(printable.group))


def printables_html(sheets: Sequence[Printable], render: Print, *, title: str, edition: date) -> str:
    """Give one sheet, or several under a contents page, as HTML; names of fields are unique in the whole document."""
    groups = [(_(GROUPS[name]), [sheet for sheet in sheets if sheet.group == name]) for name in GROUPS]
    filled = [(name, members) for name, members in groups if members]
    html = render("sheets.html.jinja", title=title, size=SIZE, edition=edition, groups=filled)
    return footnote_urls(resolve_links(str(html)))


def _worksheet(sheet: Sheet) -> Printable:
    record = sheet.record
    dates = sum(field.kind == "date" for field in record.fields())
    sections = record.sections if dates >= len(RETURNS) else (*record.sections, returns())
    return Printable(
        slug=sheet.slug,
        group=sheet.group,
        title=record.title,
        summary=record.summary,
        anchor=anchor("worksheet", sheet.slug),
        record=record,
        sections=sections,
    )


def _interviewers(content: Content) -> Iterator[Printable]:
    for walk in content.walkthroughs.ordered if "practice" not in content.off else ():
        values = values_of(content, WALKTHROUGHS, walk)
        yield Printable(
            slug=f"interviewer-{walk.slug}",
            group="interviewer",
            title=_("Interviewer's sheet: {title}", title=walk.record.title),
            summary=_("For the one who asks: what to read aloud, what to listen for, and how to score it."),
            anchor=anchor("interviewer", walk.slug),
            entry=walk,
            turns_by_phase=values["turns_by_phase"],
            arcs=values["arcs"],
        )
