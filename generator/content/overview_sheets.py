"""The sheets that look over everything: which story covers what, and the systems a candidate can say."""

from collections.abc import Sequence

from generator.content.sheet_parts import lines, returns, section, sheet, table
from generator.model import SystemCategory, Worksheet
from generator.text.language import _


def coverage_matrix(competencies: Sequence[str], themes: Sequence[str]) -> Worksheet:
    """Give the matrix of which story covers which competency and theme."""
    return sheet(
        title=_("My stories and what they cover"),
        summary=_("Which story you will tell for what, and where you have none."),
        minutes=30,
        competencies=(),
        sections=(
            section(
                _("My stories"),
                _("A working title of three words is enough."),
                [
                    table(
                        "stories",
                        _("Stories"),
                        (_("Working title"), _("Minutes"), _("What it cost")),
                        tuple(_("Story {number}", number=number) for number in range(1, 11)),
                    )
                ],
            ),
            section(
                _("By competency"),
                _("Write the number of the story. A line without a number is your next story."),
                [
                    table(
                        "by-competency",
                        _("Competencies"),
                        (_("First choice"), _("Second choice"), _("Told aloud on")),
                        tuple(competencies),
                    )
                ],
            ),
            section(
                _("By theme"),
                _("The same stories, seen from another side. No story should stand in more than four lines."),
                [table("by-theme", _("Themes"), (_("First choice"), _("Second choice")), tuple(themes))],
            ),
            returns(),
        ),
    )


def systems_sheet(categories: Sequence[SystemCategory]) -> Worksheet:
    """Give the sheet for the systems a candidate should be able to say, by category."""
    sections = [
        section(
            category.name,
            _("For each, what you do in general: one to three sentences that fit one breath each."),
            [lines(f"{category.id}-{at}", system, 3) for at, system in enumerate(category.systems, 1)],
        )
        for category in categories
    ]
    return sheet(
        title=_("My systems"),
        summary=_("What you do in general, ready to be said in front of any story."),
        minutes=45,
        competencies=(),
        sections=(*sections, returns()),
    )
