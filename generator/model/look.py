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
    italic: OwnFile | None = None
    bold: OwnFile | None = None
    bold_italic: OwnFile | None = None


class Fonts(Record):
    """The letters of what is read, and of what is said aloud."""

    reading: Faces | None = None
    speech: Faces | None = None


class FootLink(Record):
    """A link at the foot of every page: its words, and https://, mailto: or an entry such as page:contact."""

    title: Text
    to: LeadsTo


class Footer(Record):
    """What stands at the foot of every page, above the name of the theme."""

    text: Text | None = None
    links: Annotated[tuple[FootLink, ...], listed(12, least=0)] = ()


class Look(Record):
    """How the site looks: one colour, from which both schemes follow, and files below own/."""

    accent: Colour | None = None
    logo: OwnFile | None = None
    logo_dark: OwnFile | None = None
    favicon: OwnFile | None = None
    fonts: Fonts = Fonts()
    footer: Footer = Footer()
