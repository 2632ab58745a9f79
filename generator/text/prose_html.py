"""Prose as HTML that is also XML, for paper and for books, where no engine stands between."""

from collections.abc import Sequence
from html import escape as html_escape

from markdown_it.token import Token

from generator.text.highlight import Mark
from generator.text.inline import InlineWriter, Resolve
from generator.text.prose import ENTRY_LINK, WEB_LINK, parse


def html(prose: str, resolve: Resolve, marks: Sequence[Mark] = (), *, notes: str = "note-") -> str:
    """Give the prose as HTML that is also XML, with nothing in it but the subset.

    `resolve` turns kind and slug of an entry link into an address. Marks are wrapped as in Markdown; their numbers
    lead to the id `notes` followed by the number.
    """
    return _HtmlWriter(resolve, marks, notes).blocks(parse(prose))


class _HtmlWriter(InlineWriter):
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
