"""A page as Markdown that stands by itself: what templates write for an engine and a browser, said in plain marks."""

import re
from collections.abc import Callable
from html import unescape
from html.parser import HTMLParser
from types import MappingProxyType

from generator.exports.tags import Given, tag_of

FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
TOOLTIP = re.compile(r"^\*\[[^\]]*\]: .*$", re.MULTILINE)
LINK = re.compile(r"\[((?:[^\]\\\n]|\\.)+)\]\(([^)\s]*)\)")
NOTE = re.compile(r"\*\*\[\^([0-9]+)\] ")  # a note's number in front of its name, as the templates write it
RUNS = re.compile(r"(?<=\S)[ \t]{2,}")
SPACE_LINES = re.compile(r"\n{3,}")
REFERENCE = re.compile(r"&(#(?:[0-9]+|[xX][0-9a-fA-F]+)|[a-zA-Z][-.a-zA-Z0-9]*)(?:;|(?=[^a-zA-Z0-9]))")
OTHER = re.compile(r"[a-zA-Z/!?]")  # what may begin a tag
SPECIAL = frozenset("\\`*_[]<>#|")  # what would mean something where somebody typed it as a character
BLOCKS = frozenset("p div section article aside fieldset form figure figcaption details nav ol ul dl".split())  # noqa: SIM905 - as it is read best
ROWS = frozenset(["dd", "label"])
MARKS = MappingProxyType({"em": "*", "i": "*", "strong": "**", "b": "**", "code": "`"})
HELD = frozenset("h1 h2 h3 h4 h5 h6 summary legend dt blockquote li a table tr td th caption".split())  # noqa: SIM905 - as it is read best
UNSAID = frozenset(["svg", "select", "button", "output", "textarea", "script", "style"])
UNSAID_CLASSES = frozenset(["switch", "here", "found-by", "onward"])  # what only moves, or only helps a search
VOID = frozenset(["input", "br", "img", "hr", "rect", "path"])


def readable(text: str, resolve: Callable[[str], str] | None = None) -> str:
    """Give the page without markup that only a browser needs; its typed characters stay typed.

    `resolve` gives the address of each target that is a path; without it links become their words.
    """
    reader = _Reader()
    reader.read(TOOLTIP.sub("", _without_attributes(FRONT.sub("", text))))
    said = NOTE.sub(r"[^\1]: **", reader.said())
    said = LINK.sub(lambda found: _linked(found, resolve), said)
    lines = (line.rstrip() if line.startswith("    ") else line.strip() for line in said.splitlines())
    lines = (RUNS.sub(" ", line) if "  " in line or "\t" in line else line for line in lines)
    return SPACE_LINES.sub("\n\n", "\n".join(lines)).strip()


def _without_attributes(text: str) -> str:
    """Give the text without lists of attributes, and what is blank before them."""
    parts: list[str] = []
    done = begins = 0
    while (begins := text.find("{:", begins)) >= 0:
        ends, line = text.find("}", begins), text.find("\n", begins)
        if 0 <= ends < line or (ends >= 0 and line < 0):
            parts.append(text[done:begins].rstrip(" \t"))
            done = begins = ends + 1
        else:
            begins += 1
    return "".join(parts) + text[done:]


def _linked(found: re.Match[str], resolve: Callable[[str], str] | None) -> str:
    words, target = found.groups()
    if target.startswith(("https://", "http://", "mailto:")):
        return found.group()
    if target.startswith("#") or resolve is None:
        return words
    return f"[{words}]({resolve(target)})"


class _Reader(HTMLParser):
    """Writes marks for tags, and lets everything else through: between the tags stands Markdown."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self._open: list[tuple[str, Given, list[str]]] = [("", {}, [])]
        self._unsaid: list[str] = []

    def updatepos(self, i: int, j: int) -> int:  # noqa: ARG002 - as the parser calls it
        """Count no lines: nobody asks where a tag stands, and to know it takes as long as to read the tags."""
        return j

    def read(self, text: str) -> None:
        """Read all of it: tags as templates write them at once, and a text with any other as the parser does."""
        begins, *pieces = text.split("<")
        parted = [piece.partition(">") for piece in pieces]
        tags = [tag_of(said) if end else None for said, end, _ in parted]
        if any(not tag and OTHER.match(piece) for tag, piece in zip(tags, pieces, strict=True)):
            self.feed(text)
            self.close()
            return
        self._data(begins)
        for tag, piece, (_, _, data) in zip(tags, pieces, parted, strict=True):
            if not tag:
                self._data(f"<{piece}")
                continue
            if tag.closes:
                self.handle_endtag(tag.name)
            elif not tag.ends or tag.name in VOID:
                self._begin(tag.name, tag.given)
            if data:
                self._data(data)

    def _data(self, text: str) -> None:
        at = 0
        for found in REFERENCE.finditer(text) if "&" in text else ():
            if found.start() > at:
                self.handle_data(text[at : found.start()])
            self._character(f"&{found[1]};")
            at = found.end()
        if at < len(text):
            self.handle_data(text[at:] if at else text)

    def said(self) -> str:
        """Give what was written."""
        while len(self._open) > 1:
            self._close()
        return "".join(self._open[0][2])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._begin(tag, dict(attrs))

    def _begin(self, tag: str, given: Given) -> None:
        if self._unsaid:
            if tag == self._unsaid[0]:
                self._unsaid.append(tag)
        elif tag not in VOID and _is_unsaid(tag, given):
            self._unsaid.append(tag)
        elif tag in HELD:
            self._write("\n" if tag == "li" and self._line().strip() else "")
            self._open.append((tag, given, []))
        elif tag == "input":
            self._write({"checkbox": "[ ] ", "radio": "( ) "}.get(given.get("type") or "", ""))
        elif tag == "br":
            self._write(" " if self._line().startswith("|") else "\n")
        else:
            self._mark(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self._unsaid:
            if tag == self._unsaid[0]:
                self._unsaid.pop()
        elif tag in HELD:
            if any(name == tag for name, _, _ in self._open):
                while self._close() != tag:
                    pass
        else:
            self._mark(tag)

    def handle_data(self, data: str) -> None:
        if not self._unsaid:
            self._write(data)

    def handle_charref(self, name: str) -> None:
        self._character(f"&#{name};")

    def handle_entityref(self, name: str) -> None:
        self._character(f"&{name};")

    def _character(self, reference: str) -> None:
        if not self._unsaid:
            character = unescape(reference)
            self._write(f"\\{character}" if character in SPECIAL else character)

    def _mark(self, tag: str) -> None:
        if tag in MARKS:
            self._write(MARKS[tag])
        elif tag in BLOCKS:
            self._write("\n\n")
        elif tag in ROWS:
            self._write("\n")

    def _close(self) -> str:
        tag, given, parts = self._open.pop()
        text = "".join(parts)
        self._write(_written(tag, given, text))
        return tag

    def _line(self) -> str:
        return "".join(self._open[-1][2][-40:]).rpartition("\n")[2]

    def _write(self, text: str) -> None:
        self._open[-1][2].append(text)


def _is_unsaid(tag: str, given: Given) -> bool:
    classes = set((given.get("class") or "").split())
    return tag in UNSAID or "hidden" in given or "data-without-script" in given or bool(classes & UNSAID_CLASSES)


def _written(tag: str, given: Given, text: str) -> str:  # noqa: PLR0911 - a line for each tag
    line = " ".join(text.split())
    match tag:
        case "a":
            return _link(given, text)
        case "blockquote":
            return "\n\n" + "\n".join(f"> {row.strip()}".rstrip() for row in text.strip().splitlines()) + "\n\n"
        case "li":
            return "- " + SPACE_LINES.sub("\n\n", text.strip()).replace("\n", "\n    ") if line else ""
        case "td" | "th":
            return f"| {line} "
        case "tr":
            return f"\n{line} |\n"
        case "table":
            return _table(text)
        case "summary" | "legend" | "caption" | "dt" if not re.search(r"^#", text, re.MULTILINE):
            return f"\n\n**{line}**\n\n" if line else ""
        case "summary" | "legend" | "caption":
            return f"\n\n{text.strip()}\n\n"
    return f"\n\n{'#' * int(tag[1])} {line}\n\n"


def _table(text: str) -> str:
    rows = [line for line in text.splitlines() if line.startswith("|")]
    above = [line for line in text.splitlines() if line and not line.startswith("|")]
    rule = re.sub(r"[^|]+", " --- ", rows[0].replace("\\|", "")) if rows else ""
    return "\n\n" + "\n".join([*above, "", *rows[:1], rule, *rows[1:]]) + "\n\n"


def _link(given: Given, text: str) -> str:
    target = given.get("href") or ""
    if (given.get("id") or "").endswith("-sign") or "note__back" in (given.get("class") or "").split():
        return f"[^{text}]"
    return f"[{text}]({target})" if target and not target.startswith("#") else text
