"""How a handbook looks of its own: its colour, sign and letters, what stands at the foot, and what it leaves out."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from generator.model.record import TEXT_LIMIT, Record, Text, Words, listed

FILE = r"^[A-Za-z0-9][A-Za-z0-9_.-]*(/[A-Za-z0-9][A-Za-z0-9_.-]*)*$"
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$"), Words("text")]
OwnFile = Annotated[str, StringConstraints(pattern=FILE, max_length=120)]  # its path below own/
LeadsTo = Annotated[str, StringConstraints(pattern=r"^(https://|mailto:|[a-z]+:[a-z0-9])\S*$", max_length=TEXT_LIMIT)]
Section = Literal["plans", "walkthroughs", "practice", "loops", "principles", "comparisons"]


class Faces(Record):
    """The files of one family of letters, below own/; what is not there, a browser makes of `regular`."""

    regular: OwnFile
    """The upright letters. Such as: fonts/serif.woff2"""
    italic: OwnFile | None = None
    """The slanted letters. Such as: fonts/serif-italic.woff2"""
    bold: OwnFile | None = None
    """The heavy letters. Such as: fonts/serif-bold.woff2"""
    bold_italic: OwnFile | None = None
    """The heavy and slanted letters. Such as: fonts/serif-bold-italic.woff2"""


class Fonts(Record):
    """The letters of what is read, and of what is said aloud."""

    reading: Faces | None = None
    """The letters of what is read."""
    speech: Faces | None = None
    """The letters of what is said aloud."""


class FootLink(Record):
    """A link at the foot of every page: its words, and https://, mailto: or an entry such as page:contact."""

    title: Text
    """The words of the link. Such as: Write to us"""
    to: LeadsTo
    """Where it leads: https://, mailto:, or an entry. Such as: page:contact"""


class Footer(Record):
    """What stands at the foot of every page, above the name of the theme."""

    text: Text | None = None
    """A line of text. Such as: Made by the ward managers of three hospitals"""
    links: Annotated[tuple[FootLink, ...], listed(12, least=0)] = ()
    """Links beside one another."""


class Look(Record):
    """How the site looks: one colour, from which both schemes follow, and files below own/."""

    accent: Colour | None = None
    """The colour of links and buttons. Such as: "#14532d"
    """
    logo: OwnFile | None = None
    """The sign in the head of every page, below own/. Such as: logo.svg"""
    logo_dark: OwnFile | None = None
    """The same for the dark scheme. Such as: logo-dark.svg"""
    favicon: OwnFile | None = None
    """The sign in the browser's tab. Such as: favicon.png"""
    fonts: Fonts = Fonts()
    """Letters of its own."""
    footer: Footer = Footer()
    """What stands at the foot of every page."""
