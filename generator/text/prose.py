"""Prose: paragraphs and lists with emphasis, strong, code and links, parsed once by a strict subset of CommonMark.

Whatever the subset does not know is text. `markdown` writes it again for a Markdown engine in such a way that nothing
but the subset can be read back: every character that could mean something is an entity. `html` writes it for paper and
for books, where no engine stands between.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape as html_escape
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

ENTRY_LINK = re.compile(r"([a-z]+):([a-z0-9-]+(?:/[a-z0-9-]+)?)")
WEB_LINK = re.compile(
    r"https://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?::[0-9]{1,5})?(?:[/?#][A-Za-z0-9._~!$&'()*+,;=:@%/?#-]*)?"
)
SPECIAL = re.compile(r"[&<>\\`*_\[\]{}#~^=|!$]")
SPECIAL_QUOTED = re.compile(r"[&<>\\`*_\[\]{}#~^=|!$\"']")
AT_START = re.compile(r" ?(?:[+\-:.](?=.)|[+\-]$|[0-9]{1,9}(?=[.)]))")
INDENT = " " * 4
PUNCTUATION = re.compile(rb"\xe2[\x80\x81].", re.DOTALL)  # U+2000 to U+207F
ASCII_WORDS = bytes(at if at > 127 or chr(at).isalnum() or at == ord("_") else ord(" ") for at in range(256))  # noqa: PLR2004
SPACES = re.compile(r"\s+")
RICH_SIGNS = "*_`[]\\"
RICH_START = re.compile(r"(?:\A|\n)(?: {4}|\t| {0,3}(?:[-+*]|[0-9]{1,9}[.)])(?:\s|\Z))")

_PARSER = MarkdownIt("zero").enable(["emphasis", "link", "backticks", "list", "escape"])
_PARSER.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005 - rules name a bad link's line
_PARSER.normalizeLink = lambda url: url  # type: ignore[method-assign]


@dataclass(frozen=True)
class Mark:
    """Words to be marked in a prose, and the number that is set behind them."""

    quote: str
    number: int
    kind: str


def spaced(text: str) -> str:
    """Give the text with every run of blanks as one space."""
    if text.isprintable() and "  " not in text:
        return text  # the only blank that is printable is the space
    return SPACES.sub(" ", text)


@lru_cache(maxsize=1 << 16)
def escape(text: str) -> str:
    """Give the text so that Markdown, HTML and an attribute all show it as typed, on one line."""
    return _at_start(SPECIAL_QUOTED.sub(_entity, spaced(text)))


@lru_cache(maxsize=1 << 16)
def plain(prose: str) -> str:
    """Give the words alone, without markup, blanks collapsed to single spaces."""
    if not _rich(prose):
        return spaced(prose).strip()
    return spaced(" ".join(_words(token) for token in _inlines(prose))).strip()


def words_of(text: str) -> set[bytes]:
    """Give the different words of a text, as UTF-8: bytes are several times faster here than a pattern."""
    return set(PUNCTUATION.sub(b" ", text.encode(errors="replace")).translate(ASCII_WORDS).split())


def links(prose: str) -> Iterator[str]:
    """Give the target of every link, as typed."""
    for inline in _inlines(prose):
        for token in inline.children or ():
            if token.type == "link_open":
                yield str(token.attrs["href"])


def pieces(prose: str) -> Iterator[tuple[str, str]]:
    """Give the words in stretches, each with the target of the link that it belongs to, or nothing."""
    target = ""
    for inline in _inlines(prose):
        for token in inline.children or ():
            if token.type == "link_open":
                target = str(token.attrs["href"])
            elif token.type == "link_close":
                target = ""
            elif said := _said(token):
                yield spaced(said), target


def markdown(prose: str, resolve: Callable[[str, str], str], marks: Sequence[Mark] = ()) -> str:
    """Give the prose as Markdown that any engine reads as nothing but the subset.

    `resolve` turns kind and slug of an entry link into a path. Each mark's words are wrapped in `<mark>`, followed by
    its number as a link to the note of that number.
    """
    if not marks and not _rich(prose):
        blocks = (spaced(block.strip()) for block in re.split(r"\n\s*\n", prose))
        return "\n\n".join(_at_start(SPECIAL.sub(_entity, block)) for block in blocks if block)
    return _Writer(resolve, marks).blocks(parse(prose))


def html(prose: str, resolve: Callable[[str, str], str], marks: Sequence[Mark] = (), *, notes: str = "note-") -> str:
    """Give the prose as HTML that is also XML, with nothing in it but the subset.

    `resolve` turns kind and slug of an entry link into an address. Marks are wrapped as in `markdown`; their numbers
    lead to the id `notes` followed by the number.
    """
    return _HtmlWriter(resolve, marks, notes).blocks(parse(prose))


@lru_cache(maxsize=4096)
def parse(prose: str) -> tuple[Token, ...]:
    """Give the tokens of a prose."""
    return tuple(_PARSER.parse(prose))


def _rich(prose: str) -> bool:
    """Whether the prose may hold more than paragraphs; a question asked often, and answered without the parser."""
    return any(sign in prose for sign in RICH_SIGNS) or RICH_START.search(prose) is not None


def _inlines(prose: str) -> Iterator[Token]:
    return (token for token in parse(prose) if token.type == "inline")


def _words(inline: Token) -> str:
    return "".join(map(_said, inline.children or ()))


def _said(token: Token) -> str:
    """Give the words of a token; a backslash that ends a line leaves a blank, as the end of any other line does."""
    if token.type == "hardbreak":
        return " "
    return token.content if token.type in {"text", "code_inline"} else ""


def _entity(match: re.Match[str]) -> str:
    return f"&#{ord(match.group())};"


def _at_start(text: str) -> str:
    found = AT_START.match(text)
    if not found:
        return text
    at = found.end() if found.group()[-1].isdigit() else found.end() - 1
    return f"{text[:at]}&#{ord(text[at])};{text[at + 1 :]}"


class _Writer:
    """Writes tokens as Markdown; text is entity-escaped, tags are our own."""

    def __init__(self, resolve: Callable[[str, str], str], marks: Sequence[Mark], notes: str = "note-") -> None:
        self._resolve = resolve
        self._notes = notes
        self._listed = False
        self._marks = {mark: spaced(mark.quote.strip()) for mark in marks}

    def blocks(self, tokens: Sequence[Token]) -> str:
        out: list[str] = []
        depth = 0
        bullets: list[str] = []
        lead = ""
        tight = loose = False
        closed = -1  # the depth at which a list has just ended; a list that follows there must not join it
        for token in tokens:
            match token.type:
                case "bullet_list_open" | "ordered_list_open":
                    if lead:  # an item that begins with a list: engines differ on two markers in one line
                        out.append(("\n\n" if out else "") + f"{lead}<!-- -->")
                        lead, loose, closed = "", True, -1
                    if closed == depth:
                        out.append(f"\n\n{INDENT * depth}<!-- -->")
                    bullets.append("-" if token.tag == "ul" else "1.")
                case "bullet_list_close" | "ordered_list_close":
                    bullets.pop()
                    closed = depth
                case "list_item_open":
                    lead = f"{lead or INDENT * depth}{bullets[-1]:<4}"
                    depth += 1
                case "list_item_close":
                    depth -= 1
                    lead = ""
                case "paragraph_open":
                    tight = token.hidden
                case "inline":
                    between = "\n" if tight and lead and self._listed and not loose else "\n\n"
                    out += [between] if out else []
                    out.append((lead or INDENT * depth) + _at_start(self.inline(token)))
                    self._listed = bool(depth)
                    lead = ""
                    closed = -1
        return "".join(out)

    def inline(self, inline: Token) -> str:
        pieces: list[tuple[bool, str]] = []
        closers: list[str] = []
        for token in inline.children or ():
            match token.type:
                case "text" | "hardbreak":
                    pieces.append((True, spaced(_said(token))))
                case "code_inline":
                    pieces += [(False, "<code>"), (True, spaced(token.content)), (False, "</code>")]
                case "em_open" | "em_close" | "strong_open" | "strong_close":
                    slash = "/" if token.type.endswith("close") else ""
                    pieces.append((False, f"<{slash}{token.tag}>"))
                case "link_open":
                    opener, closer = self._link(str(token.attrs["href"]))
                    pieces.append((False, opener))
                    closers.append(closer)
                case "link_close":
                    pieces.append((False, closers.pop()))
        return self._marked(pieces)

    def _link(self, target: str) -> tuple[str, str]:
        if entry := ENTRY_LINK.fullmatch(target):
            return "[", f"]({self._resolve(entry.group(1), entry.group(2))})"
        if WEB_LINK.fullmatch(target):
            return f'<a href="{html_escape(target)}" rel="nofollow ugc noopener">', "</a>"
        return "", ""

    def _marked(self, pieces: list[tuple[bool, str]]) -> str:
        whole = "".join(text for is_text, text in pieces if is_text)
        spans = [(at, at + len(quote), mark) for mark, quote in self._marks.items() if (at := whole.find(quote)) >= 0]
        cuts = sorted({edge for start, end, _ in spans for edge in (start, end)})
        out: list[str] = []
        at = 0
        for is_text, text in pieces:
            if not is_text:
                out.append(text)
                continue
            edges = [at, *(c for c in cuts if at < c < at + len(text)), at + len(text)]
            for start, end in pairwise(edges):
                out.append(self._segment(whole[start:end], [s for s in spans if s[0] <= start < s[1]], end))
            at += len(text)
        return "".join(out)

    def _text(self, text: str) -> str:
        return SPECIAL.sub(_entity, text)

    def _segment(self, text: str, spans: list[tuple[int, int, Mark]], end: int) -> str:
        words = self._text(text)
        if not spans:
            return words
        kind = spans[0][2].kind
        ends = [mark for _, stop, mark in spans if stop == end]
        signs = "".join(
            f'<sup class="note-sign"><a href="#{self._notes}{mark.number}">{mark.number}</a></sup>' for mark in ends
        )
        return f'<mark class="note-words note-words--{kind}">{words}</mark>{signs}'


class _HtmlWriter(_Writer):
    """Writes tokens as HTML that is also XML."""

    def blocks(self, tokens: Sequence[Token]) -> str:
        out: list[str] = []
        for token in tokens:
            if token.type == "inline":
                out.append(self.inline(token))
            elif not token.hidden:
                out.append(f"<{'/' if token.nesting < 0 else ''}{token.tag}>")
        return "".join(out)

    def _text(self, text: str) -> str:
        return html_escape(text)

    def _link(self, target: str) -> tuple[str, str]:
        if entry := ENTRY_LINK.fullmatch(target):
            return f'<a class="entry" href="{self._resolve(entry.group(1), entry.group(2))}">', "</a>"
        if WEB_LINK.fullmatch(target):
            return f'<a class="web" href="{html_escape(target)}">', "</a>"
        return "", ""
